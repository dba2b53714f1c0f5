"""What an accusation lays to somebody's charge, and by whose voice two sides charge each other."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from rashomon.extract.found import Found
from rashomon.extract.links.own_words import OwnWords, start_of
from rashomon.extract.parties import is_political, key
from rashomon.extract.statements.sides import names_of, sides_of
from rashomon.language.analysis import Analysis
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Link, Statement, amended

_HOSTILE = frozenset({"ASSAULT", "COERCE"})
_TOLD = frozenset({"attributed", "alleged"})
_FIRST = frozenset({"i", "we", "our", "my"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "its", "their", "his", "her", "themselves"})
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
        told = main.status in ("attributed", "aggregate") and main.type in _HOSTILE and not main.background
        if not told or not statement.cue:
            return None
        party = self._is_party(statement) or (self._is_breach(main) and self._is_political(statement))
        return main if party and self._is_of_another(statement, main) else None

    def told(self, statement: Statement) -> Event | None:
        """The deed of others that a party tells, without a word of blame or their name: "a sniper fired on us"."""
        main = self._own.foremost(statement) if statement.act == "say" else None
        if main is None or main.background or main.status not in _TOLD:
            return None
        own = self._keys(statement.speaker)
        if not (own or self._is_political(statement)):
            return None
        if main.type in _HOSTILE:
            return main if main.mode != "seize" and self._is_done_by_others(statement, main) else None
        if main.type == "AID":
            helped = bool(self._keys(main.recipients) - own) if own else False
            theirs = not own & self._keys((*main.initiators, *main.recipients))
            return main if theirs and (helped or self._are_foes(main.recipients)) else None
        return main if main.type == "MOBILIZE" and own and self._keys(main.initiators) - own else None

    def _is_done_by_others(self, statement: Statement, deed: Event) -> bool:
        """Whether others than the speaker's side are told to have done a deed, be their side known or not."""
        own, doers = self._keys(statement.speaker), self._keys(deed.initiators)
        if own and doers:
            return not own & doers
        if doers or self._side(deed.initiators) & self._side(statement.speaker):
            return False  # whose minister speaks is not known
        firsts = [link.span.text.lower().split()[0] for link in deed.initiators if link.span is not None]
        if any(one in _FIRST for one in firsts):  # "Osk says we fired first": the writer's side
            return bool(statement.cue) and statement.form == "indirect"
        return bool(firsts) and firsts[0] not in _PRONOUNS

    def _keys(self, links: Sequence[Link]) -> frozenset[str]:
        """By what the parties are known that links stand for; rebels are not of their state's."""
        return frozenset(one for link in links if (one := key(self._found, link)))

    def _is_party(self, statement: Statement) -> bool:
        """Whether somebody of one of the sides speaks: a party to the harm told in the report."""
        return bool(self._side(statement.speaker) & self._parties)

    def is_charge(self, statement: Statement, deed: Event) -> bool:
        """Whether who tells a misdeed accuses another side: what nobody is told to have done accuses nobody."""
        if (
            deed.type not in _HOSTILE
            or deed.mode == "seize"
            or self._side(deed.initiators) & self._side(statement.speaker)
        ):
            return False
        return self._is_of_another(statement, deed) or self._is_breach(deed) or self._is_party(statement)

    def _is_political(self, statement: Statement) -> bool:
        return any(is_political(self._found, link) for link in statement.speaker if link.mention)

    def _is_breach(self, deed: Event) -> bool:
        """Whether a deed breaks what was agreed: "broke the truce", "14 violations"."""
        tokens = [one for span in deed.cue for one in self._analysis.tokens_in(span.start, span.end)]
        return any(one.lemma.lower() in words("speech", "breaching") for one in tokens)

    def _is_of_another(self, statement: Statement, deed: Event) -> bool:
        """Whether a deed is told as done by another side: a known one, or one that is called by a name for foes."""
        doers = self._side(deed.initiators)
        if doers:
            return not doers & self._side(statement.speaker)
        return self._are_foes(deed.initiators)

    def _are_foes(self, links: Sequence[Link]) -> bool:
        """Whether somebody is called by a name for foes."""
        named = [one for link in links if link.span for one in self._analysis.tokens_in(link.span.start, link.span.end)]
        return any(one.lemma.lower() in words("speech", "foes") for one in named)

    def _side(self, links: Sequence[Link]) -> frozenset[str]:
        """The names and countries of those linked to, and the party for which they hold an office."""
        keys = frozenset(one for link in links if (one := key(self._found, link)))
        return sides_of(self._found, links) | keys

    @cached_property
    def _parties(self) -> frozenset[str]:
        """Those who do harm, or to whom it is done, in the report."""
        return frozenset().union(*(self._side((*one.initiators, *one.recipients)) for one in self._deeds()))

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
