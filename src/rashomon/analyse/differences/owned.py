"""What somebody owns up to for the first time, beside what the same side said before: that it was not so."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.differences.answers import TO_COME, stems_negated
from rashomon.analyse.differences.denied import denies_nothing
from rashomon.analyse.differences.large import is_large
from rashomon.analyse.differences.sides import side_of, states
from rashomon.analyse.topics import negates
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Statement
from rashomon.model.finding import Difference

# Words by which a report says that somebody had denied till now what is owned.
_FIRST = re.compile(
    r"\bfor the first time\b|\bafter (?:[\w-]+ ){1,3}(?:of )?(?:denials?|denying|silence)\b"
    r"|\b(?:had|has|have) (?:always |long |so far |hitherto |until (?:now|then) )?denied\b",
    re.IGNORECASE,
)
_OWNS = frozenset({"admit", "say"})
_VERB = re.compile(r"\b(?:conced|admit|acknowledg|recogni[sz]|accept)\w*", re.IGNORECASE)
_SAYS_NO = frozenset({"say", "deny", "reject", "judge"})
# Words that a denial and what is owned later must have in common, where no kind of thing is.
_LEAST = 2
_MAKE = re.compile(rf"\b(?:{'|'.join(words('comparison', 'makes'))})-\d+")
_WORD = re.compile(r"[a-z-]+")


def owned_at_last(view: View) -> Iterator[Difference]:
    """Somebody owns for the first time what their own side denied in an earlier report."""
    by_side: dict[str, list[Statement]] = defaultdict(list)
    for one in view.statements:
        if one.act in _SAYS_NO and one.content and not denies_nothing(one) and _says_no(one):
            for side in states(view, one.speaker):
                by_side[side].append(one)
    for later in view.statements:
        if later.act not in _OWNS or not later.content or not _first(later):
            continue
        earlier = [
            one
            for side in sorted(states(view, later.speaker))
            for one in by_side[side]
            if view.order[one.document] < view.order[later.document]
        ]
        former = _nearest(view, earlier, later)
        if former is not None:
            yield Difference(
                type="change of position",
                topic=f"{view.names(later.speaker)}: {quoted(later.content)}"[:160],
                sides=(side_of(view, former), side_of(view, later)),
                why=f"{view.names(later.speaker)} owns for the first time what {view.names(former.speaker)} "
                "had said was not so.",
                check="owned_at_last",
            )


def _first(one: Statement) -> bool:
    """Whether somebody owns what was denied till then, by the report's own words around what is told."""
    said = _around(one)
    return bool(_FIRST.search(said)) and (one.act == "admit" or bool(_VERB.search(quoted(one.cue))))


def _around(one: Statement) -> str:
    """The words of a statement without what is told: what was done "for the first time" was not owned so."""
    pieces = []
    for span in one.evidence:
        at = span.start
        for told in sorted(one.content, key=lambda told: told.start):
            if span.start <= told.start and told.end <= span.end:
                pieces.append(span.text[at - span.start : max(at, told.start) - span.start])
                at = max(at, told.end)
        pieces.append(span.text[at - span.start :])
    return " ".join(pieces)


def _says_no(one: Statement) -> bool:
    text = quoted(one.content)
    return not TO_COME.search(text.casefold()) and (one.act == "deny" or negates(text))


def _nearest(view: View, earlier: Sequence[Statement], later: Statement) -> Statement | None:
    """The denial that shares most with what is owned: the kind of thing that it says no to, or several words."""
    stems, kinds = stems_in(quoted(later.content)), _kinds(quoted(later.content))
    best: tuple[tuple[int, int, int], Statement] | None = None
    large = is_large(view)
    for one in earlier:
        no, denied = _denied(view, one)
        many, things = len(stems & no), len(kinds & denied)
        enough = many >= _LEAST or (things and not large) or (things and many)
        one_person = bool({link.actor for link in one.speaker} & {link.actor for link in later.speaker} - {None})
        rank = (things + many, int(one_person), view.order[one.document])
        if enough and (best is None or rank > best[0]):
            best = rank, one
    return best[1] if best else None


def _denied(view: View, one: Statement) -> tuple[frozenset[str], frozenset[str]]:
    """The stems and kinds of things that a statement says no to, read once for all that is owned later."""
    known: dict[str, tuple[frozenset[str], frozenset[str]]] = view.findings.setdefault("denied things", {})
    if one.id not in known:
        no = stems_in(quoted(one.content)) if one.act == "deny" else stems_negated(one)
        known[one.id] = no, _kinds_denied(one)
    return known[one.id]


def _kinds_denied(one: Statement) -> frozenset[str]:
    """The kinds of things that a statement says no to: "no aircraft took off, and the post is ours" of aircraft."""
    text = quoted(one.content)
    if one.act == "deny":
        return _kinds(text)
    pieces = (piece for piece in re.split(r"[.;:!?,]|\band\b|\bbut\b", text) if negates(piece))
    return frozenset(kind for piece in pieces for kind in _kinds(piece))


def _kinds(text: str) -> frozenset[str]:
    said = set(_WORD.findall(text.casefold()))
    found = {kind for kind, some in lexicon("comparison")["kinds"].items() if said & set(some)}
    return frozenset(found | ({"aircraft"} if _MAKE.search(text) else set()))
