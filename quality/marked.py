"""Small wars with every mention marked with whom it means: names, descriptions and pronouns across reports."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, TypeAlias

from quality.clusters import Cluster, b_cubed
from quality.data import own
from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Mention
from rashomon.model.text import Document
from rashomon.read import read
from rashomon.resolve.actors import actors as resolve_actors

# The file of each set of small wars, and which of its wars are taken (None: all).
_SETS: Mapping[str, tuple[str, str | None]] = {
    "second small wars": ("actors_wars_2", None),
    "third small wars": ("actors_wars_3", None),
    "fourth small wars": ("actors_wars_4", "a"),
    "fourth small wars, held out": ("actors_wars_4", "b"),
}
_MARK = re.compile(r"\[\[([^|\]]+)\|([^|\]]+)(?:\|(p))?\]\]")
# Names may have a title or an article of so many letters before them in the gold, and not in the mention.
_ARTICLE = (0, 4)


class Marked(NamedTuple):
    """A mention of the gold: its words, where they stand, whom they mean, the actor found there."""

    document: str
    start: int
    words: str
    actor: str
    is_pronoun: bool
    mention: Mention | None
    link: str | None


Said: TypeAlias = Sequence[Mention]


def marked() -> dict[str, float]:
    """The measures of each set of small wars, its wars taken together."""
    wars = {name: [war for war in own(gold) if war.get("set") == half] for name, (gold, half) in _SETS.items()}
    return {f"{name}: {what}": value for name, one in wars.items() for what, value in _measures(one)}


def _measures(wars: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, float]]:
    found = [war_of(one) for one in wars]
    named = [[one for one in war if not one.is_pronoun] for war in found]
    precision, _, f1 = _b_cubed(named)
    yield "B-cubed precision", precision
    yield "B-cubed F1", f1
    yield "B-cubed F1 with pronouns", _b_cubed(found)[2]
    linked, right, all_ = (sum(column) for column in zip(*map(_links, found), strict=True))
    yield "pronouns and descriptions: linked", 100 * linked / all_
    yield "pronouns and descriptions: right", 100 * right / linked if linked else 100.0


def war_of(war: Mapping[str, Any]) -> list[Marked]:
    """The marked mentions of a war with the actors found for them; those of several ("A+B") are left out."""
    documents, gold = _read(war)
    said = {id: list(names(analysis, Found(analysis))) for id, analysis in _analysed(documents)}
    _, links = resolve_actors(documents.values(), [one for found in said.values() for one in found])
    rows = []
    for id, start, words, actor, pronoun in gold:
        one = _hit(said[id], documents[id].text, start, words)
        rows.append(Marked(id, start, words, actor, pronoun, one, links.get(one.id) if one else None))
    return [one for one in rows if "+" not in one.actor]


def _analysed(documents: Mapping[str, Document]) -> Iterator[tuple[str, Any]]:
    for id, document in documents.items():
        yield id, engine().analyse(document)


def _read(war: Mapping[str, Any]) -> tuple[dict[str, Document], list[tuple[str, int, str, str, bool]]]:
    """The reports of a war by file name, and where its marked mentions stand."""
    documents, gold = {}, []
    with TemporaryDirectory() as folder:
        for report in war["reports"]:
            text, marks = _unmarked(report["text"])
            path = Path(folder) / report["file"]
            path.write_text(text, "utf-8")
            documents[report["file"]] = document = next(one for one in read(str(path)) if isinstance(one, Document))
            shift = document.text.index(text[:40])
            gold += [(report["file"], start + shift, *rest) for start, *rest in marks]
    return documents, gold


def _unmarked(raw: str) -> tuple[str, list[tuple[int, str, str, bool]]]:
    text, last, marks = "", 0, []
    for hit in _MARK.finditer(raw):
        text += raw[last : hit.start()]
        marks.append((len(text), hit[1], hit[2], hit[3] is not None))
        text, last = text + hit[1], hit.end()
    return text + raw[last:], marks


def _hit(said: Said, text: str, start: int, words: str) -> Mention | None:
    """The mention with these words; else that of their head ("X of Y"), else that of the name at their end."""
    end = start + len(words)
    spans = [(one, one.evidence[0].start, one.evidence[0].end) for one in said]
    exact = [one for one, first, last in spans if last == end and abs(first - start) in _ARTICLE]
    if exact:
        return exact[0]
    for tail in ("'s", "’s"):
        if words.endswith(tail):
            return _hit(said, text, start, words.removesuffix(tail))
    beginning = [
        (one, last) for one, first, last in spans
        if first - start in _ARTICLE and last < end
        and (one.form in ("description", "title") or re.match(r"\s(in|for|of)\s", text[last:end]))
    ]  # fmt: skip
    named = [
        (one, first) for one, first, last in spans
        if start < first and last == end and one.form not in ("pronoun", "demonym") and one.reading != "place"
    ]  # fmt: skip
    titled = [one for one, _ in named if one.type == "person"]
    if titled or not beginning:
        cut = re.split(r",|\s(?:of|in|for|loyal|to)\s", words)[0]
        apposed = _hit(said, text, start, cut) if cut != words and not titled else None
        return titled[0] if titled else apposed or next((one for one, _ in named), _owner(said, start))
    return max(beginning, key=lambda one: one[1])[0]


def _owner(said: Said, start: int) -> Mention | None:
    """The pronoun with which the words begin ("its fighters"), where nothing else is found."""
    return next((one for one in said if one.form == "pronoun" and one.evidence[0].start == start), None)


def _b_cubed(wars: Sequence[Sequence[Marked]]) -> tuple[float, float, float]:
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    got: defaultdict[str, set[str]] = defaultdict(set)
    for number, war in enumerate(wars):
        for at, one in enumerate(war):
            item = f"{number}:{at}"
            wanted[f"{number}:{one.actor}"].add(item)
            got[f"{number}:{one.link or f'alone {at}'}"].add(item)
    return b_cubed(_clusters(wanted), _clusters(got))


def _clusters(items: Mapping[str, set[str]]) -> list[Cluster]:
    return [frozenset(found) for found in items.values()]


def _links(war: Sequence[Marked]) -> tuple[int, int, int]:
    """How many pronouns and descriptions are linked, how many rightly, of how many (actors marked once left out)."""
    counts = Counter(one.actor for one in war)
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in war:
        if one.link and not one.is_pronoun:
            votes[one.link][one.actor] += 1
    bearer = {link: found.most_common(1)[0][0] for link, found in votes.items()}
    asked = [
        one for one in war
        if counts[one.actor] > 1 and (one.is_pronoun or one.mention is None or one.mention.form not in _NAMING)
    ]  # fmt: skip
    linked = [one for one in asked if one.link]
    return len(linked), sum(bearer.get(one.link or "") == one.actor for one in linked), len(asked)


_NAMING = ("name", "demonym")
