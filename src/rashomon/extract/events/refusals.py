"""Refusals that no verb of refusing tells: "there will be no talks until they have left"."""

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.frames import frame
from rashomon.extract.events.kinds import is_a
from rashomon.extract.events.matching import has_infinitive
from rashomon.extract.events.patterns import Pattern, things
from rashomon.extract.events.roles import actors
from rashomon.extract.found import Found
from rashomon.extract.voices import teller
from rashomon.language.analysis import Token

_REFUSED = Pattern(type="REJECT", word="be", name="none will be", refused=True)
_MODALS = frozenset({"will", "would", "shall", "can", "could", "wo", "'ll", "’ll"})
_KINDS = ("talks", "truce", "pact", "troops_state", "wish")


def refusal(found: Found, verb: Token) -> Deed | None:
    """The refusal told by "there will be no …", by whoever says so; None where nobody does."""
    if verb.lemma != "be" or verb.child("expl") is None or not any(one.lower in _MODALS for one in verb.all("aux")):
        return None
    noun = next((one for one in verb.all("attr", "dobj", "nsubj") if _is_none(one)), None)
    statement = teller(found, verb)
    if noun is None or statement is None or not any(is_a(noun, things(kind)) for kind in _KINDS):
        return None
    return Deed(verb, [verb, *noun.all("det"), noun], _REFUSED, initiators=statement.speaker)


_BARRED = Pattern(type="REJECT", word="admit", name="not admitted", refused=True)
_ADMITTING = frozenset({"admit", "allow", "permit", "let"})


def barred(found: Found, verb: Token) -> Deed | None:
    """The refusal of "they were not admitted to the camp", by nobody named; None for other verbs.

    Who is stopped on the way ("they were not allowed past the roadblock") is coerced.
    """
    if verb.lemma not in _ADMITTING or verb.child("neg") is None:
        return None
    if verb.lemma == "let" and any(one.lower == "did" for one in verb.all("aux")) and _is_passage(verb):
        around = frame(verb)
        halted = actors(found, around.objects, states=True)
        return Deed(verb, [verb], _HALTED, around, initiators=actors(found, around.subjects), recipients=halted)
    if not any(one.lower in ("was", "were", "been") for one in verb.all("auxpass")):
        return None
    if any(one.lower in _MODALS or one.lower in ("to", "may", "might", "must") for one in verb.all("aux")):
        return None
    around = frame(verb)
    recipients = actors(found, around.objects, states=True)
    led = any(one.lower in _WAYS and one.all("pobj") for one in verb.all("prep"))
    if recipients and (led or (verb.lemma == "let" and _is_passage(verb))):
        return Deed(verb, [verb], _HALTED, around, recipients=recipients)
    if not recipients or not (has_infinitive(verb) or around.after("to", "into") or _is_turned_away(verb)):
        return None
    return Deed(verb, [verb], _BARRED, around, initiators=actors(found, around.subjects), recipients=recipients)


_HALTED = Pattern(type="COERCE", mode="restrict", word="let", name="not let through", refused=True)
_WAYS = frozenset({"past", "through", "beyond", "across"})


def _is_turned_away(verb: Token) -> bool:
    """Whether a clause ends with "were not admitted" of those told of before ("there they were not admitted")."""
    alone = not verb.all("ccomp", "dobj", "oprd", "acomp", "advcl") and all(one.i < verb.i for one in verb.all("prep"))
    there = bool(verb.all("prep")) or any(one.lower in ("there", "here") for one in verb.all("advmod"))
    # "Mistakes were made, but they were not admitted" bars nobody's way.
    return alone and there and verb.lemma == "admit" and any(one.lower == "they" for one in verb.all("nsubjpass"))


_PASSING = frozenset({"through", "pass", "past", "cross"})


def _is_passage(verb: Token) -> bool:
    """Whether it is a way that somebody is let go ("did not let them through", "did not let the convoy pass")."""
    below = [two for one in verb.children if one.i > verb.i for two in (one, *one.children)]
    return any(one.lower in _PASSING for one in below)


def _is_none(noun: Token) -> bool:
    return any(one.lower == "no" for one in noun.all("det"))
