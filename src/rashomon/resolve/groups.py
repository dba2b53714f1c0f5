"""Groups that reports call by a common noun: "the rebels", "the U.N. force", "the peacekeepers"."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rashomon.language.lexicon import lexicon, words
from rashomon.language.units import is_unit
from rashomon.model.annotation import Mention
from rashomon.resolve.spelling import plain

INSURGENTS = "the rebels"
"""The rule of a plural by which a report means the armed group of its war, without a name near by."""

MISSION = "mission of an alliance"
"""The rule of a noun for those whom an alliance has sent ("the U.N. force")."""

BAND = "band of a rising"
"""The rule of a plural for those who have seized power, or who stay loyal to who has lost it."""

# The rule of a body by the noun of its kind, without a name.
_CALLED = "called by its kind"
# The rule of organs of states without a name; a junta is first of all its own body.
_ORGAN, _SHORT = "organ of a state", "short name of a body"
# The rule and the title of those whom an alliance has sent, told without it.
_COLLECTIVE, _PEACEKEEPER = "acting together", "peacekeeper"
# Those who watch, whoever has sent them, and the beginnings of words in the names of their bodies.
_WATCHING, _OBSERVERS = {"observer", "monitor"}, "observers"
_WATCH = ("monitor", "observ", "verif", "supervis")
_BODY = {"mission", "group", "force", "team", "committee", "commission"}
# Bodies that officers lead, and what leads them.
_RULING = {"council", "committee", "command", "directorate", "directory", "movement"}
_HEADS = {"chairman", "head", "leader", "president", "chief"}
# Words in the names of those whom an alliance has sent.
_SENT = {"force", "forces", "mission", "operation", "contingent", "peacekeepers"}
# Of several armed groups the one named so many times as often is meant; of all reports only one named as often as this.
_MAIN = 3
_OFTEN = 3
# One is named in passing where "the rebels" are spoken of more than so many times as often.
_PASSING = 2
# A report is of the state that it names so many times as often as any other.
_MUCH = 2
# Of the reports that speak of "the rebels" one in so many names them.
_SHARE = 3


def groups(mentions: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """The key of each mention of a group by a common noun; none where several may be meant."""
    armed, sent, called = _Armed(mentions, keys), _Sent(mentions, keys), _Called(mentions, keys)
    rising = _Rising(mentions, keys)
    found: dict[str, str | None] = {}
    for one in mentions:
        if one.rule == INSURGENTS:
            main = armed.main(one.document)
            found[one.id] = main if main or armed.names_some(one.document) else rising.by(one)
        elif one.rule in (_ORGAN, _SHORT) and plain(one.evidence[0].text).endswith("junta"):
            found[one.id] = junta(mentions, keys)
        elif one.rule == _CALLED:
            found[one.id] = called.by(plain(one.evidence[0].text).removeprefix("the "), one.document)
        elif one.rule == BAND:
            mutinous = plain(one.evidence[0].text).endswith("mutineers") and armed.may_mutiny(one.document, rising)
            found[one.id] = _band(one, keys, mentions) or (armed.main(one.document) if mutinous else None)
        elif one.rule == MISSION:
            found[one.id] = sent.by(one.roles[0].of or "", one.document, watching=one.roles[0].title == _OBSERVERS)
        elif one.rule == _COLLECTIVE and any(role.title == _PEACEKEEPER for role in one.roles):
            found[one.id] = sent.alone()
        elif one.rule == _COLLECTIVE and any(role.title in _WATCHING for role in one.roles):
            found[one.id] = _watching(mentions, keys) or sent.watching()
    return {id: key for id, key in found.items() if key}


def _band(mention: Mention, keys: Mapping[str, str], mentions: Sequence[Mention]) -> str | None:
    """The body of those who seized power, if one alone looks like one; loyalists go by the war, as others who rise."""
    if mention.roles[0].title == "putschists":
        return junta(mentions, keys)
    return f"group:{mention.roles[0].title}"


def junta(mentions: Sequence[Mention], keys: Mapping[str, str]) -> str | None:
    """The key of the one body of all reports that by its name and its officers has seized power in a state."""
    called: dict[str, set[str]] = {}
    officers: set[str] = set()
    for one in mentions:
        key = keys.get(one.id, "")
        if key.startswith("body:") and one.name:
            called.setdefault(key, set()).add(plain(one.name))
        ranked = any(role.title.lower().split()[-1] in words("titles", "rank") for role in one.roles)
        if one.type == "person" and ranked:
            officers.add(key)
    led = {
        plain(role.of) for one in mentions if keys.get(one.id) in officers for role in one.roles
        if role.of and role.title.lower().split()[-1] in _HEADS
    }  # fmt: skip
    found = {key for key, names in called.items() if any(_is_junta(name) for name in names)}
    sure = {key for key in found if called[key] & led or any("junta" in name.split() for name in called[key])}
    shortest = min(sure, key=lambda key: (len(key), key), default=None)
    inside = all(shortest is not None and _holds(key, shortest) for key in sure)
    return shortest if inside else None  # "the Supreme Command of the Military Junta" is that of the Military Junta


def _holds(key: str, other: str) -> bool:
    """Whether the name in a body's key has all the words of another's, one behind the other."""
    long, short = key.removeprefix("body:").split(), other.removeprefix("body:").split()
    return any(long[n : n + len(short)] == short for n in range(len(long)))


def _is_junta(name: str) -> bool:
    said = set(name.split())
    return "junta" in said or bool(said & _RULING and said & words("organisations", "of_juntas"))


def _watching(mentions: Sequence[Mention], keys: Mapping[str, str]) -> str | None:
    """The key of the only body of all reports that by its name is there to watch ("Joint Monitoring Mission")."""
    found = set()
    for one in mentions:
        said, key = plain(one.name or "").split(), keys.get(one.id, "")
        if key.startswith("body:") and set(said) & _BODY and any(word.startswith(_WATCH) for word in said):
            found.add(key)
    return next(iter(found)) if len(found) == 1 else None


class _Called:
    """The bodies that go by the noun of their kind ("the opposition"), by that noun."""

    def __init__(self, mentions: Sequence[Mention], keys: Mapping[str, str]) -> None:
        self._ending: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for one in mentions:
            key = keys.get(one.id, "")
            name = plain(one.name or "").replace(" for ", " of ").partition(" of ")[0]
            if key.startswith("body:") and (noun := name.rpartition(" ")[2]) in words("organisations", "called"):
                self._ending[noun][key].add(one.document)

    def by(self, noun: str, document: str) -> str | None:
        """The only body of a kind in the report, or in all where the report tells of none."""
        named: Mapping[str, set[str]] = self._ending.get(noun, {})
        near = [key for key, documents in named.items() if document in documents]
        found = near or list(named)
        return found[0] if len(found) == 1 else None


class _Rising:
    """Those who rise where their report names no armed group: one group for the one state of which it tells.

    What their foes call them ("the terrorists") means others where the report speaks of "the rebels" as well.
    """

    def __init__(self, mentions: Sequence[Mention], keys: Mapping[str, str]) -> None:
        told: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for one in mentions:
            kind, _, rest = keys.get(one.id, "").partition(":")
            if kind in ("state", "organ"):
                told[one.document][rest.rpartition(":")[2]] += 1
        self._told = told
        self._states = {document: _foremost(counts) for document, counts in told.items()}
        self._plain = {one.document for one in mentions if one.rule == INSURGENTS and not _is_label(one)}
        speaking = {one.document for one in mentions if one.rule == INSURGENTS}
        self._usual = Counter(state for one in speaking if (state := self._states.get(one)))

    def state(self, document: str) -> str | None:
        """The state of which a report tells most often, by however little."""
        ranked = self._told.get(document, Counter[str]()).most_common(2)
        return ranked[0][0] if ranked and (len(ranked) < 2 or ranked[0][1] > ranked[1][1]) else None

    def by(self, mention: Mention) -> str | None:
        """The key of those who rise in a report; none where their foes' word may mean others."""
        state = self._states.get(mention.document)
        if state is None or (_is_label(mention) and mention.document in self._plain):
            return None
        told = self._told[mention.document]
        if any(told[other] and count > self._usual[state] for other, count in self._usual.items()):
            return None  # a third state's readers who talk of the rebels elsewhere
        return f"group:rebels:{state}"


def _foremost(counts: Counter[str]) -> str | None:
    """The state of which a report tells much more often than of any other."""
    (first, most), *rest = counts.most_common(2)
    return first if not rest or most >= _MUCH * rest[0][1] else None


def _is_label(mention: Mention) -> bool:
    """Whether those who rise are called by a word of their foes."""
    return bool(set(plain(mention.evidence[0].text).split()) & words("organisations", "labels"))


class _Armed:
    """The armed groups that are no state's, by how often reports name them."""

    def __init__(self, mentions: Sequence[Mention], keys: Mapping[str, str]) -> None:
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._spoken = Counter(one.document for one in mentions if one.rule == INSURGENTS and not one.antecedents)
        self._speaking = {one.document for one in mentions if one.rule == INSURGENTS}
        rising = words("organisations", "insurgents")
        called = [one for one in mentions if one.antecedents and rising & set(plain(one.evidence[0].text).split())]
        roots = {root for one in called for root in one.antecedents}
        self._called_so = {keys[one.id] for one in mentions if one.id in roots and one.id in keys}
        fighting = {keys[one.id] for one in mentions if one.type == "armed group" and one.name and one.id in keys}
        risen = {word for one in mentions if one.rule == INSURGENTS for word in plain(one.evidence[0].text).split()}
        risen &= words("organisations", "rising")  # "opposition fighters" are those of the United Opposition
        fighting |= {key for key in keys.values() if key.startswith("body:") and key.rpartition(" ")[2] in risen}
        for one in mentions:  # that a body fights, one report tells for all
            key = keys.get(one.id, "")
            named = key in fighting and one.name and key.startswith("body:")
            name = key.removeprefix("body:")
            if named and not is_unit(name) and name.rpartition(" ")[2] not in words("organisations", "of_armies"):
                self._counts[one.document][key] += 1
        self._total: Counter[str] = Counter()
        self._naming: defaultdict[str, set[str]] = defaultdict(set)
        for document, counts in self._counts.items():
            self._total.update(counts)
            for group in counts:
                self._naming[group].add(document)
        self._of_the_war: dict[str, bool] = {}
        self._most = max(self._total.values(), default=0)

    def names_some(self, document: str) -> bool:
        """Whether a report names any armed group, and not only in passing."""
        counts = self._counts.get(document, ())
        return any(not self._is_in_passing(group, document) for group in counts)

    def may_mutiny(self, document: str, rising: "_Rising") -> bool:
        """Whether "the mutineers" may be an armed group: one that the report names, else one of the same state.

        Beside "the rebels" they are others; of another state, they are soldiers who have risen in their barracks.
        """
        main, state = self.main(document), rising.state(document)
        if main is None or self.names_some(document):
            return main is not None
        others = {rising.state(one) for one in self._naming[main]}
        return document not in self._speaking and state is not None and state in others

    def main(self, document: str) -> str | None:
        """The armed group of a report, if all reports name none more often; where it names none, that of all."""
        if document not in self._counts:
            main = self._foremost(self._total, _OFTEN)
            told = self._spoken.total()
            passing = main is not None and told > _PASSING * self._total[main] and main not in self._called_so
            return None if passing else main
        main = self._foremost(self._counts[document], 1)
        if main is None or self._total[main] != self._most or self._is_in_passing(main, document):
            return None
        return main

    def _is_in_passing(self, group: str, document: str) -> bool:
        """Whether a report only mentions a group, tells far more of "the rebels", and no report calls it so."""
        here, told = self._counts[document][group], self._spoken[document]
        return told > _PASSING * here and group not in self._called_so

    def _foremost(self, counts: Counter[str], least: int) -> str | None:
        ranked = counts.most_common(2)
        if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] < _MAIN * ranked[1][1]):
            return None
        return ranked[0][0] if self._is_of_the_war(ranked[0][0]) else None

    def _is_of_the_war(self, group: str) -> bool:
        """Whether a group is named in enough of the reports that speak of "the rebels" to be these."""
        if group not in self._of_the_war:  # asked of every mention of "the rebels", and the same for each
            naming = self._naming[group]
            self._of_the_war[group] = _SHARE * len(naming) >= len(naming | self._speaking)
        return self._of_the_war[group]


class _Sent:
    """The forces and missions of alliances, by the alliance."""

    def __init__(self, mentions: Sequence[Mention], keys: Mapping[str, str]) -> None:
        self._named: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        told = [one.roles[0] for one in mentions if one.rule == MISSION]
        self._told = {plain(one.of or "") for one in told if one.title != _OBSERVERS}
        self._watched = {plain(one.of or "") for one in told if one.title == _OBSERVERS}
        for one in mentions:
            key = keys.get(one.id, "")
            if one.name and key.startswith("body:") and _SENT & set(plain(one.name).split()):
                for alliance, names in _alliances().items():
                    if any(plain(one.name).startswith(f"{name} ") for name in names):
                        self._named[alliance][key].add(one.document)

    def by(self, alliance: str, document: str, *, watching: bool = False) -> str | None:
        """The only one that an alliance has sent, in the report or in all; one without a name where none has any."""
        named: Mapping[str, set[str]] = self._named.get(plain(alliance), {})
        if watching:
            named = {key: documents for key, documents in named.items() if _is_there_to_watch(key)}
        if watching and not named:
            return f"body:{plain(alliance)} observers"
        near = [key for key, documents in named.items() if document in documents]
        found = near if len(near) == 1 else list(named)
        if not named:
            return f"body:{plain(alliance)} force"
        return found[0] if len(found) == 1 else None

    def watching(self) -> str | None:
        """Those who watch, of the only alliance that has sent any."""
        return f"body:{next(iter(self._watched))} observers" if len(self._watched) == 1 else None

    def alone(self) -> str | None:
        """The only one that any alliance has sent."""
        found = {key for named in self._named.values() for key in named}
        found |= {f"body:{one} force" for one in self._told if one not in self._named}
        return next(iter(found)) if len(found) == 1 else None


def _is_there_to_watch(key: str) -> bool:
    return any(word.startswith(_WATCH) for word in key.removeprefix("body:").split())


def _alliances() -> dict[str, tuple[str, ...]]:
    """The plain names of each alliance that everybody knows, by its plain name."""
    known: dict[str, list[str]] = lexicon("organisations")["known"]["alliance"]
    return {plain(name): (plain(name), *(plain(one) for one in others)) for name, others in known.items()}
