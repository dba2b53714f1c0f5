"""Learns the weights of `analyse/differences/weights.py` from the gold of all dossiers that are learnt from.

Dossiers are dense with disputes, real reports are not: their pairs, nearly all of which differ in nothing, are learnt
from too, where the shared folder with them is. `scripts/real_disputes.json` says by their places which of them differ.

usage: PYTHONPATH=src:. python scripts/train_matters.py [--left-out]

Writes `src/rashomon/lexicon/matters.yaml`. With --left-out it writes nothing, but tells how pairs of each dossier fare
when the weights were learnt from all others. Needs scikit-learn, which `rashomon` itself does not.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import MaxAbsScaler

from quality.data import ROOT, shared
from quality.differences import Findings
from quality.samples import DOSSIERS, LEARNT_FROM, gold_of
from rashomon.analyse.differences.denials import denied, topics_of
from rashomon.analyse.differences.heard import clues
from rashomon.analyse.differences.matter import Matters
from rashomon.analyse.differences.recounted import Counted
from rashomon.analyse.view import View
from rashomon.demo import reports
from rashomon.model.text import Span
from rashomon.pipeline import read_into
from rashomon.store import MemoryArchive

WEIGHTS = ROOT / "src" / "rashomon" / "lexicon" / "matters.yaml"
SCORERS = ("beside", "across", "figures", "denials")
KINDS: Mapping[str, frozenset[str]] = {
    "beside": frozenset(
        {"denial", "contested allegation", "mutual blame", "other framing", "other count", "change of position"}
    ),
    "figures": frozenset(
        {"other count", "other date", "other scope", "other precision", "change of position", "error in source"}
    ),
}
"""The kinds that weights may name. No contradiction: most of those that they would name are none."""
STRENGTH = 0.5
# A clue that pairs of fewer dossiers have tells of one war, not of disputes.
SEEN = 4
# How much a pair of real reports counts beside one of a dossier, and the reports they are of.
REAL_COUNTS = 0.3
REAL = "libya-2011.jsonl.gz"
REAL_DENIAL_COUNTS = 0.5
REAL_DENIALS = ROOT / "scripts" / "real_denials.json"
REAL_DISPUTES = ROOT / "scripts" / "real_disputes.json"
# What speaks less for a kind is not written down.
LEAST = 0.1
HEAD = """\
# How much each clue speaks for two records being of one matter on which they differ (`analyse/differences/weights.py`).
# Made by scripts/train_matters.py, not by hand: see docs/model-card-matters.md. "any" is what every pair has.
"""

Place: TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two records with their clues, and the gold differences of which they are two sides, by their sentences or words.

    A pair that is one by its sentences alone is not learnt from: the words may be of something else.
    """

    clues: Mapping[str, float]
    told: frozenset[str]
    meant: frozenset[str]
    kinds: frozenset[str] = frozenset()
    counts: float = 1.0

    @property
    def plain(self) -> bool:
        """Whether it is known if this is a pair of one matter."""
        return bool(self.told) == bool(self.meant)


def main() -> None:
    """Learn and write the weights, or tell how they fare on dossiers they were not learnt from."""
    cases = {name: pairs_of(name, view, findings) for name, view, findings in read()}
    real = of_real_reports()
    if "--left-out" in sys.argv:
        for scorer in SCORERS:
            fare(scorer, {name: pairs[scorer] for name, pairs in cases.items()}, real.get(scorer, []))
        return
    pairs = {one: [pair for some in cases.values() for pair in some[one]] + real.get(one, []) for one in SCORERS}
    names = {one: common(some[one] for some in cases.values()) for one in SCORERS}
    weights = {one: learnt(pairs[one], names[one]) for one in SCORERS}
    kinds = {one: kinds_learnt(one, pairs[one], names[one]) for one in KINDS}
    WEIGHTS.write_text(HEAD + written(weights) + written_kinds(kinds), "utf-8")


def of_real_reports() -> dict[str, list[Pair]]:
    """The pairs of real reports by scorer; none where the shared folder is not."""
    given = shared("reports", REAL)
    if given is None:
        print("no real reports here: learnt from dossiers alone", file=sys.stderr)
        return {}
    archive = MemoryArchive()
    read_into(archive, [str(given)])
    view = View(archive)
    return {"beside": list(real_pairs(view)), "denials": list(real_denials(view))}


def read() -> Iterator[tuple[str, View, Findings]]:
    """The dossiers that are learnt from, as they are read now."""
    yield "samples", *_case(ROOT / "samples", reports())
    for name in LEARNT_FROM:
        yield name, *_case(DOSSIERS / name, [str(path) for path in sorted((DOSSIERS / name).glob("[0-9]*"))])
    given = shared("gold", "dossier-cenepa-1995")
    if given is not None:
        yield "1995", *_case(given, [str(path) for path in sorted(given.glob("report-*.txt"))])


def _case(folder: Path, paths: list[str]) -> tuple[View, Findings]:
    archive = MemoryArchive()
    read_into(archive, paths)
    return case_of(archive, folder)


def case_of(archive: MemoryArchive, folder: Path) -> tuple[View, Findings]:
    """A view of an archive, and the gold of its dossier."""
    view = View(archive)
    names = {one.id: Path(one.source).stem.removeprefix("report-") for one in view.documents.values()}
    ids = {id: f"R{int(''.join(filter(str.isdigit, name[:2])))}" for id, name in names.items()}
    gold = gold_of(folder, {ids[id]: one.text for id, one in view.documents.items()})
    return view, Findings(gold, [], ids)


def pairs_of(name: str, view: View, findings: Findings) -> dict[str, list[Pair]]:
    """The pairs of each scorer with what gold says of them."""
    kinds = {f"{name} {want['id']}": want["type"] for want in findings.wanted}
    gold = [
        (f"{name} {want['id']}", findings.sides_of(want), findings.sides_of(want, narrow=True))
        for want in findings.wanted
    ]
    matters, counted = Matters(view), Counted(view)

    def told(a: tuple[Span, ...], b: tuple[Span, ...], narrow: bool) -> frozenset[str]:
        areas = findings.area_of(a), findings.area_of(b)
        return frozenset(id for id, wide, words in gold if _two_sides(words if narrow else wide, *areas))

    found: dict[str, list[Pair]] = {one: [] for one in SCORERS}
    for scorer, pairs in (("beside", matters.beside()), ("across", matters.across())):
        for a, b in pairs:
            wide = told(a.record.evidence, b.record.evidence, False)
            narrow = told(a.spans, b.spans, True) if wide else wide
            found[scorer].append(
                Pair(clues=matters.clues(a, b), told=wide, meant=narrow, kinds=frozenset(kinds[id] for id in narrow))
            )
    for one, other in counted.pairs():
        both = told(one.evidence, other.evidence, False)
        found["figures"].append(
            Pair(clues=counted.clues(one, other), told=both, meant=both, kinds=frozenset(kinds[id] for id in both))
        )
    topics = topics_of(view)
    for denial in view.statements:
        for one in denied(view, topics, denial):
            both = told(one.evidence, denial.evidence, False)
            found["denials"].append(Pair(clues=clues(view, matters, one, denial), told=both, meant=both))
    return found


def real_denials(view: View) -> Iterator[Pair]:
    """Pairs that rules take for a denial in real reports and that somebody has read; others are not learnt from."""
    read = {(*one[:4],): one[4] for one in json.loads(REAL_DENIALS.read_text("utf-8"))}
    matters, topics = Matters(view), topics_of(view)
    for denial in view.statements:
        for one in denied(view, topics, denial):
            right = read.get((one.document, one.evidence[0].start, denial.document, denial.evidence[0].start))
            if right is not None:
                told = frozenset({f"{one.id} {denial.id}"}) if right else frozenset[str]()
                yield Pair(clues=clues(view, matters, one, denial), told=told, meant=told, counts=REAL_DENIAL_COUNTS)


def real_pairs(view: View) -> Iterator[Pair]:
    """Pairs beside each other in real reports; what meets a known dispute without being its pair is not learnt from."""
    matters = Matters(view)
    known = json.loads(REAL_DISPUTES.read_text("utf-8"))
    for a, b in matters.beside():
        id = a.record.document
        told = {f"{id} {start}": (start, end, kind) for start, end, kind in known.get(id, ())}
        meeting = frozenset(name for name, (start, end, _) in told.items() if a.start < end and start < b.end)
        meant = frozenset(name for name in meeting if told[name][:2] == (a.start, b.end))
        kinds = frozenset(told[name][2] for name in meant)
        yield Pair(
            clues=matters.clues(a, b), told=meeting, meant=meant, kinds=kinds, counts=1.0 if meant else REAL_COUNTS
        )


def _two_sides(sides: list[set[Place]], a: set[Place], b: set[Place]) -> bool:
    """Whether two areas meet two different sides."""
    first, second = ({n for n, side in enumerate(sides) if side & area} for area in (a, b))
    return len(first | second) > 1 and bool(first and second)


def learnt(pairs: Iterable[Pair], names: Sequence[str]) -> dict[str, float]:
    """Weights by clue; all pairs of one gold difference count as much as the root of their number."""
    plain = [one for one in pairs if one.plain]
    return _weights(plain, names, [bool(one.meant) for one in plain])


def kinds_learnt(scorer: str, pairs: Iterable[Pair], names: Sequence[str]) -> dict[str, dict[str, float]]:
    """Weights by clue for each kind of difference against the others, from the pairs that differ."""
    some = [one for one in pairs if one.plain and one.kinds & KINDS[scorer]]
    return {kind: _weights(some, names, [kind in one.kinds for one in some]) for kind in sorted(KINDS[scorer])}


def common(cases: Iterable[Sequence[Pair]]) -> list[str]:
    """The clues that pairs of several cases have."""
    seen = Counter(
        name for pairs in cases for name in {name for one in pairs for name, size in one.clues.items() if size}
    )
    return sorted(name for name, count in seen.items() if count >= SEEN)


def _weights(pairs: Sequence[Pair], names: Sequence[str], right: Sequence[bool]) -> dict[str, float]:
    column = {name: n for n, name in enumerate(names)}
    sizes = np.zeros((len(pairs), len(names)), dtype=np.float32)
    for row, one in enumerate(pairs):
        for name, size in one.clues.items():
            if name in column:
                sizes[row, column[name]] = size
    often = Counter(id for one in pairs for id in one.meant)
    counts = np.array([max((often[id] ** -0.5 for id in one.meant), default=one.counts) for one in pairs])
    scale = MaxAbsScaler().fit(sizes)
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(scale.transform(sizes), right, sample_weight=counts)
    weights = model.coef_[0] / scale.scale_
    base = float(model.intercept_[0])
    return {
        "any": round(base, 2),
        **{name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)},
    }


def fare(scorer: str, cases: Mapping[str, list[Pair]], real: Sequence[Pair]) -> None:
    """Print, for several bars, how many pairs are sure enough, and how many of them gold has."""
    sure: list[tuple[float, str, Pair]] = []
    for name, pairs in cases.items():
        others = [some for other, some in cases.items() if other != name]
        weights = learnt([*(one for some in others for one in some), *real], common(others))
        sure += [(_chance(weights, one.clues), name, one) for one in pairs]
    for least in (0.5, 0.4, 0.3, 0.2, 0.15, 0.1):
        some = [(name, one) for chance, name, one in sure if chance >= least]
        right = [(name, id) for name, one in some for id in one.told]
        share = 100 * sum(bool(one.told) for _, one in some) / max(1, len(some))
        print(f"{scorer} {least}: {len(some)} pairs, {share:.0f} % of gold, {len(set(right))} gold differences")


def _chance(weights: Mapping[str, float], clues: Mapping[str, float]) -> float:
    said = weights["any"] + sum(weights.get(name, 0.0) * size for name, size in clues.items())
    return float(1 / (1 + np.exp(-said)))


def written(scorers: Mapping[str, Mapping[str, float]]) -> str:
    """The weights as YAML, a clue a line, those of no weight left out."""
    lines = []
    for scorer, weights in scorers.items():
        lines += [f"{scorer}:", *(f"  {json.dumps(name)}: {weight}" for name, weight in weights.items() if weight)]
    return "\n".join(lines) + "\n"


def written_kinds(scorers: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """The weights of the kinds as YAML; what hardly speaks for a kind is left out."""
    lines = []
    for scorer, kinds in scorers.items():
        lines.append(f"kinds {scorer}:")
        for kind, weights in kinds.items():
            told = {name: weight for name, weight in weights.items() if abs(weight) >= LEAST or name == "any"}
            lines += [f"  {kind}:", *(f"    {json.dumps(name)}: {weight}" for name, weight in told.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
