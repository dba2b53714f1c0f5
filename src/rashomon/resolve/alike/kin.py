"""Families of deed words: "attacked" and "attacker" share a sense of WordNet; see `scripts/build_kin.py`."""

import gzip
from functools import cache, lru_cache
from importlib.resources import files

# Endings of inflected forms with what stands for them in the lemma, as WordNet's own morphology takes them off.
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ing", "e"), ("ing", ""), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""),
    ("s", ""), ("ers", "er"), ("ors", "or"),
)  # fmt: skip
_OF_VERBS = frozenset({"ied", "ing", "ed"})
_SHORTEST = 2


@cache
def _table() -> tuple[dict[str, frozenset[int]], frozenset[str], dict[str, str]]:
    """The senses of each word, the words that are nouns alone, and the lemmas of irregular forms."""
    data = files("rashomon").joinpath("lexicon", "kin.txt.gz").read_bytes()
    senses: dict[str, frozenset[int]] = {}
    irregular: dict[str, str] = {}
    nouns: set[str] = set()
    for line in gzip.decompress(data).decode().splitlines():
        form, _, lemma = line.partition("=")
        if lemma:
            irregular[form] = lemma
        else:
            if line[0] == "-":
                nouns.add(line.split()[0][1:])
            word, *numbers = line.removeprefix("-").split()
            senses[word] = frozenset(map(int, numbers))
    return senses, frozenset(nouns), irregular


@lru_cache(maxsize=1 << 16)
def lemma(word: str) -> str:
    """The lemma of a form in small letters, itself where none is known."""
    senses, nouns, irregular = _table()
    if word in irregular:
        return irregular[word]
    if word.endswith("ss") or (word in senses and not word.endswith(("s", "ing", "ed"))):
        return word
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST:
            continue
        for base in (stem[:-1], stem + instead) if not instead and stem[-1] == stem[-2] else (stem + instead,):
            if base in senses and not (ending in _OF_VERBS and base in nouns):
                return base
    return word


@lru_cache(maxsize=1 << 16)
def kin(word: str) -> frozenset[int]:
    """The senses that a form in small letters may stand for; none of a word that tells no deed."""
    senses, _, irregular = _table()
    of_form = senses.get(word, frozenset())
    return of_form | senses.get(irregular.get(word) or lemma(word), frozenset())
