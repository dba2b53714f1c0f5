"""Whose version a sentence tells in a phrase with a verb: "To hear Osk, …", "…, if Osk is to be believed"."""

from rashomon.extract.statements.drafts import Draft, Place
from rashomon.extract.statements.sources import QUOTE_MARKS, Source
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words

_NAME = 9
# So many words on either side of the verb are read.
_SAID = 150
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NAMES = ("PROPN", "NOUN", "DET", "ADJ", "PART", "NUM", "PRON", "ADP")
_ENDS = (",", ";", ":", ".", "—", "–")


def of_hearsay(analysis: Analysis, sentence: Sentence, verb: Token) -> Draft | None:
    """The rest of the sentence (or of its part between semicolons) beside the phrase that a verb stands in."""
    if verb.lemma not in words("speech", "believing"):
        return None
    start = max(sentence.first, verb.i - _SAID)
    inside = analysis.tokens[start : min(sentence.last, verb.i + _SAID)]
    at = verb.i - start
    bounds = _to_hear(inside, at) or _if_believed(inside, at) or _if_one_believes(inside, at)
    if bounds is None:
        return None
    first, last, name = bounds
    place = _beside(analysis, inside, first, last)
    nominal = [one for one in name if one.pos in ("PROPN", "NOUN", "PRON")]
    if place is None or not nominal:
        return None
    of = next((k for k, one in enumerate(name) if one.pos == "ADP"), len(name))
    head = next((one for one in reversed(name[:of]) if one.pos in ("PROPN", "NOUN", "PRON")), nominal[0])
    if head.lower in ("it", "this", "that", "you", "one"):
        return None
    return Draft(cue=[verb], act="say", source=Source((head,), tuple(name)), content=[place], rule="idiom")


Bounds = tuple[int, int, list[Token]]
"""The first and last word of a phrase in its sentence, and the words that name somebody."""


def _to_hear(inside: list[Token], at: int) -> Bounds | None:
    """A phrase such as "To hear Osk", "to hear Osk tell it", "to believe the radio"."""
    if at < 1 or inside[at - 1].lower != "to" or (at > 1 and inside[at - 2].text not in _ENDS):
        return None
    name = _name(inside, at + 1)
    last = at + len(name)
    if last + 2 < len(inside) and inside[last + 1].lower in ("tell", "put") and inside[last + 2].lower in ("it", "the"):
        last += 2 + (inside[last + 2].lower == "the")
    return (at - 1, last, name) if name else None


def _if_believed(inside: list[Token], at: int) -> Bounds | None:
    """A phrase such as "if Osk is to be believed", "if the shepherds can be trusted"."""
    be = at - 1
    while be > 0 and inside[be].lower in ("be", "to", "can", "may", "is", "are", "was", "were"):
        be -= 1
    if be == at - 1 or inside[at].tag != "VBN":
        return None
    start = be
    while start > 0 and inside[start].pos in _NAMES and inside[start].lower != "if" and be - start < _NAME:
        start -= 1
    return (start, at, inside[start + 1 : be + 1]) if inside[start].lower == "if" and start < be else None


def _if_one_believes(inside: list[Token], at: int) -> Bounds | None:
    """A phrase such as "if one may credit the colonel", "if you believe Osk"."""
    if_ = next((k for k in range(at - 1, max(-1, at - 6), -1) if inside[k].lower == "if"), None)
    between = [one.lower for one in inside[if_ + 1 : at]] if if_ is not None else []
    if if_ is None or not between or between[0] not in ("one", "you", "we"):
        return None
    if any(one not in ("may", "can", "is", "are", "to", "choose", "chooses") for one in between[1:]):
        return None
    name = _name(inside, at + 1)
    return (if_, at + len(name), name) if name else None


def _name(inside: list[Token], at: int) -> list[Token]:
    end = at
    while end < len(inside) and end - at < _NAME and inside[end].pos in _NAMES and inside[end].text not in _ENDS:
        end += 1
    name = inside[at:end]
    return name if name and name[-1].pos in ("PROPN", "NOUN", "PRON") and name[0].pos != "ADP" else []


def _beside(analysis: Analysis, inside: list[Token], first: int, last: int) -> Place | None:
    """What stands behind the phrase that opens a sentence, else before the phrase."""
    if all(one.pos in ("CCONJ", "PUNCT", "SPACE") for one in inside[:first]):
        at = next((k for k in range(last + 1, min(last + 5, len(inside))) if inside[k].text == ","), last)
        at = _behind_asides(inside, at)
        kept = inside[at + 1 :]
    else:
        before = inside[:first]
        start = next((k + 1 for k in range(len(before) - 1, -1, -1) if before[k].text == ";"), 0)
        kept = before[start:]
    kept = [one for one in kept if one.pos != "SPACE"]
    while kept and (kept[0].pos in ("PUNCT", "CCONJ") and kept[0].text not in QUOTE_MARKS):
        kept.pop(0)
    while kept and kept[-1].pos == "PUNCT":
        kept.pop()
    return (kept[0].start, kept[-1].end) if any(one.tag in _FINITE for one in kept) else None


def _behind_asides(inside: list[Token], at: int) -> int:
    """The comma behind what is put in: "To hear Osk, of course, …"."""
    second = next((k for k in range(at + 1, min(at + 4, len(inside))) if inside[k].text == ","), at)
    return second if not any(one.tag in _FINITE or (one.pos in ("NOUN", "PROPN") and one.lower != "course")
                             for one in inside[at + 1 : second]) else at  # fmt: skip
