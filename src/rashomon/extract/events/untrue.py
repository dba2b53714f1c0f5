"""Whether what a sentence tells of is called untrue there, or said to be others' deed than those spoken of.

"It is a lie that …", "called the account of the raid a fable", "it was not our men who …".
"""

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words


def is_given_the_lie(analysis: Analysis, found: Found, head: Token) -> bool:
    """Whether what is told is called untrue, around it or right after it ("it is a lie that …", "That is false.")."""
    if _is_denied_behind(head) or _is_told_off(head) or _is_not_theirs(found, head):
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
    if noun.dep != "pobj" or noun.head.lower not in _ABOUT or noun.pos not in ("NOUN", "PROPN"):
        return False
    if charge.lemma.lower() not in _CHARGES:
        return False
    verb = next((one for one in charge.all("relcl")), charge.head)  # "the claims about it he described as lies"
    if verb.pos != "VERB" or verb.child("neg") is not None:
        return False
    behind = [*verb.all("prep"), *noun.all("prep")]
    as_what = [inner for one in behind if one.lower == "as" for inner in one.all("pobj")]
    called = {one.lower for one in (*verb.all("oprd", "attr", "acomp"), *as_what)}
    # "Rejected the report of the raid" may turn down what the report makes of it, not that there was a raid.
    return bool(called & _UNTRUE) or (_is_refuted(charge) and charge.lemma.lower() not in _PAPERS)


_ABOUT = frozenset({"of", "about", "concerning", "regarding"})
_PAPERS = frozenset({"report", "account", "version"})


def _is_not_theirs(found: Found, verb: Token) -> bool:
    """Whether it is told of others in a sentence that they did it ("it was not our men who …", "whoever did it …")."""
    above = verb.head
    if verb.dep == "csubj":
        whoever = any(one.lower == "whoever" for one in verb.all("nsubj"))
        return whoever and above.child("neg") is not None and above.lemma in ("come", "be", "belong")
    if verb.dep != "relcl" or above.head.lemma != "be" or above.head.child("neg") is None:
        return False
    if not any(one.lower in ("who", "that", "which") for one in verb.all("nsubj")):
        return False  # of those to whom it was done: "the women who were shot were not Kenyan"
    subjects = above.head.all("nsubj")
    if above.dep == "attr":
        beside = [*above.children, *above.head.children]
        alone = not any(one.lower in _ONLY for near in beside for one in (near, *near.children) if near is not verb)
        own = above.child("poss") is not None or found.mention_of(above) is not None
        return alone and own and above.lemma != "time" and any(one.lower == "it" for one in subjects)
    ours = [*above.head.all("acomp", "attr")]
    return above.dep == "nsubj" and any(one.lower in ("ours", "mine") or one.text[:1].isupper() for one in ours)


_ONLY = frozenset({"just", "only", "merely", "simply", "solely"})


def _is_untrue(verb: Token) -> bool:
    """Whether a verb says of something that it is untrue."""
    said = {one.lower for one in verb.all("acomp", "attr", "oprd")}
    return verb.lemma == "be" and bool(said & _UNTRUE or ("true" in said and verb.child("neg") is not None))


_UNTRUE = frozenset(
    {"false", "untrue", "lie", "lies", "fabrication", "invention", "fable", "fiction", "myth", "falsehood", "nonsense"}
    | {
        "propaganda",
        "fantasy",
        "slander",
        "tale",
        "tales",
        "legend",
        "hoax",
        "canard",
        "libel",
        "fabrications",
        "inventions",
        "baseless",
        "groundless",
    }
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
