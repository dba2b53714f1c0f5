"""Ultimatums that one side tells of, and the other knows nothing of."""

from collections.abc import Callable

import pytest

from rashomon.analyse.differences.ultimatums import ultimatums_denied
from tests.analyse.conftest import Bench

DEMAND = "Velm has given the Osk garrison at Lisk until noon on Friday to come out."


def two(bench: Callable[[], Bench], demand: str, denial: str, denier: str, act: str = "say") -> Bench:
    made = bench()
    first = made.report(demand, outlet="Beacon", published="2031-05-02")
    made.statement(first, "Velm", demand.removeprefix("Velm "), act="threaten")
    if "Osk" in demand:
        made.link(first, "Osk")
    second = made.report(denial, outlet="Gazette", published="2031-05-04")
    made.statement(second, denier, denial.partition(": ")[2], act=act)
    return made


@pytest.mark.parametrize(
    ("denial", "act"),
    [
        ("Osk: no ultimatum has been received, and the bread is fresh.", "say"),
        ("Osk: that there was any deadline for its men.", "deny"),
        ("Osk: not one battalion was summoned to surrender.", "say"),
    ],
)
def test_the_other_side_knows_of_no_ultimatum(bench: Callable[[], Bench], denial: str, act: str) -> None:
    (found,) = ultimatums_denied(two(bench, DEMAND, denial, "Osk", act).view())
    assert found.type == "denial" and DEMAND.endswith(found.sides[0].says) and denial.endswith(found.sides[1].says)


@pytest.mark.parametrize(
    ("demand", "denial", "denier"),
    [
        (DEMAND, "Osk: there will be no ultimatum from us.", "Osk"),
        (DEMAND, "Osk: the ultimatum came by letter.", "Osk"),
        (DEMAND, "Velm: no ultimatum has been received.", "Velm"),
        ("Velm wants the bridge mended before anything else.", "Osk: no ultimatum has been received.", "Osk"),
        (DEMAND, "Osk: no deadline for bids has been set.", "Osk"),
        (DEMAND, "Osk: no summons from the court came in May.", "Osk"),
        (DEMAND.replace("Osk ", ""), "Osk: no ultimatum has been received.", "Osk"),
        ("Velm shelled the Osk in the early morning as families tried to leave.", "Osk: no ultimatum came.", "Osk"),
        ("Velm will play music in Lisk until noon on Friday.", "Osk: no ultimatum has been received.", "Osk"),
    ],
)
def test_what_is_no_ultimatum_or_no_denial_of_one(
    bench: Callable[[], Bench], demand: str, denial: str, denier: str
) -> None:
    assert list(ultimatums_denied(two(bench, demand, denial, denier).view())) == []
