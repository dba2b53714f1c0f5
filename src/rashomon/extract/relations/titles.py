"""What a title makes its bearer, and the relation that it tells."""

from collections import Counter
from functools import cache, lru_cache

from rashomon.extract import certainty
from rashomon.extract.foremost import foremost
from rashomon.extract.found import Found
from rashomon.extract.parties import root
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Relation

OF_STATE = frozenset({"minister", "premier", "president", "chancellor", "king"})
"""Who bears these heads a state, not the people or faith they are said to be of ("the Shia prime minister")."""


def office_of(text: str) -> str | None:
    """The relation that a title in lower case makes."""
    if any(word in words("relations", "lesser") for word in text.replace("-", " ").split()):
        return None
    for type, titles in lexicon("relations")["titles"].items():
        if any(text == one or text.endswith(" " + one) for one in titles):
            return str(type)
    office, _, rank = text.rpartition(" ")  # "spokesman Brigadier General", where the rank is the name's
    return office_of(office) if office and rank in words("titles", "rank") else None


@cache
def title_heads() -> frozenset[str]:
    """The last words of titles."""
    titles = [title for group in lexicon("relations")["titles"].values() for title in group]
    return frozenset(title.rpartition(" ")[2] for title in titles)


def led(found: Found, owner: Link, type: str) -> str:
    """Who chairs a group in arms or a government leads it; a league or a commission is only chaired."""
    of = root(found, owner)
    return "leads" if type == "chairs" and of is not None and of.type in ("armed group", "government") else type


# Of the report at hand only, as the tables of `parties`.
@lru_cache(maxsize=2)
def only_rebels(found: Found, count: int) -> Link | None:
    """The one group of rebels that a report names, or names by far most often; None where it names none or several."""
    mentions = found.mentions[:count]
    groups = {
        one.name: one for one in reversed(mentions) if one.type == "armed group" and one.form == "name" and one.name
    }
    name = foremost(Counter(one.name for one in mentions if one.type == "armed group" and one.name in groups))
    if name is None:
        return None
    mention = groups[name]
    return Link(span=mention.evidence[0], mention=mention.id)


def named(found: Found, token: Token) -> Link:
    """Who or what a word names, with the words of its mention alone."""
    mention = found.mention_of(token)
    return found.link(token) if mention is None else Link(span=mention.evidence[0], mention=mention.id)


def relation(
    analysis: Analysis, found: Found, bearer: Link, owner: Link, type: str, rule: str = "relation: title"
) -> Relation:
    """The relation of a bearer to those whom they lead or speak for, as the voice told beside them has it."""
    spans = [link.span for link in (bearer, owner) if link.span is not None]
    first, last = spans[0].start, spans[0].end
    if len(spans) > 1 and abs(spans[1].start - first) < 120:
        first, last = min(first, spans[1].start), max(last, spans[1].end)
    token = analysis.tokens_in(spans[0].start, spans[0].end)[-1]
    return Relation(
        document=analysis.document.id, evidence=(analysis.document.span(first, last),), rule=rule,
        subject=(bearer,), object=(owner,), type=type, status="asserted",
        according_to=certainty.voices(analysis, found, token)[-1:],
    )  # fmt: skip
