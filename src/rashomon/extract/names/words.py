"""The word lists by which names are known, as sets, and one look-up of every known name."""

import gzip
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rashomon.language.gazetteer import folded, gazetteer
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import ActorType

WITHOUT_SIGN = "name without a sign"
"""The rule of a name of which its report tells nothing: whose it is, another report of the case may tell."""

LONGEST_NAME = 10
"""Words in the longest name that is looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name of a word list: what it stands for, its usual form, its country.

    `kind` is "name", "demonym", "capital" (a seat of government that is also a place),
    "seat" (a palace that stands for an organ) or "region".
    """

    kind: str
    type: ActorType
    name: str
    country: str | None = None
    code: str | None = None


@cache
def title_words() -> frozenset[str]:
    """Heads of titles: offices, ranks, courtesies."""
    return words("titles", "office") | words("titles", "rank") | words("titles", "courtesy")


@cache
def head_types() -> dict[str, ActorType]:
    """The kind of actor that a capitalised last word of a name tells, an outlet's words left out."""
    heads: dict[str, list[str]] = lexicon("organisations")["heads"]
    found: dict[str, ActorType] = {}
    for kind in ("place", "organisation", "alliance", "armed group", "government"):
        found |= dict.fromkeys(heads[kind], kind)
    return found


def head_words(name: str) -> set[str]:
    """The words by which alone a body may go: the last of its name, the one before "of" or "for" ("the League")."""
    pieces = name.replace(" for ", " of ").split(" of ")
    return {word for piece in (pieces[0], pieces[-1]) if (word := piece.split()[-1]) in head_types()}


@cache
def outlet_heads() -> frozenset[str]:
    """Capitalised last words of the names of newspapers, stations and agencies."""
    return frozenset(lexicon("organisations")["heads"]["outlet"])


@lru_cache(maxsize=1 << 14)
def organ_of(words_: str) -> str | None:
    """The usual name of the organ of a state that these words name ("ministry of defense": Defence Ministry)."""
    return _organs().get(words_.lower())


def is_civil_organ(words_: str) -> bool:
    """Whether words name an organ of a state that is not armed: before it stands no name of a fighting group."""
    organ = organ_of(words_)
    return organ is not None and organ not in words("organisations", "armed_organs")


@cache
def _organs() -> dict[str, str]:
    organs: dict[str, list[str]] = lexicon("organisations")["organs"]
    return {variant: organ for organ, variants in organs.items() for variant in [organ.lower(), *variants]}


@lru_cache(maxsize=1 << 16)
def known(name: str) -> Known | None:
    """What a name in any spelling is known to stand for; cities left out."""
    found = _listed().get(folded(name)) if len(name) > 3 or name.isupper() or "." in name else None
    if found:
        return found
    entry = gazetteer().entry(name) or gazetteer().demonym(name)
    if entry is None and name[:1].isupper() and name[1:].islower() and not is_plain(name):
        entry = gazetteer().misspelt(name)
    if entry is None or (len(name) < 4 and name.islower()):
        return None
    if entry.kind == "demonym":
        return Known(kind="demonym", type="state", name=entry.name, country=entry.country, code=entry.code)
    if entry.kind == "capital":
        return Known(kind="capital", type="place", name=entry.name, country=entry.country, code=entry.code)
    if entry.kind == "region":
        return Known(kind="region", type="place", name=entry.name, country=entry.country, code=entry.code)
    # A disputed territory is a place where it stands as one; its authorities act.
    type_: ActorType = "state" if entry.kind in ("state", "former") else "place"
    return Known(kind="name", type=type_, name=entry.name, country=entry.country, code=entry.code)


@cache
def first_words() -> frozenset[str]:
    """The folded first words of all names of more than one word."""
    return frozenset(
        key.replace("-", " ").replace("'", " ").replace("/", " ").split(" ")[0]
        for key in [*_listed(), *gazetteer().names()]
    )


@cache
def small_words() -> frozenset[str]:
    """The words in small letters inside the listed names of bodies ("U.N. refugee agency")."""
    bodies = lexicon("organisations")["known"].values()
    names = [one for group in bodies for name, others in group.items() for one in (name, *others)]
    told = (word.removesuffix("'s") for name in names for word in name.split()[1:])
    return frozenset(word for word in told if word.isalpha() and word.islower())


@cache
def _listed() -> dict[str, Known]:
    found: dict[str, Known] = {}
    for name in lexicon("naming")["regions"]:
        found[folded(name)] = Known(kind="region", type="place", name=name.removeprefix("the "))
    for group in ("outlets", "agencies"):
        for name in lexicon("outlets")[group]:
            if name not in ("The Times", "MENA", "MAP", "Bild", "Ria", "PAP", "SPA", "WAM", "Fars"):
                found[folded(name)] = Known(kind="name", type="outlet", name=name)
    homes = {name: code for code, names in lexicon("organisations")["homes"].items() for name in names}
    for type_, bodies in lexicon("organisations")["known"].items():
        for name, others in bodies.items():
            for one in [name, *others]:
                found[folded(one)] = Known(kind="name", type=type_, name=name, country=homes.get(name))
    for seats in lexicon("metonyms")["seats"].values():
        for country, names in seats.items():
            for name in names:
                found[folded(name)] = Known(kind="seat", type="government", name=name, country=country)
    return found


@cache
def presidencies() -> frozenset[str]:
    """The folded names of the palaces that stand for a presidency."""
    seats: dict[str, list[str]] = lexicon("metonyms")["seats"]["Presidency"]
    return frozenset(folded(name) for names in seats.values() for name in names)


def looks_adjective(text: str) -> bool:
    """Whether a word has the form of a state's adjective."""
    return text.lower().rstrip("s").endswith(("ian", "an", "ese", "ish", "i", "ic"))


@cache
def _plain_words() -> frozenset[str]:
    data = files("rashomon").joinpath("lexicon", "plain_words.txt.gz").read_bytes()
    return frozenset(gzip.decompress(data).decode().split())


def is_plain(word: str) -> bool:
    """Whether a word is plain English, singular or plural, and as good as never part of a person's name."""
    lower = word.lower()
    if lower in words("naming", "thing_words"):
        return True
    singular = lower[:-3] + "y" if lower.endswith("ies") else lower.removesuffix("s")
    hissing = lower.removesuffix("es") if lower.endswith(("sses", "ches", "shes", "xes")) else lower
    return not _plain_words().isdisjoint((lower, singular, hissing))
