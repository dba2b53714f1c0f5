"""Sides told by a verb: who pays, sends, keeps or flies what is counted, and whom it cost it."""

from rashomon.extract.figures.acts import top_of, verbs_of
from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.nouns import is_equipment, is_model, is_person
from rashomon.extract.figures.numbers import Number
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link

# Endings by which a name before a noun is told from a make of arms ("nine *Ormish* guns", not "nine Patton tanks").
_DEMONYMS = ("ian", "ean", "ese", "ish", "ite", "ovar", "i")
_ACTS_DONE = frozenset({"sortie", "mission", "airstrike", "strike", "raid", "shell", "incident"})


def by_doer(parties: Parties, number: Number, item: Counted, acts: str) -> tuple[Link, ...]:
    """Who pays the money, sends the men or flies the sorties: the subject of the verb whose object they are."""
    top = top_of(item.noun or number.head)
    if top.dep == "pobj" and top.head.lower == "of":
        top = top.head.head  # "hundreds of fighters"
    verb = top.head if top.dep == "dobj" else None
    if verb is None or verb.lemma not in verbs_of(acts) or any(one.lower == "down" for one in verb.all("prt")):
        return ()  # "brought down 21 aircraft" brings none
    subject = verb.child("nsubj")
    if subject is not None and subject.tag in ("WDT", "WP") and verb.dep == "relcl":
        subject = verb.head  # "the mission, which has 1,200 soldiers there"
    if subject is None and verb.dep == "pcomp":  # "accused X of flying hundreds of men"
        subject = verb.head.head.child("dobj", "nsubjpass")
    if subject is None and verb.dep in ("conj", "xcomp"):  # "is believed to have committed 60,000 men"
        subject = parties.subject(verb)
    return parties.party(subject) if subject is not None else ()


def by_act(parties: Parties, number: Number, item: Counted) -> tuple[Link, ...]:
    """Whose acts are counted, by the verb of doing them ("*NATO aircraft* flew 603 sorties")."""
    if item.counts == "other" and item.unit in words("figures", "breaches"):
        return by_doer(parties, number, item, "committing")  # "*the Guard* committed 23 violations"
    done = item.counts == "other" and item.unit in _ACTS_DONE
    return by_doer(parties, number, item, "flying") if done else ()


def by_cost(parties: Parties, number: Number, item: Counted) -> tuple[Link, ...]:
    """Whom something cost what is counted ("the quarrel cost *Velm* 19 dead")."""
    near = [one for one in (item.cue, item.noun, number.head) if one is not None]
    verb = next((one for word in near for one in word.ancestors if one.lemma == "cost"), None)
    if verb is None or verb.i > number.words[0].i:
        return ()
    whom = [one for one in (*verb.all("dative", "dobj"), *near) if verb.i < one.i < number.words[0].i]
    named = [kid for one in near for kid in one.all("nmod", "compound") if verb.i < kid.i < number.words[0].i]
    return next((links for one in (*whom, *named) if (links := parties.party(one))), ())


def by_adjective(analysis: Analysis, found: Found, noun: Token | None) -> tuple[Link, ...]:
    """The people that a name without a mention stands for ("270,000 *Rohingya* have fled", "nine *Ormish* guns")."""
    if noun is None:
        return ()
    if noun.pos == "PROPN" and not (is_equipment(noun) or is_model(noun) or found.mention_of(noun)):
        return (Link(span=analysis.span((noun,))),)
    if not (is_person(noun) or is_equipment(noun)):
        return ()
    for one in noun.all("amod", "compound", "nmod"):
        capital = one.i < noun.i and one.text[:1].isupper() and one.text[1:].islower() and found.mention_of(one) is None
        if capital and (one.lower.endswith(_DEMONYMS) or (one.tag == "JJ" and one.lower.endswith("an"))):
            return (Link(span=analysis.span((one,))),)
    return ()


def is_relief(noun: Token | None) -> bool:
    """Whether machines carry relief or goods, and are no arms ("two cargo aircraft", "60 lorries of grain")."""
    if noun is None:
        return False
    beside = {one.lower for one in noun.children if one.i < noun.i}
    carried = {kid.lower for prep in noun.all("prep") if prep.lower in ("of", "with") for kid in prep.all("pobj")}
    return bool(beside & words("figures", "carriers")) or bool(carried & words("figures", "relief"))
