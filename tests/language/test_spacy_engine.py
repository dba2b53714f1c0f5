import ctypes
import resource

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import SetupError
from rashomon.language.spacy_engine import Engine, _portions, engine
from rashomon.model.text import Document, Furniture


def document(text: str, *furniture: Furniture) -> Document:
    return Document(text=text, source="test", language="en", furniture=furniture)


def mark(role: str, text: str, words: str) -> Furniture:
    start = text.index(words)
    return Furniture(role=role, start=start, end=start + len(words))  # type: ignore[arg-type]


def test_offsets_lead_back_to_the_text() -> None:
    text = "The Ostran army’s convoy — 12 lorries — left Velm.\n\nIt “didn’t” arrive…\n"
    analysis = engine().analyse(document(text))
    assert [text[token.start : token.end] for token in analysis.tokens] == [token.text for token in analysis.tokens]
    assert [text[one.start : one.end] for one in analysis.sentences] == [
        "The Ostran army’s convoy — 12 lorries — left Velm.",
        "It “didn’t” arrive…",
    ]


def test_markup_and_page_breaks_are_not_seen_by_the_parser() -> None:
    text = "The envoy met [the rebels](#) to compel the\n\nsides to stop."
    furniture = (
        mark("markup", text, "["), mark("markup", text, "](#)"), mark("break", text, "\n\n"),
    )  # fmt: skip
    analysis = engine().analyse(document(text, *furniture))
    (sentence,) = analysis.sentences
    assert (sentence.start, sentence.end) == (0, len(text))
    assert [token.text for token in analysis.tokens if token.pos != "SPACE"] == (
        ["The", "envoy", "met", "the", "rebels", "to", "compel", "the", "sides", "to", "stop", "."]
    )
    sides = next(token for token in analysis.tokens if token.text == "sides")
    assert text[sides.start : sides.end] == "sides"


def test_furniture_is_told_and_bylines_are_left_out() -> None:
    text = "Truce fails\n\nBy Ana Orlo\n\nThe truce failed on Monday."
    analysis = engine().analyse(document(text, mark("title", text, "Truce fails"), mark("byline", text, "By Ana Orlo")))
    assert [(one.role, text[one.start : one.end]) for one in analysis.sentences] == [
        ("title", "Truce fails"),
        ("", "The truce failed on Monday."),
    ]
    assert [one.role for one in analysis.body] == [""]


def test_a_dateline_is_cut_off_its_sentence() -> None:
    text = "VELM, March 3 (Corran) - The truce failed."
    analysis = engine().analyse(document(text, mark("dateline", text, "VELM, March 3 (Corran) - ")))
    assert text[analysis.sentences[0].start : analysis.sentences[0].end] == "The truce failed."


def test_an_abbreviated_month_or_rank_does_not_end_a_sentence() -> None:
    analysis = engine().analyse(document("It began on Sept. 27 when Gen. Orlo crossed the Oct. 3 line."))
    assert len(analysis.sentences) == 1


@pytest.mark.parametrize(
    ("sentence", "word", "lemma", "pos"),
    [
        ("On Tuesday it recieved the letter.", "recieved", "receive", "VERB"),
        ("Nobody beleives the minister.", "beleives", "believe", "VERB"),
        ("The shells were falling on both sides.", "falling", "fall", "VERB"),
        ("The shells were falling on both sides.", "were", "be", "AUX"),
        ("The shells were falling on both sides.", "sides", "side", "NOUN"),
        ("He didn’t say who shot first.", "n’t", "not", "PART"),
        ("They have fought since the armies met.", "fought", "fight", "VERB"),
    ],
)
def test_lemmas_and_parts_of_speech(sentence: str, word: str, lemma: str, pos: str) -> None:
    tokens = engine().analyse(document(sentence)).tokens
    token = next(one for one in tokens if one.text == word)
    assert (token.lemma, token.pos if word != "n’t" else "PART") == (lemma, pos)


def test_a_repeated_paragraph_is_parsed_once() -> None:
    one = Engine()
    wire = "The two presidents spoke by phone on Saturday, the palace said."
    first, second = one.analyse_all([document(wire), document("Own words first.\n\n" + wire)])
    assert len(one._kept) == 2
    assert [t.dep for t in second.tokens[-len(first.tokens) :]] == [t.dep for t in first.tokens]


def test_a_line_of_a_hundred_thousand_words_is_analysed_in_pieces() -> None:
    text = "the war goes on and " * 2_000
    analysis = engine().analyse(document(text))
    assert len([token for token in analysis.tokens if token.pos != "SPACE"]) == 10_000
    assert all(text[token.start : token.end] == token.text for token in analysis.tokens)


def test_a_sentence_without_end_is_cut_so_that_no_word_hangs_on_another_piece() -> None:
    analysis = engine().analyse(document("the army said " * 400))
    assert max(one.last - one.first for one in analysis.sentences) <= 300
    for sentence in analysis.sentences:
        inside = analysis.tokens[sentence.first : sentence.last]
        assert all(sentence.first <= one.head.i < sentence.last for one in inside)
        assert all(one.dep == "ROOT" for one in inside if one.head is one)


def test_an_empty_document_has_an_empty_analysis() -> None:
    analysis = engine().analyse(document(" \n "))
    assert analysis.tokens == [] and analysis.sentences == []


def test_a_model_that_is_not_there_is_a_set_up_error() -> None:
    with pytest.raises(SetupError, match="no_such_model"):
        Engine("no_such_model")


@given(st.lists(st.integers(0, 90_000), max_size=200))
def test_paragraphs_are_parsed_in_their_order_and_so_many_at_once_that_memory_stays_bounded(lengths: list[int]) -> None:
    texts = ["x" * length for length in lengths]
    portions = list(_portions(texts))
    assert [text for some in portions for text in some] == texts
    assert all(len(some) <= 64 and (len(some) == 1 or sum(map(len, some)) <= 60_000) for some in portions)


def test_short_paragraphs_are_parsed_together() -> None:
    assert [len(some) for some in _portions(["The bridge was held."] * 130)] == [64, 64, 2]


def test_what_is_kept_of_paragraphs_is_bounded_by_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.language.spacy_engine._KEPT", 12)
    kept = Engine()
    for text in ("The bridge was held.", "Guns fell silent at dusk.", "The bridge was held.", "Both banks were mined."):
        kept.analyse(document(text))
    assert list(kept._kept) == ["The bridge was held.", "Both banks were mined."]
    assert kept._words_kept == sum(len(one.words) for one in kept._kept.values()) == 10


@pytest.mark.parametrize(
    ("text", "held", "lacked"),
    [
        ("The lines were redrawn.", {"lines", "line", "be"}, {"road"}),
        ("Osk's men left. Trucks came.", {"osk", "men", "leave"}, {"truck", "come"}),
        ("NO PASSAGE WITHOUT A PASS", {"no", "without"}, {"NO"}),
    ],
)
def test_the_forms_of_a_sentence_are_its_words_and_lemmas(text: str, held: set[str], lacked: set[str]) -> None:
    analysis = engine().analyse(document(text))
    assert analysis.forms(0) >= held and analysis.forms(0).isdisjoint(lacked)
    assert analysis.forms(0) is analysis.forms(0)


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallopt"), reason="only glibc can be told")
def test_the_memory_of_large_matrices_stays_with_the_process() -> None:
    """Without it each one of 40 MB, as the parser makes them, is ten thousand fresh pages, zeroed one by one."""
    engine()
    np.ones(10_000_000, np.float32)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(5):
        np.ones(10_000_000, np.float32)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before < 10_000
