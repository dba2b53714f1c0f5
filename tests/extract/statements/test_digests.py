"""Digests of the press and of broadcasts: what stands under an outlet's name is its word."""

from tests.extract.statements.conftest import Tell, content, texts

_DIGEST = (
    "Digest of broadcasts\n\n1. Radio Orle (in Oskish), 3 May: {first}\n\n"
    "2. Velm Television (in Velmish), 4 May: {second}\n"
)


def _told(written: Tell, first: str, second: str) -> list[tuple[list[str], list[str]]]:
    told = written(_DIGEST.format(first=first, second=second))
    return [(texts(one.speaker), content(one)) for one in told]


def test_sentences_without_a_subject_are_the_outlets(written: Tell) -> None:
    told = _told(written, "Reports that the fort has fallen to the rebels.", "Reports that bread will run out by June.")
    assert (["Radio Orle"], ["the fort has fallen to the rebels"]) in told
    assert (["Velm Television"], ["bread will run out by June"]) in told


def test_a_text_that_is_read_out(written: Tell) -> None:
    told = _told(
        written,
        "[Text of report] Last night our men took the fort. Forty soldiers died.",
        "[Excerpts from speech by Ada Brandt] The fort is ours. It will stay ours.",
    )
    assert (["Radio Orle"], ["Forty soldiers died"]) in told
    assert [content for names, content in told if names == ["Ada Brandt"]]


def test_one_outlet_makes_no_digest(written: Tell) -> None:
    text = "Radio Orle (in Oskish), 3 May\n\nReports that the fort has fallen reached the town.\n"
    assert not [one for one in written(text) if one.rule == "statements: digest"]
