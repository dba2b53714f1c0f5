"""Denials that stand right after another denial, and are of something else."""

import re
from collections.abc import Iterable

from rashomon.analyse.deeds import deeds_in, stems_in
from rashomon.analyse.differences.denied import target
from rashomon.analyse.differences.sides import states
from rashomon.analyse.topics import families_in
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import words
from rashomon.model.annotation import Annotation, Event, Statement

TAKES_UP = re.compile(
    r"\W*(?:(?:it|that|this)(?: simply| just)? (?:was|is|did|does|never|(?:has|had) (?:not|never))|nothing|never"
    r"|none of (?:it|this|that)|(?:there (?:was|is|were|(?:has|had) been) )?(?:no|never any|nothing) such"
    r"|the (?:word|matter|subject|question|topic|issue|point))\b",
    re.IGNORECASE,
)
"""Words that name no matter of their own: what they deny stands before them."""
# So many words that nobody said before are a matter of its own; one more where words take up what stands before.
_OWN = 2
# "Reports that he would resign": a tale whose words follow is the one that is denied.
_TALE = re.compile(r"\W*(?:(?:the|any|all|those|these|new) )?(?P<tale>[a-z]+) (?:that|of|about)\b", re.IGNORECASE)


def strays(view: View, told: Iterable[Annotation], before: Iterable[Statement], denial: Statement) -> bool:
    """Whether a denial that comes after others in its report shares no matter with them, nor with what they deny.

    "Osk denied that it had sent men. Its envoy denied that prices had risen.": near as they stand, the second is of
    something else. Words for whoever is named are no matter; what takes up ("nothing of the sort") is of the first.
    """
    earlier = [one for one in before if _ends_before(one, denial)]
    if not earlier:
        return False
    some, said = [*told, *earlier], quoted(denial.content)
    tale = _TALE.match(said)
    retold = tale is not None and tale["tale"].casefold() in words("comparison", "tellings")
    meant = None if retold else target(view, denial)
    if meant is not None and any(one.id == meant.id for one in some):
        return False
    names = {
        stem
        for mention, _ in view.named[denial.document]
        if mention.form == "name"
        for stem in stems_in(mention.evidence[0].text)
    }
    own = stems_in(said) - names - (stems_in(tale["tale"]) if tale is not None and retold else frozenset())
    known = " ".join(quoted(getattr(one, "content", ()) or one.evidence) for one in some)
    shared = own & stems_in(known) or (families_in(said) | deeds_in(said)) & (families_in(known) | deeds_in(known))
    return not shared and len(own) >= (1 if retold else _OWN + bool(TAKES_UP.match(said)))


def strays_beside(view: View, told: Annotation, denial: Annotation) -> bool:
    """Whether, between what was told and a denial, or what it says of a deed, the same side denies, and this strays."""
    if isinstance(denial, Event):
        denial = next((one for one in view.statements_in[denial.document] if _tells(one, denial)), denial)
    if not isinstance(denial, Statement) or denial.act != "deny" or told.document != denial.document:
        return False
    by, start = states(view, denial.speaker), told.evidence[0].start
    between = [
        one
        for one in view.statements_in[denial.document]
        if one.act == "deny" and one.id != told.id and start < one.evidence[0].start and states(view, one.speaker) & by
    ]
    return strays(view, [told], between, denial)


def _tells(one: Statement, event: Event) -> bool:
    """Whether a deed is told in the words of a denial."""
    return one.act == "deny" and any(span.covers(cue) for span in one.content for cue in event.cue)


def _ends_before(one: Statement, denial: Statement) -> bool:
    return one.document == denial.document and one.evidence[-1].end <= denial.evidence[0].start
