import re
from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.brief import brief
from rashomon.export.report import to_html, to_markdown, to_text
from rashomon.model.shown import visible
from tests.analyse.conftest import Bench

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def hostile() -> Bench:
    case = Bench()
    text = f"Osk said {HOSTILE} and _bold_ `link` # too. Velm denied it.\u202e"
    one = case.report(text, outlet=HOSTILE, title=f"Title {HOSTILE}", published="2031-03-02")
    claim = case.statement(one, "Osk", f"{HOSTILE} and _bold_ `link` # too")
    case.statement(one, "Velm", "denied it", act="deny", of=claim.id, name=HOSTILE)
    return case


def test_html_escapes_all_that_comes_from_reports(hostile: Bench) -> None:
    view = hostile.view()
    page = to_html(brief(view), view)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "\u202e" not in page
    assert not re.search(r"(src|href)\s*=\s*[\"']?(https?:)?//", page), "the page must need no other host"


def test_every_reference_of_the_html_page_opens_something(hostile: Bench) -> None:
    view = hostile.view()
    page = to_html(brief(view), view)
    targets = set(re.findall(r'id="([^"]+)"', page))
    links = re.findall(r'href="#([^"]+)"', page)
    assert links and set(links) <= targets
    assert "<mark>denied it</mark>" in page


def test_markdown_escapes_markup(hostile: Bench) -> None:
    text = to_markdown(brief(hostile.view()))
    assert "<script" not in text.replace("\\<script", "")
    assert "\\`link\\`" in text and "\\_bold\\_" in text and "\\# too" in text


def test_text_gives_a_reference_on_every_line_of_evidence(hostile: Bench) -> None:
    text = to_text(brief(hostile.view()))
    said = [line for line in text.splitlines() if "denied it" in line or "bold" in line]
    assert len(said) >= 4
    assert all(re.search(r"\[statement-[0-9a-f]{6}\]$", line) for line in said)


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\x00", "\x1b[31m", "\u200f"])
def test_characters_that_hide_text_are_shown_as_such(hidden: str) -> None:
    assert hidden not in visible(f"a{hidden}b") and visible(f"a{hidden}b").startswith("a�")


def test_an_empty_case_has_an_empty_brief(bench: Callable[[], Any] = Bench) -> None:
    made = brief(bench().view())
    assert made.title == "Brief of 0 reports" and made.sections == ()
