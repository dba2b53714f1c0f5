"""The neighbourhood of a reading, for the checks."""

from rashomon.extract.times.forms import Reading
from rashomon.language.analysis import Analysis, Token


class Company:
    """A reading's neighbourhood: the flattened text before and after it, its tokens and theirs."""

    def __init__(self, analysis: Analysis, flat: str, reading: Reading) -> None:
        self.before = flat[max(0, reading.start - 40) : reading.start]
        self.after = flat[reading.end : reading.end + 40]
        self.said = flat[reading.start : reading.end]
        self.tokens = analysis.tokens_in(reading.start, reading.end)
        self._all = analysis.tokens
        sentence = analysis.sentences[self.tokens[0].sentence] if self.tokens else None
        self.heading = sentence is not None and sentence.end - sentence.start == reading.end - reading.start

    @property
    def next(self) -> Token | None:
        """The word after."""
        k = self.tokens[-1].i + 1 if self.tokens else len(self._all)
        return self._all[k] if k < len(self._all) else None

    @property
    def previous(self) -> Token | None:
        """The word before."""
        k = self.tokens[0].i - 1 if self.tokens else -1
        return self._all[k] if k >= 0 else None
