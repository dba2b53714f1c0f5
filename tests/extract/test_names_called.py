"""Names with the words that belong to them, and descriptions that mean one body of a report, or none."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Mention, Statement
from tests.extract.test_names_told import antecedent

Extract = Callable[..., Found]


def named(found: Extract, text: str, **told: str) -> dict[str, Mention]:
    """The mentions of a text by their words."""
    return {one.evidence[0].text: one for one in found(text, upto="names", **told).mentions}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Greek Cypriots denied it.", "Greek Cypriots"),
        ("Shells fell on a village of Croatian Serbs.", "Croatian Serbs"),
        ("He met Iraqi Kurds in Dara.", "Iraqi Kurds"),
    ],
)
def test_those_of_one_people_in_anothers_state_are_one_people(found: Extract, text: str, words: str) -> None:
    made = named(found, text)
    assert (made[words].type, made[words].name) == ("people", words)
    assert words.split()[0] not in made


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Greek Cypriot administration accepted it.", "Government of Cyprus"),
        ("A column of the Greek Cypriot army moved.", "Armed Forces of Cyprus"),
        ("The Greek army moved.", "Armed Forces of Greece"),
    ],
)
def test_the_last_of_two_adjectives_tells_whose_an_organ_is(found: Extract, text: str, owner: str) -> None:
    assert any(one.name == owner for one in named(found, text).values())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He left, the Sohar news agency said.", "Sohar news agency"),
        ("He left, according to the Hodna press agency.", "Hodna press agency"),
        ("The Equator press agency told of a raid.", "Equator press agency"),
    ],
)
def test_the_noun_behind_an_agencys_name_belongs_to_it(found: Extract, text: str, words: str) -> None:
    made = named(found, text)
    assert (made[words].type, made[words].name) == ("outlet", words.split()[0])


@pytest.mark.parametrize("told", ["Selat quoted the army.", "He told Selat that it was so.", "Selat said more."])
def test_an_agency_goes_by_the_word_before_news(found: Extract, told: str) -> None:
    assert named(found, f"Nine were dead, Selat News said. {told}")["Selat"].name == "Selat News"


def test_a_paper_does_not_go_by_the_town_of_its_name(found: Extract) -> None:
    made = named(found, "The Dara Herald said so. The road to Dara is cut, and Dara is dark.")
    assert all(one.name != "Dara Herald" for words, one in made.items() if words == "Dara")


@pytest.mark.parametrize(
    "text",
    [
        "Osk told this newspaper that he would go.",
        "The general made it plain to this newspaper on Monday.",
        "In an interview with this magazine she said no.",
    ],
)
def test_this_newspaper_is_the_one_in_which_it_stands(found: Extract, text: str) -> None:
    made = named(found, text, outlet="The Dara Herald")
    assert {one.name for words, one in made.items() if words.startswith("this ")} == {"The Dara Herald"}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Tide Guard left. The Harbour Corps fled. The militia fired.", "The militia", "Tide Guard"),
        ("The Upland Front fired at the Southern Command. The rebels fled.", "The rebels", "Upland Front"),
        ("The Marl Front took a post of the Home Corps. The insurgents fled.", "The insurgents", "Marl Front"),
    ],
)
def test_a_command_or_a_corps_is_no_militia(found: Extract, text: str, words: str, name: str) -> None:
    made = found(text, upto="names")
    (one,) = [mention for mention in made.mentions if mention.evidence[0].text == words]
    assert not one.antecedents or antecedent(made, words) == name


@pytest.mark.parametrize(
    "text",
    [
        "A spokeswoman for Dorwick, Nora Velk, laughed.",
        "A spokesman for the Upland Front, Nora Velk, left.",
        "An adviser for Kestria, Nora Velk, waited.",
    ],
)
def test_who_speaks_for_somebody_is_named_behind_him(found: Extract, text: str) -> None:
    made = found(text, upto="names")
    assert [antecedent(made, one.evidence[0].text) for one in made.mentions if one.rule == "apposition"] == [
        "Nora Velk"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Algerian had guaranteed that nobody would be hurt.",
        "General Ivo Orlan, the Finn who commands the force, left.",
        "The Belgian has told them.",
    ],
)
def test_one_of_a_people_is_no_state(found: Extract, text: str) -> None:
    assert [one.type for one in named(found, text).values() if one.rule == "one of a people"] == ["person"]


HEAD = 'KESTRIA WEEKLY\n\n22 April\n\n"We mislaid it"\n\n{line}\n\n{lead}\n\n'
TALK = (
    "Q: Who holds the town?\n\nA: They have the hall. I regret it.\n\nQ: How many have you lost?\n\n"
    "A: I give no figure.\n\nQ: And the bridge?\n\nA: The bridge was hit by a drone."
)


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("Interview: Greta Holm", "Emil Torvik walked with us along the quay in Dorwick on Monday. He coughed a lot."),
        ("Interview by Greta Holm", "Emil Torvik spoke with us on a ferry. It snowed."),
        ("Questions: Greta Holm", "Emil Torvik, who chairs the League, let us in by the kitchen."),
    ],
)
def test_the_one_who_answers_is_he_whom_the_head_tells_of_and_not_who_asks(
    found: Extract, line: str, lead: str
) -> None:
    made = found(HEAD.format(line=line, lead=lead) + TALK, upto="statements")
    told = [one for one in made.all() if isinstance(one, Statement)]
    speakers = [made.record(link.mention or "") for one in told for link in one.speaker if link.mention]
    names = {one.name for one in speakers if isinstance(one, Mention) and one.name}
    assert names == {"Emil Torvik"}


@pytest.mark.parametrize(
    "text",
    [
        "The MLF lowered their own tally to 36. Twelve were wounded on Sunday, they said.",
        "Morocco's armed forces cut their count to 50. Half of those were drowned, they said.",
        "The Upland Front gave its fighters rest, and raised their own count. Ten were missing, they said.",
    ],
)
def test_they_said_goes_back_to_those_called_they_before(found: Extract, text: str) -> None:
    made = found(text, upto="names")
    assert antecedent(made, "they") is not None


def test_they_said_stays_open_behind_a_body_that_is_it(found: Extract) -> None:
    assert antecedent(found("The MLF lowered its tally. Twelve were wounded, they said.", upto="names"), "they") is None


@pytest.mark.parametrize(
    "text", ["He feared that not one soldier would come.", "No soldier came.", "Neither soldier came."]
)
def test_not_one_soldier_is_nobody(found: Extract, text: str) -> None:
    assert not any(one.rule == "person without a name" for one in named(found, text).values())


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's minister said no. It puts the enemy's dead at 40.",
        "Kenya said no. They put the losses of the enemy at nine.",
        "Kenya told of a raid. He counted forty dead of the enemy.",
    ],
)
def test_the_enemy_of_whom_a_pronoun_tells_is_not_that_of_who_spoke_last(found: Extract, text: str) -> None:
    told = [one for one in found(text, upto="names").mentions if one.rule == "the enemy"]
    assert [(one.antecedents, one.roles) for one in told] == [((), ())]


def test_the_enemy_is_that_of_who_acts(found: Extract) -> None:
    (one,) = [
        one for one in found("Kenya put the enemy's dead at 40.", upto="names").mentions if one.rule == "the enemy"
    ]
    assert [role.of for role in one.roles] == ["Kenya"]


@pytest.mark.parametrize(
    "text",
    [
        "Its bulletin No. 7 speaks of 290 prisoners.",
        "In statement No 7 the Front said so.",
        "Communiqué No. 4 was read out on Tuesday.",
    ],
)
def test_the_number_of_a_paper_is_no_name(found: Extract, text: str) -> None:
    assert "No" not in [one.evidence[0].text for one in found(text, upto="names").mentions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reuters Ada Brandt said the war was won.", ["Reuters", "Ada Brandt"]),
        ("Photograph: Getty Ole Venn left the talks.", ["Getty", "Ole Venn"]),
        ("AFP Ada Brandt spoke for an hour.", ["AFP", "Ada Brandt"]),
    ],
)
def test_the_agency_of_a_picture_is_no_given_name(found: Extract, text: str, names: list[str]) -> None:
    assert [one.name for one in found(text, upto="names").mentions if one.form == "name"] == names


@pytest.mark.parametrize(
    "text", ["Mr. Getty said so.", "Getty and his wife donated money.", "He told Getty that it was cold."]
)
def test_a_family_is_no_agency(found: Extract, text: str) -> None:
    assert all(one.type != "outlet" for one in found(text, upto="names").mentions)


@pytest.mark.parametrize(
    "text",
    ["Brittain said the war was lost.", "General Jourdan crossed the river.", "Colonel Gherman denied the raid."],
)
def test_a_person_is_no_misspelt_state(found: Extract, text: str) -> None:
    assert all(one.country is None for one in found(text, upto="names").mentions)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Israel Radio, heard an hour earlier, denied it.", "Israel Radio"),
        ("He told Kenya Radio so on Friday.", "Kenya Radio"),
        ("Jordan Television showed the bridge.", "Jordan Television"),
        ("Radio Jordan was silent.", "Radio Jordan"),
    ],
)
def test_a_station_behind_the_name_of_its_land_is_an_outlet(found: Extract, text: str, words: str) -> None:
    assert (named(found, text)[words].type, named(found, text)[words].reading) == ("outlet", "outlet")


def test_a_radio_alone_is_no_station(found: Extract) -> None:
    assert all(one.type != "outlet" for one in named(found, "The Radio was loud. A Radio stood there.").values())


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied it, Pan-Velm reports. A note carried by Pan-Velm said so.",
        "The front denied it, as quoted by Pan-Velm. He told Pan-Velm's correspondent that he was hurt.",
        "The command said so in a statement relayed by Pan-Velm. The army lost six men, it said, Pan-Velm reported.",
    ],
)
def test_what_carries_the_words_of_others_is_an_outlet(found: Extract, text: str) -> None:
    assert {one.type for one in found(text, upto="names").mentions if one.name == "Pan-Velm"} == {"outlet"}


@pytest.mark.parametrize(
    "text",
    [
        "The remark was quoted by Belkor. Belkor said that he had not heard it.",
        "In Pan-Velm, Orlo said, all is quiet. Shells fell on Pan-Velm.",
        "Ana Orlo was carried by Velmor and Dosk. Velmor wept.",
    ],
)
def test_one_such_word_makes_no_outlet(found: Extract, text: str) -> None:
    assert all(one.type != "outlet" for one in found(text, upto="names").mentions)
