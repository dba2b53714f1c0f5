"""Who may speak by a cue: the noun phrases that govern it, with and without what is added to a name."""

from typing import TypeAlias

from rashomon.extract.statements.ranking.layout import Layout, Runs
from rashomon.language.analysis import Token

Sources: TypeAlias = dict[Runs, tuple[Token, list[str]]]
"""Candidates for the speaker, each with its head word and the ways in which it was come by.

The candidate without words stands for a speaker who is not named.
"""

# From a cue up to the verb whose subject may speak, at most so many steps.
_UP = {"conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "acl", "relcl", "dobj", "pobj", "parataxis", "appos",
       "attr", "dep"}  # fmt: skip
_STEPS = 4
_SUBJECTS = ("nsubj", "nsubjpass", "poss", "compound", "csubj")
_BEHIND = ("dobj", "attr", "dep", "npadvmod", "oprd", "ccomp")
# What may be added behind the head of a phrase, at its own level and further down.
_ADDED = {"relcl", "acl", "appos", "advcl", "npadvmod", "prep", "conj", "cc", "parataxis", "dep", "ccomp", "advmod"}
_ADDED_BELOW = {"relcl", "acl", "appos", "prep", "npadvmod"}
_PREPOSITIONS = ("of", "in", "on", "for")
_NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET")
# "who" and "which" name nobody: what they go back to does.
_RELATIVE = ("WP", "WDT", "WP$", "WRB")
_INSIDE = ("compound", "flat", "nmod", "amod", "poss")
_WHEN = ("in", "at", "on", "during", "after", "before", "with")
_PASSED_OVER = ("AUX", "ADV", "PUNCT", "DET")
# So many cuts are tried, and so many words name somebody at most.
_CUTS = 5
_LONGEST = 45


class _Gathering:
    """Gathers who may speak by one cue."""

    def __init__(self, layout: Layout, cue: Token) -> None:
        self.layout = layout
        self.cue = cue
        self.found: Sources = {}

    def add(self, kind: str, head: Token, runs: Runs) -> None:
        """Take in a candidate; not one that holds the cue, or has more words than a name."""
        if not runs or any(a <= self.cue.i < b for a, b in runs) or self.layout.count(runs) > _LONGEST:
            return
        kinds = self.found.setdefault(runs, (head, []))[1]
        if kind not in kinds:
            kinds.append(kind)

    def _is_occasion(self, head: Token) -> bool:
        """Whether a phrase that opens the sentence tells when and where: "In comments to the Post, the mayor said"."""
        first = self.layout.analysis.sentence_of(self.cue).first
        opens = head.dep == "pobj" and head.head.i == first and head.i < self.cue.i
        return opens and head.head.lower in _WHEN

    def phrase(self, kind: str, head: Token) -> None:
        """Take in a noun phrase whole, and cut off before each thing added to it."""
        if head.pos not in _NOMINAL or head.tag in _RELATIVE or self._is_occasion(head):
            return
        below = head.subtree
        clause = {one.i for one in self.cue.subtree} if self.cue in below else set()
        whole = [one for one in below if one.i not in clause]
        if head.i in clause:
            return
        of_tokens = self.layout.of_tokens
        self.add(f"{kind} whole", head, of_tokens(whole))
        for name, start in _cuts(head, whole, below, self.cue):
            self.add(f"{kind} before {name}", head, of_tokens([one for one in whole if one.i < start]))
        marks = [one.i for one in whole if one.text in (",", "—", "–", "(", ":", "-")]
        before = [i for i in marks if i < head.i]
        if before:
            self.add(f"{kind} after mark", head, of_tokens([one for one in whole if one.i > before[0]]))
        behind = [one.i for one in whole if one.i > head.i and one.text in (",", "—", "–", "(")]
        if behind:
            self.add(f"{kind} before comma", head, of_tokens([one for one in whole if one.i < behind[0]]))


def _cuts(head: Token, whole: list[Token], below: list[Token], cue: Token) -> list[tuple[str, int]]:
    """Where a phrase may end: the names of what is added, and the numbers of the tokens at which it begins."""
    found = []
    for one in [one for one in head.children if one.dep in _ADDED and one.i > head.i and one is not cue][:_CUTS]:
        name = f"{one.dep} {one.lower}" if one.dep == "prep" and one.lower in _PREPOSITIONS else one.dep
        found.append((name, one.subtree[0].i))
    for one in below:
        if one.dep in _ADDED_BELOW and one.head is not head and one.i > head.i:
            inner = one.subtree
            if inner[-1].i >= whole[-1].i - 1 and inner[0].i > head.i:
                found.append((f"inner {one.dep}", inner[0].i))
    return found


def sources(layout: Layout, cue: Token, rule: Runs, head: Token | None) -> Sources:
    """Who may speak by a cue; `rule` and `head` are the words and the head word of whom the rules hold for it."""
    gathering = _Gathering(layout, cue)
    if rule and head is not None:
        gathering.add("rule", head, rule)
        gathering.phrase("rule", head)
    _beside(gathering)
    _governing(gathering)
    gathering.found[()] = (cue, ["nobody"])
    return gathering.found


def _beside(to: _Gathering) -> None:
    """The phrases right beside the cue, however the parser hung them."""
    cue, tokens = to.cue, to.layout.tokens
    sentence = to.layout.analysis.sentence_of(cue)
    for step, name in ((-1, "before cue"), (1, "behind cue")):
        i = cue.i + step
        while sentence.first <= i < sentence.last and tokens[i].pos in _PASSED_OVER:
            i += step
        if not sentence.first <= i < sentence.last or tokens[i].pos not in ("NOUN", "PROPN", "PRON"):
            continue
        if tokens[i].tag in _RELATIVE:
            continue
        head = tokens[i]
        while head.head is not head and head.dep in _INSIDE:
            head = head.head
        to.phrase(name, head)
        first, last = i, i
        while first - 1 >= sentence.first and tokens[first - 1].pos == "PROPN":
            first -= 1
        while last + 1 < sentence.last and tokens[last + 1].pos == "PROPN":
            last += 1
        to.add(f"{name} name", tokens[last], to.layout.run(first, last + 1))


def _governing(to: _Gathering) -> None:
    """Subjects, agents and owners of the cue and of the verbs it hangs on."""
    verb = to.cue
    for step in range(_STEPS):
        for one in verb.children:
            if one.dep in _SUBJECTS:
                to.phrase(f"{one.dep} {step}", one)
            elif one.dep == "agent" or (step == 0 and one.dep == "prep"):
                _prepositional(to, one, step)
            elif step == 0 and one.dep in _BEHIND:
                to.phrase(one.dep, one)
        if verb.dep in ("relcl", "acl"):
            to.phrase(f"head of {verb.dep} {step}", verb.head)
        if verb.dep not in _UP or verb.head is verb:
            return
        verb = verb.head


def _prepositional(to: _Gathering, preposition: Token, step: int) -> None:
    """Those named after a preposition, or after one that follows it ("according to")."""
    for inner in preposition.all("pobj"):
        to.phrase(f"{preposition.dep} {preposition.lower} {step}", inner)
    for second in preposition.all("prep"):
        for inner in second.all("pobj"):
            to.phrase(f"{preposition.lower} {second.lower} {step}", inner)
