"""Claims in tables and lists: the column, line or brackets that tell whose they are."""

import pytest

from tests.extract.statements.conftest import Tell, content, texts


def _told(written: Tell, text: str) -> list[tuple[list[str], list[str]]]:
    return [(texts(one.speaker), content(one)) for one in written(text) if one.rule == "statements: table"]


@pytest.mark.parametrize("head", ["| Claim | Source |", "| Losses | Claimed by |", "|**What**|**According to**|"])
def test_a_column_tells_whose_claim_a_row_is(written: Tell, head: str) -> None:
    rows = "| 12 boats sunk | Velm navy |\n| 3 boats lost | Osk coast guard |\n"
    text = f"The battle in numbers.\n\n{head}\n|---|---|\n{rows}"
    assert _told(written, text) == [(["Velm navy"], ["12 boats sunk"]), (["Osk coast guard"], ["3 boats lost"])]


def test_lines_that_tell_who_claims_and_what(written: Tell) -> None:
    first = "Claimed by: Velm navy\nWhat: two boats sunk"
    text = f"The week.\n\n{first}\n\nSource: Osk coast guard\nClaim: none sunk, one hit\n"
    assert _told(written, text) == [(["Velm navy"], ["two boats sunk"]), (["Osk coast guard"], ["none sunk, one hit"])]


def test_a_source_with_a_day_in_brackets(written: Tell) -> None:
    text = "Civilians: 61 deaths established (Red Cross, 20 August 2031). The rest is not known."
    assert _told(written, text) == [(["Red Cross"], ["61 deaths established"])]


@pytest.mark.parametrize(
    "text",
    [
        "The staff lost 61 officers (Osk had feared more).",
        "Some 400 families (most of them from Orle) came.",
        "| Side | Killed |\n|---|---|\n| Velm | 61 |\n| Osk | 12 |\n",
    ],
)
def test_brackets_and_columns_of_other_kinds_speak_for_nobody(written: Tell, text: str) -> None:
    assert not _told(written, text)
