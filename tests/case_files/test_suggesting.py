from pathlib import Path
from typing import Any

import pytest
import yaml

from rashomon.case import Case
from rashomon.case_files import parsed, suggested
from rashomon.demo import reports
from rashomon.model.codec import encode
from rashomon.store import MemoryArchive

FIRST = """KORR, March 9, 2031 (Corran) - The Dravan Liberation Front said on Monday that it had shelled Tarn, killing
four soldiers. President Ana Orlo of Osk denied it on Monday. Colonel Ivo Orlo of Velm, no relation, said that the
front lied. The Varsk Ridge Command said that it held Korr.
"""
SECOND = """TARN, March 12, 2031 (Corran) - The DLF shelled Tarn again on Tuesday, Osk said. Orlo called it a crime. The
Varsk Rigde Command said nothing. Abkhazia sent bread.
"""


def read(folder: Path, *texts: str) -> Case:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    case = Case(MemoryArchive())
    case.read(folder)
    return case


def told(case: Case) -> dict[str, Any]:
    """Every record but judgements."""
    return {one.id: encode(one) for one in case.records() if one.kind != "judgement"}


@pytest.fixture(scope="module")
def sample() -> Case:
    case = Case(MemoryArchive())
    case.read(*reports())
    return case


def test_the_draft_given_back_unchanged_gives_the_same_world(sample: Case) -> None:
    before = told(sample)
    draft = sample.suggestion()
    assert sample.tell(parsed(draft, "draft"), who="ana", why="draft")
    assert len(sample.case_file.parties) > 30 and sample.case_file.window.known
    assert told(sample) == before
    assert sample.suggestion() == draft
    (decision,) = sample.archive.judgements()
    sample.judge("undo", decision.id, who="ana", why="tidy")
    assert not sample.case_file.parties


def test_the_draft_says_what_it_learnt_and_from_where(tmp_path: Path) -> None:
    case = read(tmp_path, FIRST, SECOND)
    draft = case.suggestion()
    front = next(one for one in suggested(case.view).parties if one.party.name == "Dravan Liberation Front")
    assert front.party.names == ("DLF",) and "in 2 reports" in front.learnt
    reference = front.learnt.rsplit(" ", 1)[1]
    assert case.record(reference).name == "Dravan Liberation Front"
    assert "{title: President, of: Osk}  # given in reports of 2031-03-09" in draft
    loaded = yaml.safe_load(draft)
    assert {one["name"] for one in loaded["parties"]} >= {"Osk", "Ana Orlo", "Ivo Orlo"}
    assert [one["claimed_by"] for one in loaded["territories"]] == [["GEO", "RUS"]]


def test_merges_not_made_are_questions(tmp_path: Path) -> None:
    draft = read(tmp_path, FIRST, SECOND).suggestion()
    asked = [line for line in draft.splitlines() if line.startswith("# ")]
    assert any("“Orlo” is the surname of" in line and "Ivo Orlo" in line for line in asked)
    assert any("Varsk Rigde Command" in line and "a letter apart" in line for line in asked)
    assert "Orlo, " not in draft.partition("# Not done")[0]  # a surname that two bear is nobody's alias


def test_the_dates_are_a_comment_where_they_would_date_a_report(tmp_path: Path) -> None:
    undated = "Ana Orlo met Ivo Tarr in Korr on March 10. Velm denied it.\n"
    draft = read(tmp_path, FIRST, undated).suggestion()
    assert "# from: 2031-03-" in draft and "1 report has no year" in draft
    assert not parsed(draft, "draft").window.known


@pytest.mark.parametrize("name", ["=cmd()", "<b>Osk</b>", "Osk: 'x' #1", "Yes", "Osk\u202eksO", '"Osk" \\ Velm'])
def test_a_hostile_name_stays_a_name(name: str, tmp_path: Path) -> None:
    case = read(tmp_path, FIRST)
    actor = next(one for one in case.view.world.actors if one.name == "Osk")
    case.judge("correct", actor.id, who="ana", why="test", field="name", value=name)
    draft = case.suggestion()
    assert "\u202e" not in draft
    names = [one["name"] for one in yaml.safe_load(draft)["parties"]]
    assert (name in names) is (name.isprintable())
    assert [one.name for one in parsed(draft, "draft").parties if not one.claimed_by][: len(names)] == names


def test_an_empty_case_gives_an_empty_draft() -> None:
    assert parsed(Case(MemoryArchive()).suggestion(), "draft").parties == ()
