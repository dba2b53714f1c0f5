"""Learns the weights of `analyse/differences/weights.py` from the gold of all dossiers that are learnt from.

usage: PYTHONPATH=src:. python scripts/train_matters.py [--left-out]

Writes `src/rashomon/lexicon/matters.yaml`. With --left-out it writes nothing, but tells how pairs of each dossier fare
when the weights were learnt from all others. Needs scikit-learn, which `rashomon` itself does not.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from quality.data import ROOT, shared
from quality.differences import Findings
from quality.samples import DOSSIERS, LEARNT_FROM, gold_of
from rashomon.analyse.differences.matter import Matters
from rashomon.analyse.differences.recounted import Counted
from rashomon.analyse.view import View
from rashomon.demo import reports
from rashomon.model.text import Span
from rashomon.pipeline import read_into
from rashomon.store import MemoryArchive

WEIGHTS = ROOT / "src" / "rashomon" / "lexicon" / "matters.yaml"
SCORERS = ("beside", "across", "figures")
# How strongly weights are drawn to 0; the best of 0.01, 0.05 and 0.2 with each dossier left out.
STRENGTH = 0.05
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

    @property
    def plain(self) -> bool:
        """Whether it is known if this is a pair of one matter."""
        return bool(self.told) == bool(self.meant)


def main() -> None:
    """Learn and write the weights, or tell how they fare on dossiers they were not learnt from."""
    cases = {name: pairs_of(view, findings) for name, view, findings in read()}
    if "--left-out" in sys.argv:
        for scorer in SCORERS:
            fare(scorer, {name: pairs[scorer] for name, pairs in cases.items()})
        return
    weights = {one: learnt(pair for pairs in cases.values() for pair in pairs[one]) for one in SCORERS}
    WEIGHTS.write_text(HEAD + written(weights), "utf-8")


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


def pairs_of(view: View, findings: Findings) -> dict[str, list[Pair]]:
    """The pairs of each scorer with what gold says of them."""
    gold = [(want["id"], findings.sides_of(want), findings.sides_of(want, narrow=True)) for want in findings.wanted]
    matters, counted = Matters(view), Counted(view)

    def told(a: tuple[Span, ...], b: tuple[Span, ...], narrow: bool) -> frozenset[str]:
        areas = findings.area_of(a), findings.area_of(b)
        return frozenset(id for id, wide, words in gold if _two_sides(words if narrow else wide, *areas))

    found: dict[str, list[Pair]] = {one: [] for one in SCORERS}
    for scorer, pairs in (("beside", matters.beside()), ("across", matters.across())):
        for a, b in pairs:
            wide = told(a.record.evidence, b.record.evidence, False)
            narrow = told(a.spans, b.spans, True) if wide else wide
            found[scorer].append(Pair(clues=matters.clues(a, b), told=wide, meant=narrow))
    for one, other in counted.pairs():
        both = told(one.evidence, other.evidence, False)
        found["figures"].append(Pair(clues=counted.clues(one, other), told=both, meant=both))
    return found


def _two_sides(sides: list[set[Place]], a: set[Place], b: set[Place]) -> bool:
    """Whether two areas meet two different sides."""
    first, second = ({n for n, side in enumerate(sides) if side & area} for area in (a, b))
    return len(first | second) > 1 and bool(first and second)


def learnt(pairs: Iterable[Pair]) -> dict[str, float]:
    """Weights by clue; all pairs of one gold difference count as much as the root of their number."""
    plain = [one for one in pairs if one.plain]
    names = sorted({name for one in plain for name in one.clues})
    sizes = np.array([[float(one.clues[name]) for name in names] for one in plain])
    often = Counter(id for one in plain for id in one.meant)
    counts = np.array([max((often[id] ** -0.5 for id in one.meant), default=1.0) for one in plain])
    scale = StandardScaler().fit(sizes)
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(scale.transform(sizes), [bool(one.meant) for one in plain], sample_weight=counts)
    weights = model.coef_[0] / scale.scale_
    base = float(model.intercept_[0] - weights @ scale.mean_)
    return {
        "any": round(base, 2),
        **{name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)},
    }


def fare(scorer: str, cases: Mapping[str, list[Pair]]) -> None:
    """Print, for several bars, how many pairs are sure enough, and how many of them gold has."""
    sure: list[tuple[float, str, Pair]] = []
    for name, pairs in cases.items():
        weights = learnt(one for other, some in cases.items() if other != name for one in some)
        sure += [(_chance(weights, one.clues), name, one) for one in pairs]
    for least in (0.5, 0.3, 0.2, 0.15, 0.1):
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


if __name__ == "__main__":
    main()
