"""The "of …", "for …" and "to …" that belong to the name of a body: where such a name ends."""

from rashomon.extract.names.runs import longest_known
from rashomon.extract.names.words import head_types, organ_of
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words

# Bodies that are known by the place that they are of ("University of Dara").
_OF_A_PLACE = frozenset({"University", "College", "School", "Institute", "Academy"})
# Bodies that are sent to somebody, or are there to do something ("Mission to Sulea", "Committee to Free the Press").
_TO = frozenset({"Mission", "Delegation", "Committee", "Campaign", "Commission", "Embassy", "Coalition", "Council"})

# Bodies of several matters ("Ministry of Trade and Industry").
_OF_MATTERS = frozenset({"Ministry", "Department", "Committee", "Commission", "Organization", "Secretariat"})


def chamber(tokens: list[Token], last: int, limit: int) -> int | None:
    """Where the name of a chamber ends that begins with a word of a building ("House of Deputies")."""
    if last + 1 >= limit or tokens[last - 1].text not in ("House", "Chamber") or tokens[last].lower != "of":
        return None
    return last + 2 if organ_of(f"{tokens[last - 1].text} of {tokens[last + 1].text}") else None


def end_of_body(tokens: list[Token], first: int, last: int, limit: int) -> int:
    """Where a body's name ends with what belongs to it behind `last` ("League of Nations", "Ministry of Health")."""
    j = _behind(tokens, last, limit)
    if j is None or (tokens[last].lower == "to" and tokens[last - 1].text not in _TO):
        return last  # "sent the 4th Brigade to Dara"
    if tokens[last].lower == "of" and _is_titled(tokens, j, limit):
        return last  # "the Front of General Orlan"
    found = longest_known(tokens, j, limit)
    if found and (last - first == 1 or tokens[last].lower == "of") and found[1].country:
        named_so = last - first == 1 and tokens[last - 1].text in _OF_A_PLACE and tokens[last].lower == "of"
        return found[0] if named_so else last
    if j == last + 2 and tokens[last - 1].text in ("Ministry", "Government", "Parliament", "Presidency", "Staff"):
        return last if tokens[j].lower not in ("interior", "armed", "general") else _extended(tokens, last, j, limit)
    return _extended(tokens, last, j, limit)


def end_of_outlet(tokens: list[Token], first: int, last: int, limit: int) -> int:
    """Where an outlet's name ends with the place that belongs to it ("Times of Sulea")."""
    j = _behind(tokens, last, limit)
    if j != last + 1 or last - first > 1 or tokens[last].lower != "of":
        return last
    found = longest_known(tokens, j, limit)
    return found[0] if found else last


def _behind(tokens: list[Token], last: int, limit: int) -> int | None:
    """Where a capital follows behind "of" and the like and an article."""
    if last + 1 >= limit or tokens[last].lower not in ("of", "for", "to"):
        return None
    j = last + 2 if tokens[last + 1].lower in ("the", "all") and last + 2 < limit else last + 1
    return j if tokens[j].text[0].isupper() and tokens[j].lower not in words("naming", "no_name") else None


def _extended(tokens: list[Token], last: int, j: int, limit: int) -> int:
    aims = tokens[last].lower in ("for", "to")  # the Front for Unity and Justice in the North
    while j < limit and tokens[j].text[0].isupper() and tokens[j].lower not in words("naming", "no_name"):
        j += 1
        aims = aims or (j < limit and tokens[j].lower == "for" and tokens[j - 1].text in head_types())
        small = {"and", "-", "of", "in", "for"} if aims else {"and", "-"}
        k = j + 2 if j + 1 < limit and tokens[j + 1].lower == "the" else j + 1
        joined = j < limit and tokens[j].lower in small and (aims or tokens[last - 1].text in _OF_MATTERS)
        seat = joined and tokens[j].lower == "in" and _is_city(tokens, k)
        if joined and not seat and k < limit and tokens[k].text[0].isupper():
            j = k
    return j


def _is_titled(tokens: list[Token], i: int, limit: int) -> bool:
    """Whether somebody is named with rank or courtesy: whose a body is, and no part of its name."""
    titles = words("titles", "rank") | words("titles", "courtesy")
    named = i + 1 < limit and tokens[i + 1].text[0].isupper() and tokens[i + 1].text not in head_types()
    return named and tokens[i].lower in titles


def _is_city(tokens: list[Token], i: int) -> bool:
    """Whether a body only sits where "in" says ("the Centre for Policy in Lagos")."""
    found = longest_known(tokens, i, i + 2)
    return found is None or found[1].kind != "region"
