"""A statement before it is known who carried it and what it answers: its cue, its source, the places of its words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Act, Mention
from rashomon.model.text import Span

Place = tuple[int, int]
"""From one character of the document to another."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """A cue, who speaks by it, and the places of what was said.

    `carriers` are those who quote or read out the speaker, innermost first; `own` is
    whether the report itself speaks; `score` is the chance that a draft is right, where
    the weights have weighed it; `voice` names who speaks where it is that one's turn.
    """

    cue: list[Token]
    act: Act
    source: Source
    content: list[Place]
    rule: str
    accused: Source = field(default_factory=Source)
    addressees: list[Token] = field(default_factory=list)
    carriers: list[Source] = field(default_factory=list)
    own: bool = False
    score: float | None = None
    voice: Mention | None = None

    @property
    def place(self) -> Place:
        """From the first to the last character of the cue; of the words said where there is no cue."""
        if not self.cue:
            return self.content[0]
        if len(self.cue) == 1:
            return self.cue[0].start, self.cue[0].end
        return min(one.start for one in self.cue), max(one.end for one in self.cue)

    @property
    def reach(self) -> int:
        """Where the words said end."""
        return max((end for _, end in self.content), default=0)

    @property
    def verb(self) -> Token | None:
        """The word of the cue on which its other words hang; None without a cue."""
        if len(self.cue) == 1:
            return self.cue[0]
        inside = {one.i for one in self.cue}
        return next((one for one in self.cue if one.head.i not in inside or one.head is one), None)


@cache
def verbs() -> dict[str, dict[str, Act]]:
    """For each verb of speech what it takes, and the act it then is; the first mention in the lexicon wins."""
    found: dict[str, dict[str, Act]] = {}
    for group in lexicon("speech")["verbs"]:
        for verb in group["verbs"]:
            for way in group["takes"]:
                found.setdefault(str(verb), {}).setdefault(str(way), group["act"])
    return found


@cache
def _with_particles() -> frozenset[str]:
    """The verbs that a particle makes into another verb of speech."""
    return frozenset(verb.split()[0] for verb in verbs() if " " in verb)


def words_in(analysis: Analysis, draft: Draft) -> list[Token]:
    """The tokens of what was said."""
    return [one for start, end in draft.content for one in analysis.tokens_in(start, end)]


def clean(analysis: Analysis, start: int, end: int) -> Span | None:
    """The words from `start` to `end` without marks, markup and a full stop of the reporter's at their edges."""
    document = analysis.document
    markup = [one for one in document.furniture if one.role == "markup" and one.start < end and start < one.end]
    while (span := document.trimmed(start, end)) is not None:
        start, end = span.start, span.end
        for one in markup:
            start = one.end if one.start <= start < one.end else start
            end = one.start if one.start < end <= one.end else end
        quoted = analysis.quote_at(end - 1) is not None
        if not quoted and any(one.text == "." and one.end == end for one in analysis.tokens_in(end - 1, end)):
            end -= 1
        if (start, end) == (span.start, span.end):
            break
    return span


def takes_of(verb: Token) -> dict[str, Act] | None:
    """What a verb of speech takes, with its particle where that makes another verb ("ruled out"); None for others."""
    if verb.lemma in _with_particles() and (particle := verb.child("prt")) is not None:
        return verbs().get(f"{verb.lemma} {particle.lower}") or verbs().get(verb.lemma)
    return verbs().get(verb.lemma)


def cue_of(verb: Token) -> list[Token]:
    """The verb with what belongs to it and stands beside it ("has said", "pointed out")."""
    beside = {one.i: one for one in verb.children if one.dep in ("aux", "auxpass", "neg", "prt")}
    found = [verb]
    while found[0].i - 1 in beside:
        found.insert(0, beside[found[0].i - 1])
    while found[-1].i + 1 in beside:
        found.append(beside[found[-1].i + 1])
    return found


def asides(clause: Token) -> Iterator[Token]:
    """Phrases the parser put below a word that tell of the saying: "in comments to …", "according to …"."""
    for one in clause.subtree:
        if one.lower == "according" and one.dep in ("prep", "advcl", "acl"):
            yield one
        elif one.dep == "prep" and one.lower in ("in", "during", "at", "on") and one.i > clause.i:
            inner = one.child("pobj")
            if inner is not None and inner.lemma in words("speech", "occasions" if one.lower != "on" else "calls"):
                yield one
        elif one.i > clause.i and (_is_comment(one) or (one.dep == "relcl" and is_answer(one))):
            yield one


_BEHIND_COMMA = ("appos", "dobj", "conj", "npadvmod", "attr")


def _is_comment(noun: Token) -> bool:
    """Whether a noun behind a comma says what others make of what was said: "…, a claim that Oslo dismissed"."""
    if noun.dep not in _BEHIND_COMMA or noun.lemma not in words("speech", "claims") or noun.child("relcl") is None:
        return False
    return any(below.dep == "relcl" and takes_of(below) is not None for below in noun.children)


def is_answer(verb: Token) -> bool:
    """Whether a clause behind what was said answers it as a whole: "…, which it denies"."""
    thing = verb.child("dobj")
    if thing is None or thing.lower != "which" or thing.i > verb.i:
        return False
    return bool({"deny", "reject"} & set((takes_of(verb) or {}).values()))


def place_below(token: Token, after: int = -1) -> Place | None:
    """Where the words below `token` behind the token number `after` stand, what tells of the saying cut off."""
    below = [one for one in token.subtree if one.i > after]
    for aside in asides(token):
        below = [one for one in below if one.i < aside.subtree[0].i]
    return (below[0].start, below[-1].end) if below else None
