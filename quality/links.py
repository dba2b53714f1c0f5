"""Links: what denials, rejections, accusations and admissions speak of (`of`), on our own reports and on dossiers.

A link is right where the record it leads to stands at the words of the gold record: an event's cue, a statement's
content, a figure's words. Which kind of record stands for a charge is a matter of taste: the deed alleged, or the
statement that alleges it. Beside them stand relays: statements of dossiers whose carriers are all told, in order.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from quality.data import own
from quality.dossiers import ACTS_THAT_SPEAK_OF, Dossier
from quality.samples import dossiers
from rashomon.analyse.view import View
from rashomon.model.annotation import Annotation, Event, Figure, Statement
from rashomon.model.text import Document, Span
from rashomon.model.values import When
from rashomon.pipeline import make_world, understand_all
from rashomon.store import MemoryArchive

Gold: TypeAlias = Mapping[str, Any]

_TODAY = date(2031, 5, 7)


def links() -> dict[str, float]:
    """Precision, recall and F1 of links on our short reports and dossiers; statuses of the deeds linked to; relays."""
    found = _own()
    for name, read in dossiers():
        dossier = Dossier(*read)
        found |= {f"{name}: {measure}": value for measure, value in (*dossier.linked(), *dossier.relayed())}
    return found


def _own() -> dict[str, float]:
    hits: dict[str, Counter[str]] = {}
    for gold in own("links"):
        hits.setdefault(f"{gold['set']} set", Counter()).update(count(gold, read(gold)))
    return {f"own, {name}: {measure}": value for name, one in hits.items() for measure, value in _figures(one)}


def _figures(hits: Counter[str]) -> Iterator[tuple[str, float]]:
    yield "links, precision", 100 * hits["right"] / max(1, hits["found"])
    yield "links, recall", 100 * hits["right"] / max(1, hits["wanted"])
    yield "links, F1", 200 * hits["right"] / max(1, hits["found"] + hits["wanted"])
    yield "deeds right", 100 * hits["deeds right"] / max(1, hits["deeds"])


def read(gold: Gold) -> View:
    """The reports of one entry as a case of their own, in their order."""
    archive = MemoryArchive()
    texts = gold.get("reports") or [gold["text"]]
    for one in understand_all([_document(number, text) for number, text in enumerate(texts, start=1)]):
        archive.add(one.document, one.annotations, one.problems, version="gold")
    make_world(archive)
    return View(archive)


def _document(number: int, text: str) -> Document:
    return Document(
        text=text, source=f"{number}", language="en", outlet=f"Outlet {number}",
        published=When.on(_TODAY, basis="gold"),
    )  # fmt: skip


def count(gold: Gold, view: View) -> Counter[str]:
    """How many links were wanted, found and right, and how many deeds; `faults` says which are not."""
    hits: Counter[str] = Counter()
    for what, fine, _ in judged(gold, view):
        hits[what] += 1
        hits["right" if what == "wanted" else f"{what} right"] += fine
    hits["found"] = sum(bool(one.of) for one in view.statements if one.act in ACTS_THAT_SPEAK_OF)
    return hits


def judged(gold: Gold, view: View) -> Iterator[tuple[str, bool, str]]:
    """Yield each wanted link and deed: what it is, whether it is right, and what was found instead."""
    left = [one for one in view.statements if one.act in ACTS_THAT_SPEAK_OF or one.of]
    for want in gold["links"]:
        if want["of"] is None and "also" not in want:
            continue
        told = [one for one in left if _is_meant(view, want, one)]
        fine = next((one for one in told if _is_right(view, want, one)), None)
        if (taken := fine or next(iter(told), None)) is not None:
            left.remove(taken)
        yield "wanted", fine is not None, f"{want}: {[(one.act, shown(view, one.of)) for one in told]}"
    for want in gold.get("deeds", ()):
        events = [one for one in view.events if any(want["at"] in span.text for span in one.cue)]
        fine_deed = any(_stands(want, one) for one in events)
        yield "deeds", fine_deed, f"{want}: {[(one.status, str(one.according_to[0])) for one in events]}"


def _is_meant(view: View, want: Gold, one: Statement) -> bool:
    acts = want["act"] if isinstance(want["act"], list) else [want["act"]]
    by = " ".join(link.span.text for link in one.speaker if link.span)
    accused = " ".join([view.names(one.accused), *(link.span.text for link in one.accused if link.span)])
    named = want["by"] is None or want["by"] in by
    return one.act in acts and named and want.get("accused", "") in accused


def _is_right(view: View, want: Gold, one: Statement) -> bool:
    target = view.by_id.get(one.of or "")
    if want["of"] is None:
        return target is None or ("also" in want and _at(view, target, want["also"], want))
    if target is None or target.id == one.id:
        return False
    return any(_at(view, target, want["of"], {**want, "report": report}) for report in _reports(want))


def _reports(want: Gold) -> Iterator[int | None]:
    yield want.get("report")
    if "also" in want:
        yield want["also"]


def _at(view: View, target: Annotation, words: str, want: Gold) -> bool:
    """Whether a record stands at words of a report."""
    document = view.documents[target.document]
    report = want.get("report")
    if report is not None and document.source != str(report):
        return False
    at = -1
    for _ in range(want.get("nth", 1)):
        at = document.text.find(words, at + 1)
    return at >= 0 and any(span.start < at + len(words) and at < span.end for span in _place(target))


def _place(record: Annotation) -> Sequence[Span]:
    if isinstance(record, Statement):
        return record.content
    if isinstance(record, (Event, Figure)):
        return record.cue or record.evidence
    return record.evidence


def _stands(want: Gold, one: Event) -> bool:
    voice = one.according_to[0] if one.according_to else None
    by = voice.span.text if voice is not None and voice.span is not None else ""
    return one.status == want["status"] and want.get("voice", "") in by


def shown(view: View, id: str | None) -> str | None:
    """The record of an id in a few words."""
    one = view.by_id.get(id or "")
    return f"{one.kind} “{' … '.join(span.text for span in _place(one))[:60]}”" if one is not None else id


def faults(entries: Iterable[Gold]) -> Iterator[str]:
    """What is not right in which entry: for whoever mends it."""
    for gold in entries:
        view = read(gold)
        for what, fine, why in judged(gold, view):
            if not fine:
                yield f"{what} {why}"
        spare = Counter(want["of"] is not None for want in gold["links"])[True]
        linked = [one for one in view.statements if one.of and one.act in ACTS_THAT_SPEAK_OF]
        if len(linked) > spare:
            yield f"more links than wanted in {str(gold.get('text') or gold['reports'])[:80]}: " + "; ".join(
                f"{one.act} {shown(view, one.of)}" for one in linked
            )
