"""Lines of the brief on the reports themselves: when they appeared, whom they lean on, what could not be read."""

from collections.abc import Iterator

from rashomon.analyse.brief.lines import Line
from rashomon.analyse.sources import sources
from rashomon.analyse.view import View, day
from rashomon.model.text import Document


def reports(view: View) -> Iterator[Line]:
    """The reports by number, with their day, outlet and genre, and whom they lean on."""
    leaning = {one.document: one.upstreams for one in sources(view)}
    for id, document in view.documents.items():
        parts = [document.outlet or "outlet unknown", document.genre]
        parts += [f"leans on {', '.join(leaning[id])}"] if leaning[id] else []
        text = f"{_appeared(document)}: {document.title or document.source} ({'; '.join(parts)})"
        yield Line(lead=view.numbers[id], text=text, ids=(id,))


def problems(view: View) -> Iterator[Line]:
    """What could not be read or understood."""
    for one in view.archive.problems():
        yield Line(lead=one.component, text=f"{one.source}: {one.message}", ids=(one.id,))


def _appeared(document: Document) -> str:
    published = document.published
    if not published.known:
        return "undated"
    return day(published) if published.is_day else f"{day(published)} (inferred)"
