"""Each page answers, leads to sentences, and shows nothing of a report as markup."""

import re
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from rashomon import open_case
from rashomon.web.app import application
from rashomon.web.settings import Settings
from tests.web.conftest import client_of

PAGES = [
    "/", "/changes", "/timeline", "/timeline?lanes=actor", "/disputes", "/disputes?type=all", "/figures", "/truces",
    "/contacts", "/pledges", "/positions", "/statements", "/agreed", "/relations", "/relations?kind=all", "/sources",
    "/map", "/actors", "/reports", "/search?q=bridge", "/judgements", "/problems", "/downloads", "/reading",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_page_answers_with_a_title_and_one_heading(shared: TestClient, path: str) -> None:
    answer = shared.get(path)
    assert answer.status_code == 200
    assert len(re.findall("<h1", answer.text)) == 1
    assert "<title>" in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere(shared: TestClient, path: str) -> None:
    links = {unescape(link).split("#")[0] for link in re.findall(r'href="(/[^"]*)"', shared.get(path).text)}
    some = sorted(link for link in links if not link.startswith("/downloads/"))[::5]
    for link in some:
        assert shared.get(link).status_code == 200, link


def test_a_dispute_shows_both_sides_and_leads_to_their_words(shared: TestClient) -> None:
    text = shared.get("/disputes?type=denial").text
    assert "its troops had seized the bridge at Marn" in text
    assert "denied by Norvak" in text
    links = [unescape(one) for one in re.findall(r'class="words" href="([^"]+)"', text)]
    link = next(one for one in links if "had+seized" in one or "had%20seized" in one)
    report = shared.get(link).text
    marked = re.findall(r'<mark class="target"[^>]*>(.*?)</mark>', report, re.DOTALL)
    assert "troops had seized the bridge" in re.sub("<[^>]+>", "", "".join(marked))
    assert report.count('id="here"') == 1


def test_the_text_of_a_report_is_all_there(shared: TestClient) -> None:
    text = shared.get("/reports").text
    id = re.findall(r"/reports/(doc-[0-9a-f]+)", text)[0]
    document = shared.get(f"/api/reports/{id}").json()["report"]["text"]
    page = shared.get(f"/reports/{id}").text
    prose = page.split("data-report>")[1].split('<nav class="pager"')[0]
    shown = unescape(re.sub("<[^>]+>", "", prose))
    assert shown.split() == document.split()


def test_a_report_says_what_it_was_opened_for_after_its_words_moved(shared: TestClient) -> None:
    exact = "The bridge is ours"
    answer = shared.get("/at", params={"exact": exact, "start": 3, "source": "doc-0"}, follow_redirects=False)
    assert answer.status_code == 303
    page = shared.get(answer.headers["location"].split("#")[0]).text
    assert exact in re.sub(r"<[^>]*>", "", page)  # records inside them have marks of their own
    assert shared.get("/at", params={"exact": "never said"}).status_code == 404


def test_as_of_an_earlier_day_later_reports_are_not_there(shared: TestClient) -> None:
    now, then = shared.get("/timeline").text, shared.get("/timeline?as_of=2034-05-04").text
    assert "spoke by phone" in now
    assert "spoke by phone" not in then
    assert "shelled the town" in then
    assert "As known at the end of" in then
    assert "as_of=2034-05-04" in re.findall(r'href="(/disputes[^"]*)"', then)[0]
    assert "No report here is known to have been published by then" in shared.get("/?as_of=2001-01-01").text


def test_what_changed_between_two_days_is_told(shared: TestClient) -> None:
    text = shared.get("/changes?since=2034-05-03&until=2034-05-05").text
    assert "New reports" in text
    assert "Newly disputed" in text


def test_filters_narrow_the_timeline(shared: TestClient) -> None:
    text = shared.get("/timeline?actor=Vera+Lund").text
    assert "spoke by phone" in text
    assert "shelled the town" not in text
    assert shared.get("/timeline?actor=Nobody").status_code == 400
    assert "fits the filters" in shared.get("/timeline?since=2050-01-01").text


def test_the_overview_tells_who_counts_how_many(shared: TestClient) -> None:
    text = shared.get("/").text
    assert "Killed, by who counted" in text
    assert "Ilse Kantor" in text.split("Killed, by who counted")[1]


def test_a_side_that_says_the_same_twice_is_shown_once(shared: TestClient) -> None:
    text = shared.get("/disputes?type=mutual+blame").text
    assert "Estaria and Norvak blamed each other" in text
    for article in text.split("<article")[1:]:
        sides = re.findall(r'<p class="side-who">(.*?)</p>\s*<blockquote>(.*?)</blockquote>', article, re.DOTALL)
        said = [(re.sub("<[^>]+>", "", who), re.sub("<[^>]+>", "", words)) for who, words in sides]
        assert len(said) == len(set(said))


def test_undisclosed_is_shown_as_such(shared: TestClient) -> None:
    assert "<strong>undisclosed</strong>" in shared.get("/figures").text


def test_a_search_is_narrowed_by_its_facets(shared: TestClient) -> None:
    everything = shared.get("/search?q=bridge").text
    assert "<mark>bridge</mark>" in everything
    statements = shared.get("/search?q=bridge&kind=statement").text
    assert statements.count("<li>") < everything.count("<li>")
    assert "Nothing in these reports" in shared.get("/search?q=zeppelin").text


def test_an_actor_page_tells_what_it_said_and_is_accused_of(shared: TestClient) -> None:
    text = shared.get("/actors?name=Norvak").text
    id = re.findall(r'/actors/(actor-[0-9a-f]+)">Norvak<', text)[0]
    page = shared.get(f"/actors/{id}").text
    assert "bombing the hospital" in page
    assert "Accused of" in page


@pytest.mark.parametrize(
    ("path", "status"),
    [("/nothing", 404), ("/actors/actor-0", 404), ("/reports/doc-0", 404), ("/records/event-none", 404),
     ("/disputes/x", 404), ("/timeline?as_of=yesterday", 400), ("/timeline?offset=-1", 422),
     ("/timeline?since=2034-05-09&until=2034-05-01", 400), ("/downloads/passwd", 404),
     ("/statements?actor=Nobody", 400)],
)  # fmt: skip
def test_a_wrong_address_is_told_in_a_line(shared: TestClient, path: str, status: int) -> None:
    answer = shared.get(path)
    assert answer.status_code == status
    assert "Traceback" not in answer.text
    assert "<h1>" in answer.text


def test_an_empty_case_tells_what_to_do(tmp_path: Path) -> None:
    with client_of(application(Settings(case=str(tmp_path / "new.rashomon"), who="Ada"))) as client:
        text = client.get("/").text
        assert "Drop reports here" in text
        assert "rashomon read" in text
        for path in PAGES:
            assert client.get(path).status_code == 200, path


def test_hostile_reports_are_text_and_no_more(hostile: Path) -> None:
    with client_of(application(Settings(case=str(hostile), who="<i>Ada</i>"))) as client:
        reports = [f"/reports/{id}" for id in re.findall(r"/reports/(doc-[0-9a-f]+)", client.get("/reports").text)]
        for path in [*PAGES, *reports]:
            text = client.get(path).text
            for bad in ("<script>alert", "<img src=x", "<svg onload", "<i>Ada", '"onmouseover', "\u202e", "<b>bad"):
                assert bad not in text, (path, bad)
        assert "{{ 7*7 }}" in client.get(reports[0]).text + client.get(reports[1]).text
        table = client.get("/downloads/sources.csv").text
        assert ",'=cmd()" in table
        assert ",=cmd()" not in table


def test_downloads_are_files(shared: TestClient) -> None:
    for name, start in [
        ("brief.html", "<!doctype html>"),
        ("timeline.csv", "happened,"),
        ("records.jsonl", "{"),
        ("network.gexf", "<"),
    ]:
        answer = shared.get(f"/downloads/{name}")
        assert answer.text.startswith(start)
        assert f'filename="{name}"' in answer.headers["content-disposition"]


def test_markdowns_signs_in_furniture_and_links_are_there_but_not_shown(tmp_path: Path) -> None:
    text = (
        "# Talks end\n\n*By our desk*\n\n4 May 2034\n\n"
        "OSK - President [Tomas Adler](https://x.example/adler) left the talks in Osk.\n\n"
        "**Related article:** [Who holds Osk?](#)\n"
    )
    (tmp_path / "a.md").write_text(text, "utf-8")
    with open_case(tmp_path / "a.rashomon") as case:
        case.read(tmp_path / "a.md")
    with client_of(application(Settings(case=str(tmp_path / "a.rashomon"), who="Ada"))) as client:
        found = client.get("/search?q=Adler").text
        page = client.get(re.findall(r'class="words" href="([^"#?]+)', found)[0]).text
        record = client.get(re.findall(r'href="(/records/happening-[^"#?]+)', client.get("/timeline").text)[0]).text
        nowhere = client.get("/nothing").text
    assert "There is no such page" in nowhere
    assert "President Tomas Adler left the talks" in " ".join(re.sub("<[^>]+>", "", record).split())
    assert "x.example" not in re.sub(r'href="[^"]*"', "", found)
    prose = page.split("data-report>")[1].split('<nav class="pager"')[0]
    shown = re.sub("<[^>]+>", "", re.sub(r'<span class="markup">.*?</span>', "", prose))
    assert not re.search(r"[#*\[\]]|x\.example", shown)
    assert unescape(re.sub("<[^>]+>", "", prose)).split() == text.split()


def test_words_in_quotation_marks_have_marks_that_close(tmp_path: Path) -> None:
    text = "Estaria warns\n\n4 May 2034\n\nLOMERA - Estaria said it would \u201ccarry on to the end\u201d.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    with open_case(tmp_path / "a.rashomon") as case:
        case.read(tmp_path / "a.txt")
    with client_of(application(Settings(case=str(tmp_path / "a.rashomon"), who="Ada"))) as client:
        quoted = re.findall(r'class="words"[^>]*>(.*?)</a>', client.get("/statements").text)
    assert quoted
    for one in quoted:
        assert one.count("\u201c") == one.count("\u201d") == 1
        assert one.count("\u2018") == one.count("\u2019")
