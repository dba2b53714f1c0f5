from datetime import date

from rashomon.language.reprints import Reprints
from rashomon.model.text import Document
from rashomon.model.values import When

WIRE = (
    "The harbour of Sele was closed at dawn after two trawlers struck mines in the outer channel, "
    "the port captain told reporters, and no ship has sailed since."
)
CUT = (
    "The harbour of Sele was closed at dawn after two trawlers struck mines in the outer channel, "
    "the port captain said, and no ship has sailed since."
)
OTHER = (
    "Fishermen in the villages along the southern shore mended their nets on Tuesday and spoke of the price of diesel, "
    "which has doubled since the spring."
)


def report(text: str, outlet: str, day: str | None) -> Document:
    when = When.on(date.fromisoformat(day)) if day else When()
    return Document(text=text, source=f"{outlet}.txt", outlet=outlet, declared=outlet, published=when)


def test_a_paragraph_printed_again_belongs_to_the_report_that_had_it_first() -> None:
    paper = report(f"{OTHER}\n\n{CUT}", "Paper", "2031-05-03")
    wire = report(WIRE, "Wire", "2031-05-02")
    reprints = Reprints([paper, wire])
    at = paper.text.index("trawlers")
    assert reprints.first(paper.span(at, at + 8)) == wire.id
    assert dict(reprints.shared) == {(paper.id, wire.id): 1}


def test_what_a_report_tells_in_its_own_words_is_its_own() -> None:
    paper = report(f"{OTHER}\n\n{CUT}", "Paper", "2031-05-03")
    reprints = Reprints([paper, report(WIRE, "Wire", "2031-05-02")])
    assert reprints.first(paper.span(0, 9)) == paper.id


def test_a_report_that_repeats_itself_reprints_nobody() -> None:
    one = report(f"{WIRE}\n\n{OTHER}\n\n{WIRE}", "Wire", "2031-05-02")
    assert dict(Reprints([one]).shared) == {}


def test_short_paragraphs_are_alike_by_chance() -> None:
    one = report("The ministry did not comment on the closure.", "Wire", "2031-05-02")
    other = report("The ministry did not comment on the closure.", "Paper", "2031-05-03")
    assert dict(Reprints([one, other]).shared) == {}


def test_a_report_without_a_day_comes_last() -> None:
    undated = report(WIRE, "Blog", None)
    dated = report(CUT, "Paper", "2031-05-03")
    assert list(Reprints([undated, dated]).shared) == [(undated.id, dated.id)]
