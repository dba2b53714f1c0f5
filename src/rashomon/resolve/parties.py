"""What a case file tells, put to use on mentions: names of one party joined, offices filled by their day."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.language.gazetteer import gazetteer
from rashomon.model.annotation import Mention, Title
from rashomon.model.case_file import CaseFile, Party
from rashomon.model.text import Document
from rashomon.resolve.clusters import Cluster
from rashomon.resolve.offices import Held, Offices, is_office, office_words, state_code
from rashomon.resolve.spelling import plain


class Parties:
    """The parties of a case file, found among the mentions of a case."""

    def __init__(self, case_file: CaseFile, documents: Mapping[str, Document]) -> None:
        self._parties = case_file.parties
        self._documents = documents
        self._exact: dict[str, Party] = {}
        self._plain: dict[str, Party] = {}
        for party in self._parties:
            for name in party.all_names:
                # Capitals alone are an acronym, which is another name than the word with its letters.
                (self._exact if name.isupper() else self._plain)[name if name.isupper() else bare(name)] = party
        self._keys: dict[str, str] = {}
        self._by_key: dict[str, Party] = {}
        self._held: tuple[Held, ...] = ()

    def joined(self, keys: Mapping[str, str], mentions: Sequence[Mention]) -> dict[str, str]:
        """The key of each mention, those of one party under one key; also of what the names alone left open."""
        if not self._parties:
            return dict(keys)
        main = _main_names(keys, mentions)
        owners = {key: party for key, name in main.items() if (party := self._bearer(name, name))}
        counts = Counter(keys.values())
        self._choose_keys(owners, main, counts)
        self._held = tuple(self._offices())
        found = dict(keys)
        for one in mentions:
            # "The Wolves" may have been taken for whoever was named before; other words without a name wait for `key`.
            telling = one.name or one.form == "demonym" or (one.antecedents and one.form != "pronoun")
            if telling and (key := self._named(one, keys.get(one.id), owners)) is not None:
                found[one.id] = key
        return found

    def _bearer(self, name: str, text: str) -> Party | None:
        """The party that goes by the very words of a mention, else by the name they stand for."""
        for one in (text, name):
            if party := self._exact.get(one) or self._plain.get(bare(one)):
                return party
        return None

    def _choose_keys(self, owners: Mapping[str, Party], main: Mapping[str, str], counts: Mapping[str, int]) -> None:
        """One key a party: that of its name, else of the other name used most; a new one where no report has it."""
        borne: defaultdict[str, list[str]] = defaultdict(list)
        for key, party in owners.items():
            borne[party.name].append(key)
        for party in self._parties:
            own = sorted(borne[party.name], key=lambda key: (plain(main[key]) != plain(party.name), -counts[key], key))
            key = own[0] if own else _new_key(party)
            self._keys[party.name] = key
            self._by_key.setdefault(key, party)

    def _named(self, mention: Mention, key: str | None, owners: Mapping[str, Party]) -> str | None:
        """The key a mention gets; None where it keeps what it has."""
        text = mention.evidence[0].text
        party = self._bearer(mention.name or text, text)
        owner = owners.get(key or "")
        if party is None:
            if owner is not None:
                return self._keys[owner.name]
            return self._bearer_in_office(mention) if key is None else None
        if party is owner or key is None:
            return self._keys[party.name]
        if key.startswith("person:") and " " not in plain(text):
            return self._keys[owner.name] if owner else None  # its own report gives the surname to another bearer
        return self._keys[party.name]

    def _bearer_in_office(self, mention: Mention) -> str | None:
        """The one party of a surname that held the office given beside it on the day of the report."""
        surname = plain(mention.name or "")
        found = {
            held.key
            for held in self.held()
            for role in mention.roles
            if is_office(held.title, role.title)
            and (role.of is None or self.state(role.of) == held.state)
            and self._on_day(held, mention)
            and plain(self._by_key[held.key].name).endswith(f" {surname}")
        }
        return next(iter(found)) if surname and len(found) == 1 else None

    def held(self) -> Sequence[Held]:
        """The offices that parties hold, or held; none before `joined`."""
        return self._held

    def _offices(self) -> Iterator[Held]:
        for party in self._parties:
            for role in party.roles:
                if role.of and not role.former:
                    yield Held(office_words(role.title), self.state(role.of), role.time, self._keys[party.name])

    def key(self, mention: Mention, offices: Offices) -> str | None:
        """The key of what a report alone leaves open: an office that the case file dates goes by its dates."""
        for role in mention.roles if mention.type == "person" else ():
            state = self.state(role.of) if role.of else offices.home(mention.document)
            dated = [one for one in self.held() if one.time and one.state == state and is_office(one.title, role.title)]
            if dated:
                found = {one.key for one in dated if self._on_day(one, mention)}
                return next(iter(found)) if len(found) == 1 else None
        return offices.key(mention)

    def _on_day(self, held: Held, mention: Mention) -> bool:
        document = self._documents.get(mention.document)
        if held.time is None:
            return True
        return document is not None and document.published.known and held.time.may_meet(document.published)

    def state(self, name: str) -> str:
        """What stands in keys for the state that goes by a name."""
        party = self._bearer(name, name)
        key = self._keys.get(party.name, "") if party else ""
        if key.startswith("state:"):
            return key.removeprefix("state:")
        return state_code(name)

    def homes(self) -> dict[str, str]:
        """The state on whose side a report's outlet stands, by document id, where the case file tells."""
        found = {}
        for id, document in self._documents.items():
            outlet = self._bearer(document.outlet, document.outlet) if document.outlet else None
            if outlet is not None and outlet.side:
                found[id] = self.state(outlet.side)
        return found

    def tell(self, cluster: Cluster) -> None:
        """Give a cluster what the case file tells of its party."""
        party = self._by_key.get(cluster.key)
        if party is not None:
            cluster.name = party.name
            cluster.type = party.type
            cluster.country = party.country
            cluster.roles = tuple(role if role.time is None else _from_case_file(role) for role in party.roles)


def bare(name: str) -> str:
    """A plain name without its article: "the Falcons" and "Falcons" are one."""
    return plain(name).removeprefix("the ")


def _main_names(keys: Mapping[str, str], mentions: Sequence[Mention]) -> dict[str, str]:
    """The name by which each key goes: that of the most words, then the most often used."""
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in mentions:
        if one.id in keys and one.name:
            names[keys[one.id]][one.name] += 1
    return {
        key: min(found, key=lambda one: (-len(plain(one).split()), one.isupper(), -found[one], one))
        for key, found in names.items()
    }


def _new_key(party: Party) -> str:
    """The key of a party that no report names as yet."""
    name = plain(party.name)
    if party.type == "state":
        entry = gazetteer().entry(party.name)
        return f"state:{(entry and entry.country) or name}"
    kind = party.type if party.type in ("person", "place", "people") else "body"
    return f"{kind}:{name}"


def _from_case_file(role: Title) -> Title:
    return replace(role, time=replace(role.time, basis="case file")) if role.time else role
