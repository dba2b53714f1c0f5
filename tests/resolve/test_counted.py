"""A count of breaches is one count wherever it is told; other numbers, and other counts, join nothing."""

import pytest

from rashomon.model.annotation import Event, Link
from rashomon.model.text import Document
from rashomon.resolve.counted import breaches
from rashomon.resolve.happenings import happenings


def said(text: str, cue: str) -> Event:
    document = Document(text=text, source=f"{text}.txt")
    start = text.index(cue)
    return Event(
        document=document.id,
        evidence=(document.span(0, len(text)),),
        rule="event: test",
        type="ASSAULT",
        cue=(document.span(start, start + len(cue)),),
        according_to=(Link(document=document.id),),
    )


@pytest.mark.parametrize(
    ("text", "cue", "count"),
    [
        ("Order No. 22 lists “seventeen breaches by dusk” in the valley", "breaches", 17),
        ("Velm's guards broke the pause 21 times before dawn", "broke", 21),
        ("Holt counted twenty-four separate Korran violations", "violations", 24),
        ("eleven air attacks in the first hour were noted", "attacks", 11),
        ("Bulletin No. 22 tells of breaches", "breaches", 0),
        ("the 2001 attacks on Velm", "attacks", 0),
        ("the March 7 attacks in Holt", "attacks", 0),
        ("the 9/11 terror attacks", "attacks", 0),
        ("the two breaches of Friday", "breaches", 0),
        ("twelve men died at Velm", "died", 0),
    ],
)
def test_breaches_are_counted(text: str, cue: str, count: int) -> None:
    assert breaches(said(text, cue), cue) == count


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (("seventeen breaches by dusk", "breaches"), ("its list told of 17 violations", "violations"), True),
        (("broke the lull 9 times", "broke"), ("nine infringements were denounced", "infringements"), True),
        (("fourteen breaches by dusk", "breaches"), ("the 15 violations of the truce", "violations"), False),
        (("ten attacks on the mill", "attacks"), ("a year on they told of ten attacks on convoys", "attacks"), False),
        (("fourteen breaches by dusk", "breaches"), ("fourteen men died at the ford", "died"), False),
    ],
)
def test_one_count_is_one_happening(first: tuple[str, str], second: tuple[str, str], *, together: bool) -> None:
    assert len(happenings([], [said(*first), said(*second)], {})) == (1 if together else 2)
