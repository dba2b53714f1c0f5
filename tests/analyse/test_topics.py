"""What records speak of: which are compared, and that what is asked first leaves none out."""

from collections.abc import Callable
from itertools import permutations

from rashomon.analyse.topics import Topics
from rashomon.analyse.view import View
from tests.analyse.conftest import Bench

SAID = (
    "the convoy with rifles left the harbour of Osk",
    "no convoy with rifles ever left Osk",
    "the harbour was mined by militants",
    "militants fired on a convoy near the mill",
    "the envoys talked of grain and fish",
    "the grain was burnt at the mill",
)


def told(bench: Callable[[], Bench]) -> tuple[View, Topics]:
    made = bench()
    for number, words in enumerate(SAID, start=1):
        report = made.report(f"Velm said {words}. Osk heard it.", outlet=f"Paper {number}", published="2031-05-02")
        made.link(report, "Osk")
        made.statement(report, "Velm", words)
    view = made.view()
    return view, Topics(view, view.statements)


def test_what_is_asked_first_rules_out_nothing_that_is_shared(bench: Callable[[], Bench]) -> None:
    _, topics = told(bench)
    pairs = list(permutations(topics.records, 2))
    assert any(topics.shared(a, b) >= 2 for a, b in pairs)
    assert any(not topics.may_share(a, b, 1) for a, b in pairs)
    assert all(topics.may_share(a, b, topics.shared(a, b)) for a, b in pairs)


def test_near_among_some_is_near_without_the_others(bench: Callable[[], Bench]) -> None:
    _, topics = told(bench)
    for one in topics.records:
        every = list(topics.near(one))
        assert list(topics.near(one, set(every[::2]))) == every[::2]
    assert max(len(list(topics.near(one))) for one in topics.records) > 2


def test_likeness_is_the_same_from_both_ends(bench: Callable[[], Bench]) -> None:
    _, topics = told(bench)
    by_words = {record.evidence[0].text: id for id, record in topics.records.items()}
    first, second, other = (next(id for text, id in by_words.items() if SAID[n] in text) for n in (0, 1, 4))
    assert topics.alike(first, second) == topics.alike(second, first) > 0.4
    assert topics.alike(first, other) == 0.0


def test_the_topic_of_a_record_is_read_once_a_view(bench: Callable[[], Bench]) -> None:
    view, topics = told(bench)
    again = Topics(view, view.statements)
    assert all(again.of[id] is topics.of[id] for id in topics.records)


def test_what_two_records_share_tells_less_in_a_larger_case(bench: Callable[[], Bench]) -> None:
    """Two words of a small case are one matter; among hundreds of records that have them they are chance."""

    def of_one_matter(others: int) -> bool:
        made = bench()
        for number in range(others):
            report = made.report(f"Velm said rifle {number} reached the harbour of Tarn.", outlet=f"Paper {number}")
            made.statement(report, "Velm", f"rifle {number} reached the harbour of Tarn")
        one = made.report("Osk said a rifle was seen in the harbour while grain was loaded.")
        two = made.report("Osk said no rifle lay in the harbour where children swim.")
        ids = [made.statement(one, "Osk", "a rifle was seen in the harbour while grain was loaded").id,
               made.statement(two, "Osk", "no rifle lay in the harbour where children swim").id]  # fmt: skip
        view = made.view()
        return Topics(view, view.statements).of_one_matter(*ids)

    assert of_one_matter(10)
    assert not of_one_matter(900)
