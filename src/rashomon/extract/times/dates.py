"""Calendar dates: days, months, seasons, years, decades, centuries, weekdays and feasts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.times import words
from rashomon.extract.times.forms import Partial, Reading
from rashomon.extract.times.rules import Match, date_reading, rule

# "The 1700s" and "the 1800s" are centuries, "the 1900s" may be a decade.
_CENTURY_OF_DECADES = 19


def _year(text: str | None) -> int | None:
    return int(text) if text else None


@rule(r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?:T(?P<clock>\d\d:\d\d)(?::\d\d)?Z?)?(?!\w)")
def _iso(found: Match) -> Iterator[Reading]:
    clock = found["clock"]
    yield date_reading(
        found, "iso", Partial(year=int(found["y"]), month=int(found["m"]), day=int(found["d"]), clock=clock)
    )


@rule(r"(?P<a>\d{1,2})(?P<mark>[./])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4}|\d\d)(?![\d%/]|\.\d)(?!\w)")
def _figures(found: Match) -> Iterator[Reading]:
    """Dates in figures: points mean day first; a slash means month first unless that cannot be."""
    first, second = int(found["a"]), int(found["b"])
    day, month = (first, second) if found["mark"] == "." or first > 12 else (second, first)
    year = int(found["y"]) + (0 if len(found["y"]) == 4 else 2000 if int(found["y"]) < 50 else 1900)
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield date_reading(found, "figures", Partial(year=year, month=month, day=day))


_MORE = (
    r"(?P<more>(?:(?:, {DAY})*,? (?:and|or) (?:the )?|-| - | to | through )(?P<last>{DAY}))"
    r"(?! ?{COUNTED}(?! (?:at least |about |some |more than |up to )?{NUM})| {UNIT}| {MONTH}| (?!{YEAR}){NUM})"
)


@rule(rf"(?P<m>{{MONTH}}) ?(?:the )?(?P<d>{{DAY}})(?:{_MORE})?(?:(?:,? ?| of |, in )(?P<y>{{YEAR}}))?")
def _month_day(found: Match) -> Iterator[Reading]:
    month, year = words.month(found["m"]), _year(found["y"])
    if not found["more"]:
        yield date_reading(found, "month_day", Partial(year=year, month=month, day=words.ordinal(found["d"])))
        return
    first = Partial(year=year, month=month, day=words.ordinal(found["d"]))
    yield date_reading(found, "month_day", first, end=found.end("d"))
    days = list(re.finditer(r"\d+(?:st|nd|rd|th)?", found["more"]))
    for k, one in enumerate(days):
        end = found.end() if k == len(days) - 1 else found.start("more") + one.end()
        partial = Partial(year=year, month=month, day=words.ordinal(one[0]))
        yield date_reading(found, "month_day", partial, start=found.start("more") + one.start(), end=end)


@rule(
    r"(?:(?i:the) )?(?P<days>{DAY}(?:(?:(?:, {DAY})*,? (?:and|or) (?:the )?|-| - | to ){DAY})?)(?: of)? ?"
    r"(?P<m>{MONTH})(?:(?:,? ?| of |, in )(?P<y>{YEAR}))?"
)
def _day_month(found: Match) -> Iterator[Reading]:
    month, year = words.month(found["m"]), _year(found["y"])
    days = list(re.finditer(r"\d+(?:st|nd|rd|th)?", found["days"]))
    for k, one in enumerate(days):
        start = found.start() if k == 0 else found.start("days") + one.start()
        end = found.end() if k == len(days) - 1 else found.start("days") + one.end()
        yield date_reading(found, "day_month", Partial(year=year, month=month, day=words.ordinal(one[0])), start, end)


@rule(r"(?:(?i:the) )?(?P<d>{ORD}) (?:day )?of (?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?")
def _ordinal_of_month(found: Match) -> Iterator[Reading]:
    partial = Partial(year=_year(found["y"]), month=words.month(found["m"]), day=words.ordinal(found["d"]))
    if 1 <= (partial.day or 0) <= 31:
        yield date_reading(found, "ordinal_of_month", partial)


@rule(r"(?P<m>{MONTH}) (?P<y>\d{1,3}){ERA}")
def _month_before_christ(found: Match) -> Iterator[Reading]:
    yield date_reading(found, "month_year", Partial(bc=True, year=int(found["y"]), month=words.month(found["m"])))


@rule(r"(?P<m>{MONTH})(?:-(?P<m2>{MONTH})| (?:and|to|or) (?P<m3>{MONTH}))(?:,? | of |,? in )(?P<y>{YEAR})")
def _months_year(found: Match) -> Iterator[Reading]:
    second = "m2" if found["m2"] else "m3"
    year = int(found["y"])
    yield date_reading(found, "month_year", Partial(year=year, month=words.month(found["m"])), end=found.end("m"))
    yield date_reading(
        found, "month_year", Partial(year=year, month=words.month(found[second])), start=found.start(second)
    )


@rule(r"(?P<m>{MONTH})(?:,? ?| of |,? in |-|, the year )(?P<y>{YEAR})")
def _month_year(found: Match) -> Iterator[Reading]:
    yield date_reading(found, "month_year", Partial(year=int(found["y"]), month=words.month(found["m"])))


@rule(r"(?P<m>{MONTH})")
def _month(found: Match) -> Iterator[Reading]:
    yield date_reading(found, "month", Partial(month=words.month(found["m"])))


@rule(
    r"(?:(?i:the) )?(?P<s>{SEASON})(?:(?: of| in|,)? (?P<y>{YEAR}|\d{1,3}(?={ERA})))"
    r"(?P<e>{ERA}|[-/](?:\d\d)?\d\d(?!\w))?"
)
def _season_year(found: Match) -> Iterator[Reading]:
    season = words.SEASONS[found["s"].lower()]
    yield date_reading(found, "season_year", Partial(bc="B" in (found["e"] or ""), year=int(found["y"]), season=season))


@rule(r"(?:(?i:the) )?(?=[A-Z])(?P<s>{SEASON})(?= (?:Offensive|Campaign|Fighting|Battle|Counter))")
def _named_season(found: Match) -> Iterator[Reading]:
    """Read "the Spring Offensive": of which year, only a history tells."""
    yield date_reading(found, "named_season", Partial(season=words.SEASONS[found["s"].lower()]))


@rule(r"(?:(?i:the) )?(?P<s>{SEASON})")
def _season(found: Match) -> Iterator[Reading]:
    yield date_reading(found, "season", Partial(season=words.SEASONS[found["s"].lower()]))


@rule(
    r"(?:(?i:the) )?(?P<o>(?i:first|second|latter|other))[- ]half of (?:the )?(?:(?:(?P<c>1\d|20)(?P<d>\d)0'?s)"
    r"|(?P<n>{ORD})[- ](?i:century))(?!\w)"
)
def _half_of_age(found: Match) -> Iterator[Reading]:
    """Read "the second half of the 19th century", "the first half of the 1990s"."""
    season = "H1" if found["o"].lower() == "first" else "H2"
    decade = int(found["c"] + found["d"]) if found["c"] else None
    century = words.ordinal(found["n"]) - 1 if found["n"] else None
    yield date_reading(found, "half_of_age", Partial(decade=decade, century=century, season=season))


@rule(r"(?P<d>{WEEKDAY})")
def _weekday(found: Match) -> Iterator[Reading]:
    yield date_reading(found, "weekday", Partial(weekday=words.weekday(found["d"])))


@rule(r"(?P<name>{HOLIDAY})(?:(?P<week> (?i:week))(?!\w))?(?:,? (?:of )?(?P<y>{YEAR}))?")
def _holiday(found: Match) -> Iterator[Reading]:
    name = "week_of" if found["week"] else "holiday"
    yield date_reading(found, name, replace(named_day(found["name"]), year=_year(found["y"])))


def named_day(said: str) -> Partial:
    """A feast: its month and day, or about when it is where it moves."""
    name = re.sub(" +", " ", said)
    if name in words.FEASTS:
        feast = words.FEASTS[name]
        return Partial(feast=name, month=feast.get("month", 4), day=1 if feast.get("count") == 1 else 20)
    month, day = (int(part) for part in words.HOLIDAYS[name].split("-"))
    return Partial(month=month, day=day)


@rule(
    r"(?:(?i:the) )?(?:(?P<c>1\d|20)(?P<d>\d)0'?s|'(?P<d2>\d)0s|(?P<c3>(?i:nineteen|eighteen))[- ]"
    r"(?P<w>{DECADE}))(?!\w)(?: ?(?P<e>{ERA}))?"
)
def _decade(found: Match) -> Iterator[Reading]:
    if found["c"] and found["d"] == "0" and int(found["c"]) < _CENTURY_OF_DECADES:
        yield date_reading(found, "decade", Partial(century=int(found["c"]), bc=bool(found["e"])))
        return  # "the 1700s"
    if found["c"]:
        decade = int(found["c"] + found["d"])
    elif found["d2"]:
        decade = 190 + int(found["d2"])
    else:
        decade = (190 if found["c3"].lower() == "nineteen" else 180) + words.DECADES[found["w"].lower()]
    yield date_reading(found, "decade", Partial(decade=decade, bc=bool(found["e"])))


@rule(r"(?i:the) (?P<w>{DECADE})")
def _named_decade(found: Match) -> Iterator[Reading]:
    """Read "the nineties", those of the last century."""
    yield date_reading(found, "named_decade", Partial(decade=190 + words.DECADES[found["w"].lower()]))


@rule(r"(?:(?i:the) )?(?P<d>\d\d)0s{ERA}")
def _decade_before_christ(found: Match) -> Iterator[Reading]:
    yield date_reading(found, "decade", Partial(decade=int(found["d"]), bc=True))


@rule(r"(?:(?i:the) )?(?P<o>{ORD})[- ](?i:century)(?P<e>{ERA})?(?!\w)")
def _century(found: Match) -> Iterator[Reading]:
    count = words.ordinal(found["o"])
    yield date_reading(found, "century", Partial(century=count - 1, bc=bool(found["e"])))


@rule(
    r"(?P<c>(?i:nineteen|eighteen|seventeen))[- ](?P<y>(?i:hundred|(?:twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))(?!\w)(?! {UNIT}|-)"
)
def _spelled_year(found: Match) -> Iterator[Reading]:
    """Read "nineteen ninety-six", as broadcasters write it."""
    rest = found["y"].lower()
    year = words.NUMBERS[found["c"].lower()] * 100 + (0 if rest == "hundred" else int(words.number(rest) or 0))
    yield date_reading(found, "year", Partial(year=year))


@rule(r"(?i:the year) (?P<y>(?i:two thousand(?: and)?(?: {NUM})?))(?!\w)")
def _spelled_millennium(found: Match) -> Iterator[Reading]:
    """Read "the year two thousand", "the year two thousand and four"."""
    rest = words.number(re.sub(r"(?i)^two thousand(?: and)? ?", "", found["y"]) or "zero")
    if rest is not None and rest < 100:
        yield date_reading(found, "year", Partial(year=2000 + int(rest)))


@rule(r"(?P<a>\d{1,3})(?:-| - | to | and )(?P<b>\d{1,3}){ERA}")
def _years_before_christ(found: Match) -> Iterator[Reading]:
    if int(found["a"]) > int(found["b"]):
        yield date_reading(found, "year", Partial(bc=True, year=int(found["a"])), end=found.end("a"))
        yield date_reading(found, "year", Partial(bc=True, year=int(found["b"])), start=found.start("b"))


@rule(r"(?:(?i:the year) )?(?P<y>\d{1,4}){ERA}")
def _year_before_christ(found: Match) -> Iterator[Reading]:
    yield date_reading(found, "year", Partial(bc=True, year=int(found["y"])))


@rule(r"(?P<a>{YEAR})(?: ?- ?|/)(?P<b>(?:1\d{3}|20\d{2}|\d\d))(?![\d-])(?!\w)")
def _years(found: Match) -> Iterator[Reading]:
    first, said = int(found["a"]), found["b"]
    second = int(said) if len(said) == 4 else first // 100 * 100 + int(said)
    if not first < second < first + 150:
        return
    yield date_reading(found, "years", Partial(year=first), end=found.end("a"))
    yield date_reading(found, "years", Partial(year=second), start=found.start("b"))


@rule(r"(?:(?i:the year|year) )?(?P<y>{YEAR})")
def _year_alone(found: Match) -> Iterator[Reading]:
    said = found["y"] != found[0]
    yield date_reading(found, "year" if said else "year_alone", Partial(year=int(found["y"])))


@rule(r"(?:(?i:the) )?(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?!\w)")
def _day_alone(found: Match) -> Iterator[Reading]:
    if found[0].lower().startswith("the"):
        yield date_reading(found, "day_alone", Partial(day=words.ordinal(found["d"])))
