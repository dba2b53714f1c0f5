"""Deeds dated by a time beside their own clause, or by when they were told."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found
from rashomon.extract.timing.carried import CARRIED, Near, carried
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Event
from rashomon.model.values import When

Extract: TypeAlias = Callable[..., Found]
Analysed: TypeAlias = Callable[..., Analysis]
# A Friday.
PUBLISHED = "2031-05-16"


def dated(found: Extract, analysed: Analysed, text: str, published: str | None = PUBLISHED) -> dict[str, When]:
    """When each deed of a text happened, by the word that tells it."""
    analysis, told = analysed(text, published), found(text, published)
    told.amend(list(carried(analysis, told)))
    return {one.cue[0].text: one.happened for one in told.events if one.cue}


@pytest.mark.parametrize(
    ("text", "cue", "day"),
    [
        ("On Thursday the mediators met the rebels in Lesk. The rebels rejected the plan.", "rejected", "2031-05-15"),
        (
            "Rebels attacked the convoy on Sunday, the army said. Its soldiers returned fire and killed six of them.",
            "returned fire",
            "2031-05-11",
        ),
        (
            "President Ana Orlo spoke by telephone with Per Lind of Velm on Wednesday. "
            "Lind promised to free the captives, her office said.",
            "promised",
            "2031-05-14",
        ),
    ],
)  # fmt: skip
def test_a_day_is_carried_on_from_the_words_before(
    found: Extract, analysed: Analysed, text: str, cue: str, day: str
) -> None:
    when = dated(found, analysed, text)[cue]
    assert (when.earliest, when.latest) == (day, day)
    assert when.basis.endswith(CARRIED)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("On Thursday the mediators met the rebels in Lesk. The rebels have rejected the plan since.", "rejected"),
        ("Ada Brandt spoke on Tuesday with Per Lind of Velm. She condemned the shelling of the port.", "shelling"),
        (
            "Rebels attacked the convoy on Sunday, the army said. It accused Velm of breaking a pact by arming them.",
            "arming",
        ),
    ],
)
def test_what_may_be_older_takes_no_day(found: Extract, analysed: Analysed, text: str, cue: str) -> None:
    assert not dated(found, analysed, text)[cue].placed


def test_without_weights_no_day_is_carried(found: Extract, analysed: Analysed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_RULES_ONLY", "1")
    when = dated(found, analysed, "On Thursday the mediators met the rebels in Lesk. The rebels rejected the plan.")
    assert (when["rejected"].earliest, when["rejected"].latest) == (None, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("Velm's president spoke by telephone with Ana Orlo of Korra, the Palace in Lund said on Wednesday.", True),
        (
            "President Orlo informed President Lind by phone about talks with Osk, her office said on Wednesday.",
            True,
        ),
        ("Per Lind and Ana Orlo discussed the truce by phone, a Korran spokesman said on Wednesday.", True),
        ("President Ana Orlo met the press. She said on Wednesday that she spoke by phone with Per Lind.", False),
        ("“I spoke by phone with Per Lind,” President Orlo said on Wednesday.", False),
        ("A Korran spokesman said on Wednesday that Lind and Orlo had spoken by phone before the truce.", False),
        ("Per Lind met Ana Orlo in Lesk, a Korran spokesman said on Wednesday.", False),
    ],
)
def test_a_call_is_read_out_on_its_day_or_the_day_after(
    found: Extract, analysed: Analysed, text: str, interval: bool
) -> None:
    told = {(one.earliest, one.latest) for one in dated(found, analysed, text).values()}
    assert (("2031-05-13", "2031-05-14") in told) == interval


@pytest.mark.parametrize(
    ("text", "cue", "latest"),
    [
        ("Velmian jets have bombed the refinery at Osk.", "bombed", PUBLISHED),
        ("The Korran army said on Wednesday that Velmian jets had bombed its refinery.", "bombed", "2031-05-14"),
        ("Korra blames Velm for the shelling of the market.", "shelling", PUBLISHED),
    ],
)
def test_what_is_told_is_over_when_it_is_told(
    found: Extract, analysed: Analysed, text: str, cue: str, latest: str
) -> None:
    when = dated(found, analysed, text)[cue]
    assert (when.earliest, when.latest) == (None, latest)
    assert not when.placed


@pytest.mark.parametrize(
    "text",
    [
        "Velm will bomb the refinery if the convoy sails.",
        "Korra threatened to shell the port unless the talks resumed.",
        "Korran soldiers may attack Lesk.",
    ],
)
def test_what_has_not_happened_is_over_at_no_time(found: Extract, analysed: Analysed, text: str) -> None:
    whens = dated(found, analysed, text)
    assert all(not one.known for cue, one in whens.items() if cue in ("bomb", "shell", "attack"))


def test_a_report_without_a_date_bounds_nothing(found: Extract, analysed: Analysed) -> None:
    assert not dated(found, analysed, "Velmian jets have bombed the refinery at Osk.", None)["bombed"].known


def test_a_deed_dated_by_another_takes_no_day_beside_it(found: Extract, analysed: Analysed) -> None:
    text = "The truce failed on Sunday, two days after both sides signed it in Lesk."
    near = Near(analysed(text, PUBLISHED), found(text, PUBLISHED))
    assert [near.may_carry(event) for event in near.open() if event.cue[0].text == "signed"] == [False]


def test_the_day_of_words_alone_is_not_that_of_the_deed(found: Extract, analysed: Analysed) -> None:
    text = "The Velmian command said on Wednesday that its gunners had shelled the port."
    when = dated(found, analysed, text)["shelled"]
    assert (when.earliest, when.latest) == (None, "2031-05-14")


def test_deeds_with_a_time_of_their_own_are_left_alone(found: Extract, analysed: Analysed) -> None:
    text = "On Tuesday Velmian gunners shelled Osk. On Thursday they burned the customs house."
    told = found(text, PUBLISHED)
    own = {one.id: one.happened for one in told.events if one.happened.known}
    assert own
    changed = {one.id for one in carried(analysed(text, PUBLISHED), told) if isinstance(one, Event)}
    assert not changed & set(own)


def test_an_unknown_time_is_not_placed() -> None:
    assert not When().placed
    assert not When(latest="2031-05-16").placed
    assert replace(When(latest="2031-05-16"), earliest="2031-05-01").placed
