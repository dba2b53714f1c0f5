"""How surely something is told to have happened, by whoever tells it.

In: a word (the head of an event or figure). Out: its status. The words above it in the
sentence are asked first (a negation, a condition, a wish), then the statement it stands in.
"""

from rashomon.extract.clauses import is_speech, says_none
from rashomon.extract.found import Found
from rashomon.extract.voices import holders, voices
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act, Status

__all__ = ["status", "voices"]

# How what is told in a statement stands, by the statement's act, where its own words leave it open.
_BY_ACT: dict[Act, Status] = {
    "accuse": "alleged", "deny": "denied", "promise": "planned", "threaten": "planned", "propose": "planned",
    "demand": "planned", "reject": "hypothetical", "predict": "hypothetical", "warn": "hypothetical", "judge": "judged",
}  # fmt: skip
_HAVE = ("has", "have", "'ve", "’ve")
_FINITE = ("VBD", "VBZ", "VBP")
# Statements that take for granted what they tell by the way.
_PRESUPPOSING = ("demand", "promise", "threaten", "propose", "reject", "predict", "warn", "judge")
# Steps up the tree that keep the deed inside the same assertion.
_INSIDE = {
    "xcomp",
    "ccomp",
    "pcomp",
    "pobj",
    "prep",
    "dobj",
    "conj",
    "auxpass",
    "aux",
    "nsubjpass",
    "oprd",
    "attr",
    "acomp",
    "agent",
    "dative",
}


def status(analysis: Analysis, found: Found, token: Token) -> Status:
    """How the deed told by `token` stands: asserted, denied, planned … (see `Status`)."""
    inside = holders(found, token)
    act = inside[0].act if inside else None
    if act == "deny" and token.pos != "PRON":
        return "attributed" if _is_taken_as_so(token) else "denied"
    # What hangs above a statement's cue is another's word, and says nothing of this deed.
    local = _local(analysis, token, {span.start for statement in inside for span in statement.cue})
    if act == "accuse" and local == "planned":
        return "alleged"  # "accused of trying to …": the attempt is what is alleged
    if local is not None:
        return local
    if act in _PRESUPPOSING and _is_presupposed(token):
        return "attributed"  # "asked for access to the market where eleven people died"
    return _BY_ACT.get(act, "attributed") if act else "asserted"


def _is_taken_as_so(token: Token) -> bool:
    """Whether who denies takes a deed for granted: "the ban which the Council imposed", "since the guns fell silent".

    "The raid that, as they say, was flown" is another's word; "a report that said …" is no known thing.
    """
    for one in (token, *token.ancestors):
        if one.dep in ("relcl", "advcl"):
            helping = {two.lower for two in one.all("aux")}
            bare = one.tag == "VBN" and not helping and one.child("nsubj") is not None  # a past taken for a participle
            past = one.tag == "VBD" or bare or any(two.tag == "VBD" for two in one.all("auxpass", "aux"))
            said = any((is_speech(two) or two.lemma in _SAYING) and two.tag in _FINITE for two in one.subtree)
            if not past or one.child("neg") is not None or helping & _UNSURE or said:
                return False
            if one.dep == "advcl":
                return any(two.lower in _DATING and two.i < one.i for two in one.all("mark", "advmod"))
            if one.head.dep == "dobj" and one.head.head.lemma == "deny":
                return False  # "denied the massacre that the guard carried out": it is what is denied
            known = {"the", "that", "those", "these"} & {two.lower for two in one.head.all("det")}
            named = one.head.pos == "PROPN" or one.head.child("poss") is not None
            return bool(known or named) and one.head.lemma not in _CHARGES
        if one.dep not in _INSIDE or one.dep in ("ccomp", "xcomp"):
            return False
    return False


_SAYING = frozenset({"say", "claim", "allege", "report", "insist", "maintain", "assert"})
_DATING = frozenset({"since", "after", "before", "when", "until"})
_UNSURE = frozenset({"will", "would", "may", "might", "could", "should", "did"})
# What such a clause may follow and be no known thing: "the claim that was made".
_CHARGES = frozenset(
    {"claim", "charge", "report", "allegation", "accusation", "rumour", "rumor", "story", "suggestion"}
)


def _local(analysis: Analysis, token: Token, cues: set[int]) -> Status | None:
    """What the words around and above `token` say, up to the cue of the statement it stands in."""
    if token.pos == "NOUN" and (own := _of_noun(token)) is not None:
        return own
    below, at = None, token
    while True:
        found = _of_word(at, below)
        if found is not None:
            return found
        if at.head is at or at.start in cues or _covers(at.head, cues) or _stands_apart(at) or _takes_as_so(at):
            break
        found = _of_step(at)
        if found is not None:
            return found
        if at.dep not in _INSIDE:
            break
        below, at = at, at.head
    if _is_readiness(token):
        return "planned"
    if _is_total(token):
        return "aggregate"
    return _of_sentence(analysis, token)


def _stands_apart(clause: Token) -> bool:
    """Whether a clause only stands before another one in its sentence: "It took the truce; it did not take the lie"."""
    finite = clause.tag in _FINITE or any(one.tag in _FINITE for one in clause.all("aux", "auxpass"))
    return clause.dep == "ccomp" and clause.i < clause.head.i and finite


def _takes_as_so(clause: Token) -> bool:
    """Whether a clause asks for a part of what is taken as so ("without saying how many had been killed")."""
    first = clause.subtree[0]
    return clause.dep in ("ccomp", "pcomp") and first.lower in _ASKING and first.i < clause.i


_ASKING = frozenset({"how", "who", "whom", "when", "where", "why", "which"})


def _is_presupposed(token: Token) -> bool:
    """Whether a word stands in a clause below a noun that tells of what is past."""
    for one in (token, *token.ancestors):
        if one.dep in ("relcl", "acl"):
            return one.tag == "VBD" or (one.tag == "VBN" and not any(aux.tag == "MD" for aux in one.all("aux")))
        if one.dep not in _INSIDE and one is not token:
            return False
    return False


def _is_total(verb: Token) -> bool:
    """Whether a verb sums up losses up to now, and tells of no one day: "has lost five aircraft"."""
    downed = verb.lemma in ("bring", "shoot") and any(one.lower == "down" for one in verb.all("prt", "advmod"))
    if verb.lemma not in words("certainty", "losses") and not downed:
        return False
    if not any(one.lower in _HAVE for one in verb.all("aux")):
        return False
    return any(
        below.tag == "CD" and below.lower not in words("certainty", "few")
        for one in verb.all("dobj")
        for below in (one, *one.children)
    )


def _is_readiness(token: Token) -> bool:
    """Whether a word tells that somebody is ready to do something, which is not done yet."""
    ready = token if token.pos == "ADJ" else token.child("acomp")
    if ready is None or ready.lemma not in words("certainty", "willing_adjectives"):
        return False
    return ready.child("xcomp", "prep") is not None


def _covers(above: Token, cues: set[int]) -> bool:
    return above.start in cues or any(
        one.start in cues for one in above.children if one.dep in ("aux", "neg", "auxpass")
    )


def _of_noun(noun: Token) -> Status | None:
    """The status told by a noun's own modifiers: "no attack", "the third truce", "alleged raids"."""
    if says_none(noun):
        return "negated"
    for one in noun.children:
        if one.lower in words("certainty", "alleged"):
            return "alleged"
        if one.lower in words("certainty", "ordinals") and one.dep == "amod":
            return "aggregate"
    return None


def _of_word(at: Token, below: Token | None) -> Status | None:
    """What hangs on one word of the way up: its negation, its modal verb, its adverbs."""
    future = False
    possible = False
    for one in at.children:
        if one is below:
            continue
        if one.dep == "neg" or one.lower in words("certainty", "negators") or _is_never(one):
            return "hypothetical" if _is_if(at) else "negated"
        if one.dep in ("nsubj", "nsubjpass", "dobj") and at.pos in ("VERB", "AUX") and _is_none(one):
            return "negated"
        if one.dep == "aux" and one.lower in words("certainty", "possible") and one.tag != "NNP":
            possible = True
        if one.dep == "aux" and one.lower in words("certainty", "future"):
            future = True
        if one.dep == "advmod" and one.lower in words("certainty", "maybe"):
            possible = True
        if one.dep == "advmod" and one.lower in words("certainty", "alleged"):
            return "alleged"
        if one.dep == "advmod" and one.lower in words("certainty", "reported"):
            return "attributed"
    if _under_condition(at) or possible:
        return "hypothetical"
    return "planned" if future or _is_wished(at) else None


def _is_wished(at: Token) -> bool:
    """Whether a clause is in the subjunctive, and tells what somebody wants done: "that its neighbour withdraw"."""
    subject = at.child("nsubj", "nsubjpass")
    if at.tag not in ("VB", "VBP") or at.lower != at.lemma or at.child("aux", "auxpass") or subject is None:
        return False
    if not any(one.lower == "that" and one.i < subject.i for one in at.children):
        return False
    one_of_them = subject.tag in ("NN", "NNP") and not subject.child("conj", "appos")
    return one_of_them and subject.lower not in words("certainty", "collectives")


def _is_never(prep: Token) -> bool:
    """Whether a phrase says that it was not so at any time or in any way ("at no time", "by no means")."""
    if prep.dep == "aux":  # "under no circumstances did they fire"
        return any(_is_never(one) for one in prep.all("prep"))
    if prep.dep != "prep" or _opens_another(prep):
        return False
    return any(
        says_none(one) and f"{prep.lower} {one.lower}" in words("certainty", "never_phrases")
        for one in prep.all("pobj")
    )


def _opens_another(prep: Token) -> bool:
    """Whether such a phrase is put first with no verb after it, and so tells of what else stands there.

    "By no means a small force, they attacked", but "by no means did they attack" and "by no means all of them did".
    """
    subject = prep.head.child("nsubj", "nsubjpass")
    if subject is None or subject.i < prep.i:
        return False
    between = [one for one in prep.head.subtree if prep.i < one.i < subject.subtree[0].i]
    finite = any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in between)
    return not finite and any(one.text == "," for one in between)


def _is_if(at: Token) -> bool:
    """Whether a clause is a condition ("if it is not handed back")."""
    return any(one.dep == "mark" and one.lower == "if" and one.i < at.i for one in at.children)


def _is_none(noun: Token) -> bool:
    """Whether the phrase says that there is none: "nobody", "no patrol"."""
    return noun.lower in words("certainty", "nobody") or says_none(noun)


def _under_condition(at: Token) -> bool:
    """Whether a clause hangs on a condition, or is one."""
    conditions = words("certainty", "conditions")
    if _is_granted(at) or _is_behind_if(at):
        return True
    for one in at.children:
        if one.dep in ("mark", "advmod") and one.lower in conditions and one.i < at.i:
            return True
        if one.dep == "advcl" and any(mark.dep == "mark" and mark.lower in ("if", "unless") for mark in one.children):
            return True
        if one.dep == "advcl" and _inverted(one):
            return True
    return _inverted(at)


def _is_granted(clause: Token) -> bool:
    """Whether a clause is what must be so first ("provided that they left", "on condition that they leave")."""
    mark = next((one for one in clause.all("mark") if one.lower == "that"), None)
    if mark is None:
        return False
    near = (clause.head, *clause.head.children, *clause.head.head.children)
    return any(one.i == mark.i - 1 and one.lower in _GRANTING for one in near)


_GRANTING = frozenset({"provided", "providing", "condition", "proviso"})


def _is_behind_if(clause: Token) -> bool:
    """Whether the parse hangs the "if" of a condition on the clause behind it ("If, however, X is hit, we shall …")."""
    above = clause.head
    if clause.dep != "advcl" or clause.i > above.i or any(one.dep == "mark" for one in clause.children):
        return False
    first = clause.subtree[0].i
    return any(one.dep == "mark" and one.lower in ("if", "unless") and one.i < first for one in above.children)


def _inverted(clause: Token) -> bool:
    """Whether a clause is a condition without "if": "Should it fall, …", "Had they come, …"."""
    first = clause.child("aux")
    subject = clause.child("nsubj", "nsubjpass")
    if first is None or subject is None or first.lower not in ("should", "had", "were"):
        return False
    return first.i < subject.i and clause.dep in ("advcl", "ccomp", "ROOT") and first.text[:1].isupper()


def _of_step(at: Token) -> Status | None:
    """What the step from a word to the one above it says: "failed to …", "a plan to …", "to halt …"."""
    above = at.head
    helping = [one.lower for one in at.all("aux")]
    infinitive = "to" in helping and "have" not in helping  # "claims to have killed" tells of what is past
    gerund = at.tag == "VBG"
    if at.dep in ("xcomp", "ccomp", "pcomp", "dobj", "pobj", "acl", "advcl"):
        purpose = infinitive and at.dep == "advcl"  # "blocked the road to demand": no failing
        if (infinitive or gerund) and above.lemma in words("certainty", "failing") and not purpose:
            return "negated"
        if infinitive and above.lower in ("going", "gon"):
            return "planned"
        if at.dep == "pcomp" and above.lower in ("from", "without"):
            return "negated"
        if infinitive and above.lemma == "be":
            return "planned"
        if {"to", "have"} <= set(helping) and above.lemma == "be" and above.tag == "VBD":
            return "negated"  # "was to have begun at noon"
        if infinitive and above.pos == "ADJ":
            return _of_adjective(above)
        if above.lemma == "threaten" and infinitive and _is_no_speaker(above):
            return "hypothetical"  # a risk, no threat: "the fighting has threatened to widen"
        if above.lemma in words("certainty", "wanting") and (infinitive or at.dep in ("xcomp", "dobj", "ccomp")):
            if at.dep == "ccomp" and not infinitive and above.lemma in _TELLING and at.tag in ("VBD", "VBN"):
                return None  # "told reporters she had been taken"
            return "planned" if at.dep != "ccomp" or infinitive else "hypothetical"
        if infinitive and at.dep == "acl" and above.lemma in words("certainty", "wanting_nouns"):
            return "planned"
        if infinitive and at.dep == "advcl":
            return "planned"
    if at.dep == "relcl" and infinitive and at.tag in ("VB", "VBN") and not _is_singled_out(above):
        if at.tag == "VBN" and not _is_asked_for(above):
            return None  # "among the houses to be burnt that night"
        return "planned"  # "facing calls to step down", "is not a man to resign"
    if at.dep in ("pobj", "pcomp") and above.dep == "prep":
        return _of_preposition(above)
    return None


# Verbs of wishing that also tell what was.
_TELLING = frozenset({"tell", "insist", "advise"})


def _is_asked_for(noun: Token) -> bool:
    """Whether a noun is something asked for or needed ("asked for observers to be sent", "calls to be heard")."""
    above = noun.head.head if noun.dep == "pobj" else noun.head
    asking = words("certainty", "wanting") | words("certainty", "wanting_nouns")
    return noun.lemma in words("certainty", "wanting_nouns") or (noun.dep != "nsubj" and above.lemma in asking)


def _is_singled_out(noun: Token) -> bool:
    """Whether "to …" tells what a noun's holder did ("the first president to resign", "two of the three to be hit")."""
    before = [one for one in noun.children if one.i < noun.i]
    return noun.pos in ("NUM", "PRON") or any(one.lower in _SINGLE or one.tag == "JJS" for one in before)


_SINGLE = frozenset({"first", "second", "third", "last", "only", "latest", "next", "fourth", "fifth", "sole"})


def _is_no_speaker(verb: Token) -> bool:
    subject = verb.child("nsubj")
    return subject is not None and subject.lemma.lower() in words("speech", "things")


def _of_adjective(above: Token) -> Status | None:
    if above.lemma in words("certainty", "failing_adjectives"):
        return "negated"
    return "planned" if above.lemma in words("certainty", "wanting_adjectives") else None


def _of_preposition(preposition: Token) -> Status | None:
    """What a preposition says: "the threat of an attack", "called for a withdrawal", "without a shot"."""
    above = preposition.head
    if preposition.lower == "without":
        return "negated"
    if above.lemma in words("certainty", "wanting_nouns") and preposition.lower in ("of", "for", "to"):
        return "hypothetical"
    if above.lemma in words("certainty", "wanting") and preposition.lower in ("for", "of", "against", "on", "with"):
        return "planned"
    if above.lemma in words("certainty", "failing") and preposition.lower == "from":
        return "negated"
    return None


def _of_sentence(analysis: Analysis, token: Token) -> Status | None:
    """What the sentence as a whole says: a question or a command asserts nothing."""
    if token.tag == "VB" and token.head is token and token.child("aux", "nsubj") is None:
        return "hypothetical"
    sentence = analysis.sentence_of(token)
    end = analysis.document.text[max(sentence.start, sentence.end - 2) : sentence.end]
    return "hypothetical" if "?" in end and _is_asked(token) else None


def _is_asked(token: Token) -> bool:
    """Whether a question asks for the deed itself, and not why or how it was done, or takes it for granted."""
    for one in (token, *token.ancestors):
        if one.head is one:
            return not any(below.lower in ("why", "how") and below.dep == "advmod" for below in one.children)
        if one.dep in ("relcl", "acl"):
            return False
    return True
