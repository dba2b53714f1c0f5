"""Conditions without a conjunction: what will be done to whoever does something.

"Any ship that enters will be fired upon", "every raid would be answered", "we will
respond to any attack", "an attack would be another matter; in that case the fleet would sail".
"""

from collections.abc import Iterator, Sequence

from rashomon.extract.clauses import is_negated, main_clause, modal, permits, spans, subject
from rashomon.extract.found import Found
from rashomon.extract.parties import is_political
from rashomon.extract.pledges.promise import promise, speaker_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention, Pledge

_ANY = frozenset(
    {
        "any",
        "every",
        "each",
        "whoever",
        "whatever",
        "anyone",
        "anybody",
        "everyone",
        "all",
        "those",
        "further",
        "another",
        "new",
    }
)


_ANYBODY = frozenset({"any", "every", "each", "whoever", "anyone", "anybody", "everyone", "those"})


def treatments(analysis: Analysis, found: Found, tokens: Sequence[Token]) -> Iterator[Pledge]:
    """The pledges of a sentence that say how an act of others will be answered."""
    graces = words("pledges", "graces")
    for noun in tokens:
        if noun.lemma in graces and (grace := _graced(analysis, found, noun)) is not None:
            yield grace
    for verb in tokens:
        if verb.pos not in ("VERB", "AUX"):
            continue
        spared = verb.lemma in ("harm", "touch", "attack", "fire", "punish", "stop", "prosecute")
        if not spared and is_negated(verb):
            continue
        if modal(verb) is None:
            told = _granted(tokens, verb)
        else:
            told = (
                _acted(verb)
                or _replied(verb)
                or _in_that_case(tokens, verb)
                or _whoever(tokens, verb)
                or _to_any(found, verb)
            )
        speaker = speaker_of(analysis, found, verb) if told else None
        if not told or speaker is None or not _may_answer(found, speaker):
            continue
        gone = {one.i for one in told}
        behind = told[0].i < verb.i  # else the condition stands at the end
        response = spans(
            analysis, [one for one in main_clause(verb) if one.i not in gone and behind <= (one.i > told[0].i)]
        )
        yield promise(analysis, found, "if", (speaker,), verb, spans(analysis, told)[:1], response[-1:])


def _graced(analysis: Analysis, found: Found, noun: Token) -> Pledge | None:
    """Read "an amnesty for all who lay down their arms": what is granted to whoever does something."""
    if noun.pos != "NOUN" or noun.lemma not in words("pledges", "graces"):
        return None
    past = any(one.tag == "VBD" and one.pos == "VERB" for one in (noun.head, noun.head.head))
    near = [*noun.all("prep"), *(noun.head.all("dative", "prep") if noun.dep == "dobj" else [])]
    for one in (kid for prep in near if prep.lower in ("for", "to") for kid in prep.all("pobj")):
        doing = one.child("relcl")
        done = doing is None or any(aux.lower in ("had", "have", "has") for aux in doing.all("aux"))
        speaker = speaker_of(analysis, found, noun)
        if speaker is None or done or (past and speaker.span is None) or not _may_answer(found, speaker):
            continue
        grace = [kid for kid in noun.children if kid.i < noun.i and kid.dep in ("det", "amod", "compound")]
        parts = spans(analysis, one.subtree)[:1], spans(analysis, [*grace, noun])[:1]
        return promise(analysis, found, "if", (speaker,), noun, *parts)
    return None


def _may_answer(found: Found, speaker: Link) -> bool:
    """Whether a speaker can answer for a party: somebody political or of a state ("its foreign secretary")."""
    mention = found.record(speaker.mention) if speaker.mention else None
    return is_political(found, speaker) or (isinstance(mention, Mention) and mention.country is not None)


def _acted(verb: Token) -> list[Token]:
    """The subject, where it is an act or whoever acts, and the verb tells how it is answered."""
    doer = subject(verb)
    if doer is None:
        return []
    agent = verb.child("agent")
    means = agent.child("pobj") if agent is not None else None
    by_means = means is None or means.lemma.lower() in words("pledges", "means")  # "would be met *by force*"
    if verb.child("auxpass") is not None and by_means and verb.lemma in words("pledges", "treating"):
        return doer.subtree if _is_act(doer) or _is_anybody(doer) else []
    answer = [one.lemma.lower() for one in verb.all("dobj", "attr")]
    if verb.lemma in words("pledges", "drawing") and any(one in words("pledges", "answers") for one in answer):
        return doer.subtree if _is_act(doer) else []
    return []


def _whoever(tokens: Sequence[Token], verb: Token) -> list[Token]:
    """Read "any ship that sails will be turned back" by the order of words, however it is parsed."""
    passive = verb.child("auxpass") is not None and verb.child("agent") is None
    if not passive or verb.lemma not in words("pledges", "treating"):
        return []
    return _anybody_before(tokens, verb, "will", "would", "shall")


def _granted(tokens: Sequence[Token], verb: Token) -> list[Token]:
    """Read "any of them who accepts may come home": what whoever does something may do."""
    if not permits(verb) or verb.lemma in ("be", "have", "happen"):
        return []
    return _anybody_before(tokens, verb, "may", "can")


def _anybody_before(tokens: Sequence[Token], verb: Token, *auxiliaries: str) -> list[Token]:
    """The words about whoever does something, from "any", "whoever", "those who" up to the auxiliary of a verb."""
    aux = next((one for one in verb.children if one.dep in ("aux", "auxpass") and one.lower in auxiliaries), None)
    before = [one for one in tokens if aux is not None and one.i < aux.i]
    starts = [k for k, one in enumerate(before) if one.lower in _ANYBODY]
    if not starts:
        return []
    told = before[starts[-1] :]
    acting = any(one.lower in ("who", "that", "whoever", "found", "caught", "seen") or one.tag == "VBG" for one in told)
    whole = not any(one.pos == "PUNCT" or one.lower in ("will", "would", "shall", "may", "can") for one in told)
    return told if acting and whole and len(told) >= 3 else []


def _replied(verb: Token) -> list[Token]:
    """Read "we would respond to any test": the act behind "to" or "against"."""
    doer = subject(verb)
    if verb.lemma not in words("pledges", "replying") or doer is None:
        return []
    for preposition in verb.all("prep"):
        for noun in preposition.all("pobj"):
            if preposition.lower in ("to", "against") and any(
                one.lower in _ANY or one.lower in ("a", "an") for one in noun.children
            ):
                return noun.subtree
    return []


def _to_any(found: Found, verb: Token) -> list[Token]:
    """Read "would respect any truce *which the others kept*", "would close the port to any state *that used it*"."""
    doer = subject(verb)
    will = modal(verb)
    done = verb.lemma in words("pledges", "willed") or verb.lemma in words("positions", "keeping_to")
    if doer is None or will is None or not done or is_negated(verb) or doer.lower in ("he", "she", "i"):
        return []
    if found.mention_of(doer) is None and doer.lower != "we":
        return []  # "rain would stop any work that was begun"
    nouns = [*verb.all("dobj"), *(one for prep in verb.all("prep") for one in prep.all("pobj"))]
    nouns += [one for each in verb.all("dobj") for prep in each.all("prep") for one in prep.all("pobj")]
    for noun in nouns:
        clause = noun.child("relcl")
        if clause is not None and any(one.lower in ("any", "every") and one.dep == "det" for one in noun.children):
            whose = any(one.tag in ("WDT", "WP") for one in clause.subtree)  # "any price you name" is no condition
            if whose and modal(clause) is None and clause.i > noun.i:
                return clause.subtree
    return []


def _in_that_case(tokens: Sequence[Token], verb: Token) -> list[Token]:
    """Read "an attack would be another matter; in that case the fleet would sail": the act told before."""
    at = next(
        (k for k in range(len(tokens) - 2) if [one.lower for one in tokens[k : k + 3]] == ["in", "that", "case"]), None
    )
    if at is None or verb.i < tokens[at].i or verb.lemma in words("pledges", "unwilled"):
        return []
    before = [one for one in tokens[:at] if one.dep in ("nsubj", "nsubjpass") and _is_act(one)]
    return before[0].subtree if before else []


def _is_act(noun: Token) -> bool:
    """Whether a noun names an act that has not happened: bare or with "a" or "any", not "the"."""
    definite = any(one.lower in ("the", "this", "that", "these", "those") for one in noun.all("det"))
    return not definite and noun.lemma.lower() in words("pledges", "acts")


def _is_anybody(noun: Token) -> bool:
    """Whether a phrase is about whoever does something: "any ship that enters", "whoever fires"."""
    if noun.lower in ("whoever", "anyone", "anybody"):
        return True
    plural = noun.tag in ("NNS", "NNPS") and noun.child("relcl") is not None and noun.child("det") is None
    if plural and not any(one.text == "," for one in noun.children):
        return True  # "workers who leave before Monday"
    any_of = any(one.lower in _ANY and one.dep in ("det", "predet", "amod") for one in noun.children)
    return (any_of or noun.lower in ("those", "all")) and noun.child("relcl", "acl", "prep") is not None
