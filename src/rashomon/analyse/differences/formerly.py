"""Where a party stood before, told beside where it stands ("… might enter, he said. A month ago he ruled it out.")."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.differences.positions import Stand
from rashomon.analyse.differences.sides import side_of, states
from rashomon.analyse.topics import negates
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Position
from rashomon.model.finding import Difference, Side
from rashomon.model.text import Document, Span

_NUMBER = r"(?:a|one|two|three|four|five|six|seven|eight|ten|some|few|\d+)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|spring|summer|autumn|winter)"
)
# A time that is over, at the beginning of a sentence or of a clause set against what stands before it.
ONCE = (
    rf"(?:(?:only |just |as late as )?{_NUMBER} (?:days?|weeks?|months?|years?) (?:ago|before|earlier)"
    rf"|(?:only |just |as late as )?last (?:week|month|year|{_MONTH})"
    rf"|(?:only |as late as )?in (?:early |mid-|late )?(?:the )?{_MONTH}(?: \d{{4}})?"
    r"|earlier (?:this|in the) (?:week|month|year|war)|previously|until (?:then|last \w+))"
)
# A stand that was firm.
_FIRM = (
    r"(?:insist\w*|vow\w*|swore|swearing|ruled (?:[\w’'-]+ ){0,3}?out"
    r"|refus(?:ed|ing)\b(?! to (?:comment|say|answer|confirm|discuss))|reject\w+|den(?:ied|ying)|demand\w+"
    r"|would (?:not|never)|(?:said|told|announced|declared)\b[^.;\n]{0,60}?\b(?:none|never|nobody))\b"
)
_FORMERLY = re.compile(
    rf"(?:(?<=[.!?”\"] )|(?<=\n)|(?<=, )(?:whereas|while|although|though) )(?:but |yet |and )?{ONCE},? "
    rf"(?P<who>[\w’'-]+(?: [\w’'-]+){{0,4}}?) (?:had |has |was |were )?(?:still |always |also )?"
    rf"(?P<firm>{_FIRM}[^.;\n]*)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:he|she|it|they)", re.IGNORECASE)
# What refers to the present stand without a word of its own: "ruled it out", "refused to hear of one", "nobody would
# pass".
_BARE = re.compile(
    r"^rul\w+ (?:it|this|that|them) out\b|\b(?:it|this|them|one|so|such a thing)$"
    r"|\b(?:nobody|none|no one) (?:would|could|might|should)(?: \w+){1,3}$",
    re.IGNORECASE,
)
# Words of somebody who gives way.
_YIELDS = re.compile(
    r"\b(?:could|may|might|accept\w*|agree[sd]?|ready|willing|prepared|open to|allow\w*|permit\w*"
    r"|would (?:go|be|let|accept|talk)|welcom\w+)\b",
    re.IGNORECASE,
)
# Who may attack does not give way.
_FORCE = re.compile(
    r"\b(?:attack|invad|shell|bomb|strik|struck|raid|seiz|captur|storm|assault|fire|fight|kill|destroy|retaliat)\w*",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*")
# How far before the former stand the present one ends, in characters.
_BESIDE = 60


def stood_formerly(view: View) -> Iterator[Difference]:
    """A report tells that a party gives way, and beside it that it was firm before."""
    some: list[Stand] = [*view.statements, *view.positions]
    stands: dict[str, list[Stand]] = defaultdict(list)
    for one in some:
        stands[one.document].append(one)
    for document in view.documents.values():
        for found in _FORMERLY.finditer(document.text) if document.id in stands else ():
            now = _beside(stands[document.id], found.start())
            if now is not None and _yields(now) and _one_matter(found, now) and _same(view, document, found, now):
                yield _told(document, found, now, view)


def _beside(stands: Sequence[Stand], at: int) -> Stand | None:
    """What somebody is told to hold just before a place."""
    ending = ((max(span.end for span in _what(one)), one) for one in stands)
    near = [(end, one.id, one) for end, one in ending if end <= at + 1 and at - end <= _BESIDE]
    near += [
        (at, one.id, one)
        for one in stands
        if one.evidence[0].start < at < one.evidence[-1].end and max(span.end for span in _what(one)) <= at
    ]
    return max(near, key=lambda item: item[:2], default=(0, "", None))[2]


def _what(one: Stand) -> Sequence[Span]:
    return (one.issue if isinstance(one, Position) else one.content) or one.evidence


def _yields(one: Stand) -> bool:
    """Whether somebody gives way by his words, and says no to nothing."""
    said = " ".join((quoted(one.evidence), quoted(_what(one))))
    return bool(_YIELDS.search(said)) and not _FORCE.search(quoted(_what(one))) and not negates(quoted(_what(one)))


def _one_matter(found: re.Match[str], now: Stand) -> bool:
    """Whether the former stand is on what the present one is on: by a word of both, no name, or by a bare "it"."""
    firm, said = found["firm"].strip(), quoted(_what(now))
    names = frozenset(word.casefold() for word in _CAPITAL.findall(f"{firm} {said[1:]}"))
    _, *words = firm.split()
    shared = stems_in(" ".join(words), without=names) & stems_in(said, without=names)
    return bool(shared or _BARE.search(firm))


def _same(view: View, document: Document, found: re.Match[str], now: Stand) -> bool:
    """Whether the party that was firm is the one that gives way: a pronoun, or a name of its state."""
    holders = states(view, now.holder if isinstance(now, Position) else now.speaker)
    if not holders or _PRONOUN.fullmatch(found["who"]):
        return bool(holders)
    start, end = found.span("who")
    named = {view.sides.of(actor) for one, actor in view.named[document.id] if start <= one.evidence[0].start < end}
    return bool(named & holders)


def _told(document: Document, found: re.Match[str], now: Stand, view: View) -> Difference:
    span = document.span(*found.span())
    present = side_of(view, now)
    former = Side(who=present.who, says=" ".join(span.text.split()), evidence=(span,), said=document.published)
    return Difference(
        type="change of position",
        topic=f"{view.names(present.who)}: {present.says}"[:160],
        sides=(former, present),
        why="The report sets where the party stood before beside where it stands.",
        check="stood_formerly",
    )
