"""Names, their types, countries and antecedents; one actor one id across reports."""

import json
from collections.abc import Iterable

from quality.across import across
from quality.countries import NO_COUNTRY, countries_of
from quality.data import shared
from quality.marked import marked
from quality.mentions import mentions, mentions_of
from rashomon.model.annotation import Mention


def actors() -> dict[str, float]:
    """Measures on our own sentences, passages and small wars, on every dossier, and on the shared gold where it is."""
    return mentions() | across() | marked() | (_plover() or {}) | (_ngec() or {})


def country_of(span: str, text: str) -> str | None:
    """The country of the actor named by the words `span` in `text`, None where unknown."""
    start = text.find(span)
    if start < 0:
        return _one_country(mentions_of(span))
    found = [one for one in mentions_of(text) if start <= one.evidence[0].start < start + len(span)]
    return _one_country(found) or _one_country(mentions_of(span))


def _one_country(found: Iterable[Mention]) -> str | None:
    by_id = {one.id: one for one in found}
    countries = [one.country for one in sorted(by_id.values(), key=lambda one: one.evidence[0].start) if one.country]
    return countries[0] if countries else None


def _plover() -> dict[str, float] | None:
    path = shared("gold", "events-plover-gsr", "PLOVER_GSR_CAMEO.json")
    if path is None:
        return None
    measures = {}
    records = json.loads(path.read_text("utf-8", "replace"))[1:]
    for side in ("source", "target"):
        right, total = 0, 0
        for record in records:
            for actor in record.get(side) or []:
                for code in countries_of([actor]):
                    total += 1
                    right += country_of(actor["actorText"], record["text"]) == code
        measures[f"plover: country of {side}"] = 100 * right / total
    return measures


def _ngec() -> dict[str, float] | None:
    path = shared("gold", "actors-ngec", "cases.jsonl")
    if path is None:
        return None
    right, total = 0, 0
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        expected = [value for name, test, value in case["expect"] if name in ("country", "cc") and test == "Eq"]
        if not expected or not case["args"] or not isinstance(case["args"][0], str) or expected[0] in NO_COUNTRY:
            continue
        total += 1
        right += (_one_country(mentions_of(case["args"][0])) or "") == (expected[0] or "")
    return {"ngec: country": 100 * right / total} if total else None
