"""The figures of a report before it is known whose loss they are, each seeing those before it."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.backgrounds import Background
from rashomon.extract.figures import accounts, aftermath, backs, bare, carried, echoes, series
from rashomon.extract.figures.articles import articles
from rashomon.extract.figures.corrections import corrected, counted_by, is_of_counter
from rashomon.extract.figures.counted import Counted, counted
from rashomon.extract.figures.counters import Counters
from rashomon.extract.figures.dates import as_of, first_verb, lone_time
from rashomon.extract.figures.doers import is_relief
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.given import is_recalled
from rashomon.extract.figures.headings import Headings
from rashomon.extract.figures.lines import Line, bullets, lines
from rashomon.extract.figures.members import member, whole_of
from rashomon.extract.figures.none import nothing
from rashomon.extract.figures.numbers import Number, numbers
from rashomon.extract.figures.ordinals import ordinals
from rashomon.extract.figures.other_days import is_compared
from rashomon.extract.figures.periods import share_days
from rashomon.extract.figures.predicates import governing, is_modal
from rashomon.extract.figures.readings import is_age, is_calibre, is_held, is_of_both, is_toll_of_both, of_the_displaced
from rashomon.extract.figures.sides import Sides
from rashomon.extract.figures.threads import Threads
from rashomon.extract.figures.tolls import change, toll
from rashomon.extract.figures.withheld import withheld, withholder
from rashomon.extract.found import Found
from rashomon.extract.parties import key
from rashomon.extract.timing import when_of
from rashomon.extract.voices import voices
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words as lexicon_words
from rashomon.model.annotation import EARLIER_COUNT, Link, Time
from rashomon.model.text import Span
from rashomon.model.values import When


class Drafts:
    """The figures of one report, each seeing those before it."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._sides = Sides(analysis, found)
        self._counters = Counters(analysis, found)
        self._headings = Headings(analysis, found)
        self._threads = Threads(analysis, found)
        self._background: Background | None = None  # costly, and many reports have no figure
        self._made: list[Draft] = []
        self._heads: dict[int, Sentence] = {}

    def all(self) -> list[Draft]:
        """The drafts in text order."""
        rows, self._heads = lines(self._analysis), bullets(self._analysis)
        for sentence in self._analysis.body:
            if sentence.index in rows:
                self._made += [self._of_line(line) for line in rows[sentence.index] if not self._in_time(line.number)]
            else:
                self._in_sentence(sentence)
        self._sides.settle(self._made)
        return self._made

    def _of_line(self, line: Line) -> Draft:
        """The figure of a table or list line: side by its label, counter and day by the line that heads it."""
        analysis = self._analysis
        anchor = line.number.head
        evidence = analysis.span(line.item.words) or analysis.evidence(line.sentence)
        cue = analysis.span(line.number.words) or evidence
        draft = Draft(number=line.number, item=line.item, sentence=line.sentence, cue=(cue,), evidence=evidence)
        draft.category = "military" if line.item.counts == "equipment" else line.item.category
        draft.side = self._headings.side(line.above, line.label)
        draft.counter = self._headings.counter(line.above) or voices(analysis, self._found, anchor)
        told = self._headings.when(line.above)
        draft.when = told or as_of(analysis, self._found, anchor, line.number, line.item)
        return draft

    def _in_sentence(self, sentence: Sentence) -> None:
        words = self._analysis.words(sentence)
        first = len(self._made)
        for number in [*numbers(words), *articles(words)]:
            if not self._in_time(number):
                self._take(number, words, sentence)
        for number, item in ordinals(words):
            self._add(number, item, sentence)
        for again in backs.again(self._made, words, sentence):
            if not any(
                draft.cue[0].start <= again.number.core[0].start < draft.cue[0].end for draft in self._made[first:]
            ):
                self._add(again.number, again.item, sentence, again.whole)
        here = self._made[first:]
        for make in (withheld, nothing):
            for number, item in make(words, self._last_item(sentence)):
                if not any(draft.item.noun is item.noun and item.noun for draft in here):
                    self._add(number, item, sentence)
        self._made[first:] = sorted(self._made[first:], key=lambda draft: draft.evidence.start)
        if sentence.index in self._heads:
            self._headed(self._heads[sentence.index], self._made[first:])
        echoes.share_total(self._made, first)
        share_days(self._analysis, self._found, self._made[first:])

    def _headed(self, above: Sentence, items: Sequence[Draft]) -> None:
        """Give the items of a list what the line that heads it tells of all: whose they are, who counts, which day."""
        for draft in items:
            draft.side = self._headings.side(above, ()) or draft.side
            draft.counter = self._headings.counter(above) or draft.counter
            draft.when = self._headings.when(above) or draft.when

    def _in_time(self, number: Number) -> bool:
        """Whether the number stands inside a time ("Feb. 22", "three weeks ago")."""
        start, end = number.core[0].start, number.core[-1].end
        near = self._found.within(Time, max(0, start - 60), end)
        if self._is_revised(number):
            near = [one for one in near if not one.evidence[0].text.isdigit()]
        return any(one.evidence[0].start <= start and end <= one.evidence[0].end for one in near)

    def _is_revised(self, number: Number) -> bool:
        """Whether a toll is set to the number, which only looks like a day ("raised the number … on Jan. 18 to 31")."""
        words = self._analysis.words(self._analysis.sentence_of(number.head))
        before = words[number.words[0].i - words[0].i - 1] if number.words[0].i > words[0].i else None
        revised = [one for one in number.head.ancestors if one.lemma in lexicon_words("figures", "revising")]
        return before is not None and before.lower == "to" and bool(revised) and toll(number, None, words) is not None

    def _take(self, number: Number, words: Sequence[Token], sentence: Sentence) -> None:
        if is_age(number, words) or is_calibre(number, words):
            return
        step = change(number, words)
        if step:
            derived = echoes.derived(self._analysis, self._found, self._made, number, step, words, sentence)
            self._made += [derived] if derived is not None else []
            return
        before = echoes.group_before(self._made, number, sentence)
        before = before or backs.fronted(self._made, number, words, sentence)
        if before is not None:
            item = echoes.part_of(before, number, words)
            if item is not None:
                self._add(number, item, sentence, before)
            return
        item = of_the_displaced(number, words) or member(number, words)
        if item is not None:
            self._add(number, item, sentence, whole_of(self._made, item, sentence))
            return
        item = bare.parted(self._made, number, words, sentence)
        if item is not None and item.rule == "parted":
            self._add(number, item, sentence, self._whole())
            return
        item = echoes.of_its_own(self._made, number, words, sentence)
        item = item or counted(number, words) or toll(number, self._last_item(sentence), words)
        item = item or accounts.elided(self._found, self._last(sentence), number, words, sentence)
        item = item or echoes.included(self._last(sentence), number, words, sentence)
        item = item or echoes.shared(number, words)
        item = item or echoes.continued(self._last(sentence), number, words, sentence)
        item = item or accounts.then(self._last(sentence), number, words, sentence)
        if item is not None:
            whole = backs.lot(self._made, number, words, sentence)
            whole = whole if whole is not None and whole.item.counts == item.counts else None
            self._add(number, echoes.of_arms(self._last(sentence), item, sentence), sentence, whole)
            return
        given = accounts.given(self._made, number, sentence)
        if given is not None:
            self._add(number, given[1], sentence, given[0])
            return
        item = bare.alone(self._analysis, self._made, number, words, sentence)
        if item is not None:
            self._add(number, item, sentence)

    def _whole(self) -> Draft | None:
        """The figure of which those that follow it in its sentence count the parts."""
        return next((one for one in reversed(self._made) if one.item.rule != "parted"), None)

    def _in_exchange(self, sentence: Sentence) -> bool:
        """Whether the sentence or the one before tells of an exchange of prisoners."""
        first = self._analysis.sentences[max(0, sentence.index - 1)].first
        told = {one.lemma.lower() for one in self._analysis.tokens[first : sentence.last]}
        return "prisoner" in told and bool(told & {"exchange", "swap"})

    def _add(self, number: Number, item: Counted, sentence: Sentence, group: Draft | None = None) -> None:
        """Take in a figure; `group` is the one of which it counts a part, or which it counts anew."""
        analysis, found = self._analysis, self._found
        evidence = analysis.span(item.words)
        cue = analysis.span(number.words)
        if evidence is None or cue is None:
            return
        if item.counts == "troops" and (self._in_exchange(sentence) or is_held(item.noun, analysis.words(sentence))):
            item = item._replace(counts="captured")
        words = analysis.words(sentence)
        if item.counts == "killed" and (is_of_both(number, words) or is_toll_of_both(number, item, words)):
            item = item._replace(counts="other")
        draft = Draft(number=number, item=item, sentence=sentence, cue=(cue,), evidence=evidence)
        anchor = draft.anchor
        arms = item.counts == "equipment" and item.category == "unspecified" and not is_relief(item.noun)
        draft.category = "military" if arms else item.category
        draft.revised = is_compared(analysis, number)
        if draft.category == "unspecified" and item.rule == "state" and item.noun is None:
            draft.category = self._sides.category_of_toll(number)
        draft.counter = _not_counted(
            self._counters.of(anchor, number), [evidence, *(one.evidence for one in self._made)]
        )
        draft.side = () if item.rule == "gap" else self._sides.of(number, item, draft.counter)
        if number.bound == "undisclosed":
            self._of_withholder(draft, item)
        draft.when = self._named_day(as_of(analysis, found, anchor, number, item), sentence)
        if group is not None:
            dated = any(one.when.known for one in found.within(Time, sentence.start, sentence.end))
            echoes.take_over(draft, group, dated=dated)
        else:
            echoes.back_to_dead(draft, self._made)
        dated, lost = draft.when.earliest is not None, item.counts not in ("money", "troops")
        if lost and not draft.when.is_day and (draft.revised or (dated and is_recalled(analysis, number))):
            # The report that gave it may tell its day (resolve/recounts.py).
            draft.when = replace(draft.when, basis=f"{EARLIER_COUNT}; {draft.when.basis}")
        draft.background = self._is_background(anchor)
        if draft.background and draft.when.earliest is None:
            # History: the day of publication tells nothing of it.
            draft.when = lone_time(found, sentence) or When()
        if item.rule == "gap":
            draft.side = draft.side or self._sides.party(item.words[0])
            draft.counter = (*draft.side[:1], *draft.counter[-1:])
        wrong = corrected(analysis, found, draft, self._made)
        if wrong is not None:
            draft.side, draft.category = wrong.side, wrong.category
            if (whose := counted_by(item)) is not None:
                draft.counter = (found.link(whose), *draft.counter[-1:])
            self._own_in_correction(draft, wrong)
        unknown = wrong is None and is_of_counter(analysis, draft)
        self._threads.go_on(draft, self._made)
        echoes.inherit(analysis, draft, self._made)
        if not draft.side and item.rule != "gap" and number.bound != "undisclosed":
            draft.side = self._sides.at_home(item, draft.counter)
        if unknown:  # which of several wrong figures it sets right nobody tells
            draft.side = ()
        else:
            series.take_side(analysis, found, draft, self._made)
        series.take_day(analysis, found, draft, self._made)
        series.take_period(analysis, found, draft, self._made)
        series.take_counter(analysis, found, draft, self._made)
        if carried.take_account(analysis, found, draft, self._made) and carried.is_ours(analysis, draft):
            draft.side = draft.side or self._sides.own_losses(draft.counter[0])
        aftermath.take_day(analysis, found, draft)
        self._made.append(draft)

    def _own_in_correction(self, draft: Draft, wrong: Draft) -> None:
        """Give a corrected number of soldiers, and the wrong one, to the army whose figure is the right one."""
        noun = wrong.item.noun.lemma.lower() if wrong.item.noun is not None else wrong.item.unit
        of_men = wrong.category == "military" or noun in lexicon_words("figures", "regulars")
        span = draft.counter[0].span
        told = set(span.text.lower().replace("-", " ").split()) if span is not None else set()
        own = told & (lexicon_words("figures", "counters") | {"ministry", "police"})  # not "the Front's figure"
        others = lexicon_words("figures", "rebels") | lexicon_words("figures", "enemies")
        against = any(one.lemma.lower() in others for one in self._analysis.words(wrong.sentence))
        if not draft.side and of_men and own and not against and not told & others:
            draft.side = wrong.side = self._sides.own_losses(draft.counter[0])

    def _named_day(self, when: When, sentence: Sentence) -> When:
        """The same with the day that the sentence names, where nobody knows yet which one it is ("on Tuesday")."""
        days = [
            one for one in self._found.within(Time, sentence.start, sentence.end)
            if not one.when.known and "publication" in one.when.basis and not self._begins(one)
        ]  # fmt: skip
        if when.earliest is not None or len(days) != 1:
            return when
        return replace(when, basis=f"{days[0].when.basis}; {when.basis}".removesuffix("; "))

    def _begins(self, time: Time) -> bool:
        """Whether a time only begins or ends a count ("up by 17 from Monday")."""
        at = self._analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)[0].i
        return at > 0 and self._analysis.tokens[at - 1].lower in lexicon_words("figures", "not_as_of")

    def _is_background(self, anchor: Token) -> bool:
        """Whether what befell them is history; "a war in 1971 that killed …" is as old as the war."""
        anchor = first_verb(anchor)
        above = [anchor.head] if anchor.dep in ("relcl", "acl") else []
        above += self._before_participle(anchor, governing(anchor))
        self._background = self._background or Background(self._analysis, self._found)
        told = [(one, when_of(self._analysis, self._found, one)) for one in (anchor, *above)]
        return any(self._background(one, "ASSAULT", when) for one, when in told)

    def _before_participle(self, anchor: Token, above: list[Token]) -> list[Token]:
        """The verbs above a participle, and the one told right before it, to which the parser may not tie it."""
        if not above:
            return above
        without_tense = [one for one in (anchor, *above) if one.tag in ("VBG", "VB") and not is_modal(one)]
        top = without_tense[-1] if without_tense else anchor
        first = self._analysis.sentence_of(top).first
        told = (one for one in reversed(self._analysis.tokens[first : top.i]) if one.tag in ("VBD", "VBP", "VBZ"))
        return [*above, *([one] if (one := next(told, None)) is not None else [])]

    def _of_withholder(self, draft: Draft, item: Counted) -> None:
        """Who keeps a number to themselves: the verb's subject; that they keep it is told by whoever tells so."""
        subject = withholder(item.cue) if item.cue is not None else None
        if subject is None or item.noun is None:
            return
        modifiers = [one for one in item.noun.subtree if one.pos != "PRON" and self._found.mention_of(one) is not None]
        party = self._sides.party(subject)
        of_others = any(one.lower == "of" for one in item.noun.all("prep"))  # "the losses of its opponents"
        if not (draft.side and (modifiers or of_others)):
            draft.side = party or draft.side
        span = draft.counter[0].span if len(draft.counter) > 1 else None
        if span is not None:
            own = {key(self._found, link) for link in party} & {key(self._found, draft.counter[0])} - {None}
            if own or subject in self._analysis.tokens_in(span.start, span.end):
                draft.counter = draft.counter[1:]

    def _last(self, sentence: Sentence) -> Draft | None:
        """The figure before, of the same paragraph."""
        last = self._made[-1] if self._made else None
        return last if last is not None and last.sentence.paragraph == sentence.paragraph else None

    def _last_item(self, sentence: Sentence) -> Counted | None:
        last = self._last(sentence)
        return last.item if last is not None else None


def _not_counted(counter: tuple[Link, ...], evidence: Sequence[Span]) -> tuple[Link, ...]:
    """The voices without a first one that is what is counted: "*33 of our soldiers* have given …" tell nothing."""
    span = counter[0].span
    inside = span is not None and any(span.start <= one.start < span.end for one in evidence)
    return counter[1:] if inside and len(counter) > 1 else counter
