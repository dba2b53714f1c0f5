from datetime import date

from rashomon.model.annotation import Event, Mention, Time, Timex
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.dating import borrowed, narrowed, undated

WHO = ("Osk", "Velm", "Ana Orlo", "Pell Marne")


def report(text: str, published: When | None = None) -> Document:
    return Document(text=f"{' '.join(WHO)}: {text}", source="x.txt", title=text, published=published or When())


def time(document: Document, words: str, value: str) -> Time:
    start = document.text.index(words)
    span = document.span(start, start + len(words))
    return Time(document=document.id, evidence=(span,), rule="test", timex=Timex(type="DATE", value=value))


def mentions(document: Document, names: tuple[str, ...] = WHO) -> tuple[list[Mention], dict[str, str]]:
    made, links = [], {}
    for name in names:
        start = document.text.index(name)
        span = document.span(start, start + len(name))
        one = Mention(document=document.id, evidence=(span,), rule="test", form="name", reading="actor")
        made.append(one)
        links[one.id] = f"actor-{name}"
    return made, links


def dates(lender: Document, borrower: Document, times: list[Time], names: tuple[str, ...] = WHO) -> dict[str, When]:
    first, links = mentions(lender)
    second, more = mentions(borrower, names)
    return borrowed([lender, borrower], times, [*first, *second], links | more)


MARCH = When.on(date(2031, 3, 9))


def test_a_shared_day_lends_its_year_as_an_interval() -> None:
    lender, borrower = report("It began on March 2.", MARCH), report("It broke out on 2 March.")
    found = dates(lender, borrower, [time(lender, "March 2", "2031-03-02"), time(borrower, "2 March", "XXXX-03-02")])
    when = found[borrower.id]
    assert (when.earliest, when.latest) == ("2031-03-02", "2032-02-29")
    assert "It began" in when.basis and not when.is_day


def test_a_day_the_lender_only_looks_forward_to_lends_nothing() -> None:
    lender, borrower = report("They vote on June 20.", MARCH), report("The vote of 20 June will be held.")
    found = dates(lender, borrower, [time(lender, "June 20", "2031-06-20"), time(borrower, "20 June", "XXXX-06-20")])
    assert found == {}


def test_reports_of_other_people_lend_nothing() -> None:
    lender, borrower = report("It began on March 2.", MARCH), report("It broke out on 2 March.")
    times = [time(lender, "March 2", "2031-03-02"), time(borrower, "2 March", "XXXX-03-02")]
    assert dates(lender, borrower, times, WHO[:2]) == {}


def test_two_years_for_one_day_leave_it_open() -> None:
    lender = report("It began on March 2. So had another on March 2, 2016.", MARCH)
    borrower = report("It broke out on 2 March.")
    times = [
        time(lender, "March 2.", "2031-03-02"),
        time(lender, "March 2, 2016", "2016-03-02"),
        time(borrower, "2 March", "XXXX-03-02"),
    ]
    assert dates(lender, borrower, times) == {}


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


def test_what_is_known_within_a_year_is_not_undated() -> None:
    assert undated(report("x")) and undated(report("x", When(earliest="1994-01-01")))
    assert not undated(report("x", MARCH))
