"""Sequences of capitalised words, and the longest known name that begins at a word."""

from collections.abc import Iterator

from rashomon.extract.names.words import (
    LONGEST_NAME,
    Known,
    first_words,
    is_plain,
    known,
    outlet_heads,
    small_words,
    title_words,
)
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.gazetteer import folded
from rashomon.language.lexicon import lexicon, words

# Tags of words that begin a sentence with a capital and are no names.
_FUNCTION = {
    "DT", "PDT", "IN", "PRP", "PRP$", "CC", "WDT", "WP", "WP$", "WRB", "MD", "EX", "RB", "RBR", "RBS", "TO", "VB",
    "VBD", "VBG", "VBN", "VBP", "VBZ", "UH", "CD", "NNS", "JJR", "JJS", "RP",
}  # fmt: skip


# Tags of words that go on with no name, even in capitals.
_SMALL = {"DT", "IN", "CC", "PRP", "PRP$", "MD", "WDT", "WP", "EX"}

# Small words with which a name can begin: al-Assad, ibn Saud, ould Daddah.
_LEADING = frozenset({"al", "ibn", "bin", "el", "de", "ould", "von", "van"})

# Words and signs inside known names, never at their end.
_INNER = {
    "of", "the", "and", "for", "in", "to", "on", "de", "du", "do", "da", "des", "la", "al", "sans", "without",
    "-", "/", "'", "'s", "’", "’s", "d'",
}  # fmt: skip
# Words whose possessive stands inside names of bodies (People's Army, Lord's Resistance Army).
_OWNERS_IN_NAMES = frozenset(
    ["people", "workers", "lord", "women", "soldiers", "peasants", "students", "farmers", "citizens"]
)


def is_shouted(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether capitals tell nothing here: a headline in capitals or with a capital on every word."""
    for token in analysis.tokens[sentence.first : sentence.last]:  # most sentences have a verb in small letters
        if token.pos == "VERB" and len(token.text) > 3 and token.text.islower():
            return False
    tokens = [token for token in analysis.words(sentence) if token.text[0].isalpha() and len(token.text) > 3]
    if len(tokens) > 1 and all(token.text.isupper() for token in tokens):
        return True
    if len(tokens) < 3:
        return bool(sentence.role) and all(token.text.isupper() for token in tokens)
    if any(token.pos == "VERB" and token.text.islower() for token in analysis.words(sentence)):
        return False
    return sum(token.text[0].isupper() for token in tokens) >= 0.85 * len(tokens) and len(tokens) > 4


def inner_stems(analysis: Analysis, shouted: set[int]) -> frozenset[str]:
    """Words (and their first letters) that have a capital inside a sentence: names, not the start of one."""
    found = set()
    for sentence in analysis.sentences:
        if sentence.index not in shouted:
            for token in analysis.tokens[sentence.first + 1 : sentence.last]:
                if token.text[0].isupper() and len(token.text) > 2 and token.pos == "PROPN":
                    found |= {_stem(token.lower), token.lower}
    return frozenset(found)


def _stem(lower: str) -> str:
    """What a state and its adjective share (Ruritania, Ruritanian; Ombar, Ombari)."""
    return lower[:4]


def runs(analysis: Analysis, sentence: Sentence, inner: frozenset[str]) -> Iterator[tuple[int, int]]:
    """First and last (not included) of each longest sequence of capitalised words."""
    tokens, i = analysis.tokens, sentence.first
    while i < sentence.last:
        text = tokens[i].text
        if not (text[0].isupper() or text in _LEADING) or not _begins(tokens, i, sentence, inner):
            i += 1
            continue
        end = i + 1
        if _is_credit(tokens, i, sentence.last):
            yield i, end
            i = end
            continue
        while (step := _continues(tokens, end, sentence.last)) > 0:
            end += step
        yield i, end
        i = end


def _begins(tokens: list[Token], i: int, sentence: Sentence, inner: frozenset[str]) -> bool:
    token = tokens[i]
    if not token.text[0].isupper():  # al-Assad, ibn Saud
        return _hyphen_or_name(tokens, i + 1, sentence.last)
    if token.lower in words("naming", "no_name") or _is_numbering(tokens, i, sentence):
        return False
    if token.lower in words("naming", "before_names") and i == sentence.first:
        return _is_listed(tokens, i, sentence)
    first = i == sentence.first or (tokens[i - 1].text in "\"“‘'«(—–:-" and tokens[i - 1].tag != "HYPH")
    if first and (token.tag in _FUNCTION or token.lower in ("the", "a", "an", "if", "yes", "no")):
        plural = token.tag == "NNS" and (known(token.text) is not None or token.lower in inner)
        return plural or _is_listed(tokens, i, sentence)
    if token.tag in ("DT", "PRP", "PRP$", "IN", "CC", "MD", "WDT", "WP"):
        return _is_listed(tokens, i, sentence)
    if first and token.tag not in ("NNP", "NNPS"):
        if token.lower in title_words() or not _is_common(token) or _is_listed(tokens, i, sentence):
            return True
        titled = title_words() | words("titles", "modifier")
        named = i + 1 < sentence.last and tokens[i + 1].text[0].isupper() and tokens[i + 1].lower in titled
        return named or (_stem(token.lower) in inner and token.lower not in words("titles", "modifier"))
    return True


def _is_credit(tokens: list[Token], i: int, last: int) -> bool:
    """Whether an agency stands before somebody's name, as a picture's credit runs into the text ("AFP Ada Brandt")."""
    behind = tokens[i + 1 : min(i + 3, last)]
    agency = known(tokens[i].text)
    is_agency = (agency is not None and agency.type == "outlet") or tokens[i].text in lexicon("outlets")["pictures"]
    if len(behind) < 2 or not is_agency:
        return False
    return all(
        one.text[0].isupper() and one.text[1:].islower() and one.tag == "NNP" and known(one.text) is None
        and one.lower not in title_words() and one.text not in outlet_heads() and not is_plain(one.text)
        for one in behind
    )  # fmt: skip


def _is_numbering(tokens: list[Token], i: int, sentence: Sentence) -> bool:
    """Whether a word only says that a number follows ("bulletin No. 7")."""
    behind = [one.text for one in tokens[i + 1 : min(i + 3, sentence.last)] if one.text != "."]
    return tokens[i].lower.rstrip(".") in ("no", "nos", "nr") and bool(behind) and behind[0][0].isdigit()


def _is_common(token: Token) -> bool:
    """Whether a word at the start of a sentence is a plain noun or adjective."""
    return token.tag in ("NN", "JJ") and known(token.text) is None and token.text[1:].islower()


def _is_listed(tokens: list[Token], i: int, sentence: Sentence) -> bool:
    found = longest_known(tokens, i, sentence.last)
    return found is not None and (found[0] > i + 1 or found[1].kind != "name" or tokens[i].tag != "PRP")


def _hyphen_or_name(tokens: list[Token], i: int, last: int) -> bool:
    if i + 1 < last and tokens[i].text == "-":
        i += 1
    return i < last and tokens[i].text[0].isupper()


def _continues(tokens: list[Token], i: int, last: int) -> int:
    """How many tokens from `i` on go on with a name: 0, 1 (a word) or 2 (a small word and the next)."""
    if i >= last or tokens[i - 1].sentence != tokens[i].sentence:
        return 0
    token, before = tokens[i], tokens[i - 1]
    if token.text[0].isupper():
        small = token.tag in _SMALL and token.lower not in words("naming", "particles")
        return 0 if small or token.lower in words("naming", "no_name") else 1
    following = tokens[i + 1] if i + 1 < last else None
    if following is None:
        return 0
    if token.text == "." and token.start == before.end and len(before.text) <= 5 and following.text[0].isupper():
        return 1 if before.lower + "." in title_words() or len(before.text) == 1 else 0
    if token.tag == "POS" and before.lower in _OWNERS_IN_NAMES and following.text[0].isupper():
        return 2
    glued = token.start == before.end and following.start == token.end
    if token.text in "-–" and glued and (following.text[0].isupper() or before.lower in ("al", "el")):
        return 2
    if token.text == "-" and glued and _ends_name(tokens, i):
        return 2
    if token.lower in words("naming", "particles") and _hyphen_or_name(tokens, i + 1, last):
        return 1 if following.text == "-" else 2
    return 0


def _ends_name(tokens: list[Token], i: int) -> bool:
    """Whether what a hyphen joins in small letters is the end of a person's name ("Kim Sol-min", "Ban Ho-jun")."""
    family, given, end = tokens[i - 2], tokens[i - 1], tokens[i + 1]
    short = len(given.text) <= 4 and 2 <= len(end.text) <= 5 and len(family.text) <= 5
    capital = i >= 2 and family.text[0].isupper() and given.text[0].isupper() and family.end < given.start
    named = known(given.text) is None and known(f"{family.text} {given.text}") is None
    plain = end.tag in ("VBN", "VBD", "VBG") or end.lower in words("naming", "hyphened")
    return capital and short and end.text.isalpha() and end.text.islower() and named and not plain


def longest_known(tokens: list[Token], i: int, last: int) -> tuple[int, Known] | None:
    """The longest name of the word lists that begins at `i`: where it ends, what it is."""
    # Most words begin no longer name: then the word itself is looked up and nothing more.
    longest = LONGEST_NAME if folded(tokens[i].text) in first_words() else 1
    stop = i + 1
    inner = _INNER | small_words() if longest > 1 else _INNER
    while stop < min(last, i + longest) and (tokens[stop].text[0].isupper() or tokens[stop].lower in inner):
        stop += 1
    for end in range(stop, i, -1):
        if tokens[end - 1].lower not in _INNER or end == i + 1:
            found = known(words_of(tokens, i, end))
            if found:
                return end, found
    if tokens[i].text in lexicon("outlets")["pictures"] and _is_credit(tokens, i, min(i + 3, len(tokens))):
        return i + 1, Known(kind="name", type="outlet", name=tokens[i].text)
    return None


def words_of(tokens: list[Token], first: int, last: int) -> str:
    """The words as they stand, one blank where there is any."""
    out = tokens[first].text
    if last - first == 1:
        return out
    for before, token in zip(tokens[first:last], tokens[first + 1 : last], strict=False):
        out += (" " if token.start > before.end else "") + token.text
    return out
