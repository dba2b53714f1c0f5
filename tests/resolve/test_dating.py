"""Undated reports dated by others: what they borrow, from whom, and what they do not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rashomon.model.annotation import Annotation, Event, Mention, Time, Timex
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.pipeline import read_into
from rashomon.resolve.dating import DATELINE, publications, undated
from rashomon.resolve.newsdays import likely_days
from rashomon.resolve.years import full_days, in_near_year, in_their_year, narrowed
from rashomon.store import MemoryArchive

WHO = ("Osk", "Velm", "Ana Orlo", "Pell Marne")
MARCH = When.on(date(2031, 3, 9))


def report(text: str, published: When | None = None) -> Document:
    return Document(text=f"{' '.join(WHO)}: {text}", source="x.txt", title=text, published=published or When())


def time(document: Document, words: str, value: str) -> Time:
    start = document.text.index(words)
    span = document.span(start, start + len(words))
    return Time(document=document.id, evidence=(span,), rule="test", timex=Timex(type="DATE", value=value))


def lent(lender: Document, lending: list[Time], borrower: Document, borrowing: list[Time]) -> When | None:
    days = full_days(lending, lender.published.last_day)
    found = in_their_year(borrower, borrowing, [(lender, days)])
    return found[0] if found else None


def test_a_shared_day_lends_its_year_as_an_interval() -> None:
    lender, borrower = report("It began on March 2.", MARCH), report("It broke out on 2 March.")
    when = lent(lender, [time(lender, "March 2", "2031-03-02")], borrower, [time(borrower, "2 March", "XXXX-03-02")])
    assert when is not None and not when.is_day
    assert (when.earliest, when.latest) == ("2031-03-02", "2032-02-29")
    assert "It began" in when.basis


@pytest.mark.parametrize("text", ["The vote of 20 June will be held.", "The show runs until 20 June."])
def test_a_day_that_is_only_looked_forward_to_is_not_shared(text: str) -> None:
    lender, borrower = report("It began on June 20.", When.on(date(2031, 6, 25))), report(text)
    times = [time(borrower, "20 June", "XXXX-06-20")]
    assert lent(lender, [time(lender, "June 20", "2031-06-20")], borrower, times) is None


def test_a_day_the_lender_only_looks_forward_to_lends_nothing() -> None:
    lender, borrower = report("They vote on June 20.", MARCH), report("The vote of 20 June was held.")
    times = [time(borrower, "20 June", "XXXX-06-20")]
    assert lent(lender, [time(lender, "June 20", "2031-06-20")], borrower, times) is None


@pytest.mark.parametrize(
    "text",
    [
        "Since 2 March the road has been shut, as Velm would have it.",
        "They will not say who has held the mill since 2 March.",
        "Since the 2 March raid nobody might cross, it is expected.",
    ],
)
def test_since_a_day_is_past_whatever_else_is_to_come(text: str) -> None:
    lender, borrower = report("It began on March 2.", MARCH), report(text)
    times = [time(borrower, "2 March", "XXXX-03-02")]
    when = lent(lender, [time(lender, "March 2", "2031-03-02")], borrower, times)
    assert when is not None and when.earliest == "2031-03-02"


@pytest.mark.parametrize("year", [1996, 2016, 2029])
def test_history_lends_no_year(year: int) -> None:
    lender, borrower = report(f"So had another on March 2, {year}.", MARCH), report("It broke out on 2 March.")
    lending = [time(lender, f"March 2, {year}", f"{year}-03-02")]
    assert lent(lender, lending, borrower, [time(borrower, "2 March", "XXXX-03-02")]) is None


@pytest.mark.parametrize(
    ("text", "words", "value", "first"),
    [
        ("It broke out on 2 February.", "2 February", "XXXX-02-02", "2031-02-02"),
        ("The mill burnt on Dec. 27.", "Dec. 27", "XXXX-12-27", "2030-12-27"),
        ("It was signed on April 30, at noon.", "April 30", "XXXX-04-30", "2031-04-30"),
    ],
)
def test_a_day_near_the_others_is_of_their_year(text: str, words: str, value: str, first: str) -> None:
    borrower = report(text)
    found = in_near_year(borrower, [time(borrower, words, value)], [report("It began.", MARCH)])
    assert found is not None and found[0].earliest == first and found[0].last_day


@pytest.mark.parametrize(
    ("text", "words", "value", "others"),
    [
        ("It broke out on 2 August.", "2 August", "XXXX-08-02", (MARCH,)),
        ("The vote of 20 May will be held.", "20 May", "XXXX-05-20", (MARCH,)),
        ("It broke out on 2 March.", "2 March", "XXXX-03-02", (MARCH, When.on(date(2029, 3, 1)))),
    ],
)
def test_a_day_far_from_the_others_ahead_or_near_two_years_is_of_none(
    text: str, words: str, value: str, others: Sequence[When]
) -> None:
    borrower = report(text)
    lenders = [report("It began.", when) for when in others]
    assert in_near_year(borrower, [time(borrower, words, value)], lenders) is None


def test_two_years_for_one_day_leave_it_open() -> None:
    lender = report("It began on March 2. So had another on March 2, 2016.", MARCH)
    borrower = report("It broke out on 2 March.")
    lending = [time(lender, "March 2.", "2031-03-02"), time(lender, "March 2, 2016", "2016-03-02")]
    assert lent(lender, lending, borrower, [time(borrower, "2 March", "XXXX-03-02")]) is None


def mentions(document: Document, names: Sequence[str]) -> tuple[list[Annotation], dict[str, str]]:
    made: list[Annotation] = []
    links = {}
    for name in names:
        start = document.text.index(name)
        span = document.span(start, start + len(name))
        one = Mention(document=document.id, evidence=(span,), rule="test", form="name", reading="actor")
        made.append(one)
        links[one.id] = f"actor-{name}"
    return made, links


def dated_by(names: Sequence[str], dateline: str | None = None, happened: When | None = None) -> dict[str, When]:
    """Two reports that tell of 2 March, one of them undated with so many actors of the other, and a deed of its own."""
    lender, borrower = report("It began on March 2.", MARCH), report("It broke out on 2 March.")
    if dateline:
        borrower = replace(borrower, metadata={DATELINE: dateline})
    first, links = mentions(lender, WHO)
    second, more = mentions(borrower, names)
    second.append(time(borrower, "2 March", "XXXX-03-02"))
    if happened:
        whole = (borrower.span(0, len(borrower.text)),)
        second.append(Event(document=borrower.id, evidence=whole, rule="test", type="ASSAULT", happened=happened))
    said = [(lender, [*first, time(lender, "March 2", "2031-03-02")]), (borrower, second)]
    found = publications(said, links | more, lambda document: second)
    return {id: one.when for id, one in found.items()}


def test_reports_of_other_people_lend_nothing() -> None:
    assert dated_by(WHO[:2]) == {}


def test_a_dateline_of_a_borrowed_year_is_a_day() -> None:
    (when,) = dated_by(WHO, "03-05").values()
    assert when.is_day and when.earliest == "2031-03-05"
    assert "dateline of 5 March" in when.basis


def test_a_dateline_is_surer_than_what_seems_to_have_happened_since() -> None:
    (when,) = dated_by(WHO, "03-05", happened=When.on(date(2031, 4, 13))).values()
    assert when.is_day and when.earliest == "2031-03-05"
    (when,) = dated_by(WHO, happened=When.on(date(2031, 4, 13))).values()
    assert when.earliest == "2031-04-13"


def dated_by_dateline(dateline: str, *others: date, names: Sequence[str] = WHO) -> list[When]:
    """What dates a report with this dateline and no other day, beside others of those days about the same people."""
    borrower = replace(report("Shells fell on the bridge."), metadata={DATELINE: dateline})
    said, links = mentions(borrower, names)
    reports = [(borrower, said)]
    for day in others:
        lender = report(f"Shells fell, part {day}.", When.on(day))
        made, more = mentions(lender, WHO)
        reports.append((lender, made))
        links |= more
    return [one.when for one in publications(reports, links, lambda document: said).values()]


def test_a_dateline_is_of_the_year_in_which_the_others_came_out() -> None:
    (when,) = dated_by_dateline("03-05", date(2031, 3, 9), date(2031, 2, 27))
    assert (when.earliest, when.latest) == ("2031-03-05", "2031-03-05")
    assert "near the report" in when.basis


def test_a_dateline_at_the_turn_of_the_year() -> None:
    assert dated_by_dateline("12-30", date(2031, 1, 4))[0].earliest == "2030-12-30"


@pytest.mark.parametrize(
    ("others", "names"),
    [
        ((date(2031, 3, 9), date(2032, 3, 1)), WHO),  # two years are near
        ((date(2031, 9, 9),), WHO),  # none is
        ((date(2031, 3, 9),), WHO[:2]),  # other people
    ],
)
def test_a_dateline_that_no_year_or_two_years_fit_stays_open(others: tuple[date, ...], names: Sequence[str]) -> None:
    assert dated_by_dateline("03-05", *others, names=names) == []


def test_a_report_is_no_older_than_what_it_tells_as_past() -> None:
    document = report("Shells fell on 5 March. A summit is planned for 9 May.")
    wide = When.between(date(2031, 3, 2), date(2032, 2, 29), basis="a neighbour")

    def event(words: str, day: date, **more: object) -> Event:
        start = document.text.index(words)
        span = document.span(start, start + len(words))
        return Event(  # type: ignore[arg-type]
            document=document.id, evidence=(span,), cue=(span,), rule="test", type="ASSAULT",
            happened=When.on(day), **more,
        )  # fmt: skip

    told = [event("fell", date(2031, 3, 5)), event("planned", date(2031, 5, 9), status="planned")]
    assert narrowed(wide, told).earliest == "2031-03-05"
    assert narrowed(wide, []) == wide


def test_a_report_is_not_much_younger_than_the_last_day_it_gives_without_a_year() -> None:
    document = report("Shells fell on 5 March.")
    wide = When.between(date(2031, 3, 2), date(2032, 2, 29), basis="a neighbour")
    given = replace(time(document, "5 March", "2031-03-05"), earliest="2031-03-05", latest="2031-03-05")
    assert "2031-09-01" < (narrowed(wide, [given]).latest or "") < "2032-01-01"


def test_what_is_known_within_a_week_is_not_undated() -> None:
    assert undated(report("x")) and undated(report("x", When(earliest="1994-01-01")))
    assert undated(report("x", When.between(date(2031, 3, 1), date(2031, 3, 31))))
    assert not undated(report("x", MARCH))


@pytest.mark.parametrize(
    ("weekdays", "first", "last"),
    [
        ([], "2031-03-03", "2031-03-09"),
        ([2, 1, 0], "2031-03-05", "2031-03-06"),
        ([2], "2031-03-05", "2031-03-08"),
    ],
)
def test_news_comes_out_soon_after_the_weekday_it_names_first(weekdays: list[int], first: str, last: str) -> None:
    found = likely_days(date(2031, 3, 3), date(2031, 3, 9), weekdays)
    assert found[0] <= date.fromisoformat(first) and found[1] == date.fromisoformat(last)


# Whole reports, read into one case

DATED = """Osk buries its dead

TARN, March 14, 2031 (Corran) - The Oskan army said 23 of its soldiers were killed on March 5 near Lake Tarn.

Osk has fought Velm since March 2. President Ana Orlo of Osk and President Pell Marne of Velm have not met.
"""
OPEN = """Velm denies attack at lake

Velm denied on Thursday that its gunners had opened fire at Lake Tarn.

On Wednesday 23 Oskan soldiers were killed near the lake, President Ana Orlo of Osk said on Thursday. President Pell
Marne of Velm said on Tuesday that his men had left.
"""
OTHERS = """Raid near lake

TARN, March 14, 2031 (Corran) - The Oskan army said three of its soldiers were killed on March 6 near Lake Tarn.

Osk has fought Velm since March 2. President Ana Orlo of Osk and President Pell Marne of Velm have not met.
"""


def read(folder: Path, **texts: str) -> dict[str, Document]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    archive = MemoryArchive()
    read_into(archive, [str(folder)])
    return {Path(one.source).stem: one for one in archive.documents()}


def test_the_same_count_on_the_same_weekday_dates_a_report_to_days(tmp_path: Path) -> None:
    found = read(tmp_path, dated=DATED, open=OPEN)
    when = found["open"].published
    assert (when.earliest, when.latest) in {("2031-03-05", "2031-03-07"), ("2031-03-06", "2031-03-07")}
    assert "Osk buries its dead" in when.basis and "2031-03-05" in when.basis
    assert found["open"].metadata["dated_by"] == [found["dated"].id]


@pytest.mark.parametrize(
    ("weekday", "day"), [("Thursday", "2031-03-06"), ("Friday", "2031-03-07"), ("Saturday", "2031-03-08")]
)
def test_the_weekday_of_its_head_tells_which_of_the_days_it_is(tmp_path: Path, weekday: str, day: str) -> None:
    headed = OPEN.replace("Velm denied", f"TARN, {weekday} (Corran) - Velm denied", 1)
    when = read(tmp_path, dated=DATED, open=headed)["open"].published
    assert (when.earliest, when.latest) == (day, day)
    assert f"{weekday} in its head" in when.basis


def test_the_weekday_of_a_head_alone_dates_nothing(tmp_path: Path) -> None:
    headed = OPEN.replace("Velm denied", "TARN, Friday (Corran) - Velm denied", 1)
    assert not read(tmp_path, other=OTHERS, open=headed)["open"].published.known


def test_without_the_other_report_it_stays_open(tmp_path: Path) -> None:
    found = read(tmp_path, open=OPEN)
    assert not found["open"].published.known and "dated_by" not in found["open"].metadata


def test_another_count_on_another_weekday_dates_nothing(tmp_path: Path) -> None:
    assert not read(tmp_path, other=OTHERS, open=OPEN)["open"].published.known


CALL = """Presidents talk

VELM, March 14, 2031 (Corran) - President Ana Orlo of Osk spoke by telephone with President Pell Marne of Velm on
March 6.

They discussed prisoners.
"""
ANOTHER_CALL = """Orlo and Marne speak

President Ana Orlo of Osk spoke by telephone with President Pell Marne of Velm on Thursday. They discussed prisoners.
"""


def test_a_call_of_the_same_two_on_the_same_weekday_is_not_enough(tmp_path: Path) -> None:
    """They may talk every Thursday."""
    assert not read(tmp_path, call=CALL, another=ANOTHER_CALL)["another"].published.known


def test_a_report_dated_before_is_dated_anew_when_others_are_added(tmp_path: Path) -> None:
    (tmp_path / "open.txt").write_text(OPEN, "utf-8")
    archive = MemoryArchive()
    read_into(archive, [str(tmp_path / "open.txt")])
    (tmp_path / "dated.txt").write_text(DATED, "utf-8")
    read_into(archive, [str(tmp_path / "dated.txt")])
    step_by_step = {Path(one.source).stem: one.published for one in archive.documents()}
    at_once = {name: one.published for name, one in read(tmp_path, dated=DATED, open=OPEN).items()}
    assert step_by_step == at_once
    again = read_into(archive, [str(tmp_path)])
    assert (again.read, again.known) == (0, 2)


def test_what_hangs_on_the_publication_is_dated_with_it(tmp_path: Path) -> None:
    for name, text in (("dated", DATED), ("open", OPEN)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    archive = MemoryArchive()
    read_into(archive, [str(tmp_path)])
    (document,) = [one for one in archive.documents() if one.source.endswith("open.txt")]
    days = {
        one.as_of.earliest for one in archive.annotations(kind="figure", document=document.id)
        if getattr(one, "low", None) == 23
    }  # fmt: skip
    assert days == {"2031-03-05"}


LASTING = """Light returns to Marr

Four days into the Bela truce, Marr has electricity again. President Ana Orlo of Osk has thanked President Pell Marne of
Velm, and the army of Osk has left the power station.
"""
SIGNED = """Truce signed

BELA, March 9, 2031 (Corran) - President Ana Orlo of Osk and President Pell Marne of Velm signed a truce in Bela on
March 7. The army of Osk praised it.
"""


def test_how_long_a_truce_has_lasted_dates_a_report(tmp_path: Path) -> None:
    when = read(tmp_path, signed=SIGNED, lasting=LASTING)["lasting"].published
    assert when.earliest == "2031-03-10" and when.latest == "2031-03-14"
    assert "Four days into the Bela truce" in when.basis


def test_how_long_it_had_lasted_in_a_tale_of_the_past_dates_nothing(tmp_path: Path) -> None:
    tale = LASTING.replace("has electricity", "had electricity").replace("has thanked", "thanked")
    assert not read(tmp_path, signed=SIGNED, lasting=tale)["lasting"].published.known
