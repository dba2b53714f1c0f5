"""Losses that are summed up: no deed of a day, but what many came to."""

from rashomon.extract.clauses import is_speech
from rashomon.extract.events.deed import Deed, has_day
from rashomon.extract.events.kinds import is_a
from rashomon.extract.events.patterns import things
from rashomon.extract.events.stretches import over_time, own_phrase
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time

# A hundred has so many digits: so many do not fall at one place in one deed of which no day is told.
_HUNDREDS = 3
_MANY = frozenset({"hundred", "thousand", "hundreds", "thousands"})
_TALLIES = frozenset({"number", "toll", "count", "tally", "figure", "total", "list", "estimate"})
_LOSSES = frozenset({"loss", "casualty", "toll", "tally", "balance"})
_COUNTED = frozenset({"kill", "wound", "injure", "lose", "hurt"})
_SHARES = frozenset({"half", "majority", "most"})
# Words that also say which one it is ("a third was wounded"), or a part of a town.
_FRACTIONS = frozenset({"third", "quarter", "fifth"})
_THOUSANDS = 4
# Types of what is done and not only said, so that doing it so many times makes so many deeds.
_DONE = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID", "MOBILIZE"})


def adds_up(analysis: Analysis, found: Found, deed: Deed) -> bool:
    """Whether deeds are summed up: over a stretch of time, by the hundred without a day, or so many times.

    "Has lost 300 men since January", "400 killed in the same period", "no fewer than 600 rebels were killed", "the
    number of soldiers killed in the valley", "has shelled it twice", "some 380,000 people have been driven from home".
    """
    head = deed.head
    breach = deed.pattern.name == "truce broken"  # a truce that was broken nine times was broken
    if deed.frame is not None and deed.pattern.type in _DONE and not breach and _is_repeated(found, deed):
        return not _is_of_moment(found, head)  # "struck twice on Monday" is told of its day
    numbers = _numbers(deed)
    perfect = any(one.lemma == "have" for one in head.all("aux"))
    if perfect and deed.pattern.type in ("AID", "ASSAULT") and _is_for_long(head):
        return True
    if deed.pattern.mode == "deport" and _is_tallied(found, head):
        return True
    if deed.pattern.mode == "deport":
        return any(_is_many(one, _THOUSANDS) for one in numbers) and (perfect or not has_day(found, head))
    since = any(one.lower == "since" and one.dep in ("prep", "mark") for one in own_phrase(head))
    since = since or any(two.lower == "since" for one in head.all("advcl") for two in one.all("mark"))
    if (
        perfect
        and since
        and deed.pattern.type in ("AID", "ASSAULT")
        and deed.pattern.mode != "abduct"
        and _counts(head)
    ):
        return True
    if deed.pattern.type == "COERCE":
        seized = perfect and not any(one.lower == "had" for one in head.all("aux"))
        seized = seized and any(is_a(one, _MATERIEL) for one in deed.nouns if deed.frame)
        seized = seized and _is_taken_in_all(head) and not has_day(found, head)
        if seized and any(_is_many(one, _HUNDREDS) for one in numbers):
            return True  # "315 rifles have been captured"
        return since and head.dep == "acl" and any(one.lower in ("all", "every") for one in head.head.children)
    if deed.pattern.type != "ASSAULT":
        return False
    if _is_tallied(found, head) or (deed.frame is None and _has_cost(analysis, found, head)):
        return True
    if _is_holding(head) and any(_is_many(one, _THOUSANDS) for one in numbers):
        return True
    if _is_what_was_lost(analysis, found, deed, numbers) or (
        not has_day(found, head) and _is_left_on_the_field(found, deed)
    ):
        return True
    harm = deed.pattern.turned or deed.pattern.word in words("events", "harm") or _is_of_lives(deed)
    harm = harm or _is_of_combat(head)
    counts = words("events", "counts")
    counted = bool(numbers) or any(is_a(one, counts) for one in deed.nouns if deed.frame)
    if perfect and _is_of_moment(found, head):
        return False  # "had killed nine men the previous day"
    if perfect:
        harm = harm or (deed.frame is not None and any(is_a(one, things("fire")) for one in deed.frame.subjects))
        return harm and (counted or since)
    if harm and (over_time(analysis, found, head) or _is_share(found, deed)):
        return True
    if harm and any(_is_many(one, _TENS) for one in numbers) and _is_up_to_truce(found, head):
        return True
    many = any(_is_many(one, _HUNDREDS) for one in numbers) or any(is_a(one, _MANY) for one in deed.nouns if deed.frame)
    return harm and ((counted and since) or (many and not has_day(found, head)))


def _is_what_was_lost(analysis: Analysis, found: Found, deed: Deed, numbers: list[Token]) -> bool:
    """Whether a side's losses are told by their number and nothing else ("the army lost 38 tanks").

    What was lost at a place, in a fight, on a day or when something was done is told of that.
    """
    verb = deed.head
    if verb.lemma != "lose" or verb.dep not in ("ROOT", "ccomp", "conj", "parataxis") or has_day(found, verb):
        return False
    if verb.dep == "conj" and not verb.all("nsubj", "nsubjpass"):
        return False  # "drove into an ambush and lost 12 men"
    losing = verb.all("nsubj")
    if any(one.pos == "PRON" or one.lemma in _UNITS or one.all("acl", "relcl", "appos") for one in losing):
        return False  # "caught at the bridge, the column lost 12 men. It lost …"
    if verb.all("advcl", "npadvmod", "tmod", "agent") or any(not _is_wide(found, one) for one in verb.all("prep")):
        return False
    above = list(verb.head.children) if verb.dep == "ccomp" else []
    if any(one.dep in ("prep", "advcl", "npadvmod") and (one.i < verb.i or one.lower in _BEHIND) for one in above):
        return False
    if _is_behind_a_day(analysis, found, verb):
        return False
    return any(_is_many(one, _TENS) for one in numbers)


def _is_behind_a_day(analysis: Analysis, found: Found, verb: Token) -> bool:
    """Whether the sentence before tells what was done on a day ("They stormed it on Monday. The army lost 38 men")."""
    here = analysis.sentence_of(verb)
    before = analysis.sentences[here.index - 1] if here.index else here
    if before is here or before.paragraph != here.paragraph:
        return False
    for time in found.within(Time, before.start, before.end):
        inside = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
        above = next((one for one in inside[-1].ancestors if one.pos == "VERB"), None) if inside else None
        if time.when.is_day and above is not None and not is_speech(above):
            return True
    return False


_TENS = 2
# "… said *after* the raid": what was lost was lost in it.
_BEHIND = frozenset({"after", "following", "during"})
# What fights at one place: what it lost it lost there.
_UNITS = frozenset(
    {"brigade", "battalion", "company", "column", "platoon", "patrol", "squad", "squadron", "convoy", "crew", "unit"}
    | {"garrison", "regiment", "division", "battery", "detachment", "post"}
)


def _is_wide(found: Found, prep: Token) -> bool:
    """Whether a phrase tells of a country in which, or of what sort, and of no place or fight."""
    if prep.lower in ("of", "as", "to"):
        return True
    named = [found.mention_of(noun) for noun in prep.all("pobj")]
    return prep.lower == "in" and bool(named) and all(one is not None and one.country for one in named)


def _is_left_on_the_field(found: Found, deed: Deed) -> bool:
    """Whether fighters or a long fight have left many dead: what many days came to.

    "The rebels have left more than 130 corpses on the field", but "the bomb has left 130 dead in the market".
    """
    verb = deed.head
    if verb.lemma != "leave" or not any(one.lower in ("has", "have", "'ve", "’ve") for one in verb.all("aux")):
        return False
    dead = [*verb.all("dobj", "oprd"), *(two for one in verb.all("ccomp") for two in (one, *one.all("nsubj")))]
    told = any(one.lemma.lower() in _DEAD for noun in dead for one in (noun, *noun.children))
    return (
        told
        and any(_is_many(one, _HUNDREDS) for noun in dead for one in noun.subtree)
        and all(is_a(one, things("troops") | things("foe") | _LASTING) for one in verb.all("nsubj"))
    )


_DEAD = frozenset({"dead", "corpse", "body", "killed"})
_LASTING = frozenset({"offensive", "war", "fighting", "campaign", "conflict", "battle", "it", "they", "he", "we"})


def _is_of_combat(verb: Token) -> bool:
    """Whether a verb tells that men were put out of the fight ("put out of action", "liquidated")."""
    return verb.lemma in _FINISHING or (verb.lemma == "put" and any(one.lower == "action" for one in verb.subtree))


_FINISHING = frozenset({"liquidate", "eliminate", "neutralise", "neutralize", "annihilate"})


def _is_up_to_truce(found: Found, verb: Token) -> bool:
    """Whether losses are told up to a truce ("23 of its soldiers were killed before the ceasefire")."""
    if verb.all("agent") or not verb.all("nsubjpass") or has_day(found, verb):
        return False
    preps = verb.all("prep")
    bounds = [one for one in preps if one.lower in ("before", "until", "till") and not one.all("npadvmod", "advmod")]
    return len(bounds) == len(preps) and any(is_a(noun, things("truce")) for one in bounds for noun in one.all("pobj"))


def _is_of_lives(deed: Deed) -> bool:
    """Whether a verb tells of those who fell ("gave their lives", "have laid down their lives")."""
    return deed.frame is not None and any(one.lemma == "life" for one in deed.frame.objects)


def _is_holding(verb: Token) -> bool:
    """Whether it is told how many are held, who were taken at many times ("is holding 5,000 prisoners")."""
    taken = verb.all("dobj", "nsubjpass")
    return verb.lemma in ("hold", "have") and any(one.lemma in ("prisoner", "captive", "detainee") for one in taken)


def _is_taken_in_all(verb: Token) -> bool:
    """Whether arms were taken no one tells where or by whom, or up to now ("315 rifles have been captured so far").

    "Police have seized 200 rifles hidden in a truck" is one find.
    """
    own = list(own_phrase(verb))
    if any(one.lower in ("since", "altogether") or (one.head.lower, one.lower) in _UP_TO_NOW for one in own):
        return True
    taken = verb.all("nsubjpass")
    below = [one for noun in taken for one in noun.subtree] + own
    return bool(taken) and not any(one.dep == "agent" or (one.dep == "prep" and one.lower in _AT) for one in below)


_UP_TO_NOW = frozenset({("far", "so"), ("in", "all"), ("in", "total"), ("to", "date")})
_AT = frozenset({"in", "at", "on", "near", "inside", "outside", "aboard", "under", "during"})


def _is_for_long(verb: Token) -> bool:
    """Whether something has been done for months or years ("has armed and paid them for most of the war")."""
    # What is done for long after it with an object of its own is another deed ("attacked the port and held it").
    joined = [one for one in verb.all("conj") if not verb.all("dobj") and not one.all("nsubj")]
    preps = [prep for one in (verb, *joined) for prep in one.all("prep") if prep.lower in _DURING]
    for prep in preps:
        for noun in prep.all("pobj"):
            if noun.lemma in _LONG and noun.tag == "NNS":
                return True
            parts = [inner for one in noun.all("prep") if noun.lower in _PARTS for inner in one.all("pobj")]
            if any(one.lemma in _LONG | _WARS for one in (*parts, *([noun] if prep.lower == "throughout" else []))):
                return True
    return False


_DURING = frozenset({"for", "throughout"})
_LONG = frozenset({"month", "year", "decade"})
_WARS = frozenset({"war", "conflict"})
_PARTS = frozenset({"most", "much", "half", "all", "part", "rest"})
_MATERIEL = frozenset(
    {"rifle", "gun", "weapon", "vehicle", "tank", "mortar", "lorry", "truck", "round", "mine", "rocket", "missile"}
)


def _numbers(deed: Deed) -> list[Token]:
    """The numbers with the nouns of what a verb tells."""
    nouns = deed.nouns if deed.frame else []
    told = (one for noun in nouns for one in (noun, *noun.all("nummod")))
    return [one for one in told if one.tag == "CD" and one.lower != "one"]


def _has_cost(analysis: Analysis, found: Found, fight: Token) -> bool:
    """Whether it is told how many lives a long fight took ("the war cost 6,000 lives")."""
    verb = fight.head
    if fight.dep != "nsubj" or verb.lemma not in words("events", "toll"):
        return False
    below = [one for noun in verb.all("dobj") for one in noun.subtree if one.tag == "CD"]
    long = over_time(analysis, found, verb) or any(one.lower == "since" for one in own_phrase(verb))
    return any(_is_many(one, _THOUSANDS) for one in below) or (bool(below) and long)


def _is_of_moment(found: Found, verb: Token) -> bool:
    """Whether a day or a part of one stands with a verb ("on Tuesday", "the previous afternoon")."""
    own = list(own_phrase(verb))
    if any(one.lower in ("has", "have") for one in verb.all("aux")):
        return False  # "have now given their lives"
    if any(one.lower in ("since", "between", "from") for one in own):
        return False
    starts = {one.start for one in own}
    times = [one for one in found.within(Time, min(starts), max(starts) + 1) if one.evidence[0].start in starts]
    return any(one.when.is_day or one.timex.type == "TIME" for one in times) or any(
        one.lemma in _MOMENTS and one.tag == "NN" for one in verb.all("npadvmod", "tmod")
    )


_MOMENTS = frozenset({"day", "night", "morning", "afternoon", "evening"})


def _counts(verb: Token) -> bool:
    """Whether a number stands with what a verb is done to ("has given it some $3 billion")."""
    objects = verb.all("dobj", "dative")
    return any(one.tag == "CD" for noun in objects for one in (noun, *noun.all("nummod", "quantmod")))


def _is_repeated(found: Found, deed: Deed) -> bool:
    """Whether it is told how many times something was done ("twice", "was broken 33 times").

    Somebody who was shot twice was hit by two bullets in one deed.
    """
    verb = deed.head
    if verb.lemma in _BLOWS and not any(_is_ground(found, one) for one in verb.all("dobj", "nsubjpass")):
        return False
    if any(one.lower in ("twice", "thrice") for one in verb.all("advmod")):
        return True
    times = [one for one in verb.all("npadvmod", "dobj", "tmod") if one.lower in words("certainty", "times")]
    return any(one.all("nummod") or any(two.lower in ("several", "many") for two in one.all("amod")) for one in times)


_BLOWS = frozenset({"shoot", "fire", "stab", "hit"})


def _is_ground(found: Found, noun: Token) -> bool:
    """Whether a noun stands for a place or a body, which is hit anew each time."""
    mention = found.mention_of(noun)
    if mention is not None and mention.type in ("place", "state", "organisation", "government", "alliance"):
        return True
    return is_a(noun, things("buildings") | things("ground"))


def _is_share(found: Found, deed: Deed) -> bool:
    """Whether a part of those who were counted before is told of ("more than half were killed from the air")."""
    shares = [one for one in deed.nouns if deed.frame and (one.lemma.lower() in _SHARES or _is_fraction(one))]
    return bool(shares) and not has_day(found, deed.head)


def _is_fraction(noun: Token) -> bool:
    """Whether a noun is a part of a whole ("a third of the men", "two thirds", "more than a quarter")."""
    before = {one.lower for one in noun.subtree if one.i < noun.i}
    of = any(one.lower == "of" for one in noun.all("prep"))
    return noun.lemma.lower() in _FRACTIONS and (of or "two" in before or {"more", "than"} <= before)


def _is_tallied(found: Found, verb: Token) -> bool:
    """Whether it is told of those who are counted.

    "The total of recruits they believe were wounded", "drivers killed this autumn".
    """
    if verb.dep in ("advcl", "pcomp") and any(one.lower == "as" for one in (*verb.all("mark"), verb.head)):
        above = verb.head if verb.dep == "advcl" else verb.head.head
        counted = verb.lemma in _COUNTED and any(one.child("nummod") or one.tag == "CD" for one in verb.all("nsubj"))
        # Those who are counted do nothing: the parse takes "killed" in "six men killed" for what they did.
        own = [] if counted and not verb.all("dobj") else [verb]
        finite = any(one.tag in ("VBD", "VBZ", "VBP") for one in (*own, *verb.all("aux", "auxpass")))
        if finite or above.lemma not in words("figures", "giving"):
            return False  # "suffered its worst losses as rebels stormed the base"
        return any(one.lemma in _LOSSES for one in above.all("dobj"))  # "gives our losses as six men killed"
    told = verb
    while told.dep in ("ccomp", "xcomp", "conj") and told.head.dep in ("relcl", "acl", "ccomp"):
        told = told.head
    if told.dep not in ("acl", "relcl"):
        return False
    who = told.head  # the parser hangs the clause on those counted or on the count
    if who.dep == "pobj" and who.head.lower in ("as", "at") and who.child("nummod") is not None:
        return any(one.lemma in _LOSSES for one in who.head.head.all("dobj"))
    if who.lemma in _TALLIES or (who.dep == "pobj" and who.head.lower == "of" and who.head.head.lemma in _TALLIES):
        return not any(one.when.is_day for one in found.within(Time, verb.start, who.subtree[-1].end))
    return any(one.lower == "since" for one in verb.all("prep")) or any(
        one.lemma in ("year", "month") and any(det.lower == "this" for det in one.all("det"))
        for one in verb.all("npadvmod")
    )


def _is_many(number: Token, digits: int) -> bool:
    """Whether a number has so many digits or more."""
    told = number.lower.replace(",", "")
    return len(told) >= digits and told.isdecimal()
