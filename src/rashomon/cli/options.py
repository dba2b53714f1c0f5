"""What several commands share: their options, opening a case, writing what was made."""

import getpass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from rashomon.case import Case, open_case
from rashomon.errors import SetupError

CaseOption = Annotated[
    str, typer.Option("--case", envvar="RASHOMON_CASE", help="The case: a file, or a postgresql:// URL.")
]
AsOfOption = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="As known at the end of that day.")]
OutOption = Annotated[Path | None, typer.Option("--out", help="Write here instead of standard output.")]
WhoOption = Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; your user name if left out.")]


def opened(case: str, as_of: str | None = None) -> Case:
    """A case that is there already, perhaps as of a day."""
    check_day(as_of, "--as-of")
    return open_case(case, as_of=as_of, create=False)


def check_day(day: str | None, option: str) -> None:
    """Raise SetupError unless an option holds a date."""
    if day is None:
        return
    try:
        datetime.fromisoformat(day)
    except ValueError:
        raise SetupError(f"{option} {day!r} is no date such as 2020-10-28") from None


def user(who: str | None) -> str:
    """Who decides: as told, else the user's name."""
    try:
        return who or getpass.getuser()
    except (OSError, KeyError):  # a process without a user: a container
        raise SetupError("nobody is logged in here: say who decides with --who NAME") from None
