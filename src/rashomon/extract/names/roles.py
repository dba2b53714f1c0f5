"""The titles that a person bears where the name stands: of what, since and until when, and of what state."""

import re
from collections.abc import Iterator

from rashomon.extract.names.owners import Owners
from rashomon.extract.names.parts import Part
from rashomon.extract.names.readings import subject_of
from rashomon.extract.names.titles import Bearing, around, title_before, titles_beside
from rashomon.extract.names.votes import head_of
from rashomon.extract.names.words import known
from rashomon.language.analysis import Analysis
from rashomon.language.lexicon import words
from rashomon.model.annotation import Title
from rashomon.model.values import When

# Words behind a title in which its time may stand.
_REACH = 14
_YEAR = r"(?:\w+ )?(\d{4})\b"
_FROM_TO = re.compile(rf"\b(?:from|between) {_YEAR} (?:to|until|till|and) {_YEAR}|\( ?(\d{{4}}) ?[-–] ?(\d{{4}}) ?\)")
_SINCE, _UNTIL = re.compile(rf"\bsince {_YEAR}"), re.compile(rf"\b(?:until|till) {_YEAR}")


def held_when(text: str) -> When | None:
    """The time that the words behind a title give it: "from 1998 to 2008", "until 2018", "since 2019"."""
    if both := _FROM_TO.search(text):
        first, last = (year for year in both.groups() if year)
        return _years(first, last, both[0]) if first <= last else None
    if until := _UNTIL.search(text):
        return _years(None, until[1], until[0])
    since = _SINCE.search(text)
    return _years(since[1], None, since[0]) if since else None


def _years(first: str | None, last: str | None, basis: str) -> When:
    return When(
        earliest=f"{first}-01-01" if first else None, latest=f"{last}-12-31" if last else None,
        granularity="interval", basis=basis,
    )  # fmt: skip


class Roles:
    """Reads the titles beside the names of persons in one report."""

    def __init__(self, analysis: Analysis, owners: Owners) -> None:
        self._analysis, self._tokens, self._owners = analysis, analysis.tokens, owners

    def of(self, part: Part) -> tuple[tuple[Title, ...], str | None]:
        """The titles beside a person's name, and the country of the first that has one."""
        roles, country = [], None
        before = title_before(self._analysis, part.first)
        beside = [
            one
            for one in titles_beside(self._analysis, head_of(self._tokens, part))
            if not self._is_another_who_speaks(one)
        ]
        for bearing in [*([before] if before else []), *beside]:
            text = bearing.text(self._tokens)
            owner = self._title_owner(bearing, part) or self._speaking_before(part, text)
            before_it = self._tokens[bearing.first - 1]
            people = (what := known(before_it.text)) is not None and what.kind == "demonym"
            if text and text.lower() in words("titles", "courtesy") and before_it.tag != "POS" and not people:
                owner = None  # "on leaving Y Dr X said"
            if owner and owner[1]:
                country = country or owner[1]
            if text and text.lower() not in words("titles", "courtesy"):
                time = held_when(self._behind(bearing.last if bearing.after else part.last))
                over = bearing.former(self._tokens) or (time is not None and time.latest is not None)
                of = owner[0] if owner else self._body_of(bearing)
                country = country or (None if owner else self._owners.country_of_army(bearing.last))
                roles.append(Title(title=text, of=of, time=time, former=over))
        if not roles and (told := self._told_before(part)):
            roles, country = [told[0]], country or told[1]
        roles.extend(self._served(part))
        return tuple(dict.fromkeys(roles)), country or self._apposed_country(part)

    def _is_another_who_speaks(self, bearing: Bearing) -> bool:
        """Whether an office beside a name is held by whose man says so ("Mr Orlan, his spokesman said, refused")."""
        if bearing.first < 1 or bearing.last >= len(self._tokens):
            return False
        whose, verb = self._tokens[bearing.first - 1], self._tokens[bearing.last]
        return whose.tag == "PRP$" and verb.pos == "VERB" and verb.lemma in words("naming", "speech")

    def _told_before(self, part: Part) -> tuple[Title, str | None] | None:
        """The office with its state that stands before a name and a comma ("the President of Velmora, A. Tolan")."""
        tokens, comma = self._tokens, part.first - 1
        while comma > 0 and (tokens[comma].lower in words("titles", "courtesy") or tokens[comma].text == "."):
            comma -= 1  # "the President of Velmora, Mr. A. Tolan"
        if comma < 3 or tokens[comma].text != ",":
            return None
        state = self._owners.ending(comma)
        owner = self._owners.named(state.text) if state is not None and state.kind in ("known", "name") else None
        if state is None or owner is None:
            return None
        of = state.first - 2 if tokens[state.first - 1].lower == "the" else state.first - 1
        if of < 2 or tokens[of].lower != "of" or tokens[of - 1].lower not in words("titles", "office"):
            return None
        bearing = around(self._analysis, tokens[of - 1], after=False)
        if tokens[bearing.first - 1].lower != "the":
            return None
        country = owner[1] if state.known is None or state.known.type == "state" else None
        return Title(title=bearing.text(tokens), of=owner[0], former=bearing.former(tokens)), country

    def _apposed_country(self, part: Part) -> str | None:
        """The country that an apposition tells without an office ("X, a Kenyan activist")."""
        for one in head_of(self._tokens, part).all("appos"):
            for inner in one.all("amod", "poss"):
                owner = self._owners.before(inner.i + 1)
                if owner is not None and one.pos == "NOUN":
                    return owner[1]
        return None

    def _behind(self, i: int) -> str:
        """The words from the token `i` on up to the next verb or the end of the clause."""
        words_ = []
        for token in self._tokens[i : i + _REACH]:
            if (
                token.pos in ("VERB", "AUX")
                or token.text in (",", ";", ".")
                or token.sentence != self._tokens[i].sentence
            ):
                break
            words_.append(token.text)
        return " ".join(words_)

    def _served(self, part: Part) -> Iterator[Title]:
        """The offices that a relative clause tells of ("X, who served as governor until 2018, …")."""
        for clause in head_of(self._tokens, part).all("relcl"):
            if not any(one.lower == "who" for one in clause.all("nsubj")):
                continue
            office = clause.child("attr") if clause.lemma == "be" else None
            if clause.lemma in ("serve", "act"):
                office = next((p.child("pobj") for p in clause.all("prep") if p.lower == "as"), None)
            if office is None or office.lower not in words("titles", "office"):
                continue
            bearing = around(self._analysis, office, after=True)
            owner = self._owners.before(bearing.first) or self._owners.behind(bearing.last)
            time = held_when(" ".join(one.text for one in self._tokens[office.i : office.i + _REACH]))
            over = clause.tag == "VBD" and (time is None or time.latest is not None)
            yield Title(title=bearing.text(self._tokens), of=owner[0] if owner else None, time=time, former=over)

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
            if subject is not None and root.lemma in words("naming", "declaring") and not before.role:
                spoke = self._owners.ending(subject.i + 1)
                if spoke is not None and spoke.kind in ("known", "name"):
                    return self._owners.named(spoke.text)
        return None

    def _adjective(self, first: int) -> int:
        """Where the adjectives before a title begin ("Y's *new* president", "the Y *junior* minister")."""
        i = first
        while i and self._tokens[i - 1].pos in ("ADJ", "ADV") and self._tokens[i - 1].text.islower():
            i -= 1
        return i

    def _body_of(self, bearing: Bearing) -> str | None:
        """The words of the body in which an office is held ("leader of the Front"); ranks are held in none."""
        if self._tokens[bearing.head].lower in words("titles", "rank") - {"commander"}:
            return None
        behind = self._owners.body_behind(bearing.last)
        return (
            behind
            or self._owners.body_before(bearing.first)
            or self._owners.body_before(self._adjective(bearing.first))
        )

    def _title_owner(self, bearing: Bearing, part: Part) -> tuple[str, str | None] | None:
        """Of what a title is: the adjective before it, or "of Y" behind it or behind the name."""
        return (
            self._owners.before(bearing.first)
            or self._owners.before(self._adjective(bearing.first))
            or self._owners.behind(bearing.last)
            or (self._owners.behind(part.last) if not bearing.after else None)
        )
