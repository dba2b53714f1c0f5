"""The world's rows: only those that differ from what stands there are written."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, insert, select

from rashomon.model.world import World
from rashomon.store import tables
from rashomon.store.filing import meant, to_json

# What is put between two that stand already finds room here, so that these stay as they are.
_GAP = 1 << 10
# PostgreSQL's integers end there.
_FURTHEST = 1 << 31


def put_world(connection: Connection, world: World) -> None:
    """Make the rows those of a world; a record that stays as it was is not written again."""
    ordered: defaultdict[str, list[str]] = defaultdict(list)  # by kind: a new actor moves no happening
    rows = []
    for one in meant(world):
        ordered[one.kind].append(one.id)
        rows.append({"id": one.id, "kind": one.kind, "record": to_json(one)})
    standing = _standing(connection)
    places = {id: place for kind, ids in ordered.items() for id, place in placed(ids, standing[kind]).items()}
    _make_so(connection, tables.meant, tables.meant.c.id, [{**row, "place": places[row["id"]]} for row in rows])
    linked = [{"mention": mention, "actor": actor} for mention, actor in world.links.items()]
    _make_so(connection, tables.links, tables.links.c.mention, linked)


def _standing(connection: Connection) -> defaultdict[str, dict[str, int]]:
    """The places of the records that stand there, by kind and id."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    c = tables.meant.c
    for kind, id, place in connection.execute(select(c.kind, c.id, c.place)):
        found[kind][id] = place
    return found


def placed(ids: Sequence[str], standing: Mapping[str, int]) -> dict[str, int]:
    """A place for each id, in their order; of those that have one, as many as can be keep it."""
    kept = _rising([(id, standing[id]) for id in ids if id in standing])
    found: dict[str, int] = {}
    waiting: list[str] = []
    last: int | None = None
    for id in ids:
        if id not in kept:
            waiting.append(id)
            continue
        first = kept[id] - _GAP * (len(waiting) + 1) if last is None else last
        step = (kept[id] - first) // (len(waiting) + 1)
        if waiting and not step:
            return _anew(ids)
        found |= {one: first + step * n for n, one in enumerate(waiting, 1)} | {id: kept[id]}
        waiting, last = [], kept[id]
    found |= {one: (last or 0) + _GAP * n for n, one in enumerate(waiting, 1)}
    return found if all(abs(one) < _FURTHEST for one in found.values()) else _anew(ids)


def _anew(ids: Sequence[str]) -> dict[str, int]:
    return {id: _GAP * n for n, id in enumerate(ids)}


def _rising(places: Sequence[tuple[str, int]]) -> dict[str, int]:
    """The longest row of these whose places rise."""
    ends: list[int] = []  # the least place at which a row of each length ends …
    at: list[int] = []  # … and whose that is
    before: list[int] = []
    for n, (_, place) in enumerate(places):
        length = bisect_left(ends, place)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        at[length : length + 1] = [n]
    found = {}
    n = at[-1] if at else -1
    while n >= 0:
        found[places[n][0]] = places[n][1]
        n = before[n]
    return found


def _make_so(connection: Connection, table: Table, key: Column[Any], rows: Sequence[Mapping[str, Any]]) -> None:
    """Leave the rows that are there, and take away, write anew and add the others."""
    columns = [one.name for one in table.columns]
    wanted = {row[key.name]: tuple(row[name] for name in columns) for row in rows}
    there = {row[columns.index(key.name)]: tuple(row) for row in connection.execute(select(table))}
    gone = [id for id, row in there.items() if wanted.get(id) != row]
    new = [dict(zip(columns, row, strict=True)) for id, row in wanted.items() if there.get(id) != row]
    if len(gone) == len(there):
        connection.execute(delete(table))
    elif gone:
        connection.execute(delete(table).where(key == bindparam("gone")), [{"gone": id} for id in gone])
    if new:
        connection.execute(insert(table), new)
