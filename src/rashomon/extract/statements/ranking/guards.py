"""What the rules find that the weights leave alone: their annotators did not look for it, or cut it otherwise."""

from collections.abc import Sequence

from rashomon.extract.statements.drafts import Draft
from rashomon.language.analysis import Analysis

# What these rules find is nothing that the annotators looked for.
_APART = {
    "count", "ultimatum", "made", "made known", "blamed", "held responsible", "colon", "in a word", "as", "said so",
    "denied", "accused", "traded", "pointed at",
}  # fmt: skip
# What is laid at somebody's door, or refused, is linked to what it answers: its words must be the deed alone.
_LINKED = {"accuse", "deny", "reject"}


def is_apart(draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether a draft of the rules stays as it is, whatever the weights make of it."""
    if draft.rule in _APART or draft.act in _LINKED:
        return True
    return _is_told(draft) and any(_tells(outer, draft) for outer in told)


def is_clear(analysis: Analysis, draft: Draft) -> bool:
    """Whether a tag with a speaker stands beside a quotation: only where it is most unlikely it is no statement."""
    if draft.rule not in ("tag", "quotation after") or not draft.source.heads:
        return False
    return any(analysis.quote_at(start) is not None for start, _ in draft.content)


def _is_told(draft: Draft) -> bool:
    """Whether somebody is told to have spoken, once: "had told them that …", not "as he says", "what she calls …"."""
    verb = draft.verb
    if verb is None or draft.act in ("judge", "demand") or draft.rule == "named":
        return False
    if draft.rule == "object" and draft.act != "propose":
        return False
    past = verb.tag == "VBD" or (verb.tag == "VBN" and verb.child("aux") is not None)
    return past and verb.child("nsubj") is not None


def _tells(outer: Draft, inner: Draft) -> bool:
    """Whether the inner saying is told in the words of the outer one."""
    if inner is outer or not inner.cue:
        return False
    start, end = inner.place
    return any(a <= start and end <= b for a, b in outer.content)
