"""Numbers that a paper corrects, and parts told in words that do not make their total."""

from collections.abc import Callable

import pytest

from rashomon.analyse.differences import differences
from rashomon.analyse.differences.misprints import misprinted, misprints
from rashomon.analyse.differences.sums import sums_in_words
from tests.analyse.conftest import Bench
from tests.analyse.test_counts import count


@pytest.fixture
def made(bench: Callable[[], Bench]) -> Bench:
    return bench()


@pytest.mark.parametrize(
    ("correction", "right"),
    [
        ("(Corrects story of May 2, in which the number of wounded should have read 46, not 64)", "46"),
        ("CORRECTION: Lantern's report of May 2 misstated how many were wounded. The clinic gave it as 46.", "46"),
        ("A dispatch last week wrongly put the wounded at 64; the number is 46.", "46"),
    ],
)
def test_the_number_that_a_paper_corrects_stands_in_the_report_before(made: Bench, correction: str, right: str) -> None:
    first = made.report("Velm's clinic said 64 were wounded.", outlet="Lantern", published="2031-05-02")
    count(made, first, "64 were wounded", 64, by="Velm", day="2031-05-02", counts="wounded")
    made.report(correction, outlet="Lantern", published="2031-05-09")
    found = list(misprints(made.view()))
    assert [one.type for one in found] == ["error in source"]
    assert found[0].sides[0].says == "64 were wounded"
    assert found[0].sides[1].evidence[0].text == right


@pytest.mark.parametrize(
    "later",
    [
        "The wounded now number 46, the clinic said in a report.",  # nothing is corrected
        "Correction: a report of May 2 misspelled the mayor's name. She is 46.",  # of nothing counted there
        "A report wrongly put the wounded at 64; the number is 31.",  # … and no slip of the pen
        "CORRECTED - Raid on Velm. (Removes a name in the report.) The staff said 63 were missing.",  # … nor named
    ],
)
def test_another_number_is_no_misprint(made: Bench, later: str) -> None:
    first = made.report("Velm's clinic said 64 were killed.", outlet="Lantern", published="2031-05-02")
    count(made, first, "64 were killed", 64, by="Velm", day="2031-05-02", counts="missing")
    made.report(later, outlet="Lantern", published="2031-05-09")
    assert not list(misprints(made.view()))


def test_a_corrected_number_is_nobodys_other_count(made: Bench) -> None:
    first = made.report("Velm put its toll at 64 wounded.", outlet="Lantern", published="2031-05-02")
    wrong = count(made, first, "64 wounded", 64, by="Velm", day="2031-05-02", counts="wounded")
    second = made.report(
        "Corrects the story of May 2: the toll of Velm should have read 46 wounded.",
        outlet="Lantern", published="2031-05-09",
    )  # fmt: skip
    right = count(made, second, "46 wounded", 46, day="2031-05-02", counts="wounded")
    view = made.view()
    assert misprinted(view) == {wrong.id, right.id}
    assert {one.type for one in differences(view)} == {"error in source"}


@pytest.mark.parametrize(
    "text",
    [
        "Velm broke the pause on 19 occasions, eleven on the first day and nine on the second.",
        "The staff counted 31 attacks: 14 on Monday the 3rd and 18 on Tuesday the 4th of August.",
        "They fired on 17 occasions, six of them against ambulances and twelve against the post.",
        "It counts 31 violations between 11 and 13 May, twelve on the Sunday, eleven on the Monday and nine after it.",
    ],
)
def test_parts_in_words_that_do_not_make_their_total(made: Bench, text: str) -> None:
    made.report(text, published="2031-05-09")
    found = list(sums_in_words(made.view()))
    assert [one.type for one in found] == ["error in source"]
    assert len(found[0].sides) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Velm broke the pause on 20 occasions, eleven on the first day and nine on the second.",  # they fit
        "Velm broke the pause on 19 occasions in two weeks, eleven of them at night.",  # one part
        "Velm broke the pause on 19 occasions, including six on Monday and twelve on Tuesday.",  # not all there is
        "Velm broke the pause more than 19 times, ten on Monday and ten on Tuesday.",  # a bound
        "The staff counted 19 attacks; nine men and eleven women were hurt.",  # of other things
        "He went there 19 times, first with ten men and then with eight trucks.",
        "The staff counted 15 attacks by 10 gunmen on 4 villages in the north.",  # who attacked, and where
        "It told of 20 violations by 12 aircraft in 7 provinces on the border.",
        "There were 30 attacks in 20 towns on the river and 11 villages in the hills.",
    ],
)
def test_numbers_that_are_no_parts_are_no_error(made: Bench, text: str) -> None:
    made.report(text, published="2031-05-09")
    assert not list(sums_in_words(made.view()))


@pytest.mark.parametrize(
    "later",
    [
        "A report says that the army wrongly fired on the clinic, where 64 wounded and 46 nurses lay.",
        "By mistake 64 wounded were sent to the wrong town, the clinic's report says; 46 came back.",
        "The report tells of 64 wounded whom the police mistakenly held, 46 of them for weeks.",
    ],
)
def test_what_was_done_by_mistake_was_not_misprinted(made: Bench, later: str) -> None:
    first = made.report("Velm's clinic said 64 were wounded.", outlet="Lantern", published="2031-05-02")
    count(made, first, "64 were wounded", 64, by="Velm", day="2031-05-02", counts="wounded")
    made.report(later, outlet="Lantern", published="2031-05-09")
    assert not list(misprints(made.view()))
