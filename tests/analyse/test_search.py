"""A search finds reports and records, and counts by what it can be narrowed."""

from collections.abc import Callable

import pytest

from rashomon.analyse.dossier import dossier
from rashomon.analyse.overview import days_of, overview
from rashomon.analyse.search import Narrowing, search, sentences
from rashomon.analyse.view import View
from tests.analyse.conftest import Bench


@pytest.fixture
def view(bench: Callable[[], Bench]) -> View:
    made = bench()
    first = made.report("Osk said the ridge had been taken. Velm denied it.", outlet="A", published="2034-05-01")
    made.statement(first, "Osk", "the ridge had been taken")
    second = made.report("Velm said the ridge was empty.", outlet="B", published="2034-06-02")
    made.statement(second, "Velm", "the ridge was empty", accused=(made.link(second, "Velm"),))
    return made.view()


def test_a_search_finds_the_sentence_and_what_is_said_in_it(view: View) -> None:
    found = search(view, "Ridge").found
    assert [one.kind for one in found] == ["report", "statement", "report", "statement"]
    for one in found:
        text = view.documents[one.document].text
        assert [text[start:end] for start, end in one.words] == ["ridge"]
        assert one.sentence.text == text[one.sentence.start : one.sentence.end]


def test_a_search_is_narrowed_by_each_facet(view: View) -> None:
    facets = search(view, "ridge").facets
    assert {one.value for one in facets["month"]} == {"2034-05", "2034-06"}
    assert {one.value for one in facets["outlet"]} == {"A", "B"}
    assert {one.name for one in facets["actor"]} == {"Osk", "Velm"}
    for name, some in facets.items():
        for facet in some:
            found = search(view, "ridge", Narrowing(**{name: facet.value})).found
            assert len(sentences(found)) == facet.count


def test_all_words_must_stand_in_what_a_record_rests_on(view: View) -> None:
    assert [one.kind for one in search(view, "ridge denied").found] == ["report"]
    assert not search(view, "zeppelin").found
    assert not search(view, "...").found


def test_the_overview_counts_and_names_the_days(view: View) -> None:
    glance = overview(view)
    assert (glance.reports, glance.outlets) == (2, ("A", "B"))
    assert (glance.first, glance.last) == ("2034-05-01", "2034-06-02")
    assert days_of(view) == ["2034-05-01", "2034-06-02"]


def test_a_dossier_holds_what_an_actor_said_and_is_accused_of(view: View) -> None:
    velm = next(one for one in view.world.actors if one.name == "Velm")
    made = dossier(view, velm)
    assert [one.content[0].text for one in made.said] == ["the ridge was empty"]
    assert made.accused_of == made.said
    assert not made.took_part
