"""FollowTheMoney entities, against its own library where that is installed, and by eye where it is not."""

import json
from pathlib import Path
from typing import Any

import pytest

from rashomon.analyse.view import View
from rashomon.export.ftm import export_ftm

NAMED = ("Person", "PublicBody", "Organization", "Address", "Position")


def entities(view: View, path: Path) -> list[dict[str, Any]]:
    export_ftm(view, path)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("case", ["view", "hostile"])
def test_the_library_finds_nothing_wrong(case: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    ftm = pytest.importorskip("followthemoney", reason="`make ftm` installs it, where libicu-dev and a compiler are")
    found = entities(request.getfixturevalue(case), tmp_path / "e.ftm.json")
    schemata = {one["id"]: ftm.model.get(one["schema"]) for one in found}
    assert len(schemata) == len(found), "an id stands for one entity"
    for one in found:
        schema = schemata[one["id"]]
        ftm.model.get_proxy(one)
        assert all(one["properties"].get(name) for name in schema.required), one
        for name, values in one["properties"].items():
            property = schema.get(name)
            assert property is not None and not property.stub, (schema.name, name)
            for value in values:
                if property.type is ftm.registry.entity:
                    assert schemata[value].is_a(property.range), (schema.name, name, value)
                else:
                    assert property.type.validate(value), (schema.name, name, value)


def test_actors_events_ties_and_notes(view: View, tmp_path: Path) -> None:
    found = entities(view, tmp_path / "e.ftm.json")
    named = {one["properties"]["name"][0]: one for one in found if one["schema"] in NAMED}
    velm, osk, tarn = named["Velm"], named["Osk"], named["Tarn"]
    assert (velm["schema"], velm["properties"]["country"], velm["properties"]["alias"]) == (
        "PublicBody", ["am"], ["Velmish"],
    )  # fmt: skip
    assert tarn["schema"] == "Address" and "country" not in tarn["properties"]
    assert tarn["properties"]["notes"] == ["held by Velm since 2019", "claimed or held by ARM, AZE"]
    (event,) = [one for one in found if one["id"] == view.world.happenings[0].id]
    assert event["properties"]["date"] == ["2031-03-03"] and event["properties"]["organizer"] == [velm["id"]]
    assert event["properties"]["notes"] == ["asserted; told by Osk Herald", "denied by Velm Post"]
    (tie,) = [one for one in found if one["schema"] == "Membership"]
    assert tie["properties"]["member"] == [osk["id"]] and tie["properties"]["date"] == ["2031-03"]
    (note,) = [one for one in found if one["schema"] == "Note"]
    assert note["properties"]["description"] == ["the blast killed 7 dockers"]
    assert note["properties"]["proof"] == [view.statements[0].document]
    (held,) = [one for one in found if one["schema"] == "Occupancy"]
    assert held["properties"]["holder"] == [named["Ada Orlo"]["id"]]
    assert held["properties"]["post"] == [named["president of Osk"]["id"]]
