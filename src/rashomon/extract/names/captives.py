"""Captives who go by their number: "five soldiers were captured", "the five policemen were exchanged"."""

import re
from collections.abc import Iterator

from rashomon.extract.names.phrases import Phrases
from rashomon.extract.times.words import number
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import CAPTIVE, Mention, Title

CAPTIVES = "captives by their number"
"""The rule of a counted plural for those who were captured, held or exchanged."""

_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
# "Five", "forty-two"; nothing of "four to six" and "some 40".
_WORDED = re.compile(rf"(?:{_TENS})|(?:(?:{_TENS})-)?(?:{_ONES})")
# More of them than this are a figure, and no group that a report speaks of again.
_MOST = 999
# Verbs that by themselves tell of captives; those that let captives go; those that need another word for captivity.
_TAKING = frozenset({"capture", "detain", "imprison", "intern"})
_FREEING = frozenset({"free", "release", "exchange", "swap", "repatriate"})
_GIVING = frozenset({"hand", "deliver", "return", "seize"})
_MAKING = frozenset({"take", "make", "hold", "catch"})
_CAPTIVITY = frozenset({"prisoner", "prisoners", "captive", "captives", "hostage", "hostages"})
_HANDS = frozenset({"custody", "captivity", "prison", "jail", "detention", "hands"})
_HOLDING = _HANDS | {"camp", "camps"}
# Those in whose deed these verbs tell of captives; a bus takes men, too.
_ARMED = frozenset(
    {"rebel", "guerrilla", "insurgent", "militant", "gunman", "fighter", "militia", "troop", "army", "force"}
)
# Words behind a verb that leave those with whom it is done captives: where, when, and by whom ("at Rama on Friday").
_BESIDES = frozenset({"on", "at", "in", "near", "by", "during", "since", "after", "before", "for"})
# What those surrender who become captives.
_SURRENDERED = frozenset({"themselves", "arm", "arms", "weapon", "gun", "rifle", "position", "garrison", "fort"})
# "Captured on film": they are seen.
_SEEN = frozenset({"film", "camera", "video", "tape", "canvas"})


class Captives:
    """Finds the captives of one report who go by their number."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def counted(self, token: Token) -> Title | None:
        """How many captives a plural means, as a title; None where it means no captives or does not count them."""
        noun = token.lemma.lower()
        captive = noun in words("organisations", "captives")
        if token.tag != "NNS" or not (captive or noun in words("organisations", "captured")):
            return None
        count = _count(token)
        told = captive or self._is_taken(token)
        return Title(title=f"{CAPTIVE}{noun}", of=str(count)) if count is not None and told else None

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

    def _is_taken(self, token: Token) -> bool:
        """Whether those whom a noun means are told to be captured, held, or let go."""
        for clause in token.all("acl", "relcl"):
            suffered = clause.tag == "VBN" if clause.dep == "acl" else _gap(clause)
            if suffered and self._takes(clause):
                return True
        verb = token.head
        if token.dep == "nsubjpass":
            return self._takes(verb)
        if token.dep == "dobj":
            return self._takes(verb) or _in_custody(token, _HANDS) or _in_custody(verb, _HANDS)
        if token.dep == "nsubj":  # "gave themselves up", "fell into our hands"
            if _is_garden_path(token, verb) and self._takes(verb):
                return True
            up = verb.lemma == "give" and any(one.lower == "themselves" for one in verb.all("dobj", "dative"))
            given = {one.lemma.lower() for one in verb.all("dobj")}  # a teacher surrenders the keys
            surrender = verb.lemma == "surrender" and given <= _SURRENDERED
            return up or surrender or (verb.lemma == "fall" and _in_custody(verb, _HANDS))
        return False

    def _takes(self, verb: Token) -> bool:
        """Whether a verb makes captives of those to whom it is done, keeps them so, or lets captives go."""
        if verb.lemma in _FREEING:  # "released from quarantine" is another matter
            behind = [noun for prep in verb.all("prep") if prep.lower == "from" for noun in prep.all("pobj")]
            return all(noun.lower in _HOLDING | _CAPTIVITY for noun in behind)
        if verb.lemma in _TAKING:
            behind = [noun for prep in verb.all("prep") if prep.lower == "on" for noun in prep.all("pobj")]
            return not any(noun.lower in _SEEN for noun in behind)
        if verb.lemma not in _GIVING | _MAKING:
            return False
        if _is_prisoner(verb) or (verb.lemma != "make" and _in_custody(verb, _HOLDING)):
            return True
        small = {one.lower for one in verb.all("prt")}
        if verb.lemma in ("hand", "deliver"):
            return small == {"over"}
        return verb.lemma != "make" and not small and self._is_by_armed(verb) and _is_plain(verb)

    def _is_by_armed(self, verb: Token) -> bool:
        """Whether those who bear arms do something."""
        behind = [noun for agent in verb.all("agent", "prep") if agent.lower == "by" for noun in agent.all("pobj")]
        return any(self._is_armed(one) for one in (*verb.all("nsubj"), *behind))

    def _is_armed(self, token: Token) -> bool:
        """Whether a noun or a name is of those who bear arms."""
        found = self._phrases.entities.at(token)
        return token.lemma.lower() in _ARMED or (found is not None and found[1].type == "armed group")


def _count(token: Token) -> int | None:
    """How many a plural counts: one number, by itself ("five soldiers", "the forty-two soldiers")."""
    counts = token.all("nummod")
    if len(counts) != 1 or counts[0].i > token.i:
        return None
    said = "".join(one.lower for one in counts[0].subtree).replace(",", "")
    found = number(said) if said.isdigit() or _WORDED.fullmatch(said) else None
    return int(found) if found is not None and 1 < found <= _MOST and found == int(found) else None


def _gap(clause: Token) -> bool:
    """Whether a relative clause tells what was done to those before it ("whom they captured", "who were freed")."""
    relative = [one for one in clause.children if one.lower in ("who", "whom", "that", "which")]
    if relative:
        return any(one.dep in ("dobj", "nsubjpass") for one in relative)
    return clause.child("nsubj") is not None and clause.child("dobj") is None


def _is_garden_path(token: Token, verb: Token) -> bool:
    """Whether a clause behind a noun is read as its verb ("soldiers *captured* at Dara were freed")."""
    alone = verb.tag in ("VBN", "VBD") and verb.i == token.i + 1 and not verb.all("dobj", "aux", "auxpass")
    return alone and any(one.child("auxpass") is not None for one in verb.all("conj", "ccomp", "dep"))


def _is_prisoner(verb: Token) -> bool:
    """Whether somebody is taken or held as what captives are ("taken prisoner", "held as hostages")."""
    behind = [noun for prep in verb.all("prep") if prep.lower == "as" for noun in prep.all("pobj")]
    return any(one.lower in _CAPTIVITY for one in (*verb.children, *behind) if one.dep not in ("nsubj", "nsubjpass"))


def _is_plain(verb: Token) -> bool:
    """Whether nothing behind a verb makes an idiom of it ("held in reserve", "returned to duty", "taken ill")."""
    if verb.all("advcl", "xcomp", "oprd", "acomp"):
        return False
    for prep in verb.all("prep"):
        if prep.lower not in _BESIDES:
            return False
        if prep.lower == "in" and any(one.tag == "NN" and not one.all("det", "poss") for one in prep.all("pobj")):
            return False
    return True


def _in_custody(token: Token, places: frozenset[str]) -> bool:
    """Whether somebody is told to be in custody, in a camp, in somebody's hands."""
    held = [one for prep in token.all("prep") if prep.lower in ("in", "into") for one in prep.all("pobj")]
    return any(one.lower in places for one in held)
