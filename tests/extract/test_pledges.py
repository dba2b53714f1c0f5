"""Pledges: conditional commitments, red lines, ultimatums, pacts."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Pledge

Extract = Callable[..., Found]


def pledges_in(found: Extract, text: str) -> list[Pledge]:
    return [one for one in found(text, upto="pledges").all() if isinstance(one, Pledge)]


@pytest.mark.parametrize(
    ("text", "form", "condition", "response"),
    [
        (
            "India will reopen the border once Pakistan hands over the suspects.",
            "if", "once Pakistan hands over the suspects", "India will reopen the border",
        ),
        (
            "Turkish Prime Minister Bulent Ecevit said Turkey would not leave unless Cyprus agreed.",
            "unless", "unless Cyprus agreed", "Turkey would not leave",
        ),
        (
            "There will be no talks until the last hostage is freed, Colombian President Andres Pastrana said.",
            "until", "until the last hostage is freed", "There will be no talks",
        ),
        (
            "Should Libya cross the river, Chad will strike back.",
            "if", "Should Libya cross the river", "Chad will strike back",
        ),
        (
            "\"If our red lines are crossed, we will act,\" Egyptian President Anwar Farid said.",
            "red line", "If our red lines are crossed", "we will act",
        ),
    ],
)  # fmt: skip
def test_conditional(found: Extract, text: str, form: str, condition: str, response: str) -> None:
    (pledge,) = pledges_in(found, text)
    assert pledge.form == form
    assert [span.text for span in pledge.condition] == [condition]
    assert [span.text for span in pledge.response] == [response]
    assert pledge.by


def test_ultimatum_with_what_happens_otherwise(found: Extract) -> None:
    (pledge,) = pledges_in(found, "NATO gave the Serbs until midnight to withdraw their guns or face air strikes.")
    assert pledge.form == "ultimatum"
    assert pledge.condition[0].text == "until midnight to withdraw their guns"
    assert pledge.response[0].text == "face air strikes"


def test_pact_and_what_it_exempts(found: Extract) -> None:
    (pledge,) = pledges_in(found, "France has a defence pact with Chad, but it does not cover the Aouzou strip.")
    assert pledge.form == "pact"
    assert [link.span.text for link in pledge.by if link.span] == ["France", "Chad"]
    assert pledge.exempts[0].text == "the Aouzou strip"


def test_exemption_from_a_ban(found: Extract) -> None:
    text = "Britain has suspended arms sales to both countries, but the embargo exempts spare parts."
    (pledge,) = pledges_in(found, text)
    assert (pledge.form, pledge.exempts[0].text) == ("exemption", "spare parts")


@pytest.mark.parametrize(
    "text",
    [
        "Analysts say the war will spread if the talks fail.",
        "The truce will collapse unless both sides show restraint, a diplomat warned.",
        "The troops stayed in the town until the observers arrived.",
        "If the fighting continues, Norway would lose its only port.",
        "He asked whether the army would withdraw if the talks succeeded.",
        "Oil prices will rise if the strait is closed.",
        "Kenyan President Daniel Moi said Uganda would attack if the talks failed.",
    ],
)
def test_forecasts_and_the_past_are_none(found: Extract, text: str) -> None:
    assert pledges_in(found, text) == []
