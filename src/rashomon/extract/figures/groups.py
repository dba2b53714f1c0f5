"""Sides that are a group by themselves: those who rose, watch a truce, fled or are held, where nobody says whose."""

from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.nouns import singular
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link

_BEFORE = ("amod", "compound", "nmod")


def by_themselves(analysis: Analysis, found: Found, item: Counted) -> tuple[Link, ...]:
    """The words for those who are counted ("30 *rebels*", "sixteen *monitors*"); empty for people of any kind.

    "Soldiers", "people" or "dead" may be anybody's; rebels, observers, refugees and
    hostages are somebody by what they are.
    """
    noun = item.noun
    if noun is None or item.counts == "money" or not _is_group(noun):
        return ()
    mention = found.mention_of(noun)
    before = [one for one in noun.children if one.dep in _BEFORE and one.i < noun.i and one.pos != "NUM"]
    return (Link(span=analysis.span([*before, noun]), mention=mention.id if mention is not None else None),)


def _is_group(noun: Token) -> bool:
    kind = singular(noun)
    aid = kind == "worker" and any(one.lower in ("aid", "relief") for one in noun.children)
    return aid or kind in words("figures", "rebels") or kind in words("figures", "groups_by_themselves")
