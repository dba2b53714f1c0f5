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
    if verb.lemma in ("lose", "suffer"):
        of_people = lost is not None and (_is_loss(lost, subject) or _is_somebody(lost))
        hunger = any(one.lower == "from" for one in verb.all("prep"))  # "whether they suffer *from hunger*"
        asked = lost in (None, opening) and not hunger
        return subject if asked or (opening.lower == "whether" and of_people) else None
    if opening.lower != "whether":
        return None
    if verb.lemma in ("die", "perish", "fall") and verb.child("acomp", "prt", "oprd", "advmod") is None:
        return subject if subject is not None and _is_anybody(subject) else None
    if verb.lemma in ("kill", "wound", "injure", "hurt") and verb.child("auxpass") is not None:
        told = verb.child("nsubjpass")
        return told if told is not None and _is_anybody(told) else None
    there = verb.child("attr") if verb.lemma == "be" and verb.child("expl") is not None else None
    return there if there is not None and _is_loss(there, None) else None


def _is_loss(noun: Token, loser: Token | None) -> bool:
    """Whether people are lost: casualties, or losses of those who can have no others than of a fight."""
    lemma = noun.lemma.lower()
    if lemma != "loss":
        return lemma in lexicon_words("figures", "losses")
    fights = frozenset().union(*(lexicon_words("figures", one) for one in ("rebels", "enemies", "counters")))
    return loser is not None and (is_person(loser) or loser.lemma.lower() in fights)


def _is_somebody(noun: Token) -> bool:
    return noun.lower in ("anyone", "anybody") or is_person(noun)


def _is_anybody(noun: Token) -> bool:
    """Whether no single person is meant, of whom a report would only not know how he is ("*the driver* had died")."""
    several = noun.tag == "NNS" or any(one.lower in ("any", "a", "an") for one in noun.children)
    return noun.lower in ("anyone", "anybody") or (several and is_person(noun))


def _is_silence(token: Token) -> bool:
    """Whether a word says that something was not told: "was not divulged", "is anyone's guess"."""
    if token.lemma.lower() in lexicon_words("figures", "unknown") | _GUESSES:
        return True
    public = token.lemma == "make" and any(one.lower in ("known", "public") for one in token.children)
    tells = public or token.lemma in lexicon_words("figures", "disclosing") or token.lemma in ("say", "tell")
    return tells and any(one.dep == "neg" or one.lower in ("never", "not") for one in token.children)
