"""Every page there is, by the application's own routes: what walks them cannot forget a new one."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from fastapi.testclient import TestClient
from starlette.routing import BaseRoute, Route

ADDRESSES = {
    "/": ["/", "/?as_of=2034-05-05"],
    "/changes": ["/changes"],
    "/timeline": ["/timeline?as_of=2034-05-05&lanes=actor", "/timeline?type=CONSULT&actor=Vera+Lund"],
    "/disputes": ["/disputes", "/disputes?type=all"],
    "/disputes/{id}": [],
    "/figures": ["/figures"],
    "/truces": ["/truces"],
    "/contacts": ["/contacts"],
    "/pledges": ["/pledges", "/pledges?event=Norvak+crosses+the+Marn"],
    "/positions": ["/positions"],
    "/statements": ["/statements"],
    "/agreed": ["/agreed"],
    "/problems": ["/problems"],
    "/relations": ["/relations?kind=all"],
    "/sources": ["/sources"],
    "/map": ["/map"],
    "/actors": ["/actors"],
    "/actors/{id}": [],
    "/reports": ["/reports"],
    "/reports/{id}": [],
    "/records/{id}": [],
    "/search": ["/search", "/search?q=bridge", "/search?q=zeppelin"],
    "/judgements": ["/judgements"],
    "/downloads": ["/downloads"],
    "/reading": ["/reading"],
}
"""What each route with a page is opened with; those of one record are found by `addresses`."""

FILES = {"/downloads/{name}", "/judgements.jsonl", "/api/openapi.json", "/at"}
"""Routes that answer with a file, or lead to a page."""

# Where a page of one record is linked from, and how the link begins there.
_LINKED = {
    "/disputes/{id}": ("/disputes", r"/disputes/difference-[0-9a-f]+"),
    "/actors/{id}": ("/actors", r"/actors/actor-[0-9a-f]+"),
    "/records/{id}": ("/figures", r"/records/figure-[0-9a-f]+"),
    "/reports/{id}": ("/timeline", r"/reports/doc-[0-9a-f]+\?at=[^\"#]+"),
}


def pages(routes: Iterable[BaseRoute]) -> set[str]:
    """The paths of the routes that answer with a page."""
    got = {one.path for one in _flat(routes) if "GET" in (one.methods or ())}
    return {path for path in got - FILES if not path.startswith("/api")}


def _flat(routes: Iterable[BaseRoute]) -> Iterator[Route]:
    """The routes, those of the routers that were taken in too."""
    for one in routes:
        inner = getattr(one, "original_router", None)
        if inner is not None:
            yield from _flat(inner.routes)
        elif isinstance(one, Route):
            yield one


def addresses(client: TestClient) -> list[str]:
    """An address or more of each page, those of one record by a link that leads to it, and of none."""
    made = [one for some in ADDRESSES.values() for one in some]
    for page, link in _LINKED.values():
        found = re.search(rf'"({link})', client.get(page).text)
        assert found, f"{page} has no link to {link}"
        made.append(unescape(found[1]))
    report = made[-1].partition("?")[0]
    return [*made, report, f"{report}?q=bridge", "/nothing"]
