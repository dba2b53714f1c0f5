"""Records to JSON objects and back, by their type annotations alone.

The JSON is that of `rashomon export --format jsonl`: `kind` and `id` first, tuples
as lists, folded fields as null, one item or a list. `decode(encode(record))` equals
the record; an id that does not fit its record raises ValueError.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, ClassVar, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from rashomon.model import annotation, finding, text, world

Json: TypeAlias = dict[str, Any]
T = TypeVar("T")

RECORDS: dict[str, type] = {
    record.kind: record
    for record in (
        text.Document, annotation.Mention, annotation.Time, annotation.Statement, annotation.Event,
        annotation.Figure, annotation.Pledge, annotation.Position, annotation.Relation, annotation.Lever,
        world.Actor, world.Happening, world.Contact, world.Truce, world.Story,
        finding.Difference, finding.Corroboration, finding.Problem, finding.Judgement,
    )
}  # fmt: skip
"""Every record kind by its name."""


def encode(record: Any) -> Json:
    """The record as a JSON object."""
    head: Json = {"kind": record.kind, "id": record.id}
    return head | _encode(record)


def decode(data: Mapping[str, Any]) -> Any:
    """The record a JSON object stands for; ValueError where it is none."""
    record = RECORDS.get(str(data.get("kind")))
    if record is None:
        raise ValueError(f"no record kind {data.get('kind')!r}")
    made = _decode(record, data)
    if data.get("id", made.id) != made.id:
        raise ValueError(f"{data['id']} does not name what it holds ({made.id})")
    return made


def _encode(value: Any) -> Any:
    return _encoder(type(value))(value)


@cache
def _encoder(kind: type) -> Callable[[Any], Any]:
    if kind is annotation.Link:
        return _encode_link
    if kind in (str, int, float, bool, type(None)):
        return lambda value: value
    if issubclass(kind, tuple | list):
        return lambda value: [_encode(item) for item in value]
    if issubclass(kind, Mapping):
        return lambda value: {str(key): _encode(item) for key, item in value.items()}
    if not is_dataclass(kind):
        raise TypeError(f"a record holds {kind.__name__}, which has no JSON form")
    names = [(one.name, bool(one.metadata.get("fold"))) for one in fields(kind) if one.name != "id"]

    def to_object(value: Any) -> Json:
        return {name: _fold(_encode(getattr(value, name)), fold) for name, fold in names}

    return to_object


def _encode_link(link: annotation.Link) -> Json:
    if link.document is not None:
        return {"document": link.document}
    made = {"actor": link.actor, "span": _encode(link.span)}
    return made | ({"mention": link.mention} if link.mention else {})


def _fold(items: Any, fold: bool) -> Any:
    if not fold or len(items) > 1:
        return items
    return items[0] if items else None


def _decode(kind: type[T], data: Mapping[str, Any]) -> T:
    given = {name: read(data[name]) for name, read in _decoders(kind) if name in data}
    return kind(**given)


@cache
def _decoders(kind: type) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    hints = get_type_hints(kind)
    return tuple((one.name, _decoder(hints[one.name])) for one in fields(kind) if one.init and one.name != "id")


@cache
def _decoder(hint: Any) -> Callable[[Any], Any]:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _optional(hint)
    if origin is tuple:
        item = _decoder(get_args(hint)[0])
        return lambda value: tuple(item(one) for one in _unfold(value))
    if origin is Literal or hint in (str, int, bool, Any) or origin is ClassVar:
        return lambda value: value
    if hint is float:
        return lambda value: value
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return dict
    if is_dataclass(hint):
        return lambda value: _decode(hint, value)
    raise TypeError(f"no JSON form for {hint}")


def _optional(hint: Any) -> Callable[[Any], Any]:
    inner = [one for one in get_args(hint) if one is not type(None)]
    if len(inner) != 1:
        raise TypeError(f"no JSON form for {hint}")
    read = _decoder(inner[0])
    return lambda value: None if value is None else read(value)


def _unfold(value: Any) -> Any:
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)
