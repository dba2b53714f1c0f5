"""Periods of accounts: quarters, halves, fiscal years, and the period that figures are compared with."""

from collections.abc import Iterator

from rashomon.extract.times import words
from rashomon.extract.times.forms import Base, Partial, Reading, Shift
from rashomon.extract.times.lengths import LENGTH, period
from rashomon.extract.times.rules import Match, reading_of, rule

_WHOSE: dict[str, int] = {"this": 0, "that": 0, "the": 0, "last": -1, "next": 1}


def _year(text: str | None) -> int | None:
    return int(text) if text else None


@rule(
    r"(?:(?i:the|its) )?(?:(?i:current|latest|recent|most recent|just-ended) )?"
    r"(?:(?P<y0>{YEAR}) |(?P<whose>(?i:this|last|next)) year's |(?P<ago>(?i:year-ago|year-earlier)) "
    r"|(?i:fiscal|financial)[- ](?:(?P<y3>{YEAR}) )?)?"
    r"(?P<o>(?i:first|second|third|fourth|latter|final|last|1st|2nd|3rd|4th))[- ](?P<u>(?i:half|quarter))"
    r"(?:s? of (?:(?:the year |(?i:fiscal|financial) )?(?P<y>{YEAR})|(?P<that>the year|this year|that year|last year"
    r"|next year))| (?P<y2>{YEAR}))?(?!\w)"
)
def _part_of_year(found: Match) -> Iterator[Reading]:
    """Read "the third quarter", "the first half of 1990", "the 1988 third quarter", "next year's first quarter"."""
    said, half = found["o"].lower(), found["u"].lower() == "half"
    year = _year(found["y"] or found["y2"] or found["y0"] or found["y3"])
    whose = found["that"] or found["whose"]
    placed = year is not None or bool(whose or found["ago"])
    if said in ("final", "last"):
        count = 2 if half else 4
    else:
        count = 2 if said == "latter" else words.ordinal(said)
    if (half and count > 2) or (not placed and (half or said in ("final", "last", "latter"))):
        return
    base: Base = "narrative" if found["that"] and found["that"].startswith("that") else "publication"
    amount = -1 if found["ago"] else _WHOSE[whose.split()[0].lower()] if whose else None
    shift = Shift(unit="Y", amount=amount, base=base) if amount is not None else None
    partial = Partial(year=year, season=f"{'H' if half else 'Q'}{count}")
    yield reading_of(found, "DATE", "part_of_year", partial=partial, shift=shift)


@rule(
    r"(?:(?i:the) )?(?:(?i:current|latest|recent) )?(?P<first>{MONTH})(?:-| )(?:(?:to|through)[- ])?"
    r"(?P<last>{MONTH}) (?i:quarter|period)(?:,? (?:of |in )?(?P<y>{YEAR}))?(?!\w)"
)
def _quarter_of_months(found: Match) -> Iterator[Reading]:
    """Read "the July-to-September quarter"."""
    first, last = words.month(found["first"]), words.month(found["last"])
    if first % 3 == 1 and last == first + 2:
        partial = Partial(year=_year(found["y"]), season=f"Q{last // 3}")
        yield reading_of(found, "DATE", "part_of_year", partial=partial)


_LIKE = r"(?i:same|corresponding|comparable|equivalent|like|similar)"
_AGO = r"(?i:year-ago|year-earlier|prior-year|previous-year)"


@rule(
    rf"(?:(?i:the|a) )?(?:(?:{_LIKE} )?{_AGO}(?: (?P<u>(?i:quarter|period|half)))?"
    r"|(?i:last year's|the previous year's|the year-ago) (?P<u2>(?i:quarter|period))"
    rf"|{_LIKE} (?P<u3>(?i:quarter|period)),?(?: (?i:of|in))? (?:(?i:last year|a year (?:ago|earlier|before)"
    r"|the (?:year before|previous year|prior year))|(?P<y>{YEAR}))"
    r"|(?P<u4>(?i:quarter|period)),? (?i:a year (?:ago|earlier|before)))(?!\w)"
)
def _compared(found: Match) -> Iterator[Reading]:
    """Read "the year-earlier period", "the same quarter last year": the period told before it, a year earlier."""
    yield reading_of(
        found, "DATE", "compared", partial=Partial(year=_year(found["y"])), shift=Shift(unit="Y", amount=-1)
    )


@rule(r"(?i:the )(?P<y>{YEAR}) (?i:quarter|period)(?!\w)")
def _compared_year(found: Match) -> Iterator[Reading]:
    """Read "the 1988 period": the period told before it, of that year."""
    yield reading_of(found, "DATE", "compared", partial=Partial(year=int(found["y"])), shift=Shift(unit="Y", amount=0))


@rule(rf"(?:(?i:the) )?(?i:year-ago|year-earlier) {LENGTH}(?!\w)")
def _compared_length(found: Match) -> Iterator[Reading]:
    """Read "the year-earlier nine months"."""
    value = period(words.UNITS[found["unit"].lower()], words.number(found["num"]))
    yield reading_of(found, "DURATION", "compared_length", value=value)


@rule(r"(?i:the )?(?i:year) (?i:earlier|ago)(?!\w)")
def _year_earlier(found: Match) -> Iterator[Reading]:
    yield reading_of(found, "DATE", "offset", shift=Shift(unit="Y", amount=-1), direction=-1)


@rule(r"(?i:the )?(?i:latest|most recent) (?i:quarter|period)(?!\w)")
def _latest_quarter(found: Match) -> Iterator[Reading]:
    yield reading_of(found, "DATE", "latest", shift=Shift(unit="Q", amount=-1))


@rule(r"(?i:the) (?:(?P<step>(?i:current|latest|last|past|previous|prior|next|coming)) )?"
      r"(?i:full|fiscal|financial|calendar) (?i:year)(?!\w)")  # fmt: skip
def _fiscal_year(found: Match) -> Iterator[Reading]:
    amount = {"current": 0, "next": 1, "coming": 1}.get(found["step"].lower(), -1) if found["step"] else 0
    yield reading_of(found, "DATE", "step_unit", shift=Shift(unit="Y", amount=amount))


@rule(r"(?i:fiscal|financial)(?: (?i:year))? (?P<y>{YEAR})(?:[-/]\d\d(?!\w))?")
def _fiscal_year_given(found: Match) -> Iterator[Reading]:
    yield reading_of(found, "DATE", "year", partial=Partial(year=int(found["y"])))
