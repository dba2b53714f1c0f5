"""How long each page and API route of a served case takes: wall and processor time, cold and warm.

Usage: python -m benchmarks.pages CASE [TIMES]

Serves the case from its file in a process of its own, waits until the pages are ready, asks each
route TIMES times (5) and prints, in milliseconds, the first answer, the median and the longest of
the others, and the processor time that the server spent on one answer. On a busy machine only the
last says what a page costs.
"""

import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from rashomon.web.api import Name

_TICK = os.sysconf("SC_CLK_TCK")
_PAGES = (
    "/", "/timeline", "/truces", "/contacts", "/map", "/disputes", "/disputes?type=all", "/agreed", "/figures",
    "/statements", "/positions", "/pledges", "/pledges?event=Troops+shell+the+town", "/actors", "/relations",
    "/relations?kind=all", "/sources", "/reports", "/changes", "/judgements", "/problems", "/downloads",
    "/search?q=soldiers", "/search?q=said", "/api", "/api/network", "/api/search?q=soldiers", "/api/judgements",
    "/api/whatif?event=Troops+shell+the+town",
)  # fmt: skip


def main() -> None:
    """Serve, ask, print."""
    case, times = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    call = [sys.executable, "-c", "from rashomon.cli import main; main()", "serve", "--case", case, "--port", str(port)]
    server = subprocess.Popen(call, stdout=subprocess.DEVNULL)
    root = f"http://127.0.0.1:{port}"
    try:
        print(f"ready after {_ready(server, root):.0f} s of the server's processor", flush=True)
        print(f"{'first':>7} {'median':>7} {'longest':>7} {'cpu':>7}  page", flush=True)
        for route in (*_PAGES, *(f"/api/tables/{name}" for name in Name.__args__), *_of_records(root)):  # type: ignore[attr-defined]
            _measure(server.pid, root + route, route, times)
    finally:
        server.terminate()
        server.wait()


def _ready(server: subprocess.Popen[bytes], root: str) -> float:
    """Ask until the first copy of the case is there; the processor time that took."""
    while server.poll() is None:
        try:
            with urlopen(f"{root}/api") as answer:
                if answer.status == 200:
                    return _spent(server.pid)
        except (HTTPError, OSError):
            time.sleep(1)
    raise SystemExit("the server ended")


def _of_records(root: str) -> Iterator[str]:
    """One page of each kind of record: the first of its table."""
    for name in ("timeline", "actors", "statements", "figures", "differences", "truces", "sources"):
        with urlopen(f"{root}/api/tables/{name}?limit=1") as answer:
            rows = json.load(answer)["rows"]
        for id in re.findall(r'"id": "([a-z]+-[0-9a-f]+)"', json.dumps(rows)):
            folder = {"actors": "actors", "differences": "disputes", "sources": "reports"}.get(name, "records")
            yield f"/{folder}/{id}"
            yield f"/api/{'reports' if name == 'sources' else 'records'}/{id}"


def _measure(pid: int, address: str, route: str, times: int) -> None:
    walls, before = [], _spent(pid)
    for _ in range(times):
        begun = time.perf_counter()
        try:
            with urlopen(address) as answer:
                answer.read()
        except HTTPError as error:
            route += f"  ({error.code})"
        walls.append(1000 * (time.perf_counter() - begun))
    spent = 1000 * (_spent(pid) - before) / times
    rest = walls[1:] or walls
    print(f"{walls[0]:7.0f} {statistics.median(rest):7.0f} {max(rest):7.0f} {spent:7.0f}  {route}", flush=True)


def _spent(pid: int) -> float:
    """Seconds of the processor that a process has used."""
    parts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / _TICK


if __name__ == "__main__":
    main()
