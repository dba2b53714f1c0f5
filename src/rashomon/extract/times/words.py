"""The vocabulary of time as regular expressions, and what each word stands for."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.language.lexicon import lexicon

_LISTS: Mapping[str, Any] = lexicon("times")

MONTHS: dict[str, int] = {**_LISTS["months"], **_LISTS["month_abbreviations"]}
WEEKDAYS: dict[str, int] = {**_LISTS["weekdays"], **_LISTS["weekday_abbreviations"]}
SEASONS: dict[str, str] = _LISTS["seasons"]
PARTS: dict[str, str] = _LISTS["parts"]
CLOCK_WORDS: dict[str, str] = _LISTS["clock_words"]
NUMBERS: dict[str, int] = _LISTS["numbers"]
ORDINALS: dict[str, int] = _LISTS["ordinals"]
DECADES: dict[str, int] = _LISTS["decades"]
HOLIDAYS: dict[str, str] = _LISTS["holidays"]
FEASTS: dict[str, dict[str, int]] = _LISTS["movable_holidays"]
APPROXIMATIONS: dict[str, str] = _LISTS["approximations"]
STRETCHES: dict[str, str] = _LISTS["stretches"]
SETS: dict[str, str] = _LISTS["sets"]
REFERENCES: dict[str, str] = {word: value for value, group in _LISTS["references"].items() for word in group}
HISTORY_REFERENCES: dict[str, str] = {
    word: value for value, group in _LISTS["history_references"].items() for word in group
}
DOUBTFUL_MONTHS = frozenset(_LISTS["doubtful_months"])
COUNTED = frozenset(_LISTS["counted"])
SCHEDULING = frozenset(_LISTS["scheduling"])
FORESEEING = frozenset(_LISTS["foreseeing"])
PROSPECTIVE = SCHEDULING | FORESEEING | frozenset(_LISTS["prospective"])
AGED_THINGS: list[str] = _LISTS["aged_things"]
STARTING = frozenset(_LISTS["starting"])
PAST_EVENTS = frozenset(_LISTS["past_events"])
LASTING = frozenset(_LISTS["lasting"])
OUTLOOKS = frozenset(_LISTS["outlooks"])
REPORTING = frozenset(_LISTS["reporting"])

_PLURALS: dict[str, str] = _LISTS["irregular_plurals"]
UNITS: dict[str, str] = {
    form: code for unit, code in _LISTS["units"].items() for form in (unit, _PLURALS.get(unit, unit + "s"))
}
VAGUE: list[str] = _LISTS["vague_numbers"]


def either(words: Iterable[str]) -> str:
    """An alternation of words, the longest first; blanks may be several."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ") for word in ordered) + ")"


def _cased(words: Iterable[str]) -> str:
    """An alternation of capitalised words that may also stand in capitals."""
    found = list(words)
    return either([*found, *(word.upper() for word in found)])


# A number in digits with a possible fraction, in words, or "some".
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?:[- ]\d/[1-9])?"
_FRACTION = (
    r"half an|half a|a quarter of a|quarter of a|(?:a )?quarter(?=[- ]century)|(?:a )?half(?=[- ](?:century|decade))"
)
_WORDED = (
    rf"(?:(?:an? )(?=dozen|hundred|thousand))?{either(NUMBERS)}"
    rf"(?:(?:-| and | ){either(NUMBERS)})*(?:(?: and)?(?: a| one)?[- ]half)?"
)

_MONTHS = rf"{_cased(_LISTS['months'])}(?![^\W\d]|'(?!s\b))"

MACROS = {
    "MONTH": rf"(?:{_MONTHS}|{_cased(_LISTS['month_abbreviations'])}(?:\.|(?![^\W\d])))",
    "WEEKDAY": rf"(?:{_cased(_LISTS['weekdays'])}(?!\w)|{either(_LISTS['weekday_abbreviations'])}\.)",
    "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|(?<=[23])d)?(?![\d%]|[.:/]\d|,\d{3}(?!\d))(?![a-z])",
    "YEAR": r"(?:1\d{3}|20\d{2})(?![\d%]|,\d{3}(?!\d)|\.\d)(?!\w)",
    "ERA": r"(?: ?(?:BCE?|B\.C\.(?:E\.)?|B\.C)(?!\w))",
    "SEASON": rf"(?i:{either(SEASONS)})(?!\w)",
    "PART": rf"(?i:{either(PARTS)})(?!\w)",
    "UNIT": rf"(?i:{either(UNITS)})(?!\w)",
    "NUM": rf"(?:{_DIGITS}|(?i:{_WORDED}|{either(VAGUE)}|{_FRACTION}|an?)(?!\w))",
    "ORD": rf"(?:(?i:{either(ORDINALS)})|\d{{1,2}}(?:st|nd|rd|th))(?!\w)",
    "CLOCK_WORD": rf"(?i:{either(CLOCK_WORDS)})(?!\w)",
    "HOLIDAY": either([*HOLIDAYS, *FEASTS]) + r"(?!\w)",
    "DECADE": rf"(?i:{either(DECADES)})(?!\w)",
    "REFERENCE": rf"(?i:{either(REFERENCES)})(?!\w)",
    "HISTORY": rf"(?i:{either(HISTORY_REFERENCES)})(?!\w)",
    "SET": rf"(?i:{either(SETS)})(?!\w)",
    "APPROX": rf"(?i:{either(APPROXIMATIONS)})",
    "STRETCH": rf"(?i:{either(STRETCHES)})",
    "COUNTED": rf"(?:{either(COUNTED)})(?!\w)",
}
"""Names that rules write in capitals between braces."""


def compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern: macros filled in, and a blank standing for one or more."""
    filled = re.sub(r"\{([A-Z_]+)\}", lambda found: MACROS[found[1]], pattern)
    return re.compile(_BLANKS.sub(lambda found: " +" if found[0] == " " else found[0], filled))


# A blank by itself, apart from those in a set of characters or made optional.
_BLANKS = re.compile(r"\[[^\]]*\]| \?| ")


def flattened(text: str) -> str:
    """The text with plain blanks, apostrophes and hyphens, of the same length."""
    for mark, plain in _FLAT:
        text = text.replace(mark, plain)
    return text


# One after the other: much quicker than `str.translate` on long texts.
_FLAT = (
    ("\n", " "), ("\t", " "), ("\r", " "), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "),
    ("’", "'"), ("‘", "'"), ("`", "'"), ("–", "-"), ("−", "-"), ("‑", "-"), ("‐", "-"),
)  # fmt: skip


def month(text: str) -> int:
    """The number of a month's name or abbreviation."""
    return MONTHS[text.rstrip(".").capitalize()]


def weekday(text: str) -> int:
    """The number of a weekday's name or abbreviation, Monday 0."""
    return WEEKDAYS[text.rstrip(".").capitalize()]


def ordinal(text: str) -> int:
    """The number of "third", "3rd" or "3"."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else ORDINALS[text.lower()]


def number(text: str) -> float | None:
    """How many "three", "2 1/2", "two and a half", "a" are; None for "several"."""
    said = re.sub(r"[- ]+", " ", text.strip().lower())
    if said in ("a", "an"):
        return 1
    if said in ("half a", "half an", "a half", "half"):
        return 0.5
    if said in ("quarter of a", "a quarter of a", "quarter", "a quarter"):
        return 0.25
    if said[0].isdigit():
        whole, _, part = said.replace(",", "").partition(" ")
        return float(whole) + (int(part[0]) / int(part[2]) if part else 0)
    if said in ("a couple", "a couple of"):
        return 2
    if said in VAGUE:
        return None
    return _worded(said)


def _worded(said: str) -> float:
    total, current = 0.0, 0.0
    for word in said.split():
        if word == "half":
            current += 0.5
        elif word in ("hundred", "dozen", "thousand"):
            current = max(1.0, current) * NUMBERS[word]
        elif word in NUMBERS:
            current += NUMBERS[word]
    return total + current


def plain(amount: float) -> str:
    """A number as TIMEX3 writes it: 2, 2.5."""
    return f"{amount:g}"
