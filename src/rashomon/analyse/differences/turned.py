"""A stand that is another one than before, as the report itself tells it: in one sentence, or of an earlier report."""

import re
from collections import defaultdict
from collections.abc import Iterator

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.differences.positions import Stand, turn
from rashomon.analyse.differences.sides import side_of, states
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Position, Statement
from rashomon.model.finding import Difference, Side
from rashomon.model.text import Document, Span

# "Osk, which in May swore that …, told the court in June that …": once a stand, now another. Bounded, so linear.
_ONCE = re.compile(r",\s(?:who|which)\s(?P<once>[^,.;:\n]{8,160}),\s(?P<now>[^;:\n]{10,260})")
# Where a sentence ends.
_END = re.compile(r"(?<=[a-z0-9”\"])[.!?][”\"]?\s")
# How far back from the relative word its name may end, in characters.
_NAMED = 3
# A report is at most so much longer than its turn is looked for, in statements of the holder.
_EARLIER = 40
_STANDS = frozenset({"demand", "reject", "promise", "propose", "threaten", "warn", "say"})


def turned_in_a_sentence(view: View) -> Iterator[Difference]:
    """A sentence says where a party stood at one time, and where it stands at another."""
    for document in view.documents.values():
        ends = {one.evidence[0].end: actor for one, actor in view.named[document.id]}
        for found in _ONCE.finditer(document.text):
            holder = next((ends[at] for at in range(found.start(), found.start() - _NAMED, -1) if at in ends), None)
            if holder is None or view.actors[holder].key.startswith("unnamed:"):
                continue  # "an engineer, who would not be named, said" has taken no stand
            if _once(found["once"]) and _now(_to_its_end(found["now"])):
                yield _told(view, document, holder, found)


def turned_from(view: View) -> Iterator[Difference]:
    """A report says that a party no longer stands where it stood; an earlier one tells where that was."""
    stands: dict[str, list[Stand]] = defaultdict(list)
    some: list[Stand] = [*view.positions, *(each for each in view.statements if each.act in _STANDS)]
    for one in some:
        for holder in states(view, _by(one)):
            stands[holder].append(one)
    for holder, held in stands.items():
        for later in held:
            here = sentence(view.documents[later.document], later.evidence[0])
            said = turn(here.text, "moved")
            former = _before(view, held, later, here) if said else None
            if former is not None:
                yield Difference(
                    type="change of position",
                    topic=f"{view.names([Link(actor=holder)])}: {quoted(later.evidence)}"[:160],
                    sides=(side_of(view, former), side_of(view, later)),
                    why=f"A later report says itself (“{said}”) that the party moved; an earlier one tells from where.",
                    check="turned_from",
                )


def _before(view: View, some: list[Stand], later: Stand, here: Span) -> Stand | None:
    """The stand of an earlier report that shares most words with the sentence that tells the turn, or nothing."""
    wanted = stems_in(here.text)
    earlier = [one for one in some if view.order[one.document] < view.order[later.document]][-_EARLIER:]
    shared = [(len(stems_in(quoted(_what(one))) & wanted), n, one) for n, one in enumerate(earlier)]
    best = max(shared, key=lambda item: item[:2], default=None)
    least = 2 if best is not None and isinstance(best[2], Statement) else 1
    return best[2] if best is not None and best[0] >= least else None


def _by(one: Stand) -> tuple[Link, ...]:
    return one.holder if isinstance(one, Position) else one.speaker


def _what(one: Stand) -> tuple[Span, ...]:
    spans: tuple[Span, ...] = one.issue if isinstance(one, Position) else one.content
    return spans or one.evidence


def _once(clause: str) -> bool:
    """Whether a clause tells a stand of a time that is over."""
    said = re.findall(r"[a-z]+", clause.casefold())
    return bool(set(said) & words("comparison", "stood")) and (
        bool(set(said) & words("comparison", "then")) or said[0] in ("had", "would")
    )


def _now(clause: str) -> bool:
    """Whether the rest of the sentence tells a stand."""
    return bool(set(re.findall(r"[a-z]+", clause.casefold())) & words("comparison", "stands"))


def _to_its_end(clause: str) -> str:
    """A clause as far as its sentence goes."""
    return _END.split(clause, maxsplit=1)[0]


def _told(view: View, document: Document, holder: str, found: re.Match[str]) -> Difference:
    who = (Link(actor=holder),)
    start, _ = found.span("now")
    spans = document.span(*found.span("once")), document.span(start, start + len(_to_its_end(found["now"])))
    sides = [Side(who=who, says=" ".join(one.text.split()), evidence=(one,), said=document.published) for one in spans]
    return Difference(
        type="change of position",
        topic=f"{view.actors[holder].name}: {sides[1].says}"[:160],
        sides=tuple(sides),
        why=f"The sentence sets side by side where the party stood (“{sides[0].says[:80]}”) and where it stands.",
        check="turned_in_a_sentence",
    )
