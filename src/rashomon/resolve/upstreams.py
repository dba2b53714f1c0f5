"""Who said it first: the independent sources behind the accounts of one happening."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from rashomon.language.lexicon import words
from rashomon.language.reprints import Reprints
from rashomon.model.annotation import Event
from rashomon.model.sides import TOLD, Sides
from rashomon.model.text import Document

# Where an agency signs.
_FRAME = frozenset({"dateline", "byline", "footer"})


class Upstreams:
    """Counts sources by who said it first, not by who carried it.

    A leader, his palace and its press service are of one side, and one source: also where
    the press service is known by its name alone, as in a report's own credit. The own
    voice of a report is one source, that of the agency that signs it where one does;
    in a paragraph that it reprints it is that of the report that had it first.
    """

    def __init__(self, reports: Mapping[str, Document], sides: Sides) -> None:
        self._reports = reports
        self._sides = sides
        self._reprints = Reprints(reports.values())

    def of(self, events: Iterable[Event]) -> tuple[str, ...]:
        """The names of the sources that say it took place, one for each that is independent; who denies it is none."""
        found: dict[str, str] = {}
        for key, name in sorted(self._source(one) for one in events if one.status in TOLD):
            found.setdefault(key, name)
        return tuple(sorted(found.values()))

    def _source(self, event: Event) -> tuple[str, str]:
        """A source as a key and a name."""
        voice = event.according_to[0] if event.according_to else None
        if voice is not None and voice.document is None:
            actor = self._sides.who(voice)
            known = self._sides.actor(actor) if actor else None
            name = known.name if known else voice.span.text if voice.span else "unknown"
            return (self._sides.of(actor) if actor else self._named(name)), name
        report = self._reports.get(self._reprints.first(event.evidence[0]))
        if report is None:
            return event.document, event.document
        name = _agency(report) or report.outlet or report.title or report.source
        return self._named(name), name

    def _named(self, name: str) -> str:
        """The key of a source known by its name alone; a press service's is that of the body for which it speaks."""
        body = spoken_for(name)
        actor = self._sides.named(name) or self._sides.named(body)
        return self._sides.of(actor) if actor else _bare(body)


@lru_cache(maxsize=1 << 14)
def spoken_for(name: str) -> str:
    """The body for which a press service speaks ("Kremlin press service": Kremlin); any other name as it is."""
    plain = name.replace("’", "'")
    for behind, before in _speaking():
        if match := behind.fullmatch(plain) or before.fullmatch(plain):
            return match[1]
    return name


@cache
def _speaking() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """The name of a body behind and before each office that speaks for others, the longest office first."""
    offices = sorted(words("organisations", "speaking_offices"), key=lambda one: (-len(one), one))
    return [
        (
            re.compile(rf"(?:the )?{office} (?:of|for|at) (.+)", re.IGNORECASE),
            re.compile(rf"(.+?)(?:'s?)?,? {office}", re.IGNORECASE),
        )
        for office in offices
    ]


def _agency(report: Document) -> str | None:
    """The one agency that signs a report, in its dateline, byline or foot; whom its text quotes did not write it."""
    frame = " ".join(report.text[one.start : one.end] for one in report.furniture if one.role in _FRAME).casefold()
    signed = [name for name in report.upstreams if name.casefold() in frame]
    return signed[0] if len(signed) == 1 else None


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ")
