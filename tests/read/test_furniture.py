"""Furniture: every kind marked where it stands, and running text left alone."""

import pytest

from rashomon.model.text import Document
from rashomon.read.furniture import mark

BODY = "Gunners on the Olmo side fired on the lock at Asha before dawn, the garrison said on Monday."
MORE = "Nobody was hurt. The mediators asked both armies to keep away from the canal until they had met."
OPEN = "The mediators said that they would come back to the lock as soon as"


def roles(text: str, **options: object) -> list[tuple[str, str]]:
    return [(one.role, text[one.start : one.end]) for one in mark(text, **options).furniture]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("role", "line"),
    [
        ("byline", "By Mira Toll"),
        ("byline", "By Mira Toll and Jan van Osten in Harsk"),
        ("byline", "By [Mira Toll](#)"),
        ("byline", "Mira Toll and Jan van Osten"),
        ("byline", "Mira Toll, special envoy"),
        ("byline", "From our special correspondent Mira Toll"),
        ("byline", "*By our foreign desk, with NWP and Olpress*"),
        ("dateline", "May 03, 2027"),
        ("dateline", "Published: Monday, 3 May 2027, 14:20 GMT"),
        ("dateline", "Harsk, 3 May 2027"),
        ("heading", "OPINION"),
        ("heading", "**The canal is not worth a war.**"),
        ("heading", "• Garrison counts eleven shells"),
        ("heading", "Mediators speak of a last chance"),
        ("credit", "Mira Toll / NWP / Olpress"),
        ("credit", "Photo: Mira Toll"),
        ("share", "Share"),
    ],
)
def test_lines_between_title_and_text(role: str, line: str) -> None:
    text = f"Lock at Asha shelled\n\n{line}\n\n{BODY}\n\n{MORE}"
    assert roles(text) == [("title", "Lock at Asha shelled"), (role, line)]


@pytest.mark.parametrize(
    ("role", "line"),
    [
        ("caption", "Soldiers of Tarsia rest beside the canal at Asha, Monday, May 3, 2027."),
        ("caption", "Soldiers rest beside the canal, Saturday, May 1, 2027. (Nordwire/Mira Toll)"),
        ("caption", "A ferry burns in the lock. (NWP Photo/Mira Toll)"),
        ("caption", "The prime minister at his desk. Archive photo: Jan Osten"),
        ("caption", "FILE PHOTO: The lock before the war."),
        ("caption", "Image caption, The lock before the war"),
        ("caption", "Smoke rises over the lock [Mira Toll/AFP]"),
        ("caption", "Smoke rises over the lock. REUTERS/Mira Toll"),
        ("caption", "![The lock](lock.jpg) The lock on Monday."),
        ("credit", "Mira Toll/NWP"),
        ("heading", "AFTER THE SHELLS"),
        ("heading", "Empty Lock"),
        ("heading", "## What is next?"),
        ("heading", "**What is next?**"),
        ("related", "**Related article:** [Rice grows dear in Harsk](#)"),
        ("related", "READ ALSO: Rice grows dear: 40 crowns a sack"),
        ("related", "See also: Rice grows dear in Harsk"),
        ("related", "See page 4: Rice grows dear"),
        ("share", "Follow us on social networks"),
        ("share", "Sign up for our newsletter"),
        ("share", "Advertisement"),
    ],
)
def test_lines_between_paragraphs(role: str, line: str) -> None:
    text = f"Lock at Asha shelled\n\n{BODY}\n\n{line}\n\n{MORE}"
    assert roles(text)[1:] == [(role, line)]


@pytest.mark.parametrize(
    ("role", "line"),
    [
        ("footer", "© The Olmo Post. All rights reserved."),
        ("footer", "The Harsk Mail, Harsk (with Nordwire and Olpress)"),
        ("footer", "The Harsk Mail. Year XII, No. 4,410. Sold at every station"),
        ("footer", "*This article was first published in the Harsk Mail.*"),
        ("footer", "The views expressed here do not necessarily reflect those of the Harsk Mail."),
        ("footer", "Reporting by Mira Toll; Editing by Jan Osten"),
        ("footer", "Original url: https://olmo.example/2027/05/03/lock"),
        ("footer", "<https://olmo.example/2027/05/03/lock>"),
        ("footer", "Mira Toll is a retired lock keeper."),
        ("related", "Also in Opinion: The ferry that never came"),
        ("share", "Leave a review"),
        ("share", "News Line"),
        ("share", "Follow us for more. Leave a review. Sign up for the Morning Note"),
        ("share", "Tags: [canal](#) [Asha](#)"),
    ],
)
def test_lines_below_the_text(role: str, line: str) -> None:
    text = f"Lock at Asha shelled\n\nBy Mira Toll\n\n{BODY}\n\n{MORE}\n\n{line}"
    assert roles(text)[2:] == [(role, line)]


@pytest.mark.parametrize(
    "dateline",
    [
        "HARSK, May 3 (Nordwire) -",
        "HARSK, Tarsia, May 3, 2027 (Nordwire) —",
        "HARSK, 3 May 2027 (Nordwire).-",
        "HARSK, 3 May.",
        "HARSK, May 3. /NWP/.",
        "HARSK —",
        "HARSK/SELVA (Nordwire) -",
        "Harsk (Nordwire) –",
        "(NWP) --",
    ],
)
def test_dateline(dateline: str) -> None:
    text = f"Lock at Asha shelled\n\n{dateline} {BODY}"
    assert roles(text)[1:] == [("dateline", dateline)]


@pytest.mark.parametrize(
    "line",
    [
        "The treaty was signed at the lock on May 3, 2027.",
        "The truce was agreed in Harsk, the capital of Tarsia, on Monday, May 3, 2027.",
        "By May 3 the garrison had run out of shells and asked the mediators for a pause.",
        "“We will not leave the lock,’’ he said",
        "Share prices fell by a tenth after the shells.",
        "See also how little the mediators achieved in a year of talks in Harsk.",
        "Nothing moved.",
        "Who fired first?",
        "The garrison (Tarsia/Olmo mixed patrols) left the lock.",
        "Follow the water, the engineers say, and you will find the money.",
        "NATO — which has no part in it — kept silent.",
        "[The two sides] met on Monday, the note said.",
        "Comments by the garrison were not to be had on Monday.",
        "CORRECTION: the garrison counted eleven shells, not twelve.",
    ],
)
def test_running_text_is_left_alone(line: str) -> None:
    text = f"Lock at Asha shelled\n\n{BODY}\n\n{line}\n\n{MORE}"
    assert roles(text)[1:] == []


def test_title_repeated() -> None:
    text = f"Lock at Asha shelled\n\nLock at Asha shelled\n\n{BODY}"
    assert roles(text) == [("title", "Lock at Asha shelled")] * 2


def test_title_in_markdown() -> None:
    assert roles(f"# Who gains from the lock?\n\n{BODY}")[0] == ("title", "# Who gains from the lock?")


def test_a_title_may_begin_like_a_link() -> None:
    assert roles(f"Background: who owns the lock\n\n14:05\n\n{BODY}\n\nRead more: the ferry\n\n{MORE}") == [
        ("title", "Background: who owns the lock"),
        ("heading", "14:05"),
        ("related", "Read more: the ferry"),
    ]


def test_text_without_a_title_has_none() -> None:
    assert roles(f"{BODY}\n\n{MORE}") == []


def test_place_under_the_byline_is_a_dateline() -> None:
    text = f"NO WATER\n\nMira Toll, special envoy\nHARSK\n\n{BODY}"
    assert roles(text) == [("title", "NO WATER"), ("byline", "Mira Toll, special envoy"), ("dateline", "HARSK")]


def test_a_name_that_the_text_speaks_of_is_no_author() -> None:
    text = f"Lock at Asha shelled\n\nMira Toll\n\nMira Toll commands the lock at Asha.\n\n{MORE}"
    assert roles(text)[1] == ("heading", "Mira Toll")


def test_markup_covers_the_marks_only() -> None:
    text = f"Lock shelled\n\nThe [garrison](https://a.example/b) said *vilma* was **lost** on Monday.\n\n{MORE}"
    marks = [words for role, words in roles(text) if role == "markup"]
    assert marks == ["[", "](https://a.example/b)", "*", "*", "**", "**"]


def test_page_break_inside_a_sentence() -> None:
    text = f"Lock shelled\n\n{BODY}\n\n{OPEN}\n\nthe guns fell silent.\n\n{MORE}"
    assert roles(text)[1:] == [("break", "\n\n")]


def test_page_number_inside_a_sentence() -> None:
    text = f"Lock shelled\n\n{BODY}\n\n{OPEN}\n\n— 2 —\n\nthe guns fell silent."
    assert roles(text)[1:] == [("break", "\n\n— 2 —\n\n")]


def test_page_break_inside_a_name() -> None:
    long = "The garrison of the lock, which has held it for a year against all who came up the canal, is led by Mira"
    assert roles(f"Lock shelled\n\n{BODY}\n\n{long}\n\nToll and her deputy, a ferryman from Harsk.\n\n{MORE}")[1:] == [
        ("break", "\n\n")
    ]


def test_a_forgotten_full_stop_is_no_page_break() -> None:
    text = (
        f"Lock shelled\n\n“There is no water left in this town,” she said\n\nAs of Monday, the lock was shut.\n\n{MORE}"
    )
    assert roles(text)[1:] == []


def test_wrapped_text_keeps_its_paragraphs() -> None:
    text = (
        "Harsk, 3 May 2027\nFor immediate release\n\n"
        "The Minister of the Canals received the envoy of Olmo yesterday and spoke\n"
        "with him for an hour about the lock at Asha, which has been closed since\n"
        "the end of March. The envoy handed over a letter of the President, who is\n"
        "ready to send engineers to the lock as soon as the guns are silent, and a\n"
        "list of the prisoners whom both sides hold.\n\n- ENDS -\n\nPress desk: +00 555"
    )
    layout = mark(text)
    assert [block.role for block in layout.blocks] == ["dateline", "heading", None, "footer", "footer"]


def test_text_in_capitals_has_no_headings() -> None:
    text = "\n\n".join(f"THE GARRISON SAID SHELL {number} FELL NEAR THE LOCK" for number in range(5))
    assert [role for role, _ in roles(text) if role == "heading"] == []


def test_end_mark_of_a_release() -> None:
    text = f"Note on the lock\n\n{BODY}\n\n{MORE}\n\n- ENDS -\n\nPress desk of the ministry, Canal Street."
    assert [role for role, _ in roles(text)[1:]] == ["footer", "footer"]


def test_roles_that_the_format_gives() -> None:
    text = f"{BODY}\n\nWhat comes next.\n\n{MORE}"
    assert roles(text, roles={"What comes next.": "heading"}) == [("heading", "What comes next.")]


def test_declared_title_is_found() -> None:
    text = f"WORLD\n\nThe lock is lost.\n\n{BODY}"
    assert ("title", "The lock is lost.") in roles(text, title="The lock is lost.")


def test_spans_are_those_of_the_document() -> None:
    text = f"Lock shelled\n\nBy Mira Toll\n\nHARSK, May 3 (Nordwire) - {BODY}"
    document = Document(text=text, source="a.txt", furniture=mark(text).furniture)
    assert [document.span(one.start, one.end).text for one in document.furniture] == [
        "Lock shelled",
        "By Mira Toll",
        "HARSK, May 3 (Nordwire) -",
    ]
