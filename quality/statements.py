"""Statements: who says what, on our own sentences, on PolNeAR, and on dossiers.

PolNeAR marks source, cue and content of attributions in US political news. A relation
counts as found where the contents share half of their words, the sources have the same
head and the cues overlap. It also marks votes, wishes and attitudes, which are no
statements: "speech" counts speech cues only, "all" everything.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.data import own, shared
from quality.voices import voices
from rashomon.extract.found import Found
from rashomon.extract.learnt import WITHOUT
from rashomon.extract.names import names
from rashomon.extract.statements import statements as extract_statements
from rashomon.extract.times import times
from rashomon.language.analysis import Analysis
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Statement
from rashomon.model.text import Document

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_MEASURES = ("precision", "recall", "F1")
Places = list[tuple[int, int]]


def statements() -> dict[str, float]:
    """The measures with the trained weights and by the rules alone; sets that are not here are left out."""
    found = _measured("")
    with rules_only():
        return found | _measured("rules only, ")


@contextmanager
def rules_only() -> Iterator[None]:
    """Within this the weights are left out."""
    before = os.environ.get(WITHOUT)
    os.environ[WITHOUT] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[WITHOUT]
        else:
            os.environ[WITHOUT] = before


def _measured(how: str) -> dict[str, float]:
    found = {f"{how}own: {name}": value for name, value in _own().items()}
    found |= {f"{how}{name}": value for name, value in voices().items()}
    if (folder := shared("gold", "attribution-polnear", "dev")) is not None:
        found |= {f"{how}PolNeAR {name}": value for name, value in _polnear(folder).items()}
    return found


def told(documents: Iterable[Document]) -> Iterator[tuple[Analysis, list[Statement]]]:
    """The statements of each document."""
    for analysis in engine().analyse_all(documents):
        found = Found(analysis)
        for extract in (times, names, extract_statements):
            found.add(extract(analysis, found))
        yield analysis, list(found.statements)


def _own() -> dict[str, float]:
    gold = own("statements")
    documents = [
        Document(text=one["text"], source="gold", language="en", genre=one.get("genre", "unknown")) for one in gold
    ]
    hits: Counter[str] = Counter()
    for want, (_, got) in zip(gold, told(documents), strict=True):
        hits["wanted"] += len(want["statements"])
        hits["found"] += len(got)
        for wanted, one in _paired(want["statements"], got):
            right = {name: fits(wanted, one) for name, fits in _FITS.items()}
            hits["detected"] += 1
            hits["all"] += all(right.values())
            hits.update(name for name, fine in right.items() if fine)
    measures = dict(zip(_MEASURES, _prf(hits["detected"], hits["found"], hits["wanted"]), strict=True))
    shares = {name: 100 * hits[name] / max(1, hits["detected"]) for name in (*_FITS, "all")}
    return measures | shares


def _paired(wanted: list[Any], got: list[Statement]) -> Iterator[tuple[Any, Statement]]:
    """Gold and found statements that share at least half of their words, the best pairs first."""
    pairs = [
        (_overlap(_words(" ".join(want["content"])), _words(_said(one))), i, j)
        for i, want in enumerate(wanted)
        for j, one in enumerate(got)
    ]
    used: set[tuple[str, int]] = set()
    for share, i, j in sorted(pairs, reverse=True):
        if share >= 0.5 and not used & {("gold", i), ("found", j)}:
            used |= {("gold", i), ("found", j)}
            yield wanted[i], got[j]


def _said(statement: Statement) -> str:
    return " ".join(span.text for span in statement.content)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def _overlap(a: Iterable[Any], b: Iterable[Any]) -> float:
    first, second = set(a), set(b)
    return len(first & second) / len(first | second) if first | second else 0.0


def _speakers(statement: Statement) -> list[tuple[str, ...]]:
    return [_words(link.span.text) for link in statement.speaker if link.span]


def _same_speaker(want: Mapping[str, Any], got: Statement) -> bool:
    wanted = want["speaker"] if isinstance(want["speaker"], list) else [want["speaker"]]
    return [_words(name) for name in wanted if name] == _speakers(got)


_FITS: dict[str, Callable[[Mapping[str, Any], Statement], bool]] = {
    "speaker": _same_speaker,
    "act": lambda want, got: want["act"] == got.act,
    "form": lambda want, got: want["form"] == got.form,
    "content": lambda want, got: _words(" ".join(want["content"])) == _words(_said(got)),
    "via": lambda want, got: (
        [_words(one) for one in want.get("via", [])] == [_words(one.span.text) for one in got.via if one.span]
    ),
}


def _prf(hits: int, found: int, wanted: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    return 100 * hits / max(1, found), 100 * hits / max(1, wanted), 200 * hits / max(1, found + wanted)


@dataclass(frozen=True, slots=True)
class Relation:
    """A source, a cue and a content as places in a text."""

    source: Places
    cue: Places
    content: Places


def _polnear(folder: Path) -> dict[str, float]:
    texts = sorted((folder / "text").glob("*.txt"))
    gold = [annotated(folder, path) for path in texts]
    pairs = [(path, relations) for path, relations in zip(texts, gold, strict=True) if relations is not None]
    documents = [Document(text=path.read_bytes().decode("utf-8"), source=path.name, language="en") for path, _ in pairs]
    counts: dict[str, Counter[str]] = {"speech": Counter(), "all": Counter()}
    for (_, relations), (analysis, got) in zip(pairs, told(documents), strict=True):
        found = [_relation(one) for one in got if one.cue and one.content]
        for name, count in counts.items():
            _count(count, analysis, _kept(analysis, relations, name), _kept(analysis, found, name))
    return {f"{name}: {what}": value for name, count in counts.items() for what, value in _figures(count).items()}


def annotated(folder: Path, path: Path) -> list[Relation] | None:
    """The relations of the first annotator of a text, None where nobody annotated it."""
    files = sorted(one for one in (folder / "attributions").iterdir() if one.name[:-9] == path.stem)
    if not files:
        return None
    spans: dict[str, Places] = {}
    relations = []
    for line in files[0].read_text("utf-8").split("\n"):  # other line breaks stand inside quoted text
        number, _, rest = line.partition("\t")
        if number.startswith("T"):
            _, _, places = rest.split("\t")[0].partition(" ")
            spans[number] = [(int(a), int(b)) for a, b in (place.split() for place in places.split(";") if place)]
        elif number.startswith("E") and rest.startswith("Attribution"):
            relations.append([item.split(":") for item in rest.split()[1:]])
    made = [_built(roles, spans) for roles in relations]
    return [one for one in made if one.cue and one.content]


def _built(roles: Sequence[Sequence[str]], spans: Mapping[str, Places]) -> Relation:
    parts: dict[str, Places] = {"source": [], "cue": [], "content": []}
    for name, number in roles:
        role = name.rstrip("0123456789").lower()
        if role in parts:
            parts[role] += spans.get(number, [])
    return Relation(**{role: sorted(places) for role, places in parts.items()})


def _relation(statement: Statement) -> Relation:
    # Of several speakers each has a link of their own; the voice they make together has all their words.
    named = statement.speaker if len(statement.speaker) < 2 else statement.according_to[:1]
    return Relation(
        source=[(link.span.start, link.span.end) for link in named if link.span],
        cue=[(span.start, span.end) for span in statement.cue],
        content=[(span.start, span.end) for span in statement.content],
    )


# Cues of PolNeAR that tell of speech, not of votes, wishes or attitudes (the same as in the figures).
_SPEECH = re.compile(
    r"\b(sa(?:id|ys?|ying)|t(?:old|ells?|elling)|according|add(?:ed|s|ing)|stat(?:ed?|es|ing|ements?)|announc\w*|"
    r"report(?:ed|s|ing)|claim\w*|not(?:ed|es|ing)|argu\w+|insist\w*|warn\w*|declar\w*|den(?:y|ied|ies|ying)|accus\w*|"
    r"stress\w*|confirm\w*|explain\w*|suggest\w*|repl(?:y|ied|ies)|wr(?:ote|ites?|iting)|tweet\w*|respon\w*|urg\w+|"
    r"ask(?:ed|s|ing)|acknowledg\w*|emphasi\w*|reiterat\w*|reject\w*|dismiss\w*|vow\w*|pledg\w*|conclu\w*|assert\w*|"
    r"alleg\w*|remark\w*|describ\w*|criticiz\w*|condemn\w*|blam\w+|admit\w*|indicat\w*|predict\w*|quot\w+|"
    r"cit(?:ed|es|ing)|recall\w*|call(?:ed|s|ing)?|continued?)\b",
    re.I,
)


def _kept(analysis: Analysis, relations: Iterable[Relation], which: str) -> list[Relation]:
    text = analysis.document.text
    return [
        one for one in relations if which == "all" or _SPEECH.search(" ".join(text[a:b] for a, b in one.cue))
    ]  # fmt: skip


def _numbers(analysis: Analysis, places: Places, *, content: bool = False) -> frozenset[int]:
    """The words at some places, by where they begin; a leading "that" or "to" of a content left out."""
    text = analysis.document.text
    found = sorted(a + match.start() for a, b in places for match in _WORD.finditer(text[a:b]))
    while content and found and text[found[0] : found[0] + 5].lower().split()[0] in ("that", "to"):
        found = found[1:]
    return frozenset(found)


def _head(analysis: Analysis, places: Places) -> int | None:
    inside = [token for a, b in places for token in analysis.tokens_in(a, b)]
    numbers = {token.i for token in inside}
    for one in inside:
        if one.pos not in ("PUNCT", "SPACE") and (one.head is one or one.head.i not in numbers):
            return one.i
    return None


def _count(count: Counter[str], analysis: Analysis, gold: list[Relation], got: list[Relation]) -> None:
    """Add one text's relations and exact spans to the counts."""
    sides = [[_numbers(analysis, one.content, content=True) for one in side] for side in (gold, got)]
    for role in ("source", "cue", "content"):
        a, b = (
            [_numbers(analysis, getattr(one, role), content=role == "content") for one in side] for side in (gold, got)
        )
        count[f"{role} wanted"] += sum(map(bool, a))
        count[f"{role} found"] += sum(map(bool, b))
        count[f"{role} right"] += sum((Counter(filter(None, a)) & Counter(filter(None, b))).values())
    count["relation wanted"] += len(gold)
    count["relation found"] += len(got)
    pairs = [(_overlap(a, b), i, j) for i, a in enumerate(sides[0]) for j, b in enumerate(sides[1]) if a & b]
    used: set[tuple[str, int]] = set()
    for share, i, j in sorted(pairs, reverse=True):
        if share >= 0.5 and not used & {("gold", i), ("found", j)}:
            used |= {("gold", i), ("found", j)}
            same_cue = _numbers(analysis, gold[i].cue) & _numbers(analysis, got[j].cue)
            same_source = _head(analysis, gold[i].source) == _head(analysis, got[j].source)
            count["relation right"] += bool(same_cue) and same_source


def _figures(count: Counter[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name in ("relation", "source", "cue", "content"):
        values = _prf(count[f"{name} right"], count[f"{name} found"], count[f"{name} wanted"])
        if name == "relation":
            found |= {f"relation {measure}": value for measure, value in zip(_MEASURES, values, strict=True)}
        else:
            found[f"{name} exact F1"] = values[2]
    return found
