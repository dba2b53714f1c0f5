"""What office somebody bears by their titles: one of a state, that of a spokesman, that of a go-between."""

from collections.abc import Iterable
from functools import lru_cache

from rashomon.extract.found import Found
from rashomon.extract.parties import root
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

# So many words around a title may tell of what it is: "Peacekeeping spokesman", "president of the Farmers' Bank".
_BEFORE, _BEHIND = 3, 6


def namesakes(found: Found, name: str | None) -> list[Mention]:
    """The mentions of one name."""
    return _by_name(found, len(found.mentions)).get(name, []) if name else []


@lru_cache(maxsize=2)
def _by_name(found: Found, count: int) -> dict[str, list[Mention]]:
    told: dict[str, list[Mention]] = {}
    for one in found.mentions[:count]:
        if one.name:
            told.setdefault(one.name, []).append(one)
    return told


def is_official(analysis: Analysis, found: Found, person: Link, party: Mention | None = None) -> bool:
    """Whether somebody bears an office of a state, or of a body that is named with it: of this `party`, where given."""
    mention = root(found, person)
    name = mention.name if mention is not None and mention.type == "person" else None
    same = namesakes(found, name) or ([mention] if mention is not None else [])
    roles = [role for one in same for role in one.roles]
    named = {role.of for role in roles if role.of and not _is_private(role.of.split())}
    if named and party is not None:
        return party.name in named
    private = any(_is_private(one.text for one in _around(analysis, each)) for each in same)
    return bool(named) or (not private and any(_is_of_state(role.title) for role in roles))


def is_in_private_office(analysis: Analysis, found: Found, person: Link) -> bool:
    """Whether somebody's office is of a bank or a club, or of the opposition: their word binds no state."""
    mention = root(found, person)
    same = namesakes(found, mention.name if mention is not None else None) or ([mention] if mention is not None else [])
    around = [[word.text for word in _around(analysis, one)] for one in same if one.roles]
    out = words("titles", "out_of_office")
    return any(_is_private(called) or any(one.lower() in out for one in called) for called in around)


def _is_private(called: Iterable[str]) -> bool:
    """Whether words name a body of which one is president as others are of a state: a bank, a club."""
    return any(one.lower() in words("titles", "private") for one in called)


def is_onlooker(found: Found, person: Link) -> bool:
    """Whether somebody is called nothing but what tells of others: a doctor, an analyst."""
    mention = root(found, person)
    roles = mention.roles if mention is not None and mention.type == "person" else ()
    return bool(roles) and all(one.title.lower().split()[-1] in words("titles", "onlookers") for one in roles)


def _is_of_state(title: str) -> bool:
    """Whether a title without a country is of a state: "Foreign Minister"; a bare ambassador is anybody's."""
    held = title.lower()
    first, last = held.split()[0], held.split()[-1]
    high = words("titles", "of_state") - {"ambassador"}
    return held in high or first in words("titles", "cabinet") or last in words("titles", "cabinet")


def _around(analysis: Analysis, mention: Mention) -> list[Token]:
    """The words of a mention, those before it, and what it is said to be of."""
    inside = analysis.tokens_in(mention.evidence[0].start, mention.evidence[0].end)
    if not inside:
        return []
    first = inside[0]
    before = analysis.tokens[max(0, first.i - _BEFORE) : first.i]
    # "Ada Holt, president of the bank, said"
    behind = [
        word
        for top in inside
        for each in top.all("appos", "prep")
        for word in each.subtree
        if 0 < word.i - inside[-1].i <= _BEHIND
    ]
    return [
        *(one for one in before if one.sentence == first.sentence and (one.head in inside or one.head.head in inside)),
        *inside,
        *behind,
    ]


def goes_between(analysis: Analysis, found: Found, person: Link) -> bool:
    """Whether somebody is called a go-between, or is of an alliance of states: the UN's envoy, the Union's monitor."""
    named = root(found, person)
    same = namesakes(found, named.name if named is not None else None)
    roles = [role for one in same for role in one.roles]
    called = {word for role in roles for word in role.title.lower().split()}
    for one in same:  # "*Peacekeeping* spokesman Ada Holt": the title keeps the last word only
        first = analysis.tokens_in(one.evidence[0].start, one.evidence[0].end)[0]
        called |= {
            kid.lower for kid in analysis.tokens[max(0, first.i - 2) : first.i + 2] if kid.sentence == first.sentence
        }
    if called & words("titles", "between"):
        return True
    alliances = {one.name for one in found.mentions if one.type == "alliance" and one.name} if roles else set()
    return any(role.of in alliances for role in roles)


def is_field_officer(found: Found, person: Link) -> bool:
    """Whether somebody bears a military rank or command and no office of state or of a movement."""
    mention = root(found, person)
    if mention is None or mention.type != "person":
        return False
    same = namesakes(found, mention.name) or [mention]
    held = {word for one in same for role in one.roles for word in role.title.lower().split()}
    of_state = words("titles", "leaders") | words("titles", "single") | {"head", "governor"}
    return bool(held & (words("titles", "rank") | {"officer"})) and not held & of_state


def is_spokesman(found: Found, name: str) -> bool:
    """Whether somebody is called one who speaks or deals for others."""
    roles = [role for one in namesakes(found, name) for role in one.roles]
    return bool({word for role in roles for word in role.title.lower().split()} & words("titles", "spoken_for"))
