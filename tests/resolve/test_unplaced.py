"""Heads of state named in one report and told with their state, without a name, in another."""

import pytest

from tests.resolve.test_groups import keys

NAMED = "President Danil Mutova spoke by telephone on Monday. Mutova asked Kenya's army to help."


@pytest.mark.parametrize(
    "told",
    [
        "Chad wrote to the President of Kenya on Friday.",
        "The President of Kenya has said nothing.",
        "A letter from the President of Kenya reached Chad.",
    ],
)
def test_the_president_of_a_state_is_the_only_one_named_where_it_is_spoken_of(told: str) -> None:
    assert any(key == "person:danil mutova" for _, key in keys(NAMED, told))


def test_the_president_of_a_state_stays_open_between_two_of_no_state() -> None:
    other = "President Ivo Sarre was in Kenya on Sunday. Sarre said no."
    assert not any(
        key and key.startswith("person") for _, key in keys(NAMED, other, "Chad wrote to the President of Kenya.")
    )


def test_a_minister_is_not_given_a_state_so() -> None:
    named = "Foreign Minister Danil Mutova spoke by telephone on Monday. Mutova left. The guards of Kenya saw him."
    assert not any(key == "person:danil mutova" for _, key in keys(named, "The Foreign Minister of Chad said nothing."))
