"""What reports nobody had read before told by other words: truces beside their names, offers taken up, walk-outs."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Event

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str) -> list[Event]:
    return list(found(text, "2031-05-02", upto="events").events)


def summary(events: list[Event]) -> list[tuple[str, str]]:
    return [(one.type, one.status) for one in events]


@pytest.mark.parametrize(
    "text",
    [
        "The truce of Orlan, in force since Monday, forbids flights over the ridge.",
        "A ceasefire was concluded at Genlis on Friday. The accord, applicable since dawn on Sunday, covers the coast.",
        "Kenya and Uganda signed a truce. In effect since midnight, the instrument lays down where the guns stand.",
    ],
)
def test_a_truce_is_in_force_by_a_phrase_beside_its_name(found: Extract, text: str) -> None:
    kept = [one for one in told(found, text) if one.type == "RETREAT"]
    assert [one.status for one in kept] == ["asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "The licence, in force since Monday, covers three ships.",
        "The visa rules, in effect since May, were printed on Friday.",
        "The contract, binding since March, was read out.",
    ],
)
def test_a_paper_that_is_no_truce_tells_of_none(found: Extract, text: str) -> None:
    assert "RETREAT" not in [one.type for one in told(found, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya proposed that both armies cease fire at noon. The Front accepted within the hour.",
        "The president said that his army would hold its fire for two days. Uganda agreed within minutes.",
        "The mediator asked for a pause of three days. The rebels have consented, the bishop said.",
    ],
)
def test_an_offer_of_a_truce_is_taken_up_without_a_word_for_it(found: Extract, text: str) -> None:
    assert "CONCEDE" in [
        one.type for one in told(found, text) if one.cue[0].text in ("accepted", "agreed", "consented")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The harvest was good this year. The Front agreed.",
        "Kenya proposed a truce. Uganda agreed with the French minister about the weather.",
        "A truce was offered on Monday. Uganda did not accept.",
    ],
)
def test_agreeing_without_a_truce_to_take_up_is_no_concession(found: Extract, text: str) -> None:
    assert "CONCEDE" not in [one.type for one in told(found, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Were any clause to name the island, our delegates would walk from the table, the Kenyan minister said.",
        "On the day a text takes the port from us our delegation goes home, the Ugandan minister warned.",
        "Its negotiators would fly home if the general kept his post, Uganda said.",
    ],
)
def test_to_leave_the_talks_on_a_condition_is_a_threat(found: Extract, text: str) -> None:
    assert ("THREATEN", "hypothetical") in summary(told(found, text))


@pytest.mark.parametrize(
    "text",
    [
        "The delegation went home on Friday.",
        "Our delegates go home on Sundays.",
        "If it rains, the children will walk home from the fair.",
    ],
)
def test_to_go_home_is_none(found: Extract, text: str) -> None:
    assert "THREATEN" not in [one.type for one in told(found, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Baako has given the garrison besieged at Tolo until noon on Saturday to come out.",
        "The minister set Uganda a deadline of 4 June to hand over the maps.",
        "The general gave the men in the fort until Friday to lay down their rifles.",
    ],
)
def test_a_term_that_is_set_is_an_ultimatum(found: Extract, text: str) -> None:
    threats = [one for one in told(found, text) if one.type == "THREATEN"]
    assert len(threats) == 1


def test_what_is_warned_of_is_threatened(found: Extract) -> None:
    text = "If the flights do not end, the minister warned, Kenya would review its ties with that state."
    assert ("THREATEN", "hypothetical") in summary(told(found, text))


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Both sides complained of firing by the other on Monday.", "ACCUSE"),
        ("Kenya has complained to the observers eleven times.", "ACCUSE"),
        ("The Front wants the governor to resign.", "REQUEST"),
        ("Anna Roth wants the harbour dredged before the rains.", "REQUEST"),
        ("The council is to meet again on Friday.", "CONSULT"),
        ("Monday's fighting around Tolo took the lives of 14 men.", "ASSAULT"),
        ("Poison gas was used against the villagers on Sunday.", "ASSAULT"),
        ("Kenya, its minister said, will carry out what it has signed.", "AGREE"),
        ("Uganda will discharge its part of the bargain, the premier said.", "AGREE"),
        ("Two days after their ministers signed in Mombasa, the guns spoke.", "SUPPORT"),
        ("Kenya denied that it had supplied anything.", "AID"),
        ("Rioting in Nairobi on Sunday killed two people.", "PROTEST"),
        ("The six dead of 14 May would be alive.", "ASSAULT"),
    ],
)
def test_plain_deeds_in_other_words(found: Extract, text: str, type: str) -> None:
    assert type in [one.type for one in told(found, text)]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The Front wants to rest before the talks.", "REQUEST"),
        ("They climbed to the summit of Mount Kenya.", "CONSULT"),
        ("The paper calls them one army with two flags.", "CONSULT"),
        ("The spokesman told reporters by telephone that the road was wet.", "CONSULT"),
        ("The six dead trees of the garden would be cut down.", "ASSAULT"),
        ("The firm committed a breach of contract.", "ASSAULT"),
    ],
)
def test_what_only_looks_so_is_left_out(found: Extract, text: str, type: str) -> None:
    assert type not in [one.type for one in told(found, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty provides for the disarmament of rebel combatants within a month.",
        "The protocol on the withdrawal of troops was read out in parliament.",
        "The plan provides for a pause, the separation of forces and the dispatch of troops to the river.",
    ],
)
def test_what_a_paper_lays_down_is_planned(found: Extract, text: str) -> None:
    moves = [one for one in told(found, text) if one.type in ("RETREAT", "MOBILIZE") and not one.rule.count("truce")]
    assert moves and {one.status for one in moves} == {"planned"}


def test_nobody_was_encircled_where_there_was_no_garrison(found: Extract) -> None:
    assert ("COERCE", "negated") in summary(told(found, "There was no garrison encircled at Tolo, Kenya said."))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya attributes the first shots to Ugandan aircraft.",
        "Uganda denounced nine raids before nightfall by the Kenyan army.",
        "Kenya accused the Ugandan army of firing on Monday.",
    ],
)
def test_shots_laid_to_somebodys_charge_are_alleged(found: Extract, text: str) -> None:
    assert ("ASSAULT", "alleged") in summary(told(found, text))


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan army would stop where it stood if the rebels laid down their guns, the president said.",
        "Uganda would pull its ships back for as long as no boat crossed the line, the minister said.",
        "Kenya will open the port as soon as the last gun has left the hill, its president said.",
    ],
)
def test_what_is_promised_for_a_step_is_a_promise_or_the_deed_itself(found: Extract, text: str) -> None:
    kinds = {one.type for one in told(found, text) if one.status in ("hypothetical", "planned", "attributed")}
    assert kinds & {"AGREE", "RETREAT", "CONCEDE"} and "THREATEN" not in kinds


@pytest.mark.parametrize(
    "text",
    [
        'The spokesman said last week that the rebels had lost "hundreds" of men.',
        "The truce is to last ten days.",
        "A third pause will follow the second.",
    ],
)
def test_counts_and_lengths_are_no_deeds(found: Extract, text: str) -> None:
    assert told(found, text) == []


def test_how_long_a_talk_took_is_no_second_talk(found: Extract) -> None:
    text = "President Roth and President Orr spoke by telephone on Monday. The conversation lasted half an hour."
    assert [one.type for one in told(found, text)] == ["CONSULT"]


@pytest.mark.parametrize(
    "text",
    [
        "But let a single village be attacked, the general said, and the army will march.",
        "The president said he would name the ministers as soon as the rebels released the prisoners.",
        "Both mean to be in the palace on the morning when the Ugandan troops withdraw from the island.",
        "The Front is to lay down its guns by June while foreign troops leave the valley.",
    ],
)
def test_what_is_supposed_or_awaited_is_not_told_as_done(found: Extract, text: str) -> None:
    events = told(found, text)
    assert events and not {one.status for one in events} & {"asserted", "attributed"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya insists that it supplied no rifles to anybody.",
        "Its soldiers, Uganda says, handed rifles to no one.",
        "The ministry says that it has sold shells to nobody.",
    ],
)
def test_what_nobody_was_given_was_not_given(found: Extract, text: str) -> None:
    given = [one.status for one in told(found, text) if one.type in ("AID", "COOPERATE")]
    assert given and set(given) <= {"negated", "denied"}


def test_no_earlier_truce_held(found: Extract) -> None:
    assert ("RETREAT", "negated") in summary(told(found, "No earlier truce in the valley outlived its first day."))
