"""An account that goes on: who still counts in a sentence that names nobody, and on which day it was given."""

from collections.abc import Iterator, Sequence

from rashomon.extract.figures.corrections import corrected_day
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.incidents import LOSSES
from rashomon.extract.figures.other_days import begins_count
from rashomon.extract.figures.own_voice import OwnVoice
from rashomon.extract.found import Found
from rashomon.extract.parties import key
from rashomon.extract.voices import teller
from rashomon.language.analysis import Analysis, Sentence
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention, Statement, Time
from rashomon.model.values import When

# So many words of a sentence are looked at.
_WORDS = 120
# Sentences between two parts of one account.
_BACK = 6
# Characters behind a number in which a time is its own.
_BESIDE = 40
_PRONOUNS = frozenset({"it", "they", "he", "she"})


class Threads:
    """Follows the accounts of one report from sentence to sentence."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._own = OwnVoice(analysis, found)

    def go_on(self, draft: Draft, made: Sequence[Draft]) -> None:
        """Give a figure the counter and the day of the account that it goes on with, where it has none of its own."""
        if draft.background:
            return
        if len(draft.counter) < 2:
            last = self._counted_before(draft, made)
            if last is not None and (self._is_of_account(draft, last) or self._is_relayed(draft, last)):
                draft.counter = last.counter
        if draft.when.earliest is None:
            day = self._day(draft, made)
            if day is not None:
                draft.when = day

    # By whose count

    def _counted_before(self, draft: Draft, made: Sequence[Draft]) -> Draft | None:
        """The last figure that somebody counted, of this paragraph, in this sentence or the one before."""
        here = draft.sentence
        for one in reversed(made):
            if one.sentence.paragraph != here.paragraph or here.index - one.sentence.index > 1:
                return None
            if len(one.counter) > 1:
                return one
        return None

    def _is_relayed(self, draft: Draft, last: Draft) -> bool:
        """Whether a side's own paper goes on with the losses that its officer gave in the sentence before."""
        losses = LOSSES | {"other"}
        both = draft.item.counts in losses and last.item.counts in losses
        sided = self._own.home() is not None or self._own.takes_sides
        told = both and draft.number.bound != "undisclosed" and sided
        teller_before = self._found.record(last.counter[0].mention) if last.counter[0].mention else None
        officer = isinstance(teller_before, Mention) and teller_before.type == "person"
        return told and officer and not self._has_time(draft) and self._is_bare(draft.sentence)

    def _is_bare(self, sentence: Sentence) -> bool:
        """Whether nobody is told to say or give anything in a sentence."""
        giving = words("figures", "giving") | words("figures", "saying")
        return not any(one.lemma in giving and one.pos == "VERB" for one in self._analysis.words(sentence))

    def _is_of_account(self, draft: Draft, last: Draft) -> bool:
        """Whether the words say that the same one goes on counting ("Its own losses *it gives* as")."""
        here = self._analysis.words(draft.sentence)[:_WORDS]
        if draft.sentence is last.sentence:  # "set its losses at 146, where *it had spoken* of 61"
            here = [one for one in here if last.number.core[-1].i < one.i < draft.number.words[0].i]
        before = [one for one in here if one.i < draft.number.words[0].i]
        giving = words("figures", "giving") | words("figures", "saying")
        for token, verb, other in zip(here, here[1:], [*here[2:], None], strict=False):
            verb = other if verb.lemma == "have" and other is not None else verb
            if token.lower in _PRONOUNS and verb.lemma in giving and verb.pos in ("VERB", "AUX"):
                return verb.tag in ("VBD", "VBZ", "VBP", "VBN")
        if draft.sentence is last.sentence:
            return not self._is_told_anew(draft, last)
        passive = [one for one in before if one.tag == "VBN" and one.lemma in words("figures", "giving")]
        return any(one.child("auxpass") is not None and one.child("agent") is None for one in passive)

    def _is_told_anew(self, draft: Draft, last: Draft) -> bool:
        """Whether somebody else is told of between two numbers ("40 dead, *while the town lost* 12")."""
        first = max(last.number.core[-1].i, *(one.i for one in last.item.words)) + 1
        between = self._analysis.tokens[first : draft.number.words[0].i]
        told = any(one.dep in ("nsubj", "nsubjpass", "mark") or one.text in (";", ":", "(") for one in between)
        return told or draft.item.rule == "gap"

    # As of which day

    def _day(self, draft: Draft, made: Sequence[Draft]) -> When | None:
        """The day on which the same one spoke before, where these words belong to what was said then."""
        here = draft.sentence
        corrected = corrected_day(self._analysis, self._found, here)
        if corrected is not None:
            return corrected
        if self._is_standing(draft) or self._has_time(draft) or draft.item.counts in ("money", "troops"):
            return None
        paper = self._of_paper(here)
        if paper is not None:
            return paper
        goes_on = self._goes_on(here)
        for statement in self._said_before(here):
            same = self._is_by(statement, draft.counter[:1]) if len(draft.counter) > 1 else False
            near = here.index - self._index(statement) <= 1
            if same or (goes_on and near and len(draft.counter) > 1):
                return _day_of(statement.said)
        if goes_on and self._own.home() is not None and self._is_said(draft):
            lead = self._lead()
            if lead is not None:
                return lead
        for one in reversed(made):
            if here.index - one.sentence.index > _BACK or one.sentence.index > here.index:
                break
            if one.revised:
                continue
            given = one.item.rule in ("toll", "state", "elided") and one.when.is_day and not one.background
            if given and one.sentence is not here and self._same(one, draft) and self._gave(one):
                return one.when
        return None

    def _of_paper(self, here: Sentence) -> When | None:
        """The day of the paper told of right before ("The bulletin *of Tuesday* was short. It gave the dead as 41")."""
        first = self._analysis.words(here)[:1]
        before = self._analysis.sentences[here.index - 1] if here.index else None
        if before is None or before.paragraph != here.paragraph or not first or first[0].lower not in _PRONOUNS:
            return None
        told = [one for one in self._analysis.words(before) if one.lemma.lower() in words("figures", "papers")]
        times = self._found.within(Time, before.start, before.end)
        days = [one.when for one in times if one.when.earliest is not None and not self._begins(one)]
        subject = any(one.dep in ("nsubj", "nsubjpass", "dobj") for one in told)
        return _day_of(days[0]) if subject and len(days) == 1 else None

    def _is_said(self, draft: Draft) -> bool:
        """Whether somebody is told to have said it, on a day that is not told."""
        statement = teller(self._found, draft.number.core[0])
        return statement is not None and statement.said.earliest is None and bool(statement.speaker)

    def _lead(self) -> When | None:
        """The day on which the first sentence of a side's own paper has its chief speak: the others spoke then too."""
        body = self._analysis.body[:1]
        said = [one for one in self._found.statements if body and body[0].start <= one.evidence[0].start < body[0].end]
        days = {(one.said.first_day, one.said.last_day) for one in said if one.said.earliest is not None}
        return _day_of(next(one.said for one in said if one.said.earliest is not None)) if len(days) == 1 else None

    def _gave(self, draft: Draft) -> bool:
        """Whether a figure's day is that on which it was given, and not that of what befell those it counts."""
        cue = teller(self._found, draft.number.core[0])
        if cue is not None:
            return cue.said == draft.when
        return any(one.lemma in words("figures", "giving") for one in self._analysis.words(draft.sentence))

    def _same(self, one: Draft, draft: Draft) -> bool:
        if len(one.counter) < 2 or len(draft.counter) < 2:
            return False
        first, second = one.counter[0], draft.counter[0]
        mine, theirs = key(self._found, first), key(self._found, second)
        return first == second or (mine is not None and mine == theirs)

    def _said_before(self, here: Sentence) -> Iterator[Statement]:
        """The statements of a known day before a sentence, the nearest first."""
        first = self._analysis.sentences[max(0, here.index - _BACK)].start
        told = self._found.within(Statement, first, here.start)
        near = [one for one in told if one.said.earliest is not None and one.speaker]
        yield from sorted(near, key=lambda one: -one.evidence[0].start)

    def _is_by(self, statement: Statement, counter: Sequence[Link]) -> bool:
        keys = {one for link in statement.speaker if (one := key(self._found, link))}
        spans = {link.span.text.lower() for link in statement.speaker if link.span is not None}
        return any(
            key(self._found, link) in keys or (link.span is not None and link.span.text.lower() in spans)
            for link in counter
        )

    def _index(self, statement: Statement) -> int:
        at = self._analysis.tokens_in(statement.evidence[0].start, statement.evidence[0].end)
        return self._analysis.sentence_of(at[-1]).index if at else 0

    def _is_standing(self, draft: Draft) -> bool:
        """Whether somebody counts in the present tense, so that the day is that of the report ("owns to 41 dead")."""
        statement = teller(self._found, draft.number.core[0])
        cue = statement.cue if statement is not None else ()
        told = [one for span in cue for one in self._analysis.tokens_in(span.start, span.end)]
        if not told:
            giving = words("figures", "giving") | words("figures", "admitting") | words("figures", "saying")
            told = [one for one in self._analysis.words(draft.sentence) if one.lemma in giving and one.pos == "VERB"]
        return any(one.tag in ("VBZ", "VBP") for one in told)

    def _has_time(self, draft: Draft) -> bool:
        """Whether a time stands before the number, or right behind it, that does not only begin a count."""
        end = min(draft.sentence.end, draft.evidence.end + _BESIDE)
        comma = self._analysis.document.text.find(",", draft.evidence.end, end)
        near = self._found.within(Time, draft.sentence.start, comma if comma >= 0 else end)
        return any(one.when.known for one in near if not self._begins(one))

    def _begins(self, time: Time) -> bool:
        """Whether a time only begins a count ("since 26 January")."""
        at = self._analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)[0].i
        return begins_count(self._analysis, time) or (
            at > 0 and self._analysis.tokens[at - 1].lower in ("since", "from")
        )

    def _goes_on(self, here: Sentence) -> bool:
        """Whether a sentence says that it goes on with what was just told ("for his part", "at the same time")."""
        said = f" {self._analysis.document.text[here.start : here.end].lower()} "
        return any(f" {phrase}" in said for phrase in words("figures", "going_on"))


def _day_of(when: When) -> When | None:
    """The day of a statement; None where it is no single day."""
    return when if when.first_day is not None and when.first_day == when.last_day else None
