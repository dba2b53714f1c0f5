"""Losses of which a clause says that nobody tells them: "What the enemy lost, if anything, was not made known"."""

from collections.abc import Sequence

from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.nouns import is_person
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
    verb = next((one for one in behind if one.pos in ("VERB", "AUX") and one.dep not in ("aux", "auxpass")), None)
    loser = _loser(verb, opening) if verb is not None else None
    if verb is None or loser is None or any(one.tag == "MD" for one in verb.all("aux")):
        return None  # "whether anybody *will* die is not known"
    # By the order of words: the parser may hang either clause on the other.
    keeper = next((one for one in behind if one.i > verb.i and _is_silence(one)), None)
    if keeper is None:
        return None
    clause = tuple(one for one in words if opening.i <= one.i <= keeper.i)
    return Counted("killed", None, loser, verb, "unspecified", clause, "undisclosed")


def _loser(verb: Token, opening: Token) -> Token | None:
    """Whose losses are asked for: "what *they* lost", "whether *any soldier* was hurt", "whether there were dead"."""
    subject = verb.child("nsubj")
    lost = verb.child("dobj")
    if verb.lemma in ("lose", "suffer") or (verb.lemma == "have" and verb.pos == "VERB"):
        of_people = lost is not None and (
            lost.lemma.lower() in lexicon_words("figures", "losses") or _is_somebody(lost)
        )
        asked = lost in (None, opening) and verb.lemma != "have"  # "what they *have* is a secret"
        return subject if asked or (opening.lower == "whether" and of_people) else None
    if opening.lower != "whether":
        return None
    if verb.lemma in ("die", "perish", "fall"):
        return subject if subject is not None and _is_somebody(subject) else None
    if verb.lemma in ("kill", "wound", "injure", "hurt") and verb.child("auxpass") is not None:
        told = verb.child("nsubjpass")
        return told if told is not None and _is_somebody(told) else None
    there = verb.child("attr") if verb.lemma == "be" and verb.child("expl") is not None else None
    return there if there is not None and there.lemma.lower() in lexicon_words("figures", "losses") else None


def _is_somebody(noun: Token) -> bool:
    return noun.lower in ("anyone", "anybody") or is_person(noun)


def _is_silence(token: Token) -> bool:
    """Whether a word says that something was not told: "was not divulged", "is anyone's guess"."""
    if token.lemma.lower() in lexicon_words("figures", "unknown") | _GUESSES:
        return True
    public = token.lemma == "make" and any(one.lower in ("known", "public") for one in token.children)
    tells = public or token.lemma in lexicon_words("figures", "disclosing") or token.lemma in ("say", "tell")
    return tells and any(one.dep == "neg" or one.lower in ("never", "not") for one in token.children)
