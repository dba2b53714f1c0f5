"""A talk given out by one side's office, and by the other's."""

from collections.abc import Callable

import pytest

from rashomon.analyse.differences.given_out import given_out
from rashomon.analyse.view import View
from rashomon.model.annotation import Mention
from rashomon.model.text import Document
from tests.analyse.conftest import Bench

FIRST = "Osk and Velm should share the guards of the dam at Lisk, and Velm agreed to"


def two(bench: Callable[[], Bench], second: str, said: str, *, first: str = FIRST, voice: str = "The palace") -> Bench:
    made = bench()
    report = made.report(f"The two spoke by telephone. {voice} said that {first}. {second}", published="2031-05-02")
    made.statement(report, voice, first)
    made.link(report, "Velm")
    made.link(report, second.partition(",")[0], "Velm")
    made.statement(report, second.partition(",")[0], said, name="Velm")
    return made


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (
            "Ilo Velmar, his office wrote, had told the prince that bread came before guards.",
            "bread came before guards",
        ),
        ("Velm’s envoy, a communiqué said, asked for forty lorries by Sunday.", "forty lorries by Sunday"),
        ("The Premier, his spokeswoman stated, had reminded the prince of the flood.", "the prince of the flood"),
    ],
)
def test_each_side_gives_out_its_own(bench: Callable[[], Bench], second: str, said: str) -> None:
    (found,) = given_out(two(bench, second, said).view())
    assert found.type == "other framing" and found.sides[0].says == FIRST and found.sides[1].evidence[0].text == said


@pytest.mark.parametrize(
    ("second", "said", "first", "voice"),
    [
        ("Ilo Velmar, a tall man, had walked to the dam.", "a tall man", FIRST, "The palace"),
        (
            "Ilo Velmar, his office wrote, had told us of rain.",
            "us of rain",
            "the guards of the dam go home",
            "The palace",
        ),
        ("Ilo Velmar, his office wrote, had told us of rain.", "us of rain", FIRST, "Velm itself"),
    ],
)
def test_what_is_no_second_readout(bench: Callable[[], Bench], second: str, said: str, first: str, voice: str) -> None:
    made = bench()
    report = made.report(f"They spoke by telephone. {voice} said that {first}. {second}", published="2031-05-02")
    made.statement(report, voice, first, name="Velm" if voice == "Velm itself" else None)
    made.link(report, "Ilo Velmar", "Velm")
    made.statement(report, "Ilo Velmar", said, name="Velm")
    assert list(given_out(made.view())) == []


def told_of_a_call(bench: Callable[[], Bench], second: str) -> View:
    """A report of a call: what one office says was told in it, and a second sentence about the other side."""
    made = bench()
    report = made.report(f"The two spoke by telephone. The palace told the Ilmar that {FIRST}. {second}")
    made.statement(report, "The palace", FIRST)
    made.link(report, "Velm")
    begin = report.text.index(second)
    made.keep(mention := name_at(report, begin, begin + len("Velm")))
    made.links(mention, "Velm")
    made.statement(report, "Ilmar", "guards cost bread", name="Velm")
    return made.view()


@pytest.mark.parametrize(
    "second",
    [
        "Velm had told the prince that guards cost bread, the chancery in Velm wrote.",
        "Velm’s press office said that he had told the prince that guards cost bread.",
        "Velm, according to its information service, said that guards cost bread.",
        "Velm’s palace confirmed the call but noted the premier had made it clear that guards cost bread.",
    ],
)
def test_the_other_office_may_stand_after_or_before(bench: Callable[[], Bench], second: str) -> None:
    (found,) = given_out(told_of_a_call(bench, second))
    assert found.sides[0].says == FIRST and "guards cost bread" in found.sides[1].says


@pytest.mark.parametrize(
    "second",
    [
        "Velm had told nobody of the rain, and guards cost bread.",
        "Velm’s office was shut, for guards cost bread.",
        "Velm, according to old maps, said to be wet, knows that guards cost bread.",
    ],
)
def test_no_office_gives_it_out(bench: Callable[[], Bench], second: str) -> None:
    assert list(given_out(told_of_a_call(bench, second))) == []


def name_at(report: Document, start: int, end: int) -> Mention:
    """A name at a place of a report."""
    return Mention(document=report.id, evidence=(report.span(start, end),), rule="test", form="name", reading="actor")
