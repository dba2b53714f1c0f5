"""Whose turn it is in an interview, briefing or transcript: "COLONEL HASK: …", "Q: …", a question and its answer."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extract.found import Found
from rashomon.extract.interviews import asked, last_name, parted
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention

# A name before a colon that opens a paragraph has at most so many words.
_NAME = 5
# Whose turns are questions in such a share of them asks.
_OFTEN = 0.4
_NOMINAL = ("PROPN", "NOUN", "X", "PUNCT", "ADJ", "DET", "SPACE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker says without a break, from `start` to `end`.

    `label` are the words before the colon, none in an interview without labels; `who` is
    the mention of the speaker, None where not known; where somebody `asks`, the one
    who is asked: "you".
    """

    start: int
    end: int
    label: tuple[Token, ...] = ()
    who: Mention | None = None
    asks: bool = False


def turns(analysis: Analysis, found: Found) -> list[Turn]:
    """The turns of a report in text order; none where nobody takes turns."""
    return _labelled(analysis, found) or _answers(analysis, found)


def turn_at(turned: Sequence[Turn], offset: int) -> Turn | None:
    """The turn that holds a character."""
    at = bisect_right(turned, offset, key=lambda one: one.start) - 1
    return turned[at] if at >= 0 and offset < turned[at].end else None


def _labelled(analysis: Analysis, found: Found) -> list[Turn]:
    made = []
    paragraphs = [inside for inside in _paragraphs(analysis) if inside[0].role in ("", "heading")]
    labels = [_label(analysis, inside) for inside in paragraphs]
    texts = [" ".join(one.lower for one in label) for label in labels]
    asking = _asking(analysis, paragraphs, texts)
    for inside, label, text in zip(paragraphs, labels, texts, strict=True):
        if not label:
            continue
        asks, answers = text in asking, text in words("speech", "answerers")
        who = None if asks else asked(analysis, found) if answers else _named(found, label)
        if asks or answers or _is_person(who) or (texts.count(text) > 1 and _is_name(label)):
            start = analysis.document.text.index(":", label[-1].end) + 1
            made.append(Turn(start=start, end=inside[-1].end, label=label, who=who, asks=asks))
    return _with_asked(made)


def _asking(analysis: Analysis, paragraphs: Sequence[Sequence[Sentence]], texts: Sequence[str]) -> frozenset[str]:
    """The labels of those who ask: by what they are called, else those who ask often where one other never does."""
    named = frozenset(text for text in texts if text in words("speech", "askers"))
    if named:
        return named
    questions: dict[str, list[bool]] = {}
    for inside, text in zip(paragraphs, texts, strict=True):
        if text:
            asked = analysis.document.text[inside[0].start : inside[-1].end].rstrip(" *_").endswith("?")
            questions.setdefault(text, []).append(asked)
    asking = {text for text, asked in questions.items() if sum(asked) >= _OFTEN * len(asked)}
    answering = [text for text, asked in questions.items() if len(asked) > 1 and not any(asked)]
    return frozenset(asking) if len(answering) == 1 else frozenset()


def _with_asked(made: Sequence[Turn]) -> list[Turn]:
    """The turns, those of who asks with the one who is asked: "you"."""
    answering = {one.who.name: one.who for one in made if not one.asks and one.who is not None}
    asked = next(iter(answering.values())) if len(answering) == 1 else None
    return [replace(one, who=asked) if one.asks and one.who is None else one for one in made]


def _paragraphs(analysis: Analysis) -> list[list[Sentence]]:
    """The sentences of each paragraph."""
    found: dict[int, list[Sentence]] = {}
    for sentence in analysis.sentences:
        found.setdefault(sentence.paragraph, []).append(sentence)
    return list(found.values())


def _label(analysis: Analysis, inside: Sequence[Sentence]) -> tuple[Token, ...]:
    """The words before the colon that opens a paragraph; none where none does, or where a quotation follows."""
    first = analysis.tokens[inside[0].first : min(inside[0].first + 2 * _NAME, inside[-1].last)]
    colon = next((k for k, one in enumerate(first) if one.text == ":"), None)
    if colon is None:
        return ()
    opens = next((k for k, one in enumerate(first[:colon]) if one.text in ("(", "[")), colon)  # "Ms. Lane (The Sol):"
    label = tuple(one for one in first[:opens] if one.pos not in ("PUNCT", "SPACE") or one.text == ".")
    behind = analysis.document.text[first[colon].end : first[colon].end + 3].strip()
    if not 0 < len(label) <= _NAME + 2 or behind[:1] in ('"', "“", "‘", "«") or not behind:
        return ()
    return label if label[0].text[:1].isupper() else ()


def _is_name(label: Sequence[Token]) -> bool:
    """Whether a label may name somebody: nouns, or capitals throughout."""
    return all(one.pos in _NOMINAL for one in label) or all(one.text.isupper() or one.text == "." for one in label)


def _is_person(mention: Mention | None) -> bool:
    return mention is not None and mention.type == "person"


def _named(found: Found, label: Sequence[Token]) -> Mention | None:
    """The mention of the one a label names: its own, else the one person whose last name it ends with."""
    own = next((found.mention_of(one) for one in reversed(label) if found.mention_of(one) is not None), None)
    if own is not None and own.type == "person":
        return own
    last = label[-1].lower
    by_initials = {one.name: one for one in reversed(found.mentions) if _has_initials(one, label)}
    if len(by_initials) == 1:
        return next(iter(by_initials.values()))
    same = {one.name: one for one in reversed(found.mentions) if one.type == "person" and last_name(one.name) == last}
    return next(iter(same.values())) if len(same) == 1 else own


def _has_initials(mention: Mention, label: Sequence[Token]) -> bool:
    """Whether a label are the initials of a person: "AB", "A.B."."""
    letters = "".join(one.text for one in label).replace(".", "")
    named = mention.type == "person" and mention.form == "name" and mention.name
    return bool(named) and letters.isupper() and letters == "".join(part[0] for part in (mention.name or "").split())


def _answers(analysis: Analysis, found: Found) -> list[Turn]:
    """The turns of an interview without labels."""
    paragraphs = [inside for inside in _paragraphs(analysis) if inside[0].role in ("", "heading")]
    parts = parted(analysis, paragraphs)
    who = asked(analysis, found) if parts else None
    if who is None:
        return []
    return [Turn(start=inside[0].start, end=inside[-1].end, who=who, asks=asks) for inside, asks in parts]
