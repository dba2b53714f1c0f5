from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.language.analysis import Analysis
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Mention
from rashomon.model.text import Document, Furniture

Extract = Callable[..., Found]


def antecedent(found: Found, words: str) -> str | None:
    """The name for which the last mention of these words stands, through all that lies between."""
    mention = [one for one in found.mentions if one.evidence[0].text == words][-1]
    if mention.antecedent is None:
        return None
    while mention.antecedent is not None:
        following = found.record(mention.antecedent)
        assert isinstance(following, Mention)
        mention = following
    return mention.name


PERSONS = "President Orlan Kesh of Marovia met Drusk's foreign minister, Ana Tolan, in Oslo. "


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Orlan Kesh said he would stay.", "he", "Orlan Kesh"),
        ("Orlan Kesh told Ana Tolan that his army was near.", "his", "Orlan Kesh"),
        ("Spokeswoman Ana Tolan spoke first. She left before noon.", "She", "Ana Tolan"),
        ("Kenya said its soldiers had left.", "its", "Kenya"),
        ("Kenya denied the charge. It called for talks.", "It", "Kenya"),
        ("NATO struck a depot. The alliance gave no figures.", "The alliance", "NATO"),
    ],
)
def test_pronouns_go_back_to_their_subject(found: Extract, text: str, words: str, name: str) -> None:
    assert antecedent(found(text, upto="names"), words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (PERSONS + "The Marovian leader was late.", "The Marovian leader", "Orlan Kesh"),
        (PERSONS + "The president was late.", "The president", "Orlan Kesh"),
        (PERSONS + "The foreign minister waited.", "The foreign minister", "Ana Tolan"),
        ("King Norin met his Thai counterpart, Queen Suda.", "his Thai counterpart", "Suda"),
    ],
)
def test_descriptions_go_back_to_the_holder_of_the_office(found: Extract, text: str, words: str, name: str) -> None:
    assert antecedent(found(text, upto="names"), words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("President Orlan Kesh met President Ana Tolan. The president was late.", "The president"),
        ("Kenya and Sudan met in Oslo. The country was represented by a clerk.", "The country"),
        ("An official in Oslo said nothing.", "An official"),
        ("Orlan Kesh thanked him.", "him"),
    ],
)
def test_what_stays_open_has_no_antecedent(found: Extract, text: str, words: str) -> None:
    assert antecedent(found(text, upto="names"), words) is None


def test_empty_it_is_no_mention(found: Extract) -> None:
    said = found("It is likely that Kenya will win. It seems so.", upto="names")
    assert [one for one in said.mentions if one.form == "pronoun"] == []


def test_the_country_s_ministry_belongs_to_the_only_state(found: Extract) -> None:
    said = found("Kenyan President Moses Odera was silent. The country's Defence Ministry denied it.", upto="names")
    assert antecedent(said, "The country") == "Kenya"


def test_its_ministry_is_the_ministry_of_its_state(found: Extract) -> None:
    said = found("Velm disputed that. Its defence ministry said the guns were silent.", upto="names")
    ministry = [one for one in said.mentions if one.type == "government"]
    assert [(one.form, one.name) for one in ministry] == [("description", "Defence Ministry of Velm")]


def pair(found: Found, words: str) -> set[str | None]:
    """The names of those to whom a plural goes back."""
    mention = [one for one in found.mentions if one.evidence[0].text == words][-1]
    return {one.name for id in mention.antecedents if isinstance(one := found.record(id), Mention)}


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("The war between Eritrea and Ethiopia went on. Both sides hid their dead.", "Both sides", "Eritrea Ethiopia"),
        (
            "Honduras accused Kenya of an attack. Each government called its envoy home.",
            "Each government",
            "Honduras Kenya",
        ),
        ("Kenya and Sudan met. Both said the road was open.", "Both", "Kenya Sudan"),
    ],
)
def test_both_sides_are_the_two_at_war(found: Extract, text: str, words: str, names: str) -> None:
    assert pair(found(text, upto="names"), words) == set(names.split())


def test_the_two_presidents_are_the_two_just_named(found: Extract) -> None:
    said = found("President Orlan Kesh met President Ana Tolan. The two presidents ate.", upto="names")
    assert pair(said, "The two presidents") == {"Orlan Kesh", "Ana Tolan"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya, Sudan and Chad sent envoys. Both sides were silent.", "Both sides"),
        ("Presidents Orlan Kesh, Ana Tolan and Ivo Brand met. The two presidents ate.", "The two presidents"),
    ],
)
def test_a_plural_of_more_than_two_candidates_stays_open(found: Extract, text: str, words: str) -> None:
    assert pair(found(text, upto="names"), words) == set()


def test_a_link_for_each_of_both_sides(found: Extract, analysed: Callable[..., Analysis]) -> None:
    text = "The war between Eritrea and Ethiopia went on. Both sides hid their dead."
    said = found(text, upto="names")
    token = next(one for one in analysed(text).tokens if one.text == "sides")
    links = said.links(token)
    assert [link.span.text for link in links if link.span] == ["Both sides"] * 2
    assert len({link.mention for link in links}) == 2


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ('"I was hungry," General Ivo Brand told Reuters.', "I", "Ivo Brand"),
        ('Orlan Kesh came to Oslo. "He brought nothing at all with him," said Ana Tolan.', "He", "Orlan Kesh"),
    ],
)
def test_persons_in_the_words_of_others(found: Extract, text: str, words: str, name: str) -> None:
    assert antecedent(found(text, upto="names"), words) == name


def test_it_that_is_denied_is_no_state(found: Extract) -> None:
    assert antecedent(found("Kenya said the bridge was whole. Sudan denied it.", upto="names"), "it") is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ana Tolan blamed the rain. Peter Vane's men came at night, she said.", "she", "Ana Tolan"),
        ("Chad's army put its losses at 50. Half of them drowned, it said.", "it", "Armed Forces of Chad"),
        ("The Ostrian army accused Kenya. Nairobi said it would answer.", "it", "Kenya"),
    ],
)  # fmt: skip
def test_words_reported_behind_are_those_of_the_last_speaker(found: Extract, text: str, words: str, name: str) -> None:
    assert antecedent(found(text, upto="names"), words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A Western diplomat said no. The diplomat left early.", "The diplomat"),
        ("A Western diplomat said no. He left early.", "He"),
    ],
)
def test_somebody_without_a_name_is_gone_back_to(found: Extract, text: str, words: str) -> None:
    said = found(text, upto="names")
    mention = next(one for one in said.mentions if one.evidence[0].text == words)
    root = said.record(mention.antecedent or "")
    assert root is not None and root.evidence[0].text == "A Western diplomat"


def test_the_rebels_are_the_only_group_however_far(found: Extract) -> None:
    rain = "It rained. " * 8
    said = found(f"The Tarn Liberation Front took Osk. {rain}Then the rebels left.", upto="names")
    assert antecedent(said, "the rebels") == "Tarn Liberation Front"


def test_the_rebels_of_two_groups_are_open(found: Extract) -> None:
    said = found("The Tarn Liberation Front fought the Osk Brigade. Then the rebels left.", upto="names")
    assert not [one for one in said.mentions if one.evidence[0].text == "the rebels" and one.antecedents]


@pytest.mark.parametrize("noun", ["enemy", "adversary"])
def test_the_enemy_is_the_other_of_two_at_war(found: Extract, noun: str) -> None:
    said = found(f"The war between Kenya and Chad goes on. Kenya said the {noun} had fled.", upto="names")
    assert antecedent(said, f"the {noun}") == "Chad"


@pytest.mark.parametrize(
    ("byline", "name"),
    [(("Edna Lorin",), "Edna Lorin"), (("Edna Lorin", "Jo Vane"), None), (("News staff",), None)],
)
def test_i_is_the_only_author(byline: tuple[str, ...], name: str | None) -> None:
    analysis = engine().analyse(
        Document(text="I drank tea with both armies.", source="x", language="en", byline=byline)
    )
    (first,) = [one for one in names(analysis, Found(analysis)) if one.evidence[0].text == "I"]
    assert first.name == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("China accused India of crossing the river and gave it three days.", "it", "India"),
        ("Ana Tolan thanked the African Union for its help.", "its", "African Union"),
        ("Ana Tolan criticised NATO, saying it had slept.", "it", "NATO"),
        ("The French side said no.", "The French side", "France"),
    ],
)
def test_an_object_is_who_is_told_or_thanked(found: Extract, text: str, words: str, name: str) -> None:
    assert antecedent(found(text, upto="names"), words) == name


def test_both_countries_are_the_two_of_the_sentence_before(found: Extract) -> None:
    said = found(
        "Kenya accused Rwanda and Uganda of lying. Rwanda and Uganda left. Both countries deny it.", upto="names"
    )
    mention = next(one for one in said.mentions if one.evidence[0].text == "Both countries")
    names_ = [one.name for id in mention.antecedents if isinstance(one := said.record(id), Mention)]
    assert sorted(map(str, names_)) == ["Rwanda", "Uganda"]


def test_the_other_side_is_not_the_one_that_speaks(found: Extract) -> None:
    text = "War broke out between Ecuador and Peru. "
    text += "Ecuador would comply with the truce as long as the other party complied. Peru attacked Ecuador twice."
    assert antecedent(found(text, upto="names"), "the other party") == "Peru"


def test_i_in_a_speech_is_who_gives_it() -> None:
    text = "Address by President Ana Tolan to the nation\n\nI ordered the retreat."
    head = Furniture(start=0, end=text.index("\n"), role="heading")
    document = Document(text=text, source="a.txt", language="en", furniture=(head,))
    analysis = engine().analyse(document)
    assert [one.name for one in names(analysis, Found(analysis)) if one.evidence[0].text == "I"] == ["Ana Tolan"]


def antecedents(found: Found, words: str) -> set[str]:
    """The names of all to whom the last mention of these words goes back."""
    mention = [one for one in found.mentions if one.evidence[0].text == words][-1]
    roots = [found.record(id) for id in mention.antecedents]
    return {one.name or "" for one in roots if isinstance(one, Mention)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya signed the map. Kenya said that it was a draft.",
        "Kenya waited. It is whispered that the port will open.",
        "Kenya told Uganda that it must pay.",
        "Kenya protested two days after its troops met Uganda's, and its envoy left.".replace(
            ", and its envoy left", ""
        ),
        "Kenya sent a consul to Drusk. A Drusk newspaper saw it.",
    ],
)
def test_it_stays_open_where_a_thing_or_another_may_be_meant(found: Extract, text: str) -> None:
    words = {"it", "It"}
    linked = [one for one in found(text, upto="names").mentions if one.evidence[0].text in words and one.antecedents]
    assert not linked


def test_it_of_a_body_that_is_ready_goes_back_to_it(found: Extract) -> None:
    assert antecedent(found("Kenya said that it was ready to talk.", upto="names"), "it") == "Kenya"


def test_a_later_pronoun_tells_the_gender_of_a_person_named_before(found: Extract) -> None:
    text = "Envoy Lio Marrow met Minister Asa Venn. She was late. Later Asa Venn said she had slept badly."
    mentions = found(text, upto="names").mentions
    first = next(one for one in mentions if one.evidence[0].text == "She")
    root = found(text, upto="names").record(first.antecedents[0]) if first.antecedents else None
    assert root is None or (isinstance(root, Mention) and root.name == "Asa Venn")


def test_she_of_two_persons_of_whom_nothing_is_known_is_open(found: Extract) -> None:
    told = found("Envoy Lio Marrow met Minister Asa Venn. She brought a map.", upto="names")
    assert not next(one for one in told.mentions if one.evidence[0].text == "She").antecedents


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya and Uganda said they would pay.", "they"),
        ("Kenya and Uganda closed their ports.", "their"),
        ("Kenya and Uganda signed on Monday, and both sides will leave the islands.", "both sides"),
        ("Chad spoke last. It called on Kenya and Uganda to wait. Both countries agreed.", "Both countries"),
    ],
)
def test_plurals_go_back_to_those_named_together(found: Extract, text: str, words: str) -> None:
    assert antecedents(found(text, upto="names"), words) == {"Kenya", "Uganda"}


def test_a_plural_goes_not_back_to_one_body(found: Extract) -> None:
    told = found("The Red Cross spoke with nine men. They were taken to the coast.", upto="names")
    assert not next(one for one in told.mentions if one.evidence[0].text == "They").antecedents


def test_a_state_is_she_in_a_report_that_calls_states_so(found: Extract) -> None:
    told = found("Sweden guards her coast. Norway waits. She has not forgotten the war.", upto="names")
    assert (antecedent(told, "her"), antecedent(told, "She")) == ("Sweden", "Norway")


def test_a_woman_near_by_is_meant_rather_than_a_state(found: Extract) -> None:
    told = found("Spokeswoman Ana Tolan was freed. Kenya returned her papers.", upto="names")
    assert antecedent(told, "her") != "Kenya"


def test_he_at_the_head_of_few_words_spoken_is_not_who_speaks(found: Extract) -> None:
    told = found('Orlan Kesh arrived. Minister Ana Tolan said: "He must go now."', upto="names")
    assert antecedent(told, "He") == "Orlan Kesh"


def test_rebels_are_not_the_group_named_beside_them(found: Extract) -> None:
    text = "Men of the Keel Brigades helped the police to arrest those who gave money to the rebels."
    rebels = [one for one in found(text, upto="names").mentions if one.evidence[0].text == "the rebels"]
    assert not any(one.antecedents for one in rebels)


def _in_paper(text: str, outlet: str) -> Found:
    analysis = engine().analyse(Document(text=text, source="test", language="en", genre="statement", outlet=outlet))
    found = Found(analysis)
    found.add(names(analysis, found))
    return found


def test_the_president_of_a_press_offices_own_paper_is_its_own() -> None:
    said = _in_paper(
        "The President of the Republic, Ada Brandt, rang the President of Kenya, Moses Oro. President Oro spoke of "
        "peace. The President welcomed this.",
        "Presidency of Velm, Press Office",
    )
    assert antecedent(said, "The President") == "Ada Brandt"


def test_the_president_in_anybody_elses_report_is_whoever_was_named_last() -> None:
    text = "The President of the Republic, Ada Brandt, slept. President Moses Oro of Kenya spoke. The President wept."
    analysis = engine().analyse(Document(text=text, source="test", language="en", outlet="The Lantern"))
    found = Found(analysis)
    found.add(names(analysis, found))
    assert antecedent(found, "The President") != "Ada Brandt"


def test_the_president_of_a_states_institute_is_no_president_of_the_state() -> None:
    said = _in_paper("Ada Brandt, president of Kenya's Institute of Fisheries, spoke.", "The Lantern")
    roles = [role for one in said.mentions for role in one.roles if role.title == "president"]
    assert [role.of for role in roles] == ["Institute of Fisheries"]
