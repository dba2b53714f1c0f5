"""One voice says it, another denies it: within a report, and across reports of one case."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rashomon.analyse.differences.answers import TO_COME, answers, outermost, stems_negated
from rashomon.analyse.differences.as_fact import as_fact, sides_as_written
from rashomon.analyse.differences.denied import NOT_TOLD, denied_beside, denies, denies_nothing, disbelieves, target
from rashomon.analyse.differences.heard import heard
from rashomon.analyse.differences.sides import side_of, states, told_by, topic, voice
from rashomon.analyse.differences.straying import TAKES_UP, strays
from rashomon.analyse.topics import Topics, negated
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import words
from rashomon.model.annotation import Annotation, Event, Figure, Link, Statement
from rashomon.model.finding import Difference, Side

# How much of the lighter record's topic, and how many rare words, a denial shares with what it denies elsewhere.
# Measured on seven dossiers, made and right: 0.5 gives 22 and 15, 0.4 gives 25 and 16, 0.3 gives 36 and 18; one
# shared word instead of two gives 37 and 18.
_ALIKE = 0.4
_SHARED = 2
# A denial of what was told elsewhere is of what was told by then, and not long before; days.
_STILL_TOLD = 60
_TOLD_LATE = 3
# A denial goes on with one that stands at most so far before it, in characters.
_GOES_ON = 80
# A war has many attacks: that two charges are each of one says nothing.
_OF_ANY_ATTACK = frozenset({"deed: ASSAULT", "matter: attack", "attack"})
# Events that are speech stand as statements already.
_SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONSULT"})


def denials(view: View) -> Iterator[Difference]:
    """One voice says it, another denies it; both stand until a person judges."""
    topics = topics_of(view)
    disputed: dict[str, Dispute] = {}
    before: Dispute | None = None
    for denial in view.statements:
        proposed = list(denied(view, topics, denial))
        if not proposed:
            continue
        astray = before is not None and strays(view, before.told, before.deniers, denial)
        sure = [
            (score, one)
            for one in proposed
            if not (astray and before is not None and one in before.told) and (score := heard(view, one, denial))
        ]
        if sure:
            told = [one for _, one in sure]
            first = min(told, key=lambda one: (one.document, one.evidence[0].start)).id
            before = disputed.setdefault(first, Dispute())
            before.add(told, [denial], max(score for score, _ in sure))
        elif before is not None and not astray and _goes_on(view, before, denial, proposed):
            before.add([], [denial], before.score)
    for one in _joined(view, topics, list(disputed.values())):
        facts = as_fact(view, topics, one.told)
        written = sides_as_written(view, topics, one.told, {each.document for each in facts})
        yield _difference(view, one, [*one.told, *facts], tuple(written))


def topics_of(view: View) -> Topics:
    """The topics of all that is said, and of what reports tell as a fact."""
    return Topics(view, [*view.statements, *_told_as_fact(view)])


def losses_denied(view: View) -> Iterator[Difference]:
    """One voice counts losses, the side that would have had them says there were none."""
    told = [one for one in view.figures if not one.background and (one.low or 0) > 0]
    for none in view.figures:
        if none.background or none.high != 0 or none.bound == "undisclosed":
            continue
        same = [one for one in told if _same_loss(view, one, none)]
        if same:
            yield Difference(
                type="denial",
                topic=topic(same[0]),
                sides=tuple(side_of(view, one) for one in (*same, none)),
                why=f"Counted by {', '.join(dict.fromkeys(view.counter(one.according_to) for one in same))}; "
                f"{view.counter(none.according_to)} says there were none.",
                check="losses_denied",
            )


def _same_loss(view: View, one: Figure, none: Figure) -> bool:
    """Whether a count can be of what another voice says there was none of."""
    sides = [states(view, figure.side) for figure in (one, none)]
    unit = none.unit is None or one.unit == none.unit or (one.document == none.document and one.counts == "equipment")
    return (
        one.counts == none.counts
        and unit
        and bool(sides[0] & (sides[1] or told_by(view, none)))
        and not told_by(view, one) & told_by(view, none)
        and view.counter(one.according_to) != view.counter(none.according_to)
        and one.as_of.may_meet(none.as_of)
    )


@dataclass(slots=True)
class Dispute:
    """What was told, what denies it, and how surely it does."""

    told: list[Annotation] = field(default_factory=list)
    deniers: list[Statement] = field(default_factory=list)
    score: float = 0.0

    def add(self, told: Iterable[Annotation], deniers: Iterable[Statement], score: float) -> None:
        """Put another dispute of the same to this one."""
        self.told += [one for one in told if one not in self.told]
        self.deniers += [one for one in deniers if one not in self.deniers]
        self.score = max(self.score, score)


def _goes_on(view: View, before: Dispute, denial: Statement, proposed: Iterable[Annotation]) -> bool:
    """Whether a denial goes on with the one just before it: by a voice of the same side, or led to the same account.

    "The palace denied that they spoke of aid. 'It did not come up,' its spokesman said.": the second one's words
    share nothing with what is denied, but what it denies stands in the first.
    """
    last = before.deniers[-1]
    led_alike = denial.of is not None and denial.of == last.of
    return (
        denial.act == last.act == "deny"
        and denial.document == last.document
        and 0 <= denial.evidence[0].start - last.evidence[-1].end <= _GOES_ON
        and bool(TAKES_UP.match(quoted(denial.content)))
        and (led_alike or bool(states(view, last.speaker) & states(view, denial.speaker)))
        and any(one in before.told for one in proposed)
    )


def _joined(view: View, topics: Topics, disputes: list[Dispute]) -> list[Dispute]:
    """Disputes of one thing put together: charges against the same party, denied by the same, in other words."""
    kept: list[Dispute] = []
    charges: list[_Charge] = []
    for dispute in disputes:
        charge = _charge(view, dispute)
        place = next((n for n, other in enumerate(charges) if _same_charge(view, topics, other, charge)), None)
        if place is None:
            kept.append(dispute)
            charges.append(charge)
        else:
            kept[place].add(dispute.told, dispute.deniers, dispute.score)
            charges[place] = _charge(view, kept[place])
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class _Charge:
    """What of a dispute tells whether another is of the same charge: the charges, and for whom its deniers stand."""

    charges: tuple[Statement, ...]
    deniers: frozenset[str]


def _charge(view: View, dispute: Dispute) -> _Charge:
    return _Charge(
        charges=tuple(one for one in dispute.told if isinstance(one, Statement) and one.accused),
        deniers=states(view, [link for one in dispute.deniers for link in one.speaker]),
    )


def _same_charge(view: View, topics: Topics, a: _Charge, b: _Charge) -> bool:
    """Whether charges are one: of the same party, and of one matter; two attacks are two charges."""
    if not a.charges or not b.charges or a.deniers.isdisjoint(b.deniers):
        return False
    return any(
        states(view, x.accused) & states(view, y.accused)
        and (topics.of[x.id].terms & topics.of[y.id].terms) - _OF_ANY_ATTACK
        for x in a.charges
        for y in b.charges
    )


def denied(view: View, topics: Topics, denial: Statement) -> Iterator[Annotation]:
    """What by rules a statement may deny, here and elsewhere; nothing where it denies nothing."""
    if denies_nothing(denial):
        return
    if denial.act == "deny" or disbelieves(denial) or answers(view, denial):
        yield from denied_beside(view, denial)
    if denial.act == "deny" or _negates_a_fact(denial) or disbelieves(denial):
        yield from _elsewhere(view, topics, denial)


def _negates_a_fact(one: Statement) -> bool:
    """Whether a statement says that something was not so; what shall not be, or is not known, denies nothing."""
    said = " ".join(span.text for span in one.content).casefold().replace("’", "'").replace("n't", " not")
    past = words("comparison", "past") & set(said.split()) or re.search(r"\b[a-z]{3,}ed\b", said)
    return one.act not in NOT_TOLD and negated(one.content) and bool(past)


def _tellers(view: View, one: Annotation) -> frozenset[str]:
    """For whom those stand whose account a record is: what B says that A undertook may be denied by A."""
    known: dict[str, frozenset[str]] = view.findings.setdefault("tellers", {})
    if one.id not in known:
        known[one.id] = (outermost(view, one) if isinstance(one, Statement) else frozenset()) or told_by(view, one)
    return known[one.id]


def _told_as_fact(view: View) -> Iterator[Event]:
    """Events that reports tell in their own voice."""
    for one in view.events:
        # Inside what somebody should do, a thing can be told as a fact ("Osk, whose help includes arms, should").
        fact = one.status == "asserted" or (one.status == "hypothetical" and _is_told(view, one))
        if fact and not one.background and one.type not in _SPEECH:
            yield one


def _is_told(view: View, one: Event) -> bool:
    """Whether the words of an event, in a relative clause of the report's own, have nothing of what is yet to be."""
    said = one.evidence[0].text.casefold()
    own = all(link.document is not None for link in one.according_to)
    return own and said.startswith(("whose ", "which ", "who ")) and not TO_COME.search(said)


def _elsewhere(view: View, topics: Topics, denial: Statement) -> Iterator[Annotation]:
    """What other voices say in other reports of the very thing, without denying it."""
    deniers = told_by(view, denial)
    if topics.crowding >= 1 and denial.act != "deny":
        # Of 12 such findings in 773 real reports none denied what the other report told.
        return
    for id in topics.near(denial.id):
        one = topics.records[id]
        least = _SHARED if one.document != denial.document else 1
        # What rules out most comes first, what takes longest last.
        if (
            topics.may_share(id, denial.id, least)
            and topics.alike(id, denial.id) >= _ALIKE
            and deniers.isdisjoint(_tellers(view, one))
            and topics.shared(id, denial.id) >= least
            and _is_denied(view, topics, one, denial)
            and (one.document != denial.document or target(view, denial) is None)
            and not denies(one)
        ):
            yield one


def _is_denied(view: View, topics: Topics, one: Annotation, denial: Statement) -> bool:
    """Whether a denial is of this very record: by the words it negates, and elsewhere by its matter and the day."""
    if denial.act != "deny" and topics.crowding and not _in_what_is_negated(topics, one, denial):
        return False
    elsewhere = one.document != denial.document
    return not elsewhere or (topics.of_one_matter(one.id, denial.id) and _told_by_then(view, one, denial))


def _told_by_then(view: View, one: Annotation, denial: Statement) -> bool:
    """Whether a record's report may have come out when something was denied, or not long before."""
    told, denied = view.published(one.document), view.published(denial.document)
    if not (told.first_day and told.last_day and denied.first_day and denied.last_day):
        return True
    late, early = (told.first_day - denied.last_day).days, (denied.first_day - told.last_day).days
    return late <= _TOLD_LATE and early <= _STILL_TOLD


def _in_what_is_negated(topics: Topics, one: Annotation, denial: Statement) -> bool:
    """Whether most of the words that a record shares with what somebody says stand in what is negated there."""
    shared = topics.of[one.id].stems & topics.of[denial.id].stems
    return len(shared & stems_negated(denial)) * 2 >= len(shared)


def _difference(view: View, dispute: Dispute, told: list[Annotation], as_written: tuple[Side, ...] = ()) -> Difference:
    alleged = any(isinstance(one, Statement) and one.act == "accuse" for one in told)
    by = _each_once(view, (voice(one) for one in told))
    not_by = _each_once(view, (one.speaker for one in dispute.deniers))
    return Difference(
        type="contested allegation" if alleged else "denial",
        topic=topic(told[0]),
        sides=(*(side_of(view, one) for one in (*told, *dispute.deniers)), *as_written),
        why=f"{'Alleged' if alleged else 'Said'} by {', '.join(by)}, denied by {', '.join(not_by)}; "
        "a denial reaches no further than its own words.",
        check="denials",
        score=round(dispute.score, 3),
    )


def _each_once(view: View, voices: Iterable[tuple[Link, ...]]) -> dict[str, None]:
    """The names of all who speak, in order; a voice that nobody is known to be is "unknown"."""
    return dict.fromkeys(view.name(link) if link else view.names(()) for links in voices for link in links or (None,))
