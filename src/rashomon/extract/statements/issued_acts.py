"""What a sentence does whose writer or speaker is a party: deny, promise, threaten, demand, refuse, accuse."""

from rashomon.extract.statements.drafts import takes_of
from rashomon.extract.statements.untruths import is_called_untrue
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act

_FIRST = ("we", "our", "ours", "i")
_WILL = ("will", "shall", "'ll", "’ll")
_WOULD = (*_WILL, "would", "'d", "’d")
_NOTHING = ("nothing", "nobody", "none", "no", "neither")
_NEVER = ("never", "nor", "neither")
# Subjects that speak of what others said or are, not of a deed.
_OTHERS = ("who", "which", "that", "this", "there", "what")
# Whose deeds are met with what will be: "Those who cross the line will be shot".
_ANYBODY = ("those", "anyone", "anybody", "whoever", "he", "all", "everyone", "nobody")
_SHARE = ("part", "hand", "role", "share", "involvement")
_FIRED = ("shell", "rocket", "mortar", "bullet", "bomb", "missile", "shot", "round", "fire", "shrapnel")
_SAFE = {"safe", "free", "welcome", "pardoned", "forgiven", "spared"}
_KINDLY = {"honour", "honor", "respect", "dignity", "care", "accordance", "humanity"}


def act_in(analysis: Analysis, sentence: Sentence) -> Act | None:
    """What a sentence does whose speaker says "we" of their own side; None where it only tells something."""
    root = next((one for one in analysis.roots(sentence) if one.pos in ("VERB", "AUX")), None)
    if root is None:
        return None
    subject = root.child("nsubj", "nsubjpass")
    return act_of(root, subject, issuer=subject is not None and is_issuer(analysis, sentence, subject, frozenset()))


def is_issuer(analysis: Analysis, sentence: Sentence, subject: Token, names: frozenset[str]) -> bool:
    """Whether a subject is the issuer: by a word of its name, "we", "our army", or an "it" behind such a sentence."""
    if subject.lower in _FIRST or any(one.lower in ("our", "my") for one in subject.all("poss")):
        return True
    if subject.lower == "it" and sentence.index:
        before = analysis.sentences[sentence.index - 1]
        above = next((root.child("nsubj") for root in analysis.roots(before)), None)
        return above is not None and before.paragraph == sentence.paragraph and above.lower in names
    return subject.lower in names


def act_of(root: Token, subject: Token | None, *, issuer: bool, reported: bool = False) -> Act | None:
    """What a sentence does, None where it only tells something; `issuer` is whether its subject speaks.

    `reported`: the words stand in reported speech, where what will be "would" be.
    """
    wills = _WOULD if reported else _WILL
    if any(one.lower in ("if", "whether", "?") for one in root.children):
        return None
    if subject is None:
        return _without_subject(root, wills)
    this = subject.lower in ("that", "this", "it") or subject.lemma.lower() in words("speech", "tales")
    if this and (is_called_untrue(root) or _was_not_us(root)):
        return "deny"
    if _comes_from(root, subject) or _is_work_of(root):
        return "accuse"
    if subject.lower in _OTHERS:
        return None
    if subject.lower in ("i", "we") and (done := _performed(root)) is not None:
        return done
    if root.lemma == "have" and not issuer and _has_until(root):
        return "threaten"
    helping = [one.lower for one in root.all("aux")]
    if any(one in wills for one in helping):
        return _of_will(root, issuer=issuer, negated=_is_negated(root) or _is_nothing(root))
    if "must" in helping and not issuer:
        return "demand"
    if root.lemma in words("speech", "lying") and root.tag == "VBG":
        return "deny"
    stands = root.lemma in ("be", "remain", "stand")
    if stands and any(one.lower in words("speech", "ready") for one in root.all("acomp")):
        return "promise" if root.tag in ("VBZ", "VBP") and not _is_negated(root) else None
    if _is_denied(root, subject, issuer=issuer):
        return "deny"
    if not issuer and not _is_negated(root) and _is_charged(root, subject):
        return "accuse"
    return None


def _was_not_us(root: Token) -> bool:
    """Whether something was another's doing: "That was not us"."""
    ours = any(one.lower in ("us", "me", "ours", "we") for one in root.all("attr"))
    return root.lemma == "be" and root.child("neg") is not None and ours


def _performed(root: Token) -> Act | None:
    """What is done by saying it: "We demand their release", "I offer an amnesty", "I forbid reprisals"."""
    if root.tag != "VBP" or root.child("aux") is not None or _is_negated(root):
        return None
    takes = takes_of(root) or {}
    ways = [way for way in ("object", "infinitive", "clause", "person", "accused", "for") if way in takes]
    act = takes[ways[0]] if ways else None
    return act if act not in (None, "say", "judge", "predict") else None


def _without_subject(root: Token, wills: tuple[str, ...]) -> Act | None:
    """A demand in the imperative ("Withdraw your troops"); a refusal of what will not be ("Nor will there be …")."""
    if any(one.lower in wills for one in root.all("aux")) and root.child("csubj", "csubjpass") is not None:
        return "promise" if _relents(root) or _is_kind(root) or _is_safe(root) else "threaten"
    if any(one.lower in wills for one in root.all("aux")) and root.child("expl") is not None:
        return "reject" if _is_negated(root) or _is_nothing(root) else "promise"
    if root.child("expl") is not None:
        return "deny" if is_past(root) and (_is_negated(root) or _is_nothing(root)) else None
    imperative = root.tag == "VB" and root.child("aux", "mark") is None and root.child("dobj", "ccomp") is not None
    if root.lemma == "let":  # "Let the League open the port"; not "Let us pray", "Let me say"
        clause = root.child("ccomp")
        whom = clause.child("nsubj") if clause is not None else None
        return "demand" if imperative and whom is not None and whom.lower not in ("us", "me") else None
    return "demand" if imperative and root.lemma not in ("thank", "be") else None


def _is_negated(root: Token) -> bool:
    return root.child("neg") is not None or any(one.lower in _NEVER for one in root.children)


def _is_denied(root: Token, subject: Token, *, issuer: bool) -> bool:
    """Whether a sentence says that the issuer did not do something, or that something did not happen."""
    if subject.lower in _NOTHING or (any(one.lower == "no" for one in subject.all("det")) and is_past(root)):
        return root.lemma != "be" or root.child("attr") is not None
    if root.lemma == "have" and any(one.lemma in _SHARE and _is_no(one) for one in root.all("dobj")):
        return True
    if root.lemma in words("speech", "no_denials"):
        return False
    if issuer:
        return _is_negated(root) or _is_nothing(root)
    return _is_negated(root) and is_past(root) and not (subject.pos == "PRON" or subject.tag in ("DT", "EX"))


def _is_no(noun: Token) -> bool:
    return any(one.lower == "no" for one in noun.all("det"))


def _is_nothing(root: Token) -> bool:
    """Whether nothing, or none, is done: "received no rockets", "agree to nothing", "fired on no one"."""
    things = list(root.all("dobj", "attr"))
    things += [inner for top in (root, *things) for one in top.all("prep") for inner in one.all("pobj")]
    return any(one.lower in _NOTHING or any(each.lower == "no" for each in one.all("det")) for one in things)


def is_past(root: Token) -> bool:
    """Whether a deed is told as past or done: "fired", "was fired", "has fired"."""
    if root.tag == "VBD" or any(one.tag == "VBD" for one in root.all("aux", "auxpass")):
        return True
    return root.tag == "VBN" and any(one.lemma == "have" for one in root.all("aux"))


def _is_charged(root: Token, subject: Token) -> bool:
    """Whether somebody is told to have done what one is accused of: "The regiment shelled the market"."""
    fired = root.lemma == "open" and any(one.lower == "fire" for one in root.all("dobj"))
    if not is_past(root) or not (fired or root.lemma in words("speech", "charging")):
        return False
    if subject.dep == "nsubjpass":
        return root.child("agent") is not None
    if subject.lower in ("it", "they"):
        return True
    return subject.pos in ("NOUN", "PROPN") and subject.lemma.lower() not in words("speech", "things")


def _comes_from(root: Token, subject: Token) -> bool:
    """Whether something fired is laid to somebody: "The shells came from the guards' barracks"."""
    return root.lemma == "come" and subject.lemma in _FIRED and any(one.lower == "from" for one in root.all("prep"))


def _is_work_of(root: Token) -> bool:
    """Whether a deed is laid to somebody: "This too was the work of the rebels"."""
    works = [one for one in root.all("attr") if one.lemma in ("work", "doing", "deed", "handiwork")]
    return root.lemma == "be" and any(each.lower == "of" for one in works for each in one.all("prep"))


def _is_condition(root: Token) -> bool:
    """Whether something is to be on a condition: "If the marsh is bombed, …", "Unless the camps are returned, …"."""
    clauses = [one for clause in root.all("advcl") for one in (*clause.all("mark"), *clause.all("aux"))]
    return any(one.lower in ("if", "unless", "should") for one in clauses)


def _of_will(root: Token, *, issuer: bool, negated: bool) -> Act | None:
    """What the issuer says will be: a threat where it harms, else a promise or refusal."""
    who = root.child("nsubj", "nsubjpass")
    if _is_condition(root) and not issuer and who is not None:
        return "reject" if negated or _is_no(who) else "promise" if _relents(root) or _is_kind(root) else "threaten"
    harmful = root.lemma in words("speech", "harming") and not _is_kind(root)
    subject = root.child("nsubj", "nsubjpass")
    passive = root.child("nsubjpass") is not None
    if any(one.lower in ("failing", "otherwise") for one in root.children):
        return "threaten"
    if subject is not None and subject.lower in _ANYBODY and subject.child("relcl") is not None:
        return "reject" if negated else "promise" if _relents(root) or _is_kind(root) or _is_safe(root) else "threaten"
    if negated:
        return ("promise" if harmful else "reject") if issuer else None
    if (issuer or passive) and not _relents(root) and _is_provoked(root):
        return "threaten"
    if _relents(root) and (issuer or passive or root.child("dobj", "advcl", "prep") is not None):
        return "promise"
    if harmful and (issuer or passive):
        return "threaten"
    return "promise" if issuer or (passive and _is_kind(root)) else None


def _is_safe(root: Token) -> bool:
    return any(one.lower in _SAFE for one in (root, *root.all("acomp", "oprd")))


def _relents(root: Token) -> bool:
    return root.lemma in words("speech", "relenting")


def _is_kind(root: Token) -> bool:
    """Whether somebody is to be treated well: "treated with honour", "held in accordance with the conventions"."""
    inner = [one for prep in root.all("prep") for one in prep.all("pobj")]
    return any(one.lower in _KINDLY for one in inner) or any(one.lower == "humanely" for one in root.all("advmod"))


def _is_provoked(root: Token) -> bool:
    """Whether something will be done if the other side does what is hostile: "Should they cross the river, …"."""
    for clause in root.all("advcl"):
        condition = any(one.lower in ("if", "should", "unless") for one in (*clause.all("mark"), *clause.all("aux")))
        if condition and clause.lemma in words("speech", "provoking"):
            return True
    return False


def _has_until(root: Token) -> bool:
    """Whether somebody "has until noon to" do something."""
    until = any(one.lower in ("until", "till") for one in root.all("prep"))
    return until and any(one.lower == "to" for below in root.subtree for one in below.all("aux"))
