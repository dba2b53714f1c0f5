"""A reader's way through the application in a real Chromium, and what axe says of every page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

from rashomon.web.app import application
from rashomon.web.settings import Settings
from tests.web.addresses import ADDRESSES, addresses, pages
from tests.web.conftest import REPORTS, served

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
# Pages that script draws or changes: there a report's text goes through the browser's hands.
DRAWN = ["/", "/timeline", "/relations?kind=all", "/sources", "/map", "/search?q=bridge", "/reports"]


def test_from_an_empty_case_to_a_correction_and_back(tmp_path: Path, page_of: Callable[..., Any]) -> None:
    paths = []
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, "utf-8")
        paths.append(str(tmp_path / name))
    with served(application(Settings(case=str(tmp_path / "new.rashomon"), who="Ada"))) as root:
        page = page_of(root)
        # Read files.
        page.set_input_files("input[type=file]", paths)
        assert page.inner_text(".chosen") == "3 chosen"
        page.click("text=Read them")
        page.click("text=Look at the case", timeout=60_000)
        assert "3 reports" in page.inner_text("main")
        # Open a dispute, follow the evidence to the highlighted sentence.
        page.click("nav >> text=Disputes")
        page.click("text=denial")
        page.click("article.dispute blockquote a.words >> nth=0")
        marked = "".join(page.locator("mark.target").all_inner_texts())
        assert "troops had seized the bridge" in marked
        assert page.locator("#here").is_visible()
        # Correct an actor, see the timeline change.
        page.click("nav >> text=Timeline")
        shelled = page.locator("tr", has_text="shelled the town")
        assert "Armed Forces of Norvak" in shelled.inner_text()
        shelled.locator("a.more").click()
        page.select_option("select[name=field]", "initiators")
        page.fill("input[name=value]", "Ruvania")
        page.fill("form:has(select[name=field]) input[name=why]", "the second report says so")
        page.click("button:text-is('Correct')")
        assert "Decided" in page.inner_text(".banner.done")
        page.click("nav >> text=Timeline")
        assert "Ruvania" in page.locator("tr", has_text="shelled the town").inner_text()
        # Undo.
        page.click("nav >> text=Judgements")
        page.click("button:text-is('Undo')")
        page.click("nav >> text=Timeline")
        assert "Ruvania" not in page.locator("tr", has_text="shelled the town").inner_text()
        # Replay as of a date.
        assert "spoke by phone" in page.inner_text("main")
        page.locator("#replay").evaluate("one => { one.value = 0; one.dispatchEvent(new Event('change')); }")
        page.wait_for_url("**/timeline?as_of=2034-05-03")
        assert "spoke by phone" not in page.inner_text("main")
        page.click("text=Show all that is known now")
        assert "spoke by phone" in page.inner_text("main")
        # Export.
        page.click("nav >> text=Downloads")
        with page.expect_download() as download:
            page.click("text=Report, one HTML file")
        assert "Estaria" in Path(download.value.path()).read_text("utf-8")


def test_the_timeline_is_drawn_zoomed_and_reached_by_keyboard(root: str, page_of: Callable[..., Any]) -> None:
    page = page_of(f"{root}/timeline")
    items = page.locator(".lanes-box a.item")
    assert items.count() >= 5
    before = page.locator(".lanes-in").bounding_box()["width"]
    page.click("text=Zoom in")
    assert page.locator(".lanes-in").bounding_box()["width"] > before
    page.locator("[data-reported]").check()
    assert page.locator(".reported").count() >= items.count()
    items.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/**")


def test_the_report_page_is_walked_by_keys_and_tells_the_chain_of_voices(
    root: str, page_of: Callable[..., Any]
) -> None:
    page = page_of(f"{root}/reports")
    page.click("text=Estaria says its troops hold Marn bridge")
    page.wait_for_selector("a.hl[data-first]")
    page.keyboard.press("n")
    page.keyboard.press("n")
    focused = page.evaluate("document.activeElement.className")
    assert "hl" in focused
    assert "according to" in page.inner_text("#hover")
    page.keyboard.press("p")
    page.keyboard.press("Escape")
    assert page.locator("#hover").is_hidden()
    page.uncheck("[data-kind=event]")
    assert page.locator("a.hl.event").count() == 0


def test_dates_and_numbers_are_in_the_readers_locale_with_iso_on_hover(root: str, page_of: Callable[..., Any]) -> None:
    page = page_of(f"{root}/reports")
    first = page.locator("td time").first
    assert first.inner_text() == "3 May 2034"
    assert first.get_attribute("title") == "2034-05-03"


def test_hostile_reports_do_nothing(hostile: Path, page_of: Callable[..., Any]) -> None:
    with served(application(Settings(case=str(hostile), who="<i>Ada</i>"))) as root:
        page = page_of(root)
        for path in DRAWN:
            page.goto(root + path)
        for title in page.locator("td[data-label=Title] a").evaluate_all("all => all.map(one => one.href)"):
            page.goto(title)
            assert page.locator(".prose script, .prose img, .prose svg").count() == 0
        assert page.evaluate("typeof window.hacked") == "undefined"


RULES = (
    "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], "
    "resultTypes: ['violations'], preload: false, iframes: false}"
)
SIGHTS = (("light", 1440), ("dark", 390))
"""How each page is looked at: a scheme changes colours and a width the layout, so that two sights see all four."""


def test_no_page_is_forgotten_by_the_walk(untouched: FastAPI) -> None:
    assert pages(untouched.routes) == set(ADDRESSES)


def test_axe_finds_nothing_serious_on_any_page_and_none_scrolls_sideways(
    shared: TestClient, root: str, page_of: Callable[..., Any]
) -> None:
    page = page_of(root, bypass_csp=True)
    page.context.add_init_script(path=AXE)
    for path in addresses(shared):
        page.goto(root + path)
        for scheme, width in SIGHTS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
            for one in page.evaluate(f"axe.run(document, {RULES})")["violations"]:
                assert one["impact"] not in ("serious", "critical"), (path, scheme, width, one["id"], one["nodes"][:3])


def test_a_page_can_be_used_without_script(root: str, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}/timeline")
    page.select_option("#type", "CONSULT")
    page.click("text=Show")
    assert "spoke by phone" in page.inner_text("main")
    assert "shelled" not in page.inner_text("main")
    context.close()
