"""Stances in what is called binding, in what one would do sooner, and pledges of those whom nobody introduces."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Pledge, Position

Extract = Callable[..., Found]


def positions(found: Extract, text: str) -> list[Position]:
    return [one for one in found(text, upto="positions").all() if isinstance(one, Position)]


def pledges(found: Extract, text: str) -> list[Pledge]:
    return [one for one in found(text, "2031-05-16").all() if isinstance(one, Pledge)]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("President Mara Holt of Mali recalled that the Lenz Protocol is binding on both parties.", "supports"),
        ("Foreign Minister Ada Holt of Mali stressed that the truce commits everyone who signed it.", "supports"),
        ("President Holt of Peru emphasised that the accord places the same obligations on both sides.", "supports"),
        ("Mali's foreign minister, Ada Holt, said her delegation would go home rather than sign a paper.", "rejects"),
        ("President Mara Holt told Chad's premier that prisoners must have access to doctors.", "demands"),
        ("Mali will open its border to relief convoys, Foreign Minister Ada Holt said.", "offers"),
        ("Mali would admit truce observers from Friday, Foreign Minister Ada Holt said.", "accepts"),
        ("Mali, the premier went on, will honour the truce.", "accepts"),
        ("President Mara Holt of Mali said her country would never go back to the old border.", "rejects"),
    ],
)
def test_stances_of_whoever_stresses_them(found: Extract, text: str, stance: str) -> None:
    assert [one.stance for one in positions(found, text)] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer said the contract binds the tenant.",
        "A teacher said she would walk rather than accept a lift.",
        "Mali would admit 300 students next year, Education Minister Ada Holt said.",
        "Rwanda and Chad backed rebels there between 1998 and 2003.",
        "Let them look for the thieves among their own people, President Holt said.",
        "Colonel Omar Diallo, who led the 3rd Brigade, gave the battalion until dawn to lay down its arms.",
        "No wall will be left standing, President Holt said.",
        "President Holt of Mali noted that the treaty binds only those who ratified it.",
        "President Holt of Mali said the truce no longer binds anyone.",
        "President Holt of Mali said the deal puts the whole burden on Chad.",
        "President Holt of Mali said the agreement is hardly binding.",
        "President Holt of Mali said the convoy must reach the town by dusk.",
        "President Holt of Mali said the prisoners must have escaped by night.",
        "President Holt of Mali said the team must have a seat at the cup final.",
        "President Holt of Mali said the crowd would stand rather than sit.",
        "Mali will open its border with a parade on Monday, President Holt said.",
        "Mali will receive a team of footballers next week, President Holt said.",
        "President Holt of Mali will talk at the university on Friday.",
        "President Holt said he would not go back on his word.",
        "President Holt of Mali said she would not go back to school.",
    ],
)
def test_neither_contracts_nor_summonses_are_stances(found: Extract, text: str) -> None:
    assert positions(found, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Diallo told the troops that Mali would leave Chad once the border was marked.",
        "President Omar Diallo said the south would respect the truce for as long as the north did.",
        "Should the insurgents stay in the port, the army will resume its operations.",
        "President Omar Diallo said there would be no monitors while the siege lasted.",
    ],
)
def test_pledges_of_those_who_can_make_them(found: Extract, text: str) -> None:
    assert len(pledges(found, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Omar Diallo, a carpenter, told us that Mali would leave Chad if it were sensible.",
        "An analyst, Ada Holt, said Mali would respect the truce as long as Chad did.",
        "Ada Holt, who runs a bakery, said Mali would close the border if bread ran out.",
        "Ada Holt of the Lenk Institute said Mali would attack if Chad armed.",
        "Refugees cheered. Diallo, who had lost his house, said Mali would attack if Chad armed.",
        "President Omar Diallo of Chad said Niger would respect the border as long as Chad did.",
        "The mediator, Ada Holt of Norway, said both sides would respect the truce as long as the other did.",
        "Professor Omar Diallo said that Mali would keep the peace as long as Chad did.",
        "Both sides of the street are closed; ambulances are exempt.",
        "Both forces were fed; the wounded were excluded.",
        "Should the rain stop, the farmers will resume their work.",
        "Children under five are exempt, the museum said.",
        "Tickets for both parties are on sale; students are exempt.",
    ],
)
def test_bystanders_and_museums_pledge_nothing(found: Extract, text: str) -> None:
    assert pledges(found, text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("It covers all troops south of the river. Medical convoys are exempt.", "Medical convoys"),
        ("Both armies are to stay where they are; water carts are excepted.", "water carts"),
        ("It applies to every unit in the valley; relief flights are excluded from it.", "relief flights"),
    ],
)
def test_what_a_truce_leaves_out_though_nobody_says_whose_it_is(found: Extract, text: str, what: str) -> None:
    exempts = [span.text for one in pledges(found, text) for span in one.exempts]
    assert exempts == [what]


def test_what_is_resumed_in_peace_is_offered(found: Extract) -> None:
    text = "If Chad agrees, Mali will resume the use of the port, President Holt said."
    assert [one.stance for one in positions(found, text)] == ["offers"]
