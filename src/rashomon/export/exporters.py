"""The built-in exporters by the name of their format; others come by entry point (`rashomon.exporters`).

An exporter is a function of a view and a target: a file or a folder, as fits the format, or
None for standard output. One that needs a target raises SetupError where there is none.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from rashomon.analyse.view import View
from rashomon.export.ftm import export_ftm
from rashomon.export.gdelt import export_gdelt
from rashomon.export.graph import export_gexf, export_graphml
from rashomon.export.jsonld import export_jsonld
from rashomon.export.plover import export_plover
from rashomon.export.records import export_jsonl
from rashomon.export.rocrate import export_rocrate
from rashomon.export.tables import export_csv, export_parquet
from rashomon.export.ucdp import export_ucdp

Exporter: TypeAlias = Callable[[View, Path | None], None]

EXPORTERS: Mapping[str, Exporter] = {
    "jsonl": export_jsonl,
    "csv": export_csv,
    "parquet": export_parquet,
    "plover": export_plover,
    "gdelt": export_gdelt,
    "ucdp": export_ucdp,
    "ftm": export_ftm,
    "graphml": export_graphml,
    "gexf": export_gexf,
    "jsonld": export_jsonld,
    "rocrate": export_rocrate,
}
