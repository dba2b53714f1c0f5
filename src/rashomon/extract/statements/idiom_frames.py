"""The notation of `lexicon/speech_idioms.yaml`, and how a frame is matched with the words behind its verb.

A frame is read in the order of the words, as parsers hang the pieces of rare idioms anywhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Act

CONTENT = frozenset({"SAID", "CLAUSE", "DEED", "NUMBER"})
"""The slots that hold what is said."""
# At most so many words fill a slot that other words of the frame follow.
_LONGEST = {"SAID": 30, "WHOM": 18, "TOLD": 10, "CLAUSE": 30, "DEED": 30, "NUMBER": 6, "SOME": 5, "ITS": 5}
_ADVERBS = 2
_STOPS = (";", ":", ".", "!", "?")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_AMOUNTS = ("dozens", "scores", "hundreds", "thousands", "dozen")
PARTICLES = frozenset(
    {"at", "on", "upon", "to", "for", "of", "in", "with", "out", "down", "off", "aside", "against", "over", "up",
     "away", "from", "as", "forward"}
)  # fmt: skip
"""The words that part an object from what follows it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a frame (by its alternatives), or one slot."""

    words: frozenset[str] = frozenset()
    slot: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a verb needs behind it to tell a statement; `weak` ones have a plain reading, too."""

    act: Act
    parts: tuple[Part, ...]
    negated: bool = False
    weak: bool = False
    needed: tuple[frozenset[str], ...]
    """The words without which it is not there: of each of these one."""

    @property
    def of_object(self) -> int:
        """How many of the first parts make the object, which a passive has before the verb; 0 where none do."""
        for k, part in enumerate(self.parts):
            if part.words & PARTICLES:
                return k
        return len(self.parts)


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot with its tokens; the last one of a frame has its first token only, as its end is a matter of syntax."""

    slot: str
    tokens: tuple[Token, ...]
    open: bool = False


Match = tuple[tuple[Filled, ...], tuple[Token, ...]]
"""The slots of a frame in order, and the words of it that were found."""


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """The frames by the lemma of their verb, those with most words first."""
    found: dict[str, list[Frame]] = {}
    for group in lexicon("speech_idioms")["frames"]:
        for text in group["frames"]:
            words = text.split()
            negated = words[0] == "not"
            verbs, rest = (words[1], words[2:]) if negated else (words[0], words[1:])
            parts = tuple(map(_part, rest))
            needed = tuple(part.words for part in parts if part.words and not part.optional)
            frame = Frame(act=group["act"], parts=parts, negated=negated, weak=bool(group.get("weak")), needed=needed)
            for verb in verbs.split("/"):
                found.setdefault(verb, []).append(frame)
    return {verb: tuple(sorted(group, key=_weight, reverse=True)) for verb, group in found.items()}


def _weight(frame: Frame) -> tuple[bool, int, int]:
    spelt = sum(bool(part.words) and not part.optional for part in frame.parts)
    return frame.negated, spelt, len(frame.parts)


def _part(text: str) -> Part:
    optional = text.endswith("?")
    text = text.rstrip("?")
    if text.isupper():
        return Part(slot=text, optional=optional)
    return Part(words=frozenset(text.split("/")), optional=optional)


def matched(parts: Sequence[Part], tokens: Sequence[Token], *, whole: bool = False) -> Match | None:
    """The parts of a frame found in tokens, from the first on; `whole` is whether nothing may be left over."""
    return _matched(tuple(parts), tuple(tokens), 0, whole, first=True)


def _matched(parts: tuple[Part, ...], tokens: tuple[Token, ...], at: int, whole: bool, *, first: bool) -> Match | None:
    if not parts:
        return ((), ()) if not whole or at == len(tokens) else None
    part, rest = parts[0], parts[1:]
    if part.words:
        k = _word(part, tokens, at, skip=_ADVERBS if first else 0)
        if k is not None and (behind := _matched(rest, tokens, k + 1, whole, first=False)) is not None:
            return behind[0], (tokens[k], *behind[1])
    else:
        for end in _ends(part, rest, tokens, at, whole):
            behind = _matched(rest, tokens, end, whole, first=False)
            if behind is not None:
                filled = Filled(part.slot, tokens[at:end], open=not rest and not whole)
                return (filled, *behind[0]), behind[1]
    return _matched(rest, tokens, at, whole, first=first) if part.optional else None


def _word(part: Part, tokens: tuple[Token, ...], at: int, skip: int) -> int | None:
    """Where a word of the frame stands: at once, or behind an adverb ("laid squarely at the door of")."""
    for k in range(at, min(at + skip + 1, len(tokens))):
        if tokens[k].lower in part.words:
            return k
        if tokens[k].pos != "ADV":
            return None
    return None


def _ends(part: Part, rest: tuple[Part, ...], tokens: tuple[Token, ...], at: int, whole: bool) -> Iterator[int]:
    """Where a slot that begins at a token may end, the nearest first."""
    if at >= len(tokens) or not _may_begin(part.slot, tokens, at):
        return
    if not rest and not whole:
        yield at + 1
        return
    for end in range(at + 1, min(at + _LONGEST[part.slot], len(tokens)) + 1):
        last = tokens[end - 1]
        if last.text in _STOPS or (part.slot in ("SOME", "TOLD", "ITS") and last.tag in _FINITE):
            return
        if part.slot == "ITS" and not _is_possessive(tokens[at:end]):
            continue
        if part.slot in ("SAID", "WHOM", "TOLD") and last.pos in ("DET", "ADP", "PART", "CCONJ") and last.tag != "POS":
            continue
        yield end


def _is_possessive(tokens: tuple[Token, ...]) -> bool:
    """Whether tokens are a possessive, with adjectives behind it at most: "its", "the Front's own"."""
    owner = next((k for k, one in enumerate(tokens) if one.tag in ("PRP$", "POS")), None)
    return owner is not None and all(one.pos == "ADJ" for one in tokens[owner + 1 :])


def _may_begin(slot: str, tokens: tuple[Token, ...], at: int) -> bool:
    first = tokens[at]
    if slot == "DEED":
        return first.lower == "to" and any(one.tag == "VB" for one in tokens[at + 1 : at + 4])
    if slot == "NUMBER":
        near = tokens[at : at + 5]
        return any(one.tag == "CD" or one.lower in _AMOUNTS for one in near) and first.tag not in _FINITE
    if slot == "CLAUSE":
        return any(one.tag in _FINITE for one in tokens[at : at + 40])
    if slot in ("SAID", "WHOM", "TOLD"):
        nominal = first.pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADV") or first.tag in (
            "VBG",
            "PRP$",
            "VBN",
        )
        return (nominal and first.tag not in ("EX", "WRB", "WDT")) or first.text in _MARKS
    return first.text not in (*_STOPS, ",") and first.pos in (
        "DET",
        "ADJ",
        "ADV",
        "PRON",
        "NUM",
        "NOUN",
        "PROPN",
        "ADP",
        "VERB",
    )


_MARKS = ('"', "“", "”", "'", "‘", "’", "«", "``")
