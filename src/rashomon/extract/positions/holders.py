"""Who holds a position, and whether anybody does."""

from rashomon.extract import certainty
from rashomon.extract.clauses import is_negated, subject
from rashomon.extract.found import Found
from rashomon.extract.issuer import answerable, is_issuer, issued_at
from rashomon.extract.parties import Parties, is_political, key
from rashomon.extract.pledges.promise import speaker_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Link

# A position may be held, told or reported; hypothetical and alleged ones are nobody's yet.
_HELD = frozenset({"asserted", "attributed", "judged", "planned"})
_MODALS = frozenset({"would", "could", "may", "might", "should", "must"})


def holder_of(analysis: Analysis, found: Found, parties: Parties, verb: Token) -> tuple[Link, ...]:
    """Who holds the position: the subject (behind "by" in the passive), where it names somebody or some group."""
    doer = subject(verb)
    if verb.child("auxpass") is not None or (verb.tag == "VBN" and verb.dep == "conj" and verb.child("agent")):
        agent = verb.child("agent")
        doer = agent.child("pobj") if agent is not None else None
    return () if doer is None else answerable(analysis, found, _held_by(analysis, found, parties, verb, doer), verb)


def _held_by(analysis: Analysis, found: Found, parties: Parties, verb: Token, doer: Token) -> tuple[Link, ...]:
    own = issued_at(analysis, found, verb)
    if own is not None and is_issuer(analysis, found, found.link(doer), own):
        return (own,)
    if doer.tag in ("WDT", "WP"):
        doer = verb.head
    speaker = speaker_of(analysis, found, verb) if doer.lower in ("we", "i") else None
    if speaker is not None and speaker.mention and is_political(found, speaker):
        return (speaker,)
    mention = found.mention_of(doer)
    if mention is not None and mention.reading != "outlet":
        return tuple(link for one in _members(found, doer) for link in found.links(one)[:1])
    if doer.pos != "NOUN" or doer.lemma.lower() in lexicon("figures")["people"]["military"]:
        return ()  # "its officers are ready to leave": men, not a policy
    both = any(one.lower in ("both", "each") for one in doer.children)
    return parties.party(doer) or (parties.belligerents(doer) if both else ())


def _members(found: Found, doer: Token) -> list[Token]:
    return [doer, *[one for one in doer.all("conj") if found.mention_of(one) is not None]]


def is_held(analysis: Analysis, found: Found, verb: Token) -> bool:
    """Whether somebody holds it: no condition, question, modal or denial stands above the verb."""
    if any(one.dep == "aux" and one.lower in _MODALS for one in verb.children):
        return False
    if any(one.dep == "mark" and one.lower in ("if", "unless", "whether") for one in verb.children):
        return False
    status = certainty.status(analysis, found, verb)
    if status == "negated" and verb.dep == "conj":
        return True  # "does not accept X and supports Y": the first verb's "not" is not the second's
    return status in _HELD or is_negated(verb)


def speaker_for(found: Found, analysis: Analysis, verb: Token, doer: Token, parties: Parties) -> tuple[Link, ...]:
    """Who wills what `doer` is said to do: the speaker where they speak for it, `doer` where nobody is quoted."""
    own = issued_at(analysis, found, verb)
    if own is not None:
        return (own,) if is_issuer(analysis, found, found.link(doer), own) else ()
    voices = certainty.voices(analysis, found, verb)
    theirs = [link for link in (found.link(doer), *parties.party(doer)) if link.mention]
    if len(voices) == 1:
        return tuple(theirs[:1]) if doer.pos != "PRON" or any(key(found, link) for link in theirs) else ()
    speaker = voices[0]
    if doer.lower in ("we", "i"):
        return (speaker,)
    theirs_is = key(found, speaker)
    same = theirs_is is not None and theirs_is in {key(found, link) for link in theirs}
    clause = verb.head.child("nsubj") if verb.dep == "ccomp" else None
    told = clause is not None and speaker.span is not None and speaker.span.start <= clause.start < speaker.span.end
    return (speaker,) if same or (told and doer.lower in ("it", "he", "she", "they")) else ()
