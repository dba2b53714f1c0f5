"""What somebody calls another's figure or claim in passing: "a figure Osk called absurd", "which Osk calls a fantasy".

The order of the words decides: a noun for what was said (or "which"), a name, the verb, and
a word for an untruth or words in quotation marks.
"""

from collections.abc import Iterator
from itertools import takewhile

from rashomon.extract.statements.drafts import Draft
from rashomon.extract.statements.sources import QUOTE_MARKS, Source
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words

_CALLING = ("call", "dismiss", "describe", "brand", "term", "label", "deride", "denounce")
_NAMES = ("PROPN", "NOUN", "DET", "ADJ")
_STOPS = (",", ".", ";", ":", "—", "–", ")")
# A name, and what a figure is called, have at most so many words.
_NAME, _CALLED = 5, 8


def disbelieved(analysis: Analysis, sentence: Sentence) -> Iterator[Draft]:
    """The denials of a sentence by those who call a figure or claim untrue."""
    if analysis.forms(sentence.index).isdisjoint(_CALLING):
        return
    inside = [one for one in analysis.words(sentence) if one.pos != "SPACE"]
    for at, verb in enumerate(inside):
        calls = verb.lemma in _CALLING and verb.tag in ("VBD", "VBZ", "VBP", "VBN")
        if not calls or analysis.quote_at(verb.start) is not None:
            continue
        told, name = _before(inside[:at])
        called = list(takewhile(lambda one: one.text not in _STOPS, inside[at + 1 : at + 1 + _CALLED]))
        if told is None or not name or not _is_untrue(analysis, called):
            continue
        while called and (called[0].lower == "as" or called[0].text in QUOTE_MARKS):
            called.pop(0)
        while called and called[-1].text in QUOTE_MARKS:
            called.pop()
        thing = [] if told.lower == "which" else [(_article(inside, told).start, told.end)]
        if called:
            yield Draft(cue=[verb], act="deny", source=Source((name[-1],), tuple(name)),
                        content=[*thing, (called[0].start, called[-1].end)], rule="pointed at")  # fmt: skip


def _before(before: list[Token]) -> tuple[Token | None, list[Token]]:
    """The noun for what was said, or "which" behind a comma, and the name between it and the verb."""
    tales = words("speech", "tales") | words("speech", "claims") | words("speech", "numbers")
    name: list[Token] = []
    for k in range(len(before) - 1, max(-1, len(before) - _NAME - 2), -1):
        one = before[k]
        which = one.lower == "which" and k > 0 and before[k - 1].text == ","
        if name and (which or (one.lemma.lower() in tales and name[0].pos in ("DET", "PROPN"))):
            return one, name
        if one.pos not in _NAMES:
            break
        name.insert(0, one)
    return None, []


def _is_untrue(analysis: Analysis, called: list[Token]) -> bool:
    """Whether words call something untrue, or are quoted at its expense: "absurd", "“a bedtime story”"."""
    quoted = [one for one in called if analysis.quote_at(one.start) is not None]
    return bool(quoted) or any(one.lemma.lower() in words("speech", "lies") for one in called)


def _article(inside: list[Token], noun: Token) -> Token:
    at = inside.index(noun)
    return inside[at - 1] if at and inside[at - 1].pos == "DET" else noun
