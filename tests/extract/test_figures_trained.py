"""Whether those counted bore arms, by trained weights, where no word says so; by rules alone without them."""

from collections.abc import Callable

import pytest

from rashomon.extract.figures import trained
from rashomon.extract.found import Found

Extract = Callable[..., Found]


def categories(found: Extract, text: str) -> list[str]:
    return [one.category for one in found(text, "2031-06-18", upto="figures").figures]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Chad's general staff put its losses since June 4 at 38 dead and 74 wounded in its ranks.", "military"),
        ("Some 12,000 villagers and their families have fled their homes, the Red Cross said.", "civilian"),
        ("Kenya admits to 31 dead among its troops. Fourteen of the dead fell on June 2, the army said.", "military"),
    ],
)  # fmt: skip
def test_those_counted_are_told_by_what_stands_around(found: Extract, text: str, category: str) -> None:
    assert set(categories(found, text)) == {category}


def test_what_the_words_say_stays(found: Extract) -> None:
    text = "The army said 22 civilians and nine soldiers had been killed."
    assert categories(found, text) == ["civilian", "military"]


def test_without_weights_the_rules_stand_alone(found: Extract, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Chad's bulletin speaks of 38 dead in its ranks; 12,000 people have fled their homes."
    monkeypatch.setattr(trained, "weights", lambda: None)
    assert set(categories(found, text)) == {"unspecified"}
    monkeypatch.undo()
    assert set(categories(found, text)) != {"unspecified"}


@pytest.mark.parametrize(
    "text",
    [
        "Seven people were shot dead in clashes between police and protesters, doctors said.",
        "The toll since Tuesday, when the protests began, stands at 84, a hospital said.",
        "Sunday's volleys took the number of marchers killed since the first march to 50.",
    ],
)
def test_those_shot_in_unrest_are_not_called_military(found: Extract, text: str) -> None:
    assert "military" not in categories(found, text)
