"""Where the places of a case lie, as far as a gazetteer knows: a name that could be several places is not drawn."""

import csv
import gzip
import io
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.analyse.timeline import timeline
from rashomon.analyse.view import View
from rashomon.language.gazetteer import folded
from rashomon.language.lexicon import lexicon
from rashomon.model.world import Actor

# A namesake with at most this share of a city's people leaves no doubt which of the two is meant.
_DWARFED = 0.05
_STATES = frozenset({"state", "place"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """An actor or place on the map, and how many happenings of the timeline are told to lie there."""

    actor: Actor
    happenings: int
    latitude: float | None = None
    longitude: float | None = None
    claimed_by: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """What can be drawn: cities, whole states, territories that are contested; and the names that cannot."""

    places: tuple[Spot, ...]
    states: tuple[Spot, ...]
    contested: tuple[Spot, ...]
    unplaced: tuple[Actor, ...]


def mapped(view: View) -> Mapped:
    """The places, states and contested territories of a case on the map."""
    if "mapped" not in view.findings:
        view.findings["mapped"] = _mapped(view)
    made: Mapped = view.findings["mapped"]
    return made


def _mapped(view: View) -> Mapped:
    counts = _happenings(view)
    places, states, contested, unplaced = [], [], [], []
    for one in view.world.actors:
        if one.type not in _STATES:
            continue
        if one.codes:
            spot = _territories().get(folded(one.name), (None, None))
            contested.append(Spot(actor=one, happenings=counts[one.id], latitude=spot[0], longitude=spot[1],
                                  claimed_by=one.codes, note=one.note or ""))  # fmt: skip
        elif one.type == "state" and one.country:
            states.append(Spot(actor=one, happenings=counts[one.id]))
        elif found := _located(one):
            places.append(Spot(actor=one, happenings=counts[one.id], latitude=found[0], longitude=found[1]))
        else:
            unplaced.append(one)
    return Mapped(places=tuple(places), states=tuple(states), contested=tuple(contested), unplaced=tuple(unplaced))


def _happenings(view: View) -> Counter[str]:
    return Counter(
        actor for entry in timeline(view) for actor in {link.actor for link in entry.happening.places if link.actor}
    )


def _located(one: Actor) -> tuple[float, float] | None:
    """Where a city lies; None where the gazetteer knows none of this name, or several that could be meant."""
    found = [place for place in _cities().get(folded(one.name), ()) if one.country in (None, place[0])]
    if not found:
        return None
    found.sort(key=lambda place: -place[3])
    if len(found) > 1 and found[1][3] > _DWARFED * found[0][3] and _far(found[0], found[1]):
        return None
    return found[0][1], found[0][2]


def _far(one: tuple[str, float, float, int], other: tuple[str, float, float, int]) -> bool:
    return abs(one[1] - other[1]) + abs(one[2] - other[2]) > 0.5


@cache
def _cities() -> dict[str, list[tuple[str, float, float, int]]]:
    """Cities by folded name: country, latitude, longitude, people."""
    blob = files("rashomon").joinpath("lexicon", "places.tsv.gz").read_bytes()
    found: dict[str, list[tuple[str, float, float, int]]] = defaultdict(list)
    for name, code, latitude, longitude, people in csv.reader(
        io.StringIO(gzip.decompress(blob).decode()), delimiter="\t"
    ):
        found[name].append((code, float(latitude), float(longitude), int(people)))
    return dict(found)


@cache
def _territories() -> dict[str, tuple[float, float]]:
    """Contested territories by folded name: a point in their middle."""
    points = lexicon("territory_points")["points"]
    return {
        folded(name): (float(points[one["name"]][0]), float(points[one["name"]][1]))
        for one in lexicon("contested")["territories"]
        if one["name"] in points
        for name in (one["name"], *one.get("names", ()))
    }
