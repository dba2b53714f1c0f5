"""Sayings that are several or none, and papers that are quoted without a verb of speech."""

import pytest

from tests.extract.statements.conftest import Tell, content, texts


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        (
            "Nobody was held, the mayor said; nor was the mill shelled; nor had any ferry been sunk.",
            ["Nobody was held", "nor was the mill shelled", "nor had any ferry been sunk"],
        ),
        (
            "No boat left port that night; no pilot was taken; and no patrol has crossed the Rell, he stated.",
            ["No boat left port that night", "no pilot was taken", "no patrol has crossed the Rell"],
        ),
        (
            "The pumps were bought in 2004, Defence Minister Ada Brandt pointed out; not one has been shipped since.",
            ["The pumps were bought in 2004", "not one has been shipped since"],
        ),
    ],
)  # fmt: skip
def test_denials_in_a_row_are_told_apart(written: Tell, text: str, denied: list[str]) -> None:
    told = written(text)
    assert [content(one) for one in told] == [[one] for one in denied]
    assert all(one.act == "deny" for one in told)


def test_semicolons_part_nothing_that_is_no_denial(written: Tell) -> None:
    (one,) = written("The road was shut at noon, the mayor said; it will be open on Friday.")
    assert one.act == "say"


def test_a_clause_behind_a_semicolon_is_no_tag_of_the_one_before(written: Tell) -> None:
    (one,) = written("The navy has never published a figure; a Velmish embassy there reckons on 105,000.")
    assert texts(one.speaker) == ["a Velmish embassy there"]
    assert content(one) == ["105,000"]


@pytest.mark.parametrize(
    "text",
    [
        "General Rho Vell told Radio Sol that his officers had counted 48 craters round the mill.",
        "General Rho Vell said on Friday that his men had found nine shells.",
        "The Oskan command said that its patrols had mapped 30 trenches.",
    ],
)
def test_what_ones_own_people_counted_is_said_by_none_of_them(written: Tell, text: str) -> None:
    assert len(written(text)) == 1


def test_ones_own_paper_says_nothing_more(written: Tell) -> None:
    (one,) = written("The Osk Command counted nine violations before nightfall, according to its Bulletin No. 27.")
    assert content(one) == ["nine violations before nightfall"]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Last week's note from the Varn presidency, with its “bridge of two banks”, was much admired.",
         "the Varn presidency", "bridge of two banks"),
        ("The sentence in the statement of the Osk government about a road that “belongs to its stones” is famous.",
         "the Osk government", "belongs to its stones"),
        ("“Seven launches by dark” is the figure in the army's Situation Report No. 9.",
         "the army", "Seven launches by dark"),
    ],
)  # fmt: skip
def test_a_paper_is_quoted_by_its_owner(written: Tell, text: str, speaker: str, words: str) -> None:
    (one,) = written(text)
    assert texts(one.speaker) == [speaker]
    assert content(one) == [words]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("A Turin weekly reports that 40 tonnes of shells left the harbour in May, the port authority answers that the "
         "load was lime for Osk, and Velm says it has bought no lime.",
         ["A Turin weekly", "the port authority", "Velm"]),
        ("A Lesk daily asserts that the maps were sold in July, the survey office explains that they showed groves, "
         "and the growers' league says that nobody has shown it any.",
         ["A Lesk daily", "the survey office", "the growers' league"]),
    ],
)  # fmt: skip
def test_voices_in_a_row_end_where_the_next_begins(written: Tell, text: str, speakers: list[str]) -> None:
    told = written(f"{text}\n\nRebels and soldiers fought with mortars for the garrison at Rell.")
    assert [texts(one.speaker) for one in told] == [[one] for one in speakers]
    ends = [one.content[-1].end for one in told]
    assert all(
        end < after.speaker[0].span.start for end, after in zip(ends, told[1:], strict=False) if after.speaker[0].span
    )
