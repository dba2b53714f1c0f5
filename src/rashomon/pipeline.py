"""Reading into a case: documents in, annotations and a world out, one document a transaction."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from multiprocessing import get_context

from rashomon import plugins
from rashomon.extract import EXTRACTORS
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Annotation, Mention, Time
from rashomon.model.finding import Problem
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.dating import borrowed, narrowed, undated
from rashomon.resolve.world import resolve
from rashomon.store.archive import Archive, MemoryArchive

VERSION = "1"
"""Raised when the same text gives other annotations; cases are then read anew from what they hold."""

ANALYSED = ("en",)
"""The languages whose reports are analysed; others are kept and listed as problems."""

# Where a document's metadata keep the publication it was read with, once it has borrowed another.
_AS_READ = "published_as_read"
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
    archive.rebuild(resolve, version=VERSION)
    _date_anew(archive)
    return tally


def _date_anew(archive: Archive) -> None:
    """Give undated reports the year of those that tell the same days, and analyse them anew."""
    documents = [one for one in archive.documents() if undated(one) and one.language in ANALYSED]
    if not documents:
        return
    links = archive.world().links
    times = (one for one in archive.annotations(kind="time") if isinstance(one, Time))
    mentions = (one for one in archive.annotations(kind="mention") if isinstance(one, Mention))
    dates = borrowed(list(archive.documents()), times, mentions, links)
    for document in documents:
        if document.id in dates:
            first = understand(_redated(document, dates[document.id]))
            one = understand(_redated(document, narrowed(first.document.published, first.annotations)))
            archive.add(one.document, one.annotations, one.problems, version=VERSION)
    archive.rebuild(resolve, version=VERSION)


def _redated(document: Document, published: When) -> Document:
    """A document with a borrowed date; the one it was read with is kept beside it."""
    read_with = document.metadata.get(_AS_READ) or asdict(document.published)
    return replace(document, published=published, metadata={**document.metadata, _AS_READ: read_with})


def _known(archive: Archive, document: Document) -> bool:
    """Whether a document is there as it was read now, perhaps with a date borrowed since."""
    if archive.analysed(document, version=VERSION):
        return True
    if not archive.has(document.id):
        return False
    stored = archive.document(document.id)
    return stored.metadata.get(_AS_READ) == asdict(document.published) and archive.analysed(
        _redated(document, stored.published), version=VERSION
    )


def refresh(archive: Archive) -> int:
    """Analyse every report of a case anew, by this version of the pipeline; returns how many."""
    stale = list(archive.documents())
    for one in understand_all(stale):
        archive.add(one.document, one.annotations, one.problems, version=VERSION)
    archive.rebuild(resolve, version=VERSION)
    return len(stale)


def as_known_on(archive: Archive, day: str) -> MemoryArchive:
    """The case as it stood at the end of `day` (ISO): only reports certainly published by then."""
    past = MemoryArchive()
    for document in archive.documents(as_of=day):
        past.add(document, archive.annotations(document=document.id), version=VERSION)
    for judgement in archive.judgements():
        past.judge(judgement)
    past.rebuild(resolve, version=VERSION)
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
    found = Found(analysis)
    try:
        for extractor in _extractors():
            found.add(extractor(analysis, found))
    except Exception as error:  # a bug must not lose the document, nor the others
        return _failed(document, error)
    return Read(document=document, annotations=tuple(found.all()))


def _failed(document: Document, error: Exception) -> Read:
    message = f"could not be analysed: {type(error).__name__}: {error}"
    return Read(document=document, problems=(_problem(document, "extract", message),))


def _extractors() -> tuple[Callable[..., Iterable[Annotation]], ...]:
    return (*EXTRACTORS, *plugins.plugins("extractors").values())


def _items(sources: Iterable[str], published: str | None, outlet: str | None) -> Iterator[Document | Problem]:
    from rashomon.read import read  # start-up: as above, for the readers' libraries

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
