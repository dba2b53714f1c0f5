"""Truces while their steps are gathered, within one report; `truce_joins` puts those of several together.

A step that says "the truce" goes on with the one its report told of last. What is told
after a count ("three truces … each broken") belongs to none of them.
"""

import re
from calendar import month_name
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Event, Link
from rashomon.model.sides import TOLD, Sides
from rashomon.model.values import When

MADE = frozenset({"truce declared", "truce agreed", "truce signed", "truce brokered", "truce proposed"})
"""Steps by which a truce comes about."""
TOLD_OF = frozenset({"truce kept", *MADE})
"""Steps that tell of one truce though it is also counted ("the second truce took effect …")."""
THIRD = frozenset({"truce brokered", "truce proposed"})
"""Steps of those who bring about a truce between others."""
QUIET = "guns silent"
"""The step that tells of a truce only beside another."""
STEPS = MADE | {"truce kept", "truce named", "truce broken", "truce counted", QUIET}
"""Names of rules in lexicon/events.yaml that tell a step of a truce."""

WORDS = "words: "
"""Begins the key of a broker who is known by words only."""

# Two tellings of an agreement this many days apart or less can be of one truce.
NEAR = timedelta(days=3)
# A truce takes effect so soon after it was agreed, as a rule.
_WEEK = timedelta(days=7)
# A step without "the" in the same stretch of a report goes on with the truce before it, in characters.
_PARAGRAPH = 300


@dataclass(slots=True)
class Draft:
    """A truce while its steps are gathered."""

    steps: list[Event] = field(default_factory=list)
    parties: dict[str, Link] = field(default_factory=dict)
    brokers: dict[str, Link] = field(default_factory=dict)
    """Third sides by actor; by their words, after "words:", where those name nobody known ("the guarantors")."""
    announced_by: set[str] = field(default_factory=set)
    """Those who announced it, and may have been its brokers …"""
    declared_by: set[str] = field(default_factory=set)
    """… unless they ordered or declared it too, as only a party does."""
    places: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    """Words by which it is called ("the *Amberg* ceasefire"), and of the places and brokers of its making."""
    told: list[When] = field(default_factory=list)
    """When the reports came out that tell of it."""
    after: "Draft | None" = None
    """The truce of which it is told to be the predecessor."""

    def of(self, *rules: str) -> list[Event]:
        """Its steps of these kinds."""
        return [one for one in self.steps if step(one) in rules]

    @property
    def announcers(self) -> set[str]:
        """Those of its parties who announced it, and may have been its brokers."""
        return self.announced_by - self.declared_by

    @property
    def bound(self) -> dict[str, Link]:
        """Its parties without those who announced it, and may have been its brokers."""
        return {id: link for id, link in self.parties.items() if id not in self.announcers}

    @property
    def agreed(self) -> When | None:
        """When it was agreed: the closest time told of its making, and not of what became of it."""
        after = {(one.document, one.happened) for one in self.of("truce kept", "truce broken")}
        known = max((one.last_day for one in self.told if one.last_day is not None), default=date.max)
        made = [one for one in self.of(*MADE) if one.status in TOLD and not _is_ahead(one.happened, known)]
        firm = [one for one in made if step(one) != "truce proposed"]
        made = (
            firm if any(one.happened.placed for one in firm) else made
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
        kept = [one for one in kept if not _UNTIL.search(one.evidence[0].text)]
        made = self.agreed  # none holds before it is made: such a time is of another ("has outlived the one of May")
        if made is not None and made.first_day is not None:
            first = made.first_day - NEAR
            kept = [one for one in kept if not (one.happened.last_day and one.happened.last_day < first)]
        return closest(kept) or closest(self.of("truce named", QUIET))

    @property
    def days(self) -> frozenset[date]:
        """The days on which it was made, held or by which it is called."""
        steps = [one for one in self.of("truce kept", "truce named", *MADE) if one.status in TOLD]
        return frozenset(day for one in steps if (day := day_of(one.happened)) is not None)

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
        self.announced_by |= other.announced_by
        self.declared_by |= other.declared_by
        self.names |= other.names
        self.places |= other.places
        self.told += other.told

    def key(self) -> tuple[str, str]:
        """What drafts are ordered by: when they were made, as far as that is told."""
        when = self.agreed or self.in_force or closest(self.steps) or next(iter(self.told), None)
        return (when.earliest or when.latest or "9999") if when else "9999", min(one.id for one in self.steps)


def _is_ahead(when: When, known: date) -> bool:
    """Whether a time lies behind the reports: what is told as made ("the Christmas truce agreed on") was so by then."""
    return when.first_day is not None and when.first_day > known


# "to last until midnight on 30 December": when it was to end.
_UNTIL = re.compile(r"^(?!.*\bfrom\b).*\b(?:until|till|through)\b", re.DOTALL)


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


def in_report(steps: Sequence[Event], sides: Sides, published: When) -> list[Draft]:
    """The truces that the steps of one report tell of, in the order in which it tells them."""
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
        one = _as_told(one) if one.status == "aggregate" else one
        counted = last is not None and last.status == "aggregate" and current is None
        near = _is_near(last, one)
        last = one if not (counted and near) else last
        if counted and near and step(one) not in MADE:
            continue
        draft = Draft(told=[published], after=current if _PREDECESSOR.search(one.evidence[0].text) else None)
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


def _as_told(event: Event) -> Event:
    """A step of a truce that is given a number, as the step it would be without one."""
    rule = event.rule.replace("truce counted", "truce kept")
    return replace(event, status="asserted", rule=rule)


def _is_described(event: Event) -> bool:
    """Whether a truce that is given a number is told of beside it ("a second truce took effect on 6 February")."""
    told = event.happened.placed or place(event) is not None
    named = step(event) in TOLD_OF or _SINCE.search(event.evidence[0].text)
    return bool(named) and told and not _counts_several(event)


# "The Lenz truce, operative since the 8th, is the third": told to hold, whatever its number.
_SINCE = re.compile(
    r"\b(?:in force|in effect|in operation|operative|effective|applicable|valid) (?:since|from|as of)\b"
)


def _counts_several(event: Event) -> bool:
    """Whether a count is of several truces, and not the number of one ("it was the third")."""
    return event.rule.endswith("agreed") or any(span.text.lower().endswith("s") for span in event.cue)


def _goes_on(draft: Draft, other: Draft, event: Event, near: bool) -> bool:
    """Whether a step belongs to the truce told of last."""
    if not (near or event.rule.endswith(", again")) or _is_anew(event) or _is_of_another(draft, event):
        return False
    if number_apart(draft, other):
        return False
    if step(event) == "truce named" and not near and event.happened.placed and draft.of(*MADE):
        return False  # one is not called by its month in the report that tells how it was made
    if step(event) in MADE and draft.agreed and other.agreed and not close(draft.agreed, other.agreed, NEAR):
        return False
    if step(event) in MADE and other.agreed and draft.in_force and not close(draft.in_force, other.agreed, _WEEK):
        return False
    if near and event.evidence[0].text.lower().startswith(_BACK):
        return True  # "it had been announced in X": where it was announced is not where it holds
    return not (draft.places and other.places and not draft.places & other.places)


def _is_of_another(draft: Draft, event: Event) -> bool:
    """Whether a step is told of another truce, by its day or its words ("in the one before it, …")."""
    if _PREDECESSOR.search(event.evidence[0].text):
        return True
    made, told, over = draft.agreed, event.happened, draft.ended
    if step(event) in MADE and over is not None and over.last_day and told.first_day:
        return over.last_day < told.first_day  # what is made after the end of one is another
    begun = draft.in_force if step(event) in ("truce kept", "truce broken") else None
    return any(one and one.first_day and told.last_day and told.last_day < one.first_day for one in (made, begun))


_PREDECESSOR = re.compile(
    r"\b(?:the one before|its predecessor|(?:that|which) (?:had )?(?:preceded|come before|went before) it"
    r"|the (?:previous|preceding|earlier|last|former) (?:one|truce|cease-?fire|pause))\b"
)
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
    draft.places |= {id for id, _ in sides.linked(event.places)}
    draft.names |= names_of(event)
    if step(event) == "truce broken" and event.status not in TOLD:
        return  # who would break one, or did not, need be no party to it
    third = step(event) in THIRD
    for link in event.initiators:
        if step(event) not in MADE and len(event.initiators) == 1 and _is_in_name(link, event):
            continue
        id = sides.who(link)
        if id is not None:
            (draft.brokers if third else draft.parties).setdefault(id, replace(link, actor=id))
            if step(event) == "truce declared" and not third:
                announced = any("announc" in span.text.lower() for span in event.cue)
                (draft.announced_by if announced else draft.declared_by).add(id)
        elif third and link.span is not None and " " in link.span.text:
            draft.brokers.setdefault(f"{WORDS}{link.span.text.lower()}", link)
    for id, link in sides.linked(event.recipients):
        draft.parties.setdefault(id, link)


def _is_in_name(link: Link, event: Event) -> bool:
    """Whether the words for somebody are what a truce is called by ("the *Lenz* truce has held")."""
    said = {word.lower() for word in link.span.text.split()} if link.span is not None else set()
    return bool(said) and said <= names_of(event)


def names_of(event: Event) -> set[str]:
    """Words by which the truce of a step is called, and of the places and third sides of its making."""
    called = [one for found in _CALLED.finditer(event.evidence[0].text) for one in found.groups() if one]
    if step(event) in MADE:
        made = (*event.places, *(event.initiators if step(event) in THIRD else ()))
        called += [link.span.text for link in made if link.span is not None]
    words_of = {word.strip("’'").removesuffix("’s").removesuffix("'s") for one in called for word in one.split()}
    return {word.lower() for word in words_of if word[:1].isupper() and len(word) > 3 and not word.startswith(_MONTHS)}


# "the Amberg ceasefire", "the truce of Amberg".
_CALLED = re.compile(
    r"\b(?:[Tt]he|a) (?:so-called )?((?:[A-Z][\w’'-]{1,30} ){1,3})"
    r"(?:ceasefire|cease-fire|truce|armistice|pause|protocol)\b"
    r"|\b(?:ceasefire|cease-fire|truce|armistice|protocol|agreement) of ([A-Z][\w’'-]{1,30})"
)
_MONTHS = tuple(month_name[1:])


def number_apart(a: Draft, b: Draft) -> bool:
    """Whether two are given other places in a series."""
    return bool(a.numbers and b.numbers) and not a.numbers & b.numbers


def differ(a: Mapping[str, Link], b: Mapping[str, Link], sides: Sides) -> bool:
    """Whether those of two drafts are known, and none of one is on a side of the other."""
    return bool(_known(a, sides) and _known(b, sides)) and not share(a, b, sides)


def share(a: Mapping[str, Link], b: Mapping[str, Link], sides: Sides) -> bool:
    """Whether somebody in one of two drafts stands on the side of somebody in the other."""
    return bool(_known(a, sides) & _known(b, sides))


def _known(links: Mapping[str, Link], sides: Sides) -> set[str]:
    """The sides of those who are known, and not only words."""
    return {sides.of(one) for one in links if not one.startswith(WORDS)}


def close(a: When, b: When, within: timedelta) -> bool:
    """Whether two times are so close that they can be of one; unknown ones may be."""
    first, last = _ends(a), _ends(b)
    if first is None or last is None:
        return a.may_meet(b)
    return first[0] - last[1] <= within and last[0] - first[1] <= within


def day_of(when: When) -> date | None:
    """The day of a time that is of one day."""
    return when.first_day if when.first_day == when.last_day else None


def _ends(when: When) -> tuple[date, date] | None:
    return (when.first_day, when.last_day) if when.first_day and when.last_day else None
