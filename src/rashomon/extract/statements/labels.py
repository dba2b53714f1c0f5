"""Speech behind a colon: a name or a paper, or words about how somebody spoke, then what was said."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from rashomon.extract.found import Found
from rashomon.extract.statements.drafts import Draft, Place, clean
from rashomon.extract.statements.issued_acts import act_in
from rashomon.extract.statements.sources import Source
from rashomon.extract.turns import Turn, turn_at
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words

# Before a colon stand at most so many words where what follows is speech.
_LABEL = 8
# … where they tell how somebody spoke, so many.
_TOLD = 18
# A sentence of a turn says something from so many words on.
_WORDS = 3
_FIRST = ("i", "we")
# A name that news is put behind has at most so many words, of these kinds.
_BODY, _NAMES = 5, ("NOUN", "PROPN", "ADJ")
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


def labelled(analysis: Analysis, found: Found, told: Sequence[Draft], turned: Sequence[Turn]) -> Iterator[Draft]:
    """The drafts of colons that no verb of speech stands before, and of turns in an interview or briefing."""
    for turn in turned:
        if not turn.asks:
            yield from _of_turn(analysis, told, turn)
    taken = sorted(place for draft in told for place in draft.content)
    for sentence in analysis.body:
        colon = next((one for one in analysis.words(sentence) if one.text == ":"), None)
        if colon is None or turn_at(turned, sentence.end - 1) is not None:
            continue
        draft = _of_colon(analysis, found, sentence, colon)
        if draft is not None and not any(a < end and start < b for a, b in taken for start, end in draft.content):
            yield draft


def _of_turn(analysis: Analysis, told: Sequence[Draft], turn: Turn) -> Iterator[Draft]:
    """The sentences of somebody's turn, each a statement of its own; not those in which they say "I say …"."""
    source = Source((turn.label[-1],), turn.label) if turn.label else Source()
    # Without labels a plain sentence that tells what others say may be a question.
    own = {
        one.verb.i for one in told
        if one.verb is not None and (not turn.label or any(head.lower in _FIRST for head in one.source.heads))
    }  # fmt: skip
    for sentence in analysis.sentences:
        first, last = max(turn.start, sentence.start), min(turn.end, sentence.end)
        if first >= last or analysis.document.text[sentence.end - 1] == "?":
            continue
        span = clean(analysis, first, last)
        inside = analysis.tokens_in(span.start, span.end) if span is not None else []
        act = act_in(analysis, sentence)
        long = len(inside) >= _WORDS or act == "deny"
        thin = act is None and _is_thin(analysis, sentence)
        tells = long and not thin and (act == "demand" or any(one.tag in _FINITE for one in inside))
        if span is None or not tells or any(root.i in own for root in analysis.roots(sentence)):
            continue
        cue = [one for one in analysis.words(sentence) if one.text == ":" and one.start < first]
        yield Draft(cue=cue, act=act or "say", source=source, content=[(span.start, span.end)],
                    rule="colon" if turn.label else "turn", voice=turn.who)  # fmt: skip


def _is_thin(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence only takes up what was said: "That was in the heat", "We know it"."""
    root = next((one for one in analysis.roots(sentence) if one.pos in ("VERB", "AUX")), None)
    subject = root.child("nsubj") if root is not None else None
    thing = root.child("dobj") if root is not None else None
    taken_up = thing is not None and thing.lower == "it"
    # "Bandits did it" lays it to somebody's charge.
    named = subject is not None and subject.pos in ("NOUN", "PROPN") and root is not None and root.lemma == "do"
    return (subject is not None and subject.lower in ("that", "this")) or (taken_up and not named)


def _of_colon(analysis: Analysis, found: Found, sentence: Sentence, colon: Token) -> Draft | None:
    label = [one for one in analysis.tokens[sentence.first : colon.i] if one.pos not in ("PUNCT", "SPACE")]
    told = any(one.pos in ("VERB", "AUX") for one in label)
    if told and analysis.quote_at(colon.start) is not None:
        return None  # "“I told the king: go home”" is one who tells what he said
    if not label or len(label) > (_TOLD if told else _LABEL):
        return None
    quote = next((one for one in analysis.quotes if colon.end <= one.opening <= colon.end + 2), None)
    version = _of_version(label) if not told else Source()
    if version.heads:
        place = (quote.start, quote.end) if quote is not None else _rest(analysis, sentence, colon)
        return Draft(cue=[colon], act="say", source=version, content=[place], rule="colon") if place else None
    if quote is not None:
        source = _of_manner(label) if told else _of_name(found, label, colon)
        place = (quote.start, quote.end)
    else:
        source = _of_manner(label) if told else _of_body(found, label)
        rest = _rest(analysis, sentence, colon, bare=not told) if source.heads else None
        return Draft(cue=[colon], act="say", source=source, content=[rest], rule="colon") if rest else None
    if not source.heads:
        return None
    return Draft(cue=[colon], act="say", source=source, content=[place], rule="colon")


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
    spoken = words("speech", "papers") | words("speech", "words") | words("speech", "standpoints")
    speaks = thing is not None and thing.lemma in spoken
    brief = (verb.lemma == "be" and manner) or (verb.lemma in ("have", "give", "offer", "tell") and speaks)
    otherwise = any(one.lower in ("otherwise", "differently") for one in verb.subtree)
    brief = brief or (otherwise and verb.lemma in ("see", "put", "tell", "remember"))
    return Source.of(subject) if brief else Source()


def _of_body(found: Found, label: list[Token]) -> Source:
    """The office or person before a colon in a line of news: "15:40 Airport authority: no flights until noon"."""
    while label and label[0].text[0].isdigit():
        label = label[1:]
    if not 0 < len(label) <= _BODY or not all(one.pos in _NAMES for one in label) or not label[0].text[:1].isupper():
        return Source()
    last, who = label[-1], found.mention_of(label[-1])
    speaks = last.lemma.lower() in words("speech", "offices") | words("speech", "newsgivers")
    person = who is not None and who.type == "person" and who.form == "name"
    return Source((last,), tuple(label)) if speaks or person else Source()


def _rest(analysis: Analysis, sentence: Sentence, colon: Token, *, bare: bool = False) -> Place | None:
    """What stands behind a colon, to the end of its paragraph; `bare` needs no verb, and ends with its sentence."""
    if bare:
        rest = [one for one in analysis.words(sentence) if one.i > colon.i]
    else:
        behind = islice(analysis.tokens, colon.i + 1, None)
        rest = list(takewhile(lambda one: analysis.sentence_of(one).paragraph == sentence.paragraph, behind))
    if any(one.text == ":" for one in rest) or not (bare or any(one.pos in ("VERB", "AUX") for one in rest)):
        return None
    if len(rest) < _WORDS:
        return None
    while rest and rest[-1].pos in ("PUNCT", "SPACE"):
        rest.pop()
    return (rest[0].start, rest[-1].end) if rest else None
