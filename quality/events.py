"""Events: type, participants, status and background on our own sentences and on the development sets.

PLOVER codes stated intent by its own types (AGREE, THREATEN); where a sentence only
plans a deed, `coded` translates, as an exporter to PLOVER would.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quality.countries import countries_of
from quality.crossed import crossed
from quality.data import own, shared
from quality.incidents import incidents
from quality.understanding import understood
from rashomon.extract.events.coding import coded, main_event
from rashomon.extract.events.depths import country
from rashomon.extract.found import Found
from rashomon.model.annotation import Event, Link

# Names of types in older codings of PLOVER.
_OLD = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
}


def events() -> dict[str, float]:
    """The measures of the suite; sets that are not here are left out."""
    found = {f"own: {name}": value for name, value in _own("events").items()}
    found |= {f"own, as reports: {name}": value for name, value in _own("events_reports").items()}
    found |= {f"own, unseen styles: {name}": value for name, value in _own("events_unseen").items()}
    for half in "ab":
        third = [one for one in own("events_3") if one["set"] == half]
        found |= {f"own, third {half}: {name}": value for name, value in _of(third).items()}
    if (path := shared("gold", "events-plover-gsr", "PLOVER_GSR_CAMEO.json")) is not None:
        found |= {f"PLOVER-GSR: {name}": value for name, value in _gsr(path).items()}
    if (path := shared("gold", "events-plv", "PLV_train.tsv")) is not None:
        found |= {f"PLV: {name}": value for name, value in _plv(path).items()}
    if (path := shared("gold", "event-location", "train.jsonl")) is not None:
        found |= {f"event-location: {name}": value for name, value in _location(path).items()}
    if (path := shared("gold", "incidents-muc4", "tst2.jsonl")) is not None:
        found |= {f"MUC-4: {name}": value for name, value in incidents(path).items()}
    if (path := shared("gold", "events-plv")) is not None:
        found |= crossed(path.parent)
    return found


def _own(name: str) -> dict[str, float]:
    return _of(own(name))


def _of(gold: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    hits: Counter[str] = Counter()
    for want, found in zip(gold, understood([one["text"] for one in gold]), strict=True):
        wanted, got = want.get("events", []), list(found.events)
        pairs = list(_paired(wanted, got))
        hits["wanted"] += len(wanted)
        hits["found"] += len(got)
        hits["pairs"] += len(pairs)
        for expected, event in pairs:
            _compare(hits, expected, event, found)
    return {
        "events right (type), F1": _ratio(2 * hits["type"], hits["wanted"] + hits["found"]),
        "precision": _ratio(hits["pairs"], hits["found"]),
        **{
            f"{name} right of found": _ratio(hits[name], hits["pairs"])
            for name in ("mode", "initiators", "recipients", "status", "background")
        },
    }


def _paired(wanted: Sequence[Mapping[str, Any]], got: Sequence[Event]) -> Iterator[tuple[Mapping[str, Any], Event]]:
    left = list(got)
    for expected in wanted:
        fits = [
            one
            for one in left
            if any(word in expected["cue"].split() for span in one.cue for word in span.text.split())
        ]
        fit = next((one for one in fits if one.type == expected["type"]), fits[0] if fits else None)
        if fit is not None:
            left.remove(fit)
            yield expected, fit


def _compare(hits: Counter[str], expected: Mapping[str, Any], event: Event, found: Found) -> None:
    hits["type"] += event.type == expected["type"]
    hits["mode"] += event.mode == expected.get("mode")
    hits["initiators"] += _same(expected.get("initiators", []), event.initiators)
    hits["recipients"] += _same(expected.get("recipients", []), event.recipients)
    hits["status"] += event.status == expected.get("status", "asserted")
    hits["background"] += event.background == expected.get("background", False)


def _same(expected: Sequence[str], links: Sequence[Link]) -> bool:
    """Whether the links name exactly those expected, by a shared word."""
    texts = [one.span.text.lower() for one in links if one.span]
    return len(texts) == len(expected) and all(any(name.lower() in text for text in texts) for name in expected)


def _gsr(path: Path) -> dict[str, float]:
    rows = [one for one in json.loads(path.read_text("utf-8")) if one["event"] != "DOCUMENT"]
    hits: Counter[str] = Counter()
    for row, found in zip(rows, understood([one["text"] for one in rows]), strict=True):
        event = main_event(found.events)
        want = _OLD.get(row["event"], row["event"])
        hits["type"] += event is not None and _same_type(coded(event), want)
        for side, links in (("source", event.initiators if event else ()), ("target", _targets(event))):
            codes = set(countries_of(row.get(side) or []))
            if codes:
                hits[f"{side} counted"] += 1
                hits[side] += bool(codes & {country(found, link) for link in links})
    return {
        "type accuracy": _ratio(hits["type"], len(rows)),
        "source country": _ratio(hits["source"], hits["source counted"]),
        "target country": _ratio(hits["target"], hits["target counted"]),
    }


def _targets(event: Event | None) -> Sequence[Link]:
    """The recipients; the other party of a talk; else where it is."""
    if event is None:
        return ()
    return (*(event.recipients or event.initiators[1:]), *event.places)


def _same_type(got: str, want: str) -> bool:
    return _OLD.get(got, got) == _OLD.get(want, want)


def _plv(path: Path) -> dict[str, float]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    pairs: list[tuple[str, str]] = []
    for row, found in zip(rows, understood([one["sentence"] for one in rows]), strict=True):
        event = main_event(found.events)
        pairs.append((row["gold_root"], _OLD.get(coded(event), coded(event)) if event else "none"))
    return {
        "type accuracy, raw sentences": _ratio(sum(want == got for want, got in pairs), len(pairs)),
        "type macro-F1": _macro(pairs),
    }


def _macro(pairs: Iterable[tuple[str, str]]) -> float:
    pairs = list(pairs)
    scores = []
    for name in sorted({want for want, _ in pairs}):
        right = sum(want == got == name for want, got in pairs)
        scores.append(_ratio(2 * right, sum(want == name for want, _ in pairs) + sum(got == name for _, got in pairs)))
    return sum(scores) / max(1, len(scores))


# Enough for a stable number; the whole set has nine times as many sentences.
_SENTENCES = 1000


def _location(path: Path) -> dict[str, float]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()[:_SENTENCES]]
    hits: Counter[str] = Counter()
    for row, found in zip(rows, understood([one["text"] for one in rows]), strict=True):
        spans = {one["label"]: one for one in row["spans"]}
        if not {"VERB", "LOCATION"} <= spans.keys():
            continue
        verb, place = spans["VERB"], spans["LOCATION"]
        event = next(
            (
                one
                for one in found.events
                if any(span.start < verb["end"] and verb["start"] < span.end for span in one.cue)
            ),
            None,
        )
        if event is None:
            continue
        hits["events"] += 1
        named = [link.span for link in event.places if link.span]
        hits["placed"] += bool(named)
        hits["right"] += any(span.start < place["end"] and place["start"] < span.end for span in named)
    return {
        "place precision": _ratio(hits["right"], hits["placed"]),
        "place recall": _ratio(hits["right"], hits["events"]),
    }


def _ratio(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0
