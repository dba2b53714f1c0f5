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
