"""Who holds a position, and whether anybody does."""

from rashomon.extract import certainty
from rashomon.extract.clauses import is_negated, subject
from rashomon.extract.found import Found
from rashomon.extract.issuer import answerable, answers_for_party, is_issuer, issued_at
from rashomon.extract.leaders import speaks_as_leader
from rashomon.extract.offices import is_onlooker
from rashomon.extract.parties import Parties, is_political, key, root
from rashomon.extract.pledges.carried import carried
from rashomon.extract.pledges.promise import speaker_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Link, Mention, Pledge

# A position may be held, told or reported; hypothetical and alleged ones are nobody's yet.
_HELD = frozenset({"asserted", "attributed", "judged", "planned"})
_WILLED = frozenset({"will", "would", "could", "can", "'ll", "’ll", "wo", "ca"})
_MODALS = frozenset({"would", "could", "may", "might", "should", "must"})


def holder_of(analysis: Analysis, found: Found, parties: Parties, verb: Token) -> tuple[Link, ...]:
    """Who holds the position: the subject (behind "by" in the passive), where it names somebody or some group."""
    doers = [
        one for one in (subject(verb) or (subject(verb.head) if verb.dep == "auxpass" else None),) if one is not None
    ]
    if verb.child("auxpass") is not None or (verb.tag == "VBN" and verb.dep == "conj" and verb.child("agent")):
        doers = _agents(verb)
    links = [link for doer in doers for link in _held_by(analysis, found, parties, verb, doer)]
    return answerable(analysis, found, dict.fromkeys(links), verb)


def by_speaker(analysis: Analysis, found: Found, verb: Token, holder: tuple[Link, ...]) -> tuple[Link, ...]:
    """The person who says how their own side stands ("*Holt* said Osk accepted the draft"), else the holder told."""
    voices = certainty.voices(analysis, found, verb)
    if len(holder) != 1 or len(voices) < 2 or voices[0] == holder[0]:
        return holder
    speaker = root(found, voices[0])
    own = key(found, voices[0])
    if speaker is None or speaker.type != "person" or not is_political(found, voices[0]):
        return holder
    named = root(found, holder[0])
    if _is_bare(found, holder[0]):
        return voices[:1]  # "It will accept observers": whoever "it" is, the minister speaks for it
    if own is None:
        return holder
    party = named is not None and named.type in ("state", "government", "armed group", "organisation")
    return (*voices[:1], *holder) if party and own == key(found, holder[0]) else holder


def _is_bare(found: Found, link: Link) -> bool:
    """Whether a link is an "it" or "we" of which nobody knows whom it stands for."""
    mention = found.record(link.mention) if link.mention else None
    said = link.span.text.lower() if link.span is not None else ""
    return said in ("it", "we") and not (isinstance(mention, Mention) and mention.antecedents)


def _agents(verb: Token) -> list[Token]:
    """Those behind "by", also in "by X, who …, and by Y"."""
    agents = verb.all("agent")
    agents += [one for agent in agents for one in (*agent.all("conj"), *agent.head.all("conj")) if one.lower == "by"]
    return [one for agent in agents for one in agent.all("pobj")]


def _held_by(analysis: Analysis, found: Found, parties: Parties, verb: Token, doer: Token) -> tuple[Link, ...]:
    own = issued_at(analysis, found, verb)
    if own is not None and is_issuer(analysis, found, found.link(doer), own):
        return (own,)
    if doer.tag in ("WDT", "WP"):
        doer = verb.head
    speaker = speaker_of(analysis, found, verb) if doer.lower in ("we", "i") else None
    if speaker is not None and speaker.mention and answers_for_party(analysis, found, speaker):
        return (speaker,)
    mention = found.mention_of(doer)
    both = any(one.lower in ("both", "each", "either", "neither") for one in (doer, *doer.children))
    if mention is not None and both and mention.form != "name" and doer.pos != "PROPN":
        return found.links(doer) if len(mention.antecedents) > 1 else parties.belligerents(doer) or (found.link(doer),)
    if mention is not None and (before := carried(analysis, found, doer)) is not None:
        return parties.party(before) or found.links(before)[:1]
    if mention is not None and mention.reading != "outlet":
        return tuple(link for one in _members(found, doer) for link in found.links(one)[:1])
    if mention is None and doer.pos == "PROPN" and (around := _around(found, doer)) is not None:
        return (Link(span=around.evidence[0], mention=around.id),)
    if doer.lower in ("both", "each", "neither"):
        return parties.belligerents(doer)
    if doer.pos != "NOUN" or doer.lemma.lower() in lexicon("figures")["people"]["military"]:
        return ()  # "its officers are ready to leave": men, not a policy
    return parties.party(doer) or (parties.belligerents(doer) if both else ())


def _around(found: Found, word: Token) -> Mention | None:
    """The mention in which a word stands that the parser takes for its head ("by *Brig.* Omar Diallo")."""
    near = found.within(Mention, word.start - 30, word.end + 3)  # the mention may begin behind the rank
    return next((one for one in near if word.start < one.evidence[0].end), None)


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


def is_meant(analysis: Analysis, found: Found, verb: Token) -> bool:
    """Whether an idiom is meant so: "will not hear of it" and "could live with it" tell how somebody stands now."""
    asked = any(one.dep == "mark" and one.lower in ("if", "unless", "whether") for one in verb.children)
    willed = any(one.dep == "aux" and one.lower in _WILLED for one in verb.children)
    threatened = willed and any(
        one.form in ("if", "unless") and any(a.start <= verb.start < a.end for a in one.response)
        for one in _pledges(analysis, found, verb)
    )
    return not asked and not (threatened and not is_negated(verb)) and (willed or is_held(analysis, found, verb))


def _pledges(analysis: Analysis, found: Found, verb: Token) -> list[Pledge]:
    sentence = analysis.sentence_of(verb)
    return found.within(Pledge, sentence.start, sentence.end)


def speaker_for(found: Found, analysis: Analysis, verb: Token, doer: Token, parties: Parties) -> tuple[Link, ...]:
    """Who wills what `doer` is said to do: the speaker where they speak for it, `doer` where nobody is quoted."""
    own = issued_at(analysis, found, verb)
    if own is not None:
        return (own,) if is_issuer(analysis, found, found.link(doer), own) else ()
    voices = certainty.voices(analysis, found, verb)
    theirs = [link for link in (found.link(doer), *parties.party(doer)) if link.mention]
    before = carried(analysis, found, doer)
    if before is not None and (len(voices) == 1 or not any(key(found, link) for link in theirs)):
        leads = len(voices) > 1 and (is_political(found, voices[0]) or speaks_as_leader(analysis, found, voices[0]))
        return (voices[0],) if leads else parties.party(before) or found.links(before)[:1]
    if len(voices) == 1:
        return tuple(theirs[:1]) if doer.pos != "PRON" or any(key(found, link) for link in theirs) else ()
    speaker = voices[0]
    if doer.lower in ("we", "i"):
        return (speaker,)
    theirs_is = key(found, speaker)
    same = (
        theirs_is in {key(found, link) for link in theirs}
        if theirs_is
        else _is_of_some_state(found, speaker, theirs) and not is_onlooker(found, speaker)
    )
    if doer.lower == "it" and not any(key(found, link) for link in theirs) and is_political(found, speaker):
        return (speaker,)  # the sentence is the minister's, and who wills is no thing
    clause = verb.head.child("nsubj") if verb.dep == "ccomp" else None
    told = clause is not None and speaker.span is not None and speaker.span.start <= clause.start < speaker.span.end
    return (speaker,) if same or (told and doer.lower in ("it", "he", "she", "they")) else ()


def _is_of_some_state(found: Found, speaker: Link, doers: list[Link]) -> bool:
    """Whether an official whose party is not told speaks of one ("Mali will sign, Foreign Minister X said")."""
    told = found.record(speaker.mention) if speaker.mention else None
    sides = ("state", "armed group", "organisation")
    states = [one for link in doers if isinstance(one := root(found, link), Mention) and one.type in sides]
    return isinstance(told, Mention) and bool(told.roles) and bool(states)
