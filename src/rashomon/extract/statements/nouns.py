"""Statements told without a verb of speech: "according to", "the claim that …", "made it known that …", "Name: …"."""

from functools import cache

from rashomon.extract.statements.drafts import Draft, Place, cue_of, place_below
from rashomon.extract.statements.sources import Source, source_of
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Act

# Verbs with a noun of speech as their object ("made the same charge", "issued a threat").
_MAKING = {"make", "level", "repeat", "reiterate", "issue", "voice", "raise", "renew", "lodge"}
# Before a colon stand at most so many words where what follows is speech.
_LABEL = 8


@cache
def acts() -> dict[str, Act]:
    """The act that a noun of speech stands for."""
    return {str(noun): act for act, nouns in lexicon("speech")["nouns"].items() for noun in nouns}


def of_phrase(analysis: Analysis, sentence: Sentence, token: Token) -> Draft | None:
    """The rest of the sentence by "according to X", "in the words of X"."""
    start, inner = _voice_phrase(token)
    if inner is None:
        return None
    first, last = start.i, max(inner.subtree[-1].i, token.subtree[-1].i)
    tokens = analysis.tokens
    content: list[Place] = []
    if first > sentence.first:
        content.append((sentence.start, tokens[first - 1].end))
    rest = [one for one in tokens[last + 1 : sentence.last] if one.pos not in ("PUNCT", "SPACE")]
    if rest:
        content.append((rest[0].start, rest[-1].end))
    content = [place for place in content if any(char.isalnum() for char in analysis.document.text[slice(*place)])]
    cue = [one for one in tokens[first : inner.i] if one.dep in ("prep", "pobj") or one is token]
    return Draft(cue=cue, act="say", source=Source.of(inner), content=content, rule="according to")


def _voice_phrase(token: Token) -> tuple[Token, Token | None]:
    """The first word of a phrase that names a voice, and the head of the name."""
    if token.lower == "according":
        to = token.child("prep")
        return token, (to or token).child("pobj")
    if token.lower == "words" and token.head.lower == "in" and token.head.dep == "prep":
        of = next((one for one in token.all("prep") if one.lower == "of"), None)
        return token.head, of.child("pobj") if of is not None else None
    return token, None


def of_noun(analysis: Analysis, noun: Token) -> Draft | None:
    """A saying in a noun: "the claim that …", "his accusation that …", "makes the same charge against X"."""
    act = acts().get(noun.lemma)
    if act is None:
        return None
    told = _answer(noun, act)
    if told is not None:
        return told
    clause = next((one for one in noun.children if one.dep in ("acl", "ccomp") and _that(one) is not None), None)
    if clause is not None:
        mark = _that(clause)
        place = place_below(clause, mark.i if mark is not None else noun.i)
        if place is None:
            return None
        source = Source.of_noun(noun)
        return Draft(cue=[noun], act=act, source=source, content=[place], rule="noun") if source.heads else None
    return _made(analysis, noun, act)


def _answer(noun: Token, act: Act) -> Draft | None:
    """What somebody's answer, claim or demand is: "Oslo's answer was that …"."""
    be = noun.head
    clause = be.child("ccomp")
    if noun.dep != "nsubj" or be.lemma != "be" or noun.child("poss") is None or clause is None or clause.i < be.i:
        return None
    mark = _that(clause)
    place = place_below(clause, mark.i) if mark is not None else None
    if place is None or be.child("neg") is not None:
        return None
    return Draft(cue=[noun], act=act, source=Source.of_noun(noun), content=[place], rule="noun")


def _that(clause: Token) -> Token | None:
    mark = clause.child("mark")
    return mark if mark is not None and mark.lower == "that" else None


def _made(analysis: Analysis, noun: Token, act: Act) -> Draft | None:
    """A charge, threat, demand or promise that somebody makes, in a phrase of its own."""
    verb = noun.head
    if noun.dep != "dobj" or verb.lemma not in _MAKING or act in ("say", "judge", "deny"):
        return None
    if (
        verb.child("neg") is not None
        or any(one.lower in words("speech", "modals") for one in verb.all("aux"))
        or any(one.lower in ("no", "any") for one in noun.children)
    ):
        return None
    against = next((one for one in [*verb.all("prep"), *noun.all("prep")] if one.lower == "against"), None)
    source = source_of(analysis, verb)
    if not source.heads:
        return None
    accused = against.child("pobj") if against is not None and act == "accuse" else None
    kept = [one for one in noun.subtree if against is None or one.i < against.i]
    return Draft(cue=cue_of(verb), act=act, source=source, content=[(kept[0].start, kept[-1].end)],
                 rule="made", accused=Source.of(accused) if accused is not None else Source())  # fmt: skip


def made_known(analysis: Analysis, token: Token) -> Draft | None:
    """What somebody lets be known: "made known that …", "let it be known that …", "made clear that …"."""
    clause = token.child("ccomp") if token.lower in ("known", "clear", "public", "plain") else None
    if clause is None:
        return None
    verb = next((one for one in token.ancestors if one.lemma in ("make", "let")), None)
    if verb is None or verb.tag == "VB" or verb.child("neg") is not None:
        return None
    mark = _that(clause)
    place = place_below(clause, mark.i if mark is not None else token.i)
    if place is None:
        return None
    return Draft(
        cue=[*cue_of(verb), token], act="say", source=source_of(analysis, verb), content=[place], rule="made known"
    )


def of_colon(analysis: Analysis, sentence: Sentence, colon: Token) -> Draft | None:
    """A name or a paper, a colon, a quotation: "Brandt: “We shall stay.”", "The statement in full: “…”"."""
    label = [one for one in analysis.tokens[sentence.first : colon.i] if one.pos not in ("PUNCT", "SPACE")]
    quote = analysis.quote_at(colon.end + 2) or analysis.quote_at(colon.end + 1)
    if not label or len(label) > _LABEL or quote is None or quote.opening - colon.end > 2:
        return None
    if any(one.pos in ("VERB", "AUX") for one in label):
        return None
    head = next((one for one in label if one.head.i >= colon.i or one.head is one), label[-1])
    if head.pos != "PROPN" and head.lemma not in words("speech", "papers"):
        return None
    source = Source((head,), tuple(label))
    return Draft(cue=[colon], act="say", source=source, content=[(quote.start, quote.end)], rule="colon")
