"""Where gold stands: our own in `quality/gold` and `samples`, the development gold in `../shared`."""

import importlib.util
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]


def own(name: str) -> Any:
    """What `quality/gold/<name>.yaml` holds: sentences written for this project, with gold."""
    return yaml.load((ROOT / "quality" / "gold" / f"{name}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)


def shared(*parts: str) -> Path | None:
    """A path in the shared folder (RASHOMON_SHARED, else ../shared), None where it is absent."""
    folder = Path(os.environ.get("RASHOMON_SHARED", ROOT.parent / "shared")).joinpath(*parts)
    return folder if folder.exists() else None


def checked_gold(folder: Path, texts: Mapping[str, str]) -> dict[str, Any]:
    """The gold of a dossier of our own, lists by kind; its checker turns words into offsets into `texts` by report."""
    spec = importlib.util.spec_from_file_location("check_gold", ROOT / "samples" / "check_gold.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    setattr(module, "HERE", folder)  # noqa: B010 (the script is no module of ours to mypy)
    gold: dict[str, Any] = module.load(texts=texts)
    return gold
