"""Numbers and months that begin the name of a body: "the 4th Mechanised Brigade", "the October Column"."""

import re
from functools import cache

from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.language.units import is_ordinal

_DAY = re.compile(r"\d{1,2}")


def begins(tokens: list[Token], first: int, last: int) -> int:
    """Where the name of a body that ends before the token `last` begins, its number or month included."""
    head = tokens[last - 1].lower
    if (joined := _with_and(tokens, first, last)) < first:
        return joined
    if head in words("organisations", "units") and first and _is_ordinal(tokens[first - 1]):
        return first - 1
    if head in words("organisations", "of_a_month") and first > 1:
        return _month_before(tokens, first)
    return first


def _with_and(tokens: list[Token], first: int, last: int) -> int:
    """Where a body begins of whose name "and" is a part ("the Peace and Security Council")."""
    if last - first < 2 or first < 2 or tokens[first - 1].lower != "and":
        return first
    aims = words("organisations", "aims")
    aim = tokens[first - 2]
    capital = aim.text[0].isupper() and not aim.text.isupper()
    return first - 2 if capital and aim.lower in aims and tokens[first].lower in aims else first


def _is_ordinal(token: Token) -> bool:
    return (token.text[0].isdigit() or token.text[0].isupper()) and is_ordinal(token.text)


def _month_before(tokens: list[Token], first: int) -> int:
    """Where "the October", "the 23 March", "the March 23" begins behind its article."""
    i = first
    while i and first - i < 2 and (tokens[i - 1].text in _months() or _DAY.fullmatch(tokens[i - 1].text)):
        i -= 1
    months = [one for one in tokens[i:first] if one.text in _months()]
    return i if len(months) == 1 and i and tokens[i - 1].lower == "the" else first


@cache
def _months() -> frozenset[str]:
    return frozenset(lexicon("times")["months"])
