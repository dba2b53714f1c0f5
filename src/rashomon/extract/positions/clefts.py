"""Refusals put first: "what Chile cannot accept is a withdrawal", "what it will not do is sit down with them"."""

from rashomon.extract.clauses import is_negated
from rashomon.language.analysis import Token

_WILLED = frozenset({"will", "would", "can", "could", "shall", "may", "wo", "ca"})
# Under these stands on what condition something is refused.
_CONDITIONS = frozenset({"until", "unless", "while", "before", "if", "as", "so", "without"})


def refused(verb: Token) -> tuple[Token, list[Token]] | None:
    """Who refuses and the words of what is refused, where a form of "be" joins them; None where it does not."""
    clause = verb.child("csubj", "nsubj") if verb.lemma == "be" else None
    if clause is None or clause.pos not in ("VERB", "AUX") or not is_negated(clause):
        return None
    what = any(one.lower == "what" for one in clause.children)
    willed = any(one.dep == "aux" and one.lower in _WILLED for one in clause.children)
    doer = clause.child("nsubj")
    told = verb.child("attr", "xcomp", "acomp", "ccomp")
    if not what or not willed or doer is None or told is None or told.i < verb.i:
        return None
    kept = [one for one in told.subtree if not _conditioned(one, told)]
    return doer, kept


def _conditioned(word: Token, told: Token) -> bool:
    """Whether a word stands in a condition of what is refused ("… as long as they stay", "… before the verdict")."""
    inside = set(told.subtree)
    for one in (word, *word.ancestors):
        if one not in inside:
            return False
        if one.dep in ("advcl", "prep", "mark", "advmod") and {one.lower, one.subtree[0].lower} & _CONDITIONS:
            return True
    return False
