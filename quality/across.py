"""One actor one id across the reports of a dossier: B-cubed over hard mentions, and over every name and description."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

from quality.clusters import Cluster, b_cubed
from quality.data import ROOT, checked_gold, shared
from quality.samples import DOSSIERS, HELD_OUT, LEARNT_FROM
from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Mention
from rashomon.model.text import Document
from rashomon.read import read
from rashomon.resolve.actors import actors as resolve_actors

Gold: TypeAlias = Mapping[str, Any]

# Where the words behind the head of a name begin.
_BEHIND = re.compile(r"\s+(?:of|in|to|for|at|from|with|behind)\s|\s\(")
# Words between somebody told and a name that tells only whose or where he is.
_INNER = re.compile(r"\b(?:of|in|to|for|at|from|with|behind|near|on)(?: the| our| its)?(?: Mrs?| Ms| Dr)?\.? $")


class Case:
    """A dossier with the mentions found in its reports, and the actor to which each belongs."""

    def __init__(self, gold: Gold, documents: Mapping[str, Document]) -> None:
        """Take the gold, lists by kind, and the reports by their gold ids."""
        self.gold, self.documents = gold, documents
        self.said = {id: list(_mentions(document)) for id, document in documents.items()}
        self.actors, self.links = resolve_actors(
            documents.values(), [one for found in self.said.values() for one in found]
        )

    def measures(self) -> Iterator[tuple[str, float]]:
        """Yield the measures by name, 0 to 100."""
        hard = self.hard()
        found = [(want, one) for want, one in hard if one is not None]
        if found:
            yield "hard mentions found", 100 * len(found) / len(hard)
            yield "hard mentions: form", 100 * sum(one.form == want["form"] for want, one in found) / len(found)
            right = sum(one.reading == want["reading"] for want, one in found)
            yield "hard mentions: reading", 100 * right / len(found)
            yield from self._measured("hard mentions", [(want["actor"], one) for want, one in hard if want["actor"]])
        yield from self._measured("names and descriptions", [(actor, one) for _, _, actor, one in self.named()])
        pairs = list(self.apart())
        if pairs:
            yield "actors kept apart", 100 * sum(not merged for _, _, merged in pairs) / len(pairs)

    def _measured(self, what: str, pairs: Sequence[tuple[str, Mention | None]]) -> Iterator[tuple[str, float]]:
        wanted = {str(at): actor for at, (actor, _) in enumerate(pairs)}
        got = {str(at): self.link(one) or f"alone {at}" for at, (_, one) in enumerate(pairs)}
        precision, _, f1 = b_cubed(_clusters(wanted), _clusters(got))
        yield f"{what}: B-cubed precision", precision
        yield f"{what}: B-cubed F1", f1

    def link(self, mention: Mention | None) -> str | None:
        """The actor of a mention."""
        return self.links.get(mention.id) if mention is not None else None

    def hard(self) -> list[tuple[Gold, Mention | None]]:
        """Each hard mention of the gold, and the mention found there."""
        return [
            (want, self._at(want["document"], want["evidence"][0]["start"], want["evidence"][0]["end"]))
            for want in self.gold["mentions"]
        ]

    def named(self) -> Iterator[tuple[str, int, str, Mention | None]]:
        """Every place where a name or description stands that one gold actor alone has: report, start, actor, mention.

        A name with a title in the gold is met by a mention that ends where it ends, one with "of …"
        behind it by the mention of the words before it. Where a
        capital is read as the place it is, it stands for no actor and is left out; so are bylines
        and mastheads, in which nobody acts, and "I" and "people", by which several go.
        """
        places = {one["id"] for one in self.gold["actors"] if one["type"] == "place"}
        for id, document in self.documents.items():
            owners = _owners(self.gold["actors"], id)
            for start, end, name in _occurrences(document.text, owners):
                hit = self._at(id, start, end) or self._near(id, start, name)
                is_place = owners[name] <= places or (hit is not None and hit.reading == "place")
                if not is_place and not _is_common(name) and not _is_furniture(document, start):
                    yield id, start, next(iter(owners[name])), hit

    def _near(self, id: str, start: int, name: str) -> Mention | None:
        """The mention of a name with a title before it, or with more words behind it.

        Behind it may stand "of …", "in …", its letters in brackets, or what a description goes on to tell. What
        stands inside it behind a preposition is somebody else ("an adviser to *Mr Orlan*").
        """
        head = _BEHIND.split(name)[0]
        whole, held = start + len(name), start + len(head)
        spans = [(one, one.evidence[0]) for one in self.said[id] if one.form != "pronoun"]
        return (
            next((one for one, span in spans if span.end == held and span.start >= start and held < whole), None)
            or next(
                (one for one, span in spans if held < whole < span.end and span.start == start and _goes_on(one)), None
            )
            or next(
                (
                    one for one, span in spans
                    if span.end == whole and start < span.start and not _INNER.search(name[: span.start - start])
                ),
                None,
            )
        )  # fmt: skip

    def apart(self) -> Iterator[tuple[str, str, bool]]:
        """The pairs of actors that must not be merged, and whether the mentions of both are mostly of one actor."""
        found: dict[str, Counter[str]] = {}
        for _, _, actor, one in self.named():
            if link := self.link(one):
                found.setdefault(actor, Counter())[link] += 1
        main = {actor: links.most_common(1)[0][0] for actor, links in found.items()}
        for row in self.gold["must_not_merge"]:
            for one, other in combinations(row["ids"], 2):
                if one in main and other in main:
                    yield one, other, main[one] == main[other]

    def _at(self, id: str, start: int, end: int) -> Mention | None:
        """The mention with the words from `start` to `end`, an article aside."""
        spans = ((one, one.evidence[0]) for one in self.said[id])
        return next((one for one, span in spans if span.end == end and abs(span.start - start) in (0, 4)), None)


def across() -> dict[str, float]:
    """The measures of every dossier."""
    return {f"{name}: {what}": value for name, case in cases() for what, value in case.measures()}


def cases() -> Iterator[tuple[str, Case]]:
    """Yield each dossier by its name: the samples, those learnt from, those held out, the shared one where it is."""
    yield "samples", made_case(ROOT / "samples")
    for name in (*LEARNT_FROM, *HELD_OUT):
        yield f"held out, {name}" if name in HELD_OUT else name, made_case(DOSSIERS / name)
    given = shared("gold", "dossier-cenepa-1995")
    if given is not None:
        gold = json.loads((given / "gold.json").read_text("utf-8"))
        yield "1995 dossier", Case(gold, {f"R{path.stem.split('-')[1]}": _read(path) for path in _reports(given)})


def made_case(folder: Path) -> Case:
    """A dossier of our own, whose gold names words."""
    documents = {f"R{int(path.name[:2])}": _read(path) for path in _reports(folder)}
    return Case(checked_gold(folder, {id: one.text for id, one in documents.items()}), documents)


def _reports(folder: Path) -> list[Path]:
    return sorted([*folder.glob("[0-9]*"), *folder.glob("report-*.txt")])


def _read(path: Path) -> Document:
    return next(one for one in read(str(path)) if isinstance(one, Document))


def _goes_on(mention: Mention) -> bool:
    return mention.form in ("description", "title")


def _is_common(name: str) -> bool:
    """Whether a name of the gold is a pronoun or a plain noun."""
    return " " not in name and (name.islower() or name in ("I", "We", "He", "She", "It", "They"))


def _is_furniture(document: Document, start: int) -> bool:
    return any(one.start <= start < one.end and one.role != "dateline" for one in document.furniture)


def _mentions(document: Document) -> Iterator[Mention]:
    analysis = engine().analyse(document)
    yield from names(analysis, Found(analysis))


def _clusters(actors: Mapping[str, str]) -> list[Cluster]:
    items: dict[str, set[str]] = {}
    for item, actor in actors.items():
        items.setdefault(actor, set()).add(item)
    return [frozenset(found) for found in items.values()]


def _owners(actors: Sequence[Gold], report: str) -> dict[str, set[str]]:
    """The actors that go by each name, in a report where the gold tells names by report."""
    owners: dict[str, set[str]] = {}
    for actor in actors:
        names = actor.get("names") or []
        for name in (actor["name"], *(names.get(report, []) if isinstance(names, dict) else names)):
            owners.setdefault(name, set()).add(actor["id"])
    return owners


def _occurrences(text: str, owners: Mapping[str, set[str]]) -> Iterator[tuple[int, int, str]]:
    """Where the names of one actor alone stand, the longest first so that none is counted inside another."""
    taken: set[int] = set()
    for name in sorted(owners, key=lambda one: (-len(one), one)):
        for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            place = set(range(hit.start(), hit.end()))
            if not place & taken and len(owners[name]) == 1:
                yield hit.start(), hit.end(), name
            taken |= place
