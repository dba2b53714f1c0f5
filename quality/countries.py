"""The countries that the codes of shared actor records stand for.

A code of no country (an alliance's IGO or IMG, an NGO, a company) asks for none: such
records are left out of what a measure of countries counts.
"""

from collections.abc import Iterable, Iterator
from typing import Any

NO_COUNTRY = frozenset(
    [
        "IGO",
        "NGO",
        "MNC",
        "UNK",
        "INT",
        "REB",
        "GOV",
        "---",
        "IMG",
        "NON",
        "CVL",
        "MIL",
        "COP",
        "BUS",
        "ISM",
        "UNO",
        "EUR",
        "LEG",
    ]
)

# Codes of the shared files that are not ISO 3166-1 alpha-3.
CODES = {
    "JAP": "JPN",
    "ROM": "ROU",
    "TMP": "TLS",
    "KSV": "XKX",
    "GAZ": "PSE",
    "GRM": "DEU",
    "YUG": "SRB",
    "COS": "CRI",
    "ITL": "ITA",
    "VTN": "VNM",
}


def countries_of(actors: Iterable[Any]) -> Iterator[str]:
    """The ISO codes of the countries of gold actors, those of no country left out."""
    for one in actors:
        code = str(one.get("code") or "")[:3] if isinstance(one, dict) else ""
        if len(code) == 3 and code not in NO_COUNTRY:
            yield CODES.get(code, code)
