"""Truces from announcement to end: who agreed, who brokered, when it held, who is blamed for its end.

First version: steps of a truce told in one paragraph belong together; paragraphs are
joined where they tell of one day or one broker and nothing speaks against it. A truce
that no report describes, and that is known only from a count ("the third truce"), is
`counted_only`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Event, Link, Statement
from rashomon.model.values import When
from rashomon.model.world import Blame, Fate, Happening, Truce

# Names of rules in lexicon/events.yaml that tell a step of a truce.
_MADE = frozenset({"truce declared", "truce agreed", "truce signed", "truce brokered", "truce proposed"})
_STEPS = _MADE | {"truce kept", "truce broken", "truce counted"}
_REAL = frozenset({"asserted", "attributed", "alleged", "judged"})
# Two tellings of an agreement this many days apart or less can be of one truce.
_NEAR = timedelta(days=3)
# A step without a day of its own in the same stretch of a report, in characters.
_PARAGRAPH = 700


@dataclass(slots=True)
class Draft:
    """A truce while its steps are gathered."""

    steps: list[Event] = field(default_factory=list)
    parties: dict[str, Link] = field(default_factory=dict)
    brokers: dict[str, Link] = field(default_factory=dict)

    def of(self, *rules: str) -> list[Event]:
        """Its steps of these kinds."""
        return [one for one in self.steps if _step(one) in rules]

    @property
    def agreed(self) -> When | None:
        """When it was agreed: the closest time told of its making."""
        return _closest([one for one in self.steps if _step(one) in _MADE and one.status in _REAL])


def truces(
    happenings: Iterable[Happening], events: Iterable[Event], statements: Iterable[Statement], links: Mapping[str, str]
) -> tuple[Truce, ...]:
    """The truces that the steps among `events` tell of, in the order in which they were agreed."""
    told = sorted(
        (one for one in events if not one.background), key=lambda one: (one.document, one.evidence[0].start, one.id)
    )
    steps = [one for one in told if _step(one) in _STEPS]
    drafts = _joined(list(_by_paragraph(steps, links)))
    solid = [one for one in drafts if one.of(*(_MADE - {"truce proposed"}), "truce kept", "truce broken")]
    solid.sort(key=lambda one: (_earliest(one), one.steps[0].id))
    accused = [one for one in told if one.type == "ACCUSE"]
    found = [_truce(one, later, accused, links) for one, later in zip(solid, [*solid[1:], None], strict=False)]
    return (*found, *_counted(steps, found, solid))


def _step(event: Event) -> str:
    """Which step of a truce an event is: its rule's name."""
    return event.rule.partition(": ")[2].partition(",")[0]


def _by_paragraph(steps: Sequence[Event], links: Mapping[str, str]) -> Iterator[Draft]:
    draft, last = Draft(), None
    for one in steps:
        apart = (
            last is None or last.document != one.document or one.evidence[0].start - last.evidence[0].end > _PARAGRAPH
        )
        made_again = _step(one) in _MADE and not all(_near(one.happened, other.happened) for other in draft.of(*_MADE))
        if draft.steps and (apart or made_again):
            yield draft
            draft = Draft()
        _take(draft, one, links)
        last = one
    if draft.steps:
        yield draft


def _take(draft: Draft, step: Event, links: Mapping[str, str]) -> None:
    draft.steps.append(step)
    third = _step(step) in ("truce brokered", "truce proposed")
    for link in step.initiators:
        actor = link.actor or links.get(link.mention or "")
        if actor:
            (draft.brokers if third else draft.parties).setdefault(actor, replace(link, actor=actor))
    for link in step.recipients:
        actor = link.actor or links.get(link.mention or "")
        if actor:
            draft.parties.setdefault(actor, replace(link, actor=actor))


def _joined(drafts: list[Draft]) -> list[Draft]:
    """Drafts of one truce put together: made on one day, or by one broker with no day against it."""
    joined: list[Draft] = []
    for one in sorted(drafts, key=lambda draft: (draft.agreed is None, _earliest(draft), draft.steps[0].id)):
        fits = [other for other in joined if _one_truce(one, other)]
        if len(fits) == 1:
            fits[0].steps += one.steps
            fits[0].parties.update({key: link for key, link in one.parties.items() if key not in fits[0].parties})
            fits[0].brokers.update({key: link for key, link in one.brokers.items() if key not in fits[0].brokers})
        else:
            joined.append(one)
    return joined


def _one_truce(a: Draft, b: Draft) -> bool:
    first, second = a.agreed, b.agreed
    if first and second:
        return _near(first, second) and (not a.brokers or not b.brokers or bool(a.brokers.keys() & b.brokers.keys()))
    if first or second:
        return bool(a.brokers.keys() & b.brokers.keys())
    return False


def _near(a: When, b: When) -> bool:
    """Whether two times are unknown or so close that they can be of one agreement."""
    if a.first_day is None or a.last_day is None or b.first_day is None or b.last_day is None:
        return a.may_meet(b)
    return a.first_day - b.last_day <= _NEAR and b.first_day - a.last_day <= _NEAR


def _earliest(draft: Draft) -> str:
    agreed = draft.agreed or _closest(draft.steps)
    return (agreed.earliest or agreed.latest or "9999") if agreed else "9999"


def _closest(events: Iterable[Event]) -> When | None:
    known = [one.happened for one in events if one.happened.earliest and one.happened.latest]
    return min(
        known,
        key=lambda one: (
            (one.last_day - one.first_day).days if one.last_day and one.first_day else 0,
            one.earliest or "",
        ),
        default=None,
    )


def _truce(draft: Draft, later: Draft | None, accused: Sequence[Event], links: Mapping[str, str]) -> Truce:
    broken = [one for one in draft.of("truce broken") if one.status in _REAL]
    kept = [one for one in draft.of("truce kept") if one.status in (*_REAL, "planned")]
    members = tuple(one.id for one in draft.steps)
    parties = {key: link for key, link in draft.parties.items() if key not in draft.brokers}
    return Truce(
        parties=tuple(parties.values()),
        brokers=tuple(draft.brokers.values()),
        agreed=draft.agreed,
        in_force=_closest(kept),
        ended=_closest(broken) if broken else None,
        fate=_fate(broken, kept, later),
        blamed=tuple(_blames(draft, accused, links)),
        members=members,
    )


def _fate(broken: Sequence[Event], kept: Sequence[Event], later: Draft | None) -> Fate:
    if any(one.status != "alleged" for one in broken):
        return "collapsed"
    if later is not None and later.agreed is not None:
        return "superseded"
    if broken:
        return "failing"
    return "holding" if any(one.status in _REAL for one in kept) else "unknown"


def _blames(draft: Draft, accused: Sequence[Event], links: Mapping[str, str]) -> Iterator[Blame]:
    """Accusations told next to the truce's steps, by whom against whom."""
    seen: set[tuple[str, ...]] = set()
    for one in accused:
        beside = any(_beside(one, step) for step in draft.of("truce broken"))
        by, whom = _filled(one.initiators, links), _filled(one.recipients, links)
        key = tuple(link.actor or (link.span.text if link.span else "") for link in (*by, *whom))
        if beside and key and key not in seen:
            seen.add(key)
            yield Blame(by=by, whom=whom)


def _beside(event: Event, step: Event) -> bool:
    if event.document != step.document:
        return False
    return abs(event.evidence[0].start - step.evidence[0].start) <= _PARAGRAPH // 2


def _filled(given: Iterable[Link], links: Mapping[str, str]) -> tuple[Link, ...]:
    return tuple(
        replace(link, actor=actor) if (actor := link.actor or links.get(link.mention or "")) else link for link in given
    )


def _counted(steps: Sequence[Event], found: Sequence[Truce], drafts: Sequence[Draft]) -> Iterator[Truce]:
    """Truces known only from a count that is higher than the number described."""
    counts = [(number, one) for one in steps if one.status == "aggregate" and (number := _number(one))]
    if not counts:
        return
    highest = max(number for number, _ in counts)
    counting = [one for number, one in sorted(counts, key=lambda one: (-one[0], one[1].id)) if number > len(found)]
    for _, one in zip(range(highest - len(found)), counting, strict=False):
        yield Truce(members=(one.id,), counted_only=True)


def _number(event: Event) -> int | None:
    """The number in "the third truce" or "three ceasefires"."""
    evidence, cue = event.evidence[0], event.cue[0] if event.cue else event.evidence[0]
    before = evidence.text[: max(0, cue.start - evidence.start)].lower().split()[-6:]
    known = {**lexicon("events")["ordinals"], **lexicon("events")["cardinals"]}
    near = [known[word] for word in before if word in known and word != "first"]
    return max(near, default=None)
