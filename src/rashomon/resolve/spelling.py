"""When two spellings are one name: diacritics, transliterations, a letter wrong, parts left out."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rashomon.language.gazetteer import folded

# Pairs of letters that transliterations of one name write differently; the second stands for both.
_WRITTEN = "kh gh dzh zh tch tsch sh ou oo ee ck q c y w ph x aa ll ss ff nn mm dd ii e o"
_MEANT = "h g j j ch ch s u u i k k k i v f ks a l s f n m d i i u"
_VARIANTS = list(zip(_WRITTEN.split(), _MEANT.split(), strict=True))
_LETTERS = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ы э ю я і ї є ґ"
_LATIN = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch y e yu ya i yi ye g"
_CYRILLIC = dict(zip(_LETTERS.split(), _LATIN.split(), strict=True)) | {"ъ": "", "ь": ""}
_SEPARATORS = re.compile(r"[\s\-'.]+")
# A letter may be wrong in words from this length on; shorter ones are other names (Ali, Alo).
_LONG = 5


@lru_cache(maxsize=1 << 16)
def plain(name: str) -> str:
    """Folded, Latin letters, words parted by one blank: the key under which a name is compared."""
    latin = "".join(_CYRILLIC.get(char, char) for char in name.lower())
    return _SEPARATORS.sub(" ", folded(latin)).strip()


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """What the transliterations of one word share."""
    for written, meant in _VARIANTS:
        word = word.replace(written, meant)
    return word


def within_one(one: str, other: str) -> bool:
    """Whether one letter added, left out, changed or swapped makes the two the same."""
    if abs(len(one) - len(other)) > 1:
        return False
    i = 0
    while i < min(len(one), len(other)) and one[i] == other[i]:
        i += 1
    if one[i + 1 :] == other[i + 1 :] or one[i:] == other[i + 1 :] or one[i + 1 :] == other[i:]:
        return True
    return one[i : i + 2] == other[i : i + 2][::-1] and one[i + 2 :] == other[i + 2 :]


class Near:
    """Words, to be asked for those that are one letter off another: what that takes does not grow with their number.

    Two such words are the same once at most one letter is left out of each.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._by_rest: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            self.add(word)

    def add(self, word: str) -> None:
        """Take in a word that is not there yet."""
        for rest in _rests(word):
            self._by_rest[rest].append(word)

    def of(self, word: str) -> set[str]:
        """The words of which `within_one` says that they may be this one."""
        near = {one for rest in _rests(word) for one in self._by_rest.get(rest, ())}
        return {one for one in near if within_one(one, word)}


def _rests(word: str) -> set[str]:
    """The word, and what remains of it without each of its letters."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def same_word(one: str, other: str) -> bool:
    """Whether two plain words are one, a letter off or transliterated in another way."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LONG:
        return False
    return one[0] == other[0] and (within_one(one, other) or sound(one) == sound(other))


def same_person(one: str, other: str) -> bool:
    """Whether two plain full names can be one person's: same surname, given names that fit.

    The shorter one's words stand in the longer one in order; given names may be initials.
    """
    short, long = sorted((one.split(), other.split()), key=len)
    if len(short) < 2 or not same_word(short[-1], long[-1]):
        return False
    if not _fits(short[0], long[0]):
        return False
    at = 0
    for word in short[:-1]:
        while at < len(long) - 1 and not _fits(word, long[at]):
            at += 1
        if at == len(long) - 1:
            return False
        at += 1
    # One letter off is forgiven once: two words that both differ are two persons.
    return sum(not any(word == whole for whole in long) for word in short if len(word) > 1) <= 1


def _fits(given: str, other: str) -> bool:
    return same_word(given, other) or (min(len(given), len(other)) == 1 and given[0] == other[0])


def surnames(name: str) -> list[str]:
    """The shorter forms under which the bearer of a plain full name goes: its last word, its last two."""
    pieces = name.split()
    return [" ".join(pieces[i:]) for i in range(1, len(pieces))]


def initials(name: str) -> str:
    """The first letters of the longer words of a plain name."""
    return "".join(word[0] for word in name.split() if word not in ("of", "the", "for", "and", "in", "de", "la"))
