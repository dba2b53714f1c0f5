"""A small invented war, read once; the application over it, and a browser where one is installed."""

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Literal

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from rashomon import open_case
from rashomon.web.app import application
from rashomon.web.settings import Settings

REPORTS = {
    "courier.txt": """Estaria says its troops hold Marn bridge

The Harbour Courier
3 May 2034

LOMERA - Estaria said on Wednesday that its troops had seized the bridge at Marn. The Norvak army shelled the town of
Osk on 2 May, the Estarian defence ministry said.

Defence Minister Ilse Kantor said 14 Estarian soldiers had been killed and more than 30 wounded since 1 May. Norvak has
not disclosed its losses.

Kantor accused Norvak of bombing the hospital in Osk. "They knew it was full," Kantor said. Norvak denied the
accusation.

If Norvak crosses the Marn, Estaria will close the strait, President Tomas Adler said.
""",
    "gazette.txt": """Norvak rejects claim on bridge

Norvak Gazette
5 May 2034

DRUVA - Norvak denied on Friday that Estarian troops had seized the bridge at Marn. "The bridge is ours," Foreign
Minister Pavel Sorin said.

President Tomas Adler of Estaria spoke by phone with Norvak's President Vera Lund on 4 May, the Norvak presidency said.

Norvak's army killed 40 Estarian soldiers on 1 May, the general staff said. Norvak demands that Estaria withdraw
from Marn.

The two sides agreed to a ceasefire from midnight on 6 May, brokered by Ruvania.
""",
    "ledger.txt": """Truce between Norvak and Estaria collapses

The Ruvania Ledger
9 May 2034

PORT SELD - A ceasefire between Norvak and Estaria collapsed on 8 May when shells hit Osk, Ruvanian officials said.

Estaria and Norvak blamed each other for breaking the truce. Ruvania is an ally of Estaria.

Defence Minister Ilse Kantor said 19 Estarian soldiers had been killed by 8 May.
""",
}

CHROMIUM = "/usr/bin/chromium"


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of the invented war; nobody writes to it."""
    folder = tmp_path_factory.mktemp("war")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    with open_case(folder / "war.rashomon") as case:
        case.read(*(folder / name for name in REPORTS))
    return folder / "war.rashomon"


@pytest.fixture
def case(read_once: Path, tmp_path: Path) -> Path:
    """A copy of the case that a test may change."""
    with open_case(read_once):  # what stands in the write-ahead log goes into the file
        pass
    shutil.copy(read_once, tmp_path / "war.rashomon")
    return tmp_path / "war.rashomon"


def client_of(app: FastAPI, **options: Any) -> TestClient:
    return TestClient(app, base_url="http://127.0.0.1:8000", **options)


@pytest.fixture(scope="session")
def untouched(read_once: Path) -> FastAPI:
    """The application over the case that nobody changes; `shared` and `root` are ways into it."""
    return application(Settings(case=str(read_once), who="Ada"))


@pytest.fixture(scope="session")
def shared(untouched: FastAPI) -> Iterator[TestClient]:
    """A client of the case that nobody changes."""
    with client_of(untouched) as client:
        yield client


@pytest.fixture(scope="session")
def root(untouched: FastAPI, shared: TestClient) -> Iterator[str]:
    """The address at which a browser finds the case that nobody changes."""
    with served(untouched, lifespan="off") as address:  # begun and ended by `shared`
        yield address


HOSTILE = """<script>alert(1)</script> "onmouseover=alert(2) x='

=cmd()|' /C calc'!A0
4 May 2034

OSK - General <img src=x onerror=alert(3)> Kane said his "troops \u202e had {{ 7*7 }} seized" the bridge at Marn. Norvak
denied that.
Estaria said 12 soldiers were killed. </script></mark><svg onload=alert(4)>

"""


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of reports that would do harm: markup, formulas, hidden characters, a line of a megabyte."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "<b>bad.txt").write_text(HOSTILE, "utf-8")
    (folder / "long.txt").write_text("Estaria said " + "a" * 1_000_000, "utf-8")
    with open_case(folder / "war.rashomon") as case:
        case.read(folder / "<b>bad.txt", outlet="=cmd()<script>alert(5)</script>")
        case.read(folder / "long.txt")
    return folder / "war.rashomon"


@pytest.fixture
def client(case: Path) -> Iterator[TestClient]:
    """A client of a case of one's own."""
    with client_of(application(Settings(case=str(case), who="Ada"))) as made:
        yield made


@contextmanager
def served(app: FastAPI, *, lifespan: Literal["auto", "off"] = "auto") -> Iterator[str]:
    """The application at a free port, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", ws="none", lifespan=lifespan))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = monotonic() + 20
    while not server.started and monotonic() < deadline:
        sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no Chromium at {CHROMIUM}: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield made
        made.close()


@pytest.fixture
def page_of(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page that fails the test on any error in it, and on any request to another host."""
    contexts: list[Any] = []
    faults: list[str] = []

    def opened(address: str, **options: Any) -> Any:
        root = "/".join(address.split("/")[:3])
        context = browser.new_context(locale="en-GB", reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda said: faults.append(said.text) if said.type == "error" and "404" not in said.text else None,
        )
        page.on("dialog", lambda dialog: (faults.append(f"a dialog: {dialog.message}"), dialog.dismiss()))
        page.on(
            "request", lambda asked: faults.append(asked.url) if not asked.url.startswith((root, "blob:")) else None
        )
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults
