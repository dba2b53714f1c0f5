"""What keeps strangers and hostile pages out: host names, a token, sizes, headers, forms that only we can send."""

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Header, Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.web.settings import Settings

CSRF_COOKIE = "rashomon_csrf"
TOKEN_COOKIE = "rashomon_token"
CSRF_FIELD = "csrf"

_CHANGES = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": with it a browser hides from us that a form is our own (Origin: null).
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class RefusedError(Exception):
    """A change that did not come from one of our pages."""


class Seal:
    """Makes the values that forms carry and checks them: each belongs to one browser's cookie and to this process."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)

    def of(self, cookie: str) -> str:
        """The value that a form has to carry beside this cookie."""
        return hmac.new(self._secret, cookie.encode("utf-8", "surrogateescape"), hashlib.sha256).hexdigest()

    def fits(self, cookie: str | None, value: str | None) -> bool:
        """Whether a form came from a page that was made for this cookie."""
        given = (value or "").encode("utf-8", "surrogateescape")
        return bool(cookie) and hmac.compare_digest(self.of(cookie or "").encode(), given)


async def own_form(request: Request, x_csrf_token: Annotated[str | None, Header()] = None) -> None:
    """A dependency of every route that changes something: the form, or its header, carries our seal.

    Raises:
        RefusedError: it does not, or the browser says that another site sent it.
    """
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise RefusedError("this form was sent by another site")
    given = x_csrf_token
    if given is None and "form" in request.headers.get("content-type", ""):
        field = (await request.form()).get(CSRF_FIELD)
        given = field if isinstance(field, str) else None
    seal: Seal = request.app.state.seal
    if not seal.fits(request.cookies.get(CSRF_COOKIE), given):
        raise RefusedError("this page was open for too long: load it again, then decide")


class Guard:
    """The outermost layer: whatever it refuses never reaches a page; whatever leaves has the security headers."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        answer = self._refusal(scope, Headers(scope=scope))
        app: ASGIApp = answer if answer is not None else self.app
        await app(scope, _limited(receive, self.settings.largest), _with_headers(send, scope["path"]))

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        host = _name_of(headers.get("host", ""))
        if self.settings.hosts is not None and host not in self.settings.hosts:
            return PlainTextResponse("This server does not go by that name.", 421)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self.settings.largest:
            return PlainTextResponse(f"More than {self.settings.largest // 2**20} MB: send fewer files.", 413)
        if self.settings.token is not None and not scope["path"].startswith("/static/"):
            return self._asks_token(Request(scope), self.settings.token)
        return None

    def _asks_token(self, request: Request, token: str) -> Response | None:
        """None where the token was given; else the way in."""
        scheme, _, borne = request.headers.get("authorization", "").partition(" ")
        given = borne if scheme.lower() == "bearer" else request.cookies.get(TOKEN_COOKIE, "")
        if _same(given, token):
            return None
        asked = request.query_params.get("token")
        if asked is not None and request.method == "GET" and _same(asked, token):
            answer = RedirectResponse(request.url.path, 303)
            answer.set_cookie(TOKEN_COOKIE, token, httponly=True, samesite="strict")
            return answer
        if request.url.path.startswith("/api"):
            return JSONResponse({"error": "a token is needed: Authorization: Bearer …"}, 401)
        return HTMLResponse(_WAY_IN, 401)


_WAY_IN = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rashomon: token</title><link rel="stylesheet" href="/static/app.css">
<main class="alone"><h1>Rashomon</h1><form method="get" action="/">
<label for="token">The token of this case</label>
<input id="token" name="token" type="password" autocomplete="off" required>
<button>Open</button></form></main></html>"""


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), token.encode("utf-8", "surrogateescape"))


def _name_of(host: str) -> str:
    """A Host header without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()


def _limited(receive: Receive, largest: int) -> Receive:
    """The body of a request; a longer one than its header said ends the request."""
    read = 0

    async def counted() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        return message if read <= largest else {"type": "http.disconnect"}

    return counted


def _with_headers(send: Send, path: str) -> Callable[[Message], Awaitable[None]]:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            # What a case holds is nobody else's; files of ours change only with the version.
            headers.setdefault("Cache-Control", "max-age=3600" if path.startswith("/static/") else "no-store")
        await send(message)

    return sending
