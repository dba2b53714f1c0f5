"""Owners told by the place of a word: the party of a label, whoever broke a truce, those in whose ranks one fell."""

from rashomon.extract.figures.acts import is_state
from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.nouns import is_person
from rashomon.extract.figures.numbers import Number
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties, is_party
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link

# Words before the colon of a label ("Russian Federation: 18 dead").
_LABEL = 5
# What ends the part of a sentence before a label.
_ENDS = (".", ";", ",", ")")


def by_label(analysis: Analysis, found: Found, parties: Parties, number: Number) -> tuple[Link, ...]:
    """Read "Osk: 18 soldiers dead and 14 missing": the party whose name a colon ends, alone in its part."""
    before = analysis.tokens[analysis.sentence_of(number.head).first : number.words[0].i]
    if len(before) > 1 and before[-2].text in (":", ";") and before[-1].pos == "PROPN":  # "Casualties: *Osk* 4 dead"
        named = found.mention_of(before[-1])
        party = named is not None and is_party(named)
        return (parties.whose(parties.named(before[-1])),) if party else (Link(span=analysis.span(before[-1:])),)
    at = next((i for i in reversed(range(len(before))) if before[i].text in (":", ";", ".")), -1)
    if at < 1 or before[at].text != ":" or any(one.tag == "VBD" for one in before[at + 1 :]):
        return ()
    label = before[max(0, at - _LABEL) : at]
    start = next((i for i in reversed(range(len(label))) if label[i].text in _ENDS), -1)
    label = [one for one in label[start + 1 :] if one.pos not in ("DET", "SPACE")]
    mention = found.mention_of(label[-1]) if label else None
    if mention is None or not is_party(mention) or mention.evidence[0].start > label[0].start:
        return ()
    return (parties.whose(parties.named(label[-1])),)


def by_culprit(analysis: Analysis, parties: Parties, number: Number, item: Counted) -> tuple[Link, ...]:
    """Whose acts are counted: "31 violations by *Osk* and two by *Velm*"."""
    last = item.noun or number.words[-1]
    behind = analysis.tokens[last.i + 1 : last.i + 2] if item.rule in ("noun", "continued", "bare") else []
    culprit = behind[0].child("pobj") if behind and behind[0].lower == "by" else None
    return parties.party(culprit) if culprit is not None else ()


def of_ranks(found: Found, noun: Token) -> tuple[Link, ...]:
    """Read "in the ranks of *the Guard*"."""
    for preposition in noun.all("prep"):
        for one in preposition.all("pobj") if noun.lemma == "rank" and preposition.lower == "of" else ():
            mention = found.mention_of(one)
            if mention is not None and is_party(mention):
                return (found.link(one),)
    return ()


def by_quarter(analysis: Analysis, noun: Token) -> tuple[Link, ...]:
    """The half of a country that a quarter of the sky stands for ("900 *southern* soldiers", "*northern* dead")."""
    if not (_is_lot(noun) or noun.lemma.lower() in words("figures", "troops")):
        return ()
    near = [one for one in noun.all("amod", "compound", "nmod") if one.lower in words("figures", "quarters")]
    return tuple(Link(span=analysis.span((one,))) for one in near[:1])


def in_arms(found: Found, noun: Token) -> tuple[Link, ...]:
    """Those in arms that a report calls by what they are: "*the rebels* lost 40 men", "*the south* admitted 40"."""
    if noun.lower in words("figures", "quarters") and noun.pos in ("NOUN", "PROPN"):
        return (found.link(noun),) if noun.child("det") is not None else ()
    named = noun.tag == "NNS" and noun.lemma.lower() in words("figures", "groups_in_arms")
    # "the *separatist formations* broke it", "the *rebel units* lost 40 men"
    named = named or (noun.tag == "NNS" and any(one.lower in words("figures", "rebels") for one in noun.children))
    # "the *militia* lost 26 men", "the *opposition* admits to 14 dead"
    named = named or (noun.tag == "NN" and noun.lemma.lower() in words("figures", "bodies_in_arms"))
    unknown = noun.pos == "PROPN" and found.mention_of(noun) is None
    return (found.link(noun),) if unknown or (named and noun.child("det") is not None) else ()


def of_whom(analysis: Analysis, found: Found, noun: Token) -> tuple[Link, ...]:
    """Whom a count is of by a name that nobody knows ("Norland's estimate of *Sudrian* dead"): not of who counts."""
    if noun.lemma.lower() not in words("figures", "reckonings") | {"number", "figure", "toll"}:
        return ()
    for one in (each for prep in noun.all("prep") if prep.lower == "of" for each in prep.all("pobj")):
        near = analysis.tokens[one.i - 1 : one.i + 1]
        named = next((each for each in near if each.text[:1].isupper() and each.text[1:].islower()), None)
        if named is not None and _is_lot(analysis.tokens[named.i + 1]) and found.mention_of(named) is None:
            return (Link(span=analysis.span((named,))),)
    return ()


def _is_lot(token: Token) -> bool:
    """Whether a word names people or those who were lost ("dead", "soldiers")."""
    return is_state(token) or is_person(token) or token.lemma.lower() in words("figures", "losses")
