"""Sentences whose speaker a sentence behind them names: "… Such is the limit, the envoy told us", "I had this from X".

The sentences of the paragraph before the one that looks back are the speaker's, as far as
nobody else speaks there. A limit ("That is our last word, she said") takes what was said
apart by what each sentence does: it promises, refuses, threatens.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from rashomon.extract.statements.drafts import Draft, Place, takes_of
from rashomon.extract.statements.issued_acts import act_of
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act

# At most so many sentences before are the speaker's, too.
_BEFORE = 6
_THIS = ("this", "that", "these", "those", "such", "it", "so", "there", "here")
_HEARD = ("have", "hear", "get", "learn", "take")
_US = ("me", "us", "i", "we", "one")
_ITS = ("it", "they", "we", "he", "she")
_STANDING = ("be", "lie", "stand", "remain", "run", "go", "end")
# Words of the clause that sums up what stands before: "That is the last line", "There lies the red line".
_SUMMED = 9
_SAME = ("same", "opposite", "identical", "reverse", "contrary")
# So many sentences behind one that looks back another may have told "the same".
_NEAR = 2
_LATER = ("will", "shall", "'ll", "’ll", "would")


@dataclass(frozen=True, slots=True)
class _Look:
    """A sentence that looks back: who said it, the words that tell so, where what sums it up stands."""

    sentence: Sentence
    source: Source
    cue: Token
    summed: Place | None = None
    end: int = field(default=0)


def looking_back(analysis: Analysis, told: list[Draft]) -> list[Draft]:
    """What is said in the sentences before one that names their speaker; `told` loses what was misread there."""
    found: list[Draft] = []
    behind = -_NEAR - 1
    for sentence in analysis.body:
        look = _heard(analysis, sentence) or _summed(analysis, sentence)
        made = list(_said_before(analysis, told, look)) if look is not None else []
        if look is not None and made:
            behind = sentence.index
            kept = [one for one in told if not _is_misread(analysis, one, look, made)]
            told[:] = kept
            found += made
        elif sentence.index - behind <= _NEAR and (same := _told_same(analysis, sentence)) is not None:
            found.append(same)
    return found


def _is_misread(analysis: Analysis, draft: Draft, look: _Look, made: Sequence[Draft]) -> bool:
    """Whether a draft takes a sentence that looks back, or an "it has asked" before it, for speech of its own."""
    inside = look.sentence.start <= draft.place[0] < look.sentence.end
    pronoun = bool(draft.source.heads) and draft.source.heads[0].lower in _ITS
    held = any(a <= draft.place[0] < b for one in made for a, b in one.content)
    return inside or (pronoun and held)


def _heard(analysis: Analysis, sentence: Sentence) -> _Look | None:
    """Who told all that stands before: "I had this from X", "So X assured me", "This is what X says"."""
    for verb in analysis.roots(sentence):
        if verb.tag not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        head = _from_whom(verb) or _so(analysis, sentence, verb) or _what(verb) or _lesson(analysis, sentence, verb)
        if head is not None and head.lower not in _US and analysis.quote_at(verb.start) is None:
            return _Look(sentence, Source.of(head), verb)
    return None


def _from_whom(verb: Token) -> Token | None:
    """The source of "I had this from X", "X told me this"; a number of things may stand between."""
    thing, subject = verb.child("dobj"), verb.child("nsubj")
    us = any(one.lower in _US for one in verb.all("dative", "dobj"))
    if us and subject is not None and "clause" in (takes_of(verb) or {}) and verb.child("ccomp", "neg") is None:
        return subject if any(one.lower in ("this", "that", "so") for one in verb.children if one.i > verb.i) else None
    if verb.lemma not in _HEARD or thing is None or subject is None or subject.lower not in _US:
        return None
    pointing = thing.lower in _THIS or (thing.lower == "all" and any(one.lower in _THIS for one in thing.children))
    return _behind(verb, thing, "from") if pointing else None


def _behind(verb: Token, thing: Token, preposition: str) -> Token | None:
    found = [one for top in (verb, thing) for one in top.all("prep") if one.lower == preposition]
    return found[0].child("pobj") if found else None


def _so(analysis: Analysis, sentence: Sentence, verb: Token) -> Token | None:
    """The subject of "So, at least, X assured me"."""
    first, subject = analysis.tokens[sentence.first], verb.child("nsubj")
    takes = takes_of(verb) or {}
    if first.lower not in ("so", "thus") or first.head is not verb or subject is None or subject.i > verb.i:
        return None
    alone = verb.child("ccomp", "xcomp", "neg") is None
    person = any(one.lower in _US for one in verb.all("dobj", "dative"))
    return subject if alone and person and ("clause" in takes or "person" in takes) else None


def _what(verb: Token) -> Token | None:
    """The subject of "This is what X told me", "That is how X sees it"."""
    this, clause = verb.child("nsubj"), verb.child("ccomp")
    if verb.lemma != "be" or this is None or this.lower not in _THIS or clause is None:
        return None
    asked = [one.lower for one in clause.children if one.tag in ("WP", "WRB")]
    speaks = "clause" in (takes_of(clause) or {}) or (clause.lemma in ("see", "put") and clause.child("dobj"))
    return clause.child("nsubj") if speaks and asked and asked[0] in ("what", "how") else None


def _lesson(analysis: Analysis, sentence: Sentence, verb: Token) -> Token | None:
    """Whose "lesson" or "version" is told in "Such, over lunch, was the lesson of X"."""
    first = analysis.tokens[sentence.first]
    noun = verb.child("attr", "dobj", "nsubj")
    if first.lower not in ("such", "that", "this", "so") or first.head is not verb or verb.lemma not in _STANDING:
        return None
    nouns = words("speech", "standpoints") | words("speech", "lessons")
    noun = next((one for one in verb.all("attr", "dobj", "nsubj") if one.lemma in nouns), None)
    if noun is None or noun.i < verb.i:
        return None
    return _behind(noun, noun, "of") or noun.child("poss")


def _summed(analysis: Analysis, sentence: Sentence) -> _Look | None:
    """Who drew the line behind what stands before: "That is the last line, X told us", "…; that, X said, is a line"."""
    line = analysis.words(sentence)
    at = 0
    for k, one in enumerate(line[1:-1], 1):
        if one.text == ";" and line[k + 1].lower in ("that", "this", "such"):
            at = k + 1
    if at + 1 >= len(line):
        return None
    first, last = line[at], line[-1]
    if first.lower not in _THIS or first.lower == "it" or analysis.quote_at(first.start) is not None:
        return None
    if line[at + 1].text == ",":  # "that, X said, is a line"
        comma = next((k for k in range(at + 2, len(line)) if line[k].text == ","), 0)
        look = _teller(line[at + 2 : comma]) if comma and line[min(comma + 1, len(line) - 1)].lemma == "be" else None
        return _Look(sentence, *look, summed=(line[0].start, last.start), end=at) if look is not None else None
    clause = list(takewhile(lambda one: one.text != ",", line[at : at + _SUMMED + 1]))
    stands = any(one.lemma in _STANDING for one in clause[1:3])
    noun = clause[-1].pos in ("NOUN", "PROPN") and len(clause) > 2
    look = _teller(line[at + len(clause) + 1 :]) if stands and noun and len(clause) <= _SUMMED else None
    return _Look(sentence, *look, summed=(line[0].start, clause[-1].end), end=at) if look is not None else None


def _teller(tag: Sequence[Token]) -> tuple[Source, Token] | None:
    """Who tells something, and by what verb, in the words behind a comma: "the envoy told us last night"."""
    for verb in tag:
        plain = verb.lemma == "make" and any(one.lower in ("plain", "clear", "known") for one in verb.subtree)
        if verb.tag not in ("VBD", "VBZ", "VBP") or verb.dep == "relcl" or not (plain or takes_of(verb)):
            continue
        before = [one for one in tag if one.i < verb.i and one.pos in ("PROPN", "NOUN", "PRON")]
        own = verb.child("nsubj")
        named = own if own is not None and own in before and own.lower not in ("who", "us") else None
        top = named or next((one for one in before if one.dep in ("appos", "nsubj", "attr")), None)
        if top is not None:
            return Source.of(top), verb
    return None


def _said_before(analysis: Analysis, told: Sequence[Draft], look: _Look) -> Iterator[Draft]:
    """The sentences of the paragraph before one that looks back, as drafts of whom it names."""
    sentences = _free_before(analysis, told, look)
    if look.summed is None:
        places = [_whole(analysis.words(one)) for one in sentences]
        if places:
            yield _draft("say", look, places, cue=[look.cue])
        return
    units = [unit for one in sentences for unit in _units(analysis.words(one))]
    if look.end:
        units += _units(analysis.words(look.sentence)[: look.end - 1])
    while units and units[0][0] is None:
        units.pop(0)  # "Let the chancelleries take note."
    merged = _merged(units)
    for k, (act, places) in enumerate(merged):
        last = k == len(merged) - 1
        here = [*places, *([look.summed] if last and not look.end else [])]
        yield _draft(act, look, here, cue=[look.cue] if last else [])


def _free_before(analysis: Analysis, told: Sequence[Draft], look: _Look) -> list[Sentence]:
    """The sentences right before, in its paragraph, in which nobody but an "it" speaks, and nobody is quoted."""
    found: list[Sentence] = []
    first = max(0, look.sentence.index - _BEFORE)
    for sentence in reversed(analysis.sentences[first : look.sentence.index]):
        named = [one for one in told if not (one.source.heads and one.source.heads[0].lower in _ITS)]
        quoted = any(one.start < sentence.end and sentence.start < one.end for one in analysis.quotes)
        spoken = any(a < sentence.end and sentence.start < b for one in named for a, b in (one.place, *one.content))
        if sentence.paragraph != look.sentence.paragraph or sentence.role or quoted or spoken:
            break
        found.insert(0, sentence)
    return found


def _units(tokens: Sequence[Token]) -> list[tuple[Act | None, Place]]:
    """A sentence parted where its clauses do different things: what it promises, and what it threatens."""
    kept = [one for one in tokens if one.pos != "SPACE"]
    root = next((one for one in kept if one.head is one), None)
    if root is None:
        return []
    act = _act(root)
    second = next((one for one in root.all("conj") if one.child("nsubj", "nsubjpass") is not None), None)
    if second is None or act != "reject" or not any(one.lower in _LATER for one in second.all("aux")):
        return [(act, _whole(kept))]
    start = second.subtree[0].i
    before = [one for one in kept if one.i < start]
    while before and (before[-1].pos in ("PUNCT", "CCONJ")):
        before.pop()
    after = [one for one in kept if one.i >= start]
    return [(act, _whole(before)), ("threaten", _whole(after))]


def _act(root: Token) -> Act | None:
    subject = root.child("nsubj", "nsubjpass")
    asks = [below for one in root.all("csubj", "csubjpass", "nsubj") if one.pos == "VERB" for below in one.subtree]
    if any(one.dep == "neg" or one.lower == "not" for one in asks):
        return "reject"  # "What it cannot accept is a foreign flag"
    return act_of(root, subject, issuer=True) if subject is not None else None


def _merged(units: Sequence[tuple[Act | None, Place]]) -> list[tuple[Act, list[Place]]]:
    """Units one behind the other that do the same, as one; what does nothing of its own goes on the one before."""
    found: list[tuple[Act, list[Place]]] = []
    for act, place in units:
        if found and (act is None or act == found[-1][0]):
            found[-1][1].append(place)
        elif act is not None:
            found.append((act, [place]))
    return found


def _whole(tokens: Sequence[Token]) -> Place:
    """From the first to the last word, without the full stop."""
    kept = [one for one in tokens if one.pos != "SPACE"]
    while len(kept) > 1 and kept[-1].pos == "PUNCT":
        kept.pop()
    return kept[0].start, kept[-1].end


def _draft(act: Act, look: _Look, places: list[Place], *, cue: list[Token]) -> Draft:
    return Draft(cue=cue, act=act, source=look.source, content=places, rule="looking back")


def _told_same(analysis: Analysis, sentence: Sentence) -> Draft | None:
    """What another told behind it: "I had the opposite from Y", "Y served me the same"."""
    for verb in analysis.roots(sentence):
        thing = next((one for one in verb.subtree if one.lower in _SAME and one.i > verb.i), None)
        subject = verb.child("nsubj")
        if thing is None or subject is None or verb.tag not in ("VBD", "VBN", "VBZ", "VBP"):
            continue
        heard = subject.lower in _US and verb.lemma in _HEARD
        source = next((one.child("pobj") for one in verb.subtree if one.lower == "from" and one.i > thing.i), None)
        served = subject.lower not in _US and any(one.lower in _US for one in verb.all("dative", "dobj"))
        who = source if heard else subject if served else None
        if who is None or analysis.quote_at(verb.start) is not None:
            continue
        stop = next((one.i for one in verb.subtree if one.lower == "from" and one.i > thing.i), sentence.last)
        inside = analysis.tokens[thing.i - 1 if analysis.tokens[thing.i - 1].lower == "the" else thing.i : stop]
        return Draft(cue=[verb], act="say", source=Source.of(who), content=[_whole(inside)], rule="looking back")
    return None
