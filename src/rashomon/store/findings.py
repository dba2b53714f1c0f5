"""The rows of what was concluded: kept whole, given back only where they were concluded of the very same."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from rashomon.model.codec import decode
from rashomon.store.filing import to_json
from rashomon.store.tables import concluded, findings


def faithful(found: Sequence[Any]) -> list[str] | None:
    """Records as lines, None where these would give back others: other people's checks may make what they like."""
    try:
        lines = [to_json(one) for one in found]
        same = all(decode(json.loads(line)) == one for line, one in zip(lines, found, strict=True))
    except (ValueError, TypeError, AttributeError):
        return None
    return lines if same else None


def kept_findings(connection: Connection, kind: str, made_of: str) -> list[Any] | None:
    """The records that are kept of a kind, None where they were concluded of something else."""
    if connection.execute(select(concluded.c.made_of).where(concluded.c.kind == kind)).scalar() != made_of:
        return None
    lines = connection.execute(select(findings.c.record).where(findings.c.kind == kind).order_by(findings.c.place))
    try:
        return [decode(json.loads(line)) for line in lines.scalars()]
    except ValueError:  # rows of another version
        return None


def put_findings(connection: Connection, kind: str, lines: Sequence[str], made_of: str) -> None:
    """Keep these in place of what there was of the kind."""
    for table in (findings, concluded):
        connection.execute(delete(table).where(table.c.kind == kind))
    connection.execute(insert(concluded), {"kind": kind, "made_of": made_of})
    if lines:
        connection.execute(insert(findings), [{"kind": kind, "place": n, "record": one} for n, one in enumerate(lines)])
