"""The word lists hold words: YAML reads a bare on, off, yes, no and true as truth values."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import rashomon

FILES = sorted((Path(rashomon.__file__).parent / "lexicon").glob("*.yaml"))


def listed(value: Any) -> Iterator[Any]:
    """What stands in a list, and every key of a mapping, at any depth."""
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from listed(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from listed(inner) if isinstance(inner, dict | list) else [inner]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_word_is_read_as_a_truth_value(path: Path) -> None:
    assert [one for one in listed(yaml.safe_load(path.read_text("utf-8"))) if isinstance(one, bool)] == []
