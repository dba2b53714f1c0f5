"""Those who fell in a deed that is told by nothing else: "the seven dead of 26 January would be alive"."""

from collections.abc import Iterator, Sequence

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.kinds import nouns_of
from rashomon.extract.events.patterns import Pattern
from rashomon.extract.found import Found
from rashomon.language.analysis import Token
from rashomon.model.annotation import Time

FALLEN = Pattern(type="ASSAULT", word="dead", name="the fallen")


def fallen(found: Found, tokens: Sequence[Token], told: Sequence[Deed]) -> Iterator[Deed]:
    """Yield the deeds by which those fell who are counted by a day or a place ("the six dead of Orlan")."""
    known = {one.i for deed in told for one in deed.cue}
    for noun in tokens:
        if (noun.lower != "dead" and noun.tag != "CD") or noun.i in known:
            continue
        if not any(one.lower == "the" for one in noun.all("det")):
            continue
        counted = noun.all("nummod")
        if noun.lower == "dead" and counted and _is_of_one_deed(found, noun):
            yield Deed(noun, [*counted[:1], noun], FALLEN)
        elif noun.tag == "CD" and _would_live(noun) and _is_of_one_deed(found, noun):
            yield Deed(noun, [noun, *noun.all("compound", "punct")], FALLEN)


def _is_of_one_deed(found: Found, noun: Token) -> bool:
    """Whether "of" names the day or the place where they fell."""
    for one in nouns_of(noun):
        mention = found.mention_of(one)
        if found.within(Time, one.subtree[0].start, one.end) or (mention is not None and mention.reading == "place"):
            return True
    return False


def _would_live(noun: Token) -> bool:
    """Whether a sentence tells what those would do if they had not fallen ("would be with their families")."""
    verb = noun.head
    return noun.dep == "nsubj" and any(one.lower == "would" for one in verb.all("aux"))
