"""The command that opens a case in the browser: `rashomon serve`."""

import os
from typing import Annotated

import typer

from rashomon.cli.options import CaseOption, user
from rashomon.store import DEFAULT_CASE


def serve(
    case: CaseOption = DEFAULT_CASE,
    host: Annotated[str, typer.Option(help="Where to listen; others than this machine need a --token.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    token: Annotated[
        str | None, typer.Option(envvar="RASHOMON_TOKEN", help="What visitors must give, 16 characters or more.")
    ] = None,
) -> None:
    """Open a case in the browser: overview, timeline, disputes, figures, reports, and the analyst's hand."""
    from rashomon.web.serving import serve as served  # start-up: only this command needs the web framework
    from rashomon.web.settings import Settings  # start-up: as above

    served(Settings(case=case, who=user(os.environ.get("RASHOMON_WHO")), host=host, port=port, token=token))
