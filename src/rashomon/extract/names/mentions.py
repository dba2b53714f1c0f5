"""Mentions made from the parts of a report and what the report tells about them."""

from collections.abc import Sequence, Set
from dataclasses import replace

from rashomon.extract.names.arms import has_fighters, may_fight
from rashomon.extract.names.bearers import Bearers, Fields, as_name
from rashomon.extract.names.evidence import Evidence
from rashomon.extract.names.owners import Owners
from rashomon.extract.names.parts import Part
from rashomon.extract.names.peoples import country_of_part, home_of, is_ethnic
from rashomon.extract.names.readings import (
    is_agent,
    is_body_name,
    is_building,
    preposition,
    reading_of,
    subject_of,
)
from rashomon.extract.names.roles import Roles
from rashomon.extract.names.shorts import SHORT_NAME, Shorts
from rashomon.extract.names.votes import head_of
from rashomon.extract.names.words import (
    WITHOUT_SIGN,
    Known,
    head_types,
    is_civil_organ,
    is_plain,
    known,
    looks_adjective,
    organ_of,
    outlet_heads,
)
from rashomon.language.analysis import Analysis, Token
from rashomon.language.gazetteer import folded, gazetteer
from rashomon.language.lexicon import words
from rashomon.language.units import is_unit
from rashomon.model.annotation import PERHAPS_CAPITAL, ActorType, Mention, Title
from rashomon.model.text import Span

COMPATRIOT = "one of a people"
"""The rule of a person told by nothing but his people ("the Libyan talked")."""

# A city of so many people is known by its name alone.
_BIG = 100_000
_OF_NO_STATE = ("armed group", "alliance", "organisation")
# Words that, two together, tell how a state is ruled.
_OF_RULE = frozenset({"federal", "military", "national", "central", "transitional", "interim", "civilian"})
# What a body may seem by its name of which the report tells that it fights.
_PERHAPS_ARMED = ("organisation", "alliance", "government")
# Who does something at the head of a sentence, and is no English word, is somebody.
_SUBJECTS = ("nsubj", "nsubjpass")
_AGENCIES = (["News", "Agency"], ["Press", "Agency"], ["Telegraph", "Agency"], ["News", "Service"])


class Naming:
    """Makes the mentions of the names of one report."""

    def __init__(self, analysis: Analysis, found: list[Part], told: Evidence) -> None:
        self._analysis, self._tokens = analysis, analysis.tokens
        self._parts, self._told = found, told
        self._owners = Owners(self._tokens, found, told)
        self._countries = {part.known.country for part in found if part.known and part.known.country}
        roles = Roles(analysis, self._owners)
        self._bearers = Bearers(self._tokens, found, told, roles, self._countries)
        self._shorts = Shorts(analysis, found, told)
        self._shorts.learn(self._bodies())

    def mentions(self) -> list[Mention]:
        """One mention a name, in text order; a person's country and roles are known wherever the person is named."""
        drafts: list[tuple[Span, Fields]] = []
        armed = set[str]()
        communities = self._communities()
        for part in self._parts:
            if communities.get(part.first - 1) is part:
                continue  # "Tarvans" of "the Ostrian Tarvans"
            whole = communities.get(part.last - 1) if _is_demonym(part) else None
            fields = self._fields(part) if whole is None else _of_two(part, whole)
            last = self._last(part, fields) if whole is None else whole.last
            span = self._analysis.document.trimmed(self._tokens[part.first].start, self._tokens[last - 1].end)
            if fields and span and not self._is_owned_by_pronoun(part, fields):
                drafts.append((span, fields))
                if (
                    fields["rule"] != "organ of a state"
                    and fields["type"] in _PERHAPS_ARMED
                    and fields["name"]
                    and has_fighters(self._tokens, part)
                ):
                    armed.add(fields["name"])
                drafts.extend(self._inside(part))
        _give_bodies(drafts)
        _arm([fields for _, fields in drafts], armed)
        self._bearers.give_countries([fields for _, fields in drafts if fields["type"] == "person"])
        return [Mention(document=span.document, evidence=(span,), **fields) for span, fields in drafts]

    def _communities(self) -> dict[int, Part]:
        """The second words of those of one people in another's state ("the Ostrian Tarvans"), by the token before."""
        return {
            one.last - 1: other
            for one, other in zip(self._parts, self._parts[1:], strict=False)
            if one.last == other.first and all(_is_demonym(part) for part in (one, other))
            and other.text.endswith("s") and not one.text.endswith("s")
        }  # fmt: skip

    def _last(self, part: Part, fields: Fields | None) -> int:
        """The end of a name in tokens, with what is said behind the name of an agency ("the Sule news agency")."""
        if fields and fields["type"] == "outlet":
            behind = [one.lower for one in self._tokens[part.last : part.last + 2]]
            if behind[:1] == ["agency"]:
                return part.last + 1
            if behind in (["news", "agency"], ["news", "service"], ["press", "agency"]):
                return part.last + 2
        return part.last

    def _bodies(self) -> list[tuple[Part, Fields]]:
        """The bodies and outlets with whole names."""
        whole = [part for part in self._parts if part.kind in ("body", "outlet", "known") and " " in part.text]
        return [(part, fields) for part in whole if (fields := self._fields(part)) and fields["name"]]

    def _is_owned_by_pronoun(self, part: Part, fields: Fields) -> bool:
        """Whether an organ is named with "its": whose it is, coreference tells."""
        unowned = part.kind == "body" and fields["name"] is None
        before = part.first - 1
        if before > 0 and self._tokens[before].lower == "own":
            before -= 1
        return unowned and before >= 0 and self._tokens[before].tag == "PRP$"

    def _fields(self, part: Part) -> Fields | None:
        if part.kind == "known":
            return self._known(part)
        if part.kind == "body":
            return self._body(part)
        if part.kind == "outlet":
            return self._outlet(part)
        if part.kind == "place":
            return self._place_head(part)
        if part.kind == "name":
            return self._unknown(part)
        return None

    # Names of the word lists.

    def _known(self, part: Part) -> Fields | None:
        what = part.known
        assert what is not None
        before, after = self._around(part)
        head = head_of(self._tokens, part)
        if what.kind == "demonym":
            if self._told.full_name(part.text) and self._stands_bare(part, head):
                return self._bearers.fields(part)
            return self._demonym(part, what.name, what.country)
        if what.kind == "capital":
            if self._is_dateline(part, after) or self._is_addressed(part, what):
                return as_name(part.text, "place", "place", country=what.country, rule="dateline")
            reading, score = reading_of(head, before=before, after=after)
            if reading == "actor":
                return as_name(what.name, "actor", "state", country=what.country, rule="capital as actor", score=score)
            return as_name(part.text, "place", "place", country=what.country, rule="capital as place", score=score)
        if what.kind == "seat":
            place = preposition(head) in ("in", "at", "outside", "near", "inside") or is_building(head)
            reading = "place" if place and not is_body_name(what.name) else "actor"
            several = what.name in words("metonyms", "shared_seats")  # "the Kremlin in Y" is no palace of Y
            country = (self._lies_in(part.last) if several else None) or what.country
            return as_name(what.name, reading, what.type, country=country, rule="seat of government")
        if what.type == "outlet":
            return as_name(what.name, "outlet", "outlet", rule="known outlet")
        if what.kind == "region":
            return as_name(what.name, "place", "place", country=what.country, rule="region")
        if what.type in ("state", "place"):
            return self._state(what.name, what.country, what.type, head, before)
        whole = self._told.body(part.text.split()[-1]) if what.type == "organisation" and " " in part.text else None
        if whole is not None and whole.endswith(f" {part.text}"):  # "the Red Cross" of "the Sulean Red Cross"
            return as_name(whole, "actor", "organisation", rule=SHORT_NAME, score=0.8)
        return as_name(what.name, "actor", what.type, country=what.country, rule="known body")

    def _outlet(self, part: Part) -> Fields | None:
        """An outlet by the last word of its name; that word alone is one where the whole name or "the" is before it."""
        before = self._tokens[part.first - 1] if part.first else None
        if before is not None and before.lower in words("naming", "vessels"):
            return None
        if " " in part.text:
            return as_name(part.text, "outlet", "outlet", rule="outlet word")
        full = self._told.body(part.text)
        if full is not None or (before is not None and before.lower == "the"):
            return as_name(full or part.text, "outlet", "outlet", rule="short name of an outlet", score=0.8)
        return None

    def _is_dateline(self, part: Part, after: Token | None) -> bool:
        """Whether a place stands in capitals at the head of a sentence with a comma behind it."""
        first = self._analysis.sentence_of(self._tokens[part.first]).first
        return part.first == first and part.text.isupper() and after is not None and after.text in (",", "(", "-", "–")

    def _is_addressed(self, part: Part, what: Known) -> bool:
        """Whether a capital stands before its state or the date of a dateline ("Dara, Sulea (…)", "DARA | Mon …")."""
        behind = self._tokens[part.last : part.last + 2]
        if not behind or behind[0].text not in (",", "|", "/"):
            return False
        state = known(behind[1].text) if len(behind) > 1 else None
        return behind[0].text == "|" or (state is not None and state.type == "state" and state.country == what.country)

    def _state(self, name: str, country: str | None, type_: ActorType, head: Token, before: Token | None) -> Fields:
        locative = preposition(head) in words("naming", "locative") | {"to", "from"}
        owns = head.dep == "poss" and head.head.lower in words("naming", "state_owned") | words("titles", "person_noun")
        acts = type_ == "state" or owns or subject_of(head) is not None
        return as_name(name, "place" if locative or not acts else "actor", type_, country=country, rule="state")

    def _stands_bare(self, part: Part, head: Token) -> bool:
        """Whether a surname that is also an adjective of a state stands as a name ("Moro said")."""
        the = part.first > 0 and self._tokens[part.first - 1].lower == "the"
        return head.dep not in ("amod", "compound", "nmod") and not the and not part.text.endswith("s")

    def _demonym(self, part: Part, name: str | None, country: str | None) -> Fields:
        token = self._tokens[part.last - 1]
        before = self._tokens[part.first - 1] if part.first else None
        plural = token.lower.endswith("s") or token.tag == "NNPS" or (before is not None and before.lower == "the")
        if before is not None and before.lower == "the" and name is not None and _is_one_of_a_people(token):
            if (bearer := self._apposed(token)) is not None:
                return bearer | {"form": "demonym", "rule": COMPATRIOT}
            roles = (Title(title="national", of=name),)
            fields = as_name(None, "actor", "person", country=country, roles=roles, rule=COMPATRIOT, score=0.6)
            return fields | {"form": "demonym"}
        noun = token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "appos", "attr")
        is_people = noun and plural and token.pos in ("NOUN", "PROPN", "ADJ")
        stateless = name is not None and country is None and known(token.text) is not None  # Kurdish, Arab
        if is_people and name is not None:
            descent = is_ethnic(token)
            home = home_of(token, lives_there=descent or stateless) or (None if descent else country)
            name, country = (token.text if country not in (None, home) else name), home
        elif name is not None and country and is_ethnic(token):
            name, country, stateless = f"{token.text.removesuffix('s')}s", None, True  # "ethnic Turkish villagers"
        return {
            "form": "demonym", "reading": "people" if is_people else "actor",
            "type": "people" if is_people or stateless else "state", "name": name, "country": country,
            "rule": "demonym", "score": 0.95 if name else 0.6,
        }  # fmt: skip

    def _apposed(self, token: Token) -> Fields | None:
        """The person beside whose name one of a people stands ("General X, the Finn who commands it")."""
        held = [one for one in self._parts if one.kind == "name" and one.first <= token.head.i < one.last]
        if token.dep != "appos" or not held or self._told.kind(held[0].text) != "person":
            return None
        return self._bearers.fields(held[0])

    # Bodies.

    def _body(self, part: Part) -> Fields | None:
        inner, owner, country = self._owner(part)
        organ = organ_of(inner)
        if organ and not (owner is None and self._told.body(part.text)):
            name = f"{organ} of {owner}" if owner else None
            armed = organ in words("organisations", "armed_organs")
            return as_name(
                name,
                "actor",
                "armed group" if armed else "government",
                country=country,
                roles=() if owner else (Title(title=organ, of=self._owners.place_behind(part.last)),),
                rule="organ of a state",
                score=0.9,
            )
        last = part.text.split()[-1]
        if " " not in part.text:
            return self._shorts.body(part, self._body)
        if part.text.split()[-2:] in _AGENCIES:
            return as_name(part.text, "outlet", "outlet", rule="news agency")
        if last == "Staff" and part.text.split()[-2] in outlet_heads():
            return None  # "By the Wire Staff"
        tail = " of " in part.text or " for " in part.text  # "Government of National Accord" ends in no accord
        if not tail and last.lower() in words("naming", "not_actors") and last not in ("Pact", "Initiative"):
            return None
        country = country or self._owners.country_inside(part)
        first = next(
            (word for word in reversed(part.text.split(" of ")[0].split(" for ")[0].split()) if head_types().get(word)),
            last,
        )
        return as_name(part.text, "actor", head_types().get(first), country=country, rule="word of a body", score=0.85)

    def _owner(self, part: Part) -> tuple[str, str | None, str | None]:
        """A body's name without the state it belongs to, that state, its code."""
        pieces = part.text.split(" ")
        for cut in range(min(3, len(pieces) - 1), 0, -1):
            state = self._owners.named(" ".join(pieces[:cut]))
            if state:
                return " ".join(pieces[cut:]), *state
        rest = " ".join(pieces[1:])
        if _is_of_rule(pieces[0]) and _is_of_rule(pieces[1]) and organ_of(last := " ".join(pieces[2:])):
            # "the Federal Military Government"; "the rebels' National Military Command" is none of a state's
            owner = self._owners.before(part.first) or self._owners.behind(part.last)
            if owner is not None or part.first == 0 or self._tokens[part.first - 1].tag != "POS":
                return last, *(owner or (None, None))
        if pieces[0].lower() in words("naming", "of_organs") and organ_of(rest):
            pieces, part = pieces[1:], replace(part, first=part.first + 1, text=rest)  # "the Royal Government"
            return rest, *(self._owners.before(part.first - 1) or self._owners.behind(part.last) or (None, None))
        if organ_of(rest) and (looks_adjective(pieces[0]) or (is_civil_organ(rest) and not is_plain(pieces[0]))):
            return rest, None, None  # whose, another report may tell ("the Sule Foreign Ministry")
        state = self._owners.before(part.first) or self._owners.behind(part.last)
        return part.text, *(state or (None, None))

    def _place_head(self, part: Part) -> Fields | None:
        palace = part.text.split()[-1] in ("Palace", "House", "Mansion", "Castle")
        if " " not in part.text:
            return None
        if palace and subject_of(head_of(self._tokens, part)) is not None:
            return as_name(part.text, "actor", "government", rule="palace as actor", score=0.7)
        return as_name(part.text, "place", "place", rule="word of a place", score=0.85)

    # Names that no list knows.

    def _unknown(self, part: Part) -> Fields | None:
        kind = self._told.kind(part.text)
        if any(char.isdigit() for char in part.text) or set(part.text) <= set("IVX"):
            return None
        before, after = self._around(part)
        head = head_of(self._tokens, part)
        if whole := self._shorts.acronym(part.text):
            reading = "outlet" if whole["type"] == "outlet" else "actor"
            return as_name(whole["name"], reading, whole["type"], country=whole["country"], rule="acronym")
        own = self._analysis.document.outlet
        if kind is None and own is not None and folded(part.text) == folded(own):
            return as_name(part.text, "outlet", "outlet", rule="outlet of the report", score=0.8)
        lower = part.text.lower()
        modifies = after is not None and after.tag.startswith(("NN", "VBN", "JJ"))
        if lower.startswith(("pro-", "anti-")) and modifies:
            return None  # "Pro-Kresh forces": on whose side somebody is, is no name
        nobody = (words("naming", "adjectives"), words("titles", "portfolio"), words("organisations", "rising"))
        if any(lower in one for one in nobody) or lower.split()[-1] in words("naming", "not_actors"):
            return None
        if kind in (None, "person", "outlet") and (agency := self._shorts.agency(part.text)):
            return as_name(agency["name"], "outlet", "outlet", rule=SHORT_NAME, score=0.8)
        if seat := self._told.seats.get(folded(part.text)):
            return self._seat(part, seat, head, before, after)
        if kind == "person":
            return self._bearers.fields(part)
        if fighters := self._fighters(part, after):
            return as_name(fighters, "actor", "armed group", rule="body by its use", score=0.6)
        if kind == "state":
            return self._state(part.text, None, "state", head, before)
        if kind == "demonym":
            return self._demonym(part, self._told.state_of(part.text), None)
        if kind == "place":
            return self._place(part, head, before, after)
        if kind == "outlet":
            return as_name(part.text, "outlet", "outlet", rule="outlet by its use")
        if kind == "community":
            return _community(part.text if part.text.endswith("s") else f"{part.text}s")
        if kind in ("organisation", "people"):
            return as_name(
                part.text,
                "actor",
                "organisation" if kind == "organisation" else "armed group",
                rule="body by its use",
                score=0.6,
            )
        if kind == "letters":
            return self._without_sign(part, head)
        if self._is_plain_word(part):
            return None
        if subject_of(head) is not None or is_agent(head):
            if " " not in part.text and is_plain(part.text):
                if subject_of(head) is None and not self._is_thing(part, head, before):
                    return self._without_sign(part, head)  # "he told Beacon": what other reports know for an agency
                return None  # "Listening to him, …", "His Idea was"
            if self._country_of_city(part.text) is not None:
                return self._place(part, head, before, after)
            return as_name(part.text, "actor", None, rule="unknown subject", score=0.5)
        return None if self._is_thing(part, head, before) else self._without_sign(part, head)

    def _fighters(self, part: Part, after: Token | None) -> str | None:
        """The name of those who are "the Falcons" elsewhere: "the Red Falcons", "Falcon rebels"."""
        whole, last = part.text, folded(part.text.split()[-1])
        if " " in whole and last.endswith("s") and self._told.kinds.get(last) == "people":
            return whole
        armed = after is not None and after.lower in words("organisations", "insurgents")
        return f"{whole}s" if armed and self._told.kinds.get(f"{last}s") == "people" else None

    def _is_thing(self, part: Part, head: Token, before: Token | None) -> bool:
        """Whether a name may well be that of a ship, a make, a heading: "the frigate X", "ten X fighters"."""
        called = before is not None and (before.tag in ("NN", "CD") or before.lower in words("naming", "vessels"))
        named = self._tokens[part.last - 1]
        heading = bool(self._analysis.sentence_of(head).role) or part.text.isupper()
        group = " " in part.text and before is not None and before.lower == "the" and named.lower.endswith("s")
        return called or heading or named.pos != "PROPN" or (named.tag == "NNPS" and not group)

    def _without_sign(self, part: Part, head: Token) -> Fields | None:
        """A name of which this report tells nothing; who goes by it, another report of the case may tell."""
        reading = "place" if preposition(head) in words("naming", "locative") else "actor"
        return as_name(part.text, reading, None, rule=WITHOUT_SIGN, score=0.3)

    def _place(self, part: Part, head: Token, before: Token | None, after: Token | None) -> Fields:
        country = self._country_of_city(part.text) or country_of_part(part.text)
        reading, score = reading_of(head, before=before, after=after)
        if reading == "actor" and score > 0.9:
            speaks = head.head.lemma in words("naming", "speech") | words("naming", "state_verbs")
            here = not self._countries.isdisjoint((gazetteer().city(part.text) or ((), 0))[0])
            governs = speaks or not here  # a town of a country told of is no government: "Dara went through much"
            return as_name(part.text, "actor", "state" if governs else "place", rule="seat as actor", score=0.6)
        state = self._told.weak_seats.get(folded(part.text))
        owns = after is not None and after.tag == "POS"
        acts = (
            country is None
            and reading == "actor"
            and (head.dep in ("dobj", "dative") or preposition(head) in ("to", "from"))
        )
        return as_name(
            part.text, reading if (state and not owns) or acts else "place", "place", country=country,
            roles=(Title(title=PERHAPS_CAPITAL, of=state),) if state else (), rule="place by its use", score=0.85,
        )  # fmt: skip

    def _is_plain_word(self, part: Part) -> bool:
        """Whether a single word has its capital from the head of a sentence alone."""
        token = self._tokens[part.first]
        first = token.i == self._analysis.sentence_of(token).first or not self._tokens[token.i - 1].text[0].isalnum()
        once = " " not in part.text and first and self._told.occurrences.get(folded(part.text), 0) < 2
        return once and (token.tag != "NNP" or token.dep not in _SUBJECTS or is_plain(part.text))

    def _seat(self, part: Part, state: str, head: Token, before: Token | None, after: Token | None) -> Fields:
        """The capital of an invented state, as place or as those who govern from it."""
        reading, score = reading_of(head, before=before, after=after)
        if reading == "actor":
            return as_name(state, "actor", "state", rule="capital as actor", score=score)
        role = Title(title="capital", of=state)
        return as_name(part.text, "place", "place", roles=(role,), rule="capital as place", score=score)

    def _lies_in(self, last: int) -> str | None:
        """The country of the town named in "in X" behind a palace: more than one state has a State House."""
        behind = next((one for one in self._parts if one.first == last + 1), None)
        if behind is None or self._tokens[last].lower != "in":
            return None
        named = gazetteer().capital(behind.text)
        codes, _ = gazetteer().city(behind.text) or ((), 0)
        return named.country if named is not None else codes[0] if len(codes) == 1 else None

    def _country_of_city(self, name: str) -> str | None:
        """The country of a city: one that the report names, or that of the only big city so called."""
        codes, people = gazetteer().city(name) or ((), 0)
        named = [code for code in codes if code in self._countries]
        if named:
            return named[0]
        return codes[0] if people >= _BIG and len(codes) == 1 else None

    def _inside(self, part: Part) -> list[tuple[Span, Fields]]:
        """The demonym or state inside the name of a body ("Armenian" in "Armenian Defence Ministry")."""
        if part.kind != "body":
            return []
        if (whole := self._above_unit(part)) is not None:
            return [whole]
        for count in (2, 1):
            span = self._analysis.span(self._tokens[part.first : part.first + count])
            if part.last - part.first > count and span and (state := self._owners.named(span.text)):
                fields = as_name(state[0], "actor", "state", country=state[1], rule="state of a body")
                return [(span, fields | {"form": "name" if span.text == state[0] else "demonym"})]
        return []

    def _above_unit(self, part: Part) -> tuple[Span, Fields] | None:
        """The body whose numbered unit a name tells ("the First Brigade of *the Sule Liberation Front*")."""
        unit, of, body = part.text.partition(" of the ")
        kind = head_types().get(body.rpartition(" ")[2]) if of and is_unit(unit) and " " in body else None
        end = self._tokens[part.last - 1].end
        span = self._analysis.document.trimmed(end - len(body), end)
        if kind not in _OF_NO_STATE or span is None or span.text != body:
            return None
        return span, as_name(body, "actor", kind, rule="word of a body", score=0.85)

    def _around(self, part: Part) -> tuple[Token | None, Token | None]:
        before = self._tokens[part.first - 1] if part.first else None
        return before, self._tokens[part.last] if part.last < len(self._tokens) else None


def _is_of_rule(word: str) -> bool:
    """Whether a word before "Government" tells how a state is ruled, and not that others than its rulers are meant."""
    return word.lower() in _OF_RULE


def _is_demonym(part: Part) -> bool:
    return part.known is not None and part.known.kind == "demonym"


def _community(name: str, *, country: str | None = None) -> Fields:
    """Those of one people in another's state, by their two words, or by the word that a report has for them."""
    return as_name(name, "people", "people", country=country, rule="community by its name") | {"form": "demonym"}


def _of_two(first: Part, second: Part) -> Fields:
    """Those of one people in another's state; which state that is a people without one leaves in no doubt."""
    stateless = second.known is not None and second.known.country is None
    country = first.known.country if stateless and first.known is not None else None
    return _community(f"{first.text} {second.text}", country=country)


def _is_one_of_a_people(token: Token) -> bool:
    """Whether a singular names one person ("the Nigerian looked tired"), and no people ("the Swiss", "the French")."""
    if token.tag in ("NN", "NNP") and token.dep in ("nsubj", "appos", "attr", "pobj") and not token.lower.endswith("s"):
        clause = token.child("relcl")  # "General X, the Finn who commands it"
        if clause is not None and any(one.lower == "who" and one.i == token.i + 1 for one in clause.children):
            return True
    if token.tag not in ("NN", "NNP", "JJ") or not token.lower.endswith(("ian", "an", "i")) or token.dep != "nsubj":
        return False
    verb = token.head
    alone = all(one.dep in ("det", "punct") for one in token.children)
    # of a people in "-an" only the plural is said of all: "the Libyans"
    told = token.lower.endswith("an") or verb.lemma in words("naming", "of_one_person")
    finite = verb.tag in ("VBZ", "VBD") or any(one.lower in ("has", "had") for one in verb.all("aux"))
    return alone and told and finite


def _give_bodies(drafts: Sequence[tuple[Span, Fields]]) -> None:
    """Tell by its full name in what body an office is held; words that turn out to name no body are left out."""
    bodies = {
        span.text: str(fields["name"]) for span, fields in drafts if fields["type"] in _OF_NO_STATE and fields["name"]
    }
    states = {str(fields["name"]) for _, fields in drafts if fields["type"] not in _OF_NO_STATE}
    for _, fields in drafts:
        if fields["type"] == "person":
            fields["roles"] = tuple(
                one if one.of is None or one.of in states or one.of not in bodies else replace(one, of=bodies[one.of])
                for one in fields["roles"]
            )


def _arm(drafts: Sequence[Fields], armed: Set[str]) -> None:
    """Tell of the bodies that fight that they are armed, unless everybody knows them for something else."""
    for fields in drafts:
        name = fields["name"]
        if name in armed and fields["type"] in _PERHAPS_ARMED and may_fight(name) and known(name) is None:
            fields["type"] = "armed group"
