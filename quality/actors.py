"""Names, their types, countries and antecedents; one actor one id across reports."""

import importlib.util
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from quality.countries import NO_COUNTRY, countries_of
from quality.data import ROOT, own, shared
from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Mention
from rashomon.model.text import Document
from rashomon.read import read
from rashomon.resolve.actors import actors as resolve_actors

# Types told apart by the measure: bodies of all sorts count as one, peoples with their states.
_GROUPS = {
    "person": "person", "state": "state", "people": "state", "government": "body", "armed group": "body",
    "alliance": "body", "organisation": "body", "outlet": "outlet", "place": "place",
}  # fmt: skip


def actors() -> dict[str, float]:
    """Measures on our own sentences, on the samples, and on the shared gold where it is."""
    found = _own() | _samples() | _kavenda()
    found |= _plover() or {}
    found |= _ngec() or {}
    found |= _dossier() or {}
    return found


def mentions_of(text: str) -> list[Mention]:
    """The mentions of a text."""
    analysis = engine().analyse(Document(text=text, source="gold", language="en"))
    return list(names(analysis, Found(analysis)))


# Our own sentences.


def _own() -> dict[str, float]:
    found = [(item, mentions_of(item["text"])) for item in own("actors")]
    measures: dict[str, float] = {}
    for name, blind in (("own", False), ("blind", True)):  # blind: unseen until they were first measured
        pairs = [one for one in found if bool(one[0].get("blind")) is blind]
        counted = _detection(pairs) | _attributes(pairs) | _links(pairs)
        measures |= {f"{name}: {what}": value for what, value in counted.items()}
    return measures


Pairs = list[tuple[dict[str, Any], list[Mention]]]


def _gold(item: Mapping[str, Any]) -> Iterator[tuple[int, int, list[Any]]]:
    """Start, end and fields of each gold mention of an item."""
    for gold in item["mentions"]:
        words, _, nth = gold[0].partition("#")
        hits = [hit.start() for hit in re.finditer(rf"\b{re.escape(words)}", item["text"])]
        start = hits[int(nth or 1) - 1]
        yield start, start + len(words), gold


def _same(mention: Mention, start: int, end: int) -> bool:
    """Whether a mention's words are those from `start` to `end`, an article aside."""
    span = mention.evidence[0]
    return span.end == end and (span.start == start or abs(span.start - start) == 4)


def _detection(pairs: Pairs) -> dict[str, float]:
    """Precision over all named mentions within the gold's sentences, recall over the gold."""
    hits, gold_count, wrong = 0, 0, 0
    for item, found in pairs:
        named = [
            one
            for one in found
            if one.form in ("name", "demonym") and _GROUPS.get(one.type or "") in ("person", "state", "body")
        ]
        for start, end, gold in _gold(item):
            if gold[1] not in ("name", "demonym") or _GROUPS[gold[3]] not in ("person", "state", "body"):
                continue
            gold_count += 1
            hits += any(_same(one, start, end) and _GROUPS[one.type or ""] == _GROUPS[gold[3]] for one in named)
        for one in named:
            right = [gold for start, end, gold in _gold(item) if _same(one, start, end)]
            wrong += bool(right) and _GROUPS[one.type or ""] != _GROUPS[right[0][3]]
            wrong += not right
    return {
        "named, right type: recall": 100 * hits / gold_count,
        "named, right type: precision": 100 * hits / (hits + wrong),
    }


def _attributes(pairs: Pairs) -> dict[str, float]:
    counts: dict[str, list[bool]] = {"form": [], "reading": [], "country": []}
    for item, found in pairs:
        for start, end, gold in _gold(item):
            for one in found:
                if _same(one, start, end) and gold[1] in ("name", "demonym"):
                    counts["form"].append(one.form == gold[1])
                    counts["reading"].append(one.reading == gold[2])
                    counts["country"].append(one.country == gold[4])
                    break
    return {name: 100 * sum(right) / len(right) for name, right in counts.items()}


def _links(pairs: Pairs) -> dict[str, float]:
    """Pronouns and descriptions: how many of those linked are right, how many that can be are linked."""
    linked, right, linkable = 0, 0, 0
    for item, found in pairs:
        by_id = {one.id: one for one in found}
        for start, end, gold in _gold(item):
            if gold[1] not in ("pronoun", "description", "title"):
                continue
            linkable += gold[5] is not None
            for one in found:
                if _same(one, start, end) and one.form not in ("name", "demonym") and one.antecedents:
                    linked += 1
                    wanted = gold[5] if isinstance(gold[5], list) else [gold[5]]
                    right += sorted(_root(by_id[id], by_id) for id in one.antecedents) == sorted(filter(None, wanted))
                    break
    return {"links right": 100 * right / max(1, linked), "links made": 100 * min(linked, linkable) / linkable}


def _root(mention: Mention, by_id: Mapping[str, Mention]) -> str:
    """The name to which a chain of antecedents leads."""
    while mention.antecedent and mention.antecedent in by_id:
        mention = by_id[mention.antecedent]
    return mention.name or mention.evidence[0].text


# The shared gold.


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


def _dossier() -> dict[str, float] | None:
    folder = shared("gold", "dossier-cenepa-1995")
    if folder is None:
        return None
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    documents = {
        f"R{path.stem.split('-')[1]}": one
        for path in sorted(folder.glob("report-*.txt"))
        for one in read(str(path))
        if isinstance(one, Document)
    }
    return {f"1995 dossier: {name}": value for name, value in _case(gold, documents).items()}


def _samples() -> dict[str, float]:
    spec = importlib.util.spec_from_file_location("check_gold", ROOT / "samples" / "check_gold.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    documents = {}
    for path in sorted((ROOT / "samples").glob("0*")):
        for one in read(str(path)):
            if isinstance(one, Document):
                documents[f"R{int(path.name[:2])}"] = one
    gold = module.load(texts={key: document.text for key, document in documents.items()})
    return {f"samples: {name}": value for name, value in _case(gold, documents).items()}


def _kavenda() -> dict[str, float]:
    """Actors across the reports of a dossier: every place where a name that one actor alone has stands.

    A name with a title in the gold is met by a mention that ends where it ends. Where a
    capital is read as the place it is, it stands for no actor and is left out.
    """
    folder = ROOT / "quality" / "dossier" / "kavenda-2027"
    gold = yaml.load((folder / "gold.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    sources = {one["id"]: str(folder / one["source"]) for one in gold["documents"]}
    documents = {id: one for id, path in sources.items() for one in read(path) if isinstance(one, Document)}
    said = {id: list(_mentions(document)) for id, document in documents.items()}
    _, links = resolve_actors(documents.values(), [one for found in said.values() for one in found])
    owners: dict[str, set[str]] = {}
    for actor in gold["actors"]:
        for name in (actor["name"], *actor.get("names", [])):
            owners.setdefault(name, set()).add(actor["id"])
    places = {actor["id"] for actor in gold["actors"] if actor["type"] == "place"}
    wanted: dict[str, str] = {}
    got: dict[str, str] = {}
    for id, document in documents.items():
        for start, end, name in _occurrences(document.text, owners):
            hits = [one for one in said[id] if _same(one, start, end)] or [
                one for one in said[id] if one.evidence[0].end == end and start < one.evidence[0].start
            ]
            if owners[name] <= places or (hits and hits[0].reading == "place"):
                continue
            item = f"{id}:{start}"
            wanted[item] = next(iter(owners[name]))
            got[item] = links.get(hits[0].id, item) if hits else item
    precision, recall = _b_cubed(wanted, got)
    return {
        "kavenda: names and descriptions: B-cubed precision": 100 * precision,
        "kavenda: names and descriptions: B-cubed F1": 200 * precision * recall / (precision + recall),
    }


def _occurrences(text: str, owners: Mapping[str, set[str]]) -> Iterator[tuple[int, int, str]]:
    """Where the names of one actor alone stand, the longest first so that none is counted inside another."""
    taken: set[int] = set()
    for name in sorted(owners, key=lambda one: (-len(one), one)):
        for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            place = set(range(hit.start(), hit.end()))
            if not place & taken and len(owners[name]) == 1:
                yield hit.start(), hit.end(), name
            taken |= place


def _case(gold: Mapping[str, Any], documents: Mapping[str, Document]) -> dict[str, float]:
    """Hard mentions of a case: found, form, reading; actors across reports by B-cubed."""
    said = {key: list(_mentions(document)) for key, document in documents.items()}
    _, links = resolve_actors(documents.values(), [one for found in said.values() for one in found])
    forms, readings = [], []
    wanted: dict[str, str] = {}
    got: dict[str, str] = {}
    for item in gold["mentions"]:
        span = item["evidence"][0]
        hit = next((one for one in said[item["document"]] if _same(one, span["start"], span["end"])), None)
        if hit is not None:
            forms.append(hit.form == item["form"])
            readings.append(hit.reading == item["reading"])
        if item["actor"] is not None:
            wanted[item["id"]] = item["actor"]
            got[item["id"]] = links.get(hit.id, item["id"]) if hit is not None else item["id"]
    precision, recall = _b_cubed(wanted, got)
    return {
        "hard mentions found": 100 * len(forms) / len(gold["mentions"]),
        "hard mentions: form": 100 * sum(forms) / len(forms),
        "hard mentions: reading": 100 * sum(readings) / len(readings),
        "hard mentions: B-cubed precision": 100 * precision,
        "hard mentions: B-cubed F1": 200 * precision * recall / (precision + recall),
    }


def _b_cubed(wanted: Mapping[str, str], got: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall over the items of `wanted`, each with its actor."""
    precision = recall = 0.0
    for item in wanted:
        mine = {one for one in got if got[one] == got[item]}
        theirs = {one for one in wanted if wanted[one] == wanted[item]}
        precision += len(mine & theirs) / len(mine)
        recall += len(mine & theirs) / len(theirs)
    return precision / len(wanted), recall / len(wanted)


def _mentions(document: Document) -> Iterator[Mention]:
    analysis = engine().analyse(document)
    yield from names(analysis, Found(analysis))
