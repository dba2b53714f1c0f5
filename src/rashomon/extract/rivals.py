"""The two sides behind "each side blamed the other"."""

from collections.abc import Iterable

from rashomon.extract.drafts import Draft
from rashomon.extract.found import Found, coordinated
from rashomon.language.analysis import Analysis
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention

_STATES = ("state", "armed group")


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
