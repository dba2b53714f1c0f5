"""Names, their types, countries and antecedents, in sentences and passages written for this project."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from quality.data import own
from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Mention
from rashomon.model.text import Document
from rashomon.read.draft import Draft
from rashomon.read.finish import finished

# Types told apart by the measure: bodies of all sorts count as one, peoples with their states.
_GROUPS = {
    "person": "person", "state": "state", "people": "state", "government": "body", "armed group": "body",
    "alliance": "body", "organisation": "body", "outlet": "outlet", "place": "place",
}  # fmt: skip
_NAMED = ("person", "state", "body")
_FORMS = {"n": "name", "d": "demonym", "p": "pronoun", "x": "description"}
_SHORT_TYPES = {"gov": "government", "armed": "armed group", "org": "organisation"}
_MARK = re.compile(r"\[\[([^|\]]+)\|([^|\]]+)(?:\|([^\]]+))?\]\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A mention that should be found: where it stands, what it is, whom it stands for (None: open)."""

    start: int
    end: int
    form: str
    type: str
    reading: str | None = None
    country: str | None = None
    tells_country: bool = True
    who: tuple[str, ...] | None = None

    @property
    def is_name(self) -> bool:
        """Whether it is a person, a state or a body called by its name."""
        return self.form in ("name", "demonym") and _GROUPS[self.type] in _NAMED


Pairs: TypeAlias = Sequence[tuple[Sequence[Gold], Sequence[Mention]]]


def mentions() -> dict[str, float]:
    """Measures on the sentences learnt from, on those unseen when first measured, and on whole passages."""
    measures: dict[str, float] = {}
    for name, pairs in sets().items():
        counted = _detection(pairs) | (_attributes(pairs) if "passages" not in name else {}) | _links(pairs)
        measures |= {f"{name}: {what}": value for what, value in counted.items()}
    return measures


def sets() -> dict[str, Pairs]:
    """The gold of each set and what is found in its texts."""
    items = own("actors")
    return {
        "own": [(_listed(one), mentions_of(one["text"])) for one in items if not one.get("blind")],
        "blind": [(_listed(one), mentions_of(one["text"])) for one in items if one.get("blind")],
        "passages": [(gold, _in_report(text)) for text, gold in passages("actors_unseen")],
        "second passages": [(gold, _in_report(text)) for text, gold in passages("actors_links")],
    }


def mentions_of(text: str) -> list[Mention]:
    """The mentions of a text."""
    return _mentions(Document(text=text, source="gold", language="en"))


def _in_report(text: str) -> list[Mention]:
    """The mentions of a text read as a report, its dateline and headings told from what it tells."""
    document = finished(Draft(text=text, source="gold", language="en"))
    assert document.text == text
    return _mentions(document)


def _mentions(document: Document) -> list[Mention]:
    analysis = engine().analyse(document)
    return list(names(analysis, Found(analysis)))


def passages(name: str) -> Iterator[tuple[str, list[Gold]]]:
    """Each passage of a file of ours without its marks, and the gold that they give."""
    for item in own(name):
        text, last, gold = "", 0, []
        for mark in _MARK.finditer(item["text"]):
            text += item["text"][last : mark.start()]
            last = mark.end()
            gold.append(_marked(len(text), mark))
            text += mark[1]
        yield text + item["text"][last:], gold


def _marked(start: int, mark: re.Match[str]) -> Gold:
    form, type_, *country = mark[2].split(" ")
    who = mark[3] or mark[1]
    return Gold(
        start=start, end=start + len(mark[1]), form=_FORMS[form], type=_SHORT_TYPES.get(type_, type_),
        country=country[0] if country else None, tells_country=bool(country),
        who=None if who == "?" else tuple(who.split(" + ")),
    )  # fmt: skip


def _listed(item: Mapping[str, Any]) -> list[Gold]:
    """The gold of a sentence whose mentions are listed by their words."""
    found = []
    for said, form, reading, type_, country, who in item["mentions"]:
        words, _, nth = said.partition("#")
        start = [hit.start() for hit in re.finditer(rf"\b{re.escape(words)}", item["text"])][int(nth or 1) - 1]
        meant = None if who is None else tuple(who) if isinstance(who, list) else (who,)
        found.append(
            Gold(
                start=start, end=start + len(words), form=form, reading=reading, type=type_, country=country, who=meant
            )
        )
    return found


def is_same(mention: Mention, gold: Gold) -> bool:
    """Whether a mention has the words of the gold, an article or the title of a person aside."""
    span = mention.evidence[0]
    titled = gold.type == "person" and gold.form == "name" and gold.start <= span.start < gold.end
    return span.end == gold.end and (span.start == gold.start or abs(span.start - gold.start) == 4 or titled)


def _detection(pairs: Pairs) -> dict[str, float]:
    """Precision over all named mentions within the gold's texts, recall over the gold."""
    hits, wanted, wrong = 0, 0, 0
    for gold, found in pairs:
        named = [one for one in found if one.form in ("name", "demonym") and _GROUPS.get(one.type or "") in _NAMED]
        for want in gold:
            wanted += want.is_name
            hits += want.is_name and any(is_same(one, want) and _is_of_type(one, want) for one in named)
        for one in named:
            meant = [want for want in gold if is_same(one, want)]
            if meant or not _is_inside(one, gold):
                wrong += not meant or not _is_of_type(one, meant[0])
    return {
        "named, right type: recall": 100 * hits / wanted,
        "named, right type: precision": 100 * hits / (hits + wrong),
    }


def _is_inside(mention: Mention, gold: Sequence[Gold]) -> bool:
    """Whether a mention is the state's adjective with which the name of a body begins."""
    start = mention.evidence[0].start
    return mention.form == "demonym" and any(one.start == start and one.form == "name" for one in gold)


def _is_of_type(mention: Mention, gold: Gold) -> bool:
    return _GROUPS[mention.type or ""] == _GROUPS[gold.type]


def _attributes(pairs: Pairs) -> dict[str, float]:
    counts: dict[str, list[bool]] = {"form": [], "reading": [], "country": []}
    for gold, found in pairs:
        for want in gold:
            one = next((one for one in found if is_same(one, want)), None)
            if one is not None and want.form in ("name", "demonym"):
                counts["form"].append(one.form == want.form)
                counts["reading"].append(one.reading == want.reading)
                counts["country"].append(one.country == want.country)
    return {name: 100 * sum(right) / len(right) for name, right in counts.items()}


def _links(pairs: Pairs) -> dict[str, float]:
    """Pronouns and descriptions: how many of those linked are right, how many that can be are linked."""
    linked, right, linkable = 0, 0, 0
    for gold, found in pairs:
        by_id = {one.id: one for one in found}
        for want in gold:
            if want.form not in ("pronoun", "description", "title"):
                continue
            linkable += want.who is not None
            for one in found:
                if is_same(one, want) and one.form not in ("name", "demonym") and one.antecedents:
                    linked += 1
                    right += is_right(one, want, by_id)
                    break
    return {"links right": 100 * right / max(1, linked), "links made": 100 * min(linked, linkable) / linkable}


def is_right(mention: Mention, gold: Gold, by_id: Mapping[str, Mention]) -> bool:
    """Whether a pronoun or description goes back to whom the gold says."""
    return sorted(_root(by_id[id], by_id) for id in mention.antecedents) == sorted(gold.who or ())


def _root(mention: Mention, by_id: Mapping[str, Mention]) -> str:
    """The name to which a chain of antecedents leads."""
    while mention.antecedent and mention.antecedent in by_id:
        mention = by_id[mention.antecedent]
    return mention.name or mention.evidence[0].text
