"""Trained weights over all that may tell of an event: they add what no rule knows, and doubt what a rule made.

The rules come first; a verb of the lexicon that they made nothing of is weighed by its words, its frame and who takes
part (`features`), and so is, with its rule, type and status, each event that they made. Who does it, where, when and
how surely is found as for any other deed. The weights come from `scripts/train_deeds.py` (docs/model-card-events.md);
without them the rules stand alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.fancies import is_fancy
from rashomon.extract.events.frames import frame
from rashomon.extract.events.kinds import is_a
from rashomon.extract.events.learned.features import Surroundings, statuses, told_as
from rashomon.extract.events.learned.weights import place_of, places_of, slots, weights
from rashomon.extract.events.patterns import Pattern, things, verb_patterns
from rashomon.extract.events.roles import verb_roles
from rashomon.extract.events.standing import status_of
from rashomon.extract.events.verbs import is_of_peace, verb_deed
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Event, Status

LEARNED = "learned"
"""What an event is called by in its rule that only the weights found."""
RULE = f"event: {LEARNED}"
"""The rule of events that the weights alone found."""

# A verb that scores less than this tells of nothing, and an event of a rule that scores less than that is none: likely
# at 0.62 and 0.31. Set on dossiers of wars, each by the weights of the others (docs/model-card-events.md).
_ENOUGH, _DOUBTFUL = 0.5, -0.8
# The weights were learnt from whole reports; of a question or a note of fewer sentences the rules are the better judge.
_WHOLE = 5
# Rules whose finds are no entries of a timeline but make truces, which need every mention.
# So is what goes back to a deed by "it", for it has no words of its own to weigh.
_KEPT = ("event: truce", "event: guns silent", "event: pact", "event: did it")
# What is only planned, feared or counted in sum the weights tell too badly: of real reports' hardly one was right.
_TOLD: frozenset[Status] = frozenset({"asserted", "attributed", "alleged", "denied", "negated"})
# Where nothing tells of war a verb needs more: "arrived on Tuesday" is told of families, too.
_ENOUGH_IN_PEACE = 1.0
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
_OF_WAR = ("troops", "foe", "weapons", "fire", "war", "attack", "truce")


class Weigher:
    """Weighs what a report may tell of, with the deeds around it that the rules found."""

    def __init__(self, analysis: Analysis, found: Found, told: Sequence[Deed]) -> None:
        """Take in a report and the deeds that its rules found."""
        self._analysis = analysis
        self._found = found
        self._told = told
        self._around = Surroundings(analysis, found, {one.head.i for one in told})
        self._whole = len(analysis.body) >= _WHOLE
        self._at_war = any(one.pattern.type in _FORCE for one in told)

    def unforeseen(self) -> list[Deed]:
        """The deeds of the report's running text that its rules have missed."""
        scorer = weights()
        if scorer is None:
            return []
        verbs = verb_patterns()
        deeds = []
        for verb in missed(self._analysis, self._found, self._told):
            if verb.lemma not in verbs:
                continue
            # How surely it is told takes as long to find as all else: most verbs are too little likely anyhow.
            places = places_of(self._around.of_verb(verb))
            if scorer.at_most(places, _how_told()) <= _ENOUGH:
                continue
            places.add(place_of(self._around.status(verb)))
            likely = scorer.tells_with(places, _by_status())
            if max(likely.values()) <= _ENOUGH:
                continue
            known = considered(self._analysis, self._found, verb)
            if known is None or known.status not in likely:
                continue
            needed = _ENOUGH if self._at_war or _tells_of_war(self._analysis, verb) else _ENOUGH_IN_PEACE
            if likely[known.status] > needed:
                type = scorer.type_of(slots(self._around.of_missed(verb, known.status)))
                if type not in {one.type for one in verbs[verb.lemma]}:
                    continue
                deed = _typed(self._found, known.deed, type)
                if not is_fancy(deed) and not is_of_peace(self._found, deed, frame(verb)):
                    deeds.append(deed)
        return deeds

    def is_sure(self, event: Event) -> bool:
        """Whether an event that a rule made is likely enough to be one; without weights all are."""
        scorer = weights()
        if scorer is None or not self._whole or event.rule.startswith((RULE, *_KEPT)):
            return True
        return scorer.tells(places_of(self._around.of_event(event))) > _DOUBTFUL


@cache
def _by_status() -> Mapping[Status, int]:
    """The slot of each status in which the weights may find something."""
    return {one: place_of(told_as(one)) for one in _TOLD}


@cache
def _how_told() -> tuple[frozenset[int], ...]:
    """The slots of all statuses, and of those in which the weights may find something: a verb has one of each."""
    return frozenset(places_of(statuses())), frozenset(_by_status().values())


def _tells_of_war(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb's sentence names fighters, their means, a fight or a truce."""
    kinds = frozenset({"@craft"}).union(*(things(one) for one in _OF_WAR))
    return any(one.pos in ("NOUN", "PROPN") and is_a(one, kinds) for one in analysis.words(analysis.sentence_of(verb)))


def missed(analysis: Analysis, found: Found, told: Sequence[Deed]) -> Iterator[Token]:
    """The verbs of the running text that belong to no deed told. Who denies only says something."""
    taken = {token.i for one in told for token in one.cue}
    denying = {span.start for one in found.statements if one.act == "deny" for span in one.cue}
    for sentence in analysis.body:
        for token in analysis.words(sentence):
            if token.pos == "VERB" and token.i not in taken and token.start not in denying:
                yield token


@dataclass(frozen=True, slots=True)
class Considered:
    """What a verb might tell of, and how surely it would be told."""

    deed: Deed
    status: Status


def considered(analysis: Analysis, found: Found, verb: Token) -> Considered | None:
    """What a verb might tell of; None where the rules know its frame.

    What they left out all the same is part of another deed ("reached the ridge and took it").
    """
    if verb_deed(analysis, found, verb) is not None:
        return None
    deed = _deed(found, verb, "ASSAULT")
    return Considered(deed, status_of(analysis, found, deed))


def _typed(found: Found, deed: Deed, type: str) -> Deed:
    return deed if deed.pattern.type == type else _deed(found, deed.head, type)


def _deed(found: Found, verb: Token, type: str) -> Deed:
    around = frame(verb)
    mutual = type == "CONSULT"
    pattern = Pattern(type=type, word=verb.lemma, name=LEARNED, mutual=mutual)  # type: ignore[arg-type]
    deed = Deed(verb, [verb, *verb.all("prt")], pattern, around)
    deed.initiators, deed.recipients = verb_roles(found, around, pattern)
    return deed
