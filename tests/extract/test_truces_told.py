"""Truces and contacts in the words of many styles: how they begin, last and end, and who talked with whom."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found

Extract = Callable[..., Found]


def rules(found: Extract, text: str) -> set[str]:
    """The names of the rules by which events were found, without what they add behind a comma."""
    made = found(text, "2016-05-03", upto="events").events
    return {one.rule.removeprefix("event: ").partition(",")[0] for one in made}


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Both governments assented to the truce on Monday.", "truce declared"),
        ("The envoys of Peru and Chile put their names to a truce in Lima.", "truce signed"),
        ("The truce lived into a second week.", "truce kept"),
        ("The ceasefire stuck for a third day.", "truce kept"),
        ("The truce was stillborn.", "truce broken"),
        ("The ceasefire gave out after ten days.", "truce broken"),
        ("Mali called off its truce on Monday.", "truce broken"),
        ("Kuwait secured a truce between Mali and Niger.", "truce brokered"),
        ("The truce, midwifed by Egypt, came into effect on Thursday.", "truce brokered"),
        ("The pause that Norway obtained on Friday from both staffs was to run until dusk.", "truce brokered"),
        ("Egypt then arranged a truce of six hours around the hospital.", "truce brokered"),
        ("The ceasefire renewed in Oslo on 14 March has been generally observed.", "truce signed"),
        ("The rebels violated the halt decreed by the President.", "truce declared"),
        ("The suspension of fire agreed at Karst on 9 May was broken on the 12th.", "truce agreed"),
        ("Mali and Niger signed an agreement in Bamako under the auspices of Norway.", "pact brokered"),
    ],
)
def test_a_step_of_a_truce_is_told_in_many_words(found: Extract, text: str, step: str) -> None:
    assert step in rules(found, text)


def test_what_is_called_off_need_not_be_a_truce(found: Extract) -> None:
    assert not {one for one in rules(found, "Mali called off its visit on Monday.") if one.startswith("truce")}


@pytest.mark.parametrize(
    "text",
    [
        "The bank kept to the halt in exports announced in March.",
        "Mali signed an agreement in Bamako under the gaze of reporters.",
        "The pause that Mali negotiated with Niger held.",
    ],
)
def test_no_third_side_and_no_truce_where_none_is_told(found: Extract, text: str) -> None:
    assert not rules(found, text) & {"truce brokered", "pact brokered", "truce declared"}


def test_both_who_confer_take_part(found: Extract) -> None:
    text = "Chadian President Ali Moussa and his Russian counterpart, Alexei Sorokin, conferred by telephone on Monday."
    (call,) = [one for one in found(text, "2016-05-03", upto="events").events if one.type == "CONSULT"]
    assert call.mode == "phone"
    assert len(call.initiators) == 2


def test_a_call_reaches_somebody_from_somebody(found: Extract) -> None:
    text = "President Adoum Tolli mentioned a call which had reached him on Monday from President Ilie Munteanu."
    calls = [one for one in found(text, "2016-05-03", upto="events").events if one.mode == "phone"]
    assert calls


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Both armies agreed to stop the shelling of towns from midnight.", "truce agreed"),
        ("Mali pledged to cease bombarding the ports as of 6 June.", "truce declared"),
        ("Fighting resumed on Thursday after a three-day truce.", "truce broken"),
        ("The truce ended in a hail of rockets.", "truce broken"),
        ("Mali declared a ceasefire for Ramadan.", "truce declared"),
    ],
)
def test_an_undertaking_to_stop_firing_is_a_truce(found: Extract, text: str, step: str) -> None:
    assert step in rules(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "Mali agreed to stop the shelling if Niger withdrew.",
        "Mali agreed to stop the export of rice.",
        "Mali has not agreed to stop the shelling.",
    ],
)
def test_an_undertaking_on_a_condition_or_of_other_things_is_none(found: Extract, text: str) -> None:
    assert not {one for one in rules(found, text) if one.startswith("truce")}


@pytest.mark.parametrize(
    "text",
    [
        "President Keita exchanged telegrams with President Odar of Chad on Friday.",
        "President Keita also telegraphed to President Odar of Chad.",
        "President Keita and President Odar exchanged letters on Friday.",
    ],
)
def test_telegrams_exchanged_are_a_contact(found: Extract, text: str) -> None:
    events = found(text, "2016-05-03", upto="events").events
    assert [(one.type, one.mode) for one in events] == [("CONSULT", "letter")]


def test_fire_exchanged_is_none(found: Extract) -> None:
    events = found("Mali exchanged fire with Niger on Friday.", "2016-05-03", upto="events").events
    assert not any(one.type == "CONSULT" for one in events)
