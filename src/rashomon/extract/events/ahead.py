"""What is told as yet to come without a word for it: what papers lay down, "as soon as they return", "let one fall"."""

from rashomon.extract.events.deed import Deed
from rashomon.extract.events.patterns import things
from rashomon.language.analysis import Token
from rashomon.model.annotation import Status

_OF_PAPERS = frozenset({"RETREAT", "MOBILIZE", "COOPERATE", "AID"})
_LAYING = frozenset({"envisage", "foresee", "stipulate", "prescribe", "require"})
# Papers of what is not agreed yet, and verbs for what stands in them ("a draft agenda lists the withdrawal third").
_DRAFTS = frozenset(
    {"draft", "agenda", "plan", "proposal", "roadmap", "timetable", "programme", "program", "blueprint"}
)
_LISTING = frozenset({"list", "contain", "include", "propose", "suggest"})
_PRESENT = frozenset({"VBZ", "VBP"})
_WOULD = frozenset({"will", "would", "shall", "'ll", "’ll"})
_ONCE = frozenset({"as", "once", "when", "after", "until", "till", "before", "whenever"})
_DAYS = frozenset({"day", "morning", "night", "evening", "hour", "moment", "minute", "week"})


def yet_to_come(deed: Deed) -> Status | None:
    """The status of a deed that its sentence puts ahead; None where it tells it as done."""
    head = deed.head
    if deed.frame is None:
        return "planned" if _is_laid_down(deed) else None
    to = head.tag == "VB" or (head.tag == "VBN" and any(one.lower == "to" for one in head.all("aux")))
    if to and any(one.lower == "for" for one in head.all("mark")):
        return "planned"  # "the plan asks for both to withdraw, and for the Front to leave the town"
    if _is_infinitival_for(head) or _is_to_be(deed):
        return "planned"
    if _is_supposed(head) or _is_awaited(head) or _is_of_a_day_to_come(head):
        return "hypothetical"
    return "planned" if _is_beside_a_plan(head) else None


def _is_laid_down(deed: Deed) -> bool:
    """Whether a noun is what a paper lays down ("provides for the withdrawal", "the protocol on the disarmament")."""
    if deed.pattern.type not in _OF_PAPERS:
        return False
    noun = deed.head
    while noun.dep in ("conj", "appos") and noun.head.pos in ("NOUN", "PROPN"):
        noun = noun.head
    above = noun.head
    if noun.dep == "nsubj" and noun is not deed.head:
        return above.lemma == "provide" or above.lemma in _LAYING  # the parse joins what is laid down to the paper
    if noun.dep == "dobj" or (noun.dep == "conj" and above.pos == "VERB"):
        if above.lemma in _LISTING and any(one.lemma in _DRAFTS for one in above.all("nsubj")):
            return True
        return above.lemma in _LAYING and above.child("nsubj", "nsubjpass") is not None
    if noun.dep != "pobj" or above.lower not in ("for", "on"):
        return False
    return (above.lower == "for" and above.head.lemma == "provide") or above.head.lemma.lower() in things("pact")


def _is_supposed(verb: Token) -> bool:
    """Whether a verb tells a case that is only put ("let one village be attacked", "in case they open fire")."""
    above = verb.head
    if verb.dep == "ccomp" and above.lower == "let" and above.i < verb.i and not above.all("nsubj", "aux"):
        return any(one.lower not in ("us", "me") for one in verb.all("nsubj", "nsubjpass"))
    case = [noun for one in verb.all("prep") if one.lower == "in" and one.i < verb.i for noun in one.all("pobj")]
    if verb.tag in _PRESENT and any(noun.lower == "case" and not noun.children for noun in case):
        return True
    return verb.tag in _PRESENT and verb.dep == "pcomp" and above.lower in ("provided", "providing")


def _is_awaited(verb: Token) -> bool:
    """Whether what somebody will do waits for a verb ("he would sign as soon as the rebels returned the guns")."""
    if verb.dep != "advcl" or verb.tag not in ("VBD", "VBZ", "VBP"):
        return False
    if not any(one.lower in _ONCE for one in verb.all("mark", "advmod")):
        return False
    above = verb.head if verb.head.lower not in ("soon", "long") else verb.head.head
    waits = any(one.lower in _WOULD for one in above.all("aux")) and not any(
        one.lower == "have" for one in above.all("aux")
    )
    return waits and not any(one.lower in ("had", "has", "have") for one in verb.all("aux"))


def _is_of_a_day_to_come(verb: Token) -> bool:
    """Whether a verb dates what is yet to be ("when observers arrive", "will leave on the day they ask it to")."""
    day = verb.head
    if verb.dep != "relcl" or day.lemma not in _DAYS or verb.tag not in ("VBZ", "VBP", "VBD"):
        return False
    if verb.tag in _PRESENT and any(one.lower == "when" for one in verb.all("advmod")):
        return True
    if day.dep != "pobj" or day.head.lower != "on" or any(one.lower == "had" for one in verb.all("aux")):
        return False
    above = day.head.head
    helping = {one.lower for one in above.all("aux")}
    if "would" in helping and above.dep != "ccomp":
        return False  # "he would die on the day the army took the town"
    if verb.tag == "VBD" and "would" not in helping:
        return False  # "the museum will open on the day the army took the town"
    return bool(helping & _WOULD) and "have" not in helping


def _is_to_be(deed: Deed) -> bool:
    """Whether a deed is told by what "is to be" ("from noon the guns were to be silent")."""
    verb = deed.head
    ahead = [one for one in verb.all("xcomp") if one.lemma == "be" and any(two.lower == "to" for two in one.all("aux"))]
    return verb.lemma == "be" and any(token in one.subtree for one in ahead for token in deed.cue)


def _is_infinitival_for(verb: Token) -> bool:
    """Whether it is what is provided or asked for ("for observers to be sent"), parsed as a clause about them."""
    noun = verb.head
    if verb.dep not in ("relcl", "acl") or verb.tag not in ("VBN", "VB") or noun.dep != "pobj":
        return False
    infinitive = any(one.lower == "to" for one in verb.all("aux"))
    return infinitive and noun.head.lower == "for"


def _is_beside_a_plan(verb: Token) -> bool:
    """Whether a clause in the present goes with what is planned ("is to lay down its arms while the army leaves")."""
    above = verb.head
    while above.dep == "ccomp" and above.tag in _PRESENT:
        above = above.head  # "would stay where they are while …"
    finite = [one for one in (*verb.all("aux", "auxpass"), verb) if one.tag in _PRESENT]
    if verb.dep != "advcl" or not finite or any(one.lower in ("has", "have") for one in finite) or above.tag != "VB":
        return False
    if verb.tag == "VBG":
        return False  # "is to visit Kenya while rebels are attacking": that is going on
    if above.dep == "ccomp" and any(one.lower in _WOULD for one in above.head.all("aux")):
        return True  # "the draft would have both sides stay while observers are sent"
    return above.head.lemma == "be" and any(one.lower == "to" for one in above.all("aux"))
