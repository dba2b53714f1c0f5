"""Who brought a truce about: the deeds told in passing by "X-brokered", "at the proposal of X".

A truce's own verb tells what became of it; the third side stands in a modifier or in a
phrase beside it. Each makes a deed of its own, so that brokers stay apart from parties.
"""

from collections.abc import Iterator, Sequence

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.frames import nouns_after
from rashomon.extract.events.kinds import is_a, is_definite, nouns_of
from rashomon.extract.events.patterns import Pattern, things
from rashomon.extract.events.roles import Links, actors, modifying, without
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link

_BROKERED = Pattern(type="CONSULT", mode="third-party", name="truce brokered", word="broker")
_PACT_BROKERED = Pattern(type="CONSULT", mode="third-party", name="pact brokered", word="broker")
_PROPOSED = Pattern(type="REQUEST", mode="yield", name="truce proposed", word="propose")
_MADE = frozenset({"truce declared", "truce agreed", "truce signed", "truce kept"})
# Prepositions before good offices ("under French mediation", "at the proposal of the king").
_THROUGH = ("at", "under", "through", "with", "by", "after", "via", "on", "following")


def mediation(analysis: Analysis, found: Found, tokens: Sequence[Token], told: Sequence[Deed]) -> Iterator[Deed]:
    """The deeds of third sides beside the truces that a sentence tells of."""
    for token in tokens:
        if token.dep == "amod" and token.lower.endswith(_ENDINGS) and is_a(token.head, things("truce")):
            brokers = _hyphened(analysis, found, token)
            if brokers:
                yield Deed(token, [token], _BROKERED, initiators=brokers)
        if token.tag in ("VBN", "VBD") and token.dep in ("acl", "advcl", "relcl") and _arranges(token):
            yield from _arranged(found, token, told)
            yield from _obtained(found, token, told)
    for deed in told:
        if deed.pattern.name in _MADE:
            yield from _offices(found, deed)
            yield from _mediators(found, deed)
        elif deed.pattern.type == "SUPPORT" and deed.head.lemma in words("events", "signing"):
            yield from _offices(found, deed, _PACT_BROKERED)


def _obtained(found: Found, verb: Token, told: Sequence[Deed]) -> Iterator[Deed]:
    """The third side in "the pause which X obtained from both"; a truce one negotiates may be one's own."""
    subjects = [one for one in verb.all("nsubj") if one.tag not in ("WDT", "WP")]
    truce = verb.dep == "relcl" and any(is_a(one, things("truce")) for one in (verb.head, *_counting(verb.head)))
    if truce and subjects and verb.lemma in words("events", "obtaining") and not nouns_after(verb, "with"):
        known = {one.i for deed in told if deed.pattern.name == _BROKERED.name for one in (deed.head, *deed.cue)}
        brokers = _brokers(found, subjects)
        if brokers and verb.i not in known:
            yield Deed(verb, [verb], _BROKERED, initiators=brokers)


def _counting(noun: Token) -> list[Token]:
    """What a length is of, where a clause hangs on the length ("the truce of three days *which* X obtained")."""
    return [noun.head.head] if noun.dep == "pobj" and noun.head.lower == "of" else []


def _brokers(found: Found, nouns: Sequence[Token]) -> Links:
    """Those meant by nouns; third sides that have no name are kept by their words ("four island states")."""
    known = actors(found, nouns, states=True)
    if known:
        return known
    return tuple(found.link(one) for one in nouns if one.lemma.lower() in words("events", "conciliators"))


def _arranged(found: Found, verb: Token, told: Sequence[Deed]) -> Iterator[Deed]:
    """The third side in "a truce arranged by X"; what two negotiated is theirs, and needs none."""
    known = {one.i for deed in told if deed.pattern.name == _BROKERED.name for one in (deed.head, *deed.cue)}
    noun = verb.head if verb.dep != "advcl" else verb.head.child("nsubj", "nsubjpass")
    agents = nouns_after(verb, "by")
    brokers = _brokers(found, agents)
    above = [one for one in noun.ancestors if one.i < verb.i] if noun is not None and verb.dep == "acl" else []
    if verb.i in known or not brokers or not any(is_a(one, things("truce")) for one in (noun, *above) if one):
        return
    if verb.lemma != "negotiate" or (len(brokers) == 1 and agents[0].tag != "NNS"):
        yield Deed(verb, [verb], _BROKERED, initiators=brokers)


def _arranges(verb: Token) -> bool:
    """Whether a verb, with its particle, tells what a third side does for a truce ("worked out by")."""
    phrases = {verb.lemma, *(f"{verb.lemma} {one.lower}" for one in verb.all("prt"))}
    return bool(phrases & words("events", "arranging"))


def _mediators(found: Found, deed: Deed) -> Iterator[Deed]:
    """The third side in "signed by both, with X as mediator"; it is no party."""
    for noun in nouns_after(deed.head, "with"):
        roles = [*nouns_after(noun, "as"), *nouns_after(deed.head, "as")]
        if any(one.lemma.lower() in words("events", "mediators") for one in roles):
            brokers = actors(found, [noun], states=True)
            deed.initiators = without(deed.initiators, brokers)
            yield Deed(noun, [noun], _BROKERED, initiators=brokers)


_ENDINGS = ("brokered", "mediated", "sponsored", "negotiated")


def _hyphened(analysis: Analysis, found: Found, token: Token) -> Links:
    """Those before the hyphen of "U.S.-brokered", "Norwegian-mediated"."""
    name, hyphen, _ = token.text.rpartition("-")
    if hyphen and name:
        span = analysis.document.trimmed(token.start, token.start + len(name))
        return (Link(span=span),) if span else ()
    return actors(found, token.all("npadvmod", "advmod", "amod", "compound", "nmod"))


def _offices(found: Found, deed: Deed, pattern: Pattern = _BROKERED) -> Iterator[Deed]:
    for noun in (*nouns_after(deed.head, *_THROUGH), *_adrift(deed.head)):
        lemma = noun.lemma.lower()
        if not {lemma, noun.lower} & words("events", "offices"):
            continue
        brokers = _lending(found, nouns_of(noun)) or modifying(found, noun)
        brokers = brokers or actors(found, nouns_after(noun, "by", "from"), states=True)
        if brokers and not (lemma in ("request", "demand") and not is_definite(noun)):
            proposed = lemma == "proposal" and pattern is _BROKERED
            yield Deed(noun, [noun], _PROPOSED if proposed else pattern, initiators=brokers)


def _adrift(verb: Token) -> list[Token]:
    """Nouns whose preposition a parse hangs on the main verb behind ("the truce signed by X, under …, is")."""
    above = verb.head if verb.dep == "ccomp" else verb.head.head
    if verb.dep != "ccomp" and (verb.dep != "acl" or verb.head.dep not in ("nsubj", "nsubjpass")):
        return []
    preps = [one for one in above.all("prep") if verb.i < one.i < above.i and one.lower in _THROUGH]
    return [noun for one in preps for noun in one.all("pobj")]


def _lending(found: Found, nouns: Sequence[Token]) -> Links:
    """Those who lend their offices: by name, where a name stands beside their office."""
    named = [one for noun in nouns for one in noun.all("appos") if (it := found.mention_of(one)) and it.name]
    return actors(found, named or nouns, states=True) or actors(found, nouns, states=True)
