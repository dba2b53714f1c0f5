"""Figures: how many of what, whose, as of when, by whose count."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from quality.data import own, shared
from quality.reading import Tally, document, read
from rashomon.extract.found import Found
from rashomon.extract.parties import key, root
from rashomon.model.annotation import Figure, Link
from rashomon.model.text import Document
from rashomon.read import read as opened

# Killed counts are told in documents of some 250 words; 400 of them take a minute.
_MUC_DOCUMENTS = 400


def figures() -> dict[str, float]:
    """Measures on our own sentences, on the 1995 dossier and on killed counts of MUC-4 where they are."""
    return _own() | _reports() | _dossier() | _muc()


def _own() -> dict[str, float]:
    bare, whole = Tally(), Tally()
    for item in own("figures"):
        found = read(document(item["text"], str(item["published"])))
        got = [_as_gold(found, one) for one in found.figures]
        bare.add([_bare(one) for one in item["figures"]], [_bare(one) for one in got])
        whole.add([tuple(one) for one in item["figures"]], got)
    return bare.measures("own: amount and counts") | whole.measures("own: with side, bound and category")


def _as_gold(found: Found, one: Figure) -> tuple[Any, ...]:
    side = one.side[0].span.text if one.side and one.side[0].span else None
    return (one.counts, one.low, one.high, one.bound, side, one.category)


def _bare(one: Any) -> tuple[Any, ...]:
    return tuple(one[:3])


# Short reports, with side, category, day and counter; passages, half of them (b) held out. What each line of gold holds
# is said in the gold files.


def _reports() -> dict[str, float]:
    sets = {f"reports, {name} set": items for name, items in own("figures_reports").items()}
    sets |= {f"passages {name}": items for name, items in own("figures_passages").items()}
    measures: dict[str, float] = {}
    for name, items in sets.items():
        bare = right = found_all = wanted = 0
        for item in items:
            given = document(item["text"], str(item["published"]))
            genre = item.get("genre", given.genre)
            found = read(replace(given, genre=genre, outlet=item.get("outlet")))
            left = list(found.figures)
            found_all, wanted = found_all + len(left), wanted + len(item["figures"])
            for line in item["figures"]:
                fits = [one for one in left if _amounts(line) == _amount(one)]
                if fits:
                    best = max(fits, key=lambda one: _like(found, one, line, str(item["published"])))
                    left.remove(best)
                    bare += 1
                    right += _like(found, best, line, str(item["published"])) == _PARTS
        both = max(1, found_all + wanted)
        measures[f"{name}: amount and counts, F1"] = 200 * bare / both
        measures[f"{name}: side, category, day and counter too, F1"] = 200 * right / both
    return measures


_PARTS = 4


def _amounts(line: str) -> tuple[str, str | None, float | None, float | None]:
    counts, amount = line.partition("|")[0].split()
    if amount in ("vague", "undisclosed"):
        return counts, amount, None, None
    low, _, high = amount.removesuffix("+").partition("-")
    first = float(low) if low else None
    return counts, None, first, None if amount.endswith("+") else float(high) if high else first


def _amount(one: Figure) -> tuple[str, str | None, float | None, float | None]:
    return one.counts, one.bound if one.bound in ("vague", "undisclosed") else None, one.low, one.high


def _like(found: Found, one: Figure, line: str, published: str) -> int:
    """How many of side, category, day and counter are right."""
    _, side, category, day, counter, *_ = line.split("|")
    days = [published if each == "P" else each for each in day.split("/")]
    return sum((
        _is_named(found, one.side, side), one.category in category.split("/"),
        (one.as_of.latest or "")[:10] in days,
        _is_named(found, [link for link in one.according_to[:1] if not link.document], counter),
    ))  # fmt: skip


def _is_named(found: Found, links: Sequence[Link], wanted: str) -> bool:
    """Whether a link shares a word or its party with one of the names wanted."""
    names = wanted.lower().split("/")
    if not links:
        return "-" in names
    parties = {
        key(found, Link(mention=one.id)) for one in found.mentions if one.evidence[0].text.lower() in names
    } - {None}  # fmt: skip
    told = {word for name in names for word in name.split()} - {"the", "of", "-"}
    return any(key(found, link) in parties or told & _words(found, link) for link in links)


def _words(found: Found, link: Link) -> set[str]:
    mention = root(found, link)
    named = f"{link.span.text if link.span else ''} {mention.name if mention is not None and mention.name else ''}"
    return set(re.findall(r"[\w.-]+", named.lower().replace("'s", "")))


# The 1995 dossier, without resolution: amounts and what they count, where the words overlap.


def _dossier() -> dict[str, float]:
    folder = shared("gold", "dossier-cenepa-1995")
    if folder is None:
        return {}
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    right, found_all, wanted = 0, 0, 0
    for path in sorted(folder.glob("report-*.txt")):
        report = f"R{path.stem.split('-')[1]}"
        items = [one for one in gold["figures"] if one["document"] == report]
        given = next(one for one in opened(str(path)) if isinstance(one, Document))
        found = read(given)  # as its reader leaves it: a headline is no running text
        firm, hits, optional = _paired(items, list(found.figures))
        wanted, right, found_all = wanted + firm, right + hits, found_all + len(found.figures) - optional
    return {
        "1995 dossier: amount and counts, precision": 100 * right / max(1, found_all),
        "1995 dossier: amount and counts, recall": 100 * right / wanted,
    }


def _paired(items: list[dict[str, Any]], figures: list[Figure]) -> tuple[int, int, int]:
    """Firm gold, firm gold found rightly, and optional gold found."""
    left = list(figures)
    hits, optional = 0, 0
    for item in sorted(items, key=lambda one: bool(one.get("optional"))):
        one = next((one for one in left if _fits(item, one)), None)
        if one is not None:
            left.remove(one)
            optional += bool(item.get("optional"))
            hits += not item.get("optional")
    return sum(not one.get("optional") for one in items), hits, optional


def _fits(item: dict[str, Any], one: Figure) -> bool:
    span = one.evidence[0]
    overlaps = any(part["start"] < span.end and span.start < part["end"] for part in item["evidence"])
    same = (item["low"], item["high"]) == (one.low, one.high) or (item["low"] is not None and item["low"] == one.low)
    return overlaps and same and item["counts"] == one.counts


# MUC-4: the numbers of killed that an analyst wrote down for a document.


def _muc() -> dict[str, float]:
    hits, wanted = 0, 0
    for text, counts in _muc_documents():
        found = {
            one.low for one in read(Document(text=text, source="muc", language="en")).figures if one.counts == "killed"
        }
        wanted += len(counts)
        hits += len(counts & found)
    return {"MUC-4: killed counts, recall": 100 * hits / wanted} if wanted else {}


def _muc_documents() -> Iterator[tuple[str, set[float]]]:
    folder = shared("gold", "incidents-muc4")
    lines = (folder / "dev.jsonl").read_text("utf-8").splitlines()[:_MUC_DOCUMENTS] if folder else []
    for line in lines:
        record = json.loads(line)
        counts = {one for template in record["templates"] for one in _killed(template)}
        if counts:
            yield _cased(record["text"]), counts


def _killed(template: dict[str, list[str]]) -> Iterator[float]:
    """The numbers of those in a template whose effect is death ('6: "JESUITS"' with 'DEATH: "JESUITS"')."""
    effects = template.get("HUM TGT: EFFECT OF INCIDENT", [])
    dead = [effect.partition(":")[2].strip() for effect in effects if effect.startswith("DEATH")]
    for number in template.get("HUM TGT: NUMBER", []):
        count, _, who = number.partition(":")
        hit = re.match(r"(\d+)", count)
        if hit and int(hit.group(1)) > 1 and any(who.strip() in one for one in dead):
            yield float(hit.group(1))


def _cased(text: str) -> str:
    """Upper-case wire text in sentence case; names stay small, which numbers do not mind."""
    flowing = re.sub(r"\n(?!\n)\s*", " ", text).lower()
    return re.sub(r"(^|[.!?]\s+|\n\s*)([a-z])", lambda hit: hit.group(1) + hit.group(2).upper(), flowing)
