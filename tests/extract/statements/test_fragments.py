"""Denials in a word or two before a tag; what a note without a tag tells that others said."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Statement


def said(found: Found) -> list[tuple[str, str, str]]:
    return [
        (one.act, one.speaker[0].span.text if one.speaker and one.speaker[0].span else "", one.content[0].text)
        for one in found.all()
        if isinstance(one, Statement)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing of the kind, the minister replied.", ("deny", "the minister", "Nothing of the kind")),
        ("Not so, said the garrison in Osk on Monday.", ("deny", "the garrison in Osk", "Not so")),
        ("On the contrary, Pell's office responded.", ("deny", "Pell's office", "On the contrary")),
    ],
)
def test_a_bare_denial_before_its_tag(found: Callable[..., Found], text: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(found(f"Orlo said that the bridge had fallen. {text}", upto="statements"))


@pytest.mark.parametrize(
    "text",
    [
        "Nothing of the kind, though, had ever happened in Osk.",
        "Never, in all those years, had the bridge been shut.",
        "No, the harbour stayed open that night.",
    ],
)
def test_without_a_tag_it_is_nobodys_denial(found: Callable[..., Found], text: str) -> None:
    assert not [one for one in said(found(text, upto="statements")) if one[0] == "deny"]


NOTE = "The two spoke by telephone on Monday, the Foreign Ministry's press division announced.\n\n"


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "“They greeted each other. Minister Orlo stressed that the paper knew one class of signatory.”",
            "Minister Orlo",
            "the paper knew one class of signatory",
        ),
        (
            "“The talk was long. President Pell affirmed that his men would abide by the paper.”",
            "President Pell",
            "his men would abide by the paper",
        ),
        (
            "“Many matters were touched on. The visitor declared that his country would open the port.”",
            "The visitor",
            "his country would open the port",
        ),
    ],
)
def test_a_note_without_a_tag_tells_what_others_said(
    found: Callable[..., Found], text: str, who: str, what: str
) -> None:
    told = [(speaker, content) for _, speaker, content in said(found(NOTE + text, upto="statements"))]
    assert (who, what) in told


def test_what_i_said_in_my_own_words_is_no_saying_of_its_own(found: Callable[..., Found]) -> None:
    told = said(found(NOTE + "“We talked at length. I said that the port would open.”", upto="statements"))
    assert not [one for one in told if one[1] == "I"]
