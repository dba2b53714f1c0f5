"""Truces by their number: by one report a truce is the third of its war, by another there were five."""

import re
from collections.abc import Iterator

from rashomon.analyse.differences.spelled import number_in
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.model.annotation import Link
from rashomon.model.finding import Difference, DifferenceType, Side
from rashomon.model.text import Document, Span

_ORDINALS = (
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_NTH = rf"(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:nd|rd|th))"
_TRUCE = r"(?:truces?|cease-?fires?|armistices?|pauses?|halts?|lulls?|cessations? of hostilities)"
# The time within which truces are counted: without it "the third truce" may be the third of anything.
_PERIOD = (
    r"(?:since|so far|to date|of the (?:war|conflict|campaign)"
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
        rf"\b(?P<nth>two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}}) {_TRUCE}\b[^.;\n]{{0,20}}?\b{_PERIOD}\b",
        re.IGNORECASE,
    ),
)
# Words of a truce that is yet to come, or of another war.
_NO_COUNT = re.compile(
    r"\b(?:if|will be|would be|expect\w*|hop(?:e|es|ed)|propos\w+|possible|another)\b", re.IGNORECASE
)


def numbered_truces(view: View) -> Iterator[Difference]:
    """Reports count the truces of the war and come to several numbers: one more since, or counted otherwise."""
    told: dict[int, tuple[Document, Span]] = {}
    for document in sorted(view.documents.values(), key=lambda one: view.order[one.id]):
        found = max(_counts(document), key=lambda one: one[0], default=None)
        if found is not None:
            told.setdefault(found[0], (document, found[1]))
    if len(told) < 2:
        return
    numbers = list(told)
    kind: DifferenceType = "other date" if numbers == sorted(numbers) else "other count"
    yield Difference(
        type=kind,
        topic=f"Truces counted: {', '.join(map(str, numbers))}",
        sides=tuple(
            Side(
                who=(Link(document=document.id),),
                says=" ".join(span.text.split()),
                evidence=(span,),
                said=document.published,
            )
            for document, span in told.values()
        ),
        why=f"How many truces there were, by {len(told)} reports: {', '.join(map(str, numbers))}"
        + ("; each later report counts more." if kind == "other date" else "; a later report counts fewer."),
        check="numbered_truces",
    )


def _counts(document: Document) -> Iterator[tuple[int, Span]]:
    """How many truces a report counts, each with its sentence."""
    for pattern in _COUNTED:
        for found in pattern.finditer(document.text):
            here = sentence(document, document.span(*found.span()))
            if any(one.start < found.end() and found.start() < one.end for one in document.furniture):
                continue
            if not _NO_COUNT.search(document.text, here.start, found.end()):
                yield _number(found["nth"].casefold()), here


def _number(word: str) -> int:
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 2
    return number_in(re.sub(r"(?<=\d)[a-z]+$", "", word)) or 0
