"""Sides told by who counts them for whom: one's own army, people, servicemen, and the party one speaks for."""

from rashomon.extract.figures.allegiance import Allegiance
from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.homes import Homes, come_in
from rashomon.extract.figures.nouns import singular
from rashomon.extract.figures.opponents import Opponents
from rashomon.extract.found import Found
from rashomon.extract.parties import party_of
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention


class Servants:
    """Finds for one report the sides of those who count for somebody."""

    def __init__(self, found: Found, opponents: Opponents, allegiance: Allegiance, homes: Homes) -> None:
        self._found = found
        self._opponents = opponents
        self._allegiance = allegiance
        self._homes = homes

    def of_own_army(self, side: tuple[Link, ...], counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The state whose army "the army" is where its own officer or ministry counts."""
        mention = self._found.record(side[0].mention) if len(side) == 1 and side[0].mention else None
        organ = isinstance(mention, Mention) and mention.type == "armed group" and not (mention.name or mention.country)
        if not organ or side[0].span is None or len(counter) < 2 or counter[0].mention == side[0].mention:
            return side
        if side[0].span.text.lower().removeprefix("the ") not in ("army", "military", "armed forces", "navy"):
            return side
        party = self._opponents.named(self._allegiance.of_link(counter[0]))
        return (Link(span=side[0].span, mention=party.id),) if party is not None and party.type == "state" else side

    def of_own_people(self, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The state of the body that counts people who fled within it ("Velm's *Red Cross* said 900 had left")."""
        come = item.noun is not None and singular(item.noun) in words("figures", "groups_by_themselves")
        if item.counts != "displaced" or come or len(counter) < 2 or come_in(item):
            return ()  # "50,000 *refugees* live here" are not from here
        party = party_of(self._found, counter[0])
        return self._homes.own_party(counter[0]) if party is not None and party.type == "state" else ()

    def of_servants(self, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The state for which somebody counts regulars: its own, where no word calls them others'."""
        if len(counter) < 2 or item.cue is None or not self._homes.befell_regulars(item):
            return ()
        party = self._opponents.named(self._allegiance.of(counter, item.cue))
        if party is None or party.type != "state":
            return ()
        return (Link(span=counter[0].span, mention=party.id),)

    def of_own_side(self, subject: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Read "*his side* had lost 48 fighters": the side of whoever counts."""
        own = any(one.dep == "poss" and one.lower in ("his", "her", "its", "their", "our") for one in subject.children)
        if subject.lemma != "side" or not own or not counter or not counter[0].mention:
            return ()
        party = self._opponents.named(self._allegiance.of_link(counter[0]))
        span = self._found.link(subject).span
        return (Link(span=span, mention=party.id),) if party is not None else ()

    def of_officer(self, subject: Token) -> tuple[Link, ...]:
        """The party for which somebody speaks by office: "*the Defence Minister* conceded that a jet was lost"."""
        link = self._found.link(subject)
        party = self._opponents.named(self._allegiance.of_subject(subject, link)) if subject.pos != "PRON" else None
        return (Link(span=link.span, mention=party.id),) if party is not None else ()
