"""Who bears a title, and whose it is, by the words around its noun."""

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

_GROUPS = ("armed group", "organisation", "government", "alliance")
_OWNING = ("of", "for", "to")


def belongs(one: Token, noun: Token) -> bool:
    """Whether a word before a title's noun is part of the title ("*prime* minister", "*vice* president")."""
    return one.i < noun.i and one.dep in ("compound", "amod", "nmod") and noun.i - one.i <= 2


def bearer_of(found: Found, noun: Token) -> Token | None:
    """The person who bears a title: in apposition to it, or the name of which it is the first part."""
    near = [*noun.all("appos")]
    # parsers hang the name on what the title is of: "the president of [Peru, Alberto Lara]"
    near += [one for prep in noun.all("prep") for owner in prep.all("pobj") for one in owner.all("appos")]
    if noun.dep in ("appos", "compound"):
        near.append(noun.head)
    if noun.dep == "attr" and noun.head.lemma == "be":
        near += noun.head.all("nsubj")
    if noun.dep == "pobj" and noun.head.lower == "as" and noun.head.head.lower == "capacity":
        clause = next((one for one in noun.ancestors if one.pos == "VERB"), None)
        near += clause.all("nsubj") if clause is not None else []
    for one in near:
        mention = found.mention_of(one)
        if mention is not None and mention.type == "person" and one.pos == "PROPN":
            return one
    return _named_behind(found, noun)


def _named_behind(found: Found, noun: Token) -> Token | None:
    """Read "the leader of the Tamil wing, Mr X," by the order of words, where the parser hangs the name elsewhere."""
    of = next((one for one in noun.all("prep") if one.lower == "of" and one.i == noun.i + 1), None)
    if of is None or not any(one.lower == "the" for one in noun.children):
        return None
    rest = [one for one in [noun, *noun.ancestors][-1].subtree if one.i > of.subtree[-1].i]
    if len(rest) < 2 or rest[0].text != "," or rest[0].i != of.subtree[-1].i + 1:
        return None
    for one in rest[1:6]:
        mention = found.mention_of(one)
        if mention is not None:
            return one if mention.type == "person" and mention.form == "name" and one.pos == "PROPN" else None
        if one.pos not in ("PROPN", "ADJ") and one.text not in ("-", "(", ")"):
            return None
    return None


def by_whose(found: Found, noun: Token) -> Token | None:
    """Read "the Tigers, whose leader, X, …": the name that "whose" goes back to."""
    if not any(one.tag == "WP$" for one in noun.all("poss")):
        return None
    clause = next((one for one in noun.ancestors if one.dep == "relcl"), None)
    return clause.head if clause is not None and found.mention_of(clause.head) is not None else None


def owned(analysis: Analysis, found: Found, noun: Token, bearer: Token) -> Token | None:
    """Whom a title's phrase names as led: "of Peru", "Peru's", "Peruvian"."""
    for holder in (noun, bearer):
        for preposition in holder.all("prep"):
            to_whom = preposition.lower == "to" and noun.lower.startswith("spokes")  # "a spokesman to the paper"
            for one in preposition.all("pobj") if preposition.lower in _OWNING and not to_whom else []:
                mention = found.mention_of(one)
                generic = one.lower in words("relations", "generic") and not (mention and mention.form == "name")
                if mention is not None and mention.type != "person" and not generic:
                    return one
        for one in reversed(holder.children):  # of "Iraqi Kurdish leader" the nearer
            before = one.i < noun.i and one.dep in ("poss", "amod", "compound", "nmod")
            mention = found.mention_of(one) if before else None
            known = mention is not None and (mention.form != "pronoun" or bool(mention.antecedents))
            if known and mention is not None and mention.type not in ("person", None):
                return one
            if before and mention is None and one.dep == "poss" and one.pos == "PROPN":
                return one  # "the Guard's commander": a group of which nothing else is known
            if before and mention is None and one.dep == "poss" and one.lemma.lower() in words("relations", "rebels"):
                return one
    return None


def owned_body(found: Found, noun: Token, type: str) -> Token | None:
    """Whose a title is where no name says it: "director of the hospital", "her spokesman"."""
    for preposition in noun.all("prep"):
        for one in preposition.all("pobj") if preposition.lower in ("of", "for") else []:
            small = noun.lower in words("relations", "of_bodies") or type == "speaks for"
            small = small or one.lemma.lower() in words("relations", "forces")
            named = one.child("det", "poss") is not None or one.pos == "PROPN"
            if small and named and one.pos in ("NOUN", "PROPN") and one.lower not in words("relations", "generic"):
                return one
    for one in noun.all("poss") if type == "speaks for" else []:
        mention = found.mention_of(one)
        if mention is not None and mention.antecedents:
            return one
    return None


def told_before(analysis: Analysis, found: Found, noun: Token) -> Token | None:
    """Read "The observers left. *Their* commander, X, said": the group or body that the sentence before is about."""
    owner = noun.child("poss")
    mention = found.mention_of(owner) if owner is not None else None
    if owner is None or owner.lower not in ("its", "their") or (mention is not None and mention.antecedents):
        return None
    here = analysis.sentence_of(noun)
    before = [one for one in analysis.sentences[max(0, here.index - 2) : here.index] if one.paragraph == here.paragraph]
    before = before or analysis.sentences[max(0, here.index - 1) : here.index]
    if noun.dep == "appos" and (of := found.mention_of(noun.head)) is not None and of.type in _GROUPS:
        return noun.head  # "… for the Front, its secretary-general, X, said"
    places = [analysis.words(here)] if analysis.words(here)[0].i < owner.i - 3 else []
    places += [analysis.words(one) for one in reversed(before) if one.role == here.role]
    for place in places:
        for one in place:
            vague = any(kid.lower in ("either", "neither", "both", "no", "each") for kid in one.children)
            if vague or one.dep not in ("nsubj", "nsubjpass") or one.i > owner.i or one.pos not in ("NOUN", "PROPN"):
                continue
            of = found.mention_of(one)
            group = of is not None and of.type in _GROUPS
            group = group or one.lemma.lower() in words("relations", "forces")
            of_group = _of_group(found, one) if one.tag in ("NNS", "NNPS") and not group else None
            if of_group is not None:
                return of_group  # "The rebels of the Front gave another account. Their commander …"
            many = one.tag in ("NNS", "NNPS") or one.lemma.lower() == "group"
            if group and (many or owner.lower == "its" or of is not None):
                return one
        if owner.lower == "its" and noun.lower.startswith("spokes"):  # "… blamed the Front. Its spokesman …"
            charged = [
                one for one in place if one.dep == "dobj" and one.i < owner.i and found.mention_of(one) is not None
            ]
            for one in charged:
                of = found.mention_of(one)
                if of is not None and of.type in ("armed group", "government", "organisation"):
                    return one
    return None


def _of_group(found: Found, noun: Token) -> Token | None:
    """The group that people are of: "the fighters *of the Front*"."""
    for preposition in noun.all("prep"):
        for one in preposition.all("pobj") if preposition.lower == "of" else []:
            of = found.mention_of(one)
            if of is not None and of.type in ("armed group", "organisation"):
                return one
    return None
