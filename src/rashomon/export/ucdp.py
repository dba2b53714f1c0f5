"""Rows in the columns of UCDP GED for happenings that killed, on days that are known; with the rule of each number."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.analyse.coding import Party, gleditsch_ward, party
from rashomon.analyse.deaths import Lethal, lethal
from rashomon.analyse.view import View, day, quoted
from rashomon.export.cells import write_csv
from rashomon.export.target import text_to
from rashomon.model.annotation import Link
from rashomon.model.values import When

GED = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip
"""The columns of UCDP's Georeferenced Event Dataset, in their order; those we have nothing for stay empty."""

PROVENANCE = ("rule", "figures", "codes", "codes_note", "evidence", "outlet", "document", "start", "end", "record")
"""Our columns, after theirs."""

_STATE_BASED, _NON_STATE = 1, 2
_ARMED = frozenset({"armed group", "alliance"})
# UCDP's date_prec by days of the interval: a day, two to six, a week, up to a month; longer is 5.
_PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4))
_NOBODY = Party(name="")


def export_ucdp(view: View, target: Path | None) -> None:
    """A row for each lethal happening whose first and last possible day are known."""
    with text_to(target) as out:
        write_csv(out, (*GED, *PROVENANCE), _rows(view))


def _rows(view: View) -> Iterator[dict[str, Any]]:
    for one in lethal(view):
        if one.happening.happened.first_day and one.happening.happened.last_day:
            yield _row(view, one)


def _row(view: View, one: Lethal) -> dict[str, Any]:
    first, second = _side(view, one.event.initiators), _side(view, one.event.recipients)
    place = party(view, one.event.places[0]) if one.event.places else _NOBODY
    evidence = one.event.evidence[0]
    contested = [each for each in (first, second, place) if each.codes]
    return _dates(one.happening.happened) | _sources(view, one) | _deaths(view, one, first, second) | {
        "id": one.happening.id,
        "relid": one.happening.id,
        "code_status": "Machine",
        "type_of_violence": _violence(view, one),
        "dyad_name": f"{first.side} - {second.side}" if first.side and second.side else None,
        "side_a": first.side,
        "side_b": second.side,
        "where_description": place.name or place.raw,
        "country": place.country,
        "country_id": gleditsch_ward(place.country),
        "event_clarity": 1,
        "best": _whole(one.best),
        "high": _whole(one.high),
        "low": _whole(one.low),
        "gwnoa": gleditsch_ward(first.country),
        "gwnob": gleditsch_ward(second.country),
        "rule": one.rule,
        "figures": "; ".join(each.id for each in one.figures),
        "codes": "; ".join(f"{each.name}: {', '.join(each.codes)}" for each in contested),
        "codes_note": "; ".join(each.note for each in contested if each.note),
        "evidence": quoted(one.event.evidence),
        "outlet": view.documents[one.event.document].outlet,
        "document": one.event.document,
        "start": evidence.start,
        "end": evidence.end,
        "record": one.event.id,
    }  # fmt: skip


def _side(view: View, links: Sequence[Link]) -> Party:
    return party(view, links[0]) if links else _NOBODY


def _violence(view: View, one: Lethal) -> int | None:
    """Between states or a state and a group, or between groups; None where a side is not known or no fighter."""
    types = []
    for links in (one.event.initiators, one.event.recipients):
        actor = view.actors.get(view.sides.of(links[0].actor)) if links and links[0].actor else None
        types.append(actor.type if actor else None)
    if not all(kind == "state" or kind in _ARMED for kind in types):
        return None
    return _STATE_BASED if "state" in types else _NON_STATE


def _dates(when: When) -> dict[str, Any]:
    first, last = when.first_day, when.last_day
    if first is None or last is None:
        return {}
    days = (last - first).days + 1
    return {
        "year": first.year,
        "active_year": 1,
        "date_prec": next((precision for most, precision in _PRECISION if days <= most), 5),
        "date_start": f"{first.isoformat()} 00:00:00.000",
        "date_end": f"{last.isoformat()} 00:00:00.000",
    }


def _sources(view: View, one: Lethal) -> dict[str, Any]:
    ids = dict.fromkeys(view.events_by_id[id].document for id in one.happening.events if id in view.events_by_id)
    documents = [view.documents[id] for id in ids]
    return {
        "number_of_sources": one.happening.independent_sources,
        "source_article": "; ".join(each.title or each.id for each in documents),
        "source_office": "; ".join(dict.fromkeys(each.outlet for each in documents if each.outlet)),
        "source_date": "; ".join(dict.fromkeys(day(each.published) for each in documents)),
        "source_headline": documents[0].title if documents else None,
        "source_original": "; ".join(one.happening.upstreams),
    }


def _deaths(view: View, one: Lethal, first: Party, second: Party) -> dict[str, Any]:
    """The best number in the one column it belongs to: civilians, a side's own dead, or unknown."""
    columns: dict[str, Any] = dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"), 0)
    best = _whole(one.best)
    side = _side(view, one.chosen.side).side
    if one.chosen.category == "civilian":
        columns["deaths_civilians"] = best
    elif side is not None and side == first.side:
        columns["deaths_a"] = best
    elif side is not None and side == second.side:
        columns["deaths_b"] = best
    else:
        columns["deaths_unknown"] = best
    return columns


def _whole(number: float | None) -> int | None:
    return None if number is None else round(number)
