"""Sayings that lean on another's verb: "Osk puts it down to frost, Lesk to arson"; "Osk denied it. So did Lesk"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from rashomon.extract.statements.drafts import Draft, words_in
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Sentence, Token

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NAMES = ("PROPN", "NOUN", "DET", "ADJ", "PART", "NUM")
_RULES = ("idiom", "accused", "blamed", "held responsible")
_NAME, _PHRASE = 7, 14
_STOPS = (",", ";", ":", ".", "—", "–")
_JOINS = ("and", "while", "but", "whereas")
_SO = {"so": False, "neither": True, "nor": True, "as": False}
_DOING = ("do", "be", "have")
_NOTHING = ("no", "nothing", "nobody", "none", "never", "neither")


def leaning(analysis: Analysis, draft: Draft) -> Iterator[Draft]:
    """The draft, and one whose verb is left out behind it: "Osk holds Lesk responsible, Lesk a patrol"."""
    last = _last(analysis, draft) if draft.rule in _RULES and draft.content else None
    found = _behind(analysis, draft, last) if last is not None else None
    if found is None:
        yield draft
        return
    comma, name, accused, phrase = found
    end = analysis.tokens[comma.i - 1].end
    yield replace(draft, content=[(start, min(stop, end)) for start, stop in draft.content if start < end])
    place = (phrase[0].start, phrase[-1].end)
    who = accused or (Source((_head(phrase),), tuple(phrase)) if _names_last(draft) else Source())
    yield replace(draft, source=Source((_head(name),), tuple(name)), content=[place], accused=who, addressees=[])


def _names_last(draft: Draft) -> bool:
    """Whether who is accused stands behind what of."""
    tokens = draft.accused.tokens
    return bool(tokens) and tokens[0].start >= draft.content[-1][0]


def _last(analysis: Analysis, draft: Draft) -> Token | None:
    """The first word of the last thing that the verb of a draft needs."""
    if _names_last(draft):
        return draft.accused.tokens[0]
    inside = analysis.tokens_in(*draft.content[-1])
    return inside[0] if inside and inside[0].i > draft.cue[0].i else None


def _behind(
    analysis: Analysis, draft: Draft, first: Token
) -> tuple[Token, list[Token], Source | None, list[Token]] | None:
    """The comma, the second speaker, whom he accuses where that is told apart, and what he says."""
    before = analysis.tokens[first.i - 1]
    lead = before.lower if before.pos in ("ADP", "PART") else ""
    end = analysis.sentence_of(first).last
    for at in range(first.i + 1, min(first.i + 2 * _PHRASE, end)):
        one = analysis.tokens[at]
        if one.text not in (",", ";") or analysis.quote_at(one.start) is not None:
            continue
        behind = analysis.tokens[at + 1 : min(end, at + 2 * (_NAME + _PHRASE))]
        while behind and behind[0].lower in _JOINS:
            behind = behind[1:]
        behind = list(takewhile(lambda each: each.text not in (";", "."), behind))
        if not behind or len(behind) > _NAME + _PHRASE or any(each.tag in _FINITE for each in behind):
            continue
        parted = _parted(behind, lead, draft)
        if parted is not None:
            return one, *parted
    return None


def _parted(behind: Sequence[Token], lead: str, draft: Draft) -> tuple[list[Token], Source | None, list[Token]] | None:
    """A second speaker and what he says: "Lesk | to arson", "Lesk | a patrol", "Lesk | Osk | of arson"."""
    name = list(takewhile(lambda one: one.pos in _NAMES and one.lower != lead, behind))[: _NAME + 1]
    if not name or len(name) > _NAME:
        return None
    rest = list(behind[len(name) :])
    if lead and rest and rest[0].lower == lead and len(rest) > 1 and name[-1].pos in ("NOUN", "PROPN"):
        phrase = _phrase(rest[1:])
        both = len(name) == 2 and all(one.pos == "PROPN" for one in name) and draft.accused.tokens
        if both and not _names_last(draft):
            return name[:1], Source((name[1],), (name[1],)), phrase
        return name, None, phrase
    second = next(
        (k for k in range(1, len(name)) if name[k].pos in ("DET", "NUM") and name[k - 1].pos in ("NOUN", "PROPN")), 0
    )
    if second and not lead:
        return name[:second], None, _phrase(behind[second:])
    return None


def _phrase(tokens: Sequence[Token]) -> list[Token]:
    found = list(takewhile(lambda one: one.text not in _STOPS, tokens))
    return found or list(tokens[:1])


def _head(tokens: Sequence[Token]) -> Token:
    inside = {one.i for one in tokens}
    of = next((k for k, one in enumerate(tokens) if one.pos == "ADP"), len(tokens))
    nominal = [one for one in tokens[:of] if one.pos in ("NOUN", "PROPN", "NUM")]
    return nominal[-1] if nominal else next((one for one in tokens if one.head.i not in inside), tokens[0])


def echoed(analysis: Analysis, told: Sequence[Draft]) -> list[Draft]:
    """Who says the same in so many words: "Osk denied it. So did Lesk", "Neither would Lesk", "…, as did Lesk"."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in told:
        if draft.cue and draft.source.heads:
            by_sentence.setdefault(draft.cue[0].sentence, []).append(draft)
    found = []
    for sentence in analysis.body:
        if (alike := _alike(analysis, sentence, by_sentence.get(sentence.index - 1, []))) is not None:
            found.append(alike)
        for at, helping in _echoes(analysis, sentence):
            opens = at.i == sentence.first
            near = by_sentence.get(sentence.index - 1 if opens else sentence.index, [])
            same = _outermost(near) if opens else next((one for one in reversed(near) if one.place[0] < at.start), None)
            name = _subject(analysis, sentence, helping)
            if same is None or not name or not _is_same_kind(analysis, sentence, same, helping, opens=opens):
                continue
            act = "deny" if same.act == "say" and opens else same.act
            found.append(Draft(cue=[at, helping], act=act, source=Source((_head(name),), tuple(name)),
                               content=[(at.start, name[-1].end)], rule="idiom", accused=same.accused))  # fmt: skip
    return found


def _denies(analysis: Analysis, draft: Draft) -> bool:
    """Whether what was said is that something is not so: "protests that it sold nothing"."""
    clause = draft.verb.child("ccomp") if draft.verb is not None else None
    own = clause is not None and any(one.dep == "neg" for one in clause.children)
    return own or any(one.lower in _NOTHING for one in words_in(analysis, draft))


def _alike(analysis: Analysis, sentence: Sentence, near: Sequence[Draft]) -> Draft | None:
    """Who does as another told before: "Lesk does so as well", "Lesk did likewise", "Lesk does the same"."""
    verb = next((one for one in analysis.roots(sentence) if one.lemma == "do" and one.tag in _FINITE), None)
    if verb is None:  # parsers hang a short clause on the one behind its semicolon
        verb = next((one for one in analysis.words(sentence)[:_NAME] if one.lemma == "do" and one.tag in _FINITE), None)
    subject = verb.child("nsubj") if verb is not None else None
    behind = analysis.words(sentence)
    behind = [one for one in behind if verb is not None and one.i > verb.i][:2]
    lowers = [one.lower for one in behind]
    again = lowers[:1] in (["so"], ["likewise"]) or lowers == ["the", "same"]
    same = _outermost(near)
    if (
        verb is None
        or subject is None
        or subject.i > verb.i
        or subject.lower in ("who", "which", "that")
        or not again
        or same is None
    ):
        return None
    if same.act not in ("deny", "reject", "accuse", "demand") or subject.pos not in ("PROPN", "NOUN"):
        return None
    last = behind[1] if lowers[0] == "the" else behind[0]
    return Draft(cue=[verb, last], act=same.act, source=Source.of(subject), content=[(verb.start, last.end)],
                 rule="idiom", accused=same.accused)  # fmt: skip


def _echoes(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Each "so did", "nor would", "as did" of a sentence."""
    inside = analysis.words(sentence)
    for one, behind in zip(inside, inside[1:], strict=False):
        opens = one.i == sentence.first or analysis.tokens[one.i - 1].text in (",", ";") or one.head.lower == "and"
        if one.lower in _SO and (behind.lemma in _DOING or behind.tag == "MD") and behind.tag in _FINITE and opens:
            yield one, behind


def _subject(analysis: Analysis, sentence: Sentence, helping: Token) -> list[Token]:
    """Who stands behind "so did", up to the next mark; nobody where the clause goes on with a verb of its own."""
    rest = list(
        takewhile(
            lambda one: one.text not in _STOPS,
            analysis.tokens[helping.i + 1 : min(sentence.last, helping.i + 2 * _NAME)],
        )
    )
    plain = rest and len(rest) <= _NAME and not any(one.pos in ("VERB", "AUX", "ADP") for one in rest)
    return rest if plain and rest[-1].pos in ("PROPN", "NOUN", "PRON") and rest[0].pos != "ADJ" else []


def _outermost(near: Sequence[Draft]) -> Draft | None:
    """The last saying of a sentence that is told in no other."""
    outer = [one for one in near if not any(_holds(other, one) for other in near)]
    return outer[-1] if outer else None


def _holds(outer: Draft, inner: Draft) -> bool:
    start, end = inner.place
    return outer is not inner and any(a <= start and end <= b for a, b in outer.content)


def _is_same_kind(analysis: Analysis, sentence: Sentence, draft: Draft, helping: Token, *, opens: bool) -> bool:
    """Whether a helping verb takes up the verb of a draft, near enough: "said … so did", "would not … nor would"."""
    verb = draft.verb
    if (
        verb is None
        or draft.rule in ("noun", "according to", "colon")
        or (opens and draft.act == "say" and not _denies(analysis, draft))
    ):
        return False  # "She says that he is right. So does her aunt" may take up either
    above = analysis.sentence_of(verb)
    if opens and (above.paragraph != sentence.paragraph or verb.dep not in ("ROOT", "conj", "ccomp", "parataxis")):
        return False
    helps = [one.lemma for one in verb.all("aux", "auxpass")]
    return helping.lemma in helps or (helping.lemma == "do" and verb.tag in _FINITE) or "do" in helps
