"""A talk that one side's office gives out, and of which the other's gives out what its own man had said."""

import re
from collections.abc import Iterator

from rashomon.analyse.differences.answers import outermost
from rashomon.analyse.differences.framing import readouts
from rashomon.analyse.differences.once import found_once
from rashomon.analyse.differences.sides import side_of
from rashomon.analyse.differences.versions import versions
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Statement
from rashomon.model.finding import Difference
from rashomon.model.text import Span

# What somebody said in a talk, as others give it out: "Osk, his office wrote, had told the envoy that …"; "Osk had
# told the envoy …, his office said"; "Osk's office said he had told the envoy …"; "Osk, according to his office,
# said …".
_NAME = r"[A-Z][^,;:.“\"]{1,50}?(?:\.\s[A-Z][^,;:.“\"]{1,40}?)?"
_WROTE = r"(?:said|says|wrote|stated|specified|noted|recalled|reported|announced|declared|ran|tweeted|posted|had it)"
_TOLD_HIM = r"(?:told|reminded|urged|asked|requested|warned|informed|assured|called for|demanded|wanted|insisted|said)"
_MADE_CLEAR = r"made (?:it |\w+ )?(?:clear|plain|known)"
_GIVEN_OUT = re.compile(
    rf"(?P<who>{_NAME}),\s[^,;“\"]{{2,70}}?\s?{_WROTE},\s(?:had\s)?{_TOLD_HIM}\b"
    rf"|(?P<teller>{_NAME}) had (?:{_TOLD_HIM}|{_MADE_CLEAR})\b[^;.]*,[”\"]?\s[^,;.]{{2,90}}\s{_WROTE}\b"
    rf"|(?P<office>{_NAME})[’']s? (?:press |information )?(?:office|service|secretary|chancery|palace|cabinet)\b"
    rf"[^;.]{{0,60}}?\s{_WROTE} (?:that )?(?:he|she|the \w+(?: minister)?) had (?:{_TOLD_HIM}|{_MADE_CLEAR})\b"
    rf"|(?P<by>{_NAME}), according to (?:its|his|her|the|a) (?:\w+ ){{0,3}}(?:office|service|secretary|chancery|palace"
    rf"|cabinet|spokes\w+|statement|communiqu[eé]), (?:had\s)?{_TOLD_HIM}\b"
)
_TALK = re.compile(
    r"\b(?:telephon\w+|phon\w+|call(?:ed)?|conversations?|convers\w+|spoke|talk(?:s|ed)?|met|meeting|received|rang)\b",
    re.IGNORECASE,
)
# A readout stands at most so far before the other side's, and the talk is told so far before it, in characters.
_BEFORE = 1300
_TOLD = 900
# A readout tells more than a word or two.
_LEAST = 40
_NO_READOUT = frozenset({"deny", "reject", "accuse", "threaten"})


def given_out(view: View) -> Iterator[Difference]:
    """A talk as one side's office tells it, and what the other's says that its own man had told the first."""
    told = (*found_once(view, readouts), *found_once(view, versions))
    shown = {id for one in told for side in one.sides for id in side.records}
    seen: set[tuple[str, int]] = set()
    for second in view.statements:
        if not second.content or second.id in shown:
            continue
        here = sentence(view.documents[second.document], second.evidence[0])
        if (second.document, here.start) in seen:
            continue
        found = _GIVEN_OUT.match(here.text)
        side = _side_at(view, here.document, here.start, here.start + _end_of_name(found)) if found else None
        first = _readout_before(view, side, here) if side else []
        if first and shown.isdisjoint(one.id for one in first):
            seen.add((second.document, here.start))
            yield Difference(
                type="other framing",
                topic=quoted(first[0].content)[:160],
                sides=(side_of(view, *first), side_of(view, second)),
                why="One talk, told by the offices of two who talked, each in its own words; "
                "what one leaves out it does not deny.",
                check="given_out",
            )


def _end_of_name(found: re.Match[str]) -> int:
    """Where the name ends of whom others give out what he said."""
    return max(found.end(group) for group in ("who", "teller", "office", "by"))


def _side_at(view: View, document: str, start: int, end: int) -> str | None:
    """For whom the first one stands who is named in a stretch of a report."""
    for mention, actor in view.named[document]:
        if start <= mention.evidence[0].start < end:
            return view.sides.of(actor)
    return None


def _readout_before(view: View, side: str, here: Span) -> list[Statement]:
    """What another side gave out of the talk before, if anywhere in it the very side is told to have spoken too."""
    text = view.documents[here.document].text
    by_voice: dict[frozenset[str], list[Statement]] = {}
    for one in view.statements_in[here.document]:
        start = one.evidence[0].start
        if not here.start - _BEFORE <= start < here.start or len(quoted(one.content)) < _LEAST:
            continue
        by = outermost(view, one)
        talk = _TALK.search(text, max(0, start - _TOLD), here.end)
        if by and side not in by and talk and one.act not in _NO_READOUT:
            by_voice.setdefault(by, []).append(one)
    told = [some for some in by_voice.values() if any(_names(view, one, side) for one in some)]
    return max(told, key=lambda some: sum(len(quoted(one.content)) for one in some), default=[])


def _names(view: View, one: Statement, side: str) -> bool:
    """Whether somebody of a side is named in the words of a statement."""
    return any(
        view.sides.of(actor) == side and any(own.covers(mention.evidence[0]) for own in one.evidence)
        for mention, actor in view.named[one.document]
    )
