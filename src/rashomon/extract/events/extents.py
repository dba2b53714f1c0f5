"""How far the words of a deed reach: its own clause, without the clauses beside it that tell of something else.

"Our men did not lose the ridge, they were ordered off it": the order's words begin behind the comma.
"""

from collections.abc import Iterator

from rashomon.extract.events.deed import Deed
from rashomon.language.analysis import Token

# Types whose words are also those of what is said, promised, asked for, refused or threatened.
_WITH_CONTENT = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "THREATEN"})
_BESIDE = frozenset({"while", "whereas", "although", "though"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def clause_of(deed: Deed) -> list[Token]:
    """The words of the clause that tells of a deed, in text order, without gaps."""
    verb = deed.head
    while verb.pos not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    whole = verb.subtree
    cues = {one.i for one in deed.cue}
    apart = {one.i for clause in _clauses_apart(deed, verb) for one in clause.subtree}
    kept = [one for one in whole if one.i not in apart]
    if not cues <= {one.i for one in kept}:
        return whole
    while kept and kept[0].pos in ("PUNCT", "CCONJ", "SPACE"):
        kept.pop(0)
    while kept and (kept[-1].pos in ("CCONJ", "SPACE") or kept[-1].text in (",", ";", ":")):
        kept.pop()
    return kept or whole


def _clauses_apart(deed: Deed, verb: Token) -> Iterator[Token]:
    """The heads of the clauses below a verb that are told beside it."""
    content = deed.pattern.type in _WITH_CONTENT
    for one in verb.children:
        behind = one.i > verb.i
        if (
            (one.dep == "conj" and behind and _is_told_by_itself(one))
            or (one.dep == "parataxis" and not content and _is_told_by_itself(one))
            or (one.dep == "ccomp" and not behind and not content and _is_told_by_itself(one))
            or (one.dep == "advcl" and (not behind or any(mark.lower in _BESIDE for mark in one.all("mark"))))
            or (one.dep == "prep" and not behind and any(inner.pos == "VERB" for inner in one.all("pcomp")))
        ):
            yield one
    if not deed.pattern.name.startswith("truce"):
        yield from _asides(verb)


def _is_told_by_itself(clause: Token) -> bool:
    """Whether a clause has a subject and a finite verb of its own, and no word that joins it to the one above."""
    finite = clause.tag in _FINITE or any(one.tag in _FINITE for one in clause.all("aux", "auxpass"))
    return finite and bool(clause.all(*_SUBJECTS)) and not clause.all("mark")


def _asides(verb: Token) -> Iterator[Token]:
    """The relative clauses behind a comma at the end of what a verb tells ("…, which also bars its ships")."""
    last = verb.subtree[-1]
    while last is not verb and last.pos == "PUNCT":
        last = next((one for one in reversed(verb.subtree) if one.i < last.i), verb)
    for one in (last, *last.ancestors):
        if one is verb:
            return
        if one.dep == "relcl" and any(two.text == "," and two.i == one.subtree[0].i - 1 for two in one.head.subtree):
            yield one
