"""What a person may correct of a record, how a correction is written, and the record so corrected.

A correction is a field and a value, both text: "status" and "denied", "amount" and
"40-50", "happened" and "2031-03-11", "side" and an actor's id or name, several parted
by a semicolon. Nothing else of the record changes, nor does its id.
"""

import calendar
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar, get_args

from rashomon.model import annotation as said
from rashomon.model.annotation import Annotation, Link, amended
from rashomon.model.finding import Judgement
from rashomon.model.values import Bound, Granularity, Quantity, When
from rashomon.model.world import Actor

A = TypeVar("A", bound=Annotation)

Change = Callable[[str, "ActorNames", str], dict[str, Any]]
"""From a value, the actors and the basis to the fields it changes; ValueError where it is no such value."""


class ActorNames:
    """Actors by id and by name."""

    def __init__(self, actors: Iterable[Actor] = ()) -> None:
        self._ids: set[str] = set()
        self._by_name: dict[str, set[str]] = {}
        for one in actors:
            self._ids.add(one.id)
            for name in {one.name, *one.names}:
                self._by_name.setdefault(name.casefold(), set()).add(one.id)

    def find(self, wanted: str) -> str:
        """The id of the actor meant by an id, a name, or an id with the name it had ("actor-12ab Torvia").

        Raises:
            ValueError: no actor or several go by it.
        """
        id, _, name = wanted.strip().partition(" ")
        if id in self._ids:
            return id
        asked = (name if id.startswith("actor-") else wanted).strip().casefold()
        found = self._by_name.get(asked, set())
        if len(found) != 1:
            raise ValueError(f"{'several actors are' if found else 'no actor is'} called {wanted.strip()!r}")
        return next(iter(found))


def corrected(annotation: A, judgement: Judgement, actors: ActorNames) -> A:
    """The annotation with a correction; as it was where the correction does not fit it (any more)."""
    change = FIELDS.get(annotation.kind, {}).get(judgement.field or "")
    if change is None or judgement.value is None:
        return annotation
    basis = f"corrected by {judgement.who} on {judgement.when[:10]}"
    try:
        return amended(annotation, **change(judgement.value, actors, basis))
    except (ValueError, TypeError):
        return annotation


def check(kind: str, field: str, value: str, actors: ActorNames) -> None:
    """Raise ValueError, with a line for the user, unless such a record can be corrected so."""
    fields = FIELDS.get(kind)
    if not fields:
        raise ValueError(f"a {kind} cannot be corrected")
    if field not in fields:
        raise ValueError(f"a {kind} has no field {field!r} to correct: one of {', '.join(sorted(fields))}")
    try:
        fields[field](value, actors, "")
    except ValueError as error:
        raise ValueError(f"{field}: {error}") from error


_SPAN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d)?)?)?", re.ASCII)


def when(text: str, basis: str = "") -> When:
    """A time as a person writes it: "2031", "2031-03", "2031-03-11", "2031-03-11T06:00", "2031-03-01..2031-03-05".

    Either end of a span may be left out; "unknown" is no time at all. ValueError for anything else.

    >>> when("2031-02").latest
    '2031-02-28'
    """
    if text == "unknown":
        return When(basis=basis)
    first, dots, last = (part.strip() for part in text.partition(".."))
    if not dots:
        whole = _whole(first)
        return When(earliest=whole[0], latest=whole[1], granularity=whole[2], basis=basis)
    if not first and not last:
        raise ValueError(f"{text!r} is no time")
    return When(
        earliest=_whole(first)[0] if first else None,
        latest=_whole(last)[1] if last else None,
        granularity="interval",
        basis=basis,
    )


def _whole(text: str) -> tuple[str, str, Granularity]:
    """The first and last day (or minute) of a year, a month, a day or a minute."""
    found = _SPAN.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no time such as 2031, 2031-03, 2031-03-11 or 2031-03-01..2031-03-05")
    year, month, day, minute = found.groups()
    if minute:
        return text, text, "time"
    if day:
        return text, text, "day"
    if not month:
        return f"{year}-01-01", f"{year}-12-31", "year"
    if not 1 <= int(month) <= 12 or year == "0000":
        raise ValueError(f"{text!r} is no month")
    last = date(int(year), int(month), calendar.monthrange(int(year), int(month))[1])
    return f"{text}-01", last.isoformat(), "month"


_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_AMOUNT = re.compile(rf"(?:(about|at least|at most|exact) )?({_NUMBER})(?:\s?[-–]\s?({_NUMBER}))?", re.ASCII)


def quantity(text: str) -> Quantity:
    """An amount as a person writes it: "40", "40-50", "about 40", "at least 40", "undisclosed"; else ValueError.

    >>> quantity("at least 1,200")
    Quantity(low=1200, high=None, bound='at least')
    """
    if text in ("undisclosed", "vague"):
        return Quantity(bound="undisclosed" if text == "undisclosed" else "vague")
    found = _AMOUNT.fullmatch(text.strip()) if len(text) < 60 else None
    if found is None:
        raise ValueError(f"{text!r} is no amount such as 40, 40-50, about 40, at least 40 or undisclosed")
    bound: Bound = next((one for one in get_args(Bound) if one == found[1]), "exact")
    low = _number(found[2])
    high = _number(found[3]) if found[3] else low
    if bound in ("at least", "at most") and found[3]:
        raise ValueError(f"{text!r} has one number too many")
    return Quantity(low=None if bound == "at most" else low, high=None if bound == "at least" else high, bound=bound)


def _number(text: str) -> float:
    plain = text.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def _word(name: str, words: Any) -> Change:
    """A field that holds one of a few words."""
    allowed = get_args(words)

    def change(value: str, actors: ActorNames, basis: str) -> dict[str, Any]:
        if value not in allowed:
            raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
        return {name: value}

    return change


def _text(name: str) -> Change:
    """A field of free text; nothing at all is unknown."""

    def change(value: str, actors: ActorNames, basis: str) -> dict[str, Any]:
        return {name: value.strip() or None}

    return change


def _name(name: str) -> Change:
    """A field of free text that is never empty."""

    def change(value: str, actors: ActorNames, basis: str) -> dict[str, Any]:
        if not value.strip():
            raise ValueError("nothing stands for it")
        return {name: value.strip()}

    return change


def _links(name: str) -> Change:
    """A field that names actors; nothing at all is nobody."""

    def change(value: str, actors: ActorNames, basis: str) -> dict[str, Any]:
        return {name: tuple(Link(actor=actors.find(one)) for one in value.split(";") if one.strip())}

    return change


def _time(name: str) -> Change:
    def change(value: str, actors: ActorNames, basis: str) -> dict[str, Any]:
        return {name: when(value.strip(), basis)}

    return change


def _background(value: str, actors: ActorNames, basis: str) -> dict[str, Any]:
    if value not in ("yes", "no"):
        raise ValueError(f"{value!r} is neither yes nor no")
    return {"background": value == "yes"}


def _amount(value: str, actors: ActorNames, basis: str) -> dict[str, Any]:
    made = quantity(value)
    return {"low": made.low, "high": made.high, "bound": made.bound}


def _actor(value: str, actors: ActorNames, basis: str) -> dict[str, Any]:
    """The actor of a mention: not of the mention itself, but of what it means (see `resolve`)."""
    actors.find(value)
    return {}


def _country(value: str, actors: ActorNames, basis: str) -> dict[str, Any]:
    if value and not re.fullmatch(r"[A-Z]{3}", value):
        raise ValueError(f"{value!r} is no ISO 3166-1 alpha-3 code such as KEN")
    return {"country": value or None}


FIELDS: dict[str, dict[str, Change]] = {
    "mention": {
        "actor": _actor, "reading": _word("reading", said.Reading), "type": _word("type", said.ActorType),
        "name": _text("name"), "country": _country,
    },
    "statement": {
        "act": _word("act", said.Act), "speaker": _links("speaker"), "addressee": _links("addressee"),
        "accused": _links("accused"), "channel": _text("channel"), "said": _time("said"),
    },
    "event": {
        "type": _word("type", said.EventType), "mode": _text("mode"), "status": _word("status", said.Status),
        "background": _background, "happened": _time("happened"), "initiators": _links("initiators"),
        "recipients": _links("recipients"), "places": _links("places"),
    },
    "figure": {
        "counts": _word("counts", said.Counts), "unit": _text("unit"), "amount": _amount, "side": _links("side"),
        "category": _word("category", said.Category), "loss_of": _word("loss_of", said.LossOf),
        "as_of": _time("as_of"), "background": _background,
    },
    "pledge": {"by": _links("by"), "form": _word("form", said.PledgeForm), "said": _time("said")},
    "position": {"holder": _links("holder"), "stance": _word("stance", said.Stance), "said": _time("said")},
    "relation": {
        "subject": _links("subject"), "object": _links("object"), "type": _name("type"),
        "status": _word("status", said.Status), "when": _time("when"),
    },
    "lever": {"holder": _links("holder"), "over": _links("over")},
    "actor": {"name": _name("name"), "type": _word("type", said.ActorType), "country": _country},
}  # fmt: skip
"""What can be corrected, by kind and field."""
