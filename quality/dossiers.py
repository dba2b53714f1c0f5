"""Scoring a dossier: reports with gold for every record kind, against the records found in them.

Gold and found records of one kind and report are paired one to one, best overlap
first; then their attributes are compared. Gold marked optional neither counts when it
is missing nor when it is found. What the fields mean is said in the dossier itself.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Any, TypeAlias

Record: TypeAlias = Mapping[str, Any]
Compare: TypeAlias = Callable[[Record, Record], bool]

# Statuses that a timeline treats alike.
_STANDING = {"asserted": "told", "attributed": "told", "negated": "denied", "planned": "open", "hypothetical": "open"}
# Titles that names are given with or without.
_TITLES = re.compile(
    r"\b(the|mr|mrs|ms|president|prime|foreign|defence|defense|minister|premier|general|colonel|captain|spokes\w+)\b"
)
ACTS_THAT_SPEAK_OF = ("deny", "reject", "accuse", "admit")
"""The acts whose `of` is measured: what is denied, rejected, laid to somebody's charge, admitted."""
_ENOUGH = 0.25  # shared share of content at which two records can speak of one thing


class Dossier:
    """One dossier: its gold by kind, and what was found in its reports."""

    def __init__(self, gold: Mapping[str, Any], records: Iterable[Record], reports: Mapping[str, str]) -> None:
        """Take gold lists by kind in the plural, exported records, and gold report ids by document id."""
        self._gold = gold
        self._reports = reports
        self._names = {one["id"]: _names(one) for one in gold["actors"]}
        self._found: dict[str, list[Record]] = {}
        for record in records:
            self._found.setdefault(record["kind"], []).append(record)
        self._actors = {one["id"]: _names(one) for one in self._found.get("actor", [])}

    def measures(self) -> Iterator[tuple[str, float]]:
        """Yield the measures by name, 0 to 100."""
        yield from self._kind(
            "statement", _content, {"speaker": self._same("speaker"), "act": _equal("act")}, "speaker"
        )
        yield from self._kind("event", _content, {"type": _equal("type"), "status": _status}, "type")
        yield from self._days()
        figures: dict[str, Compare] = {
            "amount": _amount, "counts": _equal("counts"), "side": self._same("side"), "category": _equal("category"),
            "as of": _as_of, "counter": self._counter,
        }  # fmt: skip
        yield from self._kind("figure", _evidence, figures, "amount", "counts")
        yield from self._kind("pledge", _evidence, {"by": self._same("by"), "form": _equal("form")}, "by")
        yield from self._kind(
            "position", _evidence, {"holder": self._same("holder"), "stance": _equal("stance")}, "holder"
        )
        ends = {"subject": self._same("subject"), "object": self._same("object"), "type": _equal("type")}
        yield from self._kind("relation", _evidence, ends, "subject", "object", "type")
        yield "timeline precision", self._timeline()
        yield "documents dated rightly or left open", self._dated()
        yield "documents dated to the day", self._to_the_day()
        yield "documents dated to a week", self._to_the_day(7)

    def _kind(
        self, kind: str, area: Callable[[Record], set[int]], compare: Mapping[str, Compare], *needed: str
    ) -> Iterator[tuple[str, float]]:
        gold = list(self._gold.get(f"{kind}s", []))
        found = [one for one in self._found.get(kind, []) if one["document"] in self._reports]
        pairs = self._pairs(gold, found, area, compare)
        firm = [pair for pair in pairs if not pair[0].get("optional")]
        wanted = sum(not one.get("optional") for one in gold)
        counted = len(found) - (len(pairs) - len(firm))
        right = sum(all(hits[name] for name in needed) for _, _, hits in firm)
        yield f"{kind}s found, precision", _ratio(len(firm), counted)
        yield f"{kind}s found, F1", _ratio(2 * len(firm), counted + wanted)
        yield f"{kind}s right ({', '.join(needed)}), F1", _ratio(2 * right, counted + wanted)
        for name in compare:
            yield f"{kind}s: {name} right of found", _ratio(sum(hits[name] for _, _, hits in firm), len(firm))

    def _pairs(
        self,
        gold: Iterable[Record],
        found: Iterable[Record],
        area: Callable[[Record], set[int]],
        compare: Mapping[str, Compare],
    ) -> list[tuple[Record, Record, dict[str, bool]]]:
        candidates = []
        by_report: dict[str, list[tuple[Record, set[int]]]] = {}
        for one in found:
            by_report.setdefault(self._reports[one["document"]], []).append((one, area(one)))
        for want in gold:
            there = area(want)
            for one, here in by_report.get(want["document"], []):
                share = len(there & here) / max(
                    1, min(len(there), len(here)) if area is _evidence else len(there | here)
                )
                if share >= _ENOUGH:
                    hits = {name: same(want, one) for name, same in compare.items()}
                    candidates.append((share + sum(hits.values()) / len(hits), want, one, hits))
        candidates.sort(key=lambda item: (-item[0], item[1]["id"], item[2]["id"]))
        taken: set[str] = set()
        pairs = []
        for _, want, one, hits in candidates:
            if want["id"] not in taken and one["id"] not in taken:
                taken |= {want["id"], one["id"]}
                pairs.append((want, one, hits))
        return pairs

    def linked(self) -> Iterator[tuple[str, float]]:
        """Yield how many denials, rejections, accusations and admissions lead to what they speak of.

        A link counts as found where its statement was, and where it leads out of its own words or gold has one.
        """
        wanted = found = right = 0
        compare = {"speaker": self._same("speaker"), "act": _equal("act")}
        told = [one for one in self._found.get("statement", []) if one["document"] in self._reports]
        pairs = {want["id"]: one for want, one, _ in self._pairs(self._gold["statements"], told, _content, compare)}
        for want in self._gold["statements"]:
            if want.get("optional") or want["act"] not in ACTS_THAT_SPEAK_OF:
                continue
            one = pairs.get(want["id"], {})
            targets = [self._wanted[id] for id in _ids(want.get("of"))]
            hit = any(self._is_at(target, one.get("of")) for target in targets)
            wanted += bool(targets)
            right += hit
            found += bool(one.get("of")) and (bool(targets) or not self._is_at(one, one["of"]))
        yield "links, precision", _ratio(right, found)
        yield "links, recall", _ratio(right, wanted)
        yield "links, F1", _ratio(2 * right, found + wanted)

    def relayed(self) -> Iterator[tuple[str, float]]:
        """Yield how many of the statements found that somebody carried have their whole chain, and the reverse.

        The precision is of statements that have carriers, whether gold has any or not.
        """
        whole = wanted = found = 0
        told = [one for one in self._found.get("statement", []) if one["document"] in self._reports]
        compare = {"speaker": self._same("speaker"), "act": _equal("act")}
        for want, one, hits in self._pairs(self._gold["statements"], told, _content, compare):
            carriers = list(_ids(want.get("via")))
            ours = [link for link in one["according_to"] if not link.get("document")][1:]
            wanted += bool(carriers) and not want.get("optional")
            found += bool(ours) and not want.get("optional")
            same = len(carriers) == len(ours) and all(map(self._is, carriers, ours)) and hits["speaker"]
            whole += bool(carriers) and same and not want.get("optional")
        yield "relays, precision", _ratio(whole, found)
        yield "relays, recall", _ratio(whole, wanted)

    def _is_at(self, want: Record, id: str | None) -> bool:
        """Whether the found record of an id stands at the words of a record of gold, or of a found one."""
        one = self._records.get(id or "", {})
        report = self._reports.get(want["document"], want["document"])
        return bool(one) and self._reports[one["document"]] == report and bool(_content(want) & _content(one))

    @cached_property
    def _wanted(self) -> dict[str, Record]:
        return {
            one["id"]: one for kind in self._gold.values() if isinstance(kind, list)
            for one in kind if isinstance(one, dict) and "id" in one and "evidence" in one
        }  # fmt: skip

    @cached_property
    def _records(self) -> dict[str, Record]:
        return {one["id"]: one for some in self._found.values() for one in some if "document" in one}

    def _timeline(self) -> float:
        """Of the events shown on the timeline, the share whose gold belongs there."""
        found = [one for one in self._found.get("event", []) if one["document"] in self._reports]
        pairs = self._pairs(self._gold["events"], found, _evidence, {"type": _equal("type")})
        shown = [(want, one) for want, one, _ in pairs if not one["background"] and _told(one["status"])]
        right = [
            want for want, _ in shown
            if not want.get("background") and (_told(want["status"]) or want["status"] == "alleged")
        ]  # fmt: skip
        return _ratio(len(right), len(shown))

    def _days(self) -> Iterator[tuple[str, float]]:
        """Of the events that gold dates to a few days: how many are, and rightly; how many bear a time at all."""
        found = [one for one in self._found.get("event", []) if one["document"] in self._reports]
        pairs = [
            (_ends(want.get("happened")), _ends(one.get("happened")))
            for want, one, _ in self._pairs(self._gold["events"], found, _content, {"type": _equal("type")})
            if not want.get("background")
        ]
        sharp = [(want, got) for want, got in pairs if _is_sharp(want)]
        close = [(want, got) for want, got in sharp if _is_sharp(got)]
        right = [(want, got) for want, got in close if want[0] <= got[1] and got[0] <= want[1]]
        yield "events dated to days, precision", _ratio(len(right), len(close))
        yield "events dated to days, recall", _ratio(len(right), len(sharp))
        yield "events with a time", _ratio(sum(got != _NEVER for _, got in pairs), len(pairs))

    def _dated(self) -> float:
        """The share of reports whose publication interval holds the gold day, or is not known."""
        held = 0
        back = {report: document for document, report in self._reports.items()}
        documents = {one["id"]: one for one in self._found.get("document", [])}
        for want in self._gold["documents"]:
            got = documents[back[want["id"]]]["published"] if want["id"] in back else {}
            first, last = (got.get("earliest") or "")[:10], (got.get("latest") or "9")[:10]
            held += first <= want["published"]["latest"][:10] and want["published"]["earliest"][:10] <= last
        return _ratio(held, len(self._gold["documents"]))

    def _to_the_day(self, days: int = 1) -> float:
        """The share of reports whose publication interval is at most so many days."""
        widths = []
        for one in self._found.get("document", []):
            first, last = one["published"].get("earliest"), one["published"].get("latest")
            known = bool(one["id"] in self._reports and first and last)
            widths.append((date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days if known else days)
        return _ratio(sum(width < days for width in widths), len(self._gold["documents"]))

    def _same(self, field: str) -> Compare:
        def same(want: Record, one: Record) -> bool:
            options = [want.get(field), *_listed((want.get("accept") or {}).get(field))]
            return any(self._who(option, one.get(field)) for option in options)

        return same

    def _who(self, want: Any, got: Any) -> bool:
        wanted, given = list(_ids(want)), _listed(got)
        if not wanted or not given:
            return not wanted and not given
        return len(given) <= len(wanted) + 1 and all(any(self._is(id, link) for link in given) for id in wanted)

    def _is(self, gold_id: str, link: Any) -> bool:
        names = set(self._actors.get(link.get("actor") or "", ()))
        if link.get("span"):
            names.add(_plain(link["span"]["text"]))
        return bool(names & self._names.get(gold_id, {_plain(gold_id)}))

    def _counter(self, want: Record, one: Record) -> bool:
        wanted = (want.get("according_to") or [want["document"]])[0]
        got = (one.get("according_to") or [{}])[0]
        own = not (got.get("actor") or got.get("span"))
        return own if wanted == want["document"] else not own and self._is(wanted, got)


def _ratio(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def _names(actor: Record) -> set[str]:
    names = actor.get("names") or []
    if isinstance(names, dict):
        names = [name for some in names.values() for name in some]
    return {_plain(name) for name in (actor.get("name") or "", *names)} - {""}


def _plain(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(_TITLES.sub(" ", re.sub(r"[^a-z0-9 ]+", " ", flat)).split())


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _ids(value: Any) -> Iterator[str]:
    for one in _listed(value):
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict) and (id := one.get("actor") or one.get("id")):
            yield id


def _area(spans: Any) -> set[int]:
    return {at for span in _listed(spans) if isinstance(span, dict) for at in range(span["start"], span["end"])}


def _evidence(record: Record) -> set[int]:
    return _area(record.get("evidence"))


def _content(record: Record) -> set[int]:
    return _area(record.get("content") or record.get("cue")) or _evidence(record)


def _equal(field: str) -> Compare:
    def equal(want: Record, one: Record) -> bool:
        return one.get(field) in (want.get(field), *_listed((want.get("accept") or {}).get(field)))

    return equal


def _told(status: str) -> bool:
    return _STANDING.get(status) == "told"


def _status(want: Record, one: Record) -> bool:
    options = (want["status"], *_listed((want.get("accept") or {}).get("status")))
    return _STANDING.get(one["status"], one["status"]) in {_STANDING.get(option, option) for option in options}


def _amount(want: Record, one: Record) -> bool:
    if "undisclosed" in (want.get("bound"), one.get("bound")):
        return bool(want.get("bound") == one.get("bound"))
    return bool((want.get("low"), want.get("high")) == (one.get("low"), one.get("high")))


def _ends(when: Any) -> tuple[str, str]:
    """The first and last day of a time, "" where it is open."""
    return (((when or {}).get("earliest") or "")[:10], ((when or {}).get("latest") or "")[:10])


_NEVER = ("", "")
_FEW = timedelta(days=3)


def _is_sharp(ends: tuple[str, str]) -> bool:
    """Whether a time is known to a few days."""
    return all(ends) and date.fromisoformat(ends[1]) - date.fromisoformat(ends[0]) < _FEW


def _as_of(want: Record, one: Record) -> bool:
    wanted, got = (want.get("as_of") or {}).get("latest"), (one.get("as_of") or {}).get("latest")
    return wanted is not None and got is not None and bool(wanted[:10] == got[:10])
