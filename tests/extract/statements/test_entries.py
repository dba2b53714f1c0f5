"""When the entries of live pages and diaries were written is when what they tell was said."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found

Extract = Callable[..., Found]


def _said(found: Extract, text: str, published: str | None = None) -> list[tuple[str | None, str | None]]:
    told = found(text, published, upto="statements").statements
    return [(one.said.earliest, one.said.latest) for one in told]


@pytest.mark.parametrize(
    "entries",
    [
        "21.40\nThe mayor says the dam has held.\n\n20:05\nThe army says Orle has fallen.\n\n17.30\nNothing yet.",
        "21:40 – The mayor says the dam has held.\n\n20:05 – The army says Orle has fallen.\n\n17:30 – Nothing yet.",
        "2140 The mayor says the dam has held.\n\n2005 The army says Orle has fallen.\n\n1730 Nothing yet.",
    ],
)
def test_the_hour_over_an_entry(found: Extract, entries: str) -> None:
    said = _said(found, entries, "2031-05-04")
    assert said == [("2031-05-04", "2031-05-04T21:40"), ("2031-05-04", "2031-05-04T20:05")]


def test_an_entry_before_midnight_is_of_the_day_before(found: Extract) -> None:
    newest = "00:10\nThe army says Orle has fallen.\n\n23:50\nThe mayor says the dam has held."
    text = f"{newest}\n\n22:15\nNothing yet.\n\n21:00\nRain."
    assert [latest for _, latest in _said(found, text, "2031-05-04")] == ["2031-05-04T00:10", "2031-05-03T23:50"]


def test_a_day_that_the_words_tell_goes_before_the_entry(found: Extract) -> None:
    text = "21.40\nThe mayor said on 2 May that the dam had held.\n\n20.05\nRain.\n\n17.30\nNothing yet."
    assert _said(found, text, "2031-05-04")[0][0] == "2031-05-02"


def test_the_days_of_a_diary(found: Extract) -> None:
    text = (
        "3 May 2031. The mayor says the dam will hold.\n\n4 May 2031. Rain all day.\n\n"
        "6 May 2031. A sergeant told us that Orle had fallen."
    )
    assert _said(found, text, "2031-06-01") == [("2031-05-03", "2031-05-03"), ("2031-05-06", "2031-05-06")]


@pytest.mark.parametrize(
    "text",
    [
        "1931 The mayor said that the dam had held.\n\n1938 Rain.\n\n1945 The army said that Orle had fallen.",
        "At 21.40 the mayor said that the dam had held. At 20.05 it rained. At 17.30 nothing had happened.",
    ],
)
def test_years_and_hours_inside_sentences_open_no_entry(found: Extract, text: str) -> None:
    assert all("T" not in (latest or "") for _, latest in _said(found, text))
