import pytest

from tests.extract.statements.conftest import Tell, content, texts


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("The ferries are gone. So said the pilot.", "the pilot", ["The ferries are gone"]),
        ("Its shells never fell here. The envoy said so twice.", "The envoy", ["Its shells never fell here"]),
        ("The garrison has yielded, as the rebels claim.", "the rebels", ["The garrison has yielded"]),
        ("The nurse had said six.", "The nurse", ["six"]),
        ("Karsk's reply was that the gates would stay shut.", "Karsk's", ["the gates would stay shut"]),
    ],
)  # fmt: skip
def test_words_that_stand_elsewhere(written: Tell, text: str, speaker: str, said: list[str]) -> None:
    (one,) = written(text)
    assert [text.removesuffix("'s") for text in texts(one.speaker)] == [speaker.removesuffix("'s")]
    assert content(one) == said


def test_one_may_insist_what_another_denies(written: Tell) -> None:
    first, second = written("A pact was signed that night, as Peru insists and Chile denies.")
    assert (first.act, second.act) == ("say", "deny")
    assert content(first) == content(second) == ["A pact was signed that night"]
    assert second.of == first.id


def test_a_sentence_between_two_tags_of_a_speaker_is_theirs(written: Tell) -> None:
    told = written("The pumps had failed, she said. The gates were shut. Nobody was warned, she added.")
    assert [content(one) for one in told] == [["The pumps had failed"], ["The gates were shut"], ["Nobody was warned"]]
    assert [texts(one.speaker) for one in told] == [["she"]] * 3


@pytest.mark.parametrize(
    "text",
    [
        "The pumps had failed, she said. The gates were shut. It rained.",
        "The pumps had failed, she said. The gates were shut.\n\nNobody was warned, he added.",
    ],
)
def test_a_sentence_after_a_tag_is_the_reports_own(written: Tell, text: str) -> None:
    assert ["The gates were shut"] not in [content(one) for one in written(text)]


def test_i_in_a_quotation_is_who_is_quoted(written: Tell) -> None:
    told = written("“He asked and I said that we stay,” Ada Brandt told the court.")
    inner = next(one for one in told if texts(one.speaker) == ["I"])
    assert inner.speaker[0].mention == next(one for one in told if one is not inner).speaker[0].mention
