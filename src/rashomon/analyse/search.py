"""A search by words, with what it found counted by outlet, month, actor and kind, and narrowed by any of them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.model.annotation import Annotation
from rashomon.model.text import Span
from rashomon.model.world import link_fields
from rashomon.store.search import Term, fold, places, terms, vocabulary

# Reports that a search looks into; more of them are too many to read, and the words should be narrowed. A common
# word in 60 of 2,000 reports takes 0.1 s.
_REPORTS = 60
_FACET = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One place: a report's best passage, or a record in whose sentence all the words stand.

    `actors` are the ids of those who have a role in the record; `words` where the words stand in
    the `sentence`, as offsets into the report.
    """

    kind: str
    record: str
    document: str
    sentence: Span
    words: tuple[tuple[int, int], ...]
    actors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to narrow a search: `value` narrows, `name` is shown, `count` is how many sentences are left."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What to keep of what was found; None keeps all."""

    outlet: str | None = None
    month: str | None = None
    actor: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What was found, and the facets by their names; `left_out` counts reports with the words that were not read."""

    found: tuple[Found, ...]
    facets: dict[str, tuple[Facet, ...]]
    left_out: int = 0


def search(view: View, words: str, narrowing: Narrowing | None = None) -> Results:
    """The places where all the words stand: reports, and the records whose sentences hold them."""
    narrowing = narrowing or Narrowing()
    wanted = terms(words)
    holding = _holding(view, wanted)
    every = [one for id in holding[:_REPORTS] for one in _of_report(view, id, wanted)] if wanted else []
    kept = [one for one in every if _fits(view, one, narrowing)]
    return Results(found=tuple(kept), facets=_facets(view, kept), left_out=max(0, len(holding) - _REPORTS))


def vocabularies(view: View) -> dict[str, frozenset[str]]:
    """The folded words of each report, by its id; made once a view."""
    if "vocabularies" not in view.findings:
        view.findings["vocabularies"] = {id: frozenset(vocabulary(one.text)) for id, one in view.documents.items()}
    made: dict[str, frozenset[str]] = view.findings["vocabularies"]
    return made


def _holding(view: View, wanted: Sequence[Term]) -> list[str]:
    """The reports in which all the words stand."""
    return [
        id
        for id, words in vocabularies(view).items()
        if all(term.word in words or (term.open and any(map(term.fits, words))) for term in wanted)
    ]


def _of_report(view: View, id: str, wanted: Sequence[Term]) -> Iterator[Found]:
    """The report's passage where the words stand closest, then the records that hold them."""
    document = view.documents[id]
    standing = list(places(document.text, wanted))
    starts = [start for start, _ in standing]

    def within(start: int, end: int) -> tuple[tuple[int, int], ...]:
        return tuple(standing[bisect_left(starts, start) : bisect_left(starts, end)])

    if not standing:
        return
    start, end = _closest(document.text, standing, wanted)
    around = sentence(document, document.span(start, end))
    yield Found(kind="report", record=id, document=id, sentence=around, words=within(around.start, around.end))
    for one in said_in(view).get(id, ()):
        at = within(one.evidence[0].start, one.evidence[-1].end)
        if not at:
            continue
        said = {fold(document.text[start:end]) for start, end in at}
        if all(any(term.fits(word) for word in said) for term in wanted):
            who = frozenset(_actors(one))
            span = document.span(one.evidence[0].start, one.evidence[-1].end)
            yield Found(kind=one.kind, record=one.id, document=id, sentence=span, words=at, actors=who)


def _closest(text: str, standing: Sequence[tuple[int, int]], wanted: Sequence[Term]) -> tuple[int, int]:
    """The shortest passage with all the words; the first place of any where they are not all there."""
    last: dict[Term, tuple[int, int]] = {}
    best: tuple[int, int] | None = None
    for place in standing:
        word = fold(text[place[0] : place[1]])
        last.update(dict.fromkeys((term for term in wanted if term.fits(word)), place))
        if len(last) == len(wanted):
            passage = min(start for start, _ in last.values()), max(end for _, end in last.values())
            if best is None or passage[1] - passage[0] < best[1] - best[0]:
                best = passage
    return best or standing[0]


def said_in(view: View) -> dict[str, list[Annotation]]:
    """What each report says, by its id, each kind but names and times, as pages show it; made once a view."""
    if "by document" not in view.findings:
        found: dict[str, list[Annotation]] = {}
        for kind in (view.statements, view.events, view.figures, view.pledges, view.positions, view.relations):
            for one in kind:
                found.setdefault(one.document, []).append(one)
        view.findings["by document"] = found
    said: dict[str, list[Annotation]] = view.findings["by document"]
    return said


def _actors(one: Annotation) -> Iterator[str]:
    kind: type = type(one)
    for name in link_fields(kind):
        yield from (link.actor for link in getattr(one, name) if link.actor)


def _fits(view: View, one: Found, narrowing: Narrowing) -> bool:
    return (
        narrowing.outlet in (None, _outlet(view, one))
        and narrowing.month in (None, _month(view, one))
        and narrowing.kind in (None, one.kind)
        and (narrowing.actor is None or narrowing.actor in one.actors)
    )


def _facets(view: View, found: Iterable[Found]) -> dict[str, tuple[Facet, ...]]:
    """How many sentences each way of narrowing leaves."""
    outlets, months, actors, kinds = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for some in sentences(found):
        outlets[_outlet(view, some[0])] += 1
        months[_month(view, some[0])] += 1
        kinds.update({one.kind for one in some})
        actors.update({id for one in some for id in one.actors if id in view.actors})
    return {
        "outlet": _ranked(outlets),
        "month": tuple(sorted(_ranked(months), key=lambda one: one.value)),
        "actor": tuple(Facet(value=id, name=view.actors[id].name, count=n) for id, n in _top(actors)),
        "kind": _ranked(kinds),
    }


def sentences(found: Iterable[Found]) -> list[list[Found]]:
    """What was found, sentence by sentence, in the order of the search; a clause stands with its sentence."""
    groups: dict[tuple[str, int, int], list[Found]] = {}
    wholes: dict[str, list[Span]] = {}
    for one in found:
        known = wholes.setdefault(one.document, [])
        place = one.sentence
        whole = next((span for span in known if span.start <= place.start and place.end <= span.end), None)
        if whole is None:
            known.append(whole := place)
        groups.setdefault((one.document, whole.start, whole.end), []).append(one)
    return list(groups.values())


def _ranked(counts: Counter[str]) -> tuple[Facet, ...]:
    return tuple(Facet(value=name, name=name, count=count) for name, count in _top(counts))


def _top(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:_FACET]


def _outlet(view: View, one: Found) -> str:
    return view.documents[one.document].outlet or "outlet unknown"


def _month(view: View, one: Found) -> str:
    months: dict[str, str] = view.findings.setdefault("months", {})
    if one.document not in months:
        last = view.published(one.document).last_day
        months[one.document] = f"{last:%Y-%m}" if last else "undated"
    return months[one.document]
