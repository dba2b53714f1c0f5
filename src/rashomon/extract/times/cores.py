"""The plain time expressions: dates, weekdays, deictic words, periods, durations, sets, clock times.

Each rule is a pattern and a function that turns a match into readings. Prefixes and
neighbours ("early", "the morning of …", "… and 2") are left to `joins`.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rashomon.extract.times import words
from rashomon.extract.times.forms import Base, Partial, Reading, Shift, Unit

Match = re.Match[str]
Build = Callable[[Match], Iterator[Reading]]


class Rule(NamedTuple):
    """A rule of the grammar: its name, its pattern, and how a match is read."""

    name: str
    pattern: re.Pattern[str]
    build: Build


RULES: list[Rule] = []


def _rule(pattern: str) -> Callable[[Build], Build]:
    def add(build: Build) -> Build:
        RULES.append(Rule(build.__name__.strip("_"), words.compiled(pattern), build))
        return build

    return add


def _date(found: Match, rule: str, partial: Partial, start: int | None = None, end: int | None = None) -> Reading:
    first = found.start() if start is None else start
    last = found.end() if end is None else end
    kind = "TIME" if partial.part or partial.clock else "DATE"
    return Reading(start=first, end=last, type=kind, rule=rule, partial=partial)  # type: ignore[arg-type]


def _year(text: str | None) -> int | None:
    return int(text) if text else None


@_rule(r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?:T(?P<clock>\d\d:\d\d)(?::\d\d)?Z?)?(?!\w)")
def _iso(found: Match) -> Iterator[Reading]:
    clock = found["clock"]
    yield _date(found, "iso", Partial(year=int(found["y"]), month=int(found["m"]), day=int(found["d"]), clock=clock))


@_rule(r"(?P<a>\d{1,2})(?P<mark>[./])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4}|\d\d)(?![\d%/]|\.\d)(?!\w)")
def _figures(found: Match) -> Iterator[Reading]:
    """Dates in figures: points mean day first; a slash means month first unless that cannot be."""
    first, second = int(found["a"]), int(found["b"])
    day, month = (first, second) if found["mark"] == "." or first > 12 else (second, first)
    year = int(found["y"]) + (0 if len(found["y"]) == 4 else 2000 if int(found["y"]) < 50 else 1900)
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield _date(found, "figures", Partial(year=year, month=month, day=day))


_MORE = r"(?P<more>(?:(?:, {DAY})*,? (?:and|or) (?:the )?|-| - | to | through )(?P<last>{DAY}))(?! ?{COUNTED}| {UNIT}| {MONTH}| {NUM})"


@_rule(rf"(?P<m>{{MONTH}}) ?(?:the )?(?P<d>{{DAY}})(?:{_MORE})?(?:(?:,? ?| of |, in )(?P<y>{{YEAR}}))?")
def _month_day(found: Match) -> Iterator[Reading]:
    month, year = words.month(found["m"]), _year(found["y"])
    if not found["more"]:
        yield _date(found, "month_day", Partial(year=year, month=month, day=words.ordinal(found["d"])))
        return
    first = Partial(year=year, month=month, day=words.ordinal(found["d"]))
    yield _date(found, "month_day", first, end=found.end("d"))
    days = list(re.finditer(r"\d+(?:st|nd|rd|th)?", found["more"]))
    for k, one in enumerate(days):
        end = found.end() if k == len(days) - 1 else found.start("more") + one.end()
        partial = Partial(year=year, month=month, day=words.ordinal(one[0]))
        yield _date(found, "month_day", partial, start=found.start("more") + one.start(), end=end)


@_rule(
    r"(?:(?i:the) )?(?P<days>{DAY}(?:(?:(?:, {DAY})*,? (?:and|or) (?:the )?|-| - | to ){DAY})?)(?: of)? ?(?P<m>{MONTH})(?:(?:,? ?| of |, in )(?P<y>{YEAR}))?"
)
def _day_month(found: Match) -> Iterator[Reading]:
    month, year = words.month(found["m"]), _year(found["y"])
    days = list(re.finditer(r"\d+(?:st|nd|rd|th)?", found["days"]))
    for k, one in enumerate(days):
        start = found.start() if k == 0 else found.start("days") + one.start()
        end = found.end() if k == len(days) - 1 else found.start("days") + one.end()
        yield _date(found, "day_month", Partial(year=year, month=month, day=words.ordinal(one[0])), start, end)


@_rule(r"(?:(?i:the) )?(?P<d>{ORD}) (?:day )?of (?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?")
def _ordinal_of_month(found: Match) -> Iterator[Reading]:
    partial = Partial(year=_year(found["y"]), month=words.month(found["m"]), day=words.ordinal(found["d"]))
    if 1 <= (partial.day or 0) <= 31:
        yield _date(found, "ordinal_of_month", partial)


@_rule(r"(?P<m>{MONTH}) (?P<y>\d{1,3}){ERA}")
def _month_before_christ(found: Match) -> Iterator[Reading]:
    yield _date(found, "month_year", Partial(bc=True, year=int(found["y"]), month=words.month(found["m"])))


@_rule(r"(?P<m>{MONTH})(?:-(?P<m2>{MONTH})| (?:and|to|or) (?P<m3>{MONTH}))(?:,? | of |,? in )(?P<y>{YEAR})")
def _months_year(found: Match) -> Iterator[Reading]:
    second = "m2" if found["m2"] else "m3"
    year = int(found["y"])
    yield _date(found, "month_year", Partial(year=year, month=words.month(found["m"])), end=found.end("m"))
    yield _date(found, "month_year", Partial(year=year, month=words.month(found[second])), start=found.start(second))


@_rule(r"(?P<m>{MONTH})(?:,? ?| of |,? in |-|, the year )(?P<y>{YEAR})")
def _month_year(found: Match) -> Iterator[Reading]:
    yield _date(found, "month_year", Partial(year=int(found["y"]), month=words.month(found["m"])))


@_rule(r"(?P<m>{MONTH})")
def _month(found: Match) -> Iterator[Reading]:
    yield _date(found, "month", Partial(month=words.month(found["m"])))


@_rule(r"(?:(?i:the) )?(?P<s>{SEASON})(?:(?: of| in|,)? (?P<y>{YEAR}|\d{1,3}(?={ERA})))(?P<e>{ERA})?")
def _season_year(found: Match) -> Iterator[Reading]:
    season = words.SEASONS[found["s"].lower()]
    yield _date(found, "season_year", Partial(bc=bool(found["e"]), year=int(found["y"]), season=season))


@_rule(r"(?:(?i:the) )?(?P<s>{SEASON})")
def _season(found: Match) -> Iterator[Reading]:
    yield _date(found, "season", Partial(season=words.SEASONS[found["s"].lower()]))


@_rule(
    r"(?:(?i:the) )?(?P<o>(?i:first|second|third|fourth|latter|1st|2nd|3rd|4th))[- ](?P<u>(?i:half|quarter))(?:s? of (?:(?:the year )?(?P<y>{YEAR})|(?P<that>the year|this year|that year|last year|next year))| (?P<y2>{YEAR}))?(?!\w)"
)
def _part_of_year(found: Match) -> Iterator[Reading]:
    count = 2 if found["o"].lower() == "latter" else words.ordinal(found["o"])
    half = found["u"].lower() == "half"
    year = _year(found["y"] or found["y2"])
    if half and (count > 2 or not (year or found["that"])):
        return
    partial = Partial(year=year, season=f"{'H' if half else 'Q'}{count}")
    shift = None if not found["that"] else Shift(
        unit="Y", amount={"last": -1, "next": 1}.get(found["that"].split()[0], 0),
        base="narrative" if found["that"].startswith("that") else "publication",
    )  # fmt: skip
    yield Reading(start=found.start(), end=found.end(), type="DATE", rule="part_of_year", partial=partial, shift=shift)


@_rule(r"(?P<d>{WEEKDAY})")
def _weekday(found: Match) -> Iterator[Reading]:
    yield _date(found, "weekday", Partial(weekday=words.weekday(found["d"])))


@_rule(r"(?P<name>{HOLIDAY})(?:,? (?:of )?(?P<y>{YEAR}))?")
def _holiday(found: Match) -> Iterator[Reading]:
    name = re.sub(" +", " ", found["name"])
    month, day = (int(part) for part in words.HOLIDAYS[name].split("-"))
    yield _date(found, "holiday", Partial(year=_year(found["y"]), month=month, day=day))


_DEICTIC: dict[str, tuple[int, str | None]] = {
    "today": (0, None), "yesterday": (-1, None), "tomorrow": (1, None), "tonight": (0, "NI"),
    "last night": (-1, "NI"), "overnight": (-1, "NI"), "the day before yesterday": (-2, None),
    "the day after tomorrow": (2, None), "yesterday's": (-1, None),
}  # fmt: skip


@_rule(rf"(?P<word>(?i:{words.either(_DEICTIC)}))(?!\w)")
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


@_rule(rf"(?P<the>(?i:the|this|that|on the) )?(?P<step>(?i:{_STEP})) (?P<unit>(?i:{words.either(_SHIFT_UNITS)}))(?!\w)")
def _step_unit(found: Match) -> Iterator[Reading]:
    unit = _SHIFT_UNITS[found["unit"].lower()]
    said, article = found["step"].lower(), (found["the"] or "").strip().lower()
    amount, base = _step(said, article == "the")
    if (article == "the" and said in ("last", "past", "coming")) or (unit in ("DE", "CE") and amount):
        # "the past year" is a stretch of a year that ends now.
        if unit in ("D", "WE", "Q"):
            return
        side = amount or -1
        code = "1DE" if unit == "DE" else "1CE" if unit == "CE" else f"1{unit}"
        yield Reading(
            start=found.start(), end=found.end(), type="DURATION", rule="stretch", value=f"P{code}",
            length=(side, unit, 1),
        )  # fmt: skip
        return
    yield Reading(
        start=found.start(),
        end=found.end(),
        type="DATE",
        rule="step_unit",
        shift=Shift(unit=unit, amount=amount, base=base),
    )


@_rule(
    rf"(?P<the>(?i:the|this) )?(?P<step>(?i:{_STEP})) (?P<name>{{WEEKDAY}}|{{MONTH}}|{{SEASON}}|{{HOLIDAY}})(?: (?P<day>{{DAY}}))?"
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
        month, day = words.HOLIDAYS[name].split("-")
        partial = Partial(month=int(month), day=int(day))
    shift = Shift(unit="D", amount=0, base=base)
    yield Reading(
        start=found.start(),
        end=found.end(),
        type="DATE",
        rule="step_name",
        partial=partial,
        direction=amount,
        shift=shift,
    )


@_rule(rf"(?:(?P<the>(?i:the) )?(?P<step>(?i:{_STEP}|one)) (?P<part>{{PART}}))")
def _step_part(found: Match) -> Iterator[Reading]:
    said = found["step"].lower()
    partial = Partial(part=words.PARTS[found["part"].lower()])
    amount, base = (0, "narrative") if said == "one" else _step(said, True)  # type: ignore[assignment]
    if said in ("this", "last", "past", "current"):
        base = "publication"
    yield Reading(
        start=found.start(), end=found.end(), type="TIME", rule="step_part", partial=partial,
        shift=Shift(unit="D", amount=amount, base=base),
    )  # fmt: skip


@_rule(
    r"(?i:the) (?P<unit>(?i:day|week|month|year|morning|evening|night)) (?P<side>(?i:before|after|following|earlier|previously))(?!\w)"
)
def _unit_side(found: Match) -> Iterator[Reading]:
    """Read "the day before", "the year after"."""
    amount = 1 if found["side"].lower() in ("after", "following") else -1
    said = found["unit"].lower()
    unit = _SHIFT_UNITS.get(said, "D")
    yield Reading(
        start=found.start(), end=found.end(), type="DATE" if said in _SHIFT_UNITS else "TIME", rule="unit_side",
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
_LENGTH = r"(?P<num>{NUM})(?:(?: to | or |-)(?P<num2>{NUM}))?(?P<dash>-| ?)(?:(?i:more|full|whole|consecutive|straight|additional|extra|long|short|bloody|brutal|bitter|working|further) )?(?P<unit>{UNIT})"


@_rule(
    rf"(?P<approx>{{APPROX}} |(?i:just|only|barely|a mere) )?(?:{_LENGTH}|(?P<bare>{{UNIT}}))(?P<half> and a half)?,? (?P<side>(?i:{_SIDE}))(?!\w)"
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
    mod = words.APPROXIMATIONS.get((found["approx"] or "").strip().lower())
    yield from _offset_reading(found, unit, amount, sign, base, mod)


def _offset_reading(
    found: Match, unit: str, amount: float | None, sign: int, base: Base, mod: str | None
) -> Iterator[Reading]:
    place = {"start": found.start(), "end": found.end()}
    if unit in ("TS", "TM", "TH", "N"):
        value = _period(unit, amount)
        yield Reading(**place, type="DURATION", rule="offset_hours", value=value, mod=mod)
        return
    if unit == "F":
        unit, amount = "W", None if amount is None else amount * 2
    whole = None if amount is None else sign * round(amount)
    shift = Shift(unit=unit, amount=whole, base=base)  # type: ignore[arg-type]
    yield Reading(**place, type="DATE", rule="offset", mod=mod, shift=shift, direction=sign)


@_rule(
    rf"(?i:the )?(?P<step>(?i:last|past|next|coming|previous|preceding|following|first|final|same|recent)) {_LENGTH}"
)
def _stretch(found: Match) -> Iterator[Reading]:
    """Read "the past two weeks", "the first three years"."""
    unit = words.UNITS[found["unit"].lower()]
    amount = words.number(found["num"])
    side = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(found["step"].lower())
    length = (side, unit, round(amount)) if side and amount is not None and amount >= 1 else None
    yield Reading(
        start=found.start(),
        end=found.end(),
        type="DURATION",
        rule="stretch",
        value=_period(unit, amount),
        length=length,
    )


@_rule(
    r"(?i:the )?(?P<step>(?i:recent|coming|past|last|following|next)) (?:(?i:few|couple of|several) )?(?P<unit>(?i:hours|days|weeks|months|years|decades))(?!\w)(?: and (?:weeks|months|years))?"
)
def _vague_stretch(found: Match) -> Iterator[Reading]:
    """Read "recent weeks", "the coming days", "the past few months"."""
    place = {"start": found.start(), "end": found.end()}
    if found["step"].lower() == "recent":
        yield Reading(**place, type="DATE", rule="reference", value="PAST_REF")
    else:
        value = _period(words.UNITS[found["unit"].lower()], None)
        yield Reading(**place, type="DURATION", rule="stretch", value=value)


@_rule(rf"(?P<approx>{{APPROX}} )?{_LENGTH}(?P<half> and a half)?(?P<old>[- ](?:long|old))?(?!\w)")
def _duration(found: Match) -> Iterator[Reading]:
    if found["dash"] == "" and not found["num"][-1].isdigit():
        return
    amount = words.number(found["num"])
    if found["half"] and amount is not None:
        amount += 0.5
    mod = words.APPROXIMATIONS.get((found["approx"] or "").strip().lower())
    unit = words.UNITS[found["unit"].lower()]
    if unit == "WE" or (unit in "QM" and re.fullmatch(r"(?:19|20)\d\d", found["num"])):
        return
    rule = "age" if (found["old"] or "").endswith("old") else "duration"
    yield Reading(
        start=found.start(), end=found.end(), type="DURATION", rule=rule, value=_period(unit, amount), mod=mod
    )


@_rule(
    r"(?P<unit>(?i:seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries))(?P<long>-long)?(?:(?: and|,| or) (?:seconds|minutes|hours|days|weeks|months|years|decades))?(?!\w)"
)
def _bare_units(found: Match) -> Iterator[Reading]:
    unit = words.UNITS[found["unit"].lower()]
    rule = "duration" if found["long"] else "bare_units"
    yield Reading(start=found.start(), end=found.end(), type="DURATION", rule=rule, value=_period(unit, None))


@_rule(r"(?P<unit>(?i:hour|day|week|month|year|decade|century))-?(?P<and> ?-?and-a-half)?[- ]long(?!\w)")
def _unit_long(found: Match) -> Iterator[Reading]:
    value = _period(words.UNITS[found["unit"].lower()], 1.5 if found["and"] else 1)
    yield Reading(start=found.start(), end=found.end(), type="DURATION", rule="duration", value=value)


def _period(unit: str, amount: float | None) -> str:
    """The TIMEX3 value of a duration; a vague number is X, halves are told in the smaller unit."""
    if unit in ("DE", "CE", "ML") and amount is not None:
        # TimeBank writes decades in years from two on, one decade as a decade.
        return f"P{words.plain(amount)}{unit}" if unit != "DE" else f"P{words.plain(10 * amount)}Y"
    if unit == "F":
        unit, amount = "W", None if amount is None else 2 * amount
    said = "X" if amount is None else words.plain(amount)
    if unit in ("DE", "CE", "ML"):
        return f"P{said}{'Y' if unit == 'DE' else unit}"
    if unit == "N":
        unit = "D"
    if amount is not None and amount % 1 == 0.5 and amount > 1:
        smaller = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60)}.get(unit)
        if smaller:
            rest = words.plain(round((amount - int(amount)) * smaller[1]))
            return f"P{'T' if unit[0] == 'T' else ''}{int(amount)}{unit[-1]}{rest}{smaller[0]}"
    if amount == 0.5 and unit in ("TH", "Y"):
        return "PT30M" if unit == "TH" else "P6M"
    return f"PT{said}{unit[1]}" if unit.startswith("T") else f"P{said}{unit}"


@_rule(
    r"(?i:each|every|per) (?:(?P<num>{NUM}|other|{ORD}) )?(?:(?P<unit>{UNIT})|(?P<name>{WEEKDAY}|{MONTH}|{SEASON}|{PART})s?)(?P<night> (?:night|morning|evening|afternoon))?(?!\w)"
)
def _each(found: Match) -> Iterator[Reading]:
    if found["unit"]:
        said = (found["num"] or "").lower()
        amount = 2.0 if said == "other" else words.number(said) if said and not words.ORDINALS.get(said) else 1.0
        value = _period(words.UNITS[found["unit"].lower()], amount)
    else:
        value = _repeated(found["name"])
    yield Reading(start=found.start(), end=found.end(), type="SET", rule="each", value=value)


@_rule(r"(?P<name>{MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)")
def _weekdays(found: Match) -> Iterator[Reading]:
    if found["name"].endswith("days"):
        yield Reading(
            start=found.start(), end=found.end(), type="SET", rule="each", value=_repeated(found["name"][:-1])
        )


def _repeated(name: str) -> str:
    key = name.rstrip(".").capitalize()
    if key in words.WEEKDAYS:
        return f"XXXX-WXX-{words.weekday(name) + 1}"
    if key in words.MONTHS:
        return f"XXXX-{words.month(name):02d}"
    if name.lower() in words.SEASONS:
        return f"XXXX-{words.SEASONS[name.lower()]}"
    return f"XXXX-XX-XXT{words.PARTS[name.lower()]}"


@_rule(r"(?i:once|twice|thrice|{NUM} times) (?i:an?|every|each) (?P<unit>(?i:hour|day|week|month|quarter|year))(?!\w)")
def _rate(found: Match) -> Iterator[Reading]:
    """Read "twice a day"."""
    value = _period(words.UNITS[found["unit"].lower()], 1)
    yield Reading(start=found.start(), end=found.end(), type="SET", rule="each", value=value)


@_rule(r"(?P<word>{SET})")
def _set(found: Match) -> Iterator[Reading]:
    yield Reading(start=found.start(), end=found.end(), type="SET", rule="set", value=words.SETS[found["word"].lower()])


@_rule(r"(?P<word>{REFERENCE})")
def _reference(found: Match) -> Iterator[Reading]:
    value = words.REFERENCES[re.sub(" +", " ", found["word"].lower())]
    yield Reading(start=found.start(), end=found.end(), type="DATE", rule="reference", value=value)


@_rule(r"(?P<word>{HISTORY})")
def _history_reference(found: Match) -> Iterator[Reading]:
    value = words.HISTORY_REFERENCES[found["word"].lower()]
    yield Reading(start=found.start(), end=found.end(), type="DATE", rule="history_reference", value=value)


@_rule(
    r"(?i:the )?(?P<h>\d{1,2})(?:[:.](?P<mi>[0-5]\d))? ?(?P<ap>[aApP])\.?[mM](?:\.|(?!\w))(?: ?(?P<zone>[A-Z]{2,4}T|GMT|UTC|local time|local)(?!\w))?"
)
def _clock_twelve(found: Match) -> Iterator[Reading]:
    hour = int(found["h"])
    if not 1 <= hour <= 12:
        return
    hour = hour % 12 + (12 if found["ap"].lower() == "p" else 0)
    yield _date(found, "clock", Partial(clock=f"{hour:02d}:{found['mi'] or '00'}"))


@_rule(
    r"(?P<h>[01]?\d|2[0-4])(?P<mark>[:.])(?P<mi>[0-5]\d)(?![\d%:,]|\.\d)(?P<zone> ?(?:[A-Z]{2,4}T|GMT|UTC|local time|local|hours|hrs|h)(?!\w))?(?!\w)"
)
def _clock(found: Match) -> Iterator[Reading]:
    sure = found["mark"] == ":" or found["zone"]
    clock = f"{int(found['h']):02d}:{found['mi']}"
    yield _date(found, "clock" if sure else "pointed_clock", Partial(clock=clock))


@_rule(r"(?P<h>1[0-2]|[1-9]) in the (?P<part>(?i:morning|afternoon|evening))(?!\w)")
def _hour_of_part(found: Match) -> Iterator[Reading]:
    late = found["part"].lower() != "morning"
    yield _date(found, "clock", Partial(clock=f"{int(found['h']) % 12 + (12 if late else 0):02d}:00"))


@_rule(r"(?P<h>[01]\d|2[0-3])(?P<mi>[0-5]\d) (?:GMT|UTC|hours|hrs|local time|[A-Z]{2,4}T)(?!\w)")
def _military_clock(found: Match) -> Iterator[Reading]:
    yield _date(found, "clock", Partial(clock=f"{found['h']}:{found['mi']}"))


@_rule(r"(?P<h>{NUM}) o'clock(?: in the (?P<part>{PART}))?")
def _oclock(found: Match) -> Iterator[Reading]:
    hour = words.number(found["h"])
    if hour is None or not 1 <= hour <= 12:
        return
    part = (found["part"] or "").lower()
    late = part in ("afternoon", "evening") or (part == "night" and hour > 5)
    yield _date(found, "clock", Partial(clock=f"{int(hour) % 12 + 12 if late else int(hour):02d}:00"))


@_rule(r"(?P<word>{CLOCK_WORD})")
def _clock_word(found: Match) -> Iterator[Reading]:
    yield _date(found, "clock", Partial(clock=words.CLOCK_WORDS[found["word"].lower()]))


@_rule(r"(?:(?i:the) )?(?:(?i:early|late|mid)[- ])?(?P<part>{PART})")
def _part(found: Match) -> Iterator[Reading]:
    yield _date(found, "part", Partial(part=words.PARTS[found["part"].lower()]))


@_rule(
    r"(?:(?i:the) )?(?:(?P<c>1\d|20)(?P<d>\d)0'?s|'(?P<d2>\d)0s|(?P<c3>(?i:nineteen|eighteen))[- ](?P<w>{DECADE}))(?!\w)(?: ?(?P<e>{ERA}))?"
)
def _decade(found: Match) -> Iterator[Reading]:
    if found["c"]:
        decade = int(found["c"] + found["d"])
    elif found["d2"]:
        decade = 190 + int(found["d2"])
    else:
        decade = (190 if found["c3"].lower() == "nineteen" else 180) + words.DECADES[found["w"].lower()]
    yield _date(found, "decade", Partial(decade=decade, bc=bool(found["e"])))


@_rule(r"(?:(?i:the) )?(?P<d>\d\d)0s{ERA}")
def _decade_before_christ(found: Match) -> Iterator[Reading]:
    yield _date(found, "decade", Partial(decade=int(found["d"]), bc=True))


@_rule(r"(?:(?i:the) )?(?P<o>{ORD})[- ](?i:century)(?P<e>{ERA})?(?!\w)")
def _century(found: Match) -> Iterator[Reading]:
    count = words.ordinal(found["o"])
    yield _date(found, "century", Partial(century=count - 1, bc=bool(found["e"])))


@_rule(
    r"(?P<c>(?i:nineteen|eighteen|seventeen))[- ](?P<y>(?i:hundred|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))(?!\w)(?! {UNIT}|-)"
)
def _spelled_year(found: Match) -> Iterator[Reading]:
    """Read "nineteen ninety-six", as broadcasters write it."""
    rest = found["y"].lower()
    year = words.NUMBERS[found["c"].lower()] * 100 + (0 if rest == "hundred" else int(words.number(rest) or 0))
    yield _date(found, "year", Partial(year=year))


@_rule(r"(?i:the )?(?i:year)[- ](?i:earlier|ago)(?: (?i:quarter|period))?(?!\w)")
def _year_earlier(found: Match) -> Iterator[Reading]:
    """Read "year-earlier" results."""
    yield Reading(
        start=found.start(), end=found.end(), type="DATE", rule="offset", shift=Shift(unit="Y", amount=-1), direction=-1
    )


@_rule(r"(?i:the )?(?i:latest|most recent) (?i:quarter)(?!\w)")
def _latest_quarter(found: Match) -> Iterator[Reading]:
    yield Reading(start=found.start(), end=found.end(), type="DATE", rule="step_unit", shift=Shift(unit="Q", amount=-1))


@_rule(r"(?P<a>\d{1,3})(?:-| - | to | and )(?P<b>\d{1,3}){ERA}")
def _years_before_christ(found: Match) -> Iterator[Reading]:
    if int(found["a"]) > int(found["b"]):
        yield _date(found, "year", Partial(bc=True, year=int(found["a"])), end=found.end("a"))
        yield _date(found, "year", Partial(bc=True, year=int(found["b"])), start=found.start("b"))


@_rule(r"(?:(?i:the year) )?(?P<y>\d{1,4}){ERA}")
def _year_before_christ(found: Match) -> Iterator[Reading]:
    yield _date(found, "year", Partial(bc=True, year=int(found["y"])))


@_rule(r"(?P<a>{YEAR})(?: ?- ?|/)(?P<b>(?:1\d{3}|20\d{2}|\d\d))(?![\d-])(?!\w)")
def _years(found: Match) -> Iterator[Reading]:
    first, said = int(found["a"]), found["b"]
    second = int(said) if len(said) == 4 else first // 100 * 100 + int(said)
    if not first < second < first + 150:
        return
    yield _date(found, "years", Partial(year=first), end=found.end("a"))
    yield _date(found, "years", Partial(year=second), start=found.start("b"))


@_rule(r"(?:(?i:the year|year) )?(?P<y>{YEAR})")
def _year_alone(found: Match) -> Iterator[Reading]:
    said = found["y"] != found[0]
    yield _date(found, "year" if said else "year_alone", Partial(year=int(found["y"])))


@_rule(r"(?:(?i:the) )?(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?!\w)")
def _day_alone(found: Match) -> Iterator[Reading]:
    if found[0].lower().startswith("the"):
        yield _date(found, "day_alone", Partial(day=words.ordinal(found["d"])))


@_rule(r"(?i:the )?(?i:year)(?:[- ](?i:end)|'s end)(?!\w)")
def _year_end(found: Match) -> Iterator[Reading]:
    yield Reading(
        start=found.start(), end=found.end(), type="DATE", rule="step_unit", mod="END", shift=Shift(unit="Y", amount=0)
    )


@_rule(r"(?i:the) (?P<unit>(?i:day|week|weekend|month|quarter|year))(?P<end>'s end)?(?!\w)")
def _the_unit(found: Match) -> Iterator[Reading]:
    """Read "the year", told only where a word before it makes it a time ("by the end of the year")."""
    unit = _SHIFT_UNITS[found["unit"].lower()]
    yield Reading(
        start=found.start(),
        end=found.end(),
        type="DATE",
        rule="the_unit",
        shift=Shift(unit=unit, amount=0, base="narrative"),
    )
