"""Bodies by their short forms: in brackets behind the name, by its initials, by the word of its kind ("the Guard")."""

import re
from collections.abc import Callable, Iterable

from rashomon.extract.names.bearers import Fields, as_name
from rashomon.extract.names.evidence import Evidence
from rashomon.extract.names.parts import Part
from rashomon.extract.names.words import head_types, head_words, is_plain, organ_of
from rashomon.language.analysis import Analysis
from rashomon.language.gazetteer import folded
from rashomon.language.lexicon import words

SHORT_NAME = "short name of a body"
"""The rule of a body called by the word of its kind alone."""

# Words of bodies' names by which, alone, no body goes, not even with a capital.
_NO_NAME = {"Red", "Cross", "Crescent", "Company", "Column", "Wing", "Division", "Fighters", "Services", "Watch"}
_ABBREVIATED = re.compile(r"\(\s*([A-Z][A-Za-z.\-]{1,9})\s*\)")
# Last words of the names of news agencies that reports leave out.
_OF_AGENCIES = {"News", "Press", "Newswire", "Wire"}
# Where a body is at work stands behind its name, and may be in its letters too ("Observer Mission in Sulea (OMIS)").
_WHERE = re.compile(r"\s(?:in|for|on|to|of)(?:\sthe)?((?:\s[A-Z][\w\-]*){1,3})\s\(\s*([A-Z]{3,9})\s*\)")


def _has_letters(acronym: str, name: str, where: str) -> bool:
    """Whether letters hold the initials of a body's name and of where it works, in order and little else."""
    initials = "".join(word for word in name.replace(".", "").split() if word.isupper()) or name[0]
    wanted = initials + "".join(word[0] for word in where.split())
    letters = "".join(word[0] for word in f"{name} {where}".split() if word[0].isupper())
    if sorted(letters) == sorted(acronym):
        return True  # in the order of another tongue: "Democratic League of Sulea (LDS)"
    rest = iter(acronym)
    return acronym[0] == name[0] and all(letter in rest for letter in wanted)


def nickname(name: str) -> str | None:
    """The folded plural, of no common kind, by which a body goes for short ("the Falcons of Dara", "Red Falcons")."""
    word = re.split(r" (?:of|for) ", name)[0].split()[-1]
    common = head_types().get(word) or folded(word) in words("organisations", "armed_nouns")
    return folded(word) if " " in name and word.endswith("s") and word[0].isupper() and not common else None


class Shorts:
    """The short forms of the bodies that one report names in full."""

    def __init__(self, analysis: Analysis, parts: list[Part], told: Evidence) -> None:
        self._analysis, self._tokens, self._parts, self._told = analysis, analysis.tokens, parts, told
        self._acronyms: dict[str, Fields] = {}
        self._nicknames: dict[str, dict[str, Fields]] = {}
        self._by_head: dict[str, dict[str, Fields]] = {}
        self._agencies: dict[str, Fields] = {}

    def agency(self, text: str) -> Fields | None:
        """The news agency that goes by the word before "News" or "Press" in its name ("Corran" for "Corran News")."""
        return self._agencies.get(folded(text))

    def learn(self, named: Iterable[tuple[Part, Fields]]) -> None:
        """Take in the bodies and outlets with whole names."""
        text = self._analysis.document.text
        initialed: dict[str, dict[str, Fields]] = {}
        for part, fields in named:
            for word in head_words(fields["name"] if part.known else part.text):
                self._by_head.setdefault(word, {})[fields["name"]] = fields
            end = self._tokens[part.last - 1].end
            if match := _ABBREVIATED.match(text, end + 1 if text[end : end + 1] == " " else end):
                self._acronyms[folded(match[1])] = fields
            elif (match := _WHERE.match(text, end)) and _has_letters(match[2], part.text, match[1]):
                self._acronyms[folded(match[2])] = fields
            head, _, noun = part.text.rpartition(" ")
            if noun in _OF_AGENCIES and head and " " not in head and not is_plain(head):
                self._agencies[folded(head)] = fields
            if plural := nickname(part.text):
                self._nicknames.setdefault(plural, {})[fields["name"]] = fields
            letters = "".join(word[0] for word in part.text.replace("-", " ").split() if word[0].isupper())
            initialed.setdefault(letters.lower(), {})[fields["name"]] = fields
        for letters, bearers in initialed.items():
            if len(letters) > 2 and len(bearers) == 1:
                self._acronyms.setdefault(letters, next(iter(bearers.values())))

    def acronym(self, text: str) -> Fields | None:
        """The body that goes by these letters ("the NPA"), or alone by this plural of its name ("the Falcons")."""
        bearers = list(self._nicknames.get(folded(text), {}).values())
        return self._acronyms.get(folded(text)) or (bearers[0] if len(bearers) == 1 else None)

    def body(self, part: Part, fields_of: Callable[[Part], Fields | None]) -> Fields | None:
        """The only body that goes by the word of its kind ("the Guard", "the Committee")."""
        full = self._told.body(part.text)
        if full is not None:  # "the Guard" of "the National Guard", "the Ministry" of "the Kenyan Foreign Ministry"
            organ = next((one for one in self._parts if one.text == full and one.kind == "body"), None)
            fields = fields_of(organ) if organ is not None else None
            if fields and fields.get("rule") == "organ of a state":
                return fields | {"rule": SHORT_NAME, "score": 0.8}
            if organ_of(full) is None:
                return as_name(full, "actor", head_types().get(part.text), rule=SHORT_NAME, score=0.85)
            return fields | {"rule": SHORT_NAME, "score": 0.8} if fields else None
        bearers = list(self._by_head.get(part.text, {}).values())
        the = part.first > 0 and self._tokens[part.first - 1].lower == "the"
        if not the or len(bearers) > 1:
            return None
        if bearers:
            return bearers[0] | {"rule": SHORT_NAME, "score": 0.8}
        if part.text in _NO_NAME:
            return None
        # Whose name ends so, another report of the case may tell.
        return as_name(part.text, "actor", head_types().get(part.text), rule=SHORT_NAME, score=0.6)
