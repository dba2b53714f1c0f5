"""Numbered units of armies by their names: "4th Mechanised Brigade", "Third Division", "XIV Corps"."""

import re

from rashomon.language.lexicon import lexicon, words

_NUMBER = re.compile(r"\d{1,3}(?:st|nd|rd|th)|[ivxlIVXL]{1,6}")


def is_ordinal(word: str) -> bool:
    """Whether a word is the number of a unit: "4th", "XIV", "Third"."""
    return _NUMBER.fullmatch(word) is not None or word.lower() in words("organisations", "ordinals")


def is_unit(name: str) -> bool:
    """Whether a name is that of a numbered unit of an army."""
    first, _, rest = name.partition(" ")
    return is_ordinal(first) and rest.rpartition(" ")[2].lower() in words("organisations", "units")


def unit_of(name: str) -> tuple[str, str] | None:
    """The number of a unit in digits and the last word of its name in small letters; None of what is no unit."""
    if not is_unit(name):
        return None
    number, last = name.split()[0].lower(), name.split()[-1].lower()
    ordinals: list[str] = lexicon("organisations")["ordinals"]
    if number in ordinals:
        number = str(ordinals.index(number) + 1)
    return number.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th"), last
