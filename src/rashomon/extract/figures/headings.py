"""What the line above a table or list tells of all its numbers: whose they are, who counts, as of when."""

from collections.abc import Sequence

from rashomon.extract.found import Found
from rashomon.extract.parties import Parties, is_enemy
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.model.annotation import Link, Time
from rashomon.model.values import When


class Headings:
    """Reads the lines that head the tables and lists of one report."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._parties = Parties(analysis, found)

    def side(self, above: Sentence | None, label: Sequence[Token]) -> tuple[Link, ...]:
        """Whose the numbers are: who the label names, else whose losses the line above is about."""
        for token in reversed(label):
            mention = self._found.mention_of(token)
            if mention is not None and mention.type != "person":
                return (self._parties.whose(self._parties.named(token)),)
        names = [token for token in label if token.pos == "PROPN"]
        if names:
            span = self._analysis.span(names)
            return (Link(span=span),)
        for token in self._analysis.words(above) if above is not None else ():
            if token.pos == "NOUN" and not _is_counter(token):
                links = self._parties.modifying(token)
                enemy = [one for one in (token, *token.all("compound", "amod", "poss")) if is_enemy(one)]
                if links or enemy:
                    return links or (Link(span=self._analysis.span(enemy[:1])),)
        return ()

    def counter(self, above: Sentence | None) -> tuple[Link, ...]:
        """Who counts, where the line above says by whom ("Losses reported by the army"); the report last."""
        for token in self._analysis.words(above) if above is not None else ():
            if token.dep == "pobj" and _is_counter(token):
                return (self._found.link(token), Link(document=self._analysis.document.id))
        return ()

    def when(self, above: Sentence | None) -> When | None:
        """The last day named in the line above; None where it names none."""
        if above is None:
            return None
        times = [one.when for one in self._found.within(Time, above.start, above.end) if one.when.known]
        return times[-1] if times else None


def _is_counter(token: Token) -> bool:
    """Whether a noun stands behind "by" or "according to"."""
    preposition = token.head
    return preposition.lower in ("by", "to", "from") and (
        preposition.lower == "by" or preposition.head.lower in ("according", "source", "figures")
    )
