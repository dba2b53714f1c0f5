"""Times of the day: "10:35 a.m.", "22.20", "noon", "the evening"."""

from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.times import words
from rashomon.extract.times.forms import Partial, Reading
from rashomon.extract.times.rules import Match, date_reading, reading_of, rule

_ZONE = (
    r"(?:[A-Z]{2,4}T|[ECMP]T|GMT|UTC|local time|local|(?i:eastern|central|mountain|pacific|moscow)"
    r"(?: (?i:standard|daylight))? (?i:time))"
)
# The same time by another clock: "2.28pm (7.28am BST)", "10:35 (0735 GMT)".
_ELSEWHERE = r"(?: ?[(\[](?:\d{4}|\d{1,2}(?:[:.]\d\d)?)(?: ?[ap]\.?m\.?)? (?:[A-Z]{2,4}T|GMT|UTC)[)\]])"


def _clock_reading(found: Match, name: str, clock: str) -> Reading:
    return replace(date_reading(found, name, Partial(clock=clock)), bracketed=found[0].endswith((")", "]")))


@rule(
    r"(?i:the )?(?P<h>\d{1,2})(?:[:.](?P<mi>[0-5]\d))? ?(?P<ap>[aApP])\.?[mM](?:\.|(?!\w))(?: ?"
    rf"(?P<zone>{_ZONE})(?!\w))?{_ELSEWHERE}?"
)
def _clock_twelve(found: Match) -> Iterator[Reading]:
    hour = int(found["h"])
    if not 1 <= hour <= 12:
        return
    hour = hour % 12 + (12 if found["ap"].lower() == "p" else 0)
    yield _clock_reading(found, "clock", f"{hour:02d}:{found['mi'] or '00'}")


@rule(
    r"(?P<h>[01]?\d|2[0-4])(?P<mark>[:.])(?P<mi>[0-5]\d)(?![\d%:]|,\d|\.\d)"
    rf"(?P<zone> ?(?:{_ZONE}|hours|hrs|h)(?!\w))?(?!\w)(?P<other>{_ELSEWHERE})?"
)
def _clock(found: Match) -> Iterator[Reading]:
    sure = found["mark"] == ":" or found["zone"] or found["other"]
    clock = f"{int(found['h']):02d}:{found['mi']}"
    yield _clock_reading(found, "clock" if sure else "pointed_clock", clock)


@rule(
    r"(?P<h>1[0-2]|[1-9]|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)) in the "
    r"(?P<part>(?i:morning|afternoon|evening))(?!\w)"
)
def _hour_of_part(found: Match) -> Iterator[Reading]:
    late = found["part"].lower() != "morning"
    hour = int(words.number(found["h"]) or 0)
    yield date_reading(found, "clock", Partial(clock=f"{hour % 12 + (12 if late else 0):02d}:00"))


@rule(
    r"(?P<h>[01]\d|2[0-3])(?P<mi>[0-5]\d)"
    rf"(?: (?:(?:hours|hrs)(?: {_ZONE})?|GMT|UTC|local time|local|[A-Z]{{2,4}}T)(?!\w){_ELSEWHERE}?|{_ELSEWHERE})"
)
def _military_clock(found: Match) -> Iterator[Reading]:
    yield _clock_reading(found, "clock", f"{found['h']}:{found['mi']}")


@rule(r"(?P<h>{NUM}) o'clock(?: in the (?P<part>{PART}))?")
def _oclock(found: Match) -> Iterator[Reading]:
    hour = words.number(found["h"])
    if hour is None or not 1 <= hour <= 12:
        return
    part = (found["part"] or "").lower()
    late = part in ("afternoon", "evening") or (part == "night" and hour > 5)
    yield date_reading(found, "clock", Partial(clock=f"{int(hour) % 12 + 12 if late else int(hour):02d}:00"))


@rule(r"(?P<word>{CLOCK_WORD})")
def _clock_word(found: Match) -> Iterator[Reading]:
    yield date_reading(found, "clock", Partial(clock=words.CLOCK_WORDS[found["word"].lower()]))


@rule(
    r"(?:(?i:the) )?(?P<word>(?i:early|small|wee|late))(?: (?i:morning|evening|night))? (?i:hours)"
    r"(?: of (?:the )?(?P<part>{PART}))?(?!\w)"
)
def _hours(found: Match) -> Iterator[Reading]:
    """Read "the early hours", "the late hours of the evening"."""
    part = words.PARTS[found["part"].lower()] if found["part"] else None
    late = found["word"].lower() == "late"
    partial = Partial(part=part or ("NI" if late else "MO"))
    yield reading_of(found, "TIME", "hours", mod="END" if late else "START", partial=partial)


@rule(
    r"(?P<part>(?i:night|nighttime|night-time|daytime|dawn|daylight))(?=[- ](?i:attacks?|assaults?|raids?|fighting"
    r"|march(?:ed|es)?|retreat|bombing|patrols?|combat|battles?)(?!\w))"
)
def _part_of_kind(found: Match) -> Iterator[Reading]:
    """Read "night attacks": when in the day, on no day in particular."""
    part = words.PARTS.get(found["part"].lower().replace("-", ""), "DT")
    yield reading_of(found, "TIME", "part_of_kind", value=f"XXXX-XX-XXT{part}")


@rule(r"(?:(?i:the) )?(?:(?i:early|late|mid)[- ])?(?P<part>{PART})")
def _part(found: Match) -> Iterator[Reading]:
    yield date_reading(found, "part", Partial(part=words.PARTS[found["part"].lower()]))
