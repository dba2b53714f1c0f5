"""Stances told by nouns: "the party's demand for autonomy", "Georgia's condition for talks is …"."""

from rashomon.extract.clauses import is_negated, subject, without
from rashomon.extract.found import Found
from rashomon.extract.parties import POSSESSIVES, Parties, key
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Stance

# What is handed on stands at most so many words behind the verb.
_FAR = 24
# Nouns behind which "of" names the owner ("the opposition *of Serbia* to any force").
_OF_THEIRS = frozenset({"opposition", "refusal", "consent", "objection"})


def of_noun(found: Found, parties: Parties, noun: Token) -> tuple[Stance | None, list[Token], tuple[Link, ...]]:
    """The stance that a noun tells of its owner, the words of its issue, and the owner; (None, [], ()) for others."""
    if noun.pos != "NOUN":
        return None, [], ()
    if (stance := _equated(noun)) is not None:
        told = noun.child("appos") or noun.head.child("attr", "ccomp", "xcomp")
        owner = _owner(found, parties, noun) or _behind(found, noun)
        return (stance, told.subtree, owner) if told is not None else (None, [], ())
    if _is_gone(found, noun):
        return None, [], ()  # held no longer, or not by its owner's word
    clause = _that(noun) if noun.lemma in lexicon("positions")["claused"] else None
    if clause is not None:
        issue = without(clause, *clause.all("mark", "punct"))
        return lexicon("positions")["claused"][noun.lemma], issue, _owner(found, parties, noun)
    for stance, nouns in lexicon("positions")["minds"].items():
        if noun.lemma not in nouns:
            continue
        task = next((one for one in noun.all("acl") if one.tag == "VB" and one.child("aux") is not None), None)
        if task is not None and task.lemma not in words("positions", "untold") - {"talk", "discuss"}:
            owner = _owner(found, parties, noun) or (_behind(found, noun) if noun.lemma in _OF_THEIRS else ())
            return stance, task.subtree, owner or _giver(found, parties, noun)
    if noun.lemma == "objection" and any(one.lower == "no" for one in noun.all("det")):
        issue = [token for prep in noun.all("prep") for one in prep.all("pobj", "pcomp") for token in one.subtree]
        return ("accepts", issue, _giver(found, parties, noun)) if issue else (None, [], ())
    if (had := _had(found, parties, noun)) is not None:
        return had
    for stance, nouns in lexicon("positions")["nouns"].items():
        wanted = nouns.get(noun.lemma)
        if wanted is None:
            continue
        telling = noun.dep == "dobj" and noun.head.lemma in words("positions", "voicing")
        given = noun.head.all("dative", "prep") if telling else []
        for preposition in [*noun.all("prep", "acl"), *given]:
            issue = [token for one in preposition.all("pobj", "pcomp") for token in one.subtree]
            head = preposition.child("pobj", "pcomp")
            if (
                preposition.lower == wanted
                and head is not None
                and head.lemma not in words("positions", "small_objects")
            ):
                of_whom = _behind(found, noun) if noun.lemma in _OF_THEIRS else ()
                owner = _handed_on(found, noun) or _own_voice(found, parties, noun) or _owner(found, parties, noun)
                return stance, issue, owner or _giver(found, parties, noun) or of_whom
    return None, [], ()


def _had(found: Found, parties: Parties, noun: Token) -> tuple[Stance | None, list[Token], tuple[Link, ...]] | None:
    """Read "the programme has Chile's assent": what has it is the issue."""
    doer = noun.head.child("nsubj") if noun.dep == "dobj" and noun.head.lemma in ("have", "enjoy", "win") else None
    if doer is None or noun.lemma not in lexicon("positions")["nouns"]["accepts"] or noun.child("poss") is None:
        return None
    if found.mention_of(doer) is not None or is_negated(noun.head) or doer.pos == "PRON":
        return None
    return "accepts", doer.subtree, _owner(found, parties, noun)


def _handed_on(found: Found, noun: Token) -> tuple[Link, ...]:
    """Whose "his assent" is that somebody "had obtained from X" or "to whom X had conveyed", by the order of words.

    Asides ("likewise by telephone") make parsers hang it on the verb of another clause.
    """
    owner = noun.child("poss")
    if owner is None or owner.lower not in POSSESSIVES:
        return ()
    top = [noun, *noun.ancestors][-1]
    before = [one for one in top.subtree if owner.i - _FAR <= one.i < owner.i]
    verbs = words("positions", "voicing") | words("positions", "obtaining")
    at = next(
        (k for k in reversed(range(len(before))) if before[k].tag in ("VBD", "VBN") and before[k].lemma in verbs), None
    )
    if at is None or before[at].lemma == "have":
        return ()
    if before[at].lemma in words("positions", "obtaining"):
        start = next((k for k in range(at, len(before)) if before[k].lower == "from"), None)
        giver = next((one for one in before[start:] if one.dep == "pobj"), None) if start is not None else None
        return found.links(giver)[:1] if giver is not None else ()
    doers = [one for one in before[:at] if one.dep == "nsubj" and one.tag not in ("WP", "WDT")]
    whom = any(one.lower == "whom" for one in before[:at])
    named = doers[-1] if doers else None
    return found.links(named)[:1] if whom and named is not None and found.mention_of(named) is not None else ()


def _own_voice(found: Found, parties: Parties, noun: Token) -> tuple[Link, ...]:
    """Who voices a stance of their own side or person: "*Holt* expressed Osk's consent", "X conveyed *his* assent".

    Who "obtained from X his assent" has X's.
    """
    verb = noun.head
    owner = noun.child("poss")
    if owner is None:
        return ()
    obtained = next((one for one in noun.ancestors if one.pos == "VERB"), None)
    if obtained is not None and obtained.lemma in words("positions", "voicing") and obtained.i < noun.i:
        verb = obtained
    if obtained is not None and obtained.lemma in words("positions", "obtaining") and owner.lower in POSSESSIVES:
        behind = (one for one in obtained.subtree if obtained.i < one.i < noun.i and one.lower == "from")
        givers = [one for prep in behind for one in prep.all("pobj")]
        return next((found.links(one) for one in givers if found.mention_of(one) is not None), ())
    if verb.pos != "VERB":
        return ()
    doer = subject(verb)
    mention = found.mention_of(doer) if doer is not None else None
    if doer is None or mention is None or mention.type != "person" or verb.lemma not in words("positions", "voicing"):
        return ()
    whose = found.link(owner)
    same = key(found, found.link(doer)) is not None and key(found, found.link(doer)) == key(found, whose)
    return found.links(doer) if same or owner.lower in ("his", "her") else ()


def _is_gone(found: Found, noun: Token) -> bool:
    """Whether a stance is given up, or spoken of by others only; who "rejects a *Moroccan* proposal" leaves it made."""
    if noun.dep != "dobj":
        return False
    given_up = noun.head.lemma == "give" and noun.head.child("prt") is not None
    refused = noun.head.lemma in ("reject", "spurn", "refuse", "dismiss")
    named = any(found.mention_of(one) is not None and one.tag != "PRP$" for one in noun.all("amod", "poss", "compound"))
    gone = noun.head.lemma in ("drop", "abandon", "withdraw", "end", "lift", "deny", "await", "seek")
    return given_up or gone or (refused and not named)


def _equated(noun: Token) -> Stance | None:
    """The stance of a noun that says what its owner's condition or aim is."""
    is_to_be = noun.dep == "nsubj" and noun.head.lemma == "be"
    if noun.lemma in ("condition", "precondition") and (is_to_be or noun.child("appos") is not None):
        return "demands"
    task = noun.head.child("xcomp", "ccomp") if is_to_be else None
    infinitive = task is not None and any(one.lower == "to" for one in task.all("aux"))
    thing = noun.head.child("attr") if is_to_be else None  # "the rebels' chief demand is *the release* of their leader"
    told = infinitive or (thing is not None and thing.pos == "NOUN" and not is_negated(noun.head))
    if noun.lemma == "demand" and told:
        return "demands"
    return "aims at" if noun.lemma in words("positions", "aims") and told else None


def _behind(found: Found, noun: Token) -> tuple[Link, ...]:
    """Whose it is by "of": "the goal *of the Eritreans*"."""
    owners = [one for prep in noun.all("prep") if prep.lower == "of" for one in prep.all("pobj")]
    return next((found.links(one) for one in owners if found.mention_of(one) is not None), ())


def _that(noun: Token) -> Token | None:
    """The clause behind "that" which tells what a noun of stance is about."""
    for one in noun.all("acl", "ccomp", "relcl"):
        if one.i > noun.i and any(kid.dep == "mark" and kid.lower == "that" for kid in one.children):
            return one
    return None


def _giver(found: Found, parties: Parties, noun: Token) -> tuple[Link, ...]:
    """Who gives a consent that nobody is named as the owner of ("India gave consent to …")."""
    giving = noun.dep == "dobj" and noun.head.lemma in ("give", "grant", "repeat", "voice", "have", "raise", "see")
    doer = subject(noun.head) if giving else None
    if doer is None or is_negated(noun.head):
        return ()
    return found.links(doer) if found.mention_of(doer) is not None else parties.party(doer)


def _owner(found: Found, parties: Parties, noun: Token) -> tuple[Link, ...]:
    for one in noun.children:
        if one.dep not in ("poss", "amod", "compound") or one.i > noun.i:
            continue
        mention = found.mention_of(one)
        unknown = mention is None or (mention.form == "pronoun" and not mention.antecedents)
        if unknown and one.lower in POSSESSIVES and noun.dep == "dobj":
            return _giver(found, parties, noun)
        if mention is not None and mention.reading != "outlet" and (mention.form != "pronoun" or mention.antecedents):
            return (found.link(one),)
        if one.dep == "poss" and one.pos == "NOUN" and (links := parties.party(one)):
            return links
    return ()
