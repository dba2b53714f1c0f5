"""What a report says in its own voice as an opinion: "I think …", "in my view …", "is likely to …"."""

from collections.abc import Iterator, Sequence

from rashomon.extract.statements.drafts import Draft, Place
from rashomon.extract.statements.sources import Source
from rashomon.extract.statements.untruths import untrue
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act

# Whose genre lets its writer judge and foretell throughout.
_OPINION = ("opinion", "analysis")
_WILL = ("will", "'ll", "’ll", "wo")
_WOULD = ("would", "'d", "’d")
_SURELY = ("certainly", "surely", "inevitably", "undoubtedly", "doubtless", "probably", "likely")
_VIEWS = ("view", "opinion", "judgement", "judgment", "mind", "eyes", "count", "experience")


def own_voice(analysis: Analysis, told: Sequence[Draft]) -> list[Draft]:
    """The judgements and forecasts of the writer outside what others are told to have said."""
    own_paper = analysis.document.genre == "statement"
    # What a party calls untrue may be told just there: "Velm's claim that the bridge is down is false".
    taken = [place for draft in told if draft.rule != "noun" for place in draft.content]
    claimed = [place for draft in told if draft.rule == "noun" for place in draft.content]
    taken += [(quote.start, quote.end) for quote in analysis.quotes]
    found: list[Draft] = []
    for sentence in analysis.body:
        mine = list(_of_sentence(analysis, sentence))
        if not mine:
            continue
        others = taken if mine[0].act == "deny" and own_paper else [*taken, *claimed]
        if not any(a < end and start < b for a, b in others for start, end in mine[0].content):
            found.append(mine[0])
    return found


def _of_sentence(analysis: Analysis, sentence: Sentence) -> Iterator[Draft]:
    """The opinions a sentence tells, the plainest first."""
    if analysis.document.text[sentence.end - 1] == "?":
        return
    opinion = analysis.document.genre in _OPINION
    tokens = analysis.words(sentence)
    for token in tokens:
        if token.lower == "i" and token.dep == "nsubj" and token.head.lemma in words("speech", "opinions"):
            yield from _thought(analysis, sentence, token.head, token)
        elif token.lower == "my" and token.head.lower in _VIEWS and token.head.head.lower in ("in", "to", "by"):
            yield from _viewed(analysis, sentence, token)
    for root in analysis.roots(sentence):
        if (claim := untrue(root)) is not None:
            cue = [root, *root.all("acomp", "attr")[:1]]
            yield Draft(cue=cue, act="deny", source=Source(), content=[claim], rule="own voice", own=True)
        elif opinion and (that := _plain(root)) is not None:
            yield _draft(analysis, [root], that.subtree, that, None)
        elif _is_likely(root) or (opinion and _foretells(root)):
            cue = [one for one in root.all("aux") if one.lower in (*_WILL, *_WOULD)][:1] or [_adjective(root) or root]
            yield _draft(analysis, cue, tokens, root, None, act="predict")


def _thought(analysis: Analysis, sentence: Sentence, verb: Token, who: Token) -> Iterator[Draft]:
    """What the writer thinks: "I think that …", "…, I think, …"; not "what I believe", "I do not think"."""
    clause = verb.child("ccomp")
    if verb.lemma == "believe" and verb.child("neg") is not None and clause is not None:
        if clause.i > verb.i and any(one.lower == "do" for one in verb.all("aux")):
            yield _draft(analysis, [verb], clause.subtree, clause, who, act="judge")
        return
    if verb.tag != "VBP" or verb.child("neg", "aux") is not None:
        return
    if clause is not None and clause.i > verb.i:
        yield _draft(analysis, [verb], clause.subtree, clause, who)
    elif verb.dep == "parataxis" or (clause is not None and clause.i < verb.i):
        inner = {one.i for one in verb.subtree} - ({one.i for one in clause.subtree} if clause is not None else set())
        top = clause or verb.head
        yield _draft(analysis, [verb], [one for one in analysis.words(sentence) if one.i not in inner], top, who)


def _viewed(analysis: Analysis, sentence: Sentence, my: Token) -> Iterator[Draft]:
    """The rest of the sentence beside "in my view"."""
    phrase = my.head.head.subtree
    inside = {one.i for one in phrase}
    rest = [one for one in analysis.words(sentence) if one.i not in inside]
    top = next(iter(analysis.roots(sentence)), None)
    if top is not None and top.i not in inside:
        yield _draft(analysis, [my.head.head, my, my.head], rest, top, my)


def _plain(root: Token) -> Token | None:
    """The clause of "It is clear that …"."""
    clause, adjective = root.child("ccomp"), root.child("acomp")
    if root.lemma != "be" or clause is None or adjective is None or root.child("neg") is not None:
        return None
    subject = root.child("nsubj", "expl")
    plain = adjective.lower in words("speech", "plain") and subject is not None and subject.lower == "it"
    return clause if plain else None


def _adjective(root: Token) -> Token | None:
    return next((one for one in root.all("acomp") if one.lower in ("likely", "unlikely")), None)


def _is_likely(root: Token) -> bool:
    """Whether a sentence says what is (un)likely to happen, in the present."""
    adjective = _adjective(root)
    return (
        adjective is not None
        and root.tag in ("VBZ", "VBP")
        and adjective.child("xcomp", "ccomp") is not None
        and root.child("advcl") is None
    )


def _foretells(root: Token) -> bool:
    """Whether a clause says what will or would be; what "I" and "we" will do is none."""
    subject = root.child("nsubj", "nsubjpass", "expl")
    will = any(one.dep in ("aux", "auxpass") and one.lower in _WILL for one in root.children) or _would(root)
    return will and subject is not None and subject.lower not in ("i", "we", "you")


def _would(root: Token) -> bool:
    """Whether something would be, for sure or under a condition still open: "Should he stop, it would be over"."""
    if not any(one.dep == "aux" and one.lower in _WOULD for one in root.children):
        return False
    if any(one.lower in _SURELY for one in root.all("advmod")):
        return True
    for one in root.all("advcl"):
        helping = [each.lower for each in one.all("aux")]
        if "should" in helping and one.child("mark") is None:
            return True
        past = one.tag == "VBN" and bool(helping)  # "if they had (they'd) known" is over
        if any(each.lower == "if" for each in one.all("mark")) and not past and "had" not in helping:
            return True
    return False


def _draft(
    analysis: Analysis, cue: list[Token], tokens: Sequence[Token], top: Token, who: Token | None, *, act: Act = "judge"
) -> Draft:
    """A draft of the writer: a forecast where the words said speak of what will be."""
    if any(one.dep == "aux" and one.lower in _WILL for one in top.children):
        act = "predict"
    source = Source((who,), (who,)) if who is not None else Source()
    return Draft(cue=cue, act=act, source=source, content=_places(tokens), rule="own voice", own=who is None)


def _places(tokens: Sequence[Token]) -> list[Place]:
    """The runs of tokens, without marks at their edges."""
    runs: list[list[Token]] = []
    for token in tokens:
        if token.pos == "SPACE":
            continue
        if runs and runs[-1][-1].i == token.i - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    places = []
    for run in runs:
        while run and (run[0].pos == "PUNCT" or (run[0].lower == "that" and run[0].dep == "mark")):
            run.pop(0)
        while run and run[-1].pos == "PUNCT":
            run.pop()
        if run:
            places.append((run[0].start, run[-1].end))
    return places
