"""A deed: the words that tell of something done, with those who take part."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.extract.events.frames import Frame
from rashomon.extract.events.patterns import Pattern
from rashomon.extract.events.roles import Links
from rashomon.extract.found import Found
from rashomon.language.analysis import Token
from rashomon.model.annotation import Time


@dataclass(slots=True)
class Deed:
    """A cue with what stands around it, before it becomes an event."""

    head: Token
    cue: list[Token]
    pattern: Pattern
    frame: Frame | None = None
    verb: Token | None = None
    initiators: Links = ()
    recipients: Links = ()
    accused: bool = False
    """Whether it is what somebody is accused of."""
    blamed: bool = False
    """Whether it came about, and the accusation is only about whose fault it was."""

    @property
    def nouns(self) -> list[Token]:
        """The nouns that take part in what a verb tells, or the noun that tells it."""
        return [*self.frame.objects, *self.frame.subjects] if self.frame else [self.head]


def has_day(found: Found, head: Token) -> bool:
    """Whether a day stands with a word ("on Tuesday", "of 13 March"), and not inside a clause below it."""
    starts = {one.start for one in own_words(head)}
    return any(
        one.timex.type in ("DATE", "TIME") and one.evidence[0].start in starts
        for one in found.within(Time, min(starts), max(starts) + 1)
    )


def own_words(head: Token) -> Iterator[Token]:
    """The words below a word that are in no clause of their own."""
    left = [head]
    while left:
        token = left.pop()
        yield token
        left += [one for one in token.children if one.dep not in _OTHER_CLAUSES]


_OTHER_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "conj", "parataxis"})
