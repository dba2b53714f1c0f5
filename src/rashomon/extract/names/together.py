"""Plurals that mean all who act together in a war: "the guarantors", "four mediating nations", "the four"."""

from collections.abc import Iterator

from rashomon.extract.names.offices import is_definite, modifiers
from rashomon.extract.names.phrases import Phrases
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import ActorType, Mention, Title

# So many times is a number looked at that stands before "the four".
_EARLIER = 20

# Before "mediators" these single nobody out.
_BEFORE_MEDIATORS = frozenset({"foreign", "international", "outside", "neutral", "regional"})

# Before "observers" these tell nothing of whose they are.
_BEFORE_WATCHERS = frozenset({"international", "unarmed", "foreign", "neutral", "military", "civilian", "independent"})

# What a force is for that somebody has sent, or is to send, between those at war; and what else may stand before it.
_BETWEEN = frozenset({"neutral", "interposition", "peacekeeping", "multinational", "stabilisation", "stabilization"})
_BESIDE = frozenset({"proposed", "planned", "new", "promised", "international", "regional", "african"})

# Words by which observers are to be there, of whom it is not told that anybody has sent them.
_OBLIGING = frozenset({"must", "shall", "should"})
_WANTING = frozenset({"accept", "allow", "invite", "propose", "receive", "request"})

COUNTS = ("three", "four", "five", "six", "seven")
"""So many states may act together, and go by their number alone ("the four")."""

COLLECTIVE = "acting together"
"""The rule of a plural that means all who hold an office in a war."""


class Together:
    """Finds those in one report who act together."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def collective(self, token: Token) -> str | None:
        """The office in which several act together: "the guarantors", "four mediating nations", "the neutral force"."""
        if token.text.islower() and is_definite(token) and _is_watch(token):
            return "observer"
        if (force := _force_between(token)) is not None:
            return force
        if token.tag not in ("NNS", "NNPS"):
            return None
        before = {one.lower: one for one in modifiers(token)}
        counted = token.child("nummod") is not None
        the = any(one.dep == "det" and one.lower in ("the", "these", "those") for one in token.children)
        if token.lemma.lower() in words("naming", "powers"):
            said = next((office for one in before if (office := _office_of(one))), None)
            number = next((one.lower for one in token.all("nummod") if one.lower in COUNTS), None) if the else None
            return (said if the or counted else None) or (number if not before else None)
        lemma = token.lemma.lower()
        if token.child("poss", "prep") is not None or _is_narrowed(token):
            return None
        if lemma in words("naming", "collective_states"):
            return lemma if the and all(one in _BEFORE_MEDIATORS for one in before) else None
        plain = all(one in _BEFORE_WATCHERS for one in before) if lemma != "peacekeeper" else not before
        if not plain or lemma not in words("naming", "collective_bodies"):
            return None
        foreign = "international" in before and not (counted or token.child("det")) and _is_wanted(token)
        return lemma if (the and not counted) or foreign or (not token.child("det") and is_deployed(token)) else None

    def together(self, token: Token, office: str) -> Iterator[Mention]:
        """The mention of those who act together in an office; who they are, `resolve` tells by the war."""
        states = office in COUNTS or office in words("naming", "collective_states")
        type_: ActorType = "alliance" if states else "organisation"
        yield from self._phrases.made(token, type_, None, roles=(Title(title=office),), rule=COLLECTIVE, score=0.7)

    def counted(self, token: Token) -> Iterator[Mention]:
        """The mention of "the four" without a noun, where nothing else of which there are so many stands before it."""
        alone = token.tag == "CD" and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
        the = [one.lower for one in token.children] == ["the"]
        if alone and the and all(self.collective(one.head) for one in self._phrases.all(token.lower)[:_EARLIER] if (
            one.i < token.i and one.dep == "nummod"
        )):  # fmt: skip
            yield from self.together(token, token.lower)


def _is_narrowed(token: Token) -> bool:
    """Whether a clause behind a noun tells which are meant; one behind a comma does not."""
    clause = token.child("relcl")
    return clause is not None and not any(one.text == "," and token.i < one.i < clause.i for one in token.children)


def is_deployed(token: Token) -> bool:
    """Whether observers without an article are those sent ("Sixteen monitors landed"), not observers of affairs."""
    verb = token.head
    subject = token.dep in ("nsubj", "nsubjpass") and verb.lemma in words("naming", "deployed")
    return subject or (token.dep == "dobj" and verb.lemma in words("naming", "deploying"))


def _is_wanted(token: Token) -> bool:
    """Whether observers are such as are to be sent ("X *must have* access"), and do not look on from afar."""
    verb = token.head
    if token.dep == "nsubj":
        return verb.lemma not in words("naming", "speech") and any(one.lower in _OBLIGING for one in verb.all("aux"))
    return token.dep == "dobj" and verb.lemma in _WANTING


def _force_between(token: Token) -> str | None:
    """What a force is called that is to stand between those at war ("the neutral force", "a verification team")."""
    before = {one.lower for one in modifiers(token)}
    article = any(one.lower in ("a", "the", "this") for one in token.all("det"))
    if not article or not token.text.islower() or token.child("poss", "nummod") is not None or _is_narrowed(token):
        return None
    if any(one.lower == "of" for one in token.all("prep")) or token.head.lower == "as":
        return None  # "the peacekeeping force of the union"; "he acts as a neutral force"
    core = before & _BETWEEN if token.lower == "force" else before & {"verification"} if token.lower == "team" else None
    return f"{next(iter(core))} {token.lower}" if core and len(core) == 1 and before <= core | _BESIDE else None


def _office_of(word: str) -> str | None:
    """The office that a word before "countries" tells ("guarantor", "mediating")."""
    offices = words("naming", "collective_states")
    return next((one for one in sorted(offices) if word in (one, f"{one[:-2]}ing", f"{one}ing")), None)


def _is_watch(token: Token) -> bool:
    """Whether a singular means those sent to watch by its own words alone ("the observer group")."""
    before = {one.lower for one in modifiers(token)}
    told = all(one.dep in ("det", "punct", "case") or one.lower in before for one in token.children)
    return (
        told
        and bool(before)
        and token.lower in words("organisations", "watching")
        and (before <= words("organisations", "of_watchers"))
    )
