"""Truces from their steps: made, brokered, kept, broken, blamed, or only counted."""

from collections.abc import Sequence

from rashomon.model.annotation import Event, EventType, Link
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Truce
from rashomon.resolve.truces import truces

FIRST = "Norway brokered a truce on 3 March. Chad and Niger kept it. It collapsed on 9 March. Niger blamed Chad."
SECOND = "A truce was signed on 20 March. It is the fourth truce this year."
ONE, TWO = Document(text=FIRST, source="a.txt"), Document(text=SECOND, source="b.txt")
LINKS = {"m-norway": "norway", "m-chad": "chad", "m-niger": "niger"}


def step(
    document: Document,
    words: str,
    rule: str,
    type: EventType,
    who: Sequence[str] = (),
    whom: Sequence[str] = (),
    on: str | None = None,
    status: str = "asserted",
    background: bool = False,
) -> Event:
    start = document.text.index(words)
    cue = document.span(start, start + len(words))
    return Event(
        document=document.id,
        evidence=(document.span(max(0, start - 15), cue.end),),
        rule=f"event: {rule}",
        type=type,
        cue=(cue,),
        initiators=tuple(Link(mention=f"m-{one}") for one in who),
        recipients=tuple(Link(mention=f"m-{one}") for one in whom),
        happened=When(earliest=on, latest=on, granularity="day") if on else When(),
        status=status,  # type: ignore[arg-type]
        background=background,
        according_to=(Link(document=document.id),),
    )


BROKERED = step(ONE, "brokered a truce", "truce brokered", "CONSULT", ["norway"], on="2031-03-03")
KEPT = step(ONE, "kept it", "truce kept", "RETREAT", ["chad", "niger"])
BROKEN = step(ONE, "collapsed", "truce broken", "ASSAULT", on="2031-03-09")
BLAMED = step(ONE, "blamed", "blame", "ACCUSE", ["niger"], ["chad"])
SIGNED = step(TWO, "signed", "truce signed", "SUPPORT", ["chad", "niger"], on="2031-03-20")
COUNTED = step(TWO, "truce this year", "truce counted", "RETREAT", status="aggregate")


def gathered(*events: Event) -> list[Truce]:
    return list(truces([], events, [], LINKS))


def test_the_steps_of_one_truce_belong_together() -> None:
    [truce] = gathered(BROKERED, KEPT, BROKEN, BLAMED)
    assert [link.actor for link in truce.brokers] == ["norway"]
    assert {link.actor for link in truce.parties} == {"chad", "niger"}
    assert truce.agreed and truce.agreed.earliest == "2031-03-03"
    assert truce.ended and truce.ended.earliest == "2031-03-09"
    assert truce.fate == "collapsed"
    assert [([one.actor for one in blame.by], [one.actor for one in blame.whom]) for blame in truce.blamed] == [
        (["niger"], ["chad"])
    ]


def test_truces_of_two_days_are_two_and_the_first_is_superseded() -> None:
    assert [one.fate for one in gathered(BROKERED, KEPT, SIGNED)] == ["superseded", "unknown"]


def test_a_count_above_those_described_gives_a_truce_known_only_from_it() -> None:
    found = gathered(BROKERED, BROKEN, SIGNED, COUNTED)
    assert [one.counted_only for one in found] == [False, False, True]
    assert found[-1].members == (COUNTED.id,)


def test_a_truce_of_an_earlier_war_is_left_out() -> None:
    assert gathered(step(TWO, "signed", "truce signed", "SUPPORT", on="1994-05-12", background=True)) == []
