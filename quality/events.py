"""Events: type, participants, status and background on our own sentences and on the development sets.

PLOVER codes stated intent by its own types (AGREE, THREATEN); where a sentence only
plans a deed, `coded` translates, as an exporter to PLOVER would.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from quality.data import own, shared
from rashomon.extract.events import events as extract_events
from rashomon.extract.events.speech import country
from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.extract.statements import statements
from rashomon.extract.times import times
from rashomon.language.lexicon import lexicon
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Event, Link
from rashomon.model.text import Document
from rashomon.model.values import When

_PUBLISHED = date(2031, 5, 2)
# Names of types in older codings of PLOVER.
_OLD = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
}
_OPEN = ("planned", "hypothetical")


def events() -> dict[str, float]:
    """The measures of the suite; sets that are not here are left out."""
    found = {f"own: {name}": value for name, value in _own().items()}
    if (path := shared("gold", "events-plover-gsr", "PLOVER_GSR_CAMEO.json")) is not None:
        found |= {f"PLOVER-GSR: {name}": value for name, value in _gsr(path).items()}
    if (path := shared("gold", "events-plv", "PLV_train.tsv")) is not None:
        found |= {f"PLV: {name}": value for name, value in _plv(path).items()}
    if (path := shared("gold", "event-location", "train.jsonl")) is not None:
        found |= {f"event-location: {name}": value for name, value in _location(path).items()}
    return found


def understood(texts: Sequence[str]) -> Iterator[Found]:
    """What is found in each text up to its events, as if published on one day."""
    yield from (found for _, found in understood_on(texts, _PUBLISHED))


def understood_on(texts: Sequence[str], day: date, *, source: str = "gold") -> Iterator[tuple[Document, Found]]:
    """Each text as a report published on a day, and what is found in it up to its events."""
    published = When.on(day)
    documents = [Document(text=text, source=source, language="en", published=published) for text in texts]
    for document, analysis in zip(documents, engine().analyse_all(documents), strict=True):
        found = Found(analysis)
        for extract in (times, names, statements, extract_events):
            found.add(extract(analysis, found))
        yield document, found


def coded(event: Event) -> str:
    """The type PLOVER would give: a deed that is only intended is a promise or a threat."""
    quad = lexicon("plover")[event.type]["quad"]
    if event.status in _OPEN and quad.startswith("material"):
        return "AGREE" if quad.endswith("cooperation") else "THREATEN"
    if event.status in _OPEN and event.type in ("CONSULT", "SUPPORT", "CONCEDE"):
        return "AGREE"
    if event.status in _OPEN and event.type == "REJECT":
        return "THREATEN"
    if event.status == "negated" and quad.endswith("cooperation"):
        return "REJECT"
    return event.type


def main_event(found: Found) -> Event | None:
    """The event that a sentence is about: one with two sides before one with one, then the earliest."""
    told = sorted(found.events, key=lambda one: one.cue[0].start)
    return min(told, key=lambda one: (not one.initiators, one.status in _OPEN, not one.recipients), default=None)


def _own() -> dict[str, float]:
    gold = own("events")
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
        event = main_event(found)
        want = _OLD.get(row["event"], row["event"])
        hits["type"] += event is not None and _same_type(coded(event), want)
        for side, links in (("source", event.initiators if event else ()), ("target", _targets(event))):
            codes = {one["code"][:3] for one in row.get(side) or [] if isinstance(one, dict) and one.get("code")}
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
    return event.recipients or event.initiators[1:] or event.places


def _same_type(got: str, want: str) -> bool:
    return _OLD.get(got, got) == _OLD.get(want, want)


def _plv(path: Path) -> dict[str, float]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    pairs: list[tuple[str, str]] = []
    for row, found in zip(rows, understood([one["sentence"] for one in rows]), strict=True):
        event = main_event(found)
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
