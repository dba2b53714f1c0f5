"""Deeds told by any words, put together across reports by how alike they are told: ECB+, whose mentions are given.

Its gold has each mention of a deed with the deed it is of; which reports are of one story has to be found. CoNLL F1 is
the mean of MUC, B-cubed and CEAF-e, as the official scorer counts them, lone mentions too. Beside it stands what one
lemma within the stories found gives. Weights are learnt on the training topics (`scripts/train_alike.py`); the
development topics are measured.
"""

import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

import numpy as np
from scipy.optimize import linear_sum_assignment

from quality.clusters import b_cubed
from quality.data import shared
from rashomon.resolve.alike import Alike, Deed
from rashomon.resolve.stories import grouped, terms_of

Labels: TypeAlias = Sequence[Hashable]
"""What each mention is put with."""

Places: TypeAlias = Mapping[tuple[int, int], tuple[int, int]]
"""Where each word stands, by its sentence and its number."""

# Stories are only a first sieve here: what their reports share is weighed again. Of cosines from 0.06 to 0.18 this gave
# one lemma its best CoNLL F1 on the training topics but for 0.12 (0.3 more), and keeps 98 of 100 links there.
_ALIKE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """A part of ECB+: its texts, where deeds are told in them, which deed each is of, and the stories found."""

    texts: Mapping[str, str]
    deeds: Sequence[Deed]
    gold: Labels
    stories: Sequence[Sequence[int]]


def alike() -> dict[str, float]:
    """B-cubed and CoNLL F1 on the development topics, with that of one lemma; nothing where ECB+ is not."""
    mentions = read("Dev")
    if mentions is None:
        return {}
    compared = Alike(mentions.texts, mentions.deeds)
    found = conll(mentions.gold, labels(compared.groups(mentions.stories)))
    lemmas = [
        (n, one.lemma, at)
        for n, story in enumerate(mentions.stories)
        for at, one in zip(story, compared.told(story), strict=True)
    ]
    by_lemma = conll(mentions.gold, [(n, lemma) for n, lemma, _ in sorted(lemmas, key=lambda one: one[2])])
    return {f"ECB+ dev: {name}": value for name, value in found.items()} | {
        "ECB+ dev, one lemma in a story: CoNLL F1": by_lemma["CoNLL F1"]
    }


def read(part: str) -> Mentions | None:
    """A part of ECB+ ("Train", "Dev")."""
    folder = shared("gold", "stories-ecbplus")
    if folder is None:
        return None
    texts, places = _texts(folder / f"ECB_{part}_corpus.txt.xz")
    with lzma.open(folder / f"ECB_{part}_Event_gold_mentions.json.xz") as file:
        given = json.load(file)
    deeds, gold = [], []
    for n, one in enumerate(given):
        at = places[one["doc_id"]]
        spans = tuple(at[one["sent_id"], word] for word in one["tokens_number"] if (one["sent_id"], word) in at)
        deeds.append(Deed(document=one["doc_id"], spans=spans))
        gold.append(f"{n}" if one["coref_chain"].startswith("Singleton") else one["coref_chain"])
    return Mentions(texts=texts, deeds=deeds, gold=gold, stories=_stories(texts, deeds))


def _texts(path: Path) -> tuple[dict[str, str], dict[str, Places]]:
    """The texts, a sentence a line without that which is an address, and where their words stand."""
    held: defaultdict[str, defaultdict[int, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 4:
                held[cells[0]][int(cells[1])].append((int(cells[2]), " ".join(cells[3:-1]) or "_"))
    texts: dict[str, str] = {}
    places: dict[str, Places] = {}
    for document, sentences in held.items():
        at: dict[tuple[int, int], tuple[int, int]] = {}
        text = ""
        for number, words in sorted(sentences.items()):
            if number == 0 and any("http" in word or "www" in word for _, word in words):
                continue
            for n, word in sorted(words):
                at[number, n] = len(text), len(text) + len(word)
                text += f"{word} "
            text = f"{text[:-1]}\n"
        texts[document], places[document] = text, at
    return texts, places


def _stories(texts: Mapping[str, str], deeds: Sequence[Deed]) -> list[list[int]]:
    """The deeds of each story, its reports taken in an order that follows no topic."""
    order = sorted(texts, key=lambda id: (crc32(id.encode()), id))
    story = dict(zip(order, grouped(((terms_of(texts[id]), None) for id in order), alike=_ALIKE), strict=True))
    held: defaultdict[int, list[int]] = defaultdict(list)
    for n, one in enumerate(deeds):
        held[story[one.document]].append(n)
    return list(held.values())


def labels(groups: Sequence[Sequence[int]]) -> list[int]:
    """The number of each mention's group."""
    found = {one: n for n, group in enumerate(groups) for one in group}
    return [found[n] for n in range(len(found))]


def conll(gold: Labels, found: Labels) -> dict[str, float]:
    """B-cubed and the mean of the three measures, 0 to 100."""
    wanted, got = _sets(gold), _sets(found)
    precision, recall, b3 = b_cubed(wanted, got)
    muc = _f1(_links(got, wanted), _links(wanted, got))
    pairs = _overlaps(wanted, got)
    best = float(pairs[linear_sum_assignment(-pairs)].sum())
    ceaf = 100 * _f1(best / len(got), best / len(wanted))
    return {
        "B-cubed precision": precision, "B-cubed recall": recall, "B-cubed F1": b3,
        "MUC F1": 100 * muc, "CEAF-e F1": ceaf, "CoNLL F1": (100 * muc + b3 + ceaf) / 3,
    }  # fmt: skip


def _sets(labelled: Labels) -> list[frozenset[str]]:
    held: defaultdict[Hashable, set[str]] = defaultdict(set)
    for n, label in enumerate(labelled):
        held[label].add(str(n))
    return [frozenset(one) for one in held.values()]


def _links(clusters: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> float:
    """The share of the links of clusters that others have too: a cluster of n has n - 1."""
    of = {one: n for n, cluster in enumerate(others) for one in cluster}
    kept = sum(len(cluster) - len({of[one] for one in cluster}) for cluster in clusters)
    return kept / max(1, sum(len(cluster) - 1 for cluster in clusters))


def _overlaps(
    wanted: Sequence[frozenset[str]], got: Sequence[frozenset[str]]
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """How much of each two clusters is the same, 0 to 1."""
    of = {one: n for n, cluster in enumerate(wanted) for one in cluster}
    pairs = np.zeros((len(wanted), len(got)))
    for at, cluster in enumerate(got):
        for n, shared_by in Counter(of[one] for one in cluster).items():
            pairs[n, at] = 2 * shared_by / (len(wanted[n]) + len(cluster))
    return pairs


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)
