"""Whose people or arms are counted by the words right beside: the party before a noun, an owner's bare genitive."""

from rashomon.extract.figures.acts import acts_on_others, top_of
from rashomon.extract.figures.nouns import is_equipment, singular
from rashomon.extract.figures.numbers import Number
from rashomon.extract.figures.own_voice import OwnVoice
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties, is_party, key
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

_THEIRS = frozenset({"its", "their", "his", "her"})
# Words between an owner and the number of what is left out.
_NEAR = 9


class Beside:
    """Reads the owners beside the numbers of one report."""

    def __init__(self, analysis: Analysis, found: Found, own: OwnVoice) -> None:
        self._analysis = analysis
        self._found = found
        self._parties = Parties(analysis, found)
        self._own = own

    def of(self, noun: Token) -> tuple[Link, ...]:
        """The parties before a noun; a name that nobody knows before arms is their make ("40 *Grad* rockets")."""
        links = self._parties.modifying(noun)
        if self._is_taken(noun, links):
            return ()
        if not (is_equipment(noun) or singular(noun) in words("figures", "projectiles")):
            return links
        return tuple(one for one in links if not self._is_make(one))

    def _is_taken(self, noun: Token, links: tuple[Link, ...]) -> bool:
        """Whether "its" or "their" men and arms are those that its subject hits: they are not the subject's own."""
        pronoun = next((one for one in noun.children if one.dep == "poss" and one.lower in _THEIRS), None)
        top = top_of(noun)
        top = top.head.head if top.dep == "pobj" and top.head.lower == "of" else top  # "21 of their aircraft"
        verb = top.head
        wrecks = verb.lemma in words("figures", "destroying") - words("figures", "moving") - words("figures", "losing")
        if pronoun is None or top.dep != "dobj" or not (acts_on_others(verb) or wrecks):
            return False
        subject = self._parties.subject(verb)
        if subject is None or verb.child("auxpass") is not None:
            return False
        own = (*self._parties.party(subject), *self._own.of_possessor(subject), self._found.link(subject))
        keys = {key(self._found, link) for link in own} - {None}
        same = {link.mention for link in own} - {None}
        return any(key(self._found, link) in keys or link.mention in same or link.mention is None for link in links)

    def left_out(self, number: Number) -> tuple[Link, ...]:
        """Whose the number is by an owner whose losses are left out: "estimated that *Libya's* came to 600 killed"."""
        tokens = self._analysis.tokens
        first = max(self._analysis.sentence_of(number.head).first, number.words[0].i - _NEAR)
        for at in range(number.words[0].i - 1, first, -1):
            token = tokens[at]
            if token.text in (";", ":", ","):
                return ()
            if token.tag == "POS" and tokens[at + 1].lemma in words("figures", "toll_verbs"):
                mention = self._found.mention_of(tokens[at - 1])
                known = mention is not None and is_party(mention)
                return (self._parties.whose(self._parties.named(tokens[at - 1])),) if known else ()
        return ()

    def _is_make(self, link: Link) -> bool:
        mention = self._found.record(link.mention) if link.mention else None
        return isinstance(mention, Mention) and mention.type is None and mention.form == "name"
