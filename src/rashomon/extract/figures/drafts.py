"""The figures of a report before it is known whose loss they are, each seeing those before it."""

from collections.abc import Iterator, Sequence

from rashomon.extract.backgrounds import Background
from rashomon.extract.figures import echoes
from rashomon.extract.figures.counted import Counted, counted, ordinal
from rashomon.extract.figures.counters import Counters
from rashomon.extract.figures.dates import as_of, first_verb
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.nouns import is_equipment, is_person
from rashomon.extract.figures.numbers import Number, numbers
from rashomon.extract.figures.sides import Sides
from rashomon.extract.figures.tolls import change, toll
from rashomon.extract.figures.withheld import nothing, withheld
from rashomon.extract.found import Found
from rashomon.extract.timing import when_of
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words as lexicon_words
from rashomon.model.annotation import Time
from rashomon.model.values import When


class Drafts:
    """The figures of one report, each seeing those before it."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._sides = Sides(analysis, found)
        self._counters = Counters(analysis, found)
        self._background: Background | None = None  # costly, and many reports have no figure
        self._made: list[Draft] = []

    def all(self) -> list[Draft]:
        """The drafts in text order."""
        for sentence in self._analysis.body:
            self._in_sentence(sentence)
        return self._made

    def _in_sentence(self, sentence: Sentence) -> None:
        words = self._analysis.words(sentence)
        first = len(self._made)
        for number in [*numbers(words), *_articles(words)]:
            if not self._in_time(number):
                self._take(number, words, sentence)
        ordinals = lexicon_words("figures", "ordinals")
        for token in words:
            told = ordinal(token, words) if token.lower in ordinals else None
            if told is not None:
                self._add(Number((token,), (token,), told[0], told[0], "exact"), told[1], sentence)
        here = self._made[first:]
        for make in (withheld, nothing):
            for number, item in make(words, self._last_item(sentence)):
                if not any(draft.item.noun is item.noun and item.noun for draft in here):
                    self._add(number, item, sentence)
        self._made[first:] = sorted(self._made[first:], key=lambda draft: draft.evidence.start)
        echoes.share_total(self._made, first)

    def _in_time(self, number: Number) -> bool:
        """Whether the number stands inside a time ("Feb. 22", "three weeks ago")."""
        start, end = number.core[0].start, number.core[-1].end
        near = self._found.within(Time, max(0, start - 60), end)
        return any(one.evidence[0].start <= start and end <= one.evidence[0].end for one in near)

    def _take(self, number: Number, words: Sequence[Token], sentence: Sentence) -> None:
        step = change(number, words)
        if step:
            derived = echoes.derived(self._analysis, self._found, self._made, number, step, words, sentence)
            self._made += [derived] if derived is not None else []
            return
        before = echoes.group_before(self._made, number, sentence)
        if before is not None:
            item = echoes.part_of(before, number, words)
            if item is not None:
                self._add(number, item, sentence, before)
            return
        item = counted(number, words) or toll(number, self._last_item(sentence))
        item = item or echoes.elided(self._found, self._last(sentence), number, words, sentence)
        item = item or echoes.included(self._last(sentence), number, words, sentence)
        if item is not None:
            self._add(number, item, sentence)
            return
        given = echoes.given(self._made, number, sentence)
        if given is not None:
            self._add(number, given[1], sentence, given[0])

    def _add(self, number: Number, item: Counted, sentence: Sentence, group: Draft | None = None) -> None:
        """Take in a figure; `group` is the one of which it counts a part, or which it counts anew."""
        analysis, found = self._analysis, self._found
        evidence = analysis.span(item.words)
        cue = analysis.span(number.words)
        if evidence is None or cue is None:
            return
        anchor = item.cue or item.noun or number.head
        draft = Draft(number=number, item=item, sentence=sentence, cue=(cue,), evidence=evidence)
        draft.category = "military" if item.counts == "equipment" and item.category == "unspecified" else item.category
        draft.counter = self._counters.of(anchor, number)
        draft.side = () if item.rule == "gap" else self._sides.of(number, item, draft.counter)
        if number.bound == "undisclosed":
            self._of_withholder(draft, item)
        if group is not None:
            echoes.take_over(draft, group)
        else:
            echoes.back_to_dead(draft, self._made)
        draft.when = as_of(analysis, found, anchor, number, item)
        draft.background = self._is_background(anchor)
        if draft.background and draft.when.earliest is None:
            draft.when = When()  # history: the day of publication tells nothing of it
        if item.rule == "gap":
            draft.side = draft.side or self._sides.party(item.words[0])
            draft.counter = (*draft.side[:1], *draft.counter[-1:])
        echoes.inherit(draft, self._made)
        self._made.append(draft)

    def _is_background(self, anchor: Token) -> bool:
        """Whether what befell them is history; "a war in 1971 that killed …" is as old as the war."""
        anchor = first_verb(anchor)
        above = [anchor.head] if anchor.dep in ("relcl", "acl") else []
        self._background = self._background or Background(self._analysis, self._found)
        told = [(one, when_of(self._analysis, self._found, one)) for one in (anchor, *above)]
        return any(self._background(one, "ASSAULT", when) for one, when in told)

    def _of_withholder(self, draft: Draft, item: Counted) -> None:
        """Who keeps a number to themselves: the verb's subject; that they keep it is told by whoever tells so."""
        subject = item.cue.child("nsubj") if item.cue is not None else None
        if subject is None or item.noun is None:
            return
        modifiers = [one for one in item.noun.subtree if one.pos != "PRON" and self._found.mention_of(one) is not None]
        if not (draft.side and modifiers):
            draft.side = self._sides.party(subject) or draft.side
        if len(draft.counter) > 1 and draft.counter[0].span is not None:
            own = self._analysis.tokens_in(draft.counter[0].span.start, draft.counter[0].span.end)
            draft.counter = draft.counter[1:] if subject in own else draft.counter

    def _last(self, sentence: Sentence) -> Draft | None:
        """The figure before, of the same paragraph."""
        last = self._made[-1] if self._made else None
        return last if last is not None and last.sentence.paragraph == sentence.paragraph else None

    def _last_item(self, sentence: Sentence) -> Counted | None:
        last = self._last(sentence)
        return last.item if last is not None else None


def _articles(words: Sequence[Token]) -> Iterator[Number]:
    """Things and people told one by one: "an A-37 was lost", "a soldier was killed"."""
    for i, token in enumerate(words):
        if token.lower not in ("a", "an") or token.dep != "det":
            continue
        noun = token.head
        modelled = noun.text[-1:].isdigit() and noun.text[:1].isupper()
        if noun.i > token.i and (modelled or is_equipment(noun) or is_person(noun)):
            article = Number((token,), (token,), 1.0, 1.0, "exact")
            item = counted(article, words[i:])
            if item is not None and item.rule == "predicate" and item.noun is noun and _is_one_by_one(item, noun):
                yield article


def _is_one_by_one(item: Counted, noun: Token) -> bool:
    """Whether "a" counts: what befell the noun is told, and people stand alone, not in an apposition."""
    if item.counts == "equipment":
        return item.cue is not None and item.cue.lemma.lower() in lexicon_words("figures", "destroying")
    return noun.dep not in ("appos", "conj")
