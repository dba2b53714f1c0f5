"""Counts told without a verb of speech: "put its losses at 40", "raised its toll to 40"."""

from calendar import month_abbr, month_name
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import takewhile

from rashomon.extract.statements.drafts import Draft, cue_of
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_FEW = 7
_MONTHS = frozenset([*month_name[1:], *month_abbr[1:], "Sept"])
# What may be put at a number without being a toll: "reckons the crossings at 44".
_OF_ANYTHING = ("put", "reckon", "assess", "estimate")
_OWNING = ("own", "confess", "admit")
# How a number may stand behind a verb that another's number leans on, without a preposition.
_PLAIN = ("object", "clause", "count", "idiom", "in a word")
_STOPS = (",", ";", "(", "—", ".")


@cache
def _counting() -> dict[str, frozenset[str]]:
    return {str(verb): frozenset(map(str, after)) for verb, after in lexicon("speech")["counts"].items()}


def may_count(verb: Token) -> bool:
    """Whether a verb may tell a count or an ultimatum."""
    return verb.lemma == "give" or verb.lemma in words("speech", "counting") or verb.lemma in _counting()


def counted(analysis: Analysis, verb: Token, source: Source) -> Draft | None:
    """A count told without a verb of speech: "put its losses at 40", "raised its toll to 40"."""
    after = _counting().get(verb.lemma)
    thing = verb.child("dobj")
    if verb.lemma in words("speech", "counting") and source.heads and (number := _number_of(verb)) is not None:
        below = number.subtree
        end = max(below[-1].end, _end(analysis.tokens[below[0].i : analysis.sentence_of(verb).last]))
        return Draft(cue=cue_of(verb), act="say", source=source, content=[(below[0].start, end)], rule="count")
    if after and source.heads and (place := _before_thing(analysis, verb, after)) is not None:
        return Draft(cue=cue_of(verb), act="say", source=source, content=[place], rule="count")
    if not after or thing is None or not source.heads or thing.i < verb.i:
        return None
    named = {thing.lemma.lower(), thing.lower} & words("speech", "tolls")
    if not named and not (verb.lemma in _OF_ANYTHING and thing.pos == "NOUN"):
        return None
    end = _end_of_count(analysis, thing, after)
    place = (thing.subtree[0].start, end)
    return Draft(cue=cue_of(verb), act="say", source=source, content=[place], rule="count") if end else None


def _before_thing(analysis: Analysis, verb: Token, after: frozenset[str]) -> tuple[int, int] | None:
    """A number that stands before what it counts: "put at 44 the breaches of the truce", "gave 402 as its dead"."""
    behind = analysis.tokens[verb.i + 1 : analysis.sentence_of(verb).last]
    lead = 1 if behind and behind[0].lower in after else 0
    number = next((k for k, one in enumerate(behind[lead : lead + 3], lead) if one.tag == "CD"), None)
    if number is None or number + 2 >= len(behind) or any(one.pos == "NOUN" for one in behind[:number]):
        return None
    joint = behind[number + 1].lower
    counted = [one for one in behind[number + 1 : number + 8] if {one.lower, one.lemma.lower()} & _counted()]
    if not counted or not (
        (lead and joint in ("the", "its", "their")) or (not lead and joint == "as" and verb.lemma == "give")
    ):
        return None
    told = list(takewhile(lambda one: one.text not in _STOPS, behind[number:]))  # "… the number it says were killed"
    return behind[number].start, told[-1].end


@cache
def _counted() -> frozenset[str]:
    return (
        words("speech", "tolls")
        | words("speech", "breaching")
        | frozenset({"breaches", "violations", "killed", "captured", "missing"})
    )


def owned_to(analysis: Analysis, verb: Token, source: Source) -> Draft | None:
    """A number somebody owns to, whatever the parser made of its preposition: "owns up to 14 dead"."""
    if verb.lemma not in _OWNING or not source.heads:
        return None
    behind = analysis.tokens[verb.i + 1 : analysis.sentence_of(verb).last]
    up = 1 if behind and behind[0].lower == "up" else 0
    if len(behind) < up + 2 or behind[up].lower != "to" or behind[up + 1].tag != "CD":
        return None
    end = _end(behind[up + 1 :])
    return Draft(cue=[verb, *behind[: up + 1]], act="admit", source=source,
                 content=[(behind[up + 1].start, end)], rule="count")  # fmt: skip


def _number_of(verb: Token) -> Token | None:
    """What is counted behind a verb: "nine violations", "215 dead", which parsers take for an adverb, too."""
    for one in verb.children:
        number = one.tag == "CD" or one.child("nummod") is not None
        if number and one.i > verb.i and one.dep in ("dobj", "advmod", "attr", "npadvmod", "oprd"):
            return one
    return None


def counted_by(analysis: Analysis, verb: Token) -> Iterator[Draft]:
    """The counts of a passive, each with who gives it: "were put at 40 by the army and at 60 by the rebels"."""
    after = _counting().get(verb.lemma) if verb.tag == "VBN" else None
    if not after:
        return
    thing = verb.child("nsubjpass")
    if thing is None or verb.child("neg") is not None:
        return
    rest = analysis.tokens[verb.i + 1 : analysis.sentence_of(verb).last]
    start: Token | None = None
    first = True
    for one in rest:
        if one.lower in after and any(each.tag == "CD" for each in analysis.tokens[one.i + 1 : one.i + 7]):
            start = one
        elif one.lower == "by" and start is not None and one.child("pobj") is not None:
            who = one.child("pobj") or one
            content = [(start.start, analysis.tokens[one.i - 1].end)]
            if first:
                content.insert(0, (thing.subtree[0].start, thing.subtree[-1].end))
            source = Source.of(who)
            kept = tuple(each for each in source.tokens if each.text != "(")
            yield Draft(
                cue=cue_of(verb), act="say", source=Source(source.heads[:1], kept), content=content, rule="count"
            )
            start, first = None, False


def gapped(analysis: Analysis, draft: Draft) -> Iterator[Draft]:
    """A count with those that lean on its verb made drafts of their own: "Ecuador admits to 31, Peru to 46"."""
    start, end = draft.content[-1] if draft.content else (0, 0)
    inside = analysis.tokens_in(start, end)
    counts = draft.rule in ("count", "preposition") or (draft.rule in _PLAIN and inside and inside[0].tag == "CD")
    comma = _second(analysis, draft, inside[0].i) if inside and counts else None
    if comma is None:
        plain = draft.rule in ("preposition", "count") and any(one.tag == "CD" for one in inside[:4])
        if plain and draft.act == "admit" and (more := _short_rest(analysis, inside[-1])):
            draft.content[-1] = (start, more)
        yield draft
        return
    behind = analysis.tokens[comma.i + 1 : analysis.sentence_of(comma).last]
    name = list(takewhile(lambda one: one.pos in ("PROPN", "NOUN", "DET", "ADJ", "PART"), behind))
    rest = behind[len(name) :]
    number = rest[1:] if rest[0].pos == "ADP" else rest
    head = next((one for one in reversed(name) if one.pos in ("PROPN", "NOUN")), name[-1])
    rule = "count" if draft.rule in _PLAIN else draft.rule
    yield replace(draft, content=[*draft.content[:-1], (start, analysis.tokens[comma.i - 1].end)], rule=rule)
    yield replace(draft, content=[(number[0].start, _end(number))], source=Source((head,), tuple(name)), rule="count")


def _short_rest(analysis: Analysis, last: Token) -> int:
    """Where a few words end that go on behind a number and its comma: "249, three islanders among them"; else 0."""
    rest = [one for one in analysis.tokens[last.i + 1 : analysis.sentence_of(last).last] if one.pos != "SPACE"]
    while rest and rest[-1].pos == "PUNCT":
        rest.pop()
    few = 0 < len(rest) <= _FEW and rest[0].text == ","
    return rest[-1].end if few and not any(one.tag in _FINITE for one in rest) else 0


def _second(analysis: Analysis, draft: Draft, first: int) -> Token | None:
    """The comma behind a number that another's number follows: ", Peru to 46"."""
    tokens = analysis.tokens
    last = analysis.sentence_of(tokens[first]).last
    seen = False
    for i in range(first, last - 2):
        seen = seen or tokens[i].tag == "CD"
        if tokens[i].text not in (",", ";") or not seen:
            continue
        name = list(takewhile(lambda one: one.pos in ("PROPN", "NOUN", "DET", "ADJ", "PART"), tokens[i + 1 : last]))
        k = i + 1 + len(name)
        if not any(one.pos in ("PROPN", "NOUN") for one in name) or k >= last - 1:
            return None
        if tokens[k].tag == "CD" and draft.rule in _PLAIN:  # "Osk concedes 61 prisoners, the League 18"
            month = tokens[k - 1].text.rstrip(".") in _MONTHS  # "the day of the raid, Sept. 5"
            return tokens[i] if tokens[k + 1].text in _STOPS and not month else None
        leans = tokens[k].lower in ("at", *(one.lower for one in draft.cue if one.pos in ("ADP", "PART")))
        return tokens[i] if leans and any(one.tag == "CD" for one in tokens[k + 1 : k + 4]) else None
    return None


def _end_of_count(analysis: Analysis, thing: Token, after: frozenset[str]) -> int:
    """Where the number behind what is counted ends, with what is said of it; 0 where none stands there.

    Parsers hang numbers of dead and wounded anywhere: the words are read in their order.
    """
    rest = analysis.tokens[thing.i + 1 : analysis.sentence_of(thing).last]
    since = False
    for k, one in enumerate(rest):
        since = since or one.lower in ("since", "after", "when")
        if one.tag in ("VBD", "VBZ", "VBP") and one.lemma != "include" and not since:
            break
        if one.lower in after and any(each.tag == "CD" for each in rest[k + 1 : k + 7]) and rest[k + 1].pos != "VERB":
            return _end(rest[k + 1 :])
    return 0


def end_of_number(analysis: Analysis, number: Token) -> int:
    """Where the phrase ends that a number begins, whatever the parser hung on it: "300 dead and wounded"."""
    return _end(analysis.tokens[number.i : analysis.sentence_of(number).last])


def _end(tokens: list[Token]) -> int:
    """The end of the run of words before the next mark, clause or finite verb; 0 where there is none."""
    stops = (one for one in tokens if one.text in _STOPS or one.tag in _FINITE or one.dep == "mark")
    stop = next(stops, None)
    told = tokens[: tokens.index(stop)] if stop is not None else list(tokens)
    while told and told[-1].pos in ("CCONJ", "PUNCT", "SPACE"):
        told.pop()
    return told[-1].end if told else 0
