"""Voices without a name: "a member of the cabinet who was there", "residents", "the harbour bureau".

Names find persons by what they are; whoever speaks is somebody, whatever the noun. Each such voice
gets a mention of its own, by the words that tell who it is, so that later words can go back to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.extract.found import VOICE, Found
from rashomon.extract.statements.drafts import clean
from rashomon.extract.statements.relays import Carried
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import ActorType, Mention

# The rule of a person without a name, whose mention may lack what tells him apart ("a member" of the cabinet).
_PERSON = "person without a name"
_STOPS = frozenset({",", "(", ";", ":", "-", "–", "—", "who", "whom", "whose", "which", "that"})
_DEFINITE = frozenset({"the", "this", "that", "same"})
_OF_PERSONS = ("er", "or", "ist", "man", "woman", "ian", "ant", "ee", "eer")
_VAGUE = ("one", "other", "each", "part", "side", "all", "some", "many", "none", "both")


class Nameless:
    """Gives the voices of one report that have no name a mention, in text order."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis, self._found = analysis, found
        self._by_noun: dict[str, list[Mention]] = {}

    def told_by(self, one: Carried) -> Iterable[Mention]:
        """The mention of the one speaker of a saying where nothing else names them; its link then leads there."""
        heads = one.draft.source.heads
        if len(heads) != 1 or len(one.speakers) != 1 or one.draft.voice is not None:
            return
        link, head = one.speakers[0], heads[0]
        if link.span is None or link.document is not None or not self._is_somebody(head):
            return
        known = self._found.record(link.mention) if link.mention else None
        if known is not None and not (isinstance(known, Mention) and known.rule == _PERSON and not known.antecedents):
            return
        made = self._mention(head, one.draft.source.tokens, known.id if known is not None else None)
        if made is None or (known is not None and made.evidence == known.evidence):
            return
        self._by_noun.setdefault(head.lemma.lower(), []).append(made)
        yield made
        one.speakers = (replace(link, mention=made.id),)

    def _is_somebody(self, head: Token) -> bool:
        """Whether a noun can be somebody who speaks: no pronoun, no paper, no "each side"."""
        lemma = head.lemma.lower()
        if head.pos != "NOUN" or lemma in words("speech", "papers") | words("speech", "accounts"):
            return False
        return lemma not in _VAGUE and not any(one.lower in ("each", "either", "both") for one in head.children)

    def _mention(self, head: Token, tokens: Sequence[Token], before: str | None) -> Mention | None:
        own = _own_words(head, tokens)
        span = clean(self._analysis, own[0].start, own[-1].end)
        if span is None:
            return None
        back = before or self._told_of(head, own)
        return Mention(
            document=span.document, evidence=(span,), form="description", reading="actor", type=_type(head),
            antecedents=(back,) if back else (), rule=VOICE, score=0.6,
        )  # fmt: skip

    def _told_of(self, head: Token, own: Sequence[Token]) -> str | None:
        """The one voice told of before by this noun, where "the" points back and nothing narrows the noun."""
        earlier = self._by_noun.get(head.lemma.lower(), [])
        pointing = any(one.lower in _DEFINITE for one in head.all("det", "amod"))
        roots = {one.antecedent or one.id for one in earlier}
        return next(iter(roots)) if pointing and len(own) <= 2 and len(roots) == 1 else None


def _own_words(head: Token, tokens: Sequence[Token]) -> list[Token]:
    """The words that tell who it is; what is told of them in a clause or between commas is left out."""
    own: list[Token] = []
    for one in tokens:
        if one.i > head.i and (one.lower in _STOPS or one.dep in ("acl", "relcl")):
            break
        own.append(one)
    while len(own) > 1 and own[-1].pos == "ADP":
        own.pop()  # "a diplomat to" whom both had written
    return own or [head]


def _type(head: Token) -> ActorType | None:
    """What a noun is that speaks; None where the noun does not tell ("the board", "the clerk")."""
    lemma = head.lemma.lower()
    if head.tag == "NNS":
        return "people"
    if lemma in words("speech", "carriers"):
        return "outlet"
    bodies = words("speech", "offices") | words("speech", "bodies") | words("speech", "sides")
    if lemma in bodies or lemma in lexicon("organisations")["kinds"]:
        return "organisation"
    persons = words("titles", "person_noun") | words("titles", "somebody") | words("titles", "kin")
    known = lemma in persons or lemma in words("speech", "informants")
    return "person" if known or lemma.endswith(_OF_PERSONS) else None
