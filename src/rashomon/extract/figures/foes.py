"""Whom a report that takes sides is against: who says that "we" began, whose rule is a "regime", whom we hold."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from rashomon.extract.figures.nouns import category
from rashomon.extract.found import Found
from rashomon.extract.parties import is_enemy, key
from rashomon.extract.voices import holders
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

# So many words behind "we" or "our guns" tell what the other side says that they did.
_BEHIND = 6
_SIDES = ("state", "armed group", "people")
# How much each kind of evidence weighs; one alone of the first kinds is enough.
_CHARGE, _HELD, _NAMED, _BLOW = 3, 2, 2, 1
_LEAST = 2
# What stands beside "we" of what is not done yet …
_AHEAD = frozenset(
    {"can", "could", "will", "would", "shall", "should", "may", "might", "must", "need", "to", "not", "never"}
)
# … verbs of beginnings of any kind, and what tells that they are of a fight.
_OF_ANYTHING = frozenset({"begin", "start", "open", "break", "move"})
_WAR = frozenset(
    {"fire", "first", "war", "fighting", "fight", "hostility", "shooting", "shelling", "attack", "offensive", "clash",
     "battle", "truce", "ceasefire", "cease", "armistice", "it"}
)  # fmt: skip


class Foes:
    """Weighs for one report whom its own voice calls or treats as the enemy."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found

    @cached_property
    def foe(self) -> Mention | None:
        """The party that the report is against; None where none, or two alike, could be meant."""
        ranked = self._weights.most_common(2)
        if not ranked or ranked[0][1] < _LEAST or (len(ranked) > 1 and ranked[1][1] >= ranked[0][1]):
            return None
        return self._parties[ranked[0][0]]

    @cached_property
    def key(self) -> str | None:
        """What makes links that stand for the foe the same."""
        return key(self._found, Link(mention=self.foe.id)) if self.foe is not None else None

    def is_foe(self, link: Link) -> bool:
        """Whether somebody stands for the party that the report is against."""
        return self.key is not None and key(self._found, link) == self.key

    @cached_property
    def _weights(self) -> Counter[str]:
        weights: Counter[str] = Counter()
        for party, weight in self._evidence():
            name = key(self._found, Link(mention=party.id))
            if name in self._parties:
                weights[name] += weight
        return weights

    @cached_property
    def _parties(self) -> dict[str, Mention]:
        """The first mention of each state and armed group of the report, else of its people, by its key."""
        first: dict[str, Mention] = {}
        for one in sorted(self._found.mentions, key=lambda one: one.type == "people"):
            name = key(self._found, Link(mention=one.id)) if one.type in _SIDES and one.name else None
            if name is not None:
                first.setdefault(name, one)
        return first

    def _evidence(self) -> Iterator[tuple[Mention, int]]:
        for sentence in self._analysis.body:
            inside = [one for one in self._analysis.words(sentence) if self._analysis.quote_at(one.start) is None]
            yield from ((one, _CHARGE) for one in self._accusers(inside))
            yield from ((one, _HELD) for one in self._held(sentence, inside))
            if self._speaks_for_one_side:
                yield from ((one, _NAMED) for one in self._called_names(inside))

    @cached_property
    def _speaks_for_one_side(self) -> bool:
        """Whether the report tells of "our" men or losses by itself: others too write of "the Oskian regime"."""
        ours = (one for one in self._analysis.tokens if one.lower == "our" and one.dep == "poss")
        told = (one.head for one in ours if self._analysis.quote_at(one.start) is None)
        return any(one.lower in words("naming", "our_forces") or category(one) == "military" for one in told)

    def _accusers(self, inside: list[Token]) -> Iterator[Mention]:
        """Who says that we began ("*Osk*, of course, swears that it was our guns that fired first")."""
        for ours in (one for one in inside if _is_charged(one, inside)):
            before = [one for one in inside if one.i < ours.i]
            says = [one for one in before if one.lemma.lower() in words("figures", "charging") or _has_it(one)]
            named = [self._found.mention_of(one) for one in before if says and one.i < says[-1].i]
            yield from [one for one in named if one is not None and one.form != "pronoun" and one.type != "person"][:1]

    def _held(self, sentence: Sentence, inside: list[Token]) -> Iterator[Mention]:
        """Who is in our hands ("six *Oskians* fell into our hands")."""
        for one in inside:
            if one.lower == "hands" and any(kid.lower == "our" for kid in one.children):
                yield from (
                    each for each in self._found.within(Mention, sentence.start, one.start) if each.form == "demonym"
                )

    def _called_names(self, inside: list[Token]) -> Iterator[Mention]:
        """Whose rule is called a regime, or who is an enemy by name ("the *Osk* regime", "the *Oskian* invader")."""
        for one in inside:
            if (one.lemma.lower() in words("figures", "scorned") or is_enemy(one)) and not holders(self._found, one):
                near = [*one.all("compound", "amod", "poss", "nmod")]
                near += [each for prep in one.all("prep") if prep.lower in ("of", "in") for each in prep.all("pobj")]
                for each in near:
                    if (party := self._found.mention_of(each)) is not None and party.type != "person":
                        yield party


def _is_charged(token: Token, inside: list[Token]) -> bool:
    """Whether "we", "our guns" or "ours" is told to have begun ("*we* fired first", "the first shot was *ours*")."""
    if token.lower not in ("we", "our", "ours"):
        return False
    behind = [one.lemma.lower() for one in inside if 0 < one.i - token.i <= _BEHIND]
    began = any(one in words("figures", "beginning") for one in behind)
    if token.lower == "we":
        told = any(one in words("figures", "beginning") for one in behind[:3])
        # "We *can* begin talks", "we started our *march*" charge us with nothing.
        return (
            told and not set(behind[:2]) & _AHEAD and (not set(behind[:3]) & _OF_ANYTHING or bool(set(behind) & _WAR))
        )
    if token.lower == "our":
        noun = token.head
        return began and (noun.lower in words("naming", "our_forces") or category(noun) == "military")
    before = [one.lemma.lower() for one in inside if 0 < token.i - one.i <= _BEHIND]
    return token.lower == "ours" and (began or any(one in words("figures", "first_shots") for one in before))


def _has_it(token: Token) -> bool:
    """Read "Osk, naturally, *has it* that"."""
    return token.lower == "it" and token.head.lemma == "have" and token.dep == "dobj"
