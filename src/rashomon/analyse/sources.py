"""The reports of a case, and whom each of them leans on."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.analyse.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One report: what it is, the press services, agencies and outlets it leans on, and how much it relays.

    `statements` counts what it reports somebody to have said; `relayed` those of them
    that came to it through another outlet or agency.
    """

    document: str
    title: str | None
    genre: str
    upstreams: tuple[str, ...]
    statements: int
    relayed: int


def sources(view: View) -> list[Source]:
    """The reports by publication."""
    said = Counter(one.document for one in view.statements)
    relayed = Counter(one.document for one in view.statements if one.via)
    carriers: dict[str, dict[str, None]] = {}
    for one in view.statements:
        carriers.setdefault(one.document, {}).update((view.name(link), None) for link in one.via)
    return [
        Source(
            document=id,
            title=document.title,
            genre=document.genre,
            upstreams=_others(document.outlet, (*document.upstreams, *carriers.get(id, {}))),
            statements=said[id],
            relayed=relayed[id],
        )
        for id, document in view.documents.items()
    ]


def _others(outlet: str | None, names: Iterable[str]) -> tuple[str, ...]:
    """The names once each, whatever their article and case, without the report's own outlet."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(_bare(name), name.strip("“”"))
    return tuple(name for key, name in kept.items() if key != _bare(outlet or ""))


def _bare(name: str) -> str:
    return name.casefold().strip("“”").removeprefix("the ")
