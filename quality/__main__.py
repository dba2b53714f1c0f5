"""`rashomon eval [SUITE…]`: run suites, print gains and losses, fail below a floor.

Usage: python -m quality [SUITE…] [--update]
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module

from quality.data import ROOT

SUITES = (
    "samples", "times", "actors", "statements", "events", "happenings", "truces", "figures", "pledges", "positions",
    "relations", "differences", "stories", "links",
)  # fmt: skip
# These read the same dossiers, so that one process reads them once. The longest of the others come first.
_TOGETHER = ("samples", "happenings", "truces", "differences", "links")
_LONGEST = ("statements", "events", "times", "actors")
FLOORS = ROOT / "quality" / "floors.json"
# On one machine measures come out the same every time. Another processor rounds the parser's arithmetic differently,
# which may turn a sentence or two of a small suite.
_SLACK = 1.0


def measure(suite: str) -> dict[str, float]:
    """The measures of one suite, rounded to a tenth."""
    found = getattr(import_module(f"quality.{suite}"), suite)()
    return {name: round(value, 1) for name, value in found.items() if value is not None}


def measured(suites: Sequence[str]) -> dict[str, dict[str, float]]:
    """Measure suites, in the order asked for; several at a time where there are processors."""
    together = tuple(suite for suite in suites if suite in _TOGETHER)
    alone = sorted((one for one in suites if one not in _TOGETHER), key=lambda one: (one not in _LONGEST, one))
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        running = [pool.submit(_measures, group) for group in (together, *((one,) for one in alone)) if group]
        found = {suite: values for one in running for suite, values in one.result().items()}
    return {suite: found[suite] for suite in suites}


def _measures(suites: tuple[str, ...]) -> dict[str, dict[str, float]]:
    return {suite: measure(suite) for suite in suites}


def report(suite: str, values: dict[str, float], floors: dict[str, float]) -> int:
    """Print the measures of a suite beside their floors; returns how many are below."""
    below = 0
    print(suite)
    for name, value in values.items():
        floor = floors.get(name)
        lost = floor is not None and value < floor - _SLACK
        below += lost
        against = "no floor" if floor is None else f"floor {floor:5.1f}  {value - floor:+5.1f}"
        print(f"  {name:<56}{value:6.1f}   {against}{'   BELOW' if lost else ''}")
    for name in floors.keys() - values.keys():
        print(f"  {name:<56}     –   not measured: its data is not here")
    return below


def main() -> int:
    """Run the suites named in the call, all of them where none is."""
    parser = argparse.ArgumentParser(prog="rashomon eval", description=__doc__)
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=", ".join(SUITES))
    parser.add_argument("--update", action="store_true", help="pin the floors to what was reached")
    call = parser.parse_args()
    if unknown := set(call.suites) - set(SUITES):
        print(f"rashomon: no suite {', '.join(sorted(unknown))}: there are {', '.join(SUITES)}", file=sys.stderr)
        return 2
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    below = 0
    for suite, values in measured(call.suites or SUITES).items():
        below += report(suite, values, floors.get(suite, {}))
        if call.update:
            floors[suite] = floors.get(suite, {}) | values
    if call.update:
        FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", "utf-8")
        return 0
    print(f"{below} measures below their floor" if below else "all floors held")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
