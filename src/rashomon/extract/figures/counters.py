"""By whose count a figure is: the voices around it, else who gives it."""

from rashomon.extract import certainty
from rashomon.extract.figures.numbers import Number
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link


class Counters:
    """Finds the counters of one report."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._parties = Parties(analysis, found)

    def of(self, anchor: Token, number: Number) -> tuple[Link, ...]:
        """The voices around the word that tells what is counted, else who "put its losses at" the number."""
        voices = certainty.voices(self._analysis, self._found, anchor)
        if len(voices) > 1:
            return voices
        verb = self._giving(anchor) or self._giving_before(number)
        subject = _giver(verb) if verb is not None else None
        counter = self._who(subject) if subject is not None else None
        return (counter, *voices) if counter is not None else voices

    def _giving(self, anchor: Token) -> Token | None:
        """The verb of giving a number above a word, in its own sentence part."""
        for verb in (one for one in (anchor, *anchor.ancestors) if one.pos == "VERB"):
            if verb.lemma in words("figures", "giving") and _giver(verb) is not None:
                return verb
            if verb.dep not in ("advcl", "conj", "acl", "xcomp", "ccomp"):
                return None
        return None

    def _giving_before(self, number: Number) -> Token | None:
        """The same by the order of words: "put its losses, the Guard's included, at 71 dead"."""
        first = self._analysis.sentence_of(number.head).first
        tolls = words("figures", "losses") | words("figures", "tolls")
        for token in reversed(self._analysis.tokens[first : number.words[0].i]):
            if token.pos == "NOUN" and token.lemma.lower() in tolls:
                given = token.dep == "dobj" and token.head.lemma in words("figures", "giving")
                return token.head if given else None
        return None

    def _who(self, subject: Token) -> Link | None:
        """Who counts, by the subject of a verb of giving; None for a pronoun that goes back to nobody."""
        near = (subject, *subject.all("appos"))
        named = next((one for one in near if self._found.mention_of(one) is not None), None)
        if named is None:
            counts = subject.pos != "PRON" and (_is_counter(subject) or self._parties.party(subject))
            return self._found.link(subject) if counts else None
        mention = self._found.mention_of(named)
        lost = mention is not None and mention.form == "pronoun" and not mention.antecedents
        return None if lost else self._found.link(named)


def _giver(verb: Token) -> Token | None:
    """The subject of a verb of giving, or its agent ("is thought by officials to have lost")."""
    agent = verb.child("agent")
    return verb.child("nsubj") if agent is None else agent.child("pobj")


def _is_counter(noun: Token) -> bool:
    """Whether a noun without a known name stands for somebody who may count: a name, an office, monitors, doctors."""
    lemma = noun.lemma.lower()
    lists = (words("figures", "locals"), words("figures", "counters"), words("figures", "tellers"))
    return noun.pos == "PROPN" or any(lemma in one for one in lists)
