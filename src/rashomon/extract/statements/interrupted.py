"""Speech told by another's tag between its speaker and its verb: "The President, his aide said, had told X that …".

Parsers give the outer verb the wrong speaker there, or the inner one none: the order of
the words and the commas decide.
"""

from collections.abc import Sequence

from rashomon.extract.statements.drafts import Draft, Place, takes_of
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NAMING = ("PROPN", "NOUN", "PRON")
# The first name, and the tag behind it, have at most so many words.
_NAME, _TAG = 10, 14
# What may be said right behind a verb of speech and whom it is said to.
_WHOM = 8


def interrupted(analysis: Analysis, told: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of sentences whose subject a tag parts from its verb made anew."""
    kept = list(told)
    for sentence in analysis.body:
        inside = [one for one in analysis.words(sentence) if one.pos != "SPACE"]
        parts = _parts(analysis, inside)
        if parts is None:
            continue
        first, tag, rest = parts
        pair = _drafts(analysis, first, tag, rest)
        if pair is None:
            continue
        for made in pair:
            own = [one for one in kept if any(token is made.cue[-1] for token in one.cue)]
            if not any(_is_named(one, made) for one in own):
                kept = [one for one in kept if one not in own] + [made]
    kept.sort(key=lambda one: one.place)
    return kept


def _is_named(one: Draft, made: Draft) -> bool:
    """Whether a draft has the same speaker already."""
    inside = {token.i for token in made.source.tokens}
    return any(head.i in inside for head in one.source.heads)


def _parts(
    analysis: Analysis, inside: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Token], Sequence[Token]] | None:
    """What stands before the tag, the tag, and what stands behind it."""
    comma = next((k for k, one in enumerate(inside[: _NAME + 1]) if one.text == ","), 0)
    first = inside[:comma]
    if not first or any(one.pos in ("VERB", "AUX", "ADP") and one.lower != "of" for one in first):
        return None
    for k in range(comma + 2, min(len(inside) - 2, comma + _TAG + 2)):
        if inside[k].text == "," and inside[k + 1].tag in _FINITE and inside[k + 1].pos in ("VERB", "AUX"):
            tag = inside[comma + 1 : k]
            apart = any(analysis.quote_at(one.start) or one.tag in ("WP", "WDT") for one in (*first, *tag))
            return None if apart else (first, tag, inside[k + 1 :])
    return None


def _drafts(
    analysis: Analysis, first: Sequence[Token], tag: Sequence[Token], rest: Sequence[Token]
) -> tuple[Draft, Draft] | None:
    """Who is told to have spoken, and by whom."""
    verbs = [one for one in tag if one.tag in ("VBD", "VBZ", "VBP")]
    subject = next((one for one in reversed(first) if one.pos in _NAMING), None)
    if len(verbs) != 1 or subject is None or "clause" not in (takes_of(verbs[0]) or {}):
        return None
    verb = verbs[0]
    if verb is tag[0] and (verb.lemma not in words("speech", "inverting") or tag[1].pos == "ADP"):
        return None  # "The residents, asked about the raid, told …"
    name = [one for one in tag if one.i < verb.i] or [one for one in tag if one.i > verb.i]
    head = _head(name)
    inner = _inner(analysis, first, subject, rest)
    if head is None or inner is None:
        return None
    end = _last(rest)
    around: list[Place] = [(first[0].start, first[-1].end), (rest[0].start, end)]
    outer = Draft(cue=[verb], act="say", source=Source((head,), tuple(name)), content=around, rule="tag")
    return outer, inner


def _inner(analysis: Analysis, first: Sequence[Token], subject: Token, rest: Sequence[Token]) -> Draft | None:
    """What the first one is told to have said: "… had told X that …", "… had answered “no”"."""
    verb = next((one for one in rest[:4] if one.pos == "VERB"), None)
    takes = takes_of(verb) if verb is not None else None
    if verb is None or not takes or not {"clause", "person"} & takes.keys():
        return None
    behind = [one for one in rest if one.i > verb.i]
    at = next((k for k, one in enumerate(behind[:_WHOM]) if one.lower == "that"), None)
    quote = next((one for one in analysis.quotes if behind and behind[0].start <= one.start < behind[-1].end), None)
    start = behind[at + 1].start if at is not None and at + 1 < len(behind) else quote.start if quote else None
    if start is None:
        return None
    cue = [one for one in rest if one.i <= verb.i and one.pos in ("AUX", "VERB")]
    act = takes.get("clause") or takes["person"]
    return Draft(cue=cue, act=act, source=Source((subject,), tuple(first)), content=[(start, _last(rest))],
                 rule="quotation after")  # fmt: skip


def _head(name: Sequence[Token]) -> Token | None:
    """The word that names who speaks: the last one before a comma or preposition."""
    kept: list[Token] = []
    for one in name:
        if one.text == "," or (one.pos == "ADP" and kept):
            break
        kept.append(one)
    return next((one for one in reversed(kept) if one.pos in _NAMING), None)


def _last(tokens: Sequence[Token]) -> int:
    kept = list(tokens)
    while len(kept) > 1 and kept[-1].pos == "PUNCT":
        kept.pop()
    return kept[-1].end
