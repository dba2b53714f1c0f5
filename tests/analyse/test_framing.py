"""Words for one thing side by side, positions that changed, denials across reports."""

from collections.abc import Callable

from rashomon.analyse.differences import differences
from rashomon.analyse.differences.framing import readouts
from rashomon.model.annotation import Link, Position, Stance
from rashomon.model.finding import Difference
from rashomon.model.text import Document
from rashomon.model.world import Contact, Readout
from tests.analyse.conftest import Bench


def only(bench: Bench) -> Difference:
    (found,) = differences(bench.view())
    return found


def test_loaded_words_stand_beside_plain_ones_with_those_who_use_them(bench: Callable[[], Bench]) -> None:
    made = bench()
    first = made.report("The rebels of Velm took the bridge.", outlet="Gazette", published="2031-05-02")
    second = made.report("The bandits of Velm ran away.", outlet="Beacon", published="2031-05-03")
    for report in (first, second):
        made.statement(report, "Velm", "bridge" if report is first else "away")
    found = only(made)
    assert found.type == "other framing"
    assert {side.evidence[0].text for side in found.sides} == {"rebels", "bandits"}
    assert "“bandits” by Beacon" in found.why and "“rebels” by Gazette" in found.why


def test_a_description_without_a_name_is_of_whom_it_leads_to(bench: Callable[[], Bench]) -> None:
    made = bench()
    first = made.report("The bandits fled towards Osk.", outlet="Beacon", published="2031-05-02")
    second = made.report("The insurgents hold two posts near Osk.", outlet="Gazette", published="2031-05-03")
    for report, words in ((first, "The bandits"), (second, "The insurgents")):
        made.link(report, words, "Velm Front", "armed group", "description")
        made.link(report, "Osk")
    assert only(made).topic == "Velm Front: bandits, insurgents"


def test_plain_words_alone_are_no_framing(bench: Callable[[], Bench]) -> None:
    made = bench()
    first = made.report("The rebels of Velm took the bridge.", outlet="Gazette", published="2031-05-02")
    second = made.report("The fighters of Velm ran away.", outlet="Beacon", published="2031-05-03")
    for report in (first, second):
        made.statement(report, "Velm", "bridge" if report is first else "away")
    assert differences(made.view()) == []


def test_a_word_inside_a_name_is_nobody_s_choice(bench: Callable[[], Bench]) -> None:
    made = bench()
    first = made.report("The Velm Liberation Front spoke of war.", outlet="Gazette", published="2031-05-02")
    second = made.report("War is over, says Osk.", outlet="Beacon", published="2031-05-03")
    made.link(first, "Velm Liberation Front")
    made.link(second, "Osk")
    assert differences(made.view()) == []


def test_words_in_a_quotation_are_the_speakers_own(bench: Callable[[], Bench]) -> None:
    made = bench()
    first = made.report("Osk said: the terrorists of Velm will go.", outlet="Gazette", published="2031-05-02")
    second = made.report("The soldiers of Velm stayed.", outlet="Gazette", published="2031-05-03")
    made.statement(first, "Osk", "the terrorists of Velm will go")
    for report in (first, second):
        made.link(report, "Velm")
    assert "“terrorists” by Osk" in only(made).why


def hold(bench: Bench, report: Document, holder: str, stance: Stance, issue: str) -> None:
    bench.keep(
        Position(
            document=report.id, evidence=(bench.words(report, issue),), rule="test", stance=stance,
            holder=(bench.link(report, holder),), issue=(bench.words(report, issue),),
            according_to=(Link(document=report.id),),
        )
    )  # fmt: skip


def test_another_stance_on_a_later_day_is_a_change_of_position(bench: Callable[[], Bench]) -> None:
    made = bench()
    first = made.report("Velm rejects foreign observers at the dam.", published="2031-05-02")
    second = made.report("Velm accepts observers at the dam.", published="2031-05-20")
    hold(made, first, "Velm", "rejects", "foreign observers at the dam")
    hold(made, second, "Velm", "accepts", "observers at the dam")
    found = only(made)
    assert found.type == "change of position"
    assert [side.evidence[0].document for side in found.sides] == [first.id, second.id]


def test_two_parties_with_two_stances_have_not_changed_them(bench: Callable[[], Bench]) -> None:
    made = bench()
    first = made.report("Velm rejects observers at the dam.", published="2031-05-02")
    second = made.report("Osk accepts observers at the dam.", published="2031-05-20")
    hold(made, first, "Velm", "rejects", "observers at the dam")
    hold(made, second, "Osk", "accepts", "observers at the dam")
    assert differences(made.view()) == []


def test_one_report_denies_what_another_tells(bench: Callable[[], Bench]) -> None:
    made = bench()
    first = made.report("Osk says his envoy signed the water accord in Tarn.", published="2031-05-02")
    second = made.report("Velm says nobody signed a water accord.", published="2031-05-04")
    made.statement(first, "Osk", "his envoy signed the water accord in Tarn")
    made.statement(second, "Velm", "nobody signed a water accord")
    found = only(made)
    assert found.type == "denial"
    assert [side.evidence[0].document for side in found.sides] == [first.id, second.id]


def test_what_speaks_of_something_else_denies_nothing(bench: Callable[[], Bench]) -> None:
    made = bench()
    first = made.report("Osk says his envoy signed the water accord in Tarn.", published="2031-05-02")
    second = made.report("Velm says nobody was hurt on the bridge.", published="2031-05-04")
    made.statement(first, "Osk", "his envoy signed the water accord in Tarn")
    made.statement(second, "Velm", "nobody was hurt on the bridge")
    assert differences(made.view()) == []


def test_words_are_found_in_capitals_and_beside_letters_that_have_no_small_one(bench: Callable[[], Bench]) -> None:
    made = bench()
    first = made.report("The Rebels of Velm took the bridge.", outlet="Gazette", published="2031-05-02")
    second = made.report("In İzmir they heard: the BANDITS of Velm ran away.", outlet="Beacon", published="2031-05-03")
    for report in (first, second):
        made.statement(report, "Velm", "bridge" if report is first else "away")
    assert {side.evidence[0].text for side in only(made).sides} == {"Rebels", "BANDITS"}


def test_who_uses_both_words_chooses_neither(bench: Callable[[], Bench]) -> None:
    made = bench()
    first = made.report("The rebels of Velm took the bridge.", outlet="Gazette", published="2031-05-02")
    second = made.report("The bandits of Velm ran away.", outlet="Gazette", published="2031-05-03")
    for report in (first, second):
        made.link(report, "Velm")
    assert differences(made.view()) == []


def test_what_befell_a_place_takes_two_loaded_words(bench: Callable[[], Bench]) -> None:
    found = []
    for word in ("captured", "occupied"):
        made = bench()
        first = made.report("Our men liberated Harn.", outlet="Gazette", published="2031-05-02")
        second = made.report(f"Their men {word} Harn.", outlet="Beacon", published="2031-05-03")
        for report in (first, second):
            made.link(report, "Harn", type="place")
        found.append([one.check for one in differences(made.view())])
    assert found == [[], ["framing"]]


def test_who_talked_and_speaks_of_other_matters_gives_no_readout(bench: Callable[[], Bench]) -> None:
    made = bench()
    report = made.report("Osk said the call was cordial. Velm said the mill at Lisk had burnt.")
    said = [made.statement(report, "Osk", "the call was cordial"), made.statement(report, "Velm", "the mill at Lisk")]
    sides = tuple(Readout(by=made.filled(one.speaker[0]), statements=(one.id,)) for one in said)
    made.world(
        contacts=(Contact(type="phone", happening="h", participants=tuple(one.by for one in sides), readouts=sides),)
    )
    assert list(readouts(made.view())) == []


def test_who_is_called_an_aggressor_is_a_state_and_no_soldier(bench: Callable[[], Bench]) -> None:
    made = bench()
    first = made.report("Velm, the aggressor, must go.", outlet="Beacon", published="2031-05-02")
    second = made.report("The soldiers of Velm stayed.", outlet="Gazette", published="2031-05-03")
    for report in (first, second):
        made.link(report, "Velm")
    assert differences(made.view()) == []
