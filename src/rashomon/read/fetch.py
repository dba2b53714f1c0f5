"""Pages and feeds from the web: the only place that talks to the network."""

import http.client
import urllib.error
import urllib.request
from typing import Any

from rashomon.errors import DocumentError
from rashomon.read.draft import LIMIT

TIMEOUT = 30.0
"""Seconds to wait for an answer."""

_AGENT = "rashomon/0.1 (reads reports; one request a page)"


def is_url(source: str) -> bool:
    """Whether `source` is an address that may be fetched."""
    return source.lower().startswith(("http://", "https://"))


class _SameKind(urllib.request.HTTPRedirectHandler):
    """Follows redirects to web addresses only: never to files or other protocols."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        if not is_url(newurl):
            raise urllib.error.URLError(f"redirected to {newurl}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetched(url: str) -> bytes:
    """The bytes at `url`; DocumentError where they cannot be had or are more than `LIMIT`."""
    try:
        request = urllib.request.Request(url, headers={"User-Agent": _AGENT, "Accept-Encoding": "identity"})
        opener = urllib.request.build_opener(_SameKind)
        with opener.open(request, timeout=TIMEOUT) as answer:
            data: bytes = answer.read(LIMIT + 1)
    except (OSError, ValueError, http.client.HTTPException) as error:
        # URLError and timeouts are OSErrors; ValueError is an address that is none.
        raise DocumentError(f"cannot be fetched ({getattr(error, 'reason', None) or error})") from error
    if len(data) > LIMIT:
        raise DocumentError(f"larger than {LIMIT // 1024 // 1024} MB")
    return data
