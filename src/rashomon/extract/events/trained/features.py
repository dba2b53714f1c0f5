"""What is known of a sentence and two sides in it: words, paths between the sides, what the rules found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from rashomon.extract.events.coding import coded, main_event
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Event, Link, Statement
from rashomon.model.text import Span

Features = dict[str, float]
"""A name of what holds, with how much it counts."""

# Steps of a path, and clauses one in the other, after which none are counted.
_FAR, _DEEP = 4, 3
_MODALS = frozenset({"will", "would", "shall", "may", "might", "could", "must", "should"})
# What a verb's complements and modifiers are called in the parse.
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp"})


def features(
    analysis: Analysis, found: Found, tokens: Sequence[Token], source: Span | None, target: Span | None
) -> Features:
    """The features of a sentence; those of the two sides where they are given."""
    first, second = _inside(tokens, source), _inside(tokens, target)
    sides = {one.i for one in (*first, *second)}
    plain = [one for one in tokens if one.pos not in ("PUNCT", "SPACE") and one.i not in sides]
    told: Features = {}
    for name, weight in (
        *_words(plain),
        *_listed(plain),
        *_sides(plain, first, second),
        *_rules(found, tokens, source, target),
    ):
        told[name] = weight
    return told


def _inside(tokens: Iterable[Token], span: Span | None) -> list[Token]:
    return [one for one in tokens if span and span.start <= one.start < span.end]


def _words(plain: Sequence[Token]) -> Iterator[tuple[str, float]]:
    common = words("events", "common")
    for one in plain:
        if one.lemma.lower() not in common:
            yield f"w:{one.lemma.lower()}", 1
    for one, after in zip(plain, plain[1:], strict=False):
        yield f"b:{one.lemma.lower()}_{after.lemma.lower()}", 1


def _listed(plain: Sequence[Token]) -> Iterator[tuple[str, float]]:
    """The types under which the word lists have the words."""
    told = Counter(type for one in plain for type in _types().get(one.lemma.lower(), ()))
    for type, count in told.items():
        yield f"lx:{type}", count / 2


@cache
def _types() -> Mapping[str, frozenset[str]]:
    """The types of events by the lemmas that can tell them."""
    found: dict[str, set[str]] = {}
    for name in ("events", "events_force", "events_peace", "events_words"):
        rows = [row for group in lexicon(name).values() if isinstance(group, list) for row in group]
        for row in rows:
            if isinstance(row, dict) and "words" in row and "type" in row:
                for word in row["words"]:
                    found.setdefault(word.lower(), set()).add(row["type"])
    return {word: frozenset(types) for word, types in found.items()}


def _sides(plain: Sequence[Token], first: Sequence[Token], second: Sequence[Token]) -> Iterator[tuple[str, float]]:
    """The verb of the source, the words around the target, the path and the words between them."""
    doer, other = _head(first), _head(second)
    if doer is None or other is None:
        return
    up, down = _path(doer), _path(other)
    verb = next((one for one in up[1:] if one.pos in ("VERB", "AUX") or one.dep == "ROOT"), None)
    if verb is not None:
        yield from _verb(verb)
        yield from _tense(verb)
        yield from _clauses(verb, first, second)
    above = next((one for one in down[1:] if one.pos in ("VERB", "AUX", "NOUN")), None)
    if above is not None:
        yield f"Tv:{above.lemma.lower()}", 1
    for one in down[1:4]:
        yield f"Tp:{one.lemma.lower()}", 1
    shared = {one.i for one in down}
    meeting = next((n for n, one in enumerate(up) if one.i in shared), None)
    if meeting is not None:
        turn = next(n for n, one in enumerate(down) if one.i == up[meeting].i)
        for one in (*up[1:meeting], up[meeting], *down[1:turn]):
            yield f"p:{one.lemma.lower()}", 2
        yield f"deps:{doer.dep}>{other.dep}", 1
        yield from _whole_path(up[: meeting + 1], down[:turn])
    low, high = sorted((doer.i, other.i))
    for one in plain:
        if low < one.i < high:
            yield f"btw:{one.lemma.lower()}", 1
    yield f"order:{doer.i < other.i}", 1


def _verb(verb: Token) -> Iterator[tuple[str, float]]:
    name = verb.lemma.lower()
    yield f"v:{name}", 2
    for one in (verb, *verb.children):
        for type in _types().get(one.lemma.lower(), ()):
            yield f"vx:{type}:{'v' if one is verb else one.dep}", 1
    for one in verb.children:
        lemma = one.lemma.lower()
        if one.dep == "prt":
            yield f"vp:{name}_{lemma}", 2
        if one.dep in _OBJECTS:
            yield f"vo:{name}_{lemma}", 2
            yield f"o:{one.dep}:{lemma}", 1
        if one.dep == "prep":
            yield f"vpr:{name}_{lemma}", 1
            for inner in one.children:
                yield f"po:{inner.lemma.lower()}", 1
        if one.dep in ("aux", "neg"):
            yield f"aux:{lemma}", 1


def _whole_path(up: Sequence[Token], down: Sequence[Token]) -> Iterator[tuple[str, float]]:
    """The path from the source up to where it meets that of the target, the last of `up`, and down again, as one."""
    top, steps = up[-1], len(up) - 1
    yield f"ps:{'>'.join(one.dep for one in up[:-1])}|{'<'.join(one.dep for one in down)}", 1
    above, below = (">".join(one.lemma.lower() for one in part) for part in (up[1:], down[1:]))
    yield f"pl:{above}|{below}", 2
    yield f"len:{min(steps, _FAR)}:{min(len(down), _FAR)}", 1
    yield f"top:{top.lemma.lower()}", 2
    yield f"toptag:{top.tag}", 1


def _tense(verb: Token) -> Iterator[tuple[str, float]]:
    """The verb's form and auxiliaries: what "will" be done is of another type than what was."""
    yield f"tag:{verb.tag}", 1
    around = [one.lemma.lower() for one in verb.all("aux", "auxpass", "neg")]
    for one in around:
        yield f"va:{verb.lemma.lower()}_{one}", 1
    open_yet = not _MODALS.isdisjoint(around)
    yield f"modal:{open_yet}", 1
    for type in _types().get(verb.lemma.lower(), ()):
        yield f"vmod:{type}:{open_yet}", 1


def _clauses(verb: Token, first: Sequence[Token], second: Sequence[Token]) -> Iterator[tuple[str, float]]:
    """The clauses below a verb, one in the other ("said it has agreed to withdraw …")."""
    sides = {one.i: "S" for one in first} | {one.i: "T" for one in second}
    for depth in range(1, _DEEP + 1):
        below = verb.child("ccomp", "xcomp")
        if below is None:
            return
        verb, lemma = below, below.lemma.lower()
        yield f"cv{depth}:{lemma}", 2
        yield f"cv:{lemma}", 2
        for type in _types().get(lemma, ()):
            yield f"cvx:{type}", 1
        for one in verb.children:
            inner = one.lemma.lower()
            if one.dep in ("aux", "neg"):
                yield f"caux:{inner}", 1
                yield f"caux:{inner}:{lemma}", 1
            elif one.dep in ("dobj", "attr", "acomp"):
                yield f"cvo:{lemma}_{inner}", 2
                yield f"co:{inner}", 1
            elif one.dep in ("nsubj", "nsubjpass"):
                yield f"cs:{sides.get(one.i) or (inner if one.tag.startswith('PR') else '-')}", 1


def _rules(
    found: Found, tokens: Sequence[Token], source: Span | None, target: Span | None
) -> Iterator[tuple[str, float]]:
    """What the rules found, and whether the given sides take part in it."""
    if not tokens:
        return
    start, end = tokens[0].start, tokens[-1].end
    events = [one for one in found.events if start <= one.cue[0].start < end]
    main = main_event(events)
    yield f"main:{coded(main) if main else 'none'}", 2
    for event in events:
        yield from _event(event, source, target)
    for statement in found.within(Statement, start, end):
        yield f"act:{statement.act}", 1
        if _among(source, statement.speaker):
            yield f"actS:{statement.act}", 1


def _event(event: Event, source: Span | None, target: Span | None) -> Iterator[tuple[str, float]]:
    type = coded(event)
    yield f"ev:{type}", 1
    yield f"evm:{event.type}:{event.mode}", 1
    yield f"evst:{type}:{event.status}", 1
    acts = _among(source, event.initiators)
    suffers = _among(target, (*event.recipients, *event.initiators))
    if acts:
        yield f"evS:{type}", 2
    if suffers:
        yield f"evT:{type}", 1
    if acts and suffers:
        yield f"evST:{type}", 3


def _among(side: Span | None, links: Iterable[Link]) -> bool:
    return side is not None and any(
        one.span is not None and one.span.start < side.end and side.start < one.span.end for one in links
    )


def _head(side: Sequence[Token]) -> Token | None:
    """The word of a side on which its others hang."""
    inside = {one.i for one in side}
    return next((one for one in side if one.head is one or one.head.i not in inside), None)


def _path(token: Token) -> list[Token]:
    """A word and those above it."""
    path = [token]
    while path[-1].head is not path[-1]:
        path.append(path[-1].head)
    return path
