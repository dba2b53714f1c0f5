"""Actors: the same person, state, body or place across all reports.

A pure function of documents, mentions and judgements, the same in whatever order they
come. Names decide, not nearness: a surname goes to the only bearer in its report, else
to the only one in the case; where several remain, the mention has no actor.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from rashomon.language.gazetteer import adjectives, gazetteer
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Mention, Title
from rashomon.model.finding import Judgement
from rashomon.model.text import Document, digest
from rashomon.model.values import When
from rashomon.model.world import Actor
from rashomon.resolve.judgements import in_force
from rashomon.resolve.offices import Offices, state_code
from rashomon.resolve.persons import Persons
from rashomon.resolve.spelling import initials, plain, within_one

_STATES = ("state", "people")
# Kinds of key between which a name of one word may be told differently in different reports.
_RANKED = ("state", "place", "person", "body")


@dataclass(slots=True)
class Cluster:
    """Mentions of one actor in the making."""

    key: str
    mentions: list[Mention] = field(default_factory=list)
    name: str | None = None
    type: str | None = None
    country: str | None = None
    state: str | None = None

    @property
    def id(self) -> str:
        """The id of the actor that this becomes."""
        return f"actor-{digest(self.key)}"


def actors(
    documents: Iterable[Document], mentions: Iterable[Mention], judgements: Iterable[Judgement] = ()
) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """All actors, and the actor of each mention that has one (mention id to actor id)."""
    known = {document.id: document for document in documents}
    ordered = sorted(mentions, key=lambda one: (one.document, one.evidence[0].start, one.evidence[0].end, one.id))
    clusters = _Clusters(known, ordered)
    for judgement in in_force(judgements):
        clusters.judge(judgement)
    made = tuple(
        sorted((_actor(cluster, known) for cluster in clusters.all()), key=lambda actor: (actor.type, actor.key))
    )
    return made, clusters.links()


class _Clusters:
    """Clusters by key, and the key of each mention."""

    def __init__(self, documents: Mapping[str, Document], mentions: Sequence[Mention]) -> None:
        self._documents = documents
        self._mentions = {one.id: one for one in mentions}
        self._keys: dict[str, str] = {}
        self._clusters: dict[str, Cluster] = {}
        self._aliases: dict[str, str] = {}
        named = [one for one in mentions if one.name or one.form == "demonym"]
        self._keys |= _keys(documents, named)
        seats = _capitals(named)
        self._keys |= _as_states(named, self._keys, seats)
        offices = Offices(mentions, self._keys, seats)
        open_ones = [one for one in mentions if one.id not in self._keys and not one.antecedents and not one.name]
        self._keys |= {one.id: key for one in open_ones if (key := offices.key(one))}
        chained = {one.id: self._chain(one) for one in mentions if one.antecedent and one.id not in self._keys}
        self._keys |= {mention: key for mention, key in chained.items() if key}
        for one in mentions:
            if key := self._keys.get(one.id):
                self._clusters.setdefault(key, Cluster(key, state=offices.state(key))).mentions.append(one)

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
        return {one.id: cluster.id for cluster in self.all() for one in cluster.mentions}

    def judge(self, judgement: Judgement) -> None:
        """Apply one decision; subjects that are not there any more are passed over."""
        found = [cluster for subject in judgement.subjects if (cluster := self._of(subject))]
        if judgement.action == "merge" and found:
            self._merge(found)
        elif judgement.action == "split":
            self._move(judgement.subjects, f"split:{judgement.id}")
        elif judgement.action == "reject":
            self._move(judgement.subjects, None)
        elif judgement.action == "correct" and judgement.field in ("name", "type", "country"):
            for cluster in found:
                setattr(cluster, judgement.field, judgement.value)

    def _of(self, subject: str) -> Cluster | None:
        """The cluster of an actor's id (also of one merged since) or of a mention's."""
        subject = self._aliases.get(subject, subject)
        for cluster in self._clusters.values():
            if cluster.id == subject or any(one.id == subject for one in cluster.mentions):
                return cluster
        return None

    def _merge(self, found: list[Cluster]) -> None:
        first = found[0]
        for other in found[1:]:
            if other is not first:
                first.mentions += other.mentions
                self._aliases[other.id] = first.id
                other.mentions = []

    def _move(self, subjects: Iterable[str], key: str | None) -> None:
        """Take mentions out of their clusters, into a new one where there is a key."""
        for subject in subjects:
            cluster = self._of(subject)
            if cluster is None:
                continue
            moved = [one for one in cluster.mentions if one.id == subject or cluster.id == subject]
            cluster.mentions = [one for one in cluster.mentions if one not in moved]
            if key:
                new = self._clusters.setdefault(key, Cluster(key))
                new.mentions += moved


def _keys(documents: Mapping[str, Document], named: Sequence[Mention]) -> dict[str, str]:
    """The key of each named mention that can be told."""
    states = _invented_states(named)
    keys: dict[str, str] = {}
    persons = [one for one in named if one.type in ("person", None) and one.name]
    keys |= Persons(documents, persons).keys()
    for one in named:
        if one.id not in keys and one.type != "person" and (key := _key(one, states)):
            keys[one.id] = key
    return _acronyms(_one_letter_off(_one_kind(_surnames_for_states(keys))))


def _capitals(named: Sequence[Mention]) -> dict[str, str]:
    """The state of each capital that reports tell of, by plain name; of one that two states share, none."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for one in named:
        if one.rule == "capital as actor" and not one.country and one.name:
            told[plain(one.evidence[0].text)].add(plain(one.name))
        for role in one.roles:
            if role.title == "capital" and role.of and one.name:
                told[plain(one.name)].add(plain(role.of))
    return {place: next(iter(states)) for place, states in told.items() if len(states) == 1}


def _as_states(named: Sequence[Mention], keys: Mapping[str, str], seats: Mapping[str, str]) -> dict[str, str]:
    """A capital that another report tells of stands for its state where it acts, else for the place."""
    found: dict[str, str] = {}
    for one in named:
        kind, _, name = keys.get(one.id, "").partition(":")
        if kind in _RANKED and name in seats:
            found[one.id] = f"state:{seats[name]}" if one.reading == "actor" else f"place:{name}"
    return found


def _surnames_for_states(keys: dict[str, str]) -> dict[str, str]:
    """Give what some report takes for a state or a place to the one person who bears the name more often."""
    counts = Counter(keys.values())
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(counts):
        if key.startswith("person:") and " " in key:
            bearers[key.removeprefix("person:").split(":")[0].split(" ")[-1]].append(key)
    joined = {
        f"{kind}:{name}": found[0]
        for name, found in bearers.items()
        for kind in ("state", "place")
        if len(found) == 1 and 0 < counts[f"{kind}:{name}"] < counts[found[0]]
    }
    return {mention: joined.get(key, key) for mention, key in keys.items()}


def _one_kind(keys: dict[str, str]) -> dict[str, str]:
    """Give a name of one word the kind that most mentions of it have, states before places before persons."""
    counts = Counter(keys.values())
    kinds: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for key, count in counts.items():
        kind, _, name = key.partition(":")
        if kind in _RANKED and " " not in name and not name.isupper():
            kinds[name][kind] = count
    best = {name: min(found, key=lambda kind: (-found[kind], _RANKED.index(kind))) for name, found in kinds.items()}
    for name, found in kinds.items():
        if found.get("state", 0) >= 2 and found["state"] >= found.get("place", 0) / 3:
            best[name] = "state"
    return {mention: _of_kind(key, best) for mention, key in keys.items()}


def _of_kind(key: str, best: Mapping[str, str]) -> str:
    kind, _, name = key.partition(":")
    return f"{best[name]}:{name}" if kind in _RANKED and name in best else key


def _invented_states(named: Sequence[Mention]) -> dict[str, str]:
    """The adjectives of the states that no gazetteer knows, across all reports."""
    names = {plain(one.name) for one in named if one.name and one.type == "state" and not one.country}
    return {form: state for state in sorted(names) for form in adjectives(state)}


def _key(mention: Mention, states: Mapping[str, str]) -> str | None:
    """The key of a mention that is no person's."""
    name = mention.name
    if name is None:
        word = plain(mention.evidence[0].text)
        state = states.get(word) or states.get(word.removesuffix("s"))
        return f"state:{state}" if state else None
    if mention.rule == "seat as actor":  # an unknown capital: whose, no report tells
        return f"place:{plain(name)}"
    if mention.type in _STATES:
        entry = gazetteer().entry(name)
        if entry is None and (people := gazetteer().demonym(name)) and not people.country:
            return f"people:{plain(name)}"
        if mention.country or (entry and entry.country):
            return f"state:{mention.country or (entry and entry.country)}"
        return f"place:{plain(name)}" if entry and entry.kind == "territory" else f"state:{plain(name)}"
    seat = _seats().get(plain(name))
    if seat and mention.reading != "place":
        return "organ:{}:{}".format(*seat)
    organ, _, state_name = name.partition(" of ")
    if state_name and organ in lexicon("organisations")["organs"]:
        return f"organ:{organ.lower()}:{state_code(state_name)}"
    is_place = mention.type == "place" or (seat is not None and mention.reading == "place")
    return f"{'place' if is_place else 'body'}:{plain(name).removeprefix('the ')}"


@cache
def _known_bodies() -> frozenset[str]:
    """The names of bodies that everybody knows: what else has their initials is not meant."""
    return frozenset(plain(name) for bodies in lexicon("organisations")["known"].values() for name in bodies)


@cache
def _seats() -> dict[str, tuple[str, str]]:
    """The organ and state for which each palace stands."""
    return {
        plain(name): (organ.lower(), country)
        for organ, countries in lexicon("metonyms")["seats"].items()
        for country, names in countries.items()
        for name in names
    }


def _one_letter_off(keys: dict[str, str]) -> dict[str, str]:
    """Join a rare name with a frequent one that differs in one letter (a typing error)."""
    counts = Counter(keys.values())
    joined: dict[str, str] = {}
    rare = [key for key in sorted(counts) if counts[key] == 1 and key.startswith(("body:", "state:", "place:"))]
    for key in rare:
        kind, _, name = key.partition(":")
        if len(name) < 6 or name.isupper():
            continue
        near = [one for one in counts if counts[one] > 2 and one.startswith(kind + ":") and within_one(one, key)]
        if len(near) == 1:
            joined[key] = near[0]
    return {mention: joined.get(key, key) for mention, key in keys.items()}


def _acronyms(keys: dict[str, str]) -> dict[str, str]:
    """Join a body known by its initials with the only body of the case that has them."""
    bodies = sorted({key.removeprefix("body:") for key in keys.values() if key.startswith("body:")})
    full: defaultdict[str, list[str]] = defaultdict(list)
    for name in bodies:
        if len(name.split()) > 2:
            full[initials(name)].append(name)
    joined = {
        f"body:{short}": f"body:{found[0]}"
        for short, found in full.items()
        if len(found) == 1 and short in bodies and short not in _known_bodies()
    }
    return {mention: joined.get(key, key) for mention, key in keys.items()}


def _actor(cluster: Cluster, documents: Mapping[str, Document]) -> Actor:
    named = [one for one in cluster.mentions if one.name] or cluster.mentions
    names = Counter(
        text
        for one in cluster.mentions
        for text in {one.evidence[0].text if one.form in ("name", "demonym") else one.name, one.name}
        if text
    )
    return Actor(
        key=cluster.key,
        name=cluster.name or _display(cluster, named),
        type=cluster.type or _type(cluster, named),  # type: ignore[arg-type]
        country=cluster.country or _country(cluster),
        names=tuple(sorted(names, key=lambda one: (-names[one], one))),
        roles=_roles(cluster.mentions, documents),
        mentions=tuple(sorted(one.id for one in cluster.mentions)),
    )


def _country(cluster: Cluster) -> str | None:
    """The country most often told, else that of the state in which a person holds offices."""
    countries = Counter(one.country for one in cluster.mentions if one.country)
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
        return gazetteer().display(code) if code.isupper() else _most_common(named)
    if cluster.key.startswith("organ:") and not any(one.name for one in named):
        return _organ_name(cluster.key)
    names = Counter(one.name or one.evidence[0].text for one in named)
    if cluster.key.startswith("organ:"):
        return min(names, key=lambda one: (" of " in one, -names[one], one))
    return min(names, key=lambda one: (-len(plain(one).split()), -names[one], one))


def _organ_name(key: str) -> str:
    """The name of an organ that no report names with its state."""
    _, lower, state = key.split(":")
    organ = next((one for one in lexicon("organisations")["organs"] if one.lower() == lower), lower)
    return f"{organ} of {gazetteer().display(state) if state.isupper() else state.title()}"


def _most_common(named: Sequence[Mention]) -> str:
    names = Counter(one.name or one.evidence[0].text for one in named)
    return min(names, key=lambda one: (-names[one], one))


def _roles(mentions: Sequence[Mention], documents: Mapping[str, Document]) -> tuple[Title, ...]:
    """Each title once, with the time in which reports give it."""
    times: defaultdict[tuple[str, str | None, bool], list[When]] = defaultdict(list)
    words: dict[tuple[str, str | None, bool], str] = {}
    for one in mentions:
        document = documents.get(one.document)
        for role in one.roles:
            key = (role.title.lower(), role.of, role.former)
            words[key] = min(words.get(key, role.title), role.title)
            if document is not None and document.published.known:
                times[key].append(document.published)
    owned = {(title, former) for title, of, former in words if of}
    return tuple(
        Title(title=words[key], of=key[1], former=key[2], time=_hull(times[key]))
        for key in sorted(words, key=lambda one: (one[0], one[1] or "", one[2]))
        if key[0] != "counterpart" and (key[1] or (key[0], key[2]) not in owned)
    )


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
