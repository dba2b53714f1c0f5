"""What a pledge, pact or ban leaves out: "Fuel is not included", "; hospital ships are excepted"."""

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.extract import certainty
from rashomon.extract.clauses import is_negated, spans, subject
from rashomon.extract.found import Found
from rashomon.extract.issuer import FIRST_PERSON, answerable, issued_at
from rashomon.extract.parties import Parties
from rashomon.extract.pledges.pacts import bound, is_pact
from rashomon.extract.pledges.promise import speaker_of
from rashomon.extract.pledges.signatories import signatories
from rashomon.extract.said_on import said_on
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Pledge

_POINTING = frozenset({"this", "that", "it", "these", "they", "which"})
_CLAUSES = frozenset({"acomp", "ROOT", "conj", "ccomp", "parataxis", "relcl", "dep", "attr", "advcl"})
# An exemption stands at most so many sentences behind what it is from.
_WITHIN = 2
# … and where "it covers …" goes before, the pact itself at most so many.
_PACT_WITHIN = 8


def exemptions(analysis: Analysis, found: Found, tokens: Sequence[Token], before: Sequence[Pledge]) -> Iterator[Pledge]:
    """The exemptions of a sentence; `before` are the pledges told up to here, those of the sentence last."""
    scoped = [*before[-1:], *(one for one in tokens if is_pact(one) or one.lemma in words("pledges", "imposing"))]
    leaving, excepted = _leaving(), words("pledges", "excepted")
    for token in tokens:
        # Most words are none of those that can say so, and need no second look.
        may = token.lower in excepted or token.lemma.lower() in leaving
        left_out = (_left_out(token, pledged=bool(before)) if may else []) or (_excepted(token) if scoped else [])
        whose = _whose(analysis, found, tokens, token, before) if left_out else ()
        quoted = analysis.quote_at(token.start) is not None
        if not quoted and any(one.span is not None and one.span.text.lower() in FIRST_PERSON for one in whose):
            whose = ()  # "we" of a quotation before it
        kept = [one for one in left_out if one.text not in ";:"]
        if kept and not whose and token.lower in excepted and _is_of_pact(analysis, tokens):
            whose = signatories(analysis, found, token)
        elif not whose:
            continue  # of what it is left out nobody can tell
        if not kept:
            continue
        evidence = analysis.span(
            [*kept, token, *[one for one in token.subtree if one.i > token.i and one.i - token.i < 12]]
        )
        if evidence is not None:
            yield Pledge(
                document=analysis.document.id, evidence=(evidence,), rule="pledge: exemption", form="exemption",
                by=answerable(analysis, found, whose, token), exempts=spans(analysis, kept),
                according_to=certainty.voices(analysis, found, token), said=said_on(analysis, found, token),
            )  # fmt: skip
            return


@cache
def _leaving() -> frozenset[str]:
    phrases = {"leave", "lie", "have", "fall", "come", "make", "be"}
    return words("pledges", "covers") | words("pledges", "exempts") | phrases


def _left_out(token: Token, *, pledged: bool) -> list[Token]:
    """What a word says is left out; empty where it says nothing of the kind.

    "Would be exempt" says so behind what was `pledged`, and is a wish elsewhere.
    """
    lemma = token.lemma.lower()
    verb = token if token.pos in ("VERB", "AUX") else token.head
    doer = subject(verb)
    if doer is None and token.lower in words("pledges", "excepted") and token.dep == "acomp":
        return _before(verb)
    if doer is None or any(
        one.dep == "aux" and one.lower in ("should", "could", *(() if pledged else ("would",))) and not is_negated(verb)
        for one in verb.children
    ):
        return []
    if any(one.lower == "be" for one in token.all("auxpass")) and _is_asked(token):
        return []
    pointing = doer.lower in _POINTING or doer.lemma.lower() in words("pledges", "measures") or is_pact(doer)
    passive = token.child("auxpass") is not None
    granted = token.dep in _CLAUSES or (token.dep == "xcomp" and token.head.lemma == "be")  # "are to be exempted"
    if token.lower in words("pledges", "excepted") and granted:
        return doer.subtree if not pointing and token.child("dobj") is None else []
    if (told := _by_phrase(token, doer, pointing=pointing)) is not None:
        return told
    if lemma in words("pledges", "covers") and is_negated(token):
        if passive and not pointing:
            return doer.subtree if lemma not in words("pledges", "binding") else []
        return _reached(token) if pointing else []
    if token.pos in ("VERB", "AUX") and lemma in words("pledges", "exempts") and not is_negated(token) and pointing:
        return _reached(token)
    if lemma == "leave" and any(one.lower == "out" for one in token.children) and pointing:
        return _reached(token)
    if lemma == "lie" and any(one.lower in ("outside", "beyond") for one in token.all("prep")) and not pointing:
        return doer.subtree
    if lemma == "have" and (force := _without_force(token)):
        return force
    if lemma == "have" and any(one.lower == "nothing" and one.subtree[-1].lemma == "fear" for one in token.all("dobj")):
        return doer.subtree
    return []


def _is_asked(verb: Token) -> bool:
    """Whether "be excluded" is only wanted ("asks that it be excluded"); "is to be excluded" grants it."""
    if any(one.tag == "MD" for one in verb.all("aux")):
        return False
    above = list(verb.ancestors)[:2]  # "asks that it is *to be* excluded", too
    return any(one.lemma in words("pledges", "asking") for one in above)


def _before(verb: Token) -> list[Token]:
    """Read "goods paid for *are* exempt" where the parser finds no subject: the words of the clause up to the verb."""
    first = min((one.i for one in verb.all("aux")), default=verb.i)
    top = [verb, *verb.ancestors][-1]
    told: list[Token] = []
    for one in reversed([one for one in top.subtree if one.i < first]):
        if one.text in (";", ":", ",", ".", "—", "–") or (told and told[0].i - one.i > 1):
            break
        told.insert(0, one)
    return told if any(one.pos in ("NOUN", "PROPN") for one in told) and told[0].pos != "PRON" else []


def _excepted(word: Token) -> list[Token]:
    """Read "everything except medicine", "all but the salt", "save for the ports", "with the exception of forts"."""
    if word.lower not in ("but", "with") and word.lower not in words("pledges", "excepting"):
        return []  # as most words
    noun = word.child("pobj", "pcomp")
    if word.lower == "but" and noun is not None and word.head.lower in ("all", "everything"):
        return noun.subtree
    if word.lower in words("pledges", "excepting") and word.pos in ("ADP", "SCONJ", "VERB") and word.i > 0:
        inner = next((one for prep in word.all("prep") for one in prep.all("pobj")), None)
        found = noun or inner or word.child("dobj")
        return found.subtree if found is not None and word.dep in ("prep", "advcl", "acl", "pobj") else []
    if word.lower == "with" and noun is not None and noun.lemma == "exception":
        return _behind(noun, "of")
    return []


def _by_phrase(verb: Token, doer: Token, *, pointing: bool) -> list[Token] | None:
    """What set phrases leave out: "do not fall under", "an exception will be made for", "is silent on"."""
    lemma, under = verb.lemma.lower(), [one for one in verb.all("prep") if one.lower in ("under", "within")]
    if lemma in ("fall", "come"):
        none = is_negated(verb) and not pointing and bool(under)
        return [one for one in doer.subtree if not _is_aside(one, doer)] if none else []
    if lemma == "make":
        made = doer.lemma == "exception" and not is_negated(verb)
        return (_behind(verb, "for") or _behind(doer, "for")) if made else []
    if lemma == "be":
        silent = next((one for one in verb.all("acomp") if one.lower == "silent"), None)
        return _behind(silent, "on") if silent is not None and pointing else []
    if lemma in words("pledges", "covers") and pointing:
        nothing = [one for one in verb.all("dobj") if one.lower == "nothing"]
        return [token for one in nothing for token in one.subtree] or None
    return None


def _without_force(verb: Token) -> list[Token]:
    """Read "the guarantee has no application south of the river": where it has none."""
    force = next((one for one in verb.all("dobj") if one.lemma.lower() in words("pledges", "force_of")), None)
    if force is None or not any(one.lower == "no" for one in force.children):
        return []
    return [one for one in verb.subtree if one.i > force.i and one.text not in ".;,"]


def _behind(word: Token, preposition: str) -> list[Token]:
    """The words behind a preposition of a word."""
    return [
        token for prep in word.all("prep") if prep.lower == preposition for noun in prep.all("pobj")
        for token in noun.subtree
    ]  # fmt: skip


def _is_aside(word: Token, noun: Token) -> bool:
    """Whether a word stands in a relative clause of a noun."""
    return any(one.dep == "relcl" and one.head is noun for one in (word, *word.ancestors))


def _reached(verb: Token) -> list[Token]:
    """What the verb does not reach: its object, or what stands behind its preposition."""
    objects = [token for one in verb.all("dobj") if one.i > verb.i for token in one.subtree]
    if objects:
        return objects
    for preposition in verb.all("prep"):
        if preposition.lower in ("to", "for", "beyond", "outside", "over"):
            return [token for noun in preposition.all("pobj") for token in noun.subtree]
    return []


def _whose(
    analysis: Analysis, found: Found, tokens: Sequence[Token], token: Token, before: Sequence[Pledge]
) -> tuple[Link, ...]:
    """Who grants the exemption: who is bound by what was told right before, else who speaks of it as their own."""
    here = analysis.sentence_of(token)
    for pledge in reversed(before):
        sentence = analysis.sentence_at(pledge.evidence[0].start)
        if sentence is None or here.index - sentence.index > _WITHIN or pledge.evidence[0].start > token.start:
            break
        if sentence.paragraph == here.paragraph or here.index - sentence.index <= 1:
            return pledge.by or _speaker(analysis, found, token)
    told = [*analysis.sentences[max(0, here.index - _far_back(analysis, tokens)) : here.index + 1]]
    for sentence in reversed(told):
        for noun in analysis.words(sentence):
            if noun.i < token.i + 12 and (is_pact(noun) or noun.lemma.lower() in words("pledges", "bans")):
                links = (
                    bound(analysis, found, noun) or _imposer(analysis, found, noun) or _at_odds(analysis, found, noun)
                )
                if links := links or _speaker(analysis, found, token):
                    return links
        imposed = next((one for one in analysis.words(sentence) if one.lemma in words("pledges", "imposing")), None)
        if imposed is not None and (links := _imposer(analysis, found, imposed)):
            return links
    own = issued_at(analysis, found, token)
    if own is not None:
        return (own,)  # a party's own paper excepts from its own measures
    return _speaker(analysis, found, token) if token.lemma in ("fall", "come", "make") else ()


def _is_of_pact(analysis: Analysis, tokens: Sequence[Token]) -> bool:
    """Whether what is left out is left out of a pact or of an order to both sides, whoever is bound by it."""
    if _far_back(analysis, tokens) == _PACT_WITHIN:
        return True
    ordered = words("pledges", "ordered")
    camps = [one.head for one in tokens if one.lower in ("both", "either") and one.head.lemma.lower() in ordered]
    both = any(one.child("prep") is None and _is_ordered(one) for one in camps)  # not "both sides of the street"
    return both or any(is_pact(one) or one.lemma.lower() in words("pledges", "bans") for one in tokens)


def _is_ordered(camp: Token) -> bool:
    """Whether those named are to do something: "both armies *are to* stay", "both sides *must* cease fire"."""
    verb = camp.head
    tasked = [one for one in verb.all("xcomp") if any(kid.lower == "to" for kid in one.all("aux"))]
    return bool(tasked) or any(one.tag == "MD" for one in verb.all("aux"))


def _far_back(analysis: Analysis, tokens: Sequence[Token]) -> int:
    """How far back the pact may be told: further where "it covers …" goes on telling of it."""
    here = analysis.sentence_of(tokens[0])
    before = analysis.sentences[max(0, here.index - 1) : here.index]
    for some in (tokens, *(analysis.words(one) for one in before)):
        covering = any(one.lemma.lower() in words("pledges", "covers") for one in some)
        if covering and some[0].lower in ("it", "this") and some[0].dep in ("nsubj", "nsubjpass"):
            return _PACT_WITHIN
    return _WITHIN


def _imposer(analysis: Analysis, found: Found, word: Token) -> tuple[Link, ...]:
    """Who bans or freezes: the subject of the verb at or above a word, whoever it says "by" behind it."""
    for one in (word, *word.all("acl"), *word.ancestors):
        if one.pos != "VERB" or one.lemma not in words("pledges", "imposing"):
            continue
        agent = one.child("agent")
        doer = agent.child("pobj") if agent is not None else subject(one) or _before_auxiliary(analysis, one)
        if doer is not None and found.mention_of(doer) is not None and (agent or one.child("auxpass") is None):
            return found.links(doer)
    return ()


def _before_auxiliary(analysis: Analysis, verb: Token) -> Token | None:
    """Who stands right before "has" where the parser takes it for part of a date ("since 3 May *Osk* has banned")."""
    aux = next((one for one in verb.all("aux") if one.lower in ("has", "have", "had")), None)
    return analysis.tokens[aux.i - 1] if aux is not None and aux.i > 0 else None


def _at_odds(analysis: Analysis, found: Found, pact: Token) -> tuple[Link, ...]:
    """Whom a truce binds of which nothing else is told: the two sides of the report."""
    truce = pact.lemma.lower() in words("relations", "brokered") and pact.lemma.lower() in words("pledges", "pacts")
    return Parties(analysis, found).belligerents(pact) if truce else ()


def _speaker(analysis: Analysis, found: Found, token: Token) -> tuple[Link, ...]:
    speaker = speaker_of(analysis, found, token)
    return (speaker,) if speaker is not None else ()
