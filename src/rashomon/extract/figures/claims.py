"""Whether one counts one's own or the enemy's, where no word names the side: by the deed and by the words for the lost.

Who is meant is told by the whole case (`rashomon.analyse.bearers`): a report may name neither party beside the number.
"""

from rashomon.extract.figures.acts import claimed_act
from rashomon.extract.figures.draft import Draft
from rashomon.extract.parties import is_enemy
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import LossOf

_OF_WAR = frozenset({"killed", "wounded", "captured", "missing", "equipment", "other"})
_OWN = frozenset({"own", "our", "its", "his", "their"})
# What one gives out who gives all one's own losses at once, and the verbs between it and a number.
_BALANCES = frozenset({"balance", "account", "reckoning", "cost", "sacrifice"})
_COMING = frozenset({"be", "come", "amount", "stand", "run"})
# What one does not do to one's own arms.
_STRIKES = frozenset(
    {"destroy", "down", "shoot", "sink", "knock", "capture", "seize", "burn", "bring", "disable", "wreck"}
)


def whose(analysis: Analysis, draft: Draft) -> LossOf:
    """Whether the losses without a side are those of whoever counts, or of whom they fight."""
    item = draft.item
    if draft.side or len(draft.counter) < 2 or draft.background or draft.category == "civilian":
        return "unspecified"
    if item.counts not in _OF_WAR or draft.number.high == 0:
        return "unspecified"
    noun = item.noun.lemma.lower() if item.noun is not None else ""
    if item.counts == "other" and (noun in words("figures", "breaches") or item.unit in words("figures", "breaches")):
        return "enemy"  # nobody counts one's own
    if noun in words("figures", "mourned") or _is_fallen(item.cue) or _is_of_balance(analysis, draft):
        return "own"
    if item.counts == "equipment":
        return _of_arms(draft)
    if item.counts == "captured":
        return "enemy" if noun in ("prisoner", "captive") or _is_taken(item.cue) else "unspecified"
    return _of_toll(analysis, draft)


def _is_fallen(cue: Token | None) -> bool:
    return cue is not None and cue.lower == "fallen" and cue.dep not in ("ROOT", "ccomp")


def _is_of_balance(analysis: Analysis, draft: Draft) -> bool:
    """Whether a count is of the balance that somebody gives, whose own it is where nobody else is named for it.

    "*The balance*, offered for the first time, *is of* 38 dead and 74 wounded", "*the toll* comes to 31 dead".
    """
    told = analysis.words(draft.sentence)
    start = draft.number.words[0].i
    subjects = [one for one in told if one.i < start and one.dep in ("nsubj", "nsubjpass")]
    noun = subjects[-1] if subjects else None
    if noun is None or noun.lemma.lower() not in _BALANCES or noun.head.lemma not in _COMING or noun.head.i > start:
        return False
    phrase = [one for one in noun.subtree if one.i < noun.head.i]
    own = any(one.lower in ("the", "our", "its", "this") for one in noun.children)
    named = any(one.pos == "PROPN" or one.tag in ("NNP", "NNPS") for one in phrase)
    # "the cost *to* the rebels", "the cost *of* the blast", "the balance of the day"
    of_another = any(one.pos == "ADP" and one.head is noun for one in phrase)
    counters = {one.lower() for link in draft.counter[:1] if link.span for one in link.span.text.split()}
    local = counters & (words("figures", "locals") - {"defence", "defense", "department", "office"})
    after = [one.lemma.lower() for one in told if one.i > start]
    mishap = any(one in words("events", "nature") | {"crash", "accident"} or one == "side" for one in after)
    return (
        own
        and not named
        and not of_another
        and not local
        and not mishap
        and not any(is_enemy(one) for one in told if one.i < start)
    )


def _is_admitted(verb: Token) -> bool:
    """Whether somebody owns to what a verb tells ("conceded that a jet was shot down")."""
    return any(one.lemma in words("figures", "admitting") for one in verb.ancestors)


def _of_arms(draft: Draft) -> LossOf:
    """What was lost, or did not come back, is one's own; what was shot down or burnt is the enemy's."""
    verb = draft.item.cue
    if draft.item.noun is not None and draft.item.noun.dep == "nsubjpass":
        verb = draft.item.noun.head  # "three boats that put out to help *were sunk*"
    if verb is None or verb.pos not in ("VERB", "ADJ"):
        return "unspecified"
    if verb.lemma == "lose" or verb.lower == "missing":
        return "own" if verb.child("dobj") is None else "unspecified"
    if verb.lemma not in _STRIKES:
        return "unspecified"
    return "own" if _is_admitted(verb) else "enemy"


def _is_taken(verb: Token | None) -> bool:
    return verb is not None and verb.lemma in ("capture", "seize") and not _is_admitted(verb)


def _of_toll(analysis: Analysis, draft: Draft) -> LossOf:
    """What one claims to have done is done to others; "its own losses" and what an army lists are its own."""
    item = draft.item
    sentence = analysis.words(draft.sentence)
    before = [one for one in sentence if one.i < draft.number.words[0].i]
    cut = next((at for at in reversed(range(len(before))) if before[at].text == ";"), -1)
    before = before[cut + 1 :]  # "has not told its losses; the minister said the rebels had lost 40"
    tolls = [one for one in before if one.pos == "NOUN" and one.lemma.lower() in words("figures", "losses")]
    if tolls:
        inside = list(tolls[-1].subtree)
        if any(is_enemy(one) for one in inside):
            return "enemy"
        own = any(one.lower in _OWN and one.dep in ("poss", "amod") for one in tolls[-1].children)
        return "own" if own and item.noun is None else "unspecified"
    act = claimed_act(item)
    active = act is not None and act.child("auxpass") is None and act.child("dobj") is not None
    if active and act is not None and act.dep in ("xcomp", "conj"):
        return "enemy"  # "claims to have killed more than 90"
    verb = next((one for one in draft.number.head.ancestors if one.pos == "VERB"), None)
    bare = item.noun is None and item.rule == "state" and verb is not None and verb.tag != "VBN"
    return "own" if bare and verb is not None and verb.lemma in words("figures", "listing") else "unspecified"
