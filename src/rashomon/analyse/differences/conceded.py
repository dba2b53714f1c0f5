"""What one side owns to, and in which words, beside what another tells of it ("owns only to “obstacles”")."""

import re
from collections.abc import Iterator

from rashomon.analyse.differences.answers import apart
from rashomon.analyse.differences.sides import side_of, states
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Statement
from rashomon.model.finding import Difference

# The account stands at most so far before what is owned to, in characters.
_BEFORE = 300
_OPEN = '“‘"'
_CLOSE = '”’"'
_ADMITS = r"admit(?:s|ted)?|acknowledge[sd]?|concede[sd]?|own(?:s|ed)? (?:up |only )?to"
_OWNS = re.compile(
    rf"\b(?:{_ADMITS}|confess(?:es|ed)? to|knows? of)(?: to)?"
    r" (?:only|merely|just|no more than|nothing (?:more than|but|beyond)|at most)\b[^.;“\"]{0,30}?"
    rf"[{_OPEN}](?P<word>(?!receipt\b)[^{_CLOSE}.;]{{3,60}})[{_CLOSE}](?! (?:in)?to\b)"
    rf"|\b(?:{_ADMITS}|knows?) (?:only |nothing beyond )?what (?:it|he|she|they) (?:calls?|terms?) "
    rf"[{_OPEN}](?P<called>[^{_CLOSE}.;]{{3,60}})[{_CLOSE}]"
    r"|\b(?:speaks?|spoke|talks?|talked) (?:only|merely) of (?:an? |the |some )?"
    rf"[{_OPEN}](?P<spoken>[^{_CLOSE}.;]{{3,40}})[{_CLOSE}]",
)
# What somebody speaks of without "only" is mostly another matter ("spoke of “a new era”").
_NO_ACCOUNT = frozenset({"demand", "propose", "promise", "threaten", "warn", "predict"})


def owned_to_in_its_words(view: View) -> Iterator[Difference]:
    """Beside what one tells of another, the word by which that other owns to it; what it is is not settled by it."""
    for document, some in view.statements_in.items():
        seen: set[int] = set()
        for n, one in enumerate(some):
            here = sentence(view.documents[document], one.evidence[0])
            found = _OWNS.search(here.text)
            if (
                found is None
                or here.start in seen
                or not _in_words(one, here.start + found.start(), here.start + found.end())
            ):
                continue
            before = [told for told in some[:n] if _told_of(view, told, one)]
            if before:
                seen.add(here.start)
                word = next(filter(None, found.groups()))
                yield Difference(
                    type="other framing",
                    topic=quoted(before[-1].content)[:160],
                    sides=(side_of(view, before[-1]), side_of(view, one)),
                    why=f"{view.names(before[-1].speaker)} tells it of {view.names(one.speaker)}, "
                    f"who owns to no more than “{word}”.",
                    check="owned_to_in_its_words",
                )


def _in_words(one: Statement, start: int, end: int) -> bool:
    """Whether a stretch of a report meets what a statement says or the verb by which it says so."""
    return any(span.start < end and start < span.end for span in (*one.content, *one.cue))


def _told_of(view: View, told: Statement, one: Statement) -> bool:
    """Whether another voice told, just before, what the very speaker owns to: of him, or of what is his."""
    gap = one.evidence[0].start - told.evidence[0].start
    if not 0 <= gap <= _BEFORE or told.act in _NO_ACCOUNT or not told.content or not apart(view, told, one):
        return False
    named = {
        view.sides.of(actor)
        for mention, actor in view.named[told.document]
        if any(span.covers(mention.evidence[0]) for span in told.content)
    }
    return bool(named & states(view, one.speaker))
