"""Where the parser is known to go wrong: a few attachments put right, in place, before anybody reads them.

Each repair is of a form that news is full of and small models misread, told by words and
tags alone; a parse that does not have the form stays as it is.
"""

from collections.abc import Sequence
from itertools import pairwise

_NAMES = frozenset({"NNP", "NNPS"})
_NOUNS = frozenset({"NN", "NNS"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


class Columns:
    """A parsed paragraph as columns, a place for each word; `heads` and `deps` are what is mended."""

    def __init__(self, words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
        self.words = words
        self.tags = tags
        self.deps = deps
        self.heads = heads

    def child(self, of: int, dep: str, word: str, among: range) -> bool:
        """Whether a word has a certain word hanging on it."""
        return any(self.heads[i] == of and self.deps[i] == dep and self.words[i].lower() == word for i in among)


def mend(columns: Columns, sentences: Sequence[int]) -> None:
    """Put right what is known to go wrong, sentence by sentence; `sentences` are the places of their first words."""
    for first, stop in pairwise([*sentences, len(columns.words)]):
        _second_of_a_pair(columns, range(first, stop))
        _verb_of_a_long_subject(columns, range(first, stop))
        _past_beside_a_wish(columns, range(first, stop))
        _subject_before_its_teller(columns, range(first, stop))
        _for_his_part(columns, range(first, stop))


def _second_of_a_pair(columns: Columns, sentence: range) -> None:
    """Lift the second of "Ada Berg of Norway and Nils Holm of Sweden" off the first one's country."""
    heads, deps = columns.heads, columns.deps
    for one in sentence:
        beside = heads[one]
        if deps[one] != "conj" or deps[beside] != "pobj":
            continue
        of = heads[beside]
        first, word = heads[of], columns.words[of].lower()
        if word not in ("of", "from") or not _alike(columns.tags[one], columns.tags[first]) or not first < one:
            continue
        if columns.child(one, "prep", word, range(one + 1, min(one + 4, sentence.stop))):
            heads[one] = first
            for mark in range(beside + 1, one):
                if heads[mark] == beside and deps[mark] in ("cc", "punct"):
                    heads[mark] = first


def _for_his_part(columns: Columns, sentence: range) -> None:
    """Put "part" under "for" in "Nils Holm, for his part informed …", where it is read as who informs."""
    words, heads, deps = columns.words, columns.heads, columns.deps
    for part in sentence[2:]:
        said = words[part - 2].lower() == "for" and words[part].lower() == "part"
        if said and columns.tags[part - 1] == "PRP$" and deps[part] == "nsubj" and heads[part] > part:
            verb = heads[part]
            heads[part - 2], deps[part - 2] = verb, "prep"
            heads[part], deps[part] = part - 2, "pobj"


def _verb_of_a_long_subject(columns: Columns, sentence: range) -> None:
    """Make a sentence of "President Berg and her counterpart, Nils Holm, conferred …", read as one long name."""
    heads, deps, tags = columns.heads, columns.deps, columns.tags
    root = next((i for i in sentence if heads[i] == i and deps[i] == "ROOT"), None)
    if root is None or tags[root] not in _NAMES | _NOUNS:
        return
    verb = next((i for i in range(root + 1, sentence.stop) if deps[i] == "acl" and _is_finite(columns, i)), None)
    if verb is None or any(deps[i] == "conj" and heads[i] == root and tags[i] in _FINITE for i in sentence):
        return
    heads[root], deps[root] = verb, "nsubj"
    heads[verb], deps[verb] = verb, "ROOT"
    for i in range(verb + 1, sentence.stop):
        if heads[i] == root and deps[i] == "punct":
            heads[i] = verb


def _past_beside_a_wish(columns: Columns, sentence: range) -> None:
    """Lift "threatened" off "demanded that the army withdraw and *threatened* …": what is past is no part of a wish."""
    heads, deps, tags = columns.heads, columns.deps, columns.tags
    for one in sentence:
        wish = heads[one]
        if deps[one] != "conj" or tags[one] != "VBD" or tags[wish] != "VB" or deps[wish] != "ccomp":
            continue
        below = [deps[i] for i in sentence if heads[i] == wish]
        told = any(heads[i] == one and deps[i] in ("nsubj", "nsubjpass") for i in sentence)
        if "nsubj" in below and "aux" not in below and not told and tags[heads[wish]] == "VBD":
            heads[one] = heads[wish]


def _subject_before_its_teller(columns: Columns, sentence: range) -> None:
    """Give "will keep" of "The republic, said Berg, will keep …" its subject, which was taken for that of "said"."""
    heads, deps = columns.heads, columns.deps
    for told in sentence:
        verb = heads[told]
        if deps[told] != "parataxis" or told > verb or columns.words[told + 1 : told + 2] == [":"]:
            continue
        if any(heads[i] == verb and deps[i] in ("nsubj", "nsubjpass", "expl") for i in sentence):
            continue
        subjects = [i for i in sentence if heads[i] == told and deps[i] == "nsubj"]
        if not subjects or subjects[0] > told or "," not in columns.words[subjects[0] : told]:
            continue
        first = subjects[0]
        beside = next((i for i in range(first + 1, told) if heads[i] == first and deps[i] == "appos"), None)
        if len(subjects) < 2:
            # "The republic, its president assured, will …": what stands beside it, with no comma after it, assures.
            if beside is None or "," in columns.words[beside:told]:
                continue
            heads[beside], deps[beside] = told, "nsubj"
        heads[first] = verb


def _is_finite(columns: Columns, verb: int) -> bool:
    """Whether what is taken for an attribute is a verb: a past tense, or a form that stands behind an apposition."""
    return columns.tags[verb] == "VBD" or (columns.tags[verb] == "VBN" and _closes_apposition(columns, verb))


def _closes_apposition(columns: Columns, verb: int) -> bool:
    """Whether a verb stands behind the comma that ends an apposition to what it hangs on."""
    head = columns.heads[verb]
    marks = [i for i in range(head + 1, verb) if columns.words[i] == ","]
    inside = range(head + 1, verb)
    named = any(columns.deps[i] == "appos" and columns.heads[i] == head for i in inside)
    return len(marks) > 1 and marks[-1] == verb - 1 and marks[0] == head + 1 and named


def _alike(a: str, b: str) -> bool:
    return {a, b} <= _NAMES or {a, b} <= _NOUNS
