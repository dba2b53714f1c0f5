"""How two stand to each other: the ends of a relation, whether they fit, and the record made of them."""

from rashomon.extract import certainty
from rashomon.extract.clauses import is_negated, spans
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties, key
from rashomon.extract.timing import when_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Mention, Pledge, Relation, Status
from rashomon.model.text import Span

Ends = tuple[tuple[Link, ...], tuple[Link, ...]]
_OF_PARTIES = frozenset({"arms", "borders", "trades with", "defence pact", "member of", "hostile to"})
# "Both" of these are the two at odds.
_SIDES = frozenset(
    {"country", "side", "party", "government", "nation", "state", "army", "republic", "kingdom", "belligerent"}
)
# In these the two ends may be of one country.
OF_MEMBERS = frozenset({"leads", "speaks for", "part of", "member of", "chairs"})


class Ties:
    """What the finders of relations of one report share."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._parties = Parties(analysis, found)

    def _party(self, noun: Token | None) -> tuple[Link, ...]:
        """Who a noun phrase names: itself, or the party whose army, ally or campaign it is."""
        if noun is None:
            return ()
        mention = self._found.mention_of(noun)
        if noun.tag == "NNS" and any(one.lower == "both" for one in noun.children) and noun.lemma.lower() in _SIDES:
            return self._parties.belligerents(noun)  # "suspended arms deliveries to both countries"
        vague = mention is not None and not mention.antecedents
        if vague and (noun.pos == "PRON" or noun.lemma.lower() in ("side", "party", "country", "government")):
            return ()  # "either party": nobody knows who
        if mention is not None and mention.reading != "outlet":
            return tuple(link for link in self._found.links(noun) if link.mention)
        related = noun.lemma.lower() in words("relations", "related")
        return self._parties.party(noun) if noun.pos == "NOUN" and not related else ()

    def _fit(self, type: str, first: tuple[Link, ...], second: tuple[Link, ...]) -> bool:
        """Whether the two ends are two, and the object can be one (an armed force is not led by a state)."""
        if {link.mention for link in first} & {link.mention for link in second}:
            return False
        if type in _OF_PARTIES and any(self._is_person(link) for link in (*first, *second)):
            return False
        keys = {key(self._found, link) for link in first} & {key(self._found, link) for link in second} - {None}
        return not keys or type in OF_MEMBERS

    def _is_person(self, link: Link) -> bool:
        mention = self._found.record(link.mention) if link.mention else None
        while isinstance(mention, Mention) and mention.antecedent and mention.form == "pronoun":
            mention = self._found.record(mention.antecedent)
        return isinstance(mention, Mention) and mention.type == "person"

    def _relation(self, type: str, first: tuple[Link, ...], second: tuple[Link, ...], anchor: Token) -> Relation:
        analysis, found = self._analysis, self._found
        evidence = analysis.evidence(analysis.sentence_of(anchor))
        return Relation(
            document=analysis.document.id, evidence=(evidence,), rule=f"relation: {anchor.lemma.lower()}",
            subject=first, object=second, type=type, scope=self._scope(anchor), exempts=self._exempts(anchor, type),
            status=self._status(anchor), when=when_of(analysis, found, anchor),
            according_to=certainty.voices(analysis, found, anchor),
        )  # fmt: skip

    def _status(self, anchor: Token) -> Status:
        apart = anchor.dep in ("relcl", "acl", "appos")  # "X, who speaks for Y, was not told"
        verbs = [anchor, *([one for one in anchor.ancestors if one.pos in ("VERB", "AUX")][:1] if not apart else [])]
        noun_denied = anchor.pos == "NOUN" and anchor.child("neg") is not None  # "a partner but not its ally"
        if noun_denied or any(is_negated(one) for one in verbs if one.pos in ("VERB", "AUX")):
            return "negated"
        if anchor.pos == "NOUN" and anchor.lemma.lower() in lexicon("relations")["between"]["hostile to"]:
            # "talks to end the war between X and Y": the war is told as real whatever becomes of the talks
            return "asserted"
        return certainty.status(self._analysis, self._found, anchor)

    def _scope(self, anchor: Token) -> tuple[Span, ...]:
        """Within what the relation holds: "an ally in NATO", "arms deliveries"."""
        if anchor.pos == "VERB":
            things = anchor.child("dobj")
            known = things is None or self._found.mention_of(things) is not None
            return () if known or things is None else spans(self._analysis, things.subtree)
        for preposition in anchor.all("prep"):
            if preposition.lower in ("in", "against", "over"):
                return spans(self._analysis, [token for one in preposition.all("pobj") for token in one.subtree])
        return ()

    def _exempts(self, anchor: Token, type: str) -> tuple[Span, ...]:
        """What a pact or a sanction leaves out, by the pledge found in the same sentence."""
        if type not in ("defence pact", "sanctions"):
            return ()
        sentence = self._analysis.sentence_of(anchor)
        return next((one.exempts for one in self._pledges(sentence.start, sentence.end) if one.exempts), ())

    def _pledges(self, start: int, end: int) -> list[Pledge]:
        return self._found.within(Pledge, start, end)
