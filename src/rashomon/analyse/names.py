"""Whom words name: actors by their names, by their people ("Torvians", "the Danish"), and names that nobody bears."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from rashomon.analyse.view import View
from rashomon.language.gazetteer import gazetteer
from rashomon.language.lexicon import words

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
"""A word of a question or a condition."""

# The longest name of an actor that is looked for in a text, in words.
_LONGEST = 7
# What is added to a country's name, cut to its stem, for its people ("Torv-ians", "Ombar-i", "Kald-ese").
_ENDINGS = re.compile(r"(?:i?an|n|i|ese|ish|ite|er|ic|ar|ene)s?")
# Endings of the names of countries that their people's name leaves off.
_COUNTRY = re.compile(r"(?:ia|land|[aeyo])$")
# Endings by which a word that nobody knows is that of a people ("Bordurian troops").
_ADJECTIVE = re.compile(r"(?:ian|ese|ish|ean)$")
# Letters that a stem must have to tell a people by.
_STEM = 3


class Names:
    """The names of one case's actors."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._by_name = _by_name(view)

    def named(self, text: str) -> frozenset[str]:
        """The ids of the actors named in a text, the longest name first, without their states."""
        return frozenset(id for ids, _ in self._read(text) for id in ids)

    def strangers(self, question: str, parties: Iterable[str] = ()) -> frozenset[str]:
        """The names in a question that nobody in these reports bears.

        Any word may stand first with a capital: it is a name only where it is one of a country,
        or is all that is said of one of the `parties` found in the question.
        """
        left = [word for ids, word in self._read(question) if not ids and word[:1].isupper() and len(word) > 1]
        first = WORD.findall(question)[0] if WORD.search(question) else ""
        told = {one for one in parties if key([one]).removesuffix("s") not in words("events", "groups")}
        owned = _ADJECTIVE.search(first) and any(one.startswith(f"{first} ") for one in told)
        return frozenset(one for one in left if one != first or one in told or owned or _is_people(one))

    def _read(self, text: str) -> list[tuple[frozenset[str], str]]:
        """The words of a text, names of several together, each with the ids of the actors it names."""
        tokens = WORD.findall(text.replace("’", "'"))
        found: list[tuple[frozenset[str], str]] = []
        place = 0
        while place < len(tokens):
            length, ids = self._at(tokens, place)
            found.append((ids, " ".join(tokens[place : place + length])))
            place += length
        return found

    def _at(self, tokens: list[str], place: int) -> tuple[int, frozenset[str]]:
        for length in range(min(_LONGEST, len(tokens) - place), 0, -1):
            if ids := self._by_name.get(key(tokens[place : place + length])):
                return length, ids
        return 1, self._people(tokens[place])

    def _people(self, word: str) -> frozenset[str]:
        """The state whose people a word is; none where several could be meant."""
        if not word[:1].isupper():
            return frozenset()
        for one in (word, word.removesuffix("s")):
            if ids := self._by_name.get(key([one])):
                return ids
        entry = gazetteer().demonym(word)
        if entry is not None and entry.country:
            return frozenset(self._states.get(entry.country, ()))
        low = word.casefold()
        fits = {id for stem, id in self._stems if low.startswith(stem) and _ENDINGS.fullmatch(low[len(stem) :])}
        return frozenset(fits) if len(fits) == 1 else frozenset()

    @cached_property
    def _states(self) -> Mapping[str, tuple[str, ...]]:
        return {one.country: (one.id,) for one in self._view.world.actors if one.type == "state" and one.country}

    @cached_property
    def _stems(self) -> tuple[tuple[str, str], ...]:
        """The stems of the names of states and territories, with their ids."""
        lands = [one for one in self._view.world.actors if one.type == "state" and " " not in one.name]
        stems = ((_COUNTRY.sub("", one.name.casefold()), one.id) for one in lands)
        return tuple((stem, id) for stem, id in stems if len(stem) >= _STEM)


def _is_people(word: str) -> bool:
    """Whether a word is the name of a country there is, or of its people."""
    return gazetteer().demonym(word) is not None or gazetteer().entry(word) is not None


def key(tokens: Iterable[str]) -> str:
    """A name as it is looked up: small letters, without the ending of the possessive."""
    return " ".join(token.casefold().removesuffix("'s") for token in tokens)


def _by_name(view: View) -> Mapping[str, frozenset[str]]:
    """Actors by each of their names; a place that bears an actor's name goes with it."""
    found: dict[str, set[str]] = {}
    for actor in view.world.actors:
        for name in {actor.name, *actor.names}:
            if called := key(WORD.findall(name)):
                found.setdefault(called, set()).add(actor.id)
    return {name: frozenset(ids) for name, ids in found.items()}
