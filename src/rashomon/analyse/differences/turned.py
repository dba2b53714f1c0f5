"""A stand that is another one than before, as a sentence of the report itself tells it."""

import re
from collections.abc import Iterator

from rashomon.analyse.view import View
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link
from rashomon.model.finding import Difference, Side
from rashomon.model.text import Document

# "Osk, which in May swore that …, told the court in June that …": once a stand, now another. Bounded, so linear.
_ONCE = re.compile(r",\s(?:who|which)\s(?P<once>[^,.;:\n]{8,160}),\s(?P<now>[^;:\n]{10,260})")
# Where a sentence ends.
_END = re.compile(r"(?<=[a-z0-9”\"])[.!?][”\"]?\s")
# How far back from the relative word its name may end, in characters.
_NAMED = 3


def turned_in_a_sentence(view: View) -> Iterator[Difference]:
    """A sentence says where a party stood at one time, and where it stands at another."""
    for document in view.documents.values():
        ends = {one.evidence[0].end: actor for one, actor in view.named[document.id]}
        for found in _ONCE.finditer(document.text):
            holder = next((ends[at] for at in range(found.start(), found.start() - _NAMED, -1) if at in ends), None)
            if holder is None or view.actors[holder].key.startswith("unnamed:"):
                continue  # "an engineer, who would not be named, said" has taken no stand
            if _once(found["once"]) and _now(_to_its_end(found["now"])):
                yield _told(view, document, holder, found)


def _once(clause: str) -> bool:
    """Whether a clause tells a stand of a time that is over."""
    said = re.findall(r"[a-z]+", clause.casefold())
    return bool(set(said) & words("comparison", "stood")) and (
        bool(set(said) & words("comparison", "then")) or said[0] in ("had", "would")
    )


def _now(clause: str) -> bool:
    """Whether the rest of the sentence tells a stand."""
    return bool(set(re.findall(r"[a-z]+", clause.casefold())) & words("comparison", "stands"))


def _to_its_end(clause: str) -> str:
    """A clause as far as its sentence goes."""
    return _END.split(clause, maxsplit=1)[0]


def _told(view: View, document: Document, holder: str, found: re.Match[str]) -> Difference:
    who = (Link(actor=holder),)
    start, _ = found.span("now")
    spans = document.span(*found.span("once")), document.span(start, start + len(_to_its_end(found["now"])))
    sides = [Side(who=who, says=" ".join(one.text.split()), evidence=(one,), said=document.published) for one in spans]
    return Difference(
        type="change of position",
        topic=f"{view.actors[holder].name}: {sides[1].says}"[:160],
        sides=tuple(sides),
        why=f"The sentence sets side by side where the party stood (“{sides[0].says[:80]}”) and where it stands.",
        check="turned_in_a_sentence",
    )
