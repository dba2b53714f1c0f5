"""Fit the weights by which deeds are dated from words beside them: `python scripts/train_carried.py [--write]`.

Reads the learnt dossiers of `quality/` (and the shared one, where it is), takes each deed that gold and Rashomon
both have and whose own clause tells no time, and fits the chance of each time near it (a softmax over them and
none). Prints what a dossier left out gains and loses; `--write` writes `src/rashomon/lexicon/carried.yaml`.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.data import ROOT, shared
from quality.samples import DOSSIERS, LEARNT_FROM, gold_of
from rashomon.demo import reports
from rashomon.extract.chances import chances
from rashomon.extract.found import Found
from rashomon.extract.timing.carried import CARRIED, TOLD, Near
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Annotation, Event, amended
from rashomon.model.values import When
from rashomon.pipeline import read_into
from rashomon.store import MemoryArchive
from scripts.train_referents import fit

OUT = ROOT / "src" / "rashomon" / "lexicon" / "carried.yaml"
HEAD = """# How much each sign speaks for a time near a deed being its own (log odds): `extract/timing/carried.py`.
# Written by scripts/train_carried.py, from the learnt dossiers; not edited by hand.
# From which chance on a time is taken.
sure: {sure}
weights:
"""
SURE = 0.7
# Keeps weights small, as deeds of a few dozen reports teach them.
_PENALTY = 3.0
# Two times of so few days are one where they meet.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """A deed without a time: its kind, the times near it with their signs, which of them are gold's."""

    kind: str
    options: Mapping[str, Sequence[str]]
    right: frozenset[str]
    near: frozenset[str]
    """Those that meet gold's time, which may be longer."""
    words: str


def choices(folder: Path, paths: Sequence[str]) -> Iterator[Choice]:
    """The deeds of a dossier that gold has and that have no time of their own."""
    archive = MemoryArchive()
    read_into(archive, list(paths))
    documents = {
        f"R{int(Path(one.source).name.removeprefix('report-')[:2].rstrip('.'))}": one for one in archive.documents()
    }
    gold = gold_of(folder, {id: one.text for id, one in documents.items()})
    for id, document in documents.items():
        (analysis,) = engine().analyse_all([document])
        found = Found(analysis)
        found.add(map(_undated, archive.annotations(document=document.id)))
        near, wanted = Near(analysis, found), [one for one in gold["events"] if one["document"] == id]
        for event in near.open():
            want = _paired(event, wanted)
            if want is None or not want.get("happened") or not near.may_carry(event):
                continue
            options = near.options(event)
            when = When(earliest=want["happened"].get("earliest"), latest=want["happened"].get("latest"))
            yield Choice(
                kind=near.kind(event),
                options={key: one.signs for key, one in options.items()},
                right=frozenset(key for key, one in options.items() if _is_one(one.when, when)),
                near=frozenset(key for key, one in options.items() if one.when.may_meet(when)),
                words=f"{id} {event.type} {event.status}: {event.evidence[0].text[:80]} | {when}",
            )


def _undated(one: Annotation) -> Annotation:
    """A deed that was dated so, as it was before."""
    if isinstance(one, Event) and (one.happened.basis.endswith(CARRIED) or one.happened.basis.startswith(TOLD)):
        return amended(one, happened=When())
    return one


def _paired(event: Event, gold: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The deed of gold at the same word, else of the same type in the same words."""
    at = [place for span in event.cue or event.evidence for place in range(span.start, span.end)]
    here = [one for one in gold if set(at) & _area(one.get("cue") or one["evidence"])]
    same = [one for one in here if one["type"] == event.type]
    return next(iter(same or here), None)


def _area(spans: Any) -> set[int]:
    return {
        place for one in (spans if isinstance(spans, list) else [spans]) for place in range(one["start"], one["end"])
    }


def _is_one(when: When, gold: When) -> bool:
    if (when.first_day, when.last_day) == (gold.first_day, gold.last_day):
        return True
    ends = when.first_day, when.last_day, gold.first_day, gold.last_day
    short = all(ends) and max((when.last_day - when.first_day).days, (gold.last_day - gold.first_day).days) < _FEW  # type: ignore[operator]
    return short and when.may_meet(gold)


def left_out(given: Mapping[str, Sequence[Choice]], bars: Sequence[float] = (0.4, 0.5, 0.6, 0.7, 0.8)) -> None:
    """Print, for each dossier by the weights of all others, how the deeds are dated at several bars."""
    tally = {bar: Counter[str]() for bar in bars}
    for name, own in given.items():
        weights = fit([one for other, some in given.items() if other != name for one in some], _PENALTY)
        for one in own:
            found = chances(weights, one.kind, one.options)
            best = max(found, key=lambda key: found[key])
            for bar in bars:
                if not best or found[best] < bar:
                    sort = "left, gold near" if one.right else "left"
                else:
                    sort = "right" if best in one.right else "meets" if best in one.near else "wrong"
                tally[bar][sort] += 1
                tally[bar][f"{one.kind} {sort}"] += 1
            if "-v" in sys.argv and best and found[best] >= SURE and best not in one.right:
                print(name, best, f"{found[best]:.2f}", "MEETS" if best in one.near else "WRONG", one.words)
    for bar in bars:
        print(bar, dict(sorted(tally[bar].items())))


def main() -> None:
    """Read the dossiers, print what they tell, and write the weights if asked."""
    folders = {"samples": (ROOT / "samples", reports())}
    folders |= {name: (DOSSIERS / name, sorted(map(str, (DOSSIERS / name).glob("[0-9]*")))) for name in LEARNT_FROM}
    if (given := shared("gold", "dossier-cenepa-1995")) is not None:
        folders["1995"] = (given, sorted(map(str, given.glob("report-*.txt"))))
    found = {name: list(choices(folder, paths)) for name, (folder, paths) in folders.items()}
    left_out(found)
    if "--write" in sys.argv[1:]:
        weights = fit([one for some in found.values() for one in some], _PENALTY)
        lines = [f'  "{name}": {value:.2f}\n' for name, value in weights.items() if abs(value) >= 0.01]
        OUT.write_text(HEAD.format(sure=SURE) + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
