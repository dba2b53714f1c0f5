import pytest

from tests.extract.statements.conftest import Tell, texts


def test_a_place_that_both_claim_says_nothing(written: Tell) -> None:
    text = "There would be no truce, he said, until the last soldier had left Velm, a hill post both sides claim."
    assert [texts(one.speaker) for one in written(text)] == [["he"]]


def test_a_tag_at_the_end_is_one_where_one_phrase_names_who_speaks(written: Tell) -> None:
    (one,) = written("Some 400 families have left the valley, the relief agency estimates.")
    assert texts(one.speaker) == ["the relief agency"]


def test_what_is_said_is_never_who_says_it(written: Tell) -> None:
    told = written(
        'The presidency of Norland said the two leaders "stressed the urgent need for swift steps to end the shelling '
        "and move to a lasting settlement”, according to the Velm Post."
    )
    assert told and not any("urgent need" in speaker for one in told for speaker in texts(one.speaker))


@pytest.mark.parametrize(
    "text",
    [
        "The villagers of Harn were denied water for nine days by the garrison.",
        "The opposition was denied victory by fraud in every district, the monitors found.",
        "The guards denied them water and sleep, the freed men said.",
        "The crew blew up the bridge, thus denying it to the enemy.",
        "The last platoon denied the ridge to the invader until dusk.",
        "Engineers flooded the fields and denied the road to the adversary.",
    ],
)
def test_who_is_denied_a_thing_is_told_of_nobody_s_denial(written: Tell, text: str) -> None:
    assert "deny" not in {one.act for one in written(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The charge was denied by the staff of Velm.",
        "Velm denied the report of a raid on Harn.",
        "Osk denied to reporters that it had shelled the port.",
        "Osk denied the charge to the enemy's envoy.",
    ],
)
def test_who_denies_a_tale_is_told_to_deny_it(written: Tell, text: str) -> None:
    assert "deny" in {one.act for one in written(text)}
