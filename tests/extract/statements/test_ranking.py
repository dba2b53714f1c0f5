"""Candidates, features and weights of the ranking."""

from collections.abc import Callable
from importlib.resources import files

import numpy as np
import pytest

from rashomon.extract import learnt
from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.extract.statements import rules
from rashomon.extract.statements.ranking import layout, ranked, weights
from rashomon.extract.statements.ranking.choices import Choice, Choices
from rashomon.extract.statements.ranking.layout import Layout, Runs
from rashomon.extract.statements.ranking.templates import CONTENTS, CUES, SOURCES
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Statement

Analyse = Callable[..., Analysis]


def choices(analysis: Analysis) -> list[Choice]:
    found = Found(analysis)
    found.add(names(analysis, found))
    made = Choices(Layout(analysis), found, rules(analysis))
    cues = made.all()
    for one in cues:
        made.fill(one)
    return cues


def shown(analysis: Analysis, runs: Runs) -> list[str]:
    return [analysis.document.text[start:end] for start, end in Layout(analysis).places(runs)]


def test_runs_begin_and_end_with_words_and_pass_over_marks(analysed: Analyse) -> None:
    analysis = analysed("“We stay,” he said – at last.")
    laid = Layout(analysis)
    last = len(analysis.tokens)
    [(first, stop)] = laid.run(0, last)
    assert [analysis.tokens[first].text, analysis.tokens[stop - 1].text] == ["We", "last"]
    he = next(one.i for one in analysis.tokens if one.text == "he")
    assert shown(analysis, laid.without(laid.run(0, last), laid.run(he, he + 2))) == ["We stay,", "at last"]


def test_words_shared_are_counted_without_marks(analysed: Analyse) -> None:
    analysis = analysed("Boats, boats, and more boats came.")
    laid = Layout(analysis)
    whole, part = laid.run(0, len(analysis.tokens)), laid.run(0, 3)
    assert laid.count(whole) == 6
    assert laid.shared(whole, part) == pytest.approx(2 / 6)
    assert layout.meet(whole, part)


@pytest.mark.parametrize(
    ("text", "cue", "said"),
    [
        (
            "The road is shut, the mayor of Karsk said, and will stay so.",
            "said",
            ["The road is shut", "and will stay so"],
        ),
        ("The consul said the ferry had sunk, while Ostria denied it.", "said", ["the ferry had sunk"]),
        ("“We stay,” she said. “We shall not be moved.”", "said", ["We stay,", "We shall not be moved."]),
        ("The envoy accused the rebels of mining the pass.", "accused", ["mining the pass"]),
        ("His claim that the bridge fell was repeated in Lund.", "claim", ["that the bridge fell"]),
        ("The note, according to the harbour master, was forged.", "according", ["The note", "was forged"]),
    ],
)
def test_what_was_said_is_among_the_candidates(analysed: Analyse, text: str, cue: str, said: list[str]) -> None:
    analysis = analysed(text)
    [one] = [one for one in choices(analysis) if one.cue.text == cue]
    assert said in [shown(analysis, runs) for runs in one.contents]


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("Ada Brandt, who leads the mission, said the road was shut.", "said", "Ada Brandt"),
        ("The road was shut, said Ivo Maran, the mayor of Karsk.", "said", "Ivo Maran, the mayor of Karsk"),
        ("The colonel left at noon, adding that nobody had been hurt.", "adding", "The colonel"),
        ("According to two miners from Teig, the shaft had flooded.", "According", "two miners from Teig"),
        ("The marines were accused of theft by the fishermen.", "accused", "the fishermen"),
    ],
)
def test_who_speaks_is_among_the_candidates(analysed: Analyse, text: str, cue: str, speaker: str) -> None:
    analysis = analysed(text)
    [one] = [one for one in choices(analysis) if one.cue.text == cue]
    assert [speaker] in [shown(analysis, runs) for runs in one.sources]
    assert () in one.sources


def test_names_make_no_difference_to_what_the_weights_see(analysed: Analyse) -> None:
    one, other = (
        choices(analysed(f"{who} told reporters that the troops had crossed the {river}, but denied any loss."))
        for who, river in (("Ada Brandt", "Lume"), ("Ivo Maran", "Teig"))
    )
    assert [each.row for each in one] == [each.row for each in other]
    assert [each.content_rows for each in one] == [each.content_rows for each in other]
    assert [each.source_rows for each in one] == [each.source_rows for each in other]


def test_rows_are_as_long_as_their_templates_think(analysed: Analyse) -> None:
    for one in choices(analysed("“Stay,” Ada Brandt said. The army denies it fired, according to a note.")):
        assert weights.slots([one.row], CUES).shape == (1, len(CUES))
        assert weights.slots(one.content_rows, CONTENTS).shape == (len(one.contents), len(CONTENTS))
        assert weights.slots(one.source_rows, SOURCES).shape == (len(one.sources), len(SOURCES))


def test_the_same_features_have_the_same_weights_on_every_machine() -> None:
    templates = ((0,), (1,), (0, 1))
    assert weights.slots([[1, 2], [2, 1]], templates).tolist() == [[214606, 124656, 88950], [179320, 96964, 112129]]


def test_the_weights_file_is_small_and_holds_numbers_only() -> None:
    path = files("rashomon.extract.statements.ranking").joinpath(learnt.FILE)
    assert len(path.read_bytes()) < 10_000_000
    with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        assert {stored[name].dtype.kind for name in stored} == {"f"}


def test_without_weights_the_rules_stand(analysed: Analyse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learnt, "FILE", "missing.npz")
    weights._read.cache_clear()
    try:
        analysis = analysed("The army said that the pass was open.")
        told = rules(analysis)
        assert weights.loaded() is None
        assert ranked(analysis, Found(analysis), told) is told
    finally:
        weights._read.cache_clear()


def test_an_environment_variable_leaves_the_weights_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(learnt.WITHOUT, "1")
    assert weights.loaded() is None


def test_weights_that_trust_nothing_leave_nothing_but_orphans(
    analysed: Analyse, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = np.zeros(weights.SLOTS, np.float32)
    accept = np.zeros(14, np.float32)
    accept[-1] = -9
    nothing = weights.Weights(cue=none, content=none, source=none, bias=0.0, accept=accept)
    monkeypatch.setitem(ranked.__globals__, "loaded", lambda: nothing)
    analysis = analysed("The army said that the pass was open.")
    assert ranked(analysis, Found(analysis), rules(analysis)) == []


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("The army said that the pass was open.", "The army", "the pass was open"),
        ("“We stay,” the mayor of Karsk said on Friday.", "the mayor of Karsk", "We stay"),
        ("The road was shut, according to two miners from Teig.", "two miners from Teig", "The road was shut"),
    ],
)
def test_plain_statements_are_kept_and_get_their_chance(
    written: Callable[..., list[Statement]], text: str, speaker: str, said: str
) -> None:
    [one] = written(text)
    assert [link.span.text for link in one.speaker if link.span] == [speaker]
    assert [span.text for span in one.content] == [said]
    assert 0.5 < one.score <= 1
    assert one.rule.startswith("statements: ")


@pytest.mark.parametrize(
    "text",
    [
        "The fighting has threatened to spread to the islands.",
        "She did not say when the boats would leave.",
        "The two ministers spoke about the crisis for an hour.",
    ],
)
def test_the_weights_add_nothing_that_nobody_said(written: Callable[..., list[Statement]], text: str) -> None:
    assert written(text) == []
