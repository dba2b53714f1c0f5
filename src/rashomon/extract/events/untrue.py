"""Whether what a sentence tells of is called untrue there, or said to be others' deed than those spoken of.

"It is a lie that …", "called the account of the raid a fable", "it was not our men who …".
"""

from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words


def is_given_the_lie(analysis: Analysis, head: Token) -> bool:
    """Whether what is told is called untrue, around it or right after it ("it is a lie that …", "That is false.")."""
    if _is_denied_behind(head) or _is_told_off(head) or _is_not_theirs(head):
        return True
    for one in (head, *head.ancestors):
        if one.dep not in ("ccomp", "acl", "csubj", "relcl"):
            continue
        if one.dep in ("ccomp", "acl") and one.head.lemma in ("denial", "disavowal"):
            return True
        if _is_untrue(one.head) or _is_untrue(one.head.head) or _is_refuted(one.head):
            return True
    here = analysis.sentence_of(head).index + 1
    if here >= len(analysis.sentences) or not any(one.dep == "ccomp" for one in (head, *head.ancestors)):
        return False
    after = analysis.words(analysis.sentences[here])[:2]
    return len(after) == 2 and after[0].lower in ("that", "this") and _is_untrue(after[1])


def _is_denied_behind(head: Token) -> bool:
    """Whether a clause that opens a sentence with "that" is denied at its end ("that they did, Velm has denied")."""
    mark = head.child("mark")
    opens = mark is not None and mark.text == "That"
    denying = [one for one in head.all("ccomp", "parataxis", "conj") if one.i > head.i]
    return opens and any(one.lemma in words("events", "disowning") for one in denying)


def _is_told_off(noun: Token) -> bool:
    """Whether a deed is what a charge is about that is called untrue ("called the account of the raid a fable")."""
    charge = noun.head.head
    if noun.dep != "pobj" or charge.lemma.lower() not in _CHARGES or noun.pos not in ("NOUN", "PROPN"):
        return False
    verb = next((one for one in charge.all("relcl")), charge.head)  # "the claims about it he described as lies"
    if verb.pos != "VERB" or verb.child("neg") is not None:
        return False
    as_what = [inner for one in verb.all("prep") if one.lower == "as" for inner in one.all("pobj")]
    called = {one.lower for one in (*verb.all("oprd", "attr", "acomp"), *as_what)}
    return _is_refuted(charge) or bool(called & _UNTRUE)


def _is_not_theirs(verb: Token) -> bool:
    """Whether it is told of others in a sentence that they did it ("it was not our men who …", "whoever did it …")."""
    above = verb.head
    if verb.dep == "csubj":
        return above.child("neg") is not None and any(one.lower == "whoever" for one in verb.all("nsubj"))
    if verb.dep != "relcl" or above.head.lemma != "be" or above.head.child("neg") is None:
        return False
    subjects = above.head.all("nsubj")
    if above.dep == "attr":
        return any(one.lower == "it" for one in subjects)
    ours = [*above.head.all("acomp", "attr")]
    return above.dep == "nsubj" and any(one.lower in ("ours", "mine") or one.text[:1].isupper() for one in ours)


def _is_untrue(verb: Token) -> bool:
    """Whether a verb says of something that it is untrue."""
    said = {one.lower for one in verb.all("acomp", "attr", "oprd")}
    return verb.lemma == "be" and bool(said & _UNTRUE or ("true" in said and verb.child("neg") is not None))


_UNTRUE = frozenset(
    {"false", "untrue", "lie", "lies", "fabrication", "invention", "fable", "fiction", "myth", "falsehood", "nonsense"}
    | {"tale", "propaganda", "fantasy", "slander", "libel", "fabrications", "inventions", "baseless", "groundless"}
)


def _is_refuted(charge: Token) -> bool:
    """Whether a noun is a charge that its sentence turns down ("rejects the allegation that its aircraft bombed …")."""
    verb = charge.head
    turned_down = verb.lemma in _REFUTING and charge.dep in ("dobj", "nsubjpass")
    return turned_down and charge.lemma in _CHARGES and verb.child("neg") is None


_REFUTING = frozenset({"reject", "dismiss", "refute", "rebut", "deny", "dispute", "repudiate"})
_CHARGES = frozenset(
    {
        "allegation",
        "accusation",
        "claim",
        "charge",
        "report",
        "rumour",
        "rumor",
        "story",
        "insinuation",
        "tale",
        "version",
        "assertion",
        "account",
        "suggestion",
    }
)
