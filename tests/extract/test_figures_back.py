"""Figures that go back to those just told, and accounts that go on from sentence to sentence."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Figure

Extract = Callable[..., Found]


def figures_in(found: Extract, text: str, published: str | None = None) -> Sequence[Figure]:
    return found(text, published, upto="figures").figures


@pytest.mark.parametrize(
    ("text", "counts", "low"),
    [
        ("Ecuador lost 31 soldiers. Of these, nine drowned.", "killed", 9),
        ("Mali reported 140 dead. Mines accounted for 60 of the deaths.", "killed", 60),
        ("Kenya buried 20 guards and as many were wounded.", "wounded", 20),
        ("Sudan had 40 soldiers killed. Twice that number were wounded.", "wounded", 80),
        ("Serbia said 114 soldiers had died. The 114 include 20 conscripts.", "killed", 20),
        ("Peru put its losses at 60 dead, not the 500 of the Chilean bulletin.", "killed", 500),
        ("Greece raised its losses to 39 dead from 10.", "killed", 10),
        ("Chad placed its dead at 31 and its wounded at 70.", "wounded", 70),
        ("Laos puts at 200 the number of its soldiers slain.", "killed", 200),
        ("The toll stands at 512 dead; on Friday it was 340.", "killed", 340),
        ("The shelling cost the lives of 18 soldiers.", "killed", 18),
        ("The ford cost the garrison 61 men.", "killed", 61),
        ("Four officers were taken on Sunday at the wells.", "captured", 4),
        ("Six gunners gave themselves up.", "captured", 6),
        ("Twelve of the crew are in enemy hands.", "captured", 12),
        ("Kampala admitted casualties of 340 all told.", "other", 340),
        ("Not one of its soldiers was captured, Togo said.", "captured", 0),
    ],
)
def test_what_goes_back_is_counted(found: Extract, text: str, counts: str, low: float) -> None:
    assert (counts, low) in [(one.counts, one.low) for one in figures_in(found, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The strike cost 40 workers their jobs.",
        "The reform improved the lives of 300 soldiers.",
        "Three hundred men were taken to the stadium.",
        "Osk lost 11 soldiers, Velm 14; the hospitals tell of twice as many.",
        "Of these plans, four were dropped.",
    ],
)
def test_what_is_no_loss_is_not_counted_as_one(found: Extract, text: str) -> None:
    made = [(one.counts, one.low) for one in figures_in(found, text) if one.counts in ("killed", "captured")]
    assert made in ([], [("killed", 11), ("killed", 14)])


@pytest.mark.parametrize(
    "text",
    [
        "Chad has made none of its losses public.",
        "Chad keeps its losses to itself.",
        "Chad would not put a figure on its losses.",
    ],
)
def test_what_is_kept_to_oneself_is_undisclosed(found: Extract, text: str) -> None:
    assert [one.bound for one in figures_in(found, text)] == ["undisclosed"]


def test_a_part_takes_side_day_and_counter_of_its_whole(found: Extract) -> None:
    text = "Norway said on Tuesday that 70 of its soldiers had died. Mines accounted for 30 of the deaths."
    whole, part = figures_in(found, text, "2011-05-20")
    assert part.as_of == whole.as_of
    assert part.according_to == whole.according_to
    assert [link.mention for link in part.side] == [link.mention for link in whole.side]


def test_an_account_goes_on_in_the_next_sentence(found: Extract) -> None:
    text = "The Polish staff said on Tuesday that it had lost 40 men. Romanian losses it reckons at 900 dead."
    told = {one.low: one for one in figures_in(found, text, "2011-05-20")}
    assert told[900].according_to[0].span is not None
    assert told[900].according_to[0].span.text == "The Polish staff"


def test_the_day_of_the_deed_is_that_of_its_losses(found: Extract) -> None:
    (told,) = figures_in(found, "The Front owned to 12 dead in Monday's ambush.", "2011-05-20")
    assert told.as_of.latest == "2011-05-16"


def test_the_day_of_another_paper_is_not_that_of_the_count(found: Extract) -> None:
    text = "The general staff placed its dead at 391, compared with the 283 of its statement of May 2."
    told = {one.low: one.as_of.latest for one in figures_in(found, text, "2011-05-20")}
    assert told == {391: "2011-05-20", 283: "2011-05-02"}


def test_whom_somebody_is_credited_with_is_not_the_counters(found: Extract) -> None:
    (told,) = figures_in(found, "Poland credits Lithuania with 900 killed.")
    assert [link.span.text for link in told.side if link.span] == ["Lithuania"]
