"""What was vendored is what the manifest says, with its licence."""

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "src/rashomon/web/static/vendor", ROOT / "tests/web/vendor"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parts[-3])
def test_the_manifest_holds_every_file(folder: Path) -> None:
    entries = json.loads((folder / "manifest.json").read_text("utf-8"))
    for one in entries:
        content = (folder / one["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == one["sha256"], one["file"]
        assert (folder / one["licence_file"]).read_text("utf-8").strip()
        assert one["version"]
    listed = {name for one in entries for name in (one["file"], one["licence_file"])} | {"manifest.json"}
    assert {path.name for path in folder.iterdir()} == listed
