"""Tellings that by all they share are of one disputed matter, whatever words each has for it."""

import re
from collections.abc import Iterable, Iterator

from rashomon.analyse.differences.answers import TO_COME, stems_negated
from rashomon.analyse.differences.denied import denies_nothing
from rashomon.analyse.differences.matter import Matters, Telling, blames, said
from rashomon.analyse.differences.sides import side_of, voice
from rashomon.analyse.topics import negates
from rashomon.analyse.view import View
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Statement
from rashomon.model.finding import Difference, DifferenceType

# How sure it has to be that two tellings are of one disputed matter; so low, because `_kind` asks for more. On eleven
# dossiers, each left out in turn when the weights were learnt, 0.3 names 10 pairs (3 new ones of gold), 0.1 names 25
# (8 new ones); 0.06 adds none.
_BESIDE = 0.3
_ACROSS = 0.1
# … and where none denies or accuses: of 39 pairs at 0.25 gold has 17, of 131 at 0.1 it has 38.
_OTHERWISE = 0.25
# In a case of more reports than this much is like something else by chance. Of 176 pairs in 773 real reports about two
# in five of those below 0.7 were right by reading, and about two in three of the 44 above.
_LARGE = 50
_SURE = 0.7
_TELLING = frozenset({"say", "admit", "judge", "accuse"})
# What is no negation of a fact, or says that somebody does not know.
_NO_NEGATION = re.compile(
    r"\b(?:no|not|never|neither|nor) (?:yet |been )?(?:more|less|fewer|later|sooner|only|just|say|know\w*|confirm\w*|"
    r"den(?:y|ied)|rule\w*|clear|"
    r"exclude\w*|longer|doubt)\b",
    re.IGNORECASE,
)
_REVERSE = re.compile(r"\bthe same\b|\bthe (?:reverse|opposite|other)\b|\bfirst\b|\bit was\b", re.IGNORECASE)


def disputes(view: View) -> Iterator[Difference]:
    """Two voices tell of one matter what does not go together."""
    matters = Matters(view)
    floor = _SURE if len(view.documents) > _LARGE else 0.0
    for least, pairs in ((_BESIDE, matters.beside()), (_ACROSS, matters.across())):
        for sure, a, b in _best(matters, pairs, max(least, floor)):
            kind = _kind(matters, a, b) or (_otherwise(matters, a, b) if sure >= _OTHERWISE else None)
            if kind is not None:
                yield Difference(
                    type=kind,
                    topic=said(a)[:160],
                    sides=(side_of(view, a), side_of(view, b)),
                    why=_why(view, kind, a, b),
                    check="disputes",
                )


def _best(
    matters: Matters, pairs: Iterable[tuple[Telling, Telling]], least: float
) -> Iterator[tuple[float, Telling, Telling]]:
    """Pairs that are sure enough, the surest first; each telling once as what is told, once as what is against it."""
    sure = [(matters.surely(a, b), a, b) for a, b in pairs]
    taken: set[tuple[str, int]] = set()
    for chance, a, b in sorted(
        (one for one in sure if one[0] >= least), key=lambda one: (-one[0], one[1].id, one[2].id)
    ):
        places = {(a.id, 0), (b.id, 1)}
        if not taken & places:
            taken |= places
            yield chance, a, b


def _kind(matters: Matters, a: Telling, b: Telling) -> DifferenceType | None:
    """How two tellings differ; nothing where that cannot be named."""
    accusing = [isinstance(one, Statement) and one.act == "accuse" for one in (a, b)]
    no = [_says_no(one) for one in (a, b)]
    if any(no) and not all(no):
        told, denier = (a, b) if no[1] else (b, a)
        if not _answers(matters, told, denier):
            return None
        charged = accusing[0 if told is a else 1] or (
            blames(told) and not matters.of(told).isdisjoint(matters.voice(denier))
        )
        return "contested allegation" if charged else "denial"
    if _each_blames(matters, a, b, accusing):
        return "mutual blame"
    return None


def _answers(matters: Matters, told: Telling, denier: Telling) -> bool:
    """Whether a denial shares with what it is set against the words that it negates, or is by the party told of."""
    if isinstance(denier, Event) or denies_nothing(denier):
        return False
    shared = matters.topics.of[told.id].stems & matters.topics.of[denier.id].stems
    if denier.act != "deny":
        # On 848 real reports hardly one of ten negated sentences denied what stood before, between enemies most did.
        return matters.opposed(told, denier) and bool(shared & stems_negated(denier))
    if isinstance(told, Event):
        return bool(shared) and told.evidence[0].start != denier.evidence[0].start
    return bool(shared) or not matters.of(told).isdisjoint(matters.voice(denier))


def _otherwise(matters: Matters, a: Telling, b: Telling) -> DifferenceType | None:
    """How tellings differ of which neither denies: each side's charge, or each one's account; no two counts."""
    both = (a, b)
    if not all(isinstance(one, Statement) and one.act in _TELLING for one in both) or all(map(matters.counts, both)):
        return None
    clues = matters.clues(a, b)
    told = clues["held"] or clues["against"] or clues["admitted"]
    if a.document != b.document or clues["to come"] or not told or not clues["opposed"]:
        return None
    charges = all(blames(one) or (isinstance(one, Statement) and one.act == "accuse") for one in both)
    return "mutual blame" if charges else "other framing"


def _each_blames(matters: Matters, a: Telling, b: Telling, accusing: list[bool]) -> bool:
    """Whether each of two tellings lays something at the other voice's door."""
    back = not matters.of(b).isdisjoint(matters.voice(a)) or bool(_REVERSE.search(said(b)))
    forth = not matters.of(a).isdisjoint(matters.voice(b))
    return forth and back and (blames(a) or accusing[0]) and (blames(b) or accusing[1])


def _says_no(one: Telling) -> bool:
    """Whether a telling denies, rejects or negates a fact; what shall not be is no denial."""
    if isinstance(one, Event):
        return _negates(said(one).casefold())
    if one.act == "deny":
        return True
    if one.act in ("judge", "reject") and _a_telling(one):
        return True
    return one.act in ("say", "judge", "accuse") and _negates(said(one).casefold())


def _negates(text: str) -> bool:
    """Whether a text says that something was not so; "no fewer than", "not only" and what shall not be do not."""
    return negates(_NO_NEGATION.sub(" ", text)) and not TO_COME.search(text)


def _a_telling(one: Statement) -> bool:
    """Whether what is judged or rejected is what somebody said ("the finding", "the claim")."""
    told = set(re.findall(r"[a-z]+", said(one).casefold()))
    return bool(told & words("comparison", "tellings")) and not told & words("comparison", "belief")


def _why(view: View, kind: DifferenceType, a: Telling, b: Telling) -> str:
    """What was compared, and how it differs."""
    who = [view.names(voice(one)) for one in (a, b)]
    if kind == "mutual blame":
        return f"Each has a charge of its own in one matter: {who[0]} one, {who[1]} another."
    if kind == "other framing":
        return f"By what they share {who[0]} and {who[1]} tell of one matter, each in another way."
    told, denier = (1, 0) if _says_no(a) and not _says_no(b) else (0, 1)
    verb = "Alleged" if kind == "contested allegation" else "Said"
    return (
        f"{verb} by {who[told]}, by the account of {who[denier]} not so; by what they share, both tell of one matter."
    )
