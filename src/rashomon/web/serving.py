"""Runs the application until it is stopped."""

import gc
import socket
from contextlib import suppress
from threading import Thread

import uvicorn

from rashomon.errors import RashomonError, SetupError
from rashomon.pipeline import events_in
from rashomon.web.app import application
from rashomon.web.looking import prepare_pages
from rashomon.web.settings import Settings
from rashomon.web.shelf import Shelf

# A case is made of records by the hundred thousand and hardly any cycles: looking for these every 700 new objects took
# a third of the time of reading it from the database.
_COLLECTED = (50_000, 20, 50)


def serve(settings: Settings) -> None:
    """Serve a case and say where.

    Raises:
        SetupError: the case cannot be opened, or the port is taken.
    """
    _check_free(settings)
    gc.set_threshold(*_COLLECTED)
    made = application(settings)
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    print(f"{settings.case}: http://{host}:{settings.port}/  (Ctrl-C stops)", flush=True)
    Thread(target=_prepare, args=(made.state.shelf,), daemon=True).start()
    uvicorn.run(made, host=settings.host, port=settings.port, log_level="warning", server_header=False)


def _prepare(shelf: Shelf) -> None:
    """Make the case ready, and load what the first question would wait for, before anybody asks."""
    with suppress(RashomonError):  # the page that needs it says what is wrong
        prepare_pages()
        shelf.now()
        events_in("Somebody attacks.")


def _check_free(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((settings.host, settings.port))
        except OSError as error:
            reason = error.strerror or str(error)
            raise SetupError(
                f"cannot listen at {settings.host}:{settings.port}: {reason}; try another --port"
            ) from error
