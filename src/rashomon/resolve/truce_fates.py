"""What became of a truce: it collapsed, is failing, was superseded, holds, or nobody tells."""

import re
from collections.abc import Iterable, Mapping

from rashomon.language.lexicon import words
from rashomon.model.annotation import Event
from rashomon.model.sides import TOLD
from rashomon.model.world import Fate
from rashomon.resolve.truce_drafts import MADE, Draft, place, step

# Fighting told to begin again so soon after the last step of a truce, in characters, speaks of that truce.
_BESIDE = 250
# Words after "lasted" that say that it was no time at all.
_HARDLY = frozenset({"barely", "hardly", "only", "just", "scarcely", "less"})
# "was kept for eighteen hours": a length that is over …
_OVER = re.compile(
    r"\b(?:kept|held|lasted|respected|observed|honou?red|survived|endured)"
    r" (?:for )?(?:(?:all of|some|about|nearly|almost) )?(?!the |another )[\w-]{1,20}"
    r"(?: and a half)? (?:minutes?|hours?|days?|weeks?|months?)\b"
    r"|\b(?:was|were) (?:kept|respected|observed|honou?red) (?:until|till)\b"
    r"|\b(?:held|lasted|survived|endured)(?: only| just)? (?:until|till)\b(?! now| today)"
)
# … and not "has held for ten days".
_STILL = re.compile(r"\b(?:has|have|had)(?: \w+){0,3} $")


def fate(draft: Draft, later: Draft | None, by_report: Mapping[str, list[Event]]) -> Fate:
    """What became of a truce: by its end, by the one agreed after it, by what is told of its holding.

    Breaches that the parties lay to each other's charge end no truce that is told to hold; where
    another had to be agreed afterwards, and not only the same renewed, it had collapsed.
    """
    broken = [one for one in draft.of("truce broken") if one.status in (*TOLD, "judged")]
    kept = [one for one in draft.of("truce kept") if one.status in TOLD]
    kept += [one for one in draft.of(*MADE) if one.status in TOLD and _is_kept_too(one)]
    kept = [one for one in kept if not _is_of_one_before(one, draft)]
    holds = any(one.status != "alleged" and not _is_over(one) for one in kept)
    resumed = _resumed(draft, by_report)
    if any(_was_short(one) for one in kept) or _collapsed(broken):
        return "collapsed"
    if later is not None and (later.agreed or later.in_force) is not None:
        fought = bool(broken) or resumed or any(_is_over(one) for one in kept)
        return "collapsed" if fought and not _renews(later) else "superseded"
    if any(_is_over(one) for one in kept) or (broken and not holds and _firm(broken)):
        return "collapsed"
    if resumed or (broken and not holds):
        return "failing"
    return "holding" if kept else "unknown"


def _is_of_one_before(event: Event, draft: Draft) -> bool:
    """Read "it is the third: *the first lasted four months*": told beside a truce of one before it."""
    number = place(event)
    several = _SEVERAL.search(event.evidence[0].text.lower()) is not None
    return several or (number is not None and number < max(draft.numbers, default=number))


# "The first lasted four months and the second five hours."
_SEVERAL = re.compile(
    r"^the (?:first|second|third|fourth)\b.*\bthe (?:second|third|fourth|fifth|other|next|last),? "
    r"(?:one|had|has|lasted|held|collapsed|broke|did|was|only|barely|just|about|for|not|less|more|a|an|\d+"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)  # not "the first truce … held into *the second week*"


def _collapsed(broken: Iterable[Event]) -> bool:
    """Whether a truce is told to have ended, and not only to have been violated by somebody's count."""
    return any(one.status == "asserted" or (one.status == "attributed" and not _is_breach(one)) for one in broken)


def _firm(broken: Iterable[Event]) -> bool:
    return any(one.status in ("asserted", "attributed") for one in broken)


def _is_breach(event: Event) -> bool:
    """Whether a truce's breaking is a breach among others ("violated it 14 times")."""
    cue = " ".join(span.text.lower() for span in event.cue)
    return cue.startswith(tuple(words("events", "breaching")))


def _renews(draft: Draft) -> bool:
    """Whether a truce is the one before it, confirmed."""
    made = [one for one in draft.steps if step(one) == "truce signed" and one.status in TOLD]
    return any(
        word.lower().startswith(tuple(words("events", "renewing")))
        for one in made
        for span in one.cue
        for word in span.text.split()
    )


def _is_over(event: Event) -> bool:
    """Whether a truce is told to have been kept for a time that is over."""
    text = event.evidence[0].text.lower()
    return any(not _STILL.search(text[max(0, one.start() - 60) : one.start()]) for one in _OVER.finditer(text))


def _is_kept_too(event: Event) -> bool:
    """Whether the sentence of a truce's making says that it is kept ("the truce signed in May was respected")."""
    made, text = event.evidence[0], event.evidence[0].text
    end = max((one.end for one in event.cue), default=made.start) - made.start
    return bool(_KEPT.search(text, max(0, end)))


_KEPT = re.compile(
    r"\b(?:was|is|has been|remained|remains|appeared|seemed|being)(?: [\w,-]+){0,5}"
    r" (?:respected|observed|honou?red|holding|intact|kept|heeded|in force)\b"
    r"|\b(?:describe|regard|report|consider|judge|see)(?:s|d|ed)?(?: it)?(?: as)?(?: [\w-]+){0,2}"
    r" (?:intact|holding|respected|observed)\b"
)


def _was_short(event: Event) -> bool:
    """Whether a truce is told to have held for hardly any time ("lasted barely a day")."""
    told = event.evidence[0].text.lower().split()
    return any(
        word in ("last", "lasted", "held", "survived") and any(one in _HARDLY for one in told[n + 1 : n + 3])
        for n, word in enumerate(told)
    )


def _resumed(draft: Draft, by_report: Mapping[str, list[Event]]) -> bool:
    """Whether fighting is told to have begun again soon after the last step of a truce."""
    for last in {one.document: one for one in sorted(draft.steps, key=lambda one: one.evidence[0].end)}.values():
        for event in by_report.get(last.document, ()):
            near = last.evidence[0].end < event.evidence[0].end <= last.evidence[0].start + _BESIDE
            again = any(word.startswith(("resum", "renew")) for span in event.cue for word in span.text.lower().split())
            if event.type == "ASSAULT" and again and near and event.status in ("asserted", "attributed"):
                return True
    return False
