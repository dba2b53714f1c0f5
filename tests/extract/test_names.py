from collections.abc import Callable, Sequence

import pytest

from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Mention
from rashomon.model.text import Document, Furniture

Extract = Callable[..., Found]


def named(found: Found, words: str) -> Mention:
    """The first mention of exactly these words."""
    return next(one for one in found.mentions if one.evidence[0].text == words)


def texts(mentions: Sequence[Mention]) -> list[str]:
    return [one.evidence[0].text for one in mentions]


def test_title_demonym_and_name_give_person_role_and_country(found: Extract) -> None:
    said = found("Ethiopian Prime Minister Haile Desta said the road was open.", upto="names")
    person = named(said, "Haile Desta")
    assert (person.form, person.reading, person.type, person.country) == ("name", "actor", "person", "ETH")
    assert [(role.title, role.of, role.former) for role in person.roles] == [("Prime Minister", "Ethiopia", False)]
    state = named(said, "Ethiopian")
    assert (state.form, state.type, state.name, state.country) == ("demonym", "state", "Ethiopia", "ETH")


@pytest.mark.parametrize(
    ("text", "title", "of"),
    [
        ("Elena Dragan, the foreign minister of Romania, left early.", "foreign minister", "Romania"),
        ("Kenya's defence minister, Moses Odera, left early.", "defence minister", "Kenya"),
        ("The crowd cheered Gen. Moses Odera of Kenya.", "Gen.", "Kenya"),
    ],
)
def test_titles_stand_before_and_behind_a_name(found: Extract, text: str, title: str, of: str) -> None:
    person = next(one for one in found(text, upto="names").mentions if one.roles)
    assert (person.roles[0].title, person.roles[0].of) == (title, of)


def test_a_former_office_is_marked_as_over(found: Extract) -> None:
    said = found("Former Prime Minister Elena Dragan wrote a letter.", upto="names")
    assert [(role.title, role.former) for role in named(said, "Elena Dragan").roles] == [("Prime Minister", True)]


def test_a_surname_stands_for_the_only_full_name(found: Extract) -> None:
    said = found("President Moussa Fall of Senegal flew home. Later Fall met reporters.", upto="names")
    surname = named(said, "Fall")
    assert (surname.name, surname.country) == ("Moussa Fall", "SEN")


def test_a_surname_of_two_persons_is_left_open(found: Extract) -> None:
    text = "Minister Yusra Haddan met Commander Temir Haddan at the dam. Haddan said nothing."
    surname = named(found(text, upto="names"), "Haddan")
    assert surname.name == "Haddan"
    assert surname.rule == "surname of several"


def test_invented_states_are_learnt_with_their_adjectives(found: Extract) -> None:
    text = (
        "President Orlan Kesh of Marovia told parliament that the war was won. Marovian tanks entered Vint. "
        "Drusk denied it, and a Druskish officer said that the Marovians had fled."
    )
    said = found(text, upto="names")
    assert named(said, "Marovia").type == "state"
    assert (named(said, "Marovian").form, named(said, "Marovian").name) == ("demonym", "Marovia")
    assert (named(said, "Drusk").type, named(said, "Druskish").name) == ("state", "Drusk")
    assert (named(said, "Marovians").reading, named(said, "Marovians").name) == ("people", "Marovia")
    assert (named(said, "Vint").reading, named(said, "Vint").type) == ("place", "place")


@pytest.mark.parametrize(
    ("text", "reading", "name"),
    [
        ("Ankara said the pilots had kept to the border.", "actor", "Turkey"),
        ("Talks between Ankara and Baku went on.", "actor", "Turkey"),
        ("The minister blamed Ankara.", "actor", "Turkey"),
        ("Ankara's answer came late.", "actor", "Turkey"),
        ("The minister spoke in Ankara.", "place", "Ankara"),
        ("She flew to Ankara at dawn.", "place", "Ankara"),
        ("Ankara's streets were empty.", "place", "Ankara"),
    ],
)
def test_a_capital_is_a_place_or_its_government(found: Extract, text: str, reading: str, name: str) -> None:
    mention = named(found(text, upto="names"), "Ankara")
    assert (mention.reading, mention.name, mention.country) == (reading, name, "TUR")


def test_a_seat_of_government_acts_for_its_state(found: Extract) -> None:
    said = found("The Kremlin denied it. A note from Itamaraty confirmed the call.", upto="names")
    for words, country in (("Kremlin", "RUS"), ("Itamaraty", "BRA")):
        assert (named(said, words).reading, named(said, words).type) == ("actor", "government")
        assert named(said, words).country == country


def test_an_outlet_named_after_a_place_is_an_outlet(found: Extract) -> None:
    said = found("A clerk told The Moscow Times that the bridge was shut. Radio Tuzla said the same.", upto="names")
    assert {one.name for one in said.mentions if one.reading == "outlet"} == {"The Moscow Times", "Radio Tuzla"}
    assert "Moscow" not in texts(said.mentions)


def test_organs_of_a_state_go_by_one_name(found: Extract) -> None:
    text = "The Kenyan Ministry of Defense was silent. Kenya's defence ministry had no comment."
    names = {one.name for one in found(text, upto="names").mentions if one.type == "government"}
    assert names == {"Defence Ministry of Kenya"}


def test_bodies_are_known_by_their_last_word_and_go_on_under_it(found: Extract) -> None:
    text = "The Free Coast Army took the port. The Inland Relief Corps (IRC) left. The Army burned it, the IRC said."
    said = found(text, upto="names")
    assert named(said, "Free Coast Army").type == "armed group"
    assert named(said, "Army").name == "Free Coast Army"
    assert [one.name for one in said.mentions if one.evidence[0].text == "IRC"][-1] == "Inland Relief Corps"


def test_a_place_and_a_surname_can_be_one_name(found: Extract) -> None:
    said = found("Photographs by João Lima show the bridge, said Israel Okoro.", upto="names")
    assert [one.name for one in said.mentions if one.type == "person"] == ["João Lima", "Israel Okoro"]


def test_disputed_territories_have_no_state_of_their_own(found: Extract) -> None:
    said = found("Shells fell in Nagorno-Karabakh and in Abkhazia.", upto="names")
    assert [(one.name, one.country) for one in said.mentions] == [("Nagorno-Karabakh", None), ("Abkhazia", None)]


@pytest.mark.parametrize("text", ["Rain fell on Monday in March.", "He drove a T-72 on Easter Sunday.", ""])
def test_days_months_and_machines_are_no_names(found: Extract, text: str) -> None:
    assert [one for one in found(text, upto="names").mentions if one.form == "name"] == []


def test_spans_hold_the_name_without_title_and_article(found: Extract) -> None:
    said = found("The Kremlin called Turkish President Cemal Aydın twice.", upto="names")
    assert {"Kremlin", "Turkish", "Cemal Aydın"} <= set(texts(said.mentions))
    for one in said.mentions:
        span = one.evidence[0]
        assert span.text == "The Kremlin called Turkish President Cemal Aydın twice."[span.start : span.end]


def test_a_second_run_gives_the_same_mentions(found: Extract) -> None:
    text = "Kestria and Lorvane signed in Oslo. Kestrian envoys left first. They said it was late."
    assert list(found(text, upto="names").mentions) == list(found(text, upto="names").mentions)


def dated(text: str, dateline: str) -> Found:
    """What the names of a text with a dateline are."""
    furniture = (Furniture(role="dateline", start=0, end=len(dateline)),)
    analysis = engine().analyse(Document(text=text, source="test", language="en", furniture=furniture))
    said = Found(analysis)
    said.add(names(analysis, said))
    return said


def test_a_dateline_names_its_place_and_agency() -> None:
    said = dated("NAIROBI, May 4 (Reuters) - Kenya closed its border.", "NAIROBI, May 4 (Reuters) -")
    place, agency = said.mentions[:2]
    assert (place.name, place.reading, place.country, place.evidence[0].text) == ("Nairobi", "place", "KEN", "NAIROBI")
    assert (agency.name, agency.reading) == ("Reuters", "outlet")


def test_a_dateline_of_a_day_alone_names_no_place() -> None:
    assert (
        next(one.name for one in dated("October 8, 2020\n\nKenya closed its border.", "October 8, 2020").mentions)
        == "Kenya"
    )


@pytest.mark.parametrize(
    ("text", "reading", "name"),
    [
        (
            "Korsk, the capital of Ruvania, was quiet. Ruvania rearmed, and Korsk said it would fight.",
            "actor",
            "Ruvania",
        ),
        ("Foreign Minister Adela Voss of Ruvania said Korsk would answer the note.", "actor", "Ruvania"),
        ("Ruvania rearmed. Ruvanian ministers met at Korsk, and Korsk denied it.", "actor", "Korsk"),
    ],
)
def test_the_capital_of_an_invented_state_is_learnt(found: Extract, text: str, reading: str, name: str) -> None:
    seat = [one for one in found(text, upto="names").mentions if one.evidence[0].text == "Korsk"][-1]
    assert (seat.reading, seat.name) == (reading, name)


def test_a_cleft_capital_acts(found: Extract) -> None:
    said = found("It was Madrid that asked for talks.", upto="names")
    assert (named(said, "Madrid").name, named(said, "Madrid").reading) == ("Spain", "actor")


# What speaks against a person, and for one.


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hurricane Mirelle closed the port of Tarn.", "Hurricane Mirelle"),
        ("A picture by Skyline Images shows the bridge.", "Skyline Images"),
        ("Chad Tomas Berl said no.", "Chad Tomas Berl"),
        ("SPORADIC SHOOTING. The port is closed.", "SPORADIC SHOOTING"),
    ],
)
def test_plain_words_states_and_headlines_make_no_person(found: Extract, text: str, words: str) -> None:
    assert words not in texts([one for one in found(text, upto="names").mentions if one.type == "person"])


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("Anwar Sabiri fled. Troops loyal to Sabiri fired; Sabiri forces held the port.", "Sabiri", "Anwar Sabiri"),
        ("General Joel da Costa Pinto left. Da Costa said no.", "Da Costa", "Joel da Costa Pinto"),
        ("Francis Moro met the envoy. Moro said no.", "Moro", "Francis Moro"),
        ("Vladimir Oresh won. They trust Vladimir.", "Vladimir", "Vladimir Oresh"),
    ],
)  # fmt: skip
def test_shorter_names_of_a_person_are_no_state_and_no_town(found: Extract, text: str, words: str, whole: str) -> None:
    short = [one for one in found(text, upto="names").mentions if one.evidence[0].text == words]
    assert short and all((one.type, one.name) == ("person", whole) for one in short)


def test_a_surname_means_the_only_bearer_named_so_far(found: Extract) -> None:
    said = found("Aman Sorro spoke. Sorro was tired. Days later his son Idris Sorro spoke.", upto="names")
    assert named(said, "Sorro").name == "Aman Sorro"


# Bodies with long names, short forms, and parts of other names.


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Front for Change and Concord attacked.", "Front for Change and Concord", "armed group"),
        ("The Sudan People's Liberation Army left.", "Sudan People's Liberation Army", "armed group"),
        ("The Chamber of Deputies met.", None, "government"),
        ("The Times of Oman reported it.", "Times of Oman", "outlet"),
        ("The Group for Peace in West Africa denied it.", "Group for Peace in West Africa", "organisation"),
    ],
)  # fmt: skip
def test_names_of_bodies_are_taken_whole(found: Extract, text: str, name: str | None, kind: str) -> None:
    bodies = [one for one in found(text, upto="names").mentions if one.type == kind]
    assert [one.name for one in bodies] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Bougan Revolutionary Army (BRA) met. The BRA said no.",
        "The Bougan Revolutionary Army met envoys. Later the BRA said no.",
    ],
)
def test_initials_stand_for_the_body_that_has_them(found: Extract, text: str) -> None:
    last = [one for one in found(text, upto="names").mentions if one.evidence[0].text == "BRA"][-1]
    assert (last.name, last.type) == ("Bougan Revolutionary Army", "armed group")


@pytest.mark.parametrize("text", ["The tanker Amal Star burned.", "The frigate Morning Post sank off Tarn."])
def test_a_ship_is_no_outlet(found: Extract, text: str) -> None:
    assert not [one for one in found(text, upto="names").mentions if one.type == "outlet"]


# Whose officials they are.


def test_who_visits_a_state_is_not_of_it(found: Extract) -> None:
    said = found("Foreign Minister Mirel Saveli flew to Chad. President Ana Orlo stayed.", upto="names")
    assert (named(said, "Mirel Saveli").country, named(said, "Ana Orlo").country) == (None, None)


def test_a_town_where_one_met_tells_nothing_of_an_official(found: Extract) -> None:
    said = found("President Ana Orlo of Velmia left Nairobi. Velmian guns were silent.", upto="names")
    assert named(said, "Ana Orlo").country is None


@pytest.mark.parametrize(
    ("text", "title", "earliest", "latest", "former"),
    [
        ("Tomas Berl, president of Ostria from 1998 to 2008, spoke.", "president", "1998-01-01", "2008-12-31", True),
        ("Tomas Berl, who served as governor until 2018, spoke.", "governor", None, "2018-12-31", True),
        ("Tomas Berl, ambassador in Rome since 2019, spoke.", "ambassador", "2019-01-01", None, False),
        ("Former Prime Minister Tomas Berl spoke.", "Prime Minister", None, None, True),
        ("Then-President Tomas Berl spoke.", "President", None, None, True),
    ],
)
def test_roles_have_their_time(
    found: Extract, text: str, title: str, earliest: str | None, latest: str | None, former: bool
) -> None:
    (role,) = named(found(text, upto="names"), "Tomas Berl").roles
    assert (role.title, role.former) == (title, former)
    assert (role.time and role.time.earliest, role.time and role.time.latest) == (earliest, latest)


# Capitals.


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("The envoy answered from Nairobi.", "place"),
        ("The envoy brought a message from Nairobi.", "actor"),
        ("The rebels received a proposal from Nairobi.", "actor"),
        ("The treaty does not prevent Nairobi from arming.", "actor"),
        ("Shells fell near Nairobi.", "place"),
    ],
)
def test_who_gives_is_an_actor_where_one_stands_a_place(found: Extract, text: str, reading: str) -> None:
    mention = next(one for one in found(text, upto="names").mentions if one.evidence[0].text == "Nairobi")
    assert mention.reading == reading


@pytest.mark.parametrize(
    ("text", "words", "type_", "name"),
    [
        ("The Kingdom of Sule signed first.", "Kingdom of Sule", "state", "Sule"),
        ("The Federation of Askar said so. The Askari fleet left.", "Federation of Askar", "state", "Askar"),
        ("The Federation of Trade Unions said so.", "Federation of Trade Unions", "organisation", None),
        ("Tyrn, France and Kenya signed first.", "Tyrn", "state", "Tyrn"),
        ("Gallia promised help and sent its condolences.", "Gallia", "state", "Gallia"),
        ("Neighbouring Sakouri closed its border.", "Sakouri", "state", "Sakouri"),
        ("The Ostrian Tarvans fled south.", "Ostrian Tarvans", "people", "Ostrian Tarvans"),
        ("The Iraqi News Agency said so.", "Iraqi News Agency", "outlet", "Iraqi News Agency"),
        ("Lieutenant-General Viktor Shubin left.", "Viktor Shubin", "person", "Viktor Shubin"),
        ("The Polisario Front attacked. The Front took the post.", "Front", "armed group", "Polisario Front"),
        (
            "The Committee of National Recovery met. The Committee denied it.",
            "Committee", "organisation", "Committee of National Recovery",
        ),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_tells_its_kind(
    found: Extract, text: str, words: str, type_: str, name: str | None
) -> None:
    mention = named(found(text, upto="names"), words)
    assert (mention.type, mention.name) == (type_, name or words)


def test_an_office_with_its_state_stands_before_a_name(found: Extract) -> None:
    said = found("Talks went on between the President of Kenya, A. Verin, and the envoy.", upto="names")
    assert [(role.title, role.of) for role in named(said, "A. Verin").roles] == [("President", "Kenya")]


def test_a_letterhead_names_the_state_and_its_town() -> None:
    text = "REPUBLIC OF VELMORA\nMINISTRY OF FOREIGN AFFAIRS\nOskari\n\nThe Ministry denies it."
    heads = tuple(
        Furniture(start=text.index(line), end=text.index(line) + len(line), role="heading")
        for line in text.splitlines()[:3]
    )
    analysis = engine().analyse(Document(text=text, source="a.txt", language="en", furniture=heads))
    found = {one.name: one for one in names(analysis, Found(analysis)) if one.rule == "letterhead"}
    assert found["Velmora"].type == "state"
    assert [(role.title, role.of) for role in found["Oskari"].roles] == [("capital", "Velmora")]


def test_for_behind_a_verb_of_leaving_makes_a_capital_a_place(found: Extract) -> None:
    assert named(found("The minister left for Damascus.", upto="names"), "Damascus").reading == "place"
    assert named(found("The minister spoke for Damascus.", upto="names"), "Damascus").reading == "actor"


def test_a_state_with_a_slip_in_its_name_is_that_state(found: Extract) -> None:
    said = found("Afganistan and Peru signed a pact in the Phillippines.", upto="names")
    states = {one.evidence[0].text: (one.type, one.country) for one in said.mentions}
    assert states["Afganistan"] == ("state", "AFG")
    assert states["Phillippines"] == ("state", "PHL")


@pytest.mark.parametrize("name", ["Anti-Balaro", "Anti-Keshi", "Pro-Dumari"])
def test_a_name_that_says_on_whose_side_it_is_may_stand_alone(found: Extract, name: str) -> None:
    assert name in {one.name for one in found(f"The {name} attacked the town on Friday.").mentions}
    assert name not in {one.name for one in found(f"{name} forces attacked the town on Friday.").mentions}
