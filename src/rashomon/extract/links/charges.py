"""What an accusation lays to somebody's charge, and by whose voice two sides charge each other."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from rashomon.extract.found import Found
from rashomon.extract.links.own_words import OwnWords, start_of
from rashomon.extract.statements.sides import names_of, sides_of
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Event, Link, Statement, amended

_HOSTILE = frozenset({"ASSAULT", "COERCE"})
# How many sentences before a charge without a deed of its own the deed may stand.
_BACK = 1


class Charges:
    """The deeds that a report's accusations allege."""

    def __init__(self, analysis: Analysis, found: Found, own: OwnWords) -> None:
        self._analysis = analysis
        self._found = found
        self._own = own

    def target(self, charge: Statement) -> str | None:
        """The deed alleged: the one told in the charge, else the one just before it ("each blamed the other")."""
        return self._own.deed(charge) or self._before(charge)

    def alleged(self, statement: Statement) -> Event | None:
        """The deed that somebody charges another with by plainly saying so; None where nothing is alleged.

        Harm told by one party as the other's deed is a charge, whatever the verb.
        """
        main = self._own.foremost(statement) if statement.act == "say" else None
        if main is None or main.status == "alleged":
            return main
        if main.status != "attributed" or main.type not in _HOSTILE or main.background or not statement.cue:
            return None
        own, doers = sides_of(self._found, statement.speaker), sides_of(self._found, main.initiators)
        return main if own & self._parties and doers and not own & doers else None

    @cached_property
    def _parties(self) -> frozenset[str]:
        """Those who do harm, or to whom it is done, in the report."""
        return frozenset().union(*(sides_of(self._found, (*one.initiators, *one.recipients)) for one in self._deeds()))

    def _before(self, charge: Statement) -> str | None:
        """The one hostile deed of the sentence of a charge that names none, or of the sentence before it."""
        here = self._analysis.sentence_at(charge.evidence[0].start)
        if here is None or not self._own.points(charge):
            return None
        for index in range(here.index, max(-1, here.index - _BACK - 1), -1):
            sentence = self._analysis.sentences[index]
            told = [one for one in self._deeds() if sentence.start <= start_of(one) < sentence.end]
            if told:
                return told[-1].id if len({one.type for one in told}) == 1 else None
        return None

    def _deeds(self) -> Iterator[Event]:
        for one in self._found.events:
            if one.type in _HOSTILE and not one.background and one.status in ("asserted", "attributed", "alleged"):
                yield one


def voiced(found: Found) -> Iterator[Event]:
    """The events that two lay to each other's charge in the same words, each by the voice that accuses its doer."""
    charges = [one for one in found.statements if one.act == "accuse" and one.accused]
    for event in found.events:
        told = [one for one in charges if any(span.start <= start_of(event) < span.end for span in one.content)]
        if event.status != "alleged" or len(told) < 2:
            continue
        doers = _who(found, event.initiators)
        by = [one for one in told if doers & _who(found, one.accused) and not doers & _who(found, one.speaker)]
        if len(by) == 1 and by[0].according_to != event.according_to:
            yield amended(event, according_to=by[0].according_to)


def _who(found: Found, links: Sequence[Link]) -> frozenset[str]:
    """By what somebody in a role is known: their names, and the mention that has none."""
    return names_of(found, links) | {link.mention for link in links if link.mention}
