"""How two tellings of one report are told: in which sentences, by which verbs, with what words between them."""

import re
from collections.abc import Iterator

from rashomon.analyse.differences.tellings import Telling
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.topics import negates
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Event
from rashomon.model.text import Span

# Words that set what follows against what stands before.
_AGAINST = re.compile(
    r"\b(?:but|while|whereas|although|though|however|yet|instead|not|for (?:his|her|its|their) part|in turn"
    r"|on the other|the other|the same|according to|by contrast|meanwhile)\b",
    re.IGNORECASE,
)
# Words by which a sentence tells of now and before at once.
_BEFORE = re.compile(
    r"\b(?:for the first time|until (?:now|then)|had (?:said|denied|insisted|sworn|called|put|counted|vowed|refused)"
    r"|at first|earlier|no longer|now (?:says|speaks|accepts|admits))\b",
    re.IGNORECASE,
)
# Words that make little of what another says, or call it by a name.
_ONLY = re.compile(
    r"\b(?:only|merely|no more than|what it calls|so-called|as it calls|calls it|called it)\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozens?|hundreds?|thousands?)\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]+")
# So many words of a verb phrase are a clue.
_VERB = 3
# What opens a sentence, in characters; what counts once and at most, in words.
_OPENING = 25
_LONG, _TEN = 40, 10
# Sentences between which so few characters stand follow each other.
_NEXT = 3


class Manner:
    """How the tellings of a case are told; each is read once, as it is compared with many."""

    def __init__(self, view: View) -> None:
        self._documents = view.documents
        self._read: dict[str, tuple[Span, dict[str, dict[str, float]]]] = {}

    def clues(self, a: Telling, b: Telling) -> dict[str, float]:
        """What of the manner of two tellings of one report, the earlier first, speaks for a dispute; as sizes."""
        text = self._documents[a.record.document].text
        (here, first), (there, second) = self._of(a), self._of(b)
        between = text[a.end : max(a.end, b.start)]
        together = here.start == there.start
        return {
            "same sentence": together,
            "next sentence": not together and len(text[here.end : there.start].strip()) < _NEXT,
            "against between": bool(_AGAINST.search(between)),
            "semicolon": ";" in between,
            "comma": together and "," in between and ";" not in between,
            "against first": bool(_AGAINST.search(text[there.start : there.start + _OPENING])),
            **first["first"],
            **second["second"],
        }

    def _of(self, one: Telling) -> tuple[Span, dict[str, dict[str, float]]]:
        """The sentence of a telling, and its clues as the first and as the second of two."""
        found = self._read.get(one.record.id)
        if found is None:
            here = sentence(self._documents[one.record.document], one.record.evidence[0])
            signs = dict.fromkeys(_signs(one, here.text), 1.0) | {"words": min(_LONG, len(one.text.split())) / _TEN}
            placed = {
                which: {f"{which}: {name}": size for name, size in signs.items()} for which in ("first", "second")
            }
            found = self._read[one.record.id] = here, placed
        return found


def _signs(one: Telling, said: str) -> Iterator[str]:
    """What a telling is by itself: its act, its verb, its standing, and what its sentence says beside it."""
    yield f"act {one.act}"
    for word in [word for span in one.record.cue for word in _WORD.findall(span.text.casefold())][:_VERB]:
        yield f"verb {word}"
    if isinstance(one.record, Event):
        yield f"status {one.record.status}"
    evidence = quoted(one.record.evidence)
    if '"' in evidence or "“" in evidence:
        yield "quoted"
    if _NUMBER.search(one.text):
        yield "number"
    if negates(one.text):
        yield "negated"
    if one.speakers - {one.record.document}:
        yield "voice known"
    if _BEFORE.search(said):
        yield "before"
    if _ONLY.search(said):
        yield "only"
