"""Voices: sentences of every form, each right only as a whole, in sets written one after another.

A sentence is right where the statements found are those wanted, no more, and each is right in
all its gold names (see `quality/gold/voices.yaml`), as are the statuses of its deeds. The
third writing is in two halves: "third a" has been learnt from, "third b" is held out.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from quality.data import own
from rashomon.extract.certainty import status
from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.extract.statements import statements
from rashomon.extract.times import times
from rashomon.language.analysis import Analysis
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Link, Mention, Statement
from rashomon.model.text import Document
from rashomon.model.values import When

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_TODAY = date(2031, 5, 7)
# Shares of words that two contents have in common: to be told of the same saying, to be right.
_SAME, _RIGHT = 0.5, 0.8
Gold = Mapping[str, Any]


def voices() -> dict[str, float]:
    """The share of sentences that are right as a whole, by set and by bullet, in percent."""
    gold = [*own("voices"), *({**one, "set": f"third {one['set']}", "bullet": ""} for one in own("voices_3"))]
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one, analysis in zip(gold, engine().analyse_all(map(_document, gold)), strict=True):
        fine = not list(faults(one, analysis))
        for name in filter(None, (_named(one["set"]), one["bullet"])):
            asked[name] += 1
            right[name] += fine
    return {f"voices: {name}": 100 * right[name] / count for name, count in asked.items()}


def _named(part: str) -> str:
    return part if part.startswith("third") else f"{part} set"


def _document(gold: Gold) -> Document:
    return Document(
        text=gold["text"], source="gold", language="en", genre=gold.get("genre", "unknown"),
        outlet=gold.get("outlet"), published=When.on(_TODAY, basis="gold"),
    )  # fmt: skip


def faults(gold: Gold, analysis: Analysis) -> Iterator[str]:
    """What is wrong with what is found in one sentence."""
    found = Found(analysis)
    for extract in (times, names, statements):
        found.add(extract(analysis, found))
    left = list(found.statements)
    for want in gold["statements"]:
        got = max(left, key=lambda one: _likeness(found, want, one), default=None)
        if got is None or _likeness(found, want, got) < _SAME:
            yield f"missed: {want['content']}"
            continue
        left.remove(got)
        yield from _wrong(found, want, got)
    yield from (f"too many: {one.act} {_words(_said(one))}" for one in left)
    for word, wanted in gold.get("certainty", {}).items():
        token = next(one for one in analysis.tokens if one.text == word)
        if (is_now := status(analysis, found, token)) != wanted:
            yield f"{word} is {is_now}"


def _likeness(found: Found, want: Gold, got: Statement) -> float:
    """How far two statements share their words; of statements with the same words the one with the same speaker."""
    share = _overlap(_words(want["content"]), _words(_said(got)))
    same = _words(want["speaker"]) == _words(_text(got.speaker))
    meant = want.get("who") == _who(found, got.speaker)
    return share and share + 0.01 * same + 0.001 * meant


def _wrong(found: Found, want: Gold, got: Statement) -> Iterator[str]:
    if _overlap(_words(want["content"]), _words(_said(got))) < _RIGHT:
        yield f"content: {_said(got)}"
    if _words(want["speaker"]) != _words(_text(got.speaker)):
        yield f"speaker: {_text(got.speaker)}"
    for name, read in _FIELDS.items():
        if name in want and (is_now := read(found, got)) != _plain(want[name]):
            yield f"{name}: {is_now}"
    if "of" in want:
        answered = found.record(got.of) if got.of else None
        told = _said(answered) if isinstance(answered, Statement) else ""
        if not told.startswith(want["of"]):
            yield f"of: {told}"


def _plain(value: Any) -> Any:
    """A gold value as the fields are compared: lists by their words, days as text."""
    if isinstance(value, list):
        return [_words(one) for one in value]
    return str(value) if isinstance(value, date) else value


def _day(when: When) -> str | None:
    first, last = when.first_day, when.last_day
    return str(first) if first is not None and first == last else None


_FIELDS: Mapping[str, Callable[[Found, Statement], Any]] = {
    "act": lambda found, got: got.act,
    "form": lambda found, got: got.form,
    "channel": lambda found, got: got.channel,
    "said": lambda found, got: _day(got.said),
    "via": lambda found, got: _each(got.via),
    "addressee": lambda found, got: _each(got.addressee),
    "accused": lambda found, got: _each(got.accused),
    "chain": lambda found, got: _each(got.according_to[:-1]),
    "who": lambda found, got: _who(found, got.speaker),
    "accused_who": lambda found, got: _who(found, got.accused),
}


def _each(links: Sequence[Link]) -> list[tuple[str, ...]]:
    return [_words(link.span.text if link.span else "") for link in links]


def _text(links: Sequence[Link]) -> str:
    return " ".join(link.span.text for link in links if link.span)


def _who(found: Found, links: Sequence[Link]) -> str | None:
    """The name that the first link leads to."""
    mention = found.record(links[0].mention) if links and links[0].mention else None
    while isinstance(mention, Mention) and mention.antecedent:
        mention = found.record(mention.antecedent)
    return (mention.name or mention.evidence[0].text) if isinstance(mention, Mention) else None


def _said(statement: Statement) -> str:
    return " ".join(span.text for span in statement.content)


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(_WORD.findall((text or "").lower()))


def _overlap(a: Sequence[str], b: Sequence[str]) -> float:
    first, second = set(a), set(b)
    return len(first & second) / len(first | second) if first | second else 1.0
