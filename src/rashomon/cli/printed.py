"""What a command printed of a case is kept in it, and printed again while nothing that it depends on is another.

Of 773 reports a table is put together in 4 to 12 seconds, and a brief in 26; what was kept is there in one. Only what
a person reads on a terminal is kept: a case may come from elsewhere, and other programs believe a table without a look.
"""

import json
from collections.abc import Callable
from typing import Any

from rashomon import plugins
from rashomon.analyse.kept import basis
from rashomon.case import Case
from rashomon.model.shown import visible

# The folders and files whose code decides what a command prints of what is stored, and of an earlier day.
_OURS = (
    "analyse", "case.py", "case_files", "cli", "export", "language", "lexicon", "model", "pipeline.py", "resolve",
    "store",
)  # fmt: skip


def printed(case: Case, command: str, make: Callable[[], str], **asked: Any) -> str:
    """The text that a command prints: as the case keeps it, or made now and kept.

    Args:
        case: what it is made of.
        command: the command's name.
        make: makes the text anew.
        asked: all that it depends on beside the case: filters, the width of the terminal.
    """
    archive = case.archive
    state = archive.state()
    made_of = basis(state, plugins.plugins("checks").values(), _OURS)
    if made_of is None:
        return make()
    # Problems are no part of a case's state: nothing but their own table and a line of the brief tells them.
    # Those of a report change with it, and of the others none ever goes: their number tells whether they are the same.
    problems = sum(1 for _ in archive.problems())
    name = json.dumps([command, case.as_of, asked, problems], sort_keys=True)
    text = archive.printed(name, made_of)
    # A case may come from elsewhere: no text of it drives the terminal.
    if text is not None and text == visible(text):
        return text
    text = make()
    archive.keep_printed(name, text, made_of=made_of, state=state)
    return text
