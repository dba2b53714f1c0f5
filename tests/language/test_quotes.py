import pytest

from rashomon.language.quotes import quotes
from rashomon.model.text import paragraphs


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotes(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We will hold the ridge," she said.', ["We will hold the ridge,"]),
        ("“We will hold,” she said, “the ridge.”", ["We will hold,", "the ridge."]),
        ("«We will hold the ridge», she said.", ["We will hold the ridge"]),
        ("„We will hold the ridge“, she said.", ["We will hold the ridge"]),
        ("The general spoke of ''a quiet night'' at the front.", ["a quiet night"]),
        ("“We will hold the ridge,’’ she said.", ["We will hold the ridge,"]),
        ('The minister called it "inadmissible". Nobody else did.', ["inadmissible"]),
        ("No one was quoted here.", []),
    ],
)
def test_marks_of_all_styles(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_a_quotation_that_runs_on_in_the_next_paragraph() -> None:
    text = "“The first shell fell at dawn.\n\n“The second fell at noon,” he said."
    first, second = quotes(text, paragraphs(text))
    assert not first.closed and not first.continues
    assert second.closed and second.continues


def test_a_lost_opening_mark_does_not_swallow_the_text() -> None:
    text = "We shall see,” he said. Then “nothing” came."
    assert quoted(text) == ["nothing"]


def test_a_mark_before_the_end_of_a_paragraph_does_not_reach_into_the_next() -> None:
    text = "He called it “a lie.\n\nNobody answered him."
    assert quoted(text) == ["a lie."]
