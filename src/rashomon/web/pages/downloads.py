"""Downloads: the report that people send on, the tables, the graph, all records; whatever exporters are there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import APIRouter
from starlette.responses import Response

from rashomon.analyse.brief import brief
from rashomon.analyse.tables import TABLES, Filter, Table, table
from rashomon.export import documents, report, tables
from rashomon.export.exporters import EXPORTERS
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


def _exported(format: str, name: str) -> Callable[[Look], bytes]:
    """A file as its exporter writes it."""

    def make(look: Look) -> bytes:
        with TemporaryDirectory() as folder:
            target = Path(folder) / name
            EXPORTERS[format](look.view, target)
            return target.read_bytes()

    return make


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
                 note="Everything said, meant and concluded, with its evidence.",
                 make=_exported("jsonl", "records.jsonl")),
        Download(name="network.graphml", title="Graph, GraphML", type="application/graphml+xml",
                 note="Actors and their ties.", make=_exported("graphml", "network.graphml")),
        Download(name="network.gexf", title="Graph, GEXF", type="application/gexf+xml",
                 note="The same with dates, for Gephi.", make=_exported("gexf", "network.gexf")),
        Download(name="plover.csv", title="Events, PLOVER", type="text/csv",
                 note="A row an event, as POLECAT has them.", make=_exported("plover", "plover.csv")),
        Download(name="mentions.tsv", title="Mentions, GDELT", type="text/tab-separated-values",
                 note="Which report tells which event, where.", make=_exported("gdelt", "mentions.tsv")),
        Download(name="deaths.csv", title="Lethal events, UCDP", type="text/csv",
                 note="Low, best and high, with the rule that gave them.", make=_exported("ucdp", "deaths.csv")),
        Download(name="entities.ftm.json", title="Entities, FollowTheMoney", type="application/x-ndjson",
                 note="For Aleph and OpenSanctions.", make=_exported("ftm", "entities.ftm.json")),
        Download(name="claims.jsonld", title="Claims, JSON-LD", type="application/ld+json",
                 note="schema.org claims with W3C annotations.", make=_exported("jsonld", "claims.jsonld")),
        Download(name="case.zip", title="The case, RO-Crate", type="application/zip",
                 note="Reports, records and judgements, packed for an archive.", make=_exported("rocrate", "case.zip")),
    )
}  # fmt: skip
"""What can be downloaded besides the tables, by file name."""


_TABLE_FILES: dict[str, tuple[str, Callable[[Table], str | bytes]]] = {
    "csv": ("text/csv", tables.to_csv),
    "json": ("application/json", tables.to_json),
    "parquet": ("application/vnd.apache.parquet", tables.to_parquet),
}
"""What each table can be downloaded as, by the file's ending: the media type, and how it is written."""


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
    if stem in TABLES and ending in _TABLE_FILES:
        type, write = _TABLE_FILES[ending]
        return _sent(write(table(look.view, stem, Filter(background=True))), name, type)
    raise NotFoundError(f"nothing called {name[:80]} can be downloaded")


def _sent(content: str | bytes, name: str, type: str) -> Response:
    return Response(content, media_type=type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
