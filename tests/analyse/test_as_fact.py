"""Denials that go on, charges without a name for who brings them, and reports that write of a charge as known."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.analyse.differences.denials import denials

Make = Callable[[], Any]


def charged(bench: Make, other: str) -> Any:
    """Velm charges Osk with sending mercenaries, which Osk denies; and another report."""
    case = bench()
    one = case.report(
        "Velm accused Osk of sending mercenaries from Tarn to Harn. Osk denied that it sent mercenaries from Tarn.",
        published="2031-04-02",
    )
    case.link(one, "Tarn", type="place")
    case.statement(one, "Velm", "sending mercenaries from Tarn to Harn", act="accuse", accused=(case.link(one, "Osk"),))
    case.statement(one, "Osk", "it sent mercenaries from Tarn", act="deny")
    two = case.report(other, outlet="The Ferry", published="2031-04-03")
    for name in ("Osk", "Tarn"):
        if name in other:
            case.link(two, name)
    return case, two


@pytest.mark.parametrize(
    ("other", "sides"),
    [
        ("Much depends on Osk, whose help includes the deployment of fighters from Tarn.", 3),
        ("Osk with its transport of jihadists by way of Tarn has few friends left.", 3),
        ("Nobody forgets Osk and its recruitment of militants in Tarn.", 3),
        ("Osk’s recruitment of militants in Tarn goes on.", 3),
        ("Osk is against the deployment of fighters from Tarn.", 2),
        ("Osk abhors the deployment of fighters from Tarn.", 2),
        ("Osk, whose prince mourned the deployment of fighters from Tarn, is old.", 2),
        ("Osk asked the town about its recruitment of militants in Tarn.", 2),
        ("Osk may yet begin the deployment of fighters from Tarn.", 2),
        ("Osk talked of fish. The deployment of fighters from Tarn is Velm's doing.", 2),
        ("Osk enjoys the use of the harbour of Tarn.", 2),
        ("Osk alone was told of the alleged deployment of fighters from Tarn.", 2),
    ],
)
def test_a_report_that_writes_of_the_charge_as_known_is_a_side(bench: Make, other: str, sides: int) -> None:
    case, _ = charged(bench, other)
    (found,) = denials(case.view())
    assert found.type == "contested allegation" and len(found.sides) == sides
    assert sides == 2 or found.sides[-1].evidence[0].text == other


def test_in_a_large_case_words_meet_by_chance(bench: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    case, _ = charged(bench, "Nobody forgets Osk and its recruitment of militants in Tarn.")
    view = case.view()
    monkeypatch.setattr("rashomon.analyse.differences.as_fact.is_large", lambda _: True)
    (found,) = denials(view)
    assert len(found.sides) == 2


def test_a_report_that_quotes_it_does_not_say_it_itself(bench: Make) -> None:
    words = "Osk lives by the deployment of fighters from Tarn"
    case, two = charged(bench, f"“{words},” said Lisk.")
    case.statement(two, "Lisk", words)
    (found,) = denials(case.view())
    assert not any(side.who[0].document for side in found.sides if not side.records)


@pytest.mark.parametrize(
    ("second", "act", "speaker", "deniers"),
    [
        ("It did not figure on the agenda", "deny", "Osk", 2),
        ("Nothing of the sort was in my notes", "deny", "Osk", 2),
        ("The word was not uttered", "deny", "Osk", 2),
        ("The weather is fine in Tolmin", "say", "Osk", 1),
        ("Osk's envoy drank no wine in Tolmin", "deny", "Osk", 1),
        ("There was no cholera in the camps", "deny", "Osk", 1),
        ("No schools had been closed in Osk", "deny", "Osk", 1),
        ("That bridge never fell into the lake", "deny", "Osk", 1),
        ("It had sold no wine to Tolmin", "say", "Osk", 1),
    ],
)
def test_a_denial_goes_on_with_the_one_before(bench: Make, second: str, act: str, speaker: str, deniers: int) -> None:
    case = bench()
    first = "Osk had promised Velm forty lorries of grain"
    said = "it had promised Velm any lorries of grain"
    one = case.report(f"Velm said that {first}. Osk denied that {said}. “{second},” its envoy said.")
    told = case.statement(one, "Velm", first)
    case.link(one, "Osk")
    case.statement(one, "Osk", said, act="deny", of=told.id)
    case.statement(one, speaker, second, act=act, of=told.id if deniers > 1 else None)
    (found,) = denials(case.view())
    assert [len(found.sides), found.sides[0].says] == [1 + deniers, first]
