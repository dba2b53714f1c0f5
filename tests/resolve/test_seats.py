"""Capitals of invented states, told by all reports together."""

from rashomon.model.annotation import PERHAPS_CAPITAL, Mention, Title
from rashomon.model.text import Span
from rashomon.resolve.seats import capitals


def mention(
    document: str, name: str, type_: str, *, reading: str = "actor", rule: str = "state", of: str = ""
) -> Mention:
    """A mention by name; `of` is the state whose capital it may be."""
    return Mention(
        document=document, evidence=(Span(document=document, start=0, end=len(name), text=name),), form="name",
        reading=reading, type=type_, name=name, rule=rule,  # type: ignore[arg-type]
        roles=(Title(title=PERHAPS_CAPITAL, of=of),) if of else (),
    )  # fmt: skip


def seats(*named: Mention) -> dict[str, str]:
    return capitals(named)


def test_a_weak_sign_in_two_reports_tells() -> None:
    two = [mention(id, "Zorn", "place", reading="place", of="Velmora") for id in "ab"]
    assert seats(*two) == {"zorn": "velmora"}


def test_a_weak_sign_in_one_report_tells_nothing_of_a_place_that_never_acts() -> None:
    assert seats(mention("a", "Zorn", "place", reading="place", of="Velmora")) == {}


def test_a_weak_sign_tells_of_a_place_that_acts_in_another_report() -> None:
    one = mention("a", "Zorn", "place", reading="place", of="Velmora")
    assert seats(one, mention("b", "Zorn", "place")) == {"zorn": "velmora"}


def test_signs_for_two_states_tell_nothing() -> None:
    signs = [mention(id, "Zorn", "place", reading="place", of=of) for id, of in (("a", "Velmora"), ("b", "Sule"))]
    assert seats(*signs) == {}
