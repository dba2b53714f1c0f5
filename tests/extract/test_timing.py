"""Which time belongs to which word of a sentence."""

from collections.abc import Callable
from datetime import date

import pytest

from rashomon.extract.found import Found
from rashomon.extract.times import times
from rashomon.extract.timing import said_when, when_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.spacy_engine import engine
from rashomon.model.text import Document
from rashomon.model.values import When

Analyse = Callable[..., Analysis]
# A Thursday.
PUBLISHED = "2031-05-15"


def _asked(analysed: Analyse, text: str, word: str, published: str | None = PUBLISHED) -> tuple[Analysis, Found, Token]:
    analysis = analysed(text, published)
    found = Found(analysis)
    found.add(times(analysis, found))
    return analysis, found, next(token for token in analysis.tokens if token.text == word)


def _ends(when: When) -> tuple[str | None, str | None]:
    return when.earliest, when.latest


@pytest.mark.parametrize(
    ("text", "word", "earliest", "latest"),
    [
        ("The ministry said on Wednesday that rebels attacked on Tuesday.", "attacked", "2031-05-13", "2031-05-13"),
        ("On Monday rebels attacked the base and killed a guard.", "killed", "2031-05-12", "2031-05-12"),
        ("The ministry said Monday rebels attacked the depot.", "said", "2031-05-12", "2031-05-12"),
        ("Friday’s attack killed twelve soldiers.", "killed", "2031-05-09", "2031-05-09"),
        ("Osk said Friday’s attack killed twelve soldiers.", "killed", "2031-05-09", "2031-05-09"),
        ("An ambush on Sunday killed five.", "ambush", "2031-05-11", "2031-05-11"),
        ("Rebels died when troops stormed the camp on Sunday.", "died", "2031-05-11", "2031-05-11"),
        ("Fighting has continued since May 1.", "continued", "2031-05-01", "2031-05-15"),
        ("Troops must withdraw by June 30.", "withdraw", None, "2031-06-30"),
        ("Rebels raided the base from May 1 to May 3.", "raided", "2031-05-01", "2031-05-03"),
        ("On November 1 and 2, 2030, rebels shelled the town.", "shelled", "2030-11-01", "2030-11-02"),
    ],
)
def test_a_word_has_the_time_of_its_clause(
    analysed: Analyse, text: str, word: str, earliest: str | None, latest: str | None
) -> None:
    assert _ends(when_of(*_asked(analysed, text, word))) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ministry said on Wednesday that rebels attacked the depot.", "attacked"),
        ("Osk said on Monday its troops had taken the hill.", "taken"),
        ("Velm hides its dead, as it did in 2009.", "hides"),
        ("The envoy, who arrived on Monday, condemned the raid.", "condemned"),
        ("Rebels attacked the depot.", "attacked"),
    ],
)
def test_the_time_of_another_verb_is_not_taken(analysed: Analyse, text: str, word: str) -> None:
    assert not when_of(*_asked(analysed, text, word)).known


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Two days after the truce, shelling resumed.", "resumed", "'Two days' after 'the truce'"),
        ("The truce collapsed hours after it came into force.", "collapsed", "'hours' after 'it came into force'"),
    ],
)
def test_an_offset_from_an_event_stays_symbolic(analysed: Analyse, text: str, word: str, told: str) -> None:
    when = when_of(*_asked(analysed, text, word))
    assert (when.known, when.basis) == (False, told)


@pytest.mark.parametrize(
    ("text", "cue", "day"),
    [
        ("The ministry said on Wednesday that rebels attacked on Tuesday.", "said", "2031-05-14"),
        ("The army said Tuesday that it had seized the village on Monday.", "said", "2031-05-13"),
        ("The minister warned in an interview on Monday that talks would fail.", "warned", "2031-05-12"),
        ("The president, who arrived on Monday, said on Tuesday the war was over.", "said", "2031-05-13"),
        ("Osk said on Monday its troops had taken the hill.", "said", "2031-05-12"),
        ("Orlo told Marne by telephone on Tuesday that the camps would be closed.", "told", "2031-05-13"),
        ("Marne warned Osk in remarks to a broadcaster on Monday.", "warned", "2031-05-12"),
        ("Osk on Monday lowered its count.", "lowered", "2031-05-12"),
    ],
)
def test_words_are_said_at_the_time_of_their_cue(analysed: Analyse, text: str, cue: str, day: str) -> None:
    assert _ends(said_when(*_asked(analysed, text, cue))) == (day, day)


def test_without_a_time_words_were_said_by_publication(analysed: Analyse) -> None:
    when = said_when(*_asked(analysed, "The ministry said that rebels attacked on Tuesday.", "said"))
    assert _ends(when) == (None, PUBLISHED)


def test_the_begin_of_a_count_is_not_the_day_of_speaking(analysed: Analyse) -> None:
    text = "A communiqué puts the losses since 2 May at 13 dead."
    assert _ends(said_when(*_asked(analysed, text, "puts"))) == (None, PUBLISHED)


def test_a_length_of_time_that_is_over_is_no_offset(analysed: Analyse) -> None:
    when = when_of(*_asked(analysed, "After three decades of talks, Osk stormed the hill.", "stormed"))
    assert (when.known, when.basis) == (False, "")


def test_without_publication_nothing_is_known_of_when_words_were_said(analysed: Analyse) -> None:
    assert said_when(*_asked(analysed, "The ministry said that rebels attacked.", "said", None)) == When()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("“It went well,” Tarr said of Tuesday’s call with Orlo.", None),
        ("Orlo spoke about Monday’s attack at length.", None),
        ("“It went well,” Tarr said in Tuesday’s briefing.", "2031-05-13"),
    ],
)
def test_the_day_of_the_topic_is_not_the_day_of_speaking(analysed: Analyse, text: str, day: str | None) -> None:
    word = "spoke" if "spoke" in text else "said"
    assert said_when(*_asked(analysed, text, word)).earliest == day


@pytest.mark.parametrize(
    ("text", "word", "earliest", "latest"),
    [
        # Published on a day from Monday to Thursday: "Tuesday" may be either of two.
        ("Rebels attacked the base before Tuesday.", "attacked", None, "2031-05-13"),
        ("Two families fled the valley before Wednesday.", "fled", None, "2031-05-14"),
        ("The garrison has starved after Tuesday.", "starved", "2031-05-06", None),
    ],
)
def test_before_a_day_that_is_one_of_two(text: str, word: str, earliest: str | None, latest: str | None) -> None:
    document = Document(
        text=text, source="test", language="en", published=When.between(date(2031, 5, 12), date(2031, 5, 15))
    )
    analysis = engine().analyse(document)
    found = Found(analysis)
    found.add(times(analysis, found))
    token = next(token for token in analysis.tokens if token.text == word)
    assert _ends(when_of(analysis, found, token)) == (earliest, latest)
