"""Pacts that oblige to defend or to keep still: what they cover and what they exempt."""

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.extract import certainty
from rashomon.extract.clauses import is_negated, spans, subject
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties
from rashomon.extract.pledges.promise import speaker_of
from rashomon.extract.pledges.signatories import signatories
from rashomon.extract.said_on import said_on
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention, Pledge, PledgeForm
from rashomon.model.text import Span

_OBLIGES = frozenset(
    {
        "obliges",
        "binds",
        "commits",
        "requires",
        "obligates",
        "obliged",
        "bound",
        "undertakes",
        "committed",
        "pledged",
        "sworn",
    }
)


_DECIDING = frozenset({"sign", "announce"})
_BOUND = frozenset({"bound", "obliged", "committed", "pledged", "sworn"})
_PROMISES = frozenset({"promises", "guarantees", "ensures"})


class Pacts:
    """Finds the pacts of one report; "the treaty" of a later sentence has the parties of the last one."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._last: dict[str, tuple[Link, ...]] = {}  # by the pact's noun: whom it binds

    def of(self, tokens: Sequence[Token]) -> Iterator[Pledge]:
        """The pact of a sentence, with what it covers and exempts; an exemption alone where it was told before."""
        analysis, found = self._analysis, self._found
        if analysis.forms(tokens[0].sentence).isdisjoint(_cues()):
            return
        pact = next((one for one in tokens if is_pact(one)), None) or next(
            (one for one in tokens if one.lower == "article" and _is_numbered(tokens, one)), None
        )
        covers, exempts = _scope(tokens)
        applied = _applied(tokens)
        by = self._bound(tokens, pact, covers or exempts or applied)
        if applied and not by:
            by = _attacked(found, applied) or tuple(link for link in [speaker_of(analysis, found, tokens[-1])] if link)
        covers = covers or applied
        covers = covers or (_protected(pact) if pact is not None else [])
        aided = _aided(tokens)
        covers = covers or aided
        defence = pact is not None and (is_defence(pact) or bool(aided))
        going_on = pact is None and bool(covers) and bool(by) and _before(analysis, tokens)
        if not (exempts or going_on or (pact is not None and (defence or (covers and by)))):
            return
        if (pact is None and not _before(analysis, tokens)) or not (by or covers or exempts):
            return
        pacted = defence or covers or (pact is not None and by and not _is_ban(pact) and not exempts)
        anchor = pact or tokens[0]
        whole = analysis.evidence(analysis.sentence_of(anchor))
        yield self._pledge("pact" if pacted else "exemption", by, anchor, whole, covers, exempts)
        clause = _own_clause(tokens, exempts) if pacted else []
        evidence = analysis.span([*clause, *exempts]) if clause else None
        another = clause and certainty.voices(analysis, found, clause[0]) != certainty.voices(analysis, found, anchor)
        if evidence is not None and (by or another):
            yield self._pledge("exemption", by, clause[0], evidence, (), exempts)

    def guarantees(self, tokens: Sequence[Token]) -> Iterator[Pledge]:
        """Read "Britain guarantees the neutrality of the islands": who stands for the safety of another."""
        for verb in tokens:
            if verb.lemma not in words("pledges", "guaranteeing"):
                continue
            safe = next((one for one in verb.all("dobj") if one.lemma.lower() in words("pledges", "safe")), None)
            doer = subject(verb) if safe is not None else None
            if doer is None or safe is None or is_negated(verb) or any(one.tag == "MD" for one in verb.all("aux")):
                continue
            mention = self._found.mention_of(doer)
            by = Parties(self._analysis, self._found).party(doer)
            whose = any(one.dep in ("poss", "prep") for one in safe.children)
            if by and whose and mention is not None and mention.type in ("state", "government", "alliance"):
                evidence = self._analysis.evidence(self._analysis.sentence_of(verb))
                yield self._pledge("pact", by, verb, evidence, safe.subtree, ())
                return

    def _pledge(
        self, form: PledgeForm, by: tuple[Link, ...], anchor: Token, evidence: Span, covers: Sequence[Token],
        exempts: Sequence[Token],
    ) -> Pledge:  # fmt: skip
        analysis, found = self._analysis, self._found
        return Pledge(
            document=analysis.document.id, evidence=(evidence,), rule=f"pledge: {form}", by=by, form=form,
            covers=spans(analysis, covers), exempts=spans(analysis, exempts),
            according_to=certainty.voices(analysis, found, anchor), said=said_on(analysis, found, anchor),
        )  # fmt: skip

    def _bound(self, tokens: Sequence[Token], pact: Token | None, scope: Sequence[Token]) -> tuple[Link, ...]:
        """Whom the pact of a sentence binds: who has it, whom it "obliges", else the parties of the last one."""
        obliged = next((one for token in tokens if (one := _obliged(token)) is not None), None)
        by = Parties(self._analysis, self._found).party(obliged) if obliged is not None else ()
        by = by or (bound(self._analysis, self._found, pact) if pact is not None else ())
        if not by and pact is not None and scope:
            by = _imposer(self._analysis, self._found, tokens, pact)
        noun = pact.lemma.lower() if pact is not None else ""
        if by:
            self._last = {noun: by, "": by}
        if not by and pact is not None and _aided(tokens) and self._found.mention_of(pact) is not None:
            return (self._found.link(pact),)  # whoever belongs to it
        definite = pact is None or any(one.lower in ("the", "this", "that") for one in pact.children)
        by = by or (self._last.get(noun, ()) if definite else ())
        if not by and definite and scope and (pact is not None or _before(self._analysis, tokens)):
            by = signatories(self._analysis, self._found, pact or tokens[0])
        return by or (_itself(self._analysis, pact) if pact is not None and (scope or _aided(tokens)) else ())


def _itself(analysis: Analysis, pact: Token) -> tuple[Link, ...]:
    """Read "the Treaty of Lima of 1947 obliges every member": whoever belongs to it, by the pact's own name."""
    before = [one for one in pact.children if one.dep in ("compound", "amod", "nmod") and one.i < pact.i]
    of = next((prep for prep in pact.all("prep") if prep.lower == "of" and prep.i == pact.i + 1), None)
    place = next((one for one in of.all("pobj") if one.pos in ("PROPN", "NUM")), None) if of is not None else None
    if not any(one.text[:1].isupper() for one in before) and (place is None or place.pos == "NUM"):
        return ()
    behind = [of, *place.all("compound"), place] if of is not None and place is not None else []
    span = analysis.span([*before, pact, *behind])
    return (Link(span=span),) if span is not None else ()


def _own_clause(tokens: Sequence[Token], exempts: Sequence[Token]) -> list[Token]:
    """The words from the subject to the verb of a clause of its own that exempts; empty where it has none."""
    before = [one for one in tokens if exempts and one.i < exempts[0].i]
    verb = next((one for one in reversed(before) if one.pos in ("VERB", "AUX") and _of_pact(one)), None)
    doer = verb.child("nsubj", "nsubjpass") if verb is not None else None
    if verb is None or doer is None or doer.tag in ("WDT", "WP") or doer.i > verb.i:
        return []
    first = any(one.pos in ("VERB", "AUX") and one.i < doer.i and one is not verb.head for one in tokens)
    return [one for one in tokens if doer.i <= one.i <= verb.i] if first or doer.i - tokens[0].i > 6 else []


def _obliged(verb: Token) -> Token | None:
    """Whom a pact obliges: "obliges *France* to defend Poland"."""
    task = verb.child("xcomp", "ccomp")
    if verb.lemma.lower() not in words("pledges", "binding") or task is None or not _of_pact(verb):
        return None
    return verb.child("dobj") or task.child("nsubj")


def _protected(pact: Token) -> list[Token]:
    """Whom a pact binds its subject to: "is bound *to Syria* by a treaty"."""
    verb = pact.head.head if pact.dep == "pobj" else None
    if verb is None or verb.lemma not in words("pledges", "tying"):
        return []
    return [one for prep in verb.all("prep") if prep.lower == "to" for noun in prep.all("pobj") for one in noun.subtree]


@cache
def _cues() -> frozenset[str]:
    return words("pledges", "pacts") | words("pledges", "exempts") | words("pledges", "covers") | {"exempt", "attack"}


def is_defence(noun: Token) -> bool:
    """Whether a pact is one of defence ("a defence pact", "a treaty of mutual assistance")."""
    return any(one.lower in words("pledges", "defence") for one in noun.subtree if abs(one.i - noun.i) <= 4)


def bound(analysis: Analysis, found: Found, pact: Token) -> tuple[Link, ...]:
    """Who is bound by a pact: who has or signed it, "with X", "between X and Y", "the X-Y pact"."""
    parties = Parties(analysis, found)
    links: list[Link] = []
    verb = pact.head if pact.dep in ("dobj", "pobj", "nsubjpass") else None
    if verb is not None and verb.dep in ("prep", "agent"):
        verb = verb.head
    if verb is not None and verb.lemma in words("pledges", "concluding"):
        doer = verb.head if verb.dep == "acl" else subject(verb)
        bare = doer is not None and doer.pos == "PROPN" and found.mention_of(doer) is not None
        links += (parties.party(doer) or (found.links(doer) if bare else ())) if doer is not None else ()
        if verb.lemma in words("pledges", "tying"):
            to = [one for prep in verb.all("prep") if prep.lower in ("to", "with") for one in prep.all("pobj")]
            links += [link for one in to for link in parties.party(one)]
    near = [*pact.children, *(verb.children if verb is not None else [])]
    for preposition in (one for one in near if one.dep == "prep" and one.lower in ("with", "between", "among")):
        for noun in preposition.all("pobj"):
            links += found.links(noun) if found.mention_of(noun) is not None else parties.party(noun)
    links += [link for one in pact.all("relcl") for link in _tied(parties, one)]
    if not links:  # "the Russian-Armenian pact": two, or it is only a name
        named = list(parties.modifying(pact))
        links = named if len(named) > 1 or all(_is_league(found, one) for one in named) else []
    return tuple(dict.fromkeys(links))


def _tied(parties: Parties, clause: Token) -> tuple[Link, ...]:
    """Read "the pact by which X and Y are bound", "the treaty under which the Gulf states are to aid one another"."""
    behind = [one for prep in clause.all("prep", "agent") for one in prep.all("pobj") if one.tag in ("WDT", "WP")]
    tying = words("pledges", "tying") | words("pledges", "binding") | words("pledges", "aiding")
    deed = next((one for one in (clause, *clause.all("xcomp")) if one.lemma in tying), None)
    doer = subject(clause)
    return parties.party(doer) if behind and deed is not None and doer is not None else ()


def _is_league(found: Found, link: Link) -> bool:
    """Whether a name is that of a league, whose protocol binds its members ("the *ECOWAS* protocol")."""
    mention = found.record(link.mention) if link.mention else None
    return isinstance(mention, Mention) and mention.type in ("alliance", "organisation")


def _attacked(found: Found, covered: Sequence[Token]) -> tuple[Link, ...]:
    """Those of whom a pact says that an attack on one is an attack on the other."""
    noun = next((one for one in covered if one.lemma == "attack" and one.pos == "NOUN"), None)
    attr = noun.head.child("attr") if noun is not None else None
    if noun is None or attr is None:
        return ()
    ends = [one for each in (noun, attr) for prep in each.all("prep") for one in prep.all("pobj")]
    return tuple(found.link(one) for one in ends if found.mention_of(one) is not None)


def _applied(tokens: Sequence[Token]) -> list[Token]:
    """Read "if Ombar is attacked, the treaty applies", "an attack on one is an attack on all": what the pact covers."""
    for token in tokens:
        doer = subject(token) if token.pos in ("VERB", "AUX") else None
        if doer is None or any(one.dep == "neg" for one in token.children):
            continue
        case = next(
            (one for one in token.all("advcl") if any(mark.lower in ("if", "when", "should") for mark in one.children)),
            None,
        )
        if token.lemma in ("apply", "bind", "hold", "oblige") and is_pact(doer) and case is not None:
            return case.subtree
        attr = token.child("attr", "oprd")
        if token.lemma in ("consider", "deem", "regard") and attr is not None and attr.lemma == doer.lemma == "attack":
            return doer.subtree
        if token.lemma == "be" and attr is not None and attr.lemma == doer.lemma == "attack":
            return doer.subtree
    return []


def _aided(tokens: Sequence[Token]) -> list[Token]:
    """Read "the treaty obliges each of them to help the other" by the order of words: parsers take it for nouns."""
    oblige = next((k for k, one in enumerate(tokens) if one.lower in _OBLIGES | _PROMISES), None)
    if oblige is None:
        return []
    before = any(is_pact(one) or one.lower == "article" for one in tokens[:oblige])
    under = tokens[oblige].lower in _BOUND and any(is_pact(one) for one in tokens[oblige : oblige + 8])
    if not before and not under:  # "are bound *by a treaty* to defend one another"
        return []
    rest = tokens[oblige + 1 :]
    if tokens[oblige].lower in _PROMISES:
        aid = rest[0] if rest and rest[0].lemma.lower() in words("pledges", "aiding") else None
        return aid.subtree if aid is not None else []
    at = next((k for k, one in enumerate(rest[:-1]) if one.lower == "to" and rest[k + 1].tag in ("VB", "NN")), None)
    if at is None or at > 10 or not any(one.lemma.lower() in words("pledges", "aiding") for one in rest[at : at + 8]):
        return []
    ends = (k for k, one in enumerate(rest) if k > at and (one.text in (";", ",", ".") or one.lower == "but"))
    return list(rest[at + 1 : next(ends, len(rest))])


def _is_numbered(tokens: Sequence[Token], article: Token) -> bool:
    """Whether an article is one of a treaty: with a number behind it."""
    behind = next((one for one in tokens if one.i == article.i + 1), None)
    return behind is not None and (behind.pos in ("NUM", "X") or behind.tag == "CD")


def _imposer(analysis: Analysis, found: Found, tokens: Sequence[Token], pact: Token) -> tuple[Link, ...]:
    """Who suspends or bans what the exemption is from: whose "its embargo" is, who does so in the same sentence."""
    parties = Parties(analysis, found)
    owner = pact.child("poss")
    if owner is not None and _is_ban(pact):
        return parties.possessor(owner) if owner.tag == "PRP$" else parties.party(owner)
    for verb in tokens:
        if verb.pos != "VERB" or verb.lemma not in words("pledges", "imposing") | _DECIDING or verb.child("auxpass"):
            continue
        aux = next((one for one in verb.all("aux") if one.lower in ("has", "have", "had")), None)
        # "since 3 May *Osk* has banned": parsers take the name for part of the date
        before = analysis.tokens[aux.i - 1] if aux is not None and aux.i > tokens[0].i else None
        for doer in (subject(verb), before):
            if doer is not None and (links := parties.party(doer)):
                return links
    return ()


def is_pact(token: Token) -> bool:
    """Whether a word names a pact."""
    if token.pos not in ("NOUN", "PROPN"):
        return False
    lemma = token.lemma.lower()
    named = lemma in words("pledges", "pacts") or (lemma in words("pledges", "papers") and token.text[:1].isupper())
    if not named or token.head.lower == "without":
        return False
    return not any(one.lower in ("no", "without", "former", "any") for one in token.children)


def _is_ban(noun: Token) -> bool:
    return noun.lemma.lower() in words("pledges", "bans")


def _before(analysis: Analysis, tokens: Sequence[Token]) -> bool:
    """Whether the sentence before, in the same paragraph, told of a pact that "it" stands for."""
    here = analysis.sentence_of(tokens[0])
    if here.index == 0 or tokens[0].lower not in ("it", "this", "that", "these"):
        return False
    last = analysis.sentences[here.index - 1]
    return last.paragraph == here.paragraph and any(is_pact(one) for one in analysis.words(last))


def _scope(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """What a pact covers and what it exempts, by the verbs whose subject is the pact or "it"."""
    covers: list[Token] = []
    exempts: list[Token] = []
    for token in tokens:
        if token.lower == "exempt" and token.dep == "acomp":
            doer = subject(token.head)
            exempts = exempts or (doer.subtree if doer is not None else [])
        if token.pos not in ("VERB", "AUX", "ADJ") or not _of_pact(token):
            continue
        negated = any(one.dep == "neg" for one in token.children)
        lemma = token.lemma.lower()
        if lemma in words("pledges", "binding") and token.child("xcomp") is None:
            continue
        if lemma in words("pledges", "exempts") or (lemma in words("pledges", "covers") and negated):
            exempts = exempts or _object(token)
        elif lemma in words("pledges", "covers"):
            reached = _object(token)
            if reached and reached[0].lower == "nothing":
                exempts = exempts or reached
            else:
                covers = covers or reached
    return covers, exempts


def _of_pact(verb: Token) -> bool:
    """Whether the verb's subject is a pact, or a pronoun or relative that may stand for one."""
    doer = subject(verb)
    if doer is None:
        return False
    if doer.tag in ("WDT", "WP"):
        return is_pact(verb.head)
    if doer.lower in ("it", "this"):
        return True
    return is_pact(doer)


def _object(verb: Token) -> list[Token]:
    """What the verb covers or leaves out: its object, "to Y", "to do Z", or "when …"."""
    for one in verb.children:
        if one.dep == "dobj" and one.i > verb.i:
            task = verb.child("xcomp")
            return (
                task.subtree
                if task is not None and verb.lemma in ("bind", "oblige", "commit", "require")
                else one.subtree
            )
    reached = next((one for one in verb.all("prep") if one.lower in ("to", "for", "from")), None)
    behind = [token for noun in reached.all("pobj") for token in noun.subtree] if reached is not None else []
    for one in verb.children:
        if one.i > verb.i and one.dep in ("advcl", "ccomp", "xcomp"):
            # "applies to all units save those at Tarn": parsers take "save" for a verb
            return one.subtree if not behind or one.lemma not in words("pledges", "excepting") else behind
    return behind
