"""Whom a speaker goes back to who is a pronoun or a paper: "it said" pages after a ministry, "the note added".

Rules for pronouns look at syntax, and stop where it does not settle who is meant. Who speaks
mostly goes on speaking: here all who may be meant are weighed by where they stood last, whether
they spoke last, what they are, and what the rules say. The weights (`lexicon/referents.yaml`, by
`scripts/train_referents.py`) hold nothing but such features; without them the rules' answer stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from rashomon.extract.chances import chances
from rashomon.extract.found import VOICE, Found, head_of
from rashomon.extract.issuer import issuer
from rashomon.extract.learnt import left_out
from rashomon.extract.names.offices import gender_of
from rashomon.extract.names.pronouns import GROUP, PERSON, THING
from rashomon.extract.statements.relays import Carried
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Mention

_BODIES = ("state", "government", "armed group", "alliance", "organisation", "outlet", None)
_GROUPS = ("people", "armed group", "organisation", "state", "government", "alliance")
_OFFICES = ("press office", "organ of a state", "office", "palace")
# Sentences back within which a mention counts at all.
_FAR = 20


@dataclass(slots=True)
class _Somebody:
    """One who is spoken of in a report: all mentions so far, and where they stand."""

    root: Mention
    places: list[tuple[Token, Mention]] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)

    @property
    def type(self) -> str | None:
        """What he, she or it is."""
        return next((one.type for one in (self.root, *(m for _, m in self.places)) if one.type), None)


class Referents:
    """Weighs whom the open speakers of one report may stand for."""

    def __init__(self, analysis: Analysis, found: Found, kept: Sequence[Carried]) -> None:
        self._analysis, self._found = analysis, found
        self._kept = sorted(kept, key=_at)
        self._named = dict(self._apposed())

    @cached_property
    def _issuer(self) -> str | None:
        own = issuer(self._analysis, self._found)
        return self._key(own.mention) if own is not None and own.mention else None

    @cached_property
    def _somebody(self) -> dict[str, _Somebody]:
        """All who are spoken of, by key; read only where a speaker is open."""
        found: dict[str, _Somebody] = {}
        for mention in sorted(self._found.mentions, key=lambda one: one.evidence[0].start):
            head, key = head_of(self._analysis, mention), self._key(mention.id)
            root = self._found.record(self._root(mention).id)
            if head is None or key is None or not isinstance(root, Mention) or _modifies(head, mention):
                continue
            one = found.setdefault(key, _Somebody(root))
            one.places.append((head, mention))
            one.genders |= set(self._genders(head, mention))
        return found

    def _apposed(self) -> Iterator[tuple[str, str]]:
        """The mentions of who is named beside what he is ("a farmer from Osk, Ada Brandt"), with that of the name."""
        for one in self._kept:
            heads = one.draft.source.heads
            said = self._found.mention_of(heads[0]) if len(heads) == 1 and len(one.speakers) == 1 else None
            named = self._found.record(one.speakers[0].mention or "") if said is not None else None
            if said is None or not isinstance(named, Mention) or said.form != "description":
                continue
            if named.name and said.id != named.id and not (said.name or said.antecedents):
                yield said.id, named.id

    def _genders(self, head: Token, mention: Mention) -> Iterator[str]:
        """The gender that a pronoun, a title, or the word before a name tells."""
        if mention.form == "pronoun" and head.lower in PERSON:
            yield PERSON[head.lower]
        first = self._analysis.tokens_in(mention.evidence[0].start, mention.evidence[0].end)[:1]
        before = [self._analysis.tokens[one.i - 1].lower.rstrip(".") for one in first if one.i]
        for word in (*before, head.lower, *(role.title.lower() for role in mention.roles)):
            if mention.type == "person" and (gender := gender_of(word)) is not None:
                yield gender

    def settle(self) -> None:
        """Give each open speaker whom the weights are sure of; by the rules alone nobody is given."""
        if left_out():
            return
        given = lexicon("referents")
        for one, kind, head in self.open():
            mention = self._found.record(one.speakers[0].mention or "")
            if isinstance(mention, Mention) and (named := self._named.get(self._root(mention).id)):
                one.speakers = (replace(one.speakers[0], mention=named),)
            if self.now(one) is not None:
                continue
            found = chances(given["weights"], kind, dict(self.candidates(one, kind, head)))
            best = max(found, key=lambda key: found[key])
            if best and found[best] >= given["sure"]:
                one.speakers = (replace(one.speakers[0], mention=self.last(best, head).id),)

    def open(self) -> Iterator[tuple[Carried, str, Token]]:
        """The sayings whose one speaker is a pronoun or a paper, with the kind of it and its head word."""
        for one in self._kept:
            heads = one.draft.source.heads
            if len(heads) != 1 or len(one.speakers) != 1 or one.speakers[0].document is not None or one.draft.voice:
                continue
            kind = _kind(heads[0])
            if kind is not None and self._is_open(one, heads[0]):
                yield one, kind, heads[0]

    def _is_open(self, one: Carried, head: Token) -> bool:
        """Whether nothing in the way the saying is told settles who speaks ("…, a charge it denies")."""
        own = self._found.mention_of(head)
        return one.speakers[0].mention in (None, own.id if own is not None else None) or _kind(head) == "paper"

    def candidates(self, one: Carried, kind: str, head: Token) -> Iterator[tuple[str, list[str]]]:
        """Each who may be meant, by key, with what speaks for and against it."""
        here = self._analysis.sentence_of(head)
        spoke = self._spoke(one, head)
        near: dict[str, tuple[Token, Mention]] = {}
        for key, who in self._somebody.items():
            last = self._before(who, head)
            if last is None or here.index - self._analysis.sentence_of(last[0]).index > _FAR:
                continue
            if _fits(kind, head, who, last[0]) and (kind != "paper" or key in spoke[:1] or self._owns_paper(who, head)):
                near[key] = last
        recent = sorted(near, key=lambda key: -near[key][0].i)
        main = self._main_subject(here.index - 1)
        for key in recent:
            who, (token, mention) = self._somebody[key], near[key]
            names = list(self._names(one, head, who, token, mention))
            names += [f"spoke:{spoke.index(key) if key in spoke[:3] else 'no'}", f"rank:{min(recent.index(key), 3)}"]
            names.append(f"main:{main is not None and any(token is main for token, _ in who.places)}")
            names.append(f"only:{len(recent) == 1}")
            if key == self._issuer:
                names.append("issuer")
            if self._owns_paper(who, head):
                names.append("owns paper")
            yield key, [*names, *(f"{kind}:{name}" for name in names)]

    def _names(self, one: Carried, head: Token, who: _Somebody, token: Token, mention: Mention) -> Iterator[str]:
        here, there = self._analysis.sentence_of(head), self._analysis.sentence_of(token)
        far = here.index - there.index
        yield f"far:{far if far < 4 else 'page' if far > 8 else 'some'}"
        yield f"paragraphs:{min(here.paragraph - there.paragraph, 2)}"
        role = "subject" if token.dep in ("nsubj", "nsubjpass") else "whose" if token.dep == "poss" else "other"
        yield f"role:{role}"
        yield f"far:{min(far, 2)},{role}"
        inside = any(start <= token.start < end for start, end in one.draft.content)
        yield f"inside:{inside}"
        quote = self._analysis.quote_at(token.start)
        yield f"quoted:{quote is not None and not quote.start <= head.start < quote.end}"
        yield f"form:{mention.form}"
        yield f"type:{who.type}"
        count = sum(place.i < head.i for place, _ in who.places)
        yield f"count:{'1' if count == 1 else 'few' if count < 4 else 'many'}"
        if any(m.rule in _OFFICES or _is_office(place) for place, m in who.places):
            yield "office"
        if head.lower in PERSON and PERSON[head.lower] in who.genders:
            yield "gender"

    def now(self, one: Carried) -> str | None:
        """Who the one speaker of a saying is by the rules, by key."""
        return self._key(one.speakers[0].mention)

    def _spoke(self, one: Carried, head: Token) -> list[str]:
        """Who spoke before, the last one first, each once; what stands inside these words is no voice before."""
        found: list[str] = []
        for other in reversed(self._kept):
            if other is one or not other.speakers or _at(other) >= head.start:
                continue
            inside = any(start <= _at(other) < end for start, end in one.draft.content)
            key = self._key(other.speakers[0].mention) if len(other.speakers) == 1 and not inside else None
            if key is not None and key not in found:
                found.append(key)
        return found

    def _owns_paper(self, who: _Somebody, head: Token) -> bool:
        """Whether somebody's paper was told of in the sentences before: "a release by", "communiqué No. 4 of"."""
        papers = words("speech", "papers") | words("speech", "accounts")
        here = self._analysis.sentence_of(head)
        for token, _ in who.places:
            above = token.head.head if token.head.pos == "ADP" else token.head
            near = 0 <= here.index - self._analysis.sentence_of(token).index <= _FAR and token.i < head.i
            if near and (above.lemma.lower() in papers or any(x.lemma.lower() in papers for x in above.children)):
                return True
        return False

    def _before(self, who: _Somebody, head: Token) -> tuple[Token, Mention] | None:
        """The last mention of somebody before a word, his own aside."""
        earlier = [place for place in who.places if place[0].i < head.i]
        return earlier[-1] if earlier else None

    def last(self, key: str, head: Token) -> Mention:
        """The last mention before a word that is no pronoun, else what it goes back to."""
        who = self._somebody[key]
        named = [mention for token, mention in who.places if token.i < head.i and mention.form != "pronoun"]
        return named[-1] if named else who.root

    def _main_subject(self, index: int) -> Token | None:
        if index < 0 or self._analysis.sentences[index].role:
            return None
        roots = self._analysis.roots(self._analysis.sentences[index])
        return next((one for root in roots for one in root.all("nsubj", "nsubjpass")[-1:]), None)

    def _root(self, mention: Mention) -> Mention:
        seen = {mention.id}
        while mention.antecedent and mention.antecedent not in seen:
            before = self._found.record(mention.antecedent)
            if not isinstance(before, Mention):
                break
            seen.add(before.id)
            mention = before
        return mention

    def _key(self, id: str | None) -> str | None:
        """What makes mentions those of one: the name, else the mention they go back to; None for an open pronoun."""
        mention = self._found.record(id) if id else None
        if not isinstance(mention, Mention):
            return None
        root = self._root(mention)
        if root.form == "pronoun" or len(root.antecedents) > 1:
            return None
        return f"{root.type == 'person'}:{root.name}" if root.name else root.id


def _at(one: Carried) -> int:
    """Where a saying is told: at its cue, else its speaker."""
    tokens = one.draft.cue or one.draft.source.heads
    return tokens[0].start if tokens else one.draft.place[0]


def _kind(head: Token) -> str | None:
    """What sort of open speaker a word is, None for others."""
    lower = head.lower
    if head.tag == "PRP":
        return "he" if lower in PERSON else "it" if lower in THING else "they" if lower in GROUP else None
    paper = head.tag != "NNS" and head.lemma.lower() in words("speech", "papers")
    bare = head.child("poss", "prep", "compound") is None
    return "paper" if paper and bare and any(one.lower in ("the", "same", "this") for one in head.children) else None


def _fits(kind: str, head: Token, who: _Somebody, last: Token) -> bool:
    """Whether somebody can be meant, by kind, number and gender; `last` is the word by which he was last told of."""
    type_ = who.type
    if kind == "he":
        somebody = type_ == "person" or (type_ is None and who.root.rule == VOICE)
        return somebody and who.genders <= {PERSON[head.lower]}
    if kind == "they":
        return type_ == "people" or (type_ in _GROUPS and last.tag in ("NNS", "NNPS"))
    return type_ in _BODIES


def _is_office(token: Token) -> bool:
    return token.lemma.lower() in words("speech", "offices")


def _modifies(head: Token, mention: Mention) -> bool:
    """Whether a mention only tells of what state another one is."""
    return mention.form == "demonym" and head.dep in ("amod", "compound", "nmod")
