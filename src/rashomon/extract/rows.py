"""Who stands behind what a report tells in its own voice: the one it names behind a row of terms, or beside a clause.

"Osk will hand over the posts. It will take the camps. Not a man will leave before; there, the minister told us,
we draw the line": all of it is hers. "Osk was ready to leave, she said, but it would not quit": so is the rest.
"""

from collections.abc import Sequence

from rashomon.extract import certainty
from rashomon.extract.clauses import modal
from rashomon.extract.found import Found
from rashomon.extract.parties import root
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Statement

_THIS = ("that", "this", "there", "here", "such", "these", "those")
# A row of terms is so many sentences long; the clause that sums it up has so many characters.
_ROW, _SUMMED = 6, 60
_TELLING = ("say", "tell", "add", "think", "believe", "expect", "warn", "report")


def told_by(analysis: Analysis, found: Found, verb: Token) -> Link | None:
    """Who tells what a verb tells; also where only the sentence around it or the end of its row names them."""
    voices = certainty.voices(analysis, found, verb)
    if len(voices) > 1:
        return voices[0]
    if analysis.quote_at(verb.start) is not None:
        return None
    return _beside(analysis, found, verb) or _behind(analysis, found, verb)


def _beside(analysis: Analysis, found: Found, verb: Token) -> Link | None:
    """Who says the clause to which that of a verb is joined: "…, she said, but it *would* not quit the port"."""
    if not any(one.lower in ("would", "could") for one in verb.all("aux")):
        return None
    sentence = analysis.sentence_of(verb)
    for one in found.within(Statement, sentence.start, sentence.end):
        said = [span for span in one.content if sentence.start <= span.start < sentence.end]
        cue = [span for span in one.cue if said and said[-1].end <= span.start < verb.start]
        if one.rule.endswith("tag") and cue and _is_joined(analysis, cue[-1].end, verb):
            return next(iter(one.speaker), None)
    return None


def _is_joined(analysis: Analysis, after: int, verb: Token) -> bool:
    """Whether "and" or "but" follows the tag, and no other voice speaks between it and the verb."""
    between = analysis.tokens_in(after, verb.start)
    joint = next((one for one in between if one.pos != "PUNCT"), None)
    return joint is not None and joint.lower in ("and", "but") and not any(one.lemma in _TELLING for one in between)


def _behind(analysis: Analysis, found: Found, verb: Token) -> Link | None:
    """Who is named where a row of terms is summed up: "That is the limit, the minister told this newspaper"."""
    here = analysis.sentence_of(verb)
    for sentence in analysis.sentences[here.index : here.index + _ROW]:
        if sentence.paragraph != here.paragraph:
            return None
        if (speaker := _summing(analysis, found, sentence, verb)) is not None:
            return speaker
        if not _is_of_terms(analysis, sentence):
            return None
    return None


def _summing(analysis: Analysis, found: Found, sentence: Sentence, verb: Token) -> Link | None:
    for one in found.within(Statement, sentence.start - _SUMMED, sentence.end):
        for span in one.content:
            last = 1 + max(span.text.rfind(mark) for mark in ";:")  # "…, no convoy will pass; there, she told us, …"
            inside = analysis.tokens_in(span.start + last, span.end)
            here = sentence.start <= span.start < sentence.end and verb.start < span.start
            if here and inside and len(span.text) - last <= _SUMMED and _is_last_word(inside):
                speaker = next(iter(one.speaker), None)
                named = root(found, speaker) if speaker is not None else None
                return speaker if named is not None and named.type == "person" else None
    return None


def _is_last_word(clause: Sequence[Token]) -> bool:
    """Whether a clause sums up one's own terms, "that is the limit", and does not judge another's, "that is a lie"."""
    judged = any(one.lemma.lower() in words("speech", "lies") for one in clause[2:])  # "there lies" judges none
    exists = clause[0].lower == "there" and any(one.lemma == "be" for one in clause[1:3])  # "there was no need"
    return clause[0].lower in _THIS and not judged and not exists


def _is_of_terms(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence says what somebody will do or is ready to do."""
    tops = [one for one in analysis.words(sentence) if one.head is one]
    return any(
        modal(top) is not None
        or any(one.dep == "acomp" and one.lower in words("pledges", "ready") for one in top.children)
        for top in tops
    )
