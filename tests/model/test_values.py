"""Intervals of time and numbers with a low and a high."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings

from rashomon.model.values import Quantity, When, parse_iso
from tests.model.records import moments, quantities, whens


def when(earliest: str | None, latest: str | None) -> When:
    """An interval without a reason."""
    return When(earliest=earliest, latest=latest)


UNKNOWN = When()
MARCH = when("1987-03-01", "1987-03-31")
SECOND = when("1987-03-02", "1987-03-02")
MORNING = when("1987-03-02T06:00", "1987-03-02T11:59")
NOON = when("1987-03-02T12:00", "1987-03-02T12:00")


def test_a_day_lasts_to_the_next() -> None:
    assert (SECOND.start, SECOND.stop) == (datetime(1987, 3, 2), datetime(1987, 3, 3))
    assert SECOND.is_day
    assert not MARCH.is_day


def test_a_minute_lasts_to_the_next() -> None:
    assert (NOON.start, NOON.stop) == (datetime(1987, 3, 2, 12), datetime(1987, 3, 2, 12, 1))
    assert NOON.is_day


def test_days_make_intervals() -> None:
    assert When.on(date(1987, 3, 2)).first_day == date(1987, 3, 2)
    assert When.between(date(1987, 3, 1), date(1987, 3, 31)).last_day == date(1987, 3, 31)


@pytest.mark.parametrize(("one", "other", "before"), [
    (MORNING, NOON, True), (NOON, MORNING, False), (SECOND, when("1987-03-03", None), True),
    (SECOND, MORNING, False), (UNKNOWN, NOON, False), (when(None, "1987-03-01"), NOON, True),
    (when(None, "1987-03-02"), NOON, False), (when("1987-03-01", None), NOON, False),
])  # fmt: skip
def test_before_is_certain(one: When, other: When, before: bool) -> None:
    assert one.before(other) is before


@pytest.mark.parametrize(("one", "other", "within"), [
    (SECOND, MARCH, True), (MORNING, SECOND, True), (MARCH, SECOND, False), (SECOND, SECOND, True),
    (UNKNOWN, MARCH, False), (SECOND, UNKNOWN, False), (SECOND, when("1987-03-01", None), False),
    (when("1987-03-31", "1987-04-01"), MARCH, False),
])  # fmt: skip
def test_within_is_certain(one: When, other: When, within: bool) -> None:
    assert one.within(other) is within


@pytest.mark.parametrize(("one", "other", "meet"), [
    (SECOND, NOON, True), (MORNING, NOON, False), (UNKNOWN, NOON, True), (when("1987-03-03", None), NOON, False),
    (when(None, "1987-03-02"), NOON, True),
])  # fmt: skip
def test_the_unknown_may_meet_any(one: When, other: When, meet: bool) -> None:
    assert one.may_meet(other) is meet


@given(moments(), moments(), moments())
def test_before_orders_and_meeting_is_its_opposite(one: When, other: When, third: When) -> None:
    assert not (one.before(other) and other.before(one))
    assert one.may_meet(other) is other.may_meet(one)
    assert one.may_meet(other) is not (one.before(other) or other.before(one))
    assert one.may_meet(one)
    if other.known and one.before(other) and other.before(third) and other.start and other.stop:
        assert one.before(third)


@given(moments(), moments(), moments())
def test_within_is_an_order_and_implies_meeting(one: When, other: When, third: When) -> None:
    if one.within(other):
        assert one.may_meet(other)
        assert not other.before(third) or one.before(third)
        if other.within(third):
            assert one.within(third)
        if other.within(one):
            assert (one.start, one.stop) == (other.start, other.stop)


@settings(deadline=None)
@given(whens())
def test_any_interval_begins_before_it_ends(one: When) -> None:
    assert one.start is None or one.stop is None or one.start < one.stop
    assert one.known is (one.start is not None or one.stop is not None)


@pytest.mark.parametrize("value", [
    "yesterday", "", "1987", "1987-03", "19870302", "1987-W10-1", "1987-13-01", "1987-02-29", "0000-01-01",
    "1987-03-02 06:00", "1987-03-02T06", "1987-03-02T06:00:30", "1987-03-02T06:00Z", "1987-03-02T06:00+04:00",
    "1987-03-02T24:01", " 1987-03-02", "1987-03-02\n", "１９８７-03-02",
])  # fmt: skip
def test_only_iso_days_and_minutes_are_times(value: str) -> None:
    with pytest.raises(ValueError):
        parse_iso(value)
    with pytest.raises(ValueError):
        When(latest=value)


def test_time_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="is after"):
        when("1987-03-02", "1987-03-01")
    with pytest.raises(ValueError, match="is after"):
        when("1987-03-02T12:00", "1987-03-02T11:59")
    with pytest.raises(ValueError, match="no granularity"):
        When(granularity="eon")  # type: ignore[arg-type]


def test_the_last_day_of_all_has_an_end() -> None:
    last = when("9999-12-31", "9999-12-31T23:59")
    assert last.stop == datetime.max
    assert SECOND.before(last)


@given(quantities())
def test_a_low_is_not_above_its_high(quantity: Quantity) -> None:
    assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@pytest.mark.parametrize(("low", "high", "bound"), [
    (2, 1, "exact"), (1, 1, "roughly"), (float("nan"), None, "exact"), (None, float("inf"), "at least"),
])  # fmt: skip
def test_a_number_that_is_none_is_refused(low: float | None, high: float | None, bound: str) -> None:
    with pytest.raises(ValueError):
        Quantity(low=low, high=high, bound=bound)  # type: ignore[arg-type]
