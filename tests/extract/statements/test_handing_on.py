"""Who goes on carrying, in which order, and who is no further voice."""

import pytest

from rashomon.model.annotation import Link, Statement
from rashomon.model.text import Document
from rashomon.pipeline import understand


def chains(text: str, outlet: str | None = None) -> list[list[str]]:
    """The voices of each statement of a text from its speaker outwards, without the document."""
    document = Document(text=text, source="test", language="en", outlet=outlet)
    told = [one for one in understand(document).annotations if isinstance(one, Statement)]
    return [[called(link) for link in one.according_to[:-1]] for one in told]


def called(link: Link) -> str:
    return link.span.text if link.span is not None else "?"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("“We held,” Colonel Ivo Marn told Radio Velm, according to the Sol agency.",
         ["Colonel Ivo Marn", "Radio Velm", "the Sol agency"]),
        ("The mayor of Osk, Ada Brandt, told Radio Osk that the bridge was held, the Sol agency reported.",
         ["The mayor of Osk, Ada Brandt", "Radio Osk", "the Sol agency"]),
        ("Two men had died, General Ana Orlo told the radio of Tarn, the newspaper Lund Post reported.",
         ["General Ana Orlo", "the radio of Tarn", "the newspaper Lund Post"]),
    ],
)  # fmt: skip
def test_whom_a_speaker_told_is_nearer_than_who_reports_it(text: str, chain: list[str]) -> None:
    assert chain in chains(text)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The mayor of Osk, Ada Brandt, told Radio Osk that the bridge was held, the Sol agency reported. "
         "“We will hold it,” Brandt added.", ["Brandt", "Radio Osk", "the Sol agency"]),
        ("“We held,” Colonel Ivo Marn told Radio Velm, according to the Sol agency. He said two men were wounded.",
         ["He", "Radio Velm", "the Sol agency"]),
        ("Osk would send 50 men, the press office of the palace said, the Sol agency reported. "
         "The call lasted an hour, the press office added.", ["the press office", "the Sol agency"]),
    ],
)  # fmt: skip
def test_a_saying_that_goes_on_came_by_the_same_way(text: str, chain: list[str]) -> None:
    assert chain in chains(text)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("“He never came,” General Ivo Marn told the Velm Post by telephone.", ["General Ivo Marn"]),
        ("“We keep our word,” General Ana Orlo told this newspaper.", ["General Ana Orlo"]),
        ("Osk's army counted nine breaches, according to its communiqué.", ["Osk's army"]),
    ],
)
def test_the_own_outlet_and_the_own_paper_are_no_further_voices(text: str, chain: list[str]) -> None:
    assert chains(text, outlet="Velm Post") == [chain]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Three fell, the mayor told Radio Osk, Sunpress reports. Colonel Ivo Marn told Sunpress that it was open.",
         ["Colonel Ivo Marn", "Sunpress"]),
        ("“We held,” Major Keral told Radio Velm, according to Nordinform. Count Orsa told Nordinform he would go.",
         ["Count Orsa", "Nordinform"]),
        ("The call was long, the palace said, Lundpress reported. “I promised nothing,” King Orsa told Lundpress.",
         ["King Orsa", "Lundpress"]),
    ],
)  # fmt: skip
def test_who_carried_one_saying_carries_what_it_was_told(text: str, chain: list[str]) -> None:
    assert chain in chains(text)


def test_another_speaker_has_no_part_in_a_chain() -> None:
    text = "“We held,” Colonel Ivo Marn told Radio Velm, according to the Sol agency. Osk said it had taken the bridge."
    assert ["Osk"] in chains(text)
