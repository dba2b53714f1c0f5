"""A stand that a sentence itself measures against an earlier one: "a softer tone than in May, when he …"."""

import re
from collections.abc import Iterator

from rashomon.analyse.differences.once import found_once
from rashomon.analyse.differences.positions import turns_told
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Link
from rashomon.model.finding import Difference, Side
from rashomon.model.text import Document, Span

_MONTHS = "|".join(lexicon("times")["months"])
_LINE = r"(?:lines?|tones?|stances?|notes?|language|words|wordings?|positions?|terms)"
# "…, a softer line than in May, when he …": what stands before is the new stand, what follows the old one.
_THAN = re.compile(
    rf",?\s(?:an?\s|in\s|with\s)?(?:\w+\s)?(?:softer|milder|gentler|kinder|warmer|harder|harsher|tougher|firmer|sharper"
    rf"|stiffer|other|different)\s(?:\w+\s)?{_LINE}\s(?:than|from)\b",
    re.IGNORECASE,
)
# "…; in April he would not hear of it", "…, whereas in September she had refused": without a word of contrast or a no
# it may be the tale of one who went on ("She resigned as mayor, last year she called an election").
_WHERE = re.compile(
    rf"[;,—–]\s?(?P<but>(?:whereas|while|although|though|but)\s(?:as late as\s|only\s)?|as late as\s|only\s)?"
    rf"(?:(?:in|at the (?:start|beginning|end) of)\s(?:early\s|late\s|mid-)?(?:{_MONTHS})"
    r"|last\s(?:week|month|year|spring|summer|autumn|winter)"
    r"|an?\s(?:week|fortnight|month|year)\s(?:ago|earlier|before))\s(?:he|she|it|they)\s"
    r"(?=(?:had\s|would\s)?(?:still\s)?"
    r"(?:(?P<no>(?:not|never)\s|refus|rul\w+\sout|reject|den(?:y|ied))|hear|insist|sw(?:ear|or)|vow|demand))"
)
# A stand has at least so many characters.
_LEAST = 12


def softened(view: View) -> Iterator[Difference]:
    """A sentence tells where somebody stands, and that it is not where they stood at an earlier time."""
    shown = {
        (span.document, sentence(view.documents[span.document], span).start)
        for one in found_once(view, turns_told)
        for side in one.sides
        for span in side.evidence
    }
    for document in view.documents.values():
        for pattern in (_THAN, _WHERE):
            for found in pattern.finditer(document.text):
                if pattern is _WHERE and not (found["but"] or found["no"]):
                    continue
                if any(one.start < found.end() and found.start() < one.end for one in document.furniture):
                    continue
                here = sentence(document, document.span(*found.span()))
                who = _speaker(view, document, here, found.start())
                now, once = _trimmed(document, here.start, found.start()), _trimmed(document, found.end(), here.end)
                if who and now and once and (document.id, here.start) not in shown:
                    yield Difference(
                        type="change of position",
                        topic=f"{view.names(who)}: {' '.join(now.text.split())}"[:160],
                        sides=tuple(
                            Side(who=who, says=" ".join(one.text.split()), evidence=(one,), said=document.published)
                            for one in (once, now)
                        ),
                        why="The sentence itself measures the stand against an earlier one: "
                        f"“{' '.join(found.group().split()).strip(',; ')} {' '.join(once.text.split())[:100]}”.",
                        check="softened",
                    )


def _speaker(view: View, document: Document, here: Span, end: int) -> tuple[Link, ...]:
    """Who speaks in the part of a sentence that tells the new stand, or nobody."""
    for one in view.statements_in[document.id]:
        if (
            one.speaker
            and one.content
            and one.content[0].start < end
            and here.start <= one.evidence[0].start < here.end
        ):
            return one.speaker
    return ()


def _trimmed(document: Document, start: int, end: int) -> Span | None:
    return document.trimmed(start, end) if end - start >= _LEAST else None
