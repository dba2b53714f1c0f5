"""Arms of states told by an adjective, papers without a name, mediators."""

import pytest

from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Mention
from rashomon.model.text import Document


def mentions(text: str) -> list[Mention]:
    analysis = engine().analyse(Document(text=text, source="test", language="en"))
    return list(names(analysis, Found(analysis)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chadian warplanes bombed the port on Monday.", "Air Force of Chad"),
        ("A tanker was stopped by Peruvian frigates off the cape.", "Navy of Peru"),
        ("The truce ended when Chadian patrols crossed the river.", "Armed Forces of Chad"),
    ],
)
def test_an_adjective_and_a_plural_are_an_arm_of_the_state(text: str, name: str) -> None:
    assert name in {one.name for one in mentions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Three Chadian warplanes bombed the port on Monday.",
        "The rebels came with Chadian tanks.",
        "Chadian columns that had lost their way crossed the river.",
        "Some Chadian aircraft were sold to a museum.",
    ],
)
def test_counted_and_described_ones_are_not_the_arm(text: str) -> None:
    assert not {one.name for one in mentions(text)} & {"Air Force of Chad", "Armed Forces of Chad"}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("A weekly in Lisbon says that rifles were landed. If the weekly is right, the truce is over.", "the weekly"),
        ("According to a London newspaper, 250 men died. The newspaper gave no names.", "The newspaper"),
        ("He had read it in a Dara daily. Nobody believed the daily.", "the daily"),
    ],
)
def test_a_paper_without_a_name_is_the_one_told_of_before(text: str, noun: str) -> None:
    found = mentions(text)
    again = next(one for one in found if one.evidence[0].text == noun)
    first = next(one for one in found if one.id == again.antecedents[0])
    assert first.type == "outlet"
    assert first.rule == "outlet without a name"


def test_of_two_papers_without_names_neither_is_meant() -> None:
    found = mentions("A Lisbon weekly wrote of rifles, a Paris weekly of shells. The weekly gave no names.")
    assert not any(one.antecedents for one in found if one.evidence[0].text == "The weekly")


@pytest.mark.parametrize("who", ["the conciliators", "the four conciliators", "the foreign mediators"])
def test_those_who_mediate_act_together(who: str) -> None:
    assert any(one.rule == "acting together" for one in mentions(f"Chad wrote to {who} on Monday."))


def test_mediators_of_somebody_are_not_those_of_the_war() -> None:
    assert not any(one.rule == "acting together" for one in mentions("Chad wrote to the mediators of the strike."))


@pytest.mark.parametrize(
    "text",
    [
        "Sixteen monitors landed at the port on Friday.",
        "Chad agreed to admit observers at once.",
        "Peacekeepers were deployed along the river.",
    ],
)
def test_those_sent_to_watch_act_together_without_an_article(text: str) -> None:
    assert any(one.rule == "acting together" for one in mentions(text))


@pytest.mark.parametrize("text", ["Observers believe that the war is lost.", "Some monitors had cameras with them."])
def test_who_watches_affairs_is_nobody_known(text: str) -> None:
    assert not any(one.rule == "acting together" for one in mentions(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ghandour appeared last Friday in the square.", "Ghandour"),
        ("Tesfaru was driven to the pass.", "Tesfaru"),
        ("He told Anvil last night that all was quiet.", "Anvil"),
    ],
)
def test_a_name_of_which_its_report_tells_nothing_is_kept_for_what_others_know(text: str, name: str) -> None:
    assert name in {one.name for one in mentions(text)}


@pytest.mark.parametrize("text", ["Overnight fell the last bridge.", "Sanctions worry nobody.", "His Idea was bad."])
def test_a_plain_word_with_a_capital_is_no_name(text: str) -> None:
    assert not [one for one in mentions(text) if one.form == "name"]
