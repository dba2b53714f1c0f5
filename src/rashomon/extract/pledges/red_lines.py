"""Red lines without a response: "any attack on the port is a red line for us"."""

from collections.abc import Iterator, Sequence

from rashomon.extract.clauses import modal, spans, subject
from rashomon.extract.found import Found
from rashomon.extract.issuer import issued_at
from rashomon.extract.parties import Parties, root
from rashomon.extract.pledges.promise import promise, speaker_of
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Link, Pledge
from rashomon.model.text import Span

_POINTING = frozenset({"that", "this", "it", "which"})


def red_lines(analysis: Analysis, found: Found, tokens: Sequence[Token]) -> Iterator[Pledge]:
    """The red lines of a sentence."""
    if "line" not in analysis.forms(tokens[0].sentence):
        return
    for token in tokens:
        if token.lemma.lower() != "line":
            continue
        red = any(one.lower == "red" for one in token.children)
        if not red and not (token.lower == "line" and any(one.lower == "the" for one in token.children)):
            continue
        if (drawn := _drawn(analysis, found, token)) is not None:
            yield drawn
            continue
        if not red:
            continue
        crossing = token.dep == "dobj" and token.head.lemma in ("cross", "breach", "violate", "overstep")
        possible = crossing and modal(token.head) is not None  # "crossed a red line" is a charge, not a warning
        verb = token.head if token.dep in ("attr", "acomp", "oprd") or possible else None
        crossed = subject(verb) or verb.child("csubj") if verb is not None else None
        if verb is None or crossed is None or any(one.dep == "neg" for one in verb.children):
            continue
        by = _owner(analysis, found, token) or _speaker(analysis, found, verb)
        if crossed.lower in _POINTING:
            what = _said_before(analysis, found, verb, by)
        else:
            what = spans(analysis, crossed.subtree)
        if by and what:
            yield promise(analysis, found, "red line", by, verb, what, ())


def _drawn(analysis: Analysis, found: Found, line: Token) -> Pledge | None:
    """Read "Osk has drawn a red line *at the stationing of troops*"."""
    verb = line.head if line.dep == "dobj" else None
    doer = subject(verb) if verb is not None and verb.lemma in ("draw", "set", "lay") else None
    if verb is None or doer is None or any(one.dep == "neg" for one in verb.children):
        return None
    near = [
        one for one in (*line.all("prep"), *verb.all("prep")) if one.lower in ("at", "on", "over", "against", "around")
    ]
    if not any(one.lower == "red" for one in line.children):
        near = [one for one in near if one.lower == "at"]  # "drew the line at", not "drew the line on the map"
    what = next((one for prep in near for one in prep.all("pobj", "pcomp")), None)
    by = found.links(doer) if found.mention_of(doer) is not None else ()
    if what is None or not by:
        return None
    return promise(analysis, found, "red line", by, verb, spans(analysis, what.subtree), ())


def _owner(analysis: Analysis, found: Found, line: Token) -> tuple[Link, ...]:
    """Whose red line it is: "a Russian red line", "a red line for Moscow"."""
    for one in line.all("prep"):
        for noun in one.all("pobj") if one.lower == "for" else []:
            if noun.lower not in ("us", "me") and found.mention_of(noun) is not None:
                return found.links(noun)
    return tuple(link for link in Parties(analysis, found).modifying(line, pronouns=False))


def _speaker(analysis: Analysis, found: Found, verb: Token) -> tuple[Link, ...]:
    speaker = speaker_of(analysis, found, verb)
    return (speaker,) if speaker is not None else ()


def _said_before(analysis: Analysis, found: Found, verb: Token, by: tuple[Link, ...]) -> tuple[Span, ...]:
    """What "that is our red line" points at: the words of the same speaker right before it."""
    beside = next((one for one in verb.head.all("ccomp") if one.i < verb.i and one is not verb), None)
    if beside is not None and verb.dep == "ccomp":
        return spans(analysis, [one for one in beside.subtree if one.start < verb.start])
    here = analysis.sentence_of(verb)
    for statement in reversed(found.statements):
        told = [one for one in statement.content if one.end <= verb.start]
        sentence = analysis.sentence_at(told[-1].start) if told else None
        if sentence is None:
            continue
        same = {_name(found, link) for link in statement.speaker} & {_name(found, link) for link in by}
        near = sentence.paragraph == here.paragraph and here.index - sentence.index <= 1
        if near and (same or (analysis.quote_at(verb.start) is not None and statement.form == "direct")):
            return tuple(told[-1:])
    before = analysis.sentences[here.index - 1] if here.index else None
    if before is None or before.paragraph != here.paragraph or issued_at(analysis, found, verb) is None:
        return ()
    return (analysis.evidence(before),)


def _name(found: Found, link: Link) -> str | None:
    """The name behind a link, else its mention."""
    mention = root(found, link)
    return mention.name or mention.id if mention is not None else link.mention
