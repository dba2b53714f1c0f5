"""The crate as the rocrate library reads it."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from rocrate.rocrate import ROCrate

from rashomon.analyse.tables import TABLES, records
from rashomon.analyse.view import View
from rashomon.errors import SetupError
from rashomon.export.rocrate import export_rocrate
from rashomon.model.codec import decode


@pytest.mark.parametrize("name", ["crate", "crate.zip"])
def test_the_library_reads_the_crate_and_all_its_files(view: View, tmp_path: Path, name: str) -> None:
    export_rocrate(view, tmp_path / name)
    crate = ROCrate(tmp_path / name)
    assert crate.name == "A Rashomon case of 2 reports" and crate.root_dataset["license"].id == "#rights"
    files = {one.id: one for one in crate.get_by_type("File")}
    assert {"records.jsonl", "judgements.jsonl", "claims.jsonld", "brief.md", "brief.html"} <= set(files)
    assert {f"tables/{table}.csv" for table in TABLES} <= set(files)
    for id in view.documents:
        assert files[f"reports/{id}.txt"]["publisher"] == view.documents[id].outlet


def test_what_is_packed_is_whole_and_reads_back(view: View, tmp_path: Path) -> None:
    export_rocrate(view, tmp_path / "case.zip")
    with zipfile.ZipFile(tmp_path / "case.zip") as packed:
        metadata = json.loads(packed.read("ro-crate-metadata.json"))
        sums = {one["@id"]: one["sha256"] for one in metadata["@graph"] if one["@type"] == "File"}
        assert set(packed.namelist()) == {*sums, "ro-crate-metadata.json"}
        assert all(hashlib.sha256(packed.read(path)).hexdigest() == sum for path, sum in sums.items())
        lines = packed.read("records.jsonl").decode("utf-8").splitlines()
        assert [decode(json.loads(line)) for line in lines] == list(records(view))
        for id, document in view.documents.items():
            assert packed.read(f"reports/{id}.txt").decode("utf-8") == document.text


def test_a_folder_of_other_files_is_left_alone_and_a_crate_replaced(view: View, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="--out"):
        export_rocrate(view, None)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    with pytest.raises(SetupError, match="holds files that are no RO-Crate"):
        export_rocrate(view, tmp_path / "mine")
    for _ in range(2):
        export_rocrate(view, tmp_path / "crate")
    assert len(ROCrate(tmp_path / "crate").get_by_type("File")) == 5 + len(TABLES) + 2


def test_a_hostile_name_is_no_path(hostile: View, tmp_path: Path) -> None:
    export_rocrate(hostile, tmp_path / "case.zip")
    with zipfile.ZipFile(tmp_path / "case.zip") as packed:
        assert not [name for name in packed.namelist() if ".." in name or name.startswith("/") or "<" in name]
