"""What a rule of the grammar is, and how rules are put down: a pattern over a function that reads its matches."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from rashomon.extract.times import words
from rashomon.extract.times.forms import Partial, Reading
from rashomon.model.annotation import TimexType

Match = re.Match[str]
Build = Callable[[Match], Iterator[Reading]]


class Rule(NamedTuple):
    """A rule of the grammar: its name, its pattern, and how a match is read."""

    name: str
    pattern: re.Pattern[str]
    build: Build


RULES: list[Rule] = []
"""All rules, in the order in which the modules that hold them are imported; the first wins among equals."""


def rule(pattern: str) -> Callable[[Build], Build]:
    """Make the function below the reader of what `pattern` matches; its name is the rule's."""

    def add(build: Build) -> Build:
        RULES.append(Rule(build.__name__.strip("_"), words.compiled(pattern), build))
        return build

    return add


def reading_of(found: Match, type: TimexType, name: str, **what: Any) -> Reading:
    """A reading of the whole match."""
    return Reading(start=found.start(), end=found.end(), type=type, rule=name, **what)


def date_reading(
    found: Match, name: str, partial: Partial, start: int | None = None, end: int | None = None
) -> Reading:
    """A reading of a date, of the whole match unless told otherwise."""
    first = found.start() if start is None else start
    last = found.end() if end is None else end
    type: TimexType = "TIME" if partial.part or partial.clock else "DATE"
    return Reading(start=first, end=last, type=type, rule=name, partial=partial)
