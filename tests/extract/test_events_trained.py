"""Types of events between given sides, and sentences that only say."""

from collections.abc import Callable

import numpy as np
import pytest

from rashomon.extract.events.trained import only_said, type_of
from rashomon.extract.events.trained.features import features
from rashomon.extract.events.trained.weights import SLOTS, slots, weights
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.model.text import Span


@pytest.fixture
def understood(
    analysed: Callable[..., Analysis], found: Callable[..., Found]
) -> Callable[[str], tuple[Analysis, Found, list[Token]]]:
    def understand(text: str) -> tuple[Analysis, Found, list[Token]]:
        analysis = analysed(text)
        return analysis, found(text, upto="events"), [one for part in analysis.body for one in analysis.words(part)]

    return understand


def side(analysis: Analysis, words: str) -> Span:
    start = analysis.document.text.index(words)
    return analysis.document.span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "source", "target", "type"),
    [
        ("Kenya condemned the Somali raid on Mandera.", "Kenya", "Somali", "ACCUSE"),
        ("Police in Harare arrested forty opposition supporters.", "Police", "supporters", "COERCE"),
        ("France promised to send doctors to Chad.", "France", "Chad", "AGREE"),
        ("Vietnam withdrew its last brigade from Cambodia.", "Vietnam", "Cambodia", "RETREAT"),
    ],
)
def test_the_type_between_two_sides(understood, text: str, source: str, target: str, type: str) -> None:  # type: ignore[no-untyped-def]
    analysis, found, tokens = understood(text)
    assert type_of(analysis, found, tokens, side(analysis, source), side(analysis, target)) == type


def test_speech_alone_is_only_said(understood) -> None:  # type: ignore[no-untyped-def]
    assert only_said(*understood("The foreign minister said on Monday that the situation in the region was difficult."))


def test_a_raid_is_not_only_said(understood) -> None:  # type: ignore[no-untyped-def]
    assert not only_said(*understood("Gunmen killed two policemen in Cali on Sunday."))


def test_words_of_the_sides_are_left_out(understood) -> None:  # type: ignore[no-untyped-def]
    analysis, found, tokens = understood("Kenya condemned Somalia.")
    told = features(analysis, found, tokens, side(analysis, "Kenya"), side(analysis, "Somalia"))
    assert "v:condemn" in told and "w:kenya" not in told and "w:somalia" not in told


def test_weights_fit_the_slots() -> None:
    held = weights()
    assert held is not None and held.types.shape == (len(held.classes), SLOTS)
    places, values = slots({"w:raid": 1.0, "v:attack": 2.0})
    assert places.max() < SLOTS and np.array_equal(values, np.array([1, 2], np.float32))


def test_without_weights_the_rules_answer(understood, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setitem(type_of.__globals__, "weights", lambda: None)
    analysis, found, tokens = understood("Police in Harare arrested forty opposition supporters.")
    assert type_of(analysis, found, tokens, None, None) == "COERCE"
    assert not only_said(analysis, found, tokens)
