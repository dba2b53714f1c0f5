import pytest

from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import ActorType, Title
from rashomon.model.case_file import CaseFile, Party
from rashomon.model.world import Actor
from rashomon.resolve.territories import contested


def coded(
    name: str, type: ActorType, *, country: str | None = None, of: str | None = None, told: CaseFile | None = None
) -> Actor:
    roles = (Title(title="president", of=of),) if of else ()
    (made,) = contested([Actor(key="k", name=name, type=type, country=country, roles=roles)], told or CaseFile())
    return made


@pytest.mark.parametrize(
    ("name", "type", "codes"),
    [
        ("Abkhazia", "place", ("GEO", "RUS")),
        ("Apsny", "place", ("GEO", "RUS")),
        ("Crimea", "place", ("RUS", "UKR")),
        ("Taiwan", "state", ("CHN", "TWN")),
        ("Government of Transnistria", "government", ("MDA", "RUS")),
        ("Abkhaz Armed Forces", "armed group", ("GEO", "RUS")),
        ("Crimea Bakers' Club", "organisation", ()),
        ("Kenya", "state", ()),
        ("Kashmir Lal", "person", ()),
    ],
)
def test_codes_of_contested_territories_and_their_authorities(
    name: str, type: ActorType, codes: tuple[str, ...]
) -> None:
    made = coded(name, type)
    assert made.codes == codes and bool(made.note) is bool(codes)
    assert made.country is None and made.id == coded("Other", "place").id


def test_an_official_of_a_territory_has_its_codes_but_one_of_a_state_has_not() -> None:
    assert coded("Aslan Ketsba", "person", of="Abkhazia").codes == ("GEO", "RUS")
    assert coded("Irakli Gelov", "person", of="Abkhazia", country="GEO").codes == ()
    assert coded("Irakli Gelov", "person", of="Georgia").codes == ()


def test_a_case_file_tells_of_its_own_and_overrules() -> None:
    told = CaseFile(
        parties=(
            Party(name="Osk", type="state", country="OSK"),
            Party(name="Tarn", names=("the Tarn valley",), claimed_by=("Osk", "Kenya", "Velm"), note="held by Velm"),
            Party(name="Abkhazia", claimed_by=("GEO",)),
        )
    )
    tarn = coded("the Tarn valley", "place", told=told)
    assert (tarn.codes, tarn.note) == (("OSK", "KEN", "Velm"), "held by Velm")
    assert coded("Police of Tarn", "government", told=told).note == "of Tarn: held by Velm"
    assert coded("Abkhazia", "place", told=told).codes == ("GEO",)


def test_the_list_is_whole_and_in_order() -> None:
    for one in lexicon("contested")["territories"]:
        assert one["claimed_by"] == sorted(set(one["claimed_by"])) and one["note"], one["name"]
        assert all(len(code) == 3 and code.isupper() for code in one["claimed_by"])
