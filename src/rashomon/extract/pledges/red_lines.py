"""Red lines without a response: "any attack on the port is a red line for us"."""

from collections.abc import Iterator, Sequence

from rashomon.extract.clauses import spans, subject
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties
from rashomon.extract.pledges.promise import promise, speaker_of
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Link, Pledge
from rashomon.model.text import Span

_POINTING = frozenset({"that", "this", "it", "which"})


def red_lines(analysis: Analysis, found: Found, tokens: Sequence[Token]) -> Iterator[Pledge]:
    """The red lines of a sentence."""
    for token in tokens:
        if token.lemma.lower() != "line" or not any(one.lower == "red" for one in token.children):
            continue
        verb = token.head if token.dep in ("attr", "acomp", "oprd") else None
        crossed = subject(verb) if verb is not None else None
        if verb is None or crossed is None or any(one.dep == "neg" for one in verb.children):
            continue
        by = _owner(analysis, found, token) or _speaker(analysis, found, verb)
        if crossed.lower in _POINTING:
            what = _said_before(analysis, found, verb, by)
        else:
            what = spans(analysis, crossed.subtree)
        if by and what:
            yield promise(analysis, found, "red line", by, verb, what, ())


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
    """What "that is our red line" points at: the same speaker's words right before it, in the same paragraph."""
    here = analysis.sentence_of(verb)
    for statement in reversed(found.statements):
        last = statement.content[-1]
        sentence = analysis.sentence_at(last.start)
        if last.end > verb.start or sentence is None:
            continue
        same = {link.mention for link in statement.speaker} & {link.mention for link in by}
        near = sentence.paragraph == here.paragraph and here.index - sentence.index <= 1
        return statement.content if same and near and statement.form == "direct" else ()
    return ()
