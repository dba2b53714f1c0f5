"""Whom a sentence names as the speaker of what stands before it: "I had this from X", "… Such is the limit, X told us".

It opens with a word that points back ("so", "that", "such"), behind a colon or semicolon, too, or the
writer has "this" from somebody; who it is stands with the word of telling, or with the writer who was told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from rashomon.extract.last_words import is_last_word
from rashomon.extract.statements.drafts import Place, takes_of
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words

_THIS = ("this", "that", "these", "those", "such", "it", "so", "there", "here")
_HEARD = ("have", "hear", "get", "learn", "take", "owe", "gather")
US = ("me", "us", "i", "we", "one")
_STANDING = ("be", "lie", "stand", "remain", "run", "go", "end", "finish", "stop", "begin")
_FINITE = ("VBD", "VBZ", "VBP", "VBN")
# Words of the clause that sums up what stands before: "That is the last line", "There lies the red line".
_SUMMED = 10
_PAPERS = ("newspaper", "paper", "correspondent", "reporter", "magazine", "column", "columnist", "writer")
# So many words behind the pointing word may stand before its verb: "Such, at least, was the case".
_PUT_IN = 5


@dataclass(frozen=True, slots=True)
class Look:
    """A sentence that looks back: who said it, and the words that tell so.

    `limits` is whether what was said is told as terms, which are taken apart by what they do; `summed` is where the
    clause stands that sums them up; what stands in the sentence before the token number `end` was said, too.
    """

    sentence: Sentence
    source: Source
    cue: Token
    limits: bool = False
    summed: Place | None = None
    end: int = field(default=0)


def look_of(analysis: Analysis, sentence: Sentence) -> Look | None:
    """How a sentence looks back, None where it does not."""
    return _heard(analysis, sentence) or _summed(analysis, sentence) or _told_to(analysis, sentence)


def _heard(analysis: Analysis, sentence: Sentence) -> Look | None:
    """Who told all that stands before: "I had this from X", "So X assured me", "This is what X says"."""
    for verb in _verbs(analysis, sentence):
        head = _from_whom(verb) or _so(analysis, sentence, verb) or _what(verb) or _lesson(analysis, sentence, verb)
        if head is not None and _is_somebody(head) and analysis.quote_at(verb.start) is None:
            return Look(sentence, Source.of(head), verb)
    return None


def _is_somebody(head: Token) -> bool:
    """Whether a word can be who told something: a noun, a name, "he"; not "what", not "your"."""
    return head.pos in ("NOUN", "PROPN") or head.lower in ("he", "she", "they", "his", "her", "their", "its")


def _verbs(analysis: Analysis, sentence: Sentence) -> Iterator[Token]:
    """The main verbs of a sentence, and the one behind its first words, which parsers hang on what follows it."""
    roots = [one for one in analysis.roots(sentence) if one.tag in _FINITE]
    yield from roots
    first = next((one for one in analysis.words(sentence)[:_PUT_IN] if one.tag in _FINITE), None)
    if first is not None and first not in roots and first.dep in ("ccomp", "conj"):
        yield first


def _from_whom(verb: Token) -> Token | None:
    """The source of "I had this from X", "I owe this to X", "X told me this"; a number of things may stand between."""
    thing, subject = verb.child("dobj"), verb.child("nsubj")
    us = any(one.lower in US for one in verb.all("dative", "dobj"))
    if us and subject is not None and "clause" in (takes_of(verb) or {}) and verb.child("ccomp", "neg") is None:
        return subject if any(one.lower in ("this", "that", "so") for one in verb.children if one.i > verb.i) else None
    if verb.lemma not in _HEARD or thing is None or subject is None or subject.lower not in US:
        return None
    pointing = thing.lower in _THIS or (thing.lower == "all" and any(one.lower in _THIS for one in thing.children))
    return _behind(verb, thing, "to" if verb.lemma == "owe" else "from") if pointing else None


def _behind(verb: Token, thing: Token, preposition: str) -> Token | None:
    found = [one for top in (verb, thing) for one in top.all("prep", "dative") if one.lower == preposition]
    return found[0].child("pobj") if found else None


def _so(analysis: Analysis, sentence: Sentence, verb: Token) -> Token | None:
    """Who tells in "So, at least, X assured me", "So I was assured by X"."""
    first, subject = analysis.tokens[sentence.first], verb.child("nsubj", "nsubjpass")
    takes = takes_of(verb) or {}
    if first.lower not in ("so", "thus") or first.head is not verb or subject is None or subject.i > verb.i:
        return None
    alone = verb.child("ccomp", "xcomp", "neg") is None and ("clause" in takes or "person" in takes)
    if subject.dep == "nsubjpass":
        agent = verb.child("agent")
        return agent.child("pobj") if alone and agent is not None and subject.lower in US else None
    person = any(one.lower in US for one in verb.all("dobj", "dative"))
    return subject if alone and person else None


def _what(verb: Token) -> Token | None:
    """The subject of "This is what X told me", "That is how X sees it"."""
    this, clause = verb.child("nsubj"), verb.child("ccomp")
    if verb.lemma != "be" or this is None or this.lower not in _THIS or clause is None:
        return None
    asked = [one.lower for one in clause.children if one.tag in ("WP", "WRB")]
    speaks = "clause" in (takes_of(clause) or {}) or (clause.lemma in ("see", "put") and clause.child("dobj"))
    return clause.child("nsubj") if speaks and asked and asked[0] in ("what", "how") else None


def _lesson(analysis: Analysis, sentence: Sentence, verb: Token) -> Token | None:
    """Whose lesson it was: "Such was the lesson of X", "… the case put to me by X", "… of an hour with X"."""
    first = analysis.tokens[sentence.first]
    if first.lower not in ("such", "that", "this", "so") or first.head is not verb or verb.lemma not in _STANDING:
        return None
    nouns = words("speech", "standpoints") | words("speech", "lessons")
    noun = next((one for one in verb.all("attr", "dobj", "nsubj") if one.lemma in nouns), None)
    if noun is None or noun.i < verb.i:
        return None
    told = next(
        (by.child("pobj") for one in noun.all("acl") for by in one.all("agent", "prep") if by.lower == "by"), None
    )
    owner = _behind(noun, noun, "of")
    if owner is None or told is not None:
        return told or noun.child("poss")
    spent = [
        owner,
        *(each for one in owner.all("relcl", "acl") if any(x.lower in US for x in one.children) for each in [one]),
    ]
    company = next((one.child("pobj") for top in spent for one in top.all("prep") if one.lower == "with"), None)
    return company or owner


def _summed(analysis: Analysis, sentence: Sentence) -> Look | None:
    """Who drew the line behind what stands before: "That is the last line, X told us", "…; that, X said, is a line"."""
    line = analysis.words(sentence)
    at = _opening(line, ("that", "this", "such"))
    if at + 1 >= len(line):
        return None
    first, last = line[at], line[-1]
    if first.lower not in _THIS or first.lower == "it" or analysis.quote_at(first.start) is not None:
        return None
    if line[at + 1].text == ",":  # "that, X said, is a line"
        comma = next((k for k in range(at + 2, len(line)) if line[k].text == ","), 0)
        look = _teller(line[at + 2 : comma]) if comma and line[min(comma + 1, len(line) - 1)].lemma == "be" else None
        summed = (line[0].start, last.start)
        return Look(sentence, *look, limits=True, summed=summed, end=at) if look is not None else None
    clause = list(takewhile(lambda one: one.text != ",", line[at : at + _SUMMED + 1]))
    stands = any(one.lemma in _STANDING for one in clause[1:3])
    ends = clause[-1].pos in ("NOUN", "PROPN") or clause[-1].lemma in _STANDING
    whole = stands and ends and is_last_word(clause) and 2 < len(clause) <= _SUMMED
    look = _teller(line[at + len(clause) + 1 :]) if whole else None
    summed = (line[at if at and line[at - 1].text == ":" else 0].start, clause[-1].end)
    return Look(sentence, *look, limits=True, summed=summed, end=at) if look is not None else None


def _opening(line: Sequence[Token], pointing: Sequence[str]) -> int:
    """Where the last part of a sentence begins that a pointing word opens; 0 for the whole sentence."""
    return max((k + 1 for k in range(1, len(line) - 1) if line[k].text in (";", ":") and line[k + 1].lower in pointing),
               default=0)  # fmt: skip


def _told_to(analysis: Analysis, sentence: Sentence) -> Look | None:
    """Who told it to the paper, or the writer: "…: so the minister drew the line for this newspaper"."""
    line = analysis.words(sentence)
    at = _opening(line, ("so", "thus"))
    if at >= len(line) or line[at].lower not in ("so", "thus") or analysis.quote_at(line[at].start) is not None:
        return None
    tag = line[at + 1 :]
    for verb in tag:
        subject = verb.child("nsubj") if verb.tag in ("VBD", "VBZ", "VBP") else None
        named = (
            subject is not None and subject in tag and subject.lower not in (*US, "who", "which") and subject.i < verb.i
        )
        if named and any(_hears(one) for one in tag if one.i > verb.i):
            return Look(sentence, Source.of(subject), verb, limits=at > 0, end=at) if subject is not None else None
    return None


def _hears(token: Token) -> bool:
    """Whether a word is the one who was told: "me", "this newspaper"."""
    paper = token.lemma.lower() in _PAPERS and any(one.lower == "this" for one in token.children)
    return (token.lower in ("me", "us") and token.dep != "poss") or paper


def _teller(tag: Sequence[Token]) -> tuple[Source, Token] | None:
    """Who tells something, and by what verb, in the words behind a comma: "the envoy told us last night"."""
    for verb in tag:
        plain = verb.lemma == "make" and any(one.lower in ("plain", "clear", "known") for one in verb.subtree)
        aside = verb.dep == "relcl" or verb.child("mark") is not None  # "… ever since the raid began"
        if verb.tag not in ("VBD", "VBZ", "VBP") or aside or not (plain or takes_of(verb)):
            continue
        before = [one for one in tag if one.i < verb.i and one.pos in ("PROPN", "NOUN", "PRON")]
        own = verb.child("nsubj")
        named = own if own is not None and own in before and own.lower not in ("who", "us") else None
        apposed = [one for one in before if one.dep == "appos" and one.pos == "PROPN" and one.child("poss") is None]
        top = named or next((one for one in [*apposed, *before] if one.dep in ("appos", "nsubj", "attr")), None)
        if top is not None:
            return Source.of(top), verb
    return None
