"""Stances told by idioms: "turned its back on the plan", "has its heart set on a port", "will not hear of a truce"."""

from functools import cache

from rashomon.extract.clauses import is_negated, of_nothing
from rashomon.extract.idioms import Idiom, behind, by_verb_and_kind, head_of, matched
from rashomon.extract.positions.stances import no_longer
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Stance

# Where an idiom is negated; others hold no stance then.
_NEGATED: dict[Stance, Stance] = {
    "supports": "opposes",
    "accepts": "rejects",
    "opposes": "accepts",
    "aims at": "rejects",
}
# With these it is only thought of ("may yet turn its back on"): nobody stands there.
_OPEN = frozenset({"may", "might", "should", "must", "ought"})


def by_idiom(analysis: Analysis, verb: Token) -> tuple[Stance | None, list[Token]]:
    """The stance that an idiom of a verb tells, and the words of its issue; (None, []) where it tells none."""
    if any(one.dep == "aux" and one.lower in _OPEN for one in verb.children):
        return None, []
    clause = verb.head if verb.dep == "auxpass" else verb  # "is bent on", which parsers take for a passive
    found = _longest(analysis, verb, "idioms")
    if found is not None and (is_negated(clause) or no_longer(clause)):
        other: Stance | None = "accepts" if found[0] == "demands" and no_longer(clause) else _NEGATED.get(found[0])
        return (other, found[1]) if other else (None, [])
    if found is not None:
        return found
    denied, planned = _longest(analysis, verb, "denied"), _of_plans(analysis, verb)
    if denied is None and planned[0] is None:
        return None, []  # as of most verbs, whoever does what they tell
    nobody = is_negated(clause) or of_nothing(clause)
    return (denied or (None, [])) if nobody else planned


def _longest(analysis: Analysis, verb: Token, group: str) -> tuple[Stance, list[Token]] | None:
    """The stance of the idiom with most words that is found at a verb, and its issue."""
    found = [
        (len(one.places), stance, issue)
        for stance, one in _idioms(group).get(verb.lemma, ())
        if (issue := _issue(analysis, verb, one))
    ]
    best = max(found, key=lambda one: one[0], default=None)
    return (best[1], best[2]) if best is not None else None


def _of_plans(analysis: Analysis, verb: Token) -> tuple[Stance | None, list[Token]]:
    """Read "excluded any referendum", "tabled a draft": verbs that tell of a stance where a plan is their object."""
    if verb.child("auxpass", "prt") is not None or verb.pos != "VERB":
        return None, []
    if verb.lemma in ("stand", "stick"):
        return _standing(verb)
    for stance, verbs in lexicon("positions")["of_plans_only"].items():
        if verb.lemma not in verbs:
            continue
        things = [one for one in verb.all("dobj") if one.lemma.lower() in words("positions", "plans")]
        if things:
            return stance, things[0].subtree
    return None, []


def _standing(verb: Token) -> tuple[Stance | None, list[Token]]:
    """Read "stands by the treaty", "sticks by its word"; one stands by a road too."""
    held = words("positions", "plans") | words("positions", "given")
    for preposition in verb.all("prep"):
        for one in preposition.all("pobj") if preposition.lower == "by" else []:
            if one.lemma.lower() in held:
                return "supports", one.subtree
    return None, []


def _issue(analysis: Analysis, verb: Token, one: Idiom) -> list[Token]:
    """What an idiom is about: the words in its gap, else those behind it; empty where it is no matter of policy."""
    match = matched(analysis, verb, one)
    if match is None:
        return []
    issue = match.gap or behind(analysis, verb, match.last)
    head = head_of(issue)
    lone = len(one.places) == 0 and (head is None or head.lemma.lower() not in words("positions", "plans"))
    if head is None or lone or head.pos in ("ADV", "ADP", "PUNCT") or head.lower in ("him", "her", "me", "us", "one"):
        return []
    if head.tag == "VB" and head.lemma in words("positions", "untold"):
        return []  # "declined to say"
    if head.lemma.lower() in words("pledges", "spans_of_time") or head.lower == "longer":
        return []  # "held out for nine days"
    of_something = head.lower == "terms" or any(one.lower in ("for", "of") for one in head.children)
    told = head.lemma.lower() in words("positions", "accounts") and not of_something
    return [] if told else issue


@cache
def _idioms(group: str) -> dict[str, list[tuple[Stance, Idiom]]]:
    """The idioms of each verb with their stances."""
    return by_verb_and_kind(lexicon("positions")[group])
