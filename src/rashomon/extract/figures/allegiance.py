"""For which party somebody counts who is called by rank or office alone: "the Defence Minister", "the army"."""

from functools import cached_property

from rashomon.extract.figures.camps import Camps
from rashomon.extract.figures.own_voice import OwnVoice
from rashomon.extract.found import Found
from rashomon.extract.parties import home_state, key, party_of, root
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

# Only a state has these; a staff, a command or a general may be rebels'.
_OF_STATES = frozenset({"army", "navy", "military", "ministry", "minister"})


class Allegiance:
    """Finds the parties of counters in one report."""

    def __init__(self, found: Found, own: OwnVoice, camps: Camps) -> None:
        self._found = found
        self._own = own
        self._camps = camps

    def of(self, counter: tuple[Link, ...], anchor: Token) -> str | None:
        """The key (see `parties.key`) of the party for which the first voice counts; None where it is not known."""
        if len(counter) < 2:
            return self._own.key_at(anchor)
        return self.of_link(counter[0])

    def of_link(self, link: Link) -> str | None:
        """The same of anybody: by name or country, by the words of the phrase, by where the same one is told of."""
        found = self._found
        known = key(found, link)
        party = party_of(found, link)
        if known and (party is not None or not self._is_person(link)):
            return known
        return self._inside(link) or self._elsewhere(link) or self._by_office(link)

    def of_subject(self, noun: Token, link: Link) -> str | None:
        """The same, by what is said of somebody too: "General X, *who heads Peru's air force*, conceded"."""
        own = self.of_link(link)
        if own is not None or not self._is_person(link):
            return own
        told = [one for clause in noun.all("relcl", "appos") for one in clause.subtree]
        mentions = [mention for one in told if (mention := self._found.mention_of(one)) is not None]
        keys = {one for each in mentions if each.type == "state" and (one := key(self._found, Link(mention=each.id)))}
        return keys.pop() if len(keys) == 1 else None

    def _is_person(self, link: Link) -> bool:
        mention = root(self._found, link)
        return mention is not None and mention.type == "person"

    def _inside(self, link: Link) -> str | None:
        """The one party named in the words themselves ("*Its* chief of staff, Brigadier X")."""
        if link.span is None:
            return None
        inside = self._found.within(Mention, link.span.start, link.span.end)
        keys = {one for each in inside if each.type != "person" and (one := key(self._found, Link(mention=each.id)))}
        return keys.pop() if len(keys) == 1 else None

    def _elsewhere(self, link: Link) -> str | None:
        """The party of the same person by another phrase ("*Velm's* chief of staff, Aldo Nerv … Nerv said")."""
        mention = root(self._found, link)
        if mention is None or mention.type != "person" or not mention.name:
            return None
        keys = [one for each in self._persons[mention.name] if (one := key(self._found, Link(mention=each.id)))]
        return keys[0] if len(set(keys)) == 1 else None

    def _by_office(self, link: Link) -> str | None:
        """Whose army or office one is without a name: the paper's own, else of the only state that fights."""
        told = {one.strip(",.").lower() for one in link.span.text.replace("-", " ").split()} if link.span else set()
        told |= self._offices(link)
        if not told & (words("figures", "counters") | _OF_STATES):
            return None
        home = self._own.home()
        if home is not None:
            return key(self._found, Link(mention=home.id))
        state = self._camps.state if told & _OF_STATES else None
        if state is not None:
            return key(self._found, Link(mention=state.id))
        at_home = home_state(self._found) if told & _OF_STATES else None  # "the ministry", datelined in its capital
        return key(self._found, at_home) if at_home is not None else None

    def _offices(self, link: Link) -> set[str]:
        """The words of the offices that a person is told to hold anywhere in the report."""
        mention = root(self._found, link)
        if mention is None or mention.type != "person" or not mention.name:
            return set()
        same = self._persons[mention.name]
        return {word.strip(",.").lower() for one in same for role in one.roles for word in role.title.split()}

    @cached_property
    def _persons(self) -> dict[str, list[Mention]]:
        """The mentions of each person with a name."""
        found: dict[str, list[Mention]] = {}
        for one in self._found.mentions:
            if one.type == "person" and one.name:
                found.setdefault(one.name, []).append(one)
        return found
