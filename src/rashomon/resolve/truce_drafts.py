"""Truces while their steps are gathered: within a report, then across reports.

A step that says "the truce" goes on with the one its report told of last. What is told
after a count ("three truces … each broken") belongs to none of them. Drafts of several
reports are one where they share a day, a broker or a place and nothing speaks against it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Event, Link
from rashomon.model.sides import TOLD, Sides
from rashomon.model.text import Document
from rashomon.model.values import When

MADE = frozenset({"truce declared", "truce agreed", "truce signed", "truce brokered", "truce proposed"})
"""Steps by which a truce comes about."""
TOLD_OF = frozenset({"truce kept", *MADE})
"""Steps that tell of one truce though it is also counted ("the second truce took effect …")."""
QUIET = "guns silent"
"""The step that tells of a truce only beside another."""
STEPS = MADE | {"truce kept", "truce named", "truce broken", "truce counted", QUIET}
"""Names of rules in lexicon/events.yaml that tell a step of a truce."""

WORDS = "words: "
"""Begins the key of a broker who is known by words only."""

# Two tellings of an agreement this many days apart or less can be of one truce.
_NEAR = timedelta(days=3)
# Reports this many days apart or less, that give no day, can speak of one truce of a broker or place …
_NEWS = timedelta(days=14)
# … and a truce is still "the truce" for so long after it was made.
_ALIVE = timedelta(days=60)
# A step without "the" in the same stretch of a report goes on with the truce before it, in characters.
_PARAGRAPH = 300


@dataclass(slots=True)
class Draft:
    """A truce while its steps are gathered."""

    steps: list[Event] = field(default_factory=list)
    parties: dict[str, Link] = field(default_factory=dict)
    brokers: dict[str, Link] = field(default_factory=dict)
    """Third sides by actor; by their words, after "words:", where those name nobody known ("the guarantors")."""
    announcers: set[str] = field(default_factory=set)
    """Those of its parties who announced it, and may have been its brokers."""
    places: set[str] = field(default_factory=set)
    told: list[When] = field(default_factory=list)
    """When the reports came out that tell of it."""

    def of(self, *rules: str) -> list[Event]:
        """Its steps of these kinds."""
        return [one for one in self.steps if step(one) in rules]

    @property
    def bound(self) -> dict[str, Link]:
        """Its parties without those who announced it, and may have been its brokers."""
        return {id: link for id, link in self.parties.items() if id not in self.announcers}

    @property
    def agreed(self) -> When | None:
        """When it was agreed: the closest time told of its making, and not of what became of it."""
        after = {(one.document, one.happened) for one in self.of("truce kept", "truce broken")}
        made = [one for one in self.of(*MADE) if one.status in TOLD]
        firm = [one for one in made if step(one) != "truce proposed"]
        made = (
            firm if any(one.happened.known for one in firm) else made
        )  # when it was proposed is not when it was agreed
        return closest(
            [one for one in made if step(one) != "truce brokered" or (one.document, one.happened) not in after]
        )

    @property
    def numbers(self) -> frozenset[int]:
        """The places in a series that it is given ("the second truce")."""
        return frozenset(number for one in self.steps if (number := place(one)) is not None)

    @property
    def in_force(self) -> When | None:
        """When it began to hold, where that is told."""
        kept = [one for one in self.of("truce kept") if one.status in (*TOLD, "planned")]
        return closest(kept) or closest(self.of("truce named", QUIET))

    @property
    def days(self) -> frozenset[date]:
        """The days on which it was made, held or by which it is called."""
        steps = [one for one in self.of("truce kept", "truce named", *MADE) if one.status in TOLD]
        return frozenset(day for one in steps if (day := _day(one.happened)) is not None)

    @property
    def ended(self) -> When | None:
        """When it was broken for good or for the first time."""
        return closest([one for one in self.of("truce broken") if one.status in TOLD])

    @property
    def made(self) -> bool:
        """Whether its making or its holding is told, and not only what became of it."""
        return any(step(one) != "truce broken" for one in self.steps)

    @property
    def is_told(self) -> bool:
        """Whether some voice says that it came about, or that one there was came to its end."""
        kinds = [(step(one), one.status) for one in self.steps]
        return any(
            (kind != "truce proposed" and status in ("asserted", "attributed"))
            or (kind == "truce kept" and status == "planned" and self.agreed is not None)
            for kind, status in kinds
        )

    def join(self, other: "Draft") -> None:
        """Take in the steps of another telling of it."""
        self.steps += other.steps
        self.parties = {**other.parties, **self.parties}
        self.brokers = {**other.brokers, **self.brokers}
        self.announcers |= other.announcers
        self.places |= other.places
        self.told += other.told

    def key(self) -> tuple[str, str]:
        """What drafts are ordered by: when they were made, as far as that is told."""
        when = self.agreed or self.in_force or closest(self.steps) or next(iter(self.told), None)
        return (when.earliest or when.latest or "9999") if when else "9999", min(one.id for one in self.steps)


def place(event: Event) -> int | None:
    """The place in a series that the words of a step give its truce ("the first, of 11 September, was kept")."""
    said = event.evidence[0].text.lower().replace(",", " ").split()
    ordinals = lexicon("events")["ordinals"]
    for n, word in enumerate(said):
        near = " ".join(said[n + 1 : n + 4])
        counts_truce = any(name in near for name in _NAMES) and "attempt" not in near
        if word in ordinals and said[max(0, n - 1)] in _ARTICLES and (counts_truce or n == 1):
            return int(ordinals[word])
    return None


_NAMES = ("cease-fire", "ceasefire", "cease fire", "truce", "armistice", "pause", "lull")
_ARTICLES = frozenset({"the", "a", "this"})


def step(event: Event) -> str:
    """Which step of a truce an event is: its rule's name."""
    return event.rule.partition(": ")[2].partition(",")[0]


def closest(events: Iterable[Event]) -> When | None:
    """The shortest of the times told of some events, then the earliest."""
    known = [one.happened for one in events if one.happened.earliest and one.happened.latest]
    return min(known, key=lambda one: (_length(one), one.earliest or "", one.latest or ""), default=None)


def _length(when: When) -> int:
    return (when.last_day - when.first_day).days if when.last_day and when.first_day else 0


def drafts(steps: Sequence[Event], sides: Sides, reports: Mapping[str, Document]) -> list[Draft]:
    """The truces that steps, ordered by report and place in it, tell of; each telling once."""
    found: list[Draft] = []
    by_report: dict[str, list[Event]] = {}
    for one in steps:
        by_report.setdefault(one.document, []).append(one)
    for document, told in by_report.items():
        published = reports[document].published if document in reports else When()
        found += _in_report(told, sides, published)
    return _joined(found, sides)


def _in_report(steps: Sequence[Event], sides: Sides, published: When) -> list[Draft]:
    found: list[Draft] = []
    current: Draft | None = None
    last: Event | None = None
    quiet: Event | None = None
    for one in steps:
        if step(one) == QUIET:
            if current is not None and _is_near(last, one):
                current.steps.append(one)
            else:
                quiet = one
            continue
        if one.status == "aggregate" and not _is_described(one):
            current = None if _counts_several(one) else current
            last = one
            continue
        one = replace(one, status="asserted") if one.status == "aggregate" else one
        counted = last is not None and last.status == "aggregate" and current is None
        near = _is_near(last, one)
        last = one if not (counted and near) else last
        if counted and near and step(one) not in MADE:
            continue
        draft = Draft(told=[published])
        _take(draft, one, sides)
        if step(one) == "truce named" and (called := [other for other in found if other.days & draft.days]):
            current = called[-1]
        if current is not None and _goes_on(current, draft, one, near):
            draft.told = []
            current.join(draft)
        else:
            current = draft
            found.append(draft)
            if quiet is not None and _is_near(quiet, one):  # "the guns fell silent, hours after X signed"
                draft.steps.append(quiet)
        quiet = None
    return found


def _is_near(before: Event | None, event: Event) -> bool:
    """Whether a step stands soon after another."""
    return before is not None and event.evidence[0].start - before.evidence[0].end <= _PARAGRAPH


def _is_described(event: Event) -> bool:
    """Whether a truce that is given a number is told of beside it ("a second truce took effect on 6 February")."""
    told = event.happened.known or place(event) is not None
    return step(event) in TOLD_OF and told and not _counts_several(event)


def _counts_several(event: Event) -> bool:
    """Whether a count is of several truces, and not the number of one ("it was the third")."""
    return event.rule.endswith("agreed") or any(span.text.lower().endswith("s") for span in event.cue)


def _goes_on(draft: Draft, other: Draft, event: Event, near: bool) -> bool:
    """Whether a step belongs to the truce told of last."""
    if not (near or event.rule.endswith(", again")) or _is_anew(event):
        return False
    if _number_apart(draft, other):
        return False
    if step(event) in MADE and draft.agreed and other.agreed and not _close(draft.agreed, other.agreed, _NEAR):
        return False
    if near and event.evidence[0].text.lower().startswith(_BACK):
        return True  # "it had been announced in X": where it was announced is not where it holds
    return not (draft.places and other.places and not draft.places & other.places)


# Words that go back to the truce told of last.
_BACK = ("it ", "which ", "this ", "that ")


def _is_anew(event: Event) -> bool:
    """Whether a truce is told to be another than the one told of last ("proposed a new one")."""
    said = event.evidence[0].text.lower().split()
    return step(event) in MADE and any(
        word in _ANEW and said[max(0, n - 1)] in ("a", "an") and _is_truce(said[n + 1 : n + 3])
        for n, word in enumerate(said)
    )


def _is_truce(said: Sequence[str]) -> bool:
    return any(word.strip(".,;") == "one" or word.startswith(_NAMES) for word in said)


_ANEW = frozenset({"new", "further", "fresh", "another", "second", "third", "fourth"})


def _take(draft: Draft, event: Event, sides: Sides) -> None:
    draft.steps.append(event)
    third = step(event) in ("truce brokered", "truce proposed")
    for link in event.initiators:
        id = sides.who(link)
        if id is not None:
            (draft.brokers if third else draft.parties).setdefault(id, replace(link, actor=id))
            if step(event) == "truce declared" and any("announc" in span.text.lower() for span in event.cue):
                draft.announcers.add(id)
        elif third and link.span is not None and " " in link.span.text:
            draft.brokers.setdefault(f"{WORDS}{link.span.text.lower()}", link)
    for id, link in sides.linked(event.recipients):
        draft.parties.setdefault(id, link)
    draft.places |= {id for id, _ in sides.linked(event.places)}


def _joined(found: Sequence[Draft], sides: Sides) -> list[Draft]:
    """Drafts of one truce put together; those that tell only its end go to the one then alive."""
    made = sorted((one for one in found if one.made), key=Draft.key)
    loose = sorted((one for one in found if not one.made), key=Draft.key)
    joined: list[Draft] = []
    for one in [*(d for d in made if d.agreed), *(d for d in made if not d.agreed)]:
        fits = [other for other in joined if _is_one(one, other, sides)]
        if not fits and one.agreed is None and one.steps[0].rule.endswith(", again"):
            fits = [other for other in joined if _outlived(other, one, sides)]
        if len(fits) == 1:
            fits[0].join(one)
        else:
            joined.append(one)
    for one in loose:
        alive = _nth(joined, one, sides) or [other for other in joined if _outlived(other, one, sides)]
        if len(alive) == 1:
            alive[0].join(one)
        else:
            joined.append(one)
    return joined


def _nth(truces: Sequence[Draft], end: Draft, sides: Sides) -> list[Draft]:
    """The truce that a number means when its end is told ("the first was dead before supper")."""
    ordered = sorted((one for one in truces if one.is_told), key=Draft.key)
    numbered = [ordered[number - 1] for number in end.numbers if number <= len(ordered)]
    return [one for one in numbered if not _differ(one.bound, end.bound, sides) and not _number_apart(one, end)]


def _number_apart(a: Draft, b: Draft) -> bool:
    """Whether two are given other places in a series."""
    return bool(a.numbers and b.numbers) and not a.numbers & b.numbers


def _is_one(a: Draft, b: Draft, sides: Sides) -> bool:
    if _differ(a.brokers, b.brokers, sides) or (_differ(a.bound, b.bound, sides) and not a.places & b.places):
        return False
    shared = bool(a.places & b.places) or _share(a.brokers, b.brokers, sides)
    if a.agreed and b.agreed:
        return _close(a.agreed, b.agreed, _NEAR)
    if a.days and b.days:
        return bool(a.days & b.days)
    if a.numbers and b.numbers:
        return a.numbers == b.numbers and not (a.agreed or b.agreed)
    if a.places and b.places and not a.places & b.places:
        return False
    told = any(_close(x, y, _NEWS) for x in a.told for y in b.told)
    first = a.agreed or b.agreed
    if first is not None:
        told = any(_close(first, one, _NEWS) for draft in (a, b) if not draft.agreed for one in draft.told)
    return told and (shared or (not first and _share(a.parties, b.parties, sides)))


def _outlived(truce: Draft, end: Draft, sides: Sides) -> bool:
    """Whether a truce was made, and not yet over, when the end of one is told."""
    made = truce.agreed or truce.in_force
    when = end.ended or next((one for one in end.told if one.last_day), None)
    if made is None or when is None or _differ(truce.bound, end.bound, sides) or _number_apart(truce, end):
        return False
    first, last = made.first_day, when.last_day
    if first is None or last is None or not first <= last <= first + _ALIVE:
        return False
    over = truce.ended.last_day if truce.ended else None
    return over is None or (when.first_day or last) <= over + _NEAR


def _differ(a: Mapping[str, Link], b: Mapping[str, Link], sides: Sides) -> bool:
    return bool(_known(a, sides) and _known(b, sides)) and not _share(a, b, sides)


def _share(a: Mapping[str, Link], b: Mapping[str, Link], sides: Sides) -> bool:
    return bool(_known(a, sides) & _known(b, sides))


def _known(links: Mapping[str, Link], sides: Sides) -> set[str]:
    """The sides of those who are known, and not only words."""
    return {sides.of(one) for one in links if not one.startswith(WORDS)}


def _close(a: When, b: When, within: timedelta) -> bool:
    """Whether two times are so close that they can be of one; unknown ones may be."""
    first, last = _ends(a), _ends(b)
    if first is None or last is None:
        return a.may_meet(b)
    return first[0] - last[1] <= within and last[0] - first[1] <= within


def _day(when: When) -> date | None:
    """The day of a time that is of one day."""
    return when.first_day if when.first_day == when.last_day else None


def _ends(when: When) -> tuple[date, date] | None:
    return (when.first_day, when.last_day) if when.first_day and when.last_day else None
