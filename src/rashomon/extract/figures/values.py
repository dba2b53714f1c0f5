"""Bare numbers: what digits, number words, fractions, ranges and vague plurals come to."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon
from rashomon.language.lexicon import words as words_of
from rashomon.model.values import Bound


class Bare(NamedTuple):
    """A number without what loosens it, and the place after its last word."""

    low: float | None
    high: float | None
    bound: Bound
    end: int


def bare_number(words: Sequence[Token], i: int) -> Bare | None:
    """The number or range that begins at `i`, without what loosens it; None where none begins."""
    return _range(words, i) or _bare(words, i)


# One bare number


def _bare(words: Sequence[Token], i: int) -> Bare | None:
    """The number that begins at `i`, without bounds or range."""
    vague = _vague(words, i)
    if vague:
        return vague
    fraction = _fraction(words, i)
    value, end = fraction or _value(words, i) or (None, i)
    if value is None:
        return None
    is_round = fraction is not None or _is_round_dozen(words, i, end)
    return Bare(value, value, "about" if is_round else "exact", end)


def _is_round_dozen(words: Sequence[Token], i: int, end: int) -> bool:
    """Whether it is "a dozen" or "a hundred": a round word, not a count."""
    return end - i == 2 and words[i].lower in ("a", "an")


def _fraction(words: Sequence[Token], i: int) -> tuple[float, int] | None:
    """Read "half a million", "a quarter of a million"."""
    text = [token.lower for token in words[i : i + 5]]
    scales = _scales()
    if text[:1] == ["half"] and len(text) > 1:
        at = 2 if text[1] in ("a", "an") else 1
        if at < len(text) and text[at] in scales:
            return scales[text[at]] / 2, i + at + 1
    if text[:4] == ["a", "quarter", "of", "a"] and text[-1] in scales and len(text) == 5:
        return scales[text[-1]] / 4, i + 5
    return None


def _value(words: Sequence[Token], i: int) -> tuple[float, int] | None:
    """A number in digits, words or both, with its scales: "1 million", "two hundred and six"."""
    first = _atom(words, i)
    if first is None:
        return None
    total, current, end = 0.0, first[0], first[1]
    small = _is_word(words[i])  # only words add up ("twenty-eight"); digits do not
    while end < len(words):
        step = end + 1 if words[end].lower == "-" and small else end
        lower = words[step].lower if step < len(words) else ""
        lower = lower if lower in _scales() else lower.removesuffix("s")  # "4 billions"
        glued = _lexicon()["suffixes"].get(words[end].lower) if words[end].start == words[end - 1].end else None
        if glued and words[end - 1].text[-1].isdigit():  # "$500m"
            return round((total + current) * glued, 2), end + 1  # 4.1 times a billion is no 4,099,999,999.9999995
        if lower in _scales():
            scale = _scales()[lower]
            if scale >= 1000:
                total, current = total + current * scale, 0.0
            else:
                current *= scale
            end, small = step + 1, True
        elif half := _half(words, end):
            current, end = current + 0.5, half
        elif (more := _addend(words, end)) and small and _adds(current or total, more[0]):
            current, end = current + more[0], more[1]
        else:
            break
    return round(total + current, 2), end


def _adds(so_far: float, more: float) -> bool:
    """Whether a number word goes on with another ("twenty eight", not "two three")."""
    if so_far % 100 == 0:
        return so_far > 0 and more < 100
    return so_far % 100 >= 20 and so_far % 10 == 0 and more < 10


def _addend(words: Sequence[Token], end: int) -> tuple[float, int] | None:
    """A number word that follows, with "and" or a hyphen between."""
    lower = words[end].lower
    at = end + 1 if lower in ("and", "-") else end
    if lower == "and" and words[end - 1].lower not in _scales():
        return None
    if at < len(words) and words[at].lower in _units():
        return float(_units()[words[at].lower]), at + 1
    return None


def _half(words: Sequence[Token], end: int) -> int | None:
    """The place after "and a half", where a scale or a noun follows."""
    if [token.lower for token in words[end : end + 3]] == ["and", "a", "half"]:
        return end + 3
    return None


def _atom(words: Sequence[Token], i: int) -> tuple[float, int] | None:
    token = words[i]
    if token.lower in _units():
        return float(_units()[token.lower]), i + 1
    if token.lower in ("a", "an") and i + 1 < len(words) and words[i + 1].lower in _scales():
        return 1.0, i + 1
    if token.lower in _scales() and not (i and words[i - 1].lower in ("a", "several", "few", "-")):
        return 1.0, i
    value = _digits(token.lower)
    return None if value is None else (value, i + 1)


def _is_word(token: Token) -> bool:
    return not token.text[0].isdigit()


def _digits(text: str) -> float | None:
    """The value of "5,000", "3.5" or "4bn"; None for anything else ("F-16", "14th", "18:00")."""
    if not text[:1].isdigit():
        return None
    figures = text.rstrip("abcdefghijklmnopqrstuvwxyz")
    scale = _lexicon()["suffixes"].get(text[len(figures) :], None) if figures != text else 1
    whole, _, rest = figures.partition(".")
    groups = whole.split(",")
    if scale is None or any(len(group) != 3 for group in groups[1:]):
        return None
    plain = "".join(groups)
    if not plain.isascii() or not plain.isdigit() or (rest and not rest.isdigit()):
        return None
    return float(f"{plain}.{rest or 0}") * scale


# Vague numbers and ranges


def _vague(words: Sequence[Token], i: int) -> Bare | None:
    """Read "dozens", "tens of thousands", "several hundred", "a few dozen", "numerous"."""
    lower = words[i].lower
    plurals, adjectives = words_of("figures", "vague_nouns"), words_of("figures", "vague_adjectives")
    end = i + 1
    if lower in ("few", "several") and end < len(words) and words[end].lower in _scales():
        while end < len(words) and words[end].lower in _scales():
            end += 1
        return Bare(None, None, "vague", end)
    if lower in plurals and not (i and words[i - 1].lower in ("the", "his", "her", "their") and lower == "scores"):
        return Bare(None, None, "vague", _plurals(words, end))
    counted = not (i and words[i - 1].lower in ("as", "how", "so", "too"))
    if (
        lower in adjectives
        and counted
        and words[i].dep in ("amod", "nummod", "nsubj", "nsubjpass", "dobj", "pobj", "conj")
    ):
        return Bare(None, None, "vague", end)
    return None


def _plurals(words: Sequence[Token], end: int) -> int:
    """The place after further plurals: "tens of thousands", "hundreds or even thousands"."""
    joints = (("of",), ("or",), ("or", "even"), ("if", "not"), ("and",))
    for joint in joints:
        at = end + len(joint)
        follows = at < len(words) and words[at].lower in words_of("figures", "vague_nouns")
        if follows and tuple(token.lower for token in words[end:at]) == joint:
            return _plurals(words, at + 1)
    return end


def _range(words: Sequence[Token], i: int) -> Bare | None:
    """Read "20 to 30", "between 20 and 30", "5-7", "two or three"."""
    between = words[i].lower == "between"
    start = i + 1 if between else i
    low = _fraction(words, start) or _value(words, start) if start < len(words) else None
    if low is None or low[1] >= len(words):
        return None
    if start and words[start - 1].lower in _months():
        return None  # "from May 4 to 33 soldiers": the first is a day
    joint = words[low[1]]
    if joint.lower not in ({"and"} if between else {"to", "or", "-", "–", "—"}):
        return None
    if joint.lower == "to" and start and words[start - 1].lower == "from":
        return None  # "rose from 20 to 30" are two numbers
    high = _fraction(words, low[1] + 1) or _value(words, low[1] + 1) if low[1] + 1 < len(words) else None
    if high is None:
        return None
    bottom = low[0] * _shared_scale(low[0], words[low[1] + 1 : high[1]])
    if bottom >= high[0] or (joint.lower == "-" and joint.end != words[low[1] + 1].start):
        return None
    return Bare(bottom, high[0], "about" if joint.lower == "or" else "exact", high[1])


def _shared_scale(low: float, upper: Sequence[Token]) -> float:
    """The scale of the upper end where the lower one has none ("20 to 30 thousand")."""
    scale = _scales().get(upper[-1].lower, 1) if len(upper) > 1 else 1
    return float(scale) if low < 1000 else 1.0


@cache
def starters() -> frozenset[str]:
    """Every word with which a number in words can begin."""
    vague = {"few", "several", "half", "a", "an", "between"}
    lists = (_lexicon()[group] for group in ("units", "scales", "vague_nouns", "vague_adjectives"))
    return frozenset(vague.union(*lists))


@cache
def _lexicon() -> Any:
    return lexicon("figures")


@cache
def _units() -> dict[str, float]:
    return dict(_lexicon()["units"])


@cache
def _scales() -> dict[str, float]:
    return dict(_lexicon()["scales"])


@cache
def _months() -> frozenset[str]:
    names = [*lexicon("times")["months"], *lexicon("times")["month_abbreviations"]]
    return frozenset(name.lower() for name in names)
