"""Numbers that a paper says it misprinted, by where it, or another, gave them; and sums told in words that fail."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.differences.errors import corrections, parts_and_totals
from rashomon.analyse.differences.sides import side_of
from rashomon.analyse.differences.spelled import number_in
from rashomon.analyse.figures import amount
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.language.lexicon import words
from rashomon.model.annotation import Figure, Link
from rashomon.model.finding import Difference, Side
from rashomon.model.text import Document, Span

# What was told amiss; who was shot or held by mistake was not misprinted.
_AMISS = r"(?:wrongly|incorrectly|mistakenly|in error|by mistake)"
_TOLD = r"(?:put|gave|given|stated|said|listed|printed|published|quoted|named|reported|counted|identified|rendered)"
# Words by which a paper corrects what was printed.
_CORRECTS = re.compile(
    r"\bshould (?:have read|have been|read)\b|\bcorrect(?:s|ion|ed|ing)\b|\berrat(?:um|a)\b|\bmisstated\b"
    rf"|\btransposed\b|\b{_AMISS}\b (?:\w+ )?{_TOLD}\b|\b{_TOLD}\b[^.;:]{{0,60}}?\b{_AMISS}\b",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"\b(?:reports?|stor(?:y|ies)|dispatch(?:es)?|articles?|bulletins?|editions?|versions?|entr(?:y|ies)|items?|posts?)\b"
    r"|\bcorrection\b|\bcorrects\b",
    re.IGNORECASE,
)
_WORD = r"(?:[a-z]{3,9}(?:-[a-z]{3,5})?)"
_NUMBER = re.compile(rf"(?<![\w.,-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{_WORD})(?![\w%-]|[.,]\d)", re.IGNORECASE)
_SPELLED = (
    r"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]{3,5})?|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|six|seven|eight|nine|ten|eleven|twelve)"
)
_LEAST = 10
_LOSSES = frozenset({"killed", "wounded", "captured", "missing"})
_DEAD = re.compile(r"\b(?:dead|died|deaths?|lives|fallen|toll)\b", re.IGNORECASE)
# Right before the number that was wrong.
_INSTEAD = re.compile(r"\b(?:not|instead of|rather than) (?:the )?$", re.IGNORECASE)
# What is no count: days, hours, distances, ordinals, years.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_NO_COUNT = re.compile(
    rf"\b(?:\d{{1,2}}(?: (?:and|to) \d{{1,2}})? {_MONTH}|{_MONTH} \d{{1,2}}\b(?:(?: and |-)\d{{1,2}}\b)?"
    rf"|(?:\d+|{_WORD}) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|o['’]clock|km|kilomet\w+|miles?|met\w+"
    r"|per cent|percent|points?)\b|\d+(?:st|nd|rd|th)\b|\d{1,2}[:.]\d\d\b|(?:1[5-9]|20)\d\d\b"
    r"|(?:no one|one another|one of|each one|at one)\b)",
    re.IGNORECASE,
)
# A total and its parts, all in words: what is counted so, and how much the parts may miss it.
_MISS = 0.1
_PARTS = re.compile(
    r"(?:of (?:them|these|which)|on|in|before|after|against|by|at|during|the first|the second|from|with)\b",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\b(?:including|includes?|among|such as|at least|more than|over|about|some|nearly)\b", re.IGNORECASE
)
_FEWEST = 6


def misprints(view: View) -> Iterator[Difference]:
    """A paper corrects a number; the number it replaces stands in another report, or beside it."""
    for wrong, right, passage in _corrected(view):
        own = (Link(document=passage.document),)
        document = view.documents[passage.document]
        side = Side(who=own, says=" ".join(passage.text.split()), evidence=(right,), said=document.published)
        yield Difference(
            type="error in source",
            topic=f"{amount(wrong)} corrected to {right.text}",
            sides=(side_of(view, wrong), side),
            why=f"{amount(wrong)} was misprinted for {right.text}, as a report says that corrects it.",
            check="misprints",
        )


def misprinted(view: View) -> frozenset[str]:
    """The ids of the figures that a report corrects, and of those that correct them: no counter's own."""
    if "misprinted" not in view.findings:
        ids = {id for one in corrections(view) for side in one.sides[:2] for id in side.records}
        for wrong, right, _ in _corrected(view):
            ids.add(wrong.id)
            ids |= {
                one.id for one in view.figures
                if one.document == right.document and any(_meet(span, right) for span in one.evidence)
            }  # fmt: skip
        view.findings["misprinted"] = frozenset(ids)
    found: frozenset[str] = view.findings["misprinted"]
    return found


def _corrected(view: View) -> Iterator[tuple[Figure, Span, Span]]:
    """The figure that is wrong, the words of the right number, and the passage that corrects it."""
    known = {
        (span.document, sentence(view.documents[span.document], span).start)
        for one in corrections(view)
        for side in one.sides[:2]
        for span in side.evidence
    }
    for document in view.documents.values():
        until = -1
        for found in _CORRECTS.finditer(document.text):
            here = sentence(document, document.span(*found.span()))
            if found.start() < until or (document.id, here.start) in known:
                continue
            passage = _with_next(document, here)
            until = passage.end
            if _PRINTED.search(passage.text) and (pair := _wrong_figure(view, document, passage)):
                yield (*pair, passage)


def _wrong_figure(view: View, document: Document, passage: Span) -> tuple[Figure, Span] | None:
    """The figure that a passage corrects: of a thing it names, given before, by a slip of the pen from the right."""
    numbers = [one for one in _numbers(document, passage) if one[0] >= _LEAST]
    text = document.text
    right = [one for one in numbers if not _INSTEAD.search(text, passage.start, one[1].start)]
    if not right:
        return None
    value, span = right[-1]
    said, others = stems_in(passage.text), {number for number, _ in numbers if number != value}
    for one in view.figures:
        before = view.order[one.document] < view.order[document.id] and not one.background
        if not before or one.low is None or one.low != one.high or not _slip(int(one.low), value):
            continue
        one_paper = document.outlet is not None and view.documents[one.document].outlet == document.outlet
        of_it = bool(stems_in(one.counts) & said) or bool(one.counts == "killed" and _DEAD.search(passage.text))
        # Of the dead of a war some number is always like another: the wrong one is named, or turned round.
        if one.low in others and (of_it or one.counts not in _LOSSES):
            return one, span
        if of_it and one_paper and _transposed(int(one.low), value):
            return one, span
    return None


def _slip(wrong: int, right: int) -> bool:
    """Whether two numbers differ as misprints do: the same digits in another order, one digit, or one zero more."""
    a, b = str(wrong), str(right)
    if wrong == right or len(a) != len(b):
        return wrong in (10 * right, right / 10)
    return _transposed(wrong, right) or sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _transposed(wrong: int, right: int) -> bool:
    return wrong != right and sorted(str(wrong)) == sorted(str(right))


def sums_in_words(view: View) -> Iterator[Difference]:
    """So many breaches or attacks, told with parts that do not make as many."""
    known = {
        sentence(view.documents[span.document], span).start
        for one in parts_and_totals(view)
        for span in one.sides[0].evidence[:1]
    }
    nouns = "|".join(sorted({"occasions", "times", "incidents", "cases", *words("figures", "breaches"),
                             *words("comparison", "counted")}))  # fmt: skip
    total = re.compile(
        rf"(?P<number>\b(?:\d{{1,3}}|{_SPELLED})) (?:(?!(?:weeks?|days?|hours?)\b)[a-z-]+ )?(?:{nouns})(?:e?s)?\b",
        re.IGNORECASE,
    )
    for document in view.documents.values():
        for found in total.finditer(document.text):
            number = number_in(found["number"]) if not found["number"].isdigit() else int(found["number"])
            here = sentence(document, document.span(*found.span()))
            if number is None or number < _FEWEST or here.start in known:
                continue
            parts = _parts(document, document.span(found.end(), here.end), nouns)
            added = sum(value for value, _ in parts)
            if len(parts) < 2 or _AMONG.search(document.text, max(here.start, found.start() - 14), parts[0][1].end):
                continue
            if added != number and abs(added - number) <= max(1, _MISS * number):
                yield _failing(document, document.span(*found.span()), number, parts)


def _parts(document: Document, rest: Span, noun: str) -> Sequence[tuple[int, Span]]:
    """The numbers that follow a total, where all of them are told as its parts; else none."""
    numbers = [one for one in _numbers(document, rest) if one[0] > 0]
    if not numbers:
        return ()
    ends = [*(span.start for _, span in numbers[1:]), rest.end]
    told = [document.text[span.end : end] for (_, span), end in zip(numbers, ends, strict=True)]
    # Behind a part stands what the total counts, or nothing: "by ten *gunmen* in four villages" tells no parts.
    again = re.compile(rf" ?(?:(?:more|others?|such) )?(?:(?:{noun})(?:e?s)? )?{_PARTS.pattern}", re.IGNORECASE)
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


def _numbers(document: Document, here: Span) -> list[tuple[int, Span]]:
    """The counts in a passage, with where they stand; days, distances and years are none."""
    text = document.text[here.start : here.end]
    no_count = [found.span() for found in _NO_COUNT.finditer(text)]
    found = []
    for one in _NUMBER.finditer(text):
        said = one.group().replace(",", "")
        value = int(said) if said.isdigit() else number_in(said)
        if value is not None and not any(start <= one.start() < end for start, end in no_count):
            found.append((value, document.span(here.start + one.start(), here.start + one.end())))
    return found


def _with_next(document: Document, here: Span) -> Span:
    """A sentence with the one behind it in its paragraph."""
    rest = document.text[here.end : here.end + 40]
    begin = here.end + len(rest) - len(rest.lstrip())
    if begin >= len(document.text) or "\n\n" in rest[: begin - here.end]:
        return here
    return document.span(here.start, sentence(document, document.span(begin, begin + 1)).end)


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
