"""What denials, rejections, accusations and admissions speak of: the deed, the count, or what another said.

In: a report's statements, events and figures. Out: the same statements with `of` filled in,
and the events that two sides lay to each other's charge, each by the voice that does so.

A charge speaks of the deed it tells (`own_words`), or of the one told just before ("each side
blamed the other"). A denial speaks of what another voice told before (`claims`, and `replies`
among the statements, which finds what is said in other words), else of what it tells itself.
Whatever is not certain stays open. What other reports told is a matter of `resolve`.
"""

from collections.abc import Iterator, Set

from rashomon.extract.found import Found
from rashomon.extract.links.acts import PlainActs
from rashomon.extract.links.answers import Answers
from rashomon.extract.links.charges import Charges, voiced
from rashomon.extract.links.claims import Claims
from rashomon.extract.links.own_words import OwnWords
from rashomon.extract.statements.sides import sides_of
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Act, Annotation, Event, Link, Statement, amended

__all__ = ["links"]


def links(analysis: Analysis, found: Found) -> Iterator[Annotation]:
    """The statements and events of a report that become others by what is known of all of them."""
    linker = _Linker(analysis, found)
    targets = [(statement, *linker.target(statement)) for statement in found.statements]
    denied = {of for _, act, of in targets if act == "deny" and of}
    for statement, act, of in targets:
        of = of or linker.denied_after(statement, denied)
        if (act, of) != (statement.act, statement.of):
            accused = statement.accused or (_doers(found, of) if act == "accuse" else ())
            yield amended(statement, act=act, of=of, accused=accused)
    yield from voiced(found)


def _doers(found: Found, of: str | None) -> tuple[Link, ...]:
    """Whom a charge accuses that names nobody but the doers of the deed it tells."""
    deed = found.record(of) if of else None
    return deed.initiators if isinstance(deed, Event) else ()


class _Linker:
    """The statements of a report so far, each with the record it speaks of."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._found = found
        self._own = OwnWords(analysis, found)
        self._claims = Claims(analysis, found, self._own)
        self._charges = Charges(analysis, found, self._own)
        self._plain = PlainActs(analysis, found, self._own)
        self._answers = Answers(analysis, found, self._own)
        self._made: dict[str, str | None] = {}

    def target(self, statement: Statement) -> tuple[Act, str | None]:
        """The act of a statement and the id of the record it speaks of, None where that is not certain."""
        act, of = self._target(statement)
        self._made[statement.id] = of
        return act, of

    def denied_after(self, one: Statement, denied: Set[str]) -> str | None:
        """The deed of another that a plain saying tells and somebody denies: who tells it alleges it."""
        deed = self._own.foremost(one) if one.act == "say" else None
        own = deed is not None and sides_of(self._found, deed.initiators) & sides_of(self._found, one.speaker)
        return deed.id if deed is not None and deed.id in denied and not own else None

    def _target(self, one: Statement) -> tuple[Act, str | None]:
        if one.act == "deny":
            return "deny", self._denied(one)
        if one.act == "accuse":
            return "accuse", one.of or self._charges.target(one)
        if one.act == "admit":
            return "admit", self._admitted(one)
        if one.act == "reject":
            return "reject", self._rejected(one)
        return self._said(one)

    def _admitted(self, one: Statement) -> str | None:
        counted = None if self._own.is_clause(one) else self._own.count(one)
        return counted or self._own.deed(one) or self._claims.pointed_at(one) or one.of

    def _rejected(self, one: Statement) -> str | None:
        told = (self._claims.pointed_at(one) or self._last_claim(one)) if self._claims.names_a_tale(one) else None
        return told or self._claims.wish(one) or self._answered(one) or self._claims.wanted(one)

    def _said(self, one: Statement) -> tuple[Act, str | None]:
        """Of what is plainly said: who tells the other side's misdeed accuses, and what only denies is a denial."""
        if (alleged := self._charges.alleged(one)) is not None:
            return "accuse" if self._charges.is_charge(one, alleged) else one.act, alleged.id
        if self._own.is_denial(one):
            return "deny", self._claims.same(one) or self._own.deed(one)
        if (claim := self._claims.contradicted(one)) is not None:
            return "deny", claim
        act = self._plain.act(one) if one.act == "say" else None
        if act is None and one.of is None and self._claims.is_negated(one):
            answered = self._answers.contradicted(one)
            if answered is not None and not self._claims.is_negated(answered):
                return "deny", self._told(answered, one)
        if one.act == "judge" and one.of is None and self._claims.names_a_tale(one):
            return "judge", self._last_claim(one)  # "called the story a joke": what it tells of is doubted
        told = self._charges.told(one) if act is None and one.of is None else None
        return act or one.act, told.id if told is not None else one.of

    def _denied(self, denial: Statement) -> str | None:
        """What another told that a denial denies, else what it tells itself."""
        own = self._own.foremost(denial)
        named = self._claims.same(denial)
        answered = self._may_answer(denial, own, self._answered(denial))
        bare = own is None and not self._own.is_clause(denial)
        return (
            (named if bare else None)
            or (answered if self._is_sure(answered) else None)
            or named
            or self._claims.number(denial)
            or (self._claims.like(denial, own) if own is not None else self._claims.pointed_at(denial))
            or answered
            or (own.id if own is not None else self._own.count(denial))
            or (self._may_answer(denial, None, self._last_claim(denial)) if own is None else None)
        )

    def _may_answer(self, denial: Statement, own: Event | None, answered: str | None) -> str | None:
        """What was told before, where a denial in words of its own can be of it.

        "The bridge was bombed, A said. B denied that talks were under way": deeds that share neither kind nor word are
        two; where a denial tells no deed, it stands right behind, or is of the side that did or suffered the other.
        """
        told = self._found.record(answered) if answered else None
        said = self._own.stems_said(denial)
        if told is None or not said or not self._own.is_clause(denial) or self._claims.only_names(denial):
            return answered
        if isinstance(told, Event):
            alike = bool(said & self._own.stems_around(told)) or (own is not None and own.type == told.type)
            concerned = (*told.initiators, *told.recipients)
        elif isinstance(told, Statement):
            alike = bool(said & self._own.stems_said(told))
            concerned = told.accused
        else:
            return answered
        theirs = sides_of(self._found, concerned) & sides_of(self._found, denial.speaker)
        return answered if alike or (own is None and (theirs or self._answers.follows(denial, told))) else None

    def _last_claim(self, denial: Statement) -> str | None:
        """What the claim tells that was made just before a denial which tells no deed itself."""
        claim = self._answers.claim(denial)
        return self._told(claim, denial) if claim is not None else None

    def _told(self, claim: Statement, denial: Statement) -> str:
        """The one deed that a claim tells, else the claim: which of several is denied is not certain."""
        return self._made.get(claim.id) or self._own.answered(claim, denial) or claim.id

    def _is_sure(self, answered: str | None) -> bool:
        """Whether what a denial answers is a deed, or a charge that has none; what else was said may be of another."""
        claim = self._found.record(answered) if answered else None
        return claim is not None and (not isinstance(claim, Statement) or claim.act == "accuse")

    def _answered(self, denial: Statement) -> str | None:
        """What the claim tells that a denial answers: its deed where it tells one, else the claim itself."""
        claim = self._found.record(denial.of) if denial.of else None
        if not isinstance(claim, Statement):
            return denial.of
        if (made := self._made.get(claim.id)) is not None:
            return made
        if denial.act == "reject" and claim.act in ("demand", "propose", "promise"):
            return claim.id  # what is turned down is the wish, not a deed
        return self._own.nearest(claim, denial) or claim.id
