"""Positions: who demands, offers, accepts, rejects, supports, opposes or aims at what."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Position

Extract = Callable[..., Found]


def positions_in(found: Extract, text: str) -> list[Position]:
    return [one for one in found(text, upto="positions").all() if isinstance(one, Position)]


@pytest.mark.parametrize(
    ("text", "holder", "stance", "issue"),
    [
        ("Greece demands a new vote.", "Greece", "demands", "a new vote"),
        ("Ethiopia demanded that Eritrea leave Badme.", "Ethiopia", "demands", "Eritrea leave Badme"),
        ("France urged both sides to halt the fighting.", "France", "demands", "to halt the fighting"),
        ("Algeria offered to mediate.", "Algeria", "offers", "to mediate"),
        ("Serbia accepted the plan.", "Serbia", "accepts", "the plan"),
        ("Iraq refuses to leave the heights.", "Iraq", "rejects", "to leave the heights"),
        ("Libya does not accept the border.", "Libya", "rejects", "the border"),
        ("Japan supports an embargo.", "Japan", "supports", "an embargo"),
        ("China opposes sanctions against Sudan.", "China", "opposes", "sanctions against Sudan"),
        ("Kosovo seeks to join the alliance.", "Kosovo", "aims at", "to join the alliance"),
        ("Pakistan is ready to hold talks.", "Pakistan", "offers", "to hold talks"),
    ],
)
def test_stance(found: Extract, text: str, holder: str, stance: str, issue: str) -> None:
    (position,) = positions_in(found, text)
    assert [link.span.text for link in position.holder if link.span] == [holder]
    assert (position.stance, [span.text for span in position.issue]) == (stance, [issue])


def test_two_holders(found: Extract) -> None:
    (position,) = positions_in(found, "Russia and Armenia oppose a bigger role for Turkey.")
    assert [link.span.text for link in position.holder if link.span] == ["Russia", "Armenia"]


@pytest.mark.parametrize(
    "text",
    [
        "Iran rejected the accusation.",
        "The minister refused to comment.",
        "If Sudan accepts the plan, the sanctions will end.",
        "Serbia would support a conference.",
        "The shells fell on the market.",
    ],
)
def test_none(found: Extract, text: str) -> None:
    assert positions_in(found, text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Eritrea said it would send a delegation to talks.", [("Eritrea", "accepts", "send a delegation to talks")]),
        ("Libya will host direct talks in Tripoli.", [("Libya", "offers", "host direct talks in Tripoli")]),
        (
            "President Isaias Afwerki warned that he would close the port unless Ethiopia stopped shelling Assab.",
            [("President Isaias Afwerki", "demands", "Ethiopia stopped shelling Assab")],
        ),
        (
            "Libya does not recognise the border and supports the integrity of Chad.",
            [("Libya", "rejects", "the border"), ("Libya", "supports", "the integrity of Chad")],
        ),
    ],
)
def test_stances_by_will_and_by_the_conditions_of_pledges(
    found: Extract, text: str, told: list[tuple[str, str, str]]
) -> None:
    assert [(str(one.holder[0]), one.stance, one.issue[0].text) for one in positions_in(found, text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Turkey's officers are ready to leave within 48 hours.",
        "The rain will not stop before Monday.",
        "If our ships are attacked we will respond, Admiral Juan Lara said.",
    ],
)
def test_what_men_or_weather_will_do_is_no_position(found: Extract, text: str) -> None:
    assert positions_in(found, text) == []


@pytest.mark.parametrize(
    ("text", "holder", "stance", "issue"),
    [
        ("Japan welcomed the agreement on the islands.", "Japan", "supports", "the agreement on the islands"),
        ("Algiers condemned the annexation.", "Algiers", "opposes", "the annexation"),
        ("Pyongyang turned down an offer of grain.", "Pyongyang", "rejects", "an offer of grain"),
        ("France is in favour of a no-fly zone.", "France", "supports", "a no-fly zone"),
        ("Morocco has asked that the mission be withdrawn.", "Morocco", "demands", "the mission be withdrawn"),
        (
            "The rebels must first accept the constitution, Burundian President Paul Nkuru said.",
            "Burundian President Paul Nkuru", "demands", "The rebels must first accept the constitution",
        ),
        (
            "No foreign troops would be tolerated in Goma, Congolese President Jean Mbala said.",
            "Congolese President Jean Mbala", "opposes", "No foreign troops in Goma",
        ),
        ("Kenya no longer insists on a new vote.", "Kenya", "accepts", "a new vote"),
    ],
)  # fmt: skip
def test_stances_told_in_other_words(found: Extract, text: str, holder: str, stance: str, issue: str) -> None:
    (one,) = positions_in(found, text)
    assert (str(one.holder[0]), one.stance, " ".join(span.text for span in one.issue)) == (holder, stance, issue)


@pytest.mark.parametrize(
    "text", ["Myanmar has been poor for a long time.", "Iran condemned the killing.", "Civilisation must win, he said."]
)
def test_what_only_sounds_like_a_stance_is_none(found: Extract, text: str) -> None:
    assert positions_in(found, text) == []


@pytest.mark.parametrize(
    ("text", "stance", "issue"),
    [
        ("The draft was accepted by Mali and rejected by Niger.", "rejects", "The draft"),
        ("Niger gave its consent to the mission on Friday.", "accepts", "the mission"),
        ("Chad's aim is to cut the railway.", "aims at", "to cut the railway"),
        ("Sovereignty over the port is not negotiable, President Omar Sy of Mali said.", "rejects", "Sovereignty over"),
        ("The border will not be discussed, President Omar Sy of Mali said.", "rejects", "The border"),
        ("We will sign no paper, President Omar Sy of Mali said.", "rejects", "sign no paper"),
        ("Mali does not seek the annexation of the valley.", "rejects", "the annexation of the valley"),
        ("The Malian delegation requested a delay of ten days.", "demands", "a delay of ten days"),
        ("Mali spoke in favour of a new conference.", "supports", "a new conference"),
    ],
)
def test_stances_by_noun_verdict_and_passive(found: Extract, text: str, stance: str, issue: str) -> None:
    told: dict[str, str] = {one.stance: one.issue[0].text for one in positions_in(found, text)}
    assert told[stance].startswith(issue)


@pytest.mark.parametrize(
    "text",
    [
        "Niger is ready to retaliate.",
        "The truce that Mali proposed did not hold.",
        "Niger opened fire when it saw the truce had ended.",
    ],
)
def test_readiness_to_strike_and_plans_by_the_way_are_none(found: Extract, text: str) -> None:
    assert positions_in(found, text) == []


@pytest.mark.parametrize(
    ("text", "holder", "stance", "issue"),
    [
        ("Rabat turned its back on the peace plan.", "Rabat", "rejects", "the peace plan"),
        ("Luanda will not hear of a ceasefire.", "Luanda", "rejects", "a ceasefire"),
        ("Morocco excluded any referendum.", "Morocco", "rejects", "any referendum"),
        ("Zagreb could live with a federation.", "Zagreb", "accepts", "a federation"),
        ("Norway gave its assent to the line.", "Norway", "accepts", "the line"),
        ("Somalia has dropped its objections to the mission.", "Somalia", "accepts", "the mission"),
        ("Poland stands by the treaty.", "Poland", "supports", "the treaty"),
        ("Chad threw its weight behind the proposal.", "Chad", "supports", "the proposal"),
        ("Serbia has set its face against partition.", "Serbia", "opposes", "partition"),
        ("Egypt is holding out for the whole of Sinai.", "Egypt", "demands", "the whole of Sinai"),
        ("Jordan will settle for nothing short of a withdrawal.", "Jordan", "demands", "a withdrawal"),
        ("Lebanon made a withdrawal a condition of any talks.", "Lebanon", "demands", "a withdrawal"),
        ("Tunisia put forward a plan for a zone.", "Tunisia", "offers", "a plan for a zone"),
        ("Bolivia has its heart firmly set on a port.", "Bolivia", "aims at", "a port"),
        ("Croatia is bent on retaking the valley.", "Croatia", "aims at", "retaking the valley"),
        ("Mali would accept no foreign troops.", "Mali", "rejects", "no foreign troops"),
    ],
)
def test_idioms(found: Extract, text: str, holder: str, stance: str, issue: str) -> None:
    (position,) = positions_in(found, text)
    assert [link.span.text for link in position.holder if link.span] == [holder]
    assert (position.stance, [span.text for span in position.issue]) == (stance, [issue])


@pytest.mark.parametrize(
    "text",
    [
        "The villagers of Kenya stand by the road and wait.",
        "He could live with his brother in Cairo.",
        "The list excluded his name.",
        "Georgia declined to say how many tanks it had.",
        "Angola may yet turn its back on the plan.",
        "The driver turned his back on the hall.",
        "Peru put the map on the table and left the room.",
    ],
)
def test_no_idioms(found: Extract, text: str) -> None:
    assert positions_in(found, text) == []
