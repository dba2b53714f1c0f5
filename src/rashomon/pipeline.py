"""Reading into a case: documents in, annotations and a world out, one document a transaction."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from multiprocessing import get_context

from rashomon import plugins
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Annotation, Event, Figure
from rashomon.model.case_file import CaseFile
from rashomon.model.decisions import Decisions
from rashomon.model.finding import Judgement, Problem
from rashomon.model.sides import Sides
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Happening, World
from rashomon.resolve.clues import Meant
from rashomon.resolve.dating import Publication, publications, undated
from rashomon.resolve.offsets import dated_offsets, told_so
from rashomon.resolve.recounts import dated_recounts, of_recounts
from rashomon.resolve.windows import dated_by_window
from rashomon.resolve.world import KINDS, resolve
from rashomon.resolve.years import narrowed
from rashomon.store.archive import Archive, MemoryArchive

VERSION = "12"
"""Raised when the same text gives other annotations; cases are then read anew from what they hold."""

ANALYSED = ("en",)
"""The languages whose reports are analysed; others are kept and listed as problems."""

# Where a document's metadata keep the publication it was read with, once it has borrowed another.
_AS_READ = "published_as_read"
# … and the ids of the reports it was borrowed from.
_DATED_BY = "dated_by"
# The component of the problems that a report keeps which could be read.
_EXTRACT = "extract"
# Documents handed to a worker at a time, and batches under way for each worker.
_BATCH = 8
_AHEAD = 3


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a run of reading did: counts of documents and problems."""

    read: int = 0
    known: int = 0
    problems: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document with everything said in it and what went wrong."""

    document: Document
    annotations: tuple[Annotation, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_into(
    archive: Archive,
    sources: Iterable[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    jobs: int = 1,
    progress: Callable[[Tally, str], None] | None = None,
) -> Tally:
    """Read sources into an archive and make its world anew; what is there already is left.

    Args:
        archive: where it goes.
        sources: files, folders, globs, "-", URLs.
        published: an ISO date, for documents that all appeared on that day.
        outlet: the outlet of all of them.
        jobs: processes that analyse.
        progress: is called after every document with the tally so far and its source.

    Returns:
        How many documents were read, were there before, and how many problems were met.
    """
    tally = Tally()
    new = _new(archive, _items(sources, published, outlet), tally, progress)
    for one in understand_all(new, jobs=jobs):
        archive.add(one.document, one.annotations, one.problems, version=VERSION)
        tally.read += 1
        tally.problems += len(one.problems)
        if progress:
            progress(tally, one.document.source)
    make_world(archive, dated=bool(tally.read))
    return tally


def make_world(archive: Archive, *, dated: bool = True) -> None:
    """Make the world of a case anew; `dated` where reports are new: undated ones are dated by the others."""
    made = _Made()
    archive.rebuild(made.resolve, version=VERSION, kinds=KINDS)
    if dated:
        if _date_anew(archive):
            made = _Made()
        _date_offsets(archive, made)
        _date_recounts(archive)


class _Made:
    """The world as it is made, with what is asked of it next: reading it all again would take as long as making it."""

    def __init__(self) -> None:
        self._symbolic: set[str] | None = None
        self._world: World | None = None

    def resolve(
        self, documents: Sequence[Document], annotations: Sequence[Annotation], judgements: Sequence[Judgement]
    ) -> World:
        """See `resolve.world.resolve`."""
        self._symbolic = told_so(annotations)
        self._world = resolve(documents, annotations, judgements)
        return self._world

    def symbolic(self, archive: Archive) -> set[str]:
        """The documents in which events are told from other events."""
        return told_so(archive.annotations("event")) if self._symbolic is None else self._symbolic

    def happenings(self, archive: Archive) -> Sequence[Happening]:
        """What happened."""
        return (self._world or archive.world()).happenings


def decide(archive: Archive, judgements: Iterable[Judgement]) -> None:
    """Keep people's decisions and make the world anew; where they change the conflict's dates, date reports anew."""
    dates = keep_decisions(archive, judgements)
    apply_decisions(archive, dated=dates)


def keep_decisions(archive: Archive, judgements: Iterable[Judgement]) -> bool:
    """Keep people's decisions, until `apply_decisions`; returns whether they change the conflict's dates."""
    before = Decisions(archive.judgements()).case_file
    for one in judgements:
        archive.judge(one)
    return Decisions(archive.judgements()).case_file.window != before.window


def apply_decisions(archive: Archive, *, dated: bool = False) -> bool:
    """Make the world anew where it does not hold all decisions yet; returns whether it did.

    `dated` where they change the conflict's dates: reports are dated anew.
    """
    made = archive.rebuild(resolve, version=VERSION, kinds=KINDS)
    if dated:
        _date_anew(archive)
    return made or dated


def _date_anew(archive: Archive) -> bool:
    """Date undated reports by the others of the case, from how they were read, and analyse anew what that changes.

    Returns:
        Whether it changed any.
    """
    stored = {one.id: one for one in archive.documents() if one.language in ANALYSED}
    read = {id: _as_read(one) for id, one in stored.items()}
    if not any(undated(one) for one in read.values()):
        return False
    said: dict[str, list[Annotation]] = {id: [] for id in read}
    for annotation in archive.annotations():
        if annotation.document in said and _may_date(annotation):
            said[annotation.document].append(annotation)
    readings = _Readings()
    reports = {id: (one, said[id] if one == stored[id] else readings.said(one)) for id, one in sorted(read.items())}
    world = archive.world()
    sides = Sides(world.actors, world.links)
    states = {one.id: sides.of(one.id) for one in world.actors}
    found = publications(reports.values(), world.links, readings.said, states=states)
    case_file = Decisions(archive.judgements()).case_file
    unfit = (one for id, one in reports.items() if not _fits(found.get(id), case_file))
    told = dict(_dated_by(case_file, unfit, readings))
    if told:
        dated_so = (told.get(id, one) for id, one in reports.items())
        found = publications(dated_so, world.links, readings.said, states=states)
        found = {id: Publication(when=one.published) for id, (one, _) in told.items()} | found
    for id, document in read.items():
        dated = _redated(document, found[id]) if id in found else document
        if dated != stored[id]:
            one = readings.of(dated)
            archive.add(one.document, one.annotations, one.problems, version=VERSION)
    return archive.rebuild(resolve, version=VERSION, kinds=KINDS)


class _Readings:
    """Reports read as of other days; the last reading of each is kept, as it may be the one that the case keeps."""

    def __init__(self) -> None:
        self._last: dict[str, Read] = {}

    def of(self, document: Document) -> Read:
        """A report as of the day of publication it bears."""
        last = self._last.get(document.id)
        if last is None or last.document.published != document.published:
            last = self._last[document.id] = understand(document)
        return replace(last, document=document)

    def said(self, document: Document) -> list[Annotation]:
        """What is said in it that may date reports."""
        return [one for one in self.of(document).annotations if _may_date(one)]


def _fits(found: Publication | None, case_file: CaseFile) -> bool:
    """Whether other reports dated a report, and not before the conflict: it may come out after."""
    return found is not None and not found.when.before(case_file.window)


def _dated_by(
    case_file: CaseFile, reports: Iterable[tuple[Document, Sequence[Annotation]]], readings: _Readings
) -> Iterator[tuple[str, tuple[Document, Sequence[Annotation]]]]:
    """Reports to which the case file gives a year, by id, with what is said in them as so dated."""
    for document, own in reports:
        dated = dated_by_window(document, own, case_file)
        if dated != document:
            anew = readings.said(dated)
            yield document.id, (replace(dated, published=narrowed(dated.published, anew)), anew)


def _date_offsets(archive: Archive, made: _Made) -> None:
    """Date what is told from other events ("two days after the truce") by those events; few reports tell times so."""
    said = {id: list(archive.annotations(document=id)) for id in sorted(made.symbolic(archive))}
    if not said:
        return
    texts = {id: archive.document(id).text for id in said}
    every = (one for some in said.values() for one in some)
    changed = {one.id: one for one in dated_offsets(texts, every, made.happenings(archive))}
    _put_back(archive, changed)


def _date_recounts(archive: Archive) -> None:
    """Date the counts that reports recall by the reports that gave them."""
    figures = of_recounts([one for one in archive.annotations("figure") if isinstance(one, Figure)])
    if not figures:
        return
    world = archive.world()
    sides = Sides(world.actors, world.links)
    meant = Meant(links=world.links, states={one.id: sides.of(one.id) for one in world.actors})
    documents = [archive.document(id) for id in sorted({one.document for one in figures})]
    _put_back(archive, {one.id: one for one in dated_recounts(documents, figures, meant)})


def _put_back(archive: Archive, changed: Mapping[str, Annotation]) -> None:
    """Keep changed annotations in place of those of the same id, with what else their reports hold."""
    kept = list(archive.problems()) if changed else []
    for id in sorted({one.document for one in changed.values()}):
        document = archive.document(id)
        said = [changed.get(one.id, one) for one in archive.annotations(document=id)]
        problems = [one for one in kept if one.source == document.source and one.component == _EXTRACT]
        archive.add(document, said, problems, version=VERSION)
    if changed:
        archive.rebuild(resolve, version=VERSION, kinds=KINDS)


def _may_date(annotation: Annotation) -> bool:
    """Whether a record may tell when its report came out: what weights alone find is not sure enough for that."""
    from rashomon.extract.events.learned import RULE  # start-up: as for all rules

    return annotation.rule != RULE


def _as_read(document: Document) -> Document:
    """A document as it was read, before other reports dated it."""
    if _AS_READ not in document.metadata:
        return document
    metadata = {name: value for name, value in document.metadata.items() if name not in (_AS_READ, _DATED_BY)}
    return replace(document, published=When(**document.metadata[_AS_READ]), metadata=metadata)


def _redated(document: Document, publication: Publication) -> Document:
    """A document with a borrowed date; the one it was read with is kept beside it, and who lent the other."""
    borrowed = {_AS_READ: asdict(document.published), _DATED_BY: list(publication.by)}
    return replace(document, published=publication.when, metadata={**document.metadata, **borrowed})


def _known(archive: Archive, document: Document) -> bool:
    """Whether a document is there as it was read now, perhaps with a date borrowed since."""
    if archive.analysed(document, version=VERSION):
        return True
    if not archive.has(document.id):
        return False
    stored = archive.document(document.id)
    return _as_read(stored) == document and archive.analysed(stored, version=VERSION)


def refresh(archive: Archive) -> int:
    """Analyse every report of a case anew, by this version of the pipeline; returns how many."""
    stale = list(archive.documents())
    for one in understand_all(stale):
        archive.add(one.document, one.annotations, one.problems, version=VERSION)
    archive.rebuild(resolve, version=VERSION, kinds=KINDS)
    return len(stale)


def as_known_on(archive: Archive, day: str) -> MemoryArchive:
    """The case as it stood at the end of `day` (ISO): only reports certainly published by then."""
    past = MemoryArchive()
    for document in archive.documents(as_of=day):
        past.add(document, archive.annotations(document=document.id), version=VERSION)
    for judgement in archive.judgements():
        past.judge(judgement)
    past.rebuild(resolve, version=VERSION, kinds=KINDS)
    return past


def understand_all(documents: Iterable[Document], *, jobs: int = 1) -> Iterator[Read]:
    """Yield each document with its annotations, in order; `jobs` processes share the work."""
    if jobs <= 1:
        for batch in _batches(documents):
            yield from _understand_batch(batch)
        return
    with ExitStack() as stack:
        pool = stack.enter_context(ProcessPoolExecutor(jobs, mp_context=get_context("spawn")))
        stack.callback(pool.shutdown, wait=False, cancel_futures=True)
        under_way: deque[Future[list[Read]]] = deque()
        for batch in _batches(documents):
            under_way.append(pool.submit(_understand_batch, batch))
            if len(under_way) > jobs * _AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


def understand(document: Document) -> Read:
    """Analyse one document and extract what is said in it; a fault becomes a problem, not a loss."""
    return _understand_batch([document])[0]


def events_in(words: str) -> list[Event]:
    """The events that a sentence in plain words speaks of, whatever their status."""
    sentence = words[:1].upper() + words[1:].rstrip(".?! ") + "."
    read = understand(Document(text=sentence, source="question", language="en"))
    return [one for one in read.annotations if isinstance(one, Event)]


def _understand_batch(batch: Sequence[Document]) -> list[Read]:
    from rashomon.language.spacy_engine import engine  # start-up: only reading needs it, and it takes a second

    known = [one for one in batch if one.language in ANALYSED]
    try:
        analyses = {one.document.id: one for one in engine().analyse_all(known)}
    except Exception as error:
        if len(batch) == 1:
            return [_failed(batch[0], error)]
        return [understand(one) for one in batch]  # one of them is to blame: the others are not to be lost
    return [_extracted(one, analyses.get(one.id)) for one in batch]


def _extracted(document: Document, analysis: Analysis | None) -> Read:
    if analysis is None:
        return Read(document=document, problems=(_unanalysed(document),))
    from rashomon.extract import LAST  # start-up: only reading needs the rules, and they take half a second
    from rashomon.extract.found import Found  # start-up: the same

    found = Found(analysis)
    problems = []
    for extractor in _extractors():
        try:
            found.add(list(extractor(analysis, found)))
        except Exception as error:  # a bug must not lose the document, nor what the others find
            problems.append(_fault(document, extractor, error))
    for extractor in LAST:
        try:
            found.amend(list(extractor(analysis, found)))
        except Exception as error:  # the same
            problems.append(_fault(document, extractor, error))
    return Read(document=document, annotations=tuple(found.all()), problems=tuple(problems))


def _fault(document: Document, extractor: Callable[..., object], error: Exception) -> Problem:
    name = getattr(extractor, "__name__", type(extractor).__name__)
    return _problem(document, _EXTRACT, f"{name} could not be extracted: {type(error).__name__}: {error}")


def _failed(document: Document, error: Exception) -> Read:
    message = f"could not be analysed: {type(error).__name__}: {error}"
    return Read(document=document, problems=(_problem(document, _EXTRACT, message),))


def _extractors() -> tuple[Callable[..., Iterable[Annotation]], ...]:
    from rashomon.extract import EXTRACTORS  # start-up: as above

    return (*EXTRACTORS, *plugins.plugins("extractors").values())


def expected(sources: Iterable[str]) -> int | None:
    """How many reports sources hold, None where only reading tells: for a progress line."""
    from rashomon.read.sources import expected as counted  # start-up: as below

    return counted(sources)


def _items(sources: Iterable[str], published: str | None, outlet: str | None) -> Iterator[Document | Problem]:
    from rashomon.read import read  # start-up: as for the engine, for the readers' libraries

    for source in sources:
        yield from read(source, published=published, outlet=outlet, readers=plugins.plugins("readers"))


def _new(
    archive: Archive,
    items: Iterable[Document | Problem],
    tally: Tally,
    progress: Callable[[Tally, str], None] | None,
) -> Iterator[Document]:
    """The documents that are not in the archive yet; problems are kept on the way."""
    seen: set[str] = set()
    for item in items:
        if isinstance(item, Problem):
            archive.remember(item)
            tally.problems += 1
        elif item.id in seen or _known(archive, item):
            tally.known += 1
        else:
            seen.add(item.id)
            yield item
            continue
        if progress:
            progress(tally, item.source)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _unanalysed(document: Document) -> Problem:
    language = "of unknown language" if document.language == "und" else f"in the language {document.language!r}"
    return _problem(document, "language", f"is {language}: kept, not analysed")


def _problem(document: Document, component: str, message: str) -> Problem:
    return Problem(source=document.source, component=component, message=message)
