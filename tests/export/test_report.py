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
    assert re.search(r"<mark class=\"[e\d ]+\">denied it</mark>", page)


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


def test_what_a_reference_opens_lights_up_whole_though_records_overlap() -> None:
    case = Bench()
    one = case.report("Osk said Velm had shelled Tarn.", outlet="Osk Herald", published="2031-03-02")
    outer = case.statement(one, "Osk", "Velm had shelled Tarn")
    case.statement(one, "Osk", "shelled Tarn")
    view = case.view()
    page = to_html(brief(view), view)
    rule = re.search(rf"#{outer.id}--9:target ~ \.(e\d+) ", page)
    assert rule
    pieces = re.findall(rf'<mark class="(?:[^"]* )?{rule[1]}(?: [^"]*)?">([^<]*)</mark>', page)
    assert pieces == ["Velm had ", "shelled Tarn"]


def test_fifty_reports_make_a_page_of_less_than_two_megabytes() -> None:
    case = Bench()
    for n in range(50):
        words = [
            f"Speaker{n} said on day {k} that the ridge above village {k} had been held all night" for k in range(60)
        ]
        one = case.report(". ".join(words), outlet=f"Paper {n}", title=f"Report {n}", published="2031-03-02")
        for k in range(0, 60, 3):
            case.statement(one, f"Speaker{n} said on day {k} ", f"the ridge above village {k} had", name=f"Speaker{n}")
    view = case.view()
    assert sum(len(one.text) for one in view.documents.values()) > 200_000
    assert len(to_html(brief(view), view).encode()) < 2_000_000
