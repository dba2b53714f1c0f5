"""Finds the plain time expressions of a text: the longest rule that fits at each word."""

import re
from collections.abc import Iterable, Iterator

from rashomon.extract.times import clocks, dates, lengths, periods, steps, words
from rashomon.extract.times.forms import Reading
from rashomon.extract.times.rules import RULES, Rule

# A word, a number or a shortened year.
_WORD = re.compile(r"[^\W\d_]+|\d+|'(?=\d0s)")
# It begins no expression inside another word, an amount of money or a number; but a preposition may be glued to it:
# "on27 September".
_APART = re.compile(r"(?:(?<![\w$£€#])|(?<=[ (]on|[ (]On|[ (]by|[ (]of|[ (]to|[ (]In|[ (]in)(?=\d))(?<!\d[.,:/])")

# First words of an expression beside those of the vocabulary itself.
_OPENERS = {
    "the", "this", "that", "last", "past", "previous", "preceding", "prior", "next", "coming", "following", "upcoming",
    "subsequent", "ensuing", "current", "same", "very", "first", "final", "latter", "recent", "a", "an", "just", "only",
    "barely", "each", "every", "per", "once", "twice", "thrice", "today", "yesterday", "tomorrow", "tonight",
    "overnight",
    "one", "year", "on", "half", "well", "close", "no", "not", "to", "early", "late", "mid", "'",
    "daytime", "daylight", "other", "latest", "most", "in", "its",
    "fiscal", "financial", "comparable", "corresponding", "equivalent", "like", "similar",
    "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
}  # fmt: skip


def _words_of(lists: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(part for group in lists for word in group for part in re.split("[ -]", word.lower()))


def _first_words() -> frozenset[str]:
    lists = (
        words.MONTHS, words.WEEKDAYS, words.SEASONS, words.PARTS, words.CLOCK_WORDS, words.NUMBERS, words.ORDINALS,
        words.HOLIDAYS, words.FEASTS, words.APPROXIMATIONS, words.SETS, words.REFERENCES, words.HISTORY_REFERENCES,
        words.UNITS, words.VAGUE,
    )  # fmt: skip
    return frozenset(re.split("[ -]", word.lower())[0] for group in lists for word in group) | _OPENERS


_FIRST_WORDS = _first_words()

# Words of which every expression that is not in figures has one: units, names of days and months, "today", "now" …
_TELLING = _words_of((
    words.MONTHS, words.WEEKDAYS, words.SEASONS, words.PARTS, words.CLOCK_WORDS, words.DECADES, words.HOLIDAYS,
    words.FEASTS, words.SETS, words.REFERENCES, words.HISTORY_REFERENCES, words.UNITS,
)) - {"a", "the", "at", "in", "not", "to", "this", "of", "just", "right"} | {
    "today", "yesterday", "tomorrow", "tonight", "overnight", "half", "period", "clock", "hours", "daytime", "daylight",
    "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "mornings", "afternoons",
    "evenings", "nights", "seventeen", "eighteen", "nineteen", "thousand",
}  # fmt: skip
# "Weeklong", "monthslong", as agencies write them.
_TELLING |= {unit + "long" for unit in words.UNITS}
_DIGIT = "0"  # stands for any number
_IS_TELLING = dict.fromkeys(_FIRST_WORDS, False) | dict.fromkeys(_TELLING | {_DIGIT}, True)
# How far (characters) such a word stands behind the first of its expression at most: "just over one hundred and
# twenty-five consecutive days".
_REACH = 64


def scanned(flat: str, start: int, end: int) -> Iterator[Reading]:
    """The readings between two offsets of a flattened text, without overlap, in text order."""
    done = start
    for at, said in _starts(flat, start, end):
        if at < done:
            continue
        found = _best(flat, at, end, _rules_for(said))
        if found:
            yield from found
            done = found[-1].end


def _starts(flat: str, start: int, end: int) -> list[tuple[int, str]]:
    """Where an expression may begin, and its first word: one with a telling word, or a number, soon behind it."""
    starts: list[tuple[int, str]] = []
    waiting: list[tuple[int, str]] = []
    for word in _WORD.finditer(flat, start, end):
        said = _DIGIT if word[0][0].isdigit() else word[0].lower()
        telling = _IS_TELLING.get(said)
        if telling is None:
            continue
        at = word.start()
        if _APART.match(flat, at):
            waiting.append((at, said))
        if telling:
            starts += [one for one in waiting if at - one[0] <= _REACH]
            waiting = []
    return starts


def _best(flat: str, at: int, end: int, rules: list[Rule]) -> list[Reading]:
    """What the rule that reaches furthest reads at an offset; the earlier rule where two reach as far."""
    best: list[Reading] = []
    for rule in rules:
        match = rule.pattern.match(flat, at, end)
        if match and match.end() > (best[-1].end if best else at):
            readings = list(rule.build(match))
            if readings:
                best = readings
    return best


def _rules_for(first: str) -> list[Rule]:
    """The rules that can match at a word (`_DIGIT` for any number)."""
    rules = _BY_FIRST.get(first)
    if rules is None:
        rules = _BY_FIRST[first] = [rule for rule in RULES if _may_start(rule, first)]
    return rules


# Importing them is what puts their rules down, in this order.
GRAMMAR = (dates, steps, lengths, clocks, periods)

_BY_FIRST: dict[str, list[Rule]] = {}


def _may_start(rule: Rule, first: str) -> bool:
    if first == _DIGIT:
        return rule.name not in _LETTERED
    return rule.name not in _DIGITS_ONLY and first in _OPENED.get(rule.name, (first,))


# The first words of rules that begin with few: the others are tried at every word of the vocabulary.
_MONTH, _WEEKDAY, _UNIT = _words_of([words.MONTHS]), _words_of([words.WEEKDAYS]), _words_of([words.UNITS])
_OPENED = {
    **dict.fromkeys(("month_day", "month_before_christ", "months_year", "month_year", "month"), _MONTH),
    **dict.fromkeys(("weekday", "weekday_parts"), _WEEKDAY),
    "holiday": _words_of([words.HOLIDAYS, words.FEASTS]),
    "bare_units": _UNIT | {unit + "long" for unit in _UNIT},
    "unit_long": _UNIT | {unit + "long" for unit in _UNIT},
    "set": _words_of([words.SETS]),
    "reference": _words_of([words.REFERENCES]),
    "history_reference": _words_of([words.HISTORY_REFERENCES]),
    "clock_word": _words_of([words.CLOCK_WORDS]),
    "spelled_year": frozenset({"seventeen", "eighteen", "nineteen"}),
    "each": frozenset({"each", "every", "per"}),
    "fiscal_year_given": frozenset({"fiscal", "financial"}),
    "weekdays": frozenset(f"{day}s" for day in _WEEKDAY) | _MONTH,
}
_DIGITS_ONLY = {
    "iso", "figures", "clock", "military_clock", "years", "year_before_christ",
    "years_before_christ",
}  # fmt: skip
_LETTERED = {
    "month_day", "month_before_christ", "months_year", "month_year", "month", "season_year", "season", "weekday",
    "holiday", "deictic", "step_unit", "step_name", "step_part", "unit_side", "stretch", "bare_units", "unit_long",
    "each", "weekdays", "set", "reference", "history_reference", "clock_word", "part", "decade_before_christ",
    "day_alone", "the_unit", "spelled_year", "year_earlier", "latest_quarter", "vague_stretch", "year_end", "compared",
    "compared_year", "compared_length", "named_season", "named_decade",
    "part_of_kind", "weekday_parts", "fiscal_year", "fiscal_year_given",
}  # fmt: skip
