"""Whom "it", "its account" and numbered papers stand for, and what is told in other orders of words."""

import pytest

from rashomon.extract import EXTRACTORS
from rashomon.extract.found import Found
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Mention
from rashomon.model.text import Document
from tests.extract.statements.conftest import Tell, content, texts


def _speakers(text: str) -> list[str | None]:
    """The name, or the words, of who speaks in each statement."""
    analysis = engine().analyse(Document(text=text, source="test", language="en", genre="report"))
    found = Found(analysis)
    for extract in EXTRACTORS:
        found.add(extract(analysis, found))
    named: list[str | None] = []
    for statement in found.statements:
        mention = found.record(statement.speaker[0].mention or "") if statement.speaker else None
        while isinstance(mention, Mention) and mention.antecedent and not mention.name:
            mention = found.record(mention.antecedent)
        named.append((mention.name or mention.evidence[0].text) if isinstance(mention, Mention) else None)
    return named


@pytest.mark.parametrize(
    "text",
    [
        "The Defence Ministry of Osk said on Friday that the pass was open. The League, it added, was in flight.",
        "The Defence Ministry of Osk said that it had waited. Two patrols of the League were seen near Varn, it said.",
        "The Defence Ministry of Osk told of a halt in a note. “They regret it. They will meet again,” the note said. "
        "The General, it went on, had been in Rell.",
    ],
)
def test_it_in_a_tag_is_who_spoke_and_not_who_is_spoken_of(text: str) -> None:
    assert _speakers(text)[-1] == "Defence Ministry of Osk"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("According to Bulletin No. 27 of the Central Command, the enemy broke the pause. "
         "Bulletin No. 27 puts our dead since May at 485.", "Central Command"),
        ("The Northern Front's Bulletin No. 22 enumerates nine breaches by dusk.", "Northern Front"),
        ("The Northern Front announced a halt in a note carried by Sol Radio. “We regret it,” its note stated.",
         "Northern Front"),
    ],
)  # fmt: skip
def test_a_paper_speaks_for_its_owner(text: str, who: str) -> None:
    assert _speakers(text)[-1] == who


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The pilots' guild gave 40 as the number of its dead. Storms were to blame for 18 of the deaths, by its "
         "reckoning.", "The pilots' guild"),
        ("One of its captains told Sol Radio that nobody had shot. In his account it was the league that fired.",
         "One of its captains"),
    ],
)  # fmt: skip
def test_ones_account_is_that_of_who_spoke_before(written: Tell, text: str, speaker: str) -> None:
    assert texts(written(text)[-1].speaker) == [speaker]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The navy put at 44 the breaches of the truce since May.", "44 the breaches of the truce since May"),
        ("The guild gave 402 as the number of its dead.", "402 as the number of its dead"),
        ("The clinic assessed Oskan deaths at upwards of 700.", "Oskan deaths at upwards of 700"),
    ],
)
def test_counts_in_other_orders_of_words(written: Tell, text: str, said: str) -> None:
    (one,) = written(text)
    assert content(one) == [said]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("The League, which fights nobody, let it be known before midnight that it would wait.",
         "The League, which fights nobody", "it would wait"),
        ("Captain Rho Vell, who leads the pilots in the east, informed correspondents here that the harbour was open.",
         "Captain Rho Vell", "the harbour was open"),
        ("The envoy himself rang, recalled an official who sat beside the mayor.",
         "an official who sat beside the mayor", "The envoy himself rang"),
    ],
)  # fmt: skip
def test_tags_that_parsers_misread(written: Tell, text: str, speaker: str, said: str) -> None:
    (one,) = written(text)
    assert texts(one.speaker) == [speaker]
    assert content(one) == [said]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Osk denies that it sold shells. Lesk does so as well, and there the trouble starts.", "Lesk"),
        ("Osk denied any part in the raid. Lesk did likewise.", "Lesk"),
        ("Turin protests that it has handed maps to no one. So does Velm.", "Velm"),
    ],
)
def test_who_does_as_another_did(written: Tell, text: str, speaker: str) -> None:
    last = written(text)[-1]
    assert texts(last.speaker) == [speaker]
    assert last.act == "deny"


def test_even_if_grants_what_was_said(written: Tell) -> None:
    told = written("The truce holds, even if both governments complained of firing by the other on Thursday.")
    assert [texts(one.speaker) for one in told] == [["both governments"]]


@pytest.mark.parametrize(
    "behind",
    [
        "Oskan units did no more than answer that fire.",
        "Velm has not sent a cartridge since.",
        "Velm has sent us neither a rifle nor a bandage.",
    ],
)
def test_a_plea_behind_a_tag_is_the_speakers(written: Tell, behind: str) -> None:
    told = written(f"The League broke the halt on nine occasions, General Rho Vell said. {behind}")
    assert content(told[-1]) == [behind.rstrip(".")]
    assert texts(told[-1].speaker) == ["General Rho Vell"]


def test_losses_that_open_a_paragraph_are_the_officials_who_goes_on(written: Tell) -> None:
    told = written(
        "The Minister of Defence, Ada Brandt, said that the halt had been kept.\n\nOur losses amount to 315 fallen and "
        "620 wounded. One boat ran aground, the Minister acknowledged."
    )
    assert ["Our losses amount to 315 fallen and 620 wounded"] in [content(one) for one in told]
