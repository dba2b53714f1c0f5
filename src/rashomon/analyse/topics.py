"""How like two records are in what they speak of: the rare words and the names they share."""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.analyse.deeds import stems_in
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Annotation, Event, Statement
from rashomon.model.text import Span

# A word that stands in more than this share of the records says nothing of the topic of one.
_COMMON = 0.1
# Records that share a word at most this many hold are compared; a rarer one is shared by all that matter.
_CROWD = 200
# So many records are a small case: in a larger one words meet by chance, and more is asked of what two records share.
_SMALL = 300
# How much closer two records have to be for each nat by which a case is crowded.
_CLOSE = 0.1
# What a shared name counts beside a shared word of the same rarity.
_NAME = 0.5
_MAKE = re.compile(r"\b(?:[A-Z][A-Za-z]{0,3}-?\d+\w*|\d+(?:st|nd|rd|th))\b")
# From so many letters on, a word with one dropped is still that word.
_LONG = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a record speaks of: stems of its words, families they belong to, and ids of the actors and places it names.

    A family stands for words that speak of one matter, and for deeds: "sold rockets" and
    "the supply of arms" share no stem.
    """

    stems: frozenset[str]
    families: frozenset[str]
    names: frozenset[str]

    @property
    def terms(self) -> frozenset[str]:
        """Stems and families together."""
        return self.stems | self.families


class Topics:
    """The topics of the records of one case, weighed by how rare their words are in it.

    `crowding` is 0 for a small case and grows with the logarithm of its records: what two
    records of a large case share is asked to tell so much more.
    """

    def __init__(self, view: View, records: Iterable[Annotation]) -> None:
        self.records = {one.id: one for one in records}
        self.of = {id: topic_of(view, one) for id, one in self.records.items()}
        self._counts = Counter(term for one in self.of.values() for term in (*one.terms, *one.names))
        self._rare = {id: self._without_common(one) for id, one in self.of.items()}
        self._marks = {id: one.terms | one.names for id, one in self._rare.items()}
        self._all = {id: one.terms | one.names for id, one in self.of.items()}
        names = frozenset(name for one in self.of.values() for name in one.names)
        self._weights = {
            mark: math.log(1 + len(self.of) / count) * (_NAME if mark in names else 1)
            for mark, count in self._counts.items()
        }
        self._whole = {id: self.weight(marks) for id, marks in self._all.items()}
        self.crowding = math.log(max(1.0, len(self.of) / _SMALL))
        self._index: dict[str, list[str]] = defaultdict(list)
        for id, one in self.of.items():
            for term in one.terms:
                self._index[term].append(id)

    def alike(self, a: str, b: str) -> float:
        """How much of the lighter record's topic the two share, in [0, 1]; ids of records."""
        least = min(self._whole[a], self._whole[b])
        return self.weight(self._all[a] & self._all[b]) / least if least else 0.0

    def telling(self, a: str, b: str) -> float:
        """How much what two records share tells, in nats: below 0, a record of this case shares as much by chance."""
        both = self._all[a] & self._all[b]
        return math.fsum(math.log(len(self.of) / self._counts[mark]) for mark in both) - math.log(len(self.of))

    def close(self, a: str, b: str) -> float:
        """How much of the topics of both records is the same, in [0, 1]; ids of records."""
        product = self._whole[a] * self._whole[b]
        return self.weight(self._all[a] & self._all[b]) / math.sqrt(product) if product else 0.0

    def of_one_matter(self, a: str, b: str) -> bool:
        """Whether what two records share is more than records of a case of this size share by chance.

        A small case has no chance to speak of. In a larger one each nat of crowding asks for
        one nat more, and for a tenth more of both topics: on 848 reports two shared words
        alone paired 18,000 denials, hardly one rightly.
        """
        if not self.crowding:
            return True
        return self.telling(a, b) >= 1 + self.crowding and self.close(a, b) >= _CLOSE * self.crowding

    def shared(self, a: str, b: str) -> int:
        """How many words and names that are not common two records share."""
        one, other = self._rare[a], self._rare[b]
        return max(len(one.stems & other.stems), len(one.families & other.families)) + len(one.names & other.names)

    def may_share(self, a: str, b: str, least: int) -> bool:
        """Whether `shared` can be so much; asked first, for it looks at two sets and not at six."""
        return len(self._marks[a] & self._marks[b]) >= least

    def near(self, id: str, among: Container[str] | None = None) -> Iterator[str]:
        """The records that share a word with one, all or those `among` some, each once, in a fixed order."""
        seen = {id}
        for term in sorted(self.of[id].terms):
            if len(self._index[term]) <= _CROWD:
                for other in self._index[term]:
                    if (among is None or other in among) and other not in seen:
                        seen.add(other)
                        yield other

    def _without_common(self, topic: Topic) -> Topic:
        most = max(2.0, _COMMON * len(self.of))

        def rare(terms: frozenset[str]) -> frozenset[str]:
            return frozenset(term for term in terms if self._counts[term] <= most)

        return Topic(stems=rare(topic.stems), families=rare(topic.families), names=rare(topic.names))

    def weight(self, marks: Iterable[str]) -> float:
        """The weight of terms and names together, the same in whatever order they come."""
        return math.fsum(map(self._weights.__getitem__, marks))


class _Reader:
    """Reads the topics of one case's records."""

    def __init__(self, view: View) -> None:
        self._named = view.named
        self._begin = {id: [one.evidence[0].start for one, _ in some] for id, some in view.named.items()}
        self._deeds = _deeds(view)
        self._documents = view.documents
        self._known: dict[str, Topic] = {}

    def topic(self, record: Annotation) -> Topic:
        """The topic of a record, read once."""
        if record.id not in self._known:
            self._known[record.id] = self._topic(record)
        return self._known[record.id]

    def _topic(self, record: Annotation) -> Topic:
        spans = record.content if isinstance(record, Statement) else record.evidence
        if isinstance(record, Event):
            spans = (sentence(self._documents[record.document], record.evidence[0]),)
        names: set[str] = set()
        naming: set[str] = set()
        for span in spans:
            begin = self._begin.get(span.document, [])
            here = slice(bisect_left(begin, span.start), bisect_left(begin, span.end))
            for mention, actor in self._named.get(span.document, [])[here]:
                if span.covers(mention.evidence[0]):
                    names.add(actor)
                    naming.update(mention.evidence[0].text.casefold().split())
        if isinstance(record, Statement) and record.cue and record.act != "say":
            spans = (*spans, *record.cue)  # "promised nothing" is of what another "promised"
        said = " ".join(span.text for span in spans)
        done = (
            deed
            for span in spans
            for start, end, deed in self._deeds.get(span.document, ())
            if span.start <= start and end <= span.end
        )
        promised = {"matter: promise"} if isinstance(record, Statement) and record.act == "promise" else set()
        return Topic(
            stems=stems_in(said, without=frozenset(naming)) | _makes_in(said),
            families=families_in(said) | frozenset(done) | promised,
            names=frozenset(names),
        )


def topic_of(view: View, record: Annotation) -> Topic:
    """What a record speaks of; several analyses compare the same records."""
    reader: _Reader | None = view.findings.get("topics")
    if reader is None:
        reader = view.findings["topics"] = _Reader(view)
    return reader.topic(record)


def _makes_in(text: str) -> frozenset[str]:
    """Designations of arms and units, letters with a number ("A-37", "14th"), which name one thing as names do."""
    return frozenset(word.casefold() for word in _MAKE.findall(text))


def _deeds(view: View) -> Mapping[str, list[tuple[int, int, str]]]:
    """Where deeds are told, by report: start and end of the cue, and what is done; one deed has many verbs."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for one in view.events:
        for span in one.cue:
            found[one.document].append((span.start, span.end, f"deed: {one.type}"))
    return found


def families_in(text: str) -> frozenset[str]:
    """The families of words in a text: "mercenaries" and "militants" speak of one thing under two names."""
    found = (_families().get(word) for word in re.findall(r"[\w-]+", text.casefold()))
    return frozenset(one for one in found if one)


@cache
def _families() -> Mapping[str, str]:
    """The family of each word, long ones also with a letter dropped, as hasty reports do ("miltants")."""
    groups = ((name, word) for name, some in lexicon("framing").items() for kind in some.values() for word in kind)
    found = {str(word): f"family: {name}" for name, word in groups}
    matters = ((name, word) for name, some in lexicon("comparison")["matters"].items() for word in some)
    found |= {str(word): f"matter: {name}" for name, word in matters}
    for word, family in list(found.items()):
        if len(word) >= _LONG:
            for at in range(1, len(word)):
                found.setdefault(word[:at] + word[at + 1 :], family)
    return found


def negated(spans: Iterable[Span]) -> bool:
    """Whether words say that something is not so."""
    return any(negates(span.text) for span in spans)


def negates(text: str) -> bool:
    """Whether a word of a text says that something is not so."""
    said = text.casefold().replace("’", "'").replace("n't", " not").split()
    return not words("comparison", "negations").isdisjoint(said)
