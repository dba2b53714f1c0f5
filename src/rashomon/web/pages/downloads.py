"""Downloads: the report that people send on, the tables, the graph, all records; whatever exporters are there."""

from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO

from fastapi import APIRouter
from starlette.responses import Response

from rashomon.analyse.brief import brief
from rashomon.analyse.network import network
from rashomon.analyse.tables import TABLES, Filter, table
from rashomon.export import documents, graph, report, tables
from rashomon.web.looking import Look, Looking, NotFoundError, page

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file that is made when it is asked for."""

    name: str
    title: str
    note: str
    type: str
    make: Callable[[Look], str | bytes]


DOWNLOADS = {
    one.name: one
    for one in (
        Download(name="brief.html", title="Report, one HTML file", type="text/html",
                 note="To send on: needs no network, every reference opens its sentence, can be printed.",
                 make=lambda look: report.to_html(brief(look.view, as_of=look.as_of), look.view)),
        Download(name="brief.md", title="Brief, Markdown", type="text/markdown", note="For notes and wikis.",
                 make=lambda look: report.to_markdown(brief(look.view, as_of=look.as_of))),
        Download(name="brief.docx", title="Brief, Word", note="To write on.",
                 type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                 make=lambda look: documents.to_docx(brief(look.view, as_of=look.as_of))),
        Download(name="brief.pdf", title="Brief, PDF", type="application/pdf", note="To print. Needs typst installed.",
                 make=lambda look: documents.to_pdf(brief(look.view, as_of=look.as_of))),
        Download(name="records.jsonl", title="All records, JSON Lines", type="application/x-ndjson",
                 note="Everything said, meant and concluded, with its evidence.", make=lambda look: _records(look)),
        Download(name="network.graphml", title="Graph, GraphML", type="application/graphml+xml",
                 note="Actors and their ties.", make=lambda look: graph.to_graphml(network(look.view))),
        Download(name="network.gexf", title="Graph, GEXF", type="application/gexf+xml",
                 note="The same with dates, for Gephi.", make=lambda look: graph.to_gexf(network(look.view))),
    )
}  # fmt: skip
"""What can be downloaded besides the tables, by file name."""


@router.get("/downloads")
def show(look: Looking) -> Response:
    """What can be downloaded."""
    return page(look, "downloads.html", downloads=DOWNLOADS.values(), tables=list(TABLES))


@router.get("/downloads/{name}")
def one(look: Looking, name: str) -> Response:
    """One file."""
    stem, _, ending = name.partition(".")
    if name in DOWNLOADS:
        wanted = DOWNLOADS[name]
        return _sent(wanted.make(look), name, wanted.type)
    if stem in TABLES and ending in ("csv", "json"):
        made = table(look.view, stem, Filter(background=True))
        content = tables.to_csv(made) if ending == "csv" else tables.to_json(made)
        return _sent(content, name, "text/csv" if ending == "csv" else "application/json")
    raise NotFoundError(f"nothing called {name[:80]} can be downloaded")


def _records(look: Look) -> str:
    out = StringIO()
    tables.write_records(look.case.records(), out, dict(look.view.world.links))
    return out.getvalue()


def _sent(content: str | bytes, name: str, type: str) -> Response:
    return Response(content, media_type=type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
