"""Which human decisions hold: all that no later decision undid."""

from collections.abc import Iterable

from rashomon.model.finding import Judgement


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The decisions that hold, oldest first, undoings left out; an undoing can be undone itself."""
    ordered = sorted(set(judgements), key=lambda one: (one.when, one.id))
    undone: set[str] = set()
    for one in reversed(ordered):
        if one.action == "undo" and one.id not in undone:
            undone.update(one.subjects)
    return [one for one in ordered if one.action != "undo" and one.id not in undone]
