"""Statements told without a verb of speech: "according to", "the claim that …", "made it known that …"."""

from functools import cache

from rashomon.extract.statements.charges import traded
from rashomon.extract.statements.drafts import Draft, Place, cue_of, place_below
from rashomon.extract.statements.sources import Source, source_of
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Act

# Nouns by which somebody's judgement is told: "in the view of the consul".
_VIEWS = ("view", "opinion", "judgement", "judgment", "estimation", "eyes", "assessment", "mind", "reading")
_FIRST = ("my", "our", "your", "whose")
# Verbs with a noun of speech as their object ("made the same charge", "issued a threat").
_MAKING = {"make", "level", "repeat", "reiterate", "issue", "voice", "raise", "renew", "lodge"}
# So many words may stand between "let it be known" and its "that".
_FEW = 6
# How what nobody in particular says goes round.
_SPREADING = {"spread", "circulate", "emerge", "surface", "abound", "persist", "arrive"}


@cache
def announcing() -> frozenset[str]:
    """The words that announce a voice in a phrase without a verb: "according", "view", "count"."""
    return frozenset({"according", *(word for group in _phrases().values() for word in group)})


@cache
def _phrases() -> dict[str, frozenset[str]]:
    """The nouns that name a voice's words or count, by the preposition they stand behind."""
    return {str(one): frozenset(map(str, group)) for one, group in lexicon("speech")["voiced"].items()}


@cache
def acts() -> dict[str, Act]:
    """The act that a noun of speech stands for."""
    return {str(noun): act for act, nouns in lexicon("speech")["nouns"].items() for noun in nouns}


def of_phrase(analysis: Analysis, sentence: Sentence, token: Token) -> Draft | None:
    """The rest of the sentence by "according to X", "in the words of X"."""
    start, inner = _voice_phrase(token)
    if inner is None:
        return None
    if inner.lower == "which":
        return _version(token, inner)
    owned = inner.dep == "poss"  # "to the envoy's mind": what follows may hang on "mind"
    first, last = start.i, token.i if owned else max(inner.subtree[-1].i, token.subtree[-1].i)
    tokens = analysis.tokens
    begin, end = _part(analysis, sentence, first, last)
    content: list[Place] = []
    if first > begin:
        content.append((tokens[begin].start, tokens[first - 1].end))
    rest = [one for one in tokens[last + 1 : end] if one.pos not in ("PUNCT", "SPACE")]
    if rest:
        content.append((rest[0].start, rest[-1].end))
    content = [place for place in content if any(char.isalnum() for char in analysis.document.text[slice(*place)])]
    cue = [
        one for one in tokens[first : max(inner.i, token.i + 1)] if one is start or one is token or one.dep == "prep"
    ]
    act: Act = "judge" if token.lower in _VIEWS else "say"
    return Draft(cue=cue, act=act, source=Source.of(inner), content=content, rule="according to")


def _part(analysis: Analysis, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """From which to which word the part of a sentence goes, between semicolons and colons, in which a phrase stands."""
    begin, end = sentence.first, sentence.last
    for one in analysis.words(sentence):
        if one.text in (";", ":") and analysis.quote_at(one.start) is None:
            if one.i < first:
                begin = one.i + 1
            elif one.i > last and one.text == ";":
                return begin, one.i
    return begin, end


def _version(token: Token, which: Token) -> Draft | None:
    """What a version tells: "the official version, according to which the ship struck a rock"."""
    verb = token.head
    if verb.dep != "relcl" or (place := place_below(verb, which.i)) is None:
        return None
    return Draft(cue=[token, *token.all("prep")], act="say", source=Source.of(verb.head, without=verb), content=[place],
                 rule="noun")  # fmt: skip


def _voice_phrase(token: Token) -> tuple[Token, Token | None]:
    """The first word of a phrase that names a voice, and the head of the name."""
    if token.lower == "according":
        to = token.child("prep")
        return token, (to or token).child("pobj")
    if token.lower in _phrases().get(token.head.lower, ()) and token.head.dep == "prep":
        owner = token.child("poss")
        if owner is not None and owner.lower not in _FIRST:
            return token.head, owner
        of = next((one for one in token.all("prep") if one.lower == "of"), None)
        return token.head, of.child("pobj") if of is not None and owner is None else None
    return token, None


def of_noun(analysis: Analysis, noun: Token) -> Draft | None:
    """A saying in a noun: "the claim that …", "his accusation that …", "makes the same charge against X"."""
    act = acts().get(noun.lemma)
    if (told := traded(noun)) is not None:
        return told
    if act is None:
        return _answer(noun, "say") if noun.lemma in words("speech", "standpoints") else None
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
    source = Source.of_noun(noun)
    if not source.heads and (by := next((one for one in noun.all("prep") if one.lower in ("from", "in")), None)):
        inner = by.child("pobj")
        source = Source.of(inner) if inner is not None else source
    brief = noun.dep == "nsubj" and be.lemma in ("be", "remain") and be.tag in ("VBZ", "VBD", "VBP")
    if not brief or not source.heads or clause is None or clause.i < be.i:
        return None
    mark = _that(clause)
    place = place_below(clause, mark.i) if mark is not None else None
    if place is None or be.child("neg") is not None:
        return None
    return Draft(cue=[noun], act=act, source=source, content=[place], rule="noun")


def came(analysis: Analysis, sentence: Sentence, verb: Token) -> Draft | None:
    """What an answer is: "“Not one metre,” came the reply from Lesk"."""
    if verb.lemma != "come" or verb.tag not in ("VBD", "VBZ"):
        return None
    noun = next((one for one in verb.children if one.i > verb.i and one.lemma in words("speech", "words")), None)
    back = any(one.lower == "back" and one.i == verb.i + 1 for one in verb.children)
    if noun is None and not back:
        return None
    near = [one for one in verb.subtree if one.dep == "prep" and one.lower == "from" and one.i > verb.i]
    who = near[0].child("pobj") if near else None
    source = Source.of(who) if who is not None else Source.of_noun(noun) if noun is not None else Source()
    if not source.heads:
        return None
    quote = next((one for one in reversed(analysis.quotes) if one.closing <= verb.start), None)
    close = quote is not None and not analysis.document.text[quote.closing : verb.start].strip(" ”\"’'»,")
    before = [one for one in analysis.words(sentence) if one.i < verb.i and one.pos not in ("PUNCT", "SPACE")]
    if close and quote is not None:
        place = (quote.start, quote.end)
    elif noun is not None and before and analysis.tokens[verb.i - 1].text == ",":
        place = (before[0].start, before[-1].end)
    else:
        return None
    return Draft(cue=[verb, *([noun] if noun is not None else [])], act="say", source=source, content=[place],
                 rule="phrase")  # fmt: skip


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
    """What somebody lets be known: "made known that …", "let it be known that …", "…, she made clear"."""
    if token.lower not in ("known", "clear", "public", "plain", "understood"):
        return None
    verb = next((one for one in token.ancestors if one.lemma in ("make", "let")), None)
    plain = (
        verb is not None
        and verb.tag == "VB"
        and (verb.dep != "ROOT" or verb.child("nsubj") is None or verb.child("aux"))
    )
    if verb is None or plain or verb.child("neg") is not None:
        return None
    behind = [one for top in (token, verb) for one in top.all("ccomp", "advcl") if one is not token and one.i > token.i]
    clause = next((one for one in behind if one is token.child("ccomp") or _that(one) is not None), None)
    around = next((one for one in verb.all("ccomp") if one is not token), None)
    that = _that_behind(analysis, token)
    if clause is not None:
        mark = _that(clause)
        place = place_below(clause, mark.i if mark is not None else token.i)
    elif that is not None:
        place = (analysis.tokens[that.i + 1].start, that.head.subtree[-1].end)
    elif around is not None and around.i < verb.i:
        place = place_below(around)
    else:
        return None
    source = source_of(analysis, verb)
    if place is not None and analysis.tokens_in(*place)[0].lower == "that":
        place = (analysis.tokens_in(*place)[1].start, place[1])
    return Draft(cue=[*cue_of(verb), token], act="say", source=source, content=[place],
                 rule="made known") if place is not None else None  # fmt: skip


def _that_behind(analysis: Analysis, known: Token) -> Token | None:
    """The "that" a few words behind "let it be known": parsers hang it on these ("… before midnight that it would")."""
    for one in analysis.tokens[known.i + 1 : min(known.i + 2 + _FEW, analysis.sentence_of(known).last)]:
        if one.lower == "that" and one.head.dep in ("relcl", "acl") and one.head.i > one.i:
            return one
        if one.pos in ("VERB", "AUX", "PUNCT"):
            return None
    return None
