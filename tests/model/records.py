"""Hypothesis strategies: any record, made from the types of its fields."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from rashomon.model.annotation import Annotation, Figure, Time
from rashomon.model.codec import RECORDS
from rashomon.model.text import Span
from rashomon.model.values import Bound, Granularity, Quantity, When

HERE = "doc-0123456789abcdef"

words = st.text(max_size=8)
numbers = st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False)
loose = st.recursive(
    st.none() | st.booleans() | numbers | words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
    max_leaves=4,
)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Words of one document."""
    text = draw(st.text(min_size=1, max_size=8))
    start = draw(st.integers(0, 10**6))
    return Span(document=HERE, start=start, end=start + len(text), text=text)


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Intervals to the day or the minute, half open or unknown."""
    first, last = sorted(draw(st.tuples(st.datetimes(), st.datetimes())))
    earliest, latest = (draw(st.sampled_from([None, _day(one), _minute(one)])) for one in (first, last))
    if earliest and latest and "T" in earliest and "T" not in latest and earliest[:10] > latest:
        earliest = None
    granularity = draw(st.none() | st.sampled_from(get_args(Granularity)))
    return When(earliest=earliest, latest=latest, granularity=granularity, basis=draw(words))


@st.composite
def moments(draw: st.DrawFn) -> When:
    """Short intervals of a few days, so that two of them often meet."""
    start = datetime(1987, 3, 1) + timedelta(hours=draw(st.integers(0, 96)))
    stop = start + timedelta(hours=draw(st.integers(0, 48)))
    ways = [None, _day, _minute]
    earliest, latest = draw(st.sampled_from(ways)), draw(st.sampled_from(ways))
    return When(earliest=earliest and earliest(start), latest=latest and latest(stop))


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Numbers with a low, a high, both or neither."""
    low, high = sorted(draw(st.tuples(numbers, numbers)))
    keep = draw(st.tuples(st.booleans(), st.booleans()))
    return Quantity(
        low=low if keep[0] else None, high=high if keep[1] else None, bound=draw(st.sampled_from(get_args(Bound)))
    )


@st.composite
def instances(draw: st.DrawFn, kind: type) -> Any:
    """Any instance of a record class, or of a class that stands in one."""
    given = {name: draw(values(hint)) for name, hint in _fields(kind)}
    if issubclass(kind, Annotation):
        given |= {"document": HERE, "score": draw(st.floats(0, 1))}
        given["evidence"] = tuple(draw(st.lists(spans(), min_size=1, max_size=3)))
    if kind is Figure:
        quantity = draw(quantities())
        given |= {"low": quantity.low, "high": quantity.high, "bound": quantity.bound}
    if kind is Time:
        when = draw(whens())
        given |= {"earliest": when.earliest, "latest": when.latest}
    for name in ("events", "members", "documents"):
        if name in given and kind.__name__ in ("Happening", "Truce", "Story"):
            given[name] = given[name] or ("event-1",)
    return kind(**given)


@cache
def _fields(kind: Any) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(one.name, hints[one.name]) for one in fields(kind) if one.init and one.name != "id"]


@cache
def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type."""
    known: dict[Any, st.SearchStrategy[Any]] = {
        str: words, int: st.integers(), float: numbers, bool: st.booleans(), Span: spans(), When: whens()
    }  # fmt: skip
    origin = get_origin(hint)
    if hint in known:
        return known[hint]
    if origin is Literal:
        return st.sampled_from(get_args(hint))
    if origin in (Union, types.UnionType):
        return st.one_of(*(values(one) for one in get_args(hint)))
    if hint is type(None):
        return st.none()
    if origin is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    if origin is Mapping:
        return st.dictionaries(words, loose, max_size=2)
    assert is_dataclass(hint) and isinstance(hint, type), hint
    return instances(hint)


records = st.sampled_from(list(RECORDS.values())).flatmap(instances)
