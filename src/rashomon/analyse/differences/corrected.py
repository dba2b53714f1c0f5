"""What a source takes back in words, and years that its own dates do not bear."""

import re
from collections.abc import Iterator
from heapq import merge

from rashomon.analyse.differences.errors import corrections
from rashomon.analyse.differences.misprints import misprints
from rashomon.analyse.differences.once import found_once
from rashomon.analyse.differences.sides import side_of, states
from rashomon.analyse.differences.spelled import number_in
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.model.annotation import Figure, Link
from rashomon.model.finding import Difference, Side
from rashomon.model.text import Document, Span

# Words by which a paper takes back what it printed itself: at the head of a line, or wherever they stand.
_ANNOUNCED = re.compile(
    r"(?m)^\W{0,3}(?:\d\d[.:]\d\d\W{1,4})?(?:corrections?\b\s?[.:]|errat(?:um|a)\b|corrigendum\b)", re.IGNORECASE
)
_TAKEN_BACK = re.compile(
    r"\b(?:corrigendum\b|(?:(?:an|our|the|its) (?:earlier|previous|\d\d[.:]\d\d)|our first) "
    r"(?:edition|version|entry|report|dispatch|post|bulletin|figure|note)\b|misstated\b|transposed\b|by mistake\b"
    r"|wrongly (?:gave|put|stated|reported|said|listed)\b|should (?:have read|read)\b)",
    re.IGNORECASE,
)
_TEXT = (
    r"(?:entr(?:y|ies)|reports?|dispatch(?:es)?|stor(?:y|ies)|articles?|bulletins?|notes?|posts?|headlines?|captions?"
    r"|newspaper|paper|page|column|version)"
)
_PRINT = r"(?:gave|given|wrote|printed|published|reported|misstated|stated|listed|named)"
# Only of what was printed is it a correction: fighters hit each other "by mistake" too.
_PRINTED = re.compile(
    rf"\b(?:editions?|(?:earlier|previous) version(?! of )|version of (?:this|our|the) {_TEXT}"
    rf"|(?:our|this|these) (?:[\w.:]+ )?{_TEXT}|{_TEXT} (?:of [^.,;]{{1,20}} )?should (?:have )?read"
    rf"|{_PRINT}(?: \d+ (?:dead|wounded|killed|missing))? (?:by mistake|wrongly|mistakenly)"
    rf"|(?:by mistake|wrongly|mistakenly) {_PRINT})\b",
    re.IGNORECASE,
)
# Where, inside one sentence, the right is set against the wrong.
_TURN = re.compile(r",? (?:and )?not |; |, but |, instead of | rather than ")
# "Sixteen years later Osk remains": to the report's own day.
_LATER = re.compile(
    r"\b(?P<years>\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?) years (?:later|on),? [^.;\n]{2,60}?"
    r"\b(?:remains?|still|continues?)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
# How far back the year stands from which years are counted, in characters.
_BACK = 700
# A sentence of so few words only announces a correction.
_FEW = 2
# Those counted as dead who are not, and not only asked about.
_ASKED = re.compile(r"\b(?:if|whether)\b", re.IGNORECASE)
_ALIVE = re.compile(r"\b(?:are|is|were|was|turned up|found) (?:still )?alive\b|\bcounted twice\b", re.IGNORECASE)
_MANY = 20
_SINCE = re.compile(
    r"\b(?P<years>\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?) years "
    r"(?P<since>since\b[^.;]{0,90}?\b(?P<year>1[5-9]\d\d|20\d\d))\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b(?!In\b|The\b)[A-Z][a-z]{2,}")


def taken_back_in_words(view: View) -> Iterator[Difference]:
    """A paper says itself that what it told was wrong; the wrong and the right stand side by side."""
    counted = {
        (side.evidence[0].document, sentence(view.documents[side.evidence[0].document], side.evidence[0]).start)
        for one in (*found_once(view, corrections), *found_once(view, misprints))
        for side in one.sides
    }
    for document in view.documents.values():
        until = 0  # a sentence of a megabyte is read once, however often it takes something back
        for found in _takings_back(document):
            if found.start() < until:
                continue
            here = sentence(document, document.span(*found.span()))
            if len(here.text.split()) <= _FEW:  # "Correction."
                here = _next(document, here) or here
            until = here.end
            sides = _wrong_and_right(document, here)
            if sides is not None and (document.id, here.start) not in counted:
                yield _difference(document, sides, f"The source itself takes it back (“{found.group()}”).")


def _takings_back(document: Document) -> Iterator[re.Match[str]]:
    """The words by which a paper takes something back, in text order."""
    said = (
        one for one in _TAKEN_BACK.finditer(document.text)
        if _PRINTED.search(sentence(document, document.span(*one.span())).text)
    )  # fmt: skip
    yield from merge(_ANNOUNCED.finditer(document.text), said, key=lambda one: one.start())


def counted_dead_but_alive(view: View) -> Iterator[Difference]:
    """Some of those in a count are told to be alive: the count as it was told elsewhere was wrong."""
    given: dict[object, list[Figure]] = {}
    for one in view.figures:
        given.setdefault((one.counts, one.low, one.high), []).append(one)
    for one in view.figures:
        here = sentence(view.documents[one.document], one.evidence[0])
        if (
            one.counts in ("killed", "missing")
            and (one.low or 0) > 1
            and _ALIVE.search(here.text)
            and not _ASKED.search(here.text)
        ):
            same = (other for other in given[one.counts, one.low, one.high] if other.document != one.document)
            # Two were killed in many a place: few have to be few of one side.
            before = [
                other for other in same
                if (one.low or 0) >= _MANY or states(view, one.side) & states(view, other.side)
            ]  # fmt: skip
            if before:
                yield Difference(
                    type="error in source",
                    topic=" ".join(here.text.split())[:160],
                    sides=(side_of(view, before[0]), side_of(view, one)),
                    why="Some of those who were counted are told to be alive: the count was wrong as it was given.",
                    check="counted_dead_but_alive",
                )


def years_that_do_not_fit(view: View) -> Iterator[Difference]:
    """So many years since a year, in a report of a day that is not so many years later."""
    for document in view.documents.values():
        for found in _SINCE.finditer(document.text) if document.published.last_day else ():
            years, year = number_in(found["years"]), int(found["year"])
            real = _years_since(document, year)
            if years is None or real is None or "\n\n" in found.group():
                continue
            # Of a report whose first possible day is not known it is only known that more years cannot have gone by.
            if 1 < abs(real - years) <= real and (document.published.first_day or years > real):
                elsewhere = _year_elsewhere(view, document, found["year"], found.group())
                parts = document.span(found.start(), found.start("since") - 1), document.span(*found.span("since"))
                yield _difference(document, (*parts, *elsewhere), f"From {year} to the report it is {real} years, "
                                  f"not {years}; which of them is wrong is not known.")  # fmt: skip


def _years_since(document: Document, year: int) -> int | None:
    """The years from one to the report's; to the last possible one where the first is not known."""
    first, last = document.published.first_day, document.published.last_day
    if last is None or (first is not None and first.year != last.year):
        return None
    return last.year - year


def years_later_that_do_not_fit(view: View) -> Iterator[Difference]:
    """It is still so "so many years later", but from the year named before to the report it is not so many."""
    for document in view.documents.values():
        day = document.published.first_day
        last, until = document.published.last_day, 0
        for found in _LATER.finditer(document.text) if day and last and day.year == last.year else ():
            years = number_in(found["years"])
            before = document.text[max(0, found.start() - _BACK) : found.start()]
            named = _YEAR.findall(before)
            real = day.year - int(named[-1]) if named and day else 0
            if found.start() >= until and years is not None and 1 < abs(real - years) <= real:
                at = found.start() - len(before) + before.rindex(named[-1])
                spans = sentence(document, document.span(at, at + 4)), sentence(document, document.span(*found.span()))
                until = spans[1].end
                yield _difference(document, spans, f"From {named[-1]} to the report it is {real} years, "
                                  f"not {years}; which of them is wrong is not known.")  # fmt: skip


def _difference(document: Document, spans: tuple[Span, ...], why: str) -> Difference:
    return Difference(
        type="error in source",
        topic=" ".join(spans[0].text.split())[:160],
        sides=tuple(
            Side(
                who=(Link(document=one.document),),
                says=" ".join(one.text.split()),
                evidence=(one,),
                said=document.published,
            )
            for one in spans
        ),
        why=why,
        check="corrected",
    )


def _year_elsewhere(view: View, document: Document, year: str, told: str) -> list[Span]:
    """Where another report gives the year of the same thing: the first whose words share a name with these."""
    names = set(_NAME.findall(told))
    for other in view.documents.values():
        at = other.text.find(year) if other.id != document.id and names else -1
        if at >= 0:
            here = sentence(other, other.span(at, at + len(year)))
            if names & set(_NAME.findall(here.text)):
                return [here]
    return []


def _wrong_and_right(document: Document, here: Span) -> tuple[Span, Span] | None:
    """The words that tell what was wrong and those that tell what is right: two sentences, or two parts of one."""
    if turn := _TURN.search(here.text):
        parts = (here.start, here.start + turn.start()), (here.start + turn.end(), here.end)
        spans = [document.trimmed(*part) for part in parts]
        if all(span is not None and len(span.text.split()) > 1 for span in spans):
            return spans[0], spans[1]  # type: ignore[return-value]
    following = _next(document, here)
    return (here, following) if following is not None else None


def _next(document: Document, here: Span) -> Span | None:
    """The sentence after one, in its paragraph."""
    rest = document.text[here.end : here.end + 40]
    begin = here.end + len(rest) - len(rest.lstrip())
    if begin >= len(document.text) or "\n\n" in rest[: begin - here.end]:
        return None
    return sentence(document, document.span(begin, begin + 1))
