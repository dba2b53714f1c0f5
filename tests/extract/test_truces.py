"""Steps of truces in the words of reports: with and without a word for a truce, counted, called by a day."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Event


def steps(found: Callable[..., Found], text: str) -> list[Event]:
    told = found(text, "2031-05-16", upto="events").events
    return [one for one in told if "truce" in one.rule]


def names(events: list[Event]) -> list[str]:
    return [one.rule.removeprefix("event: ") for one in events]


def initiators(event: Event) -> list[str]:
    return [link.span.text for link in event.initiators if link.span]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The armies of Chad and Niger agreed on Monday to a halt in the fighting.", "truce agreed"),
        ("Chad declared an end to four years of bloodshed on Sunday.", "truce declared"),
        ("General Oyo and General Prem signed an accord that ends the fighting.", "truce signed"),
        ("The armies of Peru and Ecuador have stopped firing along the border.", "truce kept"),
        ("Both generals put their signatures to the armistice in a railway carriage.", "truce signed"),
        ("Nobody in the valley believed in Saturday's truce.", "truce named"),
    ],
)
def test_a_truce_by_other_words(found: Callable[..., Found], text: str, rule: str) -> None:
    assert rule in names(steps(found, text))


@pytest.mark.parametrize(
    "text",
    [
        "The minister put an end to the debate.",
        "The court ordered a halt to the sale of timber.",
        "The pause of 3 May in the championship was welcome.",
    ],
)
def test_what_ends_and_is_no_fighting_is_no_truce(found: Callable[..., Found], text: str) -> None:
    assert steps(found, text) == []


def test_the_second_of_two_truces_without_the_word(found: Callable[..., Found]) -> None:
    told = steps(found, "The first truce, agreed on Monday, collapsed at once. The second, of Thursday, has held.")
    assert names(told) == ["truce agreed, again", "truce broken, again", "truce kept"]
    assert told[-1].happened.earliest == "2031-05-15"


def test_what_nobody_believed_in_took_place(found: Callable[..., Found]) -> None:
    [named] = steps(found, "Nobody in the valley believed in Saturday's truce.")
    assert (named.status, named.happened.earliest) == ("asserted", "2031-05-10")


def test_a_pause_in_the_war_between_two_is_theirs(found: Callable[..., Found]) -> None:
    [kept] = steps(found, "A pause in the fighting between Chad and Niger went into effect on Friday.")
    assert initiators(kept) == ["Chad", "Niger"]


def test_who_signed_with_a_mediator_is_no_mediator(found: Callable[..., Found]) -> None:
    text = "The truce was signed in Tunis on Friday by envoys of Chad and Niger, with Norway as mediator."
    signed, brokered = steps(found, text)
    assert (initiators(signed), initiators(brokered)) == (["Chad", "Niger"], ["Norway"])


def test_who_worked_a_truce_out_for_others_brokered_it(found: Callable[..., Found]) -> None:
    told = steps(found, "Chad and Niger rested on Tuesday under an armistice worked out by Norwegian diplomats.")
    assert [(one.rule, initiators(one)) for one in told] == [("event: truce brokered", ["Norwegian"])]
