"""Whether a telling is of a machine's loss: an aircraft brought down is another deed than the town bombed that day."""

import re
from collections.abc import Iterator
from typing import Literal

from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Event

Of = Literal["loss", "other", ""]
"""A loss of a machine; a deed of a known kind that names no machine; what may be either."""

# What a deed on a machine may be called too ("the attack", "the blast").
_EITHER = frozenset({"downing", "sinking", "blasting", "raiding"})
# A type by letters and number ("a Kr-12").
_TYPE = re.compile(r"\b[A-Z][A-Za-z]*-\d+")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def acts(cue: str) -> Iterator[str]:
    """Yield the kinds of deed that a cue tells of ("landing", "shelling")."""
    said = set(cue.split())
    for act, forms in lexicon("comparison")["acts"].items():
        if any(form in said or (" " in form and form in cue) for form in forms):
            yield act


def of(event: Event, cue: str) -> Of:
    """What an attack is as to machines; "" for all else."""
    if event.type != "ASSAULT":
        return ""
    told = set(acts(cue))
    if next(_named(_text(event)), None):
        gone = told & {"downing", "sinking"} or words("comparison", "losing") & set(cue.split())
        return "loss" if gone else ""
    return "other" if told and not told & _EITHER else ""


def lost(event: Event, cue: str) -> frozenset[str]:
    """The machines of whose loss an attack tells ("helicopter", "kr-12"); none where it tells of no loss."""
    return frozenset(_named(_text(event))) if of(event, cue) == "loss" else frozenset()


def _text(event: Event) -> str:
    return " ".join(span.text for span in event.evidence)


def _named(text: str) -> Iterator[str]:
    machines = words("comparison", "machines")
    yield from (found.lower() for found in _TYPE.findall(text))
    for word in _WORD.findall(text.lower()):
        if word in machines:
            yield word
        elif word.removesuffix("s") in machines:
            yield word.removesuffix("s")
