"""Sentences whose speaker a sentence behind them names: "… Such is the limit, the envoy told us", "I had this from X".

The sentences of the paragraph before the one that looks back are the speaker's, as far as
nobody else speaks there. A limit ("That is our last word, she said") takes what was said
apart by what each sentence does: it promises, refuses, threatens.
"""

from collections.abc import Iterator, Sequence

from rashomon.extract.statements.drafts import Draft, Place
from rashomon.extract.statements.issued_acts import act_of
from rashomon.extract.statements.named_behind import US, Look, look_of
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act

# At most so many sentences before are the speaker's, too.
_BEFORE = 6
_HEARD = ("have", "hear", "get", "learn", "take")
_ITS = ("it", "they", "we", "he", "she")
_SAME = ("same", "opposite", "identical", "reverse", "contrary")
# How a second one tells the same, whom nobody is said to tell it.
_RECITING = (
    "recite",
    "repeat",
    "use",
    "sing",
    "give",
    "tell",
    "serve",
    "offer",
    "say",
    "deliver",
    "recount",
    "rehearse",
    "play",
)
# So many sentences behind one that looks back another may have told "the same".
_NEAR = 2
# How the part of a sentence begins that tells what comes of what was refused before it: "…, and the day they …".
_FORKS = ("should", "were", "if", "any", "once", "when")
# What makes a sentence one of terms though it does nothing else: "Observers may come".
_ALLOWING = ("may", "can", "could", "might")
_ALLOWED = ("thinkable", "possible", "negotiable", "acceptable", "conceivable", "welcome", "open")
_PLEDGING = frozenset({"pledge", "vow", "promise", "swear", "threaten", "tell"})
_YIELDING = ("agree", "accept", "consent", "recognise", "recognize", "submit", "sign", "hear")
# The audience of a line that nobody says: "Let the envoys take note", "Hear this".
_HEARING = ("let", "hear", "listen", "note", "take", "mark")
_LINE = 9
_TERMS = ("promise", "reject", "threaten", "demand")


def looking_back(analysis: Analysis, told: list[Draft]) -> list[Draft]:
    """What is said in the sentences before one that names their speaker; `told` loses what was misread there."""
    found: list[Draft] = []
    behind = -_NEAR - 1
    for sentence in analysis.body:
        look = look_of(analysis, sentence)
        made = list(_said_before(analysis, told, look)) if look is not None else []
        same: Draft | None = None
        if look is not None and made:
            behind = sentence.index
            told[:] = [one for one in told if not _is_misread(one, look, made)]
            found += made
            same = _told_same(analysis, sentence, look.cue)
        elif sentence.index - behind <= _NEAR:
            same = _told_same(analysis, sentence)
        if same is not None:
            told[:] = [
                one for one in told if not sentence.start <= one.place[0] < sentence.end or _quotes(analysis, one)
            ]
            found.append(same)
    return found


def _quotes(analysis: Analysis, draft: Draft) -> bool:
    return any(analysis.quote_at(start) is not None for start, _ in draft.content)


def _is_misread(draft: Draft, look: Look, made: Sequence[Draft]) -> bool:
    """Whether a draft takes a sentence that looks back, or what it names the speaker of, for speech of its own."""
    inside = look.sentence.start <= draft.place[0] < look.sentence.end
    return inside or any(a <= draft.place[0] < b for one in made for a, b in one.content)


def _said_before(analysis: Analysis, told: Sequence[Draft], look: Look) -> Iterator[Draft]:
    """The sentences of the paragraph before one that looks back, as drafts of whom it names."""
    sentences = _free_before(analysis, told, look)
    if not look.limits:
        places = [_whole(analysis.words(one)) for one in sentences]
        if places:
            yield _draft("say", look, places, cue=[look.cue])
        return
    units = [unit for one in sentences if not _is_call(analysis, one) for unit in _units(analysis.words(one))]
    if look.end:
        units += _units(analysis.words(look.sentence)[: look.end - 1])
    while units and units[0][0] is None:
        units.pop(0)
    merged = _merged(units)
    if look.summed is not None and not any(act in _TERMS for act, _ in merged):
        return  # no terms, which alone are summed up
    for k, (act, places) in enumerate(merged):
        last = k == len(merged) - 1
        summed = look.summed is not None and (not look.end or look.summed[0] > places[-1][0])
        here = [*places, *([look.summed] if last and summed and look.summed is not None else [])]
        yield _draft(act, look, here, cue=[look.cue] if last else [])


def _is_call(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence only calls on others to hear what follows: "Let the chancelleries take note"."""
    inside = [one for one in analysis.words(sentence) if one.pos not in ("PUNCT", "SPACE")]
    hears = inside[0].lemma.lower() in _HEARING or any(one.lemma in ("know", "hear", "understand") for one in inside)
    return len(inside) <= _LINE and hears


def _free_before(analysis: Analysis, told: Sequence[Draft], look: Look) -> list[Sentence]:
    """The sentences right before, in its paragraph, in which nobody else surely speaks, and nobody is quoted."""
    found: list[Sentence] = []
    first = max(0, look.sentence.index - _BEFORE)
    taken = [place for one in told if _speaks(one) for place in (one.place, *one.content)]
    for sentence in reversed(analysis.sentences[first : look.sentence.index]):
        quoted = any(one.start < sentence.end and sentence.start < one.end for one in analysis.quotes)
        spoken = any(a < sentence.end and sentence.start < b for a, b in taken)
        if sentence.paragraph != look.sentence.paragraph or sentence.role or quoted or spoken:
            break
        found.insert(0, sentence)
    return found


def _speaks(draft: Draft) -> bool:
    """Whether a draft surely tells of speech: by a verb of saying, of somebody named; not what "it has asked"."""
    plainly = words("speech", "plainly") | words("speech", "surely") | words("speech", "inverting")
    if draft.source.heads and draft.source.heads[0].lower in _ITS:
        return (
            draft.source.heads[0].lower in ("he", "she")
            and draft.verb is not None
            and draft.verb.lemma in _PLEDGING | plainly
        )
    return draft.verb is None or draft.act == "say" or draft.verb.lemma in plainly


def _units(tokens: Sequence[Token]) -> list[tuple[Act | None, Place]]:
    """A sentence parted where its clauses do different things: what it promises, and what it threatens."""
    kept = [one for one in tokens if one.pos != "SPACE"]
    while kept and kept[-1].pos == "PUNCT":
        kept.pop()
    fork = next((k for k in range(3, len(kept) - 3) if kept[k].lower == "and" and _forks(kept[k + 1 : k + 4])), 0)
    first = kept[:fork]
    while first and first[-1].pos in ("PUNCT", "CCONJ"):
        first.pop()
    if first and _done(first) == "reject":
        return [("reject", _whole(first)), ("threaten", _whole(kept[fork + 1 :]))]
    if not any(one.pos in ("VERB", "AUX") for one in kept):
        return []
    return [(_done(kept) or ("say" if _allows(kept) else None), _whole(kept))]


def _done(tokens: Sequence[Token]) -> Act | None:
    """What a part of a sentence does by its main verb."""
    inside = {one.i for one in tokens}
    tops = (one for one in tokens if one.pos in ("VERB", "AUX") and (one.head is one or one.head.i not in inside))
    top = next(tops, None)
    act = _act(top) if top is not None else None
    return "reject" if act == "deny" and top is not None and top.lemma in _YIELDING else act  # "We do not agree to go"


def _forks(behind: Sequence[Token]) -> bool:
    """Whether words behind "and" tell what comes of crossing a line: "and the day they …", "and should they …"."""
    lowers = [one.lower for one in behind]
    return lowers[0] in _FORKS or "day" in lowers[:3] or "moment" in lowers[:3]


def _allows(tokens: Sequence[Token]) -> bool:
    return any(one.lower in (*_ALLOWING, *_ALLOWED) for one in tokens)


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


def _draft(act: Act, look: Look, places: list[Place], *, cue: list[Token]) -> Draft:
    return Draft(cue=cue, act=act, source=look.source, content=places, rule="looking back")


def _told_same(analysis: Analysis, sentence: Sentence, behind: Token | None = None) -> Draft | None:
    """What another told behind it: "I had the opposite from Y", "Y served me the same", "Y used the same words"."""
    line = [one for one in analysis.words(sentence) if behind is None or one.i > behind.i]
    for verb in line:
        subject = verb.child("nsubj")
        if subject is None or subject not in line or verb.tag not in ("VBD", "VBN", "VBZ", "VBP"):
            continue
        again = _again(verb)
        if again is None or analysis.quote_at(verb.start) is not None:
            continue
        heard = subject.lower in US and verb.lemma in _HEARD
        source = next((one.child("pobj") for one in line if one.lower == "from" and one.child("pobj")), None)
        named = subject.lower not in US and subject.pos in ("NOUN", "PROPN")
        served = named and (verb.lemma in _RECITING or any(one.lower in US for one in verb.all("dative", "dobj")))
        who = source if heard else subject if served else None
        if who is None:
            continue
        stop = next((one.i for one in line if one.lower == "from" and one.i > again.i), sentence.last)
        return Draft(cue=[verb], act="say", source=Source.of(who), content=[_whole(analysis.tokens[again.i : stop])],
                     rule="looking back")  # fmt: skip
    return None


def _again(verb: Token) -> Token | None:
    """The first word of what is told once more: "the same", "as much", "it again"."""
    for one in verb.subtree:
        if one.i <= verb.i:
            continue
        if one.lower in _SAME:
            noun = one.head if one.dep == "amod" else one
            return noun.subtree[0] if noun.subtree[0].i > verb.i else one
        if one.lower == "as" and one.head.lower == "much" and one.head.head.dep == "prep":
            return one
        if one.lower == "again" and any(thing.lower == "it" for thing in verb.all("dobj")):
            return next(thing for thing in verb.all("dobj") if thing.lower == "it")
    return None
