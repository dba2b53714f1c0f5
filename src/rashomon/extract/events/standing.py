"""How surely a deed is told: its status, from its own words and from those above it."""

from rashomon.extract import certainty
from rashomon.extract.clauses import says_none
from rashomon.extract.events.ahead import yet_to_come
from rashomon.extract.events.deed import Deed, has_day
from rashomon.extract.events.fallen import FALLEN
from rashomon.extract.events.frames import frame
from rashomon.extract.events.habits import is_habit
from rashomon.extract.events.hearsay import hearsay, is_unproved
from rashomon.extract.events.kinds import is_a
from rashomon.extract.events.matching import ordinal
from rashomon.extract.events.nouns import bearer_of
from rashomon.extract.events.patterns import things
from rashomon.extract.events.proforms import DID_IT
from rashomon.extract.events.sums import adds_up
from rashomon.extract.events.unharmed import GONE
from rashomon.extract.events.untrue import is_given_the_lie
from rashomon.extract.found import Found
from rashomon.extract.timing import when_of
from rashomon.extract.voices import teller
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Status

# What tells of no more than a wish or a possibility also makes what hangs on it one.
_CONDITIONS = frozenset({"if", "unless", "until"})
_UNREAL: frozenset[Status] = frozenset({"planned", "hypothetical", "negated"})


def status_of(analysis: Analysis, found: Found, deed: Deed) -> Status:
    """How surely it is told, with what a noun's verb or the verb above a participle adds."""
    if deed.pattern is FALLEN:
        return "attributed" if teller(found, deed.head) else "asserted"  # they fell, whatever might have saved them
    told = _certainty(analysis, found, deed.head)
    if deed.pattern is GONE:
        return "negated" if told in ("asserted", "attributed") else told
    if told in ("asserted", "attributed") and deed.pattern.type != "ACCUSE":
        told = hearsay(deed.head) or told
    if told in ("asserted", "attributed") and bearer_of(deed.head) is not deed.head:
        return "aggregate"  # "a wave of bombings"
    if deed.frame is None and deed.verb is not None and deed.verb.lemma in words("events", "disowning"):
        return "denied"  # "disowns the attack"
    if told == "planned" and _is_refused_going(deed.head):
        return "negated"
    if told == "planned" and deed.pattern.type == "ASSAULT" and _is_attempted(analysis, found, deed.head):
        if is_given_the_lie(analysis, found, deed.head):
            return "denied"
        return "attributed" if teller(found, deed.head) else "asserted"
    if deed.pattern.name == DID_IT.name and told in ("asserted", "attributed"):
        return "attributed" if _is_confessed(found, deed) else "alleged"
    if deed.pattern.name == "truce named" and told in ("negated", "denied"):
        return "asserted"  # "nobody believed in Saturday's truce": there was one
    if told in ("planned", "asserted", "attributed") and _is_enacted(found, deed):
        return "attributed" if teller(found, deed.head) else "asserted"
    if told in ("asserted", "attributed") and (ahead := yet_to_come(deed)) is not None:
        return ahead
    if deed.blamed:
        return "judged"  # "blamed each other for the collapse": that it ended is said in passing, by nobody's deed
    if told in ("asserted", "attributed") and is_habit(deed.verb or deed.head):
        return "aggregate"
    if told in ("asserted", "attributed") and _is_yet_to_be(deed.verb or deed.head):
        return "hypothetical"
    if told in ("asserted", "attributed") and (
        _is_by_nobody(deed.head)
        or _is_what_none_does(deed.head)
        or _is_before_a_shot(deed.head)
        or is_unproved(deed.head)
        or _is_to_nobody(deed)
        or (deed.head.dep == "acl" and _is_neither(deed.head.head))  # "there was no garrison encircled"
    ):
        return "negated"
    if told in ("asserted", "attributed", "judged") and is_given_the_lie(analysis, found, deed.head):
        return "denied"
    if deed.accused and told in ("asserted", "attributed", "planned", "hypothetical"):
        return "alleged"
    if deed.pattern.complement == "threat" and told not in ("denied", "negated"):
        return "hypothetical"
    if deed.head.dep == "nsubj" and any(one.lemma in _POSSIBLE for one in deed.head.head.all("acomp")):
        return "hypothetical"  # "a second truce was possible"
    if deed.pattern.refused and told in _UNREAL:
        return "attributed" if teller(found, deed.head) else "asserted"
    if deed.pattern.name == "truce broken" and _is_under_way(deed.head):
        return "judged"  # "appears to be failing" is no end
    if told not in ("asserted", "attributed", "alleged"):
        return told
    if deed.pattern.type == "THREATEN" and _is_on_condition(analysis, deed.head):
        return "hypothetical"  # what is threatened hangs on a condition
    if deed.pattern.name == "awaited" or _is_to_come(deed):
        return "planned"
    if deed.pattern.name == "readiness":
        return "hypothetical"
    if deed.pattern.counted or adds_up(analysis, found, deed):
        return "aggregate"
    if deed.pattern.type == "CONSULT" and deed.frame is None and _is_one_of_a_series(found, deed.head):
        return "aggregate"
    if deed.pattern.name.startswith("truce") and any(ordinal(one) for one in deed.nouns if is_a(one, things("truce"))):
        return told if deed.frame is not None and has_day(found, deed.head) else "aggregate"
    if deed.verb is not None:
        above = certainty.status(analysis, found, deed.verb)
        if above in _UNREAL:
            return above
    if told == "alleged":
        return told  # "accused of trying to attack": the attempt is what is alleged
    return _from_above(analysis, found, deed.verb or deed.head, told)


def _is_on_condition(analysis: Analysis, verb: Token) -> bool:
    """Whether a threat tells when it would come true ("if …", "failing an answer", "Should this be so, …")."""
    told = verb.subtree
    opened = any(one.text == "Should" and one.dep == "aux" for one in told)
    return opened or any(one.lower in _CONDITIONS or _is_else(analysis, one) for one in told)


def _is_else(analysis: Analysis, word: Token) -> bool:
    """Whether a word opens what comes of a demand that is not met ("failing which", "; otherwise it would …").

    "For failing to appear" tells of what somebody did, and "the otherwise quiet town" of a town.
    """
    if word.lower == "failing":
        return word.dep in ("prep", "mark", "advcl", "acl") and not any(
            one.dep in ("xcomp", "aux") or one.lower == "in" for one in word.children
        )
    if word.lower != "otherwise" or word.i == 0 or analysis.tokens[word.i - 1].lower not in (";", "or"):
        return False
    return any(one.tag == "MD" for one in word.head.subtree if one.i > word.i)


def _is_refused_going(verb: Token) -> bool:
    """Whether somebody is "not going to" do it."""
    above = verb.head
    return verb.dep == "xcomp" and above.lower == "going" and above.child("neg") is not None


def _is_attempted(analysis: Analysis, found: Found, verb: Token) -> bool:
    """Whether force was used, though what was tried may have failed ("tried to kill the governor")."""
    above = verb.head
    if verb.dep != "xcomp" or above.lemma not in words("events", "trying"):
        return False
    past = above.tag == "VBD" or any(one.lower in ("has", "have", "had") for one in above.all("aux"))
    return past and certainty.status(analysis, found, above) in ("asserted", "attributed")


def _is_confessed(found: Found, deed: Deed) -> bool:
    """Whether those who say that they did it speak of themselves ("we did it")."""
    return any(one.span is not None and one.span.text.lower() in ("i", "we") for one in deed.initiators)


def _is_enacted(found: Found, deed: Deed) -> bool:
    """Whether a body has voted what it tells ("the council resolved to freeze", "parliament voted to extend")."""
    above = deed.head.head
    if (
        deed.head.dep not in ("xcomp", "advcl")
        or above.lemma not in ("vote", "resolve")
        or above.tag not in ("VBD", "VBN")
    ):
        return False
    if deed.pattern.type not in _ENACTED:
        return False
    mentions = (found.mention_of(one) for one in frame(above).subjects)
    bodies = any(one is not None and one.type not in ("person", "people", "armed group") for one in mentions)
    return bodies or any(is_a(one, _BODIES) for one in frame(above).subjects)


_ENACTED = frozenset({"SANCTION", "COERCE", "SUPPORT", "CONCEDE", "AID"})
_BODIES = frozenset(
    {"parliament", "council", "assembly", "congress", "senate", "cabinet", "deputy", "minister", "member", "lawmaker"}
)


def _is_one_of_a_series(found: Found, talk: Token) -> bool:
    """Whether only the place of a talk in a series is told ("the call, the third since May, lasted an hour")."""
    beside = [one for one in talk.all("appos") if one.lower in lexicon("events")["ordinals"] and one.lower != "first"]
    counted = any(below.lower in ("since", "in", "within") for one in beside for below in one.all("prep"))
    return counted and not has_day(found, talk)


def _is_yet_to_be(verb: Token) -> bool:
    """Whether a clause tells in the present of what is ahead or of any time ("before talks begin")."""
    finite = [one for one in (verb, *verb.all("aux", "auxpass")) if one.tag in ("VBZ", "VBP", "VBD", "MD")]
    if not finite or finite[0].tag not in ("VBZ", "VBP") or any(one.lower in ("has", "have") for one in finite):
        return False
    above = [verb.head, *verb.head.all("aux", "auxpass")]
    if finite[0].tag == "VBP" and verb.lemma in _ALIKE and any(one.tag == "VBD" for one in above):
        return False  # "when shells hit a market": past, and looks like the present
    if verb.dep == "ccomp" and verb.head.lemma == "provide" and verb.head.tag in ("VBN", "VBG"):
        return True  # "provided that they leave"
    return verb.dep == "advcl" and any(
        one.lower in _AHEAD and one.i < verb.i for one in verb.all("mark", "advmod", "prep")
    )


_ALIKE = frozenset(
    {"hit", "cut", "put", "set", "shut", "let", "burst", "hurt", "split", "spread", "beat", "cast", "quit"}
)
_AHEAD = frozenset({"before", "until", "once", "when", "whenever", "after", "till"})


def _is_to_come(deed: Deed) -> bool:
    """Whether the verb of a noun says that it is yet to be ("the exchange is to begin next week")."""
    verb = deed.head.head
    if deed.frame is None and deed.head.dep == "nsubj" and verb.tag in ("VBZ", "VBP") and verb.lemma in _BEGINNING:
        after = [one for one in verb.all("prep") if one.lower == "after" and one.i < verb.i]
        return any(one.lower in ("that", "this", "which") for prep in after for one in prep.all("pobj"))
    bare = deed.head.dep == "nsubj" and verb.tag == "VBN" and not verb.all("aux", "auxpass")
    if deed.frame is None and bare and verb.lemma in _FIXING:
        return True  # "the visit, foreseen for May, did not take place": the parse may make a verb of it
    if deed.frame is None and deed.head.dep == "nsubjpass" and verb.lemma in _FIXING:
        return any(one.tag in ("VBZ", "VBP") for one in verb.all("auxpass")) or verb.child("neg") is None
    if deed.frame is not None or deed.head.dep != "nsubj" or verb.lemma != "be" or verb.tag not in ("VBZ", "VBP"):
        return False
    return any(one.tag == "VB" and any(two.lower == "to" for two in one.all("aux")) for one in verb.all("xcomp"))


_BEGINNING = frozenset({"begin", "start", "follow", "resume", "open"})
# What is done to a deed that is yet to be ("an assault is set for the 19th").
_FIXING = frozenset(
    {"foresee", "set", "plan", "schedule", "fix", "prepare", "slate", "intend", "expect", "envisage", "contemplate"}
)
_POSSIBLE = frozenset({"possible", "likely", "unlikely", "conceivable", "imminent", "near"})


def _is_by_nobody(verb: Token) -> bool:
    """Whether those who do it, or to whom it is done, are none ("not a man was taken", "nobody fired")."""
    subjects = verb.all("nsubj", "nsubjpass")
    nobody = any(one.lower in _NOBODY or says_none(one) or _opens_with_no(one) for one in subjects)
    nobody = nobody or any(one.lower == "neither" for noun in subjects for one in noun.all("det"))
    counted = [*subjects, *(two for one in subjects for two in one.all("nummod", "det"))]  # "not one shell fell"
    nots = [(one, two) for one in counted for two in one.all("neg", "preconj", "advmod") if two.lower == "not"]
    return nobody or any(not _bounds_number(one, two) for one, two in nots)


def _is_what_none_does(verb: Token) -> bool:
    """Whether a bare verb is what somebody does not do ("what it will not do is sit down with them")."""
    if verb.tag != "VB" or verb.head.lemma != "be" or verb.all("aux", "nsubj"):
        return False
    return any(one.lemma == "do" and one.child("neg") is not None for one in verb.head.all("csubj", "nsubj"))


def _bounds_number(noun: Token, neg: Token) -> bool:
    """Whether "not" only bounds how many they were ("70 men, not more than 120")."""
    return any(one.i == neg.i + 1 and one.lower in ("more", "fewer", "less") for one in noun.subtree)


def _is_before_a_shot(verb: Token) -> bool:
    """Whether it is told that nothing was done before ("pulled out before a shot was fired")."""
    if verb.dep not in ("advcl", "pcomp") or not any(one.lower == "before" for one in (*verb.all("mark"), verb.head)):
        return False
    shots = [one for one in verb.all("nsubjpass", "nsubj", "dobj") if one.lemma in ("shot", "bullet")]
    return verb.lemma == "fire" and any(two.lower in ("a", "single") for one in shots for two in one.all("det", "amod"))


def _opens_with_no(noun: Token) -> bool:
    """Whether a phrase begins with "no", wherever the parse hangs it ("no earlier truce", but "no fewer than 30")."""
    words_said = [one.lower for one in noun.subtree[:2]]
    return words_said[0] == "no" and words_said[-1] not in ("fewer", "less", "more", "no")


def _is_to_nobody(deed: Deed) -> bool:
    """Whether those to whom it is done are none ("let nobody through", "handed pictures to no one")."""
    given = [noun for one in deed.head.all("prep", "dative") if one.lower == "to" for noun in one.all("pobj")]
    if deed.frame is not None and any(
        one.lower in _NOBODY or (one.lower == "one" and _is_neither(one)) for one in given
    ):
        return True
    objects = deed.frame.objects if deed.frame is not None and not deed.frame.passive else []
    if deed.head.lemma == "let":  # "let nobody through": the parse may make a clause of it
        objects = [*objects, *(noun for one in deed.head.all("ccomp") for noun in one.all("nsubj"))]
    return bool(objects) and all(one.lower in _NOBODY or _is_neither(one) for one in objects)


def _is_neither(noun: Token) -> bool:
    """Whether a noun is counted as none ("neither a rifle nor a room", "no weapons", "not a cartridge").

    "No fewer than 40 tanks" are some.
    """
    bounds = any(one.lower == "than" and one.i < noun.i for one in noun.subtree)
    return not bounds and any(
        one.lower in ("neither", "no", "not") and one.i < noun.i for one in noun.all("preconj", "det", "neg", "cc")
    )


_NOBODY = frozenset({"nobody", "none", "neither"})


def _certainty(analysis: Analysis, found: Found, head: Token) -> Status:
    """The status of a word, where the parse has not hung it on what has no bearing on it."""
    told = _of_words(analysis, found, head)
    if told == "negated" and (_has_own_clause(head) or _is_below_own_clause(head)):
        return "attributed" if teller(found, head) else "asserted"
    if told == "denied" and _is_looked_into(head):
        return "attributed" if teller(found, head) else "asserted"
    if told in ("negated", "denied", "planned", "hypothetical") and _stands_apart(head):
        return "attributed" if teller(found, head) else "asserted"
    return told


def _is_looked_into(noun: Token) -> bool:
    """Whether what is turned down is a paper on a deed, and not the deed ("rejected the report on the raid")."""
    told_of = {"on": ("report", "account", "version"), "of": ("account", "version")}
    return noun.dep == "pobj" and noun.head.head.lemma in told_of.get(noun.head.lower, ())


def _has_own_clause(verb: Token) -> bool:
    """Whether a verb only follows a negated one ("she never replied, and the guns were heard again")."""
    if verb.dep != "conj" or not verb.all("nsubj", "nsubjpass") or verb.child("neg") is not None:
        return False
    nobody = any(says_none(noun) for noun in verb.all("nsubj", "nsubjpass", "dobj"))
    finite = [one for one in (verb, *verb.all("aux", "auxpass")) if one.tag in ("VBD", "VBZ", "VBP")]
    return bool(finite) and not nobody and not any(one.lower in _NEGATING for one in verb.all("advmod"))


def _is_below_own_clause(head: Token) -> bool:
    """Whether only the clause before that of the verbs above is negated ("was not glad, but saw that X had left")."""
    for one in (head, *head.ancestors):
        if one is not head and _has_own_clause(one):
            return True
        nouns = one.all("nsubj", "nsubjpass", "dobj")
        none = any(noun.lower in _NOBODY or says_none(noun) for noun in nouns)
        if none or any(two.dep == "neg" or two.lower in _NEGATING for two in one.children):
            return False
        if one.dep not in ("ccomp", "conj", "xcomp") or one.head.lemma in words("certainty", "failing"):
            return False
    return False


_NEGATING = frozenset({"never", "hardly", "scarcely", "barely", "nowhere"})


def _stands_apart(head: Token) -> bool:
    """Whether a clause ends at a semicolon before the verb it hangs on, or "May" is a month taken for a verb.

    An infinitive of the past ("claims to have killed") is no plan either.
    """
    verb = head if head.pos in ("VERB", "AUX") else head.head
    if verb.child("neg") is not None:
        return False
    if any(one.text == "May" and one.dep == "aux" for one in verb.children):
        return True
    own = {one.lower for one in verb.all("aux")}
    if verb.dep == "xcomp" and {"to", "have"} <= own and verb.head.lemma in words("events", "claiming"):
        return verb.head.child("neg") is None
    if own & _UNSURE or verb.dep != "ccomp" or verb.head.i < verb.i:
        return False
    return any(one.text == ";" and verb.i < one.i < verb.head.i for one in verb.head.children)


_UNSURE = frozenset({"will", "would", "may", "might", "could", "should", "shall", "can"})


def _of_words(analysis: Analysis, found: Found, head: Token) -> Status:
    """The status of a word; a finite verb beside an infinitive is not what that infinitive is.

    "It was to begin at noon but collapsed": the parse hangs "collapsed" on "begin".
    """
    above = head.head
    if head.dep == "conj" and head.tag in ("VBD", "VBZ", "VBP") and above.tag == "VB":
        while above.dep in ("xcomp", "conj", "acomp") and above.tag == "VB" and above.head is not above:
            above = above.head
        if above.pos in ("VERB", "AUX") and above.tag != "VB" and head.child("neg") is None:
            return certainty.status(analysis, found, above)
    return certainty.status(analysis, found, head)


def _from_above(analysis: Analysis, found: Found, verb: Token, told: Status) -> Status:
    """`told`, unless a participle or infinitive hangs on a verb that tells of nothing real."""
    if _is_idea(verb) and not when_of(analysis, found, verb).known:
        return "hypothetical"
    while verb.dep in ("advcl", "xcomp", "conj", "pcomp") and verb.head is not verb:
        helping = {one.lower for one in verb.all("aux")}
        infinitive = "to" in helping and "have" not in helping  # "claims to have killed" is over
        if not infinitive and (verb.tag != "VBG" or (verb.dep == "advcl" and _is_going_on(verb))):
            return told
        above = verb.head if verb.head.pos in ("VERB", "AUX") else verb.head.head
        if infinitive and verb.dep != "conj" and above.lemma not in words("events", "implying"):
            return "planned"
        if above.pos not in ("VERB", "AUX"):
            return told
        over = certainty.status(analysis, found, above)
        if over in ("planned", "hypothetical"):
            return over
        verb = above
    return told


def _is_going_on(verb: Token) -> bool:
    """Whether a clause tells what goes on beside another ("is to visit Kenya while rebels are attacking a town")."""
    return any(one.lemma == "be" and one.tag in ("VBZ", "VBP", "VBD") for one in verb.all("aux"))


def _is_under_way(verb: Token) -> bool:
    return verb.tag == "VBG" and any(one.lemma == "be" for one in verb.all("aux"))


def _is_idea(verb: Token) -> bool:
    """Whether a verb only names a kind of deed ("no excuse for shelling a town", "to sign it is to lose")."""
    if verb.tag == "VB" and verb.dep in ("csubj", "csubjpass", "nsubj", "attr"):
        return True
    if verb.tag == "VBG" and verb.dep == "csubj" and any(one.tag == "MD" for one in verb.head.all("aux")):
        return True  # "pulling out would help"
    if verb.tag != "VBG" or verb.dep != "pcomp" or verb.head.lower not in ("of", "for", "against"):
        return False
    above = verb.head.head
    return above.pos == "NOUN" and above.lemma not in words("events", "charges") | words("events", "doings")
