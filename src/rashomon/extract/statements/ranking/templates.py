"""Which features are weighed together: every one alone, some with each other."""

from collections.abc import Sequence
from typing import TypeAlias

from rashomon.extract.statements.ranking.content_features import CONTENT
from rashomon.extract.statements.ranking.cue_features import CUE
from rashomon.extract.statements.ranking.source_features import SOURCE

Templates: TypeAlias = tuple[tuple[int, ...], ...]
"""For each template the places of its features in a row."""


def _templates(names: Sequence[str], against: Sequence[str], more: Sequence[tuple[str, ...]]) -> Templates:
    """Every feature alone, each with those in `against`, and `more` groups of features."""
    chosen: list[tuple[str, ...]] = [(name,) for name in names]
    for k, one in enumerate(against):
        chosen += [(one, name) for name in names if name not in against[: k + 1]]
    return tuple(tuple(names.index(name) for name in group) for group in (*chosen, *more))


CUES = _templates(
    CUE,
    ("lemma", "rule"),
    [
        ("tag", "dep", "rule"), ("lemma", "rule", "act"), ("lemma", "tag", "dep"), ("before", "behind"),
        ("behind", "behind 2"), ("rule", "quoted", "near quote"), ("subject", "tag", "rule"),
        ("lemma", "subject", "rule"), ("dep", "head lemma"), ("dep", "head lemma", "rule"), ("takes", "rule"),
        ("takes", "tag", "dep"), ("inside", "rule", "dep"), ("takes", "ccomp"), ("takes", "prep"), ("takes", "dobj"),
        ("takes", "xcomp"), ("tag", "aux"), ("tag", "mark"), ("place", "rule"),
        ("rule", "quote before", "quote behind"), ("near quote", "quoted", "dep"), ("lemma", "prep", "dobj"),
        ("pos", "prep"), ("pos", "acl"), ("pos", "poss"), ("pos", "det"), ("pos", "head lemma"),
    ],
)  # fmt: skip

CONTENTS = _templates(
    CONTENT,
    ("kind", "lemma", "quoted", "rule", "kinds"),
    [
        ("side", "quoted", "sentence quoted"), ("side", "share", "rule"), ("kind", "lemma", "tag"),
        ("kind", "dep", "tag"), ("kind", "rule", "agrees"), ("kinds", "rule", "lemma"), ("top", "lemma"),
        ("top", "side", "dep"), ("first", "lemma", "side"), ("behind", "behind 2"), ("starts", "ends", "side"),
        ("starts", "ends", "quoted", "side"), ("cut quotes", "quote edge", "quoted"),
        ("beyond", "quoted", "paragraphs"), ("gap", "side", "quoted"), ("size", "quoted", "side"),
        ("subject", "parts", "side"), ("before", "first"), ("last", "behind"), ("holes", "quoted", "side"),
        ("agrees", "quoted", "side"), ("quotes", "sentence quoted", "side"), ("verbs", "size", "lemma"),
        ("ends", "behind", "side"),
    ],
)  # fmt: skip

SOURCES = _templates(
    SOURCE,
    ("kind", "rule", "kinds", "added"),
    [
        ("kind", "dep", "tag"), ("kind", "lemma"), ("speaker", "lemma"), ("speaker", "side", "gap"),
        ("agrees", "size"), ("behind", "last"), ("first", "before"), ("kinds", "agrees"), ("lemma", "side", "gap"),
        ("passive", "kind", "side"), ("passive", "kind", "lemma"), ("added", "commas", "size"),
        ("side", "gap", "head dep"), ("kind", "rule", "agrees"), ("passive", "kind", "rule"),
    ],
)  # fmt: skip
