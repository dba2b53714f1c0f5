"""Denials in a word or two before their tag: "Nothing of the kind, the minister replied", "Not so, said the army"."""

import re
from collections.abc import Iterator, Sequence

from rashomon.extract.statements.drafts import Draft, cue_of, takes_of
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words

# The phrase, its comma, and so many words may stand before the verb of the tag.
_TAG = 14


def fragments(analysis: Analysis, told: Sequence[Draft]) -> Iterator[Draft]:
    """The denials that stand as a phrase of their own at the head of a sentence, outside quotations."""
    cues = {one.i for draft in told for one in draft.cue}
    for sentence in analysis.body:
        end = _phrase(analysis, sentence)
        verb = _tag(analysis, sentence, end) if end is not None else None
        if end is None or verb is None or verb.i in cues or analysis.quote_at(sentence.start + 1) is not None:
            continue
        who = _who(analysis, verb, end)
        if who is not None:
            yield Draft(
                cue=cue_of(verb), act="deny", source=Source.of(who), content=[(sentence.start, end)], rule="fragment"
            )


def _phrase(analysis: Analysis, sentence: Sentence) -> int | None:
    """Where the phrase ends that denies and nothing else, before its comma."""
    text = analysis.document.text[sentence.start : sentence.end]
    found = re.match(r"[^,.;:!?“\"]+(?=,\s)", text)
    if found is None or " ".join(found[0].casefold().split()) not in words("speech", "bare_denials"):
        return None
    return sentence.start + found.end()


def _tag(analysis: Analysis, sentence: Sentence, end: int) -> Token | None:
    """The verb of saying behind the phrase."""
    behind = [one for one in analysis.words(sentence) if one.start >= end][:_TAG]
    return next((one for one in behind if one.tag in ("VBD", "VBZ", "VBP") and _says(one)), None)


def _who(analysis: Analysis, verb: Token, end: int) -> Token | None:
    """Who says it: the subject, else the noun before the verb, which the parser may hang on the phrase."""
    subject = next((one for one in verb.all("nsubj") if one.start >= end), None)
    before = analysis.tokens[verb.i - 1] if verb.i else None
    return subject or (before if before and before.start >= end and before.pos in ("NOUN", "PROPN") else None)


def _says(verb: Token) -> bool:
    takes = takes_of(verb)
    return takes is not None and bool({"clause", "quote"} & takes.keys())
