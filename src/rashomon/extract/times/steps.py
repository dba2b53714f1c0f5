"""Times counted from an anchor: "yesterday", "last Friday", "the following year", "two weeks ago"."""

import re
from collections.abc import Iterator

from rashomon.extract.times import words
from rashomon.extract.times.dates import named_day
from rashomon.extract.times.forms import Base, Partial, Reading, Shift, Unit
from rashomon.extract.times.lengths import LENGTH, period
from rashomon.extract.times.rules import Match, reading_of, rule

_DEICTIC: dict[str, tuple[int, str | None]] = {
    "today": (0, None), "yesterday": (-1, None), "tomorrow": (1, None), "tonight": (0, "NI"),
    "last night": (-1, "NI"), "overnight": (-1, "NI"), "the day before yesterday": (-2, None),
    "the day after tomorrow": (2, None), "yesterday's": (-1, None),
}  # fmt: skip


@rule(rf"(?P<word>(?i:{words.either(_DEICTIC)}))(?!\w)")
def _deictic(found: Match) -> Iterator[Reading]:
    said = re.sub(" +", " ", found["word"].lower())
    amount, part = _DEICTIC[said]
    yield Reading(
        start=found.start(), end=found.end(), type="TIME" if part else "DATE", rule="deictic",
        partial=Partial(part=part), shift=Shift(unit="D", amount=amount),
    )  # fmt: skip


# Words before a unit, a name of a month or a day: the step from the anchor, and which anchor.
_STEPS: dict[str, int] = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "coming": 1, "following": 1,
    "upcoming": 1, "subsequent": 1, "ensuing": 1, "this": 0, "current": 0, "same": 0, "that": 0, "very same": 0,
}  # fmt: skip
_NARRATED = {"previous", "preceding", "prior", "following", "subsequent", "ensuing", "same", "very same", "that"}
_STEP = words.either(_STEPS)
_SHIFT_UNITS: dict[str, Unit] = {
    "day": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE",
    "century": "CE",
}  # fmt: skip


def _step(said: str, articled: bool) -> tuple[int, Base]:
    """How far "last", "the next", "that" go, and from where."""
    words_said = said.split()
    word = words_said[-1]
    return _STEPS[word], "narrative" if word in _NARRATED or (articled and word == "next") else "publication"


@rule(
    rf"(?P<the>(?i:the|this|that|on the) )?(?P<step>(?i:{_STEP})) (?P<unit>(?i:{words.either(_SHIFT_UNITS)}))"
    rf"(?!\w)"
)
def _step_unit(found: Match) -> Iterator[Reading]:
    unit = _SHIFT_UNITS[found["unit"].lower()]
    said, article = found["step"].lower(), (found["the"] or "").strip().lower()
    amount, base = _step(said, article == "the")
    if (article == "the" and said in ("last", "past", "coming")) or (unit in ("DE", "CE") and amount):
        # "the past year" is a stretch of a year that ends now.
        if unit in ("WE", "Q") or (unit == "D" and said != "past"):
            return
        side = amount or -1
        code = "1DE" if unit == "DE" else "1CE" if unit == "CE" else f"1{unit}"
        yield reading_of(found, "DURATION", "stretch", value=f"P{code}",
            length=(side, unit, 1),
        )  # fmt: skip
        return
    yield reading_of(
        found,
        "DATE",
        "step_unit",
        shift=Shift(unit=unit, amount=amount, base=base),
    )


@rule(
    rf"(?P<the>(?i:the|this) )?(?P<step>(?i:{_STEP})) (?P<name>{{WEEKDAY}}|{{MONTH}}|{{SEASON}}|{{HOLIDAY}})"
    rf"(?: (?P<day>{{DAY}}))?"
)
def _step_name(found: Match) -> Iterator[Reading]:
    amount, base = _step(found["step"].lower(), bool(found["the"]) and found["the"].lower().startswith("the"))
    name = found["name"]
    key = name.rstrip(".").capitalize()
    if key in words.WEEKDAYS:
        partial = Partial(weekday=words.weekday(name))
    elif key in words.MONTHS:
        partial = Partial(month=words.month(name), day=int(re.sub(r"\D", "", found["day"])) if found["day"] else None)
    elif name.lower() in words.SEASONS:
        partial = Partial(season=words.SEASONS[name.lower()])
    else:
        partial = named_day(name)
    shift = Shift(unit="D", amount=0, base=base)
    yield reading_of(
        found,
        "DATE",
        "step_name",
        partial=partial,
        direction=amount,
        shift=shift,
    )


@rule(r"(?:(?i:the) )?(?P<name>{WEEKDAY}) before last(?!\w)(?! [A-Z])")
def _weekday_before_last(found: Match) -> Iterator[Reading]:
    """Read "the Friday before last": a week before last Friday."""
    yield reading_of(found, "DATE", "step_name", partial=Partial(weekday=words.weekday(found["name"])), direction=-1,
        shift=Shift(unit="D", amount=0), days_off=-7,
    )  # fmt: skip


@rule(rf"(?:(?P<the>(?i:the|that) )?(?P<step>(?i:{_STEP}|one)) (?P<part>{{PART}}))")
def _step_part(found: Match) -> Iterator[Reading]:
    said = found["step"].lower()
    partial = Partial(part=words.PARTS[found["part"].lower()])
    amount, base = _step(said, True) if said in _STEPS else (0, "narrative")
    if said in ("this", "last", "past", "current"):
        base = "publication"
    yield reading_of(found, "TIME", "step_part", partial=partial,
        shift=Shift(unit="D", amount=amount, base=base),
    )  # fmt: skip


_IN = re.compile(r"\b(?:late|later|early|earlier) in $", re.I)
_DOING = re.compile(r" \w+ing\b")


@rule(
    r"(?i:the) (?P<unit>(?i:day|week|month|year|morning|evening|night)) (?P<side>(?i:before|after|following"
    r"|earlier|previously))(?!\w)"
)
def _unit_side(found: Match) -> Iterator[Reading]:
    """Read "the day before", "the year after"; but "late in the day after signing": the day, no more."""
    if _IN.search(found.string, 0, found.start()) and _DOING.match(found.string, found.end()):
        return
    amount = 1 if found["side"].lower() in ("after", "following") else -1
    said = found["unit"].lower()
    unit = _SHIFT_UNITS.get(said, "D")
    yield reading_of(found, "DATE" if said in _SHIFT_UNITS else "TIME", "unit_side",
        partial=Partial(part=words.PARTS.get(said)), shift=Shift(unit=unit, amount=amount, base="narrative"),
    )  # fmt: skip


# Words that put so many units on one side of an anchor.
_SIDES: dict[str, tuple[int, Base]] = {
    "ago": (-1, "publication"), "from now": (1, "publication"), "hence": (1, "publication"),
    "earlier": (-1, "narrative"), "previously": (-1, "narrative"), "beforehand": (-1, "narrative"),
    "later": (1, "narrative"), "afterwards": (1, "narrative"), "afterward": (1, "narrative"),
    "thereafter": (1, "narrative"), "on": (1, "narrative"),
}  # fmt: skip
_SIDE = words.either(word for word in _SIDES if word != "on")


@rule(
    rf"(?P<approx>{{APPROX}} |(?i:just|only|barely|a mere) )?(?:{LENGTH}|(?P<bare>{{UNIT}}))"
    rf"(?P<half> and a half)?(?P<so> or so)?,? (?P<side>(?i:{_SIDE}))(?!\w| than )"
)
def _offset(found: Match) -> Iterator[Reading]:
    """Read "two weeks ago", "a day earlier", "months later"."""
    unit = words.UNITS[(found["unit"] or found["bare"]).lower()]
    amount = words.number(found["num"]) if found["num"] else None
    if found["bare"] and not found["bare"].lower().endswith("s"):
        return
    if found["half"] and amount is not None:
        amount += 0.5
    sign, base = _SIDES[re.sub(" +", " ", found["side"].lower())]
    mod = words.APPROXIMATIONS.get((found["approx"] or "").strip().lower()) or ("APPROX" if found["so"] else None)
    yield from _offset_reading(found, unit, amount, sign, base, mod)


def _offset_reading(
    found: Match, unit: str, amount: float | None, sign: int, base: Base, mod: str | None
) -> Iterator[Reading]:
    if unit in ("TS", "TM", "TH", "N"):
        value = period(unit, amount)
        yield reading_of(found, "DURATION", "offset_hours", value=value, mod=mod)
        return
    if unit == "F":
        unit, amount = "W", None if amount is None else amount * 2
    if unit in ("DE", "CE") and amount is not None and amount % 1:
        unit, amount = "Y", amount * (10 if unit == "DE" else 100)
    whole = None if amount is None else sign * round(amount)
    shift = Shift(unit=unit, amount=whole, base=base)  # type: ignore[arg-type]
    yield reading_of(found, "DATE", "offset", mod=mod, shift=shift, direction=sign)


@rule(r"(?i:the )?(?i:year)(?:[- ](?i:end)|'s end)(?!\w)")
def _year_end(found: Match) -> Iterator[Reading]:
    yield reading_of(found, "DATE", "step_unit", mod="END", shift=Shift(unit="Y", amount=0))


@rule(r"(?i:the) (?P<unit>(?i:day|week|weekend|month|quarter|year))(?P<end>'s end)?(?!\w|[- ]long|-\w+-long)")
def _the_unit(found: Match) -> Iterator[Reading]:
    """Read "the year", told only where a word before it makes it a time ("by the end of the year")."""
    unit = _SHIFT_UNITS[found["unit"].lower()]
    yield reading_of(
        found,
        "DATE",
        "the_unit",
        shift=Shift(unit=unit, amount=0, base="narrative"),
    )
