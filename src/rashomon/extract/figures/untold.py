"""Losses of which a clause says that nobody tells them: "What the enemy lost, if anything, was not made known"."""

from collections.abc import Sequence

from rashomon.extract.figures.counted import Counted
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words as lexicon_words

# What is "anyone's guess" or "a matter of conjecture" nobody has told.
_GUESSES = frozenset({"guess", "guesswork", "conjecture", "secret", "speculation"})
_OPENING = frozenset({"what", "whether"})


def what_was_lost(opening: Token, words: Sequence[Token]) -> Counted | None:
    """The losses that a clause beginning with "what" or "whether" asks for, where the sentence says nobody told them.

    The clause goes before: "he asked what they had lost" tells of no silence.
    """
    if opening.lower not in _OPENING:
        return None
    behind = words[opening.i - words[0].i :]
    verb = next((one for one in behind if one.pos in ("VERB", "AUX") and one.dep != "aux"), None)
    loser = verb.child("nsubj") if verb is not None else None
    if (
        verb is None
        or loser is None
        or verb.lemma not in ("lose", "suffer")
        or verb.child("dobj") not in (None, opening)
    ):
        return None
    # By the order of words: the parser may hang either clause on the other.
    keeper = next((one for one in behind if one.i > verb.i and _is_silence(one)), None)
    if keeper is None:
        return None
    clause = tuple(one for one in words if opening.i <= one.i <= keeper.i)
    return Counted("killed", None, loser, verb, "unspecified", clause, "undisclosed")


def _is_silence(token: Token) -> bool:
    """Whether a word says that something was not told: "was not divulged", "is anyone's guess"."""
    if token.lemma.lower() in lexicon_words("figures", "unknown") | _GUESSES:
        return True
    public = token.lemma == "make" and any(one.lower in ("known", "public") for one in token.children)
    tells = public or token.lemma in lexicon_words("figures", "disclosing") or token.lemma in ("say", "tell")
    return tells and any(one.dep == "neg" or one.lower in ("never", "not") for one in token.children)
