"""Stances in what one stresses: "stressed that the accord binds both", "would go home rather than sign a paper"."""

from rashomon.extract.clauses import is_negated, modal, subject, without
from rashomon.extract.found import Found
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Stance

# Those whom a pact binds of which one approves, and words that say that it does not bind so.
_ALL = frozenset({"both", "all", "each", "every", "everyone", "everybody", "either", "alike", "equally"})
_NOT_QUITE = frozenset(
    {"no", "not", "nobody", "none", "only", "hardly", "barely", "scarcely", "never", "longer", "but"}
)
_LAYING = frozenset({"place", "impose", "lay", "put", "create"})


def stresser(found: Found, verb: Token) -> Link | None:
    """Who is told to stress it, whatever paper tells so ("the president stressed that …", the office's text ran)."""
    above = verb.head if verb.dep == "ccomp" else None
    if above is None or above.lemma not in words("positions", "stressing") or above.child("auxpass") is not None:
        return None
    doer = subject(above)
    mention = found.mention_of(doer) if doer is not None else None
    known = mention is not None and (mention.form != "pronoun" or mention.antecedents) and mention.reading != "outlet"
    links = found.links(doer) if doer is not None and known else ()
    return links[0] if len(links) == 1 else None


def rather_than(verb: Token) -> tuple[Stance, list[Token]] | None:
    """Read "would go home rather than *sign a paper*": what one would do anything but."""
    links = [verb.head, *verb.children, *(verb.head.all("cc") if verb.dep == "conj" else [])]
    if verb.tag not in ("VB", "VBG") or not any(_is_rather(one) for one in links):
        return None
    above = next((one for one in verb.ancestors if one.pos in ("VERB", "AUX")), None)
    if above is None or modal(above) is None or above.i > verb.i or verb.lemma not in words("positions", "refusable"):
        return None
    doer = subject(above)
    own = doer is not None and (doer.pos == "PRON" or any(one.tag == "PRP$" for one in doer.children))
    if not own or (verb.lemma == "sit" and verb.child("prep", "prt") is None):
        return None  # "the crowd would stand rather than sit"
    return "rejects", without(verb, *[one for one in verb.children if one.i < verb.i or one.dep == "punct"])


def _is_rather(word: Token) -> bool:
    """Read "*rather than* sign", "*sooner than* sign"."""
    before = {one.lower for one in word.children} | {word.head.lower}
    return word.lower == "than" and bool(before & {"rather", "sooner"})


def binding(verb: Token) -> tuple[Stance, list[Token]] | None:
    """Read "stressed that the accord *is binding on both*": one stands by what one calls binding."""
    above = verb.head if verb.dep == "ccomp" else None
    # Parsers take "is binding" for a progressive, and hang its subject on "is".
    pact = subject(verb) or next((one for aux in verb.all("aux") for one in aux.all("nsubj")), None)
    if pact is None or above is None or above.lemma not in words("positions", "stressing") or is_negated(verb):
        return None
    told = {one.lower for one in verb.subtree}
    bound = _is_pact(pact) and not told & _NOT_QUITE and (_ties(verb) or _lays_duties(verb))
    return ("supports", without(verb, *verb.all("mark", "punct", "advcl"))) if bound else None


def _is_pact(noun: Token) -> bool:
    """Whether a noun is a paper signed, or a clause tells of one ("what was signed")."""
    pacts = words("pledges", "pacts") | words("pledges", "papers") | {"signature"}
    signed = any(one.lemma in ("sign", "agree") for one in (noun, *noun.all("relcl", "acl")) if one.pos == "VERB")
    return noun.lemma.lower() in pacts or signed


def _ties(verb: Token) -> bool:
    """Whether a verb says that a pact binds."""
    tying = verb.lemma in words("positions", "tying") and _is_of_all(verb)
    called = [one.lower for one in verb.all("acomp")] if verb.lemma == "be" else []
    return tying or any(one in words("positions", "in_force") for one in called)


def _lays_duties(verb: Token) -> bool:
    """Read "places the same obligations on both"."""
    duties = words("positions", "duties")
    laid = verb.lemma in _LAYING and any(one.lemma.lower() in duties for one in verb.all("dobj"))
    return laid and _is_of_all(verb)


def _is_of_all(verb: Token) -> bool:
    """Whether all are bound alike: to say that a pact lays "the whole burden on Chad" is to complain of it."""
    return any(one.lower in _ALL for one in verb.subtree if one.i > verb.i)
