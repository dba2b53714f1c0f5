"""Whose words they are where syntax alone does not tell: two sides, papers, what is put in, bodies as "it"."""

import pytest

from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.extract.statements import statements
from rashomon.extract.times import times
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Mention
from rashomon.model.text import Document
from tests.extract.statements.conftest import Tell, content, texts


def voices(text: str) -> list[str | None]:
    """The names of who speaks in each statement; a pronoun's is that of its antecedent."""
    analysis = engine().analyse(Document(text=text, source="test", language="en", genre="report"))
    found = Found(analysis)
    for extract in (times, names, statements):
        found.add(extract(analysis, found))
    speakers = [found.record(one.speaker[0].mention or "") if one.speaker else None for one in found.statements]
    before = [found.record(one.antecedent or "") if isinstance(one, Mention) else None for one in speakers]
    return [
        (old.name if isinstance(old, Mention) else one.name) if isinstance(one, Mention) else None
        for one, old in zip(speakers, before, strict=True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Osk and Lesk each insist that the other fired first at the bridge.",
        "The war between Osk and Lesk goes on. On 7 May each party reported a raid by the other.",
        "The war between Osk and Lesk goes on. Each government swears that the other did it.",
    ],
)
def test_what_each_of_two_says_of_the_other_are_two_accusations(written: Tell, text: str) -> None:
    told = [one for one in written(text) if one.act == "accuse"]
    assert sorted(name for one in told for name in texts(one.speaker)) == ["Lesk", "Osk"]
    assert all(len(one.accused) == 1 for one in told)


def test_each_side_are_the_two_a_report_names_by_far_the_most(written: Tell) -> None:
    text = (
        "Norway shelled the port. Norway lost a boat. Norway closed the fjord. Sweden burnt the pier. "
        "Sweden lost two men. Sweden withdrew. Each side accused the other of breaking the truce."
    )
    assert sorted(name for one in written(text) for name in texts(one.speaker)) == ["Norway", "Sweden"]


def test_rebels_are_a_side_of_their_own_and_not_their_countrys(written: Tell) -> None:
    text = (
        "Chad closed the road.\n\nThe Chadian Liberation Front held the bridge. Chad shelled the ford, and the Chadian "
        "Liberation Front shelled the mill. Chad had no reply. The Chadian Liberation Front had none.\n\n"
        "The truce was dead by noon.\n\nEach side blamed the other."
    )
    told = [one for one in written(text) if one.act == "accuse"]
    assert sorted(name for one in told for name in texts(one.speaker)) == ["Chad", "Chadian Liberation Front"]


def test_each_side_stays_open_where_a_third_is_named_as_often(written: Tell) -> None:
    text = (
        "Norway shelled the port. Norway lost a boat. Norway closed the fjord. Sweden burnt the pier. "
        "Sweden lost two men. Sweden withdrew. Denmark sent a ship. Denmark sent a second. Each side accused the "
        "other of breaking the truce."
    )
    (one,) = written(text)
    assert texts(one.speaker) == ["Each side"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Aid workers in Sunt, reached by telephone, said that the church was full.", "Aid workers in Sunt"),
        ("The residents of Osk, asked about the raid, told the paper that they had seen no planes.",
         "The residents of Osk"),
        ("President Lant gave no order to board the ship, his press secretary Dana Wirth says.",
         "his press secretary Dana Wirth"),
    ],
)  # fmt: skip
def test_who_speaks_behind_what_is_put_in(written: Tell, text: str, speaker: str) -> None:
    (one,) = written(text)
    assert texts(one.speaker) == [speaker]


def test_what_is_put_in_makes_no_speaker_of_another_clause(written: Tell) -> None:
    assert written("After the raid, wounded and cold, sat three men.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A farmer from Lower Ambry, Jakob Stell, 61, said the soldiers had come at dawn.", "Jakob Stell"),
        ("A report by the Coastal Guard, of which this paper has a copy, says the boat fired first.", "Coastal Guard"),
        ("A United Nations resolution demands their immediate withdrawal.", "United Nations"),
        ("Oslo's account mentions only the refugees.", "Norway"),
    ],
)
def test_the_name_beside_what_somebody_is_and_the_owner_of_a_paper(text: str, name: str) -> None:
    assert voices(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        'The Norwegian Foreign Ministry was brief. "The call was about refugees," it said.',
        'The Norwegian Foreign Ministry was brief. "It was a call. It was about refugees," it said.',
    ],
)
def test_a_body_goes_on_speaking_as_it(text: str) -> None:
    assert set(voices(text)) == {"Foreign Ministry of Norway"}


def test_it_is_no_body_where_a_person_was_the_subject() -> None:
    assert voices('Ada Brandt was brief. "The call was about refugees," it said.') == [None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Both presidents confirmed readiness to seek peace for Osk.", "readiness to seek peace for Osk"),
        ("Local sources reported shelling in the northern suburbs.", "shelling in the northern suburbs"),
        ("Oslo claimed 40 dead.", "40 dead"),
        ("Norway rejects with contempt the allegation, put about by the rebels, that its planes bombed a school.",
         "the allegation, put about by the rebels, that its planes bombed a school"),
        ("We reject the proposal, conveyed through Oslo, that they be freed.",
         "the proposal, conveyed through Oslo, that they be freed"),
    ],
)  # fmt: skip
def test_all_that_belongs_to_an_object_is_what_was_said(written: Tell, text: str, said: str) -> None:
    assert content(written(text)[0]) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ole Brandt regarded the king's speech as an invitation to surrender.",
         "the king's speech as an invitation to surrender"),
        ("The mission considers the raid a breach of the truce.", "the raid a breach of the truce"),
        ("The inquiry viewed the film as evidence of a crime.", "the film as evidence of a crime"),
    ],
)  # fmt: skip
def test_what_somebody_takes_something_for_is_a_judgement(written: Tell, text: str, said: str) -> None:
    (one,) = written(text)
    assert (one.act, content(one)) == ("judge", [said])


@pytest.mark.parametrize(
    "text",
    [
        "Norway is considering a blockade.", "The talks were considered a success.",
        "The judge considered the plea for an hour.", "The mayor considered himself as good as dead.",
        "Ole Brandt would regard the speech as a threat.",
    ],
)  # fmt: skip
def test_what_is_only_weighed_is_no_judgement(written: Tell, text: str) -> None:
    assert written(text) == []


def test_who_issued_one_of_several_papers(written: Tell) -> None:
    (one,) = written('There are many notes, including one from the Foreign Ministry that describes the camp as "vile".')
    assert texts(one.speaker) == ["the Foreign Ministry"]


def test_an_office_that_tells_what_its_head_said_speaks_itself_too(written: Tell) -> None:
    told = written("The president told him there could be no talks at gunpoint, Brandt's office said.")
    assert [texts(one.speaker) for one in told] == [["The president"], ["Brandt's office"]]
    assert texts(told[0].according_to) == ["The president", "Brandt's office"]


def test_the_author_of_a_column_judges_in_it() -> None:
    text = "I came to Osk in May. The marshal will not hold the island with speeches."
    document = Document(text=text, source="test", language="en", genre="opinion", byline=("Ada Brandt",))
    analysis = engine().analyse(document)
    found = Found(analysis)
    for extract in (times, names, statements):
        found.add(extract(analysis, found))
    (one,) = found.statements
    mention = found.record(one.speaker[0].mention or "")
    assert isinstance(mention, Mention) and mention.name == "Ada Brandt"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The story that the rebels opened it themselves, as a courtesy, is a fiction.",
         "The story that the rebels opened it themselves, as a courtesy"),
        ("The claim, repeated in Oslo, that our guns fired first is a lie.",
         "The claim, repeated in Oslo, that our guns fired first"),
        ("The claim, which Oslo repeated, is a lie.", "The claim"),
    ],
)  # fmt: skip
def test_a_claim_called_untrue_is_denied_with_its_words(written: Tell, text: str, said: str) -> None:
    told = [one for one in written(text, "statement") if one.act == "deny"]
    assert content(told[0]) == [said]
