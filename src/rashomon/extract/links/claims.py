"""What a denial or rejection takes up that another voice told before it in the report."""

from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.extract.links.own_words import OwnWords, start_of
from rashomon.extract.statements.sides import names_of, sides_of, sides_within
from rashomon.language.analysis import Analysis, Sentence
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Figure, Statement

# How many paragraphs before a denial a deed may be told that it denies in like words, and how many sentences
# where the denial only points at it.
_BACK = 4
_NEAR = 2
# A denial of more words than this says more than that something was not so.
_SHORT = 20
_NONE = frozenset({"no", "nobody", "none", "nothing", "neither", "not"})
_HARM = frozenset({"ASSAULT", "COERCE"})
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

    def like(self, denial: Statement, own: Event) -> str | None:
        """The deed of the same kind told just before by another ("promised": "no undertaking was given")."""
        alike = (one for one in self._near(denial) if one.type == own.type and self._meets(own, one))
        told = next((one for one in alike if len(one.according_to) > 1), None)
        # Of harm there is much in every report: only other deeds are known by their kind.
        return told.id if told is not None and own.type not in _HARM else None

    def names_a_tale(self, statement: Statement) -> bool:
        """Whether the words name what was told as a tale: "that account", "the allegation"."""
        tales = words("speech", "claims") | words("speech", "tales")
        return any(one.lemma.lower() in tales for one in self._own.tokens(statement))

    def only_names(self, statement: Statement) -> bool:
        """Whether the words name a tale and do not tell it: "that is a lie", not "the suggestion that he will go"."""
        tales = words("speech", "claims") | words("speech", "tales") | words("speech", "lies")
        named = (one for one in self._own.tokens(statement) if one.lemma.lower() in tales)
        return any(one.child("acl", "ccomp", "relcl") is None for one in named)

    def pointed_at(self, denial: Statement) -> str | None:
        """The deed just before that a denial of few words points at, where the sentence tells of no second one."""
        return self._just_before(denial) if self._own.points(denial) else None

    def _just_before(self, denial: Statement) -> str | None:
        """The one deed told last by another voice; a talk only where nothing else is told beside it."""
        here = self._sentence(denial)
        near = [one for one in self._before(denial) if here is not None and self._back(here, one) <= _NEAR]
        if self.names_a_tale(denial):
            near = [one for one in near if len(one.according_to) > 1]  # what nobody else told is no tale
        if not near or here is None:
            return None
        last = [one for one in near if self._back(here, one) == self._back(here, near[0])]
        told = [one for one in last if one.type != "CONSULT"] or last
        return told[0].id if len({(one.type, start_of(one)) for one in told}) == 1 else None

    def contradicted(self, statement: Statement) -> str | None:
        """What another told that a plain saying calls untrue, or says did not happen; None where it does not."""
        if statement.act == "judge" and self._calls_untrue(statement):
            return self.number(statement) or self._just_before(statement)
        if statement.act != "say" or not statement.cue or not self.is_negated(statement):
            return None
        if (same := self.same(statement)) is not None:
            return same
        if self._no_losses(statement):
            return next((one.id for one in self._near(statement) if self._harms(one, statement)), None)
        return self._just_before(statement) if self._takes_up(statement) else None

    def _calls_untrue(self, statement: Statement) -> bool:
        """Whether a judgement of few words is of what was told, and that it is not so ("called the claim a fable")."""
        said = {one.lemma.lower() for one in self._own.tokens(statement)} | {
            one.lower for one in self._own.tokens(statement)
        }
        named = said & (words("speech", "claims") | words("speech", "numbers") | words("speech", "anaphors"))
        return len(self._own.tokens(statement)) <= _SHORT and bool(named and said & words("speech", "lies"))

    def is_negated(self, statement: Statement) -> bool:
        """Whether the main clause of a few words says that something was not so."""
        said = self._own.tokens(statement)
        inside = {one.i for one in said}
        tops = [one for one in said if one.head.i not in inside or one.head is one]
        top = next((one for one in tops if one.pos in ("VERB", "AUX")), None)
        if top is None or len(said) > _SHORT or any(one.tag == "MD" for one in (top, *top.all("aux"))):
            return False
        things = top.all("nsubj", "nsubjpass", "attr", "dobj")
        none = any(one.lower in _NONE or any(two.lower in _NONE for two in one.all("det", "neg")) for one in things)
        return top.child("neg") is not None or none

    def _takes_up(self, statement: Statement) -> bool:
        """Whether a saying is of what was told before: "No such call …", "The subject did not come up"."""
        said = self._own.tokens(statement)
        subjects = [one for one in said if one.dep in ("nsubj", "nsubjpass")]
        return any(one.lower == "such" for one in said[:4]) or any(
            one.lemma.lower() in words("speech", "subjects") for one in subjects[:1]
        )

    def _no_losses(self, statement: Statement) -> bool:
        return any(one.lemma.lower() in words("speech", "losses") for one in self._own.tokens(statement))

    def _harms(self, event: Event, statement: Statement) -> bool:
        """Whether a deed is told to have been done to the side that speaks."""
        sides = sides_of(self._found, statement.speaker) | self._sides_said(statement)
        return event.type == "ASSAULT" and bool(sides & (sides_of(self._found, event.recipients)))

    def _sides_said(self, statement: Statement) -> frozenset[str]:
        links = [link for link in statement.speaker if link.span is not None]
        return frozenset().union(
            *(sides_within(self._found, one.span.start, one.span.end) for one in links if one.span)
        )

    def _near(self, statement: Statement) -> Iterator[Event]:
        here = self._sentence(statement)
        for one in self._before(statement):
            if here is not None and self._back(here, one) <= _NEAR + 1:
                yield one

    def number(self, denial: Statement) -> str | None:
        """The count before that a denial calls by what it is ("denied the figure")."""
        named = {one.lemma.lower() for one in self._own.tokens(denial)} & words("speech", "numbers")
        here = self._sentence(denial)
        if not named or here is None or self._own.figures(denial) or len(self._own.tokens(denial)) > _SHORT:
            return None
        before = [one for one in self._found.figures if self._is_near(here, one, denial)]
        return before[-1].id if before else None

    def wish(self, rejection: Statement) -> str | None:
        """The demand or offer just before, by another voice, that a rejection only points at ("the precondition")."""
        said = self._own.tokens(rejection)
        here = self._sentence(rejection)
        nouns = [one for one in said if one.pos in ("NOUN", "PROPN")]
        if here is None or len(nouns) != 1 or nouns[0].lemma.lower() not in words("speech", "wishes"):
            return None
        own = names_of(self._found, rejection.speaker)
        for one in reversed(self._found.statements):
            at = self._sentence(one)
            if at is None or one.act not in ("demand", "propose", "promise", "threaten") or at.index >= here.index:
                continue
            if here.index - at.index <= _NEAR + 1 and not own & names_of(self._found, one.speaker):
                return one.id
        return None

    def wanted(self, rejection: Statement) -> str | None:
        """The wish in a rejection's own words: what is refused is told as not yet done."""
        if not rejection.content or not rejection.cue:
            return None
        main = self._own.foremost(rejection, aside=True)
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
            told = event.status in _TOLD and event.type not in _SPEECH and not event.background
            if told and not own & names_of(self._found, event.according_to[:1]):
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
