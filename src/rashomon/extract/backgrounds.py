"""Whether an event belongs to history rather than to the conflict that the report tells of.

A report of a war recalls earlier ones: years long gone, "between 1988 and 1994", the
narrative that follows them, what came before something old. Such events are marked
background; they stay out of the timeline.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rashomon.extract.found import Found
from rashomon.extract.recollections import is_then_as_now, sections_looking_back
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import EventType
from rashomon.model.values import When

# What lies this long before publication is history: reports tell of a conflict's months, and recall its years.
_HISTORY = timedelta(days=300)
_YEAR_ROUND = timedelta(days=366)
# Under a heading that looks back, what lies this long before publication is history too.
_LATELY = timedelta(days=100)
_YEAR = re.compile(r"(1[0-9]{3}|20[0-9]{2})s?(?:[-–](?:[0-9]{4}|[0-9]{2})s?)?")
_RECALLING = frozenset({"remember", "forget", "recall", "invoke"})
_LONG = frozenset({"decade", "century", "generation", "year"})
_WARS = frozenset({"war", "wars", "conflict"})
_AGO = frozenset({"ago", "earlier", "before"})
# Steps from a time up to the word it dates; a clause begins where they end.
_INSIDE = frozenset(
    {
        "pobj",
        "prep",
        "nummod",
        "compound",
        "npadvmod",
        "conj",
        "pcomp",
        "advmod",
        "amod",
        "poss",
        "appos",
        "nmod",
        "quantmod",
        "tmod",
        "det",
    }
)
_MODIFIES = frozenset({"nummod", "compound", "amod", "poss", "nmod"})
# After these a time bounds what happened and does not date it ("the worst since the 1994 truce").
_BOUNDS = frozenset({"since", "until", "till", "like", "as", "than", "after", "unlike"})
_PACTS = frozenset({"treaty", "agreement", "accord", "pact", "convention", "protocol", "charter", "armistice"})
# What comes into being by being done: "signed the 1994 truce" is as old as the truce, "broke" it is not.
_MAKING = frozenset({"AGREE", "SUPPORT", "CONCEDE", "CONSULT", "REQUEST"})
# Of these what a paper binds one to: a request or a visit under an old treaty may be of today.
_UNDERTAKING = frozenset({"AGREE", "SUPPORT", "CONCEDE"})


class Background:
    """Tells for the words of one report whether what they tell of is history."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._today = _today(analysis)
        self._years = [
            (token, int(year.group(1)))
            for token in analysis.tokens
            if token.tag == "CD" or token.text[0] in "12"
            if (year := _YEAR.fullmatch(token.text))
        ]
        self._last_year = max((year for _, year in self._years), default=0)
        self._dated: dict[int, bool] = {}  # by word: whether the time that dates it is old
        for token, old in self._times(found):
            self._attach(token, old)
        self._past: dict[int, bool] = {}
        self._sections = [one for one in sections_looking_back(analysis) if self._begins_old(*one)]

    def __call__(self, token: Token, type: EventType, happened: When) -> bool:
        """Whether an event of this type, told by `token`, is history."""
        last = happened.last_day if self._today is not None else None
        if last is not None and self._today is not None and last < self._today - _reach(happened.granularity):
            return True
        if last is not None and self._is_looked_back_on(token, last):
            return True
        if self._today is None and self._is_of_old_year(happened):
            return True
        undated = is_then_as_now(token) or _goes_on(token)
        if last is not None and not undated and happened.granularity != "year" and not self._dated.get(token.i):
            return False
        return self._by_object(token, type) or self._is_past(token) or self._continues(token)

    def _is_looked_back_on(self, token: Token, last: date) -> bool:
        """Whether a word stands in a section that looks back, and what it tells is not of these weeks."""
        here = any(start <= token.start < end for start, end in self._sections)
        return here and self._today is not None and last < self._today - _LATELY

    def _begins_old(self, start: int, end: int) -> bool:
        """Whether the first sentence of a section tells of old times."""
        inside = (one for one in self._analysis.body if start <= one.start < end)
        first = next(inside, None)
        return first is not None and any(self._dated.get(one.i) for one in self._analysis.words(first))

    def _is_of_old_year(self, happened: When) -> bool:
        """Whether a time is in a year that the report told as long gone ("in 1990 …; he was killed that autumn")."""
        last = happened.last_day
        if last is None or happened.granularity == "day":
            return False
        return any(year == last.year and self._old_year(year, bare=not _in_full_date(one)) for one, year in self._years)

    def _times(self, found: Found) -> Iterator[tuple[Token, bool]]:
        """The words of times, and whether they are old."""
        for token, year in self._years:
            yield token, self._old_year(year, bare=not _in_full_date(token))
        for token in self._analysis.tokens:
            if (token.lower in _WARS and _is_former_war(token)) or (token.lemma in _LONG and _long_ago(token)):
                yield token, True
        for time in found.times:
            if time.when.known and self._today is not None:
                tokens = self._analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
                last = time.when.last_day
                old = last is not None and last < self._today - _reach(time.granularity)
                if not tokens or (tokens[0].i and self._analysis.tokens[tokens[0].i - 1].lower == "as"):
                    continue  # "then as now"
                if old or time.granularity != "year" or (last is not None and last >= self._today):
                    yield _top(tokens), old

    def _old_year(self, year: int, *, bare: bool) -> bool:
        if self._today is None:
            return bare or year + 1 < self._last_year
        return date(year, 12, 31) < self._today - _HISTORY

    def _attach(self, token: Token, old: bool) -> None:
        """Note the word that a time dates, and the verb above it where it is part of what the verb says."""
        word, bounded = token, False
        if token.lower in _WARS:
            self._note(token, old)
            if token.dep in ("nsubj", "nsubjpass", "dobj") and token.head.pos == "VERB":
                self._note(token.head, old)
            return
        while word.dep in _INSIDE and word.head is not word:
            step = word
            word = word.head
            bounded = bounded or (word.lower in _BOUNDS and word.dep in ("prep", "mark", "pcomp"))
            if _is_thing(word):
                if bounded:
                    return
                self._note(word, old)
                if step.dep in _MODIFIES or step.lower == "of":
                    return
                verb = word.head
                if word.dep in ("dobj", "attr", "nsubjpass") and verb.pos == "VERB":
                    self._note(verb, old)
                    return
            if word.pos in ("VERB", "AUX"):
                break
        if not bounded and word.pos in ("VERB", "AUX"):
            self._note(word, old)

    def _note(self, word: Token, old: bool) -> None:
        # A recent time beside an old one wins: "signed on Monday, as in 1994".
        self._dated[word.i] = old and self._dated.get(word.i, True)

    def _by_object(self, token: Token, type: EventType) -> bool:
        """Whether what is made is itself old ("brokered a 1994 truce")."""
        if self._dated.get(token.i) is False:
            return False
        if type in _UNDERTAKING and self._is_under_old_pact(token):
            return True
        for one in token.all("dobj", "nsubjpass"):
            indefinite = any(inner.lower in ("a", "an") for inner in one.all("det"))
            if self._dated.get(one.i) and (indefinite or type in _MAKING):
                return True
        return False

    def _is_under_old_pact(self, verb: Token) -> bool:
        """Whether something was bound to by an old paper ("under a treaty signed in 1931 they undertook to …")."""
        here = self._analysis.words(self._analysis.sentence_of(verb))
        if verb.lemma not in words("events", "undertaking") or any(self._dated.get(one.i) is False for one in here):
            return False
        papers = [noun for one in verb.all("prep") if one.lower in ("under", "by", "in") for noun in one.all("pobj")]
        signed = [one for noun in papers if noun.lemma.lower() in _PACTS for one in noun.all("acl")]
        return verb.tag == "VBD" and any(self._is_past(one) for one in signed)

    def _is_past(self, token: Token) -> bool:
        known = self._past.get(token.i)
        if known is None:
            self._past[token.i] = False  # a guard against loops
            known = self._past[token.i] = self._find_past(token)
        return known

    def _find_past(self, token: Token) -> bool:
        if token.i in self._dated and not _goes_on(token):
            return self._dated[token.i]
        for one in token.all("advcl"):  # what came before something old is old
            if any(mark.lower == "before" for mark in one.all("mark", "advmod")) and (
                self._is_past(one) or self._by_object(one, "AGREE")
            ):
                return True
        if self._is_in_old_year(token):
            return True
        for one in token.all("prep"):
            if one.lower == "before" and any(self._dated.get(noun.i) for noun in one.all("pobj")):
                return True
            if one.lower in ("in", "during", "amid") and any(
                self._is_past(verb) for noun in one.all("pobj") for verb in noun.all("relcl")
            ):
                return True
        if any(self._is_past(one) for one in token.all("conj", "xcomp") if one.pos == "VERB"):
            return True
        if token.head is token:
            return False
        return self._is_past(token.head) and not _new_clause(token)

    def _is_in_old_year(self, verb: Token) -> bool:
        """Whether a clause tells what was done in an old year before it ("since 1996, when troops came over")."""
        when = next((one for one in verb.all("advmod") if one.lower == "when" and one.i < verb.i), None)
        if when is None or verb.dep not in ("relcl", "advcl") or verb.tag != "VBD":
            return False
        before = next((one for one in reversed(self._analysis.tokens[: when.i]) if one.text != ","), None)
        return any(token is before and self._old_year(year, bare=True) for token, year in self._years)

    def _continues(self, token: Token) -> bool:
        """Whether a sentence goes on with the history that the one before it told."""
        here = self._analysis.sentence_of(token)
        for sentence in reversed(self._analysis.sentences[: here.index]):
            if sentence.paragraph != here.paragraph or not self._narrates(here):
                return False
            roots = [root for root in self._analysis.roots(sentence) if root.pos in ("VERB", "AUX")]
            verbs = roots
            if not any(root.tag == "VBD" for root in roots):  # "those who remember 1931 will not be surprised"
                verbs = [one for one in self._analysis.words(sentence) if one.lemma in _RECALLING]
            if any(self._is_past(root) for root in roots) or any(self._recalls(verb) for verb in verbs):
                return True
            here = sentence
        return False

    def _recalls(self, verb: Token) -> bool:
        """Whether a verb calls an old year to mind: "We have not forgotten 1973"."""
        if verb.lemma not in _RECALLING:
            return False
        return any(token.head is verb and self._old_year(year, bare=True) for token, year in self._years)

    def _narrates(self, sentence: Sentence) -> bool:
        """Whether a sentence is in the simple past, without a time of its own."""
        tokens = self._analysis.words(sentence)
        if any(self._dated.get(token.i) is False for token in tokens):
            return False
        roots = [root for root in self._analysis.roots(sentence) if root.pos in ("VERB", "AUX")]
        return bool(roots) and all(
            root.tag == "VBD" or any(one.tag == "VBD" for one in root.all("aux", "auxpass")) for root in roots
        )


def _reach(granularity: str | None) -> timedelta:
    """How far back what has a time of this granularity is of the day; "on 4 June" is within a year of it."""
    return _YEAR_ROUND if granularity == "day" else _HISTORY


def _is_thing(word: Token) -> bool:
    """Whether a word is a noun that a time may date, and no part of the time itself."""
    if word.pos not in ("NOUN", "PROPN") or word.dep in ("npadvmod", "tmod") or word.lemma in _LONG:
        return False
    return word.text[:3].title() not in _MONTHS and word.lower not in ("summer", "winter", "spring", "autumn", "month")


def _today(analysis: Analysis) -> date | None:
    """The day the report looks back from; None where that is open."""
    published = analysis.document.published
    # Of an interval its first day: what may be recent must not pass for history.
    return published.first_day if published.last_day is not None else None


def _in_full_date(token: Token) -> bool:
    """Whether a year stands with a day and month ("October 8, 2020")."""
    near = [token.head, *token.head.children, *token.children]
    month = any(one.text[:3].title() in _MONTHS and one.tag == "NNP" for one in near)
    return month and any(one.text.isdigit() and len(one.text) < 3 for one in near)


_MONTHS = frozenset({"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"})


def _is_former_war(token: Token) -> bool:
    """Whether it is "the last war", "an earlier conflict"."""
    return token.lower in _WARS and any(one.lower in words("events", "former") for one in token.all("amod"))


def _long_ago(token: Token) -> bool:
    """Whether it is "three decades ago", "fourteen years earlier"."""
    if token.lemma not in _LONG or not any(one.lower in _AGO for one in (*token.children, token.head)):
        return False
    return token.lemma != "year" or _many_years(token)


def _many_years(token: Token) -> bool:
    """Whether it is two years or more ("fourteen years ago")."""
    return token.tag == "NNS" and any(
        one.dep == "nummod" or one.lower in ("many", "some", "several") for one in token.children
    )


def _top(tokens: list[Token]) -> Token:
    """The word of a time on which its others hang."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head is token), tokens[-1])


def _goes_on(verb: Token) -> bool:
    """Whether a clause goes on with the one before it ("he returned in 1931, and by spring had cleared it")."""
    if verb.dep != "conj" or verb.head.tag != "VBD" or verb.tag != "VBN":
        return False
    return any(one.lower == "had" for one in verb.all("aux"))


def _new_clause(token: Token) -> bool:
    """Whether a clause below an old one has its own time (the perfect of today, speech about it)."""
    return token.tag in ("VBZ", "VBP") or any(one.tag in ("VBZ", "VBP", "MD") for one in token.all("aux", "auxpass"))
