"""Actors: the same person, state, body or place across all reports.

A pure function of documents, mentions and judgements, the same in whatever order they
come. Names decide, not nearness: a surname goes to the only bearer in its report, else
to the only one in the case; where several remain, the mention has no actor.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from rashomon.language.gazetteer import gazetteer
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import CAPTIVE, PERHAPS_CAPITAL, Mention, Title
from rashomon.model.decisions import Decisions, in_force
from rashomon.model.finding import Judgement
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Actor
from rashomon.resolve.captives import captives
from rashomon.resolve.clusters import Cluster
from rashomon.resolve.groups import MISSION, groups
from rashomon.resolve.issuers import issuers
from rashomon.resolve.judgements import Hand
from rashomon.resolve.keys import STATES, VOICE, named_keys, unnamed
from rashomon.resolve.offices import COUNTS, OPEN, Offices
from rashomon.resolve.organs import called_forces, named_bodies, of_one, of_one_owner, short_organs
from rashomon.resolve.parties import Parties
from rashomon.resolve.seats import as_states, capitals
from rashomon.resolve.spelling import plain

# The rule of mentions that tell of what country somebody without a name is.
_OF_A_COUNTRY = "group of a country"
# Where a voice without a name is told of: "… in the area".
_PLACE = re.compile(r" (?:in|at|near|inside|outside|on) ")
# Words before an organ that tell whose it is only to who reads on.
_POINTING = frozenset({"its", "their", "his", "her", "our", "my", "both", "each"})
# A person is called by the fullest name that stands at least once for so many of the commonest full one.
_SELDOM = 8


def actors(
    documents: Iterable[Document],
    mentions: Iterable[Mention],
    judgements: Iterable[Judgement] = (),
    *,
    voices: Set[str] = frozenset(),
) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """All actors, and the actor of each mention that has one (mention id to actor id).

    `voices` are the mentions that name the speakers of statements: who speaks is somebody, also without a name.
    """
    known = {document.id: document for document in documents}
    ordered = sorted(mentions, key=lambda one: (one.document, one.evidence[0].start, one.evidence[0].end, one.id))
    clusters = _Clusters(known, ordered, Parties(Decisions(judgements).case_file, known), voices)
    clusters.judge(judgements)
    made = tuple(
        sorted((_actor(cluster, known) for cluster in clusters.all()), key=lambda actor: (actor.type, actor.key))
    )
    return made, clusters.links()


class _Clusters:
    """Clusters by key, and the key of each mention."""

    def __init__(
        self, documents: Mapping[str, Document], mentions: Sequence[Mention], parties: Parties, voices: Set[str]
    ) -> None:
        self._documents = documents
        self._mentions = {one.id: one for one in mentions}
        self._keys: dict[str, str] = {}
        self._clusters: dict[str, Cluster] = {}
        named = [one for one in mentions if one.name or one.form == "demonym"]
        self._keys |= named_keys(documents, named)
        seats = capitals(named)
        self._keys |= as_states(named, self._keys, seats)
        self._keys = parties.joined(self._keys, mentions)
        offices = Offices(
            mentions, self._keys, seats, told=parties.held(), homes=parties.homes(),
            issuers=issuers(documents, mentions, self._keys),
        )  # fmt: skip
        open_ones = [one for one in mentions if one.id not in self._keys and not one.antecedents and not one.name]
        self._keys |= {one.id: key for one in open_ones if (key := parties.key(one, offices))}
        self._keys |= of_one(mentions, self._keys)
        self._keys |= of_one_owner(mentions, self._keys)
        self._keys |= short_organs(mentions, self._keys)
        self._keys |= named_bodies(mentions, self._keys)
        self._keys |= called_forces(mentions, self._keys)
        self._keys |= groups(mentions, self._keys)
        self._keys = captives(mentions, documents) | self._keys
        self._keys = unnamed(mentions, self._mentions, voices) | self._keys
        chained = {one.id: self._chain(one) for one in mentions if one.antecedent and one.id not in self._keys}
        self._keys |= {mention: key for mention, key in chained.items() if key}
        for one in mentions:
            if key := self._keys.get(one.id):
                self._clusters.setdefault(key, Cluster(key, state=offices.state(key))).mentions.append(one)
        for cluster in self._clusters.values():
            parties.tell(cluster)

    def _chain(self, mention: Mention) -> str | None:
        """The key of the named mention at the end of a chain of antecedents."""
        seen = {mention.id}
        while mention.antecedent and mention.antecedent not in seen and mention.id not in self._keys:
            seen.add(mention.antecedent)
            following = self._mentions.get(mention.antecedent)
            if following is None:
                return None
            mention = following
        return self._keys.get(mention.id)

    def all(self) -> list[Cluster]:
        """Every cluster that has mentions."""
        return [cluster for cluster in self._clusters.values() if cluster.mentions]

    def links(self) -> dict[str, str]:
        """The actor's id of each mention."""
        found: dict[str, str] = {}
        for cluster in self.all():
            found |= dict.fromkeys((one.id for one in cluster.mentions), cluster.id)
        return found

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Apply the judgements that hold."""
        hand = Hand(self._clusters)
        for judgement in in_force(judgements):
            hand.apply(judgement)


def _actor(cluster: Cluster, documents: Mapping[str, Document]) -> Actor:
    named = [one for one in cluster.mentions if one.name] or cluster.mentions
    called = ((_called(one, cluster), one.name, _without_place(one)) for one in cluster.mentions)
    names = Counter(text for texts in called for text in set(texts) if text)
    return Actor(
        key=cluster.key,
        name=cluster.name or _display(cluster, named),
        type=cluster.type or _type(cluster, named),  # type: ignore[arg-type]
        country=cluster.country or _country(cluster),
        names=tuple(sorted(names, key=lambda one: (-names[one], one))),
        roles=_with_told(_roles(cluster.mentions, documents), cluster.roles),
        mentions=tuple(sorted(one.id for one in cluster.mentions)),
    )


def _country(cluster: Cluster) -> str | None:
    """The country most often told, else that of the state in which a person holds offices."""
    countries = Counter(one.country for one in cluster.mentions if one.country and one.rule != _OF_A_COUNTRY)
    if countries:
        return min(countries, key=lambda one: (-countries[one], one))
    return cluster.state if cluster.state and cluster.state.isupper() and len(cluster.state) == 3 else None


def _type(cluster: Cluster, named: Sequence[Mention]) -> str:
    kind = cluster.key.split(":")[0]
    if kind in ("state", "place", "person", "people"):
        return kind
    counts = Counter(one.type for one in named if one.type)
    return min(counts, key=lambda one: (-counts[one], one)) if counts else "organisation"


def _display(cluster: Cluster, named: Sequence[Mention]) -> str:
    """The fullest form that is common: a seat's name, a state's usual name, most words, most often used."""
    if cluster.key.startswith("state:"):
        code = cluster.key.removeprefix("state:")
        states = [one for one in named if one.type in STATES] or named
        return gazetteer().display(code) if code.isupper() else _most_common(states)
    if cluster.key.startswith("organ:") and not any(one.name for one in named):
        return _organ_name(cluster.key)
    telling = [one for one in named if one.name or not one.antecedents] or named  # not "the force", which goes back
    names = Counter(one.name or _in_one_line(one.evidence[0].text) for one in telling)
    if cluster.key.startswith("organ:"):
        return min(names, key=lambda one: (" of " in one, -names[one], one))
    if cluster.key.startswith(("body:", "group:")) and not any(one.name for one in named):
        # "U.N. observers" rather than "its observers" and "Sixteen U.N. observers"
        return min(names, key=lambda one: (_points(one), len(plain(one).split()), -names[one], one.lower()))
    if cluster.key.startswith("person:"):
        names = _common(names)
    return min(names, key=lambda one: (-len(plain(one).split()), -names[one], one))


def _points(words_: str) -> bool:
    """Whether words tell whose somebody is only to who reads on."""
    return words_.partition(" ")[0].lower() in _POINTING


def _common(names: Counter[str]) -> Counter[str]:
    """Without full names so seldom used that they may be slips of reading: the credit of a photo, a word before it."""
    most = max((count for one, count in names.items() if " " in one), default=0)
    return Counter({one: count for one, count in names.items() if count * _SELDOM >= most})


def _called(mention: Mention, cluster: Cluster) -> str | None:
    """What the words of a mention call its actor, as far as they are a name; those who act together have no other."""
    words = _in_one_line(mention.evidence[0].text)
    if mention.form in ("name", "demonym") or mention.rule == VOICE or cluster.key.startswith(("group:", "captives:")):
        return words
    if mention.name and mention.form == "description" and cluster.key.startswith("organ:"):
        return _as_name(words)
    return mention.name


def _without_place(mention: Mention) -> str | None:
    """What a voice without a name is called where it is not told where: "two relief workers" of "… in the area"."""
    words = _in_one_line(mention.evidence[0].text)
    short = _PLACE.split(words, maxsplit=1)[0]
    return short if mention.rule == VOICE and short != words and " " in short else None


def _as_name(words: str) -> str | None:
    """What reports call an organ with its state ("Ostria's army"), without "the"; "its army" may be anybody's."""
    first, _, rest = words.partition(" ")
    if first.lower() in _POINTING or " and " in words:
        return None
    return (rest if first.lower() == "the" else words) or None


def _in_one_line(text: str) -> str:
    """Words without the line breaks of the report in which they stand."""
    return " ".join(text.split())


def _organ_name(key: str) -> str:
    """The name of an organ that no report names with its state."""
    _, lower, state = key.split(":")
    organ: str = next((one for one in lexicon("organisations")["organs"] if one.lower() == lower), lower)
    if state.startswith(OPEN):
        return organ
    return f"{organ} of {gazetteer().display(state) if state.isupper() else state.title()}"


def _most_common(named: Sequence[Mention]) -> str:
    names = Counter(one.name or _in_one_line(one.evidence[0].text) for one in named)
    return min(names, key=lambda one: (-names[one], one))


def _roles(mentions: Sequence[Mention], documents: Mapping[str, Document]) -> tuple[Title, ...]:
    """Each title once, with the time in which reports give it."""
    times: defaultdict[tuple[str, str | None, bool], list[When]] = defaultdict(list)
    stated: defaultdict[tuple[str, str | None, bool], list[When]] = defaultdict(list)
    words: dict[tuple[str, str | None, bool], str] = {}
    for one in mentions:
        document = documents.get(one.document)
        for role in one.roles if one.rule != MISSION else ():
            key = (role.title.lower(), role.of, role.former)
            words[key] = min(words.get(key, role.title), role.title)
            if role.time is not None:
                stated[key].append(role.time)
            if document is not None and document.published.known:
                times[key].append(document.published)
    owned = {(title, former) for title, of, former in words if of}
    return tuple(
        Title(title=words[key], of=key[1], former=key[2], time=stated[key][0] if stated[key] else _hull(times[key]))
        for key in sorted(words, key=lambda one: (one[0], one[1] or "", one[2]))
        if key[0] not in ("counterpart", PERHAPS_CAPITAL, *COUNTS)
        and not key[0].startswith(CAPTIVE)
        and (key[1] or (key[0], key[2]) not in owned)
    )


def _with_told(learnt: Sequence[Title], told: Sequence[Title]) -> tuple[Title, ...]:
    """The roles that reports give and those of a case file, whose dates overrule."""
    made = {(one.title.lower(), one.of, one.former): one for one in learnt}
    for one in told:
        key = (one.title.lower(), one.of, one.former)
        made[key] = one if one.time is not None else made.get(key, one)
    return tuple(made[key] for key in sorted(made, key=lambda one: (one[0], one[1] or "", one[2])))


def _hull(times: Sequence[When]) -> When | None:
    if not times:
        return None
    firsts = [one.earliest for one in times if one.earliest]
    lasts = [one.latest for one in times if one.latest]
    return When(
        earliest=min(firsts) if len(firsts) == len(times) else None,
        latest=max(lasts) if len(lasts) == len(times) else None,
        granularity="interval", basis="the reports that give the title",
    )  # fmt: skip
