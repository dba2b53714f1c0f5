"""Who brought a matter up: by one account nobody did, by another it was the very man who is said not to have."""

import re
from collections.abc import Iterator, Sequence

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.differences.answers import PIECE, TO_COME, stems_negated
from rashomon.analyse.differences.denied import denies_nothing
from rashomon.analyse.differences.large import is_large
from rashomon.analyse.differences.sides import side_of, states
from rashomon.analyse.topics import negates
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Statement
from rashomon.model.finding import Difference

_RAISED = (
    r"(?:rais(?:ed?|ing)|mention(?:ed|ing)?|propos(?:ed?|ing)|suggest(?:ed|ing)?|nam(?:ed|ing)|broach(?:ed|ing)?"
    r"|brought up|bring up|came up|come up|spoke of|spoken of|discuss(?:ed|ing)?|touched (?:on|upon)|offer(?:ed|ing)?"
    r"|asked for|brought \w+ (?:up|into))"
)
# "It was Osk himself who first spoke of guards", "the guards were Osk's own idea".
_IT_WAS = re.compile(
    rf"\bit (?:was|had been) [^,;.\n]{{2,60}}? (?:who|that)\b[^;.\n]{{0,30}}?\b{_RAISED}\b(?P<what>[^;.\n]{{0,80}})"
    r"|(?P<thing>[^,;.\n]{2,60}) (?:was|were|had been) [^,;.\n]{2,40}?[’']s own (?:idea|suggestion|proposal|wish)",
    re.IGNORECASE,
)
_MARKS = ("it was ", "it had been ", "own ")
_NOBODY = re.compile(rf"\b{_RAISED}\b", re.IGNORECASE)
# A number that is said not to have been named goes by these words.
_NUMBER = re.compile(r"\b(?:number|figure|sum|date|day|days)\b", re.IGNORECASE)
_NUMBERS = [word for word, size in lexicon("figures")["units"].items() if size > 1]
_DIGIT = re.compile(rf"\d|\b(?:{'|'.join(_NUMBERS)}|hundred)\b")
# Words by which a matter is said to be brought up, or that stand for anything.
_LIGHT = frozenset(
    stems_in("raise mention propose suggest name discuss offer speak spoke ask bring matter question word")
)


def brought_up(view: View) -> Iterator[Difference]:
    """By one account nobody raised a matter, by another's in a later report it was one of those who talked."""
    nobody = [one for one in view.statements if _says_nobody(one)]
    told = view.statements if nobody else ()
    somebody = [one for one in told if _says_who(one) and states(view, one.speaker)]
    for later in somebody:
        former = _met(view, nobody, later)
        if former is not None:
            yield Difference(
                type="denial",
                topic=quoted(later.content)[:160],
                sides=(side_of(view, former), side_of(view, later)),
                why=f"By {view.names(former.speaker)} the matter was not raised; by {view.names(later.speaker)} it was,"
                " and it is told who raised it.",
                check="brought_up",
            )


def _says_nobody(one: Statement) -> bool:
    if one.act not in ("say", "deny") or not _NOBODY.search(quoted(one.content)) or denies_nothing(one):
        return False
    pieces = (piece for span in one.content for piece in PIECE.split(span.text) if _NOBODY.search(piece))
    return any((one.act == "deny" or negates(piece)) and not TO_COME.search(piece.casefold()) for piece in pieces)


def _says_who(one: Statement) -> bool:
    """Whether somebody says who brought a matter up; the words without which none does are looked for first."""
    text = quoted(one.content)
    plain = text.casefold()
    return any(word in plain for word in _MARKS) and bool(_IT_WAS.search(text))


def _met(view: View, nobody: Sequence[Statement], later: Statement) -> Statement | None:
    """What another side said in an earlier report: that the very matter was not raised."""
    found = _IT_WAS.search(quoted(later.content))
    what = (found["what"] or found["thing"] or "") if found else ""
    stems, by = stems_in(what) - _LIGHT, states(view, later.speaker)
    least = 2 if is_large(view) else 1
    best: tuple[tuple[int, int], Statement] | None = None
    for one in nobody:
        others = states(view, one.speaker)
        if view.order[one.document] >= view.order[later.document] or not others or by & others:
            continue
        no = (stems_in(quoted(one.content)) if one.act == "deny" else stems_negated(one)) - _LIGHT
        shared = len(stems & no) + bool(_NUMBER.search(quoted(one.content)) and _DIGIT.search(what))
        rank = shared, view.order[one.document]
        if shared >= least and (best is None or rank > best[0]):
            best = rank, one
    return best[1] if best else None
