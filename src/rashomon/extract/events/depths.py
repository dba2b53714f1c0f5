"""Who a link leads to and of what country, and the party that stands deep below a verb."""

from rashomon.extract.found import Found, coordinated
from rashomon.language.analysis import Token
from rashomon.model.annotation import Link, Mention

_ACTORS = frozenset({"state", "government", "armed group", "alliance", "people", "person", "organisation"})

# Where the other party may stand deep inside what is agreed, refused or done ("agreed to lift its ban on X").
_DOWN = frozenset(
    {"dobj", "prep", "pobj", "pcomp", "xcomp", "ccomp", "acomp", "attr", "oprd", "dative", "agent", "acl"}
    | {"poss", "amod", "compound", "nmod", "nsubj", "nsubjpass", "advcl"}
)


def first_below(found: Found, verb: Token, doers: tuple[Link, ...]) -> tuple[Link, ...]:
    """The actor or state nearest below a verb, of another country than those who do it."""
    own = {country(found, one) for one in doers} - {None}
    level = [one for one in verb.children if one.i > verb.i and one.dep in _DOWN - {"nsubj", "nsubjpass"}]
    while level:
        for one in level:
            mention = found.mention_of(one)
            if mention is None or mention.reading == "outlet" or mention.form == "pronoun":
                continue
            if mention.type not in _ACTORS:
                continue
            links = tuple(found.link(each) for each in coordinated(one))
            if not own & {country(found, link) for link in links}:
                return links
        level = [inner for one in level for inner in one.children if inner.dep in _DOWN]
    return ()


def apart_from(found: Found, links: tuple[Link, ...], doers: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links without descriptions and pronouns that go back to one of the doers ("its sanctions on the country")."""
    names = {mention.name for one in doers if (mention := named(found, one)) and mention.name}
    return tuple(one for one in links if not _goes_back(found, one, names))


def _goes_back(found: Found, link: Link, names: set[str]) -> bool:
    own = found.record(link.mention) if link.mention else None
    if not isinstance(own, Mention) or own.form not in ("pronoun", "description"):
        return False
    text = link.span.text.lower() if link.span else ""
    root = named(found, link)
    return root is not None and root.name in names and not text.endswith(("self", "selves"))


def country(found: Found, link: Link) -> str | None:
    """The country of whom a link names, as far as the report's own words say."""
    mention = named(found, link)
    if mention is not None and mention.country:
        return mention.country
    own = found.record(link.mention) if link.mention else None
    return own.country if isinstance(own, Mention) else None  # "Kurdish rebels in Turkey"


def named(found: Found, link: Link) -> Mention | None:
    """The mention a link leads to, pronouns and descriptions traced back to what they stand for."""
    id = link.mention
    for _ in range(8):
        mention = found.record(id) if id else None
        if not isinstance(mention, Mention):
            return None
        if mention.antecedent is None:
            return mention
        id = mention.antecedent
    return None
