"""Who blames whom for a truce's end, and truces foreseen, refused, numbered, or called by where they were signed."""

from dataclasses import replace

import pytest

from rashomon.model.annotation import Event, Link
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Actor, Truce
from rashomon.resolve.truces import truces
from tests.resolve.test_truces import LINKS, step, told_by


def gathered(*events: Event) -> list[Truce]:
    return list(truces([], events, [], LINKS))


def whole(document: Document, words: str, rule: str, status: str = "asserted", on: str | None = None) -> Event:
    """A step whose evidence is its sentence."""
    start = (
        document.text.rindex(". ", 0, document.text.index(words)) + 2 if ". " in document.text.split(words)[0] else 0
    )
    end = document.text.index(".", document.text.index(words))
    one = step(document, words, rule, "RETREAT", status=status, on=on)
    return replace(one, evidence=(document.span(start, end),))


def by(event: Event, who: str) -> Event:
    return replace(event, according_to=(Link(mention=f"m-{who}"), *event.according_to))


def pairs(truce: Truce) -> set[tuple[str | None, str | None]]:
    return {(one.by[0].actor, one.whom[0].actor) for one in truce.blamed}


REPORT = told_by(
    "Chad and Niger agreed to a truce on 3 March. It collapsed on 9 March. Niger said Chadian guns had fired first. "
    "Chad said raiders from Niger had. Norway said Chadian jets had bombed the port.",
    "2031-03-10",
)
AGREED = step(REPORT, "agreed to a truce", "truce agreed", "CONCEDE", ["chad", "niger"], on="2031-03-03")
BROKEN = step(REPORT, "collapsed", "truce broken", "ASSAULT", on="2031-03-09")
FIRED = by(step(REPORT, "fired first", "fire", "ASSAULT", ["chad"], status="alleged"), "niger")
RAIDED = by(step(REPORT, "raiders", "raid", "ASSAULT", ["niger"], status="attributed"), "chad")
BOMBED = by(step(REPORT, "bombed", "bomb", "ASSAULT", ["chad"], status="attributed"), "norway")


def test_blows_that_each_side_tells_of_the_other_beside_a_breach_are_blames() -> None:
    [truce] = gathered(AGREED, BROKEN, FIRED, RAIDED)
    assert pairs(truce) == {("niger", "chad"), ("chad", "niger")}


def test_what_an_outsider_or_the_report_itself_tells_blames_nobody() -> None:
    [truce] = gathered(AGREED, BROKEN, BOMBED, replace(FIRED, according_to=FIRED.according_to[1:]))
    assert truce.blamed == ()


def test_a_breach_that_one_side_counts_of_the_other_is_a_blame() -> None:
    report = told_by("The truce of 3 March holds. Niger counted nine violations by Chad.", "2031-03-10")
    kept = step(report, "holds", "truce kept", "RETREAT", ["chad", "niger"], on="2031-03-03")
    breach = by(step(report, "violations", "truce broken", "ASSAULT", ["chad"], status="alleged"), "niger")
    [truce] = gathered(kept, breach)
    assert pairs(truce) == {("niger", "chad")}


def test_what_one_tells_of_his_own_side_is_no_blame() -> None:
    own = by(step(REPORT, "fired first", "fire", "ASSAULT", ["chad"], status="attributed"), "chad")
    [truce] = gathered(AGREED, BROKEN, own)
    assert truce.blamed == ()


@pytest.mark.parametrize(
    ("text", "words", "rule", "status"),
    [
        ("A fifth truce will follow the fourth.", "follow", "truce kept", "planned"),
        ("If the talks fail there will be a sixth ceasefire.", "ceasefire", "truce counted", "aggregate"),
        ("There may be another truce before the rains.", "truce", "truce counted", "aggregate"),
        ("My government will not order its troops to cease fire before that.", "order", "truce declared, intended",
         "attributed"),
    ],
)  # fmt: skip
def test_what_is_foreseen_or_refused_is_no_truce(text: str, words: str, rule: str, status: str) -> None:
    assert gathered(whole(told_by(text, "2031-03-10"), words, rule, status)) == []


def test_a_truce_foreseen_for_a_day_is_kept() -> None:
    report = told_by("They signed on 3 March. A new truce will begin on 4 March.", "2031-03-03")
    signed = step(report, "signed", "truce signed", "SUPPORT", ["chad", "niger"], on="2031-03-03")
    begins = whole(report, "begin", "truce kept", "planned", on="2031-03-04")
    [truce] = gathered(signed, begins)
    assert truce.in_force and truce.in_force.earliest == "2031-03-04"


@pytest.mark.parametrize("said", ["in force since", "operative since", "effective from"])
def test_a_truce_with_a_number_that_is_told_to_be_in_force_is_told_of(said: str) -> None:
    report = told_by(f"The Genlis truce, {said} 8 March, is the third.", "2031-03-10")
    [truce, *others] = gathered(whole(report, "truce", "truce counted", "aggregate", on="2031-03-08"))
    assert truce.in_force and truce.in_force.earliest == "2031-03-08" and not truce.counted_only
    assert all(one.counted_only for one in others)


def test_a_paper_is_the_truce_that_goes_by_where_it_was_signed() -> None:
    first = told_by("Chad and Niger signed an accord in Genlis on 6 March.", "2031-03-07")
    later = told_by("The Genlis truce has held since 8 March.", "2031-03-10")
    paper = step(first, "signed", "sign", "SUPPORT", ["chad", "niger"], on="2031-03-06")
    start = first.text.index("Genlis")
    paper = replace(paper, places=(Link(span=first.span(start, start + 6)),))
    [truce] = gathered(paper, whole(later, "held", "truce kept", on="2031-03-08"))
    assert truce.agreed and truce.agreed.earliest == "2031-03-06"
    elsewhere = replace(paper, places=())
    assert all(elsewhere.id not in one.members for one in gathered(elsewhere, whole(later, "held", "truce kept")))


@pytest.mark.parametrize(
    ("text", "words", "fate"),
    [
        ("The truce of 3 March lasted until two o'clock.", "lasted", "collapsed"),
        ("The truce of 3 March has held until now.", "held", "holding"),
        ("They signed a truce on 3 March that observers describe as largely intact.", "signed", "holding"),
    ],
)
def test_words_that_tell_what_became_of_a_truce(text: str, words: str, fate: str) -> None:
    rule = "truce signed" if words == "signed" else "truce kept"
    [truce] = gathered(whole(told_by(text, "2031-03-10"), words, rule, on="2031-03-03"))
    assert truce.fate == fate


@pytest.mark.parametrize(
    ("text", "words", "on"),
    [
        ("After the March truce died, the square answered him.", "truce", ("2031-03-01", "2031-03-31")),
        ("In March the king decreed a truce.", "decreed", ("2031-03-01", "2031-03-31")),
        ("The ceasefire of the last fortnight of March was respected.", "respected", ("2031-03-15", "2031-03-31")),
    ],
)
def test_a_truce_that_goes_by_its_weeks_is_the_one_made_in_them(text: str, words: str, on: tuple[str, str]) -> None:
    when = When(earliest=on[0], latest=on[1], granularity="month")
    rules = {"truce": "truce named", "decreed": "truce declared", "respected": "truce kept"}
    later = replace(whole(told_by(text, "2031-08-10"), words, rules[words]), happened=when)
    made = step(told_by("They agreed on a truce.", "2031-03-21"), "agreed", "truce agreed", "CONCEDE", on="2031-03-20")
    assert len(gathered(made, later)) == 1


def test_a_month_in_which_two_truces_were_made_tells_neither() -> None:
    when = When(earliest="2031-03-01", latest="2031-03-31", granularity="month")
    later = whole(told_by("After the March truce died, the square answered him.", "2031-08-10"), "truce", "truce named")
    made = step(told_by("They agreed on a truce.", "2031-03-06"), "agreed", "truce agreed", "CONCEDE", on="2031-03-05")
    other = step(
        told_by("They renewed the truce.", "2031-03-30"), "renewed", "truce signed", "SUPPORT", on="2031-03-29"
    )
    assert len(gathered(made, other, replace(later, happened=when))) == 3


def test_what_a_truce_is_called_by_is_no_party() -> None:
    report = told_by("The Norway truce has held since 8 March.", "2031-03-10")
    kept = whole(report, "held", "truce kept", on="2031-03-08")
    start = report.text.index("Norway")
    kept = replace(kept, initiators=(Link(mention="m-norway", span=report.span(start, start + 6)),))
    [truce] = gathered(kept)
    assert truce.parties == ()


def test_who_would_break_a_truce_is_no_party_to_it() -> None:
    report = told_by("Chad and Niger agreed to a truce. Norway would pay for breaking it.", "2031-03-10")
    agreed = step(report, "agreed to a truce", "truce agreed", "CONCEDE", ["chad", "niger"], on="2031-03-03")
    broken = step(report, "breaking", "truce broken", "ASSAULT", ["norway"], status="hypothetical")
    [truce] = gathered(agreed, broken)
    assert [link.actor for link in truce.parties] == ["chad", "niger"]


def test_one_of_whom_nothing_is_known_signs_for_the_state_that_his_words_name() -> None:
    states = [Actor(key=one, name=one.title(), type="state", country=one[:3].upper()) for one in ("chad", "niger")]
    people = [Actor(key=one, name=one, type="person") for one in ("Ada Korr", "Pim Lott")]
    report = told_by("Ada Korr of Chad and Pim Lott of Niger signed a truce on 3 March.", "2031-03-04")
    signed = step(report, "signed", "truce signed", "SUPPORT", on="2031-03-03")
    links = []
    for name, words in (("Ada Korr", "Ada Korr of Chad"), ("Pim Lott", "Pim Lott of Niger")):
        start = report.text.index(words)
        links.append(Link(mention=f"m-{name}", span=report.span(start, start + len(words))))
    known = {f"m-{one.key}": one.id for one in people}
    [truce] = truces([], [replace(signed, initiators=tuple(links))], [], known, actors=[*states, *people])
    assert {link.actor for link in truce.parties} == {one.id for one in states}


def test_an_accusation_in_the_sentence_of_a_truce_that_holds_is_a_blame() -> None:
    report = told_by("The truce of 3 March holds, though Niger blamed Chad for fire on Sunday.", "2031-03-10")
    kept = step(report, "holds", "truce kept", "RETREAT", ["chad", "niger"], on="2031-03-03")
    kept = replace(kept, evidence=(report.span(0, len(report.text)),))
    blamed = step(report, "blamed", "blame", "ACCUSE", ["niger"], ["chad"])
    [truce] = gathered(kept, blamed)
    assert (truce.fate, pairs(truce)) == ("holding", {("niger", "chad")})


def test_breaches_that_one_of_two_counts_are_the_others() -> None:
    report = told_by("Chad and Niger agreed to a truce. Niger counted nine violations.", "2031-03-10")
    agreed = step(report, "agreed to a truce", "truce agreed", "CONCEDE", ["chad", "niger"], on="2031-03-03")
    breach = by(step(report, "violations", "truce broken", "ASSAULT", status="alleged"), "niger")
    [truce] = gathered(agreed, breach)
    assert pairs(truce) == {("niger", "chad")}


def test_what_was_kept_before_one_began_is_another() -> None:
    report = told_by("The truce begins on 20 March. The truce of six hours lasted until dusk on 3 March.", "2031-03-10")
    begins = whole(report, "begins", "truce kept", "attributed", on="2031-03-20")
    lasted = whole(report, "lasted", "truce kept, again", on="2031-03-03")
    assert [one.fate for one in gathered(begins, lasted)] == ["collapsed", "holding"]
