"""What a plain saying does by what it says: that "it would never sign" is a refusal, whatever the verb of saying."""

from rashomon.extract.found import Found
from rashomon.extract.links.own_words import OwnWords
from rashomon.extract.statements.issued_acts import act_of, is_past
from rashomon.extract.statements.sides import sides_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act, Link, Mention, Statement

_FIRST = ("i", "we")
_MINE = ("our", "my")
_THEIRS = ("his", "her")
# What is said in more words than this says more than one thing.
_SHORT = 40


class PlainActs:
    """The acts of a report's plain sayings."""

    def __init__(self, analysis: Analysis, found: Found, own: OwnWords) -> None:
        self._analysis = analysis
        self._found = found
        self._own = own

    def act(self, statement: Statement) -> Act | None:
        """What a plain saying of one sentence does; None where it only tells something, or does several things."""
        said = self._own.tokens(statement)
        if len(said) > _SHORT or len({one.sentence for one in said}) > 1:
            return None  # who speaks at length does this and that
        acts = {self._act_of(statement, top) for top in self._tops(statement)} - {None}
        return acts.pop() if len(acts) == 1 else None

    def _act_of(self, statement: Statement, top: Token) -> Act | None:
        subject = top.child("nsubj", "nsubjpass")
        issuer = subject is not None and self._is_speaker(statement, subject)
        act = act_of(top, subject, issuer=issuer, reported=statement.form != "direct")
        if act in ("promise", "threaten") and issuer and (is_conditional(top) or self._is_inverted(statement)):
            return _on_condition(top, act)
        if act == "accuse":
            return act if self._is_of_another(statement, top) else None
        if top.lemma in words("speech", "knowing"):
            return None
        if act == "deny":
            return act if issuer and is_past(top) else None
        if act == "reject":
            return act if issuer or _is_parley(top) else None
        return act if issuer and act in ("promise", "threaten") else None

    def _is_of_another(self, statement: Statement, top: Token) -> bool:
        """Whether a deed is told as that of another side than the speaker's, both of them known."""
        doer = top.child("nsubj") or next((one.child("pobj") for one in top.all("agent")), None)
        mention = self._found.mention_of(doer) if doer is not None else None
        if mention is None:
            return False
        own, other = sides_of(self._found, statement.speaker), sides_of(self._found, (Link(mention=mention.id),))
        return bool(own and other) and not own & other

    def _tops(self, statement: Statement) -> list[Token]:
        """The verbs of the main clauses said."""
        said = self._own.tokens(statement)
        inside = {one.i for one in said}
        return [
            one for one in said
            if one.pos in ("VERB", "AUX") and (one.head is one or one.head.i not in inside) and one.dep != "relcl"
        ]  # fmt: skip

    def _is_speaker(self, statement: Statement, subject: Token) -> bool:
        """Whether a subject is who speaks, or of their side: "it", "our men", "its guns"."""
        own = sides_of(self._found, statement.speaker)
        for one in (subject, *subject.all("poss")):
            if one.lower in (*_FIRST, *_MINE):
                return True
            mention = self._found.mention_of(one)
            if mention is None:
                continue
            spoken = {link.mention for link in statement.speaker if link.mention}
            if mention.antecedent in spoken or own & sides_of(self._found, (Link(mention=mention.id),)):
                return True
            if one.lower in _THEIRS and mention.antecedent is None and self._is_alone(statement, one):
                return True
        return False

    def _is_alone(self, statement: Statement, pronoun: Token) -> bool:
        """Whether nobody but one speaker is told of in a sentence before a pronoun that begins what is said."""
        links = [link for link in statement.speaker if link.span]
        start = self._analysis.sentences[pronoun.sentence].start
        named = [one for one in self._found.within(Mention, start, pronoun.start) if one.form != "pronoun"]
        spans = [link.span for link in links if link.span]
        inside = all(any(span.covers(one.evidence[0]) for span in spans) for one in named)
        return statement.form != "direct" and len(links) == 1 and inside

    def _is_inverted(self, statement: Statement) -> bool:
        """Whether a condition is told by the order of words ("should the envoy be expelled")."""
        for one in self._own.tokens(statement):
            subject = one.head.child("nsubj", "nsubjpass")
            if one.lower == "should" and one.head is not one and subject is not None and one.i < subject.i:
                return True
        return False


def is_conditional(verb: Token) -> bool:
    """Whether something will be should something else be: "if they cross", "Should they cross", "unless …"."""
    for clause in verb.all("advcl"):
        opening = {one.lower for one in (*clause.all("mark"), *clause.all("aux"))}
        if opening & {"if", "unless", "should"} or (clause.tag == "VB" and clause.child("nsubj") is None):
            return True
    return any(one.lower in ("otherwise", "else") for one in verb.all("advmod"))


def _on_condition(verb: Token, act: Act) -> Act | None:
    """What is done on a condition: who will leave or break off threatens, who will let go or cease promises."""
    if verb.lemma in words("speech", "leaving"):
        return "threaten"
    return act if act == "threaten" or verb.lemma in words("speech", "relenting") else None


def _is_parley(verb: Token) -> bool:
    """Whether it is talks, a truce or the like that will not be: "there would be no talks"."""
    return any(one.lemma.lower() in words("speech", "parleys") for one in verb.all("attr", "nsubj", "nsubjpass"))
