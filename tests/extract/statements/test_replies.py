import pytest

from rashomon.model.annotation import Statement
from tests.extract.statements.conftest import Tell, content


def answered(told: list[Statement]) -> dict[str, str]:
    """What each denial denies, by the words said."""
    by_id = {one.id: one for one in told}
    return {content(one)[0]: content(by_id[one.of])[0] for one in told if one.of}


def test_a_denial_answers_the_claim_about_its_own_side_and_goes_on_in_a_quotation(written: Tell) -> None:
    told = written(
        "Kenyan President Ada Brandt said she offered a ferry line to Ugandan President Olan Teig in a call on Monday."
        "\n\nTeig's office denied the two leaders discussed a ferry line. “It was not raised,” his spokesman said."
    )
    claim = "she offered a ferry line to Ugandan President Olan Teig in a call on Monday"
    assert answered(told) == {"the two leaders discussed a ferry line": claim, "It was not raised": claim}
    assert [one.act for one in told][-2:] == ["deny", "deny"]


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        ("Chile said its gunners had sunk a cutter, a claim Peru dismissed.", "a claim"),
        ("Chile said its gunners had sunk a cutter. Peru called the report a lie.", "the report a lie"),
        ("Chile said its gunners had sunk a cutter. The Peruvian navy denied it.", "it"),
        ("Chile said its gunners had sunk a cutter. Peru rejected the claim.", "the claim"),
        ("Chile said its gunners had sunk a cutter. Peru disputed that.", "that"),
        ("Chile said its gunners had sunk a cutter. Peru denied that gunners sank a cutter.", "gunners sank a cutter"),
    ],
)  # fmt: skip
def test_ways_to_deny(written: Tell, text: str, denial: str) -> None:
    told = written(text)
    assert answered(told) == {denial: "its gunners had sunk a cutter"}
    assert told[-1].act == "deny"


def test_the_accused_answers_the_accusation_and_not_a_nearer_claim(written: Tell) -> None:
    told = written(
        "Norway accused Sweden of jamming its radars. Denmark said the radars were old. Sweden denied the charge."
    )
    assert answered(told) == {"the charge": "jamming its radars"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway denied that it had moved a single gun.",
        "Finland said the strait was mined. Finland denied it.",
        "Norway said the cable was cut. Peru denied that its consul had fled.",
        "Norway said the bay was mined.\n\nRain.\n\nSnow.\n\nHail.\n\nSweden denied that the bay was mined.",
        "Norway said the ice was thin and Chile said the fog was thick. Sweden denied it.",
    ],
    ids=["nothing before", "own claim", "another topic", "too far back", "two fit alike"],
)  # fmt: skip
def test_a_denial_without_one_certain_claim_leads_nowhere(written: Tell, text: str) -> None:
    assert answered(written(text)) == {}


def test_a_negated_saying_of_who_made_the_claim_is_no_denial(written: Tell) -> None:
    told = written("Norway said the strait was mined. Sweden denied it. “No strait is safe,” Norway said.")
    assert told[-1].act == "say"
