"""How many breaches of a truce a telling counts: "fourteen breaches by sunset" of two reports are one count.

Whoever keeps the list of breaches numbers it once, and every later report quotes the number. Two breaches may be told
of any day; two lists of nineteen seldom are.
"""

import re
from collections.abc import Set

from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Event

# Fewer are told of too many days.
_LEAST = 5
# A count stands at most so many words before what it counts ("14 separate Korran violations").
_NEAR = 4
_WORD = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+(?:-[^\W\d_]+)*")
# "Bulletin No. 22", "article 3".
_NUMBERED = frozenset(
    {"no", "nos", "number", "article", "resolution", "bulletin", "communiqué", "communique", "paragraph"}
)
_TIMES = frozenset({"times", "occasions"})


def breaches(event: Event, cue: str) -> int:
    """How often a truce was broken, as its telling counts; 0 where it tells no count."""
    if event.type != "ASSAULT" or not any(_breach(word) for word in cue.split()):
        return 0
    said = _WORD.findall(" ".join(span.text for span in event.evidence).lower())
    for n, word in enumerate(said):
        number = _number(word)
        if number < _LEAST or (n and said[n - 1] in _NUMBERED):
            continue
        after = said[n + 1 : n + 1 + _NEAR]
        if after and after[0] in _TIMES:
            return number
        # "The 2001 attacks", "the July 7 attacks": digits before attacks are mostly a date.
        counted = [one for one in after if _breach(one) and one.endswith("s")]
        if counted and (not word[0].isdigit() or not words("comparison", "counted") & set(counted)):
            return number
    return 0


def of_truce(cue: str, said: Set[str]) -> bool:
    """Whether a telling speaks of a truce, or by its verb or noun of a breach of one ("seventeen breaches")."""
    broken = any(word.startswith(tuple(words("events", "breaching"))) for word in cue.split())
    return broken or not said.isdisjoint(lexicon("comparison")["acts"]["truce"])


def _breach(word: str) -> bool:
    return word.startswith(tuple(words("events", "breaching"))) or word in words("comparison", "counted")


def _number(word: str) -> int:
    if word[0].isdigit():
        return int(word.replace(",", "")) if "." not in word else 0
    return sum(int(lexicon("figures")["units"].get(part, 0)) for part in word.split("-"))
