"""Offices told without the name or the state of who holds them."""

from tests.resolve.test_groups import keys

NAMED = "The Secretary-General of the United Nations, Anton Holm, met both sides. Holm left on Monday."


def test_an_office_that_one_person_alone_holds_is_his_where_no_state_is_told() -> None:
    told = keys(NAMED, "Talks with Mr Holm failed on the bridge. The Secretary-General said that he was tired.")
    assert ("The Secretary-General", "person:anton holm") in told


def test_an_office_that_two_persons_hold_stays_open() -> None:
    other = "The Secretary-General of the Arab League, Samir Odeh, was angry. Odeh left."
    told = keys(NAMED, other, "Talks on the bridge failed. The Secretary-General said that he was tired.")
    assert ("The Secretary-General", None) in told


def test_a_foreign_secretary_is_not_of_the_state_whose_foreign_minister_is_told() -> None:
    paper = (
        "REPUBLIC OF PERU\nPress Secretariat\n\nThe Foreign Minister of Peru, Manuel Quiro, spoke to the Foreign "
        "Secretary, Giles Acker, on Monday. Peru regrets the war."
    )
    told = keys(paper, "The Peruvian Foreign Secretary said no.")
    assert ("The Peruvian Foreign Secretary", "person:giles acker") not in told


OF_PERU = (
    "Peru's President, Rosa Vial, spoke in Lima. Peru wants peace. Peru counted nine dead. Vial left Peru on Monday."
)


def test_a_title_in_capitals_is_of_who_leads_the_home_of_its_report() -> None:
    paper = (
        "LIMA, Peru - The President of Peru, Rosa Vial, received the President of Chile, Hugo Sanz, on Monday. "
        "Peru and the foreign minister of Peru, Ana Moro, said little. “We are ready,” the Head of State declared."
    )
    assert ("the Head of State", "person:rosa vial") in keys(OF_PERU, paper)


def test_a_title_in_small_letters_stays_open_where_two_bear_it() -> None:
    paper = (
        "LIMA, Peru - The President of Peru, Rosa Vial, received the President of Chile, Hugo Sanz, on Monday. "
        "Peru said little. “We are ready,” the president declared."
    )
    assert ("the president", None) in keys(OF_PERU, paper)


def test_a_president_of_no_told_state_is_the_one_whose_state_is_named_later() -> None:
    told = keys(
        "President Tomas Berg flew home to sign. Berg slept on the plane.",
        "Berg waited in the hall. President Tomas Berg smiled. The President of Chile had asked for tea.",
    )
    assert ("The President of Chile", "person:tomas berg") in told


def test_two_presidents_of_no_told_state_leave_it_open() -> None:
    told = keys(
        "President Tomas Berg met President Olav Lund. The two smiled. The President of Chile had asked for tea."
    )
    assert ("The President of Chile", None) in told


def test_the_army_in_a_report_from_a_third_state_is_not_its_own() -> None:
    war = "Peru shelled Ecuador on Monday. Ecuador and Peru fight. Peru lost ten men. Peru and Ecuador talk."
    paper = (
        "CAIRO, Egypt - President Adel Naim of Egypt waited. Egypt spoke to Peru. The army shelled the bridge again."
    )
    assert ("The army", "organ:armed forces:EGY") not in keys(war, war + " Ecuador said no.", paper)
