"""Deeds told by a word that stands for one, by their toll, or by what will answer them; and what is no deed."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str) -> list[tuple[str, str, str]]:
    """Type, status and cue of the events in a text."""
    events = found(text, "2031-05-02", upto="events").events
    return [(one.type, one.status, " … ".join(span.text for span in one.cue)) for one in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shells fell on the market at Zinder on Monday. Chad swears that the rebels did it.",
            ("ASSAULT", "alleged", "did it"),
        ),
        (
            'The raid killed six. "We had no hand in it," General Anton Mard said.',
            ("ASSAULT", "negated", "had no hand in it"),
        ),
        ('"Observers were not mentioned," spokesman Jon Hale said in Lagos.', ("AGREE", "negated", "mentioned")),
        (
            "The truce collapsed on Friday and each side accused the other of flouting it.",
            ("ASSAULT", "alleged", "flouting"),
        ),
        ("The story that the rebels opened the gate is a fiction.", ("RETREAT", "denied", "opened … gate")),
    ],
)
def test_what_a_word_stands_for(found: Extract, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "A reader asks who did it.",
        "She mended the roof, and her brother did it well.",
        "The window broke on Monday. Jon Hale said that his brother did it.",
        "Who broke the ceasefire? Nobody knows.",
        "An official, who was not authorised to speak, shrugged.",
        "Losses as of 20 August: 64 killed, 340 wounded.",
        "The treasury could not pay for its jets.",
    ],
)
def test_what_stands_for_no_deed(found: Extract, text: str) -> None:
    assert told(found, text) == []


def test_a_blow_and_those_it_hurt_are_told_once(found: Extract) -> None:
    text = "The jets bombed the camp at Zinder on Monday and killed six nurses."
    assert told(found, text) == [("ASSAULT", "asserted", "bombed")]


def test_a_march_and_a_killing_are_two(found: Extract) -> None:
    text = "Chad said on Monday that gunmen had crossed the border near Zinder and killed six farmers."
    assert {"crossed", "killed"} <= {cue for _, _, cue in told(found, text)}


def test_a_death_with_its_own_doer_stays(found: Extract) -> None:
    text = "The jets bombed the camp at Zinder and on Tuesday a sniper killed a nurse."
    assert [cue for _, _, cue in told(found, text)] == ["bombed", "killed"]


def test_what_will_answer_a_step_too_far_is_a_threat(found: Extract) -> None:
    text = '"If one man in uniform sets foot here again, we will be in Lagos by nightfall," General Mard said.'
    assert told(found, text)[0][:2] == ("THREATEN", "hypothetical")


def test_what_is_offered_on_a_condition_is_none(found: Extract) -> None:
    text = '"If they attack nobody, we will sign the treaty," General Anton Mard said.'
    assert "THREATEN" not in {type for type, _, _ in told(found, text)}


@pytest.mark.parametrize(
    ("text", "type", "cue"),
    [
        ("The crossing at Zinder remained shut for a third day.", "COERCE", "remained shut"),
        ("The curfew in Zinder continues until Friday.", "COERCE", "curfew … continues"),
        ("The general said the army had lost the town on Monday.", "COERCE", "lost … town"),
        ("Paratroopers ousted President Idrisse Kolanda before dawn on Tuesday.", "COERCE", "ousted"),
        ("Reservists aged up to forty have been called up across Chad.", "MOBILIZE", "called up"),
        ("Hopes of calm were dented by an explosion that cut the railway near Lagos.", "ASSAULT", "explosion"),
    ],
)
def test_how_things_are_kept_and_lost(found: Extract, text: str, type: str, cue: str) -> None:
    assert (type, cue) in {(one[0], one[2]) for one in told(found, text)}


def test_a_clause_of_its_own_is_not_negated_by_the_one_before(found: Extract) -> None:
    assert ("ASSAULT", "asserted", "guns … heard") in told(found, "Hale never replied, and the guns were heard again.")
