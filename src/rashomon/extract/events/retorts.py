"""What is threatened in return: to have somebody sent away, to march back; and who does not stop a deed of war."""

from rashomon.extract.events.frames import nouns_after
from rashomon.extract.events.kinds import is_a
from rashomon.extract.events.patterns import things
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words


def gives_way(verb: Token) -> bool:
    """Whether what one would do is a step towards the other: neither to have somebody sent away nor to march back."""
    if verb.lemma not in words("events", "yielding") or bids_go(verb):
        return False
    return not _marches_back(verb)


def _marches_back(verb: Token) -> bool:
    """Whether fighters would return to where they fight ("would return to the border"), and not home."""
    fighters = things("troops") | things("foe")
    if verb.lemma != "return" or not any(is_a(one, fighters) for one in verb.all("nsubj")):
        return False
    there = nouns_after(verb, "to", "into")
    return bool(there) and all(one.pos == "PROPN" or is_a(one, _FRONTS) for one in there)


def bids_go(verb: Token) -> bool:
    """Whether a verb asks for somebody to be put out of where states meet ("would ask that power to leave the group").

    Whoever asks a garrison to leave a town, or a bank to close, threatens nobody.
    """
    if verb.lemma not in _BIDDING:
        return False
    below = [one for one in verb.all("xcomp", "ccomp") if one.lemma in _PUT_OUT]
    outs = [out_of for one in below for out_of in (*one.all("dobj"), *nouns_after(one, "from", "in"))]
    return any(is_a(one, _MEETING) for one in outs) or any(_is_shut_out(one) for one in verb.all("xcomp", "ccomp"))


def _is_shut_out(asked: Token) -> bool:
    """Whether a people is asked to go home, or somebody to close ports or skies to another."""
    if asked.lemma == "go" and any(one.lower == "home" for one in asked.all("advmod")):
        return any(one.pos == "PROPN" for one in (*asked.all("nsubj"), *asked.head.all("dobj")))
    nouns = [inner for one in asked.all("dobj") for inner in (one, *nouns_after(one, "of"))]
    to = [inner for one in (asked, *nouns) for inner in nouns_after(one, "to")]
    return asked.lemma == "close" and bool(to) and any(is_a(one, _GATES) for one in nouns)


_BIDDING = frozenset({"ask", "request", "tell"})
_PUT_OUT = frozenset({"leave", "quit", "withdraw", "expel", "exclude", "bar", "remove", "give"})
# Where states meet, and the part that one of them has there.
_MEETING = frozenset(
    {"group", "union", "council", "talk", "talks", "mission", "commission", "committee", "league", "bloc"}
)
_MEETING |= {"alliance", "pact", "conference", "organisation", "organization", "seat", "part", "role", "place"}
_GATES = frozenset({"port", "harbour", "harbor", "border", "frontier", "airspace", "sky", "strait", "canal", "market"})
# Where fighters return to fight.
_FRONTS = frozenset(
    {"border", "frontier", "front", "line", "position", "trench", "war", "battle", "offensive", "attack"}
)
_FRONTS |= {"battlefield", "fighting", "combat", "arms", "arm", "fight", "field"}


def goes_on(verb: Token) -> bool:
    """Whether a verb tells that somebody does not stop a deed of war ("went on arming them", "the raids continue")."""
    if verb.lemma not in ("go", "continue", "keep", "persist"):
        return False
    if verb.lemma == "go" and not any(one.lower == "on" for one in verb.all("prt", "advmod", "prep")):
        return False
    done = [one for one in verb.all("xcomp", "advcl") if one.tag == "VBG"] or nouns_after(verb, "in", "with")
    done += [inner for one in verb.all("prep", "prt") for inner in one.all("pcomp")]
    deeds = _DEEDS_OF_WAR | words("events", "provoking")
    if any(one.lemma in deeds or (one.lemma in _HELPING and _is_of_war(one)) for one in done):
        return True
    return any(is_a(one, things("attack")) for one in [*done, *verb.all("nsubj")])


def _is_of_war(verb: Token) -> bool:
    """Whether a verb that may tell of bread and bridges has a foe or arms for its object."""
    kinds = things("weapons") | things("foe")
    return any(is_a(one, kinds) for one in (*verb.all("dobj", "dative"), *nouns_after(verb, "with", "to")))


_DEEDS_OF_WAR = frozenset({"arm", "raid", "besiege"})
_HELPING = frozenset({"supply", "shelter", "harbour", "harbor", "use"})
