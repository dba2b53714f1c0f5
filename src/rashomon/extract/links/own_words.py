"""What a statement tells in its own words: the deed they are about, the count, whether they only deny."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rashomon.extract.events.unharmed import GONE
from rashomon.extract.found import Found
from rashomon.extract.statements.sides import names_of, sides_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Figure, Statement
from rashomon.model.text import Span

# Deeds that are speech stand as statements already: a charge or denial is seldom about one of them.
_SPEECH = frozenset({"ACCUSE", "THREATEN"})
# What is seldom denied itself: who says that nobody was held denies no release.
_MILD = frozenset({"RETREAT", "CONSULT"})
_LOSS = f"event: {GONE.name}"
# A statement of more words than this says more than that something was not so.
_SHORT = 25
_FEW = 4
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NEGATIVE = ("no", "not", "never", "none", "nothing", "nobody", "neither", "nor", "without")
_FIRST = frozenset({"i", "we"})
_POINTING = frozenset(
    {"it", "this", "that", "which", "such", "any", "all", "involvement", "responsibility", "everything"}
)


class OwnWords:
    """The events and figures that stand in the words of a report's statements."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._events = sorted(found.events, key=start_of)
        self._starts = [start_of(one) for one in self._events]

    def within(self, statement: Statement) -> list[Event]:
        """The events whose cue stands in what was said, in text order."""
        places = {k for span in statement.content for k in self._places(span)}
        return [self._events[k] for k in sorted(places)]

    def _places(self, span: Span) -> range:
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def figures(self, statement: Statement) -> list[Figure]:
        """The figures whose number stands in what was said."""
        return [one for one in self._found.figures if _holds(statement.content, (one.cue or one.evidence)[0].start)]

    def deed(self, statement: Statement) -> str | None:
        """The event that the words are about; None where there is none, or two stand alike."""
        chosen = self.foremost(statement)
        return chosen.id if chosen is not None else None

    def foremost(self, statement: Statement, *, aside: bool = False) -> Event | None:
        """The event that stands highest in the clauses said: the verb of the main one before what hangs on it.

        `aside`: an event told by the way will do ("the precondition of X, who requires a withdrawal").
        """
        ranked = sorted(self._ranked(statement, aside=aside), key=lambda one: one[:2])
        if not ranked:
            return None
        best = [event for depth, start, event in ranked if (depth, start) == ranked[0][:2]]
        if len(best) > 1:  # laid to each other's charge in the same words
            accused = names_of(self._found, statement.accused)
            best = [one for one in best if accused & names_of(self._found, one.initiators)] or best
        return best[0]

    def nearest(self, claim: Statement, denial: Statement) -> str | None:
        """Of the events a claim tells, the one most like what a denial says; the foremost where none is."""
        told = [one for one in self.within(claim) if one.type not in _SPEECH]
        own = {stem for token in self.tokens(denial) if (stem := stem_of(token))}
        alike = [one for one in told if own & {stem for token in self._cue(one) if (stem := stem_of(token))}]
        return alike[0].id if alike else self.deed(claim)

    def answered(self, claim: Statement, denial: Statement) -> str | None:
        """The same where the claim tells one event, or one in the denial's words; None where it may be another."""
        told = {one.id for one in self.within(claim) if one.type not in _SPEECH}
        near = self.nearest(claim, denial)
        deed = self._found.record(near) if near else None
        if not isinstance(deed, Event):
            return None
        alike = bool(self.stems_said(denial) & self.stems(deed))
        return near if alike or (len(told) == 1 and deed.type not in _MILD) else None

    def count(self, statement: Statement) -> str | None:
        """The first figure told."""
        inside = self.figures(statement)
        return inside[0].id if inside else None

    def is_clause(self, statement: Statement) -> bool:
        """Whether the words make a clause, and no bare count ("admitted 31 dead")."""
        return any(one.tag in _FINITE for one in self.tokens(statement))

    def is_denial(self, statement: Statement) -> bool:
        """Whether few words say no more than that a deed was not done: "No shell fell here", "We did not fire"."""
        main = self.foremost(statement) if statement.act == "say" and statement.cue else None
        if main is None or len(self.tokens(statement)) > _SHORT or main.status not in ("negated", "denied"):
            return False
        # A deed may be denied by another's words behind it: then who told it denied nothing.
        denying = any(one.dep == "neg" or one.lower in _NEGATIVE for one in self.tokens(statement))
        return denying and self._is_past(main) and self._is_own(statement, main)

    def _is_own(self, statement: Statement, event: Event) -> bool:
        """Whether a deed would be the speakers' own, or nobody's: that others did not keep their word is no denial."""
        if any(link.span is not None and link.span.text.lower() in _FIRST for link in event.initiators):
            return True
        doers = sides_of(self._found, event.initiators)
        return not doers or bool(doers & sides_of(self._found, statement.speaker))

    def _is_past(self, event: Event) -> bool:
        """Whether an event is told of the past: "did not fire", "has sold nothing", "was not discussed"."""
        verb = self._head(event)
        helping = [verb, *verb.all("aux", "auxpass")]
        if any(one.tag == "MD" for one in helping) or verb.pos not in ("VERB", "AUX"):
            return False
        return any(
            one.tag in ("VBD", "VBN") or one.lower in ("did", "was", "were", "had", "has", "have") for one in helping
        )

    def _ranked(self, statement: Statement, *, aside: bool) -> Iterator[tuple[int, int, Event]]:
        for event in self.within(statement):
            steps = self._above(statement, event)
            if statement.act == "deny" and event.rule == _LOSS:
                continue  # "denied that any aircraft was missing" answers who claims to have brought it down
            if event.type not in _SPEECH and (aside or not {"relcl", "advcl"} & set(steps)):
                yield sum(one != "conj" for one in steps), start_of(event), event

    def _above(self, statement: Statement, event: Event) -> list[str]:
        """The steps from an event's word up to the topmost word said."""
        steps, at = [], self._head(event)
        while at.head is not at and _holds(statement.content, at.head.start):
            steps.append(at.dep)
            at = at.head
        return steps

    def _head(self, event: Event) -> Token:
        """The word of an event's cue on which its others hang."""
        cue = self._cue(event)
        inside = {one.i for one in cue}
        return next((one for one in cue if one.head.i not in inside or one.head is one), cue[0])

    def _cue(self, event: Event) -> list[Token]:
        return [token for span in event.cue for token in self._analysis.tokens_in(span.start, span.end)]

    def stems(self, event: Event) -> frozenset[str]:
        """The stems of an event's words."""
        return frozenset(stem for token in self._cue(event) if (stem := stem_of(token)))

    def stems_around(self, event: Event) -> frozenset[str]:
        """The stems of all the words that tell an event, also of what it is about ("agreed to send a mission")."""
        told = (token for span in event.evidence for token in self._analysis.tokens_in(span.start, span.end))
        return frozenset(stem for token in told if (stem := stem_of(token)))

    def stems_said(self, statement: Statement) -> frozenset[str]:
        """The stems of what was said."""
        return frozenset(stem for token in self.tokens(statement) if (stem := stem_of(token)))

    def points(self, statement: Statement) -> bool:
        """Whether the words only point at what was told before: "it", "the charges", "which", "any involvement"."""
        said = [one for one in self.tokens(statement) if one.pos not in ("PUNCT", "SPACE")]
        if not said:
            return True  # "Chile denies."
        named = any(one.pos in ("VERB", "AUX", "PROPN", "NUM") or one.lower == "same" for one in said)
        return len(said) <= _FEW and not named and (said[0].pos in ("DET", "PRON") or said[0].lower in _POINTING)

    def tokens(self, statement: Statement) -> list[Token]:
        """The words said."""
        return [one for span in statement.content for one in self._analysis.tokens_in(span.start, span.end)]


# Letters by which a noun and its verb are known as one word ("delivery", "delivered").
_ROOT = 5


def stem_of(token: Token) -> str | None:
    """By what a noun and its verb are one word; None for words that say nothing of a deed."""
    lemma = token.lemma.lower()
    if token.pos not in ("NOUN", "VERB") or lemma in words("speech", "commonplaces") or len(lemma) < 3:
        return None
    return lemma[:_ROOT]


def start_of(event: Event) -> int:
    """Where an event's first word stands."""
    return (event.cue or event.evidence)[0].start


def _holds(content: Sequence[Span], at: int) -> bool:
    return any(span.start <= at < span.end for span in content)
