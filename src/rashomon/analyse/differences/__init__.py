"""Where accounts differ, and the kind of difference; one function a check.

A check takes a `View` and yields differences; its docstring says what it finds, the
`why` of each difference what was compared. What cannot be compared is not compared:
silence is better than a false alarm.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from rashomon.analyse.differences.blame import blame
from rashomon.analyse.differences.counts import (
    counts_of_one_event,
    other_counts,
    other_precision,
    other_scopes,
    running_totals,
)
from rashomon.analyse.differences.denials import denials, losses_denied
from rashomon.analyse.differences.errors import corrections, impossible_times, parts_and_totals
from rashomon.analyse.differences.framing import framing, readouts
from rashomon.analyse.differences.positions import changes_of_position, turns_told
from rashomon.analyse.view import View
from rashomon.model.finding import Difference

Check: TypeAlias = Callable[[View], Iterable[Difference]]

CHECKS: tuple[Check, ...] = (
    denials, losses_denied, blame, changes_of_position, turns_told, running_totals, other_counts, counts_of_one_event,
    other_precision, other_scopes, corrections, parts_and_totals, impossible_times,
    framing, readouts,
)  # fmt: skip
"""The built-in checks, by order of what a reader wants first."""


def differences(view: View) -> list[Difference]:
    """What all checks find, other people's included, each difference once."""
    if "differences" not in view.findings:
        found = {one.id: one for check in (*CHECKS, *view.checks) for one in check(view)}
        kept = (one for one in found.values() if one.id not in view.rejected)
        view.findings["differences"] = [replace(one, resolution=view.resolutions.get(one.id)) for one in kept]
    return list(view.findings["differences"])
