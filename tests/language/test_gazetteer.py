import pytest

from rashomon.language.gazetteer import adjectives, folded, gazetteer


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("Turkey", "state", "TUR"),
        ("Türkiye", "state", "TUR"),
        ("U.S.", "state", "USA"),
        ("Soviet Union", "state", "SUN"),
        ("Azeri", "demonym", "AZE"),
        ("Ecuadorean", "demonym", "ECU"),
        ("Kyiv", "capital", "UKR"),
        ("Nagorno-Karabakh", "territory", "az-nk"),
        ("Texas", "region", "USA"),
    ],
)
def test_names_of_states_and_peoples(name: str, kind: str, code: str) -> None:
    entry = gazetteer().entry(name)
    assert entry is not None
    assert (entry.kind, entry.code) == (kind, code)


def test_territories_have_a_country_only_where_no_other_claims_them() -> None:
    countries = {name: entry.country for name in ("Darfur", "Abkhazia") if (entry := gazetteer().entry(name))}
    assert countries == {"Darfur": "SDN", "Abkhazia": None}


def test_demonyms_in_the_plural() -> None:
    assert [entry.code for name in ("Armenians", "Iraqis") if (entry := gazetteer().demonym(name))] == ["ARM", "IRQ"]


@pytest.mark.parametrize("name", ["Aleppo", "ALEPPO", "aleppo"])
def test_cities_by_any_spelling(name: str) -> None:
    codes, people = gazetteer().city(name) or ((), 0)
    assert codes[0] == "SYR"
    assert people > 1_000_000


@pytest.mark.parametrize("name", ["", "Zzzzz", "\n", "0", "ale"])
def test_unknown_names(name: str) -> None:
    assert gazetteer().city(name) is None
    assert gazetteer().entry(name) is None


def test_spellings_share_their_folded_form() -> None:
    assert folded("Erdoğan") == folded("ERDOGAN") == "erdogan"


def test_adjectives_of_an_invented_state() -> None:
    assert {"ombari", "ombarese"} <= set(adjectives("ombar"))
    assert "veldanian" in adjectives("veldania")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Afganistan", "AFG"),
        ("Phillippines", "PHL"),
        ("Azerbajan", "AZE"),
        ("Palestinaian", "PSE"),
        ("Nigria", None),  # too short, too
        ("Romana", None),  # a letter of the ending: another name
        ("Columbia", None),  # another letter, none too few
        ("Nepaul", None),  # too short a name to be sure
        ("Nigeria", None),  # as it is written
        ("Velmoria", None),
    ],
)
def test_a_state_written_with_a_letter_too_many_or_too_few(name: str, code: str | None) -> None:
    entry = gazetteer().misspelt(name)
    assert (entry.code if entry else None) == code
