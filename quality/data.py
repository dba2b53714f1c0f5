"""Where gold stands: our own in `quality/gold` and `samples`, the development gold in `../shared`."""

import os
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
