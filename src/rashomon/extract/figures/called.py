"""Whose losses a toll counts by the words right before it: "Oskian *dead*", "its count of *federal* soldiers"."""

from rashomon.extract.figures.acts import is_state
from rashomon.extract.figures.camps import Camps
from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.nouns import is_person
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties, is_party
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link


class Called:
    """Reads in one report what those are called of whom a toll is."""

    def __init__(self, analysis: Analysis, found: Found, camps: Camps) -> None:
        self._analysis = analysis
        self._found = found
        self._camps = camps
        self._parties = Parties(analysis, found)

    def of(self, item: Counted) -> tuple[Link, ...]:
        """The side of a bare toll by how the dead, or those counted in it, are called; empty where they are not."""
        cue = item.cue
        if cue is None or item.counts in ("money", "troops", "displaced", "other"):
            return ()
        lost = self.lost_of(cue)
        if lost is None and (is_state(cue) or cue.lemma.lower() in words("figures", "losses")):
            lost = cue
        return self.before(lost) if lost is not None else ()

    def lost_of(self, toll: Token) -> Token | None:
        """Those of whom a count is kept ("its estimate of federal *soldiers* killed", "the number of *wounded*")."""
        if toll.lemma.lower() not in words("figures", "tolls") | words("figures", "reckonings"):
            return None
        counted = (one for prep in toll.all("prep") if prep.lower == "of" for one in prep.all("pobj"))
        return next((one for one in counted if is_person(one) or is_state(one)), None)

    def before(self, noun: Token) -> tuple[Link, ...]:
        """The party, or those without a name, whom the word right before a noun tells."""
        one = self._analysis.tokens[noun.i - 1] if noun.i else noun
        if one is noun or one.sentence != noun.sentence or (noun.pos == "VERB" and one.dep == "nsubj"):
            return ()  # "whom the Front *captured*"
        mention = self._found.mention_of(one)
        if mention is not None:
            fits = is_party(mention) and mention.form != "pronoun" and mention.reading != "place"
            joined = self._analysis.tokens[one.i - 1] if one.i else one
            if fits and joined.lower in ("and", "or"):  # "federal and *Oskian* dead": of both
                return (Link(span=self._analysis.span((self._analysis.tokens[one.i - 2], one))),)
            return (self._parties.whose(self._parties.named(one)),) if fits else ()
        if one.lower in words("figures", "rebels") and self._camps.rebels is not None:
            return (Link(span=self._analysis.span((one,)), mention=self._camps.rebels.id),)
        if one.lower in words("figures", "rebels") | words("figures", "camps") | words("figures", "quarters"):
            whose = self._found.mention_of(noun)  # "federal *soldiers*"
            known = whose is not None and is_party(whose)
            return (self._found.link(noun) if known else Link(span=self._analysis.span((one,))),)
        return ()
