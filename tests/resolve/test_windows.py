from collections.abc import Sequence

import pytest

from rashomon.model.annotation import Time, Timex
from rashomon.model.case_file import CaseFile
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.windows import dated_by_window

REPORT = Document(text="It fell on March 14. Since June 2 it is quiet.", source="x")


def times(document: Document, *values: str) -> Sequence[Time]:
    return [
        Time(
            document=document.id, evidence=(document.span(n, n + 2),), rule="test", timex=Timex(type="DATE", value=one)
        )
        for n, one in enumerate(values)
    ]


def dated(*values: str, first: str | None, last: str | None, published: When | None = None) -> When:
    document = Document(text=REPORT.text, source="x", published=published or When())
    told = CaseFile(window=When(earliest=first, latest=last))
    return dated_by_window(document, times(document, *values), told).published


@pytest.mark.parametrize(
    ("values", "first", "last", "expected"),
    [
        (["XXXX-03-14"], "2031-02-01", "2031-05-31", "2031-03-14"),
        (["XXXX-12-30", "XXXX-01-02"], "2030-12-01", "2031-01-31", "2030-12-30"),  # over New Year
        (["XXXX-03-14", "XXXX-08-01"], "2031-02-01", "2031-05-31", "2031-03-14"),  # an anniversary says nothing
        (["XXXX-03-14"], "2030-02-01", "2031-05-31", None),  # two Marches
        (["XXXX-03-14", "XXXX-06-02"], "2030-06-01", "2031-06-30", None),  # two Junes
        (["XXXX-08-01"], "2031-02-01", "2031-05-31", None),
        (["XXXX-03-14"], "2031-02-01", None, None),  # an open end has any year
        (["XXXX-02-29"], "2031-02-01", "2031-05-31", None),  # a day that year does not have
        (["2031-03-14"], "2031-02-01", "2031-05-31", None),
    ],
)
def test_a_report_without_year_gets_that_of_the_conflict(
    values: list[str], first: str, last: str | None, expected: str | None
) -> None:
    found = dated(*values, first=first, last=last)
    assert found.earliest == expected
    assert not expected or "case file" in found.basis


def test_a_report_that_has_its_year_keeps_it() -> None:
    own = When(earliest="2029-01-01", latest="2029-12-31", granularity="year")
    assert dated("XXXX-03-14", first="2031-02-01", last="2031-05-31", published=own) == own


def test_a_report_known_to_be_later_is_not_dated_before() -> None:
    own = When(earliest="2032-01-01")
    assert dated("XXXX-03-14", first="2031-02-01", last="2031-05-31", published=own) == own
