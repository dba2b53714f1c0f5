"""Bands, units and sides that reports call by a common noun, and whose men, country or enemy they mean."""

from tests.resolve.test_groups import keys

FRONT = (
    "Fighters of the Upland Congress took the pass on Monday. The Upland Congress denied that it had losses. "
    "Its military chief, Oskar Brand, said so. A spokesman for the Upland Congress agreed."
)


def test_a_congress_with_fighters_is_an_armed_group_and_the_rebels() -> None:
    assert ("the rebels", "body:upland congress") in keys(FRONT, "Villagers fled when the rebels came.")
    assert ("Rebel forces", "body:upland congress") in keys(FRONT, "Rebel forces shelled the airport on Tuesday.")


def test_a_congress_without_fighters_is_not() -> None:
    named = "The Upland Congress met. The Upland Congress voted. A spokesman for the Upland Congress agreed."
    assert ("the rebels", None) in keys(named, "Villagers fled when the rebels came.")


def test_the_men_of_a_leader_are_the_body_that_he_leads() -> None:
    assert ("his men", "body:upland congress") in keys(FRONT, "Oskar Brand said his men had left.")


def test_two_of_his_men_are_not_the_whole_body() -> None:
    told = keys(FRONT, "Oskar Brand said two of his men had left.")
    assert ("his men", "body:upland congress") not in told


def test_the_men_of_who_leads_nothing_stay_open() -> None:
    assert ("his men", None) in keys(FRONT, "The farmer Iven Sull said his men had left.")


def test_a_unit_goes_by_its_number_in_words_and_figures_with_or_without_its_arm() -> None:
    told = keys("The 3rd Mountain Division left.", "The Third Division fired.")
    assert ("Third Division", "body:3rd mountain division") in told


def test_units_of_one_number_and_two_arms_stay_apart() -> None:
    told = keys("The 3rd Mountain Division left. The 3rd Marine Division came.", "The Third Division fired.")
    assert ("Third Division", "body:third division") in told


def test_a_unit_is_not_the_rebels() -> None:
    told = keys("The 4th Brigade left. The 4th Brigade fired. The 4th Brigade fled.", "Villagers fled from the rebels.")
    assert ("the rebels", None) in told


def test_the_putschists_are_the_body_of_officers_that_seized_power() -> None:
    named = "Colonel Ivo Hask, chairman of the Committee for National Renewal, spoke on the radio."
    assert ("The putschists", "body:committee for national renewal") in keys(named, "The putschists freed two men.")


def test_a_committee_of_civilians_is_no_junta() -> None:
    named = "Ivo Hask, chairman of the Committee for National Renewal, spoke on the radio."
    assert ("The putschists", None) in keys(named, "The putschists freed two men.")


def test_a_capital_stands_for_the_alliance_that_sits_there_where_its_state_is_not_named() -> None:
    union = "The European Union called for calm."
    assert ("Brussels", "body:european union") in keys(union, "Brussels warned both sides.")
    assert ("Brussels", "state:BEL") in keys(union, "Belgium sent aid. Brussels warned both sides.")


def test_a_congress_with_a_capital_is_the_body_that_ends_so_and_no_parliament() -> None:
    assert ("Congress", "body:upland congress") in keys(FRONT, "The Congress will talk, he said.")


def test_a_foreign_ministry_is_not_that_which_always_goes_by_another_name() -> None:
    told = keys("Sulemar's army left. Sulemar thanked the State Department. The Foreign Ministry said no more.")
    assert dict(told)["Foreign Ministry"] != "organ:foreign ministry:USA"


def test_the_breakaway_republic_is_not_the_country() -> None:
    named = "Moldova denied it. Moldova's army left. Moldova's president, Ion Rusu, spoke."
    told = dict(keys(named, "Moldova said no. The breakaway republic agreed. Moldova will vote."))
    assert told.get("The breakaway republic") is None


def test_a_french_courtesy_is_no_initial() -> None:
    named = "The prefect, Lucien Aubry, resigned."
    assert ("M. Aubry", "person:lucien aubry") in keys(named, "M. Aubry came home on Tuesday.")


def test_another_rank_is_another_bearer_of_the_surname() -> None:
    told = keys("Colonel Bakari Sule took power.", "Colonel Sule spoke. Captain Ibrahim Sule, a loyalist, did not.")
    assert ("Sule", "person:bakari sule") in told
