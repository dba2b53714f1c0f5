"""Records to JSON objects and back, by their type annotations alone.

The JSON is that of `rashomon export --format jsonl`: `kind` and `id` first, tuples
as lists, folded fields as null, one item or a list. `decode(encode(record))` equals
the record; whatever stands for no record (a wrong type, a field that is missing, an id
that does not fit) raises ValueError, however hostile. Unknown fields are passed over.

Each class is looked at once, and a function is made for it.
"""

import math
import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from rashomon.model import annotation, finding, text, world

Json: TypeAlias = dict[str, Any]
Convert: TypeAlias = Callable[[Any], Any]

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
    kind: type = type(record)
    return {"kind": record.kind, "id": record.id, **_object_writer(kind)(record)}


def decode(data: Mapping[str, Any]) -> Any:
    """The record a JSON object stands for; ValueError where it is none."""
    if not isinstance(data, Mapping):
        raise ValueError(f"a record is an object, not {_brief(data)}")
    kind = data.get("kind")
    record = RECORDS.get(kind) if isinstance(kind, str) else None
    if record is None:
        raise ValueError(f"no record kind {_brief(kind)}")
    made = _object_reader(record)(data)
    if data.get("id", made.id) != made.id:
        raise ValueError(f"{_brief(data['id'])} does not name what it holds ({made.id})")
    return made


def write_value(value: Any) -> Json:
    """A value that is no record of its own (it has no kind and no id) as a JSON object."""
    kind: type = type(value)
    return _object_writer(kind)(value)  # type: ignore[no-any-return]


def read_value(kind: type, data: Any) -> Any:
    """The value of this kind that a JSON object stands for; ValueError where it is none."""
    return _object_reader(kind)(data)


@cache
def _fields(kind: Any) -> list[tuple[str, Any, bool]]:
    """Name, type and whether it is folded, of each field that is written."""
    hints = get_type_hints(kind)
    return [(one.name, hints[one.name], bool(one.metadata.get("fold"))) for one in fields(kind) if one.name != "id"]


# Writing -----------------------------------------------------------------------


@cache
def _object_writer(kind: Hashable) -> Convert:
    """Compiled: a function that is one dict display is thrice as fast as a loop over the fields."""
    if kind is annotation.Link:
        return _write_link
    scope: dict[str, Any] = {}
    items = []
    for name, hint, fold in _fields(kind):
        change = _writer(hint, fold)
        items.append(f"{name!r}: {f'write_{name}(value.{name})' if change else f'value.{name}'}")
        scope[f"write_{name}"] = change
    write: Convert = eval(f"lambda value: {{{', '.join(items)}}}", scope)  # names of our own fields only
    return write


@cache
def _writer(hint: Any, fold: bool = False) -> Convert | None:
    """What turns a value of this type into JSON; None where it is JSON already."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        inner = _writer(_inner(hint))
        return inner and (lambda value: None if value is None else inner(value))
    if origin is tuple:
        item = _writer(get_args(hint)[0])
        if fold:
            return _fold(item)
        return list if item is None else (lambda values: [item(one) for one in values])
    if origin is Literal or hint in (str, int, bool, float):
        return None
    if is_dataclass(hint) and isinstance(hint, type):
        return _object_writer(hint)
    if origin is Mapping:
        return _write_loose
    raise TypeError(f"no JSON form for {hint}")


def _fold(item: Convert | None) -> Convert:
    def write(values: tuple[Any, ...]) -> Any:
        if not values:
            return None
        made = [item(one) for one in values] if item else list(values)
        return made if len(made) > 1 else made[0]

    return write


def _write_link(link: annotation.Link) -> Json:
    if link.document is not None and link.actor is None and link.span is None and link.mention is None:
        return {"document": link.document}
    made = {"actor": link.actor, "span": link.span and _object_writer(text.Span)(link.span)}
    if link.mention is not None:
        made["mention"] = link.mention
    if link.document is not None:
        made["document"] = link.document
    return made


def _write_loose(value: Any) -> Any:
    """Metadata of a source, whose shape is not ours."""
    if isinstance(value, Mapping):
        return {str(key): _write_loose(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_write_loose(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"a record holds {type(value).__name__}, which has no JSON form")


# Reading -----------------------------------------------------------------------


@cache
def _object_reader(kind: Hashable) -> Convert:
    """Compiled for objects that have all fields without a default, as ours do; errors take the careful way."""
    readers = [(name, _reader(hint, fold)) for name, hint, fold in _fields(kind)]
    defaults = {one.name: one.default for one in fields(kind) if one.default is not MISSING}  # type: ignore[arg-type]
    scope = {f"read_{name}": convert for name, convert in readers} | {"kind": kind}
    scope |= {f"default_{name}": value for name, value in defaults.items()}
    items = ", ".join(f"{name}={_reading(name, name in defaults)}" for name, _ in readers)
    read_whole: Convert = eval(f"lambda data: kind({items})", scope)  # names of our own fields only

    def read(data: Any) -> Any:
        if isinstance(data, dict):
            try:
                return read_whole(data)
            except (KeyError, ValueError):
                pass
        return _read_carefully(kind, readers, data)

    return read


def _reading(name: str, may_lack: bool) -> str:
    """The expression that reads a field of `data`."""
    read = f"read_{name}(data[{name!r}])"
    return f"{read} if {name!r} in data else default_{name}" if may_lack else read


def _read_carefully(kind: Any, readers: list[tuple[str, Convert]], data: Any) -> Any:
    """Take the fields that are there; say which one is wrong."""
    if not isinstance(data, Mapping):
        raise ValueError(f"expected an object, not {_brief(data)}")
    given = {}
    for name, convert in readers:
        if name in data:
            try:
                given[name] = convert(data[name])
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from error
    missing = [one.name for one in fields(kind) if one.init and one.name not in given and _is_required(one)]
    if missing:
        raise ValueError(f"{', '.join(missing)} missing")
    return kind(**given)


def _is_required(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


@cache
def _reader(hint: Any, fold: bool = False) -> Convert:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        inner = _reader(_inner(hint))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _tuple_reader(_reader(get_args(hint)[0]), fold)
    if origin is Literal:
        return _word_reader(frozenset(get_args(hint)))
    if hint is float:
        return _read_number
    if hint in (str, int, bool):
        return _plain_reader(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _object_reader(hint)
    if origin is Mapping:
        return _read_loose
    raise TypeError(f"no JSON form for {hint}")


def _tuple_reader(item: Convert, fold: bool) -> Convert:
    def read(value: Any) -> tuple[Any, ...]:
        if isinstance(value, list | tuple):
            return tuple([item(one) for one in value])
        if not fold:
            raise ValueError(f"expected a list, not {_brief(value)}")
        return () if value is None else (item(value),)

    return read


def _word_reader(words: frozenset[Any]) -> Convert:
    def read(value: Any) -> Any:
        if not isinstance(value, str) or value not in words:
            raise ValueError(f"expected one of {', '.join(sorted(words))}, not {_brief(value)}")
        return value

    return read


def _plain_reader(kind: type) -> Convert:
    def read(value: Any) -> Any:
        # Not isinstance: true is no number.
        if type(value) is not kind:
            raise ValueError(f"expected {kind.__name__}, not {_brief(value)}")
        return value

    return read


def _read_number(value: Any) -> Any:
    if type(value) is int or (type(value) is float and math.isfinite(value)):
        return value
    raise ValueError(f"expected a number, not {_brief(value)}")


def _read_loose(value: Any) -> Json:
    if not isinstance(value, Mapping):
        raise ValueError(f"expected an object, not {_brief(value)}")
    return dict(value)


def _inner(hint: Any) -> Any:
    """What stands beside None in an optional type."""
    inner = [one for one in get_args(hint) if one is not type(None)]
    if len(inner) != 1:
        raise TypeError(f"no JSON form for {hint}")
    return inner[0]


def _brief(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:60] + "…"
