"""Digests of the press and of broadcasts: what stands under a station's or paper's name is its word.

"SOL RADIO, 3 May: [Text of report] The fort fell …", "Daily Lantern: Reports that …": sentences
without a subject, "the station", "the paper" and "it" go back to the name over the entry.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.found import Found
from rashomon.extract.statements.drafts import Draft, Place, takes_of, verbs
from rashomon.extract.statements.relays import is_carrier
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act, Mention

# So many entries with an outlet's name over them make a digest; a name has at most so many words.
_ENTRIES, _NAME = 2, 8
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_WORDS = 3
_READ_OUT = {"text", "excerpt", "excerpts", "report", "passage", "omitted"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands under a name: from `start` on, the words of the name, and its mention."""

    start: int
    name: tuple[Token, ...]
    who: Mention | None


def digested(analysis: Analysis, found: Found, told: list[Draft]) -> None:
    """Give the entries of a digest to those whose they are, and add what is told there without a subject."""
    entries = list(_entries(analysis, found))
    if len(entries) < _ENTRIES:
        return
    made: list[Draft] = []
    for entry, following in zip(entries, [*entries[1:], None], strict=True):
        end = following.name[0].start if following is not None else len(analysis.document.text)
        inside = [one for one in analysis.sentences if entry.start <= one.end and one.end <= end and not one.role]
        for draft in told:
            if entry.start <= draft.place[0] < end:
                _give(analysis, draft, entry)
        taken = [place for one in told for place in (one.place, *one.content)]
        free = [one for one in inside if not any(a < one.end and max(one.start, entry.start) < b for a, b in taken)]
        made += _without_subject(analysis, free, entry)
        made += _read_out(analysis, found, inside, free, entry)
    told += made


def _entries(analysis: Analysis, found: Found) -> Iterator[Entry]:
    """The headings, or words before a colon that opens a paragraph, that are an outlet's name."""
    paragraph = -1
    for sentence in analysis.sentences:
        first, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        tokens = [one for one in analysis.words(sentence) if one.pos != "SPACE"]
        if not first or len(tokens) < 2:
            continue
        numbered = tokens[0].pos in ("NUM", "X") or tokens[0].text[0].isdigit()
        tokens = tokens[1 if numbered else 0 :]
        while tokens and tokens[0].pos == "PUNCT":
            tokens.pop(0)
        stop = next((k for k, one in enumerate(tokens) if one.text in ("(", ",", ":", "–", "—")), len(tokens))
        colon = next((k for k, one in enumerate(tokens) if one.text == ":"), None)
        name = tuple(tokens[:stop])
        line = bool(sentence.role) or _is_line(analysis, sentence)
        if not 0 < len(name) <= _NAME or not name[0].text[0].isupper() or not (line or colon is not None):
            continue
        before = tokens[: colon if colon is not None else len(tokens)]
        if any(one.tag in _FINITE for one in before) or not sentence.index:
            continue
        if _is_outlet(analysis, found, name):
            start = tokens[colon].end if colon is not None and not line else sentence.end
            yield Entry(start, name, _mention(found, name))


def _is_line(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence is a paragraph of its own and no sentence: it has no full stop."""
    near = analysis.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    alone = all(one is sentence or one.paragraph != sentence.paragraph for one in near)
    return alone and analysis.document.text[sentence.end - 1] not in '.!?:”"'


def _is_outlet(analysis: Analysis, found: Found, name: Sequence[Token]) -> bool:
    if any(one.lower in words("speech", "carriers") | words("outlets", "media_word") for one in name):
        return True
    return any(is_carrier(analysis, found, one) for one in name)


def _mention(found: Found, name: Sequence[Token]) -> Mention | None:
    return next((one for one in map(found.mention_of, reversed(name)) if one is not None), None)


def _source(entry: Entry) -> Source:
    heads = [one for one in entry.name if one.pos in ("PROPN", "NOUN")] or list(entry.name)
    return Source((heads[-1],), entry.name)


def _give(analysis: Analysis, draft: Draft, entry: Entry) -> None:
    """Make the entry's outlet the speaker of a saying without one, and whom "the station" or "it" means."""
    verb, heads = draft.verb, draft.source.heads
    if verb is None or analysis.quote_at(verb.start) is not None:
        return
    if not heads and _opens(analysis, verb):
        draft.source, draft.voice = _source(entry), entry.who
    elif len(heads) == 1 and entry.who is not None:
        lower, definite = heads[0].lower, any(one.lower == "the" for one in heads[0].all("det"))
        own = definite and lower in words("speech", "carriers") | {"announcer", "editorial", "commentator"}
        if own or (lower == "it" and _opens(analysis, heads[0])):
            draft.voice = entry.who


def _opens(analysis: Analysis, token: Token) -> bool:
    """Whether a word is the first of its sentence, or of what stands behind a label's colon."""
    before = [one for one in analysis.words(analysis.sentence_of(token)) if one.i < token.i and one.pos != "SPACE"]
    return not before or before[-1].text in (":", "]", ".") or all(one.dep in ("advmod", "aux") for one in before)


def _without_subject(analysis: Analysis, sentences: Sequence[Sentence], entry: Entry) -> Iterator[Draft]:
    """Sentences that begin with a verb of speech: "Reports that …", "Warns of …", "Demands elections"."""
    for sentence in sentences:
        tokens = [one for one in analysis.words(sentence) if one.pos != "SPACE" and one.start >= entry.start]
        while tokens and tokens[0].pos == "PUNCT":
            tokens.pop(0)
        while tokens and tokens[-1].pos == "PUNCT":
            tokens.pop()
        if len(tokens) < _WORDS or not tokens[0].text[0].isupper() or tokens[0].text.isupper():
            continue
        verb, rest = tokens[0], tokens[1:]
        act = _act(verb)
        if act is None:
            continue
        if rest[0].lower in ("that", "of", "about", "for"):
            rest = rest[1:]
        yield Draft(cue=[verb], act=act, source=_source(entry), content=[(rest[0].start, rest[-1].end)],
                    rule="digest", voice=entry.who)  # fmt: skip


def _act(verb: Token) -> Act | None:
    """The act of a verb in the third person or the past that opens a sentence, also where it was read as a noun."""
    takes = takes_of(verb) if verb.tag in ("VBZ", "VBD") else None
    if takes is None:
        takes = next((found for lemma in _lemmas(verb) if (found := _takes(lemma))), None)
    return next((takes[way] for way in ("clause", "object", "for", "named") if way in takes), None) if takes else None


def _lemmas(verb: Token) -> Iterator[str]:
    if verb.lower in words("speech", "forms"):
        yield from (verb.lower[:-1], verb.lower[:-2])


def _takes(lemma: str) -> dict[str, Act]:
    return verbs().get(lemma, {})


def _read_out(
    analysis: Analysis, found: Found, inside: Sequence[Sentence], free: Sequence[Sentence], entry: Entry
) -> Iterator[Draft]:
    """The sentences behind "[Text of report]", or "[Excerpts from speech by X]": the station's words, or X's."""
    text, who, source, open_ = analysis.document.text, entry.who, _source(entry), False
    for sentence in inside:
        opening = text.find("[", max(sentence.start, entry.start), sentence.end)
        closing = text.find("]", opening, sentence.end) if opening >= 0 else -1
        start = max(sentence.start, entry.start)
        if closing > 0 and _is_text(text[opening:closing]):
            named = [one for one in found.within(Mention, opening, closing) if one.type == "person" and one.name]
            who = named[0] if named else entry.who
            source = Source() if named else source
            open_, start = True, closing + 1
        if not open_ or (sentence not in free and start == sentence.start):
            continue
        place = _whole(analysis, start, sentence.end)
        if place is not None:
            yield Draft(cue=[], act="say", source=source, content=[place], rule="digest", voice=who)


def _is_text(bracket: str) -> bool:
    return not _READ_OUT.isdisjoint(bracket.lower().strip("[]").split())


def _whole(analysis: Analysis, start: int, end: int) -> Place | None:
    kept = [one for one in analysis.tokens_in(start, end) if one.pos != "SPACE"]
    while kept and kept[-1].pos == "PUNCT":
        kept.pop()
    while kept and kept[0].pos == "PUNCT":
        kept.pop(0)
    finite = any(one.tag in _FINITE for one in kept)
    return (kept[0].start, kept[-1].end) if len(kept) >= _WORDS and finite else None
