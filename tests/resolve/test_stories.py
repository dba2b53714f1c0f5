"""Which reports are told apart and which are put together, as they stream in."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.text import Document, Furniture
from rashomon.resolve.stories import Background, Stories, grouped, terms, terms_of, topic

DAM = (
    "Veldan guns shelled the Ombar dam at Mirosk, the Ombari ministry in Corran said; Veldan denied it.",
    "In Corran the Ombari president Belkesh accused Veldan of breaking the Mirosk dam.",
    "Belkesh left Corran for Mirosk, where engineers look at the Ombari dam that Veldan shelled.",
)
STRIKE = (
    "Dockers at Port Hallam walked out over wages; the Hallam harbour board called the strike unlawful.",
    "The Hallam harbour board met the dockers of Port Hallam for a second day over wages.",
)
SPRING = date(2031, 3, 1).toordinal()


def test_reports_that_share_names_and_matter_are_one_story() -> None:
    reports = [(terms_of(text), SPRING) for text in (DAM[0], STRIKE[0], DAM[1], STRIKE[1], DAM[2])]
    assert grouped(reports) == [0, 1, 0, 1, 0]


def test_a_stream_whose_words_are_not_counted_before_gives_the_same_here() -> None:
    stories = Stories()
    texts = (DAM[0], STRIKE[0], DAM[1], STRIKE[1], DAM[2])
    assert [stories.add(terms_of(text), SPRING) for text in texts] == [0, 1, 0, 1, 0]


def test_a_story_without_reports_for_a_window_is_over() -> None:
    first, later = terms_of(DAM[0]), terms_of(DAM[1])
    assert grouped([(first, SPRING), (later, SPRING + 30)], window=30) == [0, 0]
    assert grouped([(first, SPRING), (later, SPRING + 31)], window=30) == [0, 1]
    assert grouped([(first, SPRING), (later, None)], window=30) == [0, 0]


def test_what_is_over_leaves_nothing_behind() -> None:
    stories = Stories(window=2)
    for day in range(50):
        stories.add(terms_of(f"Town{'abcdefghij'[day % 10]} mayor opens bridge"), SPRING + 10 * day)
    assert len(stories._open) == 1
    assert len(stories._index) <= 4


def test_a_report_without_words_is_a_story_of_its_own() -> None:
    assert grouped([({}, None), ({}, None), (terms_of(DAM[0]), None)]) == [0, 1, 2]


def test_names_count_more_than_common_words_and_grammar_not_at_all() -> None:
    found = terms_of("Mirosk said the bridge")
    assert sorted(found.values()) == [1.0, 3.0]


def test_furniture_is_passed_over() -> None:
    text = "Read also: Hallam strike\nThe Mirosk dam broke."
    menu = Document(text=text, source="s", furniture=(Furniture(role="related", start=0, end=24),))
    assert terms(menu) == terms_of("The Mirosk dam broke.")


def test_a_topic_is_the_names_that_most_reports_open_with_and_no_outlet() -> None:
    told = [Document(text=text, source="s", outlet="Corran Courier") for text in DAM]
    assert topic(told) == "Veldan, Mirosk, Ombari, Belkesh"
    assert topic(told[:1]).startswith("Veldan, ")  # named twice there
    assert topic([]) == ""


@given(st.lists(st.sampled_from([*DAM, *STRIKE]), max_size=12))
def test_the_same_stream_gives_the_same_stories(texts: list[str]) -> None:
    reports = [(terms_of(text), SPRING + at) for at, text in enumerate(texts)]
    found = grouped(reports)
    assert found == grouped(reports)
    assert sorted(set(found)) == list(range(len(set(found))))  # numbered without gaps, in order of appearance
    assert all(found[a] == found[b] for a in range(len(texts)) for b in range(a) if texts[a] == texts[b])


@given(st.lists(st.sampled_from([*DAM, *STRIKE]), min_size=1, max_size=6))
def test_weighted_words_have_length_one(texts: list[str]) -> None:
    background = Background()
    for text in texts:
        background.add(terms_of(text))
    assert abs(sum(value**2 for value in background.weighted(terms_of(texts[0])).values()) - 1) < 1e-9
