"""Stances told by nouns: "the party's demand for autonomy", "Georgia's condition for talks is …"."""

from rashomon.extract.found import Found
from rashomon.extract.parties import Parties
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Stance


def of_noun(found: Found, parties: Parties, noun: Token) -> tuple[Stance | None, list[Token], tuple[Link, ...]]:
    """The stance that a noun tells of its owner, the words of its issue, and the owner; (None, [], ()) for others."""
    if noun.pos != "NOUN":
        return None, [], ()
    if noun.lemma in ("condition", "precondition") and noun.dep == "nsubj" and noun.head.lemma == "be":
        attr = noun.head.child("attr", "ccomp", "xcomp")
        return ("demands", attr.subtree, _owner(found, parties, noun)) if attr is not None else (None, [], ())
    if noun.dep == "dobj" and noun.head.lemma in ("drop", "abandon", "withdraw", "end", "lift", "give", "reject"):
        return None, [], ()  # held no longer, or not by its owner's word
    for stance, nouns in lexicon("positions")["nouns"].items():
        wanted = nouns.get(noun.lemma)
        for preposition in noun.all("prep", "acl") if wanted is not None else []:
            issue = [token for one in preposition.all("pobj", "pcomp") for token in one.subtree]
            head = preposition.child("pobj", "pcomp")
            if (
                preposition.lower == wanted
                and head is not None
                and head.lemma not in words("positions", "small_objects")
            ):
                return stance, issue, _owner(found, parties, noun)
    return None, [], ()


def _owner(found: Found, parties: Parties, noun: Token) -> tuple[Link, ...]:
    for one in noun.children:
        if one.dep not in ("poss", "amod", "compound") or one.i > noun.i:
            continue
        mention = found.mention_of(one)
        if mention is not None and mention.reading != "outlet" and (mention.form != "pronoun" or mention.antecedents):
            return (found.link(one),)
        if one.dep == "poss" and one.pos == "NOUN" and (links := parties.party(one)):
            return links
    return ()
