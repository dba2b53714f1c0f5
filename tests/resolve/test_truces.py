"""Truces from their steps: made, brokered, kept, broken, blamed, or only counted."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from rashomon.model.annotation import Event, EventType, Link
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Actor, Truce
from rashomon.resolve.truce_drafts import Draft
from rashomon.resolve.truce_fates import fate
from rashomon.resolve.truces import truces

# Two reports of a few days after one another, with the words that the steps below are told in.
FIRST = "Norway brokered a truce on 3 March. Chad and Niger kept it. It collapsed on 9 March. Niger blamed Chad."
SECOND = "A truce was signed on 20 March. It is the fourth truce this year."
ONE = Document(text=FIRST, source="a.txt", published=When(earliest="2031-03-10", latest="2031-03-10"))
TWO = Document(text=SECOND, source="b.txt", published=When(earliest="2031-03-12", latest="2031-03-12"))
LINKS = {"m-norway": "norway", "m-chad": "chad", "m-niger": "niger"}


def step(
    document: Document,
    words: str,
    rule: str,
    type: EventType,
    who: Sequence[str] = (),
    whom: Sequence[str] = (),
    on: str | None = None,
    status: str = "asserted",
    background: bool = False,
) -> Event:
    start = document.text.index(words)
    cue = document.span(start, start + len(words))
    return Event(
        document=document.id,
        evidence=(document.span(max(0, start - 15), cue.end),),
        rule=f"event: {rule}",
        type=type,
        cue=(cue,),
        initiators=tuple(Link(mention=f"m-{one}") for one in who),
        recipients=tuple(Link(mention=f"m-{one}") for one in whom),
        happened=When(earliest=on, latest=on, granularity="day") if on else When(),
        status=status,  # type: ignore[arg-type]
        background=background,
        according_to=(Link(document=document.id),),
    )


BROKERED = step(ONE, "brokered a truce", "truce brokered", "CONSULT", ["norway"], on="2031-03-03")
KEPT = step(ONE, "kept it", "truce kept", "RETREAT", ["chad", "niger"])
BROKEN = step(ONE, "collapsed", "truce broken", "ASSAULT", on="2031-03-09")
BLAMED = step(ONE, "blamed", "blame", "ACCUSE", ["niger"], ["chad"])
SIGNED = step(TWO, "signed", "truce signed", "SUPPORT", ["chad", "niger"], on="2031-03-20")
COUNTED = step(TWO, "truce this year", "truce counted", "RETREAT", status="aggregate")


STATES = [Actor(key=name, name=name.title(), type="state", country=name[:3].upper()) for name in ("chad", "niger")]


def gathered(*events: Event) -> list[Truce]:
    return list(truces([], events, [], LINKS))


def of_states(*events: Event) -> list[Truce]:
    links = {f"m-{one.key}": one.id for one in STATES} | {"m-norway": "norway", "m-genlis": "genlis"}
    return list(truces([], events, [], links, actors=STATES, documents=[ONE, TWO]))


def keys(links: Sequence[Link]) -> list[str | None]:
    known: dict[str | None, str] = {one.id: one.key for one in STATES}
    return [known.get(link.actor, link.actor) for link in links]


def test_the_steps_of_one_truce_belong_together() -> None:
    [truce] = gathered(BROKERED, KEPT, BROKEN, BLAMED)
    assert [link.actor for link in truce.brokers] == ["norway"]
    assert {link.actor for link in truce.parties} == {"chad", "niger"}
    assert truce.agreed and truce.agreed.earliest == "2031-03-03"
    assert truce.ended and truce.ended.earliest == "2031-03-09"
    assert truce.fate == "collapsed"
    assert [([one.actor for one in blame.by], [one.actor for one in blame.whom]) for blame in truce.blamed] == [
        (["niger"], ["chad"])
    ]


def test_truces_of_two_days_are_two_and_the_first_is_superseded() -> None:
    assert [one.fate for one in gathered(BROKERED, KEPT, SIGNED)] == ["superseded", "unknown"]


def test_a_count_above_those_described_gives_a_truce_known_only_from_it() -> None:
    found = gathered(BROKERED, BROKEN, SIGNED, COUNTED)
    assert [one.counted_only for one in found] == [False, False, True]
    assert found[-1].members == (COUNTED.id,)


def test_a_truce_of_an_earlier_war_is_left_out() -> None:
    assert gathered(step(TWO, "signed", "truce signed", "SUPPORT", on="1994-05-12", background=True)) == []


def test_both_sides_of_the_war_are_parties_where_none_is_named() -> None:
    attack = step(ONE, "Chad and", "attack", "ASSAULT", ["chad"], ["niger"])
    [truce] = of_states(BROKERED, attack)
    assert sorted(map(str, keys(truce.parties))) == ["chad", "niger"]
    assert keys(truce.brokers) == ["norway"]


def test_each_side_blames_the_other() -> None:
    blamed = step(ONE, "blamed", "blame", "ACCUSE", ["niger", "chad"])
    [truce] = of_states(BROKERED, KEPT, BROKEN, blamed)
    assert sorted((keys(one.by)[0], keys(one.whom)[0]) for one in truce.blamed) == [
        ("chad", "niger"),
        ("niger", "chad"),
    ]


def test_an_accusation_of_something_else_is_no_blame() -> None:
    accused = step(ONE, "blamed", "accuse", "ACCUSE", ["niger"], ["norway"])
    assert of_states(KEPT, BROKEN, accused)[0].blamed == ()


def test_two_reports_of_one_truce_by_its_place() -> None:
    links = (Link(mention="m-genlis"),)
    first = replace(step(ONE, "brokered a truce", "truce agreed", "CONCEDE", ["chad"], on="2031-03-03"), places=links)
    second = replace(step(TWO, "signed", "truce signed", "SUPPORT", ["niger"]), places=links)
    [truce] = of_states(first, second)
    assert sorted(map(str, keys(truce.parties))) == ["chad", "niger"]


def test_an_end_goes_to_the_one_truce_alive() -> None:
    ended = step(TWO, "fourth", "truce broken", "ASSAULT", on="2031-03-11")
    [truce] = of_states(KEPT, BROKERED, ended)
    assert truce.fate == "collapsed" and truce.ended and truce.ended.earliest == "2031-03-11"


def test_a_breach_told_after_a_count_makes_no_truce() -> None:
    several = step(ONE, "brokered a truce", "truce agreed", "CONCEDE", status="aggregate")
    breach = step(ONE, "kept it", "truce broken", "ASSAULT", status="alleged")
    assert all(one.counted_only for one in gathered(several, breach))


def test_what_appears_to_fail_is_failing() -> None:
    [truce] = gathered(BROKERED, step(ONE, "collapsed", "truce broken", "ASSAULT", status="judged"))
    assert truce.fate == "failing"


def test_the_order_of_events_does_not_matter() -> None:
    events = [BROKERED, KEPT, BROKEN, BLAMED, SIGNED, COUNTED]
    expected = gathered(*events)
    for seed in range(5):
        shuffled = list(events)
        Random(seed).shuffle(shuffled)
        assert gathered(*shuffled) == expected


def test_who_announces_a_truce_in_the_war_of_others_is_its_broker() -> None:
    attack = step(ONE, "Chad and", "attack", "ASSAULT", ["chad"], ["niger"])
    report = Document(text="Norway announced a truce on 3 March.", source="c.txt", published=ONE.published)
    announced = step(report, "announced a truce", "truce declared", "CONCEDE", ["norway"], on="2031-03-03")
    [truce] = of_states(announced, attack)
    assert keys(truce.brokers) == ["norway"]
    assert sorted(map(str, keys(truce.parties))) == ["chad", "niger"]


def test_a_broker_known_by_words_only_is_kept_as_words() -> None:
    words = Link(span=TWO.span(2, 18))
    [truce] = gathered(SIGNED, replace(_brokered(TWO), initiators=(words,)))
    assert [link.span and link.span.text for link in truce.brokers] == [words.span and words.span.text]


def _brokered(document: Document) -> Event:
    return step(document, "truce was", "truce brokered", "CONSULT", on="2031-03-20")


def test_a_truce_with_a_number_and_a_day_of_its_own_is_told() -> None:
    numbered = step(TWO, "truce was signed", "truce kept", "RETREAT", on="2031-03-20", status="aggregate")
    assert [one.counted_only for one in gathered(numbered)] == [False]


def test_a_party_told_to_break_what_its_side_brokered_is_no_party() -> None:
    attack = step(ONE, "Chad and", "attack", "ASSAULT", ["chad"], ["niger"])
    broken = step(ONE, "collapsed", "truce broken", "ASSAULT", ["norway"], ["chad"], on="2031-03-09")
    [truce] = of_states(BROKERED, broken, attack)
    assert sorted(map(str, keys(truce.parties))) == ["chad", "niger"]


def test_who_announced_a_truce_tells_it_from_no_other() -> None:
    report = Document(text="Norway announced a truce on 3 March.", source="c.txt", published=ONE.published)
    announced = step(report, "announced a truce", "truce declared", "CONCEDE", ["norway"], on="2031-03-03")
    kept = step(TWO, "truce was", "truce kept, again", "RETREAT", ["chad"])
    assert len(of_states(announced, kept)) == 1


def test_truces_with_other_numbers_are_two() -> None:
    report = Document(text="The first truce was kept. The second truce was kept.", source="c.txt")
    first = step(report, "first truce was kept", "truce kept", "RETREAT")
    second = step(report, "second truce was kept", "truce kept", "RETREAT", status="aggregate")
    assert len(gathered(first, second)) == 2


def test_the_end_of_the_first_is_no_end_of_the_second() -> None:
    report = Document(text="The second truce has held. The first truce broke down.", source="c.txt")
    held = step(report, "second truce has held", "truce kept", "RETREAT", on="2031-03-20", status="aggregate")
    broken = step(report, "first truce broke", "truce broken", "ASSAULT")
    assert sorted(one.fate for one in gathered(held, broken)) == ["collapsed", "holding"]


def test_guns_that_fall_silent_are_no_truce_by_themselves() -> None:
    silent = step(ONE, "Chad and Niger", "guns silent", "RETREAT", on="2031-03-03")
    assert gathered(silent) == []
    [truce] = gathered(silent, KEPT)
    assert silent.id in truce.members


def test_a_truce_that_was_not_kept_is_told_by_no_denial() -> None:
    assert gathered(replace(KEPT, status="denied")) == []


def test_the_day_a_truce_fell_apart_is_not_when_it_was_brokered() -> None:
    report = Document(text="A truce brokered by Norway collapsed on Monday.", source="c.txt", published=ONE.published)
    brokered = step(report, "brokered by Norway", "truce brokered", "CONSULT", ["norway"], on="2031-03-09")
    broken = step(report, "collapsed", "truce broken", "ASSAULT", on="2031-03-09")
    [truce] = gathered(brokered, broken)
    assert (truce.agreed, truce.ended and truce.ended.earliest) == (None, "2031-03-09")


def told_by(text: str, published: str) -> Document:
    return Document(text=text, source=f"{published}.txt", published=When(earliest=published, latest=published))


def test_breaches_by_somebodys_count_end_no_truce_that_is_told_to_hold() -> None:
    report = told_by("The truce holds. Chad had violated it nine times, Niger said.", "2031-03-12")
    kept = step(report, "holds", "truce kept", "RETREAT", ["chad", "niger"], on="2031-03-12")
    broken = step(report, "violated it", "truce broken", "ASSAULT", ["chad"], status="attributed")
    [truce] = gathered(kept, broken)
    assert truce.fate == "holding"


def test_a_truce_after_which_another_had_to_be_made_had_collapsed() -> None:
    broken = step(ONE, "collapsed", "truce broken", "ASSAULT", on="2031-03-09", status="alleged")
    assert [one.fate for one in gathered(BROKERED, broken, SIGNED)] == ["collapsed", "unknown"]


def test_a_truce_that_is_renewed_had_not() -> None:
    report = told_by("Chad had broken the truce, Niger said. They renewed it on 20 March.", "2031-03-21")
    broken = step(report, "broken the truce", "truce broken", "ASSAULT", ["chad"], on="2031-03-09", status="alleged")
    renewed = step(report, "renewed it", "truce signed", "SUPPORT", ["chad", "niger"], on="2031-03-20")
    fates = [one.fate for one in gathered(BROKERED, broken, renewed)]
    assert fates == ["superseded", "unknown"]


def test_a_length_that_is_over_tells_the_end_and_one_that_lasts_does_not() -> None:
    over = told_by("The truce of 3 March was kept for five hours.", "2031-03-10")
    still = told_by("The truce of 3 March has held for five days.", "2031-03-10")
    fates = []
    for report, words in ((over, "was kept for five hours"), (still, "has held for five days")):
        start = report.text.index(words)
        kept = replace(
            step(report, words.split(" for")[0], "truce kept", "RETREAT", ["chad", "niger"], on="2031-03-03"),
            evidence=(report.span(0, start + len(words)),),
        )
        fates.append(gathered(kept)[0].fate)
    assert fates == ["collapsed", "holding"]


def test_a_paper_signed_dates_the_truce_in_it() -> None:
    report = told_by("Chad and Niger signed an accord on 4 May. It reaffirms the ceasefire.", "2031-05-05")
    paper = step(report, "signed", "sign", "SUPPORT", ["chad", "niger"], on="2031-05-04")
    truce = step(report, "reaffirms", "truce signed, again", "SUPPORT")
    [found] = gathered(paper, truce)
    assert found.agreed and found.agreed.earliest == "2031-05-04"
    assert {link.actor for link in found.parties} == {"chad", "niger"}


def test_a_paper_of_another_day_is_no_truce() -> None:
    trade = told_by("Chad and Niger signed a treaty on trade on 7 May. The truce holds.", "2031-05-09")
    paper = step(trade, "signed", "sign", "SUPPORT", ["chad", "niger"], on="2031-05-07")
    kept = step(trade, "holds", "truce kept, again", "RETREAT")
    found = gathered(SIGNED, paper, kept)
    assert all(paper.id not in one.members for one in found)


def test_a_halt_announced_is_a_truce_and_one_with_a_condition_is_none() -> None:
    report = told_by("Chad said its guns would fall silent from noon.", "2031-03-02")
    halt = step(report, "guns would fall silent from noon", "guns silent", "RETREAT", ["chad"], status="hypothetical")
    other = told_by("Chad said its guns would fall silent at noon if Niger withdrew.", "2031-03-02")
    words = "guns would fall silent at noon if Niger withdrew"
    asked = step(other, words, "guns silent", "RETREAT", ["chad"], status="hypothetical")
    assert len(gathered(halt)) == 1
    assert gathered(asked) == []


def test_what_broke_the_one_before_it_is_no_breach_of_the_last() -> None:
    report = told_by("The truce of 20 March holds. Under its predecessor Niger counted nine violations.", "2031-03-22")
    kept = step(report, "holds", "truce kept", "RETREAT", ["chad", "niger"], on="2031-03-20")
    start = report.text.index("Under")
    broken = replace(
        step(report, "violations", "truce broken", "ASSAULT", status="alleged"),
        evidence=(report.span(start, len(report.text) - 1),),
    )
    first, last = gathered(BROKERED, kept, broken)
    assert broken.id in first.members
    assert broken.id not in last.members


def test_a_truce_that_is_called_for_is_none() -> None:
    report = told_by("Norway cited the truce called for in March.", "2031-03-02")
    asked = replace(
        step(report, "called", "truce declared", "CONCEDE", ["norway"]),
        evidence=(report.span(0, len(report.text)),),
    )
    assert gathered(asked) == []


def test_fighting_resumed_after_a_lull_broke_no_truce() -> None:
    report = told_by("Shelling resumed on Thursday after a lull of two days.", "2031-03-02")
    resumed = replace(step(report, "resumed", "truce broken", "ASSAULT"), evidence=(report.span(0, len(report.text)),))
    assert gathered(resumed) == []


# Two reports on a truce that took effect the day after it was made, on those before it, and on one of a feast.
THIRD = "A pause was agreed on 12 April in Lenz. It is the third. The first lasted one day and the second five hours."
FOURTH = "The pause in force since 13 April is holding. The Christmas pause was agreed. Chad would prolong it."
THREE = Document(text=THIRD, source="c.txt", published=When(earliest="2031-04-13", latest="2031-04-13"))
FOUR = Document(text=FOURTH, source="d.txt", published=When(earliest="2031-04-15", latest="2031-04-15"))
MADE_IN_APRIL = step(THREE, "was agreed", "truce agreed", "CONCEDE", ["chad", "niger"], on="2031-04-12")
IN_FORCE = step(FOUR, "in force", "truce kept", "RETREAT", ["chad"], on="2031-04-13")


def of_april(*events: Event) -> list[Truce]:
    links = {f"m-{one.key}": one.id for one in STATES}
    return list(truces([], events, [], links, actors=STATES, documents=[THREE, FOUR]))


def whole(event: Event, words: str) -> Event:
    """An event with whole sentences for evidence."""
    document = THREE if event.document == THREE.id else FOUR
    start = document.text.index(words)
    return replace(event, evidence=(document.span(start, start + len(words)),))


def test_what_takes_effect_the_next_day_is_what_was_made() -> None:
    [truce] = of_april(MADE_IN_APRIL, IN_FORCE)
    assert truce.fate == "holding" and truce.agreed and truce.in_force


def test_none_is_agreed_after_the_report_of_it() -> None:
    feast = step(FOUR, "Christmas pause", "truce agreed", "CONCEDE", ["chad", "niger"], on="2031-12-25")
    assert all(one.agreed is None for one in of_april(feast))


def test_none_holds_before_it_is_made() -> None:
    outlived = step(THREE, "third", "truce kept, again", "RETREAT", on="2031-01-31")
    [truce] = of_april(MADE_IN_APRIL, outlived)
    assert truce.in_force is None


def test_how_long_those_before_it_lasted_ends_no_truce() -> None:
    said = "The first lasted one day and the second five hours."
    before = whole(step(THREE, "lasted", "truce kept", "RETREAT"), said)
    [truce] = of_april(MADE_IN_APRIL, before, IN_FORCE)
    assert truce.fate == "holding"


def test_an_offer_to_prolong_renews_nothing() -> None:
    breach = step(THREE, "third", "truce broken", "ASSAULT", ["chad"], status="judged")
    offered = step(FOUR, "prolong", "truce signed", "SUPPORT", ["chad"], status="hypothetical")
    later = Draft(steps=[step(FOUR, "was agreed", "truce agreed", "CONCEDE", on="2031-04-15"), offered])
    assert fate(Draft(steps=[MADE_IN_APRIL, breach]), later, {}) == "collapsed"
    renewed = Draft(steps=[*later.steps, replace(offered, status="asserted")])
    assert fate(Draft(steps=[MADE_IN_APRIL, breach]), renewed, {}) == "superseded"


def test_the_second_week_is_no_second_truce() -> None:
    text = "A pause was agreed on 12 April. The first pause of the war held into the second week."
    week = Document(text=text, source="e.txt", published=When(earliest="2031-04-29", latest="2031-04-29"))
    made = step(week, "was agreed", "truce agreed", "CONCEDE", ["chad", "niger"], on="2031-04-12")
    said = "The first pause of the war held into the second week."
    start = text.index(said)
    held = step(week, "held into", "truce kept", "RETREAT", on="2031-04-26")
    held = replace(held, evidence=(week.span(start, start + len(said)),))
    assert fate(Draft(steps=[made, held]), None, {}) == "holding"


def test_what_takes_effect_the_next_day_elsewhere_is_another() -> None:
    where = [Actor(key=name, name=name.title(), type="place") for name in ("lenz", "ruka")]
    links = {f"m-{one.key}": one.id for one in (*STATES, *where)}
    made = replace(MADE_IN_APRIL, places=(Link(mention="m-lenz"),))
    held = replace(IN_FORCE, places=(Link(mention="m-ruka"),))
    assert len(list(truces([], [made, held], [], links, actors=[*STATES, *where], documents=[THREE, FOUR]))) == 2
    held = replace(IN_FORCE, places=(Link(mention="m-lenz"),))
    assert len(list(truces([], [made, held], [], links, actors=[*STATES, *where], documents=[THREE, FOUR]))) == 1
