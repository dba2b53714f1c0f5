"""Quotations whose tag stands elsewhere: continued in the next sentence or paragraph, or without any tag."""

from rashomon.extract.statements.drafts import Draft
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Quote, Sentence
from rashomon.model.annotation import Mention

# A quotation without a tag is taken for speech from this many words on, if it is a sentence of its own.
_WORDS = 5
# What a speaker does between two parts of a quotation is told in so many sentences of so many tokens ("He paused.").
_GESTURES, _GESTURE = 1, 6
# How what somebody says is told whose next sentence may be a quotation without a tag.
_TOLD = ("clause", "tag", "quotation after", "object", "infinitive", "ranked", "according to", "preposition", "person")


def joined(analysis: Analysis, told: list[Draft]) -> list[Draft]:
    """The drafts, each quotation that goes on after its tag put to the words said."""
    free = [quote for quote in analysis.quotes if not any(_touches(draft, quote) for draft in told)]
    for quote in free:
        owner = _before(analysis, told, quote)
        if owner is not None:
            owner.content.append((quote.start, quote.end))
    return told


def without_doubles(told: list[Draft]) -> list[Draft]:
    """The drafts, of two with the same words by the same speaker (or an unknown one) only that which names them."""
    kept: dict[tuple[tuple[int, int], ...], list[Draft]] = {}
    for draft in told:
        same = kept.setdefault(tuple(draft.content), [])
        name = _name(draft)
        double = next((one for one in same if draft.content and (not name or _name(one) in ("", name))), None)
        if double is None:
            same.append(draft)
        elif name and not _name(double):
            same[same.index(double)] = draft
    chosen = {id(draft) for same in kept.values() for draft in same}
    return [draft for draft in told if id(draft) in chosen]


def _name(draft: Draft) -> str:
    return " ".join(token.lower for token in draft.source.heads)


def _touches(draft: Draft, quote: Quote) -> bool:
    """Whether a draft from outside a quotation holds words of it."""
    if draft.cue and quote.start <= draft.cue[0].start < quote.end:
        return False
    return any(a < quote.end and quote.start < b for a, b in draft.content)


def _before(analysis: Analysis, told: list[Draft], quote: Quote) -> Draft | None:
    """The draft that a quotation goes on: its tag ends the sentence before, or its own quotation did not close."""
    first = analysis.sentence_at(quote.start)
    if first is None or first.role or not _is_whole(analysis, quote):
        return None
    earlier = [
        draft
        for draft in told
        if draft.cue
        and max(draft.reach, draft.place[1]) <= quote.opening
        and analysis.quote_at(draft.cue[0].start) is None
    ]
    if not earlier:
        return None
    owner = max(earlier, key=lambda draft: max(draft.reach, draft.place[1]))
    if not any(analysis.quote_at(start) is not None for start, _ in owner.content):
        return None
    if quote.continues:
        return owner
    ends = analysis.sentence_at(max(owner.reach, owner.place[1]) - 1)
    near = ends is not None and ends.paragraph == first.paragraph and _follows(analysis, ends, first)
    return owner if near and _opens_sentence(analysis, first.start, quote) else None


def _follows(analysis: Analysis, ends: Sentence, first: Sentence) -> bool:
    """Whether a sentence follows another at once, or after a gesture of the speaker's: "He paused."."""
    if first.index - ends.index <= 1:
        return True
    if first.index - ends.index > _GESTURES + 1:
        return False
    between = analysis.sentences[ends.index + 1 : first.index]
    return all(
        one.last - one.first <= _GESTURE and analysis.tokens[one.first].lower in ("he", "she", "they")
        for one in between
    )


def _opens_sentence(analysis: Analysis, start: int, quote: Quote) -> bool:
    """Whether a quotation stands at the beginning of a sentence, also where the parser saw none end before it."""
    if quote.opening - start <= 1:
        return True
    before = analysis.document.text[start : quote.opening].rstrip()
    return before.endswith((".", "?", "!"))


def _is_whole(analysis: Analysis, quote: Quote) -> bool:
    """Whether the quotation is a sentence or more, and no phrase put in marks."""
    tokens = analysis.tokens_in(quote.start, quote.end)
    words = [one for one in tokens if one.pos not in ("PUNCT", "SPACE")]
    if not words or not words[0].text[:1].isupper():
        return False
    return analysis.document.text[quote.end - 1] in ".?!,…—" or not quote.closed


def orphans(analysis: Analysis, told: list[Draft]) -> list[Draft]:
    """Quotations of a sentence or more without a tag: of who spoke just before, else of an unknown speaker."""
    found = []
    by_sentence = _by_sentence(analysis, told)
    for quote in analysis.quotes:
        if any(_touches(draft, quote) for draft in told):
            continue
        first = analysis.sentence_at(quote.start)
        if first is None or first.role or not _is_whole(analysis, quote) or quote.opening - first.start > 1:
            continue
        words = [one for one in analysis.tokens_in(quote.start, quote.end) if one.pos not in ("PUNCT", "SPACE")]
        if len(words) >= _WORDS and any(one.pos in ("VERB", "AUX") for one in words):
            source, voice = _of_sentence_before(analysis, by_sentence, first)
            found.append(Draft(cue=[], act="say", source=source, content=[(quote.start, quote.end)], rule="orphan",
                               voice=voice))  # fmt: skip
    return found


def _by_sentence(analysis: Analysis, told: list[Draft]) -> dict[int, list[Draft]]:
    """The drafts with a cue outside quotations, by the sentence of their cue."""
    found: dict[int, list[Draft]] = {}
    for draft in told:
        if draft.cue and analysis.quote_at(draft.cue[0].start) is None:
            found.setdefault(draft.cue[0].sentence, []).append(draft)
    return found


def _of_sentence_before(
    analysis: Analysis, told: dict[int, list[Draft]], first: Sentence
) -> tuple[Source, Mention | None]:
    """Who spoke last: "She said that the road was shut. “We walked.”"; nobody where two speak, or it told no speech.

    A paragraph that a quotation opens goes on the speech of the last sentence of the one before.
    """
    if not first.index:
        return Source(), None
    before = analysis.sentences[first.index - 1]
    here = told.get(before.index, [])
    outer = [one for one in here if not any(_holds(other, one) for other in here)]
    near = first.paragraph - before.paragraph <= 1 and not before.role
    if not near or len(outer) != 1 or outer[0].own or outer[0].rule not in _TOLD or outer[0].reach > before.end:
        return Source(), None
    source = outer[0].source
    alone = len(source.heads) == 1 and source.heads[0].lower not in ("it", "they") and source.heads[0].tag != "NNS"
    return (source, outer[0].voice) if alone and not outer[0].carriers else (Source(), None)


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether a draft is told in the words of another."""
    start, end = inner.place
    return outer is not inner and any(a <= start and end <= b for a, b in outer.content)
