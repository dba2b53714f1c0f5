"""Where accounts differ and agree, on whole dossiers: found, of the right kind, rightly counted.

A gold difference is found where the evidence of at least two of its sides meets that of
two sides of one difference (of its only side, where it has one). A gold corroboration is
found where a corroboration's members meet at least two of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import networkx as nx

from quality.dossiers import Record
from quality.samples import dossiers

Place: TypeAlias = tuple[str, int]
_REAL = frozenset({"contradiction", "denial"})


def differences() -> dict[str, float]:
    """Measures on every dossier."""
    return {f"{name}: {measure}": value for name, read in dossiers() for measure, value in Findings(*read).measures()}


class Findings:
    """One dossier's gold differences and corroborations beside those found."""

    def __init__(self, gold: Mapping[str, Any], records: Iterable[Record], reports: Mapping[str, str]) -> None:
        """Take gold lists by kind in the plural, exported records, and gold report ids by document id."""
        self._gold = gold
        self._reports = reports
        self._records = {one["id"]: one for one in records}
        lists = (kind for kind in gold.values() if isinstance(kind, list))
        self._wanted = {one["id"]: one for kind in lists for one in kind if isinstance(one, dict) and "id" in one}

    def measures(self) -> Iterator[tuple[str, float]]:
        """Yield the measures by name, 0 to 100."""
        gold = self._gold["differences"]
        pairs = self.pairs()
        firm = [want for want in gold if not want.get("optional")]
        hit = [pair for pair in pairs if not pair[0].get("optional")]
        yield "differences found, recall", _share(len(hit), len(firm))
        yield "differences: type right of found", _share(sum(_type(want, one) for want, one in hit), len(hit))
        alarms = [
            one for one in self._records.values() if one["kind"] == "difference" and one["type"] == "contradiction"
        ]
        real = {one["id"] for want, one in pairs if _REAL & {want["type"], *_accepted(want)}}
        if alarms:
            yield "contradictions that are real", _share(sum(one["id"] in real for one in alarms), len(alarms))
        told = list(self.corroborated())
        counted = [want for want in self._gold["corroborations"] if not want.get("optional")]
        yield "corroborations found, recall", _share(len(told), len(counted))
        yield "corroborations: sources rightly counted", _share(sum(_counted(*pair) for pair in told), len(told))

    @property
    def wanted(self) -> list[Record]:
        """The gold differences."""
        return list(self._gold["differences"])

    def sides_of(self, want: Record, *, narrow: bool = False) -> list[set[Place]]:
        """Where the sides of a gold difference stand; `narrow` as far as its records say in which words."""
        if not narrow:
            return self._gold_sides(want)
        sides = (set().union(*map(self._words, side.get("records") or ())) for side in want["sides"])
        return [words or wide for words, wide in zip(sides, self._gold_sides(want), strict=True)]

    def area_of(self, spans: Iterable[Any]) -> set[Place]:
        """Where spans stand, in gold's report ids."""
        return {(self._reports[span.document], at) for span in spans for at in range(span.start, span.end)}

    def _words(self, id: str) -> set[Place]:
        record = self._wanted.get(id, {})
        spans = list(_spans(record.get("content") or record.get("issue")))
        document = next((span["document"] for span in record.get("evidence") or ()), "")
        places = {(span.get("document", document), at) for span in spans for at in range(span["start"], span["end"])}
        return places or self._gold_area(id)

    def pairs(self) -> list[tuple[Record, Record]]:
        """Gold and found differences, one to one, those whose types agree first."""
        found = [one for one in self._records.values() if one["kind"] == "difference"]
        sides = {one["id"]: [self._area(side["evidence"]) for side in one["sides"]] for one in found}
        candidates = [
            (shared + _type(want, one), want["id"], one["id"])
            for want in self._gold["differences"]
            for one in found
            if (shared := _met(self._gold_sides(want), sides[one["id"]]))
        ]
        taken: set[str] = set()
        pairs: list[tuple[Record, Record]] = []
        for _, want_id, one_id in sorted(candidates, key=lambda item: (-item[0], *item[1:])):
            if not taken & {want_id, one_id}:
                taken |= {want_id, one_id}
                pairs.append((self._wanted[want_id], self._records[one_id]))
        return pairs

    def corroborated(self) -> Iterator[tuple[Record, Record]]:
        """Firm gold corroborations with the one found that shares most of its members."""
        found = [one for one in self._records.values() if one["kind"] == "corroboration"]
        areas = {one["id"]: [self._area(self._records[id]["evidence"]) for id in one["members"]] for one in found}
        for want in self._gold["corroborations"]:
            members = [self._gold_area(id) for id in want["members"]]
            least = min(2, len(members))
            best = max(found, key=lambda one: _members(members, areas[one["id"]]), default=None)
            if best is not None and not want.get("optional") and _members(members, areas[best["id"]]) >= least:
                yield want, best

    def _gold_sides(self, want: Record) -> list[set[Place]]:
        return [
            {(span["document"], at) for span in side.get("evidence") or () for at in range(span["start"], span["end"])}
            or set().union(*(self._gold_area(id) for id in side["records"]))
            for side in want["sides"]
        ]

    def _gold_area(self, id: str) -> set[Place]:
        record = self._wanted.get(id, {})
        spans = record.get("evidence") or ()
        return {(span["document"], at) for span in spans for at in range(span["start"], span["end"])}

    def _area(self, spans: Iterable[Record]) -> set[Place]:
        return {
            (self._reports.get(span["document"], span["document"]), at)
            for span in spans
            for at in range(span["start"], span["end"])
        }


def _spans(field: Any) -> Iterator[Record]:
    """The spans of a field of gold: one, several, or one inside another field."""
    if isinstance(field, dict):
        yield from (field,) if "start" in field else _spans(field.get("span"))
    elif isinstance(field, list):
        for one in field:
            yield from _spans(one)


def _met(wanted: list[set[Place]], given: list[set[Place]]) -> int:
    """How many gold sides meet a side of their own, at best; 0 where too few do."""
    meeting: Any = nx.Graph()
    tops = [("wanted", n) for n in range(len(wanted))]
    meeting.add_nodes_from(tops)
    meeting.add_edges_from(
        (("wanted", n), ("given", m)) for n, side in enumerate(wanted) for m, one in enumerate(given) if one & side
    )
    met = len(nx.bipartite.maximum_matching(meeting, tops)) // 2
    return met if met >= min(2, len(wanted)) else 0


def _members(wanted: list[set[Place]], given: list[set[Place]]) -> int:
    return sum(any(one & area for one in given) for area in wanted)


def _type(want: Record, one: Record) -> bool:
    return one["type"] in (want["type"], *_accepted(want))


def _accepted(want: Record) -> list[str]:
    return list(want.get("accept_types") or (want.get("accept") or {}).get("type") or [])


def _counted(want: Record, one: Record) -> bool:
    options = (want["independent_sources"], *((want.get("accept") or {}).get("independent_sources") or []))
    return one["independent_sources"] in options


def _share(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0
