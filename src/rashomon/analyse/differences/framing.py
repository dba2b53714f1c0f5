"""The words that outlets and speakers use for one thing, side by side, without a verdict."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from operator import itemgetter

from rashomon.analyse.differences.sides import side_of
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View, day, quoted
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Statement
from rashomon.model.finding import Difference, Side
from rashomon.model.text import Document, Span
from rashomon.model.world import Contact

# How a contact is called in a sentence.
_CALLED = {"phone": "call", "unspecified": "talk"}
# Acts that answer another's readout instead of giving one.
_ON_WHAT_WAS_SAID = frozenset({"deny", "reject"})
# How far, in characters, the name of what a word is used for may stand from it.
_BESIDE = 40
# The readouts of a talk stand at most so far apart in a report, in characters.
_TOGETHER = 600
# Ways of naming one thing that are shown.
_SHOWN = 6
_WORD = re.compile(r"[a-z]+")
# Families that are about the conflict as a whole: their referent is the case itself.
_OF_THE_CASE = frozenset({"war"})
# Families that are about places alone, and those that are about many and never about one person.
_OF_PLACES = frozenset({"taking"})
_OF_MANY = frozenset({"fighters", "dead"})
# Families that name what is done to somebody or something: two words may be of two deeds.
_OF_DEEDS = frozenset({"taking", "captives", "truce", "obstacles", "dead"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One use of a word for something: by whom (the report where it speaks itself), loaded or not."""

    word: str
    loaded: bool
    span: Span
    by: tuple[Link, ...]


def framing(view: View) -> Iterator[Difference]:
    """One thing under several names, at least one of them loaded, by at least two voices."""
    uses: dict[tuple[str, str], list[Use]] = defaultdict(list)
    speech = _speech(view)
    for document in view.documents.values():
        for family, referent, use in _uses(view, document, speech.get(document.id, [])):
            uses[family, referent].append(use)
    for (family, referent), some in uses.items():
        sides = _by_word(some)
        if len(sides) > 1 and _chosen(view, family, sides):
            yield _difference(view, family, referent, sides)


def _chosen(view: View, family: str, sides: Mapping[str, list[Use]]) -> bool:
    """Whether a loaded word is of voices of whom another word has none: who uses both, chooses neither.

    What befalls a thing may be several deeds, each with its own name; there it takes two loaded words.
    """
    voices = {word: {view.names(use.by) for use in uses} for word, uses in sides.items()}
    loaded = [word for word, uses in sides.items() if uses[0].loaded]
    others = loaded if family in _OF_DEEDS else list(sides)
    return any(voices[a].isdisjoint(voices[b]) for a in loaded for b in others if a != b)


def readouts(view: View) -> Iterator[Difference]:
    """One talk as each side tells it: what one mentions and the other leaves out is no denial."""
    for contact, told in gathered(view):
        if _of_the_talk(told.values()):
            who = ", ".join(view.name(link) for link in contact.participants)
            kind = _CALLED.get(contact.type, contact.type)
            yield Difference(
                type="other framing",
                topic=f"{kind} of {who} ({day(contact.happened) if contact.happened.known else 'undated'})",
                sides=tuple(side_of(view, *some) for some in told.values()),
                why=f"One {kind}, told by {len(told)} sides, each in its own words; "
                "what one leaves out it does not deny.",
                check="readouts",
            )


def gathered(view: View) -> Iterator[tuple[Contact, dict[str, list[Statement]]]]:
    """Contacts with what each side that talked says beside them, where several sides do, in other words."""
    for contact in view.world.contacts:
        statements = [view.by_id.get(id) for readout in contact.readouts for id in readout.statements]
        if any(isinstance(one, Statement) and one.act == "deny" for one in statements):
            continue  # a denial says more than another framing
        told: dict[str, list[Statement]] = {}
        for readout in contact.readouts:
            side = view.sides.of(readout.by.actor) if readout.by.actor else None
            found = [view.by_id[id] for id in readout.statements if id in view.by_id]
            said = [
                one for one in found if isinstance(one, Statement) and one.act not in _ON_WHAT_WAS_SAID and one.content
            ]
            if side and said:
                told.setdefault(side, []).extend(said)
        if len(told) > 1 and told_otherwise(told.values()):
            yield contact, told


def _of_the_talk(sides: Iterable[Sequence[Statement]]) -> bool:
    """Whether what sides say is of one talk: told one after the other in a report, or by each in words for talks.

    A contact gathers all that those who talked say near it, also of other matters.
    """
    some = list(sides)
    together = any(
        a.document == b.document and abs(a.evidence[0].start - b.evidence[0].start) <= _TOGETHER
        for first, second in combinations(some, 2)
        for a in first
        for b in second
        if _of_talks(a) or _of_talks(b)
    )
    return together and all(any(map(_of_talks, each)) for each in some)


def _of_talks(one: Statement) -> bool:
    """Whether words are of a talk ("the call was short", "it was a lecture")."""
    said = set(_WORD.findall(quoted(one.evidence).casefold()))
    talk = bool(said & words("events", "talks_told"))
    return talk or quoted(one.content).casefold().startswith("it was ")


def told_otherwise(sides: Iterable[Sequence[Statement]]) -> bool:
    """Whether what sides say beside a talk is of the talk ("it was short"), in other words by each.

    Of what each says on other matters while they talk, nothing is told in another way.
    """
    firsts = list(sides)
    texts = [{word for one in some for word in _WORD.findall(quoted(one.content).casefold())} for some in firsts]
    apart = all(
        a.document != b.document or a.end <= b.start or b.end <= a.start
        for some, others in combinations(firsts, 2)
        for a in some[0].content
        for b in others[0].content
    )
    return apart and any(text & words("events", "readouts") for text in texts)


def _difference(view: View, family: str, referent: str, sides: Mapping[str, list[Use]]) -> Difference:
    name = view.actors[referent].name if referent in view.actors else "the conflict"
    told = "; ".join(f"“{word}” by {view.names(uses[0].by)}" for word, uses in sides.items())
    return Difference(
        type="other framing",
        topic=f"{name}: {', '.join(sides)}",
        sides=tuple(_side(view, word, uses) for word, uses in sides.items()),
        why=f"One thing under several names ({family}): {told}.",
        check="framing",
    )


def _side(view: View, word: str, uses: list[Use]) -> Side:
    here = sentence(view.documents[uses[0].span.document], uses[0].span)
    return Side(who=uses[0].by, says=" ".join(here.text.split()), evidence=tuple(use.span for use in uses[:3]))


def _by_word(uses: list[Use]) -> dict[str, list[Use]]:
    """Uses by word as it is first used, loaded ones first, then those used most."""
    found: dict[str, list[Use]] = {}
    for use in uses:
        found.setdefault(_singular(use.word), []).append(use)
    ranked = sorted(found.values(), key=lambda some: (not some[0].loaded, -len(some), some[0].word))
    return {some[0].word: some for some in ranked[:_SHOWN]}


def _uses(view: View, document: Document, speech: list[Statement]) -> Iterator[tuple[str, str, Use]]:
    named, described = _named(view, document), _described(view, document)
    longest = max((last - first for first, last, _ in named), default=0)
    low = document.text.lower()
    # Small letters are found many times as fast; of a few letters there is no small one of the same length.
    text, pattern = (low, _pattern(0)) if len(low) == len(document.text) else (document.text, _pattern(re.IGNORECASE))
    for found in pattern.finditer(text):
        word = found.group().casefold()
        near = _near(named, longest, *found.span())
        if any(mark.start <= found.start() < mark.end for mark in document.furniture) or _in_name(near, *found.span()):
            continue
        for family, loaded in _families()[word]:
            referent = "" if family in _OF_THE_CASE else described.get(found.end())
            if referent is None:
                referent = _beside(near, document.text, *found.span())
            if referent is None or not _fits(view, family, referent):
                continue
            span = document.span(*found.span())
            by = _voice(document, speech, span)
            yield family, referent, Use(word=word, loaded=loaded, span=span, by=by)


def _fits(view: View, family: str, referent: str) -> bool:
    """Whether words of a family can name somebody: "taken" names a place, "fighters" no single man."""
    kind = view.actors[referent].type if referent in view.actors else None
    return kind == "place" if family in _OF_PLACES else not (family in _OF_MANY and kind == "person")


def _near(named: list[tuple[int, int, str]], longest: int, start: int, end: int) -> list[tuple[int, int, str]]:
    """The names that can stand beside a word or around it; `named` is in text order."""
    first = bisect_left(named, start - _BESIDE - longest, key=itemgetter(0))
    return named[first : bisect_left(named, end + _BESIDE + 1, key=itemgetter(0))]


def _beside(named: list[tuple[int, int, str]], text: str, start: int, end: int) -> str | None:
    """The actor or place a word is used for: named in the same few words, none between in another sentence."""
    best: tuple[int, str] | None = None
    for first, last, actor in named:
        gap = max(first - end, start - last, 0)
        if gap > _BESIDE or (best is not None and gap >= best[0]):
            continue
        if not re.search(r"[.;:!?]", text[min(last, end) : max(first, start)]):
            best = (gap, actor)
    return best[1] if best else None


def _in_name(named: list[tuple[int, int, str]], start: int, end: int) -> bool:
    """Whether a word is part of a name ("Liberation Front"), which nobody chooses."""
    return any(first <= start and end <= last for first, last, _ in named)


def _named(view: View, document: Document) -> list[tuple[int, int, str]]:
    return [
        (one.evidence[0].start, one.evidence[0].end, actor)
        for one, actor in view.named[document.id]
        if one.form in ("name", "demonym")
    ]


def _described(view: View, document: Document) -> dict[int, str]:
    """Who is meant by a description without a name, by where its last word ends: "the rebels", "the terrorists"."""
    return {
        one.evidence[0].end: actor
        for one, actor in view.named[document.id]
        if one.form == "description" and one.evidence[0].text[1:].islower()
    }


def _voice(document: Document, speech: list[Statement], span: Span) -> tuple[Link, ...]:
    """Who uses the words: the speaker of the statement they stand in, else the report."""
    for one in speech:
        if any(content.covers(span) for content in one.content) and one.speaker:
            return one.speaker
    return (Link(document=document.id),)


def _speech(view: View) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for one in view.statements:
        found[one.document].append(one)
    return found


def _singular(word: str) -> str:
    """A word as it is told apart from others: "jihadists" is "jihadist"."""
    return re.sub(r"(?<=[^s])s$", "", re.sub(r"ies$", "y", word))


@cache
def _families() -> Mapping[str, list[tuple[str, bool]]]:
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for family, groups in lexicon("framing").items():
        for kind, some in groups.items():
            for word in some:
                found[str(word).casefold()].append((family, kind == "loaded"))
    return found


@cache
def _pattern(flags: int) -> re.Pattern[str]:
    """All words of the families, by their first letter: what begins otherwise is passed over at once."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(_families(), key=len, reverse=True):
        by_letter[word[0]].append(re.escape(word[1:]))
    some = (f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(rf"\b(?:{'|'.join(some)})\b", flags)
