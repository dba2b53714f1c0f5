"""What trained weights do: they find events in frames that no rule knows, and drop what rules made of too little."""

from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias

import pytest

from rashomon.extract.events import by_rule
from rashomon.extract.events.learned import _ENOUGH as ENOUGH
from rashomon.extract.events.learned import _TOLD as TOLD
from rashomon.extract.events.learned import Weigher, considered, missed
from rashomon.extract.events.learned.features import Surroundings
from rashomon.extract.events.learned.weights import SLOTS, places_of, slots, weights
from rashomon.extract.events.patterns import verb_patterns
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Event

Extract: TypeAlias = Callable[..., Found]
RULE = "event: learned"
# Behind another sentence these make a whole report: of less the weights doubt nothing.
QUIET = " The harbour is wide. Gulls nest on the roof. Tea costs two crowns. The library has blue doors."
GUESSES = [
    "The mayor hopes that Ordania would welcome closer trade.",
    "The guild might seek a loan from Ordania.",
    "The general could praise Ordania, a paper said.",
]


def told(found: Extract, text: str) -> list[Event]:
    return list(found(text, "2031-05-02", upto="events").events)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The column was caught at Velm on Monday.", "ASSAULT"),
        ("The rebels came over the wire at Velm before dawn.", "ASSAULT"),
    ],
)
def test_a_frame_that_no_rule_knows(found: Extract, text: str, type: str) -> None:
    assert [(one.type, one.rule) for one in told(found, text)] == [(type, RULE)]


@pytest.mark.parametrize(
    "text",
    [
        "The orchestra reached the final on Sunday.",
        "Her brother crossed the street to buy bread.",
        "The farmers sold their wheat to a mill in Velm.",
        "It rained, and the children slept in the barn.",
    ],
)
def test_daily_life_is_no_event(found: Extract, text: str) -> None:
    assert told(found, text) == []


def test_who_takes_part_and_how_surely_is_told(found: Extract) -> None:
    [event] = told(found, "The rebels came over the wire at Velm on Monday.")
    assert (event.rule, event.status) == (RULE, "asserted")
    assert [one.span.text for one in event.initiators if one.span] == ["The rebels"]
    assert [one.span.text for one in event.places if one.span] == ["Velm"]
    assert event.happened.earliest == "2031-04-28"


@pytest.mark.parametrize(
    "text",
    [
        "A barge with 90 mortars may reach the militia from Ordania.",
        "If six MiG-21s are flown to Velm from Ordania, the truce is dead.",
        "Colonel Petar Duss, a member of the commission, is to reach Fort Arlen on Thursday.",
    ],
)
def test_what_is_only_possible_is_left_to_the_rules(found: Extract, text: str) -> None:
    assert RULE not in [one.rule for one in told(found, text)]


def test_what_the_rules_found_stays(found: Extract, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Rebels shelled Velm on Monday. The column was caught at Arlen on Tuesday."
    whole = told(found, text)
    monkeypatch.setattr(import_module("rashomon.extract.events.learned"), "weights", lambda: None)
    rules = told(found, text)
    assert [one.type for one in rules] == ["ASSAULT"]
    assert [one for one in whole if one.rule != RULE] == rules and len(whole) == 2


@pytest.mark.parametrize("text", GUESSES)
def test_what_a_rule_made_of_hopes_and_guesses_is_doubted(
    found: Extract, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = told(found, text + QUIET)
    monkeypatch.setattr(import_module("rashomon.extract.events.learned"), "weights", lambda: None)
    assert len(kept) < len(told(found, text + QUIET))
    assert not [one for one in kept if not one.background and one.status in ("asserted", "attributed")]


@pytest.mark.parametrize("text", GUESSES)
def test_a_report_of_one_sentence_loses_nothing(found: Extract, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = told(found, text)
    monkeypatch.setattr(import_module("rashomon.extract.events.learned"), "weights", lambda: None)
    assert kept and kept == told(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Velm on Monday.",
        "The truce is the third in six months.",
        "Ordania and Korran signed an agreement in Arlen under the auspices of Velm.",
    ],
)
def test_blows_and_truces_are_not_doubted(found: Extract, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = told(found, text + QUIET)
    monkeypatch.setattr(import_module("rashomon.extract.events.learned"), "weights", lambda: None)
    assert kept and kept == told(found, text + QUIET)


def test_no_name_is_a_feature(analysed: Callable[..., Analysis], found: Extract) -> None:
    text = "Ordania sold Velm ten guns in Arlen, said Petar Duss."
    analysis = analysed(text)
    around = Surroundings(analysis, found(text, upto="pledges"), set())
    features = [name for one in analysis.tokens if one.pos == "VERB" for name in around.of(one)]
    assert "w:sell" in features and "form:sold" in features
    assert not [name for name in features for word in ("ordania", "velm", "arlen", "duss", "petar") if word in name]


@pytest.mark.parametrize(
    "text",
    [
        "The column was caught at Velm on Monday. The premier said that it might be asked to halt.",
        "The rebels came over the wire at Velm before dawn, and the farmers sold their wheat to a mill.",
        "Shells fell on the port on Tuesday. Nobody crossed the river, the guild denied, but Ordania would welcome it.",
    ],
)
def test_no_verb_is_passed_over_of_which_the_weights_are_sure(
    analysed: Callable[..., Analysis], found: Extract, text: str
) -> None:
    """Each verb is weighed as it would be told, without the look beforehand at what it could reach at most."""
    analysis, known = analysed(text), found(text, upto="pledges")
    rules = by_rule(analysis, known)
    weigher = Weigher(analysis, known, rules)
    made = {one.head.i for one in weigher.unforeseen()}
    around, scorer = Surroundings(analysis, known, {one.head.i for one in rules}), weights()
    assert scorer is not None
    sure = set()
    for verb in missed(analysis, known, rules):
        seen = considered(analysis, known, verb) if verb.lemma in verb_patterns() else None
        if seen is not None and scorer.tells(places_of(around.of_missed(verb, seen.status))) > ENOUGH:
            sure.add((verb.i, seen.status))
    assert bool(made) == ("wire" in text or "caught" in text)  # what falls on a port is left to the rules
    assert made <= {i for i, _ in sure}
    assert {i for i, status in sure if status in TOLD} == made


def test_weights_fit_the_slots() -> None:
    held = weights()
    assert held is not None and held.rows.shape == (len(held.classes) + 1, SLOTS)
    places = places_of(["w:reach", "w:reach", "dep:ROOT"])
    assert len(places) == 2 and max(places) < SLOTS and abs(held.tells(places)) < 10
    assert sorted(places) == slots(["w:reach", "dep:ROOT"]).tolist()
    assert held.type_of(slots(["w:shell", "ow:town", "st:troops"])) in held.classes
