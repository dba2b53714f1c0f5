"""The place and the agency that a dateline names ("KORVAST, March 14 (Corran) -"); its words are not analysed."""

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from rashomon.extract.names.words import head_types, is_plain, known, outlet_heads
from rashomon.language.gazetteer import folded, gazetteer
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention, Title
from rashomon.model.text import Document

# What stands before the first comma, bracket, dash or digit; several places are parted by strokes.
_PLACES = re.compile(r"[^,(\[:–—\d]+")
_PLACE = re.compile(r"[^\W\d_][^/\n]{1,40}")
# Behind the place and before the date: the state in which it lies ("PORT SULE, Velmora, Sept. 12").
_STATE = re.compile(r",\s*([A-Z][\w’' ]{2,30}?)\s*(?=,|\(|[-–—])")
_AGENCY = re.compile(r"\(\s*([^\W\d_][^()\d]{1,40}?)\s*\)")
_WORD = re.compile(r"[^\W\d_]+")
_DASH = re.compile(r"\s+-+\s*$|\s+-\s.*")


def datelines(
    document: Document, seats: Mapping[str, str] | None = None, states: Set[str] = frozenset()
) -> Iterator[Mention]:
    """A mention of each place, state and agency of each dateline.

    Args:
        document: the report.
        seats: the states of known capitals, by folded name.
        states: the folded names of the states that the report tells of and no list knows.
    """
    for one in document.furniture:
        if one.role != "dateline":
            continue
        text = document.text[one.start : one.end]
        head = _PLACES.match(text)
        state = _STATE.match(text, head.end() if head else 0)
        if state is not None and (city := document.trimmed(one.start + state.start(1), one.start + state.end(1))):
            what = known(city.text)
            if what is not None and what.kind == "capital" and known(usual(head[0].strip() if head else "")) is None:
                # "The Daily Sun, London, 12 June": what stands first is the paper
                yield from _place(document, city.start, city.end, seats or {}, ())
                continue
        lies = list(_state(document, one.start + state.start(1), one.start + state.end(1), states)) if state else []
        for place in _PLACE.finditer(_DASH.sub("", head[0])) if head else ():
            yield from _place(document, one.start + place.start(), one.start + place.end(), seats or {}, lies)
        yield from lies
        for agency in _AGENCY.finditer(text):
            yield from _agency(document, one.start + agency.start(1), one.start + agency.end(1))


def dateline_places(document: Document) -> list[str]:
    """The places that the datelines of a document name, written as usual."""
    return [one.name for one in datelines(document) if one.type == "place" and one.name]


def dateline_states(document: Document) -> list[str]:
    """The names behind the places of the datelines of a document that no list knows: perhaps of states."""
    return [one.name for one in datelines(document) if one.type is None and one.name]


def usual(text: str) -> str:
    """A name in capitals as it is usually written."""
    return _WORD.sub(lambda word: word[0].capitalize(), text) if text.isupper() else text


def _place(
    document: Document, start: int, end: int, seats: Mapping[str, str], lies: Sequence[Mention]
) -> Iterator[Mention]:
    span = document.trimmed(start, end)
    if span is None or not span.text[0].isupper() or len(span.text.split()) > 4:
        return
    if span.text.split()[0].lower() in words("naming", "no_name"):  # "October 8"
        return
    seat = seats.get(folded(span.text))
    what = known(span.text) or known(usual(span.text))
    if what is not None and what.type not in ("state", "place"):
        return
    name = usual(span.text)
    if what is not None and what.kind != "capital":
        name = what.name
    city = gazetteer().city(span.text)
    if what is None and city is None and (is_plain(span.text) or span.text.split()[-1].title() in outlet_heads()):
        return  # "Published: 3 May", "Daily Bulletin, 3 May"
    country = what.country if what else city[0][0] if city and len(city[0]) == 1 else None
    if lies:  # a town may have namesakes in states that everybody knows
        country = lies[0].country
    yield Mention(
        document=document.id, evidence=(span,), form="name", reading="place", type="place", name=name,
        country=country, roles=(Title(title="capital", of=seat),) if seat else (), rule="dateline", score=0.95,
    )  # fmt: skip


def _state(document: Document, start: int, end: int, states: Set[str]) -> Iterator[Mention]:
    """The state in which the place of a dateline lies; one that no list knows is left to other reports."""
    span = document.trimmed(start, end)
    if span is None or span.text.split()[0].lower().rstrip(".") in _calendar():
        return
    what = known(span.text)
    if what is None and is_plain(span.text):  # "Turkey" is a word, too, but a state first
        return
    if (what is not None and what.type != "state") or head_types().get(span.text.split()[-1]) is not None:
        return  # "Corran City", "North Province"
    told = what is not None or folded(span.text) in states
    yield Mention(
        document=document.id, evidence=(span,), form="name", reading="place", type="state" if told else None,
        name=what.name if what else span.text, country=what.country if what else None,
        rule="dateline", score=0.9 if told else 0.3,
    )  # fmt: skip


@cache
def _calendar() -> frozenset[str]:
    """The names of months and days, in full and in short."""
    days = [*month_name, *month_abbr, *day_name, *day_abbr, "Sept"]
    return frozenset(one.lower() for one in days if one)


def _agency(document: Document, start: int, end: int) -> Iterator[Mention]:
    span = document.trimmed(start, end)
    if span is None or not span.text[0].isupper():
        return
    what = known(span.text)
    if what is None and (document.outlet or "").lower() != span.text.lower() and " " in span.text:
        return
    if what is not None and what.type != "outlet":
        return
    yield Mention(
        document=document.id, evidence=(span,), form="name", reading="outlet", type="outlet",
        name=what.name if what else span.text, rule="dateline", score=0.9,
    )  # fmt: skip
