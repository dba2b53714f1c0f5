"""Truces by their number: by one report there were five in a war, by a later one this is the third."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.analyse.differences.spelled import number_in
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Link
from rashomon.model.finding import Difference, Side
from rashomon.model.text import Document, Span

_ORDINALS: dict[str, int] = lexicon("figures")["ordinals"]
_NTH = rf"(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:nd|rd|th))"
_TRUCE = r"(?P<what>truces?|cease-?fires?|armistices?|pauses?|halts?|lulls?|cessations? of hostilities)"
# What may be a pause in anything is a truce where its sentence speaks of fighting.
_ANY_PAUSE = ("pause", "halt", "lull")
_FIGHTING = re.compile(r"\b(?:fire|firing|fighting|hostilities|shelling|bombing)\b", re.IGNORECASE)
# "A truce since May", "one truce" count nothing.
_CARDINALS = [word for word, size in lexicon("figures")["units"].items() if 1 < size <= 12]
# The time within which truces are counted: without it "the third truce" may be the third of anything.
_PERIOD = (
    r"(?P<period>since|so far|to date|of the (?:war|conflict|campaign)"
    r"|in (?:\w+ ){1,4}?(?:days|weeks|months|years|fortnight|week|month|year))"
)
_COUNTED = (
    re.compile(rf"\bthe {_NTH} (?:[\w-]+ ){{0,3}}?{_TRUCE}\b[^.;\n]{{0,40}}?\b{_PERIOD}\b", re.IGNORECASE),
    re.compile(
        rf"\b{_TRUCE}\b[^.;\n]{{0,60}}?\b(?:is|was|makes?|made|reckoned)\b[^.;\n]{{0,25}}?\bthe {_NTH}\b"
        rf"[^.;\n]{{0,50}}?\b{_PERIOD}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<nth>{'|'.join(_CARDINALS)}|\d{{1,2}}) {_TRUCE}\b[^.;\n]{{0,20}}?\b{_PERIOD}\b",
        re.IGNORECASE,
    ),
)
# Words of a truce that is yet to come, or of another war.
_NO_COUNT = re.compile(
    r"\b(?:if|will be|would be|expect\w*|hop(?:e|es|ed)|propos\w+|possible|another)\b", re.IGNORECASE
)


class _Count(NamedTuple):
    number: int
    document: Document
    span: Span
    in_a_while: bool
    """Whether only those of a stretch are counted ("in six weeks"): of the whole war there may be more."""


def numbered_truces(view: View) -> Iterator[Difference]:
    """A later report of one war counts fewer truces than an earlier one; one that counts more tells of a new one."""
    wars: list[tuple[frozenset[str], list[_Count]]] = []
    for document in sorted(view.documents.values(), key=lambda one: view.order[one.id]):
        found = max(_counts(document), key=lambda one: one.number, default=None)
        parties = _parties(view, found) if found is not None else frozenset()
        if found is not None and parties:
            same = next((told for war, told in wars if war <= parties or parties <= war), None)
            if same is None:
                wars.append((parties, [found]))
            else:
                same.append(found)
    for _, told in wars:
        if any(b.number < a.number and not b.in_a_while for n, a in enumerate(told) for b in told[n + 1 :]):
            yield _difference(told)


def _parties(view: View, count: _Count) -> frozenset[str]:
    """Those whose truces are counted: who is named in the sentence, else the two of whom the report tells most."""
    named: Counter[str] = Counter()
    here: set[str] = set()
    for mention, actor in view.named[count.document.id]:
        side = view.sides.of(actor)
        if side in view.actors and view.actors[side].type in ("state", "armed group"):
            named[side] += 1
            if count.span.covers(mention.evidence[0]):
                here.add(side)
    most = sorted(named, key=lambda one: (-named[one], one))[:2]
    return frozenset(here or most)


def _difference(told: Sequence[_Count]) -> Difference:
    each = {one.number: one for one in reversed(told)}
    shown = [one for one in told if each[one.number] is one]
    numbers = ", ".join(str(one.number) for one in shown)
    return Difference(
        type="other count",
        topic=f"Truces counted: {numbers}",
        sides=tuple(
            Side(
                who=(Link(document=one.document.id),),
                says=" ".join(one.span.text.split()),
                evidence=(one.span,),
                said=one.document.published,
            )
            for one in shown
        ),
        why=f"How many truces there were, by {len(shown)} reports: {numbers}; a later report counts fewer.",
        check="numbered_truces",
    )


def _counts(document: Document) -> Iterator[_Count]:
    """How many truces a report counts, each with its sentence."""
    for pattern in _COUNTED:
        for found in pattern.finditer(document.text):
            here = sentence(document, document.span(*found.span()))
            if any(one.start < found.end() and found.start() < one.end for one in document.furniture):
                continue
            if found["what"].casefold().startswith(_ANY_PAUSE) and not _FIGHTING.search(here.text):
                continue
            number = _number(found["nth"].casefold())
            if number and not _NO_COUNT.search(document.text, here.start, found.end()):
                yield _Count(number, document, here, found["period"].casefold().startswith("in "))


def _number(word: str) -> int:
    if word in _ORDINALS:
        return _ORDINALS[word]
    return number_in(re.sub(r"(?<=\d)[a-z]+$", "", word)) or 0
