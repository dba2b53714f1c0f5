"""The numbers of killed, wounded, displaced, of arms and money: how many, whose, as of when, by whose count."""

from collections.abc import Iterator

from rashomon.extract.figures.claims import whose
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.drafts import Drafts
from rashomon.extract.figures.losses import loss_of
from rashomon.extract.figures.trained import categories
from rashomon.extract.figures.trained.features import is_armed
from rashomon.extract.found import Found
from rashomon.extract.parties import is_enemy, key, named_by, root
from rashomon.language.analysis import Analysis
from rashomon.language.lexicon import words
from rashomon.model.annotation import Figure, Link, LossOf, Mention

# Before the place in which something befell somebody.
_WHERE = frozenset({"in", "at", "near", "around", "outside", "inside", "between", "on", "over"})


def figures(analysis: Analysis, found: Found) -> Iterator[Figure]:
    """The figures of a report's running text, in text order.

    A number is one only where the words tell what it counts; distances, durations,
    dates and page numbers are none.
    """
    drafts = Drafts(analysis, found).all()
    parties = {one for draft in drafts for one in (key(found, link) for link in draft.side) if one}
    losses = [_loss(found, draft, parties) if draft.side else whose(analysis, draft) for draft in drafts]
    for draft, loss in zip(drafts, losses, strict=True):
        own = loss == "own" and is_armed(draft.counter)  # an army that counts its own dead
        if draft.category == "unspecified" and (own or _is_enemys(analysis, draft)):
            draft.category = "military"
    for draft, loss, category in zip(drafts, losses, categories(analysis, found, drafts), strict=True):
        if _is_of_captor(draft) or (draft.category == "military" and _is_scene(analysis, found, draft)):
            draft.side = ()
            loss = whose(analysis, draft)
        yield Figure(
            document=analysis.document.id, evidence=(draft.evidence,), rule=f"figure: {draft.item.rule}",
            counts=draft.item.counts, unit=draft.item.unit, low=draft.number.low, high=draft.number.high,
            bound=draft.number.bound, side=_in_words(analysis, found, draft), category=category, as_of=draft.when,
            according_to=draft.counter, loss_of=loss, background=draft.background, cue=draft.cue,
        )  # fmt: skip


def _is_of_captor(draft: Draft) -> bool:
    """Whether the side is of those in whose hands people are ("nine villagers *in the hands of the front*")."""
    cue, span = draft.item.cue, draft.side[0].span if len(draft.side) == 1 else None
    if cue is None or cue.lower != "hands" or span is None or draft.item.counts != "captured":
        return False
    return any(span.start <= one.start < span.end for one in cue.subtree if one.i > cue.i)


def _is_scene(analysis: Analysis, found: Found, draft: Draft) -> bool:
    """Whether the side is only where it was ("*in Lenk*"): those in arms who fall in a town are not of it."""
    span = draft.side[0].span if len(draft.side) == 1 and draft.number.bound != "undisclosed" else None
    mention = found.record(draft.side[0].mention) if span is not None and draft.side[0].mention else None
    if span is None or not isinstance(mention, Mention) or mention.reading != "place" or mention.type == "state":
        return False
    inside = analysis.tokens_in(span.start, span.end)
    above = next((one.head for one in inside if one.head not in inside), None)
    return above is not None and above.lower in _WHERE


def _in_words(analysis: Analysis, found: Found, draft: Draft) -> tuple[Link, ...]:
    """The side by the words that its pronoun goes back to: the counter's own ("*the army* said 64 of its men")."""
    sides = tuple(named_by(analysis, found, link) for link in draft.side)
    counter = draft.counter[0]
    if len(sides) == 1 and sides != draft.side and counter.span is not None and counter.mention:
        same = key(found, counter) is not None and key(found, counter) == key(found, sides[0])
        body = root(found, counter)
        if same and body is not None and body.type != "person":
            return (Link(span=counter.span, mention=sides[0].mention),)
    return sides


def _is_enemys(analysis: Analysis, draft: Draft) -> bool:
    """Whether the dead, wounded or captured are told to be the enemy's: those who fight, whatever else they are."""
    spans = [link.span for link in draft.side if link.span is not None]
    camps = words("figures", "camps") | words("figures", "rebels")
    inside = [one for span in spans for one in analysis.tokens_in(span.start, span.end)]
    told = any(is_enemy(one) or one.lower in camps for one in inside)
    return told and draft.item.counts in ("killed", "wounded", "captured", "missing")


def _loss(found: Found, draft: Draft, parties: set[str]) -> LossOf:
    """Whose loss it is, seen from whoever counts."""
    loss: LossOf = "unspecified"
    if draft.item.counts not in ("troops", "money") and not _is_only_there(draft):
        loss = loss_of(found, draft.side, draft.counter, parties)
    if draft.number.bound == "undisclosed" and loss == "unspecified" and draft.side:
        loss = "own"  # what is kept to oneself is one's own
    return loss


def _is_only_there(draft: Draft) -> bool:
    """Whether arms are counted that nobody lost: stationed, sent, sold, or simply there."""
    cue = draft.item.cue
    if draft.item.counts != "equipment":
        return False
    lemma = cue.lemma.lower() if cue is not None else ""
    return lemma not in words("figures", "destroying") or lemma in words("figures", "moving")
