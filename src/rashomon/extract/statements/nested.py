"""Speech within speech: words that somebody quotes of himself or of another are a saying of their own.

"The palace said the two “stressed the need for peace”": the two speak, by the palace's
account. "“I met Keral and said let's end this,” Dostan told lawmakers": Dostan speaks to
Keral, by his own account.
"""

from collections.abc import Iterator, Sequence

from rashomon.extract.statements.drafts import Draft, Place, cue_of, takes_of, words_in
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Quote, Token
from rashomon.language.lexicon import words

_SECOND = ("you", "your")
# How many words behind a verb of speech a colon may stand that announces what was said.
_NEAR = 8


# Rules by which the main verb of a sentence tells what its subject said.
_FOREMOST = frozenset({"clause", "object"})


def nested(analysis: Analysis, made: Sequence[Draft], told: Sequence[Draft]) -> list[Draft]:
    """The sayings told within others that were lost, or that no tag sets apart from the words around them."""
    found = [one for one in made if _is_lost(analysis, one, told)]
    for quote in analysis.quotes:
        for verb in analysis.tokens_in(quote.start, quote.end):
            urged = _urged(analysis, quote, verb)
            if urged and not any(verb in one.cue for one in (*told, *found)):
                found.append(_quoted(analysis, quote, verb, urged, told))
    return found


def read_out(made: Sequence[Draft], told: Sequence[Draft], lone: Sequence[Draft]) -> list[Draft]:
    """What named people said by the words of a note that nobody's tag sets apart ("Minister Orlo stressed that …")."""
    found = []
    for draft in made:
        verb = draft.verb
        if verb is None or verb.head is not verb or draft.rule not in _FOREMOST or any(verb in one.cue for one in told):
            continue
        named = bool(draft.source.heads) and all(one.pos in ("NOUN", "PROPN") for one in draft.source.heads)
        if named and any(start <= verb.start < end for one in lone for start, end in one.content):
            found.append(draft)
    return found


def mended(analysis: Analysis, told: Sequence[Draft]) -> list[Draft]:
    """The drafts; whose words end with the quotation they stand in, and whose speaker is none of the words said."""
    tags: dict[int, list[Draft]] = {}
    for draft in told:
        if draft.rule == "tag" and len(draft.content) == 1 and draft.source.tokens:
            tags.setdefault(draft.cue[0].sentence, []).append(draft)
    for draft in told:
        verb = draft.verb
        if verb is None or not draft.content:
            continue
        said = {one.i for one in words_in(analysis, draft)}
        subject = verb.child("nsubj")
        itself = bool(draft.source.tokens) and {one.i for one in draft.source.tokens} <= said
        if itself and subject is not None and subject.i not in said and subject.i < verb.i:
            draft.source = Source.of(subject)
        if subject is not None and verb.dep == "relcl" and _is_elsewhere(analysis, draft, subject, verb.head):
            draft.source = Source.of(verb.head, without=verb)  # "Sol spoke to a clerk who said …": not Sol says
        draft.content = [_before_tag(tags.get(verb.sentence, ()), draft, place) for place in draft.content]
        quote = _innermost(analysis, verb)
        if quote is not None and quote.closed:
            draft.content = [
                (start, min(end, quote.end) if start < quote.end else end) for start, end in draft.content
            ]  # fmt: skip
    return list(told)


def _is_elsewhere(analysis: Analysis, draft: Draft, who: Token, head: Token) -> bool:
    """Whether the noun right before "who" is none of those a draft takes for the speaker."""
    close = who.lower == "who" and who.i > 0 and analysis.tokens[who.i - 1].pos in ("NOUN", "PROPN")
    return close and head.pos == "NOUN" and bool(draft.source.tokens) and head not in draft.source.tokens


def _before_tag(tags: Sequence[Draft], inner: Draft, place: Place) -> Place:
    """The words said, without the tag of who reports it: "He stressed that all was calm | , the palace reported"."""
    start, end = place
    for outer in tags:
        if outer is inner:
            continue
        first, last = outer.content[0]
        told = first <= inner.place[0] and inner.place[1] <= last
        inside = told and start < last < end and last <= outer.source.tokens[0].start < end
        if inside and last <= outer.place[0] < end:
            return start, last
    return place


def _is_lost(analysis: Analysis, draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether a draft of quoted words stands in the words of a kept one, as their main verb, and was not kept."""
    verb = draft.verb
    if verb is None or not draft.source.heads or draft.rule == "named" or any(verb in one.cue for one in told):
        return False
    if analysis.quote_at(verb.start) is not None:
        return False  # what somebody thinks or says by the way in his own words
    outer = [one for one in told if _is_main(analysis, verb, one)]
    if not any(analysis.quote_at(start + 1) is not None for start, _ in draft.content):
        # What an office gives out of a talk is mostly what others said there.
        outer = [one for one in outer if draft.rule == "object" and draft.act == "say" and _is_office(one.source)]
    return bool(outer)


def _is_office(source: Source) -> bool:
    return len(source.heads) == 1 and source.heads[0].lemma.lower() in words("speech", "offices")


def _is_main(analysis: Analysis, verb: Token, outer: Draft) -> bool:
    """Whether a verb is what the words of a draft say foremost."""
    numbers = {one.i for one in words_in(analysis, outer)}
    return verb.i in numbers and (verb.head is verb or verb.head.i not in numbers)


def _urged(analysis: Analysis, quote: Quote, verb: Token) -> list[Token]:
    """What follows a plain "said" as it was said: "said let's put an end to this", "told him: go home"."""
    takes = takes_of(verb)
    if takes is None or not {"clause", "quote"} & takes.keys() or verb.tag != "VBD":
        return []
    if _subject(verb) is None:
        return []
    colon = next((one for one in analysis.tokens[verb.i + 1 : verb.i + _NEAR] if one.text in (":", '"')), None)
    if colon is not None and colon.text == ":" and colon.end < quote.end:
        return [one for one in analysis.tokens_in(colon.end, quote.end) if one.pos != "SPACE"]
    clause = next((one for one in verb.all("xcomp", "ccomp") if one.i > verb.i), None)
    bare = clause is not None and clause.tag == "VB" and not any(one.tag in ("TO", "MD") for one in clause.children)
    if clause is None or not bare:
        return []
    return [one for one in clause.subtree if one.i > verb.i and one.end <= quote.end]


def _subject(verb: Token) -> Token | None:
    """Who does it: a verb's own subject, or that of the one it is told in one breath with ("I met him and said")."""
    above = verb.head if verb.dep == "conj" else verb
    return verb.child("nsubj") or above.child("nsubj")


def _quoted(analysis: Analysis, quote: Quote, verb: Token, said: list[Token], told: Sequence[Draft]) -> Draft:
    subject = _subject(verb)
    end = _end(said)
    content: list[Place] = [(said[0].start, end)]
    if end >= quote.end - 2:
        content += _goes_on(analysis, quote, told)
    source = Source.of(subject) if subject is not None else Source()
    return Draft(cue=cue_of(verb), act="say", source=source, content=content, rule="nested", addressees=_met(verb))


def _end(said: list[Token]) -> int:
    while len(said) > 1 and said[-1].pos in ("PUNCT", "SPACE"):
        said.pop()
    return said[-1].end


def _goes_on(analysis: Analysis, quote: Quote, told: Sequence[Draft]) -> Iterator[Place]:
    """The next piece of the same outer quotation, where it speaks to the one who was spoken to: "If you want, …"."""
    for draft in told:
        places = [place for place in draft.content if place[0] >= quote.end]
        if places and any(start <= quote.start < end for start, end in draft.content):
            start, end = places[0]
            near = analysis.sentence_at(start)
            here = analysis.sentence_at(quote.start)
            speaks_to = any(one.lower in _SECOND for one in analysis.tokens_in(start, end))
            if speaks_to and near is not None and here is not None and near.index - here.index <= 1:
                yield start, end
            return


def _met(verb: Token) -> list[Token]:
    """To whom it was said: whom the verb names, or with whom the verb before it tells of a talk."""
    named = verb.child("dobj", "dative")
    if named is not None:
        return [named]
    if verb.dep != "conj":
        return []
    below = [verb.head, *verb.head.all("dobj")]
    talks = [prep for one in below for prep in one.all("prep") if prep.lower in ("with", "to")]
    return [inner for prep in talks[:1] for inner in prep.all("pobj")]


def _innermost(analysis: Analysis, verb: Token) -> Quote | None:
    """The smallest quotation a verb stands in."""
    around = [one for one in analysis.quotes if one.start <= verb.start < one.end]
    return min(around, key=lambda one: one.end - one.start, default=None)
