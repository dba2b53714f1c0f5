"""For whom somebody speaks: beside the person who promises or demands, the party that is bound by it.

"Osk will sign, said Foreign Minister Ada Holt" commits her, by name and office, and Osk.
"""

from rashomon.extract.affiliations import affiliation
from rashomon.extract.clauses import subject
from rashomon.extract.found import Found, phrase
from rashomon.extract.issuer import FIRST_PERSON
from rashomon.extract.leaders import speaks_as_leader
from rashomon.extract.offices import goes_between, is_in_private_office, is_official, is_onlooker
from rashomon.extract.parties import Parties, is_enemy, is_political, key, party_of, root
from rashomon.extract.rows import told_by
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link

_SIDES = ("state", "government", "armed group", "organisation")
_POINTING = frozenset({"that", "this", "either", "any", "every", "no"})
_OWN = frozenset({"his", "her", "our", "my", "their"})


def with_party(
    analysis: Analysis,
    found: Found,
    links: tuple[Link, ...],
    verb: Token,
    *,
    asked: bool = False,
    pledged: bool = False,
) -> tuple[Link, ...]:
    """Who takes on what a verb tells, and for which party; one alone where only one is known.

    Where it is `asked` of others, the one told to act need not be the speaker's own. Where it is `pledged`,
    whose word it is has been looked into, and whoever acts is bound by it.
    """
    if len(links) != 1:
        return links
    mention = root(found, links[0])
    if mention is not None and mention.type == "person":
        party = _party(analysis, found, links[0], verb, asked=asked, pledged=pledged)
    elif mention is not None and mention.type in _SIDES:
        party = _person(analysis, found, links[0], verb)
    else:
        party = None
    return links if party is None else (*links, party)


def _party(analysis: Analysis, found: Found, person: Link, verb: Token, *, asked: bool, pledged: bool) -> Link | None:
    """The party of somebody: the one that acts, where it is theirs or theirs is unknown, else that of their office."""
    doer = _doer(verb)
    if doer is not None and doer.lower in ("i", "he", "she") and _is_personal(verb):
        return None  # "I will resign if …": nobody resigns for a country
    acting = _acting(analysis, found, person, verb, doer, asked=asked, pledged=pledged) if doer is not None else None
    if acting is not None:
        return acting
    own = party_of(found, person)
    if own is None and key(found, person) is None:
        own = affiliation(analysis, found, person)
    elif (
        own is None
        or own.type not in _SIDES
        or not (own.type == "armed group" or is_official(analysis, found, person, own))
    ):
        return None  # a rebel is of the country that he rises against
    if own is None:
        return None
    if own.type == "organisation" and doer is not None and doer.lower == "i":
        return None  # "I want my wife back": the bureau chief's wish
    ours = doer is not None and (doer.lower in FIRST_PERSON or any(one.lower in _OWN for one in doer.children))
    return Link(span=phrase(analysis, doer) if doer is not None and ours else own.evidence[0], mention=own.id)


def _doer(verb: Token) -> Token | None:
    """The subject of a verb, also of what one is ready to do ("*Osk* is ready to sign")."""
    above = verb.head if verb.dep == "xcomp" else None
    return subject(verb) or (subject(above.head) if above is not None and above.dep == "acomp" else None)


def _is_personal(verb: Token) -> bool:
    """Whether a verb tells what somebody does as one person: resigns, leaves (but not the talks)."""
    if verb.lemma not in words("pledges", "personal"):
        return False
    return not any(one.lemma.lower() in words("positions", "quit") for one in verb.subtree)


def _acting(
    analysis: Analysis, found: Found, person: Link, verb: Token, doer: Token, *, asked: bool, pledged: bool
) -> Link | None:
    """The party that a verb tells to act, where the person speaks for it."""
    named = Parties(analysis, found).party(doer)
    mention = root(found, named[0]) if len(named) == 1 else None
    pointed = any(one.lower in _POINTING for one in doer.all("det"))  # "that country will answer for it"
    if mention is None or mention.type not in _SIDES or is_enemy(doer) or pointed:
        return None
    theirs, his = key(found, person), party_of(found, person)
    if theirs is None and (his := affiliation(analysis, found, person)) is not None:
        theirs = key(found, Link(mention=his.id))
    if theirs is not None and his is not None:  # else of a body of which nobody knows whose it is
        return named[0] if theirs == key(found, named[0]) else None
    # Whose minister it is goes without saying in a paper of their own.
    passive = verb.child("auxpass") is not None or doer.dep == "nsubjpass"
    suffered = passive or verb.lemma in words("pledges", "unwilled") or verb.lemma in lexicon("pledges")["dooming"]
    sworn = pledged and not is_onlooker(found, person) and not is_in_private_office(analysis, found, person)
    leads = sworn or is_official(analysis, found, person) or speaks_as_leader(analysis, found, person)
    return named[0] if not asked and not suffered and leads and not goes_between(analysis, found, person) else None


def _person(analysis: Analysis, found: Found, party: Link, verb: Token) -> Link | None:
    """Who says so for their own party: one of it, or a minister of whom nobody needs telling whose he is."""
    voice = told_by(analysis, found, verb)
    speaker = root(found, voice) if voice is not None else None
    if voice is None or speaker is None or speaker.type != "person":
        return None
    theirs = key(found, voice)
    if theirs is None and (his := affiliation(analysis, found, voice)) is not None:
        return voice if key(found, Link(mention=his.id)) == key(found, party) else None
    if theirs is not None and (theirs == key(found, party) or party_of(found, voice) is not None):
        return voice if theirs == key(found, party) and is_political(found, voice) else None
    return voice if _speaks_for(analysis, found, voice, verb) else None


def _speaks_for(analysis: Analysis, found: Found, person: Link, verb: Token) -> bool:
    """Whether one of unknown party speaks for the party whose will he tells, rather than tells of a rival's."""
    told = any(one.lower in ("had", "'d") for one in verb.all("aux"))  # "Osk, he said, had refused"
    return (
        not told
        and not goes_between(analysis, found, person)
        and (is_official(analysis, found, person) or speaks_as_leader(analysis, found, person))
    )
