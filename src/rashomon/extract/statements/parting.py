"""Sayings that are several or none: denials in a row, and what somebody's own people "had counted".

"Nobody was held, she said; nor was the mill shelled; nor had any boat been sunk" denies three things, each
linked to another claim. "He said that his officers had counted 40 shells" is what he says alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.paper_owners import is_paper
from rashomon.extract.statements.drafts import Draft, Place
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_DENYING = ("no", "not", "nor", "nobody", "none", "neither", "never", "nothing")
_OWN = ("his", "her", "its", "their", "my", "our")
_COUNTING = ("report", "find", "map", "locate", "tally", "note")


def parted(analysis: Analysis, told: Sequence[Draft]) -> list[Draft]:
    """The drafts; a tag's denials that semicolons part are each one of its own."""
    found: list[Draft] = []
    for draft in told:
        if draft.rule == "tag" and (number := _apart(analysis, draft)) is not None:
            found += [number] if number.content else []
            continue
        parts = _parts(analysis, draft) if draft.rule == "tag" else []
        found += [replace(draft, content=list(part), act="deny") for part in parts] if parts else [draft]
    return found


def _apart(analysis: Analysis, draft: Draft) -> Draft | None:
    """What a clause of its own tells that was read as the tag of the one before its semicolon; None for a real tag.

    "None was published; the envoy reckons on 105": without words where it gives no number.
    """
    end = draft.content[-1][1]
    behind = analysis.tokens_in(end, draft.place[0])
    if len(draft.content) > 1 or draft.place[0] < end or not behind or behind[0].text != ";":
        return None
    verb = draft.verb
    leads = [one for one in verb.all("prep") if one.lower in ("on", "at", "to")] if verb is not None else []
    given = [one.child("pobj") for one in leads]
    number = next((one for one in given if one is not None and any(each.tag == "CD" for each in one.subtree)), None)
    place = [(number.subtree[0].start, number.subtree[-1].end)] if number is not None else []
    return replace(draft, content=place, rule="count")


def _parts(analysis: Analysis, draft: Draft) -> list[list[Place]]:
    """The places of what was said, parted where a clause begins that denies something more; none where none does."""
    if draft.act not in ("say", "deny") or any(analysis.quote_at(start) is not None for start, _ in draft.content):
        return []
    sentence = analysis.sentence_of(draft.cue[0])
    tag = {one.i for one in (*draft.cue, *draft.source.tokens)}
    said = [one for one in analysis.words(sentence) if one.i not in tag and one.pos != "SPACE"]
    reach = draft.content[0][0]
    said = [one for one in said if one.start >= reach]
    pieces: list[list[Token]] = [[]]
    for one in said:
        if one.text == ";":
            pieces.append([])
        else:
            pieces[-1].append(one)
    kept = [_bare(piece) for piece in pieces]
    kept = [piece for piece in kept if piece]
    denying = [_denies(piece) for piece in kept]
    finite = all(any(one.tag in _FINITE for one in piece) for piece in kept)
    if len(kept) < 2 or not finite or not all(denying[1:]):
        return []
    return [[(piece[0].start, piece[-1].end)] for piece in kept]


def _bare(piece: Sequence[Token]) -> list[Token]:
    kept = list(piece)
    while kept and kept[-1].pos == "PUNCT":
        kept.pop()
    while kept and (kept[0].pos == "PUNCT" or kept[0].lower == "and"):
        kept.pop(0)
    return kept


def _denies(piece: Sequence[Token]) -> bool:
    return piece[0].lower in _DENYING


def without_own_numbers(analysis: Analysis, told: Sequence[Draft]) -> list[Draft]:
    """The drafts without what only says again who speaks.

    Counts by a speaker's own people that are told in his words ("that his men had counted 40"), and the party's
    own paper behind what it is told to have said ("…, the army counted, according to its Bulletin No. 4").
    """
    kept = [one for one in told if not (_is_of_own(one) and any(_is_in(one, other) for other in told))]
    return [
        one
        for one in kept
        if not (_is_own_paper(one) and any(_is_in(other, one) and other.source.heads for other in kept))
    ]


def _is_own_paper(draft: Draft) -> bool:
    head = draft.source.heads[0] if len(draft.source.heads) == 1 else None
    own = head is not None and any(one.lower in _OWN for one in head.all("poss"))
    return own and draft.rule == "according to" and head is not None and is_paper(head)


def _is_of_own(draft: Draft) -> bool:
    head = draft.source.heads[0] if len(draft.source.heads) == 1 else None
    own = head is not None and head.pos == "NOUN" and any(one.lower in _OWN for one in head.all("poss"))
    verb = draft.verb
    return own and verb is not None and verb.lemma in (*words("speech", "counting"), *_COUNTING)


def _is_in(draft: Draft, other: Draft) -> bool:
    start, end = draft.place
    return other is not draft and any(a <= start and end <= b for a, b in other.content)
