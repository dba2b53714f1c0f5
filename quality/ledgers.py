"""What many reports tell together, measured on a dossier: happenings, contacts, truces.

Gold and found events are paired as in `quality.dossiers`; a happening, a contact or a
truce that was found is then compared with the gold one by its members, its days and who
takes part.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from quality.clusters import Cluster, b_cubed
from quality.dossiers import Dossier, Record, _content, _equal, _ratio

# A truce told to be agreed this many days from the gold day or fewer is the same truce.
_NEAR = timedelta(days=2)


class Ledgers(Dossier):
    """One dossier's happenings, contacts and truces against its gold."""

    def happenings(self) -> Iterator[tuple[str, float]]:
        """Yield the measures of merging by name, 0 to 100; merges that must not be are counted."""
        gold = [frozenset(one["events"]) for one in self._gold.get("happenings", [])]
        gold += [frozenset({id}) for id in self._event_ids - {id for cluster in gold for id in cluster}]
        precision, recall, f1 = b_cubed(gold, self._clusters)
        yield "B-cubed precision", precision
        yield "B-cubed recall", recall
        yield "B-cubed F1", f1
        together = {id: n for n, cluster in enumerate(self._clusters) for id in cluster}
        wrong = [ids for ids in self._event_pairs("must_not_merge") if self._merged(ids, together)]
        yield "must not merge, kept apart", 100 - _ratio(len(wrong), len(self._event_pairs("must_not_merge")))
        wanted = [ids for ids in self._event_pairs("must_merge") if len(together.keys() & set(ids)) > 1]
        yield "must merge, of those found", _ratio(sum(self._all_one(ids, together) for ids in wanted), len(wanted))

    def contacts(self) -> Iterator[tuple[str, float]]:
        """Yield the measures of contacts: found with the right participants and day, and each side's readout."""
        gold = [one for one in self._gold.get("contacts", []) if not one.get("optional") and not self._planned(one)]
        found = list(self._found.get("contact", []))
        pairs = [(want, self._contact(want, found)) for want in gold]
        right = [(want, one) for want, one in pairs if one is not None]
        yield "contacts: participants and day right", _ratio(len(right), len(gold))
        readouts = [self._readouts(want, one) for want, one in right]
        yield "contacts: readouts of those", _ratio(sum(a for a, _ in readouts), sum(b for _, b in readouts))

    def truces(self) -> Iterator[tuple[str, float]]:
        """Yield the measures of truces: found, and broker, fate, parties, day right of the gold ones."""
        gold = [one for one in self._gold.get("truces", []) if not one.get("optional")]
        found = list(self._found.get("truce", []))
        taken: set[str] = set()
        pairs = []
        for want in sorted(gold, key=lambda one: bool(one.get("counted_only"))):
            best = max((one for one in found if one["id"] not in taken), key=lambda one: self._near(want, one),
                       default=None)  # fmt: skip
            if best is not None and self._near(want, best) > 0:
                taken.add(best["id"])
                pairs.append((want, best))
        yield "truces found", _ratio(len(pairs), len(gold))
        yield "truces that are some", _ratio(len(pairs), len(found))
        both = [(want, one) for want, one in pairs if self._brokered(want, one) and _fate(want, one)]
        yield "truces: broker and fate right", _ratio(len(both), len(gold))
        parties = self._same("parties")
        yield "truces: parties right", _ratio(sum(parties(*pair) for pair in pairs), len(gold))
        yield "truces: fate right", _ratio(sum(_fate(*pair) for pair in pairs), len(gold))
        yield "truces: broker right", _ratio(sum(self._brokered(*pair) for pair in pairs), len(gold))

    @cached_property
    def _event_ids(self) -> frozenset[str]:
        return frozenset(one["id"] for one in self._gold["events"])

    @cached_property
    def _twins(self) -> Mapping[str, str]:
        """Gold event id by found event id."""
        found = [one for one in self._found.get("event", []) if one["document"] in self._reports]
        pairs = self._pairs(self._gold["events"], found, _content, {"type": _equal("type")})
        return {one["id"]: want["id"] for want, one, _ in pairs}

    def happening_of(self) -> Mapping[str, str]:
        """The gold happening (or the lone gold event) by found event id, for those that were found."""
        groups = {id: one["id"] for one in self._gold.get("happenings", []) for id in one["events"]}
        return {found: groups.get(want, want) for found, want in self._twins.items()}

    @cached_property
    def _clusters(self) -> Sequence[Cluster]:
        """The found happenings as sets of gold events."""
        made = (self._members(one, "events") for one in self._found.get("happening", []))
        return [one for one in made if one]

    def _members(self, record: Record, field: str = "members") -> Cluster:
        return frozenset(self._twins[id] for id in record.get(field) or () if id in self._twins)

    def _event_pairs(self, kind: str) -> list[list[str]]:
        """The lists of gold events that must (not) be one; those of actors and figures are not measured here."""
        return [one["ids"] for one in self._gold.get(kind, []) if set(one["ids"]) <= self._event_ids]

    def _merged(self, ids: Sequence[str], together: Mapping[str, int]) -> bool:
        """Whether any two of these are one happening."""
        groups = [together[id] for id in ids if id in together]
        return len(set(groups)) < len(groups)

    def _all_one(self, ids: Sequence[str], together: Mapping[str, int]) -> bool:
        return len({together[id] for id in ids if id in together}) == 1

    def _planned(self, contact: Record) -> bool:
        """Whether a contact is only planned or doubtful, which Rashomon leaves out."""
        status = {one["id"]: one["status"] for one in self._gold["events"]}
        members = [status[id] for id in contact["members"] if id in status]
        return bool(members) and all(one in ("planned", "hypothetical", "negated") for one in members)

    def _contact(self, want: Record, found: Iterable[Record]) -> Record | None:
        """The found contact with the participants of a gold one on its day."""
        same = self._same("participants")
        return next((one for one in found if same(want, one) and _within(one["happened"], want["happened"])), None)

    def _readouts(self, want: Record, one: Record) -> tuple[int, int]:
        """How many of the sides that give a readout were found to, and how many do."""
        wanted = [[by] for by in (str(one["by"]) for one in want["readouts"]) if by in self._names]
        got = [readout["by"] for readout in one["readouts"]]
        return sum(any(self._is(by[0], link) for link in got) for by in wanted), len(wanted)

    def _near(self, want: Record, one: Record) -> float:
        """How much speaks for a found truce being a gold one; nothing where 0."""
        if bool(want.get("counted_only")) or one["counted_only"]:
            return float(bool(want.get("counted_only")) and one["counted_only"])
        shared = len(self._members(one) & set(want["members"])) if want.get("members") else 0
        wanted, got = _days(want.get("agreed")), _days(one.get("agreed"))
        if wanted and got:
            if not (wanted[0] - got[1] <= _NEAR and got[0] - wanted[1] <= _NEAR):
                return 0.0
            return 1.0 + shared
        return float(shared)

    def _brokered(self, want: Record, one: Record) -> bool:
        return self._same("brokers")(want, one)


def _fate(want: Record, one: Record) -> bool:
    return bool(want.get("counted_only")) or _equal("fate")(want, one)


def _days(when: Any) -> tuple[date, date] | None:
    if not when or not when.get("earliest") or not when.get("latest"):
        return None
    return date.fromisoformat(when["earliest"][:10]), date.fromisoformat(when["latest"][:10])


def _within(got: Any, want: Any) -> bool:
    """Whether a time lies within the gold one; unknown where that is unknown."""
    wanted, given = _days(want), _days(got)
    if wanted is None or given is None:
        return wanted is None and given is None
    return wanted[0] <= given[0] and given[1] <= wanted[1]
