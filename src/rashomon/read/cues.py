"""The word lists of this room, as compiled patterns."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_MARKS = ' *•·-–—>"“”‘’(['


@cache
def lists(name: str) -> Mapping[str, Any]:
    """The groups of `lexicon/<name>.yaml`."""
    data = (files("rashomon") / "lexicon" / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.load(data, Loader=yaml.CSafeLoader)
    return loaded


@cache
def words(name: str, group: str) -> frozenset[str]:
    """The entries of a group, casefolded."""
    return frozenset(str(entry).casefold() for entry in lists(name)[group])


def alternatives(name: str, *groups: str) -> str:
    """The entries of the groups as one alternation, longest first."""
    entries = sorted((str(entry) for group in groups for entry in lists(name)[group]), key=len, reverse=True)
    return "|".join(re.escape(entry).replace(r"\ ", r"\s+").replace("'", "['’]") for entry in entries)


def leading(text: str, name: str, *groups: str) -> re.Match[str] | None:
    """The entry of the groups that `text` begins with, marks before it left out; the entry is group 1."""
    # Most paragraphs begin with no cue: a look at the first characters is cheaper than the pattern.
    if not text[:24].casefold().lstrip(_MARKS).startswith(_openings(name, *groups)):
        return None
    return _starts(name, *groups).match(text)


@cache
def _openings(name: str, *groups: str) -> tuple[str, ...]:
    entries = {entry.split()[0] for group in groups for entry in words(name, group)}
    return tuple({form.lstrip(_MARKS) for entry in entries for form in (entry, entry.replace("'", "’"))})


@cache
def _starts(name: str, *groups: str) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}?({alternatives(name, *groups)})(?!\w)", re.IGNORECASE)


@cache
def inside(name: str, *groups: str) -> re.Pattern[str]:
    """Finds an entry of the groups anywhere, as whole words."""
    return re.compile(rf"(?<!\w)(?:{alternatives(name, *groups)})(?!\w)", re.IGNORECASE)
