"""Former stands beside present ones, counts taken back in a sentence, breaches that each side counts of the other."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.differences import differences
from rashomon.analyse.differences.breaches import breaches_counted
from rashomon.analyse.differences.formerly import stood_formerly
from rashomon.analyse.differences.lowered import formerly_counted, lowered_in_a_sentence
from rashomon.model.annotation import Figure, Link, Mention
from rashomon.model.values import When

Make = Callable[[], Any]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Velm said that observers might enter Harn. A month ago it insisted that nobody would pass.", 1),
        ("Velm said that observers could come at once. In March it swore that none would be let in.", 1),
        ("Velm said that it was ready to talk of Harn, whereas in May Velm ruled out any talk.", 1),
        ("Velm said that it would accept a vote. Only last week it was still refusing to hear of one.", 1),
        ("Velm said that the road was wet. A month ago it insisted that nobody would pass.", 0),
        ("Velm said that observers might enter Harn. A month ago Osk insisted that nobody would pass.", 0),
        ("Velm said that observers might enter Harn. A month ago it said that two had come.", 0),
        ("Velm said that no observer might enter Harn. A month ago it refused to let them in.", 0),
        ("Velm said that it could talk of the ferry. Last week it ruled it out.", 1),
        ("Velm said that it was ready for talks. Last week it refused to comment on the price of talks.", 0),
        ("Velm said that it would accept the observers. In March it demanded more pay for teachers.", 0),
        ("Velm said that its army may attack the port at once. Last month it rejected an attack.", 0),
        ("Velm said that the ford could be crossed at once. In April it rejected a visa.", 0),
    ],
)
def test_who_gives_way_stood_firm_before(bench: Make, text: str, found: int) -> None:
    case = bench()
    one = case.report(text, published="2031-06-04")
    said = text.partition("that ")[2].partition(".")[0].partition(", whereas")[0]
    case.statement(one, "Velm", said)
    for name in ("Osk insisted", "Velm ruled"):
        if name in text:
            case.link(one, name.split()[0]) if name.startswith("Osk") else named_again(case, one, name)
    assert len(list(stood_formerly(case.view()))) == found


def named_again(case: Any, document: Any, words: str) -> None:
    """A second mention of somebody in a report."""
    start = document.text.index(words)
    span = document.span(start, start + len(words.split()[0]))
    mention = Mention(document=document.id, evidence=(span,), rule="test", form="name", reading="actor")
    case._links[mention.id] = case._actors[words.split()[0]].id
    case.keep(mention)


def number(case: Any, document: Any, words: str, low: float, **more: Any) -> None:
    """So many of something, counted by somebody."""
    by, side, day = more.pop("by", None), more.pop("side", None), more.pop("day", None)
    chain = (case.link(document, by),) if by else ()
    case.keep(
        Figure(
            document=document.id, evidence=(case.words(document, words),), rule="test",
            counts=more.pop("counts", "killed"), low=low, high=low, according_to=(*chain, Link(document=document.id)),
            side=(case.link(document, side),) if side else (),
            as_of=When(earliest=day, latest=day, granularity="day", basis="test") if day else When(), **more,
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "first", "second", "found"),
    [
        ("Osk cut its estimate of Velm's dead to 80 from the 120 it gave in May.", 80, 120, 1),
        ("Osk trimmed to 80 the number of men it says it killed, having put it at 120.", 80, 120, 1),
        ("Osk lowered its count to 80, where it had spoken of 120.", 80, 120, 1),
        ("Osk raised its count to 120 from the 80 it gave in May.", 120, 80, 0),
        ("Osk cut its estimate to 80 and said that Velm held 120 captives.", 80, 120, 0),
        ("Osk gave 80 dead, from 120 on Monday.", 80, 120, 0),
        ("Osk cut its count of the dead to 80 after shells hit 120 of Velm.", 80, 120, 0),
        ("Osk cut the road and, by its own count, killed 80 from a column of 120.", 80, 120, 0),
    ],
)
def test_a_count_is_taken_back_in_the_sentence_that_gives_the_new_one(
    bench: Make, text: str, first: int, second: int, found: int
) -> None:
    case = bench()
    one = case.report(text)
    number(case, one, str(first), first, by="Osk")
    number(case, one, str(second), second)
    kinds = [each.type for each in lowered_in_a_sentence(case.view())]
    assert kinds == ["change of position"] * found


@pytest.mark.parametrize(
    ("by", "of", "low", "day", "found"),
    [
        pytest.param("Velm", "Osk", 31, "2031-06-02", 1, id="each of the other"),
        pytest.param("Velm", "Osk", 14, "2031-06-02", 0, id="the same number"),
        pytest.param("Osk", "Velm", 31, "2031-06-02", 0, id="one counter"),
        pytest.param("Tarn", "Ulm", 31, "2031-06-02", 0, id="other parties"),
        pytest.param("Tarn", "Osk", 31, "2031-06-02", 0, id="a third who counts"),
        pytest.param("Velm", "Osk", 31, "2031-09-02", 0, id="another truce"),
        pytest.param("Velm", None, 31, "2031-06-02", 1, id="nobody says of whom"),
        pytest.param("Tarn", None, 31, "2031-06-02", 0, id="observers count"),
        pytest.param("Osk", None, 31, "2031-06-02", 0, id="one counter, nobody says of whom"),
    ],
)
def test_two_enemies_count_each_others_breaches(
    bench: Make, by: str, of: str | None, low: int, day: str, found: int
) -> None:
    case = bench()
    one = case.report("Osk counts 14 violations by Velm.", published="2031-06-03")
    number(case, one, "14 violations", 14, by="Osk", side="Velm", day="2031-06-02", counts="other", unit="violation")
    two = case.report(f"{by} lists {low} breaches by {of}.", published="2031-06-04")
    number(case, two, f"{low} breaches", low, by=by, side=of, day=day, counts="other", unit="breach")
    assert [each.type for each in breaches_counted(case.view())] == ["other count"] * found


def test_a_total_that_fell_after_it_grew_is_told_twice(bench: Make) -> None:
    case = bench()
    for day, low in (("2031-05-01", 40), ("2031-06-01", 120), ("2031-07-01", 80)):
        one = case.report(f"Osk puts Velm's dead in the war at {low}.", published=day)
        number(case, one, f"dead in the war at {low}", low, by="Osk", side="Velm")
    found = {(one.type, len(one.sides)) for one in differences(case.view()) if one.check == "running_totals"}
    assert found == {("change of position", 3), ("other date", 2)}


@pytest.mark.parametrize(
    ("text", "now", "before", "kinds"),
    [
        ("Osk puts the dead at 80. In March it spoke of 120.", "dead at 80", "120", ["change of position"]),
        ("Osk says 200 died. A month ago it had given 150.", "200 died", "150", ["other date"]),
        ("Osk puts the dead at 80. In March Velm spoke of 120.", "dead at 80", "120", []),
        ("Osk puts the dead at 80. It spoke of 120 prisoners.", "dead at 80", "120 prisoners", []),
        ("Osk says 80 died at Harn on Monday. Last month it said that 120 had died.", "80 died", "120", []),
        ("Osk says 80 died at Harn. Last month it said that 120 had died near Tolmin.", "80 died", "120", []),
        ("Osk puts the dead at 80. In March it had 120 tanks.", "dead at 80", "120 tanks", []),
    ],
)
def test_what_a_counter_gave_before_stands_in_the_next_sentence(
    bench: Make, text: str, now: str, before: str, kinds: list[str]
) -> None:
    case = bench()
    one = case.report(text)
    number(case, one, now, float("".join(filter(str.isdigit, now))), by="Osk")
    more = {"by": "Velm"} if "Velm" in text else {}
    other = "tanks" in before or "prisoners" in before
    unit = before.split()[1] if " " in before else None
    was = float("".join(filter(str.isdigit, before)))
    number(case, one, before, was, unit=unit, counts="equipment" if other else "killed", **more)
    assert [each.type for each in formerly_counted(case.view())] == kinds


@pytest.mark.parametrize(("first", "second"), [({"side": "Velm"}, {"side": "Tarn"}), ({}, {"category": "civilian"})])
def test_a_count_of_others_is_not_what_a_count_was_before(
    bench: Make, first: dict[str, Any], second: dict[str, Any]
) -> None:
    case = bench()
    one = case.report("Osk cut its count of Velm and Tarn to 80 from 120.")
    number(case, one, "80", 80, by="Osk", **({"category": "military"} | first))
    number(case, one, "120", 120, **second)
    assert list(lowered_in_a_sentence(case.view())) == []


def test_one_number_of_two_counters_is_two_tallies(bench: Make) -> None:
    case = bench()
    for by, of, low in (("Velm", "Osk", 14), ("Osk", "Velm", 14), ("Osk", "Velm", 31)):
        one = case.report(f"{by} counts {low} violations by {of}.", published="2031-06-03")
        number(case, one, f"{low} violations", low, by=by, side=of, counts="other", unit="violation")
    (found,) = breaches_counted(case.view())
    assert sorted(len(side.records) for side in found.sides) == [1, 1]


@pytest.mark.parametrize(("type", "found"), [("state", 1), ("organisation", 0)])
def test_only_those_at_war_count_each_others_breaches(bench: Make, type: Any, found: int) -> None:
    case = bench()
    for by, kind, low in (("Osk", "state", 14), ("Tarn", type, 31)):
        one = case.report(f"{by} counts {low} violations.", published="2031-06-03")
        case.link(one, by, type=kind)
        number(case, one, f"{low} violations", low, by=by, day="2031-06-02", counts="other", unit="violation")
    assert len(list(breaches_counted(case.view()))) == found
