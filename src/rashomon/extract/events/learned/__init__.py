"""Verbs that tell of an event in a frame that no rule knows: trained weights find them, and their type.

The rules come first; a verb of the lexicon that they made nothing of is weighed by its words, its frame and who takes
part (`features`). Who does it, where, when and how surely is found as for any other deed. The weights come from
`scripts/train_deeds.py` (docs/model-card-events.md); without them the rules stand alone.
"""

from collections.abc import Iterator, Sequence

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.fancies import is_fancy
from rashomon.extract.events.frames import frame
from rashomon.extract.events.learned.features import Surroundings
from rashomon.extract.events.learned.weights import weights
from rashomon.extract.events.patterns import Pattern, verb_patterns
from rashomon.extract.events.roles import verb_roles
from rashomon.extract.events.standing import status_of
from rashomon.extract.events.verbs import is_of_peace, verb_deed
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token

LEARNED = "learned"
"""What an event is called by in its rule that only the weights found."""
RULE = f"event: {LEARNED}"
"""The rule of events that the weights alone found."""

# A verb that scores less than this tells of nothing; set on dossiers of wars, each by the weights of the others.
_ENOUGH = 0.25
# What is only planned, feared or counted in sum the weights tell too badly: of five such finds four were wrong.
_TOLD = frozenset({"asserted", "attributed", "alleged", "denied", "negated"})


def unforeseen(analysis: Analysis, found: Found, told: Sequence[Deed]) -> list[Deed]:
    """The deeds of a report's running text that its rules, which found `told`, have missed."""
    scorer = weights()
    if scorer is None:
        return []
    around = Surroundings(analysis, found, {one.head.i for one in told})
    deeds = []
    for verb in missed(analysis, found, told):
        score, places = scorer.tells(around.of(verb))
        # What a rule knows and left out all the same is part of another deed ("reached the ridge and took it").
        if score > _ENOUGH and verb_deed(analysis, found, verb) is None:
            deed = _deed(found, verb, scorer.type_of(places))
            if (
                not is_fancy(deed)
                and not is_of_peace(found, deed, frame(verb))
                and status_of(analysis, found, deed) in _TOLD
            ):
                deeds.append(deed)
    return deeds


def missed(analysis: Analysis, found: Found, told: Sequence[Deed]) -> Iterator[Token]:
    """The verbs of the running text that may tell of a deed, as the lexicon has it, and belong to none told.

    Who denies only says something.
    """
    verbs = verb_patterns()
    taken = {token.i for one in told for token in one.cue}
    denying = {span.start for one in found.statements if one.act == "deny" for span in one.cue}
    for sentence in analysis.body:
        for token in analysis.words(sentence):
            if token.pos == "VERB" and token.lemma in verbs and token.i not in taken and token.start not in denying:
                yield token


def _deed(found: Found, verb: Token, type: str) -> Deed:
    around = frame(verb)
    mutual = type == "CONSULT"
    pattern = Pattern(type=type, word=verb.lemma, name=LEARNED, mutual=mutual)  # type: ignore[arg-type]
    deed = Deed(verb, [verb, *verb.all("prt")], pattern, around)
    deed.initiators, deed.recipients = verb_roles(found, around, pattern)
    return deed
