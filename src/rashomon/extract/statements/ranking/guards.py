"""What the rules find that the weights leave alone: their annotators looked for less, or cut it otherwise."""

from collections.abc import Sequence

from rashomon.extract.statements.drafts import Draft

# What these rules find is nothing that the annotators looked for: the weights have no say in it.
_APART = {
    "count", "ultimatum", "made", "made known", "blamed", "held responsible", "colon", "in a word", "as", "said so",
    "denied", "accused", "traded", "pointed at",
}  # fmt: skip
# What is laid at somebody's door, or refused, is linked to what it answers: its words must be the deed alone.
_LINKED = {"accuse", "deny", "reject"}


def is_apart(draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether a draft of the rules stays as it is, whatever the weights make of it."""
    return draft.rule in _APART or draft.act in _LINKED or any(_tells(outer, draft) for outer in told)


def _tells(outer: Draft, inner: Draft) -> bool:
    """Whether the inner saying is told in the words of the outer one."""
    if inner is outer or not inner.cue:
        return False
    start, end = inner.place
    return any(a <= start and end <= b for a, b in outer.content)
