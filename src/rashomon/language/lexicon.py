"""Word lists: YAML files in `rashomon/lexicon/`, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def lexicon(name: str) -> Any:
    """What `lexicon/<name>.yaml` holds, read once a process; treat it as read-only."""
    text = files("rashomon").joinpath("lexicon", f"{name}.yaml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


@cache
def words(name: str, group: str) -> frozenset[str]:
    """One group of a word list as a set."""
    return frozenset(str(word) for word in lexicon(name)[group])
