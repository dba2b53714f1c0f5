"""Who leads, chairs and speaks for whom, by the noun of a title and the words around it."""

from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.extract.relations.bearers import bearer_of, belongs, by_whose, owned, owned_body, told_before
from rashomon.extract.relations.titles import OF_STATE, led, named, office_of, only_rebels, relation
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention, Relation


def by_words(analysis: Analysis, found: Found, noun: Token) -> Iterator[Relation]:
    """Read "the president of Peru, Alberto Lara", "Alberto Lara, leader of the Tigers", "the Guard's commander, X"."""
    before = [one for one in noun.children if belongs(one, noun)]
    bearer = bearer_of(found, noun)
    of_rebels = [one for one in before if one.lower in words("relations", "rebels")]
    if bearer is not None and of_rebels:
        rebels = only_rebels(found, len(found.mentions))
        type = office_of(noun.lower)
        if rebels is not None and type is not None:
            yield relation(analysis, found, named(found, bearer), rebels, type)
        return
    type = office_of(" ".join([*(one.lower for one in before), noun.lower]))
    indefinite = any(one.dep == "det" and one.lower in ("a", "an") for one in noun.children)
    if type is None or (indefinite and (type != "speaks for" or not noun.lower.startswith("spokes"))):
        return  # "a Peruvian commander" is one of many
    if bearer is None and noun.lower in words("relations", "envoys"):
        return
    if bearer is None:
        yield from _unnamed(analysis, found, noun, type)
        return
    body = next((one for one in before if one.dep == "compound" and one.lower in words("relations", "bodies")), None)
    owner = body or by_whose(found, noun) or owned(analysis, found, noun, bearer) or owned_body(found, noun, type)
    if owner is None and (told := told_before(analysis, found, noun)) is not None:
        mention = found.mention_of(told)
        head_of_state = (
            mention is not None and mention.type == "state" and noun.lower in words("relations", "of_bodies")
        )
        if not head_of_state and (type != "speaks for" or mention is None or mention.type != "person"):
            yield relation(analysis, found, named(found, bearer), found.link(told), led(found, found.link(told), type))
        return
    if owner is None or found.mention_of(bearer) is None:
        return
    mention = found.mention_of(owner)
    if mention is not None and type != "speaks for" and _is_no_body(mention, noun):
        return
    state = mention is not None and mention.type == "state"
    if not (state and noun.lower in words("relations", "of_bodies")):
        whose = _body(analysis, noun, body) if body is not None and mention is None else named(found, owner)
        yield relation(analysis, found, named(found, bearer), whose, led(found, whose, type))


def _is_no_body(mention: Mention, title: Token) -> bool:
    """Whether nobody can head what a title's phrase names: a person, or a faith as a prime minister's."""
    faith = mention.type == "people" and not mention.country
    return mention.type == "person" or (faith and title.lower in OF_STATE)


def _unnamed(analysis: Analysis, found: Found, noun: Token, type: str) -> Iterator[Relation]:
    """Read "the Peruvian president", "the President of Brazil", "a spokesman for its Joint Command"."""
    mention = found.mention_of(noun)
    owner = owned(analysis, found, noun, noun)
    if owner is None and type == "speaks for" and mention is not None and (body := _spoken_for(noun)) is not None:
        yield relation(
            analysis, found, found.link(noun), Link(span=analysis.span([body])), type, rule="relation: office"
        )
        return
    of = found.mention_of(owner) if owner is not None else None
    if mention is None or mention.type != "person" or owner is None or of is None:
        return
    head = type == "leads" and of.type == "state" and noun.lower not in words("relations", "of_bodies")
    definite = any(one.lower == "the" for one in noun.children) or owner.dep == "poss"
    if (head and definite) or (type == "speaks for" and of.type != "person"):
        yield relation(analysis, found, found.link(noun), named(found, owner), type, rule="relation: office")


def _spoken_for(noun: Token) -> Token | None:
    """The body before "spokesman" that no name says whose it is: "an *army* spokesman"."""
    bodies = words("relations", "bodies") - {"government"}
    return next((one for one in noun.all("compound") if one.i == noun.i - 1 and one.lower in bodies), None)


def _body(analysis: Analysis, noun: Token, body: Token) -> Link:
    """The body of "Peru's army chief" as words: "Peru's army"."""
    owner = [token for one in noun.all("poss") for token in one.subtree]
    return Link(span=analysis.span([*owner, *body.subtree]))
