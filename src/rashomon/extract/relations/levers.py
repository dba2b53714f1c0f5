"""Who can press whom, by what means, at what cost: leverage, pressure, trade, supplies that can be cut."""

from collections.abc import Iterator, Sequence

from rashomon.extract import certainty
from rashomon.extract.clauses import spans, subject
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties, key
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Figure, Lever, Link
from rashomon.model.text import Span

# A lever's cost is told in the sentences right behind it.
_COST_WITHIN = 3


def levers(analysis: Analysis, found: Found, sentence: Sentence) -> Iterator[Lever]:
    """The levers of one sentence: at most one by its verbs of pressing, and one by trade."""
    finder = _Finder(analysis, found, sentence)
    tokens = analysis.words(sentence)
    yield from finder.pressing(tokens)
    yield from finder.trade(tokens)
    yield from finder.supplies(tokens)


class _Finder:
    """Finds the levers of one sentence."""

    def __init__(self, analysis: Analysis, found: Found, sentence: Sentence) -> None:
        self._analysis = analysis
        self._found = found
        self._sentence = sentence
        self._parties = Parties(analysis, found)

    def pressing(self, tokens: Sequence[Token]) -> Iterator[Lever]:
        """Read "use its leverage to bring X to talks", "put pressure on X by closing the border"."""
        for verb in tokens:
            if verb.pos != "VERB" or verb.lemma not in words("relations", "pressing"):
                continue
            noun = verb.child("dobj")
            if noun is None or verb.child("auxpass") is not None:
                continue
            inner = _pressure_in(verb)
            if noun.lemma.lower() not in words("relations", "leverage") and inner is None:
                continue
            holder = self._party(subject(verb) or _wisher(verb))
            over = self._pressed(noun) or (self._pressed(inner) if inner is not None else ()) or self._brought(verb)
            if holder and over:
                yield self._lever(holder, over, self._means(verb, noun), verb)
                return

    def _pressed(self, noun: Token) -> tuple[Link, ...]:
        near = [*noun.all("prep"), *noun.head.all("prep")]
        for preposition in near:
            if preposition.lower in ("on", "over", "upon", "against", "with"):
                for one in preposition.all("pobj"):
                    if self._party(one):
                        return self._party(one)
        return ()

    def _brought(self, verb: Token) -> tuple[Link, ...]:
        """Whom leverage is used to move: "to bring X to the table"."""
        for aim in verb.all("xcomp", "advcl"):
            moved = aim.child("dobj", "nsubj")
            if moved is not None and aim.tag == "VB" and self._party(moved):
                return self._party(moved)
        return ()

    def _means(self, verb: Token, noun: Token) -> tuple[Span, ...]:
        """By what: "by closing the border", else the noun that is used."""
        for preposition in (*noun.all("prep"), *verb.all("prep")):
            if preposition.lower == "by" and preposition.child("pcomp") is not None:
                return spans(self._analysis, [one for each in preposition.all("pcomp") for one in each.subtree])
        return spans(self._analysis, [*(one for one in noun.subtree if one.i < noun.i), noun])

    def trade(self, tokens: Sequence[Token]) -> Iterator[Lever]:
        """Read "X exports goods worth 4 billion to Y": Y can press X."""
        money = [
            one for one in self._found.within(Figure, self._sentence.start, self._sentence.end) if one.counts == "money"
        ]
        for verb in tokens:
            # the parser takes "exports" for a noun at times, with an object all the same
            if verb.lemma != "export" or verb.child("dobj") is None or not money:
                continue
            seller = self._party(_seller(verb))
            buyer = self._towards(verb, "to")
            if seller and buyer and key(self._found, seller[0]) != key(self._found, buyer[0]):
                things = [verb, *[token for one in verb.all("dobj") for token in one.subtree], *_after(verb)]
                means = spans(self._analysis, sorted(set(things), key=lambda one: one.i))[:1]
                yield self._lever(buyer, seller, means, verb, money[0].id)
                return

    def supplies(self, tokens: Sequence[Token]) -> Iterator[Lever]:
        """Read "Y could cut off gas supplies to X"."""
        for verb in tokens:
            if verb.pos != "VERB" or verb.lemma not in words("relations", "stopping"):
                continue
            possible = any(one.dep == "aux" and one.lower in ("could", "can", "may", "might") for one in verb.children)
            threatened = verb.dep == "xcomp" and verb.head.lemma in ("threaten", "warn")
            thing = verb.child("dobj")
            if (
                thing is None
                or not (possible or threatened)
                or thing.lemma.lower() not in words("relations", "supplies")
            ):
                continue
            holder = self._party(subject(verb))
            over = self._towards(verb, "to", "for")
            if holder and over:
                yield self._lever(
                    holder, over, spans(self._analysis, [verb, *thing.subtree, *verb.all("prt")])[:1], verb
                )
                return

    def _towards(self, verb: Token, *prepositions: str) -> tuple[Link, ...]:
        """The first party behind one of the prepositions below a verb."""
        near = (one for prep in _prepositions(verb) if prep.lower in prepositions for one in prep.all("pobj"))
        return next((links for one in near if (links := self._party(one))), ())

    def _party(self, noun: Token | None) -> tuple[Link, ...]:
        if noun is None:
            return ()
        if self._found.mention_of(noun) is not None:
            return tuple(link for link in self._found.links(noun) if link.mention)
        return self._parties.party(noun)

    def _lever(
        self,
        holder: tuple[Link, ...],
        over: tuple[Link, ...],
        means: tuple[Span, ...],
        verb: Token,
        figure: str | None = None,
    ) -> Lever:
        analysis = self._analysis
        return Lever(
            document=analysis.document.id, evidence=(analysis.evidence(self._sentence),), rule=f"lever: {verb.lemma}",
            holder=holder, over=over, means=means, figure=figure, cost_to_holder=self._cost(holder),
            according_to=certainty.voices(analysis, self._found, verb),
        )  # fmt: skip

    def _cost(self, holder: tuple[Link, ...]) -> tuple[Span, ...]:
        """What the lever costs its holder, told in this sentence or the next ones of its kind ("could cost Y …")."""
        keys = {key(self._found, link) for link in holder} - {None}
        for sentence in self._analysis.sentences[self._sentence.index : self._sentence.index + _COST_WITHIN]:
            for verb in self._analysis.words(sentence):
                if verb.pos != "VERB" or verb.lemma not in words("relations", "costs"):
                    continue
                payers = [link for one in verb.all("dobj", "dative") for link in self._party(one)]
                if any(key(self._found, link) in keys for link in payers):
                    return spans(self._analysis, [one for one in verb.subtree if one.pos != "PUNCT" or one.i < verb.i])[
                        :1
                    ]
        return ()


def _pressure_in(verb: Token) -> Token | None:
    """The pressure that something else is used for ("use its resources to put pressure on X")."""
    for aim in verb.all("xcomp", "advcl"):
        noun = aim.child("dobj")
        if noun is not None and noun.lemma.lower() in words("relations", "leverage"):
            return noun
    return None


def _wisher(verb: Token) -> Token | None:
    """Who is to do it: "it is time for X to use …"."""
    return verb.child("nsubj") or next(
        (one for prep in verb.head.all("prep") if prep.lower == "for" for one in prep.all("pobj")), None
    )


def _seller(verb: Token) -> Token | None:
    doer = subject(verb)
    if doer is None and verb.dep == "conj" and verb.pos == "NOUN":
        return verb.head
    return verb.head if doer is not None and doer.tag in ("WDT", "WP") else doer


def _prepositions(verb: Token) -> Iterator[Token]:
    """The prepositions of a verb and of what hangs on its object."""
    for one in verb.subtree:
        if one.dep in ("prep", "dative"):
            yield one


def _after(verb: Token) -> list[Token]:
    return [token for one in verb.all("prep") for token in one.subtree if one.lower == "to"]
