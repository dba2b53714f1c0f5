"""What a denial or rejection takes up that another voice told before it in the report."""

from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.extract.links.own_words import OwnWords, start_of
from rashomon.extract.statements.sides import names_of, sides_of
from rashomon.language.analysis import Analysis, Sentence
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Figure, Statement

# How many paragraphs before a denial a deed may be told that it denies in like words, and how many sentences
# where the denial only points at it.
_BACK = 4
_NEAR = 2
_TOLD = frozenset({"asserted", "attributed", "alleged", "aggregate"})
_WISHED = frozenset({"planned", "hypothetical", "attributed", "asserted"})
_SPEECH = frozenset({"ACCUSE", "REJECT", "THREATEN"})


class Claims:
    """The deeds and counts that a report tells, as those later find them who deny them."""

    def __init__(self, analysis: Analysis, found: Found, own: OwnWords) -> None:
        self._analysis = analysis
        self._found = found
        self._own = own

    def same(self, denial: Statement) -> str | None:
        """The deed told before by another voice in the words in which a denial tells it again; the nearest of them."""
        own = self._own.foremost(denial)
        said = self._own.stems_said(denial)
        for event in self._before(denial):
            shared = said & self._own.stems(event)
            if not shared or (own is not None and event.type != own.type):
                continue
            if own is None or self._meets(own, event):
                return event.id
        return None

    def pointed_at(self, denial: Statement) -> str | None:
        """The deed just before that a denial of few words points at, where the sentence tells of no second one."""
        if not self._own.is_brief(denial):
            return None
        here = self._sentence(denial)
        near = [one for one in self._before(denial) if here is not None and self._back(here, one) <= _NEAR]
        if not near or here is None:
            return None
        last = [one for one in near if self._back(here, one) == self._back(here, near[0])]
        kinds = {(one.type, start_of(one)) for one in last}
        return last[0].id if len(kinds) == 1 else None

    def number(self, denial: Statement) -> str | None:
        """The count before that a denial calls by what it is ("denied the figure")."""
        named = self._own.stems_said(denial) & {one[:5] for one in words("speech", "numbers")}
        here = self._sentence(denial)
        if not named or here is None or not self._own.is_brief(denial):
            return None
        before = [one for one in self._found.figures if self._is_near(here, one, denial)]
        return before[-1].id if before else None

    def wanted(self, rejection: Statement) -> str | None:
        """The wish in a rejection's own words: what is refused is told as not yet done."""
        if not rejection.content or not rejection.cue:
            return None
        main = self._own.foremost(rejection)
        nominal = self._analysis.tokens_in(rejection.content[0].start, rejection.content[0].end)[:1]
        if main is None or main.status not in _WISHED or not nominal or nominal[0].pos not in ("DET", "NOUN", "PRON"):
            return None
        return main.id

    def _before(self, denial: Statement) -> Iterator[Event]:
        """The deeds that other voices told before a denial, the nearest first."""
        here = self._sentence(denial)
        place = denial.evidence[0].start
        own = names_of(self._found, denial.speaker)
        for event in sorted(self._found.events, key=start_of, reverse=True):
            at = self._analysis.sentence_at(start_of(event))
            if start_of(event) >= place or at is None or here is None or here.paragraph - at.paragraph > _BACK:
                continue
            if event.status in _TOLD and event.type not in _SPEECH and not event.background:
                if not own & names_of(self._found, event.according_to[:1]):
                    yield event

    def _meets(self, a: Event, b: Event) -> bool:
        """Whether no role that both name is filled by others."""
        for one, other in ((a.initiators, b.initiators), (a.recipients, b.recipients)):
            first, second = sides_of(self._found, one), sides_of(self._found, other)
            if first and second and not first & second:
                return False
        return True

    def _back(self, here: Sentence, event: Event) -> int:
        at = self._analysis.sentence_at(start_of(event))
        return here.index - at.index if at is not None else _NEAR + 1

    def _is_near(self, here: Sentence, figure: Figure, denial: Statement) -> bool:
        at = self._analysis.sentence_at(figure.evidence[0].start)
        before = (figure.cue or figure.evidence)[0].start < (denial.cue or denial.evidence)[0].start
        return at is not None and before and 0 <= here.index - at.index <= _NEAR

    def _sentence(self, statement: Statement) -> Sentence | None:
        return self._analysis.sentence_at((statement.cue or statement.content)[0].start)
