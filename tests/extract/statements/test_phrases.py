"""Sayings without a plain verb of speech: set phrases, standpoints, counts in the passive, claims called untrue."""

import pytest

from rashomon.model.annotation import Statement
from tests.extract.statements.conftest import Tell, content, texts

Told = tuple[str, list[str], str]


def _told(statements: list[Statement]) -> list[Told]:
    return [(one.act, texts(one.speaker), content(one)[0]) for one in statements]


@pytest.mark.parametrize(
    ("text", "act", "speaker", "said"),
    [
        ("The general staff made clear that no prisoner would be freed.", "say", "The general staff",
         "no prisoner would be freed"),
        ("No prisoner would be freed, the general staff made clear on Friday.", "say", "the general staff",
         "No prisoner would be freed"),
        ("Rebel radio has it that the bridge was blown up by its own guards.", "say", "Rebel radio",
         "the bridge was blown up by its own guards"),
        ("The inquiry heard from Captain Rho that no order had been given.", "say", "Captain Rho",
         "no order had been given"),
        ("The islanders are adamant that the flag stays.", "say", "The islanders", "the flag stays"),
        ("Ghent puts the blame for the blackout on saboteurs.", "accuse", "Ghent", "the blackout"),
        ("The minister pinned the blast on foreign sappers.", "accuse", "The minister", "the blast"),
        ("Merrow reserved the right to respond.", "threaten", "Merrow", "the right to respond"),
        ("The envoy spoke in favour of a longer pause.", "propose", "The envoy", "a longer pause"),
        ("The embargo, which Tessia deplores, was lifted in May.", "judge", "Tessia", "The embargo"),
    ],
)  # fmt: skip
def test_set_phrases(written: Tell, text: str, act: str, speaker: str, said: str) -> None:
    assert (act, [speaker], said) in _told(written(text))


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("The junta's line is that the hostages are guests.", "The junta", "the hostages are guests"),
        ("The word from the palace was that nothing had been signed.", "the palace", "nothing had been signed"),
        ("By the ministry's count, 212 shells fell on the port.", "the ministry", "212 shells fell on the port"),
        ("In the commander's assessment the brigade can hold out.", "the commander", "the brigade can hold out"),
        ("The navy's version: the trawler ignored three warnings.", "The navy", "the trawler ignored three warnings"),
        ("The harbour had to wait, or so the mayor says.", "the mayor", "The harbour had to wait"),
        ("The truce, as Bellisar sees it, ended with the first shot.", "Bellisar", "The truce"),
    ],
)
def test_whose_version_it_is(written: Tell, text: str, speaker: str, said: str) -> None:
    assert ([speaker], said) in [(who, words) for _, who, words in _told(written(text))]


def test_counts_in_the_passive_and_counts_that_lean_on_another(written: Tell) -> None:
    told = written("The dead were put at 40 by the marines and at 12 by the harbour office.")
    assert [(texts(one.speaker), content(one)[-1]) for one in told] == [
        (["the marines"], "at 40"), (["the harbour office"], "at 12"),
    ]  # fmt: skip
    told = written("Ostrel admits to 31 dead, Velm to 46.")
    assert {texts(one.speaker)[0]: content(one)[0] for one in told} == {"Ostrel": "31 dead", "Velm": "46"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("It is a lie that our pilots fired first, Colonel Madura said.", "our pilots fired first"),
        ("It is not true that the dam was mined, the engineer said.", "the dam was mined"),
        ("The story of a landing is an invention, the admiral said.", "The story of a landing is an invention"),
    ],
)
def test_who_calls_a_claim_untrue_denies_it(written: Tell, text: str, claim: str) -> None:
    assert [(one.act, content(one)) for one in written(text)] == [("deny", [claim])]


@pytest.mark.parametrize(
    "text",
    ["The army held the bridge for a week.", "The envoy was confident of nothing.", "She came from Lesk."],
)
def test_what_is_no_saying(written: Tell, text: str) -> None:
    assert written(text) == []
