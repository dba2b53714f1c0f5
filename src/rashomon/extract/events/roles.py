"""Who takes part in an event, and where: initiators, recipients and places as links."""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.extract.events.depths import first_below, is_aside
from rashomon.extract.events.frames import Frame, nouns_after
from rashomon.extract.events.kinds import nouns_of
from rashomon.extract.events.patterns import Pattern, things
from rashomon.extract.found import Found, coordinated
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Time

# Prepositions after which the one to whom it is done stands, the surest first.
_TOWARDS = ("against", "on", "upon", "at", "to", "toward", "towards", "with", "from", "for")
_WITH = ("with", "between", "among", "to")
_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "around",
        "over",
        "on",
        "inside",
        "outside",
        "across",
        "off",
        "along",
        "into",
        "to",
        "from",
        "of",
        "towards",
        "toward",
        "above",
        "within",
        "north",
        "south",
        "east",
        "west",
        "through",
        "throughout",
        "during",
    }
)
_MODIFIERS = ("poss", "amod", "compound", "nmod")
_PERSONS = frozenset({"he", "she", "they", "we", "i", "him", "her", "them", "us", "who", "whom", "me", "you"})

Links = tuple[Link, ...]


def verb_roles(found: Found, frame: Frame, pattern: Pattern) -> tuple[Links, Links]:
    """Initiators and recipients of a verb's event; both sides are initiators where it is mutual."""
    doers = actors(found, frame.subjects) or _unknown(found, frame.subjects)
    others = without(_others(found, frame, pattern), doers)
    if not others and not pattern.mutual:
        ruled = pattern.type == "PROTEST"  # who takes to the street does so against those who rule
        others = without(first_below(found, frame.verb, doers, frame.subjects, ruled=ruled), doers)
    if pattern.mutual:
        before = actors(found, _before_counterpart((*frame.subjects, *frame.objects)))
        if frame.verb.lemma in ("reach", "come"):  # "a call which reached him *from X*"
            others = unique((*others, *without(actors(found, frame.after("from"), states=True), doers)))
        return unique((*before, *doers, *others)), ()
    return doers, others


def _before_counterpart(nouns: Iterable[Token]) -> Iterable[Token]:
    """The first of two whom the parser takes for no subject ("*X* and his counterpart, Y, conferred")."""
    for one in nouns:
        top = one.head if one.dep == "appos" else one
        if top.dep == "conj" and top.lemma in words("events", "counterparts"):
            yield top.head


def _unknown(found: Found, nouns: Iterable[Token]) -> Links:
    """Links for names that are no mention: who does something is somebody, even if nothing else tells of him."""
    names = (one for noun in nouns for one in coordinated(noun) if one.pos == "PROPN" and one.tag != "CD")
    unknown = (one for one in names if found.mention_of(one) is None and one.text[:1].isupper())
    return tuple(found.link(one) for one in unknown if not found.within(Time, one.start, one.end))


# What is given or promised stands as the object; the one to whom it goes stands after "to".
_GIVING = frozenset({"AGREE", "AID", "COOPERATE"})
_OWN = frozenset({"its", "their", "his", "her"})


def _others(found: Found, frame: Frame, pattern: Pattern) -> Links:
    """Those to whom it is done; "its border" tells of none."""
    if pattern.topic:
        return _towards(found, frame, pattern)
    objects = actors(found, frame.objects, states=True)
    direct = tuple(one for one in objects if one.span is None or one.span.text.lower() not in _OWN)
    if pattern.type == "ACCUSE":  # "condemned the raid by X on Y"
        agents = [agent for one in frame.objects for agent in nouns_after(one, "by")]
        direct = actors(found, agents, states=True) or direct
    indirect = actors(found, frame.indirect, states=True)
    if pattern.type in _GIVING:
        return indirect or _towards(found, frame, pattern) or direct
    named_here = direct or indirect or _towards(found, frame, pattern)
    if not named_here and pattern.type in _TAKING_IN:
        named_here = _below(found, frame.verb)
    return named_here


# Types whose act is about what somebody shall do, or what shall be done to him.
_TAKING_IN = frozenset({"REQUEST", "REJECT", "THREATEN"})
_COMPLEMENTS = ("xcomp", "ccomp", "acl", "advcl")


def _below(found: Found, verb: Token) -> Links:
    """Those in the clause of what is demanded, refused or threatened ("demanded that X withdraw")."""
    if meant := _of_what_is_asked(found, verb):
        return meant
    clauses = [one for above in (verb, *verb.all("dobj")) for one in above.all(*_COMPLEMENTS) if one.i > verb.i]
    for one in (clause for clause in clauses if not is_aside(clause)):
        for nouns in (one.all("nsubj", "nsubjpass"), one.all("dobj"), nouns_after(one, *_TOWARDS)):
            links = actors(found, (noun for noun in nouns if noun.pos != "PRON"), states=True)
            links = tuple(link for link in links if link.span is None or link.span.text.lower() not in _OWN)
            if links:
                return links
        inner = [noun for thing in one.all("dobj") for noun in nouns_after(thing, *_TOWARDS, "of", "by")]
        links = actors(found, inner, states=True)
        if links := tuple(link for link in links if link.span is None or link.span.text.lower() not in _OWN):
            return links
    return ()


def _of_what_is_asked(found: Found, verb: Token) -> Links:
    """Whose deed or fate a verb is about ("demanded the withdrawal of X's troops", "refused the release of X")."""
    asked = [*verb.all("dobj"), *nouns_after(verb, "for")]
    deeds = [one for one in asked if one.lemma.lower() in words("events", "asked_of")]
    links = actors(found, [noun for one in deeds for noun in nouns_after(one, "of", "by")], states=True)
    return tuple(one for one in links if one.mention)  # "the withdrawal of all foreign troops" names nobody


def noun_roles(found: Found, noun: Token, pattern: Pattern) -> tuple[Links, Links]:
    """Initiators and recipients named around a noun ("the shelling of X by Y", "Y's attack on X")."""
    of = actors(found, nouns_of(noun), states=True)
    if not of and pattern.of == "initiator":  # "the visit to Velm of the president"
        of = actors(found, [inner for one in nouns_after(noun, "to", "in") for inner in nouns_of(one)])
    by = [*nouns_after(noun, "by"), *(agent for one in nouns_after(noun) for agent in nouns_after(one, "by"))]
    doers = actors(found, by)
    struck = _struck(found, noun) if pattern.of == "recipient" else ()
    if pattern.of == "recipient" and not of and noun.lemma in words("events", "suffered"):
        struck = struck or _owned(found, noun)  # "his capture", "the mayor's killing"
    if not doers:
        doers = without(modifying(found, noun), struck)
    towards = ("to", "for") if pattern.type == "AID" else ("against", "on", "upon", "at")
    others = actors(found, nouns_after(noun, *towards), states=True)
    between = _parties(found, noun)
    if pattern.mutual:
        held = [inner for one in (noun, *noun.all("acl")) for inner in nouns_after(one, "with")]
        return unique((*between, *doers, *actors(found, held))), ()
    if pattern.of == "recipient":
        others = others or of or struck
    elif pattern.of == "initiator":
        doers = doers or of
    return doers, without(others or between, doers)


def _parties(found: Found, noun: Token) -> Links:
    """Those between whom a talk is ("between X and Y", "between senior figures from X and Y")."""
    met = nouns_after(noun, "between", "among")
    if not met:  # "the conversation, the second between the two leaders"
        met = [one for beside in noun.all("appos") for one in nouns_after(beside, "between")]
    return actors(found, met) or actors(
        found, [one for inner in met for one in nouns_after(inner, "from")], states=True
    )


def actors(found: Found, nouns: Iterable[Token], *, states: bool = False) -> Links:
    """Links for those among `nouns` (and those coordinated with them) that can act.

    What cannot act by itself ("its interceptors", "Valdoran helicopters", "dozens of
    soldiers") stands for the one that its modifier names. Places stand for nobody, unless
    `states` says that a country may be meant as one ("sold to Valdora").
    """
    links: list[Link] = []
    for noun in nouns:
        for one in coordinated(noun):
            links.extend(_of_one(found, one, states))
    return unique(links)


_STATES = frozenset({"state", "government", "armed group", "alliance"})


def _of_one(found: Found, noun: Token, states: bool) -> Links:
    mention = found.mention_of(noun)
    if noun.dep == "appos" and (mention is None or mention.name is None) and _is_named_person(found, noun.head):
        noun, mention = noun.head, found.mention_of(noun.head)  # "Pia Orr, the mayor's sister, who fled"
    if noun.dep == "conj" and noun.child("case") is not None:
        return ()  # "X and Y's president Z", where the parse takes Y for one of three
    if mention is not None and mention.reading == "outlet":
        return ()
    if (mention is None or mention.name is None) and (several := _of_several(found, noun)):
        return several
    if mention is not None and mention.name is None and mention.antecedent is None and (named := _beside(found, noun)):
        return named  # "the American ambassador, Carol Stevens"
    if mention is not None and (mention.reading != "place" or (states and mention.type in _STATES)):
        return each(found, noun)
    if noun.lower in words("certainty", "nobody") or noun.lower in ("anyone", "anybody", "everyone"):
        return ()
    if mention is None and noun.lower == "two" and noun.child("det") is not None:
        return (found.link(noun),)
    if mention is None and noun.lower in _PERSONS:
        return (found.link(noun),)
    if noun.lemma.lower() in words("events", "counts") or noun.pos == "NUM" or (noun.lower in _HEADS and not mention):
        inner = actors(found, nouns_of(noun))
        if inner:
            return inner
    if mention is None and (beside := _beside(found, noun)):
        return beside
    lemma = noun.lemma.lower()
    if lemma in words("events", "others") and noun.child("poss") is not None:
        return (found.link(noun),) if mention is None or mention.name is None else ()  # "her captors" are not she
    named = modifying(found, noun)
    if named:
        return named
    if mention is None and lemma in things("buildings") and (housed := actors(found, nouns_after(noun, "for", "of"))):
        return housed  # "a camp for Velmese refugees", "the headquarters of the Front"
    if noun.dep in ("nsubj", "nsubjpass") and (sent := actors(found, nouns_after(noun, "from"), states=True)):
        return sent  # "doctors from two American aid groups"
    known = lemma in words("events", "groups") or lemma in things("people") or lemma in things("foe")
    known = known or lemma in words("events_force", "doers") or _heads_a_state(noun)
    return (found.link(noun),) if known else ()


# Nouns for those who lead, who stand for the whole ("the leadership of the Front welcomed it").
_HEADS = frozenset({"leadership", "politburo", "presidium"})


def _heads_a_state(noun: Token) -> bool:
    """Whether a noun is "head of state" or "of government"."""
    return noun.lemma.lower() == "head" and any(one.lower in ("state", "government") for one in nouns_of(noun))


def _is_named_person(found: Found, noun: Token) -> bool:
    mention = found.mention_of(noun)
    return mention is not None and mention.type == "person" and mention.name is not None


def _of_several(found: Found, noun: Token) -> Links:
    """Each of those a plural stands for: "the ministers of both, X and Y" by name, "the armies of A and B" by state.

    Those who speak for several powers at once stand for them ("the envoys of the four guarantor countries").
    """
    lemma = noun.lemma.lower()
    if noun.tag != "NNS" or (lemma not in words("events", "groups") and lemma not in things("office")):
        return ()
    beside = [one for above in noun.all("appos") for one in coordinated(above)]
    named = [one for one in beside if (mention := found.mention_of(one)) and mention.type == "person" and mention.name]
    if len(named) > 1:
        return tuple(found.link(one) for one in named)
    of = [one for above in nouns_of(noun) for one in coordinated(above)]
    camps = [one for one in of if _is_camp(found, one)]
    several = len(camps) > 1 or any((body := found.mention_of(one)) and body.type == "alliance" for one in camps)
    return tuple(found.link(one) for one in camps) if several and len(camps) == len(of) else ()


def _is_camp(found: Found, noun: Token) -> bool:
    """Whether a noun names a state or a group that fights ("the separatists")."""
    mention = found.mention_of(noun)
    if mention is not None:
        return mention.type in _STATES
    return noun.lemma.lower() in things("foe")


def _beside(found: Found, noun: Token) -> Links:
    """The person whose name stands beside a word for him ("my friend Hella Brandt")."""
    named = [(one, found.mention_of(one)) for one in noun.all("appos")]
    return tuple(found.link(one) for one, mention in named if mention is not None and mention.type == "person")[:1]


def _owned(found: Found, noun: Token) -> Links:
    """The person whose a deed is that befell him."""
    owners = [(one, found.mention_of(one)) for one in noun.all("poss")]
    pronouns = ("his", "her", "their")
    return tuple(
        found.link(one)
        for one, mention in owners
        if one.lower in pronouns or (mention is not None and mention.type == "person")
    )


def _struck(found: Found, noun: Token) -> Links:
    """The state in whose land it is ("the Iraq invasion"); "US raid", "NATO raid" name the one who does it."""
    return tuple(
        found.link(one)
        for one in noun.all("compound", "nmod")
        if (mention := found.mention_of(one))
        and mention.type == "state"
        and mention.form == "name"
        and one.text.istitle()
    )


def each(found: Found, noun: Token) -> Links:
    """Links for those whom one noun stands for: one, or each of "both sides" where it is known who they are."""
    link, mention = found.link(noun), found.mention_of(noun)
    if mention is None or len(mention.antecedents) < 2:
        return (link,)
    return tuple(replace(link, mention=one) for one in mention.antecedents)


def sides(found: Found, nouns: Iterable[Token]) -> Links:
    """Those between whom a truce, a fight or a talk is ("the clashes between X and Y")."""
    links: list[Link] = []
    for inner in (inner for one in nouns for inner in _between(one)):
        two = modifying(found, inner)  # "between Kenyan and Somali troops"
        links += two if len(two) > 1 else actors(found, [inner], states=True)
    return unique(links)


def _between(noun: Token) -> list[Token]:
    """Those after "between" below a noun, or below the fighting that it is an end of ("a pause in the war between")."""
    own = nouns_after(noun, "between", "among")
    fought = [one for one in nouns_after(noun, "in", "of", "to") if one.lemma.lower() in things("war")]
    return own or [inner for one in fought for inner in nouns_after(one, "between", "among")]


def modifying(found: Found, noun: Token) -> Links:
    """The actors that modify a noun ("Valdoran", "its", "the army's", "Valdoran-led")."""
    leading = [inner for one in noun.all("amod") if one.lower == "led" for inner in one.all("npadvmod", "compound")]
    links: list[Link] = [found.link(one) for one in leading if found.mention_of(one) is not None]
    for one in noun.all(*_MODIFIERS):
        for inner in coordinated(one):
            beside = (*inner.children, *noun.children)
            if any(two.lower in ("pro", "anti") and 0 < inner.i - two.i < 3 for two in beside):
                continue  # "pro-Marwan slogans"
            mention = found.mention_of(inner)
            if (mention is not None and (mention.reading != "place" or one.dep == "poss")) or (
                mention is None and one.dep == "poss" and inner.lemma.lower() in words("events", "groups")
            ):
                links.append(found.link(inner))
    return unique(links)


def _towards(found: Found, frame: Frame, pattern: Pattern) -> Links:
    for preposition in _WITH if pattern.mutual else _TOWARDS:
        links = actors(found, frame.after(preposition), states=True)
        links = tuple(one for one in links if one.span is None or one.span.text.lower() not in _OWN)
        if links:
            return links
    if pattern.mutual:  # "spoke by telephone with": "with" may hang on the telephone
        inner = [
            noun for one in frame.after("by", "over", "on", "in", "for", "of") for noun in nouns_after(one, "with")
        ]
        return actors(found, inner)
    return ()


def places(found: Found, tokens: Iterable[Token], recipients: Iterable[Token] = (), *, left: bool = False) -> Links:
    """The places at which an event is told to be: mentions with reading place after "in", "near" and the like.

    Where people come from is no such place, unless it is what they have `left` ("the withdrawal of the men from Velm").
    """
    links: list[Link] = []
    for token in tokens:
        for noun in nouns_after(token, *(_WHERE - {"from"} if not left and _is_of_people(found, token) else _WHERE)):
            links.extend(_place(found, noun))
    for noun in recipients:  # "Velm was shelled"
        links.extend(_place(found, noun))
    return unique(links)


def _is_of_people(found: Found, noun: Token) -> bool:
    """Whether a noun is one of people, who need not be where they are from."""
    mention = found.mention_of(noun)
    return noun.pos == "NOUN" and mention is not None and mention.type in ("person", "people")


def _place(found: Found, noun: Token) -> Links:
    links: list[Link] = []
    for one in coordinated(noun):
        mention = found.mention_of(one)
        if mention is not None and mention.reading == "place":
            links.append(found.link(one))
        elif mention is None:
            links.extend(_place_inside(found, one, _DEPTH))
        elif mention.type in ("state", "organisation"):
            links.extend(_place_around(found, one))
    return tuple(links)


# How far below what an event was in or at its place may be named ("in a school on the edge of Velm").
_DEPTH = 3
_INSIDE = ("of", "in", "at", "near", "on", "outside", "around", "across", "over", "for", "throughout", "along")


def _place_inside(found: Found, noun: Token, depth: int) -> Links:
    """A place inside a description of one ("the outskirts of Velm", "a school in the Velm valley")."""
    inner = [*nouns_of(noun), *noun.all("appos", "compound", "poss")]
    for nouns in (inner, nouns_after(noun, *_INSIDE)):
        named = [(one, found.mention_of(one)) for one in nouns]
        links = tuple(found.link(one) for one, mention in named if mention is not None and mention.reading == "place")
        if links:
            return links
    below = nouns_after(noun, *_INSIDE) if depth else []
    return next((links for one in below if (links := _place_inside(found, one, depth - 1))), ())


def _place_around(found: Found, noun: Token) -> Links:
    """The place of a house that has a name ("at the Halden Hospital in Velm")."""
    named = [(one, found.mention_of(one)) for one in nouns_after(noun, "in", "at", "near")]
    return tuple(found.link(one) for one, mention in named if mention is not None and mention.reading == "place")


def unique(links: Iterable[Link]) -> Links:
    """The links without repeated words."""
    seen: dict[object, Link] = {}
    for one in links:
        seen.setdefault((one.mention, one.span), one)
    return tuple(seen.values())


def without(links: Links, taken: Links) -> Links:
    """The links that are not among `taken`."""
    known = {(one.mention, one.span) for one in taken}
    return tuple(one for one in links if (one.mention, one.span) not in known)
