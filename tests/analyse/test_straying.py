"""Denials that come after another and are of something else."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.differences.straying import strays_beside

Make = Callable[[], Any]


@pytest.mark.parametrize(
    ("second", "astray"),
    [
        ("the price of bread had risen", True),
        ("its schools were shut", True),
        ("reports that he would resign", True),
        ("it was so", False),
        ("any part in it", False),
        ("one of its guns had fired", False),
        ("reports of guns at Harn", False),
    ],
)
def test_a_denial_after_another_may_be_of_something_else(bench: Make, second: str, astray: bool) -> None:
    case = bench()
    report = case.report(f"Velm said that guns of Osk fired on Harn. Osk denied that it had guns. It denied {second}.")
    case.link(report, "Osk")
    told = case.statement(report, "Velm", "guns of Osk fired on Harn")
    case.statement(report, "Osk", "it had guns", act="deny", of=told.id)
    denial = case.statement(report, "It", second, act="deny", name="Osk")
    view = case.view()
    assert strays_beside(view, view.by_id[told.id], view.by_id[denial.id]) is astray


def test_no_denial_strays_that_is_the_first_or_by_another(bench: Make) -> None:
    case = bench()
    report = case.report(
        "Velm said that guns of Osk fired on Harn. Tarn denied that it rained. Osk denied that bread was dear."
    )
    case.link(report, "Osk")
    told = case.statement(report, "Velm", "guns of Osk fired on Harn")
    case.statement(report, "Tarn", "it rained", act="deny")
    denial = case.statement(report, "Osk", "bread was dear", act="deny")
    view = case.view()
    assert not strays_beside(view, view.by_id[told.id], view.by_id[denial.id])
