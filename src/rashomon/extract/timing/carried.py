"""When deeds happened whose own words do not tell it: on a day told beside them, or by the day they were told.

`when_of` dates a deed by the syntax of its clause. Half of the deeds of a report have no time there: the day
was told in the sentence before, with the talk at which something was promised, or with the saying that tells of
it. Here all times that stand near are weighed by where they stand, what they date already, and what the deed is.
The weights (`lexicon/carried.yaml`, by `scripts/train_carried.py`) hold nothing but such signs; no word of a text
is one. What no time near it dates had happened when it was told: on the day of the saying, or by publication.
Without the weights (`RASHOMON_RULES_ONLY=1`) that is all that is known.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from rashomon.extract.chances import chances
from rashomon.extract.found import Found
from rashomon.extract.learnt import left_out
from rashomon.extract.statements.sides import meant_by
from rashomon.extract.timing.bounds import combined
from rashomon.extract.timing.places import head_of_time
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Annotation, Event, Statement, Time, amended
from rashomon.model.text import Span
from rashomon.model.values import When

A = TypeVar("A", bound=Annotation)

CARRIED = ", told beside it"
"""So ends the basis of a time that was carried to a deed."""

TOLD = "told "
"""So begins the basis of a time that is only the day of the telling."""

# How far from a deed, in its paragraph, a time may stand that dates it: sentences before it.
_BEFORE = 3
# Days that a time may last to say when something happened.
_LONG = 62
# Deeds that are done by saying something, and so on the day of the saying.
_SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "AGREE", "SUPPORT"})
_TOLD = frozenset({"asserted", "attributed", "alleged", "denied", "presupposed"})
_VERBAL = ("VERB", "AUX")
_NOUN = "noun "
# What dates a deed by another, whose day may be told nowhere.
_UNDER = frozenset({"ccomp", "pcomp"})
_OFFSETS = frozenset({"after", "before", "until", "till", "since"})
# "Now", "recently": of the telling, not of a deed.
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
_WORDS = "own saying"
_BOUNDS = frozenset({"since", "from", "by", "until", "till", "before", "after"})


def carried(analysis: Analysis, found: Found) -> Iterator[Annotation]:
    """The deeds dated by a time beside their own clause, or else by the day on which they were told at the latest."""
    near = Near(analysis, found)
    given = None if left_out() else lexicon("carried")
    for event in near.open():
        when = (near.beside(event, given["weights"], given["sure"]) if given else None) or near.told_by(event)
        if when is not None:
            yield amended(event, happened=when)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A time that may be a deed's: what it would be dated to, and what speaks for and against it."""

    when: When
    signs: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A time of the report: where it stands, the interval it gives, and the word before it that bounds it."""

    time: Time
    when: When
    word: Token
    bound: str


class Near:
    """The times of a report that may date the deeds of which it does not tell when."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis, self._found = analysis, found

    def open(self) -> Iterator[Event]:
        """The deeds without a time of their own that have a place in a story: no history, no hope."""
        for one in self._found.events:
            cue = self._cue(one)
            if cue is None or one.background or one.status not in _TOLD or one.happened.known or one.happened.basis:
                continue
            yield one

    def may_carry(self, event: Event) -> bool:
        """Whether a deed is told as the next one, not as what came before it ("had taken") or is to come of it."""
        cue = self._cue(event)
        if cue is None or self._is_offset(cue):
            return False
        tense = self._tense(cue)
        if tense.startswith(_NOUN) or tense.endswith(("modal", "VB", "perfect")):
            return False
        if cue.tag == "VBG" and (cue.dep != "advcl" or cue.all("aux")):
            return False  # "by killing", "condemned the shelling", "having left"
        # In reported words "had taken" is the plain past.
        return not tense.endswith("before") or self._voice(cue.start) is not None

    def kind(self, event: Event) -> str:
        """The sort of deed, whose chance of staying undated the weights hold."""
        return "talk" if event.type == "CONSULT" else "speech" if event.type in _SPEECH else "deed"

    def beside(self, event: Event, weights: Mapping[str, float], sure: float) -> When | None:
        """The time near a deed that is so surely the deed's own."""
        if not self.may_carry(event):
            return None
        options = self.options(event)
        found = chances(weights, self.kind(event), {key: one.signs for key, one in options.items()})
        best = max(found, key=lambda key: found[key])
        if not best or found[best] < sure:
            return None
        return replace(options[best].when, basis=f"{options[best].when.basis}{CARRIED}")

    def told_by(self, event: Event) -> When | None:
        """What is told is over by then: on the day it was said, where that is told, else by publication."""
        cue = self._cue(event)
        if cue is None or self._tense(cue).endswith("modal"):
            return None
        voice = self._voice(cue.start)
        if voice is not None and voice.said.is_day and voice.said.latest is not None:
            if self._is_read_out(event, voice):
                day = date.fromisoformat(voice.said.latest[:10])
                return When.between(day - timedelta(days=1), day, basis=f"read out on {day}")
            return When(latest=voice.said.latest, granularity="interval", basis=f"{TOLD}on {voice.said.last_day}")
        published = self._analysis.document.published.latest
        if published is None:
            return None
        return When(latest=published, granularity="interval", basis=f"{TOLD}by publication on {published}")

    def _is_read_out(self, event: Event, voice: Statement) -> bool:
        """Whether an office tells, in its own words, of a call just made: that comes on its day or the day after.

        Who took part may speak of an older call, and so may what is told in quotation marks or as what came before.
        """
        if event.mode != "phone" or voice.form != "indirect" or not self.may_carry(event):
            return False
        cue = self._cue(event)
        if cue is None or "before" in self._tense(cue) or "perfect" in self._tense(cue):
            return False
        taking_part = [meant_by(self._found, link) for link in event.initiators]
        names = {one.name for one in taking_part if one is not None and one.name}
        speaking = [meant_by(self._found, link) for link in voice.speaker]
        # "He" of whom nothing tells who it is may be one of the two.
        own = any(one is not None and (one.form == "pronoun" or one.name in names) for one in speaking)
        return bool(speaking) and not own

    def options(self, event: Event) -> dict[str, Option]:
        """The times that may date a deed, by their ends."""
        cue = self._cue(event)
        if cue is None:
            return {}
        here = self._analysis.sentence_of(cue)
        near = [
            (one, back)
            for back in range(_BEFORE + 1)
            for one in self._told.get(here.index - back, ())
            if self._analysis.sentence_of(one.word).paragraph == here.paragraph
        ]
        near.sort(key=lambda pair: abs(pair[0].word.i - cue.i))
        made: dict[str, Option] = {}
        placed = [(one, back, *self._role(one, event)) for one, back in near]
        own = any(back == 0 and role != _WORDS for _, back, role, _ in placed)
        for one, back, role, voice in placed:
            key = f"{one.when.earliest}/{one.when.latest}"
            # "Accused them on Friday of arming rebels": Friday is the day of the words alone.
            words = role == _WORDS and back == 0
            # "Blamed last week's stampede": the time of what hangs on the deed.
            below = back == 0 and any(above is cue for above in one.word.ancestors)
            if key not in made and not words and not below and (back == 0 or not own):
                signs = list(self._signs(event, cue, one, back, min(len(made), 3), role, voice))
                made[key] = Option(when=one.when, signs=signs)
        return made

    def _signs(
        self, event: Event, cue: Token, one: _Told, back: int, rank: int, role: str, voice: str
    ) -> Iterator[str]:
        place = "behind" if one.word.i > cue.i else "before"
        far = f"{place}:{back}"
        tense = self._tense(cue)
        yield far
        yield f"rank:{rank}"
        yield f"{far};rank:{rank}"
        yield f"role:{role}"
        yield f"{far};{role}"
        yield f"voice:{voice}"
        yield f"{role};voice:{voice}"
        yield f"tense:{tense}"
        yield f"{far};tense:{tense}"
        yield f"status:{event.status}"
        yield f"{event.status};{role}"
        yield f"bound:{one.bound}"
        yield f"grain:{one.when.granularity}"
        yield f"age:{self._age(one.when)}"
        yield f"age:{self._age(one.when)};{tense}"
        if back == 0:
            between = self._between(one.word, cue)
            yield f"between:{between}"
            yield f"between:{between};{role}"

    def _is_offset(self, cue: Token) -> bool:
        """Whether a deed dates another or is dated by one ("two days after they signed")."""
        for one in (cue, *cue.ancestors):
            if any(mark.lower in _OFFSETS for mark in one.all("mark", "prep", "advmod")) and one is cue:
                return True
            if one.lower in _OFFSETS and one.dep in ("prep", "mark"):
                return True
            if one.pos in _VERBAL and one is not cue and not (one.dep in _UNDER and one.lower not in _OFFSETS):
                return any(mark.lower in _OFFSETS for mark in one.all("mark"))
        return False

    def _role(self, one: _Told, event: Event) -> tuple[str, str]:
        """What the time dates already (a saying, a deed), and whether that is told by the same voice."""
        cue = event.cue[0].start if event.cue else event.evidence[0].start
        at = one.time.evidence[0].start
        voice, other = self._voice(cue), self._voice(at)
        same = "same" if voice is other else "deeper" if voice is not None else "out"
        for said in self._sayings.get(one.word.sentence, ()):
            if _is_one(said.said, one.when) and _holds(said.evidence, at):
                if _holds(said.content, cue):
                    return _WORDS, same
                if not _holds(said.content, at):
                    return "saying", same
        for deed in self._deeds.get(one.word.sentence, ()):
            if deed.id != event.id and _is_one(deed.happened, one.when) and _holds(deed.evidence, at):
                sort = "talk" if deed.type == "CONSULT" else "background" if deed.background else "deed"
                return sort + (" alike" if deed.type == event.type else ""), same
        return "free", same

    def _voice(self, at: int) -> Statement | None:
        """The innermost saying in whose words a place stands."""
        sentence = self._analysis.sentence_at(at)
        inside = [
            (sum(len(span.text) for span in one.content), one.id, one)
            for one in self._words.get(sentence.index if sentence else -1, ())
            if _holds(one.content, at)
        ]
        return min(inside)[2] if inside else None

    @cached_property
    def _sayings(self) -> Mapping[int, Sequence[Statement]]:
        """The sayings told in each sentence."""
        return self._by_sentence((one, one.evidence) for one in self._found.statements)

    @cached_property
    def _words(self) -> Mapping[int, Sequence[Statement]]:
        """The sayings whose words stand in each sentence."""
        return self._by_sentence((one, one.content) for one in self._found.statements)

    @cached_property
    def _deeds(self) -> Mapping[int, Sequence[Event]]:
        """The deeds told in each sentence."""
        return self._by_sentence((one, one.evidence) for one in self._found.events)

    def _by_sentence(self, given: Iterable[tuple[A, Sequence[Span]]]) -> Mapping[int, Sequence[A]]:
        found: dict[int, list[A]] = {}
        for record, spans in given:
            inside = [self._analysis.tokens_in(span.start, span.end) for span in spans]
            for index in sorted({one.sentence for tokens in inside for one in tokens}):
                found.setdefault(index, []).append(record)
        return found

    def _tense(self, cue: Token) -> str:
        verb = cue if cue.pos in _VERBAL else next((one for one in cue.ancestors if one.pos in _VERBAL), None)
        if verb is None:
            return "none"
        helps = {one.lower for one in verb.all("aux", "auxpass")}
        sort = _NOUN if verb is not cue else ""
        if helps & {"had", "'d", "’d"}:
            return sort + "before"
        if helps & {"will", "would", "'ll", "’ll", "shall", "may", "can", "could", "should", "must", "might"}:
            return sort + "modal"
        if helps & {"has", "have", "'ve", "’ve"}:
            return sort + "perfect"
        if verb.tag in ("VBZ", "VBP") or helps & {"is", "are", "am", "do", "does"}:
            return sort + "present"
        if verb.tag == "VBD" or helps & {"was", "were", "did"}:
            return sort + "past"
        return sort + verb.tag

    def _between(self, one: Token, other: Token) -> str:
        """What stands between two words of a sentence: verbs, commas."""
        first, last = sorted((one.i, other.i))
        tokens = self._analysis.tokens[first + 1 : last]
        verbs = sum(token.pos == "VERB" for token in tokens)
        return f"{min(verbs, 2)}{',' if any(token.text in ',;' for token in tokens) else ''}"

    def _age(self, when: When) -> str:
        """How long before publication a time lies."""
        published, last = self._analysis.document.published.last_day, when.last_day
        if published is None or last is None:
            return "?"
        days = (published - last).days
        return (
            "ahead" if days < 0 else str(days) if days < 2 else "week" if days < 8 else "month" if days < 40 else "old"
        )

    def _cue(self, event: Event) -> Token | None:
        span: Span = (event.cue or event.evidence)[0]
        inside = self._analysis.tokens_in(span.start, span.end)
        return inside[0] if inside else None

    @cached_property
    def _told(self) -> Mapping[int, Sequence[_Told]]:
        """The times that may date something, by the sentence they stand in."""
        found: dict[int, list[_Told]] = {}
        for one in self._times():
            found.setdefault(one.word.sentence, []).append(one)
        return found

    def _times(self) -> Iterator[_Told]:
        for time in self._found.times:
            if time.timex.type == "SET" or time.timex.value in _VAGUE or time.doubt or not time.when.known:
                continue
            head = head_of_time(self._analysis, time)
            first = self._analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
            if head is None or not first or self._analysis.sentence_of(head).role:
                continue
            before = self._analysis.tokens[first[0].i - 1] if first[0].i else None
            word = before if before is not None and before.lower in _BOUNDS else None
            when = combined(self._analysis, [(time, word)], past=True)
            days = _days(when)
            if word is None and (days is None or days > _LONG):
                continue
            yield _Told(time=time, when=when, word=head, bound=word.lower if word is not None else "")


def _days(when: When) -> int | None:
    first, last = when.first_day or date.min, when.last_day
    return (last - first).days if last is not None and when.first_day is not None else None


def _holds(spans: Sequence[Span], at: int) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _is_one(when: When, other: When) -> bool:
    return when.known and (when.earliest, when.latest) == (other.earliest, other.latest)
