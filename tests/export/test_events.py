"""PLOVER, GDELT and UCDP rows, read back with pandas."""

import json
from pathlib import Path
from typing import Any

import pandas
import pytest

from rashomon.analyse.deaths import lethal
from rashomon.analyse.view import View
from rashomon.export.gdelt import MENTIONS, export_gdelt
from rashomon.export.plover import POLECAT, export_plover
from rashomon.export.ucdp import GED, export_ucdp
from rashomon.model.annotation import Figure
from rashomon.model.values import When
from tests.export.conftest import TEXT, Harbour


def rows(exporter: Any, view: View, path: Path, separator: str) -> pandas.DataFrame:
    exporter(view, path)
    return pandas.read_csv(path, sep=separator, keep_default_na=False, dtype=str, quoting=3 if separator == "\t" else 0)


def test_plover_has_a_row_for_each_deed_that_some_voice_tells(view: View, tmp_path: Path, harbour: Harbour) -> None:
    found = rows(export_plover, view, tmp_path / "p.tsv", "\t")
    assert list(found.columns[:40]) == list(POLECAT) and len(POLECAT) == 40
    assert set(found["Record"]) == {harbour.shelling.id, harbour.killing.id}, "a denial is no event"
    row = found[found["Record"] == harbour.shelling.id].iloc[0]
    assert (row["Actor Name"], row["Actor Country"], row["Actor COW"]) == ("Velm", "ARM", "371")
    assert (row["Event Date"], row["Event Type"], row["Quad Code"]) == ("2031-03-03", "ASSAULT", "MATERIAL CONFLICT")
    assert (row["Event Intensity"], row["Publication Date"]) == ("-10.0", "2031-03-04")
    assert row["Denied By"] == "Velm Post" and row["According To"] == "Osk Herald"
    assert TEXT[int(row["Start"]) : int(row["End"])] == row["Evidence"]


def test_a_contested_territory_has_no_country_but_its_claimants_and_a_note(view: View, tmp_path: Path) -> None:
    row = rows(export_plover, view, tmp_path / "p.tsv", "\t").iloc[0]
    assert (row["Recipient Name"], row["Recipient Country"], row["Recipient COW"]) == ("Tarn", "", "")
    assert row["Codes"] == "Tarn: ARM, AZE" and row["Codes Note"] == "held by Velm since 2019"


def test_every_pair_of_doer_and_sufferer_has_a_row_of_its_own(harbour: Harbour, tmp_path: Path) -> None:
    harbour.event(harbour.first, "met", ["Osk", "Velm"], ["Tarn"])
    found = rows(export_plover, harbour.view(), tmp_path / "p.tsv", "\t")
    assert found["Event ID"].is_unique and sorted(found["Actor Name"]) == ["Osk", "Velm", "Velm", "Velm"]


def test_gdelt_mentions_lead_to_the_sentence_and_the_characters(view: View, tmp_path: Path, harbour: Harbour) -> None:
    found = rows(export_gdelt, view, tmp_path / "m.tsv", "\t")
    assert tuple(found.columns) == MENTIONS and len(MENTIONS) == 16
    told = found[found["GLOBALEVENTID"] == view.world.happenings[0].id]
    assert list(told["MentionSourceName"]) == ["Osk Herald", "Velm Post"], "each account is a mention"
    row = told.iloc[0]
    assert TEXT[int(row["ActionCharOffset"]) :].startswith("shelled")
    assert TEXT[int(row["Actor1CharOffset"]) :].startswith("Velm")
    assert (row["EventTimeDate"], row["MentionTimeDate"]) == ("20310303000000", "20310304000000")
    assert (row["SentenceID"], row["Confidence"], row["MentionDocLen"]) == ("1", "100", str(len(TEXT)))
    extras = json.loads(row["Extras"])
    assert extras["text"] == TEXT[extras["start"] : extras["end"]] and extras["record"] == harbour.shelling.id


def test_ucdp_has_only_what_killed_with_the_rule(view: View, tmp_path: Path, harbour: Harbour) -> None:
    found = rows(export_ucdp, view, tmp_path / "u.csv", ",")
    assert list(found.columns[:49]) == list(GED) and len(GED) == 49
    (row,) = found.to_dict("records")
    assert (row["low"], row["best"], row["high"], row["deaths_civilians"]) == ("7", "7", "7", "7")
    assert row["record"] == harbour.killing.id and row["figures"] == harbour.dead.id
    assert row["rule"] == "one number, by 1 counter; best as given"
    assert (row["date_start"], row["date_prec"], row["gwnoa"]) == ("2031-03-03 00:00:00.000", "1", "371")


def test_low_and_high_are_the_ends_and_best_what_most_count(harbour: Harbour) -> None:
    harbour.figure(harbour.first, "7 dockers", 9)
    harbour.figure(harbour.first, "blast killed 7", 4)
    (one,) = lethal(harbour.view())
    assert (one.low, one.best, one.high) == (4, 4, 9), "one counter each: the lower stands"
    assert one.rule.startswith("3 numbers by 1 counter; low the least, high the most")


def test_at_least_leaves_the_high_end_open(harbour: Harbour) -> None:
    harbour.keep(
        Figure(
            document=harbour.first.id, evidence=(harbour.words(harbour.first, "7 dockers"),), rule="test",
            counts="killed", low=9, high=None, bound="at least", according_to=harbour.own(harbour.second),
        )
    )  # fmt: skip
    (one,) = lethal(harbour.view())
    assert one.high is None and one.low == 7


@pytest.mark.parametrize("words", ["Osk is a member", "Velm denied it"])
def test_a_number_of_other_words_is_no_toll_of_the_deed(words: str) -> None:
    case = Harbour()
    case._said[case.first.id][1].remove(case.dead)
    case.figure(case.first, words, 542)
    assert lethal(case.view()) == []


def test_a_deed_without_a_day_is_no_row_of_ucdp(tmp_path: Path) -> None:
    case = Harbour()
    undated = case.happening(case.killing)
    object.__setattr__(undated, "happened", When())
    case.world(happenings=(undated,))
    assert rows(export_ucdp, case.view(), tmp_path / "u.csv", ",").empty
