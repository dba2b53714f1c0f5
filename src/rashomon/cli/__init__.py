"""The command line: `rashomon read`, `brief`, a table a command, `show`, `search`, `judge`, `export` and more.

In: what is typed. Out: text on standard output, files, an exit status: 0 done (what could
not be read is listed as problems), 1 nothing could be done, 2 the call or the set-up is
wrong; errors go to standard error, one line each. Never: a traceback for a deliberate error.
"""

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import NoReturn

import typer

from rashomon.analyse.tables import TABLES
from rashomon.cli import agents, asking, exporting, judging, looking, reading, scaling, serving
from rashomon.errors import DocumentError, SetupError
from rashomon.model.shown import visible

app = typer.Typer(
    name="rashomon",
    help="Reads reports of a conflict and rebuilds the system they describe; every cell leads back to a sentence.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
_FIRST: tuple[Callable[..., int | None], ...] = (
    reading.read,
    reading.refresh,
    reading.demo,
    serving.serve,
    looking.brief,
)
_LAST: tuple[Callable[..., int | None], ...] = (
    looking.show, looking.search, asking.whatif, asking.replay, asking.network,
)  # fmt: skip
for _command in _FIRST:
    app.command()(_command)
for _name in TABLES:
    app.command(_name)(looking.actors if _name == "actors" else looking.table_command(_name))
for _command in _LAST:
    app.command()(_command)
app.add_typer(judging.app, name="judge")
app.command()(exporting.export)
app.command()(scaling.scale)
app.command("import")(scaling.import_)
app.command()(agents.mcp)
app.command("eval")(exporting.evaluate)


def main() -> None:
    """Run the command line; a deliberate error is one line and an exit status, never a traceback."""
    for stream in (sys.stdout, sys.stderr):  # a sign that a terminal's encoding lacks is no reason to stop
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        status = app(standalone_mode=False)
    except (SetupError, DocumentError) as error:
        _fail(str(error), 2 if isinstance(error, SetupError) else 1)
    except BrokenPipeError:  # the reader of our output went away: `rashomon brief | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        _fail("stopped; what was read is kept, and the next run goes on", 1)
    except OSError as error:
        _fail(f"{error.filename or 'rashomon'}: {error.strerror or error}", 2)
    except Exception as error:
        told = getattr(error, "format_message", None)  # a call that typer could not read
        if told is None:
            raise
        _fail(told(), 2)
    sys.exit(status if isinstance(status, int) else 0)


def _fail(message: str, status: int) -> NoReturn:
    print("rashomon: " + visible(" ".join(message.split())), file=sys.stderr)
    sys.exit(status)
