import pytest

from rashomon.model.annotation import Link
from tests.extract.statements.conftest import Tell, content, texts


@pytest.mark.parametrize(
    ("text", "act", "said"),
    [
        ("I think that the king is ill advised.", "judge", ["the king is ill advised"]),
        ("The siege will end, I believe, before the harvest.", "predict", ["The siege will end", "before the harvest"]),
        ("In my view the pact was never meant.", "judge", ["the pact was never meant"]),
    ],
)  # fmt: skip
def test_the_writer_speaks_as_i(written: Tell, text: str, act: str, said: list[str]) -> None:
    (one,) = written(text, "opinion")
    assert (one.act, content(one)) == (act, said)
    assert texts(one.speaker)[0] in ("I", "my")
    assert one.according_to[-1] == Link(document=one.document)


@pytest.mark.parametrize(
    ("text", "genre", "act"),
    [
        ("It is clear that nobody wants the winter.", "opinion", "judge"),
        ("The marshal will not hold the island with speeches.", "opinion", "predict"),
        ("Should the bank stop paying, the war would end by June.", "opinion", "predict"),
        ("Karsk isn't likely to give up the ridge.", "report", "predict"),
        ("Reports of a landing are false.", "report", "deny"),
    ],
)
def test_the_report_itself_judges_and_foretells(written: Tell, text: str, genre: str, act: str) -> None:
    (one,) = written(text, genre)
    assert one.act == act
    assert one.speaker == one.according_to == (Link(document=one.document),)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("The convoy will leave on Monday.", "report"),
        ("I do not think that it matters.", "opinion"),
        ("Will the king yield?", "opinion"),
        ("If the fleet had sailed, nobody would be hungry.", "opinion"),
        ("The mayor was unlikely to come.", "report"),
    ],
)
def test_what_is_no_opinion(written: Tell, text: str, genre: str) -> None:
    assert written(text, genre) == []


def test_a_quoted_i_is_not_the_writer(written: Tell) -> None:
    (one,) = written("“I think we shall stay,” Ada Brandt said.", "opinion")
    assert texts(one.speaker) == ["Ada Brandt"]
