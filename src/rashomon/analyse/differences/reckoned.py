"""How two figures are told: as totals or of a day, as a side's own losses or the enemy's, revised or set apart."""

import re

from rashomon.analyse.differences.counted import counter, joined, party, same_party, same_people
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.model.annotation import Figure

_TOTAL = re.compile(
    r"\b(?:since|so far|total|altogether|in all|to date|toll|losses|overall|war|campaign)\b", re.IGNORECASE
)
_OWNED = re.compile(r"\b(?:admit(?:s|ted)?|acknowledg\w+|conced\w+|own|its dead|its losses)\b", re.IGNORECASE)
_REVISED = re.compile(
    r"\b(?:lowered|raised|revised|corrected|up from|down from|from the|earlier|now|previous\w*|first time)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\b(?:but|while|whereas|although|though|however|instead|not|according to)\b|;", re.IGNORECASE)
# A number of something small, and one that is large beside it.
_SMALL, _LARGE = 3, 50
_TEN, _HUNDRED = 10, 100
# A distance that counts once, and how often at most, in characters; words that set two counts apart stand so near.
_FAR, _FARTHEST, _NEAR = 300, 3, 400


def told_so(view: View, a: Figure, b: Figure) -> dict[str, float]:
    """What of the manner of two figures, in the order of their reports, speaks for their being of one thing."""
    said = [sentence(view.documents[one.document], one.evidence[0]).text for one in (a, b)]
    totals = [bool(_TOTAL.search(one)) for one in said]
    return {
        "both totals": all(totals),
        "one total": any(totals) and not all(totals),
        "owned": sum(bool(_OWNED.search(one)) for one in said),
        "revises first": bool(_REVISED.search(said[0])),
        "revises": bool(_REVISED.search(said[1])),
        "days known": a.as_of.is_day + b.as_of.is_day,
        f"counts {a.counts}": 1,
        **_numbers(a, b),
        **_parties(view, a, b),
        **(_together(view, a, b) if a.document == b.document else {}),
    }


def _numbers(a: Figure, b: Figure) -> dict[str, float]:
    first, second = number(a), number(b)
    low, high = sorted((first, second))
    ratio = high / low if low else _TEN
    return {
        "grew": second > first,
        "undisclosed": "undisclosed" in (a.bound, b.bound),
        "none": 0 in (a.high, b.high),
        "small": low <= _SMALL,
        "one small": high >= _LARGE and low <= _TEN,
        "both round": all(one >= _HUNDRED and one % _HUNDRED == 0 for one in (low, high)),
        "ratio below 2": 1 < ratio < 2,
        "ratio below 5": 2 <= ratio < 5,
        "ratio above 20": ratio > 20,
    }


def _parties(view: View, a: Figure, b: Figure) -> dict[str, float]:
    sides, by = (party(view, a), party(view, b)), (counter(view, a), counter(view, b))
    own = [bool(side & who) for side, who in zip(sides, by, strict=True)]
    known = bool(sides[0] and sides[1])
    said = [{link.span.text.casefold() for link in one.side if link.span} for one in (a, b)]
    return {
        "both own": all(own),
        "own and enemy's": known and own[0] != own[1],
        "both enemy's": known and not any(own),
        "other side": known and not sides[0] & sides[1],
        "same counter": bool(by[0] & by[1]),
        "other unit": None not in (a.unit, b.unit) and a.unit != b.unit,
        "one joined": joined(a) != joined(b),
        "fit": same_party(view, a, b) and same_people(a, b),
        "other people": not same_people(a, b),
        "same words for the side": bool(said[0] & said[1]),
    }


def _together(view: View, a: Figure, b: Figure) -> dict[str, float]:
    """How two figures of one report stand to each other in it."""
    document = view.documents[a.document]
    first, second = sorted((a.evidence[0], b.evidence[0]), key=lambda one: one.start)
    between = document.text[first.end : max(first.end, second.start)]
    return {
        "one report": 1,
        "one sentence": sentence(document, first) == sentence(document, second),
        "far": min(_FARTHEST, (second.start - first.start) / _FAR),
        "against between": len(between) < _NEAR and bool(_AGAINST.search(between)),
        "new paragraph": "\n\n" in between,
    }


def number(one: Figure) -> float:
    """The number a figure gives, its low end; 0 where it gives none."""
    return (one.low if one.low is not None else one.high) or 0.0
