"""Other people's functions, found by entry point: `rashomon.readers`, `.extractors`, `.checks`, `.exporters`."""

from collections.abc import Callable
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from rashomon.errors import SetupError


@cache
def plugins(point: str) -> dict[str, Callable[..., Any]]:
    """The functions other packages offer at `point` ("readers" …), by name, in order of their names.

    Raises:
        SetupError: one of them cannot be imported; the message names it and says why.
    """
    found = {}
    for entry in sorted(entry_points(group=f"rashomon.{point}"), key=lambda one: one.name):
        try:
            found[entry.name] = entry.load()
        except Exception as error:
            raise SetupError(f"the plug-in {entry.name} ({entry.value}) does not load: {error}") from error
    return found
