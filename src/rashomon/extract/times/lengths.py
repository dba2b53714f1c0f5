"""Lengths of time, sets of times, and words that only name the past, the present or the future."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.times import words
from rashomon.extract.times.forms import Reading
from rashomon.extract.times.rules import Match, reading_of, rule

# A length of time: how many, of what, with a word between them ("two more years", "ten-day").
LENGTH = (
    r"(?P<num>{NUM})(?:(?: to | or |-)(?P<num2>{NUM}))?(?P<dash>-| ?)(?:(?i:more|full|whole|consecutive"
    r"|straight|additional|extra|long|short|bloody|brutal|bitter|working|trading|business|further) )?(?P<unit>{UNIT})"
)


# "Will last two weeks": there it is a verb.
_VERB = "".join(f"(?<!{word}[ ])" for word in ("will", "ould", "may", "ight", "must", "can", "to", "not"))


@rule(
    rf"(?i:the )?{_VERB}(?P<step>(?i:last|past|next|coming|previous|preceding|following|first|final|same|recent)) "
    rf"{LENGTH}"
)
def _stretch(found: Match) -> Iterator[Reading]:
    """Read "the past two weeks", "the first three years"."""
    unit = words.UNITS[found["unit"].lower()]
    amount = words.number(found["num"])
    side = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(found["step"].lower())
    length = (side, unit, round(amount)) if side and amount is not None and amount >= 1 else None
    yield reading_of(
        found,
        "DURATION",
        "stretch",
        value=period(unit, amount),
        length=length,
    )


@rule(
    r"(?:(?i:the) (?P<step>(?i:recent|coming|past|last|following|next))"
    r"|(?i:the )?(?P<stage>(?i:first|final|opening|closing|initial|early))(?= \w+ of )"
    r"|(?P<bare>(?i:recent|coming|past))) (?:(?P<few>(?i:few|couple of|several)) )?"
    r"(?P<unit>(?i:hours|days|weeks|months|quarters|years|decades))(?!\w)(?: and (?:weeks|months|years))?"
)
def _vague_stretch(found: Match) -> Iterator[Reading]:
    """Read "recent weeks", "the coming days", "the past few months"."""
    unit = words.UNITS[found["unit"].lower()]
    past = found["bare"] and found["bare"].lower() == "past" and not found["few"]
    if (past or (found["step"] or found["bare"] or "").lower() == "recent") and unit in ("Y", "DE"):
        yield reading_of(found, "DATE", "reference", value="PAST_REF")
    else:
        yield reading_of(found, "DURATION", "stretch", value=period(unit, 2 if found["few"] == "couple of" else None))


@rule(
    r"(?i:the) (?i:first|final|opening|closing) (?P<unit>(?i:week|month|year|decade))"
    r"(?= of (?:the|his|her|its|their) (?!year|month|season)\w| after )"
)
def _first_unit(found: Match) -> Iterator[Reading]:
    """Read "the first year of the war"."""
    yield reading_of(found, "DURATION", "first_unit", value=period(words.UNITS[found["unit"].lower()], 1))


@rule(
    rf"(?P<approx>{{APPROX}} )?{LENGTH}(?P<half> and a half)?(?P<old>[- ](?i:long|olds?)(?!\w)|(?P<so> or so))?(?!\w)"
)
def _duration(found: Match) -> Iterator[Reading]:
    if found["dash"] == "" and not found["num"][-1].isdigit():
        return
    if re.fullmatch(r"(?:[01]\d|2[0-3])[0-5]\d", found["num"]) and found["unit"] == "hours":
        return  # "1800 hours" is a time of day, whatever stands before it
    amount = words.number(found["num"])
    if found["num"].lower() in ("a", "an") and found["unit"].lower().endswith("s"):
        # "A months-long siege".
        amount = None
    if found["half"] and amount is not None:
        amount += 0.5
    mod = words.APPROXIMATIONS.get((found["approx"] or "").strip().lower()) or ("APPROX" if found["so"] else None)
    unit = words.UNITS[found["unit"].lower()]
    if unit == "WE" or (unit in "QM" and re.fullmatch(r"(?:19|20)\d\d", found["num"])):
        return
    name = "age" if "old" in (found["old"] or "").lower() else "duration"
    yield reading_of(found, "DURATION", name, value=period(unit, amount), mod=mod)


@rule(
    r"(?P<unit>(?i:seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries))(?P<long>-?long)?"
    r"(?:(?: and|,| or) (?:seconds|minutes|hours|days|weeks|months|years|decades))?(?!\w)"
)
def _bare_units(found: Match) -> Iterator[Reading]:
    unit = words.UNITS[found["unit"].lower()]
    name = "duration" if found["long"] else "bare_units"
    yield reading_of(found, "DURATION", name, value=period(unit, None))


@rule(r"(?P<unit>(?i:hour|day|week|month|year|decade|century))-?(?P<and> ?-?and-a-half)?[- ]?long(?!\w)")
def _unit_long(found: Match) -> Iterator[Reading]:
    value = period(words.UNITS[found["unit"].lower()], 1.5 if found["and"] else 1)
    yield reading_of(found, "DURATION", "duration", value=value)


def period(unit: str, amount: float | None) -> str:
    """The TIMEX3 value of a duration; a vague number is X, halves are told in the smaller unit."""
    if unit in ("DE", "CE", "ML") and amount is not None:
        if amount < 1:
            return f"P{words.plain({'DE': 10, 'CE': 100, 'ML': 1000}[unit] * amount)}Y"
        # TimeBank writes decades in years from two on, one decade as a decade.
        return f"P{words.plain(amount)}{unit}" if unit != "DE" or amount == 1 else f"P{words.plain(10 * amount)}Y"
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


@rule(
    r"(?i:each|every|per) (?:(?P<num>{NUM}|other|{ORD}) )?(?:(?P<unit>{UNIT})|(?P<name>{WEEKDAY}|{MONTH}"
    r"|{SEASON}|{PART})s?)(?P<night> (?:night|morning|evening|afternoon))?(?!\w)"
)
def _each(found: Match) -> Iterator[Reading]:
    if found["unit"] and (found["num"] or found["unit"].lower() != "night"):
        said = (found["num"] or "").lower()
        amount = 2.0 if said == "other" else words.number(said) if said and not words.ORDINALS.get(said) else 1.0
        value = period(words.UNITS[found["unit"].lower()], amount)
    else:
        value = _repeated(found["name"] or found["unit"])
    yield reading_of(found, "SET", "each", value=value)


@rule(r"(?P<name>{MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)")
def _weekdays(found: Match) -> Iterator[Reading]:
    if found["name"].endswith("days"):
        yield reading_of(found, "SET", "each", value=_repeated(found["name"][:-1]))


@rule(
    r"(?:(?P<other>{WEEKDAY}) (?:and|or) )?(?P<day>{WEEKDAY}) (?P<part>(?i:mornings|afternoons|evenings|nights))(?!\w)"
)
def _weekday_parts(found: Match) -> Iterator[Reading]:
    """Read "on Tuesday nights", "Monday and Tuesday nights"."""
    part = words.PARTS[found["part"].lower()[:-1]]
    if found["other"]:
        first = reading_of(found, "SET", "each", value=f"{_repeated(found['other'])}T{part}")
        yield replace(first, end=found.end("other"))
        last = reading_of(found, "SET", "each", value=f"{_repeated(found['day'])}T{part}")
        yield replace(last, start=found.start("day"))
        return
    yield reading_of(found, "SET", "each", value=f"{_repeated(found['day'])}T{part}")


def _repeated(name: str) -> str:
    key = name.rstrip(".").capitalize()
    if key in words.WEEKDAYS:
        return f"XXXX-WXX-{words.weekday(name) + 1}"
    if key in words.MONTHS:
        return f"XXXX-{words.month(name):02d}"
    if name.lower() in words.SEASONS:
        return f"XXXX-{words.SEASONS[name.lower()]}"
    return f"XXXX-XX-XXT{words.PARTS[name.lower()]}"


@rule(r"(?i:once|twice|thrice|{NUM} times) (?i:an?|every|each) (?P<unit>(?i:hour|day|week|month|quarter|year))(?!\w)")
def _rate(found: Match) -> Iterator[Reading]:
    """Read "twice a day"."""
    value = period(words.UNITS[found["unit"].lower()], 1)
    yield reading_of(found, "SET", "each", value=value)


@rule(r"(?P<word>{SET})")
def _set(found: Match) -> Iterator[Reading]:
    yield reading_of(found, "SET", "set", value=words.SETS[found["word"].lower()])


@rule(r"(?P<word>{REFERENCE})")
def _reference(found: Match) -> Iterator[Reading]:
    value = words.REFERENCES[re.sub(" +", " ", found["word"].lower())]
    yield reading_of(found, "DATE", "reference", value=value)


@rule(r"(?P<word>{HISTORY})")
def _history_reference(found: Match) -> Iterator[Reading]:
    value = words.HISTORY_REFERENCES[found["word"].lower()]
    yield reading_of(found, "DATE", "history_reference", value=value)
