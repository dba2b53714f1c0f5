"""Stances that a report sets against an earlier one: "Osk would leave with the others, a softer line than in May"."""

from collections.abc import Sequence

from rashomon.extract.clauses import is_negated, modal, permits, subject
from rashomon.extract.found import Found
from rashomon.extract.issuer import answers_for_party
from rashomon.extract.leaders import speaks_as_leader
from rashomon.extract.parties import Parties
from rashomon.extract.pledges.promise import speaker_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Stance

_Told = tuple[Token, Stance, list[Token], tuple[Link, ...]]


def toned(analysis: Analysis, found: Found, parties: Parties, tokens: Sequence[Token]) -> _Told | None:
    """The verb, stance, issue and holder of what a sentence calls a softer line; None where it calls nothing so."""
    if words("positions", "lines").isdisjoint(analysis.forms(tokens[0].sentence)):
        return None
    line = next((one for one in tokens if _is_softer(one) and _stands_apart(analysis, one)), None)
    if line is None:
        return None
    start = line.subtree[0].i
    willed = [
        one for one in tokens if one.i < start and one.pos in ("VERB", "AUX") and one.dep not in ("aux", "auxpass")
    ]
    verb = next((one for one in reversed(willed) if modal(one) is not None or permits(one)), None)
    doer = subject(verb) if verb is not None else None
    if verb is None or doer is None:
        return None
    speaker = speaker_of(analysis, found, verb)
    leads = speaker is not None and (
        answers_for_party(analysis, found, speaker) or speaks_as_leader(analysis, found, speaker)
    )
    holder = (speaker,) if speaker is not None and leads else parties.party(doer)
    issue = [one for one in tokens if verb.i <= one.i < start]
    while issue and issue[-1].pos in ("PUNCT", "SPACE"):
        issue.pop()
    return verb, "rejects" if is_negated(verb) else "accepts", issue, holder


def _stands_apart(analysis: Analysis, line: Token) -> bool:
    """Whether a phrase comments on the clause before; in "take a softer line" it is part of it."""
    first = line.subtree[0].i
    return line.dep == "appos" or (first > 0 and analysis.tokens[first - 1].text in (",", "—", "–", "-", ":"))


def _is_softer(noun: Token) -> bool:
    """Whether a noun is the line somebody takes, called softer than another."""
    if noun.lemma.lower() not in words("positions", "lines"):
        return False
    return any(one.lower in words("positions", "softer") and one.i < noun.i <= one.i + 2 for one in noun.children)
