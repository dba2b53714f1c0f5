"""An anchor finds its words again where they moved, by what stands around them."""

from rashomon.analyse.anchors import Anchor, anchor, found_in, located
from rashomon.model.text import Document

FIRST = Document(text="Shots fell. The bridge fell, said one. The bridge fell, said another.", source="a")


def test_words_are_found_where_they_stood() -> None:
    span = FIRST.span(12, 27)
    made = anchor(FIRST, span)
    assert made.exact == "The bridge fell"
    assert made.prefix == "Shots fell. "
    assert located(FIRST, made) == span


def test_words_that_moved_are_found_by_their_surroundings() -> None:
    made = anchor(FIRST, FIRST.span(39, 54))
    later = Document(text="Corrected. " + FIRST.text, source="a")
    found = located(later, made)
    assert found is not None
    assert found.start == 50
    assert later.text[found.end :].startswith(", said another")


def test_words_that_are_gone_are_not_found() -> None:
    assert located(FIRST, Anchor(exact="The dam broke", start=3)) is None
    assert located(FIRST, Anchor(exact="")) is None


def test_of_two_reports_the_one_whose_surroundings_fit_is_taken() -> None:
    other = Document(text="Nobody knows why. The bridge fell!", source="b")
    made = anchor(FIRST, FIRST.span(12, 27))
    found = found_in([other, FIRST], made)
    assert found is not None
    assert found.document == FIRST.id
