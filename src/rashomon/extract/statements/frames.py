"""Statements whose words are no clause: "accused X of Y", "called X a Y", "urged X to Y", "denied the charge"."""

from collections.abc import Callable

from rashomon.extract.statements.counts import end_of_number
from rashomon.extract.statements.drafts import Draft, Place, cue_of, is_answer, place_below
from rashomon.extract.statements.sources import Source
from rashomon.extract.statements.tags import quote_after
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act

_NOMINAL = ("NOUN", "PROPN", "NUM")
# Verbs that name the one who is told before what they are told of.
_TELLING = {"inform", "notify", "brief", "remind", "tell"}
_OTHER = {"other", "another"}
# Whose view of something is nobody's in particular, or not told as a stand.
_NOBODY = ("i", "we", "you", "who", "many", "some", "most", "people")
_ABOUT = ("for", "over", "about", "at")
# Verbs that say what something comes from: "attributed the blaze to a leak".
_SOURCES = ("offices", "carriers", "informants")
_SETTING_DOWN = {"attribute", "ascribe"}


def of_object(analysis: Analysis, verb: Token, source: Source, takes: dict[str, Act]) -> Draft | None:
    """The statement of a verb whose words said are a noun phrase, an infinitive or a phrase after a preposition."""
    for way, find in _WAYS:
        if way in takes and (draft := find(verb, source, takes[way])):
            return draft
    return _by_preposition(analysis, verb, source, takes)


def named(analysis: Analysis, verb: Token, source: Source, act: Act) -> Draft | None:
    """The name somebody gives to something: "called the vote a farce", "described it as a farce"."""
    behind = [one for one in verb.children if one.i > verb.i and one.dep in ("oprd", "ccomp", "xcomp")]
    behind = [one for one in behind if not any(aux.lower == "to" for aux in one.all("aux"))]
    behind += [one for one in verb.children if one.i > verb.i and one.dep == "prep" and one.lower == "as"]
    first = verb.child("dobj")
    if not behind and first is not None and first.i > verb.i:
        behind = [one for one in first.all("prep") if one.lower == "as"]
    if not behind and first is not None and (after := _quoted_name(analysis, verb, first)) is not None:
        start = first.subtree[0].start
        return Draft(cue=cue_of(verb), act=act, source=source, content=[(start, after)], rule="named")
    if not behind or (verb.tag == "VBN" and verb.dep == "acl" and not verb.child("agent")):
        return None  # "a club called Maris"
    if first is None and all(one.pos == "PROPN" for one in behind):
        return None
    parts = [*behind, first] if first is not None and first.i > verb.i else behind
    start = min(one.subtree[0].start for one in parts)
    end = max(one.subtree[-1].end for one in behind)
    if _is_called_untrue(first or behind[0].child("nsubj"), behind):
        act = "deny"
    return Draft(cue=cue_of(verb), act=act, source=source, content=[(start, end)], rule="named")


def regarded(verb: Token, source: Source) -> Draft | None:
    """What somebody takes something for: "regarded the speech as a threat", "considers the raid a breach"."""
    if verb.lemma not in words("speech", "regarding") or verb.tag not in ("VBD", "VBZ", "VBP") or not source.heads:
        return None
    thing = verb.child("dobj")
    as_ = next((one for one in verb.all("prep") if one.lower == "as" and one.i > verb.i), None)
    small = next((one for one in verb.all("ccomp", "oprd") if one.i > verb.i and one.pos in ("NOUN", "ADJ")), None)
    small = None if small is not None and small.child("mark", "cop", "aux") is not None else small
    if verb.child("neg", "xcomp") is not None or (as_ is None or thing is None) == (small is None):
        return None
    end = as_ if small is None else small
    first = thing if thing is not None and thing.i > verb.i else small
    himself = first is not None and first.subtree[0].lower.endswith(("self", "selves"))
    if end is None or first is None or himself or source.heads[0].lower in _NOBODY:
        return None
    return Draft(cue=cue_of(verb), act="judge", source=source,
                 content=[(first.subtree[0].start, end.subtree[-1].end)], rule="named")  # fmt: skip


def declared(verb: Token, source: Source) -> Draft | None:
    """What somebody declares something to be: "a strait that Osk has declared to be its own"."""
    be = verb.child("xcomp")
    if verb.lemma not in ("declare", "proclaim", "pronounce") or be is None or be.lemma != "be" or not source.heads:
        return None
    to = next((one for one in be.all("aux") if one.lower == "to"), None)
    thing = verb.child("dobj") or (be.child("nsubj") if be.child("nsubj") is not None else None)
    start = thing.subtree[0] if thing is not None and thing.i > verb.i else to
    if start is None or to is None:
        return None
    return Draft(
        cue=cue_of(verb), act="judge", source=source, content=[(start.start, be.subtree[-1].end)], rule="phrase"
    )


def _quoted_name(analysis: Analysis, verb: Token, thing: Token) -> int | None:
    """Where the name in quotation marks ends that follows what is named ("called the vote “a farce”")."""
    last = thing.subtree[-1]
    quote = quote_after(analysis, last.end)
    if quote is None or thing.i < verb.i or analysis.document.text[last.end : quote.opening].strip():
        return None
    return quote.end


def _is_called_untrue(thing: Token | None, behind: list[Token]) -> bool:
    """Whether somebody's claim is called a lie: "called the report nonsense", "called it a lie"."""
    if thing is None or thing.lemma.lower() not in words("speech", "claims") | {"it", "this", "that"}:
        return False
    return any(below.lemma.lower() in words("speech", "lies") for one in behind for below in one.subtree)


def informed(verb: Token, source: Source, takes: dict[str, Act]) -> Draft | None:
    """What somebody is told of: "informed Oslo of the plan", the preposition wherever the parser put it."""
    whom = verb.child("dobj", "dative")
    if whom is None or verb.lemma not in _TELLING or verb.child("ccomp"):
        return None
    for one in verb.subtree:
        if one.dep == "prep" and one.lower in ("of", "about") and one.lower in takes and one.i > whom.i:
            inner = one.child("pobj", "pcomp")
            place = place_below(inner, verb.i) if inner is not None else None
            if place is not None:
                return Draft(cue=cue_of(verb), act=takes[one.lower], source=source, content=[place],
                             rule="preposition", addressees=[whom])  # fmt: skip
    return None


def _accused(verb: Token, source: Source, act: Act) -> Draft | None:
    """An accusation: "accused X of Y", "blamed X for Y", "was accused of Y"."""
    passive = verb.child("auxpass") is not None or (verb.tag == "VBN" and verb.dep == "acl")
    accused = (verb.child("nsubjpass") or (verb.head if verb.dep == "acl" else None)) if passive else verb.child("dobj")
    if accused is None or (verb.dep == "acl" and verb.tag == "VBN" and not source.heads):
        return None  # "people accused of theft"
    for one in [*verb.children, *accused.children]:
        if one.dep == "prep" and one.lower in ("of", "for") and one.i > verb.i:
            inner = one.child("pobj", "pcomp")
            place = place_below(inner, verb.i) if inner is not None else None
            if place is not None:
                return Draft(cue=cue_of(verb), act=act, source=source, content=[place], rule="accused",
                             accused=Source.of(accused, without=verb if passive else one))  # fmt: skip
    if verb.lemma == "blame" and not passive and (place := place_below(accused, verb.i)):
        return Draft(
            cue=cue_of(verb), act=act, source=source, content=[place], rule="blamed", accused=Source.of(accused)
        )
    return None


def _person(verb: Token, source: Source, act: Act) -> Draft | None:
    """What somebody is asked to do: "urged Oslo to wait", "called on Oslo to wait"."""
    infinitive = next((one for one in verb.children if one.i > verb.i and _is_infinitive(one)), None)
    if infinitive is None:
        return None
    cue = cue_of(verb)
    whom = verb.child("dobj", "dative") or infinitive.child("nsubj")
    towards = next(
        (one for one in verb.all("prep") if one.lower in ("on", "upon", "to") and one.i < infinitive.i), None
    )
    if whom is None and towards is not None:
        whom = towards.child("pobj")
        cue.append(towards)
    if whom is None:
        return None
    to = next((one for one in infinitive.subtree if one.lower == "to"), infinitive)
    act = "demand" if verb.lemma == "tell" else act
    place = place_below(infinitive, to.i - 1)
    return Draft(cue=cue, act=act, source=source, content=[place], rule="person", addressees=[whom]) if place else None


def _is_infinitive(clause: Token) -> bool:
    return clause.dep in ("xcomp", "ccomp", "advcl") and any(one.lower == "to" for one in clause.all("aux"))


def _infinitive(verb: Token, source: Source, act: Act) -> Draft | None:
    """A deed of the speaker: "vowed to fight on", "denied having fired"."""
    deed = verb.child("xcomp")
    if deed is None or deed.i < verb.i:
        return None
    place = place_below(deed, verb.i)
    return Draft(cue=cue_of(verb), act=act, source=source, content=[place], rule="infinitive") if place else None


def _object(verb: Token, source: Source, act: Act) -> Draft | None:
    """A noun phrase: "denied the charge", "the charge was denied", "a charge it denies"."""
    thing = verb.child("dobj") or (verb.child("nsubjpass") if verb.child("auxpass") else None)
    going_on = verb.child("xcomp") if thing is None and verb.lemma == "report" else None
    if going_on is not None and going_on.tag == "VBG" and going_on.i > verb.i:
        below = going_on.subtree  # "reported shelling in the suburbs"
        return Draft(cue=cue_of(verb), act=act, source=source, content=[(below[0].start, below[-1].end)], rule="object")
    if thing is not None and verb.dep == "relcl" and thing.i < verb.i and thing.lower in ("that", "which"):
        thing = None  # "a claim that Oslo dismissed"
    if act == "deny" and thing is not None and _is_kept_from(verb, thing):
        return None
    unsaid = thing is not None and thing.dep == "nsubjpass" and not source.heads
    if unsaid and act not in ("deny", "reject", "demand"):
        return None
    if act == "reject" and thing is not None and thing.lemma in words("speech", "claims"):
        act = "deny"  # who rejects an accusation denies it
    if thing is not None and _is_sayable(thing, act):
        return Draft(cue=cue_of(verb), act=act, source=source, content=[_object_place(verb, thing, act)], rule="object")
    above = verb.head
    points = verb.dep == "relcl" and above.lower in words("speech", "anaphors")
    if thing is None and act in ("deny", "reject") and points:
        act = "deny" if above.lemma in words("speech", "claims") else act
        kept = [one for one in above.subtree if one.i < verb.subtree[0].i]
        return Draft(
            cue=cue_of(verb), act=act, source=source, content=[(kept[0].start, kept[-1].end)], rule="pointed at"
        )
    if thing is None and act == "judge" and verb.dep == "relcl" and verb.child("nsubj") and _is_pointed(verb):
        kept = [one for one in above.subtree if one.i < verb.subtree[0].i and one.pos != "PUNCT"]
        return Draft(
            cue=cue_of(verb), act=act, source=source, content=[(kept[0].start, kept[-1].end)], rule="pointed at"
        )
    return None


def _is_kept_from(verb: Token, thing: Token) -> bool:
    """Whether a thing is denied to somebody, not a tale: "were denied water", "denied the ford to the enemy"."""
    tale = thing.lemma in words("speech", "claims") or thing.dep == "nsubjpass"
    to = (whom for one in verb.all("prep") if one.lower == "to" for whom in one.all("pobj"))
    foe = any(one.lemma.lower() in words("figures", "enemies") for one in to)
    return not tale and (foe or verb.child("auxpass", "dative") is not None)


def _is_pointed(verb: Token) -> bool:
    """Whether a relative clause has its "which" for an object: "the embargo, which Peru deplores"."""
    which = verb.child("dobj")
    return which is not None and which.lower in ("which", "that") and which.i < verb.i


def _is_sayable(thing: Token, act: Act) -> bool:
    """Whether an object can stand for words said: a noun phrase; "it" only where it is denied or rejected."""
    if any(one.lower == "no" for one in thing.children):
        return False
    if act in ("deny", "say") and thing.lemma in words("speech", "unsaid"):
        return False
    if thing.head.lemma == "cite" and any(thing.lemma.lower() in words("speech", one) for one in _SOURCES):
        return False  # who is cited is no content
    if thing.lemma == "much":  # "admitted as much"
        return any(one.lower == "as" for one in thing.children)
    if thing.pos == "PRON" or thing.lower in ("this", "that"):
        return act in ("deny", "reject", "judge") and thing.lower in ("it", "this", "that") and thing.tag != "WDT"
    # "reported casualties", "confirmed readiness": a bare noun tells too little to be what was said.
    told_of = thing.child("det", "poss", "nummod", "prep", "acl", "relcl") or _goes_on_to(thing.head, thing)
    told_of = told_of or _goes_on_about(thing.head, thing)
    bare = act == "say" and thing.pos == "NOUN" and not told_of
    return (thing.pos in _NOMINAL or thing.child("nummod") is not None) and not bare  # "claimed 40 dead"


def _object_place(verb: Token, thing: Token, act: Act) -> Place:
    """An object with what is said of it: "cited the audit as a reason", "ruled out talks until May"."""
    below = thing.subtree
    relative = thing.child("relcl") if thing.dep == "nsubjpass" else None
    if relative is not None and relative.i > thing.i:
        below = [one for one in below if one.i < relative.subtree[0].i]
    end = below[-1].end
    if (told := _told_later(verb, thing, act)) is not None:
        return below[0].start, told
    if verb.lemma in _SETTING_DOWN:
        return below[0].start, max([end, *(one.subtree[-1].end for one in verb.all("prep") if one.lower == "to")])
    for one in verb.all("prep", "xcomp", "advcl"):
        if one.i <= below[-1].i:
            continue
        mark = one.child("mark")
        goes_on = (
            one.dep == "xcomp"
            or one in (_goes_on_to(verb, thing), _goes_on_about(verb, thing))
            or one.lower in ("as", "for", "over", "about")
        )
        if goes_on or (act == "reject" and (mark or one).lower in ("until", "unless")):
            end = one.subtree[-1].end
    return below[0].start, end


def _told_later(verb: Token, thing: Token, act: Act) -> int | None:
    """Where the clause ends that tells a claim or offer behind what is put in: "the charge, made in Osk, that …"."""
    taken_up = words("speech", "claims") | words("speech", "wishes") | words("speech", "tales")
    if act not in ("deny", "reject") or thing.lemma not in taken_up or thing.child("acl", "relcl", "ccomp") is not None:
        return None
    above = [verb, *([verb.head] if verb.dep == "ccomp" and verb.head.i > verb.i else ())]
    clauses = [
        one for top in above for one in (*top.children, *(each for below in top.children for each in below.children))
    ]
    for clause in [*clauses, *above[1:]]:
        that = next((one for one in clause.all("mark") if one.lower == "that"), None)
        if that is not None and that.i > thing.i and clause.i > that.i:
            return clause.subtree[-1].end if clause is not verb.head else max(
                (one.end for one in clause.subtree if one.pos != "PUNCT"), default=None
            )  # fmt: skip
    return None


def _goes_on_to(verb: Token, thing: Token) -> Token | None:
    """The infinitive right behind an object, which the parser hung on the verb: "confirmed readiness to talk"."""
    after = thing.subtree[-1].i + 1
    behind = verb.all("xcomp", "advcl")
    return next((one for one in behind if any(each.lower == "to" and each.i == after for each in one.all("aux"))), None)


def _goes_on_about(verb: Token, thing: Token) -> Token | None:
    """The phrase right behind an object, which the parser hung on the verb: "voiced alarm over the dam"."""
    after = thing.subtree[-1].i + 1
    near = verb.lemma in ("voice", "express", "convey")
    return next((one for one in verb.all("prep") if near and one.i == after and one.lower in _ABOUT), None)


def _is_told(analysis: Analysis, inner: Token | None) -> bool:
    """Whether to speak of something tells it: a number, or words that are quoted."""
    if inner is None:
        return False
    if any(one.lower in ("a", "an") for one in inner.all("det")) and inner.head.head.dep != "ccomp":
        return True
    subject = inner.head.head.child("nsubj")
    if subject is not None and subject.lemma.lower() in words("speech", "informants") and inner.tag == "NNS":
        return True  # "Witnesses spoke of bodies in the canal"
    many = inner.lemma.lower() in ("dozen", "score", "hundred", "thousand")
    return many or inner.tag == "CD" or inner.child("nummod") is not None or analysis.quote_at(inner.start) is not None


def _by_preposition(analysis: Analysis, verb: Token, source: Source, takes: dict[str, Act]) -> Draft | None:
    for one in verb.all("prep"):
        if one.lower in takes and one.i > verb.i:
            inner = one.child("pobj", "pcomp")
            if verb.lemma == "speak" and not _is_told(analysis, inner):
                continue
            place = place_below(inner, verb.i) if inner is not None and inner.pos != "PRON" else None
            if place and inner is not None and inner.tag == "CD":
                place = (place[0], max(place[1], end_of_number(analysis, inner)))
            if place:
                return Draft(
                    cue=[*cue_of(verb), one], act=takes[one.lower], source=source, content=[place], rule="preposition"
                )
    return None


def bare_denial(verb: Token, source: Source) -> Draft | None:
    """A denial that does not repeat what it denies: "The ministry denies"."""
    if verb.lemma != "deny" or verb.tag not in ("VBD", "VBZ", "VBP") or not source.heads:
        return None
    if is_answer(verb):
        which = verb.child("dobj") or verb
        return Draft(cue=cue_of(verb), act="deny", source=source, content=[(which.start, which.end)], rule="pointed at")
    if any(one.dep in ("dobj", "ccomp", "xcomp", "nsubjpass", "oprd") for one in verb.children) or verb.dep == "relcl":
        return None
    return Draft(cue=cue_of(verb), act="deny", source=source, content=[], rule="denied")


_WAYS: tuple[tuple[str, Callable[[Token, Source, Act], Draft | None]], ...] = (
    ("accused", _accused), ("person", _person), ("infinitive", _infinitive), ("object", _object),
)  # fmt: skip


def ultimatum(verb: Token, source: Source) -> Draft | None:
    """A demand with a time limit: "gave them until Friday to leave"."""
    if verb.lemma != "give" or not source.heads:
        return None
    until = next((one for one in verb.subtree if one.lower in ("until", "till") and one.i > verb.i), None)
    deed = next((one for one in verb.subtree if one.i > verb.i and one.tag == "VB" and one.child("aux")), None)
    if until is None or deed is None or deed.i < until.i:
        return None
    whom = verb.child("dative") or verb.child("dobj")
    return Draft(cue=cue_of(verb), act="demand", source=source, content=[(until.start, deed.subtree[-1].end)],
                 rule="ultimatum", addressees=[whom] if whom is not None and whom.i < until.i else [])  # fmt: skip


EACH = ("each", "either", "both")
"""Before two who say the same of each other."""


def said_of_other(draft: Draft) -> None:
    """Make an accusation of what each of two says of the other: "each government swears that the other did it"."""
    verb = draft.verb
    told = draft.act == "say" or (draft.act == "accuse" and draft.rule == "noun")
    if not told or verb is None or not _is_each(draft.source, verb):
        return
    clause, thing = verb.child("ccomp", "acl"), verb.child("dobj")
    other = clause.child("nsubj") if clause is not None else None
    if other is None and thing is not None:  # "each party reported a violation by the other"
        near = (*thing.all("prep", "agent"), *verb.all("prep", "agent"))
        other = next((inner for by in near if by.lower == "by" for inner in by.all("pobj")), None)
    if other is not None and other.lower in _OTHER and any(one.lower == "the" for one in other.children):
        draft.act, draft.accused = "accuse", Source.of(other)


def _is_each(source: Source, verb: Token) -> bool:
    """Whether two speak, each for itself: "each side says", "Osk and Lesk each insist"."""
    if len(source.heads) == 2:
        return any(
            one.lower == "each"
            for one in (*verb.children, *(below for head in source.heads for below in head.children))
        )
    return len(source.heads) == 1 and (
        source.heads[0].lower in EACH or any(one.lower in EACH for one in source.heads[0].children)
    )


def blamed_each_other(draft: Draft) -> bool:
    """Whether a draft tells of two who accuse each other: "each side blamed the other"."""
    head = draft.accused.heads[0] if len(draft.accused.heads) == 1 else None
    if head is None or draft.act != "accuse":
        return False
    return head.lower in _OTHER and any(one.lower in ("each", "the", "one") for one in head.children)
