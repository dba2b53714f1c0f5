"""Sayings in set phrases that the lexicon spells out: "lay SAID at the door of WHOM", "serve notice that CLAUSE"."""

from collections.abc import Sequence
from itertools import islice, takewhile

from rashomon.extract.statements.counts import end_of_number
from rashomon.extract.statements.drafts import Draft, Place, cue_of, place_below
from rashomon.extract.statements.idiom_frames import CONTENT, PARTICLES, Filled, Frame, Match, frames, matched
from rashomon.extract.statements.moods import is_unreal
from rashomon.extract.statements.sources import Source, is_thing, source_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

# So many tokens behind its verb a frame is looked for.
_NEAR = 60
# So many steps up the syntax tree a phrase may reach.
_HIGHEST = 30
_NOBODY = ("there", "this", "that", "what", "which", "you", "i", "we", "one", "nobody", "none", "those", "these", "who")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_WILL = ("will", "would", "wo", "'ll", "’ll", "'d", "’d")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
# What goes on behind a noun phrase that is said, which the parser hung on the verb.
_ON = (
    "until", "till", "unless", "before", "without", "between", "over", "against", "for", "with", "of", "about", "into",
    "from", "to", "after", "behind", "among", "by",
)  # fmt: skip
# Nouns that end like these are no speakers, but for those of offices and bodies (`collectives`).
_ABSTRACT = ("ness", "ment", "tion", "sion", "ence", "ance", "ity", "ure", "ing")
# What is said of each other, or by a lone pronoun, is no saying; but "it", "this" and "that" are.
_EACH = ("each", "one", "another", "itself", "himself", "herself", "themselves", "anything", "something")
_POINTING = ("it", "this", "that", "these", "those")


def of_frame(analysis: Analysis, verb: Token) -> Draft | None:
    """What a verb tells by a frame of the lexicon; None where none fits, or nobody is told to say it."""
    known = frames().get(verb.lemma)
    if not known or verb.tag[:2] != "VB" or verb.dep in ("aux", "auxpass"):
        return None
    behind = analysis.tokens[verb.i + 1 : min(analysis.sentence_of(verb).last, verb.i + _NEAR)]
    before = _object_before(verb)
    agent = verb.child("agent") if before else None
    after = behind
    if agent is not None and agent.i > verb.i:  # "short shrift was given by Osk to the draft"
        by = {one.i for one in agent.subtree}
        after = [one for one in behind if one.i not in by]
    here = {one.lower for one in (*behind, *before)}
    for frame in known:
        if any(one.isdisjoint(here) for one in frame.needed) or not _is_real(verb, frame):
            continue
        found, front = matched(frame.parts, behind), False
        if found is None and before and frame.of_object:
            found, front = _with_object_before(frame, before, after), True
        if found is not None and (draft := _draft(analysis, verb, frame, found, front)) is not None:
            return draft
    return None


def _is_real(verb: Token, frame: Frame) -> bool:
    """Whether a verb is told as done (as not done, where the frame is of a refusal)."""
    if not frame.negated:
        return not is_unreal(verb)
    helping = [one.lower for one in verb.all("aux", "auxpass")]
    if any(one.dep == "mark" and one.lower in words("speech", "unreal") for one in verb.children):
        return False
    refusing = any(one in _WILL for one in helping)
    return verb.child("neg") is not None and (refusing or frame.act != "reject")


def _object_before(verb: Token) -> list[Token]:
    """The object that stands before its verb: of a passive, a relative clause, or put in front."""
    if verb.child("auxpass") is not None:
        subject = verb.child("nsubjpass")
        if subject is not None and subject.lower in ("which", "that") and verb.dep == "relcl":
            return _without(verb.head, verb)
        return subject.subtree if subject is not None else []
    thing = verb.child("dobj")
    if thing is not None and thing.i < verb.i:
        if thing.lower in ("which", "that"):
            return _without(verb.head, verb) if verb.dep == "relcl" else []
        return thing.subtree
    return []


def _without(noun: Token, clause: Token) -> list[Token]:
    """A noun phrase up to a clause below it."""
    first = clause.subtree[0].i
    return [one for one in noun.subtree if one.i < first and one.pos != "PUNCT"]


def _with_object_before(frame: Frame, before: Sequence[Token], behind: Sequence[Token]) -> Match | None:
    size = frame.of_object
    front = matched(frame.parts[:size], before, whole=True)
    rest = matched(frame.parts[size:], behind)
    if front is None or rest is None or size == len(frame.parts):
        return None
    return (*front[0], *rest[0]), (*front[1], *rest[1])


def _draft(analysis: Analysis, verb: Token, frame: Frame, found: Match, front: bool) -> Draft | None:
    source = _source(analysis, verb, frame)
    if not source.heads or not _may_speak(source, verb, weak=frame.weak):
        return None
    slots, spelt = found
    places = [_place(analysis, verb, one) for one in slots]
    if any(place is None or _is_empty(analysis, one, place) for one, place in zip(slots, places, strict=True)):
        return None
    filled = [(one, place) for one, place in zip(slots, places, strict=True) if place is not None]
    accused, told = (_first(analysis, filled, slot) for slot in ("WHOM", "TOLD"))
    if any(one.slot == "WHOM" for one in slots) and not accused.heads:
        return None
    cue = cue_of(verb)
    for one in spelt:
        if one.i == cue[-1].i + 1:
            cue.append(one)
    return Draft(cue=cue, act=frame.act, source=source, content=_content(verb, filled, spelt, accused, front=front),
                 rule="idiom", accused=accused, addressees=list(told.heads[:1]))  # fmt: skip


def _is_empty(analysis: Analysis, filled: Filled, place: Place) -> bool:
    """Whether what fills a slot of what is said stands for no saying: "contradict each other", "puts it to them"."""
    inside = analysis.tokens_in(*place)
    empty = inside[0].lower in _EACH or (
        len(inside) == 1 and inside[0].pos == "PRON" and inside[0].lower not in _POINTING
    )
    return filled.slot == "SAID" and empty


def _content(
    verb: Token, filled: Sequence[tuple[Filled, Place]], spelt: Sequence[Token], accused: Source, *, front: bool
) -> list[Place]:
    """Where the words said stand: the slots that hold them, else who is accused, else all behind the verb.

    A number stands with what is counted, a pronoun with what is said of it.
    """
    said = [place for one, place in filled if one.slot in CONTENT]
    if front:
        named = [(one.start, one.end) for one in spelt if one.i < verb.i]
        return said or [(min(start for start, _ in named), max(end for _, end in named))]
    # "She would not elaborate" says so in its verb alone.
    whole = [*(place for _, place in filled), *((one.start, one.end) for one in spelt)] or [(verb.start, verb.end)]
    pointing = len(said) == 1 and any(one.slot == "SAID" and len(one.tokens) == 1 and one.tokens[0].pos == "PRON"
                                      and not one.open for one, _ in filled)  # fmt: skip
    if pointing and accused.tokens:
        return [(accused.tokens[0].start, accused.tokens[-1].end)]
    counted = any(one.slot == "NUMBER" for one, _ in filled)
    if pointing or counted or not (said or accused.tokens):
        return [(min(start for start, _ in whole), max(end for _, end in whole))]
    if not said:
        return [(accused.tokens[0].start, accused.tokens[-1].end)]
    end = max((one.end for one in spelt if one.lower not in PARTICLES), default=0)
    closes = not accused.tokens and end > said[-1][1]
    return [(said[0][0], end if closes else said[-1][1])]


def _source(analysis: Analysis, verb: Token, frame: Frame) -> Source:
    """Who speaks; in a passive without an agent the place where it is said: "In Osk the blame is laid on Lesk".

    Who "would not be drawn" keeps silent, and is no object.
    """
    source = source_of(analysis, verb)
    if source.heads or verb.child("auxpass") is None:
        return source
    subject = verb.child("nsubjpass")
    if frame.negated:
        return Source.of(subject) if subject is not None else source
    sentence = analysis.sentence_of(verb)
    first = analysis.tokens[sentence.first]
    inner = first.child("pobj") if first.lower in ("in", "from") and first.head is verb else None
    return Source.of(inner) if inner is not None and inner.pos == "PROPN" else source


def _may_speak(source: Source, verb: Token, *, weak: bool) -> bool:
    """Whether a source can be somebody who speaks; of a frame with a plain reading, whether it is a name or person."""
    head = source.heads[0]
    lemma = head.lemma.lower()
    if head.lower in _NOBODY or is_thing(source) or head.tag in ("VBG", "EX") or head.i in {verb.i}:
        return False
    if head.pos in ("PROPN", "PRON"):
        return head.lower != "it" or head.dep != "expl"
    speaks = lemma in words("speech_idioms", "collectives")
    speaks = speaks or any(lemma in words("speech", group) for group in _SPEAKING)
    return speaks or not (lemma.endswith(_ABSTRACT) or (weak and head.pos != "NOUN"))


_SPEAKING = ("offices", "bodies", "finders", "carriers", "informants", "newsgivers", "sides", "papers")


def _place(analysis: Analysis, verb: Token, filled: Filled) -> Place | None:
    """Where the words of a slot stand; of the last one as far as its phrase goes."""
    if not filled.open:
        kept = list(filled.tokens)
        while kept and kept[-1].pos in ("PUNCT", "SPACE"):
            kept.pop()
        return (kept[0].start, kept[-1].end) if kept else None
    first = filled.tokens[0]
    if filled.slot == "NUMBER":
        end = end_of_number(analysis, first)
        return (first.start, end) if end > first.start else None
    if filled.slot == "DEED":
        deed = next((one for one in first.ancestors if one.tag == "VB" and one.i > first.i), None)
        return place_below(deed, first.i - 1) if deed is not None else _rest(analysis, first)
    quote = analysis.quote_at(first.end)
    quote = quote if quote is not None and first.start <= quote.start else None
    top = _top(analysis, first, verb, 1 if filled.slot == "CLAUSE" else 0)
    place = place_below(top, first.i - 1)
    if filled.slot == "CLAUSE":
        inside = analysis.tokens_in(*place) if place is not None else []
        return place if any(one.tag in _FINITE for one in inside) else _rest(analysis, first)
    if place is None:
        return None
    end = max(place[1], quote.end) if quote is not None else place[1]
    return first.start, _drawn_on(analysis, verb, end) if filled.slot == "SAID" else end


def _top(analysis: Analysis, first: Token, verb: Token, back: int) -> Token:
    """The head of the largest phrase that begins with a token (or `back` tokens before it), behind a verb."""
    top = first
    for above in islice(first.ancestors, _HIGHEST):
        if above.i <= verb.i or above.subtree[0].i < first.i - back:
            break
        top = above
    return top


def _rest(analysis: Analysis, first: Token) -> Place:
    """From a token to the end of its sentence, or the next semicolon."""
    rest = analysis.tokens[first.i : min(analysis.sentence_of(first).last, first.i + 2 * _NEAR)]
    kept = list(takewhile(lambda one: one.text != ";", rest))
    while len(kept) > 1 and kept[-1].pos in ("PUNCT", "SPACE"):
        kept.pop()
    return first.start, kept[-1].end


def _drawn_on(analysis: Analysis, verb: Token, end: int) -> int:
    """Where a noun phrase ends with what goes on behind it though the parser hung it on the verb."""
    for one in verb.children:
        near = one.start >= end and not analysis.document.text[end : one.subtree[0].start].strip()
        mark = one.child("mark")
        if near and (one.dep in ("prep", "advcl") and (mark or one).lower in _ON):
            end = (place_below(one) or (0, end))[1]
    return end


def _first(analysis: Analysis, filled: Sequence[tuple[Filled, Place]], slot: str) -> Source:
    """Who fills the first slot of a kind."""
    return next((_named(analysis, one, place) for one, place in filled if one.slot == slot), Source())


def _named(analysis: Analysis, filled: Filled, place: Place) -> Source:
    tokens = [one for one in (analysis.tokens_in(*place) if filled.open else filled.tokens) if one.pos != "SPACE"]
    comma = next((k for k, one in enumerate(tokens) if one.text == ","), len(tokens))
    tokens = tokens[:comma]
    while tokens and (tokens[-1].pos == "PUNCT" or tokens[-1].tag == "POS"):
        tokens.pop()
    inside = {one.i for one in tokens}
    heads = [one for one in tokens if one.pos in _NOMINAL and (one.head.i not in inside or one.head is one)]
    heads = heads or [one for one in tokens if one.pos in _NOMINAL]
    return Source((heads[0],), tuple(tokens)) if heads else Source()


def without_nested(analysis: Analysis, told: Sequence[Draft]) -> list[Draft]:
    """The drafts without idioms that another tells already, or in whose words they stand: "said it owned to 31"."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in told:
        by_sentence.setdefault(_sentence(analysis, draft), []).append(draft)
    return [
        one for one in told
        if one.rule != "idiom" or not any(_tells(other, one) for other in by_sentence[_sentence(analysis, one)])
    ]  # fmt: skip


def _sentence(analysis: Analysis, draft: Draft) -> int:
    if draft.cue:
        return draft.cue[0].sentence
    found = analysis.sentence_at(draft.content[0][0])
    return found.index if found is not None else -1


def _tells(other: Draft, idiom: Draft) -> bool:
    """Whether another draft holds an idiom, or is the same saying told by another word of the phrase."""
    if other is idiom or not other.content:
        return False
    verb = idiom.cue[0]
    if any(start <= verb.start < end for start, end in other.content):
        return True
    start, end = idiom.content[0]
    same = other.source.heads[:1] == idiom.source.heads[:1] and other.rule != "idiom"
    return same and any(a < end and start < b for a, b in other.content)
