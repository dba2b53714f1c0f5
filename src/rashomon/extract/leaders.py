"""Who speaks as a leader though the report tells no office: by the words beside a name, or by having none.

A report introduces bystanders ("Ana Ruiz, a shopkeeper") and trusts that everybody knows
the leaders ("Ruiz told the radio that …").
"""

from rashomon.extract.found import Found
from rashomon.extract.parties import root
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

_PARTIES = ("state", "government", "armed group", "alliance")
# A name is introduced by what stands at most so many words behind it.
_BEHIND = 4


def speaks_as_leader(analysis: Analysis, found: Found, link: Link) -> bool:
    """Whether somebody without a known office speaks like one who has one."""
    mention = found.record(link.mention) if link.mention else None
    if not isinstance(mention, Mention) or mention.type != "person":
        return False
    span = link.span or mention.evidence[0]
    inside = analysis.tokens_in(span.start, span.end)
    if any(one.lower in words("pledges", "counterparts") and one.child("poss") is not None for one in inside[:3]):
        return True
    if any(_is_of_office(found, one) for one in inside if one.pos in ("PROPN", "NOUN")):
        return True
    named = root(found, link)
    return named is not None and bool(named.name) and _needs_no_word(analysis, found, named.name or "")


def _is_of_office(found: Found, name: Token) -> bool:
    """Read "Ada Holt, who advises the president", "Ada Holt of the front's political commission"."""
    leading = any(_leads(found, one) for one in name.all("relcl"))
    of = [noun for prep in name.all("prep") if prep.lower in ("of", "from") for noun in prep.all("pobj")]
    return leading or (name.pos == "PROPN" and any(one.lemma.lower() in words("speech", "bodies") for one in of))


def _leads(found: Found, verb: Token) -> bool:
    """Whether a clause tells that somebody leads a party or advises one who does; a bakery is run by anybody."""
    objects = verb.all("dobj")
    if verb.lemma == "advise":
        return any(one.lemma.lower() in words("titles", "office") for one in objects)
    policy = any(one.lemma.lower() in words("pledges", "policy") and _is_foreign(one) for one in objects)
    return verb.lemma in words("pledges", "leading") and (policy or any(_is_body(found, one) for one in objects))


def _is_foreign(noun: Token) -> bool:
    """Whether relations are with other states; a bank has its public relations."""
    return noun.lemma.lower() == "diplomacy" or any(one.lower in ("foreign", "external") for one in noun.children)


def _is_body(found: Found, noun: Token) -> bool:
    """Whether a noun is a state or a body at war or in politics: one that is named, or *the* one."""
    if any(one.lower in ("a", "an") for one in noun.all("det")):
        return False
    mention = found.mention_of(noun)
    party = mention is not None and mention.type in _PARTIES
    return party or noun.lemma.lower() in words("speech", "bodies")


def _needs_no_word(analysis: Analysis, found: Found, name: str) -> bool:
    """Whether a report calls somebody by one name only, and nowhere says who that is."""
    if len(name.split()) > 1:
        return False
    seen = [one for one in found.mentions if one.name == name and one.form in ("name", "title")]
    return bool(seen) and not any(one.roles or _is_introduced(analysis, one) for one in seen)


def _is_introduced(analysis: Analysis, mention: Mention) -> bool:
    """Whether words beside a name tell who bears it: "Omar, a baker", "Omar, 34", "a man called Omar"."""
    span = mention.evidence[0]
    inside = analysis.tokens_in(span.start, span.end)
    if not inside:
        return True
    last = inside[-1]
    told = any(one.dep in ("appos", "relcl", "acl") for one in last.children)
    age = any(one.pos == "NUM" and 0 < one.i - last.i <= _BEHIND for one in last.subtree)
    before = analysis.tokens[inside[0].i - 1] if inside[0].i else None
    as_name = before is not None and before.lower == "as" and before.dep == "prep"  # "known as Omar"
    called = last.dep in ("appos", "oprd") or as_name or (before is not None and before.lower in ("called", "named"))
    bare = all(one.lower in words("titles", "courtesy") or one is last for one in inside)
    return told or age or called or not bare
