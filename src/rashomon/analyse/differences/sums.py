"""Sums told in words that fail: so many breaches or attacks, with parts that make another number."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.analyse.differences.errors import parts_and_totals
from rashomon.analyse.differences.once import found_once
from rashomon.analyse.differences.spelled import number_in, numbers_in
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link
from rashomon.model.finding import Difference, Side
from rashomon.model.text import Document, Span

_SPELLED = (
    r"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]{3,5})?|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|six|seven|eight|nine|ten|eleven|twelve)"
)
# How much the parts may miss their total, as a share of it.
_MISS = 0.1
_PARTS = re.compile(
    r"(?:of (?:them|these|which)|on|in|before|after|against|by|at|during|the first|the second|from|with)\b",
    re.IGNORECASE,
)
# Words before parts that are not all there is, or no exact number.
_AMONG = re.compile(
    r"\b(?:including|includes?|among|such as|at least|more than|over|about|some|nearly)\b", re.IGNORECASE
)
# A smaller total is hardly told by its parts.
_FEWEST = 6


def sums_in_words(view: View) -> Iterator[Difference]:
    """So many breaches or attacks, told with parts that do not make as many."""
    known = {
        (span.document, sentence(view.documents[span.document], span).start)
        for one in found_once(view, parts_and_totals)
        for span in one.sides[0].evidence[:1]
    }
    nouns = "|".join(sorted({"occasions", "times", "incidents", "cases", *words("figures", "breaches"),
                             *words("comparison", "counted")}))  # fmt: skip
    total = re.compile(
        rf"(?P<number>\b(?:\d{{1,3}}|{_SPELLED})) (?:(?!(?:weeks?|days?|hours?)\b)[a-z-]+ )?(?:{nouns})(?:e?s)?\b",
        re.IGNORECASE,
    )
    # Behind a part stands what the total counts, or nothing: "by ten *gunmen* in four villages" tells no parts.
    again = re.compile(rf" ?(?:(?:more|others?|such) )?(?:(?:{nouns})(?:e?s)? )?{_PARTS.pattern}", re.IGNORECASE)
    for document in view.documents.values():
        for found in total.finditer(document.text):
            number = number_in(found["number"])
            here = sentence(document, document.span(*found.span()))
            if number is None or number < _FEWEST or (document.id, here.start) in known:
                continue
            parts = _parts(document, document.span(found.end(), here.end), again)
            added = sum(value for value, _ in parts)
            if len(parts) < 2 or _AMONG.search(document.text, max(here.start, found.start() - 14), parts[0][1].end):
                continue
            if added != number and abs(added - number) <= max(1, _MISS * number):
                yield _failing(document, document.span(*found.span()), number, parts)


def _parts(document: Document, rest: Span, again: re.Pattern[str]) -> Sequence[tuple[int, Span]]:
    """The numbers that follow a total, where all of them are told as its parts; else none."""
    numbers = [one for one in numbers_in(document, rest) if one[0] > 0]
    if not numbers:
        return ()
    ends = [*(span.start for _, span in numbers[1:]), rest.end]
    told = [document.text[span.end : end] for (_, span), end in zip(numbers, ends, strict=True)]
    if not all(again.match(each) for each in told):
        return ()
    near = all(b.start - a.end <= 60 for (_, a), (_, b) in pairwise(numbers))
    return numbers if near else ()


def _failing(document: Document, total: Span, number: int, parts: Sequence[tuple[int, Span]]) -> Difference:
    own = (Link(document=document.id),)
    span = document.span(parts[0][1].start, parts[-1][1].end)
    added = " + ".join(str(value) for value, _ in parts)
    return Difference(
        type="error in source",
        topic=f"{number} told as {' and '.join(str(value) for value, _ in parts)}",
        sides=tuple(
            Side(who=own, says=" ".join(each.text.split()), evidence=(each,), said=document.published)
            for each in (total, span)
        ),
        why=f"The parts ({added}) make {sum(value for value, _ in parts)}, not {number}; which of them is wrong is "
        "not known.",
        check="sums_in_words",
    )
