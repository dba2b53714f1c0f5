"""Names of states, territories, capitals, peoples and cities, and what they stand for.

The data are two files in `rashomon/lexicon/` made by `scripts/build_gazetteer.py`, and our
own additions in `demonyms.yaml`. Loading takes some 30 ms; the cities stay one sorted
block of bytes that is searched, not parsed.
"""

import gzip
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from rashomon.language.lexicon import lexicon

PlaceKind = Literal["state", "former", "territory", "region", "capital", "demonym"]

# The better of two readings of one name: a state before the capital that shares its name.
_RANK = {"state": 0, "former": 1, "demonym": 2, "territory": 3, "capital": 4, "region": 5}
_LETTERS = str.maketrans(
    {"ə": "a", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
    | dict.fromkeys("’‘`ʼʻ", "'")
)


# Endings that make the adjective of a state's name.
_ENDINGS = ("nian", "ean", "ian", "ese", "ish", "ite", "an", "ic", "er", "n", "i")


def adjectives(state: str) -> list[str]:
    """The adjectives that a state of this (folded) name could have: Ombar, Ombari; Veldania, Veldanian."""
    stem = state.rstrip("aeiouy")
    return [base + ending for base in {state, stem} if len(stem) >= 3 for ending in _ENDINGS]


# A shorter name with a letter more or less is too often another name, and a person's (Brittain, Jourdan).
_LONG_ENOUGH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a name stands for: its kind, the code (ISO 3166-1 alpha-3, or a territory's own), the usual name."""

    kind: PlaceKind
    code: str
    name: str

    @property
    def country(self) -> str | None:
        """The ISO 3166-1 alpha-3 code; None for a territory that has none of its own."""
        return self.code if len(self.code) == 3 else _within().get(self.code)


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """Lower case, no diacritics, plain apostrophes: what two spellings of one name share."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char)).translate(_LETTERS)


@cache
def _within() -> dict[str, str]:
    """The state in which a territory lies, by the territory's code."""
    return {code: state for state, codes in lexicon("demonyms")["within"].items() for code in codes}


class Gazetteer:
    """Looks up names; spelling is free in case, diacritics and apostrophes."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._capitals: dict[str, Entry] = {}
        self._demonyms: dict[str, Entry] = {}
        self._display: dict[str, str] = {}
        self._spelt: frozenset[str] | None = None
        self._less: dict[str, list[str]] | None = None
        self._add_file()
        self._add_lexicon()
        self._cities = b"\n" + gzip.decompress(files("rashomon").joinpath("lexicon", "cities.txt.gz").read_bytes())

    def _add_file(self) -> None:
        text = files("rashomon").joinpath("lexicon", "gazetteer.tsv").read_text("utf-8")
        called: dict[str, str] = lexicon("demonyms")["display"]
        for line in text.splitlines():
            name, kind, code, display = line.split("\t")
            display = called.get(code, display)
            self._add(name, Entry(kind=kind, code=code, name=display))  # type: ignore[arg-type]
            if kind in ("state", "former"):
                self._display[code] = display

    def _add_lexicon(self) -> None:
        own = lexicon("demonyms")
        for kind, group in (("state", "states"), ("demonym", "demonyms"), ("capital", "capitals")):
            for code, names in own[group].items():
                for name in names:
                    self._add(name, Entry(kind=kind, code=code, name=self.display(code)))  # type: ignore[arg-type]
        for code, (display, names) in own["territories"].items():
            for name in [display, *names]:
                self._entries[folded(name)] = Entry(kind="territory", code=code, name=display)
        for code, (display, names) in own["peoples"].items():
            for name in names:
                self._add(name, Entry(kind="demonym", code=code, name=display))
        for name, (usual, _) in own["shared"].items():
            self._entries[folded(name)] = Entry(kind="state", code=usual, name=self.display(usual))
        for name in own["not_places"]:
            for names in (self._entries, self._capitals, self._demonyms):
                names.pop(folded(name), None)

    def _add(self, name: str, entry: Entry) -> None:
        key = folded(name)
        if entry.kind == "capital":
            self._capitals.setdefault(key, entry)
        if entry.kind == "demonym":
            self._demonyms.setdefault(key, entry)
        known = self._entries.get(key)
        if known is None or _RANK[entry.kind] < _RANK[known.kind]:
            self._entries[key] = entry

    def display(self, code: str) -> str:
        """The usual name of a state or territory by its code; the code itself where it is unknown."""
        return self._display.get(code, code)

    def names(self) -> Iterable[str]:
        """All names but those of cities, folded."""
        return self._entries.keys()

    def entry(self, name: str) -> Entry | None:
        """What a name of a state, territory, region, capital or people stands for; None for any other."""
        return self._entries.get(folded(name))

    def capital(self, name: str) -> Entry | None:
        """The state whose capital has this name."""
        return self._capitals.get(folded(name))

    def demonym(self, name: str) -> Entry | None:
        """The state whose people or whose things are so called, singular or plural."""
        key = folded(name)
        return self._demonyms.get(key) or (self._demonyms.get(key[:-1]) if key.endswith("s") else None)

    def misspelt(self, name: str) -> Entry | None:
        """The state or people whose name is written with a letter too many or too few inside ("Afganistan").

        Only where one comes into question; the first letter and the last three are right, for "Romana" is no
        Romania. Both the word and the name are long, for shorter ones are the names of people ("Jourdan").
        """
        key = folded(name)
        if len(key) < _LONG_ENOUGH or not key.isalpha() or key in self._entries or self.city(name):
            return None
        shorter = (key[:i] + key[i + 1 :] for i in range(1, len(key) - 3))
        found = [*self._lacking().get(key, ()), *(one for one in shorter if one in self._states())]
        entries = {self._entries[one].code: self._entries[one] for one in found}
        return next(iter(entries.values())) if len(entries) == 1 else None

    def _states(self) -> frozenset[str]:
        if self._spelt is None:
            kinds = ("state", "former", "demonym")
            told = (key for key, one in self._entries.items() if one.kind in kinds and key.isalpha())
            self._spelt = frozenset(key for key in told if len(key) >= _LONG_ENOUGH)
        return self._spelt

    def _lacking(self) -> dict[str, list[str]]:
        """The names of states and peoples by what is left of them without one inner letter."""
        if self._less is None:
            self._less = {}
            for key in self._states():
                for i in range(1, len(key) - 3):
                    self._less.setdefault(key[:i] + key[i + 1 :], []).append(key)
        return self._less

    def city(self, name: str) -> tuple[tuple[str, ...], int] | None:
        """The countries that have a place of this name (biggest place first) and its people; None if none has."""
        return _city(self._cities, folded(name).encode())


@lru_cache(maxsize=1 << 16)
def _city(cities: bytes, name: bytes) -> tuple[tuple[str, ...], int] | None:
    low, high = 0, len(cities)
    while low < high:  # `low` and `high` enclose the line feed before the line looked for
        middle = cities.rfind(b"\n", low, (low + high) // 2 + 1)
        if middle < 0:
            middle = cities.find(b"\n", (low + high) // 2, high)
        if middle < 0:
            return None
        end = cities.find(b"\n", middle + 1)
        key, _, rest = cities[middle + 1 : end if end >= 0 else len(cities)].partition(b"\t")
        if key == name and rest:
            codes, people = rest.decode().split("\t")
            return tuple(codes.split(",")), int(people)
        if key < name and end >= 0:
            low = end
        else:
            high = middle
    return None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this process."""
    return Gazetteer()
