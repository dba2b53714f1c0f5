"""Places are put on the map where one place alone can be meant; contested territories are nobody's."""

from rashomon.analyse.geography import mapped
from rashomon.analyse.view import View
from rashomon.language.lexicon import lexicon
from rashomon.model.world import Actor, World
from rashomon.store import MemoryArchive


def view(*actors: Actor) -> View:
    archive = MemoryArchive()
    archive.put_world(World(actors=actors))
    return View(archive)


def place(name: str, country: str | None = None) -> Actor:
    return Actor(key=f"place:{name}", name=name, type="place", country=country)


def test_a_city_lies_where_the_gazetteer_says() -> None:
    spot = mapped(view(place("Reykjavík"))).places[0]
    assert spot.latitude is not None
    assert spot.longitude is not None
    assert abs(spot.latitude - 64.1) < 0.2
    assert abs(spot.longitude + 21.9) < 0.2


def test_a_name_of_several_cities_is_not_drawn_unless_its_country_is_known() -> None:
    assert [one.name for one in mapped(view(place("Valencia"))).unplaced] == ["Valencia"]
    assert mapped(view(place("Valencia", "ESP"))).places[0].actor.country == "ESP"
    assert mapped(view(place("Valencia", "ISL"))).unplaced


def test_an_invented_place_is_not_drawn() -> None:
    assert mapped(view(place("Marn-under-Osk"))).unplaced


def test_a_contested_territory_is_no_state_and_lies_in_its_middle() -> None:
    made = Actor(key="t", name="Western Sahara", type="place", codes=("ESH", "MAR"), note="open")
    found = mapped(view(made))
    assert not found.states
    assert not found.places
    assert found.contested[0].claimed_by == ("ESH", "MAR")
    assert found.contested[0].latitude == 24.5


def test_every_contested_territory_has_a_point() -> None:
    names = {one["name"] for one in lexicon("contested")["territories"]}
    assert names == set(lexicon("territory_points")["points"])
