"""What somebody is accused of: deeds laid to another's charge, and accusations made both ways."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.extract.events.charges import is_armed
from rashomon.extract.events.deed import Deed
from rashomon.extract.events.depths import named
from rashomon.extract.events.frames import nouns_after
from rashomon.extract.events.kinds import is_a, nouns_of
from rashomon.extract.events.matching import match_noun
from rashomon.extract.events.patterns import Pattern, noun_patterns, things
from rashomon.extract.events.proforms import DID_IT
from rashomon.extract.events.roles import Links, modifying
from rashomon.extract.found import Found
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link

# Prepositions after which an accusation names what is laid to somebody's charge.
_OF = ("for", "of", "with", "over", "about")


def laid_to_charge(found: Found, told: Iterable[Deed]) -> Iterator[Deed]:
    """Yield the deeds that accusations name as nouns ("held X responsible for the ambush"); mark those of verbs."""
    told = list(told)
    heads = {one.head.i: one for one in told}
    for accusation in told:
        if accusation.pattern.type != "ACCUSE":
            continue
        charges = list(_charges(accusation.head))
        if accusation.pattern.mode != "allege":
            # "Denounced nine raids" lays them to somebody's charge; "condemned the raids" only judges them.
            charges = [one for one in charges if accusation.head.lemma == "denounce" and one.all("nummod")]
        for token in charges:
            deed = heads.get(token.i) or _named(token) or _violation(token)
            if deed is None:
                continue
            if token.lemma in _OUTCOMES and deed.pattern.name == _VIOLATION.name:
                deed.blamed = True  # the truce's end is nobody's deed, however many are blamed for it
            else:
                if token.i not in heads and deed.frame is None:
                    deed.initiators = deed.initiators or modifying(found, deed.head)
                _lay(found, deed, accusation)
            if token.i not in heads:
                yield deed
        if accusation.pattern.rest == ("responsible",) and not _names_charge(charges):
            yield from _did_it(accusation)


def _names_charge(charges: Iterable[Token]) -> bool:
    """Whether an accusation tells what for ("responsible for the raid")."""
    return any(one.dep in ("pobj", "pcomp") for one in charges)


def _did_it(accusation: Deed) -> Iterator[Deed]:
    """The deed told before that fighters are held responsible for, where the accusation does not name it."""
    below = [one for child in accusation.head.children for one in (child, *child.children)]
    noun = next((one for one in below if one.pos == "NOUN" and is_armed(one)), None)
    if noun is not None:
        yield Deed(noun, [noun], DID_IT, initiators=accusation.recipients, accused=True)


def _lay(found: Found, deed: Deed, accusation: Deed) -> None:
    """Lay a deed to the charge of those who are accused of it."""
    deed.accused = True
    if accusation.head.lemma in _TURNING_TO and not any(_is_state(found, one) for one in accusation.recipients):
        accusation.recipients = deed.initiators or accusation.recipients
    else:
        deed.initiators = deed.initiators or accusation.recipients


# Verbs by which those are named who are told of a grievance, and not those who gave it ("complained to the council").
_TURNING_TO = frozenset({"complain", "protest"})


def _is_state(found: Found, link: Link) -> bool:
    """Whether a grievance is brought to a state, which gave it ("complained to Ordania over the raid")."""
    mention = named(found, link)
    return mention is not None and mention.type in ("state", "government")


_OUTCOMES = frozenset({"collapse", "failure", "breakdown"})


def _charges(verb: Token) -> Iterator[Token]:
    """The words for what is laid to somebody's charge: gerunds and nouns after "of", "for", "with"."""
    around = [verb, *verb.all("dobj", "oprd", "acomp", "attr")]
    around += [inner for one in verb.all("dobj") for inner in one.all("amod")]  # "held X responsible for"
    around += nouns_after(verb, "at", "on")  # "pointed the finger at X for the raid"
    yield from verb.all("dobj", "nsubjpass")
    for one in around:
        yield from nouns_after(one, *_OF)
        for prep in one.all("prep"):
            if prep.lower in _OF:
                yield from prep.all("pcomp")


def _named(noun: Token) -> Deed | None:
    """The violent deed that a noun names; None where it names none."""
    if noun.lemma in _SHOTS or (
        noun.tag == "VBG" and noun.lemma in words("events", "shooting") and noun.dep == "pcomp"
    ):
        return Deed(noun, [noun], _FIRE)
    if noun.lemma == "fire" and (gun := _gun(noun)) is not None:
        return Deed(noun, [*_kind(noun), noun], _SHELLING if gun.lemma in _HEAVY else _FIRE)
    if noun.lemma in _MANY:
        fired = next((one for one in nouns_of(noun) if is_a(one, things("fire") | things("weapons"))), None)
        return Deed(noun, [noun, fired.head, fired], _FIRE) if fired is not None else None
    if noun.pos not in ("NOUN", "PROPN") or noun.lemma.lower() not in noun_patterns():
        return None
    fit = match_noun(noun)
    if fit is None or fit[0].type not in ("ASSAULT", "COERCE") or fit[0].loose:
        return None
    return Deed(noun, fit[1], fit[0])


def _kind(noun: Token) -> list[Token]:
    """The nouns before one that tell its kind ("sniper fire")."""
    return noun.all("compound", "nmod")


def _gun(fire: Token) -> Token | None:
    """What fires, the last noun before "fire" ("an artillery exercise fire" burns, and so does "a tank fire")."""
    kind = _kind(fire)
    if not kind or any(one.lower in ("a", "an") for one in fire.all("det")):
        return None
    return kind[-1] if is_a(kind[-1], things("weapons")) or kind[-1].lemma in _SHOOTING else None


_SHOOTING = frozenset({"sniper", "artillery", "small-arms"})
# Words for some fire ("an exchange of rifle fire").
_MANY = frozenset({"burst", "exchange", "volley", "salvo", "round", "hail", "fusillade", "shower", "rain"})
_SHOTS = frozenset({"shot", "launch", "salvo", "volley"})
_HEAVY = frozenset({"artillery", "mortar", "tank", "howitzer", "cannon", "rocket"})
_FIRE = Pattern(type="ASSAULT", mode="firearms", word="fire", name="burst of fire")
_SHELLING = replace(_FIRE, mode="heavy-weapons")


_VIOLATION = Pattern(type="ASSAULT", word="violation", name="truce broken")


def _violation(noun: Token) -> Deed | None:
    """The breach of a truce that "denounced eleven violations" or "accused X of breaking it" lays to one's charge."""
    if noun.tag == "VBG":
        broken = noun.all("dobj")
        alone = not broken or broken[0].lower in ("it", "them")
        return Deed(noun, [noun], _VIOLATION) if noun.lemma in _BREAKING and alone else None
    if noun.lemma not in _BREACHES:
        return None
    kept = nouns_of(noun)  # "a breach of confidence" ends no truce
    truce = any(is_a(one, things("truce") | things("pact")) or one.tag == "PRP" for one in kept)
    return Deed(noun, [noun], _VIOLATION) if truce or not kept else None


_BREACHES = frozenset({"violation", "breach", "infringement", "infraction", "transgression"})
_BREAKING = frozenset({"violate", "break", "breach", "flout", "infringe", "disregard", "sabotage", "ignore"})


def mutual(found: Found, told: Iterable[Deed]) -> Iterator[Deed]:
    """The deeds, those that two lay to each other's charge once for each side, and each accusation too."""
    told = list(told)
    both: dict[int, tuple[Links, Token]] = {}
    for deed in told:
        other = _other(deed)
        if deed.pattern.type == "ACCUSE" and other is not None:
            sides = deed.initiators if len(deed.initiators) == 2 else _accusers(found, deed.head)
            if len(sides) == 2:
                both[deed.head.i] = sides, other
    for deed in told:
        above = deed.head if deed.head.i in both else _accusation(deed.head)
        if above.i not in both or deed.blamed:
            yield deed
            continue
        (first, second), other = both[above.i]
        yield replace(deed, initiators=(first,), recipients=(second,))
        # The words that make it mutual are part of what tells of the second.
        extra = [other] if above is deed.head else [*deed.head.all("advmod", "dobj"), above][:1]
        yield replace(deed, initiators=(second,), recipients=(first,), cue=[*deed.cue, *extra])


def _accusers(found: Found, verb: Token) -> Links:
    """The two who accuse each other by a verb: "each side blamed the other", where it is known who they are."""
    by = [one for one in found.statements if any(span.start <= verb.start < span.end for span in one.cue)]
    mutual = len(by) == 2 and all(one.act == "accuse" and len(one.speaker) == 1 for one in by)
    return (by[0].speaker[0], by[1].speaker[0]) if mutual else ()


def _other(deed: Deed) -> Token | None:
    """The "other" of "accused each other", "blamed the other"."""
    return next((one for one in deed.head.all("dobj") if one.lower in ("other", "another")), None)


def _accusation(head: Token) -> Token:
    """The verb above what is laid to charge ("accused each other of firing", "blamed the other for the collapse").

    The word itself where there is none.
    """
    if head.dep in ("pcomp", "pobj") and head.head.lower in _OF:
        above = head.head.head
        return above.head if above.dep == "dobj" else above
    return head
