"""Times: spans, TIMEX3 types and values, and intervals, scored as TempEval-3 scored them."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from quality.data import own, shared
from rashomon.extract.found import Found
from rashomon.extract.times import times as extract_times
from rashomon.language.spacy_engine import engine
from rashomon.model.text import Document
from rashomon.model.values import When

# All were read while the rules were written: what holds on new texts, the blind sentences and newswire sentences tell.
_CORPORA = {
    "WikiWars": ("times-wikiwars",),
    "newswire": ("times-timebank", "times-aquaint"),
}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Marked:
    """A time as gold or as found: where it stands, its type and value, its interval and mod where those are told."""

    start: int
    end: int
    type: str
    value: str
    interval: tuple[str | None, str | None] | None = field(default=None, compare=False)
    mod: str | None = field(default=None, compare=False)


@dataclass(slots=True)
class Tally:
    """Counts of a corpus: how many times are gold, found, and right in each way."""

    gold: int = 0
    found: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("relaxed", "strict", "type", "value"), 0))
    intervals: list[bool] = field(default_factory=list)
    mods: list[bool] = field(default_factory=list)

    def add(self, gold: Sequence[Marked], found: Sequence[Marked]) -> None:
        """Count one text."""
        self.gold += len(gold)
        self.found += len(found)
        for one, other in paired(gold, found):
            self.right["relaxed"] += 1
            self.right["strict"] += (one.start, one.end) == (other.start, other.end)
            self.right["type"] += one.type == other.type
            self.right["value"] += one.value == other.value
            if one.interval is not None:
                self.intervals.append(one.interval == other.interval)
            if one.mod is not None:
                self.mods.append(one.mod == other.mod)

    def measures(self, name: str) -> dict[str, float]:
        """F1 of each way, in percent: a time is right when its span meets one of gold (and the attribute is equal)."""
        total = self.gold + self.found
        return {f"{name}: {way} F1": 200 * right / total if total else 0.0 for way, right in self.right.items()}


def times() -> dict[str, float]:
    """Measures on our own sentences, and on WikiWars, TimeBank and AQUAINT where they are."""
    measured = _own("own sentences", None) | _own("blind sentences", "blind")
    measured |= _own("newswire sentences", "news") | _own("newswire sentences of 2013", 2013)
    for name, folders in _CORPORA.items():
        whole, mended = Tally(), Tally()
        for folder in filter(None, (shared("gold", one) for one in folders)):
            for path in sorted(folder.glob("*.tml")):
                text, published, gold = read_timeml(path)
                found = _found(text, published)
                whole.add(gold, found)
                mended.add([replace(one, value=_well_formed(one.value)) for one in gold], found)
        if whole.gold:
            measured |= whole.measures(name)
            measured[f"{name}, ill-formed gold mended: value F1"] = mended.measures("")[": value F1"]
    return measured


# Forms of gold that TIMEX3 does not have, and what they stand for: "1989-XX", "199X", "19XX", "2000-W7", "T24".
_ILL_FORMED = (
    (re.compile(r"^(\d{4}(?:-\d\d)?)(?:-XX)+$"), r"\1"), (re.compile(r"^(\d{3})X$"), r"\1"),
    (re.compile(r"^(\d\d)XX$"), r"\1"), (re.compile(r"-W(\d)$"), r"-W0\1"), (re.compile(r"T(\d\d)$"), r"T\1:00"),
    (re.compile(r"^P(\d+|X)E$"), r"P\1DE"),
)  # fmt: skip


def _well_formed(value: str) -> str:
    for form, instead in _ILL_FORMED:
        value = form.sub(instead, value)
    return value


def paired(gold: Sequence[Marked], found: Sequence[Marked]) -> Iterator[tuple[Marked, Marked]]:
    """Pair each gold time with at most one that was found: the same span first, then the largest overlap."""
    overlaps = sorted(
        (-(min(g.end, f.end) - max(g.start, f.start)) if (g.start, g.end) != (f.start, f.end) else -(10**6), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g.start < f.end and f.start < g.end
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in overlaps:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield gold[i], found[j]


def _own(name: str, kind: str | int | None) -> dict[str, float]:
    """Measures on the sentences of one kind in `gold/times.yaml`, intervals and mods included."""
    tally = Tally()
    for case in own("times"):
        if _kind(case) == kind:
            tally.add(list(_gold(case)), _found(case["text"], published(case["published"])))
    parts = {"intervals": tally.intervals, "mods": tally.mods}
    return tally.measures(name) | {
        f"{name}: {part} right": 100 * sum(right) / len(right) for part, right in parts.items() if right
    }


def _kind(case: dict[str, Any]) -> str | int | None:
    """Of which lot a case is: "blind", "news", the year of a later lot of news, or None."""
    if case.get("blind"):
        return "blind"
    news = case.get("news")
    return ("news" if news is True else int(news)) if news else None


def _gold(case: dict[str, Any]) -> Iterator[Marked]:
    at = 0
    for line in case["times"]:
        said, kind, value, *more = (part.strip() for part in line.split("|"))
        start = case["text"].index(said, at)
        at = start + len(said)
        ends = [None if end == "-" else end for end in more[:2]]
        yield Marked(start=start, end=at, type=kind, value=value,
            interval=(ends[0], ends[1]) if ends else None, mod=more[2] if len(more) > 2 else None,
        )  # fmt: skip


def published(said: str | date | None) -> When:
    """A day, two days parted by a slash, or nothing, as a time of publication."""
    if said is None:
        return When()
    first, _, last = str(said).partition("/")
    return When.between(date.fromisoformat(first), date.fromisoformat(last or first), granularity="day")


def _found(text: str, when: When) -> list[Marked]:
    analysis = engine().analyse(Document(text=text, source="quality", language="en", published=when))
    return _once(
        Marked(
            start=one.evidence[0].start, end=one.evidence[0].end, type=one.timex.type, value=one.timex.value,
            interval=(one.earliest, one.latest), mod=one.timex.mod,
        )
        for one in extract_times(analysis, Found(analysis))
    )  # fmt: skip


def _once(marked: Iterable[Marked]) -> list[Marked]:
    return sorted({(one.start, one.end): one for one in marked}.values())


_STRAY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")


def read_timeml(path: Path) -> tuple[str, When, list[Marked]]:
    """The text of a TimeML file, its time of creation, and its times."""
    raw = path.read_text("utf-8", errors="replace").lstrip("\ufeff \n")
    root = ET.fromstring(_STRAY.sub("&amp;", raw))
    body = root.find(".//TEXT")
    assert body is not None, f"{path} has no TEXT"
    created = next((one for one in root.iter("TIMEX3") if one.get("functionInDocument") == "CREATION_TIME"), None)
    value = (created.get("value") if created is not None else None) or ""
    when = published(value[:10]) if re.match(r"\d{4}-\d\d-\d\d", value) else When()
    pieces: list[str] = []
    marked: list[Marked] = []
    _walk(body, pieces, marked)
    return "".join(pieces), when, _once(one for one in marked if one.start < one.end)


def _walk(element: ET.Element, pieces: list[str], marked: list[Marked]) -> None:
    pieces.append(element.text or "")
    for child in element:
        start = sum(map(len, pieces))
        _walk(child, pieces, marked)
        if child.tag in ("TIMEX3", "TIMEX2"):
            said = "".join(pieces)[start:]
            lead, tail = len(said) - len(said.lstrip()), len(said.rstrip())
            value = child.get("value", child.get("val", ""))
            marked.append(Marked(start=start + lead, end=start + tail, type=child.get("type", ""), value=value))
        pieces.append(child.tail or "")
