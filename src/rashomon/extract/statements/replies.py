"""What a denial denies and a rejection rejects: the claim of this report it answers.

A denial points back ("denied the charge", "denied it"), or says again what it denies
("denied that the two had spoken of a canal"). It answers another voice, at most three
paragraphs back: the claim that fits it best, of those the nearest, none where two fit
alike in the same sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.found import Found
from rashomon.extract.statements.drafts import Draft, words_in
from rashomon.extract.statements.sides import names_of, sides_of, sides_within
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act, Link, Statement

# How many paragraphs back a claim may stand.
_BACK = 3
# Two statements are of the same thing where this many nouns and verbs are the same, and a third of the denial's.
_SHARED = 2
# How many sentences behind a denial its speakers may go on denying, and in how many words.
_GOES_ON = 2
_SHORT = 20
# How well a claim fits a denial.
_ACCUSED, _NAMED, _SAME, _NEAR = 4, 3, 2, 1
_POINTING = ("it", "that", "this", "there")
_NONE = ("no", "nobody", "none", "nothing", "neither", "not")


@dataclass(slots=True, kw_only=True)
class _Told:
    """A statement with its draft and the sentence of its cue."""

    draft: Draft
    statement: Statement
    sentence: Sentence


class Replies:
    """The statements of a report so far, and which one a later one answers."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._before: list[_Told] = []

    def add(self, draft: Draft, statement: Statement) -> None:
        """Take in a statement that later ones may answer."""
        sentence = self._analysis.sentence_at(draft.place[0])
        if sentence is not None:
            self._before.append(_Told(draft=draft, statement=statement, sentence=sentence))

    def answer(self, draft: Draft, speakers: tuple[Link, ...]) -> tuple[Act, str | None]:
        """The act of a draft, and the id of the claim it denies or rejects (None where it is not certain)."""
        if draft.act in ("deny", "reject") and draft.cue:
            return draft.act, self._target(draft, speakers)
        if (denial := self._gone_on(draft, speakers)) is not None:
            return "deny", denial.statement.of
        if (claim := self._contradicted(draft, speakers)) is not None:
            return "deny", claim.statement.id
        return draft.act, None

    def _contradicted(self, draft: Draft, speakers: tuple[Link, ...]) -> _Told | None:
        """The claim right before that somebody else says is not so: "“That did not come up,” the spokesman said"."""
        here = self._analysis.sentence_at(draft.place[0])
        last = self._before[-1] if self._before else None
        if draft.act != "say" or here is None or last is None or not draft.cue or draft.rule == "orphan":
            return None
        near = 0 < here.index - last.sentence.index <= 1 and here.paragraph - last.sentence.paragraph <= 1
        other = not names_of(self._found, speakers) & self._names_in(last) and bool(speakers)
        if not near or not other or _holds(last.draft, draft):
            return None
        if _is_pronoun(speakers) or not (is_negated(self._analysis, draft) or is_untrue(self._analysis, draft)):
            return None
        # The "it" of reported speech is the speaker ("the ministry said it could not comment").
        quoted = self._analysis.quote_at(draft.content[0][0]) is not None
        pointing = any(
            one.dep in ("nsubj", "nsubjpass") and one.lower in ("that", "this", *(["it"] if quoted else []))
            for one in _heads_below(draft, self._analysis)
        )
        told = [one for one in self._before if one.sentence is last.sentence]
        outer = [one for one in told if not any(_holds(other.draft, one.draft) for other in told)]
        answered = pointing and len(outer) == 1 and outer[0].statement.act in ("say", "accuse")
        return outer[0] if answered else None

    def _gone_on(self, draft: Draft, speakers: tuple[Link, ...]) -> _Told | None:
        """The denial right before that a negated saying of the same side goes on: "“It did not come up,” she said"."""
        sentence = self._analysis.sentence_at(draft.place[0])
        denials = [one for one in self._before if one.statement.act == "deny" and one.statement.of]
        if not denials or draft.act != "say" or sentence is None or not is_negated(self._analysis, draft):
            return None
        if sentence.index - denials[-1].sentence.index > _GOES_ON:
            return None
        denial = denials[-1]
        claim = next((one for one in self._before if one.statement.id == denial.statement.of), None)
        if claim is None or self._names_in(claim) & names_of(self._found, speakers):
            return None
        pointing = any(
            one.dep in ("nsubj", "nsubjpass") and one.lower in _POINTING for one in _heads_below(draft, self._analysis)
        )
        same = _topic(self._analysis, draft) & (
            _topic(self._analysis, denial.draft) | _topic(self._analysis, claim.draft)
        )
        return denial if same or pointing else None

    def _target(self, draft: Draft, speakers: tuple[Link, ...]) -> str | None:
        here = self._analysis.sentence_at(draft.place[0])
        if here is None:
            return None
        own, sides = names_of(self._found, speakers), sides_of(self._found, speakers)
        best: tuple[int, int] | None = None
        chosen: list[_Told] = []
        for one in self._claims(draft, here, own):
            fit = self._fit(draft, one, here, sides)
            rank = (fit, one.sentence.index)
            if fit and (best is None or rank >= best):
                chosen = [*chosen, one] if rank == best else [one]
                best = rank
        outer = [one for one in chosen if not any(_holds(other.draft, one.draft) for other in chosen)]
        return outer[0].statement.id if len(outer) == 1 else None

    def _claims(self, draft: Draft, here: Sentence, own: frozenset[str]) -> Sequence[_Told]:
        """The statements of other voices that a denial may answer, in text order."""
        return [
            one
            for one in self._before
            if here.paragraph - one.sentence.paragraph <= _BACK
            and one.statement.act not in ("deny", "reject")
            and not own & self._names_in(one)
            and not _holds(one.draft, draft)
        ]

    def _fit(self, draft: Draft, claim: _Told, here: Sentence, sides: frozenset[str]) -> int:
        """How well a claim fits a denial by `sides`, 0 where it does not."""
        accused = bool(sides & sides_of(self._found, claim.statement.accused))
        pointed = pointed_at(draft)
        if pointed is not None:
            near = here.index - claim.sentence.index <= _GOES_ON
            named = near and self._names(claim, sides)
            if pointed.lemma in words("speech", "charges") and claim.statement.act != "accuse":
                return _NEAR if named else 0  # "said that it had bombed the port" may be called a charge
            if pointed is draft.verb and not accused:  # "Chile denies." says nothing of what was told just before
                said = (sides_within(self._found, span.start, span.end) for span in claim.statement.content)
                return _NAMED if named and any(sides & one for one in said) else 0
            return _ACCUSED if accused else _NAMED if named else _NEAR if near else 0
        topic = _topic(self._analysis, draft)
        shared = len(topic & _topic(self._analysis, claim.draft))
        if accused and (shared or not topic):
            return _ACCUSED
        if shared >= max(_SHARED, len(topic) // 3):
            return _NAMED if self._names(claim, sides) else _SAME
        return _SAME if shared and self._names(claim, sides) else 0

    def _names_in(self, told: _Told) -> frozenset[str]:
        """The names of who speaks in a statement."""
        return names_of(self._found, told.statement.speaker)

    def _names(self, claim: _Told, sides: frozenset[str]) -> bool:
        """Whether the claim, or the sentence before it in its paragraph, names the side that denies."""
        before = self._analysis.sentences[max(0, claim.sentence.index - 1)]
        start = before.start if before.paragraph == claim.sentence.paragraph else claim.sentence.start
        return bool(sides & sides_within(self._found, start, max(claim.sentence.end, claim.draft.reach)))


def pointed_at(draft: Draft) -> Token | None:
    """The word that only points at what is denied ("the charge", "it"); None where the words said tell it themselves.

    A denial without any words is its own pointer.
    """
    verb = draft.verb
    if verb is None:
        return None
    if not draft.content:
        return verb
    small = verb.child("oprd", "ccomp", "xcomp")
    thing = verb.child("dobj", "nsubjpass") or (small.child("nsubj") if small is not None else None)
    if verb.dep == "relcl" and (thing is None or thing.i < verb.i):
        thing = verb.head
    if thing is not None and any(one.lower == "such" for one in thing.children):
        return thing  # "denied any such shipment"
    if thing is None or thing.lower not in words("speech", "anaphors") or thing.child("acl", "prep") is not None:
        return None
    return thing


def is_negated(analysis: Analysis, draft: Draft) -> bool:
    """Whether the words said are few and say that something is not so."""
    inside = words_in(analysis, draft)
    if len(inside) > _SHORT:
        return False
    numbers = {one.i for one in inside}
    for one in inside:
        if one.pos in ("VERB", "AUX", "ADJ") and (one.head is one or one.head.i not in numbers):
            if one.child("neg") is not None or any(_is_none(thing) for thing in one.all("attr", "dobj")):
                return True
            subject = one.child("nsubj", "nsubjpass")
            if subject is not None and _is_none(subject):
                return True
    return False


def _is_none(noun: Token) -> bool:
    """Whether a phrase says that there is none: "nobody", "no mine"."""
    return noun.lower in _NONE or any(each.lower in _NONE for each in noun.children)


def is_untrue(analysis: Analysis, draft: Draft) -> bool:
    """Whether the words said are few and call something untrue: "This is a lie"."""
    inside = words_in(analysis, draft)
    if len(inside) > _SHORT:
        return False
    return any(one.dep in ("acomp", "attr") and one.lemma.lower() in words("speech", "lies") for one in inside)


def _is_pronoun(links: tuple[Link, ...]) -> bool:
    """Whether a speaker is told by a pronoun, so that it may be the same as before."""
    return any(one.span is not None and one.span.text.lower() in ("he", "she", "it", "they") for one in links)


def _heads_below(draft: Draft, analysis: Analysis) -> list[Token]:
    """The words that hang on the topmost words of what was said."""
    inside = words_in(analysis, draft)
    numbers = {one.i for one in inside}
    tops = [one for one in inside if one.head is one or one.head.i not in numbers]
    return [below for one in tops for below in one.children]


def _topic(analysis: Analysis, draft: Draft) -> frozenset[str]:
    """The nouns and verbs of the words said, without those that many sentences have."""
    common = words("speech", "commonplaces")
    return frozenset(
        one.lemma.lower()
        for one in words_in(analysis, draft)
        if one.pos in ("NOUN", "VERB") and one.lemma.lower() not in common
    )


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the inner draft is told in the words of the outer one."""
    start, end = inner.place
    return outer is not inner and any(a <= start and end <= b for a, b in outer.content)
