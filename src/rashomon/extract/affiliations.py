"""Whose man somebody is where no title tells it: by the words beside the name, or by whose will they tell.

"The Front's Ada Holt", "Ada Holt of Osk", "Ada Holt, head of the political wing of the Front": told once,
it holds in the whole report. "Ada Holt, the chief negotiator, said Osk accepted the draft" tells it as well.
"""

from collections.abc import Iterator

from rashomon.extract.clauses import modal
from rashomon.extract.found import Found
from rashomon.extract.issuer import issuer, letterhead
from rashomon.extract.leaders import speaks_as_leader
from rashomon.extract.parties import Parties, key, root
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

_SIDES = ("state", "armed group")
_SPEAKING = ("say", "promise", "reject", "demand", "threaten", "warn", "propose")
# So many nouns deep "the head of the office of the wing of the Front" may name the party.
_DEEP = 4


def affiliation(analysis: Analysis, found: Found, person: Link) -> Mention | None:
    """The party of a person whose party no title tells, None where nothing does."""
    named = root(found, person)
    if named is None or named.type != "person" or not named.name:
        return None
    return (
        _one(found, _beside(analysis, found, named.name))
        or _by_letterhead(analysis, found, named.name)
        or _one(found, _willed(analysis, found, named.name))
    )


def _one(found: Found, named: Iterator[Mention]) -> Mention | None:
    """The one party among those named; None where there are two."""
    told = {key(found, Link(mention=one.id)): one for one in named}
    told.pop(None, None)
    return next(iter(told.values())) if len(told) == 1 else None


def _beside(analysis: Analysis, found: Found, name: str) -> Iterator[Mention]:
    """The parties named in the words beside a name."""
    for mention in found.mentions:
        if mention.name != name or mention.type != "person":
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
    return words("titles", "office") | words("titles", "rank")


def _owner(found: Found, noun: Token) -> Mention | None:
    """The party before a noun: "*Osk's* Ada Holt", "*Front* spokesman Ada Holt"."""
    return next((one for kid in noun.all("poss", "compound", "nmod") if (one := _party(found, kid)) is not None), None)


def _of(found: Found, noun: Token) -> Mention | None:
    """The party behind "of", through what is of what: "head of the political wing of *the Front*"."""
    for _ in range(_DEEP):
        inner = next(
            (one for prep in noun.all("prep") if prep.lower in ("of", "for") for one in prep.all("pobj")), None
        )
        if inner is None:
            return None
        if (party := _party(found, inner) or _owner(found, inner)) is not None:
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


def _willed(analysis: Analysis, found: Found, name: str) -> Iterator[Mention]:
    """The parties whose will somebody tells who speaks for one and goes between none."""
    parties = Parties(analysis, found)
    for statement in found.statements:
        for link in statement.speaker:
            speaker = root(found, link)
            if speaker is None or speaker.name != name or statement.act not in _SPEAKING:
                continue
            if goes_between(analysis, found, link) or not (
                _is_spokesman(found, name) or speaks_as_leader(analysis, found, link)
            ):
                continue
            for span in statement.content:
                for verb in analysis.tokens_in(span.start, span.end):
                    yield from _whose_will(found, parties, verb)


def _whose_will(found: Found, parties: Parties, verb: Token) -> Iterator[Mention]:
    """The party that a verb says will do something, is ready to, or takes what is offered."""
    doer = verb.child("nsubj")
    ready = any(one.dep == "acomp" and one.lower in words("pledges", "ready") for one in verb.children)
    takes = verb.lemma in ("accept", "agree", "consent", "reject", "refuse")
    would = modal(verb) is not None
    asked = any(
        one.lower in words("certainty", "conditions") | {"until", "before"} for one in verb.all("mark", "advmod")
    )
    if doer is None or asked or not (ready or takes or would) or any(one.lower == "had" for one in verb.all("aux")):
        return
    for link in parties.party(doer):
        mention = root(found, link)
        if mention is not None and mention.type in _SIDES and doer.pos in ("PROPN", "NOUN"):
            yield mention


def goes_between(analysis: Analysis, found: Found, person: Link) -> bool:
    """Whether somebody is called a go-between, or is of an alliance of states: the UN's envoy, the Union's monitor."""
    named = root(found, person)
    same = [one for one in found.mentions if named is not None and named.name and one.name == named.name]
    roles = [role for one in same for role in one.roles]
    called = {word for role in roles for word in role.title.lower().split()}
    for one in same:  # "*Peacekeeping* spokesman Ada Holt": the title keeps the last word only
        first = analysis.tokens_in(one.evidence[0].start, one.evidence[0].end)[0]
        called |= {
            kid.lower for kid in analysis.tokens[max(0, first.i - 2) : first.i + 2] if kid.sentence == first.sentence
        }
    if called & words("titles", "between"):
        return True
    alliances = {one.name for one in found.mentions if one.type == "alliance" and one.name}
    return any(role.of in alliances for role in roles)


def _is_spokesman(found: Found, name: str) -> bool:
    """Whether somebody is called one who speaks or deals for others."""
    roles = [role for one in found.mentions if one.name == name for role in one.roles]
    return bool({word for role in roles for word in role.title.lower().split()} & words("titles", "spoken_for"))
