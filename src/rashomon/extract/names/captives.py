"""Captives who go by their number: "five soldiers were captured", "the five policemen were exchanged"."""

import re
from collections.abc import Iterator

from rashomon.extract.names.phrases import Phrases
from rashomon.extract.times.words import number
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention, Title

CAPTIVES = "captives by their number"
"""The rule of a counted plural for those who were captured, held or exchanged."""

CAPTIVE = "captive"
"""The title of captives, of how many: what `resolve` joins them by."""

_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
# "Five", "forty-two"; nothing of "four to six" and "some 40".
_WORDED = re.compile(rf"(?:{_TENS})|(?:(?:{_TENS})-)?(?:{_ONES})")
# More of them than this are a figure, and no group that a report speaks of again.
_MOST = 999
# Verbs that by themselves tell of captives, those that do so with a word for them, and those of the passive alone.
_TAKING = frozenset({"capture", "detain", "imprison", "intern"})
_FREEING = frozenset({"free", "release", "exchange", "swap", "repatriate"})
_GIVING = frozenset({"hand", "deliver", "return", "hold", "seize"})
_MAKING = frozenset({"take", "make", "hold"})
_CAPTIVITY = frozenset({"prisoner", "prisoners", "captive", "captives", "hostage", "hostages"})
_HOLDING = frozenset({"custody", "captivity", "prison", "camp", "hands"})


class Captives:
    """Finds the captives of one report who go by their number."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def counted(self, token: Token) -> Title | None:
        """How many captives a plural means, as a title; None where it means no captives or does not count them."""
        noun = token.lemma.lower()
        if token.tag != "NNS" or noun not in words("organisations", "captured") | words("organisations", "captives"):
            return None
        count = _count(token)
        told = noun in words("organisations", "captives") or _is_taken(token)
        return Title(title=f"{CAPTIVE} {noun}", of=str(count)) if count is not None and told else None

    def mention(self, token: Token, captive: Title) -> Iterator[Mention]:
        """The mention of captives; who they are besides, `resolve` tells by all reports."""
        owner = self._phrases.adjective(token)
        country = owner.country if owner is not None else None
        span = self._phrases.span(token)
        if span is not None:
            yield Mention(
                document=span.document, evidence=(span,), form="description", reading="actor", type="people",
                country=country, roles=(captive,), rule=CAPTIVES, score=0.7,
            )  # fmt: skip


def _count(token: Token) -> int | None:
    """How many a plural counts: one number, by itself ("five soldiers", "the forty-two soldiers")."""
    counts = token.all("nummod")
    if len(counts) != 1 or counts[0].i > token.i:
        return None
    said = "".join(one.lower for one in counts[0].subtree).replace(",", "")
    found = number(said) if said.isdigit() or _WORDED.fullmatch(said) else None
    return int(found) if found is not None and 1 < found <= _MOST and found == int(found) else None


def _is_taken(token: Token) -> bool:
    """Whether those whom a noun means are told to be captured, held, or let go."""
    for clause in token.all("acl", "relcl"):
        held = clause.lemma in _TAKING | _GIVING | _MAKING | _FREEING
        if held and (clause.dep == "acl" or clause.child("nsubjpass") or clause.child("dobj") or _gap(clause)):
            return True
    verb = token.head
    if token.dep == "nsubjpass":
        return verb.lemma in _TAKING | _FREEING | _GIVING or (verb.lemma in _MAKING and _is_prisoner(verb))
    if token.dep == "dobj":
        given = verb.lemma in _GIVING and verb.lemma in ("hand", "seize") and _is_told(verb)
        return verb.lemma in _TAKING | _FREEING or given or (verb.lemma in _MAKING and _is_prisoner(verb)) or (
            _in_custody(token) or _in_custody(verb)
        )  # fmt: skip
    if token.dep == "nsubj":  # "gave themselves up", "fell into our hands"
        up = verb.lemma == "give" and any(one.lower == "themselves" for one in verb.all("dobj", "dative"))
        return up or verb.lemma == "surrender" or (verb.lemma == "fall" and _in_custody(verb))
    return False


def _gap(clause: Token) -> bool:
    """Whether a relative clause tells what was done to those before it ("whom the rebels captured")."""
    return any(one.lower in ("whom", "that", "who") for one in clause.children) or clause.child("nsubj") is not None


def _is_prisoner(verb: Token) -> bool:
    """Whether somebody is taken or held as what captives are; of who is taken, a place or a day says enough."""
    if any(one.lower in _CAPTIVITY for one in verb.children):
        return True
    plain = verb.lemma == "take" and not verb.all("dobj", "advcl", "xcomp", "oprd")
    return plain and {one.lower for one in verb.all("prep")} <= {"on", "at", "in", "near"}


def _is_told(verb: Token) -> bool:
    """Whether somebody is handed over, or seized somewhere."""
    return verb.lemma == "seize" or any(one.lower == "over" for one in verb.all("prt", "prep", "advmod"))


def _in_custody(token: Token) -> bool:
    """Whether somebody is told to be in custody, in a camp, in somebody's hands."""
    held = [one for prep in token.all("prep") if prep.lower in ("in", "into") for one in prep.all("pobj")]
    return any(one.lower in _HOLDING for one in held)
