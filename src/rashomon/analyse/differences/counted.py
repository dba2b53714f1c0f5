"""What two figures have in common: the thing counted, the counter, the side, and the names that stand around them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rashomon.analyse.differences.large import is_large
from rashomon.analyse.differences.sides import side_of, states
from rashomon.analyse.differences.spelled import number_in
from rashomon.analyse.figures import amount
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View, day
from rashomon.model.annotation import Figure, Link
from rashomon.model.finding import Difference, DifferenceType, Side
from rashomon.model.values import When

# What is counted in itself; of all else the unit must be the same.
ITSELF = frozenset({"killed", "wounded", "displaced", "captured", "missing"})
_BOTH_LOSSES = frozenset({"casualty", "killed", "dead", "loss", "wounded"})
_TOGETHER = re.compile(r"\b(?:dead|killed|deaths) (?:and|or) (?:wounded|injured)\b")
# "Nine of the dead": a part of a number, not another number; "the number of the dead" is the whole.
_OF_THE_DEAD = re.compile(
    r"^\W*(?:(?:some|about|around|at least|at most|nearly|almost|over|more than|up to|only) )*(?P<number>[\w,.’-]+)"
    r"(?: [\w-]+)?? "
    r"of (?:the|its|their|our|his|her|those|these) (?:[\d,.]+ )?"
    r"(?:dead|deaths|killed|fallen|slain|wounded|injured|casualties|losses|victims|prisoners|captives|missing)\b",
    re.IGNORECASE,
)
# "Several of the wounded": no number, and still a part.
_SOME = re.compile(r"(?:some|several|many|few|dozens|scores|hundreds|thousands|both)", re.IGNORECASE)
LOWERED = re.compile(
    r"\b(?:lower(?:s|ed|ing)?|reduc(?:es?|ed|ing)|cut(?:s|ting)?|halv(?:es?|ed|ing)|trim(?:s|med|ming)?"
    r"|revis(?:es?|ed|ing)(?: down(?:wards?)?)?|scal(?:es?|ed|ing) (?:back|down))"
    r"(?: to (?:[\w,.-]+ ){1,3}?| by (?:[\w,.-]+ ){1,2}?| )(?:its|their|his|her|the|that) (?:[\w-]+ ){0,2}?"
    r"(?:(?:estimate|count|toll|figure|tally|claim)s?\b"
    r"|numbers?\b(?= of [^.;]{0,60}\b(?:dead|deaths|killed|fallen|wounded|captured|captives|prisoners|casualties"
    r"|losses|victims)\b))"
    r"|\b(?:estimate|count|toll|figure|tally)s? (?:of [^.;,]{1,40} )?(?:was|were|is|are|has been|have been|had been) "
    r"(?:\w+ )?(?:lowered|reduced|cut|halved|trimmed|(?:revised|scaled) (?:down|back))",
    re.IGNORECASE,
)
"""Words by which somebody is told to have lowered a count."""
# How far after a number "of them" stands, in characters.
_TAIL = 12
PARTS = re.compile(r"\b(?:of|among) (?:them|whom|these|those|which)\b|\bincluding\b|\bmade up of\b", re.IGNORECASE)
"""Words that tell of parts of what was counted."""
# "Two of them"; in "forty, of whom nine were …" forty is the whole. What stands before a part says so too.
_BEHIND = re.compile(r"(?<![,;:] )\b(?:of|among) (?:them|whom|these|those|which)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:including|made up of|(?:of|among) (?:them|whom|these|those|which),?)\s+$", re.IGNORECASE)
_BACK = 24
# Counts of reports so many days apart are as of several times.
_ONE_TIME = 14
# A name inside a sentence: a capital that no sentence begins with; days and months are none.
_NAME = re.compile(
    r"(?<=[a-z,;0-9] )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Jan\b|Feb\b|Sept\b)[A-Z][a-z]{3,}"
)
_WORD = re.compile(r"\b[A-Za-z][a-z]{3,}\b")
# In addresses and tags names are written small.
_ADDRESS = re.compile(r"\S*(?:://|www\.|[@#/\\]|\w\.[a-z])\S*", re.IGNORECASE)
# A name in more than so many figures' sentences tells none of them apart.
_SCARCE = 8
# So many figures of its kind may bear a number before it is met by chance: at all, and where the days are not near.
_OFTEN = 8
_HARDLY = 3
# Days between two tellings of one number.
_NEAR = 14
_CLOSE = 2


def thing(one: Figure) -> str | None:
    """What is counted: the kind, or the unit where the kind says too little."""
    if one.counts in ITSELF:
        return one.counts
    return f"{one.counts} {one.unit}" if one.unit else None


def joined(one: Figure) -> bool:
    """Whether killed and wounded are counted together."""
    said = " ".join(span.text.casefold() for span in one.evidence)
    if _TOGETHER.search(said):
        return True
    return one.counts == "other" and ((one.unit or "") in _BOTH_LOSSES or ("wounded" in said and "killed" in said))


def is_part(view: View, one: Figure) -> bool:
    """Whether a figure is told as a part of another ("two of them", "nine of the dead")."""
    text = view.documents[one.document].text
    near = text[one.evidence[0].start : one.evidence[0].end + _TAIL].partition(".")[0]
    named_dead = _OF_THE_DEAD.search(near)
    if _BEHIND.search(near) or (named_dead and _is_number(named_dead["number"])):
        return True
    return bool(_BEFORE.search(text[max(0, one.evidence[0].start - _BACK) : one.evidence[0].start]))


def _is_number(word: str) -> bool:
    """Whether a word is a number, in figures or letters, or stands for one."""
    return word[0].isdigit() or number_in(word) is not None or bool(_SOME.fullmatch(word))


def counter(view: View, one: Figure) -> frozenset[str]:
    """Who counts: the state for which the counter stands, the report where it counts itself.

    What is kept secret is kept so by the side itself, whoever tells.
    """
    voice = one.side if one.bound == "undisclosed" else one.according_to[:1]
    known = states(view, voice)
    return known or frozenset(str(link).casefold() for link in voice)


def party(view: View, one: Figure) -> frozenset[str]:
    """Whose losses a figure tells, where that is known: a place is nobody's side."""
    return states(view, (link for link in one.side if _kind(view, link) != "place"))


def same_party(view: View, a: Figure, b: Figure) -> bool:
    """Whether two figures can be of one side: unknown fits any, as does one by its words alone."""
    sides = party(view, a), party(view, b)
    return not sides[0] or not sides[1] or bool(sides[0] & sides[1])


def same_people(a: Figure, b: Figure) -> bool:
    """Whether two figures can be of the same people: those who bear arms and those who do not are others."""
    return {a.category, b.category} != {"military", "civilian"}


def one_number(view: View, a: Figure, b: Figure) -> bool:
    """Whether one number twice is more than chance: in a large case many small things are three or twenty.

    A number that hardly another figure of its kind bears is telling by itself, one that some
    bear where the days are near or the sides the same. Of others, the sides or a scarce name
    nearby have to be the same and the days close.
    """
    known: Counter[object] | None = view.findings.get("numbers told")
    if known is None:
        known = view.findings["numbers told"] = Counter(_number(one) for one in view.figures)
    often = max(known[_number(a)], known[_number(b)])
    one_party, days = bool(party(view, a) & party(view, b)), (asof(view, a), asof(view, b))
    if often <= _OFTEN:
        return often <= _HARDLY or one_party or _within(_NEAR, *days)
    names = named(view)
    one_place = not set(names.get(a.id, ())).isdisjoint(names.get(b.id, ()))
    return (one_place or one_party) and _within(_CLOSE, *days)


def _number(one: Figure) -> object:
    return thing(one), one.low if one.low is not None else one.high


def _within(most: int, a: When, b: When) -> bool:
    """Whether two times lie at most so many days apart; where a day is unknown they do not."""
    if not (a.first_day and a.last_day and b.first_day and b.last_day):
        return False
    return (a.first_day - b.last_day).days <= most and (b.first_day - a.last_day).days <= most


def stated(one: Figure) -> bool:
    """Whether a figure gives a number at all."""
    return one.low is not None or one.high is not None


def span_of(one: Figure) -> tuple[float | None, float | None]:
    """The number as a low and a high."""
    return one.low, one.high


def differ(figures: Iterable[Figure]) -> bool:
    """Whether some of the numbers are not the same number with the same bound."""
    return len({(span_of(one), one.bound) for one in figures}) > 1


def named(view: View) -> Mapping[str, list[str]]:
    """The names in the sentence of each figure that few others have: a ship, a square, a village."""
    if "names of figures" not in view.findings:
        view.findings["names of figures"] = _named(view)
    found: Mapping[str, list[str]] = view.findings["names of figures"]
    return found


def _named(view: View) -> Mapping[str, list[str]]:
    found = {
        one.id: [
            *_names(view, one),
            *(view.actors[link.actor].name for link in one.side if link.actor and _kind(view, link) == "place"),
        ]
        for one in view.figures
    }
    often = Counter(name for names in found.values() for name in dict.fromkeys(names))
    who = {
        word for actor in view.world.actors if actor.type != "place" for name in actor.names for word in name.split()
    }
    plain = _plain_words(view) if is_large(view) else frozenset[str]()
    return {
        id: [
            one
            for one in dict.fromkeys(names)
            if often[one] <= _SCARCE and one not in who and one.casefold() not in plain
        ]
        for id, names in found.items()
    }


def _plain_words(view: View) -> frozenset[str]:
    """What is written small more often than not: in a headline without a full stop any word has a capital."""
    said = Counter(word for one in view.documents.values() for word in _WORD.findall(_ADDRESS.sub(" ", one.text)))
    return frozenset(word for word, often in said.items() if word.islower() and often > said[word.capitalize()])


def _names(view: View, one: Figure) -> Iterable[str]:
    """The names around a figure, but for its counter's."""
    said = sentence(view.documents[one.document], one.evidence[0]).text
    by = " ".join(link.span.text for link in one.according_to[:1] if link.span)
    return (name for name in dict.fromkeys(_NAME.findall(said)) if name not in by)


def _kind(view: View, link: Link) -> str | None:
    actor = view.actors.get(link.actor or "")
    return actor.type if actor else None


def asof(view: View, one: Figure) -> When:
    """The day of a count; that of the report where it has none."""
    return one.as_of if one.as_of.latest else view.published(one.document)


def of_one_time(view: View, a: Figure, b: Figure) -> bool:
    """Whether two counts may be as of one time, as far as their reports tell."""
    days = [view.published(one.document).first_day for one in (a, b)]
    return not (days[0] and days[1]) or abs((days[1] - days[0]).days) <= _ONE_TIME


def distinct(group: Iterable[Figure]) -> list[Figure]:
    """One figure for each amount, the first that gives it."""
    found: dict[object, Figure] = {}
    for one in group:
        found.setdefault((span_of(one), one.bound == "undisclosed"), one)
    return list(found.values())


def listed(figures: Iterable[Figure]) -> str:
    """Figures as one text, each with its day."""
    return ", ".join(f"{amount(one)} {_when(one)}" for one in figures)


def _when(one: Figure) -> str:
    shown = day(one.as_of)
    return "undated" if not one.as_of.latest else shown if shown.startswith("by ") else f"as of {shown}"


def about(view: View, one: Figure) -> str:
    """The topic of a difference of figures: whose losses, of what kind."""
    category = "" if one.category == "unspecified" else f"{one.category} "
    what = one.counts if one.counts in ITSELF else one.unit or one.counts
    return f"{view.names(one.side) if one.side else 'side not said'}: {category}{what}"


def difference(view: View, type: DifferenceType, figures: Sequence[Figure], check: str, why: str) -> Difference:
    """A difference in which each figure is a side of its own."""
    sides: tuple[Side, ...] = tuple(side_of(view, one) for one in figures)
    return Difference(type=type, topic=about(view, figures[0]), sides=sides, why=why, check=check)
