"""What a party lays to another's charge by plain words, losses denied, and deeds that their parse hides."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str) -> list[tuple[str, str]]:
    return [(one.type, one.status) for one in found(text, "2031-05-02", upto="events").events]


@pytest.mark.parametrize(
    "text",
    [
        "The high command said that the rebels had broken the truce nine times.",
        "Uganda said on Monday that Kenyan gunners had fired first.",
        "The rebels say that army snipers fired the first shot.",
        "The Kenyan government says that our soldiers shelled its village.",
        "Uganda, of course, maintains that we opened fire first.",
    ],
)
def test_who_broke_the_peace_is_an_accusation(found: Extract, text: str) -> None:
    assert set(told(found, text)) == {("ACCUSE", "asserted"), ("ASSAULT", "alleged")}


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that a neighbouring country had supplied the rebels with mortars.",
        "The foreign minister of Kenya revealed that one of the guarantors had delivered rifles to the insurgents.",
        "The president said that another country delivered missiles to the guerrillas in March.",
    ],
)
def test_a_state_that_is_not_named_is_accused(found: Extract, text: str) -> None:
    assert set(told(found, text)) == {("ACCUSE", "asserted"), ("AID", "alleged")}


@pytest.mark.parametrize(
    "text",
    [
        "Lieutenant Colonel Holm of the United Nations observers said that the rebels had broken the truce nine times.",
        "Residents said that the rebels had broken the truce.",
        "The army said that its gunners had fired first.",
        "The minister said that a friendly country had sent forty tonnes of flour.",
        "The defence ministry said that a country had delivered rifles to its army.",
        "The coach said that Kenya had attacked first in the second half.",
        "The army said that the rebels fired the first missile of its type in March.",
        "Our gunners fired first, the Kenyan army said.",
        "The Kenyan army said we fired first.",
        "The foreign minister of Kenya said one of the guarantors had sent blankets to the rebels.",
    ],
)
def test_an_account_is_no_accusation(found: Extract, text: str) -> None:
    events = told(found, text)
    assert "ACCUSE" not in {type for type, _ in events}
    assert "alleged" not in {status for _, status in events}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Colonel Juma denied that any aircraft was missing.", "denied"),
        ("Not one policeman is missing, the minister said.", "negated"),
        ("No soldier is a prisoner, General Juma said.", "negated"),
    ],
)
def test_a_loss_is_denied(found: Extract, text: str, status: str) -> None:
    assert told(found, text) == [("ASSAULT", status)]


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers are missing, the army said.",
        "No soldier was missing from the parade in Nairobi.",
        "No gun was missing at the museum.",
        "No tank is missing its crew.",
        "No tank was missing when auditors counted them.",
        "No soldier will be missing, the general said.",
        "A soldier was not a prisoner but a guest, the rebels said.",
        "The captured fighters are not prisoners of war, the minister said.",
        "No soldier is a prisoner of the past, the chaplain said.",
        "The army denied that the detained soldiers were prisoners of war.",
    ],
)
def test_who_is_missing_is_no_deed(found: Extract, text: str) -> None:
    assert told(found, text) == []


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Delegates demanded that the army first give up its seat; the rebels rejected that.", ["REQUEST", "REJECT"]),
        ("The heads of state who met in Nairobi called on both camps to lay down arms.", ["CONSULT", "REQUEST"]),
        ("The council demanded that the army withdraw and threatened sanctions against its leaders.",
         ["REQUEST", "THREATEN"]),
        ("Troops who mutinied last week have surrendered.", ["PROTEST", "RETREAT"]),
        ("A truce was signed on Monday. The protocol has been in force since midnight.", ["RETREAT", "SUPPORT"]),
    ],
)  # fmt: skip
def test_each_deed_of_a_sentence_is_told(found: Extract, text: str, types: list[str]) -> None:
    assert sorted(type for type, _ in told(found, text)) == sorted(types)


def test_who_speaks_of_united_states_stands_between_nobody(found: Extract) -> None:
    assert ("ACCUSE", "asserted") in told(found, "The United States said that Kenya had broken the truce nine times.")


def test_a_law_in_force_is_no_truce(found: Extract) -> None:
    assert told(found, "The agreement, in force since Monday, provides for free elections.") == []


@pytest.mark.parametrize(
    "paper", ["city charter", "convention on mines", "commitment to pay pensions", "charter of the city"]
)
def test_a_paper_of_another_matter_is_no_truce(found: Extract, paper: str) -> None:
    text = f"A truce was signed on Monday. The {paper} has been in force since midnight."
    assert told(found, text) == [("SUPPORT", "asserted")]


@pytest.mark.parametrize(
    "paper", ["peace accord", "agreement signed in Mombasa", "agreement to end hostilities", "commitment of both camps"]
)
def test_a_paper_of_the_same_matter_is_one(found: Extract, paper: str) -> None:
    text = f"A truce was signed on Monday. The {paper} has been in force since midnight."
    assert ("RETREAT", "asserted") in told(found, text)


def test_one_does_his_utmost_for_others(found: Extract) -> None:
    assert told(found, "Kenya will do its utmost to have monitors on the bridge by Friday.") == [("AGREE", "planned")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will do its utmost to win the match.",
        "The Kenyan army will spare no effort to crush them.",
        "The government of Kenya could do its utmost to starve the town.",
        "The Kenyan cricket team mutinied against its coach.",
    ],
)
def test_what_is_done_in_play_or_in_spite_is_no_accord(found: Extract, text: str) -> None:
    assert told(found, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "If the shipments are confirmed, Kenya will ask that country to leave the group of mediators.",
        "Should one more post be taken, Kenya will request that state to give up its part in the talks.",
        "If Uganda went on arming the rebels, the army would return to the border, President Juma warned.",
        "The rebel leader warned that the rebels would return to Mombasa if Uganda went on arming the bandits.",
        "If the seat is given to the rebels, Kenya will ask the Danes to go home, President Juma said.",
        "If the raids go on, Kenya will ask the union to close its ports to Ugandan ships, President Juma said.",
    ],
)
def test_to_have_somebody_sent_away_is_a_threat(found: Extract, text: str) -> None:
    assert "THREATEN" in {type for type, _ in told(found, text)}


@pytest.mark.parametrize(
    "text",
    [
        "If the talks succeed, Kenya will ask the peacekeepers to leave.",
        "If the truce holds, Kenya will ask both sides to close their camps.",
        "If the rains go on, the herdsmen would return to the hills, he warned.",
        "If the harvest fails, the Kenyan government will ask the air force to drop food.",
        "If rain comes, the minister of Kenya will ask the banks to close.",
        "If Uganda confirms the date, Kenya will ask its troops to leave the town, the minister of Kenya said.",
        "If the committee meets, Kenya will request the group to remove its name from the list.",
        "If the hostages are freed, our soldiers will return home, President Juma warned.",
        "If the truce holds, Kenya will ask the refugees to go home, President Juma said.",
        "If Uganda keeps using the bridge, Kenya would repair it, President Juma said.",
        "If Uganda goes on holding prisoners humanely, Kenya would treat its own as well, President Juma said.",
    ],
)
def test_what_harms_nobody_is_none(found: Extract, text: str) -> None:
    assert "THREATEN" not in {type for type, status in told(found, text)}
