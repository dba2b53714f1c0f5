"""Two calls of the same two leaders are two: what is told of one is not denied of the other."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.differences.talks import of_another_talk
from rashomon.model.annotation import Event, Link, Statement
from rashomon.model.world import Contact

Make = Callable[[], Any]
FIRST = "Holt and Lind spoke by telephone on Monday about the ferry."
SECOND = "Holt and Lind spoke by telephone on Friday. The office of Lind denied that the two had spoken of the ferry."


def cases(bench: Make, *, one_call: bool, parties: str = "Holt") -> tuple[Any, Event, Statement]:
    """Two reports, each with a call and its contact (or one for both), and a denial in the second."""
    case = bench()
    reports = [case.report(FIRST), case.report(SECOND)]
    calls = []
    for report, day in zip(reports, ("Monday", "Friday"), strict=True):
        sides = (case.link(report, "Holt"), case.link(report, "Lind"))
        calls.append(
            case.keep(
                Event(
                    document=report.id, evidence=(case.words(report, f"Holt and Lind spoke by telephone on {day}"),),
                    cue=(case.words(report, "spoke by telephone"),), rule="test", type="CONSULT", mode="phone",
                    initiators=sides, according_to=(Link(document=report.id),),
                )
            )
        )  # fmt: skip
    denial = case.statement(
        reports[1], "The office of Lind", "the two had spoken of the ferry", act="deny", name="Lind"
    )
    filled = tuple(case.filled(link) for link in calls[0].initiators)
    other = filled if parties == "Holt" else (filled[0], case.filled(case.link(reports[1], "ferry", "Velm")))
    members = [(calls[0].id, calls[1].id)] if one_call else [(calls[0].id,), (calls[1].id,)]
    contacts = [
        Contact(type="phone", happening=f"h{n}", participants=filled if n == 0 else other, members=ids)
        for n, ids in enumerate(members)
    ]
    case.world(contacts=tuple(contacts))
    return case.view(), calls[0], denial


def test_a_denial_is_of_the_call_that_its_own_report_tells_of(bench: Make) -> None:
    view, call, denial = cases(bench, one_call=False)
    assert of_another_talk(view, call, denial) and of_another_talk(view, denial, call)


@pytest.mark.parametrize(("one_call", "parties"), [(True, "Holt"), (False, "Velm")])
def test_one_call_told_twice_and_calls_of_others_may_be_denied(bench: Make, one_call: bool, parties: str) -> None:
    view, call, denial = cases(bench, one_call=one_call, parties=parties)
    assert not of_another_talk(view, call, denial)


def test_within_a_report_syntax_tells_which_call_is_meant(bench: Make) -> None:
    view, _, denial = cases(bench, one_call=False)
    own = next(one for one in view.events if one.document == denial.document)
    assert not of_another_talk(view, own, denial)
