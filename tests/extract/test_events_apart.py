"""What tells of an event apart from the verb it hangs on: who is due, what follows a term, ground found held."""

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
        "Mr Osk visited the mill on Sunday and found Norwegian soldiers in control of the upper half of the town.",
        "Monitors found rebels in possession of the fort on Tuesday.",
        "The envoy said he had found Peruvian soldiers in control of the railway station.",
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
        "Reporters found Norwegian troops in the city for the parade.",
        "Tourists found Peruvian soldiers on the beach.",
        "Reporters found Peruvian soldiers in their barracks on Tuesday.",
        "The Norwegian general found his troops in good spirits at the fort.",
    ],
)
def test_fighters_who_are_only_found_somewhere_hold_nothing(found: Extract, text: str) -> None:
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
        "The truce is no longer being broadly respected.",
        "The ceasefire was anything but widely observed.",
        "The truce was supposed to be broadly respected.",
        "The ceasefire was for the most part kept secret.",
        "The peace deal was largely kept from the public.",
        "The truce was signed at a ceremony that was mainly held in the dark.",
        "The truce is generally held to be a failure.",
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


@pytest.mark.parametrize(
    "text",
    [
        "Firefighters blamed the blaze on a forest fire.",
        "Peru accused Chile of a tank fire at the depot.",
        "Norway blamed the army for an artillery exercise fire.",
    ],
)
def test_a_blaze_is_laid_to_nobodys_charge(found: Extract, text: str) -> None:
    assert "ASSAULT" not in [one[0] for one in told(found, text)]


@pytest.mark.parametrize(
    ("fire", "mode"),
    [("artillery", "heavy-weapons"), ("mortar", "heavy-weapons"), ("tank", "heavy-weapons"), ("sniper", "firearms")],
)
def test_what_fires_tells_how(found: Extract, fire: str, mode: str) -> None:
    events = found(f"Peru accused Chile of {fire} fire on its posts.", "2031-05-02", upto="events").events
    assert [one.mode for one in events if one.type == "ASSAULT"] == [mode]


def test_what_is_told_by_telephone_to_others_is_no_call_to_him_it_tells_of(found: Extract) -> None:
    text = "Ana Orlo, who also by telephone told the newspaper that Tor Osk was dead, fled."
    assert "CONSULT" not in [type for type, _, _ in told(found, text)]


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
