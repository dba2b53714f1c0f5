"""Passages with all their pledges, positions and relations: found, and with the right holder or ends.

A passage's gold names each record by words: "A|B" are two right readings, a "?" at the
end marks a record that may be missing. A passage with an issuer is a paper of that party.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from quality.data import own
from quality.reading import Tally, document, read
from rashomon.extract.found import Found
from rashomon.model.annotation import Link, Mention, Pledge, Position, Relation
from rashomon.model.text import Document, Span

SETS = ("passages", "passages_unseen")
"""The first was learnt from; of the second only the first run was unseen."""

_MUTUAL = frozenset({"hostile to", "ally", "defence pact", "borders", "trades with"})
_Told = tuple[str, ...]


def measures(kind: str) -> dict[str, float]:
    """Found and right of one kind ("pledges", "positions", "relations") on every set of passages."""
    made: dict[str, float] = {}
    for name in SETS:
        there, right = Tally(), Tally()
        for gold, pairs, extra in compared(name, kind):
            firm = [one for one in gold if one[-1] != "?"]
            hits = [one for one, _ in pairs if one[-1] != "?"]
            there.add(firm, [*hits, *extra])
            right.add(firm, [one if fits else ("wrong", *one) for one, fits in pairs if one[-1] != "?"] + extra)
        made |= there.measures(f"{name}: found") | right.measures(f"{name}: right")
    return made


def compared(name: str, kind: str) -> Iterator[tuple[list[_Told], list[tuple[_Told, bool]], list[_Told]]]:
    """For each passage: its gold, the gold found (and whether who it is of is right), and what the gold has not."""
    for item, found in _read(name):
        gold = [tuple(str(part) for part in one) for one in item.get(kind, [])]
        left = list(gold)
        pairs: list[tuple[_Told, bool]] = []
        extra: list[_Told] = []
        for record in found.all():
            if record.kind != kind[:-1]:
                continue
            options = sorted(
                (one for one in left if _is_told(record, one)), key=lambda one: not _is_of(found, record, one)
            )
            if options:
                left.remove(options[0])
                pairs.append((options[0], _is_of(found, record, options[0])))
            else:
                extra.append((record.rule, record.evidence[0].text))
        yield gold, pairs, extra


def _is_told(record: Any, gold: Sequence[str]) -> bool:
    """Whether a record tells what the gold tells, whoever it is of."""
    if isinstance(record, Relation):
        names = gold[0].split("|") + gold[2].split("|")
        ends = [span for link in (*record.subject, *record.object) if (span := link.span)]
        near = any(name in span.text for name in names for span in (*ends, *record.evidence))
        return record.type in gold[1].split("|") and near
    if isinstance(record, Pledge):
        return record.form in gold[0].split("|") and _within(
            (*record.condition, *record.exempts, *record.covers, *record.evidence), gold[2]
        )
    return (
        isinstance(record, Position)
        and record.stance in gold[1].split("|")
        and _within((*record.issue, *record.evidence), gold[2])
    )


def _is_of(found: Found, record: Any, gold: Sequence[str]) -> bool:
    """Whether the right one is bound, holds it, or stands at each end."""
    if isinstance(record, Relation):
        straight = _named(found, record.subject, gold[0]) and _named(found, record.object, gold[2])
        crossed = _named(found, record.subject, gold[2]) and _named(found, record.object, gold[0])
        return straight or (gold[1] in _MUTUAL and crossed)
    return _named(
        found, record.by if isinstance(record, Pledge) else record.holder, gold[1 if isinstance(record, Pledge) else 0]
    )


def _named(found: Found, links: Sequence[Link], names: str) -> bool:
    """Whether one of the links is called by one of the names, by its words or by the name it stands for."""
    called = [link.span.text for link in links if link.span]
    called += [str(found._analysis.document.outlet) for link in links if link.document]
    for link in links:
        mention = found.record(link.mention) if link.mention else None
        while isinstance(mention, Mention):
            called.append(mention.name or "")
            mention = found.record(mention.antecedent) if mention.antecedent else None
    return any(name in one or (len(one) > 3 and one in name) for name in names.split("|") for one in called)


def _within(spans: Sequence[Span], text: str) -> bool:
    return text in ("~", "None") or any(text in span.text for span in spans)


@cache
def _read(name: str) -> list[tuple[Any, Found]]:
    return [(item, read(_document(item))) for item in own(name)]


def _document(item: Any) -> Document:
    if "issuer" not in item:
        return document(item["text"])
    return Document(text=f"{item['text']}\n", source="gold", outlet=item["issuer"], language="en", genre="statement")
