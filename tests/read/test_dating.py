"""The date of publication: each basis, and no certain date where there is only a guess."""

import pytest

from rashomon.read.dating import given_date, inferred_date, undated_dateline
from rashomon.read.furniture import mark

LEAD = "Gunners on the Olmo side fired on the lock at Asha, the garrison said on Wednesday."
MORE = "Nobody was hurt. The mediators asked both armies to keep away from the canal until they had met."


def dated(text: str, *, url: str | None = None, source: str = "a.txt") -> tuple[str | None, str | None, str]:
    when = inferred_date(mark(text), url=url, source=source)
    return when.earliest, when.latest, when.basis


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2027-05-03", "2027-05-03", "2027-05-03"),
        ("2027-05-03T22:40:00+05:00", "2027-05-03", "2027-05-03"),
        ("Mon, 3 May 2027 23:30:00 +0300", "2027-05-03", "2027-05-03"),
        ("May 3, 2027", "2027-05-03", "2027-05-03"),
        ("3 May 2027, 14:20", "2027-05-03", "2027-05-03"),
        ("2027-02", "2027-02-01", "2027-02-28"),
        ("2027", "2027-01-01", "2027-12-31"),
    ],
)
def test_given_dates(value: str, first: str, last: str) -> None:
    when = given_date(value, "record")
    assert when is not None
    assert (when.earliest, when.latest, when.basis) == (first, last, "record")


@pytest.mark.parametrize("value", ["soon", "", "2027-13-40", "03/05/27", "Tuesday, May 3, 2027", "99"])
def test_what_is_no_date(value: str) -> None:
    assert given_date(value, "record") is None


def test_address() -> None:
    assert dated(LEAD, url="https://mail.example/2027/05/03/lock")[:2] == ("2027-05-03", "2027-05-03")
    assert dated(LEAD, url="https://mail.example/2027/05/lock")[:2] == ("2027-05-01", "2027-05-31")
    assert dated(LEAD, url="https://mail.example/2027/lock")[:2] == (None, None)


def test_date_line() -> None:
    assert dated(f"Lock shelled\n\nMay 03, 2027\n\n{LEAD}") == ("2027-05-03", "2027-05-03", "date line 'May 03, 2027'")


def test_date_of_an_update_is_only_a_bound() -> None:
    assert dated(f"Lock shelled\n\nUpdated: May 3, 2027\n\n{LEAD}")[:2] == (None, "2027-05-03")


def test_dateline_with_a_year() -> None:
    assert dated(f"Lock shelled\n\nHARSK, 3 May 2027 (Nordwire) - {LEAD}")[2] == "dateline '3 May 2027'"


def test_dateline_without_a_year_stays_unknown() -> None:
    first, last, basis = dated(f"Lock shelled\n\nHARSK, May 3 (Nordwire) - {LEAD}\n\nThe canal was dug in 1911.")
    assert (first, last) == ("1911-01-01", None)
    assert basis.startswith("dateline 'May 3' without a year")


def test_month_and_day_of_a_dateline_without_a_year_are_kept() -> None:
    assert undated_dateline(mark(f"Lock shelled\n\nHARSK, May 3 (Nordwire) - {LEAD}")) == {"dateline_day": "05-03"}
    assert undated_dateline(mark(f"Lock shelled\n\nHARSK, 3 May 2027 (Nordwire) - {LEAD}")) == {}
    assert undated_dateline(mark(f"Lock shelled\n\n{LEAD}")) == {}


def test_dateline_takes_its_year_from_a_caption() -> None:
    caption = "Soldiers rest beside the canal, Monday, May 3, 2027. (Nordwire/Mira Toll)"
    first, last, _ = dated(f"Lock shelled\n\nHARSK, May 4 (Nordwire) - {LEAD}\n\n{caption}\n\n{MORE}")
    assert (first, last) == ("2027-05-04", "2027-05-04")


def test_dateline_takes_no_year_from_an_old_picture() -> None:
    caption = "Soldiers rest beside the canal, Sunday, May 3, 2026. (Nordwire/Mira Toll)"
    _, last, _ = dated(f"Lock shelled\n\nHARSK, July 9 (Nordwire) - {LEAD}\n\n{caption}\n\n{MORE}")
    assert last is None


def test_dateline_takes_its_year_from_the_file_name() -> None:
    text = f"Lock shelled\n\nHARSK, May 3 (Nordwire) - {LEAD}"
    assert dated(text, source="in/07-nordwire-2027-05-03.txt")[0] == "2027-05-03"
    assert dated(text, source="in/07-nordwire-2027-05-09.txt")[0] is None


def test_caption_of_the_day_that_the_text_tells_of() -> None:
    caption = "Soldiers rest beside the canal at Asha, Wednesday, May 5, 2027."
    assert dated(f"Lock shelled\n\n{LEAD}\n\n{caption}\n\n{MORE}")[:2] == ("2027-05-05", "2027-05-05")


@pytest.mark.parametrize("later", ["The lock was shut on Thursday.", "The lock was shut yesterday."])
def test_caption_is_only_a_bound_where_the_text_is_younger(later: str) -> None:
    caption = "Soldiers rest beside the canal at Asha, Wednesday, May 5, 2027."
    assert dated(f"Lock shelled\n\n{LEAD}\n\n{caption}\n\n{MORE} {later}")[:2] == ("2027-05-05", None)


def test_caption_of_an_archive_picture_dates_nothing() -> None:
    caption = "FILE PHOTO: Soldiers rest beside the canal at Asha, Wednesday, May 5, 2027."
    assert dated(f"Lock shelled\n\n{LEAD}\n\n{caption}\n\n{MORE}")[:2] == (None, None)


def test_weekday_that_contradicts_its_date_is_not_believed() -> None:
    assert dated(f"Lock shelled\n\nMonday, May 5, 2027\n\n{LEAD}")[:2] == (None, None)


@pytest.mark.parametrize(
    ("sentence", "earliest"),
    [
        ("The armistice was signed on 12 March 2019 in Harsk.", "2019-03-12"),
        ("They have quarrelled since May 2010.", "2010-05-01"),
        ("The two fought in 1941 and 1981.", "1981-01-01"),
        ("The war of 2009-2010 took a winter.", "2010-01-01"),
        ("The treaty will expire on 12 March 2040.", None),
        ("He spoke of the plan Vision 2030 for an hour.", None),
        ("The gate cost 2,040 crowns and 1950 workers built it.", None),
        ("The gates are to open by 2035.", None),
        # When comments and posts beside the report were put up is no date of the report; nor is what is to come.
        ("May 27, 2031 at 12:42 pm | Well said.", None),
        ("Coming up: the lock keeper. 8:41 pm ET May 27, 2031 SHARED", None),
        ("The lock was shut at 8:41 pm on May 27, 2024.", "2024-05-27"),
        ("We'll have no ferries in 2031 at this pace.", None),
    ],
)
def test_text_bounds_the_date_from_below_only(sentence: str, earliest: str | None) -> None:
    assert dated(f"Lock shelled\n\n{LEAD}\n\n{sentence}\n\n{MORE}")[:2] == (earliest, None)


def test_nothing_known() -> None:
    assert dated(f"Lock shelled\n\n{LEAD}") == (None, None, "no date in the text")


@pytest.mark.parametrize(
    "line",
    [
        "Monday 3 May 2027 · No. 412 · Truth and Bread",
        "Harsk, 3 May 2027",
        "From the headquarters of the Front, 3 May 2027",
        "Monday, May 3, 2027 | Issue 88",
    ],
)
def test_a_line_of_place_and_day_above_the_text_dates_it(line: str) -> None:
    first, last, basis = dated(f"Lock shelled\n\n{line}\n\n{LEAD}\n\n{MORE}")
    assert (first, last) == ("2027-05-03", "2027-05-03") and "date line" in basis


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thursday, May 1, 2031. Price four crowns", "2031-05-01"),
        ("Bulletin 12, Sunday 4 May 2031 (covers 2 May 0600 to 3 May 2400)", "2031-05-04"),
        ("Week of 26 April - 2 May. Issued at Osk on 5 May 2031", "2031-05-05"),
        ("Reporting period: 20 April 2031 to 26 April 2031. Published on 29 April 2031", "2031-04-29"),
        ("4 May 2031, 21:15, Osk", "2031-05-04"),
        ("Sunday 4 May 2031. All times local. Compiled by our desk in Varn", "2031-05-04"),
    ],
)
def test_a_line_of_the_head_that_tells_more_than_its_day(line: str, day: str) -> None:
    first, last, _ = dated(
        f"THE HARBOUR WATCH\n\n{line}\n\nShells fell on the town at dawn. Nobody was hurt, the mayor said."
    )
    assert (first, last) == (day, day)


def test_a_masthead_of_the_month() -> None:
    first, last, _ = dated(
        "THE LANTERN REVIEW\n\nMay 2031, first number\n\nThe war began in 2029. Nobody knows how it ends."
    )
    assert (first, last) == ("2031-05-01", "2031-05-31")


@pytest.mark.parametrize(
    "line",
    [
        "On 4 May 2029 the guns fell silent along the river.",
        "4 May 2029 was the day on which the guns fell silent along the river.",
        "The decree of 4 May 2029 was issued in haste, the ministers now say.",
    ],
)
def test_a_sentence_that_opens_with_a_day_is_no_date_line(line: str) -> None:
    _, last, _ = dated(f"How the truce was lost\n\n{line} Two years later nobody speaks of it.")
    assert last is None


def test_a_masthead_without_a_year_gives_its_month_and_day() -> None:
    layout = mark(
        "THE HARBOUR WATCH, Sunday 4 May\n\nBread and rain\n\nShells fell on the town at dawn. Nobody was hurt."
    )
    assert undated_dateline(layout) == {"dateline_day": "05-04"}


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ("Lock shelled\n\nHARSK, Wednesday (Nordwire) - ", {"dateline_weekday": "2"}),
        ("THE HARBOUR WATCH, Sunday\n\nBread and rain\n\n", {"dateline_weekday": "6"}),
        ("Lock shelled on Sunday\n\n", {}),
        ("Lock shelled\n\nHARSK, Wednesday, May 3 (Nordwire) - ", {"dateline_day": "05-03"}),
        ("Lock shelled\n\nHARSK, Wednesday, 3 May 2027 (Nordwire) - ", {}),
    ],
)
def test_the_weekday_of_a_head_that_gives_no_more_is_kept(head: str, kept: dict[str, str]) -> None:
    assert undated_dateline(mark(f"{head}{LEAD}")) == kept


def test_a_masthead_in_capitals_is_no_dateline() -> None:
    text = "THE WATCH – LIVE\n\nDay five\n\nTuesday 6 May 2031. Times are local\n\nThe guns are quiet. So are we."
    assert dated(text)[0] == "2031-05-06"


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("(Olmo Radio, home service, 3 May 2027. Abridged.)", "2027-05-03"),
        ("(Speech at the lock of Asha, May 3, 2027)", "2027-05-03"),
        ("(Nodra News Agency in English, Monday 3 May 2027, 18.00)", "2027-05-03"),
    ],
)
def test_a_line_in_parentheses_near_the_head_dates_it(line: str, first: str) -> None:
    assert dated(f"ADDRESS OF THE GARRISON'S CHIEF\n{line}\n\n{LEAD}\n\n{MORE}\n")[:2] == (first, first)


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD} (The lock was last shelled on 3 May 2027.) {MORE}\n",
        f"{LEAD}\n\n{MORE}\n\n{LEAD}\n\n(The lock was first shelled on 3 May 2027.)\n",
        f"(See 3 May 2027.) {LEAD}\n\n{MORE}\n",
    ],
)
def test_parentheses_elsewhere_date_nothing(text: str) -> None:
    assert dated(text)[0] is None or dated(text)[1] is None
