"""Incidents of MUC-4: type, perpetrators with their confidence, and targets, by document.

The texts are in capitals; they are read in sentence case, so that few names are seen as such.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quality.understanding import understood
from rashomon.model.annotation import Event, Link

_KINDS = {"BOMBING": "bombing", "KIDNAPPING": "kidnapping", "ARSON": "arson", "ATTACK": "attack"}
_MODES = {"explosives": "bombing", "abduct": "kidnapping", "destroy": "arson", "arrest": None, "seize": None}
_PERPETRATORS = ("PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID")
_TARGETS = ("PHYS TGT: ID", "HUM TGT: NAME", "HUM TGT: DESCRIPTION")
_FACT = ("REPORTED AS FACT", "CLAIMED OR ADMITTED")


def incidents(path: Path) -> dict[str, float]:
    """Precision and recall of incident types by document; recall of perpetrators and targets; their confidence."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    hits: Counter[str] = Counter()
    for row, found in zip(rows, understood([_cased(one["text"]) for one in rows]), strict=True):
        told = [one for one in found.events if _kind(one) and one.status not in ("planned", "hypothetical", "negated")]
        wanted = {kind for one in row["templates"] for type in one["INCIDENT: TYPE"] if (kind := _KINDS.get(type))}
        got = {_kind(one) for one in told}
        hits.update(wanted=len(wanted), got=len(got), types=len(wanted & got))
        for template in row["templates"]:
            _sides(hits, template, told)
    return {
        "incident type, precision": _ratio(hits["types"], hits["got"]),
        "incident type, recall": _ratio(hits["types"], hits["wanted"]),
        "perpetrator, recall": _ratio(hits["perpetrators"], hits["perpetrators wanted"]),
        "perpetrator's confidence right of found": _ratio(hits["confidence"], hits["confidence found"]),
        "target, recall": _ratio(hits["targets"], hits["targets wanted"]),
    }


def _kind(event: Event) -> str | None:
    if event.type == "ASSAULT" or event.mode == "destroy":
        return _MODES.get(event.mode or "", "attack")
    return None


def _sides(hits: Counter[str], template: Mapping[str, Any], told: Sequence[Event]) -> None:
    certain = " ".join(template.get("PERP: ORGANIZATION CONFIDENCE", ["-"])).startswith(_FACT)
    for names in _fillers(template, _PERPETRATORS):
        hits["perpetrators wanted"] += 1
        fits = [one for one in told if _meets(names, one.initiators)]
        hits["perpetrators"] += bool(fits)
        if fits and template.get("PERP: ORGANIZATION CONFIDENCE", ["-"]) != ["-"]:
            hits["confidence found"] += 1
            hits["confidence"] += any((one.status in ("asserted", "attributed")) == certain for one in fits)
    for names in _fillers(template, _TARGETS):
        hits["targets wanted"] += 1
        hits["targets"] += any(_meets(names, (*one.recipients, *one.places)) or _in_text(names, one) for one in told)


def _fillers(template: Mapping[str, Any], slots: Sequence[str]) -> Iterator[list[str]]:
    """Each filler with its other names ('"FMLN" / "FARABUNDO MARTI …"')."""
    for slot in slots:
        for filler in template.get(slot, []):
            names = re.findall(r'"([^"]+)"', filler)
            if names and names != ["-"]:
                yield [one.lower() for one in names]


def _meets(names: Sequence[str], links: Sequence[Link]) -> bool:
    texts = [one.span.text.lower() for one in links if one.span]
    return any(name in text or text in name for name in names for text in texts)


def _in_text(names: Sequence[str], event: Event) -> bool:
    """Whether the clause of an event names it where no link does (things are no actors)."""
    text = " ".join(span.text for span in event.evidence).lower()
    return any(name in text for name in names)


def _cased(text: str) -> str:
    flowing = re.sub(r"\n(?!\n)\s*", " ", text).lower()
    return re.sub(r"(^|[.!?]\s+|\n\s*)([a-z])", lambda hit: hit.group(1) + hit.group(2).upper(), flowing)


def _ratio(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0
