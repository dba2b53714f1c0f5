"""Figures that are of one thing or of several: parts, counts taken back, large cases, reprints."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.differences import differences
from rashomon.analyse.differences.counted import LOWERED, _plain_words, is_part, joined
from rashomon.analyse.differences.counts import other_counts
from rashomon.analyse.differences.errors import corrections, withdrawn
from rashomon.model.annotation import Event, Figure, Link
from rashomon.model.finding import Difference, Side
from rashomon.model.values import When
from rashomon.model.world import Happening

Make = Callable[[], Any]


def count(case: Any, document: Any, words: str, low: float, **more: Any) -> Figure:
    """So many killed of a side, counted by somebody as of a day."""
    by, side, day = more.pop("by", None), more.pop("side", None), more.pop("day", None)
    chain = (case.link(document, by),) if by else ()
    one = Figure(
        document=document.id, evidence=(case.words(document, words),), rule="test",
        counts=more.pop("counts", "killed"), low=low, high=more.pop("high", low),
        side=(case.link(document, side),) if side else (), according_to=(*chain, Link(document=document.id)),
        as_of=When(earliest=day, latest=day, granularity="day", basis="test") if day else When(), **more,
    )  # fmt: skip
    case.keep(one)
    return one


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("Nine of the dead were carried to Harn.", "Nine of the dead", True),
        ("Some 40 of its wounded were left behind.", "Some 40 of its wounded", True),
        ("Velm lost 60 men, and 12 of the 60 killed were boys.", "12 of the 60 killed", True),
        ("Two of them were officers.", "Two of them", True),
        ("Velm lost 120 men, including 30 boys.", "120 men", False),
        ("Velm lost 120 men, including 30 boys.", "30 boys", True),
        ("Velm lost 40, of whom 12 were boys.", "40", False),
        ("Burial of the dead began for 49.", "Burial of the dead", False),
        ("The number of the dead rose to 49.", "number of the dead rose to 49", False),
        ("Osk gave its toll of the dead as 49.", "toll of the dead as 49", False),
        ("It lost 49 dead.", "49 dead", False),
    ],
)
def test_a_part_is_told_from_the_whole(bench: Make, text: str, words: str, part: bool) -> None:
    case = bench()
    one = count(case, case.report(text), words, 9)
    assert is_part(case.view(), one) is part


@pytest.mark.parametrize(
    ("words", "together"),
    [("dead and wounded to about 300", True), ("killed or injured 12", True), ("12 dead", False), ("killed 12", False)],
)
def test_killed_and_wounded_in_one_number_are_together(bench: Make, words: str, together: bool) -> None:
    case = bench()
    assert joined(count(case, case.report(f"Osk put Velm's {words} that day."), words, 12)) is together


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("Osk on Monday lowered its count of Velm's dead to 80.", True),
        ("The palace cut to some 80 the number of rebels it says it killed.", True),
        ("The estimate was later revised down.", True),
        ("Osk cut the road and counted no dead.", False),
        ("Osk raised its count to 80.", False),
        ("Osk cut the road and, by its own count, killed 80.", False),
        ("In lower Harn the toll reached 80.", False),
        ("Osk, which cut the road to Harn on Monday, put the total number of dead at 80.", False),
        ("Osk cut the number of guards at Harn to 80.", False),
        ("Velm counted 80 dead and reduced the garrison.", False),
    ],
)
def test_a_count_that_was_lowered(text: str, lowered: bool) -> None:
    assert bool(LOWERED.search(text)) is lowered


def test_a_part_that_is_smaller_than_the_total_before_is_no_total_that_fell(bench: Make) -> None:
    case = bench()
    one = case.report("Osk said that Velm had lost 96 dead since May.", published="2031-06-01")
    count(case, one, "96 dead", 96, by="Osk", side="Velm", day=None)
    two = case.report("Osk put Velm's dead since May at 187. Nine of the dead drowned.", published="2031-07-01")
    count(case, two, "dead since May at 187", 187, by="Osk", side="Velm")
    count(case, two, "Nine of the dead", 9, by="Osk", side="Velm")
    assert [one.type for one in differences(case.view())] == ["other date"]


def test_none_against_some_is_a_denial(bench: Make) -> None:
    case = bench()
    one = case.report("Osk says that three launchers at Harn ford were burnt on Monday.", published="2031-06-01")
    count(case, one, "three launchers", 3, by="Osk", counts="equipment", unit="launcher", day="2031-05-31")
    two = case.report("Velm says that no launcher at Harn ford was burnt on Monday.", published="2031-06-02")
    count(case, two, "no launcher", 0, by="Velm", counts="equipment", unit="launcher", day="2031-05-31")
    assert {one.type for one in differences(case.view())} == {"denial"}


def crowd(case: Any) -> None:
    """Reports that make a case a large one, each of a mill of its own."""
    for number in range(60):
        case.report(f"Mill {number} was closed.", outlet=f"Paper {number}", published="2031-01-02")


@pytest.mark.parametrize("many", [False, True])
def test_in_a_large_case_the_losses_of_months_are_not_set_side_by_side(bench: Make, many: bool) -> None:
    case = bench()
    one = case.report("Osk says 4 Velm men died when a lorry overturned at Harn.", published="2031-02-01")
    count(case, one, "4 Velm men", 4, by="Osk", side="Velm", day=None)
    two = case.report("Tarn believes the war has cost Velm 9,000 lives.", published="2031-09-01")
    count(case, two, "9,000 lives", 9000, by="Tarn", side="Velm", day=None)
    if many:
        crowd(case)
    assert len(list(other_counts(case.view()))) == (0 if many else 1)


def test_a_reprint_is_no_difference_of_its_own(bench: Make) -> None:
    case = bench()
    for outlet in ("Herald", "Lantern"):
        one = case.report("Osk says 20 people died, 12 men and 9 women.", outlet=outlet)
        for words, low in (("20 people died", 20), ("12 men", 12), ("9 women", 9)):
            count(case, one, words, low)
    assert [one.check for one in differences(case.view())] == ["parts_and_totals"]


@pytest.mark.parametrize(
    ("bound", "parts", "wrong"),
    [("exact", (12, 9), True), ("at least", (12, 9), False), ("at least", (10, 9), False), ("at most", (10, 9), False)],
)
def test_parts_that_a_loose_total_allows_are_no_error(
    bench: Make, bound: Any, parts: tuple[int, int], wrong: bool
) -> None:
    case = bench()
    one = case.report(f"Osk says 20 people died, {parts[0]} men and {parts[1]} women.")
    count(case, one, "20 people died", 20, bound=bound)
    for low, who in zip(parts, ("men", "women"), strict=True):
        count(case, one, f"{low} {who}", low)
    assert bool(differences(case.view())) is wrong


@pytest.mark.parametrize(
    "text",
    [
        "Osk pays 10 million crowns, which is 6 million marks or 5 million pounds.",
        "The bank holds 10 million crowns: 6 million marks and 5 million pounds.",
    ],
)
def test_sums_in_other_coins_are_no_parts(bench: Make, text: str) -> None:
    case = bench()
    one = case.report(text)
    for low, coin in ((10, "crowns"), (6, "marks"), (5, "pounds")):
        count(case, one, f"{low} million {coin}", low * 1_000_000, counts="money", unit=coin)
    assert differences(case.view()) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Herald reported 12 dead by mistake. There were none.", 1),
        ("An earlier version gave the wrong day. It was Monday.", 1),
        ("Osk's army reported that its guns had hit a school by mistake. Nine died.", 0),
        ("The column was reported hit by mistake on Monday. Nine died.", 0),
        ("The earlier report of the envoys had found no arms. Osk rejected it.", 0),
        ("An earlier version of the treaty had no such clause. Osk signed it.", 0),
        ("Osk's guns hit its own men by mistake. Nine died.", 0),
        ("The yard built its first version in May. It sank.", 0),
    ],
)
def test_a_mistake_of_soldiers_is_none_of_the_paper(bench: Make, text: str, found: int) -> None:
    case = bench()
    case.report(text)
    assert len(differences(case.view())) == found


def told(case: Any, document: Any, words: str, by: str, type: str = "state") -> Event:
    """A breach of a truce, told by a voice in a number."""
    one = Event(
        document=document.id, evidence=(case.words(document, words),), cue=(case.words(document, "broke"),),
        rule="test", type="ASSAULT", status="attributed", initiators=(case.link(document, "Osk"),),
        according_to=(case.link(document, by, type=type), Link(document=document.id)),
        happened=When(earliest="2031-03-02", latest="2031-03-02", granularity="day", basis="test"),
    )  # fmt: skip
    case.keep(one)
    return one


@pytest.mark.parametrize(("unit", "sources"), [("breach", 1), ("shell", 2)])
def test_nobody_counts_to_the_same_number_of_breaches_by_chance(bench: Make, unit: str, sources: int) -> None:
    case, events = bench(), []
    for by, outlet in (("the northern staff", "Herald"), ("Velm", "Lantern")):
        one = case.report(f"By the account of {by} Osk broke the truce 14 times on Monday.", outlet=outlet)
        events.append(told(case, one, "Osk broke the truce 14 times", by, "organization" if by != "Velm" else "state"))
        count(case, one, "14 times", 14, counts="other", unit=unit, by=by)
    both = Happening(
        type="ASSAULT", events=tuple(one.id for one in events), upstreams=("Velm", "staff"), independent_sources=2
    )
    case.world(happenings=(both,))
    deeds = [one for one in corroborations(case.view()) if one.members[0].startswith("event")]
    assert [one.independent_sources for one in deeds] == [sources]


def test_none_and_some_of_one_counter_on_two_days_is_no_denial(bench: Make) -> None:
    case = bench()
    for low, said, day in ((3, "three launchers", "2031-05-30"), (0, "no launcher", "2031-05-31")):
        one = case.report(f"Osk says that {said} at Harn ford burnt.", published="2031-06-01")
        count(case, one, said, low, by="Osk", counts="equipment", unit="launcher", day=day)
    assert [one.type for one in differences(case.view())] == []


@pytest.mark.parametrize(("later", "found"), [("2031-02-03", 1), ("2031-06-02", 2)])
def test_the_same_words_months_later_are_another_error(bench: Make, later: str, found: int) -> None:
    case = bench()
    for outlet, day in (("Herald", "2031-02-01"), ("Lantern", later)):
        text = f"Osk says that 20 people died at the mill, 12 men and 9 women. So writes the {outlet}."
        one = case.report(text, outlet=outlet, published=day)
        for words, low in (("20 people died", 20), ("12 men", 12), ("9 women", 9)):
            count(case, one, words, low)
    assert [one.check for one in differences(case.view())] == ["parts_and_totals"] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Correction: at Harn 50 died, not 5.", 1),
        ("Correction: Harn had the bishop wrong. There 5 died, and 50 at Orm.", 0),
    ],
)
def test_ten_times_as_many_are_a_correction_only_of_the_other(bench: Make, text: str, found: int) -> None:
    case = bench()
    one = case.report(text)
    count(case, one, "50", 50)
    start = text.index(" 5 " if " 5 " in text else " 5.") + 1
    case.keep(
        Figure(document=one.id, evidence=(one.span(start, start + 1),), rule="test", counts="killed", low=5, high=5)
    )
    assert len(list(corrections(case.view()))) == found


def test_a_number_taken_back_leaves_the_same_number_of_others_alone(bench: Make) -> None:
    case = bench()
    one = case.report("Correction: Osk's staff gave 12 dead instead of 15 dead.", outlet="Herald")
    wrong, right = count(case, one, "12 dead", 12), count(case, one, "15 dead", 15)
    own = count(case, case.report("At the mill 12 died.", outlet="Herald"), "12 died", 12)
    others = count(case, case.report("In the far south 12 fell.", outlet="Lantern"), "12 fell", 12)
    assert withdrawn(case.view()) == {wrong.id, own.id}
    assert not {right.id, others.id} & withdrawn(case.view())


def test_addresses_make_no_name_a_plain_word(bench: Make) -> None:
    case = bench()
    crowd(case)
    case.report("See www.tolmin.org and @tolmin or news/tolmin: Tolmin burns. The Bridge, a bridge, the bridge.")
    plain = _plain_words(case.view())
    assert "tolmin" not in plain and "bridge" in plain


def test_a_side_without_evidence_harms_nobody(bench: Make) -> None:
    case = bench()
    case.report("The mill burnt.")
    view = case.view()
    bare = Difference(
        type="denial",
        topic="x",
        sides=(Side(says="x", evidence=()), Side(says="y", evidence=())),
        why="x",
        check="plugin",
    )
    view.checks = (lambda _: [bare],)
    assert [one.check for one in differences(view)] == ["plugin"]
