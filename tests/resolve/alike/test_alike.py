"""Deeds are told alike where their words, their sentences and their reports are; who is alike in the mean is one."""

from collections.abc import Sequence

import numpy as np
import pytest

from quality.alike import conll
from rashomon.resolve.alike import Alike, Deed
from rashomon.resolve.alike.joining import joined
from rashomon.resolve.alike.told import Report

TEXTS = {
    "a": "Gunmen attacked the brewery at Ostrel on Friday. The mayor of Lind praised the bakers of his town.",
    "b": "Nobody was hurt when the brewery at Ostrel was attacked by gunmen. Rain is expected in Carrow.",
    "c": "The assault on the brewery at Ostrel lasted an hour. Farmers near Lind sold their wheat.",
    "d": "The harbour of Carrow was attacked by pirates in two boats, sailors said. Prices rose.",
}


def deed(report: str, words: str) -> Deed:
    start = TEXTS[report].index(words)
    return Deed(document=report, spans=((start, start + len(words)),))


def odds(*deeds: Deed) -> np.ndarray[tuple[int, int], np.dtype[np.floating]]:
    return Alike(TEXTS, deeds).odds(range(len(deeds)))


TOLD = [
    deed("a", "attacked"), deed("b", "attacked"), deed("c", "assault"), deed("d", "attacked"),
    deed("a", "praised"), deed("c", "sold"),
]  # fmt: skip


def test_a_deed_of_one_word_at_one_place_is_more_alike_than_that_at_another() -> None:
    found = odds(*TOLD)
    assert found[0, 1] > found[0, 3] + 1


def test_two_deeds_of_one_report_are_not_alike() -> None:
    found = odds(*TOLD)
    assert found[0, 4] < 0 < found[0, 1]


def test_another_word_for_it_at_its_place_is_more_alike_than_another_deed() -> None:
    found = odds(*TOLD)
    assert found[0, 2] > found[0, 3] > found[0, 5]


def test_likeness_is_mutual_and_the_order_of_deeds_does_not_matter() -> None:
    deeds = [deed("a", "attacked"), deed("b", "attacked"), deed("c", "assault"), deed("d", "attacked")]
    found, turned = odds(*deeds), odds(*reversed(deeds))
    assert np.allclose(found, found.T, atol=1e-4)
    assert np.allclose(found, turned[::-1, ::-1], atol=1e-4)


def test_deeds_are_put_together_within_a_story_only() -> None:
    compared = Alike(TEXTS, TOLD)
    assert [0, 1] in [group[:2] for group in compared.groups([[0, 1, 4, 5]])]
    assert compared.groups([[0, 4], [1, 5]]) == [[0], [4], [1], [5]]


@pytest.mark.parametrize(
    ("words", "lemma"), [("was attacked", "attack"), ("in two boats", "boat"), ("attacked by pirates", "attack")]
)
def test_the_word_that_tells_a_deed_is_the_inflected_one_or_the_last(words: str, lemma: str) -> None:
    assert Report(TEXTS["d"]).told(deed("d", words)).lemma == lemma


def test_a_deed_is_compared_by_the_words_of_its_own_sentence() -> None:
    told = Report(TEXTS["a"]).told(deed("a", "praised"))
    assert "brewery" not in told.whole
    assert {"mayor", "bake"} & set(told.whole) and set(told.names) == {"lind"}


def test_a_deed_without_a_word_of_its_own_takes_the_next() -> None:
    assert Report("Korra …").told(Deed(document="a", spans=((6, 7),))).lemma == "korra"


def square(size: int, likely: Sequence[tuple[int, int]]) -> np.ndarray[tuple[int, int], np.dtype[np.floating]]:
    made = np.full((size, size), -4.0)
    for one, other in likely:
        made[one, other] = made[other, one] = 3.0
    return made


def test_a_chain_of_likely_pairs_is_not_one_group() -> None:
    assert joined(square(4, [(0, 1), (1, 2), (2, 3)]), 0.5) == [[0, 1], [2, 3]]


def test_three_that_are_alike_to_each_other_are_one_group() -> None:
    assert joined(square(4, [(0, 1), (1, 2), (0, 2)]), 0.5) == [[0, 1, 2], [3]]


def test_a_deed_alone_is_a_group() -> None:
    assert joined(square(1, []), 0.5) == [[0]]


def test_what_is_put_together_is_measured_as_the_official_scorer_does() -> None:
    found = conll(["raid", "raid", "truce"], ["all", "all", "all"])
    assert found["MUC F1"] == pytest.approx(200 / 3)
    assert found["B-cubed F1"] == pytest.approx(500 / 7)
    assert found["CEAF-e F1"] == pytest.approx(160 / 3)
    assert conll(["raid", "raid", "truce"], [1, 1, 2])["CoNLL F1"] == pytest.approx(100)
