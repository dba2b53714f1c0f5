"""Runs the application until it is stopped."""

import socket

import uvicorn

from rashomon.errors import SetupError
from rashomon.web.app import application
from rashomon.web.settings import Settings


def serve(settings: Settings) -> None:
    """Serve a case and say where.

    Raises:
        SetupError: the case cannot be opened, or the port is taken.
    """
    _check_free(settings)
    made = application(settings)
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    print(f"{settings.case}: http://{host}:{settings.port}/  (Ctrl-C stops)", flush=True)
    uvicorn.run(made, host=settings.host, port=settings.port, log_level="warning", server_header=False)


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
