"""Who speaks as a leader though the report tells no office: by the words beside a name, or by having none.

A report introduces bystanders ("Ana Ruiz, a shopkeeper") and trusts that everybody knows
the leaders ("Ruiz told the radio that …").
"""

from rashomon.extract.found import Found
from rashomon.extract.parties import root
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

_COURTESIES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."})
# A name is introduced by what stands at most so many words behind it.
_BEHIND = 4


def speaks_as_leader(analysis: Analysis, found: Found, link: Link) -> bool:
    """Whether somebody without a known office speaks like one who has one."""
    mention = found.record(link.mention) if link.mention else None
    if not isinstance(mention, Mention) or mention.type != "person":
        return False
    span = link.span or mention.evidence[0]
    inside = analysis.tokens_in(span.start, span.end)
    if any(one.lower in words("pledges", "counterparts") for one in inside[:3]):
        return True
    if any(_is_of_office(one) for one in inside if one.pos in ("PROPN", "NOUN")):
        return True
    named = root(found, link)
    return named is not None and bool(named.name) and _needs_no_word(analysis, found, named.name or "")


def _is_of_office(name: Token) -> bool:
    """Read "Ada Holt, who advises the president", "Ada Holt of the front's political commission"."""
    leading = any(one.lemma in words("pledges", "leading") for one in name.all("relcl"))
    of = [noun for prep in name.all("prep") if prep.lower in ("of", "from") for noun in prep.all("pobj")]
    return leading or (name.pos == "PROPN" and any(one.lemma.lower() in words("speech", "bodies") for one in of))


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
    before = analysis.tokens[inside[0].i - 1].lower if inside[0].i else ""
    called = last.dep in ("appos", "oprd") or before in ("called", "named")
    bare = all(one.lower in _COURTESIES or one is last for one in inside)
    return told or age or called or not bare
