"""What earlier extractors found in a report, and how later ones look it up."""

from bisect import bisect_left
from calendar import month_name
from collections.abc import Iterable, Sequence
from typing import TypeVar

from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Annotation, Event, Figure, Link, Mention, Pledge, Statement, Time
from rashomon.model.text import Span

A = TypeVar("A", bound=Annotation)

VOICE = "voice without a name"
"""The rule of mentions of who speaks and has no name: they make somebody of a speaker, and tell no later
extractor what a noun stands for."""

# The rules of mentions by which no later extractor is told what a noun stands for: besides voices, an organ in the
# title of who speaks, and captives, who are first of all of their own side.
_INNER = frozenset({VOICE, "organ before a title", "captives by their number"})


class Found:
    """The annotations of one report so far, each kind in text order, without doubles."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._by_id: dict[str, Annotation] = {}
        self._by_kind: dict[str, list[Annotation]] = {}
        self._starts: dict[str, list[int]] = {}
        self._mention_at: dict[int, Mention] = {}

    def add(self, annotations: Iterable[Annotation]) -> None:
        """Take in what an extractor found."""
        kinds = set()
        for one in annotations:
            if one.id not in self._by_id:
                self._by_id[one.id] = one
                self._by_kind.setdefault(one.kind, []).append(one)
                kinds.add(one.kind)
                if isinstance(one, Mention) and one.rule not in _INNER and (head := head_of(self._analysis, one)):
                    self._mention_at[head.i] = one
        for kind in kinds:
            same = self._by_kind[kind]
            same.sort(key=lambda one: (one.evidence[0].start, one.evidence[0].end))
            self._starts[kind] = [one.evidence[0].start for one in same]

    def amend(self, annotations: Iterable[Annotation]) -> None:
        """Put annotations in the place of those of the same ids: what they say of others is known only at the end."""
        changed = {one.id: one for one in annotations}
        self._by_id.update(changed)
        for kind in {one.kind for one in changed.values()}:
            self._by_kind[kind] = [changed.get(one.id, one) for one in self._by_kind[kind]]

    def all(self) -> list[Annotation]:
        """Everything, in the order in which it was found."""
        return list(self._by_id.values())

    def record(self, id: str) -> Annotation | None:
        """The annotation of that id."""
        return self._by_id.get(id)

    @property
    def mentions(self) -> Sequence[Mention]:
        """Who and what is named, in text order."""
        return self._of(Mention)

    @property
    def times(self) -> Sequence[Time]:
        """The time expressions, in text order."""
        return self._of(Time)

    @property
    def statements(self) -> Sequence[Statement]:
        """Who says what, in text order."""
        return self._of(Statement)

    @property
    def events(self) -> Sequence[Event]:
        """What is told to have happened, in text order."""
        return self._of(Event)

    @property
    def pledges(self) -> Sequence[Pledge]:
        """The pledges, in text order."""
        return self._of(Pledge)

    @property
    def figures(self) -> Sequence[Figure]:
        """The figures, in text order."""
        return self._of(Figure)

    def _of(self, kind: type[A]) -> Sequence[A]:
        return self._by_kind.get(kind.kind, [])  # type: ignore[return-value]

    def within(self, kind: type[A], start: int, end: int) -> list[A]:
        """The annotations of a kind whose evidence begins from `start` to before `end`."""
        starts = self._starts.get(kind.kind, [])
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        return list(self._of(kind)[first:last]) if first < last else []

    def mention_of(self, token: Token) -> Mention | None:
        """The mention whose head word is `token` ("Orlo" in "President Ana Maria Orlo")."""
        return self._mention_at.get(token.i)

    def link(self, token: Token) -> Link:
        """Who or what the noun phrase headed by `token` stands for, and the whole phrase."""
        mention = self.mention_of(token)
        return Link(span=phrase(self._analysis, token), mention=mention.id if mention else None)

    def links(self, token: Token) -> tuple[Link, ...]:
        """The same for each member of a coordination ("Russia and France") and each one meant by "both sides"."""
        return tuple(link for one in coordinated(token) for link in self._each(one))

    def _each(self, token: Token) -> tuple[Link, ...]:
        mention = self.mention_of(token)
        if mention is None or len(mention.antecedents) < 2:
            return (self.link(token),)
        span = phrase(self._analysis, token)
        return tuple(Link(span=span, mention=one) for one in mention.antecedents)


def head_of(analysis: Analysis, mention: Mention) -> Token | None:
    """The word of a mention on which its other words hang; the last one where there are several.

    None where its words were not analysed, as those of a dateline.
    """
    span = mention.evidence[0]
    inside = analysis.tokens_in(span.start, span.end)
    heads = [token for token in inside if token.head is token or not span.start <= token.head.start < span.end]
    found = heads or inside
    return found[-1] if found else None


def coordinated(token: Token) -> list[Token]:
    """The token and those coordinated with it, in text order.

    The parse hangs a second name on what the first is said to be ("X, the premier of A, and Y, …").
    """
    found = [token]
    for one in token.children:
        if one.dep == "conj":
            found.extend(coordinated(one))
        elif one.dep == "appos" and token.pos == "PROPN" and one.pos == "NOUN":
            for name in one.all("conj"):
                if name.pos == "PROPN" and any(mark.text == "," for mark in one.children):
                    found.extend(coordinated(name))
    return found


# What stands before a noun and belongs to its phrase.
_BEFORE = {"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet", "advmod", "npadvmod", "case"}


def phrase(analysis: Analysis, token: Token) -> Span | None:
    """The words of the noun phrase headed by `token`: determiners, titles, modifiers, "of …".

    Relative clauses, appositions and what is coordinated with it are left out.
    """
    if token.i not in analysis.phrases:
        analysis.phrases[token.i] = _phrase(analysis, token)
    return analysis.phrases[token.i]


def _phrase(analysis: Analysis, token: Token) -> Span | None:
    kept = [token]
    for one in token.children:
        if (one.dep in _BEFORE and one.i < token.i) or (
            one.dep == "prep" and one.lower == "of" and not one.child("pcomp")
        ):
            kept.extend(_before_comma(_inside(one)))
    return analysis.span(_behind_date(kept))


def _behind_date(tokens: list[Token]) -> list[Token]:
    """The words behind a date that the parse hangs on a noun ("On *7 February Thai troops*")."""
    ordered = sorted(tokens, key=lambda one: one.i)
    if len(ordered) < 3 or ordered[0].tag != "CD" or ordered[1].text not in month_name[1:]:
        return tokens
    return ordered[3 if ordered[2].tag == "CD" and len(ordered[2].text) == 4 and len(ordered) > 3 else 2 :]


def _before_comma(tokens: list[Token]) -> list[Token]:
    """Words up to a comma that begins an apposition which the parse takes for the noun ("of the Republic, X")."""
    ordered = sorted(tokens, key=lambda one: one.i)
    commas = [place for place, one in enumerate(ordered) if one.text == ","]
    return ordered[: commas[0]] if commas and not any(one.dep == "cc" for one in ordered) else ordered


def _inside(token: Token) -> list[Token]:
    """What hangs on a word, appositions left out ("the President of the Republic, X")."""
    return [token, *(inner for one in token.children if one.dep != "appos" for inner in _inside(one))]
