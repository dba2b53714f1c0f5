"""Holders of offices and organs that a report names without a name or without a state.

The home of a report is the state whose officials it names without saying of what state
they are, else the one state that it is about. Unowned organs ("the General Staff"), titles
("the President") and "our side" belong to it; "the Peruvian leader" is the one person who
holds such an office in any report.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from rashomon.language.gazetteer import adjectives, gazetteer
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import RISEN, Mention, Title
from rashomon.model.values import When
from rashomon.resolve.groups import INSURGENTS
from rashomon.resolve.issuers import home as home_of
from rashomon.resolve.spelling import plain
from rashomon.resolve.topics import Topics

OWN_SIDE = "our side"
"""The rule of a first person that means the report's own side."""

# Of the officials whom a report names without a state so many times as many are its own as of another state.
_FAR_MORE = 2

THE_COUNTRY = "the country"
"""The rule of a noun for a state without its name."""

# What one report tells of its officials may tell the home of another; a second look is enough.
_ROUNDS = 2

THE_ENEMY = "the enemy"
"""The rule of a description by which a report means the other side in its war."""

THE_OTHER = "the other side"
"""The rule of a description that means the other side in a party's own paper, and may mean either in others."""

LED = "men of a leader"
"""The rule of a noun for those whom somebody leads ("his men", "X's fighters")."""

# The rule of a person told by nothing but his people ("the Libyan").
_COMPATRIOT = "one of a people"
# Words without a name for a state that mean the report's own, or that of which it speaks.
_BARE_COUNTRY = {f"{the} {noun}" for the in ("the", "this", "our") for noun in ("country", "nation", "kingdom")}
# The rule of an office beside the name of who holds it.
_APPOSED = "apposition"
# The rule of who speaks for an organ or a person ("the minister's office").
_PRESS_OFFICE = "press office"
# The rule of a broadcaster told by whose it is.
_STATION = "radio of a party"
# The rule of a person told by an office alone.
_BY_OFFICE = "person by office"
# The rule of a plural that means all who hold an office in a war ("the guarantors").
_COLLECTIVE = "acting together"
# What those against them call the rulers of a state.
_REGIMES = frozenset({"the regime", "regime"})
# The council of all nations, which needs no owner; a state's own is called national, or by its state.
_COUNCIL, _OF_ALL = "Security Council", "security council"
# Offices that bodies of several states have, and hardly ever a state: whoever is named with one bears it.
_OF_BODIES = {"secretary-general", "head of mission", "head of delegation"}
# The organ by which a party's own paper calls its fighters.
_FORCES = ("Armed Forces",)
_AGAINST_RISING = ("Government", "Armed Forces")
_ARMS = (*_FORCES, "Navy", "Air Force")
# Names of an army that any state has.
_BARE_ARMS = {"the army", "the high command", "high command", "the general staff", "general staff", "the military"}
# So titles tell a state without its name ("President of the Republic").
_LANDS = {"republic", "nation", "federation", "union", "kingdom", "state"}
_LESSER = {"vice", "deputy", "assistant"}
# Offices at the head of a body, by whatever name, whose holder is its leader.
_LEADING = {"leader", "commander", "chairman", "chairwoman", "chief", "head", "president", "secretary-general"}
# Last words of the offices of those who make up a government.
_GOVERNING = {"minister", "president", "premier", "chancellor"}
# Offices that every state has: the only holder in all reports is no likelier than one whom they do not name.
_OF_STATES = {"president", "premier", "minister", "king", "queen", "leader", "ambassador", "governor"}


def state_code(name: str) -> str:
    """What stands for a state in a key: its code, the plain name of one that no list knows."""
    entry = gazetteer().entry(name)
    return entry.code if entry and entry.country else plain(name)


def organ_key(organ: str, state: str) -> str:
    """The key of an organ of a state; a government is its state's own voice and one actor with it."""
    return f"state:{state}" if organ.lower() == "government" else f"organ:{organ.lower()}:{state}"


COUNTS = frozenset({"three", "four", "five", "six", "seven"})
"""Titles of those of whom a report tells only how many act together ("the four")."""

OPEN = "@"
"""What begins the owner in the key of an organ of which neither its report nor another tells the state."""


class Held(NamedTuple):
    """An office that somebody is told to hold: the words of its title, the state's key, when, the holder's key."""

    title: tuple[str, ...]
    state: str
    time: When | None
    key: str


@dataclass(slots=True)
class _Holder:
    """What all reports tell of one person: the states of the offices held, the words of the titles."""

    states: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    titles: set[tuple[str, ...]] = field(default_factory=set)


class Offices:
    """Who holds what office in what state, and the home of each report."""

    def __init__(
        self, mentions: Sequence[Mention], keys: Mapping[str, str], seats: Mapping[str, str], *,
        told: Iterable[Held] = (), homes: Mapping[str, str] | None = None, issuers: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        """Learn from mentions.

        `told` and `homes` are what a case file tells of offices and of outlets' sides, `issuers` the
        keys of those whose own papers reports are.
        """
        self._issuers = issuers or {}
        self._seats = seats
        self._keys = keys
        self._bodies = {
            plain(one.name): key for one in mentions if one.name and (key := keys.get(one.id, "")).startswith("body:")
        }  # fmt: skip
        self._holders: defaultdict[str, _Holder] = defaultdict(_Holder)
        self._named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        officials: defaultdict[str, set[str]] = defaultdict(set)
        self._persons: defaultdict[str, set[str]] = defaultdict(set)
        self._bare: defaultdict[str, set[str]] = defaultdict(set)
        for one in mentions:
            key = keys.get(one.id, "")
            if key.startswith("person:"):
                self._learn(key, one)
                self._persons[one.document].add(key)
                if any(_is_national(role) for role in one.roles):
                    self._bare[one.document].add(key)
                    if " " in one.evidence[0].text:
                        officials[one.document].add(key)
        for one in mentions:  # "its military chief, X"
            key = next((keys.get(id, "") for id in one.antecedents[:1] if one.rule == _APPOSED and one.roles), "")
            if key.startswith("person:"):
                self._learn(key, one)
        for held in told:
            self._holders[held.key].states.add(held.state)
            self._holders[held.key].titles.add(held.title)
        self._told_of = {key for key, holder in self._holders.items() if holder.states | holder.bodies}
        self._called = _called(mentions, keys)
        self._rising = {one.document for one in mentions if one.rule == INSURGENTS}
        self._of_all = {one.document for one in mentions if plain(one.evidence[0].text).endswith(_OF_ALL)}
        topics = self._topics = Topics(mentions, keys, seats)
        own = {document: state for document, key in self._issuers.items() if (state := home_of(key))}
        self._homes: dict[str, str] = own | dict(homes or {})
        self._by_state: defaultdict[str, set[str]] = defaultdict(set)
        for key, holder in self._holders.items():
            for state in holder.states:
                self._by_state[state].add(key)
        for _ in range(_ROUNDS):
            for document in sorted({one.document for one in mentions} - set(self._homes)):
                if home := self._home(document, officials[document], topics):
                    self._homes[document] = home
            for document, home in self._homes.items():
                # Who calls leaders of several states "President" without saying of what tells nothing by a bare title.
                if len({state for key in self._bare[document] for state in self._holders[key].states}) < 2:
                    self._settle(officials[document], home)
        for document, issuer in self._issuers.items():  # a front's own paper: of the state that it fights
            main = topics.main()
            if issuer.startswith("body:") and main is not None and topics.first(document) in (None, main):
                self._homes.setdefault(document, main)
        self._bearers: dict[str, list[str]] = {}
        self._in_bodies: defaultdict[str, set[str]] = defaultdict(set)
        for one in mentions:
            for role in one.roles if not one.name else ():
                if role.of and role.title in _OF_BODIES:
                    self._in_bodies[role.title].add(self._bodies.get(plain(role.of), role.of))
        self._placed: dict[tuple[str, str], str | None] = {}
        self._offices_of = _offices_of_several(mentions)

    def _learn(self, key: str, mention: Mention) -> None:
        if mention.name:
            self._named[mention.document, mention.name].add(key)
        for role in mention.roles:
            if not role.former:
                self._holders[key].titles.add(office_words(role.title))
                if role.title.lower() == "head" and role.of and "mission" in plain(role.of).split():
                    self._holders[key].titles.add(("head", "of", "mission"))
                body = self._bodies.get(plain(role.of)) if role.of is not None else None
                if body is not None:
                    self._holders[key].bodies.add(body)
                elif role.of is not None and role.of not in lexicon("organisations")["organs"]:
                    self._holders[key].states.add(state_code(role.of))
        if mention.country:
            self._holders[key].states.add(mention.country)

    def _settle(self, found: set[str], home: str) -> None:
        """Officials named without a state are of the report's home, unless two bear one title there."""
        bearers = Counter(title for key in found | self._by_state[home] for title in self._portfolios(key))
        for key in found:
            if all(bearers[title] == 1 for title in self._portfolios(key)):
                self._holders[key].states.add(home)
                self._by_state[home].add(key)

    def _portfolios(self, key: str) -> set[tuple[str, ...]]:
        """The titles of a person, those of ministers told as one: a foreign secretary is a foreign minister."""
        return {(*title[:-1], "minister") if title[-1] == "secretary" else title for title in self._titles(key)}

    def _home(self, document: str, found: set[str], topics: Topics) -> str | None:
        """The state of a report: that of its officials; where it names none, the one it is about."""
        states = {state for key in found for state in self._holders[key].states}
        dated = topics.dated(document)
        if states:
            # One official of a third state among unknown ones tells nothing of these: a digest of many papers.
            sure = all(self._holders[key].states for key in found) or bool(states & {dated, *topics.foremost()})
            if len(states) == 1:
                return next(iter(states)) if sure else None
            tally = Counter(state for key in found for state in self._holders[key].states).most_common(2)
            if dated in states and dated == topics.main():
                return dated  # written where the war is, of its own officials and of their guests
            return dated if tally[0][0] == dated and tally[0][1] >= _FAR_MORE * tally[1][1] else None
        risen = topics.risen_against(document)
        if found and not (risen and dated in (None, risen)):
            # of whom no report tells the state: that of the place where it was written, or that of all reports
            main = topics.main() if dated is None else None
            if main is not None and topics.states(document) and topics.is_clear(document, main):
                return main
            return dated if dated is not None and dated == topics.first(document) else None
        topic = topics.of(document) or topics.of_all(document) or risen or self._of_persons(document)
        if topic is None and dated is not None and dated == topics.main() and topics.first(document) in (None, dated):
            return dated  # written in the state that the war is about, and of no other
        return topic if dated in (None, topic) else None

    def _of_persons(self, document: str) -> str | None:
        """The one state in which those named in a report hold offices, as other reports tell of them."""
        states = {state for key in self._persons[document] for state in self._holders[key].states}
        return next(iter(states)) if len(states) == 1 and states <= self._topics.foremost() else None

    def home(self, document: str) -> str | None:
        """The key of the state that is the home of a report."""
        return self._homes.get(document)

    def state(self, key: str) -> str | None:
        """The one state in which a person holds offices."""
        holder = self._holders.get(key)
        return next(iter(holder.states)) if holder is not None and len(holder.states) == 1 else None

    def key(self, mention: Mention) -> str | None:
        """The key of a description, title, unowned organ or "our" that its report alone leaves open."""
        home = self._homes.get(mention.document)
        if mention.rule == OWN_SIDE and mention.roles:
            own = self._side(mention.document, mention.roles[0].of or "")
            return own or self._issuers.get(mention.document)
        if mention.rule == OWN_SIDE:
            return self._issuers.get(mention.document) or (f"state:{home}" if home else None)
        if mention.rule == THE_ENEMY or (mention.rule == THE_OTHER and mention.document in self._issuers):
            if home and not home_of(self._issuers.get(mention.document, f"state:{home}")):
                return f"state:{home}"  # a front's paper: the state that it fights
            return self._enemy(mention, home)
        if mention.rule == THE_COUNTRY:
            return self._country(mention, home)
        if mention.rule == _STATION:
            return self._station(mention, home)
        for role in mention.roles:
            if mention.rule == _COLLECTIVE:
                office = self._office_of_several(role.title)
                return f"group:{office}:{self._topics.parties(mention.document)}" if office else None
            if mention.type == "person" and mention.rule not in (LED, _COMPATRIOT):
                issuer = self._issuers.get(mention.document, "body:")
                if _is_ours(mention) and role.title == "leader" and not home_of(issuer):
                    return self._holder_in(role.title, issuer)  # a front's leader is none of the state's
                if role.of == RISEN:
                    return self._of_risen(mention)
                if role.of is not None and (body := self._bodies.get(plain(role.of))):
                    return self._holder_in(role.title, body)
                # without a home of the report: the only state of the sentence
                state = state_code(role.of) if role.of else home or mention.country
                if state is None or (role.of is None and role.title in _OF_BODIES):
                    return self._only_one(role.title, mention.document)
                held = self._holder(role.title, state)
                if held is None and role.of is None and role.title.rpartition(" ")[2] not in _OF_STATES:
                    held = self._only_one(role.title, mention.document)
                return held or (self._only_here(role, mention) or self._unplaced(role, state) if role.of else None)
            if role.title in lexicon("organisations")["organs"]:
                issuer = self._issuers.get(mention.document, "")
                if _is_ours(mention) and issuer.startswith("body:"):
                    return issuer if role.title in _ARMS else None  # a front's own paper: its forces are itself
                if mention.rule == _PRESS_OFFICE and role.of and (office := self._office_of(mention.document, role.of)):
                    return office
                inside = self._inside(mention)
                if role.of is None and inside is None and plain(mention.evidence[0].text) in _REGIMES:
                    return self._regime(mention, home) or f"organ:{role.title.lower()}:{OPEN}{mention.document}"
                if role.title == _COUNCIL and inside is None and self._is_of_all(mention):
                    return f"body:un {_OF_ALL}"
                if role.of and (body := self._led(mention.document, role.of)):
                    return body if role.title in _FORCES else None
                owner = inside or (self._of(mention.document, role.of, role.title) if role.of else home)
                if role.of is None and inside is None and self._is_of_rising(mention, role.title, home):
                    return f"organ:{role.title.lower()}:{OPEN}{mention.document}"
                if role.of is None and inside is None and self._is_of_a_third(mention, role.title):
                    owner = None
                if owner is None and role.of is None and inside is None:
                    owner = self._fought(mention, role.title) or self._dated(mention, role.title)
                if owner is None and role.of is None:
                    return f"organ:{role.title.lower()}:{OPEN}{mention.document}"
                return organ_key(role.title, owner) if owner else None
            if mention.rule == LED and role.of:
                return self._men(mention.document, role.of)
        if mention.rule == _COMPATRIOT and mention.roles and mention.roles[0].of:
            state = state_code(mention.roles[0].of)
            near = [key for key in self._persons[mention.document] if state in self._holders[key].states]
            return near[0] if len(near) == 1 else None
        return self._among(mention) if mention.type == "person" and not mention.roles else None

    def _of_risen(self, mention: Mention) -> str | None:
        """Who leads those who rise: the leader of the armed group that all reports name far more than others."""
        body = self._topics.foremost_rising()
        if self._topics.names_others_rising(mention.document, body):
            return None
        return self._holder_in("leader", f"body:{body}") if body is not None else None

    def _regime(self, mention: Mention, home: str | None) -> str | None:
        """The state whose rulers are "the regime": that in which some rise, else the enemy's; nobody's own."""
        document = mention.document
        issuer = self._issuers.get(document, "")
        if risen := self._topics.of_rising(document):
            return f"state:{risen}"
        main = self._topics.main()
        if home is not None and (issuer.startswith("body:") or home == main):
            return f"state:{home}"
        if home is not None and (issuer or self._topics.dated(document) == home):
            return self._enemy(mention, home)
        return f"state:{main}" if main is not None and main in self._topics.states(document) else None

    def _station(self, mention: Mention, home: str | None) -> str | None:
        """The key of a broadcaster by whose it is: a body's, a state's, that of the side which a person leads."""
        role = mention.roles[0]
        if role.of is None:
            owner = self._of_state(mention, home)
        elif body := self._bodies.get(plain(role.of)):
            owner = body.removeprefix("body:")
        elif (mention.document, role.of) in self._named:
            owner = (self._led(mention.document, role.of) or "").removeprefix("body:")
            owner = owner or self._presided(mention.document, role.of)
        else:
            owner = state_code(role.of)
        return f"body:{role.title} of {owner.lower()}" if owner else None

    def _of_state(self, mention: Mention, home: str | None) -> str | None:
        """Whose "state radio" is: of the one state that all reports are about, else of the report's home, if at war."""
        main = self._topics.main()
        foremost = home if home in self._topics.foremost() else None
        owner = main if main in self._topics.states(mention.document) else foremost
        return owner if mention.country in (None, owner) else None

    def _office_of_several(self, title: str) -> str | None:
        """The office in which several act together; of "the four", that in which four act in some report."""
        return self._offices_of.get(title) if title in COUNTS else title

    def _enemy(self, mention: Mention, home: str | None) -> str | None:
        """The key of the enemy of who speaks where that is told, else of a report's home."""
        told = next((state_code(role.of) for role in mention.roles if role.of), None) or home
        if told is None:
            return None
        rising = self._topics.rising(mention.document, told)
        if rising is not None:
            return f"body:{rising}"
        own = mention.document in self._issuers or self._topics.dated(mention.document) == told
        enemy = self._topics.foe(mention.document, told, own=own)
        return f"state:{enemy}" if enemy else None

    def _country(self, mention: Mention, home: str | None) -> str | None:
        """The key of "the country": the home of its report, else the only state of which all reports speak."""
        for role in mention.roles:
            found = self._named.get((mention.document, role.of or ""), set())
            state = self.state(next(iter(found))) if len(found) == 1 else None
            return f"state:{state}" if state else None
        if plain(mention.evidence[0].text) not in _BARE_COUNTRY:
            return None  # "the breakaway republic" is another
        if home is not None:
            return f"state:{home}"
        main = self._topics.main()
        return f"state:{main}" if main is not None and main in self._topics.states(mention.document) else None

    def _among(self, mention: Mention) -> str | None:
        """The one person named in a report who is known in any to hold the office or rank of "the general"."""
        the, _, noun = plain(mention.evidence[0].text).partition(" ")
        if (own := self._own_leader(mention, noun)) is not None:
            return own
        if mention.evidence[0].text.endswith(" Leader"):  # with a capital, a title: of nobody who but leads
            led = [key for key in self._persons[mention.document] if ("leader",) in self._titles(key)]
            return led[0] if len(led) == 1 and noun == "leader" else None
        last = noun.rpartition(" ")[2]
        if the != "the" or mention.rule != _BY_OFFICE or len(noun.split()) > 2 or last in words("titles", "leaders"):
            return None  # a report may well mean the president of another state than the one it names
        found = [
            key for key in self._persons[mention.document] if any(is_office(held, noun) for held in self._titles(key))
        ]
        if noun == "commander" and mention.evidence[0].text.endswith("Commander"):  # a title: of any who commands
            found = self._bearing(noun)
        return found[0] if len(found) == 1 else None

    def _own_leader(self, mention: Mention, title: str) -> str | None:
        """Who leads the home of a report that names him, by his title in capitals ("the Head of State")."""
        said = mention.evidence[0].text.split()
        home = self._homes.get(mention.document)
        leads = title == "head of state" or title.rpartition(" ")[2] in words("titles", "leaders") - {"minister"}
        if mention.rule != _BY_OFFICE or home is None or not (leads or title == "prime minister"):
            return None
        if said[0].lower() != "the" or not (said[-1][0].isupper() and said[1][0].isupper()):
            return None
        found = self._holder(title, home)
        styled = found is not None and title == "leader" and ("leader",) in self._titles(found)
        return found if styled or found in self._persons[mention.document] else None

    def _led(self, document: str, person: str) -> str | None:
        """The body of no state that a person so named in a report leads, as all reports tell."""
        found = self._named.get((document, person), set())
        bodies = self._holders[next(iter(found))].bodies if len(found) == 1 else set()
        return next(iter(bodies)) if len(bodies) == 1 else None

    def _side(self, document: str, person: str) -> str | None:
        """The key of the side for which a person so named in a report speaks: his body, else his state."""
        found = self._named.get((document, person), set())
        state = self.state(next(iter(found))) if len(found) == 1 else None
        return self._led(document, person) or (f"state:{state}" if state else None)

    def _is_of_a_third(self, mention: Mention, organ: str) -> bool:
        """Whether "the army" in a report from a state that is not at war is hardly that of its own state."""
        home = self._homes.get(mention.document)
        armed = organ in words("organisations", "armed_organs")
        return armed and mention.document not in self._issuers and home not in self._topics.foremost()

    def _men(self, document: str, person: str) -> str | None:
        """The key of a person's men: the body that he leads; of who leads a state, its army."""
        body = self._led(document, person)
        state = self._presided(document, person) if body is None else None
        return body or (organ_key("Armed Forces", state) if state else None)

    def _is_of_rising(self, mention: Mention, organ: str, home: str | None) -> bool:
        """Whether "the government" may be that against which others rise, and not that of a third state's report."""
        main, document = self._topics.main(), mention.document
        third = home is not None and main not in (None, home) and main == self._topics.first(document)
        return (
            third and organ in _AGAINST_RISING and document in self._rising and document not in self._issuers
            and self._topics.dated(document) != home
        )  # fmt: skip

    def _dated(self, mention: Mention, organ: str) -> str | None:
        """The state from which a report is dated, a party to the war: whose ministries it names without their state."""
        state = self._topics.dated(mention.document)
        entry = gazetteer().entry(state) if state else None
        country = entry.country if entry is not None else None
        other = mention.country is not None and mention.country not in (state, country)
        armed = organ in words("organisations", "armed_organs") and plain(mention.evidence[0].text) not in _BARE_ARMS
        inner = mention.evidence[0].text.split()[1:-1] if mention.form == "description" else ()
        named = any(word[0].isupper() for word in inner)  # "the Orlan government"
        if state is None or other or armed or named or state not in self._topics.foremost():
            return None
        return state if mention.document not in self._issuers else None

    def _fought(self, mention: Mention, organ: str) -> str | None:
        """The state in which those rise of whom a report tells: "the government" and "the army" beside them are its."""
        state = self._topics.of_rising(mention.document) if organ in _AGAINST_RISING else None
        host = self._topics.dated(mention.document)
        if host not in (None, state) and self._topics.tells_of(mention.document, host):
            return None  # a report from a third state that tells of this, too, may mean its own
        return state if mention.country in (None, state) and mention.document not in self._issuers else None

    def _is_of_all(self, mention: Mention) -> bool:
        """Whether the council of all nations is meant, in full or for short."""
        said = plain(mention.evidence[0].text).removeprefix("the ")
        return said.endswith(_OF_ALL) or (said == "council" and mention.document in self._of_all)

    def _inside(self, mention: Mention) -> str | None:
        """The one state named inside a phrase that its own report does not know for a state ("the navy of X")."""
        said = plain(mention.evidence[0].text).replace("'s", "").split()
        found = {state for word in said if (state := self._called.get(word))}
        return next(iter(found)) if len(found) == 1 else None

    def _holder(self, office: str, state: str) -> str | None:
        """The one person who holds an office in a state, in all reports."""
        found = [key for key in self._by_state[state] if any(is_office(held, office) for held in self._titles(key))]
        if not found and office == "envoy":  # so papers call those whom a state has posted
            found = [key for key in self._by_state[state] if any(_is_posted(held) for held in self._titles(key))]
        if not found and office in words("titles", "rare"):  # of whom no report tells the state
            found = [
                key for key, holder in self._holders.items()
                if not holder.bodies | holder.states and any(is_office(held, office) for held in holder.titles)
            ]  # fmt: skip
        return found[0] if len(found) == 1 else None

    def _holder_in(self, office: str, body: str) -> str | None:
        """The one person who holds an office in a body of no state, in all reports."""
        found = [
            key for key, holder in self._holders.items()
            if body in holder.bodies and any(is_office(held, office) for held in holder.titles)
        ]  # fmt: skip
        if not found and office == "leader":
            found = [
                key for key, holder in self._holders.items()
                if body in holder.bodies
                and any(held[-1] in _LEADING and not set(held) & _LESSER for held in holder.titles)
            ]  # fmt: skip
        if not found:  # of whom no report tells in what body or state
            found = [
                key for key, holder in self._holders.items()
                if not holder.bodies | holder.states and any(is_office(held, office) for held in holder.titles)
            ]  # fmt: skip
        return found[0] if len(found) == 1 else None

    def _only_here(self, role: Title, mention: Mention) -> str | None:
        """The one person of a report who holds an office, of what state no words tell ("the President of X")."""
        here = self._persons[mention.document] - self._told_of
        found = [key for key in here if any(is_office(held, role.title) for held in self._titles(key))]
        return found[0] if len(found) == 1 else None

    def _unplaced(self, role: Title, state: str) -> str | None:
        """The one person at the head of a state, of which no report tells, whom reports name that speak of a state."""
        if (role.title, state) not in self._placed:
            near = {key for one, found in self._persons.items() if state in self._topics.states(one) for key in found}
            open_ones = sorted(near - self._told_of)
            found = [key for key in open_ones if any(is_office(held, role.title) for held in self._titles(key))]
            alone = len(found) == 1 and role.title in words("titles", "leading")
            self._placed[role.title, state] = found[0] if alone else None
        return self._placed[role.title, state]

    def _only_one(self, office: str, document: str) -> str | None:
        """The one person of all reports who holds an office, whose state or name a report without a home has."""
        found = self._bearing(office)
        if len(found) != 1 or office in ("leader", "minister"):
            return None
        states = self._holders[found[0]].states
        named = found[0] in self._persons[document] or bool(states & self._topics.states(document))
        named = named or (" " in office and states == {self._topics.main()})
        # of no state: of the body that all know, if no report tells of who has the office in another
        named = named or (
            office in _OF_BODIES and not states and self._in_bodies[office] <= self._holders[found[0]].bodies
        )
        return found[0] if named else None

    def _bearing(self, office: str) -> list[str]:
        """All persons of all reports who hold an office."""
        if office not in self._bearers:  # asked of every open title, and the same for each
            holding = self._holders.items()
            self._bearers[office] = [key for key, one in holding if any(is_office(held, office) for held in one.titles)]
        return self._bearers[office]

    def _titles(self, key: str) -> set[tuple[str, ...]]:
        return self._holders[key].titles

    def _office_of(self, document: str, person: str) -> str | None:
        """The key of the office of a person so named in a report; a president's is that of his state."""
        found = self._named.get((document, person), set())
        if len(found) != 1 or self._presided(document, person):
            return None
        return f"body:office of {next(iter(found)).removeprefix('person:')}"

    def _of(self, document: str, owner: str, organ: str) -> str | None:
        """The state whose capital a place is, or whose president a person is; "his government" has any minister."""
        state = self._seats.get(plain(owner)) or self._presided(document, owner)
        return state or (self._served(document, owner) if organ == "Government" else None)

    def _served(self, document: str, person: str) -> str | None:
        """The state in whose government the person so named in a report is."""
        found = self._named.get((document, person), set())
        key = next(iter(found)) if len(found) == 1 else ""
        return self.state(key) if any(held[-1] in _GOVERNING for held in self._titles(key)) else None

    def _presided(self, document: str, person: str) -> str | None:
        """The state of which the person so named in a report is president."""
        found = self._named.get((document, person), set())
        key = next(iter(found)) if len(found) == 1 else ""
        return self.state(key) if any(is_office(held, "president") for held in self._titles(key)) else None


def _offices_of_several(mentions: Sequence[Mention]) -> dict[str, str]:
    """The only office in which so many states act together, by their number in words ("the four mediators")."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for one in mentions:
        office = next((role.title for role in one.roles), "") if one.rule == _COLLECTIVE else ""
        if office in words("naming", "collective_states"):
            for number in COUNTS & set(plain(one.evidence[0].text).split()):
                told[number].add(office)
    return {number: next(iter(offices)) for number, offices in told.items() if len(offices) == 1}


def _called(mentions: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """The state for which each name or adjective of one word stands in all reports, in plain letters."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in mentions:
        kind, _, state = keys.get(one.id, "").partition(":")
        land = kind == "place" and one.form == "demonym"  # of no state, but acting like one
        if (kind == "state" and one.type in ("state", "people") and one.form in ("name", "demonym")) or land:
            found[plain(one.evidence[0].text)].add(state)
    for state in sorted({state for states in found.values() for state in states if not state.isupper()}):
        for form in adjectives(state):
            found.setdefault(form, {state})  # of a state that no list knows
    return {word: next(iter(states)) for word, states in found.items() if len(states) == 1 and " " not in word}


def _is_ours(mention: Mention) -> bool:
    """Whether words without a name begin with "our"."""
    return mention.evidence[0].text.lower().startswith("our ")


def _is_national(role: Title) -> bool:
    title = office_words(role.title)
    if title[-3:-1] == ("of", "the") and title[-1] in _LANDS:
        title = title[:-3]  # "President of the Republic"
    if not title:
        return False
    secretary = len(title) > 1 and title[-1] == "secretary" and title[-2] in words("titles", "narrowing")
    if title == ("chief", "minister"):
        return False  # of a province
    held = secretary or title[-1] in words("titles", "national") or title == ("head", "of", "state")
    return held and role.of is None and not role.former


def office_words(title: str) -> tuple[str, ...]:
    """The words of a title, "minister of foreign affairs" told as "foreign minister"."""
    said = title.lower().split()
    at = next(
        (k for k, word in enumerate(said[:-2]) if word in ("minister", "secretary") and said[k + 1] == "of"), None
    )
    if at is not None and at < 2:  # "acting minister of foreign affairs"
        narrowing = [word for word in said[at + 2 :] if word not in ("the", "affairs", "national")]
        said = [*said[:at], *narrowing, said[at]]
    return tuple(said)


@lru_cache(maxsize=1 << 16)
def is_office(held: tuple[str, ...], office: str) -> bool:
    """Whether a title names an office; "leader" is any that leads a state."""
    if tuple(held[:3]) == ("head", "of", "state"):
        return office in ("president", "leader", "head of state")
    if office in ("head of mission", "head of delegation"):
        return " ".join(one for one in held if one != "the") == office
    if set(held) & _LESSER - set(office.split()):
        return False
    if office == "leader":
        leads = words("titles", "leaders") - {"minister", "marshal", "chairman"}
        return (held[-1] in leads) or "prime" in held
    if office == "minister":
        return held[-1] == "minister" and "prime" not in held
    wanted = {"president"} if office == "head of state" else set(office.split())
    return all(any(_same(word, one) for one in held) for word in wanted)


def _is_posted(held: Sequence[str]) -> bool:
    return held[-1] == "ambassador" or tuple(held[-2:]) == ("high", "commissioner")


def _same(one: str, other: str) -> bool:
    return one == other or any(one in same and other in same for same in lexicon("titles")["same_office"])
