"""Third sides that bring truces about, told in passing; and ends of hostilities that are set by the hour."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Event

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str) -> list[Event]:
    return list(found(text, "2031-05-02", upto="events").events)


def brokers(found: Extract, text: str) -> list[str]:
    steps = [one for one in told(found, text) if one.rule.startswith(("event: truce brokered", "event: truce prop"))]
    return [link.span.text for one in steps for link in one.initiators if link.span]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A ceasefire drafted by three island states at a meeting in Nairobi was accepted by both.",
            "three island states",
        ),
        ("The armistice arranged by the mediators on Sunday lasted a day.", "the mediators"),
        ("The truce of six hours which the elders had obtained for the market held.", "the elders"),
    ],
)
def test_third_sides_without_a_name_are_kept_by_their_words(found: Extract, text: str, words: str) -> None:
    assert words in brokers(found, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The truce of three days which the Red Cross had secured for Kigali lasted until Monday.", "Red Cross"),
        ("On Sunday Norway put forward a ceasefire that Chad and Niger approved a day later.", "Norway"),
        (
            "The ceasefire signed in Nairobi by the foreign minister, Ada Korr, and by envoys of the Northern Front, "
            "under the auspices of Kenya, restores order.",
            "Kenya",
        ),
        (
            "The truce initialled on Monday in Nairobi by the ambassadors of Chad and of Niger, Ada Korr and Pim Lott, "
            "under the auspices of the current President of the League, Oto Hess of Kenya, is a victory.",
            "Oto Hess",
        ),
    ],
)
def test_third_sides_that_have_a_name(found: Extract, text: str, name: str) -> None:
    assert any(name in one for one in brokers(found, text))


def test_what_troops_or_traders_draft_is_brokered_by_nobody(found: Extract) -> None:
    assert brokers(found, "A ceasefire violated by three army units was accepted by both.") == []
    assert brokers(found, "The truce of six hours which the traders had hoped for held.") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The mediator announced that hostilities between Chad and Niger shall cease at noon on 9 May.", "planned"),
        ("All hostilities ceased at midnight.", "asserted"),
        ("The envoy hoped hostilities would cease at noon.", "hypothetical"),
    ],
)
def test_hostilities_that_cease_by_the_hour_are_a_truce(found: Extract, text: str, status: str) -> None:
    assert ("event: truce kept", status) in [(one.rule, one.status) for one in told(found, text)]


def test_hostilities_that_cease_without_an_hour_are_none(found: Extract) -> None:
    assert not any("truce kept" in one.rule for one in told(found, "Hostilities ceased when the rains began."))
