"""Whose man somebody is where no title tells it: by the words beside the name, or by whose concessions they tell.

"The Front's Ada Holt", "Ada Holt of Osk", "Ada Holt, head of the political wing of the Front": told once,
it holds in the whole report. "Ada Holt, the chief negotiator, said Osk accepted the draft" tells it as well.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from rashomon.extract.clauses import modal
from rashomon.extract.found import Found
from rashomon.extract.issuer import issuer, letterhead
from rashomon.extract.leaders import speaks_as_leader
from rashomon.extract.offices import goes_between, is_spokesman, namesakes
from rashomon.extract.parties import Parties, key, root
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

_SIDES = ("state", "armed group")
_SPEAKING = ("say", "promise", "propose")
_YIELDING = (
    "accept",
    "agree",
    "consent",
    "sign",
    "withdraw",
    "pull",
    "free",
    "release",
    "halt",
    "stop",
    "lift",
    "open",
)
# So many nouns deep "the head of the office of the wing of the Front" may name the party.
_DEEP = 4


def affiliation(analysis: Analysis, found: Found, person: Link) -> Mention | None:
    """The party of a person whose party no title tells, None where nothing does."""
    named = root(found, person)
    if named is None or named.type != "person" or not named.name:
        return None
    known = _known(found, len(found.mentions), len(found.statements))
    if named.name not in known:
        known[named.name] = (
            _one(found, _beside(analysis, found, named.name))
            or _by_letterhead(analysis, found, named.name)
            or _conceding(analysis, found, named.name)
        )
    return known[named.name]


@lru_cache(maxsize=2)
def _known(found: Found, mentions: int, statements: int) -> dict[str, Mention | None]:
    """What was made out of one report's people so far, as long as no more is found in it."""
    return {}


def _one(found: Found, named: Iterator[Mention]) -> Mention | None:
    """The one party among those named; None where there are two."""
    told = {key(found, Link(mention=one.id)): one for one in named}
    told.pop(None, None)
    return next(iter(told.values())) if len(told) == 1 else None


def _beside(analysis: Analysis, found: Found, name: str) -> Iterator[Mention]:
    """The parties named in the words beside a name."""
    for mention in namesakes(found, name):
        if mention.type != "person":
            continue
        span = mention.evidence[0]
        inside = analysis.tokens_in(span.start, span.end)
        heads = [one for one in inside if one.head not in inside]
        for head in heads:
            if (party := _owner(found, head) or _of(found, head)) is not None:
                yield party
            for one in head.all("appos"):
                if (party := _owner(found, one) or _of(found, one)) is not None and one.lemma.lower() in _offices():
                    yield party


def _offices() -> frozenset[str]:
    return (words("titles", "office") | words("titles", "rank")) - words("titles", "onlookers")


def _owner(found: Found, noun: Token) -> Mention | None:
    """The party before a noun: "*Osk's* Ada Holt", "*Front* spokesman Ada Holt"."""
    return next((one for kid in noun.all("poss", "compound", "nmod") if (one := _party(found, kid)) is not None), None)


def _of(found: Found, noun: Token) -> Mention | None:
    """The party behind "of", through what is of what: "head of the political wing of *the Front*"."""
    for _ in range(_DEEP):
        inner = next((one for prep in noun.all("prep") if prep.lower == "of" for one in prep.all("pobj")), None)
        if inner is None:
            return None
        if (party := _party(found, inner)) is not None:
            return party
        if inner.lemma.lower() not in words("titles", "organs"):  # "leader of the *enemies* of the Front"
            return None
        if (party := _owner(found, inner)) is not None:
            return party
        noun = inner
    return None


def _party(found: Found, token: Token) -> Mention | None:
    mention = found.mention_of(token)
    return mention if mention is not None and mention.type in _SIDES and mention.form != "pronoun" else None


def _by_letterhead(analysis: Analysis, found: Found, name: str) -> Mention | None:
    """The state in the letterhead of a paper in which one person speaks: "OFFICE OF THE PRESIDENT OF OSK"."""
    own = issuer(analysis, found)
    speaker = root(found, own) if own is not None and own.mention else None
    if speaker is None or speaker.name != name:
        return None
    head = letterhead(analysis)
    at = analysis.document.text.find(head) if head else -1
    if at < 0:
        return None
    states = [one for one in found.within(Mention, at, at + len(head)) if one.type in _SIDES and one.name]
    return _one(found, iter(states))


def _conceding(analysis: Analysis, found: Found, name: str) -> Mention | None:
    """The party whose concessions somebody tells who speaks for one: twice, or where they tell of no other party."""
    parties = Parties(analysis, found)
    told: Counter[str] = Counter()
    conceding: list[Mention] = []
    for statement in found.statements:
        for link in statement.speaker:
            speaker = root(found, link)
            if speaker is None or speaker.name != name or goes_between(analysis, found, link):
                continue
            if not (is_spokesman(found, name) or speaks_as_leader(analysis, found, link)):
                continue
            for span in statement.content:
                for verb in analysis.tokens_in(span.start, span.end):
                    for doer in _doers(found, parties, verb):
                        told[key(found, Link(mention=doer.id)) or ""] += 1
                        if statement.act in _SPEAKING and _concedes(verb):
                            conceding.append(doer)
    party = _one(found, iter(conceding))
    own = key(found, Link(mention=party.id)) if party is not None else None
    # One who warns of a rival tells what it does, too: "Osk would attack".
    return (
        party
        if len(conceding) == sum(told.values()) or (len(conceding) > 1 and told[own or ""] == len(conceding))
        else None
    )


def _doers(found: Found, parties: Parties, verb: Token) -> Iterator[Mention]:
    """The party by name that does what a verb tells."""
    doer = verb.child("nsubj")
    if doer is None or doer.pos not in ("PROPN", "NOUN"):
        return
    for link in parties.party(doer):
        mention = root(found, link)
        if mention is not None and mention.type in _SIDES:
            yield mention


def _concedes(verb: Token) -> bool:
    """Whether a verb tells that somebody accepts what is offered, or will or is ready to yield."""
    ready = [one for one in verb.all("acomp") if one.lower in words("pledges", "ready")]
    yields = any(kid.lemma in _YIELDING for one in ready for kid in one.all("xcomp"))
    takes = verb.lemma in ("accept", "agree", "consent") or (modal(verb) is not None and verb.lemma in _YIELDING)
    asked = any(
        one.lower in words("certainty", "conditions") | {"until", "before"} for one in verb.all("mark", "advmod")
    )
    past = any(one.lower == "had" or one.dep == "neg" for one in verb.children)
    return (takes or yields) and not asked and not past
