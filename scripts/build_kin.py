"""Make the families of deed words: `python scripts/build_kin.py [FOLDER]`.

Reads the database files of WordNet 3.0 (Debian's package wordnet-base puts them in /usr/share/wordnet) and writes
`src/rashomon/lexicon/kin.txt.gz`: for each verb, and each noun of a deed, the senses it stands for in its first two
meanings and those derived from them ("attack" and "attacker" share one), and for irregular forms their lemma. A noun
that is no verb too begins with "-". Senses are numbers; of WordNet's wording nothing is kept but the words themselves.
"""

import gzip
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parents[1] / "src" / "rashomon" / "lexicon" / "kin.txt.gz"
# The files of WordNet's lexicographers whose nouns tell deeds: act, communication, event, possession, process, state …
_OF_DEEDS = frozenset({4, 10, 11, 12, 16, 19, 21, 22, 26})
# So many meanings of a word count; the rest are rare ("to fire" as to bake).
_MEANINGS = 2
# Pointers to the same in another part of speech, and between verbs of one group.
_SAME = frozenset({"+", "$"})

Senses = dict[str, tuple[int, list[tuple[str, str]]]]
"""The lexicographer's file and the pointers of each sense."""


def senses(folder: Path) -> Senses:
    """All senses of verbs and nouns."""
    found: Senses = {}
    for kind, name in (("v", "verb"), ("n", "noun")):
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split("|")[0].split()
            at = 4 + 2 * int(cells[3], 16)
            pointers = [cells[at + 1 + 4 * n : at + 4 + 4 * n] for n in range(int(cells[at]))]
            found[kind + cells[0]] = int(cells[1]), [(sign, of + to) for sign, to, of in pointers]
    return found


def meanings(folder: Path, known: Senses) -> dict[str, list[str]]:
    """The first senses of each single word that can tell a deed, those of the verb first."""
    found: dict[str, list[str]] = defaultdict(list)
    for kind, name in (("v", "verb"), ("n", "noun")):
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split()
            first = [kind + one for one in cells[-int(cells[2]) :]][:_MEANINGS]
            if cells[0].isalpha() and (kind == "v" or any(known[one][0] in _OF_DEEDS for one in first)):
                found[cells[0]] += first
    return found


def families(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Each word with its senses and those derived from them."""
    known = senses(folder)
    for word, first in sorted(meanings(folder, known).items()):
        more = [to for one in first for sign, to in known[one][1] if sign in _SAME and to in known]
        yield word, sorted({*first, *more})


def irregular(folder: Path) -> Iterator[tuple[str, str]]:
    """Each irregular form of a verb or a noun with its lemma."""
    for name in ("verb", "noun"):
        for line in (folder / f"{name}.exc").read_text("latin-1").splitlines():
            form, lemma, *_ = line.split()
            if form.isalpha() and lemma.isalpha() and not (name == "noun" and form[-1] == "s"):
                yield form, lemma  # "leaves" is more often a verb's than that of "leaf"


def main() -> None:
    """Write the table: senses that two words share, by number; "form=lemma" for irregular forms."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet")
    found = dict(families(folder))
    verbs = {line.split()[0] for line in (folder / "index.verb").read_text("latin-1").splitlines()}
    often = Counter(one for some in found.values() for one in some)
    numbers = {one: n for n, (one, count) in enumerate(sorted(often.items(), key=lambda pair: (-pair[1], pair[0])))}
    lines = [
        f"{'' if word in verbs else '-'}{word} {' '.join(str(numbers[one]) for one in some if often[one] > 1)}".rstrip()
        for word, some in found.items()
    ]
    lines += sorted({f"{form}={lemma}" for form, lemma in irregular(folder) if lemma in found})
    with gzip.GzipFile(OUT, "wb", mtime=0) as out:
        out.write("\n".join([*lines, ""]).encode())


if __name__ == "__main__":
    main()
