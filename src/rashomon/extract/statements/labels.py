"""Speech behind a colon: a name or a paper, or words about how somebody spoke, then what was said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract.found import Found
from rashomon.extract.statements.drafts import Draft, Place, clean
from rashomon.extract.statements.issued_acts import act_in
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words

# Before a colon stand at most so many words where what follows is speech.
_LABEL = 8
# A name before a colon that opens a paragraph, as in an interview.
_NAME = 5
# A sentence of a turn says something from so many words on.
_WORDS = 4
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


def labelled(analysis: Analysis, found: Found, told: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of colons that no verb of speech stands before."""
    taken = {place for draft in told for place in draft.content}
    for sentence in analysis.body:
        colon = next((one for one in analysis.words(sentence) if one.text == ":"), None)
        if colon is None:
            continue
        draft = _of_colon(analysis, found, sentence, colon)
        if draft is not None and not any(a < end and start < b for a, b in taken for start, end in draft.content):
            yield from _by_sentence(analysis, draft)


def _of_colon(analysis: Analysis, found: Found, sentence: Sentence, colon: Token) -> Draft | None:
    label = [one for one in analysis.tokens[sentence.first : colon.i] if one.pos not in ("PUNCT", "SPACE")]
    if not label or len(label) > _LABEL:
        return None
    quote = next((one for one in analysis.quotes if colon.end <= one.opening <= colon.end + 2), None)
    told = any(one.pos in ("VERB", "AUX") for one in label)
    version = _of_version(label) if not told else Source()
    if version.heads:
        place = (quote.start, quote.end) if quote is not None else _rest(analysis, sentence, colon)
        return Draft(cue=[colon], act="say", source=version, content=[place], rule="colon") if place else None
    if quote is not None:
        source = _of_manner(label) if told else _of_name(found, label, colon)
        place: Place | None = (quote.start, quote.end)
    else:
        source = _of_turn(analysis, found, sentence, label) if not told and len(label) <= _NAME else Source()
        place = _rest(analysis, sentence, colon)
    if not source.heads or place is None:
        return None
    return Draft(cue=[colon], act="say", source=source, content=[place], rule="colon")


def _by_sentence(analysis: Analysis, draft: Draft) -> Iterator[Draft]:
    """A draft, parted where somebody's turn in an interview runs over sentences: each is a statement of its own."""
    if analysis.quote_at(draft.content[0][0]) is not None:
        yield draft
        return
    for start, end in draft.content:
        for sentence in analysis.sentences:
            first, last = max(start, sentence.start), min(end, sentence.end)
            if first >= last or analysis.document.text[sentence.end - 1] == "?":
                continue
            span = clean(analysis, first, last)
            inside = analysis.tokens_in(span.start, span.end) if span is not None else []
            if span is not None and len(inside) >= _WORDS and any(one.tag in _FINITE for one in inside):
                cue = draft.cue if draft.cue[0].sentence == sentence.index else []
                act = act_in(analysis, sentence) or draft.act
                yield replace(draft, cue=cue, act=act, content=[(span.start, span.end)])


def _of_name(found: Found, label: list[Token], colon: Token) -> Source:
    """Who or what is named before a colon: "Brandt: “…”", "The statement in full: “…”"."""
    head = next((one for one in label if one.head.i >= colon.i or one.head is one), label[-1])
    named = head.pos == "PROPN" or head.lemma.lower() in words("speech", "papers") or found.mention_of(head) is not None
    alone = len(label) == 1 and head.text[:1].isupper() and not head.text.isupper()
    return Source((head,), tuple(label)) if named or alone else Source()


def _of_version(label: list[Token]) -> Source:
    """Whose version stands before a colon: "The navy's version: …", "The answer from Lesk: …"."""
    spoken = words("speech", "standpoints") | words("speech", "words")
    noun = next((one for one in label if one.lemma.lower() in spoken and one.pos in ("NOUN", "PROPN")), None)
    return Source.of_noun(noun) if noun is not None else Source()


def _of_manner(label: list[Token]) -> Source:
    """Who is said to be brief, or to have an answer: "The envoy was blunt: “…”", "Brandt had one reply: “…”"."""
    verb = next((one for one in label if one.pos in ("VERB", "AUX") and one.child("nsubj") is not None), None)
    subject = verb.child("nsubj") if verb is not None else None
    if verb is None or subject is None or verb.child("neg") is not None or subject.i > verb.i:
        return Source()
    manner = any(one.lower in words("speech", "manners") for one in verb.all("acomp"))
    thing = verb.child("dobj", "attr")
    speaks = thing is not None and thing.lemma in words("speech", "papers") | words("speech", "words")
    brief = verb.lemma in ("be", "have") and (manner or (speaks and verb.lemma == "have"))
    return Source.of(subject) if brief else Source()


def _of_turn(analysis: Analysis, found: Found, sentence: Sentence, label: list[Token]) -> Source:
    """Who speaks in an interview: a person's name that opens a paragraph before a colon."""
    index = sentence.index
    if index and analysis.sentences[index - 1].paragraph == sentence.paragraph:
        return Source()
    mention = next((found.mention_of(one) for one in reversed(label) if found.mention_of(one)), None)
    if mention is None or mention.type != "person" or any(one.pos not in ("PROPN", "NOUN", "X") for one in label):
        return Source()
    return Source((label[-1],), tuple(label))


def _rest(analysis: Analysis, sentence: Sentence, colon: Token) -> Place | None:
    """What stands behind a colon, to the end of its paragraph."""
    rest = [one for one in analysis.tokens[colon.i + 1 :] if analysis.sentence_of(one).paragraph == sentence.paragraph]
    if any(one.text == ":" for one in rest) or not any(one.pos in ("VERB", "AUX") for one in rest):
        return None
    while rest and rest[-1].pos in ("PUNCT", "SPACE"):
        rest.pop()
    return (rest[0].start, rest[-1].end) if rest else None
