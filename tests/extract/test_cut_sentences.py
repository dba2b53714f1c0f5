"""No sentence costs its whole report, however it is cut: halves, single words, words left out, marks lost, shuffled."""

import random
import re
from collections.abc import Callable

import pytest

from rashomon.demo import reports
from rashomon.model.text import Document
from rashomon.pipeline import understand
from rashomon.read import read

_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+|\n+")


def _first_words(words: list[str], chance: random.Random) -> list[str]:
    return words[: chance.randrange(1, len(words) + 1)]


def _last_words(words: list[str], chance: random.Random) -> list[str]:
    return words[chance.randrange(len(words)) :]


def _gaps(words: list[str], chance: random.Random) -> list[str]:
    return [one for one in words if chance.random() < 0.7] or words[:1]


def _without_marks(words: list[str], _: random.Random) -> list[str]:
    return [one.strip("“”\".,;:'’") or one for one in words]


def _shuffled(words: list[str], chance: random.Random) -> list[str]:
    return chance.sample(words, len(words))


@pytest.mark.parametrize("cut", [_first_words, _last_words, _gaps, _without_marks, _shuffled])
@pytest.mark.parametrize("between", ["\n\n", " "])
def test_no_cut_sentence_costs_its_report(cut: Callable[[list[str], random.Random], list[str]], between: str) -> None:
    chance = random.Random(f"{cut.__name__}{between}")
    documents = [one for path in reports() for one in read(path) if isinstance(one, Document)]
    sentences = [one.split() for document in documents for one in _SENTENCE_END.split(document.text) if one.split()]
    chance.shuffle(sentences)
    for first in range(0, 60, 12):
        text = between.join(" ".join(cut(words, chance)) for words in sentences[first : first + 12])
        made = understand(Document(text=text, source="cut", language="en"))
        assert made.problems == ()
        assert all(text[span.start : span.end] == span.text for one in made.annotations for span in one.evidence)
