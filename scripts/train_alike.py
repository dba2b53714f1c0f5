"""Fit the weights by which deeds are told to be alike: `python scripts/train_alike.py` (needs scikit-learn).

Reads the training topics of ECB+ (RASHOMON_SHARED names the shared folder) and writes
`src/rashomon/lexicon/alike.yaml`: logistic regressions over the signs of `resolve/alike`, alone and where both deeds
have one lemma or kin words. The second look is fitted on odds that the first gives to topics it has not seen; so is
the chance from which deeds are put together chosen. The development topics are not looked at. Takes a minute.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from quality.alike import Mentions, conll, labels, read
from rashomon.resolve.alike import Alike, weighed
from rashomon.resolve.alike.joining import joined
from rashomon.resolve.alike.signs import Square
from rashomon.resolve.alike.support import support

OUT = Path(__file__).parents[1] / "src" / "rashomon" / "lexicon" / "alike.yaml"
HEAD = """# How much each sign speaks for two deeds told being one (log odds): alone, more where both have one lemma,
# more where their words are kin; see `resolve/alike`. Written by scripts/train_alike.py; not edited by hand.
"""
_FOLDS = 4
_WITH = ("one lemma", "kin")
# How strongly weights are kept small; one in so many pairs that are not one is learnt from, for it.
_STRENGTH, _SHARE = 0.02, 4
_CHANCES = (0.2, 0.25, 0.3, 0.35)

Found = dict[str, Square]
Weights = dict[str, list[float] | float]


def fit(found: Sequence[Found], same: Sequence[Square]) -> Weights:
    """The weights of each sign, and the bias."""
    chance = np.random.default_rng(0)
    rows, right = [], []
    for squares, answer in zip(found, same, strict=True):
        at = np.triu_indices(len(answer), 1)
        told = answer[at].astype(bool)
        kept = told | (chance.random(len(told)) < 1 / _SHARE)
        alone = np.stack([square[at][kept] for square in squares.values()], 1)
        rows.append(np.concatenate([alone, *(alone * squares[name][at][kept][:, None] for name in _WITH)], 1))
        right.append(told[kept])
    scaler = StandardScaler()
    scaled, answers = scaler.fit_transform(np.concatenate(rows)), np.concatenate(right)
    model = LogisticRegression(C=_STRENGTH, max_iter=200)
    model.fit(scaled, answers, sample_weight=np.where(answers, 1, _SHARE))
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    names = list(found[0])
    return {"bias": bias} | {name: weights[n :: len(names)].tolist() for n, name in enumerate(names)}


def crossed(found: Sequence[Found], same: Sequence[Square], folds: Sequence[int]) -> list[Square]:
    """The odds of each story's pairs, by weights from other topics."""
    fitted = {
        fold: fit([one for one, of in zip(found, folds, strict=True) if of != fold],
                  [one for one, of in zip(same, folds, strict=True) if of != fold])
        for fold in set(folds)
    }  # fmt: skip
    return [
        weighed(one.items(), [one[name] for name in _WITH], fitted[of])[0] + fitted[of]["bias"]
        for one, of in zip(found, folds, strict=True)
    ]


def topics(given: Mentions) -> list[int]:
    """The fold of each story: that of the topic of most of its mentions."""
    most = [
        Counter(given.deeds[n].document.split("_")[0] for n in story).most_common(1)[0][0] for story in given.stories
    ]
    order = sorted(set(most), key=int)
    return [order.index(one) % _FOLDS for one in most]


def chosen(given: Mentions, odds: Sequence[Square]) -> float:
    """The chance from which pairs are put together for the best CoNLL F1."""

    def reached(chance: float) -> float:
        pairs = zip(given.stories, odds, strict=True)
        groups = [[story[n] for n in group] for story, one in pairs for group in joined(one, chance)]
        score = conll(given.gold, labels(groups))["CoNLL F1"]
        print(f"training topics, left out by fourths, from {chance}: CoNLL F1 {score:.2f}")
        return score

    return max(_CHANCES, key=reached)


def lines(weights: Weights) -> str:
    """Weights as YAML."""
    rounded = {name: np.round(value, 3).tolist() for name, value in weights.items()}
    return "".join(f'  "{name}": {value}\n' for name, value in rounded.items())


def main() -> None:
    """Fit both looks and write them."""
    given = read("Train")
    assert given is not None, "ECB+ is not here"
    compared, folds = Alike(given.texts, given.deeds), topics(given)
    names = [hash(one) for one in given.gold]
    same = [np.equal.outer([names[n] for n in story], [names[n] for n in story]) for story in given.stories]
    first = [dict(compared.first(story)) for story in given.stories]
    told = [compared.told(story) for story in given.stories]
    odds = crossed(first, same, folds)
    chosen(given, odds)
    second = [one | dict(support(*rest)) for one, *rest in zip(first, odds, told, strict=True)]
    chance = chosen(given, crossed(second, same, folds))
    OUT.write_text(
        f"{HEAD}chance: {chance}\nfirst:\n{lines(fit(first, same))}second:\n{lines(fit(second, same))}", "utf-8"
    )


if __name__ == "__main__":
    main()
