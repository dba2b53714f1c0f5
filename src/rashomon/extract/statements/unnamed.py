"""Who speaks where the words beside the tag do not name them: "the note said", "each side blamed the other"."""

from collections.abc import Iterable

from rashomon.extract.found import Found, coordinated
from rashomon.extract.statements.drafts import Draft
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention

# How many paragraphs back the author of a paper may stand.
_BACK = 2
_STATES = ("state", "armed group")


def author(analysis: Analysis, found: Found, draft: Draft, told: list[Draft]) -> str | None:
    """The mention of the office whose paper speaks in `draft`; None where none is near, or the paper names its author.

    `told` are the drafts of the report in text order.
    """
    if len(draft.source.heads) != 1 or not _is_bare_paper(draft.source.heads[0]):
        return None
    here = _paragraph(analysis, draft)
    for other in reversed([one for one in told if one.place < draft.place]):
        if here - _paragraph(analysis, other) > _BACK:
            return None
        for head in other.source.heads[:1]:
            mention = found.mention_of(head)
            if mention is not None and _is_office(head, mention.type):
                return mention.id
    return None


def _is_bare_paper(head: Token) -> bool:
    """Whether a paper was spoken of before: "the statement", "the note"."""
    if head.lemma.lower() not in words("speech", "papers"):
        return False
    return any(one.lower in ("the", "same", "this") for one in head.children) and head.child("poss", "prep") is None


def _is_office(head: Token, type: str | None) -> bool:
    return head.lemma.lower() in words("speech", "offices") or type in ("organisation", "government", "state")


def _paragraph(analysis: Analysis, draft: Draft) -> int:
    sentence = analysis.sentence_at(draft.place[0])
    return sentence.paragraph if sentence is not None else 0


def rivals(analysis: Analysis, found: Found, draft: Draft) -> tuple[Mention, Mention] | None:
    """The mentions of the two sides, None unless just two can be meant.

    Two states named in the same sentence; else the only two that the report sets against
    each other ("between A and B").
    """
    if not _is_unnamed(draft) or not draft.cue:
        return None
    sentence = analysis.sentence_of(draft.cue[0])
    same = _distinct(found.within(Mention, sentence.start, sentence.end))
    if len(same) == 2:
        return same[0], same[1]
    pairs = {tuple(sorted(map(_key, pair))): pair for pair in _opposed(analysis, found)}
    return next(iter(pairs.values())) if len(pairs) == 1 else None


def _is_unnamed(draft: Draft) -> bool:
    heads = draft.source.heads
    return len(heads) == 1 and (
        heads[0].lemma.lower() in words("speech", "sides") or heads[0].lower in ("each", "both")
    )


def _distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """One mention for each state or armed side that is named."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        if mention.type in _STATES and mention.form in ("name", "demonym") and mention.name:
            found.setdefault(_key(mention), mention)
    return list(found.values())


def _key(mention: Mention) -> str:
    return mention.country or mention.name or mention.id


def _opposed(analysis: Analysis, found: Found) -> Iterable[tuple[Mention, Mention]]:
    for token in analysis.tokens:
        if token.lower == "between":
            inner = token.child("pobj")
            ends = [found.mention_of(one) for one in coordinated(inner)] if inner is not None else []
            named = _distinct(one for one in ends if one is not None)
            if len(ends) == 2 and len(named) == 2:
                yield named[0], named[1]
