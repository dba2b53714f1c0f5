"""Who "we" are where a report, an address or a quoted speaker counts its own: "our losses", "we have buried 118"."""

import re
from collections.abc import Iterator
from functools import cached_property

from rashomon.extract.figures.acts import is_toll
from rashomon.extract.figures.camps import Camps
from rashomon.extract.figures.foes import Foes
from rashomon.extract.figures.nouns import category
from rashomon.extract.figures.numbers import Number
from rashomon.extract.found import Found
from rashomon.extract.issuer import FIRST_PERSON, is_issuer, issuer
from rashomon.extract.names.words import known
from rashomon.extract.parties import key, party_of
from rashomon.extract.voices import holders
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

_OURS = frozenset({"our", "ours"})
_NAMED = ("state", "armed group", "government", "people")
_ISSUERS = ("armed group", "state", "government", "organisation")
# The mentions among which a communiqué names its issuer.
_FIRST = 4
# The last lines of a paper, in which its imprint stands.
_LAST = 3
# Words between "our losses" and their number.
_NEAR_OURS = 12
# A line that tells who owns the words of a paper or where it is printed, and a name between its commas.
_IMPRINT = re.compile(
    r"\s*(?:©|\(c\)|copyright\b)|.{0,60}\b(?:printed|published|letters to|editorial and)\b", re.IGNORECASE
)
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][^\W\d_]+")
_NAMED_PLACE = re.compile(r"(?:, | in )([^\W\d_][^,.;:\d]{2,25}?)(?=[.,;]| by | for |$)")


class OwnVoice:
    """Finds whom the first person of one report stands for."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self.foes = Foes(analysis, found)
        self._home: Mention | None = None
        self._sought = False

    def of(self, pronoun: Token) -> tuple[Link, ...]:
        """The party that "we", "us" or "our" stands for; empty where it is not known, or nobody says it of a party."""
        if pronoun.lower not in FIRST_PERSON | _OURS or pronoun.lower == "i":
            return ()
        strangers = self._is_strangers(pronoun)
        party = (self.home() if not strangers else None) or self.at(pronoun)
        if not strangers and party is not None and self.is_foe(party):
            return ()  # outside of quotation marks nobody's "we" is the other side's
        return (Link(span=self._analysis.span((pronoun,)), mention=party.id),) if party is not None else ()

    def is_foe(self, party: Mention) -> bool:
        """Whether a party is the one that the report is against."""
        return self.foes.is_foe(Link(mention=party.id))

    def of_possessor(self, noun: Token) -> tuple[Link, ...]:
        """The party that "our" before a noun stands for ("*our* losses")."""
        own = next((one for one in noun.children if one.dep == "poss" and one.lower == "our"), None)
        return self.of(own) if own is not None else ()

    def is_ours(self, number: Number) -> bool:
        """Whether losses are told to be "ours", outside of quotation marks: they are none of the other side's."""
        words_of = self._analysis.words(self._analysis.sentence_of(number.head))
        near = [one for one in words_of if one.lower == "our" and 0 < abs(number.words[0].i - one.i) <= _NEAR_OURS]
        lost = (one.head for one in near if self._analysis.quote_at(one.start) is None)
        return any(is_toll(one) or category(one) == "military" for one in lost)

    def key_at(self, token: Token) -> str | None:
        """What makes links that stand for the party in whose voice a word is told the same."""
        own = self.at(token)
        return key(self._found, Link(mention=own.id)) if own is not None else None

    def at(self, token: Token) -> Mention | None:
        """The party in whose voice the words at `token` are told: the speaker's, else the paper's own."""
        own = issuer(self._analysis, self._found)
        for statement in holders(self._found, token):
            for speaker in statement.speaker:
                if own is not None and is_issuer(self._analysis, self._found, speaker, own):
                    continue
                party = party_of(self._found, speaker) or self._of_group(speaker, token)
                if party is not None or self._is_strangers(token):
                    return party
        return None if self._is_strangers(token) else self.home()

    def _of_group(self, speaker: Link, token: Token) -> Mention | None:
        """The group that speaks; of a staff that no state is told for, the party whose own paper quotes it."""
        group = self._group(speaker)
        organ = group is not None and group.rule == "organ of a state" and not group.country
        return (self.home() if organ and not self._is_strangers(token) else None) or group

    def home(self) -> Mention | None:
        """The party whose own paper the report is, by its letterhead or by the town in its outlet's name."""
        if not self._sought:
            self._sought = True
            issuer_ = self._of_issuer()
            town = self._of_town() if issuer_ is None or not issuer_.name else None  # "the General Staff" of whom?
            home = self._of_letterhead() or town or issuer_ or self._of_imprint()
            # A front has its paper printed in a town of the state that it fights.
            self._home = home if home is not None and not self.is_foe(home) else self._of_foe()
        return self._home

    def _of_foe(self) -> Mention | None:
        """The armed group that the paper is for, where it is against a state and names one group above all."""
        if not self.takes_sides:
            return None
        foe, group = self.foes.foe, Camps(self._found).rebels
        if foe is None or foe.type != "state" or group is None:
            return None
        same = (one for one in self._found.mentions if one.name == group.name and one.form != "pronoun")
        heads = (one for each in same for one in self._analysis.tokens_in(each.evidence[0].start, each.evidence[0].end))
        # Whom the paper is for does something in it: it is not only where one's foe has friends.
        return group if any(one.dep == "nsubj" for one in heads) else None

    def _of_imprint(self) -> Mention | None:
        """The state in whose capital a paper that takes sides is printed ("© The Daily Gleam, Harnas. Tel. 55 01").

        Only a capital tells: a front has its paper printed in a town of the state that it fights.
        """
        document = self._analysis.document
        if document.genre == "opinion" or not self.takes_sides:
            return None
        last = [line for line in document.text.splitlines() if line.strip()][-_LAST:]
        lines = [line for line in last if _IMPRINT.match(line)]
        countries = {one for line in lines for one in _seats(line)}
        if len(countries) != 1 or any(one not in countries for line in lines for one in _countries(line)):
            return None  # printed in several lands: abroad as well as at home
        states = (one for one in self._found.mentions if one.type == "state" and one.country in countries)
        return next(states, None)

    def _of_town(self) -> Mention | None:
        """The state in whose town a paper that takes sides is dated or printed ("TRIPOLI, 12 September")."""
        if self._analysis.document.genre != "statement" and not self.takes_sides:
            return None
        text = self._analysis.document.text
        ends = [one for one in self._analysis.sentences[-_LAST:] if "©" in text[one.start : one.end]]
        places = [
            one for one in self._found.mentions
            if (one.reading == "place" or one.type == "state") and one.name and one.country
            and (self._is_dateline(one) or any(end.start <= one.evidence[0].start < end.end for end in ends))
        ]  # fmt: skip
        countries = {one.country for one in places}
        return party_of(self._found, Link(mention=places[0].id)) if len(countries) == 1 else None

    def _is_dateline(self, place: Mention) -> bool:
        """Whether a town stands in capitals at the head of a line, with a comma or bracket behind it."""
        text, span = self._analysis.document.text, place.evidence[0]
        line = span.start == 0 or text[span.start - 1] == "\n"
        return line and span.text.isupper() and text[span.end : span.end + 2].lstrip()[:1] in (",", "(")

    def _of_issuer(self) -> Mention | None:
        own = issuer(self._analysis, self._found)
        if own is None:
            return None
        if own.mention is None:  # its letterhead names nobody known: whoever it names first
            first = [one for one in self._found.mentions if one.reading == "actor" and one.type in _ISSUERS][:_FIRST]
            return min(first, key=lambda one: one.type not in ("armed group", "state"), default=None)
        named = self._found.record(own.mention)
        return party_of(self._found, own) or (named if isinstance(named, Mention) else None)

    def _of_letterhead(self) -> Mention | None:
        """The state, group or town named in title or outlet, where the paper says "our" or "the enemy" by itself."""
        document = self._analysis.document
        statement = document.genre == "statement"
        if not statement and not self.takes_sides:
            return None
        # "LOME ACCORD HAILED" over "ABIDJAN, 14 January" is a headline, not a letterhead.
        headed = statement and document.title and document.title.isupper() and self._of_town() is None
        title = document.title if headed and document.title else ""
        outlet = (document.outlet or "").split()
        paper = outlet if statement else outlet[:-1]  # "The *Korvast* Courier"
        head = [word.strip(",.'’()").lower() for word in (*title.split(), *paper)]
        best: tuple[int, Mention | None] = (-1, None)
        for mention in self._found.mentions:
            name = (mention.name or "").lower().split()
            if not name or mention.type == "person" or mention.reading == "outlet" or mention.form == "pronoun":
                continue
            at = next((i for i in range(len(head)) if head[i : i + len(name)] == name), -1)
            if at > best[0] and (mention.type in _NAMED or mention.reading == "place" or mention.country):
                best = (at, mention)
        if best[1] is None:
            return None
        return party_of(self._found, Link(mention=best[1].id)) or best[1]

    @cached_property
    def takes_sides(self) -> bool:
        """Whether the report speaks of its own side outside of anybody's words: "our", "us", "the enemy"."""
        if self.foes.foe is not None:
            return True
        telling = _OURS | {"us", "we"} | words("figures", "enemies")
        for sentence in self._analysis.body:
            for token in self._analysis.words(sentence):
                if token.lower in telling and not self._is_strangers(token) and not holders(self._found, token):
                    return True
        return False

    def _group(self, speaker: Link) -> Mention | None:
        """The group or body that speaks for itself."""
        named = self._found.record(speaker.mention) if speaker.mention else None
        if isinstance(named, Mention) and named.type in ("armed group", "government", "alliance"):
            return named if key(self._found, speaker) else None
        return None

    def _is_strangers(self, token: Token) -> bool:
        """Whether somebody unknown is quoted."""
        return self._analysis.quote_at(token.start) is not None


def _countries(line: str) -> Iterator[str]:
    """The countries of all places that an imprint names."""
    for name in _CAPITALISED.findall(line):
        what = known(name)
        if what is not None and what.country:
            yield what.country


def _seats(line: str) -> Iterator[str]:
    """The countries whose capitals a line names by themselves between its commas."""
    for name in _NAMED_PLACE.findall(line):
        what = known(name)
        if what is not None and what.kind == "capital" and what.country:
            yield what.country
