"""Puts the application together: pages, API, files of ours, and what every answer goes through."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from rashomon.errors import RashomonError
from rashomon.store import open_archive
from rashomon.web import api
from rashomon.web.guard import Guard, RefusedError, Seal
from rashomon.web.looking import NotFoundError, NotReadyError, plain_page
from rashomon.web.pages import (
    actors,
    disputes,
    downloads,
    finding,
    hand,
    ledgers,
    overview,
    reports,
    ties,
    timeline,
)
from rashomon.web.reading import Desk
from rashomon.web.settings import Settings
from rashomon.web.shelf import Shelf

_PAGES = (overview, timeline, disputes, ledgers, actors, reports, hand, finding, ties, downloads)


def application(settings: Settings) -> FastAPI:
    """The application of one case, which is made where it is not there.

    Raises:
        SetupError: the case cannot be opened.
    """
    archive = open_archive(settings.case, keep=True)
    shelf = Shelf(archive)
    desk = Desk(settings, shelf)

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()
        shelf.close()
        archive.close()

    made = FastAPI(
        title="Rashomon", version=api.VERSION, description=api.ABOUT, lifespan=life,
        docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
    )  # fmt: skip
    made.state.settings, made.state.shelf, made.state.desk, made.state.seal = settings, shelf, desk, Seal()
    for one in _PAGES:
        made.include_router(one.router, include_in_schema=False)
    made.include_router(api.router)
    made.mount("/static", StaticFiles(directory=Path(str(files("rashomon.web"))) / "static"), name="static")
    _answer_errors(made)
    made.add_middleware(Guard, settings=settings)
    return made


def _answer_errors(made: FastAPI) -> None:
    """Every deliberate error is a page, or JSON where the API was asked, with one line for the reader."""

    def answered(status: int, title: str) -> object:
        def answer(request: Request, error: Exception) -> Response:
            return _error(request, status, title, str(error))

        return answer

    made.add_exception_handler(NotFoundError, answered(404, "Not found"))  # type: ignore[arg-type]
    made.add_exception_handler(RefusedError, answered(403, "Not done"))  # type: ignore[arg-type]
    made.add_exception_handler(RashomonError, answered(400, "That cannot be done"))  # type: ignore[arg-type]
    made.add_exception_handler(NotReadyError, _not_ready)
    made.add_exception_handler(HTTPException, _no_page)
    made.add_exception_handler(RequestValidationError, _not_understood)


def _no_page(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 404)
    why = str(getattr(error, "detail", ""))
    if status != 404:
        return _error(request, status, "That cannot be done", why)
    unsaid = why == "Not Found"  # Starlette's own words
    return _error(request, status, "Not found", "There is no such page in this case." if unsaid else why)


def _not_understood(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    said = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors())
    return _error(request, 422, "That was not understood", said)


def _not_ready(request: Request, error: Exception) -> Response:
    if request.url.path.startswith("/api"):
        return JSONResponse({"error": "the case is being put together: ask again"}, 503, {"Retry-After": "1"})
    return plain_page("wait.html", status=200, headers={"Refresh": "1"}, day=str(error))


def _error(request: Request, status: int, title: str, message: str) -> Response:
    if request.url.path.startswith("/api"):
        return JSONResponse({"error": message}, status)
    return plain_page("error.html", status=status, title=title, message=message)
