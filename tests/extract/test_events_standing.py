"""How surely a deed stands: sums of losses, what who denies takes for granted, refusals of access, old years."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Event

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str) -> list[Event]:
    return list(found(text, "2031-05-14", upto="events").events)


def of(found: Extract, text: str, *cues: str) -> list[tuple[str, str]]:
    """Type and status of the events with such a word in their cue."""
    return [
        (one.type, one.status) for one in told(found, text) if any(cue in span.text for cue in cues for span in one.cue)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan brethren lost 38 tanks.",
        "61 Kenyan tanks were lost in Somalia.",
        "The rebels have left more than 130 corpses on the field.",
        "The ministry admitted that 23 of its soldiers were killed before the ceasefire.",
        "More than 400 rebels were liquidated.",
        "Kenya raised its estimate of rebels killed in February's battles for Tete to 70.",
    ],
)
def test_losses_told_by_their_number_alone_are_sums(found: Extract, text: str) -> None:
    assert of(found, text, "lost", "left", "killed", "liquidated") == [("ASSAULT", "aggregate")]


@pytest.mark.parametrize(
    "text",
    [
        "The column drove into an ambush and lost 12 men.",
        "The brigade lost 14 men near the ford.",
        "In the ambush the army lost 14 men.",
        "The rebels lost 40 men when the army stormed the camp.",
        "The company, attacked at dawn, lost 14 men.",
        "The rebels stormed the town of Gulu on Monday. The army lost 38 men.",
        "The Ugandan army lost 25 soldiers, the minister said after the raid on Monday.",
        "Gunmen killed 23 soldiers; 23 soldiers were killed in an attack on a post just before the truce.",
        "Gunmen killed nine villagers a day before the ceasefire.",
        "Police liquidated four rebels in Tete on Monday.",
    ],
)
def test_losses_of_one_fight_are_no_sum(found: Extract, text: str) -> None:
    made = of(found, text, "lost", "killed", "liquidated")
    assert made and {status for _, status in made} <= {"asserted", "attributed"}


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The army denied that its men had entered the village where gunmen killed nine people.", "killed"),
        ("Kenya denied breaking the arms embargo which the Council imposed on Somalia in 2031.", "imposed"),
        ("The guns fell silent at noon. Kenya denied having fired since the guns fell silent.", "silent"),
    ],
)
def test_who_denies_may_take_another_deed_for_granted(found: Extract, text: str, cue: str) -> None:
    made = of(found, text, cue)
    assert made and {status for _, status in made} <= {"asserted", "attributed"}


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The general denied the claim that his men shelled the market.", "shelled"),
        ("The army denied a report which said it had shelled the school.", "shelled"),
        ("The general denied that his men had shelled the market.", "shelled"),
        ("The militia denied the massacre that the guard carried out.", "massacre"),
    ],
)
def test_what_is_denied_stays_denied(found: Extract, text: str, cue: str) -> None:
    assert [status for _, status in of(found, text, cue)] == ["denied"]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The observers have still not been allowed to see the prisoners.", "REJECT"),
        ("On the Kenyan side they were not admitted.", "REJECT"),
        ("The monitors were not permitted to enter the camp.", "REJECT"),
        ("They were not allowed past the last roadblock before Tete.", "COERCE"),
        ("They were not let through to the far bank.", "COERCE"),
    ],
)
def test_who_is_kept_out_is_refused_or_coerced(found: Extract, text: str, type: str) -> None:
    assert of(found, text, "admitted", "allowed", "let", "permitted") == [(type, "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "The evidence was not admitted.",
        "Observers will not be allowed into the camp.",
        "They must not be let in.",
        "Mistakes were made, but they were not admitted.",
    ],
)
def test_what_is_no_way_barred_is_no_refusal(found: Extract, text: str) -> None:
    assert not [one for one in of(found, text, "admitted", "allowed", "let") if one[1] in ("asserted", "attributed")]


@pytest.mark.parametrize(
    ("text", "history"),
    [
        ("The valley has known no peace since 1996, when Kenyan troops crossed the border.", True),
        ("The mission has been there since 2011, when the Council imposed an arms embargo.", True),
        ("The two have been at odds since 2031, when Kenyan troops crossed the border.", False),
    ],
)
def test_what_was_done_in_an_old_year_told_before_it_is_history(found: Extract, text: str, history: bool) -> None:
    made = [one.background for one in told(found, text) if one.cue[0].text in ("crossed", "imposed")]
    assert made == [history]


def test_no_fewer_than_some_are_some(found: Extract) -> None:
    text = 'The tanks attacked together and retook the hill, destroying "no fewer than 43" Kenyan tanks.'
    assert of(found, text, "destroying") == [("ASSAULT", "asserted")]
    assert of(found, "They destroyed no tanks.", "destroyed") == [("ASSAULT", "negated")]


def test_guns_that_are_to_be_silent_are_not_yet(found: Extract) -> None:
    assert of(found, "From noon on Friday the guns were to be silent along the Tete road.", "silent") == [
        ("RETREAT", "planned")
    ]
    assert of(found, "From noon on Monday the guns were silent along the Tete road.", "silent") == [
        ("RETREAT", "asserted")
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The minister also informed the Kenyan president, Ante Marush, of the conversation.", "informed"),
        ("The president had also received a letter from General Yunis Moi, it added.", "letter"),
        ("He had also sent a written message the same evening to the Kenyan premier, Rivka Moi.", "message"),
    ],
)
def test_letters_and_briefings_are_contacts(found: Extract, text: str, cue: str) -> None:
    made = of(found, text, cue)
    assert [type for type, _ in made] == ["CONSULT"]


def test_letters_to_a_paper_and_briefings_of_the_press_are_none(found: Extract) -> None:
    for text in (
        "The paper received a letter from a reader.",
        "Officials briefed reporters on the talks.",
        "A hotel received a letter from General Moi.",
        "Police informed the family of the outcome.",
    ):
        assert not of(found, text, "letter", "briefed", "informed")


def test_time_left_to_yield_is_no_concession(found: Extract) -> None:
    text = (
        "Colonel Moi allowed Kenya until Oct. 31 to account for the lorries, "
        "failing which Somalia would seek its exclusion from the committee."
    )
    assert {type for type, _ in of(found, text, "allowed")} == {"THREATEN"}
