"""Relations and levers: ally, member, arms, leads, hostile to …; and who can press whom."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quality.data import shared
from quality.passages import measures as of_passages
from quality.pledges import written
from quality.reading import Tally, document, read
from rashomon.extract.found import Found
from rashomon.model.annotation import Lever, Link, Mention, Relation
from rashomon.model.text import Document

# Our types for the relations of the re3d reports; who fights and who is allied is mutual there.
_RE3D: Mapping[str, tuple[str, ...]] = {
    "FightingAgainst": ("hostile to",), "AlliesOf": ("ally", "supports", "defence pact"),
    "BelongsTo": ("part of", "member of"), "InChargeOf": ("leads", "chairs"),
}  # fmt: skip
_MUTUAL = frozenset({"FightingAgainst", "AlliesOf"})


def relations() -> dict[str, float]:
    """Measures on our own sentences and on the relations of the re3d reports where they are."""
    measures = {name: value for label, items in written("relations") for name, value in _own(label, items).items()}
    return measures | of_passages("relations") | _re3d()


def _own(label: str, items: list[Any]) -> dict[str, float]:
    tally, pressing = Tally(), Tally()
    for item in items:
        found = read(document(item["text"]))
        told = [one for one in found.all() if isinstance(one, Relation)]
        levers = [one for one in found.all() if isinstance(one, Lever)]
        tally.add([tuple(one) for one in item.get("relations", [])], [_as_gold(found, one, item) for one in told])
        pressing.add([tuple(one) for one in item.get("levers", [])], [_pressing(found, one, item) for one in levers])
    return tally.measures(f"{label}: ends, type and status") | pressing.measures(f"{label}: levers")


def _as_gold(found: Found, one: Relation, item: Mapping[str, Any]) -> tuple[str, ...]:
    names = [name for gold in item.get("relations", []) for name in (gold[0], gold[2])]
    return (_name(found, one.subject, names), one.type, _name(found, one.object, names), one.status)


def _pressing(found: Found, one: Lever, item: Mapping[str, Any]) -> tuple[str, ...]:
    names = [name for gold in item.get("levers", []) for name in gold]
    return (_name(found, one.holder, names), _name(found, one.over, names))


def _name(found: Found, links: tuple[Link, ...], names: list[str]) -> str:
    """Which of the gold's names the first link is, by its mention's name or its words."""
    if not links:
        return ""
    mention = found.record(links[0].mention) if links[0].mention else None
    own_name = mention.name if isinstance(mention, Mention) and mention.name else ""
    text = links[0].span.text if links[0].span else ""
    return next((name for name in names if name in own_name or name in text), own_name or text)


def _re3d() -> dict[str, float]:
    recalled, right, found, wanted = 0, 0, 0, 0
    for text, gold in _re3d_documents():
        got = set(_pairs(read(Document(text=text, source="re3d", language="en"))))
        right += sum(any(_same(one, each) for each in gold) for one in got)
        recalled += sum(any(_same(one, each) for one in got) for each in gold)
        wanted, found = wanted + len(gold), found + len(got)
    if not wanted:
        return {}
    return {
        "re3d: ends and type, precision": 100 * right / max(1, found),
        "re3d: ends and type, recall": 100 * recalled / wanted,
    }


_Told = tuple[str, str, str]


def _pairs(found: Found) -> Iterator[_Told]:
    for one in found.all():
        if not isinstance(one, Relation):
            continue
        kind = next((kind for kind, types in _RE3D.items() if one.type in types), None)
        for first in one.subject if kind else ():
            for second in one.object:
                if first.span and second.span:
                    yield first.span.text.lower(), str(kind), second.span.text.lower()


def _same(told: _Told, gold: _Told) -> bool:
    straight = _meet(told[0], gold[0]) and _meet(told[2], gold[2])
    crossed = gold[1] in _MUTUAL and _meet(told[0], gold[2]) and _meet(told[2], gold[0])
    return told[1] == gold[1] and (straight or crossed)


def _meet(one: str, other: str) -> bool:
    return one in other or other in one


def _re3d_documents() -> Iterator[tuple[str, set[_Told]]]:
    root = shared("gold", "relations-re3d")
    for folder in sorted(root.iterdir()) if root else []:
        if not folder.is_dir():
            continue
        told = _lines(folder / "relations.json")
        for record in _lines(folder / "documents.json"):
            gold = {
                (one["source"].lower(), one["type"], one["target"].lower())
                for one in told
                if one["documentId"] == record["_id"] and one["type"] in _RE3D
            }
            yield record["text"], {one for one in gold if _first_of_two(one, gold)}


def _first_of_two(one: _Told, gold: set[_Told]) -> bool:
    """Whether a mutual relation is not the same told the other way round."""
    return one[1] not in _MUTUAL or one[0] < one[2] or (one[2], one[1], one[0]) not in gold


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
