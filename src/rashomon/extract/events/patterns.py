"""Which words say that something happened: the patterns of `lexicon/events*.yaml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any, Literal, TypeAlias

from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import EventType

Kinds = frozenset[str]
"""Lemmas of which one must stand in a place."""


Complement: TypeAlias = Literal[
    True,
    "to",
    "should",
    "must",
    "own",
    "will",
    "silence",
    "threat",
    "harm",
    "aid",
    "enlist",
    "signed",
    "others",
    "goodwill",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One line of the lexicon for one of its words; None leaves a place open."""

    type: EventType
    word: str
    rest: tuple[str, ...] = ()
    mode: str | None = None
    name: str = ""
    object: Kinds | None = None
    subject: Kinds | None = None
    without: Kinds = frozenset()
    prep: Mapping[str, Kinds | None] = field(default_factory=dict)
    advmod: Kinds | None = None
    oprd: Kinds | None = None
    complement: Complement | None = None
    bare: bool = False
    modal: bool = False
    refused: bool = False
    actor: bool = False
    whom: Literal[True, "person"] | None = None
    both: bool = False
    turned: bool = False
    topic: bool = False
    intransitive: bool = False
    mutual: bool = False
    of: str = "none"
    things: Kinds | None = None
    loose: bool = False
    counted: bool = False
    dated: bool = False
    stopping: Kinds | None = None
    official: bool = False
    party: bool = False
    violent: bool = False
    direct: bool = False
    idiom: bool = False
    """Whether the verb tells nothing without what stands with it."""
    named: bool = False
    """Whether it asks for a place or people that have a name."""

    @property
    def narrowness(self) -> int:
        """How much it asks for; the narrower of two patterns wins."""
        asked = (
            self.object,
            self.subject,
            self.prep,
            self.advmod,
            self.oprd,
            self.complement,
            self.things,
            self.intransitive,
            self.refused,
            self.both,
        )
        named = any(kinds is not None for kinds in self.prep.values())  # "by telephone" asks for more than "with"
        harm = self.complement in ("harm", "threat")
        asks = 2 * sum(bool(one) for one in asked) + bool(self.whom) + harm
        return 2 * len(self.rest) + 4 * self.refused + asks + 3 * named


@cache
def verb_patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """The patterns of each verb, the narrowest first."""
    return _by_word("verbs", last=False)


@cache
def noun_patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """The patterns of each noun by its head word ("strike" of "air strike"), the narrowest first."""
    return _by_word("nouns", last=True)


@cache
def things(name: str) -> Kinds:
    """The lemmas of a kind of things."""
    return frozenset(lexicon("events")["things"].get(name, [name]))


# Where the patterns stand, the plain words before the idioms.
_LEXICONS = ("events", "events_force", "events_peace", "events_words")


def _by_word(group: str, *, last: bool) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = {}
    for name, line in chain.from_iterable(((name, line) for line in lexicon(name)[group]) for name in _LEXICONS):
        asked = _asked({"idiom": name != _LEXICONS[0]} | line)  # once, though a line may have fifty phrases
        for phrase in line["words"]:
            parts = phrase.split()
            word, rest = (parts[-1], parts[:-1]) if last else (parts[0], parts[1:])
            found.setdefault(word, []).append(Pattern(word=word, rest=tuple(rest), **asked))
    return {word: tuple(sorted(items, key=lambda one: -one.narrowness)) for word, items in found.items()}


def _asked(line: Mapping[str, Any]) -> dict[str, Any]:
    """What a line asks for beside its words, as fields of its patterns."""
    kinds: dict[str, Any] = {
        key: _kinds(line[key]) for key in ("object", "subject", "advmod", "oprd", "things", "stopping") if key in line
    }
    plain = {
        key: line[key]
        for key in (
            "type",
            "mode",
            "name",
            "complement",
            "bare",
            "modal",
            "refused",
            "actor",
            "whom",
            "both",
            "turned",
            "topic",
            "intransitive",
            "mutual",
            "of",
            "loose",
            "counted",
            "dated",
            "official",
            "party",
            "violent",
            "direct",
            "idiom",
        )
        if key in line
    }
    prep = line.get("prep", {})
    preps = {one: _kinds(prep[one]) if isinstance(prep, dict) else None for one in prep}
    named = any(one & _MARKS for one in (*kinds.values(), *preps.values()) if one)
    return {"named": named, "prep": preps, "without": _kinds(line.get("without", []))} | kinds | plain


_MARKS = frozenset({"@place", "@people", "@person"})


def _kinds(names: Iterable[str]) -> Kinds:
    return frozenset().union(*(things(name) for name in names))
