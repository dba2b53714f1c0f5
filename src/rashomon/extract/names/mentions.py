"""Mentions made from the parts of a report and what the report tells about them."""

import re
from typing import Any

from rashomon.extract.names.evidence import Evidence, head_of, looks_adjective
from rashomon.extract.names.parts import Part
from rashomon.extract.names.readings import reading_of, subject_of
from rashomon.extract.names.titles import Bearing, title_before, titles_beside
from rashomon.extract.names.words import head_types, known, organ_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.gazetteer import folded, gazetteer
from rashomon.language.lexicon import words
from rashomon.model.annotation import ActorType, Mention, Title
from rashomon.model.text import Span

Fields = dict[str, Any]

# A city of so many people is known by its name alone.
_BIG = 100_000
_ABBREVIATED = re.compile(r"\(\s*([A-Z][A-Za-z.\-]{1,9})\s*\)")


class Naming:
    """Makes the mentions of the names of one report."""

    def __init__(self, analysis: Analysis, found: list[Part], told: Evidence) -> None:
        self._analysis, self._tokens = analysis, analysis.tokens
        self._parts, self._told = found, told
        self._at = {part.first: part for part in found}
        self._ending = {part.last: part for part in found}
        self._countries = {part.known.country for part in found if part.known and part.known.country}
        self._acronyms: dict[str, tuple[str, ActorType | None]] = {}
        self._acronyms = self._defined_acronyms()

    def mentions(self) -> list[Mention]:
        """One mention a name, in text order; a person's country and roles are known wherever the person is named."""
        drafts: list[tuple[Span, Fields]] = []
        for part in self._parts:
            fields = self._fields(part)
            span = self._analysis.document.trimmed(self._tokens[part.first].start, self._tokens[part.last - 1].end)
            if fields and span and not self._is_owned_by_pronoun(part, fields):
                drafts.append((span, fields))
                drafts.extend(self._inside(part))
        self._give_countries([fields for _, fields in drafts if fields["type"] == "person"])
        return [Mention(document=span.document, evidence=(span,), **fields) for span, fields in drafts]

    def _give_countries(self, persons: list[Fields]) -> None:
        """A person's country is known wherever the person is named; in a report of one state, officials are its own."""
        only = next(iter(self._countries)) if len(self._countries) == 1 and not self._told.states else None
        for fields in persons:
            held = (role.title.lower().split()[-1] for role in fields["roles"] if role.of is None)
            if only and not fields["country"] and any(office in words("titles", "national") for office in held):
                fields["country"], fields["score"] = only, 0.7
        countries: dict[str, set[str]] = {}
        for fields in persons:
            if fields["name"] and fields["country"]:
                countries.setdefault(fields["name"], set()).add(fields["country"])
        for fields in persons:
            known_ones = countries.get(fields["name"], set())
            if fields["country"] is None and len(known_ones) == 1:
                fields["country"] = next(iter(known_ones))

    def _is_owned_by_pronoun(self, part: Part, fields: Fields) -> bool:
        """Whether an organ is named with "its": whose it is, coreference tells."""
        unowned = part.kind == "body" and fields["name"] is None
        return unowned and part.first > 0 and self._tokens[part.first - 1].tag == "PRP$"

    def _fields(self, part: Part) -> Fields | None:
        if part.kind == "known":
            return self._known(part)
        if part.kind == "body":
            return self._body(part)
        if part.kind == "outlet":
            return _named(part.text, "outlet", "outlet", rule="outlet word")
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
            return self._demonym(part, what.name, what.country)
        if what.kind == "capital":
            if self._is_dateline(part, after):
                return _named(part.text, "place", "place", country=what.country, rule="dateline")
            reading, score = reading_of(head, before=before, after=after)
            if reading == "actor":
                return _named(what.name, "actor", "state", country=what.country, rule="capital as actor", score=score)
            return _named(part.text, "place", "place", country=what.country, rule="capital as place", score=score)
        if what.kind == "seat":
            place = _preposition(head) in ("in", "at", "outside", "near", "inside") or _is_building(head)
            reading = "place" if place and not _is_body_name(what.name) else "actor"
            return _named(what.name, reading, what.type, country=what.country, rule="seat of government")
        if what.type == "outlet":
            return _named(what.name, "outlet", "outlet", rule="known outlet")
        if what.kind == "region":
            return _named(what.name, "place", "place", country=what.country, rule="region")
        if what.type in ("state", "place"):
            return self._state(what.name, what.country, what.type, head, before)
        return _named(what.name, "actor", what.type, country=what.country, rule="known body")

    def _is_dateline(self, part: Part, after: Token | None) -> bool:
        """Whether a place stands in capitals at the head of a sentence with a comma behind it."""
        first = self._analysis.sentence_of(self._tokens[part.first]).first
        return part.first == first and part.text.isupper() and after is not None and after.text in (",", "(", "-", "–")

    def _state(self, name: str, country: str | None, type_: ActorType, head: Token, before: Token | None) -> Fields:
        locative = _preposition(head) in words("naming", "locative") | {"to", "from"}
        acts = type_ == "state" or subject_of(head) is not None
        return _named(name, "place" if locative or not acts else "actor", type_, country=country, rule="state")

    def _demonym(self, part: Part, name: str | None, country: str | None) -> Fields:
        token = self._tokens[part.last - 1]
        before = self._tokens[part.first - 1] if part.first else None
        plural = token.lower.endswith("s") or token.tag == "NNPS" or (before is not None and before.lower == "the")
        noun = token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "appos", "attr")
        is_people = noun and plural and token.pos in ("NOUN", "PROPN", "ADJ")
        return {
            "form": "demonym", "reading": "people" if is_people else "actor",
            "type": "people" if is_people else "state", "name": name, "country": country,
            "rule": "demonym", "score": 0.95 if name else 0.6,
        }  # fmt: skip

    # Bodies.

    def _body(self, part: Part) -> Fields | None:
        inner, owner, country = self._owner(part)
        organ = organ_of(inner)
        if organ and not (owner is None and self._told.body(part.text)):
            name = f"{organ} of {owner}" if owner else None
            armed = organ in words("organisations", "armed_organs")
            return _named(
                name,
                "actor",
                "armed group" if armed else "government",
                country=country,
                roles=() if owner else (Title(title=organ, of=self._place_behind(part.last)),),
                rule="organ of a state",
                score=0.9,
            )
        last = part.text.split()[-1]
        if " " not in part.text:
            full = self._told.body(part.text)
            if full is None:
                return None
            return _named(full, "actor", head_types().get(part.text), rule="short name of a body", score=0.85)
        if last.lower() in words("naming", "not_actors") and last not in ("Pact", "Initiative"):
            return None
        first = next(
            (word for word in reversed(part.text.split(" of ")[0].split(" for ")[0].split()) if head_types().get(word)),
            last,
        )
        return _named(part.text, "actor", head_types().get(first), country=country, rule="word of a body", score=0.85)

    def _owner(self, part: Part) -> tuple[str, str | None, str | None]:
        """A body's name without the state it belongs to, that state, its code."""
        pieces = part.text.split(" ")
        for cut in range(min(3, len(pieces) - 1), 0, -1):
            state = self._state_named(" ".join(pieces[:cut]))
            if state:
                return " ".join(pieces[cut:]), *state
        if len(pieces) > 1 and organ_of(" ".join(pieces[1:])) and looks_adjective(pieces[0]):
            return " ".join(pieces[1:]), None, None
        state = self._state_before(part.first) or self._state_behind(part.last)
        return part.text, *(state or (None, None))

    def _state_named(self, text: str) -> tuple[str, str | None] | None:
        """The state that a name or adjective stands for: its name and code."""
        what = known(text)
        if what and what.kind in ("demonym", "name", "capital") and what.code:
            return what.name, what.country
        if self._told.kind(text) == "state":
            return text, None
        state = self._told.state_of(text) or self._told.seats.get(folded(text))
        return (state, None) if state else None

    def _state_before(self, first: int) -> tuple[str, str | None] | None:
        """The state whose adjective or possessive ends before the token `first`."""
        i = first
        if (i and self._tokens[i - 1].tag == "POS") or (
            i and self._tokens[i - 1].lower in ("presidential", "government")
        ):
            i -= 1
        part = self._ending.get(i)
        return self._state_named(part.text) if part and part.kind in ("known", "name") else None

    def _state_behind(self, last: int) -> tuple[str, str | None] | None:
        """The state named in "of Y", or by its capital in "in Y", from the token `last` on."""
        tokens = self._tokens
        if last + 1 < len(tokens) and tokens[last].lower == "in":
            part = self._at.get(last + 1)
            if part and (seat := self._told.seats.get(folded(part.text))):
                return seat, None
            capital = part.known if part else None
            return (capital.name, capital.country) if capital and capital.kind == "capital" else None
        if last + 1 < len(tokens) and tokens[last].lower == "of":
            i = last + 2 if tokens[last + 1].lower == "the" else last + 1
            part = self._at.get(i)
            owns = part is not None and part.last < len(tokens) and tokens[part.last].tag == "POS"
            if part and part.kind in ("known", "name") and not owns:
                return self._state_named(part.text)
        return None

    def _place_behind(self, last: int) -> str | None:
        """The place named in "in Y" from the token `last` on: perhaps the capital of the organ's state."""
        part = self._at.get(last + 1) if self._tokens[last : last + 1] and self._tokens[last].lower == "in" else None
        return part.text if part is not None and self._told.kind(part.text) == "place" else None

    def _place_head(self, part: Part) -> Fields | None:
        palace = part.text.split()[-1] in ("Palace", "House", "Mansion", "Castle")
        if " " not in part.text:
            return None
        if palace and subject_of(head_of(self._tokens, part)) is not None:
            return _named(part.text, "actor", "government", rule="palace as actor", score=0.7)
        return _named(part.text, "place", "place", rule="word of a place", score=0.85)

    # Names that no list knows.

    def _unknown(self, part: Part) -> Fields | None:
        kind = self._told.kind(part.text)
        if any(char.isdigit() for char in part.text):
            return None
        before, after = self._around(part)
        head = head_of(self._tokens, part)
        if folded(part.text) in self._acronyms:
            name, type_ = self._acronyms[folded(part.text)]
            return _named(name, "outlet" if type_ == "outlet" else "actor", type_, rule="acronym")
        if part.text.lower() in words("naming", "adjectives") or part.text.split()[-1].lower() in words(
            "naming", "not_actors"
        ):
            return None
        if seat := self._told.seats.get(folded(part.text)):
            return self._seat(part, seat, head, before, after)
        if kind == "person":
            return self._person(part)
        if kind == "state":
            return self._state(part.text, None, "state", head, before)
        if kind == "demonym":
            return self._demonym(part, self._told.state_of(part.text), None)
        if kind == "place":
            return self._place(part, head, before, after)
        if kind == "outlet":
            return _named(part.text, "outlet", "outlet", rule="outlet by its use")
        if kind in ("organisation", "people"):
            return _named(
                part.text,
                "actor",
                "organisation" if kind == "organisation" else "armed group",
                rule="body by its use",
                score=0.6,
            )
        if subject_of(head) is not None and not self._is_plain_word(part):
            return _named(part.text, "actor", None, rule="unknown subject", score=0.5)
        return None

    def _place(self, part: Part, head: Token, before: Token | None, after: Token | None) -> Fields:
        country = self._country_of_city(part.text)
        reading, score = reading_of(head, before=before, after=after)
        if reading == "actor" and score > 0.9:
            return _named(part.text, "actor", "state", country=None, rule="seat as actor", score=0.6)
        return _named(part.text, "place", "place", country=country, rule="place by its use", score=0.85)

    def _is_plain_word(self, part: Part) -> bool:
        """Whether a single word has its capital from the head of a sentence alone."""
        token = self._tokens[part.first]
        first = token.i == self._analysis.sentence_of(token).first or not self._tokens[token.i - 1].text[0].isalnum()
        return " " not in part.text and first and self._told.occurrences.get(folded(part.text), 0) < 2

    def _seat(self, part: Part, state: str, head: Token, before: Token | None, after: Token | None) -> Fields:
        """The capital of an invented state, as place or as those who govern from it."""
        reading, score = reading_of(head, before=before, after=after)
        if reading == "actor":
            return _named(state, "actor", "state", rule="capital as actor", score=score)
        role = Title(title="capital", of=state)
        return _named(part.text, "place", "place", roles=(role,), rule="capital as place", score=score)

    def _country_of_city(self, name: str) -> str | None:
        """The country of a city: one that the report names, or that of the only big city so called."""
        codes, people = gazetteer().city(name) or ((), 0)
        named = [code for code in codes if code in self._countries]
        if named:
            return named[0]
        return codes[0] if people >= _BIG and len(codes) == 1 else None

    def _person(self, part: Part) -> Fields:
        full = self._told.full_name(part.text) or (part.text if " " in part.text else self._last_bearer(part))
        shared = full is None and folded(part.text) in self._told.persons
        roles, country = self._roles(part)
        return _named(
            full or part.text, "actor", "person", country=country, roles=roles,
            rule="surname of several" if shared else "person", score=0.5 if shared else 0.9,
        )  # fmt: skip

    def _last_bearer(self, part: Part) -> str | None:
        """Of several bearers of a surname the only one fully named in this sentence and the two before."""
        bearers = self._told.persons.get(folded(part.text), set())
        here = self._tokens[part.first].sentence
        near = {
            one.text
            for one in self._parts
            if one.text in bearers and one.first < part.first and here - self._tokens[one.first].sentence <= 2
        }
        return next(iter(near)) if len(near) == 1 else None

    def _roles(self, part: Part) -> tuple[tuple[Title, ...], str | None]:
        """The titles beside a person's name, and the country of the first that has one."""
        roles, country = [], None
        before = title_before(self._analysis, part.first)
        beside = list(titles_beside(self._analysis, head_of(self._tokens, part)))
        for bearing in [*([before] if before else []), *beside]:
            text = bearing.text(self._tokens)
            owner = self._title_owner(bearing, part) or self._speaking_before(part, text)
            if owner and owner[1]:
                country = country or owner[1]
            if text and text.lower() not in words("titles", "courtesy"):
                roles.append(Title(title=text, of=owner[0] if owner else None, former=bearing.former(self._tokens)))
        return tuple(dict.fromkeys(roles)), country

    def _speaking_before(self, part: Part, title: str) -> tuple[str, str | None] | None:
        """For a minister who speaks: the state that spoke in the sentence before ("X denied it. Minister …")."""
        token = self._tokens[part.first]
        verb = subject_of(head_of(self._tokens, part))
        speaks = verb is not None and verb.lemma in words("naming", "voicing")
        national = title and title.lower().split()[-1] in words("titles", "national")
        if not (speaks and national and " " in part.text and token.sentence):
            return None
        before = self._analysis.sentences[token.sentence - 1]
        for root in self._analysis.roots(before):
            subject = root.child("nsubj")
            if subject is not None and root.lemma in words("naming", "speech") and not before.role:
                spoke = self._ending.get(subject.i + 1)
                if spoke is not None and spoke.kind in ("known", "name"):
                    return self._state_named(spoke.text)
        return None

    def _title_owner(self, bearing: Bearing, part: Part) -> tuple[str, str | None] | None:
        """Of what a title is: the adjective before it, or "of Y" behind it or behind the name."""
        return (
            self._state_before(bearing.first)
            or self._state_behind(bearing.last)
            or (self._state_behind(part.last) if not bearing.after else None)
        )

    def _inside(self, part: Part) -> list[tuple[Span, Fields]]:
        """The demonym or state inside the name of a body ("Armenian" in "Armenian Defence Ministry")."""
        if part.kind != "body":
            return []
        for count in (2, 1):
            span = self._analysis.span(self._tokens[part.first : part.first + count])
            if part.last - part.first > count and span and (state := self._state_named(span.text)):
                fields = _named(state[0], "actor", "state", country=state[1], rule="state of a body")
                return [(span, fields | {"form": "name" if span.text == state[0] else "demonym"})]
        return []

    def _around(self, part: Part) -> tuple[Token | None, Token | None]:
        before = self._tokens[part.first - 1] if part.first else None
        return before, self._tokens[part.last] if part.last < len(self._tokens) else None

    def _defined_acronyms(self) -> dict[str, tuple[str, ActorType | None]]:
        """Short forms in brackets behind a body's name ("the Inland Relief Corps (IRC)")."""
        found: dict[str, tuple[str, ActorType | None]] = {}
        text = self._analysis.document.text
        for part in self._parts:
            if part.kind in ("body", "outlet", "known") and " " in part.text:
                end = self._tokens[part.last - 1].end
                match = _ABBREVIATED.match(text, end + 1 if text[end : end + 1] == " " else end)
                if match:
                    fields = self._fields_without_acronyms(part)
                    found[folded(match[1])] = (
                        (fields.get("name") or part.text, fields.get("type")) if fields else (part.text, None)
                    )
        return found

    def _fields_without_acronyms(self, part: Part) -> Fields | None:
        self._acronyms = {}
        return self._fields(part)


def _is_building(head: Token) -> bool:
    """Whether a palace is spoken of as a house ("the steps of X")."""
    return head.dep == "pobj" and head.head.lower == "of" and head.head.head.lower in words("naming", "city_nouns")


def _is_body_name(name: str) -> bool:
    return name.split()[-1] in ("Department", "Duma", "Guard", "Guards", "Forces", "Army") or name.isupper()


def _preposition(head: Token) -> str:
    while head.dep == "conj" and head.head.pos in ("PROPN", "NOUN"):
        head = head.head
    return head.head.lower if head.dep == "pobj" else ""


def _named(
    name: str | None, reading: str, type_: ActorType | None, *, country: str | None = None,
    roles: tuple[Title, ...] = (), rule: str, score: float = 0.9,
) -> Fields:  # fmt: skip
    return {
        "form": "name", "reading": reading, "type": type_, "name": name, "country": country, "roles": roles,
        "rule": rule, "score": score,
    }  # fmt: skip
