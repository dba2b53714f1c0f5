"""Truces, talks, positions, pledges and relations in words that reports use beside the usual ones."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Event, Pledge, Position, Relation

Extract = Callable[..., Found]


def events(found: Extract, text: str) -> list[Event]:
    return list(found(text, "2031-05-16", upto="events").events)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Chad and Niger accepted the resolution calling for an end to the war.", "event: truce declared"),
        ("Both sides signed an agreement to lay down arms in Pretoria.", "event: truce signed"),
        ("Peru and Chile signed a truce on Friday under the auspices of the OSCE.", "event: truce brokered"),
    ],
)
def test_truces_by_resolutions_papers_and_auspices(found: Extract, text: str, rule: str) -> None:
    assert rule in [one.rule for one in events(found, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Adair huddled with President Lara in Lima on Sunday.",
        "Minister Prem spent five hours with President Lara on Friday.",
        "Minister Prem had an audience with President Lara on Friday.",
        "Envoys of Greece and Turkey resumed exploratory contacts on Monday.",
    ],
)
def test_talks_by_other_words(found: Extract, text: str) -> None:
    assert "CONSULT" in [one.type for one in events(found, text)]


def pledges(found: Extract, text: str) -> list[Pledge]:
    return [one for one in found(text, "2031-05-16").all() if isinstance(one, Pledge)]


def test_what_is_met_by_force_is_pledged(found: Extract) -> None:
    (told,) = pledges(found, "Any move into Chad would be met by force, President Carter said.")
    assert told.form == "if"


def test_a_red_line_is_drawn_at_something(found: Extract) -> None:
    (told,) = pledges(found, "Jordan has drawn a red line at the stationing of foreign troops.")
    assert (told.form, [span.text for span in told.condition]) == ("red line", ["the stationing of foreign troops"])


def test_a_refusal_before_something_lasts_until_it(found: Extract) -> None:
    assert [one.form for one in pledges(found, "Kenya will not withdraw before Somalia has signed.")] == ["until"]
    assert not pledges(found, "Kenya will hold elections before it withdraws.")
    assert not pledges(found, "Kenya will not withdraw before Friday.")


def test_demands_and_aims_are_equated(found: Extract) -> None:
    told = [
        one for one in found("Peru's chief demand is the release of its pilots.").all() if isinstance(one, Position)
    ]
    assert [(one.stance, [span.text for span in one.issue]) for one in told] == [
        ("demands", ["the release of its pilots"])
    ]


def relations(found: Extract, text: str) -> list[tuple[str, str, str]]:
    told = [one for one in found(text).all() if isinstance(one, Relation)]
    return [
        (" ".join(link.span.text for link in one.subject if link.span), one.type,
         " ".join(link.span.text for link in one.object if link.span))
        for one in told
    ]  # fmt: skip


def test_each_is_the_others_ally_or_partner(found: Extract) -> None:
    assert ("Peru", "ally", "Chile") in relations(found, "Peru and Chile are allies.")
    assert ("Belgium", "trades with", "Zaire") in relations(found, "Zaire's main trading partner is Belgium.")
    assert not relations(found, "Peru and Chile are partners.")


def stances(found: Extract, text: str) -> list[tuple[str, str, str]]:
    made = [one for one in found(text, "2031-05-16").all() if isinstance(one, Position)]
    return [
        (one.holder[0].span.text if one.holder[0].span else "", one.stance, " ".join(part.text for part in one.issue))
        for one in made
    ]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Niger's insistence on a garrison in Pell has blocked the talks.", ("Niger", "demands", "a garrison in Pell")),
        ("The opposition of Serbia to any foreign force is well known.", ("Serbia", "opposes", "any foreign force")),
        ("The army council rejected a Moroccan proposal for autonomy.", ("Moroccan", "offers", "autonomy")),
        (
            "President Lara of Peru called for the general to step down.",
            ("President Lara of Peru", "demands", "the general to step down"),
        ),
        ("Chad proposed a halt to the shelling; Niger turned it down.", ("Niger", "rejects", "it")),
    ],
)
def test_stances_by_nouns_and_what_they_go_back_to(found: Extract, text: str, stance: tuple[str, str, str]) -> None:
    assert stance in stances(found, text)


def test_a_demand_that_is_dropped_is_held_no_longer(found: Extract) -> None:
    assert not stances(found, "Niger dropped its demand for a seat at the table.")


def test_sworn_enemies_beside_two_names(found: Extract) -> None:
    told = relations(found, "Chad and Niger, sworn enemies since 1998, both deny any contact.")
    assert ("Chad", "hostile to", "Niger") in told
    assert not relations(found, "Chad and Niger, once allies, fell out over the wells.")


def test_who_leads_people_through_a_plan_is_not_their_leader(found: Extract) -> None:
    assert not relations(found, "Leading the senators through the plan, Admiral Stone of Peru said it was sound.")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("President Lara last night gave the rebels until Sunday to lay down their arms.", "ultimatum"),
        ("Crossing the Selm river is a red line for Chad, its minister said.", "red line"),
        ("The guard will be disbanded once the last soldier has gone, President Lara of Peru said.", "if"),
    ],
)
def test_terms_lines_and_what_is_done_once(found: Extract, text: str, form: str) -> None:
    assert [one.form for one in pledges(found, text)] == [form]


def test_time_given_to_ones_own_is_no_ultimatum(found: Extract) -> None:
    assert not pledges(found, "President Lara gave his men until Monday to rest and write home.")
