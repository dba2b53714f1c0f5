"""Figures: how many of what, whose, as of when, by whose count."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Figure, Link

Extract = Callable[..., Found]


def figures_in(found: Extract, text: str, published: str | None = None) -> Sequence[Figure]:
    return found(text, published, upto="figures").figures


def words(links: tuple[Link, ...]) -> list[str]:
    return [link.span.text for link in links if link.span]


@pytest.mark.parametrize(
    ("text", "counts", "low", "high", "bound"),
    [
        ("The shelling killed 14 people.", "killed", 14, 14, "exact"),
        ("Some 5,000 had already been killed.", "killed", 5000, 5000, "about"),
        ("Eleven soldiers died on the ridge.", "killed", 11, 11, "exact"),
        ("The army reported 11 soldiers dead.", "killed", 11, 11, "exact"),
        ("The attack left 27 wounded.", "wounded", 27, 27, "exact"),
        ("More than 3,000 villagers fled.", "displaced", 3000, None, "at least"),
        ("Rebels captured five sailors.", "captured", 5, 5, "exact"),
        ("Forty people are missing.", "missing", 40, 40, "exact"),
        ("The guns destroyed two tanks.", "equipment", 2, 2, "exact"),
        ("A helicopter was shot down.", "equipment", 1, 1, "exact"),
        ("Up to 3,000 peacekeepers will arrive.", "troops", None, 3000, "at most"),
        ("It received $1.5 billion in aid.", "money", 1.5e9, 1.5e9, "exact"),
        ("Monitors counted 61 violations.", "other", 61, 61, "exact"),
        ("The death toll rose to 88.", "killed", 88, 88, "exact"),
        ("Dozens of men were killed.", "killed", None, None, "vague"),
        ("No soldiers were killed.", "killed", 0, 0, "exact"),
        ("It was the fourth truce of the year.", "other", 4, 4, "exact"),
    ],
)
def test_amount(found: Extract, text: str, counts: str, low: float, high: float, bound: str) -> None:
    (figure,) = figures_in(found, text)
    assert (figure.counts, figure.low, figure.high, figure.bound) == (counts, low, high, bound)


@pytest.mark.parametrize(
    "text",
    [
        "The two presidents talked for 40 minutes.",
        "The village lies 12 km from the front.",
        "The minister, aged 61, has three children.",
        "They signed the treaty in 1987.",
        "A new war could kill thousands.",
        "About 60 percent of voters agreed.",
        "If 500 men die, the war is lost.",
    ],
)
def test_other_numbers_are_none(found: Extract, text: str) -> None:
    assert list(figures_in(found, text)) == []


def test_a_list_shares_side_and_category(found: Extract) -> None:
    killed, wounded = figures_in(found, "Kenya said 42 Somali civilians had been killed and 206 wounded.")
    assert words(killed.side) == words(wounded.side) == ["Somali"]
    assert killed.category == wounded.category == "civilian"
    assert words(killed.according_to) == ["Kenya"]


def test_arms_in_a_list_are_counted_one_by_one(found: Extract) -> None:
    text = "The Greek army destroyed two Turkish tanks, an anti-aircraft system and four missile batteries."
    assert [(one.counts, one.low, one.unit) for one in figures_in(found, text)] == [
        ("equipment", 2, "tank"),
        ("equipment", 1, "system"),
        ("equipment", 4, "battery"),
    ]


def test_a_change_gives_the_toll_of_the_day_before(found: Extract) -> None:
    text = "As of Tuesday the army put its dead at 318, a toll rising by 14 from Monday."
    main, earlier = figures_in(found, text, "2031-05-07")
    assert (main.low, main.as_of.earliest, main.category) == (318, "2031-05-06", "military")
    assert (earlier.low, earlier.high, earlier.as_of.earliest, earlier.rule) == (
        304,
        304,
        "2031-05-05",
        "figure: change",
    )
    assert "14" in earlier.evidence[0].text


def test_a_number_kept_secret_is_a_record(found: Extract) -> None:
    (figure,) = figures_in(found, "Sudan has not disclosed its military casualties.", "2012-04-20")
    assert (figure.bound, figure.counts, figure.category) == ("undisclosed", "killed", "military")
    assert figure.low is figure.high is None
    assert figure.loss_of == "own"
    assert words(figure.side) == ["Sudan"]


def test_own_and_enemy_losses_are_told_apart(found: Extract) -> None:
    text = (
        "Ethiopia said 30 Ethiopian soldiers had been killed. Eritrea said 40 Ethiopian soldiers had been killed. "
        "Eritrea said 12 Eritrean soldiers had been killed. France said nine Eritrean soldiers had been killed."
    )
    assert [one.loss_of for one in figures_in(found, text)] == ["own", "enemy", "own", "unspecified"]


def test_history_is_background(found: Extract) -> None:
    text = "India and Pakistan fought a war in 1971 that killed some 12,000 people."
    (figure,) = figures_in(found, text, "2019-03-01")
    assert figure.background


def test_both_sides_are_those_told_before(found: Extract) -> None:
    text = "Fighting between Chad and Libya went on. Some 900 people have been killed on both sides."
    (figure,) = figures_in(found, text)
    assert words(figure.side) == ["Chad", "Libya"]


def test_evidence_and_cue_are_words_of_the_text(found: Extract) -> None:
    text = "Peru lost more than three warplanes on Friday."
    (figure,) = figures_in(found, text)
    for span in (*figure.evidence, *figure.cue):
        assert text[span.start : span.end] == span.text
    assert figure.cue[0].text == "more than three"


def test_arms_that_are_only_there_are_nobodys_loss(found: Extract) -> None:
    text = "Eritrea said it had destroyed six Ethiopian tanks. Eritrea said ten Ethiopian tanks are in the valley."
    destroyed, there = figures_in(found, text)
    assert (destroyed.counts, there.counts) == ("equipment", "equipment")
    assert there.loss_of == "unspecified"


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The Georgian defence ministry said six soldiers were killed.", [["Georgian"]]),
        ("Officials in Harar said 40 civilians had died there.", [["Harar"]]),
        ("Civil defence officials in Bolivia said 3,000 villagers had fled.", [["Bolivia"]]),
        ("Britain acknowledged four soldiers killed on Monday.", [["Britain"]]),
        ("The Tamil Tigers left 137 bodies on the slope.", [["The Tamil Tigers"]]),
        ("The rebel attack left 12 people dead.", [[]]),
        ("Ethiopia accused Libya of flying hundreds of fighters to Eritrea.", [["Libya"]]),
        ("Hungary has released 3 million crowns for the refugees.", [["Hungary"]]),
        ("The army said 20 rebels were killed.", [["rebels"]]),
    ],
)
def test_whose_they_are_follows_from_who_counts_pays_sends_or_leaves(
    found: Extract, text: str, sides: list[list[str]]
) -> None:
    assert [words(one.side) for one in figures_in(found, text, "1999-05-10")] == sides


def test_a_body_of_a_state_counts_its_states_own(found: Extract) -> None:
    (one,) = figures_in(found, "The Georgian defence ministry said six soldiers were killed.", "2008-08-10")
    assert one.loss_of == "own"


def test_a_part_takes_side_category_and_counter_from_its_whole(found: Extract) -> None:
    whole, part = figures_in(found, "India said 40 of its soldiers had been wounded. Six of them died.", "1999-06-20")
    assert (part.counts, part.low, part.category) == ("killed", 6, "military")
    assert words(part.side) == words(whole.side) == ["India"]
    assert part.according_to[0] == whole.according_to[0]


def test_a_day_before_a_toll_is_no_range_and_an_earlier_toll_has_its_own_day(found: Extract) -> None:
    text = "Russia raised its toll since May 4 to 33 soldiers killed, up from the 19 dead it reported in June."
    now, before = figures_in(found, text, "1995-08-20")
    assert (now.low, now.high) == (33, 33)
    assert (now.as_of.earliest, now.as_of.latest) == (None, "1995-08-20")
    assert (before.low, before.as_of.earliest, before.as_of.latest) == (19, "1995-06-01", "1995-06-30")


def test_a_toll_given_anew_keeps_its_side(found: Extract) -> None:
    now, before = figures_in(found, "France put its losses at 71 dead. It had given 57 on March 24.", "2013-04-02")
    assert (before.counts, before.low, words(before.side)) == ("killed", 57, words(now.side))
    assert before.as_of.latest == "2013-03-24"


def test_parts_that_add_up_to_a_total_are_on_its_side(found: Extract) -> None:
    text = "Sudan said three Chadian jets were shot down. Two Mirages and a helicopter were hit, a general said."
    assert [words(one.side) for one in figures_in(found, text, "2008-02-03")] == [["Chadian"]] * 3


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Eleven men have been taken prisoner.", ["captured"]),
        ("At least 11 people lost their lives.", ["killed"]),
        ("Since Monday 57 servicemen have given their lives and 112 have been wounded.", ["killed", "wounded"]),
    ],
)
def test_idioms_of_loss(found: Extract, text: str, counts: list[str]) -> None:
    assert [one.counts for one in figures_in(found, text)] == counts


@pytest.mark.parametrize(
    ("text", "counts", "low"),
    [
        ("Osk confirmed one dead soldier.", "killed", 1),
        ("The blast killed, maimed or trapped nobody, but 45 abducted schoolgirls came home.", "captured", 45),
        ("They killed or wounded 300 attackers.", "other", 300),
        ("Nearly 500 families have left their homes.", "displaced", 500),
        ("About 90 Norvish troops laid down their arms.", "captured", 90),
        ("The sinking meant the loss of 20 lives.", "killed", 20),
        ("Some 40 mortar rounds were fired at the port.", "other", 40),
        ("A lorry brought 46 tonnes of food.", "other", 46),
        ("The gunners shot down a Norvish Phantom.", "equipment", 1),
        ("The navy listed 370 as killed or missing.", "other", 370),
        ("The hospital treated 17 people listed as missing.", "missing", 17),
    ],
)
def test_idioms_and_modifiers_tell_what_is_counted(found: Extract, text: str, counts: str, low: float) -> None:
    assert (counts, low) in [(one.counts, one.low) for one in figures_in(found, text)]


def test_what_only_might_be_lost_is_no_figure(found: Extract) -> None:
    assert not figures_in(found, "Norvia might lose 20 ships.")
    assert not figures_in(found, "One in three families has a son at the front.")


def test_rows_of_a_table_count_by_their_columns(found: Extract) -> None:
    text = "Losses as of 3 March 2031\n\n| | Killed | Missing |\n| Serbia | 112 | 9 |\n| Croatia | 260 | 31 |"
    told = figures_in(found, text, "2031-03-05")
    assert [(words(one.side), one.counts, one.low) for one in told] == [
        (["Serbia"], "killed", 112), (["Serbia"], "missing", 9),
        (["Croatia"], "killed", 260), (["Croatia"], "missing", 31),
    ]  # fmt: skip
    assert all(one.evidence[0].text.startswith(("Serbia", "Croatia")) for one in told)
    assert {(one.as_of.latest or "")[:10] for one in told} == {"2031-03-03"}


def test_list_lines_count_by_their_label_and_the_line_above(found: Extract) -> None:
    text = "Enemy losses in the last day:\n- personnel: about 300\n- tanks: 4\n- houses: 12"
    told = figures_in(found, text)
    assert [(one.counts, one.low, words(one.side)) for one in told] == [
        ("killed", 300, ["Enemy"]),
        ("equipment", 4, ["Enemy"]),
    ]


def test_how_many_nobody_tells_is_undisclosed(found: Extract) -> None:
    (told,) = figures_in(found, "Kenya has not said how many soldiers it lost.")
    assert (told.bound, told.counts, told.category) == ("undisclosed", "killed", "military")


def test_whom_a_side_claims_to_have_killed_are_its_opponents(found: Extract) -> None:
    text = "Iran said it had lost 31 soldiers. Iraq claimed to have killed 300. Iran put Iraq's dead at 40."
    claim = next(one for one in figures_in(found, text) if one.low == 300)
    assert [one.span.text for one in claim.side if one.span] == ["Iran"]


def test_its_own_are_of_the_kind_told_before(found: Extract) -> None:
    text = "India said it had killed 300 attackers. India admits to 84 of its own."
    own = figures_in(found, text)[-1]
    assert (own.counts, own.low, own.loss_of) == ("killed", 84, "own")
