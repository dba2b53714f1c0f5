"""What noun phrases tell of offices: whether two titles are one office, whether a phrase is definite."""

from functools import cache

from rashomon.extract.names.entities import Entity, Owner
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words


@cache
def organ_nouns() -> frozenset[str]:
    """The last words of the names of organs of states."""
    organs = lexicon("organisations")["organs"]
    return frozenset(name.split()[-1].lower() for organ, variants in organs.items() for name in [organ, *variants])


def modifiers(token: Token) -> list[Token]:
    """The adjectives and nouns before a noun that narrow it, in text order."""
    found = []
    for one in token.children:
        if one.dep in ("amod", "compound", "nmod") and one.i < token.i:
            found += [*(inner for inner in one.children if inner.dep in ("amod", "compound") and inner.i < one.i), one]
    return sorted(found, key=lambda one: one.i)


def is_against(token: Token) -> bool:
    """Whether words before a noun tell what rulers somebody is against ("anti-government forces", "anti-Kresh men").

    What fights something else ("the anti-terrorism police") may well be theirs.
    """
    before = modifiers(token)
    anti = any(one.lower == "anti" for one in before)
    rulers = any(
        one.lower in ("government", "regime") or one.text[0].isupper() for one in before if one.lower != "anti"
    )
    return (anti and rulers) or any(one.lower == "antigovernment" for one in before)


def headed(token: Token) -> str | None:
    """What a "head" is the head of, where that makes an office: "state" of "head of state", "mission"."""
    of = token.child("prep") if token.lower == "head" else None
    held = of.child("pobj") if of is not None and of.lower == "of" else None
    return held.lower if held is not None and held.lower in ("state", "government", "mission", "delegation") else None


def is_head(token: Token) -> bool:
    """Whether a word is the "head" of "head of state" or "head of mission"."""
    return headed(token) is not None


def is_counterpart(token: Token) -> bool:
    """Whether a noun is for who holds the same office elsewhere: "counterpart", "opposite number"."""
    if token.lower == "number":
        return any(one.lower == "opposite" for one in token.all("amod"))
    return token.lower in ("counterpart", "colleague", "interlocutor")


def heads(entity: Entity, body: str) -> bool:
    """Whether a person is told to head a mission or a delegation."""
    for role in entity.roles:
        title = role.title.lower().replace(" of the ", " of ")
        of = title == "head" and role.of is not None and body in role.of.lower().split()
        if not role.former and (of or title in (f"head of {body}", f"chief of {body}")):
            return True
    return False


def before_name(token: Token) -> bool:
    """Whether a title stands right before the name that bears it."""
    return token.dep in ("compound", "nmod") or (
        token.head.pos == "PROPN"
        and token.head.i > token.i
        and token.dep != "nsubj"
        and token.head.i - token.i <= 3
        and token.dep != "conj"
    )


def is_definite(token: Token) -> bool:
    """Whether a phrase means somebody known: an article, a possessive, a capital."""
    return any(
        (one.dep == "det" and one.lower in ("the", "that", "this", "both", "each")) or one.dep == "poss"
        for one in token.children
    ) or (token.text[0].isupper() and not any(one.lower in ("a", "an") for one in token.children))


def is_pair(token: Token) -> bool:
    """Whether a plural means known persons: the two presidents, both leaders."""
    return any(
        one.lower in ("two", "both", "the", "three") for one in token.children if one.dep in ("nummod", "det", "predet")
    )


def office_head(title: str) -> str:
    """The head of a title, variants of a prime minister's told as one."""
    pieces = title.lower().split()
    if "prime" in pieces or "premier" in pieces:
        return "premier"
    return " ".join(pieces[-2:]) if pieces[-1] == "minister" else pieces[-1]


def fits_office(word: str, narrowing: set[str], entity: Entity, *, owned: bool = False) -> bool:
    """Whether a person is told to hold the office that a noun and the words before it name.

    `owned` says that the noun comes with a state: only then is "leader" an office.
    """
    if not owned and any(role.title == "counterpart" for role in entity.roles):
        return True  # of the same office as somebody else: the noun may mean either
    if word == "leader":
        leading = words("titles", "leaders") | {"counterpart"}
        return any(office_head(role.title) in leading for role in entity.roles)
    wanted = {"president" if word == "head" else word} | narrowing
    return any(holds(role.title.lower().split(), wanted) for role in entity.roles if not role.former)


def holds(held: list[str], wanted: set[str]) -> bool:
    """Whether a title's words hold every word asked for, in any of its variants."""
    held = [piece for word in held for piece in word.split("-")]  # "Commander-in-Chief"

    def has(word: str) -> bool:
        return word in held or any(word in same and same & set(held) for same in same_office())

    if held[:3] == ["head", "of", "state"]:
        return wanted == {"president"}
    if "premier" in wanted:
        return "premier" in held or ("prime" in held and "minister" in held)
    if wanted == {"president"} and {"vice", "deputy"} & set(held):
        return False
    return all(has(word) for word in wanted)


def same_state(owner: Owner, entity: Entity) -> bool:
    """Whether an entity is of the state (or in the office of the person) that a phrase names."""
    if owner.entity is not None and owner.entity.is_person:
        return any(role.of == owner.name for role in entity.roles)
    if owner.country and entity.country:
        return owner.country == entity.country
    of_body = owner.entity is not None and owner.entity.type in ("armed group", "alliance", "organisation")
    return entity.state == owner.name or (of_body and entity.state is None and entity.country is None)


@cache
def same_office() -> tuple[frozenset[str], ...]:
    """Words for one and the same office, a set each."""
    return tuple(frozenset(same) for same in lexicon("titles")["same_office"])


def gender_of(word: str) -> str | None:
    """Male or female where a word tells it."""
    if word in words("titles", "female"):
        return "female"
    return "male" if word in words("titles", "male") else None
