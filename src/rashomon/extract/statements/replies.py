"""What a denial denies and a rejection rejects: the record of this report it goes back to."""

from rashomon.extract.statements.drafts import Draft
from rashomon.language.analysis import Analysis
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Statement

# Two statements are of the same thing where this many of their nouns, names and verbs are the same.
_SHARED = 2
# How many sentences back an allegation may stand that is only pointed at ("denied the charge").
_BACK = 3


class Replies:
    """The statements so far, and which one a later one answers."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._before: list[tuple[Draft, Statement]] = []

    def add(self, draft: Draft, statement: Statement) -> None:
        """Take in a statement that later ones may answer."""
        self._before.append((draft, statement))

    def target(self, draft: Draft, speakers: tuple[Link, ...]) -> str | None:
        """The id of what is denied or rejected, None where it is not certain."""
        if draft.act not in ("deny", "reject") or not draft.cue:
            return None
        if _points_back(draft):
            return self._nearest(draft)
        return self._same_topic(draft)

    def _nearest(self, draft: Draft) -> str | None:
        here = draft.cue[0].sentence
        near = [
            statement
            for other, statement in self._before
            if other.cue
            and here - _BACK <= other.cue[0].sentence <= here
            and other.cue[0].i < draft.cue[0].i
            and statement.act != "deny"
        ]
        accusing = [one for one in near if one.act == "accuse"]
        chosen = accusing or near
        return chosen[-1].id if chosen else None

    def _same_topic(self, draft: Draft) -> str | None:
        mine = self._words(draft)
        best: tuple[int, str] | None = None
        for other, statement in self._before:
            shared = len(mine & self._words(other))
            if statement.act in ("deny", "reject") or shared < max(_SHARED, len(mine) // 3):
                continue
            if best is None or shared >= best[0]:
                best = (shared, statement.id)
        return best[1] if best else None

    def _words(self, draft: Draft) -> set[str]:
        tokens = [one for a, b in draft.content for one in self._analysis.tokens_in(a, b)]
        return {one.lemma.lower() for one in tokens if one.pos in ("NOUN", "PROPN", "VERB")}


def _points_back(draft: Draft) -> bool:
    """Whether what is denied is only pointed at: "the charge", "it"."""
    verb = draft.cue[-1]
    thing = verb.child("dobj") or verb.head
    return thing.lower in words("speech", "anaphors") and all(one.child("acl") is None for one in (thing,))
