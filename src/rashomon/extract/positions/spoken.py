"""Stances of whoever speaks: "the rebels must first disarm", "there will be no talks", "no base would be allowed"."""

from rashomon.extract.clauses import is_negated, is_speech, modal, spans, subject, without
from rashomon.extract.found import Found
from rashomon.extract.issuer import answerable, answers_for_party
from rashomon.extract.pledges.promise import speaker_of
from rashomon.extract.positions.stressed import binding, rather_than, stresser
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Stance

_Told = tuple[Stance | None, list[Token], tuple[Link, ...]]


def spoken(analysis: Analysis, found: Found, verb: Token) -> _Told:
    """The stance of the speaker in a clause; (None, [], ()) where it holds none, or nobody political speaks."""
    asked = _must(found, verb) or _let(found, verb)
    stance, issue = (
        asked
        or _none_will_be(verb)
        or _not_allowed(verb)
        or _never_deals(found, verb)
        or rather_than(verb)
        or binding(verb)
        or (None, [])
    )
    speaker = stresser(found, verb) or speaker_of(analysis, found, verb) if stance is not None else None
    if stance is None or speaker is None or not spans(analysis, issue):
        return None, [], ()
    if not answers_for_party(analysis, found, speaker):
        return None, [], ()
    return stance, issue, answerable(analysis, found, (speaker,), verb)


def _must(found: Found, verb: Token) -> tuple[Stance, list[Token]] | None:
    """Read "the rebels must leave the town": asked of others."""
    doer = subject(verb)
    must = any(one.dep == "aux" and one.lower == "must" for one in verb.children)
    if not must or doer is None or is_negated(verb) or doer.lower in ("we", "this", "that", "there", "you"):
        return None
    if doer.lower == "it" and (verb.child("auxpass") is None or verb.lemma not in words("positions", "carried_out")):
        return None  # "it must be honoured in full"
    if doer.lower == "i" and not any(one.dep == "ccomp" and is_speech(one.head) for one in (verb,)):
        return None  # "I must go": said of oneself, unless another says so ("told her that I must go")
    if any(one.lemma == "have" for one in verb.all("aux")):
        return None  # "they must have left by night": a guess
    granted = verb.lemma == "have" and any(one.lemma.lower() in words("positions", "had") for one in verb.all("dobj"))
    askable = words("positions", "askable") | (words("positions", "given_access") if granted else frozenset())
    if found.mention_of(doer) is None and doer.lemma.lower() not in askable and verb.child("auxpass") is None:
        return None  # "civilisation must win"
    if verb.dep == "ccomp" and verb.head.lemma in ("agree", "accept"):
        return None  # what is agreed on is held by those who agree
    going_on = verb.lemma == "go" and any(one.lower == "on" for one in verb.children)
    if (
        going_on
        or (verb.lemma in words("positions", "understanding") and not granted)
        or any(one.dep == "mark" for one in verb.children if one.lower == "if")
    ):
        return None
    return "demands", without(verb, *verb.all("mark", "punct", "advcl", "parataxis"))


def _let(found: Found, verb: Token) -> tuple[Stance, list[Token]] | None:
    """Read "let Delhi lift the ban", "let them first leave the town": asked of others."""
    task = verb.child("ccomp", "xcomp") if verb.lemma == "let" and verb.tag in ("VB", "VBP") else None
    doer = task.child("nsubj", "nsubjpass") if task is not None else None
    free = verb.child("nsubj", "aux", "neg", "mark") is None
    if task is None or doer is None or not free or doer.lower in ("us", "me", "it", "him", "her", "you"):
        return None
    asked = found.mention_of(doer) is not None or doer.lemma.lower() in words("positions", "askable")
    policy = task.lemma not in words("positions", "understanding")
    return ("demands", without(task, *task.all("punct", "advcl", "conj", "cc"))) if asked and policy else None


def _none_will_be(verb: Token) -> tuple[Stance, list[Token]] | None:
    """Read "there will be no talks", "nor will there be observers"."""
    can = any(one.dep == "aux" and one.lower in ("can", "could") for one in verb.children)
    if verb.lemma != "be" or (modal(verb) is None and not can) or verb.child("expl") is None:
        return None
    thing = verb.child("attr", "nsubj", "dobj")
    nor = any(one.lower in ("nor", "neither") for one in verb.children) or is_negated(verb)
    no = thing is not None and any(one.lower == "no" for one in thing.all("det"))
    policy = words("pledges", "declared") | words("positions", "plans") | words("positions", "askable")
    if thing is None or not (no or nor) or not any(one.lemma.lower() in policy for one in thing.subtree):
        return None  # "there will be no roof left standing"
    if any(one.dep == "mark" for one in verb.children if one.lower in ("if", "unless")):
        return None
    return "rejects", [one for one in thing.subtree if one.lower not in ("until", "unless")]


def _not_allowed(verb: Token) -> tuple[Stance, list[Token]] | None:
    """Read "no foreign troops would be tolerated"."""
    thing = verb.child("nsubjpass")
    allowing = verb.lemma in ("tolerate", "allow", "permit", "accept")
    if thing is None or not allowing or modal(verb) is None:
        return None
    no = any(one.lower == "no" for one in thing.all("det")) or is_negated(verb)
    return (
        ("opposes", [*thing.subtree, *[token for one in verb.all("prep", "oprd", "advmod") for token in one.subtree]])
        if no
        else None
    )


def _never_deals(found: Found, verb: Token) -> tuple[Stance, list[Token]] | None:
    """Read "the State does not negotiate under fire", "nobody will sit at a table with kidnappers"."""
    doer = subject(verb)
    if doer is None or verb.lemma not in words("positions", "dealings") or verb.child("auxpass") is not None:
        return None  # "no wall will be left standing"
    nobody = doer.lower in ("nobody", "none") or any(one.lower == "no" for one in doer.children)
    present = (
        is_negated(verb) and verb.tag in ("VB", "VBP") and any(one.lower in ("do", "does") for one in verb.all("aux"))
    )
    ours = doer.lower in ("we", "it") or doer.lemma.lower() in ("state", "government", "country", "republic", "nation")
    if not ((nobody and modal(verb) is not None) or (present and ours)):
        return None
    return "rejects", without(
        verb, *[one for one in verb.children if one.i < verb.i or one.dep in ("punct", "conj", "cc", "ccomp")]
    )
