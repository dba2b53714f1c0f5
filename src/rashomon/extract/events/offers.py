"""Truces that somebody takes up without a word for them: "the Front accepted within the hour", told after the offer."""

import re

from rashomon.language.analysis import Analysis, Token

OFFER_TAKEN = "offer taken"
"""What such a deed's pattern is called in the lexicon."""
# Prepositions and clauses that say to what somebody agrees, so that it is not what stood before.
_OVER = frozenset({"to", "on", "upon", "with", "that", "about", "as", "in"})
_TRUCE = re.compile(
    r"\b(truce|cease-?fire|armistice|cessation|standstill|pause)\b"
    r"|\b(hold|cease|stop|halt|suspend)\w*\s+(its|their|his|her|our|the|all)?\s*(fire|firing|fighting|shooting|guns)\b"
    r"|\b(fire|firing|fighting|shooting|guns|arms)\s+(\w+\s+)?(stop|cease|end|rest|silent)",
    re.IGNORECASE,
)
# How many sentences back the offer may stand.
_BACK = 2


def follows_offer(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb of agreeing, which says not to what, comes after a truce that somebody offers."""
    if verb.tag not in ("VBD", "VBN") or verb.all("ccomp", "xcomp", "neg", "auxpass", "mark", "dobj"):
        return False
    if verb.dep in ("relcl", "amod") or any(one.lower in _OVER for one in verb.all("prep")):
        return False
    here = analysis.sentence_of(verb).index
    before = [one for one in analysis.sentences[max(0, here - _BACK) : here] if not one.role]
    start = analysis.words(before[0])[0].start if before else verb.start
    return _TRUCE.search(analysis.document.text[start : verb.start]) is not None
