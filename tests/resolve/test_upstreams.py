import pytest

from rashomon.resolve.upstreams import spoken_for


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Oskarene press service", "Oskarene"),
        ("the press service of the Presidency of Osk", "the Presidency of Osk"),
        ("Presidency of Velm, Press Office", "Presidency of Velm"),
        ("Foreign Ministry’s press department", "Foreign Ministry"),
        ("Corran Press", "Corran Press"),
    ],
)
def test_a_press_service_speaks_for_its_body(name: str, body: str) -> None:
    assert spoken_for(name) == body
