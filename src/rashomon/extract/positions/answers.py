"""Answers that leave their matter to the sentence before: "Mali asked both to extend the truce. Niger declined."."""

from collections.abc import Iterator, Sequence

from rashomon.extract import certainty
from rashomon.extract.clauses import is_negated
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties, is_political, key
from rashomon.extract.said_on import said_on
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Position, Stance

# What can be answered so.
_ASKED = frozenset({"demands", "offers"})


def answers(
    analysis: Analysis, found: Found, parties: Parties, sentence: Sentence, before: Sequence[Position]
) -> Iterator[Position]:
    """The answers in a sentence to the last demand or offer told before them."""
    put = next((one for one in reversed(before) if one.stance in _ASKED and one.issue), None)
    if put is None:
        return
    asking = {key(found, link) for link in put.holder} - {None}
    for verb in analysis.words(sentence):
        stance = _answered(verb) or _answered_that(verb)
        doer = verb.child("nsubj") if stance is not None else None
        told = any(span.start <= verb.start < span.end for one in before for span in one.evidence)
        if stance is None or doer is None or told:
            continue
        holder = parties.party(doer) or tuple(found.links(doer) if found.mention_of(doer) is not None else ())
        political = all(is_political(found, link) for link in holder)
        evidence = analysis.span([*doer.subtree, verb, *verb.all("dobj")])
        if not holder or not political or evidence is None or asking & {key(found, link) for link in holder}:
            continue
        yield Position(
            document=analysis.document.id, evidence=(evidence,), rule=f"position: answer, {verb.lemma}", holder=holder,
            stance=stance, issue=put.issue, according_to=certainty.voices(analysis, found, verb),
            said=said_on(analysis, found, verb),
        )  # fmt: skip


def _answered_that(verb: Token) -> Stance | None:
    """The stance of "rejected *that*", "would not accept *this*", behind what was demanded."""
    told = verb.child("dobj")
    if verb.pos != "VERB" or told is None or told.lower not in ("that", "this") or told.tag != "DT" or told.children:
        return None
    for stance, verbs in lexicon("positions")["answering_that"].items():
        if verb.lemma in verbs:
            refused = stance == "accepts" and is_negated(verb)
            return "rejects" if refused else None if is_negated(verb) else stance
    return None


def _answered(verb: Token) -> Stance | None:
    """The stance of a verb of answering without an object: "declined", "agreed at once", "did not agree"."""
    if verb.pos != "VERB" or verb.tag != "VBD" or verb.dep not in ("ROOT", "conj", "ccomp"):
        return None
    if any(one.dep in ("dobj", "xcomp", "ccomp", "advcl", "prep", "nsubjpass") for one in verb.children):
        return None
    if is_negated(verb):
        return None
    for stance, verbs in lexicon("positions")["answering"].items():
        if verb.lemma in verbs:
            return stance  # type: ignore[no-any-return]
    return None
