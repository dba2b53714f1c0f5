"""What makes a condition: its conjunction, its words, and the main verb that it conditions."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from rashomon.extract.clauses import is_speech, modal
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import PledgeForm

# Words that stand between a condition's verb and the main one: "provided that …", "as long as …".
_BETWEEN = frozenset({"provided", "providing", "long", "soon", "event", "condition"})
_CLAUSES = frozenset({"advcl", "ccomp", "relcl", "acl", "pcomp"})


class Condition(NamedTuple):
    """A condition: the form of pledge it makes, its words, and the verb of the main clause."""

    form: PledgeForm
    words: list[Token]
    response: Token


def conditions(tokens: Sequence[Token]) -> Iterator[Condition]:
    """The conditions of a sentence."""
    if any(token.lower in _signs() for token in tokens):
        yield from (one for token in tokens if (one := _condition_at(token, tokens)) is not None)


def _condition_at(token: Token, tokens: Sequence[Token]) -> Condition | None:
    """The condition whose verb (or inverted "should") is `token`, where the main clause commits to something."""
    if token.lower == "should":
        return _inverted(token, tokens)
    form = _form(token)
    response = _response(token) if form is not None else None
    return Condition(form, _words(token), response) if form is not None and response is not None else None


def _inverted(should: Token, tokens: Sequence[Token]) -> Condition | None:
    """Read "should one more shell fall, the gates will be closed": by the order of words, which parsers miss."""
    at = should.i - tokens[0].i
    before = [one for one in tokens[:at] if one.pos not in ("SPACE", "CCONJ") and one.text not in "\"“'’"]
    if before and before[-1].text not in (",", ";", ":", "—"):
        return None
    comma = next((k for k in range(at, len(tokens)) if tokens[k].text == ","), None)
    if comma is None or comma - at < 4 or tokens[-1].text == "?":
        return None
    response = next((one for one in tokens[comma:] if one.pos in ("VERB", "AUX") and modal(one) is not None), None)
    return Condition("if", list(tokens[at:comma]), response) if response is not None else None


def _form(token: Token) -> PledgeForm | None:
    """The form of pledge that a clause's conjunction makes, for the verb of the clause."""
    if token.dep not in _CLAUSES or any(one.dep == "advmod" and one.lower == "even" for one in token.children):
        return None  # "even if" concedes, it does not condition
    if token.dep in ("pcomp", "ccomp") and token.head.lower in ("provided", "providing"):
        return "if"
    for one in token.children:
        if one.dep == "mark" and one.i < token.i:
            for form, conjunctions in _conditions().items():
                if one.lower in conjunctions or _long_conjunction(one) in conjunctions:
                    return form
    if token.dep == "advcl" and token.lower not in _BETWEEN and token.subtree[0].lower in ("provided", "providing"):
        return "if"
    return None


def _words(verb: Token) -> list[Token]:
    """The words of a condition with its conjunction ("as long as …", "provided that …")."""
    top = verb.head if verb.head.lower in _BETWEEN else verb
    found = top.subtree
    while found and found[0].pos in ("PUNCT", "SPACE", "CCONJ"):
        found.pop(0)
    return found


def _long_conjunction(mark: Token) -> str:
    """The conjunction of several words that ends in `mark`: "as long as"."""
    before = [one.lower for one in (mark.head.subtree) if one.i < mark.i][-2:]
    above = mark.head.head
    if not before and above is not mark.head:
        before = [one.lower for one in above.subtree if mark.i - 3 < one.i < mark.i]
    return " ".join([*before, mark.lower])


def _response(condition: Token) -> Token | None:
    """The verb of the main clause, if it is put as a commitment."""
    verb = condition.head
    while (verb.pos not in ("VERB", "AUX") or verb.lower in _BETWEEN) and verb.head is not verb:
        verb = verb.head
    if verb.pos not in ("VERB", "AUX"):
        return None
    if modal(verb) is not None or is_ready(verb):
        return verb
    inner = next((one for one in verb.children if one.dep == "ccomp" and (modal(one) or is_ready(one))), None)
    return inner if is_speech(verb) else None


def is_ready(verb: Token) -> bool:
    """Whether the verb commits by itself: "is ready to respond", "vowed to"."""
    if verb.lemma in words("pledges", "ready") and verb.child("xcomp") is not None:
        return True
    return any(one.dep == "acomp" and one.lower in words("pledges", "ready") for one in verb.children)


@cache
def _signs() -> frozenset[str]:
    """The words without which a sentence holds no condition: the last ones of conjunctions."""
    phrases = (phrase for group in _conditions().values() for phrase in group)
    return frozenset({"should", "provided", "providing"} | {str(phrase).rpartition(" ")[2] for phrase in phrases})


@cache
def _conditions() -> dict[PledgeForm, Any]:
    return dict(lexicon("pledges")["conditions"])
