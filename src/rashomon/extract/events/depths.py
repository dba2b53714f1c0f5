"""Who a link leads to and of what country, and the party that stands deep below a verb."""

from collections.abc import Iterable

from rashomon.extract.found import Found, coordinated
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

_ACTORS = frozenset({"state", "government", "armed group", "alliance", "people", "person", "organisation"})

# Where the other party may stand deep inside what is agreed, refused or done ("agreed to lift its ban on X").
_DOWN = frozenset(
    {"dobj", "prep", "pobj", "pcomp", "xcomp", "ccomp", "acomp", "attr", "oprd", "dative", "agent", "acl"}
    | {"poss", "amod", "compound", "nmod", "nsubj", "nsubjpass", "advcl"}
)
_BEHIND = _DOWN - {"nsubj", "nsubjpass"}


def first_below(
    found: Found, verb: Token, doers: tuple[Link, ...], subjects: Iterable[Token] = (), *, ruled: bool = False
) -> tuple[Link, ...]:
    """The actor or state nearest below a verb: of another country than those who do it, else the other side within.

    What rulers do to the ruled, or these to them, is told of one country ("conceded to the demands of the
    Front", "rioted for the removal of the president").
    """
    own = {country(found, one) for one in doers} - {None}
    sides = {"ruled"} if ruled else {_side(found, one) for noun in subjects for one in coordinated(noun)}
    within: tuple[Link, ...] = ()
    level = [one for one in verb.children if _is_told_behind(one, verb)]
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
            if not within and sides and {_side(found, one), *sides} == _BOTH and not _is_of_others(one, verb):
                within = links
        level = [inner for one in level for inner in one.children if inner.dep in _DOWN and not is_aside(inner)]
    return within


_BOTH = {"rulers", "ruled"}


def _is_told_behind(word: Token, verb: Token) -> bool:
    """Whether what stands below a verb may tell to whom it is done."""
    return word.dep == "csubj" or (word.i > verb.i and word.dep in _BEHIND and not is_aside(word))


def is_aside(clause: Token) -> bool:
    """Whether a clause tells of another deed at the same time ("while fishermen reported that …")."""
    marks = {one.lower for one in clause.all("mark", "advmod")} - _CONDITIONS
    return clause.dep == "advcl" and bool(clause.all("mark") and marks and clause.all("nsubj", "nsubjpass"))


# A threat or refusal is meant for those of whom its condition tells ("unless X stops shelling").
_CONDITIONS = {"if", "unless", "until", "till", "before"}


def _is_of_others(noun: Token, verb: Token) -> bool:
    """Whether somebody is only told of below people who are meant themselves ("militiamen armed by the army")."""
    above = [one for one in noun.ancestors if verb in one.ancestors]
    if noun.dep in ("amod", "compound", "nmod", "poss"):
        above = above[1:]
    return any(one.dep == "agent" or one.lemma.lower() in words("events", "groups") for one in above)


def _side(found: Found, noun: Token) -> str | None:
    """On which side within a country somebody stands: "rulers", "ruled", None where that is open."""
    above = noun.head if noun.dep in ("amod", "compound", "nmod") else noun
    if above.lemma.lower() in words("events", "ruled"):
        return "ruled"  # "the Veldoran people", "Veldoran demonstrators"
    mention = named(found, found.link(noun))
    if mention is None or above is not noun:
        return None
    if mention.rule == "organ of a state":
        return "rulers"
    if mention.type in ("armed group", "people", "organisation") or (mention.type == "alliance" and mention.country):
        return "ruled"
    heads = {role.title.lower().split()[-1] for role in mention.roles if not role.former}
    return "rulers" if mention.type == "government" or heads & words("titles", "national") else None


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
    if isinstance(own, Mention) and own.country:
        return own.country  # "Kurdish rebels in Turkey"
    return _of_demonym(found, link)


def _of_demonym(found: Found, link: Link) -> str | None:
    """The country that the words of a link begin with ("French Assembly president Pia Orr", "a Chadian leader")."""
    if link.span is None:
        return None
    start = link.span.start + (4 if link.span.text.lower().startswith("the ") else 0)
    inside = [one for one in found.within(Mention, start, link.span.end) if one.form == "demonym" and one.country]
    first = inside[0] if inside else None
    before = link.span.text[start - link.span.start : first.evidence[0].start - link.span.start] if first else ""
    if (
        first is None
        or not all(one.islower() and one not in _JOINING for one in before.split())
        or first.evidence[0].end >= link.span.end
    ):
        return None
    behind = link.span.text[first.evidence[0].end - link.span.start :]
    return first.country if not behind.startswith(("-", "–", "‑")) else None  # not those "French-speaking"


# After these a word tells of others than those who are named ("the envoy to the Chadian court").
_JOINING = frozenset({"of", "to", "in", "from", "for", "with", "by", "on", "at", "against", "near", "and", "or"})


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
