"""The world's rows: only those that differ from what stands there are written."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, insert, select

from rashomon.model.world import World
from rashomon.store import tables
from rashomon.store.filing import meant, to_json


def put_world(connection: Connection, world: World) -> None:
    """Make the rows those of a world; a record that stays as it was is not written again."""
    places: defaultdict[str, Iterator[int]] = defaultdict(count)  # of each kind: a new actor moves no happening
    rows = [
        {"id": one.id, "kind": one.kind, "place": next(places[one.kind]), "record": to_json(one)}
        for one in meant(world)
    ]
    _make_so(connection, tables.meant, tables.meant.c.id, rows)
    linked = [{"mention": mention, "actor": actor} for mention, actor in world.links.items()]
    _make_so(connection, tables.links, tables.links.c.mention, linked)


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
