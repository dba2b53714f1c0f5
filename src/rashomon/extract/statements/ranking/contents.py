"""The words that a cue may announce: phrases below it, what stands around it, quotations."""

from collections.abc import Iterator
from typing import TypeAlias

from rashomon.extract.statements.ranking.layout import Layout, Run, Runs
from rashomon.language.analysis import Token

Contents: TypeAlias = dict[Runs, list[str]]
"""Candidates for what was said, each with the ways in which it was come by."""

_SUBJECTS = ("nsubj", "nsubjpass", "agent")
_NEVER = {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "punct", "prt", "det", "cc", "case", "mark", "expl", "poss"}
# Phrases of which the inner one may be what was said ("of a plot", "as he insisted on staying").
_HOLDING = {"prep", "agent", "advcl", "acl", "relcl", "npadvmod"}
_HELD = {"pobj", "pcomp", "ccomp", "xcomp", "dobj"}
# What may be added at the end of a phrase without belonging to it.
_ADDED = {
    "advcl", "relcl", "conj", "prep", "acl", "appos", "npadvmod", "cc", "ccomp", "dep", "advmod", "parataxis", "mark",
    "nsubj",
}  # fmt: skip
_CLAUSES = {"ccomp", "xcomp", "dobj", "advcl", "acl", "relcl", "pcomp", "oprd", "attr", "parataxis", "conj", "dep",
            "acomp", "pobj"}  # fmt: skip
# How a cue hangs on the words around it where it is an aside.
_ASIDE = {"ccomp", "parataxis", "conj", "advcl", "prep", "dep", "acl", "relcl", "appos"}
_BOUNDARY = {",", ";", ":", "—", "–", "--", "-", "…", "..."}
# So many ends are tried for a phrase, so many phrases behind a cue, so many marks in a sentence.
_CUTS = 5
_PHRASES = 5
_STOPS = 4
# "that" stands at most so many tokens behind the cue, and so many tokens are said at most.
_THAT = 15
_LONGEST = 400


class _Gathering:
    """Gathers what one cue may announce."""

    def __init__(self, layout: Layout, cue: Token, words: Runs, rule: Runs, source: Runs) -> None:
        self.layout = layout
        self.cue = cue
        self.words = words
        self.source = source
        self.sentence = layout.analysis.sentence_of(cue)
        self.found: Contents = {}
        subjects = (layout.of_tokens(one.subtree) for one in cue.children if one.dep in _SUBJECTS)
        self.own = layout.runs([*words, *(run for one in subjects for run in one)])
        if rule:
            self.add("rule", rule)

    def add(self, kind: str, runs: Runs) -> None:
        """Take in a candidate, the cue's own words left out of it."""
        runs = self.layout.without(runs, self.words)
        if runs and runs[-1][1] - runs[0][0] <= _LONGEST:
            kinds = self.found.setdefault(runs, [])
            if kind not in kinds:
                kinds.append(kind)

    def stretch(self, kind: str, first: int, stop: int) -> None:
        """Take in the words of one stretch of tokens."""
        if first < stop:
            self.add(kind, self.layout.run(first, stop))


def contents(layout: Layout, cue: Token, words: Runs, rule: Runs, source: Runs) -> Contents:
    """What a cue may announce.

    Args:
        layout: The report's words by number.
        cue: The head word of the cue.
        words: All words of the cue.
        rule: What the rules hold for said; nothing where they find no statement.
        source: What they hold for the speaker.
    """
    gathering = _Gathering(layout, cue, words, rule, source)
    _below(gathering)
    _around(gathering)
    _above(gathering)
    _quoted(gathering)
    _drawn_out(gathering)
    return gathering.found


def _below(to: _Gathering) -> None:
    """What hangs on the cue: each phrase, those that follow each other, what a preposition governs."""
    children = [one for one in to.cue.children if one.dep not in _NEVER]
    for one in children:
        below = one.subtree
        runs = to.layout.of_tokens(below)
        to.add(f"below {one.dep}", runs)
        to.add(f"below {one.dep} without source", to.layout.without(runs, to.source))
        if one.dep in _HOLDING:
            for inner in one.children:
                if inner.dep in _HELD:
                    to.add(f"below {one.dep} {inner.dep}", to.layout.of_tokens(inner.subtree))
        if one.i > to.cue.i:
            _cut_off(to, one, below)
    behind = [one for one in children if one.i > to.cue.i][:_PHRASES]
    ends = [(one.subtree[0].i, one.subtree[-1].i + 1) for one in behind]
    for k, one in enumerate(behind):
        for m in range(k + 1, len(behind)):
            to.stretch(f"from {one.dep} to {behind[m].dep}", ends[k][0], ends[m][1])
    _of_passive(to, behind)


def _cut_off(to: _Gathering, top: Token, below: list[Token]) -> None:
    """A phrase without what is added at its end."""
    first, last, cuts = below[0].i, below[-1].i, 0
    for one in below:
        if one is top or one.i < top.i or one.dep not in _ADDED:
            continue
        inner = one.subtree
        if inner[-1].i >= last - 1 and inner[0].i > first:
            comma = "comma" if to.layout.tokens[inner[0].i - 1].text in _BOUNDARY else ""
            to.stretch(f"below {top.dep} cut {one.dep} {comma}", first, inner[0].i)
            cuts += 1
            if cuts == _CUTS:
                return


def _of_passive(to: _Gathering, behind: list[Token]) -> None:
    """What somebody is said to have done: the subject, alone and with a phrase behind the cue."""
    subject = to.cue.child("nsubjpass", "nsubj")
    if subject is not None and to.cue.tag == "VBN":
        runs = to.layout.of_tokens(subject.subtree)
        to.add("subject", runs)
        for one in behind[:3]:
            to.add(f"subject and {one.dep}", to.layout.runs([*runs, *to.layout.of_tokens(one.subtree)]))


def _around(to: _Gathering) -> None:
    """What stands before and behind the cue and its speaker."""
    first, stop = _tag(to)
    lefts = list(_lefts(to, first))
    rights = list(_rights(to, stop))
    for kind, run in (*lefts, *rights):
        to.stretch(kind, *run)
    for left, before in lefts[:2]:
        for right, behind in rights[:2]:
            if before[0] < before[1] and behind[0] < behind[1]:
                to.add(f"{left} and {right}", to.layout.runs([before, behind]))


def _tag(to: _Gathering) -> Run:
    """The stretch of tokens that the cue makes with its speaker."""
    runs = to.own
    if to.source and all(to.sentence.first <= first < to.sentence.last for first, _ in to.source):
        runs = to.layout.runs([*runs, *to.source])
    return next(((a, b) for a, b in runs if a <= to.cue.i < b), (to.cue.i, to.cue.i + 1))


def _lefts(to: _Gathering, tag: int) -> Iterator[tuple[str, Run]]:
    """From the beginning of the sentence (behind "But", behind "On Monday,") to the tag, or to the cue."""
    tokens, begin = to.layout.tokens, to.sentence.first
    for name, stop in (("left", tag), ("left of cue", to.words[0][0] if to.words else to.cue.i)):
        yield name, (begin, stop)
        word = to.layout.next_word(begin)
        if word < stop and tokens[word].pos in ("CCONJ", "ADV", "SCONJ", "ADP"):
            yield f"{name} after first", (word + 1, stop)
        mark = next((i for i in range(stop - 2, begin, -1) if tokens[i].text in _BOUNDARY), None)
        if mark is not None:
            yield f"{name} after mark", (mark + 1, stop)


def _rights(to: _Gathering, start: int) -> Iterator[tuple[str, Run]]:
    """From behind the tag, "that" or a mark to the end of the sentence, or to the last marks in it."""
    tokens, end = to.layout.tokens, to.sentence.last
    yield "right", (start, end)
    name, first = "right", start
    that = next((i for i in range(start, min(end, start + _THAT)) if tokens[i].lower == "that"), None)
    if that is not None and tokens[that].tag == "IN":
        name, first = "right of that", that + 1
        yield name, (first, end)
    marks = [i for i in range(start, end) if tokens[i].text in _BOUNDARY]
    if marks:
        yield f"right of {'colon' if tokens[marks[0]].text == ':' else 'mark'}", (marks[0] + 1, end)
    for mark in [i for i in reversed(marks) if i > first][:_STOPS]:
        yield f"{name} until mark", (first, mark)


def _above(to: _Gathering) -> None:
    """The clause or phrase on which the cue hangs, and what of the sentence is not the cue's clause."""
    cue, layout = to.cue, to.layout
    if cue.head is cue:
        return
    mine = layout.of_tokens(cue.subtree)
    if cue.dep in _ASIDE or cue.lower == "according":
        rest = layout.without(layout.of_tokens(cue.head.subtree), layout.runs([*mine, *to.source]))
        to.add(f"above {cue.dep}", rest)
        to.add(f"above {cue.dep} before", layout.runs((a, min(b, cue.i)) for a, b in rest if a < cue.i))
    whole = layout.whole(to.sentence)
    to.add("sentence without clause", layout.without(whole, mine))
    to.add("sentence without tag", layout.without(whole, layout.runs([*to.own, *to.source])))
    if cue.lower == "according" and mine:
        to.add("sentence without phrase", layout.without(whole, ((cue.i, mine[-1][1]),)))
    if cue.tag[:2] != "VB" and cue.head.pos in ("VERB", "AUX"):
        for one in cue.head.children:
            if one is not cue and one.dep in _CLAUSES and one.i > cue.head.i:
                to.add(f"beside {one.dep}", layout.of_tokens(one.subtree))
    if cue.dep in ("acl", "relcl"):
        first = cue.subtree[0].i
        to.add("noun before", layout.of_tokens([one for one in cue.head.subtree if one.i < first]))


def _quoted(to: _Gathering) -> None:
    """The quotations near the cue, alone and with those that follow or go before in the paragraph."""
    layout, here = to.layout, to.sentence
    own = layout.quote_of[to.cue.i]
    paragraph = [
        k for k in range(len(layout.quotes)) if k != own and layout.first_sentence[k].paragraph == here.paragraph
    ]
    inside = [k for k in paragraph if layout.quotes[k][0] < here.last and here.first < layout.quotes[k][1]]
    near = inside or [
        k for k in paragraph
        if abs(layout.first_sentence[k].index - here.index) <= 1 or abs(layout.last_sentence[k].index - here.index) <= 1
    ]  # fmt: skip
    for k in near:
        to.add("quotation", layout.runs([layout.quotes[k]]))
        if k + 1 in paragraph:
            to.add("quotation and next", layout.runs(layout.quotes[k : k + 2]))
    if len(inside) > 1:
        to.add("quotations", layout.runs(layout.quotes[k] for k in inside))
    if near and len(paragraph) > len(near):
        to.add("quotations from here", layout.runs(layout.quotes[k] for k in paragraph if k >= near[0]))
        to.add("quotations of paragraph", layout.runs(layout.quotes[k] for k in paragraph))


def _drawn_out(to: _Gathering) -> None:
    """Each candidate that holds a part of a quotation, with the whole of it, and with those that follow."""
    layout = to.layout
    own = layout.quote_of[to.cue.i]
    for runs, kinds in list(to.found.items()):
        numbers = {layout.quote_of[i] for a, b in runs for i in (a, b - 1)} - {-1, own}
        if not numbers:
            continue
        whole = layout.without(layout.runs([*runs, *(layout.quotes[k] for k in numbers)]), to.words)
        if whole != runs:
            to.add(f"{kinds[0]} closed", whole)
        more = [layout.quotes[k] for k in _following(to, max(numbers))]
        if more:
            to.add(f"{kinds[0]} and next", layout.runs([*whole, more[0]]))
        if len(more) > 1:
            to.add(f"{kinds[0]} and all next", layout.runs([*whole, *more]))


def _following(to: _Gathering, number: int) -> list[int]:
    """The quotations that stand in the next sentence behind one, or go on with it in the next paragraph."""
    layout = to.layout
    found = []
    for k in range(number + 1, len(layout.quotes)):
        last = max(layout.last_sentence[k - 1].index, to.sentence.index)
        if layout.first_sentence[k].index - last > 1 and not layout.analysis.quotes[k].continues:
            break
        found.append(k)
    return found
