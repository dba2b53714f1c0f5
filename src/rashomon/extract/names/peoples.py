"""Of what country a people is that lives among others: "Ostrian Tarvans", "the Tarvans of southern Ostria"."""

from rashomon.extract.names.words import known
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words

# Of these a place that is told behind a people tells where it lives; others may be there on a visit.
_LIVING = {"of", "from"}
_WITHIN = {"in", "across", "throughout", "inside", "within"}
_MODIFIERS = ("amod", "compound", "nmod")


def is_ethnic(people: Token) -> bool:
    """Whether the name of a people tells of descent alone ("ethnic Turks")."""
    return any(one.lower == "ethnic" for one in people.children)


def home_of(people: Token, *, lives_there: bool) -> str | None:
    """The country that the words around a people's name tell: "of Y".

    With `lives_there`, of descent or without a state, also an adjective, "in Y", and where they do what they do.
    """
    # Where the Tarvans have a state, the adjective of "Ostrian Tarvans" tells no country.
    for one in people.all(*_MODIFIERS) if lives_there else []:
        what = known(one.text)
        if what is not None and what.country and what.kind in ("demonym", "name"):
            return what.country
    above = [people, *([people.head] if lives_there and people.dep == "nsubj" else [])]
    for place in (noun for one in above for noun in _places(one, lives_there=lives_there)):
        if code := country_of_land(place):
            return code
    return None


def _places(token: Token, *, lives_there: bool) -> list[Token]:
    fits = _LIVING | _WITHIN if lives_there else _LIVING
    return [noun for one in token.all("prep") if one.lower in fits for noun in one.all("pobj")]


def country_of_land(noun: Token) -> str | None:
    """The country of a land by its name, a part of one ("southern Sule", "the north of Sule") as the whole."""
    what = known(" ".join(one.text for one in (*noun.all("compound"), noun))) or known(noun.text)
    if what is not None and what.kind in ("name", "capital", "region") and what.type in ("state", "place"):
        return what.country
    inner = [place for one in noun.all("prep") if one.lower in ("of", "in") for place in one.all("pobj")]
    return next((code for one in inner if (code := country_of_land(one))), None)


def country_of_part(name: str) -> str | None:
    """The country of a part of it with a capital of its own ("Western Zambia", "Upper Egypt")."""
    first, _, rest = name.partition(" ")
    what = known(rest) if rest and first.lower() in words("naming", "compass") else None
    return what.country if what is not None and what.kind == "name" and what.type == "state" else None
