"""What each party demands, offers, accepts, rejects, supports, opposes or aims at."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from rashomon.extract import certainty
from rashomon.extract.clauses import is_negated, spans, subject, without
from rashomon.extract.found import Found
from rashomon.extract.said_on import said_on
from rashomon.extract.parties import Parties
from rashomon.extract.timing import when_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Mention, Position, Stance
from rashomon.model.values import When

# A position may be held, told or reported; planned, hypothetical and alleged ones are nobody's yet.
_HELD = frozenset({"asserted", "attributed", "judged", "planned"})


def positions(analysis: Analysis, found: Found) -> Iterator[Position]:
    """The positions of a report's running text, in text order."""
    parties = Parties(analysis, found)
    for sentence in analysis.body:
        for token in analysis.words(sentence):
            if token.pos not in ("VERB", "AUX"):
                continue
            stance, issue = _stance(token)
            holder = _holder(found, parties, token) if stance is not None and issue else ()
            if token.lemma in words("positions", "weak") and not all(_is_political(found, link) for link in holder):
                continue  # "he hopes to present …" is nobody's policy
            if stance is None or not holder or _is_unreal(analysis, found, token):
                continue
            evidence = analysis.span([*_subject_words(token), token, *issue])
            if evidence is not None:
                yield Position(
                    document=analysis.document.id, evidence=(evidence,), rule=f"position: {token.lemma}",
                    holder=holder, stance=stance, issue=spans(analysis, issue),
                    according_to=certainty.voices(analysis, found, token), said=_time(analysis, found, token),
                )  # fmt: skip


def _time(analysis: Analysis, found: Found, token: Token) -> When:
    told = when_of(analysis, found, token)
    return told if told.known else said_on(analysis, found, token)


def _stance(verb: Token) -> tuple[Stance | None, list[Token]]:
    """The stance a verb tells and the words of its issue; (None, []) where it tells none."""
    if verb.pos == "AUX" or verb.lemma == "be":
        return _of_adjective(verb)
    for entry in _verbs().get(verb.lemma, ()):
        for way in entry["takes"]:
            issue = _issue(verb, way)
            if issue and not _is_small(verb, issue, way):
                if is_negated(verb):
                    other = _lexicon()["negated"].get(verb.lemma)
                    return (other, issue) if other else (None, [])
                return entry["stance"], issue
    return None, []


def _of_adjective(verb: Token) -> tuple[Stance | None, list[Token]]:
    """Read "is ready to withdraw", "is against a truce"."""
    for one in verb.children:
        for stance, cues in _lexicon()["adjectives"].items():
            if one.lower not in cues or one.dep not in ("acomp", "prep") or is_negated(verb):
                continue
            inner = one.child("xcomp", "pobj", "pcomp")
            if inner is not None and inner.lemma not in words("positions", "small"):
                return stance, inner.subtree
            for preposition in one.all("prep"):
                if preposition.lower in ("to", "for"):
                    return stance, [token for noun in preposition.all("pobj") for token in noun.subtree]
    return None, []


def _issue(verb: Token, way: str) -> list[Token]:
    """The words of the issue, where the verb takes it that way."""
    if way == "object":
        return [token for noun in verb.all("dobj") for token in noun.subtree]
    if way == "clause":
        return [token for one in verb.all("ccomp") if one.i > verb.i for token in _bare(one)]
    if way == "should":
        clauses = [one for one in verb.all("ccomp") if any(kid.lower in ("should", "must") for kid in one.children)]
        return [token for one in clauses for token in _bare(one)]
    if way == "infinitive":
        return [
            token for one in verb.all("xcomp") if one.i > verb.i and one.pos in ("VERB", "AUX") for token in one.subtree
        ]
    if way == "whom_to":
        return _of_whom(verb)
    if way == "out":
        return _issue(verb, "object") if any(one.dep == "prt" and one.lower == "out" for one in verb.children) else []
    nouns = [noun for one in verb.all("prep", "dative") if one.lower == way for noun in one.all("pobj", "pcomp")]
    return [token for noun in nouns for token in noun.subtree]


def _of_whom(verb: Token) -> list[Token]:
    """Read "urged both sides to halt": what they are to do."""
    for one in verb.children:
        tasked = one.dep in ("xcomp", "ccomp", "advcl") and one.i > verb.i
        if tasked and one.tag == "VB" and any(kid.lower == "to" for kid in one.children):
            return without(one, *one.all("nsubj"))
    return []


def _bare(clause: Token) -> list[Token]:
    return without(clause, *clause.all("mark", "punct"))


def _is_small(verb: Token, issue: Sequence[Token], way: str) -> bool:
    """Whether the issue is no matter of policy: an account rejected, a wish to talk."""
    inside = {one.i for one in issue}
    head = next((one for one in issue if one.head.i not in inside), issue[0])
    if way in ("infinitive", "whom_to"):
        head = next((one for one in issue if one.tag == "VB"), head)
        return head.lemma in words("positions", "small")
    lemma = head.lemma.lower()
    if lemma in words("positions", "accounts") or head.pos == "PRON":
        return True
    return verb.lemma in ("seek", "want") and lemma in words("positions", "small_objects")


def _holder(found: Found, parties: Parties, verb: Token) -> tuple[Link, ...]:
    """Who holds the position: the subject, where it names somebody or some group."""
    doer = subject(verb)
    if doer is None or verb.child("auxpass") is not None:
        return ()
    if doer.tag in ("WDT", "WP"):
        doer = verb.head
    mention = found.mention_of(doer)
    if mention is not None and mention.reading != "outlet":
        return tuple(found.link(one) for one in _members(found, doer))
    if doer.pos != "NOUN":
        return ()
    return parties.party(doer) or (parties.belligerents(doer) if any(one.lower == "both" for one in doer.children) else ())


def _is_political(found: Found, link: Link) -> bool:
    """Whether the holder is a state, a body, a group or somebody in an office."""
    mention = found.record(link.mention) if link.mention else None
    for _ in range(4):
        if not isinstance(mention, Mention):
            return link.mention is None
        if mention.type == "person" and mention.roles:
            return True
        if mention.type in ("state", "government", "armed group", "alliance", "people", "organisation"):
            return True
        mention = found.record(mention.antecedent) if mention.antecedent else None
    return False


def _members(found: Found, doer: Token) -> list[Token]:
    return [doer, *[one for one in doer.all("conj") if found.mention_of(one) is not None]]


def _is_unreal(analysis: Analysis, found: Found, verb: Token) -> bool:
    """Whether nobody holds it: under a condition, a question, a modal, or denied."""
    if any(
        one.dep == "aux" and one.lower in ("would", "could", "may", "might", "should", "must") for one in verb.children
    ):
        return True
    if any(one.dep == "mark" and one.lower in ("if", "unless", "whether") for one in verb.children):
        return True
    return certainty.status(analysis, found, verb) not in _HELD and not is_negated(verb)


def _subject_words(verb: Token) -> list[Token]:
    doer = subject(verb)
    return doer.subtree if doer is not None and doer.i < verb.i and verb.i - doer.i <= 12 else []


@cache
def _verbs() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in _lexicon()["verbs"]:
        for verb in entry["verbs"]:
            found.setdefault(str(verb), []).append(entry)
    return found


@cache
def _lexicon() -> Any:
    return lexicon("positions")
