"""Forms of speech in which the speaker, the carrier or the words said stand somewhere unusual."""

import pytest

from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.extract.statements import statements
from rashomon.extract.times import times
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Link, Mention, Statement
from rashomon.model.text import Document
from tests.extract.statements.conftest import Tell, content, texts


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        (
            "A Burmese column has crossed the Moei, the Thai Defence Ministry said, the Siam Post reported.",
            "the Thai Defence Ministry",
            ["the Siam Post"],
        ),
        (
            "The newspaper Le Fanal quoted the minister as saying that the fleet would sail.",
            "the minister",
            ["The newspaper Le Fanal"],
        ),
        ("“We are lost,” Reuters quoted a Haitian sailor as saying.", "a Haitian sailor", ["Reuters"]),
        (
            "A Danish sailor was quoted by the newspaper as saying that the strait had been swept.",
            "A Danish sailor",
            ["the newspaper"],
        ),
        (
            "Citing a police source, the Xinhua news agency reported that two mines had exploded.",
            "a police source",
            ["the Xinhua news agency"],
        ),
        (
            "In an interview with Radio Tirana, the rebel leader said his men would not disarm.",
            "the rebel leader",
            ["Radio Tirana"],
        ),
    ],
)
def test_who_speaks_and_who_carries(written: Tell, text: str, speaker: str, via: list[str]) -> None:
    (one,) = written(text)
    assert texts(one.speaker) == [speaker]
    assert texts(one.via) == via
    assert texts(one.according_to) == [speaker, *via]


def test_a_chain_of_three_keeps_every_link(written: Tell) -> None:
    told = written(
        "Queen Lovisa informed King Harald in a letter of the landing, the palace said on Monday, TASS reported."
    )
    chains = sorted((texts(one.according_to) for one in told), key=len)
    assert chains == [
        ["the palace", "TASS"],
        ["Queen Lovisa", "the palace", "TASS"],
    ]  # the palace tells of a letter, too


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Bolívar: “The plains are ours.”", "Bolívar", "The plains are ours."),
        ("The envoy was blunt: “No rice, no talks.”", "The envoy", "No rice, no talks."),
        ("The spokesman had a warning for Niamey: “The sand has no gates.”", "The spokesman", "The sand has no gates."),
        ("General Mbeki: The airfield is in our hands.", "General Mbeki", "The airfield is in our hands"),
    ],
)
def test_speech_behind_a_colon(written: Tell, text: str, speaker: str, said: str) -> None:
    (one,) = written(text)
    assert (texts(one.speaker), content(one)) == ([speaker], [said])


@pytest.mark.parametrize(
    "text",
    ["The wall bore one word: “Go.”", "Karsk: The shelling goes on.", "He needed three things: salt, rope and time."],
)
def test_a_colon_without_a_speaker_tells_nothing(written: Tell, text: str) -> None:
    assert all(not one.speaker for one in written(text))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Egypt and Israel each accused the other of breaking the truce.", [("Egypt", "Israel"), ("Israel", "Egypt")]),
        ("Sweden and Denmark traded accusations of piracy.", [("Sweden", "Denmark"), ("Denmark", "Sweden")]),
        ("Nepal and Bhutan accused each other of theft.", [("Nepal", "Bhutan"), ("Bhutan", "Nepal")]),
        ("The archbishop held Chile responsible for the fire.", [("The archbishop", "Chile")]),
    ],
)
def test_accusations_have_a_direction(written: Tell, text: str, pairs: list[tuple[str, str]]) -> None:
    told, found = _read(text)
    assert [one.act for one in told] == ["accuse"] * len(pairs)
    assert [(texts(one.speaker)[0], _named(found, one.accused[0])) for one in told] == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Chad accuses Libya of arming the nomads, a charge it denies.",
        "Chad accuses Libya of arming the nomads, which it denies.",
        "Chad accused Libya of arming the nomads, an allegation it rejects.",
    ],
)
def test_it_that_denies_a_charge_is_the_accused(text: str) -> None:
    told, found = _read(text)
    accusation, denial = told
    assert (denial.act, _named(found, denial.speaker[0]), denial.of) == ("deny", "Libya", accusation.id)


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        (
            "Norway said the two kings had swapped islands. “That was not raised,” a spokesman said.",
            "That was not raised",
        ),
        ("The paper wrote that the general had fled. “This is a lie,” his adjutant said.", "This is a lie"),
        ("Peru said its ship was mined. “It was no mine,” the Chilean admiral said.", "It was no mine"),
    ],
)
def test_what_contradicts_the_sentence_before_denies_it(written: Tell, text: str, denial: str) -> None:
    claim, answer = written(text)
    assert (answer.act, content(answer), answer.of) == ("deny", [denial], claim.id)


def test_it_in_reported_speech_contradicts_nobody(written: Tell) -> None:
    told = written("Peru said its ship was mined. The Chilean navy said it could not comment.")
    assert [one.act for one in told] == ["say", "say"]


def test_you_in_a_quotation_is_whom_the_speaker_addresses() -> None:
    told, found = _read("“You promised that the gates would stay open,” President Okoro told President Haddad.")
    promise = next(one for one in told if one.act == "promise")
    assert _named(found, promise.speaker[0]) == "Haddad"


def test_what_they_describe_is_told_by_the_subject_of_the_sentence() -> None:
    told, found = _read("The Finns see the strait inside the waters that they describe as a zone of peace.")
    assert _named(found, told[0].speaker[0]) != "unknown"
    assert content(told[0]) == ["as a zone of peace"]


def test_he_noted_at_the_end_makes_the_whole_paragraph_his() -> None:
    told, found = _read(
        "The last word was President Olan Teig's.\n\nEach side has its own truth. There is no quick way out, he noted."
    )
    assert [content(one) for one in told] == [["Each side has its own truth"], ["There is no quick way out"]]
    assert {_named(found, one.speaker[0]) for one in told} == {"Olan Teig"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“It was not on the table” of the summit, the envoy said.", ["It was not on the table", "of the summit"]),
        ("The army reported “numerous” losses in the pass.", ["numerous", "losses in the pass"]),
        ("The rebels said they had “cleared every house” in town.", ["they had “cleared every house” in town"]),
    ],
)
def test_no_quotation_mark_stands_without_its_fellow(written: Tell, text: str, said: list[str]) -> None:
    (one,) = written(text)
    assert content(one) == said


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Karelian Front did not mine the harbour.", "deny"),
        ("The Karelian Front receives nothing from abroad.", "deny"),
        ("We will release the remaining prisoners before Easter.", "promise"),
        ("The enemy has until Sunday to leave the pass.", "threaten"),
        ("We shall answer every attack on our villages.", "threaten"),
    ],
)
def test_a_party_speaks_in_its_own_paper(text: str, act: str) -> None:
    told, _ = _read(text, genre="statement", outlet="Karelian Front")
    assert [one.act for one in told] == [act]
    assert not _read(text, genre="report")[0]


@pytest.mark.parametrize("text", ["We have not forgotten the dead.", "The Karelian Front is grateful to all."])
def test_what_a_party_only_tells_is_no_statement_apart(text: str) -> None:
    assert not _read(text, genre="statement", outlet="Karelian Front")[0]


def _read(text: str, **about: str) -> tuple[list[Statement], Found]:
    """The statements of a text, and all that was found in it."""
    analysis = engine().analyse(Document(text=text, source="test", language="en", **about))  # type: ignore[arg-type]
    found = Found(analysis)
    for extract in (times, names, statements):
        found.add(extract(analysis, found))
    return list(found.statements), found


def _named(found: Found, link: Link) -> str:
    """The name that a link leads to."""
    mention = found.record(link.mention) if link.mention else None
    while isinstance(mention, Mention) and mention.antecedent:
        mention = found.record(mention.antecedent)
    return (mention.name or mention.evidence[0].text) if isinstance(mention, Mention) else "unknown"
