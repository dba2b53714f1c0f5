"""Reads reports: files, folders, web pages, mail, feeds and archives become documents.

In: a source as the user names it (a path, a glob, "-", an address). Out: documents
whose text is normalised once, with furniture marked as spans, and with title, author,
outlet, genre, language and date of publication as far as the report tells them; and a
problem for everything that could not be read. Never: editing a text after it is
normalised, looking at grammar, guessing a date, raising for a bad file.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from rashomon.errors import DocumentError, SetupError
from rashomon.model.finding import Problem
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.read.dating import given_date
from rashomon.read.draft import Draft, Reader, problem
from rashomon.read.finish import finished
from rashomon.read.formats import drafts_of
from rashomon.read.sources import Place, places, stream_of

__all__ = ["Draft", "Reader", "read"]

Found: TypeAlias = Document | Problem
_NONE: Mapping[str, Reader] = MappingProxyType({})


def read(
    source: str, *, published: str | None = None, outlet: str | None = None, readers: Mapping[str, Reader] = _NONE
) -> Iterator[Document | Problem]:
    """Yield the documents of `source`, and a problem for each thing that could not be read.

    Args:
        source: A file, a folder, a glob, "-" for standard input, or a web address.
        published: The date of publication, where the caller knows it; it wins.
        outlet: The outlet, where the caller knows it; it wins.
        readers: Plug-ins by file ending (".xyz") or by scheme ("archive" for "archive:…").

    Raises:
        SetupError: `published` is no date.
    """
    when = given_date(published, "given by the caller") if published else None
    if published and when is None:
        raise SetupError(f"{published!r} is no date; write YYYY-MM-DD")
    return _read(source, when, outlet, readers)


def _read(
    source: str, published: When | None, outlet: str | None, readers: Mapping[str, Reader]
) -> Iterator[Document | Problem]:
    scheme = source.partition(":")[0]
    found: Iterable[Place | Problem] = (Place(source),) if scheme in readers else places(source)
    for place in found:
        if isinstance(place, Problem):
            yield place
        else:
            yield from _guarded(place, published, outlet, _plugin(place, readers))


def _plugin(place: Place, readers: Mapping[str, Reader]) -> Reader | None:
    name, scheme = place.name.lower(), place.source.partition(":")[0]
    for key, reader in readers.items():
        if key == scheme or name.endswith("." + key.lower().removeprefix(".")):
            return reader
    return None


def _guarded(place: Place, published: When | None, outlet: str | None, reader: Reader | None) -> Iterator[Found]:
    """Yield what a place holds; whatever goes wrong in it becomes a problem."""
    try:
        for one in _drafts(place, reader):
            if isinstance(one, Draft):
                if one.published and given_date(one.published, "") is None:
                    yield problem(one.source, "dating", f"{one.published!r} is no date; inferred from the text instead")
                yield finished(one, published=published, outlet=outlet)
            else:
                yield one
    except DocumentError as error:
        yield problem(place.source, "", str(error))
    except Exception as error:
        # Parsers of other people's formats raise anything; a bad file must not end the run.
        yield problem(place.source, "", f"cannot be read ({type(error).__name__}: {error})")


def _drafts(place: Place, reader: Reader | None) -> Iterator[Draft | Found]:
    if reader:
        yield from reader(place.source)
        return
    with stream_of(place) as stream:
        yield from drafts_of(stream, place.source, name=place.name)
