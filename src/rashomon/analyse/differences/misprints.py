"""Numbers that a paper says it misprinted, by where it, or another, gave them."""

import re
from collections.abc import Iterator

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.differences.errors import corrections
from rashomon.analyse.differences.once import found_once
from rashomon.analyse.differences.sides import side_of
from rashomon.analyse.differences.spelled import numbers_in
from rashomon.analyse.figures import amount
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
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
_LEAST = 10
_LOSSES = frozenset({"killed", "wounded", "captured", "missing"})
_DEAD = re.compile(r"\b(?:dead|died|deaths?|lives|fallen|toll)\b", re.IGNORECASE)
# Right before the number that was wrong.
_INSTEAD = re.compile(r"\b(?:not|instead of|rather than) (?:the )?$", re.IGNORECASE)


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
        ids = {id for one in found_once(view, corrections) for side in one.sides[:2] for id in side.records}
        for one in found_once(view, misprints):
            wrong, right = one.sides
            ids |= {*wrong.records, *(each.id for each in view.figures if _told_in(each, right))}
        view.findings["misprinted"] = frozenset(ids)
    found: frozenset[str] = view.findings["misprinted"]
    return found


def _corrected(view: View) -> Iterator[tuple[Figure, Span, Span]]:
    """The figure that is wrong, the words of the right number, and the passage that corrects it."""
    known = {
        (span.document, sentence(view.documents[span.document], span).start)
        for one in found_once(view, corrections)
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
    numbers = [one for one in numbers_in(document, passage) if one[0] >= _LEAST]
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


def _with_next(document: Document, here: Span) -> Span:
    """A sentence with the one behind it in its paragraph."""
    rest = document.text[here.end : here.end + 40]
    begin = here.end + len(rest) - len(rest.lstrip())
    if begin >= len(document.text) or "\n\n" in rest[: begin - here.end]:
        return here
    return document.span(here.start, sentence(document, document.span(begin, begin + 1)).end)


def _told_in(one: Figure, side: Side) -> bool:
    return any(span.meets(other) for span in one.evidence for other in side.evidence)
