"""Of what state an organ, a body or a title is: the adjective or possessive before it, "of Y", "in" its capital."""

from collections.abc import Sequence

from rashomon.extract.names.evidence import Evidence
from rashomon.extract.names.parts import Part
from rashomon.extract.names.words import head_types, known, organ_of
from rashomon.language.analysis import Token
from rashomon.language.gazetteer import folded

# The types of bodies that are no state's.
_BODIES = ("armed group", "alliance", "organisation")


class Owners:
    """Finds the states to which the names of one report belong: their names and codes."""

    def __init__(self, tokens: Sequence[Token], parts: Sequence[Part], told: Evidence) -> None:
        self._tokens, self._told = tokens, told
        self._at = {part.first: part for part in parts}
        self._ending = {part.last: part for part in parts}

    def ending(self, i: int) -> Part | None:
        """The part that ends where the token `i` begins."""
        return self._ending.get(i)

    def named(self, text: str) -> tuple[str, str | None] | None:
        """The state that a name or adjective stands for: its name and code."""
        what = known(text)
        if what and what.kind in ("demonym", "name", "capital") and what.code:
            return what.name, what.country
        if self._told.kind(text) == "state":
            return text, None
        state = self._told.state_of(text) or self._told.seats.get(folded(text))
        return (state, None) if state else None

    def before(self, first: int) -> tuple[str, str | None] | None:
        """The state whose adjective or possessive ends before the token `first`."""
        i = first
        if (i and self._tokens[i - 1].tag == "POS") or (
            i and self._tokens[i - 1].lower in ("presidential", "government")
        ):
            i -= 1
        part = self._ending.get(i)
        return self.named(part.text) if part and part.kind in ("known", "name") else None

    def behind(self, last: int) -> tuple[str, str | None] | None:
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
            if i + 1 < len(tokens) and tokens[i].pos in ("ADJ", "VERB") and tokens[i].text.islower():
                i += 1  # "of neighbouring Y"
            part = self._at.get(i)
            owns = part is not None and part.last < len(tokens) and tokens[part.last].tag == "POS"
            if part and part.kind in ("known", "name") and not owns:
                return self.named(part.text)
            if part and part.kind == "body":  # "Admiral X of the U.S. Navy"
                return self._inside(part)
        return None

    def body_before(self, first: int) -> str | None:
        """The words of the body whose possessive or name ends before the token `first` ("the Front's leader")."""
        i = first - 1 if first and self._tokens[first - 1].tag == "POS" else first
        return _body_text(self._ending.get(i))

    def body_behind(self, last: int) -> str | None:
        """The words of the body named in "of Y" from the token `last` on."""
        tokens = self._tokens
        if last + 1 >= len(tokens) or tokens[last].lower != "of":
            return None
        part = self._at.get(last + 2 if tokens[last + 1].lower == "the" else last + 1)
        if part is not None and part.last < len(tokens) and tokens[part.last].tag == "POS":
            part = self._at.get(part.last + 1)  # "president of Peru's Institute of Fisheries" is none of Peru
        return _body_text(part)

    def country_of_army(self, last: int) -> str | None:
        """The country of the state whose army is named in "of Y's Second Army" from the token `last` on."""
        tokens = self._tokens
        if last + 1 >= len(tokens) or tokens[last].lower != "of":
            return None
        state = self._at.get(last + 2 if tokens[last + 1].lower == "the" else last + 1)
        if state is None or state.last >= len(tokens) or tokens[state.last].tag != "POS":
            return None
        body = self._at.get(state.last + 1)
        armed = body is not None and head_types().get(body.text.split()[-1]) == "armed group"
        found = self.named(state.text) if armed else None
        return found[1] if found else None

    def country_inside(self, part: Part) -> str | None:
        """The one country named inside a body's name ("National Union for the Liberation of Angola", "Fatah Party")."""
        found = {what.country for token in self._tokens[part.first : part.last] if (what := known(token.text))}
        named = found - {None}
        return next(iter(named)) if len(named) == 1 else None

    def _inside(self, body: Part) -> tuple[str, str | None] | None:
        """The state whose adjective begins the name of one of its organs."""
        pieces = body.text.split(" ")
        for cut in range(min(3, len(pieces) - 1), 0, -1):
            if organ_of(" ".join(pieces[cut:])) and (state := self.named(" ".join(pieces[:cut]))):
                return state
        return None

    def place_behind(self, last: int) -> str | None:
        """The place named in "in Y" from the token `last` on: perhaps the capital of the organ's state."""
        part = self._at.get(last + 1) if self._tokens[last : last + 1] and self._tokens[last].lower == "in" else None
        return part.text if part is not None and self._told.kind(part.text) == "place" else None


def _body_text(part: Part | None) -> str | None:
    """The words of a part that may be the name of a body of no state."""
    if part is None or (part.known is not None and part.known.type not in _BODIES):
        return None
    return part.text if part.known or part.kind == "body" or (part.kind == "name" and part.text.isupper()) else None
