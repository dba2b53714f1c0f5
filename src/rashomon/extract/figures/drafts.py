"""The figures of a report before it is known whose loss they are, each seeing those before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.extract import certainty
from rashomon.extract.backgrounds import Background
from rashomon.extract.figures.counted import Counted, counted, ordinal
from rashomon.extract.figures.nouns import category, counted_noun, is_equipment, is_person, singular
from rashomon.extract.figures.dates import as_of, first_verb
from rashomon.extract.found import Found
from rashomon.extract.figures.numbers import Number, numbers
from rashomon.extract.figures.sides import Sides
from rashomon.extract.timing import when_of
from rashomon.extract.figures.tolls import change, toll
from rashomon.extract.figures.withheld import nothing, withheld
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words as lexicon_words
from rashomon.model.annotation import Category, Link, Time
from rashomon.model.text import Span
from rashomon.model.values import Bound, When


@dataclass(slots=True, kw_only=True)
class Draft:
    """A figure before it is known whose loss it is."""

    number: Number
    item: Counted
    sentence: Sentence
    cue: tuple[Span, ...]
    evidence: Span
    side: tuple[Link, ...] = ()
    category: Category = "unspecified"
    when: When = field(default_factory=When)
    counter: tuple[Link, ...] = ()
    background: bool = False


class Drafts:
    """The figures of one report, each seeing those before it."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._sides = Sides(analysis, found)
        self._background = Background(analysis, found)
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
        for token in words:
            told = ordinal(token, words) if token.lower in lexicon_words("figures", "ordinals") else None
            if told is not None:
                self._add(Number((token,), (token,), told[0], told[0], "exact"), told[1], sentence)
        here = self._made[first:]
        for make in (withheld, nothing):
            for number, item in make(words, self._last_item(sentence)):
                if not any(draft.item.noun is item.noun and item.noun for draft in here):
                    self._add(number, item, sentence)
        self._made[first:] = sorted(self._made[first:], key=lambda draft: draft.evidence.start)

    def _in_time(self, number: Number) -> bool:
        """Whether the number stands inside a time ("Feb. 22", "three weeks ago")."""
        start, end = number.core[0].start, number.core[-1].end
        near = self._found.within(Time, max(0, start - 60), end)
        return any(one.evidence[0].start <= start and end <= one.evidence[0].end for one in near)

    def _take(self, number: Number, words: Sequence[Token], sentence: Sentence) -> None:
        step = change(number, words)
        if step:
            self._derive(number, step, words, sentence)
            return
        item = counted(number, words) or toll(number, self._last_item(sentence))
        item = item or self._elided(number, words, sentence) or self._included(number, words, sentence)
        if item is not None:
            self._add(number, item, sentence)

    def _add(self, number: Number, item: Counted, sentence: Sentence) -> None:
        analysis, found = self._analysis, self._found
        evidence = analysis.span(item.words)
        cue = analysis.span(number.words)
        if evidence is None or cue is None:
            return
        anchor = item.cue or item.noun or number.head
        draft = Draft(number=number, item=item, sentence=sentence, cue=(cue,), evidence=evidence)
        draft.side = () if item.rule == "gap" else self._sides.of(number, item)
        draft.category = "military" if item.counts == "equipment" and item.category == "unspecified" else item.category
        draft.counter = self._counter(anchor)
        if number.bound == "undisclosed":
            self._of_withholder(draft, item)
        self._back_to(draft)
        draft.when = as_of(analysis, found, anchor, number)
        draft.background = self._is_background(anchor)
        if draft.background and draft.when.earliest is None:
            draft.when = When()  # history: the day of publication tells nothing of it
        if item.rule == "gap":
            draft.side = draft.side or self._sides.party(item.words[0])
            draft.counter = (*draft.side[:1], *draft.counter[-1:])
        self._inherit(draft)
        self._made.append(draft)

    def _is_background(self, anchor: Token) -> bool:
        """Whether what befell them is history; "a war in 1971 that killed …" is as old as the war."""
        anchor = first_verb(anchor)
        above = [anchor.head] if anchor.dep in ("relcl", "acl") else []
        told = [when_of(self._analysis, self._found, one) for one in (anchor, *above)]
        return any(self._background(one, "ASSAULT", when) for one, when in zip([anchor, *above], told, strict=True))

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

    def _back_to(self, draft: Draft) -> None:
        """Take over from the toll that "of the dead" goes back to: side, category and counter."""
        noun = draft.item.noun
        definite = noun is not None and noun.dep == "pobj" and any(one.lower == "the" for one in noun.children)
        if noun is None or not definite or draft.side or noun.lemma.lower() not in ("dead", "wounded", "casualty"):
            return
        for last in reversed(self._made):
            if draft.sentence.paragraph - last.sentence.paragraph > 1:
                return
            if last.item.counts == draft.item.counts and last.item.counts != "equipment":
                draft.side, draft.category = last.side, last.category
                draft.counter = last.counter
                return

    def _counter(self, anchor: Token) -> tuple[Link, ...]:
        """By whose count: the voices around the number, else who "put its losses at" it."""
        voices = certainty.voices(self._analysis, self._found, anchor)
        if len(voices) > 1:
            return voices
        for verb in (one for one in (anchor, *anchor.ancestors) if one.pos == "VERB"):
            subject = verb.child("nsubj")
            if verb.lemma in lexicon_words("figures", "giving") and subject is not None:
                near = (subject, *subject.all("appos"))
                named = next((one for one in near if self._found.mention_of(one) is not None), None)
                if named is None and subject.pos == "PRON":
                    named = subject
                if named is None and not self._sides.party(subject):
                    return voices
                return (self._found.link(named if named is not None else subject), *voices)
            if verb.dep not in ("advcl", "conj", "acl", "xcomp", "ccomp"):
                break
        return voices

    def _inherit(self, draft: Draft) -> None:
        """Take side and category over from the figure before in one list ("42 civilians killed and 206 wounded")."""
        before = self._made[-1] if self._made and self._made[-1].sentence is draft.sentence else None
        if before is None or draft.item.counts in ("money", "troops") or before.item.counts in ("money", "troops"):
            return
        if not _coordinated(before, draft):
            return
        if draft.side and not before.side and draft.item.rule == before.item.rule == "state":
            before.side = draft.side  # "38 dead and 74 wounded in our ranks"
        draft.side = draft.side or before.side
        people = draft.item.counts != "equipment" and before.item.counts != "equipment"
        if draft.category == "unspecified" and draft.item.noun is None and people:
            draft.category = before.category

    def _last(self, sentence: Sentence) -> Draft | None:
        """The figure before, of the same paragraph."""
        last = self._made[-1] if self._made else None
        return last if last is not None and last.sentence.paragraph == sentence.paragraph else None

    def _last_item(self, sentence: Sentence) -> Counted | None:
        last = self._last(sentence)
        return last.item if last is not None else None

    def _elided(self, number: Number, words: Sequence[Token], sentence: Sentence) -> Counted | None:
        """A bare number that goes back to the one before: "50 dead, up from the 38", "X admits to 31, Y to 46"."""
        last = self._last(sentence)
        at = number.words[0].i - words[0].i
        if last is None or last.sentence is not sentence or number.bound == "vague":
            return None
        before = [token.lower for token in words[max(0, at - 3) : at]]
        if self._answers(before, last, words, at):
            return last.item._replace(
                noun=None, cue=number.head, words=tuple(words[at - 2 : at]) + number.words, rule="gap"
            )
        revised = before[-2:] == ["from", "the"] or before[-2:] == ["up", "from"] or before[-2:] == ["down", "from"]
        if not revised or number.head.dep == "nummod":
            return None
        return last.item._replace(noun=None, cue=number.head, words=number.words, rule="elided")

    def _included(self, number: Number, words: Sequence[Token], sentence: Sentence) -> Counted | None:
        """A part of the number before: "killed 40 people, including three children"."""
        last = self._last(sentence)
        before = [token.lower for token in words[max(0, number.words[0].i - words[0].i - 2) :][:2]]
        noun = counted_noun(number, words)
        if last is None or last.sentence is not sentence or noun is None or not is_person(noun):
            return None
        if "including" not in before[-1:] + before[:1] and before != ["among", "them"]:
            return None
        return Counted(
            last.item.counts, singular(noun), noun, last.item.cue, category(noun), (*number.words, noun), "included"
        )

    def _answers(self, before: Sequence[str], last: Draft, words: Sequence[Token], at: int) -> bool:
        """Whether a name and the preposition of the last figure stand before the number ("X admits to 31, Y to 46")."""
        if at < 3 or words[at - 3].text != "," or self._found.mention_of(words[at - 2]) is None:
            return False
        place = last.number.words[0].i - words[0].i - 1
        return place >= 0 and before[-1] == words[place].lower and words[at - 1].tag in ("IN", "TO")

    def _derive(self, number: Number, step: int, words: Sequence[Token], sentence: Sentence) -> None:
        """The toll of an earlier day from a change: "542, rising by 17 from Monday" makes 525 as of Monday."""
        main = next((one for one in reversed(self._made) if one.sentence is sentence), None)
        if main is None or main.number.low is None or main.number.low != main.number.high or not number.low:
            return
        day = self._day_after(number, words, main)
        value = main.number.low - step * number.low
        evidence = self._analysis.span(words[number.words[0].i - words[0].i - 2 : number.words[-1].i - words[0].i + 3])
        cue = self._analysis.span(number.words)
        if day is None or value < 0 or evidence is None or cue is None or number.low != number.high:
            return
        bound: Bound = "about" if "about" in (number.bound, main.number.bound) else "exact"
        derived = number._replace(low=value, high=value, bound=bound)
        item = main.item._replace(rule="change")
        self._made.append(
            Draft(
                number=derived,
                item=item,
                sentence=sentence,
                cue=(cue,),
                evidence=evidence,
                side=main.side,
                category=main.category,
                when=day,
                counter=main.counter,
                background=main.background,
            )
        )

    def _day_after(self, number: Number, words: Sequence[Token], main: Draft) -> When | None:
        """The day named behind a change ("from Monday", "since Monday")."""
        at = number.words[-1].i - words[0].i + 1
        if at + 1 >= len(words) or words[at].lower not in ("from", "since", "on", "over"):
            return None
        start = words[at].end
        times = self._found.within(Time, start, start + 20)
        return times[0].when if times else None


def _coordinated(before: Draft, draft: Draft) -> bool:
    """Whether a figure goes on with the one before: bare, or in one list with it."""
    if draft.item.noun is None:
        return True
    if before.item.cue is not None and before.item.cue is draft.item.cue:
        return True
    one: Token = draft.item.noun
    while one.dep in ("conj", "appos"):
        one = one.head
        if one is before.item.noun or one is before.number.head:
            return True
    return False


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
