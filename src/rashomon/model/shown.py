"""How text and records are shown: without characters that deceive a reader, and as HTML in a notebook."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from html import escape
from typing import Any, TypeVar

R = TypeVar("R")

# Characters that reverse or hide text, drive a terminal, or that XML forbids; never let through to a reader.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
# A notebook shows so many characters of a text, and so many records of a list; a report can be a book.
_LONGEST = 300
_MOST = 50


def visible(text: str) -> str:
    """Text without characters that hide or turn round other text."""
    return _HIDDEN.sub("�", text)


def cell_html(value: Any) -> str:
    """A value as HTML for a notebook, everything in it escaped; a list as a list, a record as a table."""
    if value is None or isinstance(value, str | int | float):
        return _text_html(value)
    if isinstance(value, Mapping):
        return _pairs_html(value.items())
    if isinstance(value, Iterable):
        items = [f"<li>{cell_html(item)}</li>" for item in value]
        return f"<ul style='margin:0;padding-left:1em'>{''.join(items)}</ul>"
    if isinstance(value, Shown):
        return value.cell_html()
    return _fields_html(value) if is_dataclass(value) else _text_html(str(value))


def _text_html(value: str | float | None) -> str:
    text = "" if value is None else str(value)
    return escape(visible(text if len(text) <= _LONGEST else text[:_LONGEST] + " …"))


def _fields_html(record: Any) -> str:
    return _pairs_html((one.name, getattr(record, one.name)) for one in fields(record))


def _pairs_html(pairs: Iterable[tuple[str, Any]]) -> str:
    """A table of names and values; what is unknown or empty is left out."""
    rows = (
        f"<tr><th style='text-align:left;vertical-align:top'>{_text_html(str(name))}</th>"
        f"<td style='text-align:left'>{cell_html(value)}</td></tr>"
        for name, value in pairs
        if value is not None and value != "" and value != ()
    )
    return f"<table>{''.join(rows)}</table>"


class Shown:
    """What a notebook shows as a table of its fields (`_repr_html_`), all text escaped."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """The record as HTML; its kind and id stand above it."""
        kind = getattr(self, "kind", type(self).__name__.lower())
        return f"<b>{_text_html(kind)}</b> {_fields_html(self)}"

    def cell_html(self) -> str:
        """The record inside another one's table."""
        return _fields_html(self)


class ShownShort(Shown):
    """A value that has one line of its own (`str`), which is all that a table has room for."""

    __slots__ = ()

    def cell_html(self) -> str:
        """Its line, escaped."""
        return _text_html(str(self))


class Records(list[R]):
    """A list of records, which a notebook shows as a table of one row each."""

    def _repr_html_(self) -> str:
        """The first fifty records as HTML, all text escaped; how many more there are is told."""
        rows = "".join(f"<tr><td style='text-align:left'>{cell_html(one)}</td></tr>" for one in self[:_MOST])
        more = f"<p>… and {len(self) - _MOST} more</p>" if len(self) > _MOST else ""
        return f"<p>{len(self)} in all</p><table>{rows}</table>{more}"
