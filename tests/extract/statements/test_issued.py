"""What a party says in a paper or address of its own, and turns of an interview."""

import pytest

from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.extract.statements import statements
from rashomon.extract.times import times
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Statement
from rashomon.model.text import Document, Furniture
from tests.extract.statements.conftest import Tell, content

_HEAD = "The League of Three Valleys wishes to state the following.\n\n"


def _issued(told: list[Statement]) -> list[tuple[str, str]]:
    return [(one.act, content(one)[0]) for one in told if one.rule == "statements: issued"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Second Regiment shelled the mill at dawn.", "accuse"),
        ("No such meeting took place.", "deny"),
        ("We have received no coal from Bergen.", "deny"),
        ("Our envoy is prepared to meet them on Monday.", "promise"),
        ("The blockade will cease when the prisoners are home.", "promise"),
        ("We will agree to nothing of the kind.", "reject"),
        ("The mill was hit by the rockets of the Second Regiment.", "accuse"),
        ("No barge of ours has ever carried arms.", "deny"),
        ("The garrison must leave the island.", "demand"),
        ("Show us the graves.", "demand"),
        ("Should they cross the river, we will be at war.", "threaten"),
        ("The prisoners will be treated with honour.", "promise"),
    ],
)
def test_what_a_sentence_of_the_issuer_does(written: Tell, text: str, act: str) -> None:
    assert _issued(written(_HEAD + text, "statement")) == [(act, text.rstrip("."))]


@pytest.mark.parametrize(
    "text",
    ["The bridge stands two miles from the mill.", "The Second Regiment has a new colonel.", "Who shelled the mill?"],
)
def test_what_only_tells_is_no_statement_apart(written: Tell, text: str) -> None:
    assert _issued(written(_HEAD + text, "statement")) == []


def test_whom_a_heading_announces_speaks(written: Tell) -> None:
    text = "Address by President Ilka Morn\n\nOur losses are heavy. At Orle 41 soldiers of ours have died."
    told = written(text, "statement")
    assert [(one.act, content(one)[0]) for one in told] == [("say", "At Orle 41 soldiers of ours have died")]
    assert [link.span.text for one in told for link in one.speaker if link.span] == ["Ilka Morn"]


def test_what_a_paper_asks_for_in_the_passive_it_demands(written: Tell) -> None:
    told = written(_HEAD + "The population is requested to keep off the roads.", "statement")
    assert [one.act for one in told] == ["demand"]
    assert content(told[0])[0].endswith("to keep off the roads")
    assert told[0].speaker


def test_an_address_that_says_we_is_a_party_s_own(written: Tell) -> None:
    text = (
        "We have come through the winter. Our children are at school again.\n\nOur guns are silent, "
        "and I am glad of it. The Marshal bombed our harbour. We will not sell it."
    )
    assert ("reject", "We will not sell it") in _issued(written(text))
    assert _issued(written("The Marshal bombed the harbour. He will not sell it.")) == []


def test_a_turn_is_told_sentence_by_sentence(written: Tell) -> None:
    text = (
        "Ada Brandt leads the port union.\n\n"
        "Ada Brandt: The cranes stood still for a week. We will not go back. Why should we?"
    )
    turns = [one for one in written(text) if one.rule == "statements: colon"]
    assert [content(one) for one in turns] == [["The cranes stood still for a week"], ["We will not go back"]]
    assert [one.act for one in turns] == ["say", "reject"]


@pytest.mark.parametrize(
    ("text", "act", "said"),
    [
        ("The governor would not say whether the dam had held.", "reject", "whether the dam had held"),
        ("A commission found that the barge had carried shells.", "say", "the barge had carried shells"),
        ("The union wants the release of nine dockers.", "demand", "the release of nine dockers"),
        ("Villagers counted 14 burnt barns.", "say", "14 burnt barns"),
    ],
)
def test_other_ways_of_telling(written: Tell, text: str, act: str, said: str) -> None:
    assert [(one.act, content(one)[0]) for one in written(text)] == [(act, said)]


@pytest.mark.parametrize("text", ["A patrol found that the road was mined.", "The governor did not say."])
def test_what_tells_of_no_speech(written: Tell, text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The insinuation that our guns fired on the school is rejected.", "reject"),
        ("It is regretted that the observers were stopped at the ford.", "judge"),
        ("The population is requested to stay indoors.", "demand"),
    ],
)
def test_what_a_paper_says_in_the_passive_is_its_own(written: Tell, text: str, act: str) -> None:
    one = written(text, genre="statement")[-1]
    assert one.act == act
    assert one.speaker


def test_that_was_not_us_denies(written: Tell) -> None:
    assert written("They speak of the ferry. That was not us.", genre="statement")[-1].act == "deny"


def test_let_somebody_do_something_demands_it(written: Tell) -> None:
    assert written("Let the League open the port.", genre="statement")[-1].act == "demand"
    assert written("Let us pray for the port.", genre="statement") == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The shells came from the barracks of the guards.", "accuse"),
        ("This too was the work of the rebels.", "accuse"),
        ("If the marsh is bombed again, the Front will carry the war to the highways.", "threaten"),
        ("Unless the camps are returned, no treaty will be signed.", "reject"),
        ("The Front had no part in the bombing.", "deny"),
        ("They will be handed to the Red Cross on Friday.", "promise"),
    ],
)
def test_a_communique_accuses_and_threatens_without_a_verb_of_speech(written: Tell, text: str, act: str) -> None:
    told = written(f"PELL PEOPLE'S FRONT\n\nCommuniqué No. 4\n\n{text}", "statement")
    assert [one.act for one in told] == [act]


@pytest.mark.parametrize(
    "text", ["The lorries came from the mill.", "The Front had no bread.", "If it rains, the road is wet."]
)
def test_what_a_communique_only_tells_is_no_act(written: Tell, text: str) -> None:
    assert not written(f"PELL PEOPLE'S FRONT\n\nCommuniqué No. 4\n\n{text}", "statement")


def test_a_front_above_its_committee_issues_their_paper() -> None:
    lines = ("LESK LIBERATION FRONT", "Central Committee, Office of Information", "Communiqué No. 4")
    text = "\n\n".join(lines) + (
        "\n\nCamp Osk was not conquered. The Central Committee ordered our forces to leave it. "
        "The Front fired no shot before the truce was dead. The shells on the road came from the barracks of the "
        "enemy. If the marsh is bombed again, the Front will carry the war to the coast."
    )
    marked = tuple(Furniture(role="heading", start=text.index(one), end=text.index(one) + len(one)) for one in lines)
    analysis = engine().analyse(
        Document(text=text, source="test", language="en", genre="statement", furniture=marked, title="To our people")
    )
    found = Found(analysis)
    for extract in (times, names, statements):
        found.add(extract(analysis, found))
    own = [one for one in found.statements if one.rule == "statements: issued"]
    assert len(own) > 1
    assert {link.span.text.lower() for one in own for link in one.speaker if link.span} == {"the front"}


@pytest.mark.parametrize(
    "head",
    [
        "ADDRESS OF THE SPEAKER OF THE ASSEMBLY, CAPTAIN ADA BRANDT, AT THE HARBOUR OF VARN",
        "Address by the commander of the fleet, Ada Brandt, to the crews",
        "Message of the mayor of Varn, Ada Brandt",
    ],
)
def test_who_holds_the_office_that_heads_an_address_speaks(written: Tell, head: str) -> None:
    told = written(
        f"{head}\n\nYou ask me why we waited. We did not wait because we were weak. On Friday eleven boats crossed "
        "into Varn Bay. We shall hold our harbour.",
        "statement",
    )
    assert ["On Friday eleven boats crossed into Varn Bay"] in [content(one) for one in told]
