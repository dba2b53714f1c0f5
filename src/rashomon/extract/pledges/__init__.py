"""Conditional commitments and threats, red lines, ultimatums, pacts and what they exempt."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from rashomon.extract import certainty
from rashomon.extract.clauses import main_clause, modal, spans, subject
from rashomon.extract.found import Found
from rashomon.extract.pledges.pacts import pacts
from rashomon.extract.said_on import said_on
from rashomon.extract.parties import Parties, key
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Mention, Pledge, PledgeForm
from rashomon.model.text import Span

_FIRST_PERSON = frozenset({"we", "i", "us"})
_OWN = frozenset({"our", "my", "his", "her", "its", "their"})


def pledges(analysis: Analysis, found: Found) -> Iterator[Pledge]:
    """The pledges of a report's running text, in text order.

    A forecast ("the truce will fail unless …") is none, nor is what has happened; the
    one who speaks must be the one who acts, or nobody else's voice may stand between.
    """
    finder = _Finder(analysis, found)
    for sentence in analysis.body:
        tokens = analysis.words(sentence)
        made = [*finder.conditionals(tokens), *finder.ultimatums(tokens), *pacts(analysis, found, tokens)]
        if not made:
            made = list(finder.red_lines(tokens))
        yield from sorted(made, key=lambda pledge: pledge.evidence[0].start)


class _Finder:
    """Finds pledges in one report."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._parties = Parties(analysis, found)

    def conditionals(self, tokens: Sequence[Token]) -> Iterator[Pledge]:
        """Read "if our lines are crossed, we will respond" and its kin."""
        for token in tokens:
            form = _condition(token)
            if form is None:
                continue
            response = _response(token)
            condition = _condition_words(token)
            by = self._committed(response, condition) if response is not None else ()
            if response is None or not by:
                continue
            if _mentions_red_line([*condition, *response.subtree]):
                form = "red line"
            yield self._pledge(
                form, by, response, spans(self._analysis, condition), self._response_spans(response, condition)
            )  # fmt: skip

    def _response_spans(self, response: Token, condition: Sequence[Token]) -> tuple[Span, ...]:
        gone = {one.i for one in condition}
        words = _one_stretch([one for one in main_clause(response) if one.i not in gone])
        shared = subject(response)
        if shared is not None and response.dep == "conj" and shared.head is not response:
            return (
                *spans(self._analysis, [shared, *[one for one in shared.subtree if one.i < shared.i]]),
                *spans(self._analysis, words),
            )
        return spans(self._analysis, words)

    def _committed(self, response: Token, condition: Sequence[Token]) -> tuple[Link, ...]:
        """Who commits to the response: who says so of themselves, else who is told to act; empty for forecasts."""
        verb = _acting(response)
        doer = subject(verb)
        voices = certainty.voices(self._analysis, self._found, response)
        speaker = voices[0] if len(voices) > 1 else None
        if doer is None or verb.lemma in words("pledges", "unwilled"):
            declared = _declares(verb)
            return (speaker,) if speaker is not None and declared else ()
        if _is_counterfactual(verb) or any(one.lower in words("pledges", "guessing") for one in verb.children):
            return ()
        if speaker is not None:
            ours = any(one.lower in ("our", "we", "my", "us") for one in condition)
            return (speaker,) if ours or self._is_own(doer, verb, speaker) else ()
        party = self._parties.party(doer)
        willed = verb.lemma in words("pledges", "willed") and doer.pos != "PRON"
        return party if party and willed and modal(response) is not None and not self._is_comment() else ()

    def _is_own(self, doer: Token, verb: Token, speaker: Link) -> bool:
        """Whether the one who acts is the speaker or belongs to them."""
        if doer.lower in _FIRST_PERSON or any(one.lower in _OWN for one in doer.children):
            return True
        if self._found.mention_of(doer) is None and verb.child("auxpass") is not None and verb.child("agent") is None:
            # things do not act: "the jets would be deployed" is the speaker's to do
            return doer.pos in ("NOUN", "PROPN") and verb.lemma in words("pledges", "willed")
        theirs = key(self._found, speaker)
        if theirs is None and self._is_official(speaker):
            return doer.dep == "nsubj"
        ours = {key(self._found, link) for link in (self._found.link(doer), *self._parties.party(doer))} - {None}
        if theirs is not None and ours:
            return theirs in ours
        if doer.lower in ("he", "she", "they", "it"):
            return not ours and (doer.lower in ("he", "she")) == self._is_person(speaker)
        return False

    def _is_person(self, link: Link) -> bool:
        mention = self._found.record(link.mention) if link.mention else None
        return isinstance(mention, Mention) and mention.type == "person"

    def _is_official(self, speaker: Link) -> bool:
        """Whether the speaker bears a title: they speak for those whose it is, though it is not said whose."""
        mention = self._found.record(speaker.mention) if speaker.mention else None
        return isinstance(mention, Mention) and bool(mention.roles) and mention.type == "person"

    def _is_comment(self) -> bool:
        """Whether the report argues in its own voice: its conditionals are forecasts or advice."""
        return self._analysis.document.genre in ("opinion", "analysis")

    def ultimatums(self, tokens: Sequence[Token]) -> Iterator[Pledge]:
        """Read "gave them until Friday to leave", "a 48-hour ultimatum to withdraw"."""
        for token in tokens:
            condition = _deadline(token)
            if condition is None:
                continue
            giver = subject(token)
            by = self._parties.party(giver) or self._named(giver) if giver is not None else ()
            if not by or token.child("auxpass"):
                continue
            choice = next((one for one in condition if one.lower == "or"), None)
            if choice is not None:  # "to leave or face attack"
                condition = [one for one in condition if one.i < choice.i]
            threat = self._otherwise(tokens, condition[-1])
            yield self._pledge("ultimatum", by, token, spans(self._analysis, condition), threat)

    def _named(self, token: Token) -> tuple[Link, ...]:
        known = self._found.mention_of(token) is not None or token.pos == "PRON"
        return self._found.links(token) if known else ()

    def _otherwise(self, tokens: Sequence[Token], last: Token) -> tuple[Span, ...]:
        """What happens else: words after "or", "otherwise" in this sentence, or what follows "after that"."""
        rest = [one for one in tokens if one.i > last.i]
        for k, one in enumerate(rest):
            if one.lower in words("pledges", "otherwise"):
                tail = [each for each in rest[k + 1 :] if each.pos != "SPACE"]
                while tail and tail[-1].pos == "PUNCT":
                    tail.pop()
                return spans(self._analysis, tail)
        return ()

    def red_lines(self, tokens: Sequence[Token]) -> Iterator[Pledge]:
        """Read "any attack on the port is a red line for us": a red line without a response."""
        for token in tokens:
            if token.lemma.lower() != "line" or not any(one.lower == "red" for one in token.children):
                continue
            verb = token.head if token.dep in ("attr", "acomp", "oprd") else None
            crossed = subject(verb) if verb is not None else None
            if verb is None or crossed is None or any(one.dep == "neg" for one in verb.children):
                continue
            by = self._owner(token) or self._speaker(verb)
            if by and crossed.lower not in ("that", "this", "it", "which"):
                yield self._pledge("red line", by, verb, spans(self._analysis, crossed.subtree), ())

    def _owner(self, line: Token) -> tuple[Link, ...]:
        """Whose red line it is: "a Russian red line", "a red line for Moscow"."""
        for one in line.all("prep"):
            for noun in one.all("pobj") if one.lower == "for" else []:
                if self._named(noun):
                    return self._named(noun)
        return self._parties.modifying(line)

    def _speaker(self, verb: Token) -> tuple[Link, ...]:
        voices = certainty.voices(self._analysis, self._found, verb)
        return voices[:1] if len(voices) > 1 else ()

    def _pledge(
        self,
        form: PledgeForm,
        by: tuple[Link, ...],
        verb: Token,
        condition: tuple[Span, ...],
        response: tuple[Span, ...],
    ) -> Pledge:
        analysis = self._analysis
        inside = (*condition, *response)
        evidence = analysis.document.span(min(one.start for one in inside), max(one.end for one in inside))
        return Pledge(
            document=analysis.document.id, evidence=(evidence,), rule=f"pledge: {form}", by=by, form=form,
            condition=condition, response=response, said=said_on(analysis, self._found, verb),
            according_to=certainty.voices(analysis, self._found, verb),
        )  # fmt: skip


def _condition(token: Token) -> PledgeForm | None:
    """The form of pledge that a clause's conjunction makes, for the verb of the clause."""
    if any(one.dep == "advmod" and one.lower == "even" for one in token.children):
        return None  # "even if" concedes, it does not condition
    if token.dep in ("pcomp", "ccomp") and token.head.lower in ("provided", "providing"):
        return "if"
    if token.dep not in ("advcl", "ccomp", "relcl", "acl"):
        return None
    first = next((one for one in token.children if one.dep in ("mark", "advmod", "aux") and one.i < token.i), None)
    for one in token.children:
        if one.dep == "mark" and one.i < token.i:
            for form, conjunctions in _lexicon()["conditions"].items():
                if one.lower in conjunctions or _long_conjunction(one) in conjunctions:
                    return form  # type: ignore[no-any-return]
    doer = token.child("nsubj", "nsubjpass")
    if first is not None and doer is not None and first.lower == "should" and first.dep == "aux" and first.i < doer.i:
        return "if"
    if token.dep == "advcl" and token.subtree[0].lower in ("provided", "providing"):
        return "if"
    return None


def _condition_words(verb: Token) -> list[Token]:
    """The words of a condition with its conjunction ("as long as …", "provided that …")."""
    top = verb.head if verb.head.lower in ("long", "provided", "providing", "soon", "event", "condition") else verb
    found = top.subtree
    while found and found[0].pos in ("PUNCT", "SPACE", "CCONJ"):
        found.pop(0)
    return found


def _long_conjunction(mark: Token) -> str:
    """The conjunction of several words that ends in `mark`: "as long as"."""
    before = [one.lower for one in (mark.head.subtree) if one.i < mark.i][-2:]
    above = mark.head.head
    if not before and above is not mark.head:
        before = [one.lower for one in above.subtree if mark.i - 3 < one.i < mark.i]
    return " ".join([*before, mark.lower])


def _response(condition: Token) -> Token | None:
    """The verb of the main clause, if it is put as a commitment."""
    verb = condition.head
    while verb.pos not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    if verb.pos not in ("VERB", "AUX"):
        return None
    if modal(verb) is not None or _is_ready(verb):
        return verb
    first = next((one for one in verb.children if one.dep == "ccomp" and modal(one) is not None), None)
    return first if verb.lemma in words("pledges", "speech") else None


def _is_ready(verb: Token) -> bool:
    """Whether the verb commits by itself: "is ready to respond", "vowed to"."""
    if verb.lemma in words("pledges", "ready") and verb.child("xcomp") is not None:
        return True
    return any(one.dep == "acomp" and one.lower in words("pledges", "ready") for one in verb.children)


def _acting(response: Token) -> Token:
    """The verb that tells what will be done: "hesitate to respond" stands as a whole."""
    if response.lemma == "go" and response.child("xcomp") is not None:
        return response.child("xcomp") or response
    return response


def _is_counterfactual(verb: Token) -> bool:
    """Whether it only might have been ("would have gone")."""
    below = {one.lower for one in verb.children if one.dep in ("aux", "auxpass")}
    return "have" in below and "would" in below


def _declares(verb: Token) -> bool:
    """Read "there will be no ceasefire", "that will be a red line": declared, not forecast."""
    if verb.lemma != "be":
        return False
    attr = verb.child("attr", "nsubj")
    expletive = verb.child("expl") is not None
    if attr is not None and expletive:
        return attr.lemma.lower() in words("pledges", "declared")
    return _mentions_red_line(verb.subtree)


def _mentions_red_line(tokens: Sequence[Token]) -> bool:
    return any(one.lemma.lower() == "line" and any(kid.lower == "red" for kid in one.children) for one in tokens)


def _one_stretch(tokens: Sequence[Token]) -> list[Token]:
    """The longest unbroken stretch of a clause out of which a condition or a speech tag was cut."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and token.i - runs[-1][-1].i == 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return max(runs, key=len, default=[])


def _deadline(verb: Token) -> list[Token] | None:
    """The words of the deadline that a verb sets ("until Friday to withdraw"), from the deadline on."""
    if verb.pos != "VERB" or verb.lemma not in words("pledges", "setting"):
        return None
    anchor = _until(verb) or _ultimatum(verb)
    task = _task(verb, anchor) if anchor is not None else None
    if anchor is None or task is None:
        return None
    inside = anchor.subtree
    return inside + [one for one in task.subtree if one not in inside]


def _until(verb: Token) -> Token | None:
    """The preposition of the deadline in "gave them until Friday", "has until Friday"."""
    if verb.lemma != "have" and verb.child("dobj", "dative") is None:
        return None
    return next((one for one in verb.children if one.dep == "prep" and one.lower in ("until", "till")), None)


def _ultimatum(verb: Token) -> Token | None:
    """The noun in "issued an ultimatum"."""
    nouns = words("pledges", "ultimatums")
    return next((one for one in verb.all("dobj", "nsubjpass") if one.lemma in nouns), None)


def _task(verb: Token, anchor: Token) -> Token | None:
    """What must be done: the infinitive behind the deadline."""
    near = [*anchor.subtree, *verb.children]
    found = (
        one for one in near if one.tag == "VB" and one.i > anchor.i and any(kid.lower == "to" for kid in one.children)
    )
    return next(found, None)


@cache
def _lexicon() -> Any:
    return lexicon("pledges")
