"""What is known of a verb that may tell of an event: its words, its frame, who takes part, how it is told.

No name is ever a feature: those who take part count as what they are ("o:state").
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_args

from rashomon.extract import certainty
from rashomon.extract.events.deed import has_day
from rashomon.extract.events.frames import frame
from rashomon.extract.events.patterns import verb_patterns
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Event, Mention, Statement, Status, Time

_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "conj", "acl", "relcl"})
_MARKS = frozenset({"aux", "auxpass", "neg", "mark", "advmod", "prt"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_PRONOUNS = frozenset({"PRP", "WP", "WDT", "WP$"})
_PLAIN = frozenset({"NOUN", "ADJ", "VERB", "ADV"})
_SIDES = frozenset({"state", "government", "armed group", "person", "organisation", "alliance"})


class Surroundings:
    """What a report's verbs stand in: the statements, and the heads of the events that the rules found."""

    def __init__(self, analysis: Analysis, found: Found, heads: set[int]) -> None:
        """Take in the statements, and the numbers of the words that head an event."""
        self._analysis = analysis
        self._found = found
        self._heads = heads
        self._cues = {span.start: one.act for one in found.statements for span in one.cue}
        self._sentences = {analysis.tokens[i].sentence for i in heads}

    def of(self, verb: Token) -> list[str]:
        """The features of a verb, or of a noun that tells of a deed."""
        return [*self._seen(verb), self.status(verb)]

    def _seen(self, verb: Token) -> list[str]:
        return [*self._words(verb), *self._frame(verb), *self._around(verb), *self._told(verb)]

    def status(self, verb: Token) -> str:
        """The feature of how the words around and above a verb tell of it: the longest to find."""
        return _status(certainty.status(self._analysis, self._found, verb))

    def of_missed(self, verb: Token, status: Status) -> list[str]:
        """The features of a verb of which no rule made anything, and of how surely it would be told."""
        return [*self.of_verb(verb), self.status(verb), told_as(status)]

    def of_verb(self, verb: Token) -> list[str]:
        """The features of such a verb but for its status, however surely it would be told."""
        return [*self._seen(verb), f"missed:{verb.lemma in verb_patterns()}"]

    def of_event(self, event: Event) -> list[str]:
        """The features of an event that a rule made: of the words that tell of it, and of what it was made to be."""
        head = self.head(event)
        return [*(self.of(head) if head is not None else []), *_made(event, head, self._analysis.document.genre)]

    def head(self, event: Event) -> Token | None:
        """The word of an event's cue on which its others hang."""
        tokens = [token for span in event.cue for token in self._analysis.tokens_in(span.start, span.end)]
        inside = {one.i for one in tokens}
        content = [one for one in tokens if one.pos in _CONTENT] or tokens
        tops = [one for one in content if one.head is one or one.head.i not in inside]
        return next(iter(tops or content), None)

    def _words(self, verb: Token) -> Iterator[str]:
        lemma = verb.lemma.lower()
        if verb.pos == "PROPN":
            return
        yield f"w:{lemma}"
        yield f"form:{verb.lower}"
        yield f"dep:{verb.dep}"
        yield f"tag:{verb.tag}:{verb.dep}"
        yield f"wd:{lemma}:{verb.dep}"
        for type in _types().get(lemma, ()):
            yield f"lists:{type}"
        for one in _unnamed(verb):
            if one.dep in _MARKS:
                yield f"{one.dep}:{one.lower}"
                yield f"w{one.dep}:{lemma}:{one.lower}"
            elif one.dep in _CLAUSES:
                yield f"has:{one.dep}"
                yield f"below:{one.dep}:{one.lemma.lower()}"

    def _frame(self, verb: Token) -> Iterator[str]:
        lemma = verb.lemma.lower()
        around = frame(verb)
        subject = around.subjects[0] if around.subjects else None
        object = around.objects[0] if around.objects else None
        yield f"args:{subject is not None}:{object is not None}:{around.passive}"
        yield f"sides:{self._kind(subject)}>{self._kind(object)}"
        if subject is not None:
            yield from self._noun(subject, "s")
        if object is not None:
            yield from self._noun(object, "o")
            yield f"wk:{lemma}:{self._kind(object)}"
            if object.pos in _PLAIN:
                yield f"wo:{lemma}:{object.lemma.lower()}"
        for one in _unnamed(verb):
            if one.dep in _PREPOSITIONS:
                yield f"p:{one.lower}"
                yield f"wp:{lemma}:{one.lower}"
                for noun in one.all("pobj"):
                    yield f"pk:{one.lower}:{self._kind(noun)}"
                    yield from self._noun(noun, "po")

    def _noun(self, noun: Token, role: str) -> Iterator[str]:
        yield f"{role}:{self._kind(noun)}"
        if noun.pos in _PLAIN:
            lemma = noun.lemma.lower()
            yield f"{role}w:{lemma}"
            for name in _things().get(lemma, ()):
                yield f"{role}t:{name}"

    def _kind(self, noun: Token | None) -> str:
        """What a noun stands for, in one word."""
        if noun is None:
            return "-"
        mention = self._found.mention_of(noun)
        if mention is not None:
            return str(mention.type) if mention.reading == "actor" else f"{mention.type} as {mention.reading}"
        if noun.tag in _PRONOUNS:
            return noun.lower
        if noun.pos != "NUM" and self._found.within(Time, noun.start, noun.end):
            return "time"
        return noun.pos

    def _around(self, verb: Token) -> Iterator[str]:
        head = verb.head
        if head is verb:
            yield "root"
        else:
            if head.pos != "PROPN":
                yield f"head:{verb.dep}:{head.lemma.lower()}"
            yield f"on event:{verb.dep}:{head.i in self._heads}"
        for one in verb.children:
            if one.i in self._heads:
                yield f"event below:{one.dep}"
        yield f"event above:{any(one.i in self._heads for one in verb.ancestors)}"
        yield f"events beside:{verb.sentence in self._sentences}"

    def _told(self, verb: Token) -> Iterator[str]:
        below = verb.subtree
        start, end = below[0].start, below[-1].end
        times = self._found.within(Time, start, end)
        mentions = self._found.within(Mention, start, end)
        yield f"times:{bool(times)}"
        if has_day(self._found, verb):
            yield "day"
        yield f"places:{any(one.reading == 'place' for one in mentions)}"
        yield f"parties:{min(2, sum(one.reading == 'actor' and one.type in _SIDES for one in mentions))}"
        if (act := self._cues.get(verb.start)) is not None:
            yield f"cue:{act}"
            yield f"wcue:{verb.lemma.lower()}"
        yield f"quoted:{self._analysis.quote_at(verb.start) is not None}"
        yield f"inside:{self._inside(verb)}"

    def _inside(self, verb: Token) -> str:
        sentence = self._analysis.sentence_of(verb)
        acts = [
            one.act
            for one in self._found.within(Statement, sentence.start - _BEFORE, sentence.end)
            if any(span.start <= verb.start < span.end for span in one.content)
        ]
        return acts[-1] if acts else "-"


def told_as(status: Status) -> str:
    """The feature of how surely a verb would be told of which no rule made anything."""
    return f"missed as:{status}"


def _status(status: Status) -> str:
    return f"status:{status}"


@cache
def statuses() -> frozenset[str]:
    """All that `Surroundings.status` may tell."""
    return frozenset(map(_status, get_args(Status)))


def _made(event: Event, head: Token | None, genre: str) -> Iterator[str]:
    """What a rule made of the words that tell of an event."""
    rule = event.rule.removeprefix("event: ")
    base, _, more = rule.partition(", ")
    type, status = event.type, event.status
    doers, others = min(2, len(event.initiators)), min(2, len(event.recipients))
    yield from (f"rule:{base}", f"rule:{base}:{more}", f"rule:{base}:{status}")
    yield from (f"type:{type}", f"told:{status}", f"type:{type}:{status}", f"mode:{type}:{event.mode}")
    yield from (f"doers:{doers}", f"others:{others}", f"sides:{type}:{doers}:{others}")
    yield f"sides:{type}:{status}:{doers > 0}:{others > 0}"
    yield from (
        f"background:{event.background}",
        f"dated:{type}:{event.happened.known}",
        f"placed:{bool(event.places)}",
    )
    yield from (f"voices:{min(3, len(event.according_to))}:{type}", f"genre:{genre}:{type}")
    if head is not None:
        lemma = head.lemma.lower() if head.pos != "PROPN" else "-"
        yield from (f"cue:{lemma}", f"cue:{lemma}:{type}", f"cue:{head.pos}:{type}:{status}")
        yield from (f"cue dep:{head.dep}:{type}:{head.pos}", f"cue dep:{head.dep}:{status}")


_CONTENT = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "ADV", "AUX", "NUM"})


def _unnamed(verb: Token) -> list[Token]:
    """What hangs on a verb and is no name."""
    return [one for one in verb.children if one.pos != "PROPN"]


# How far before a sentence a statement that goes on in it may begin.
_BEFORE = 600


@cache
def _types() -> Mapping[str, frozenset[str]]:
    """The types of events that a verb may tell, in whatever frame."""
    return {verb: frozenset(one.type for one in patterns) for verb, patterns in verb_patterns().items()}


@cache
def _things() -> Mapping[str, frozenset[str]]:
    """The kinds of things a noun is."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for name, nouns in lexicon("events")["things"].items():
        for one in nouns:
            kinds[one].add(name)
    return {noun: frozenset(names) for noun, names in kinds.items()}
