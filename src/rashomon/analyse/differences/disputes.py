"""Tellings that by all they share are of one disputed matter, whatever words each has for it."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import partial

from rashomon.analyse.differences.answers import TO_COME
from rashomon.analyse.differences.counted import same_party, same_people, span_of
from rashomon.analyse.differences.denied import denies_nothing
from rashomon.analyse.differences.large import is_large
from rashomon.analyse.differences.matter import Matters, matters_of
from rashomon.analyse.differences.sides import side_of, voice
from rashomon.analyse.differences.straying import strays_beside
from rashomon.analyse.differences.talks import of_another_talk
from rashomon.analyse.differences.tellings import Telling
from rashomon.analyse.differences.weights import likeliest_kind
from rashomon.analyse.telling import Placed
from rashomon.analyse.topics import negates
from rashomon.analyse.view import View
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Figure, Statement
from rashomon.model.finding import Difference, DifferenceType

# How sure it has to be that two tellings are of one disputed matter; chosen with each dossier left out when the weights
# were learnt, see docs/model-card-matters.md. Across reports it is low, because `kind_of` asks for more.
_BESIDE = 0.2
_ACROSS = 0.3
# … and beside each other where rules name the kind.
_NAMED = 0.08
# … and where they share no word that one of them negates, or none denies or accuses.
_PLAINLY = 0.12
_OTHERWISE = 0.09
# In a case of more reports than this most pairs are of reports that dispute little, and much is alike by chance: of 39
# pairs of 773 reports that nothing but the weights set side by side eight were disputes, most of them with a no.
_SURE_BESIDE, _SURE_ACROSS = 0.4, 0.5
_TELLING = frozenset({"say", "admit", "judge", "accuse"})
_SPOKEN = frozenset({"ACCUSE", "CONSULT", "REQUEST", "REJECT", "THREATEN"})
# What is no negation of a fact, or says that somebody does not know.
_NO_NEGATION = re.compile(
    r"\b(?:no|not|never|neither|nor) (?:yet |been )?(?:more|less|fewer|later|sooner|only|just|say|know\w*|confirm\w*|"
    r"den(?:y|ied)|rule\w*|clear|"
    r"exclude\w*|longer|doubt|stopp?\w*|ceas\w*)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d")
_READ: Mapping[DifferenceType, str] = {
    "contradiction": "the two do not go together",
    "denial": "the one cannot stand if the other does",
    "mutual blame": "each lays it at the other's door",
    "contested allegation": "one is a charge that the other does not accept",
    "other date": "each is of another day",
    "other count": "each counts otherwise",
    "other scope": "one tells of more than the other",
    "other precision": "one is more exact than the other",
    "other framing": "each has its own words for it",
    "change of position": "one stood elsewhere before",
    "error in source": "one of them cannot be right",
}
_REVERSE = re.compile(r"\bthe same\b|\bthe (?:reverse|opposite|other)\b|\bfirst\b|\bit was\b", re.IGNORECASE)


def disputes(view: View) -> Iterator[Difference]:
    """Two voices tell of one matter what does not go together."""
    matters = matters_of(view)
    large = is_large(view)
    beside, across = (_SURE_BESIDE, _SURE_ACROSS) if large else (_NAMED, _ACROSS)
    taken: set[str] = set()
    shown: list[tuple[Telling, Telling]] = []
    for sure, a, b in matters.sure_beside(beside):
        ids = {a.record.id, b.record.id}
        if taken & ids or any(map(_tells_nothing, (a, b))) or any(_same_words(a, b, one) for one in shown):
            continue
        kind, why = kind_of(matters, a, b, sure), _why
        if kind is not None and _one_name(view, a, b):
            continue
        if strays_beside(view, *sorted((a.record, b.record), key=lambda one: one.evidence[0].start)):
            continue
        plain = not large or a.says_no or b.says_no
        plain = plain and not (b.says_no and _against_others(a, b))
        if kind is None and sure >= _BESIDE and plain and not _one_speaker(a, b):
            kind, why = _likeliest(matters, a, b), _why_so
            if kind == "other count" and not _count_one_thing(view, a, b):
                continue
        if kind is not None:
            taken |= ids
            shown.append((a, b))
            yield _difference(view, kind, a, b, why(view, kind, a, b), sure)
    for kind, a, b, sure in _across(matters, across):
        if _one_name(view, a, b) or of_another_talk(view, a.record, b.record):
            continue
        yield _difference(view, kind, a, b, _why(view, kind, a, b), sure)


def _one_name(view: View, a: Telling, b: Telling) -> bool:
    """Whether both voices are one, or go by one name: a reader would see somebody who denies himself.

    Two who are known apart may bear one name; of those without a name nobody knows.
    """
    voices = [voice(one.record) for one in (a, b)]
    actors = [{link.actor for link in links if link.actor} for links in voices]
    if actors[0] and actors[0] == actors[1]:
        return True
    names = [view.names(links) for links in voices]
    return names[0] == names[1] != view.names(()) and not all(map(partial(_named, view), actors))


def _named(view: View, actors: Collection[str]) -> bool:
    """Whether all of some actors, and there are any, have a name of their own."""
    return bool(actors) and not any(view.actors[id].key.startswith("unnamed:") for id in actors)


def _difference(view: View, kind: DifferenceType, a: Telling, b: Telling, why: str, sure: float) -> Difference:
    return Difference(
        type=kind,
        topic=a.text[:160],
        sides=(side_of(view, a.record), side_of(view, b.record)),
        why=why,
        check="disputes",
        score=round(sure, 3),
    )


def _across(matters: Matters, least: float) -> Iterator[tuple[DifferenceType, Telling, Telling, float]]:
    """Pairs of two reports that are sure enough and whose kind can be named, the surest first, each telling once."""
    sure = ((matters.surely(a, b), a, b) for a, b in matters.across())
    taken: set[str] = set()
    for chance, a, b in sorted(
        (one for one in sure if one[0] >= least), key=lambda one: (-one[0], one[1].record.id, one[2].record.id)
    ):
        ids = {a.record.id, b.record.id}
        kind = None if taken & ids else kind_of(matters, a, b, chance)
        if kind is not None:
            taken |= ids
            yield kind, a, b, chance


def kind_of(matters: Matters, a: Telling, b: Telling, sure: float) -> DifferenceType | None:
    """How two tellings differ; nothing where that cannot be named."""
    no = [_says_no(one) for one in (a, b)]
    if any(no) and not all(no):
        told, denier = (a, b) if no[1] else (b, a)
        if not (_answers(matters, told, denier) or (sure >= _PLAINLY and _may_deny(told, denier))):
            return None
        return "contested allegation" if told.accuses or (told.blames and told.of & denier.speakers) else "denial"
    if _each_blames(a, b) or (sure >= _PLAINLY and _each_charges(a, b)):
        return "mutual blame"
    if sure >= _PLAINLY and _own_version(matters, a, b):
        return "contested allegation"
    return _otherwise(matters, a, b) if sure >= _OTHERWISE else None


def _may_deny(told: Telling, denier: Telling) -> bool:
    """Whether somebody says no to a tale, and not that it is unknown; a charge against others is not theirs to deny."""
    if _against_others(told, denier) or isinstance(told.record, Event):
        return False
    return isinstance(denier.record, Statement) and not denies_nothing(denier.record)


def _against_others(told: Telling, denier: Telling) -> bool:
    """Whether a charge is against somebody who does not speak in the other telling."""
    return bool(told.accuses and told.doers and denier.speakers and not told.doers & denier.speakers)


def _own_version(matters: Matters, a: Telling, b: Telling) -> bool:
    """Whether the party that is accused tells beside the charge how it was instead."""
    if not (isinstance(a.record, Statement) and a.accuses and isinstance(b.record, Statement)):
        return False
    answer = b.act in ("say", "admit", "judge") and not b.to_come
    return answer and bool(a.of & b.speakers) and matters.opposed(a, b)


def _answers(matters: Matters, told: Telling, denier: Telling) -> bool:
    """Whether a denial shares with what it is set against the words that it negates, or is by the party told of."""
    record = denier.record
    if isinstance(record, Event) or denies_nothing(record):
        return False
    shared = told.topic.stems & denier.topic.stems
    if record.act != "deny":
        # On 848 real reports hardly one of ten negated sentences denied what stood before, between enemies most did.
        return matters.opposed(told, denier) and bool(shared & denier.no_stems)
    if isinstance(told.record, Event):
        return bool(shared) and told.record.evidence[0].start != record.evidence[0].start
    return bool(shared or told.of & denier.speakers)


def _otherwise(matters: Matters, a: Telling, b: Telling) -> DifferenceType | None:
    """How tellings differ of which neither denies: each side's charge, or each one's account; no two counts."""
    both = (a, b)
    if not all(isinstance(one.record, Statement) and one.act in _TELLING for one in both):
        return None
    if (
        a.to_come
        or b.to_come
        or a.record.document != b.record.document
        or all(_NUMBER.search(one.text) for one in both)
    ):
        return None
    told = any(one.held or one.against or one.act == "admit" for one in both)
    if not told or not matters.opposed(a, b):
        return None
    return "mutual blame" if all(one.blames or one.accuses for one in both) else "other framing"


def _each_blames(a: Telling, b: Telling) -> bool:
    """Whether each of two tellings lays something at the other voice's door."""
    back = bool(b.of & a.speakers) or bool(_REVERSE.search(b.text))
    return bool(a.of & b.speakers) and back and all(one.blames or one.accuses for one in (a, b))


def _each_charges(a: Telling, b: Telling) -> bool:
    """Whether both tellings lay something at a door, one of them at the other's."""
    if a.record.document != b.record.document:
        return False  # in 773 real reports most of these were one telling printed twice
    charges = all(one.accuses or (one.blames and bool(one.of)) for one in (a, b))
    return charges and bool(a.of & b.speakers or b.of & a.speakers)


def _likeliest(matters: Matters, a: Telling, b: Telling) -> DifferenceType:
    """The kind that the weights name; where nobody lays anything at a door there is no charge."""
    kind = likeliest_kind("beside", matters.clues(a, b))
    charged = any(one.accuses or one.blames or one.denies for one in (a, b))
    return kind if charged or kind not in ("mutual blame", "contested allegation") else "other framing"


def _count_one_thing(view: View, a: Telling, b: Telling) -> bool:
    """Whether a number in one telling can be of the same thing and the same side as one in the other, and differs."""
    if "placed figures" not in view.findings:
        view.findings["placed figures"] = Placed(view.figures)
    placed: Placed[Figure] = view.findings["placed figures"]
    numbers = [[figure for span in one.record.evidence for figure in placed.inside(span)] for one in (a, b)]
    return any(
        x.counts == y.counts and same_party(view, x, y) and same_people(x, y) and span_of(x) != span_of(y)
        for x in numbers[0]
        for y in numbers[1]
    )


def _same_words(a: Telling, b: Telling, shown: tuple[Telling, Telling]) -> bool:
    """Whether two tellings are of the words of two that are shown already."""
    return all(
        one.record.document == other.record.document and one.start < other.end and other.start < one.end
        for one, other in zip((a, b), shown, strict=True)
    )


def _one_speaker(a: Telling, b: Telling) -> bool:
    """Whether one speaks in both tellings, or one tells that the other's speaker spoke."""
    told = [
        one.doers if isinstance(one.record, Event) and one.record.type in _SPOKEN else frozenset() for one in (a, b)
    ]
    return bool(a.speakers & b.speakers or told[0] & b.speakers or told[1] & a.speakers)


def _tells_nothing(one: Telling) -> bool:
    """Whether what is told is yet to come, not known, or only sounds like a no ("no fewer than")."""
    record = one.record
    if isinstance(record, Statement) and (denies_nothing(record) or _NO_NEGATION.search(one.text)):
        return True
    return one.to_come if one.says_no or isinstance(record, Event) else False


def _says_no(one: Telling) -> bool:
    """Whether a telling denies, rejects or negates a fact; what shall not be is no denial."""
    if isinstance(one.record, Event):
        return _negates(one.text.casefold())
    if one.act == "deny":
        return True
    if one.act in ("judge", "reject") and _a_telling(one):
        return True
    return one.act in ("say", "judge", "accuse") and _negates(one.text.casefold())


def _negates(text: str) -> bool:
    """Whether a text says that something was not so; "no fewer than", "not only" and what shall not be do not."""
    return negates(_NO_NEGATION.sub(" ", text)) and not TO_COME.search(text)


def _a_telling(one: Telling) -> bool:
    """Whether what is judged or rejected is what somebody said ("the finding", "the claim")."""
    told = set(re.findall(r"[a-z]+", one.text.casefold()))
    return bool(told & words("comparison", "tellings")) and not told & words("comparison", "belief")


def _why(view: View, kind: DifferenceType, a: Telling, b: Telling) -> str:
    """What was compared, and how it differs."""
    who = [view.names(voice(one.record)) for one in (a, b)]
    if kind == "mutual blame":
        return f"Each has a charge of its own in one matter: {who[0]} one, {who[1]} another."
    if kind == "other framing":
        return f"By what they share {who[0]} and {who[1]} tell of one matter, each in another way."
    told, denier = (1, 0) if _says_no(a) and not _says_no(b) else (0, 1)
    if not _says_no((a, b)[denier]):
        return f"{who[0]} lays it at a door; {who[1]}, of whom it is told, has a version of its own of the same matter."
    verb = "Alleged" if kind == "contested allegation" else "Said"
    return (
        f"{verb} by {who[told]}, by the account of {who[denier]} not so; by what they share, both tell of one matter."
    )


def _why_so(view: View, kind: DifferenceType, a: Telling, b: Telling) -> str:
    """What was compared where only the weights say how it differs."""
    who = [view.names(voice(one.record)) for one in (a, b)]
    return f"The report sets {who[0]} beside {who[1]} on one matter; by the wording, {_READ[kind]}."
