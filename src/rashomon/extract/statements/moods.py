"""Whether a verb of speech is told as done: not denied, wished, asked for, or under a condition."""

from rashomon.extract.statements.phrases import is_willing
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words

# Verbs by which somebody speaks of their own speaking ("we are talking about hundreds").
_OF_ONESELF = {"say", "tell", "call", "ask", "speak", "think", "believe"}


def is_unreal(verb: Token) -> bool:
    """Whether the saying is denied, wished, asked for, put under a condition, or nobody's in particular."""
    for one in verb.children:
        modal = one.dep == "aux" and one.tag != "NNP" and one.lower in words("speech", "modals")  # "On 7 May each …"
        if one.dep == "neg" or (modal and not _only(verb)):
            return True
        if one.dep == "mark" and one.lower in words("speech", "unreal") and not _concedes(one):
            return True
    if verb.dep == "pcomp" and verb.head.lower in ("without", "from", "before"):
        return True
    if verb.tag == "VB" and not _only(verb) and not _is_present(verb):
        to = any(one.lower == "to" for one in verb.all("aux"))
        if to and (is_willing(verb) or _rings(verb)):
            return False
        return not (to and verb.dep == "xcomp" and verb.head.lemma in words("speech", "going_on"))
    if verb.lemma == "ask" and verb.tag in ("VBN", "VBD") and not verb.child("agent", "aux", "nsubj"):
        return verb.tag == "VBN" or verb.dep == "advcl"  # "Asked whether …, she said …"
    subject = verb.child("nsubj")
    if subject is None:
        return False
    own = subject.lower in ("i", "we") and verb.tag in ("VBP", "VBG") and verb.lemma in _OF_ONESELF
    own = own and not _demands(verb)
    somebody = subject.lower in ("you", "one") and verb.tag == "VBD"  # "One, a ferryman, said …"
    anybody = subject.lower in words("speech", "anybody") and not somebody
    return own or anybody


def _concedes(mark: Token) -> bool:
    """Whether a clause grants what is so: "even if both complained of it"."""
    before = mark.head.children if mark.lower == "if" else []
    return any(one.lower == "even" and one.i == mark.i - 1 for one in [*before, *mark.children])


def _is_present(verb: Token) -> bool:
    """Whether the parser took a present for an infinitive: "Osk and Lesk accuse it of …"."""
    subject = verb.child("nsubj")
    several = subject is not None and (subject.tag in ("NNS", "NNPS") or subject.child("conj") is not None)
    return verb.dep == "ROOT" and several and verb.child("aux") is None


def _rings(verb: Token) -> bool:
    """Whether somebody "rang to say", "went on television to announce" something."""
    above = verb.head
    told = above.tag in ("VBD", "VBZ", "VBP") and above.child("neg") is None
    return verb.dep in ("xcomp", "advcl") and told and above.lemma in words("speech", "turning")


def _demands(verb: Token) -> bool:
    """Whether who says "we call on …", "we ask them to …", demands something by it."""
    on = verb.lemma == "call" and any(one.lower in ("on", "upon", "for") for one in verb.all("prep"))
    deed = verb.child("xcomp", "ccomp")
    to = deed is not None and any(one.lower == "to" for one in deed.all("aux"))
    return on or (verb.lemma == "ask" and (to or any(one.lower == "for" for one in verb.all("prep"))))


def _only(verb: Token) -> bool:
    """Whether somebody "would only say" something, which tells what they said."""
    near = [one.lower for one in verb.children] + [below.lower for one in verb.all("ccomp") for below in one.children]
    return "only" in near and any(one.dep == "aux" and one.lower == "would" for one in verb.children)
