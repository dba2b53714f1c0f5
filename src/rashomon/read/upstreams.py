"""Whom a report leans on: agencies, press services and other outlets that it credits."""

import re
from collections.abc import Iterator
from functools import cache

from rashomon.read.blocks import Layout
from rashomon.read.cues import alternatives, lists, words
from rashomon.read.dates import MONTH, WEEKDAY

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"{_CAPITAL}[\w'’&\-]*"
_NAME = rf"{_WORD}(?:\s+(?:(?:of|de|do|da|del|the)\s+)?{_WORD}){{0,4}}"
_TIME = re.compile(rf"\s*\b(?:{WEEKDAY}|{MONTH})$")
# "Ruritanian news agency" tells whose agency it is, not its name.
_PEOPLE = re.compile(r"\w+(?:[aeioy]an|ese|ish|-based)")
_OWNER = re.compile(r"['’]s?$")
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{3,6}")
_WINDOW = 90


@cache
def _cues() -> re.Pattern[str]:
    """Words beside which an outlet is credited: `back` after its name, `ahead` before it, `noun` on either side."""
    return re.compile(
        r"\b(?:(?P<back>reported|reports|quoted(?! by)|cited(?! by)|wrote|writes)"
        r"|(?P<ahead>told|(?:quoted|cited|reported|carried) by|citing|quoting|interview with|according to|comments to)"
        rf"|(?P<noun>{alternatives('outlets', 'media_naming')}))\b"
    )


@cache
def _nouns() -> str:
    return alternatives("outlets", "media_noun")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<tag>[,”\"]\s+)?\b(?:[Tt]he\s+)?(?P<name>{_NAME})(?:\s+(?:state|official))?(?:\s+(?:{_nouns()}))?(?:\s+has)?\s+$"
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:the\s+)?(?:[\w\-’']+\s+){{0,3}}?(?:(?:{_nouns()})\s+)?(?P<name>{_NAME})")


@cache
def _offices() -> re.Pattern[str]:
    office = alternatives("outlets", "press_office")
    return re.compile(
        rf"\b(?P<of>(?!The\b|A\b)(?:{_NAME}(?:['’]s?)?\s+)(?:presidency['’]s\s+|president['’]s\s+|government['’]s\s+)?)(?i:{office})\b"
        rf"|\b(?i:{office})\s+of\s+the\s+(?P<whose>[\w ]{{3,30}}?\s+of\s+{_NAME})"
    )


@cache
def _known() -> dict[str, str]:
    names = [*lists("outlets")["agencies"], *lists("outlets")["outlets"]]
    aliases = lists("outlets")["aliases"]
    return {_key(str(name)): str(aliases.get(name, name)) for name in names}


@cache
def _media_word() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives('outlets', 'media_word')})(?!\w)")


def upstreams_of(layout: Layout, outlet: str | None) -> tuple[str, ...]:
    """The sources behind the report that it names, each once, its own outlet left out.

    Known agencies and outlets, names with a word of the press in them, and press
    services by the phrase that names them.
    """
    own = _key(_known().get(_key(outlet), outlet)) if outlet else None
    found: dict[str, str] = {}
    for written in _names(layout):
        name = _known().get(_key(written), written)
        key = _key(name)
        if own and (key == own or key in own.split() or own in key):
            continue
        found.setdefault(key, name)
    return tuple(found.values())


def _names(layout: Layout) -> Iterator[str]:
    yield from credited_in_frame(layout)
    for block in layout.body:
        for match in _offices().finditer(block.plain) if "press" in block.plain or "office" in block.plain else ():
            if office := _office(match):
                yield office
        for cue in _cues().finditer(block.plain):
            yield from _credited(block.plain, cue)


def _credited(text: str, cue: re.Match[str]) -> Iterator[str]:
    """Yield the outlets credited beside one cue."""
    if cue["back"] or "agency" in (cue["noun"] or ""):
        match = _before().search(text[max(0, cue.start() - _WINDOW) : cue.start()])
        if match:
            yield from _accepted(match["name"], "noun" if cue["noun"] else "tag" if match["tag"] else "plain")
    if not cue["back"]:
        rest = text[cue.end() : cue.end() + _WINDOW]
        match = re.match(rf"\s+(?P<name>{_NAME})", rest) if cue["noun"] else _after().match(rest)
        if match:
            yield from _accepted(match["name"], "noun" if cue["noun"] else "plain")


def credited_in_frame(layout: Layout) -> Iterator[str]:
    """Yield the agencies of byline, dateline and sign-off: "(Agency)", "with Agency and Agency"."""
    for one in layout.furniture:
        if one.role == "dateline":
            if match := re.search(r"\(([^()]{2,40})\)|/([^/\n]{2,40})/", layout.text[one.start : one.end]):
                yield (match[1] or match[2]).strip()
        elif one.role in ("footer", "byline"):
            line = layout.text[one.start : one.end].strip("* ()")
            if match := re.search(r"\b(?:[Ww]ith|[Ff]rom)\s+((?:[^\W\d_a-z][\w/]*(?:\s+|$)|and\s+|,\s*){1,8})", line):
                yield from (name.strip() for name in re.split(r",|\band\b", match[1]) if _is_credit(name.strip()))


def _is_credit(name: str) -> bool:
    return 2 <= len(name) <= 40 and name.casefold() not in ("agencies", "staff", "wires")


def _office(match: re.Match[str]) -> str | None:
    if match["whose"]:
        return f"press service of the {match['whose']}"
    words_of_office = re.sub(r"^(?:The|A|An|In|But|And)\s+", "", re.sub(r"\s+", " ", match.group()))
    return words_of_office if words_of_office.split()[0].casefold() not in words("outlets", "not_a_name") else None


def _accepted(name: str, shape: str) -> Iterator[str]:
    """Yield the outlet that a name stands for: known, with a word of the press, or in a form only outlets take.

    `shape` is "noun" beside "news agency" and the like, "tag" for ", XYZ reported".
    """
    name = _TIME.sub("", re.sub(r"^(?:The|And|But|As|In|On|Then)\s+", "", name))
    key = _key(name)
    known = _known().get(key) or _known_at_end(key)
    if known:
        yield known
    elif len(name) < 3 or key in words("outlets", "not_outlet") | words("outlets", "not_a_name") or _OWNER.search(name):
        return
    elif (" " in name and _media_word().search(name)) or _only_outlets_stand_so(name, shape):
        yield name


def _only_outlets_stand_so(name: str, shape: str) -> bool:
    if shape == "noun":
        return _PEOPLE.fullmatch(name) is None
    return shape == "tag" and _ACRONYM.fullmatch(name) is not None


def _known_at_end(key: str) -> str | None:
    """The known outlet that ends a longer name: what stands before belongs to the sentence."""
    parts = key.split()
    for size in (2, 1):
        last = " ".join(parts[-size:])
        if len(parts) > size and last in _known():
            return _known()[last]
    return None


def _key(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
