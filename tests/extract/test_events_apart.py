"""What tells of an event apart from the verb it hangs on: who is due, what follows a term, ground found held, wires."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str) -> list[tuple[str, str, str]]:
    events = found(text, "2031-05-02", upto="events").events
    return [(one.type, one.status, " … ".join(span.text for span in one.cue)) for one in events]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Foreign Minister Ana Orlo is due in Manila on Friday.",
        "Ana Orlo, the Norwegian foreign minister, is due in Lima tomorrow.",
        "President Orlo of Norway is due in Manila for two days of talks.",
    ],
)
def test_who_is_due_somewhere_will_visit(found: Extract, text: str) -> None:
    assert ("CONSULT", "planned") in [(type, status) for type, status, _ in told(found, text)]


def test_who_is_due_no_place_visits_nobody(found: Extract) -> None:
    assert told(found, "The Norwegian foreign minister is due in court on Friday.") == []


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Norway gave Peru until June 1 to explain the flights; otherwise it would close its ports.", "otherwise"),
        ("Ana Orlo gave Peru until 1 June to answer for the lorries, failing which Norway would shut its embassy.",
         "failing"),
        ("But the president gave Chile until 1 June to recall its officers; otherwise, he said, Peru would bar them.",
         "otherwise"),
    ],
)  # fmt: skip
def test_what_follows_a_term_is_part_of_its_threat(found: Extract, text: str, opening: str) -> None:
    [threat] = told(found, text)
    assert threat[:2] == ("THREATEN", "hypothetical")
    assert threat[2].endswith(opening)


def test_a_threat_is_told_by_the_word_that_warns_of_it(found: Extract) -> None:
    text = (
        "If Peru does not recall them, General Tor Berg of Norway warned, Norway will review its relations with Peru."
    )
    assert next(one for one in told(found, text) if one[0] == "THREATEN")[2].endswith("warned")


@pytest.mark.parametrize(
    "text",
    [
        "Mr Osk visited the mill on Sunday and found Norwegian soldiers in the upper half of the town.",
        "Monitors found Peruvian troops inside the fort on Tuesday.",
        "The envoy said he had found Peruvian soldiers at the railway station and a platoon in the tower.",
    ],
)
def test_fighters_found_on_ground_hold_it(found: Extract, text: str) -> None:
    assert "COERCE" in [type for type, _, _ in told(found, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Police found two dead Norwegian soldiers in the harbour.",
        "Villagers found Norwegian soldiers hiding in a barn near Lima.",
        "She found soldiers in the bar of the hotel.",
        "The patrol found Peruvian rifles in the house.",
        "Doctors found wounded Peruvian soldiers in the hospital.",
    ],
)
def test_fighters_found_helpless_hold_nothing(found: Extract, text: str) -> None:
    assert "COERCE" not in [type for type, _, _ in told(found, text)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ceasefire signed in Lima on March 3 is by and large holding, monitors said.", "holding"),
        ("The truce is, diplomats say, for the most part respected.", "respected"),
        ("The truce, signed by Peru and Chile at Lima on 3 March, has been broadly respected, officials said.",
         "respected"),
    ],
)  # fmt: skip
def test_a_truce_is_kept_however_largely(found: Extract, text: str, word: str) -> None:
    assert ("RETREAT", "attributed", word) in told(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "Rights are largely respected in the town where the truce was signed.",
        "A truce was agreed; the elections were largely held on time.",
        "The council met during the truce, and its rules were for the most part observed.",
    ],
)
def test_what_else_is_kept_is_no_truce(found: Extract, text: str) -> None:
    assert "RETREAT" not in [type for type, _, _ in told(found, text)]


@pytest.mark.parametrize(
    ("text", "fire"),
    [
        ("The government and the rebels traded accusations of sniper fire on Saturday.", "sniper fire"),
        ("Peru accused Chile of mortar fire on its posts.", "mortar fire"),
        ("Norway blamed the militia for machine-gun fire near the bridge.", "fire"),
    ],
)
def test_fire_of_a_kind_is_laid_to_charge(found: Extract, text: str, fire: str) -> None:
    assert any(type == "ASSAULT" and status == "alleged" and fire in cue for type, status, cue in told(found, text))


def test_a_forest_fire_is_laid_to_nobodys_charge(found: Extract) -> None:
    assert "ASSAULT" not in [one[0] for one in told(found, "Firefighters blamed the blaze on a forest fire.")]


@pytest.mark.parametrize(
    "text",
    [
        "President Orlo of Norway rang Mr Drevik, who an hour earlier had obtained by the same means "
        "the consent of General Osk to the text.",
        "Mr Berg thanked General Tor Osk, who had shortly before, over the same line, given President Orlo his word.",
    ],
)
def test_a_call_is_told_by_the_wire_it_went_over(found: Extract, text: str) -> None:
    assert any(type == "CONSULT" and "same" in cue for type, _, cue in told(found, text))


@pytest.mark.parametrize(
    "text",
    [
        "The farmers, who last year had watered their fields by the same means, sold the harvest to Ana Orlo.",
        "General Tor Berg, who reads a great deal, went north by the same means.",
    ],
)
def test_other_means_are_no_wire(found: Extract, text: str) -> None:
    assert not any("same" in cue for _, _, cue in told(found, text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile signed a ceasefire agreement in Lima on Tuesday. The Agreement came into force at midnight.",
        "Peru and Chile agreed on a truce on Tuesday. The Protocol entered into force at noon on Wednesday.",
        "The two sides signed a ceasefire on 3 March. The Accord took effect at dawn.",
    ],
)
def test_a_paper_with_a_capital_is_the_truce_told_before(found: Extract, text: str) -> None:
    assert told(found, text)[-1][0] == "RETREAT"


def test_a_paper_is_no_truce_where_none_was_told_of(found: Extract) -> None:
    assert (
        told(found, "Peru and Chile signed a fishing treaty. The Protocol entered into force on Wednesday.")[1:] == []
    )
