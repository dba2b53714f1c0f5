"""Deeds told by verbs: a verb of the lexicon in its frame, with what its pattern asks for."""

from collections.abc import Iterable
from functools import partial
from typing import Literal

from rashomon.extract.events.deed import Deed, has_day
from rashomon.extract.events.depths import first_below, named
from rashomon.extract.events.frames import Frame, frame, nouns_after
from rashomon.extract.events.kinds import is_a, marks_of, nouns_of
from rashomon.extract.events.matching import candidates, has_infinitive, match_noun, match_verbs
from rashomon.extract.events.offers import OFFER_TAKEN, follows_offer
from rashomon.extract.events.patterns import things, verb_patterns
from rashomon.extract.events.roles import actors, places, sides, unique, verb_roles, without
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link


def verb_deed(analysis: Analysis, found: Found, verb: Token) -> Deed | None:
    """The deed that a verb tells of, by the narrowest pattern that fits; None where it tells of none."""
    if (
        verb.lemma.lower() not in verb_patterns()
        or _no_deed(found, verb)
        or _is_count(analysis, found, verb)
        or _is_unanswered(verb)
    ):
        return None
    possible = candidates(verb)
    if not possible or (verb.lemma == "be" and not verb.all("prep", "acomp", "oprd")):
        return None
    around = frame(verb)
    if any(pattern.named for pattern, _ in possible):
        around.marks = marks_of(found, (*around.subjects, *around.objects, *around.after()))
    around.recall = partial(_last_of, analysis, verb)
    for pattern, cue in match_verbs(possible, around):
        deed = _filled(found, Deed(verb, cue, pattern, around))
        if deed is not None and (pattern.name != OFFER_TAKEN or follows_offer(analysis, verb)):
            return deed
    return None


def _no_deed(found: Found, verb: Token) -> bool:
    """Whether a verb is grammar or purpose rather than a deed ("ways to end the war", "captured tanks")."""
    if verb.dep in ("amod", "compound", "aux", "auxpass") or (verb.tag == "VBG" and verb.dep == "nsubj"):
        return True
    if verb.dep == "acl" and verb.tag == "VBN" and verb.lemma in words("events", "standing"):
        if any(one.lower == "as" for one in verb.all("prep")):
            return False  # "six sailors held as hostages"
        return not has_day(found, verb)  # "the land occupied by X" tells how things stand
    if verb.dep == "acl" and verb.tag == "VBN" and verb.lemma in ("recognise", "recognize"):
        return True  # "territory internationally recognised as part of Velm"
    if verb.lemma in words("events", "standing") and any(one.tag in ("VBZ", "VBP") for one in verb.all("auxpass")):
        return not has_day(found, verb)  # "they are deployed on the bank"
    if (
        verb.tag == "VBN"
        and any(one.lower == "as" and one.i < verb.i and not one.children for one in verb.all("mark", "prep"))
        and not verb.all("nsubj")
    ):
        return True  # "as opposed to …", "as agreed"
    if verb.dep == "pcomp" and verb.head.lower == "for" and verb.head.head.lemma == "want":
        return True  # "wanted for questioning"
    if verb.lemma == "oppose" and verb.tag == "VBN" and any(one.lower == "to" for one in verb.all("prep")):
        return True  # "forces opposed to the general"
    if verb.dep == "pcomp" and verb.head.lower == "to" and verb.head.head.lemma == "come":
        return True  # "when it comes to …"
    if verb.lemma == "sign" and verb.dep == "acl" and verb.head.tag == "NNS" and not verb.head.all("det", "nummod"):
        return True  # "contracts signed before April are exempt": any of them
    if verb.dep == "pcomp" and verb.head.lower == "without":
        return True  # "without meeting a soul"
    if verb.dep == "ccomp" and verb.head.lemma == "let" and any(one.lower in ("us", "me") for one in verb.all("nsubj")):
        return True  # "let us take his word for it"
    if _of_a_pact(verb) or _is_opinion(verb):
        return True
    silent = words("events", "silence")
    if verb.lemma in ("refuse", "decline", "ask") and any(one.lemma in silent for one in verb.all("xcomp")):
        return not _is_until(verb)  # "refuses to discuss the border before the guns are gone"
    if verb.lemma in _LETTING and any(one.lemma in silent | {"speak", "talk"} for one in verb.all("xcomp")):
        return True  # "was not authorised to speak"
    if verb.dep == "ROOT" and any(one.lower == "who" for one in verb.all("nsubj")):
        return any(one.text == "?" for one in verb.children)  # "Who broke it?"
    if verb.lemma in words("events", "stative") and _goes_on(verb):
        return True
    return verb.dep == "acl" and verb.tag == "VB"


def _is_until(verb: Token) -> bool:
    """Whether it is told until when somebody will not do it."""
    refused = [one for one in verb.all("xcomp") if one.lemma == "discuss"]
    clauses = [
        two for one in refused for two in (*one.all("advcl", "prep"), *verb.all("advcl", "prep")) if two.i > one.i
    ]
    opening = [mark for one in clauses for mark in (one, *one.all("mark"))]
    return verb.lemma == "refuse" and any(one.lower in ("before", "until", "till", "unless") for one in opening)


_LETTING = frozenset({"authorise", "authorize", "allow", "permit", "empower"})


def _is_opinion(verb: Token) -> bool:
    """Whether a verb only says what somebody thinks or calls a thing ("I agree that", "what they call a war")."""
    if verb.lemma == "call":
        return verb.child("oprd") is not None
    clause = verb.child("ccomp")
    if verb.lemma == "agree" and clause is not None and clause.i < verb.i and verb.dep == "ROOT":
        return True  # "the truce was holding, diplomats agreed"
    if verb.lemma != "agree" or verb.tag != "VBP" or verb.child("neg"):
        return False
    return any(one.tag == "PRP" for one in verb.all("nsubj")) and verb.child("ccomp") is not None


def _is_count(analysis: Analysis, found: Found, verb: Token) -> bool:
    """Whether a participle only counts those who were hurt ("listed 31 wounded", "the wounded")."""
    if verb.tag != "VBN" or verb.lemma not in words("events", "harm") or verb.all("aux", "auxpass", "agent"):
        return False
    before = analysis.tokens[verb.i - 1] if verb.i else verb
    if any(one.lower in ("at", "as") and any(two.tag == "CD" for two in one.all("pobj")) for one in verb.all("prep")):
        return True  # "put the wounded at 161"
    if before.tag in ("WP$", "PRP$", "DT"):
        return True  # "whose killed it gave as 500"
    if before.tag != "CD":
        return False
    if verb.lemma in _HURTING:
        return True  # "six dead and 30 wounded on Friday"
    here = analysis.words(analysis.sentence_of(verb))
    listed = any(one.lemma in _TOLLS and one.i < verb.i for one in here)
    return listed or not has_day(found, verb)


_HURTING = frozenset({"wound", "injure"})
_TOLLS = frozenset({"loss", "casualty", "toll", "balance", "tally", "count", "total"})


def _is_unanswered(verb: Token) -> bool:
    """Whether a verb stands in a question that somebody leaves open ("would not say how many were killed")."""
    for one in (verb, *verb.ancestors):
        above = one.head
        if one.dep not in ("ccomp", "pcomp", "conj", "xcomp"):
            return False
        asked = one.i > above.i and any(
            word.lower in _OPEN for child in one.children if child.i < one.i for word in child.subtree
        )
        if one.dep == "ccomp" and asked and above.lemma in words("events", "silence"):
            declined = above.head.lemma in ("decline", "refuse") and above.dep == "xcomp"
            return declined or above.child("neg") is not None
    return False


_OPEN = frozenset({"whether", "if", "how", "who", "what", "which"})


def _of_a_pact(verb: Token) -> bool:
    """Whether a verb tells what a pact lays down, or stands below one that does ("obliges X to defend Y")."""
    for one in (verb, *verb.ancestors):
        if one.lower == "obliges":
            return True  # the parse often takes it for a noun
        if one.lemma in words("events", "binding") and one.tag in ("VBZ", "VBP", "VB"):
            subjects = frame(one).subjects
            if one.lemma == "oblige" or any(is_a(noun, things("pact")) for noun in subjects):
                return True
        if one is not verb and one.dep in ("ROOT", "conj", "parataxis"):
            return False
        if one.dep in ("relcl", "acl") and one.head.dep in ("nsubj", "nsubjpass"):
            return False  # "the accord, which took effect on Friday, obliges both to leave"
    return False


def _goes_on(verb: Token) -> bool:
    """Whether a verb tells how things stand ("which backs the rebels", "where they are fighting")."""
    if verb.tag in ("VBZ", "VBP"):
        return True
    return verb.tag == "VBG" and any(one.tag in ("VBZ", "VBP") for one in verb.all("aux"))


def _filled(found: Found, deed: Deed) -> Deed | None:
    """The deed with those who take part; None where its pattern asks for more."""
    around, pattern = deed.frame, deed.pattern
    if around is None:
        return None
    deed.initiators, deed.recipients = verb_roles(found, around, pattern)
    if pattern.complement == "will":
        deed.recipients = actors(found, around.objects, states=True)
    _take_sides(found, deed, around)
    if pattern.turned:
        givers = actors(found, around.after("from"), states=True) if pattern.type in ("AID", "CONSULT") else ()
        if pattern.type == "CONSULT" and not deed.initiators:
            return None  # "a hotel received a message from the general"
        deed.initiators, deed.recipients = givers, deed.initiators or deed.recipients
    elif pattern.actor and not (deed.initiators or around.passive or _is_there(deed.head) or _is_by_none(around)):
        return None
    if pattern.both and any(_is_outlet(found, one) for one in deed.initiators):
        return None  # "spoke with the agency" is an interview
    if pattern.both and len(deed.initiators) < 2 and not (pattern.mutual and _are_two(around)):
        return None
    if pattern.name in ("held", "heard") and not around.passive:
        return None  # "is holding those it seized": the seizing is told; who hears guns tells of himself
    if pattern.type == "MOBILIZE":
        named_ones = tuple(one for one in deed.recipients if one.mention)
        deed.recipients = named_ones or first_below(found, deed.head, deed.initiators)  # "called up men for a war on X"
    if pattern.type in _OF_OTHERS:
        deed.recipients = tuple(one for one in deed.recipients if not _is_own(one))
    if pattern.name == "awaited" and around.objects:
        deed.initiators, deed.recipients = actors(found, around.objects), ()
    if pattern.official and not any(_is_official(found, one) for one in deed.initiators):
        return None
    if pattern.complement == "will" and not any(_can_promise(found, one) for one in around.subjects):
        return None  # "the doctor assured the family that he would live"
    if deed.head.lemma == "defend" and any(one.lemma == "right" and _is_owned(one) for one in around.objects):
        return None  # "defended its right to fish there": nobody else is supported
    if pattern.word in ("collect", "gather") and any(is_a(one, things("pact")) for one in around.after("on", "to")):
        return None  # "the mediator collected signatures on the accord"
    if pattern.word == "come" and pattern.type == "ASSAULT" and _is_of_state(found, around.after("from")):
        return None  # "the shells came from Ordania": made or sold there
    if pattern.party and not any(_is_party(found, found.link(one)) for one in around.subjects):
        return None
    if pattern.type == "ASSAULT" and (_is_own_move(deed, around) or is_of_peace(found, deed, around)):
        return None
    if deed.head.lemma in ("meet", "see") and around.passive and pattern.type == "CONSULT":
        return None  # "was met by silence", "was last seen in May"
    if pattern.mode == "visit" and deed.head.lemma == "call" and has_infinitive(deed.head):
        return None  # "called on the ministers to resign"
    if pattern.type == "RETREAT" and pattern.rest == ("office",) and _is_house(found, deed.cue[-1]):
        return None  # "left the agency's Tanvir office"
    if deed.head.lemma == "meet" and len(deed.initiators) < 2 and not any(_is_plural(one) for one in around.subjects):
        return None
    if pattern.whom and not any(_is_somebody(found, one, pattern.whom) for one in around.objects):
        return None
    if pattern.word in words("events", "harm") and not _is_told(found, deed, around):
        return None
    if pattern.violent and not _is_violent(found, deed, around):
        return None
    if pattern.dated and not has_day(found, deed.head):
        return None
    if pattern.word in ("commit", "perpetrate") and not _is_of_truce(around):
        return None
    if pattern.mode == "firearms" and deed.head.lemma == "fire" and around.passive and not around.subjects:
        return None  # "even if fired upon"
    if pattern.type == "CONSULT" and any(_is_outlet(found, one) for one in (*deed.initiators, *deed.recipients)):
        return None  # "reached by the agency on the telephone"
    if pattern.type == "CONSULT" and around.objects and all(_is_of_press(found, one) for one in around.objects):
        return None  # "told the agency by telephone"
    if pattern.turned and deed.head.lemma == "lose" and any(one.lemma in _VAGUE for one in around.objects):
        return None  # "said that the rebels had lost hundreds of men": a count
    if pattern.rest == ("life",) and pattern.turned and any(one.lemma in _WARS for one in around.subjects):
        return None  # "a war that claims two lives a day"
    if pattern.mode == "phone" and deed.head.lemma == "call" and _is_naming(deed.head):
        return None
    if pattern.type == "COERCE" and deed.head.lemma == "hold" and deed.head.tag in ("VBZ", "VBP"):
        return None  # "whose columns hold the heights": how things stand
    if pattern.name == "outbreak" and not has_day(found, deed.head):
        return None
    if pattern.name == "goes on" or (pattern.name == "guns silent" and deed.head.lemma == "last"):
        deed.cue = [*around.subjects[:1], *deed.cue]
    if pattern.name == "ultimatum":
        deed.cue += [one for one in deed.head.all("prep") if one.lower in ("until", "till")]
    if pattern.type == "ASSAULT" and around.passive:
        deed.cue += [one for one in around.after("by") if is_a(one, things("fire") | things("weapons"))][:1]
    deed.cue = [*_telling(deed, around), *deed.cue, *_fought_in(deed)]
    if pattern.idiom or pattern.mode == "letter":
        deed.cue = list({one.i: one for one in (*deed.cue, *_carried(deed, around))}.values())
    if deed.head.lemma in words("events", "light") or (deed.pattern.word in _WITH_OBJECT and not around.passive):
        objects = [one for one in around.objects if pattern.object and is_a(one, pattern.object)]
        deed.cue += [one for one in objects[:1] if pattern.mode != "abduct"]
    return deed


def _is_own_move(deed: Deed, around: Frame) -> bool:
    """Whether what is "taken out" is one's own ("are to take out half of their troops")."""
    owned = [one for noun in around.objects for above in (noun, *nouns_of(noun)) for one in above.all("poss")]
    return deed.head.lemma == "take" and "out" in deed.pattern.rest and any(one.tag == "PRP$" for one in owned)


def is_of_peace(found: Found, deed: Deed, around: Frame) -> bool:
    """Whether those who land or come are a mission's ("soldiers of the peace force landed")."""
    if deed.head.lemma not in ("land", "arrive", "enter", "come", "reach") or around.objects:
        return False
    below = [inner for one in around.subjects for noun in nouns_of(one) for inner in (noun, *noun.children)]
    sent = [mention for one in below if (mention := found.mention_of(one)) is not None]
    return any(one.lower.startswith("peace") for one in below) or any(one.type == "alliance" for one in sent)


def _is_naming(verb: Token) -> bool:
    """Whether somebody is called something, and not rung up ("calls them one army with two flags")."""
    return verb.tag in ("VBZ", "VBP") and len(verb.all("dobj", "oprd")) > 1


def _is_of_truce(around: Frame) -> bool:
    """Whether the violations that somebody commits are of a truce told before, and not of rights or laws."""
    plain = not any(nouns_of(one) or one.all("amod", "compound") for one in around.objects)
    return plain and around.recall(things("truce"), None) is not None


def _is_house(found: Found, office: Token) -> bool:
    """Whether an office is rooms in a place, and no post."""
    return any(found.mention_of(one) for one in office.all("compound", "poss", "nmod", "amod"))


def _telling(deed: Deed, around: Frame) -> list[Token]:
    """The noun without which a verb does not tell what happened ("clashes began", "shells came", "guns were heard")."""
    pattern = deed.pattern
    if pattern.name == "outbreak" or (pattern.subject is not None and "shell" in pattern.subject):
        return around.subjects[:1]
    if pattern.name == "heard":
        return [one for one in around.objects if pattern.object is not None and is_a(one, pattern.object)][:1]
    calls = things("call") if pattern.type == "CONSULT" and pattern.word in ("take", "receive", "get") else frozenset()
    return [one for one in around.objects if is_a(one, calls)][:1]


def _fought_in(deed: Deed) -> list[Token]:
    """The fight in which lives were lost ("lost their lives in fighting near the dam"), part of what tells of it."""
    if deed.pattern.rest[-1:] not in (("life",), ("lives",)):
        return []
    verbs = [deed.head, *(one for one in deed.head.all("conj") if one.lemma in words("events", "harm"))]
    fights = things("war") | things("attack")
    return [one for verb in verbs for one in nouns_after(verb, "in", "during") if is_a(one, fights)][:1]


def _carried(deed: Deed, around: Frame) -> list[Token]:
    """What an idiom's verb carries: the thing it is told of, and the preposition of "were over", "were inside"."""
    pattern = deed.pattern
    things_told = [one for one in around.objects if pattern.object is not None and is_a(one, pattern.object)][:1]
    if pattern.type == "CONSULT":
        things_told += [one for one in around.subjects if pattern.subject is not None and is_a(one, pattern.subject)][
            :1
        ]
    if deed.head.lemma == "be":
        things_told += [one for one in deed.head.all("prep") if one.lower in pattern.prep][:1]
    return [one for one in things_told if one.pos != "PROPN"]


# Verbs that tell nothing without their object.
_WITH_OBJECT = frozenset({"lose", "leave"})


def _are_two(around: Frame) -> bool:
    """Whether the subject is two of whom was told before ("the two leaders spoke on Saturday")."""
    before = [one.lower for noun in around.subjects for one in noun.all("nummod", "predet", "det")]
    return any(one.tag == "NNS" for one in around.subjects) and bool({"two", "both"} & set(before))


def _is_there(verb: Token) -> bool:
    """Whether a verb only says that there was such a thing ("there was fighting on the road")."""
    return any(one.child("expl") is not None for one in (verb, *verb.all("aux")))


def _is_by_none(around: Frame) -> bool:
    """Whether somebody says that nobody did it ("nobody has retaken the palace")."""
    return any(one.lower in ("nobody", "none") for one in around.subjects)


def _take_sides(found: Found, deed: Deed, around: Frame) -> None:
    """Those named by the truce or the fight itself ("the truce between X and Y collapsed")."""
    about_truce = deed.pattern.name.startswith("truce")
    things_told = [one for one in (*around.subjects, *around.objects) if not actors(found, [one])]
    if about_truce and deed.pattern.subject:  # what collapses is the truce; "it" is nobody
        deed.initiators = ()
    if about_truce or deed.pattern.name == "outbreak" or deed.pattern.mutual:
        deed.initiators = unique((*deed.initiators, *without(sides(found, [*things_told, deed.head]), deed.recipients)))
    if about_truce:
        partners = actors(found, (inner for one in things_told for inner in nouns_after(one, "with")), states=True)
        deed.recipients = unique((*deed.recipients, *without(partners, deed.initiators)))


def _is_official(found: Found, link: Link) -> bool:
    """Whether somebody bears a title somewhere in the report, so that his journey is a visit."""
    words_said = link.span.text.lower().split() if link.span else []
    if any(word in things("office") | things("envoy") | _DELEGATES for word in words_said):
        return True
    mention = named(found, link)
    return mention is not None and any(
        one.roles and (one.id == mention.id or (one.name and one.name == mention.name)) for one in found.mentions
    )


def _can_promise(found: Found, noun: Token) -> bool:
    """Whether somebody can answer for what a state or an armed group will do."""
    link = found.link(noun)
    return is_a(noun, things("troops") | things("foe")) or _is_official(found, link) or _is_party(found, link)


def _is_owned(noun: Token) -> bool:
    """Whether something is one's own, as far as the pronoun before it tells ("its right")."""
    return any(one.tag == "PRP$" for one in noun.all("poss"))


def _is_of_state(found: Found, nouns: Iterable[Token]) -> bool:
    """Whether one of these is a state."""
    mentions = (found.mention_of(one) for one in nouns)
    return any(one is not None and one.type == "state" for one in mentions)


def _is_outlet(found: Found, link: Link) -> bool:
    mention = named(found, link)
    return mention is not None and (mention.type == "outlet" or mention.reading == "outlet")


def _is_of_press(found: Found, noun: Token) -> bool:
    mention = found.mention_of(noun)
    return mention is not None and mention.reading == "outlet"


def _is_party(found: Found, link: Link) -> bool:
    """Whether somebody is a state or an armed group by name, so that what he leaves or takes is ground."""
    mention = named(found, link)
    return mention is not None and mention.type in ("state", "government", "armed group", "people", "alliance")


# How many fell, as one side says of the other without knowing.
_VAGUE = frozenset({"dozen", "score", "hundred", "thousand", "dozens", "scores", "hundreds", "thousands"})
_WARS = frozenset({"war", "conflict"})
# Bodies that meet with themselves ("the committee met").
_BODIES = frozenset({"group", "council", "committee", "commission", "panel", "cabinet", "government", "parliament"})
_DELEGATES = frozenset({"delegation", "minister", "president", "mission", "team", "negotiators", "mediators", "envoys"})


def _is_plural(noun: Token) -> bool:
    if noun.lemma.lower() in _BODIES:
        return True
    return noun.tag in ("NNS", "NNPS", "CD") or noun.lower in ("they", "we", "both", "who") or bool(noun.all("conj"))


def _is_somebody(found: Found, noun: Token, wanted: Literal[True, "person"]) -> bool:
    if wanted == "person":
        named_so = [found.mention_of(one) for one in (noun, *noun.all("appos"))]
        person = any(mention is not None and mention.type == "person" for mention in named_so)
        return person or noun.lower in ("him", "her", "them", "me", "us")
    return noun.lower in ("other", "others", "another") or bool(actors(found, [noun]))


def _is_own(link: Link) -> bool:
    """Whether what is named belongs to the one who acts ("recalled our ambassador", "warned that its fleet …")."""
    return link.span is not None and link.span.text.lower().split()[0] in ("our", "its", "their", "my")


# To have these done to it, somebody must be another's.
_OF_OTHERS = frozenset({"SANCTION", "THREATEN", "RETREAT"})


def _is_violent(found: Found, deed: Deed, around: Frame) -> bool:
    """Whether somebody fell or died by force: with a day, a place or a fight, and by no other cause told."""
    verb = deed.head
    if verb.tag in ("VBZ", "VBP") or verb.all("acomp", "oprd", "advcl", "neg"):
        return False
    causes = words("events", "causes")
    if any(is_a(one, causes) or one.lemma.lower() in causes for one in around.after()):
        return False
    fights = around.after("in", "during", "at")
    if any(one.lemma in _VIOLENT for one in _sentence(verb)):
        return True  # "gunmen opened fire; the driver died on the spot"
    return has_day(found, verb) or bool(places(found, [verb])) or any(is_a(one, things("war")) for one in fights)


_VIOLENT = frozenset(
    {"shoot", "bomb", "shell", "attack", "ambush", "explode", "strafe", "gunman", "mortar", "gunfire", "fire"}
)


def _sentence(word: Token) -> list[Token]:
    """The words of the tree in which a word stands."""
    top = word
    for one in word.ancestors:
        top = one
    return top.subtree


def _is_told(found: Found, deed: Deed, around: Frame) -> bool:
    """Whether a verb of killing tells of one event, and is no count of losses nor told by its subject's noun."""
    telling = [one for one in around.subjects if one.lemma not in ("war", "conflict")]
    if any(one.tag == "VBG" or match_noun(one) for one in telling):
        return False  # "the raid killed five": the raid is the event
    if deed.head.dep == "conj" and deed.head.head.lemma in words("events", "harm") and not _has_own_dead(deed.head):
        return False  # "killed two and wounded five" is one event
    bare = deed.head.tag == "VBN" and not deed.head.all("aux", "auxpass", "agent", "nsubj", "nsubjpass")
    if bare and deed.head.dep not in ("acl", "relcl", "advcl"):
        return has_day(found, deed.head) and deed.head.dep != "conj"  # "64 killed, 340 wounded" is a count
    if not around.passive or around.subjects:
        if deed.pattern.prep and deed.pattern.turned:
            return True  # "more than 20 died in an attack"
        return bool(deed.initiators or deed.recipients or any(one.all("nummod") for one in around.objects))
    if deed.head.dep in ("acl", "relcl") and not _has_own_patient(deed.head):
        return has_day(found, deed.head)
    if any(one.lower in ("was", "were") for one in deed.head.all("auxpass")):
        return True
    if any(is_a(one, things("attack") | things("war")) for one in around.after("in")):
        return True  # "have been killed in a bombing"
    if any(one.lower == "had" for one in deed.head.all("aux")) and _has_own_patient(deed.head):
        return True  # "62 pilgrims had been killed"
    spanned = any(one.lower in _SPANNING for one in deed.head.all("prep"))
    located = bool(places(found, [deed.head, *around.objects]) or has_day(found, deed.head))
    return deed.head.dep != "conj" and (located or spanned)


_SPANNING = frozenset({"during", "since", "over"})


def _has_own_dead(verb: Token) -> bool:
    """Whether a second verb of harm has its own victims and its own auxiliary ("and 62 pilgrims had been killed")."""
    struck = any(one.pos == "NOUN" for one in verb.all("nsubjpass"))
    if struck and verb.head.lemma == "kill" and verb.head.tag == "VBD" and verb.head.child("nsubj") is not None:
        return True  # "they killed ten, and one soldier was wounded": two sides' dead
    own = bool(verb.all("aux")) and any(one.tag in _COMMON for one in verb.all("nsubjpass"))
    return own and verb.lemma != "wound" and verb.lemma != "injure"


_COMMON = frozenset({"NNS", "NNPS"})
# How many words before it a noun may go back to what it stands for.
_FAR = 400


def _has_own_patient(verb: Token) -> bool:
    """Whether a relative clause names those it is done to itself ("the raid in which nine people were killed")."""
    return any(one.tag[:1] != "W" for one in verb.all("nsubjpass"))


def _last_of(analysis: Analysis, before: Token, kinds: frozenset[str], pronoun: Token | None) -> Token | None:
    """The last noun of these kinds before a word, in its sentence or the one before it.

    A plural pronoun stands for a plural, and for none behind which other people are told of. A noun ("the
    agreement") may go back further, and to what its own sentence tells after it.
    """
    here = analysis.sentence_of(before)
    if pronoun is not None and pronoun.pos in ("NOUN", "PROPN"):  # "the Protocol", too
        told = analysis.tokens[max(0, before.i - _FAR) : here.first + len(analysis.words(here))]
        return next((one for one in reversed(told) if one is not pronoun and one.lemma in kinds), None)
    first = here.first
    if here.index and not analysis.sentences[here.index - 1].role:
        first = analysis.sentences[here.index - 1].first
    for token in reversed(analysis.tokens[first : before.i]):
        if token.pos not in ("NOUN", "PROPN") or token.dep == "compound" or token is pronoun:
            continue
        if pronoun is None or token.tag in _COMMON or token.all("conj"):
            if is_a(token, kinds):
                return token
            people = token.lemma in things("people") or token.lemma in words("events", "groups")
            if pronoun is not None and people and "soldier" in kinds:
                return None
    return None
