"""Statements told without a verb of speech: "according to", "the claim that …", "made it known that …"."""

from functools import cache

from rashomon.extract.statements.charges import traded
from rashomon.extract.statements.drafts import Draft, Place, cue_of, place_below
from rashomon.extract.statements.sources import Source, source_of
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Act

# Nouns by which somebody's judgement is told: "in the view of the consul".
VIEWS = ("view", "opinion", "judgement", "judgment", "estimation", "eyes")
# Verbs with a noun of speech as their object ("made the same charge", "issued a threat").
_MAKING = {"make", "level", "repeat", "reiterate", "issue", "voice", "raise", "renew", "lodge"}
# How what nobody in particular says goes round.
_SPREADING = {"spread", "circulate", "emerge", "surface", "abound", "persist", "arrive"}


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
    act: Act = "judge" if token.lower in VIEWS else "say"
    return Draft(cue=cue, act=act, source=Source.of(inner), content=content, rule="according to")


def _voice_phrase(token: Token) -> tuple[Token, Token | None]:
    """The first word of a phrase that names a voice, and the head of the name."""
    if token.lower == "according":
        to = token.child("prep")
        return token, (to or token).child("pobj")
    if token.lower in ("words", *VIEWS) and token.head.lower == "in" and token.head.dep == "prep":
        of = next((one for one in token.all("prep") if one.lower == "of"), None)
        return token.head, of.child("pobj") if of is not None else None
    return token, None


def of_noun(analysis: Analysis, noun: Token) -> Draft | None:
    """A saying in a noun: "the claim that …", "his accusation that …", "makes the same charge against X"."""
    act = acts().get(noun.lemma)
    if (told := traded(noun)) is not None:
        return told
    if act is None:
        return None
    told = _going_round(noun) or _answer(noun, act)
    if told is not None:
        return told
    clause = next((one for one in noun.children if _is_told_clause(one)), None)
    if clause is not None:
        mark = _that(clause)
        if mark is None:
            mark = next((one for one in clause.children if one.lower == "that"), None)
        place = place_below(clause, mark.i if mark is not None else noun.i)
        if place is None:
            return None
        source = Source.of_noun(noun)
        if not source.heads:
            source = _by(noun, clause)
        return Draft(cue=[noun], act=act, source=source, content=[place], rule="noun") if source.heads else None
    return _made(analysis, noun, act)


def _going_round(noun: Token) -> Draft | None:
    """What is told by nobody in particular: "Rumours spread that …", "Reports emerged that …"."""
    verb = noun.head
    clause = next((one for one in verb.all("ccomp", "advcl", "acl") if _that(one) is not None), None)
    if noun.dep != "nsubj" or verb.lemma not in _SPREADING or clause is None or clause.i < verb.i:
        return None
    mark = _that(clause)
    place = place_below(clause, mark.i if mark is not None else verb.i)
    unsaid = place is None or verb.child("neg") is not None or noun.child("poss") is not None
    return None if unsaid or place is None else Draft(
        cue=[noun, verb], act="say", source=Source(), content=[place], rule="noun"
    )  # fmt: skip


def _is_told_clause(clause: Token) -> bool:
    """Whether a clause below a noun tells what was said: behind "that", which the parser may take for an object."""
    if clause.dep in ("acl", "ccomp") and _that(clause) is not None:
        return True
    thing = clause.child("dobj")
    apart = thing is not None and thing.lower == "that" and thing.tag == "IN" and thing.i < clause.i
    return clause.dep == "relcl" and apart and clause.child("nsubj") is not None


def _by(noun: Token, clause: Token) -> Source:
    """Whose saying it is: "the warning by the weather office that …"."""
    by = next((one for one in noun.all("prep") if one.lower == "by" and one.i < clause.i), None)
    inner = by.child("pobj") if by is not None else None
    return Source.of(inner, without=clause) if inner is not None else Source()


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
