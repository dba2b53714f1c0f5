"""Whose own paper a report is: the state at its head, else the body that its sender or title names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.model.annotation import Mention
from rashomon.model.text import Document
from rashomon.resolve.spelling import plain

_LETTERHEAD = "letterhead"
# Words of a sender's or a body's name that tell nobody.
_EMPTY = frozenset(
    {"the", "of", "and", "for", "press", "desk", "office", "service", "department", "general", "national"}
)
_ISSUING = ("state", "organ", "body")


def issuers(documents: Mapping[str, Document], mentions: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """The key of whose paper each report is, by document id; what journalists write is left out."""
    found: dict[str, str] = {}
    named: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        key = keys.get(one.id, "")
        if one.rule == _LETTERHEAD and key.startswith(("state:", "body:")):
            found.setdefault(one.document, key)
        elif key.partition(":")[0] in _ISSUING and one.name:
            named[one.document].append(one)
    for id, document in documents.items():
        sender = _sender(document, named[id], keys) if document.genre == "statement" and id not in found else None
        if sender is not None:
            found[id] = sender
    return found


def home(key: str) -> str | None:
    """The state whose paper a report of this issuer is; None for a body's that is of none."""
    kind, _, rest = key.partition(":")
    return None if kind == "body" else rest.rpartition(":")[2]


def _sender(document: Document, named: Sequence[Mention], keys: Mapping[str, str]) -> str | None:
    """The one whose names share most words with the sender's, else with the title."""
    wanted = _words(document.outlet or document.title or "")
    best: dict[str, tuple[int, int]] = {}
    for one in named:
        words = _words(one.name or "")
        best[keys[one.id]] = max(best.get(keys[one.id], (0, 0)), (len(words & wanted), -len(words - wanted)))
    ranked = sorted(best, key=lambda key: (best[key], key), reverse=True)
    if not ranked or not best[ranked[0]][0] or (len(ranked) > 1 and best[ranked[0]] == best[ranked[1]]):
        return None
    return ranked[0]


def _words(name: str) -> set[str]:
    return {word.strip(",;:") for word in plain(name).split()} - _EMPTY
