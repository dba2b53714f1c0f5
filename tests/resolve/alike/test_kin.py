"""Forms of a deed's word lead to one lemma, and words of one family share a sense."""

import pytest

from rashomon.resolve.alike.kin import kin, lemma


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("attacked", "attack"), ("shelling", "shell"), ("seizing", "seize"), ("fled", "flee"),
        ("died", "die"), ("dying", "die"), ("stopped", "stop"), ("shot", "shoot"), ("found", "find"),
    ],
)  # fmt: skip
def test_a_form_leads_to_its_lemma(form: str, base: str) -> None:
    assert lemma(form) == base


@pytest.mark.parametrize("word", ["loss", "pass", "crisis", "korra", "qx"])
def test_what_only_looks_inflected_stays(word: str) -> None:
    assert lemma(word) == word


@pytest.mark.parametrize(
    ("one", "other"),
    [("exploded", "explosion"), ("destroyed", "destruction"), ("died", "deaths"), ("shooting", "shot")],
)
def test_words_of_one_family_share_a_sense(one: str, other: str) -> None:
    assert kin(one) & kin(other)


@pytest.mark.parametrize(("one", "other"), [("attacked", "signed"), ("fled", "harvest"), ("korra", "velm")])
def test_words_of_two_families_share_none(one: str, other: str) -> None:
    assert not kin(one) & kin(other)
