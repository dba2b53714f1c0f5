"""Trains the weights by which statements are ranked, on the training part of PolNeAR and on dossiers of wars.

usage: python -m scripts.train_statements FOLDER [DOSSIER …]    (needs scikit-learn, scipy)
    FOLDER: text/ and attributions/; DOSSIER: numbered reports and gold.yaml, or the shared one

Writes src/rashomon/extract/statements/ranking/weights.npz: numbers only, by the hash of
features (docs/model-card-statements.md). Scorers are trained on all texts, those of
dossiers counted several times, as they are few; what a statement is accepted on is learned
from texts that the scorers did not see (four folds). Takes about ten minutes; the same
texts and rules give the same weights.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import tee
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]
from scipy.optimize import minimize  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from quality.dossier_relations import documents
from quality.statements import Relation, annotated
from rashomon.extract.found import Found
from rashomon.extract.learnt import FILE
from rashomon.extract.names import names
from rashomon.extract.statements import rules
from rashomon.extract.statements.drafts import Place
from rashomon.extract.statements.ranking.choices import Choice, Choices, evidence
from rashomon.extract.statements.ranking.layout import Layout, Runs
from rashomon.extract.statements.ranking.templates import CONTENTS, CUES, SOURCES, Templates
from rashomon.extract.statements.ranking.weights import SLOTS, Weights, slots
from rashomon.extract.times import times
from rashomon.language.analysis import Analysis, Token
from rashomon.language.spacy_engine import engine
from rashomon.model.text import Document

TARGET = Path(__file__).parent.parent / "src" / "rashomon" / "extract" / "statements" / "ranking" / FILE
FOLDS = 4
STEPS = 40
TIMES = 4
"""How often a dossier's report counts as an article of PolNeAR does."""
SHRINK = 10.0
"""How strongly weights are drawn to zero (half the sum of their squares, times this)."""

Floats = NDArray[np.float64]


@dataclass(slots=True)
class Example:
    """A cue with its candidates, and what the annotators made of it.

    `told` holds for each content how much of the annotated one it shares, `named` the
    same for speakers, `heads` whether the head word is that of the annotated speaker.
    """

    choice: Choice
    is_cue: bool = False
    told: Sequence[float] = ()
    named: Sequence[float] = ()
    heads: Sequence[bool] = ()


def main() -> None:
    """Train and write the weights."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    texts = [(text, 1) for text in examples(articles(Path(sys.argv[1])))]
    reports = [pair for folder in sys.argv[2:] for pair in documents(Path(folder))]
    texts += [(_without_speakers(text), TIMES) for text in examples(reports)]
    cues = sum(one.is_cue for text, _ in texts for one in text)
    print(len(texts), "texts,", cues, "attributions with a word of speech", flush=True)
    seen, right = [], []
    for fold in range(FOLDS):
        part = trained(_repeated(text for k, text in enumerate(texts) if k % FOLDS != fold))
        for one in [one for one in _repeated(texts[fold::FOLDS]) if one.choice.contents]:
            [cue], content, source = scores(part, one.choice)
            seen.append(evidence(one.choice, float(cue), content, source))
            right.append(_is_right(one, int(content.argmax()), int(source.argmax())))
        print("fold", fold, "of", FOLDS, flush=True)
    decision = LogisticRegression(max_iter=2000).fit(np.array(seen), np.array(right))
    whole = trained(_repeated(texts))
    np.savez_compressed(
        TARGET, cue=whole.cue.astype(np.float16), content=whole.content.astype(np.float16),
        source=whole.source.astype(np.float16), bias=np.float32(whole.bias),
        accept=np.append(decision.coef_[0], decision.intercept_).astype(np.float32),
    )  # fmt: skip
    print(TARGET, TARGET.stat().st_size, "bytes")


def _without_speakers(text: list[Example]) -> list[Example]:
    """The examples of a dossier's report; its gold often says who, not by which words: no speaker is learned."""
    for one in text:
        one.named, one.heads = (), [True] * len(one.choice.sources)
    return text


def _repeated(texts: Iterable[tuple[list[Example], int]]) -> list[Example]:
    """The examples of texts, each as often as it counts."""
    return [one for text, times_counted in texts for _ in range(times_counted) for one in text]


def articles(folder: Path) -> Iterator[tuple[Document, list[Relation]]]:
    """The annotated texts of PolNeAR."""
    for path in sorted((folder / "text").glob("*.txt")):
        gold = annotated(folder, path)
        if gold is not None:
            yield Document(text=path.read_bytes().decode("utf-8"), source=path.name, language="en"), gold


def examples(pairs: Iterable[tuple[Document, list[Relation]]]) -> Iterator[list[Example]]:
    """The examples of each text, with what is told in it."""
    read, gold = tee(pairs)
    for analysis, (_, relations) in zip(engine().analyse_all(one for one, _ in read), gold, strict=True):
        found = Found(analysis)
        found.add(times(analysis, found))
        found.add(names(analysis, found))
        layout = Layout(analysis)
        choices = Choices(layout, found, rules(analysis))
        cues = choices.all()
        for one in cues:
            choices.fill(one)
        yield labelled(layout, cues, relations)


def labelled(layout: Layout, cues: Sequence[Choice], gold: Sequence[Relation]) -> list[Example]:
    """An example for each cue; of several words of speech in one annotated cue only one is kept."""
    made = {one.cue.i: Example(one) for one in cues}
    left = set()
    for relation in gold:
        inside = [made[token.i] for token in _tokens(layout.analysis, relation.cue) if token.i in made]
        if not inside:
            continue
        chosen = min(inside, key=lambda one: (one.choice.draft is None, len(list(one.choice.cue.ancestors))))
        told = [_shared(layout, one, layout.of_places(relation.content)) for one in chosen.choice.contents]
        if not chosen.is_cue or max(told, default=0) > max(chosen.told, default=0):
            source = layout.of_places(relation.source)
            chosen.is_cue, chosen.told = True, told
            chosen.named = [_shared(layout, one, source) if source else float(not one) for one in chosen.choice.sources]
            head = _head(layout, source)
            chosen.heads = [_head(layout, one) == head for one in chosen.choice.sources]
        left |= {one.choice.cue.i for one in inside if one is not chosen}
    return [one for i, one in made.items() if one.is_cue or i not in left]


def _tokens(analysis: Analysis, places: Sequence[Place]) -> list[Token]:
    return [token for start, end in places for token in analysis.tokens_in(start, end)]


def _shared(layout: Layout, one: Runs, other: Runs) -> float:
    """The share of words in common, a leading "that" or "to" left out."""
    return layout.shared(_bare(layout, one), _bare(layout, other))


def _bare(layout: Layout, runs: Runs) -> Runs:
    while runs and layout.tokens[runs[0][0]].lower in ("that", "to"):
        runs = layout.without(runs, ((runs[0][0], runs[0][0] + 1),))
    return runs


def _head(layout: Layout, runs: Runs) -> int | None:
    inside = {i for first, stop in runs for i in range(first, stop)}
    for i in sorted(inside):
        token = layout.tokens[i]
        if token.pos not in ("PUNCT", "SPACE") and (token.head is token or token.head.i not in inside):
            return i
    return None


def _is_right(one: Example, content: int, source: int) -> bool:
    return one.is_cue and bool(one.told) and one.told[content] >= 0.5 and one.heads[source]


def scores(weights: Weights, choice: Choice) -> tuple[NDArray[np.float32], ...]:
    """The scores of a cue, of its contents and of its sources."""
    return weights.cues([choice.row]), weights.contents(choice.content_rows), weights.sources(choice.source_rows)


def trained(texts: Sequence[Example]) -> Weights:
    """Weights of the three scorers; those of acceptance are left at zero."""
    cue, bias = _logistic(_matrix([one.choice.row for one in texts], CUES), np.array([one.is_cue for one in texts]))
    told = [(one.choice.content_rows, one.told) for one in texts if max(one.told, default=0) >= 0.5]
    named = [(one.choice.source_rows, one.named) for one in texts if max(one.named, default=0) >= 0.5]
    return Weights(
        cue=cue, bias=bias, content=_ranker(told, CONTENTS), source=_ranker(named, SOURCES),
        accept=np.zeros(1, np.float32),
    )  # fmt: skip


def _matrix(rows: Sequence[list[int]], templates: Templates) -> sparse.csr_matrix:
    found = np.concatenate(
        [slots(list(rows[k : k + 5000]), templates).astype(np.int32) for k in range(0, len(rows), 5000)]
    )
    bounds = np.arange(0, found.size + 1, found.shape[1], dtype=np.int32)
    return sparse.csr_matrix((np.ones(found.size, np.float32), found.ravel(), bounds), shape=(len(found), SLOTS))


def _ranker(groups: Sequence[tuple[Sequence[list[int]], Sequence[float]]], templates: Templates) -> NDArray[np.float32]:
    """Weights under which the best candidate of each group gets the highest chance (softmax over the group)."""
    matrix, used = _used(_matrix([row for rows, _ in groups for row in rows], templates))
    sizes = np.array([len(rows) for rows, _ in groups])
    starts, group = np.append(0, np.cumsum(sizes)[:-1]), np.repeat(np.arange(len(sizes)), sizes)
    best = [np.array(shares) >= max(shares) - 1e-9 for _, shares in groups]
    target = np.concatenate([one / one.sum() for one in best]).astype(np.float32)
    turned = matrix.T.tocsr()

    def loss(weights: Floats) -> tuple[float, Floats]:
        found = matrix @ weights.astype(np.float32)
        top = np.maximum.reduceat(found, starts)
        raised = np.exp(found - top[group])
        total = np.add.reduceat(raised, starts)
        value = (np.log(total) + top).sum() - (target * found).sum() + SHRINK / 2 * (weights @ weights)
        return float(value), (turned @ (raised / total[group] - target)).astype(np.float64) + SHRINK * weights

    return _scattered(_minimum(loss, matrix.shape[1]), used)


def _logistic(whole: sparse.csr_matrix, target: NDArray[np.bool_]) -> tuple[NDArray[np.float32], float]:
    """Weights and bias under which what is a cue gets the higher chance."""
    matrix, used = _used(whole)
    turned, wanted = matrix.T.tocsr(), target.astype(np.float32)

    def loss(weights: Floats) -> tuple[float, Floats]:
        found = matrix @ weights[:-1].astype(np.float32) + np.float32(weights[-1])
        value = (np.logaddexp(0, found) - wanted * found).sum() + SHRINK / 2 * (weights[:-1] @ weights[:-1])
        step = 1 / (1 + np.exp(-found)) - wanted
        return float(value), np.append((turned @ step).astype(np.float64) + SHRINK * weights[:-1], step.sum())

    best = _minimum(loss, matrix.shape[1] + 1)
    return _scattered(best[:-1], used), float(best[-1])


def _used(matrix: sparse.csr_matrix) -> tuple[sparse.csr_matrix, NDArray[np.int64]]:
    """The matrix with the columns only that hold something, and their numbers."""
    used = np.flatnonzero(np.bincount(matrix.indices, minlength=SLOTS))
    places = np.zeros(SLOTS, np.int32)
    places[used] = np.arange(len(used))
    shape = (matrix.shape[0], len(used))
    return sparse.csr_matrix((matrix.data, places[matrix.indices], matrix.indptr), shape=shape), used


def _scattered(values: Floats, used: NDArray[np.int64]) -> NDArray[np.float32]:
    found = np.zeros(SLOTS, np.float32)
    found[used] = values
    return found


def _minimum(loss: object, size: int) -> Floats:
    found = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "maxcor": 8})
    best: Floats = found.x
    return best


if __name__ == "__main__":
    main()
