"""Truces told as undertakings: "both agreed to stop the shelling", "pledged to cease bombarding the ports"."""

from collections.abc import Sequence

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.halts import stops_fighting
from rashomon.extract.events.patterns import Pattern
from rashomon.language.analysis import Token

_AGREED = Pattern(type="CONCEDE", mode="ceasefire", name="truce agreed", word="agree", mutual=True)
_DECLARED = Pattern(type="CONCEDE", mode="ceasefire", name="truce declared", word="pledge")


def undertakings(told: Sequence[Deed]) -> None:
    """Make truces of those deeds of a sentence by which somebody undertakes to end the fighting.

    What is undertaken on a condition, or refused, keeps what it was: a promise is no truce.
    """
    for deed in told:
        if deed.pattern.type != "AGREE" or deed.head.child("neg") is not None:
            continue
        ends = [one for one in deed.head.all("xcomp") if stops_fighting(one)]
        if ends and not _has_condition(deed.head) and not any(_has_condition(one) for one in ends):
            deed.pattern = _AGREED if deed.head.lemma == "agree" else _DECLARED


def _has_condition(verb: Token) -> bool:
    return any(
        mark.lower in ("if", "unless", "once", "provided", "until")
        for clause in verb.all("advcl")
        for mark in clause.children
    )
