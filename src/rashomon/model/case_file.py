"""What an analyst tells of a conflict beforehand: parties and their names, offices, outlets, territories, dates.

A `CaseFile` is data; it is kept in a case as a judgement, whose value is its JSON.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from rashomon.model.annotation import ActorType, Title
from rashomon.model.codec import read_value, write_value
from rashomon.model.values import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody (or some place) of the conflict, with all names that reports use.

    `names` are other names, spellings and acronyms. `side` is the party for whom an outlet
    speaks; `claimed_by` names who claims or holds a contested territory, by state code or name.
    """

    name: str
    type: ActorType | None = None
    country: str | None = None
    names: tuple[str, ...] = ()
    roles: tuple[Title, ...] = ()
    side: str | None = None
    claimed_by: tuple[str, ...] = ()
    note: str | None = None

    @property
    def all_names(self) -> tuple[str, ...]:
        """The name, then the others."""
        return (self.name, *self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """The parties of one conflict and the days in which it lies; an end that is None is open."""

    conflict: str | None = None
    window: When = field(default_factory=When)
    parties: tuple[Party, ...] = ()

    def to_json(self) -> str:
        """As JSON on one line; equal case files give equal text."""
        return json.dumps(write_value(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "CaseFile":
        """The case file that `to_json` wrote; ValueError where the text is none."""
        made = read_value(cls, json.loads(text))
        assert isinstance(made, cls)
        return made

    def outside(self, when: When) -> bool:
        """Whether a time lies certainly before or after the conflict."""
        return self.window.known and (when.before(self.window) or self.window.before(when))

    def years(self, month_day: str) -> set[int]:
        """The years in which a month and day ("03-14") lies in the conflict; none where an end of it is open."""
        first, last = self.window.first_day, self.window.last_day
        if first is None or last is None:
            return set()
        days = {year: _day(year, month_day) for year in range(first.year, last.year + 1)}
        return {year for year, day in days.items() if day is not None and first <= day <= last}

    def named(self, name: str) -> Iterable[Party]:
        """The parties that go by just this name."""
        return (one for one in self.parties if name in one.all_names)


def _day(year: int, month_day: str) -> date | None:
    """The day of a year; None for 29 February of a common one."""
    try:
        return date.fromisoformat(f"{year:04}-{month_day}")
    except ValueError:
        return None
