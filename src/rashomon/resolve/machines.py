"""Whether a telling is of a machine's loss: an aircraft brought down is another deed than the town bombed that day."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Event

Of = Literal["loss", "other", ""]
"""A loss of a machine; a deed of a known kind that names no machine; what may be either."""

# What a deed on a machine may be called too ("the attack", "the blast").
_EITHER = frozenset({"downing", "sinking", "blasting", "raiding"})
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*|\d+")
# Words up to so far before a machine may count it ("nine burnt-out tanks").
_BEFORE = 3


@lru_cache(maxsize=1 << 12)  # most deeds are told in a few words that others use too, and each is asked thrice
def acts(cue: str) -> frozenset[str]:
    """The kinds of deed that a cue tells of ("landing", "shelling")."""
    words_of, phrases_of = _forms()
    told = {act for word in cue.split() for act in words_of.get(word, ())}
    return frozenset(told.union(act for phrase, act in phrases_of if phrase in cue))


@cache
def _forms() -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """The kinds of deed by each word that tells of them, and the phrases that do with theirs."""
    words_of: dict[str, list[str]] = {}
    phrases_of: list[tuple[str, str]] = []
    for act, forms in lexicon("comparison")["acts"].items():
        for form in forms:
            words_of.setdefault(form, []).append(act)
            if " " in form:
                phrases_of.append((form, act))
    return words_of, phrases_of


def of(event: Event, cue: str) -> Of:
    """What an attack is as to machines; "" for all else."""
    if event.type != "ASSAULT":
        return ""
    told = acts(cue)
    if next(_named(_text(event)), None):
        gone = told & {"downing", "sinking"} or (words("comparison", "losing") & set(cue.split()) and _suffers(event))
        return "loss" if gone else ""
    return "other" if told and not told & _EITHER else ""


def lost(event: Event, cue: str) -> frozenset[str]:
    """The one aircraft or vessel that a telling says was brought down or sunk; nothing where it may be several.

    Of what was destroyed on a day there may be many, and what brings another down is not lost itself.
    """
    if event.type != "ASSAULT" or not acts(cue) & {"downing", "sinking"}:
        return frozenset()
    behind, before = _around(event)
    found = set(_single(behind)) or (set() if next(_named(behind), None) else set(_single(before)))
    return frozenset(found)


def _suffers(event: Event) -> bool:
    """Whether a machine stands behind the deed, or before it in the passive ("jets destroyed a bridge": neither)."""
    behind, before = _around(event)
    passive = not words("comparison", "passive").isdisjoint(_WORD.findall(f"{before} {event.cue[0].text}".lower())[-5:])
    return next(_named(behind), None) is not None or (passive and next(_named(before), None) is not None)


def _around(event: Event) -> tuple[str, str]:
    """What a telling says behind its deed, without who or what did it ("by a jet"), and what it says before."""
    cue, spans = event.cue[0], [one for one in event.evidence if one.covers(event.cue[0])]
    text, start = (spans[0].text, spans[0].start) if spans else (_text(event), 0)
    behind = text[cue.end - start :] if spans else text
    return re.split(r"\b(?:by|with|from)\b", behind)[0], text[: cue.start - start] if spans else ""


def _single(text: str) -> Iterator[str]:
    """The aircraft and vessels of which a text names one."""
    yield from (found.lower() for found in types(text))
    kinds = lexicon("comparison")["kinds"]
    said = _WORD.findall(text.lower())
    for n, word in enumerate(said):
        counted = any(one.isdigit() or one in _several() for one in said[max(0, n - _BEFORE) : n])
        if word in words("comparison", "machines") and word in (*kinds["aircraft"], *kinds["vessel"]) and not counted:
            yield word


@cache
def _several() -> frozenset[str]:
    return frozenset(lexicon("figures")["units"]) - {"one"} | words("comparison", "several")


@cache
def _types() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('comparison', 'makes'))})-\d+[A-Z]{{0,2}}\b")


def types(text: str) -> list[str]:
    """The types of aircraft that a text names by letters and number ("Mi-24"); roads and explosives have such too."""
    return _types().findall(text)


def _text(event: Event) -> str:
    return " ".join(span.text for span in event.evidence)


def _named(text: str) -> Iterator[str]:
    machines = words("comparison", "machines")
    yield from (found.lower() for found in types(text))
    for word in _WORD.findall(text.lower()):
        if word in machines:
            yield word
        elif word.removesuffix("s") in machines:
            yield word.removesuffix("s")
