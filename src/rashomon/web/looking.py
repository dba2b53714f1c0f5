"""What one request looks at: the case, as it stands or as of a day; and how it becomes a page."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import Depends, Query, Request
from jinja2 import Environment, PackageLoader
from starlette.responses import HTMLResponse, Response

from rashomon.analyse.figures import amount, things
from rashomon.analyse.overview import days_of
from rashomon.analyse.view import View, day, nested, quoted, reference
from rashomon.case import Case
from rashomon.errors import SetupError
from rashomon.export.days import dated
from rashomon.model.finding import Judgement
from rashomon.model.values import parse_iso
from rashomon.web import shown
from rashomon.web.guard import CSRF_COOKIE, Seal
from rashomon.web.settings import Settings
from rashomon.web.shelf import Shelf

MENU = (
    ("", (("/", "Overview"),)),
    ("What happened", (("/timeline", "Timeline"), ("/truces", "Truces"), ("/contacts", "Contacts"), ("/map", "Map"))),
    ("Who says what", (("/disputes", "Disputes"), ("/agreed", "Told alike"), ("/figures", "Figures"),
                       ("/statements", "Statements"), ("/positions", "Positions"), ("/pledges", "Pledges"))),
    ("Who", (("/actors", "Actors"), ("/relations", "Relations"), ("/sources", "Sources"))),
    ("The case", (("/reports", "Reports"), ("/changes", "What changed"), ("/judgements", "Judgements"),
                  ("/problems", "Problems"), ("/downloads", "Downloads"))),
)  # fmt: skip
"""The pages, in groups, as the menu shows them."""

WHO_COOKIE = "rashomon_who"
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class NotReadyError(Exception):
    """The case as of a day is being made; the page is to be asked for again."""


class NotFoundError(Exception):
    """There is no such page or record; the message says what was asked for."""


@dataclass(frozen=True, slots=True)
class Look:
    """A request with the copy of the case that it looks at; `days` are those on which the case as it stands grew."""

    request: Request
    case: Case
    as_of: str | None = None
    stale: bool = False
    days: tuple[str, ...] = ()
    new_cookies: dict[str, str] = field(default_factory=dict)

    @property
    def view(self) -> View:
        """The records."""
        return self.case.view

    @property
    def settings(self) -> Settings:
        """How the case is served."""
        settings: Settings = self.request.app.state.settings
        return settings

    @property
    def who(self) -> str:
        """Who decides, unless the form says otherwise."""
        return self.request.cookies.get(WHO_COOKIE) or self.settings.who

    @property
    def done(self) -> tuple[Judgement, bool] | None:
        """The judgement after which this page was opened, and whether it still holds."""
        wanted = self.request.query_params.get("done", "")
        if not wanted.startswith("judgement-"):
            return None
        return next((pair for pair in self.case.judgements() if pair[0].id == wanted), None)

    @property
    def csrf(self) -> str:
        """What forms of this page carry."""
        seal: Seal = self.request.app.state.seal
        cookie = self.request.cookies.get(CSRF_COOKIE) or self.new_cookies.setdefault(
            CSRF_COOKIE, secrets.token_urlsafe(24)
        )
        return seal.of(cookie)

    def url(self, path: str, **query: Any) -> str:
        """An address of ours that keeps the day as of which one looks; what is None or empty is left out."""
        asked = {name: value for name, value in ({"as_of": self.as_of} | query).items() if value not in (None, "")}
        place, hash, anchor = path.partition("#")
        return quote(place, safe="/") + (f"?{urlencode(asked)}" if asked else "") + hash + quote(anchor)

    def here(self, **query: Any) -> str:
        """The address of this page with other parameters."""
        asked = {name: value for name, value in self.request.query_params.items() if name not in ("done", "part")}
        return self.url(self.request.url.path, **(asked | query))


def checked_day(value: str | None) -> str | None:
    """An ISO day, or None for nothing; SetupError for anything else."""
    if not value:
        return None
    try:
        parse_iso(value)
    except ValueError:
        raise SetupError(f"{value[:40]!r} is no date such as 2031-03-20") from None
    return value[:10]


def look(request: Request, as_of: Annotated[str | None, Query()] = None) -> Look:
    """The dependency of every page.

    Raises:
        SetupError: `as_of` is no date.
        NotReadyError: the case as of that day is still being made.
    """
    shelf: Shelf = request.app.state.shelf
    on = checked_day(as_of)
    now = shelf.now()
    if now is None:
        raise NotReadyError("")
    days = tuple(days_of(now.case.view))
    if on is None:
        return Look(request, now.case, stale=now.stale, days=days)
    past = shelf.on(on)
    if past is None:
        raise NotReadyError(on)
    return Look(request, past.case, as_of=on, days=days)


Looking = Annotated[Look, Depends(look)]


def page(looking: Look, template: str, /, *, status: int = 200, **context: Any) -> Response:
    """A page of the application."""
    # The cookie beside which the forms' seals hold has to be there before the page is written.
    _ = looking.csrf
    text = ENVIRONMENT.get_template(template).render(look=looking, view=looking.view, url=looking.url, **context)
    answer = HTMLResponse(text, status)
    for name, value in looking.new_cookies.items():
        answer.set_cookie(name, value, httponly=True, samesite="strict", max_age=30 * 24 * 3600)
    return answer


def plain_page(
    template: str, /, *, status: int = 200, headers: Mapping[str, str] | None = None, **context: Any
) -> Response:
    """A page that shows nothing of the case."""
    return HTMLResponse(ENVIRONMENT.get_template(template).render(**context), status, headers)


def prepare_pages() -> None:
    """Put all templates together, which the first page of each kind would wait for."""
    for name in ENVIRONMENT.list_templates():
        ENVIRONMENT.get_template(name)


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("rashomon.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=shown.cleaned,
    )
    made.filters.update(
        day=day, reference=reference, quoted=quoted, dated=dated, when=shown.when, number=shown.number,
        numbered=shown.numbered, file_name=shown.file_name, cut=shown.cut, evidence=shown.evidence_query,
        counted=shown.counted, capital=shown.capital, nested=nested, once=shown.once,
    )  # fmt: skip
    made.globals.update(
        actors_in=shown.actors_in,
        amount=amount,
        things=things,
        told=shown.told,
        KINDS=shown.KINDS,
        CONTESTED=shown.CONTESTED,
        MENU=MENU,
    )
    return made


ENVIRONMENT = _environment()
