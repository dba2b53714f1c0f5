"""How surely a statement denies what another voice told: a chance by what the two share and how they stand.

Rules say what a denial may be of (`denied.py`, `answers.py`, `denials.py`). In reports dense with dispute half of
that is right, in others a quarter: somebody "denied" entry, does not know, or speaks of something else altogether.
"""

import re
from functools import cache

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.differences.answers import PRONOUN, TAKEN_UP, TO_COME, about
from rashomon.analyse.differences.denied import denies, target
from rashomon.analyse.differences.large import is_large
from rashomon.analyse.differences.matter import Matters, matters_of
from rashomon.analyse.differences.sides import states, told_by
from rashomon.analyse.differences.weights import chance
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import words
from rashomon.model.annotation import Annotation, Event, Statement

# How sure it has to be that a denial is of what was told: left out in turn, of 178 pairs in dossiers that are of one
# difference 165 are so sure, and of 191 that are of none 101. In a case of many reports most of what rules set side by
# side is of no dispute (110 of 454 pairs in 773 reports are of one): there more is asked.
_SURE, _SURE_IN_MANY = 0.2, 0.45
# … but across reports, where clues tell least: of 39 such pairs 15 are right, of those above 0.45 nine of 22.
_SURE_ACROSS = 0.25
# A distance that counts once, in characters, and how often at most; where it is far.
_ONCE, _MOST, _FAR = 300, 3, 700
# How many sentences between two tellings count, and shared words.
_SENTENCES, _SHARED = 4, 4
# A denial of so few words that mean something names no matter of its own; one of more, none of them told, has one.
_FEW, _OWN = 2, 3
_SENTENCE_ENDS = re.compile(r"[.!?][\"”]?\s")
_BEFORE = 12  # characters before a denial in which a word of contrast stands
_CONTRAST = re.compile(r"\b(?:but|however|yet|although|though|while)\b", re.IGNORECASE)
_PRONOUN_ALONE = re.compile(r"\W*(?:it|this|that|them|these|those|all this|everything)\W*", re.IGNORECASE)
_NOT_KNOWN = re.compile(
    r"\b(?:no|not|never|nor|neither|any)\b[^.;]{0,30}\b(?:information|comment|confirm\w*|evidence|indications?|reports?|"
    r"knowledge|kn[eo]w|idea|aware|signs?|means|seen?|say|clear)\b",
    re.IGNORECASE,
)
# "The two leaders discussed …": a denial of that is of what the other of the two tells of their talk.
_SPOKE_OF = re.compile(
    r"\b(?:the two|both|either|they)\b(?: [\w’'-]+){0,3} (?:had |have |ever )*"
    r"(?:discuss\w*|spok\w+|talk\w*|mention\w*|(?:touch\w+|dwel\w+) (?:up)?on"
    r"|(?:rais\w+|address\w*) (?:it|this|that|the (?:matter|question|issue|subject|point|topic)))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\bwh(?:y|ether)\b|\?")


def heard(view: View, told: Annotation, denial: Statement) -> float:
    """How surely, in (0, 1), a statement denies what was told; 0 where it is not sure enough."""
    least = _SURE
    if is_large(view):
        least = _SURE_IN_MANY if told.document == denial.document else _SURE_ACROSS
    sure = chance("denials", clues(view, matters_of(view), told, denial))
    if of_their_talk(view, told, denial):
        least /= 2
    return sure if sure >= least else 0.0


def of_their_talk(view: View, told: Annotation, denial: Statement) -> bool:
    """Whether one side of a talk tells what it said to the other, whose side denies that the two spoke of it."""
    if denial.act != "deny" or not isinstance(told, Statement):
        return False
    meant = target(view, denial)
    if meant is None or meant.id != told.id:
        return False
    denier, teller = states(view, denial.speaker), told_by(view, told)
    spoken_to = bool(denier & about(view, told)) and bool(_SPOKE_OF.search(quoted(denial.content)))
    return spoken_to and denier.isdisjoint(teller)


def clues(view: View, matters: Matters, told: Annotation, denial: Statement) -> dict[str, float]:
    """What speaks for and against a denial being of what was told, each as a size; what is 0 is left out."""
    first, second = sorted((told, denial), key=lambda one: (view.order[one.document], one.evidence[0].start))
    found = {
        **{f"both: {name}": size for name, size in matters.clues_of(first, second).items() if not _is_word(name)},
        **_manner(denial),
        **_told(told),
        **_shared(told, denial),
        **_who(view, told, denial),
        **(_place(view, told, denial) if told.document == denial.document else {"other report": True}),
    }
    return {name: float(size) for name, size in found.items() if size}


def _is_word(name: str) -> bool:
    """Whether a clue is a word by itself, or counts words that are counted here already."""
    return ": verb " in name or name == "stems"


def _manner(denial: Statement) -> dict[str, float]:
    """How something is denied: by a verb of denial or only with a no, a tale or a matter."""
    cue, said = " ".join(span.text for span in denial.cue), quoted(denial.content)
    plain = not stems_in(cue).isdisjoint(_denying())
    tale = not words("comparison", "tellings").isdisjoint(said.casefold().split())
    return {
        f"act {denial.act}": True,
        f"rule {denial.rule.partition(': ')[2]}": True,
        "denying verb": plain,
        "denies a tale": plain and tale,
        "of a tale": tale,
        "no denying verb": denial.act == "deny" and not plain,
        "not known": bool(_NOT_KNOWN.search(denial.evidence[0].text)),
        "to come": bool(TO_COME.search(said)),
        "asked": bool(_ASKED.search(said)),
        "taken up": bool(TAKEN_UP.search(said.casefold())),
        "pronoun": bool(_PRONOUN_ALONE.fullmatch(said)),
        "quoted": "“" in denial.evidence[0].text or '"' in denial.evidence[0].text,
    }


@cache
def _denying() -> frozenset[str]:
    return stems_in(" ".join(words("comparison", "denying")))


def _told(told: Annotation) -> dict[str, float]:
    """What kind of account it is that would be denied."""
    said = _words(told).split()
    kind = told.act if isinstance(told, Statement) else told.kind
    return {
        f"told {kind}": True,
        f"told {told.type}" if isinstance(told, Event) else "told in words": True,
        "told negated": denies(told),
        # Headlines and lists stand where sentences of reports were lost.
        "headline": sum(word[:1].isupper() for word in said) > 0.55 * len(said),
    }


def _words(told: Annotation) -> str:
    return quoted(getattr(told, "content", ()) or told.evidence)


def _shared(told: Annotation, denial: Statement) -> dict[str, float]:
    """What words the two share."""
    denied, before = stems_in(quoted(denial.content)), stems_in(_words(told))
    both = denied & before
    return {
        "shared": min(_SHARED, len(both)),
        "shared of denial": len(both) / max(1, len(denied)),
        "none shared": not both,
        "short": len(denied) <= _FEW,
        "own matter": not both and len(denied - before) >= _OWN,
    }


def _who(view: View, told: Annotation, denial: Statement) -> dict[str, float]:
    """How those who speak stand to each other: of whom was told, who is accused, who is known at all."""
    denier, teller = states(view, denial.speaker), told_by(view, told)
    accused = states(view, getattr(told, "accused", ()))
    parties = (*getattr(told, "initiators", ()), *getattr(told, "recipients", ()))
    of = about(view, told) if isinstance(told, Statement) else states(view, parties)
    nobody = any(not link.actor and link.span and PRONOUN.fullmatch(link.span.text) for link in denial.speaker)
    return {
        "denier known": bool(denier),
        "denier nobody": nobody or not denial.speaker,
        "told of denier": bool(denier & of),
        "denier accused": bool(denier & accused),
        "others accused": bool(denier and accused - denier),
        "of teller": bool(about(view, denial) & teller),
        "one voice": bool(denier & teller),
    }


def _place(view: View, told: Annotation, denial: Statement) -> dict[str, float]:
    """How the two stand in one report."""
    text = view.documents[denial.document].text
    first, last = told.evidence[-1].end, denial.evidence[0].start
    gap = _begin(denial) - _begin(told)
    between = text[min(first, last) : last]
    head = text[max(0, last - _BEFORE) : last] + denial.evidence[0].text[: max(0, _begin(denial) - last)]
    return {
        "far": min(_MOST, abs(gap) / _ONCE),
        "very far": abs(gap) > _FAR,
        "later": gap > 0,
        "one sentence": told.evidence[0].start < denial.evidence[-1].end and last < first,
        "sentences between": min(_SENTENCES, len(_SENTENCE_ENDS.findall(between))),
        "new paragraph": "\n\n" in between,
        "contrast": bool(_CONTRAST.search(head)),
    }


def _begin(one: Annotation) -> int:
    spans = getattr(one, "cue", ()) if isinstance(one, Statement) and one.act in ("deny", "judge", "reject") else ()
    return (spans or getattr(one, "content", ()) or one.evidence)[0].start
