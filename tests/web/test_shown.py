"""How values are shown: dates, numbers, names, and a report's text in pieces."""

from datetime import date
from pathlib import Path

import pytest

from rashomon import open_case
from rashomon.analyse.figures import ledger
from rashomon.export.days import dated
from rashomon.model.text import Document, Furniture
from rashomon.model.values import When
from rashomon.web import shown
from rashomon.web.charts import charts, strip
from rashomon.web.segments import paragraphs_of


def test_dates_keep_their_iso_form() -> None:
    assert 'datetime="2034-05-03T12:00"' in dated("2034-05-03 12:00")
    assert "3 May 2034, 12:00" in dated("2034-05-03 12:00")
    assert dated("figure-2034 and 2034-99-01") == "figure-2034 and 2034-99-01"
    assert "May 2034</time>" in shown.when(When(earliest="2034-05-01", latest="2034-05-31", granularity="month"))
    assert "undated" in shown.when(None)


def test_what_is_put_around_dates_is_escaped() -> None:
    assert dated("<b>2034-05-03</b>").startswith("&lt;b&gt;<time")
    assert "\u202e" not in dated("a\u202eb")
    assert "\u202e" not in shown.cleaned("a\u202eb")
    assert shown.when(When.on(date(2034, 5, 3), basis='"><script>')).count("<script>") == 0


@pytest.mark.parametrize(
    ("text", "made"),
    [("about 5,000", 'about <data class="n" value="5000">5,000</data>'), ("R2D2", "R2D2"),
     ("<1", '&lt;<data class="n" value="1">1</data>')],
)  # fmt: skip
def test_numbers_in_text(text: str, made: str) -> None:
    assert shown.numbered(text) == made


def test_names_lead_to_their_actors(read_once: Path) -> None:
    with open_case(read_once) as case:
        pieces = shown.actors_in(case.view, "Ilse Kantor, Norvak; “a spokesman”")
    assert [name for name, _ in pieces] == ["Ilse Kantor", ", ", "Norvak", "; ", "“a spokesman”"]
    assert [id is not None for _, id in pieces] == [True, False, True, False, False]


def test_pieces_are_the_text_itself() -> None:
    document = Document(
        text="BY ADA\n\nOsk fell. Nobody knows.", source="a", furniture=(Furniture(role="byline", start=0, end=6),)
    )
    made = paragraphs_of(document, [], hits=[(8, 11)], targets=[document.span(8, 17)])
    assert ["".join(piece.text for piece in one.pieces) for one in made] == ["BY ADA", "Osk fell. Nobody knows."]
    assert made[0].furniture == "byline"
    assert [piece.hit for piece in made[1].pieces] == [True, False, False]
    assert [piece.target for piece in made[1].pieces] == [True, True, False]


def test_a_chart_shows_ranges_open_ends_and_what_is_undisclosed(read_once: Path) -> None:
    with open_case(read_once) as case:
        from_ledger = charts(ledger(case.view))
        drawn = strip(case.view)
    points = [point for one in from_ledger for series in one.series for point in series.points]
    assert any(point.open_up for point in points)
    assert any(point.undisclosed for point in points)
    assert all(0 <= point.x <= one.width for one in from_ledger for series in one.series for point in series.points)
    killed = next(one for one in from_ledger if one.title == "Estaria: military killed")
    assert {series.counter for series in killed.series} == {"Ilse Kantor", "General Staff"}
    assert drawn is not None
    assert sum(bar.count for bar in drawn.bars) == 6
