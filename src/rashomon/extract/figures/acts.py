"""The verbs and nouns that tell who lost what a number counts: who loses, who kills, who keeps."""

from collections.abc import Iterator

from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.draft import Draft
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words


def verbs_of(name: str) -> frozenset[str]:
    """The verbs of a list; those of keeping go with those of sending."""
    return words("figures", name) | (words("figures", "keeping") if name == "sending" else frozenset())


def claimed_act(item: Counted) -> Token | None:
    """The verb by which somebody says to have killed, taken or destroyed what is counted."""
    if item.counts not in ("killed", "wounded", "captured", "equipment", "other") or item.rule in ("fired", "ordinal"):
        return None
    cue = item.cue
    if cue is not None and cue.pos == "VERB":
        if item.rule == "state" and cue.dep == "acl" and cue.head.head.lemma in words("figures", "listing"):
            return None  # "reported 172 *killed*" claims no deed
        losing = cue.lemma in words("figures", "losing") | words("figures", "sending") | words("figures", "keeping")
        held = item.counts == "captured" and cue.lemma not in ("capture", "take", "seize")
        return None if losing or held else cue
    verb = top_of(item.noun).head if item.noun is not None and top_of(item.noun).dep == "dobj" else None
    taking = verb is not None and verb.pos == "VERB" and verb.lemma in ("take", "capture", "seize", "hold")
    return verb if taking else None


def acts_on_others(verb: Token) -> bool:
    """Whether whom a verb befalls are not its subject's own ("Osk says Velm *holds* 36 of its men")."""
    lemma = verb.lemma
    losing = lemma in words("figures", "losing") | words("figures", "admitting")
    done = any(lemma in kinds for kinds in lexicon("figures")["verbs"].values()) or lemma in ("hold", "take")
    return done and not losing and lemma not in words("figures", "suffering")


def goes_with(verb: Token, other: Draft) -> bool:
    """Whether another figure tells what the same party did in the same breath."""
    cue = other.item.cue
    if cue is None or cue.pos != "VERB" or cue.lemma in words("figures", "losing") or cue is verb:
        return False
    joined = verb.dep == "conj" and (verb.head is cue or (cue.dep == "conj" and cue.head is verb.head))
    return joined and verb.child("nsubj") is None and verb.child("dobj") is not None and cue.child("dobj") is not None


def is_toll(noun: Token) -> bool:
    """Whether the noun is one of losses or of their number."""
    return noun.lemma.lower() in words("figures", "losses") | words("figures", "tolls")


def is_state(token: Token) -> bool:
    """Whether the word tells what became of people ("dead")."""
    return any(token.lower in states for states in lexicon("figures")["states"].values())


def loses(verb: Token, item: Counted) -> bool:
    """Whether the verb's subject tells of its own losses, or acts that are counted of its own."""
    if verb.lemma == "take" and item.counts in ("captured", "equipment"):
        return False  # who takes prisoners and guns takes others'
    acts = words("figures", "losing") | words("figures", "admitting")
    noun = item.noun.lemma.lower() if item.noun is not None else ""
    had = verb.lemma == "have" and verb.pos == "VERB" and noun in words("figures", "losses")
    return had or verb.lemma in acts or verb.lemma in lexicon("figures")["counted_acts"]


def verbs_above(nominal: Token, item: Counted) -> Iterator[Token]:
    """The verbs whose subject may be the loser, from the number outwards; not past what somebody else did."""
    cue = item.cue
    verb = cue if cue is not None and cue.pos == "VERB" else top_of(nominal).head
    if verb.dep == "prep":
        verb = verb.head
    if verb.tag == "VBN" and verb.dep == "acl":
        above = top_of(verb.head).head  # "acknowledged six soldiers killed"
        own = words("figures", "admitting") | words("figures", "losing")
        if (above.lemma in own or above.lemma == "leave") and top_of(verb.head).dep == "dobj":
            yield above
        return
    above = verb.head
    suffering = words("figures", "suffering") | words("figures", "losing")
    if verb.tag == "VBN" and verb.dep == "advcl" and above.lemma in suffering and above.i < nominal.i < verb.i:
        yield above  # "has *suffered* not fewer than 250 killed", as parsers have it
        return
    if verb.child("auxpass") is not None:
        # "admitted that two jets were lost": what one admits is one's own
        if verb.dep == "ccomp" and verb.head.lemma in words("figures", "admitting"):
            yield verb.head
        return
    yield verb


def top_of(nominal: Token) -> Token:
    """The first member of the list in which the nominal stands."""
    while nominal.dep in ("conj", "appos", "nummod") and nominal.head.pos in ("NOUN", "PROPN", "NUM", "ADJ"):
        nominal = nominal.head
    return nominal
