"""What a denial answers that does not tell it itself: the claim that another voice made just before it."""

from collections.abc import Sequence

from rashomon.extract.found import Found
from rashomon.extract.links.own_words import OwnWords, start_of
from rashomon.extract.statements.sides import names_of, sides_of, sides_within
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.model.annotation import Event, Statement

# How many sentences before a denial the claim may stand.
_BACK = 2
# Who says what somebody else may deny.
_CLAIMS = frozenset({"say", "accuse"})
# A "no" that says no more than that what was told is not so ("none had flown", "nobody did").
_BARE = frozenset({"none", "nothing", "nobody", "neither"})
_KINDS = frozenset({"kind", "sort", "such"})
_OWN = frozenset({"i", "we", "our", "ours", "my", "us"})


class Answers:
    """The claims of a report, as those find them who deny what was told just before."""

    def __init__(self, analysis: Analysis, found: Found, own: OwnWords) -> None:
        self._analysis = analysis
        self._found = found
        self._own = own

    def claim(self, denial: Statement, *, back: int = _BACK) -> Statement | None:
        """The claim of another voice that was told last before a denial; None where two stand there alike."""
        here = self._sentence(denial)
        told = [one for one in self._found.statements if self._may_be_answered(one, denial)]
        if here is None or not told:
            return None
        at = {one.id: self._sentence(one) for one in told}
        last = max(sentence.index for sentence in at.values() if sentence is not None)
        nearest = [one for one in told if (sentence := at[one.id]) is not None and sentence.index == last]
        paragraph = self._analysis.sentences[last].paragraph
        if here.index - last > back or here.paragraph - paragraph > 1:
            return None
        outer = [one for one in nearest if not any(_holds(other, one) for other in nearest)]
        sides = sides_of(self._found, denial.speaker)
        named = [one for one in outer if sides & self._sides_in(one)]
        return _only(named) or _only(outer)

    def follows(self, denial: Statement, told: Event | Statement) -> bool:
        """Whether a denial stands in the sentence of what was told, or in the next."""
        place = _place(told) if isinstance(told, Statement) else start_of(told)
        here, there = self._sentence(denial), self._analysis.sentence_at(place)
        return here is not None and there is not None and 0 <= here.index - there.index <= 1

    def contradicted(self, statement: Statement) -> Statement | None:
        """The claim right before that a plain saying denies without a word for it: "none had flown", "not ours"."""
        claim = self.claim(statement, back=1)
        if claim is None:
            return None
        said = self._own.tokens(statement)
        if not any(_is_told_as_past(one) for one in said):
            return None
        bare = any(one.lower in _BARE and one.dep in ("nsubj", "nsubjpass", "dobj", "attr") for one in said)
        bare = bare or any(one.lower in _KINDS for one in said)
        shared = self._own.stems_said(statement) & self._own.stems_said(claim)
        own = self._is_laid_to(statement, claim) and any(
            one.lower in _OWN or one.dep in ("nsubj", "nsubjpass") for one in said
        )
        return claim if bare or shared or own else None

    def _is_laid_to(self, statement: Statement, claim: Statement) -> bool:
        """Whether a claim tells of a deed of the side that speaks."""
        deed = self._own.foremost(claim)
        sides = sides_of(self._found, statement.speaker)
        return deed is not None and bool(sides & sides_of(self._found, deed.initiators))

    def _may_be_answered(self, claim: Statement, denial: Statement) -> bool:
        before = _place(claim) < _place(denial) and claim.act in _CLAIMS
        if not before or _holds(claim, denial) or _holds(denial, claim):
            return False
        if claim.act == "say" and not self._own.within(claim):
            return False  # who tells no deed is not denied: "put the dead at nine"
        return not names_of(self._found, claim.speaker) & names_of(self._found, denial.speaker)

    def _sides_in(self, claim: Statement) -> frozenset[str]:
        """Who is named in what a claim says, and whom it accuses."""
        inside = (sides_within(self._found, span.start, span.end) for span in claim.content)
        return sides_of(self._found, claim.accused).union(*inside)

    def _sentence(self, statement: Statement) -> Sentence | None:
        return self._analysis.sentence_at(_place(statement))


def _is_told_as_past(verb: Token) -> bool:
    """Whether a clause is of what was, or of what there is: "had not flown", "there are none"."""
    helping = [verb, *verb.all("aux", "auxpass")]
    past = any(one.tag == "VBD" or one.lower in ("has", "have") for one in helping)
    return verb.pos in ("VERB", "AUX") and (past or verb.child("expl") is not None)


def _place(statement: Statement) -> int:
    """Where a statement's tag stands; where its words begin that has none."""
    return (statement.cue or statement.content or statement.evidence)[0].start


def _holds(outer: Statement, inner: Statement) -> bool:
    """Whether a statement is told in the words of another."""
    at = _place(inner)
    return outer is not inner and any(span.start <= at < span.end for span in outer.content)


def _only(some: Sequence[Statement]) -> Statement | None:
    return some[0] if len(some) == 1 else None
