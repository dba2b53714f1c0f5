"""Fit the weights by which open speakers are settled: `python scripts/train_referents.py [--write]`.

Reads the learnt dossiers of `quality/` (and the shared one, where it is), takes each saying that gold and Rashomon
both have and whose speaker is a pronoun, a paper or an office, and fits the chance of each who may be meant (a
softmax over them and nobody). Prints what a dossier left out gains and loses; `--write` writes
`src/rashomon/lexicon/referents.yaml`.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar, Protocol

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

from quality.data import ROOT, shared
from quality.samples import DOSSIERS, LEARNT_FROM, gold_of
from rashomon.analyse.view import View
from rashomon.demo import reports
from rashomon.extract.chances import chances
from rashomon.extract.statements.referents import Referents
from rashomon.model.annotation import Statement
from rashomon.pipeline import read_into
from rashomon.resolve.spelling import plain
from rashomon.store import MemoryArchive

OUT = ROOT / "src" / "rashomon" / "lexicon" / "referents.yaml"
HEAD = """# How much each sign speaks for an open speaker being somebody (log odds): `extract/statements/referents.py`.
# Written by scripts/train_referents.py, from the learnt dossiers; not edited by hand.
# From which chance on somebody is taken.
sure: {sure}
weights:
"""
SURE = 0.5
# Keeps weights small (the inverse variance of what is expected of them).
_PENALTY = 1.0
# Names that end in one word of more letters are taken for those of one, as in the scorer of dossiers.
_LONG = 4


class Chosen(Protocol):
    """What is chosen from: its kind, each option with its signs, and which of them gold has."""

    @property
    def kind(self) -> str:
        """The sort of what is open."""
        ...

    @property
    def options(self) -> Mapping[str, Sequence[str]]:
        """Those that may be meant, each with its signs."""
        ...

    @property
    def right(self) -> frozenset[str]:
        """Those that gold has."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun or paper that speaks: its kind, who may be meant with their signs, who it is in gold and by rules."""

    kind: str
    options: Mapping[str, Sequence[str]]
    right: frozenset[str]
    now: str | None


class _Noting(Referents):
    """Notes what may be meant instead of choosing."""

    noted: ClassVar[dict[tuple[str, int], tuple[str, dict[str, list[str]], dict[str, str], str | None]]] = {}

    def settle(self) -> None:
        for one, kind, head in self.open():
            options = dict(self.candidates(one, kind, head))
            mentions = {key: self.last(key, head).id for key in options}
            self.noted[self._analysis.document.id, head.start] = (kind, options, mentions, self.now(one))


def choices(folder: Path, paths: Iterable[str]) -> Iterator[Choice]:
    """The open speakers of a dossier whose sayings gold has."""
    _Noting.noted.clear()
    archive = MemoryArchive()
    read_into(archive, list(paths))
    view = View(archive)
    ids = {
        id: f"R{int(Path(one.source).name.removeprefix('report-')[:2].rstrip('.'))}"
        for id, one in view.documents.items()
    }
    gold = gold_of(folder, {ids[id]: one.text for id, one in view.documents.items()})
    called = {one["id"]: _called(one) for one in gold["actors"]}
    names = {one.id: {plain(name) for name in (one.name, *one.names)} for one in view.world.actors}
    links = view.world.links
    for statement in view.statements:
        spans = [link.span for link in statement.speaker if link.span is not None]
        wanted = _paired(statement, [one for one in gold["statements"] if one["document"] == ids[statement.document]])
        if len(spans) != 1 or wanted is None:
            continue
        for (document, head), (kind, options, mentions, now) in _Noting.noted.items():
            if document == statement.document and spans[0].start <= head < spans[0].end:
                own = set().union(*(called.get(id, set()) for id in _ids(wanted["speaker"])))
                right = {key for key, id in mentions.items() if _are_one(names.get(links.get(id, ""), set()), own)}
                yield Choice(kind, options, frozenset(right), now)


def _called(actor: Mapping[str, Any]) -> set[str]:
    told = actor.get("names") or {}
    lists = told.values() if isinstance(told, dict) else [told]
    return {plain(actor["name"]), *(plain(one) for some in lists for one in some)}


def _are_one(names: set[str], own: set[str]) -> bool:
    """Whether two go by one name, or by names that end in one long word."""
    last = {name.split()[-1] for name in own if name}
    return bool(names & own) or any(
        len(name.split()[-1]) > _LONG and name.split()[-1] in last for name in names if name
    )


def _ids(speaker: Any) -> list[str]:
    several = speaker if isinstance(speaker, list) else [speaker]
    return [one["actor"] if isinstance(one, dict) else one for one in several if one]


def _paired(statement: Statement, gold: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The saying of gold whose words a statement shares most, a quarter of them at least."""
    own = {place for span in statement.content for place in range(span.start, span.end)}
    best: tuple[float, Mapping[str, Any] | None] = (0.25, None)
    for one in gold:
        said = one.get("content") or one.get("cue") or []
        spans = said if isinstance(said, list) else [said]
        words = {place for span in spans if span for place in range(span["start"], span["end"])}
        share = len(own & words) / max(1, len(own | words))
        best = max(best, (share, one), key=lambda pair: pair[0])
    return best[1]


def fit(given: Sequence[Chosen], penalty: float = _PENALTY) -> dict[str, float]:
    """The weights under which gold is likeliest, kept small by a penalty."""
    numbers: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    starts: list[int] = []
    right: list[bool] = []
    for one in given:
        starts.append(len(right))
        for key, names in [("", [f"{one.kind}:nobody"]), *one.options.items()]:
            columns += [numbers.setdefault(name, len(numbers)) for name in names]
            rows += [len(right)] * len(names)
            right.append(key in one.right if one.right else not key)
    signs = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(right), len(numbers)))
    wanted, group = np.array(right), np.repeat(np.arange(len(starts)), np.diff([*starts, len(right)]))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        at = signs @ weights
        power = np.exp(at - np.maximum.reduceat(at, starts)[group])
        whole, good = np.add.reduceat(power, starts), np.add.reduceat(power * wanted, starts)
        slope = signs.T @ (power / whole[group] - power * wanted / good[group]) + penalty * weights
        return float(-np.log(good / whole).sum() + penalty / 2 * weights @ weights), slope

    found = minimize(loss, np.zeros(len(numbers)), jac=True, method="L-BFGS-B").x
    return {name: float(found[number]) for name, number in sorted(numbers.items())}


def left_out(given: Mapping[str, Sequence[Choice]]) -> None:
    """Print, for each dossier by the weights of all others: how many the rules leave open, how these are settled."""
    for name, own in given.items():
        weights = fit([one for other, some in given.items() if other != name for one in some])
        mended = wrong = 0
        for one in own:
            found = chances(weights, one.kind, one.options)
            best = max(found, key=lambda key: found[key])
            if best and one.now is None and found[best] >= SURE:
                mended += best in one.right
                wrong += best not in one.right
        left = sum(one.now is None for one in own)
        print(f"{name:20} {len(own):4}, left open by the rules {left:3}: settled right {mended}, wrong {wrong}")


def main() -> None:
    """Read the dossiers, print what they tell, and write the weights if asked."""
    folders = {"samples": (ROOT / "samples", reports())}
    folders |= {name: (DOSSIERS / name, sorted(map(str, (DOSSIERS / name).glob("[0-9]*")))) for name in LEARNT_FROM}
    if (given := shared("gold", "dossier-cenepa-1995")) is not None:
        folders["1995"] = (given, sorted(map(str, given.glob("report-*.txt"))))
    vars(import_module("rashomon.extract.statements"))["Referents"] = _Noting
    found = {name: list(choices(folder, paths)) for name, (folder, paths) in folders.items()}
    left_out(found)
    if "--write" in sys.argv[1:]:
        weights = {
            name: value
            for name, value in fit([one for some in found.values() for one in some]).items()
            if abs(value) >= 0.01
        }
        lines = [f'  "{name}": {value:.2f}\n' for name, value in weights.items() if abs(value) >= 0.01]
        OUT.write_text(HEAD.format(sure=SURE) + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
