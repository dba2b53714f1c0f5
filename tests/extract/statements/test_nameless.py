"""Voices that have no name are somebody: they get a mention, to which later words can go back."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import VOICE, Found
from rashomon.model.annotation import Mention

Extract = Callable[..., Found]


def voices(found: Found) -> list[Mention]:
    return [one for one in found.mentions if one.rule == VOICE]


@pytest.mark.parametrize(
    ("text", "words", "type"),
    [
        ("The dam was mined, said a clerk of the water board who had seen it.", "a clerk of the water board", "person"),
        ("Villagers of Osk, a hamlet on the Lom, said the road was shut.", "Villagers of Osk", "people"),
        ("Two boats were lost on Friday, the harbour bureau said.", "the harbour bureau", "organisation"),
    ],
)  # fmt: skip
def test_a_voice_is_called_by_the_words_that_tell_who_it_is(
    found: Extract, text: str, words: str, type: str | None
) -> None:
    result = found(text, upto="statements")
    (voice,) = voices(result)
    assert (voice.evidence[0].text, voice.type, voice.name) == (words, type, None)
    assert [link.mention for one in result.statements for link in one.speaker] == [voice.id]


def test_the_same_noun_goes_back_to_the_voice_before(found: Extract) -> None:
    result = found(
        "A bureau in the port of Osk said that two boats were lost. The bureau added that a third had come home.",
        upto="statements",
    )
    first, second = voices(result)
    assert second.antecedents == (first.id,)


@pytest.mark.parametrize(
    "text",
    [
        "The minister of Tovia, Ana Brandt, said that the road was shut.",
        "The communiqué said that the road was shut.",
        "Each side said that the road was shut.",
    ],
)
def test_names_papers_and_each_side_are_no_such_voices(found: Extract, text: str) -> None:
    assert not voices(found(text, upto="statements"))
