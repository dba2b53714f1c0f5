"""What was said where a verb takes a clause or a quotation: around its tag, or behind it."""

from collections.abc import Iterator

from rashomon.extract.statements.drafts import Place, asides, verbs
from rashomon.extract.statements.tags import Tag, between, quote_after
from rashomon.language.analysis import Analysis, Quote, Sentence, Token

_FINITE = ("VBD", "VBZ", "VBP", "MD")
# What may stand between a verb of speech and the quotation it announces.
_LEADS = {"", "that", "saying", "the following", "this", "as follows"}
CONTRAST = {"while", "whereas", "although", "though", "notwithstanding", "despite", "albeit"}


def said(analysis: Analysis, sentence: Sentence, verb: Token, tag: Tag, *, quote_only: bool) -> tuple[list[Place], str]:
    """The words said, and the rule that found them; none where the verb announces none."""
    if tag.around:
        content = [place for place in tag.around if not quote_only or _touches_quote(analysis, place)]
        if content and (tag.quoted or _has_verb(analysis, content)) and _is_tag(analysis, sentence, verb, tag):
            return content, "tag"
    quote = _quote_behind(analysis, verb, tag)
    if quote is not None:
        if not quote_only and tag.around and not tag.quoted and any(one.i < tag.first for one in verb.all("ccomp")):
            return [tag.around[0], (quote.start, quote.end)], "tag"  # "It is over, he said: “Go home.”"
        return [(quote.start, _end_of_quoted(verb, quote, quote_only=quote_only))], "quotation after"
    if quote_only:
        return [], ""
    clauses = _clauses_behind(analysis, verb)
    if verb.dep != "relcl":  # "the raid, which she said was over"
        clauses = [one for one in clauses if not _lacks_subject(analysis, one)]
    if not clauses:
        return _after_that(analysis, sentence, verb, tag), "clause"
    return _clauses(analysis, verb, clauses), "clause"


def _has_verb(analysis: Analysis, places: list[Place]) -> bool:
    """Whether a finite verb stands in what may have been said; a name alone was not said."""
    inside = [one for start, end in places for one in analysis.tokens_in(start, end)]
    return any(one.tag in _FINITE or (one.tag[:2] == "VB" and one.child("nsubj")) for one in inside)


def _is_tag(analysis: Analysis, sentence: Sentence, verb: Token, tag: Tag) -> bool:
    """Whether the words around the tag are what was said, and not what is told of the saying."""
    if verb.tag == "VBG":
        return False
    following = analysis.tokens[tag.last + 1] if tag.last + 1 < sentence.last else None
    goes_on = following is not None and any(char.isalnum() for char in following.text)
    announces = following is not None and following.text == ":" and not tag.quoted
    complement = any(one.i > tag.last for one in _clauses_behind(analysis, verb))
    if (complement and (goes_on or announces)) or (goes_on and not tag.quoted and not tag.inverted):
        return False
    if tag.quoted or tag.inverted or any(one.dep == "ccomp" and one.i < tag.first for one in verb.children):
        return True
    above = verb.head
    if (
        above is not verb
        and not tag.first <= above.i <= tag.last
        and verb.dep in ("parataxis", "ccomp", "advcl", "dep")
    ):
        return verb.child("mark") is None
    return _ends_sentence(analysis, sentence, verb, tag)


def _clauses_behind(analysis: Analysis, verb: Token) -> list[Token]:
    """The clauses a verb governs behind it; not the name of an occasion in quotation marks."""
    found = []
    for one in verb.children:
        if one.dep == "ccomp" and one.i > verb.i:
            quote = analysis.quote_at(one.start)
            before = quote and analysis.tokens_in(0, quote.opening)[-1:]
            if quote is None or not before or before[0] is verb or not is_title(analysis, verb, before[0], quote):
                found.append(one)
    return found


def _lacks_subject(analysis: Analysis, clause: Token) -> bool:
    """Whether a finite clause begins with its verb: then the parser lost its subject ("the points agreed were …")."""
    first = clause.subtree[0]
    bare = first.tag in _FINITE and first.pos in ("VERB", "AUX") and clause.child("nsubj", "nsubjpass", "expl") is None
    return bare and analysis.quote_at(first.start) is None


def _ends_sentence(analysis: Analysis, sentence: Sentence, verb: Token, tag: Tag) -> bool:
    """Whether a bare tag ends the sentence behind a whole clause, whatever the parser made of it."""
    rest = analysis.tokens[tag.last + 1 : sentence.last]
    if any(one.pos not in ("PUNCT", "SPACE") for one in rest) or verb.child("dobj") or not verb.child("nsubj"):
        return False
    before = analysis.tokens[sentence.first : tag.first]
    below = {one.i for child in verb.children if child.dep in ("advcl", "prep") for one in child.subtree}
    return any(one.tag in _FINITE and one.i not in below for one in before)


def _touches_quote(analysis: Analysis, place: Place) -> bool:
    quote = quote_after(analysis, place[0])
    return analysis.quote_at(place[0]) is not None or (quote is not None and quote.start < place[1])


def _quote_behind(analysis: Analysis, verb: Token, tag: Tag) -> Quote | None:
    """The quotation that opens right behind the verb (and its addressee, time and place)."""
    last = analysis.tokens[max(tag.last, verb.i)]
    for token in (last, verb):
        quote = quote_after(analysis, token.end)
        if quote is None or between(analysis, token.end, quote.opening) not in _LEADS:
            continue
        if set(analysis.document.text[token.end : quote.opening]) & set(".?!"):
            continue
        if token is not verb and (token.dep == "prep" or is_title(analysis, verb, token, quote)):
            continue
        return quote
    return None


def is_title(analysis: Analysis, verb: Token, before: Token, quote: Quote) -> bool:
    """Whether a quotation only names something in a phrase beside the verb ("said at the forum “Open seas”")."""
    if analysis.document.text[before.end : quote.opening].strip():
        return False
    token = next(iter(analysis.tokens_in(quote.start, quote.end)), before)
    for at in (before, token):
        while at.head is not at and at.head is not verb:
            at = at.head
        if at.head is verb and at.dep == "prep" and at.i < token.i:
            return True
    return False


def _end_of_quoted(verb: Token, quote: Quote, *, quote_only: bool) -> int:
    """Where the words end that a quotation begins: with it, or with the clause whose beginning is quoted."""
    end = quote.end
    for child in verb.children:
        if child.i > verb.i and child.dep in ("ccomp", "dobj", "xcomp", "attr", "oprd") and not quote_only:
            below = child.subtree
            if below[0].start <= quote.start < below[-1].end:
                end = max(end, below[-1].end)
    return end


def _after_that(analysis: Analysis, sentence: Sentence, verb: Token, tag: Tag) -> list[Place]:
    """The rest of the sentence behind "that", where the parser saw no clause."""
    at = max(tag.last, verb.i) + 1
    if at < sentence.last - 2 and analysis.tokens[at].lower == "that" and analysis.tokens[at].tag in ("IN", "WDT"):
        rest = [one for one in analysis.tokens[at + 1 : sentence.last] if one.pos not in ("PUNCT", "SPACE")]
        if rest[0].tag in _FINITE:  # "the regions that lie …" is no "that" of speech
            return []
        if any(one.tag in _FINITE for one in rest):
            return [(rest[0].start, rest[-1].end)]
    return []


def _clauses(analysis: Analysis, verb: Token, clauses: list[Token]) -> list[Place]:
    """The places of the clauses a verb governs, "that" and contrasting clauses left out."""
    clauses = [*clauses, *_goes_on(verb, clauses[-1])]
    inside = {one.i for clause in clauses for one in clause.subtree if one.i > verb.i}
    for clause in clauses:
        for cut in (*_contrasts(analysis, verb, clause), *asides(clause)):
            inside -= {one.i for one in cut.subtree}
    ordered = sorted(inside)
    if not ordered:
        return []
    first = _first(analysis, clauses[0], ordered)
    while len(ordered) > 1 and analysis.tokens[ordered[-1]].pos in ("CCONJ", "PUNCT"):
        ordered.pop()
    return _runs(analysis, [i for i in ordered if i >= first])


def _first(analysis: Analysis, clause: Token, ordered: list[int]) -> int:
    """The first token of what was said: behind "that", not at a mark."""
    first, last = ordered[0], ordered[-1]
    that = next((one.i for one in clause.children if one.dep == "mark" and one.lower == "that"), None)
    if that is not None and first < that <= first + 5:
        first = that
    while first < last and (analysis.tokens[first].pos == "PUNCT" or first == that or _is_that(analysis.tokens[first])):
        first += 1
    return first


def _is_that(token: Token) -> bool:
    return token.lower == "that" and token.tag == "IN"


def _runs(analysis: Analysis, numbers: list[int]) -> list[Place]:
    """The places of tokens, those that only marks stand between put together."""
    runs: list[Place] = []
    for i in numbers:
        token = analysis.tokens[i]
        if runs and not between(analysis, runs[-1][1], token.start):
            runs[-1] = (runs[-1][0], token.end)
        else:
            runs.append((token.start, token.end))
    return runs


def _goes_on(verb: Token, clause: Token) -> Iterator[Token]:
    """Clauses the parser set beside the verb of speech that go on telling what was said ("…, but could not stay")."""
    for one in verb.children:
        if one.dep != "conj" or one.i < clause.i or one.lemma in verbs() or one.pos not in ("VERB", "AUX"):
            continue
        subject = one.child("nsubj", "nsubjpass")
        if (subject is not None and subject.tag == "PRP") or (subject is None and one.child("aux") is not None):
            yield one


def _contrasts(analysis: Analysis, verb: Token, clause: Token) -> Iterator[Token]:
    """Clauses below that are another's words, or the reporter's: "…, while B says", "…, who left", "… and calls it"."""
    for one in clause.subtree:
        if one is clause or one.i <= clause.i:
            continue
        comma = analysis.tokens[one.subtree[0].i - 1].text == ","
        if (one.dep == "advcl" and _sets_against(one, comma=comma)) or (
            one.dep == "relcl" and comma and one.subtree[-1].i == clause.subtree[-1].i and _is_loose(one)
        ):
            yield one
        elif one.dep == "conj" and one.head is clause:
            again = one.lemma in verbs() and one.tag == verb.tag and one.child("nsubj", "aux") is None
            if again or _turns(analysis, one):
                yield one


def _turns(analysis: Analysis, clause: Token) -> bool:
    """Whether the reporter goes on in a clause of its own: "said the road was open, but he did not go there"."""
    first = clause.subtree[0]
    cc = next((one for one in clause.head.all("cc") if one.i < clause.i), None)
    if cc is None or cc.i + 1 != first.i or clause.child("nsubj", "nsubjpass", "expl") is None:
        return False
    if any(one.lower in ("would", "could", "might", "had") for one in clause.all("aux")):
        return False  # told as what somebody said would be
    before = analysis.tokens[cc.i - 1].text
    return before in ("—", "–", "--", "-", ",", ";")


def _sets_against(clause: Token, *, comma: bool) -> bool:
    mark = clause.child("mark")
    if mark is None:
        return clause.tag == "VBG" and comma and clause.lemma in verbs()
    telling = clause.lemma in verbs()
    return (mark.lower in CONTRAST and (comma or telling)) or (mark.lower == "as" and telling)


def _is_loose(relative: Token) -> bool:
    return any(one.lower in ("who", "which", "whose", "whom") for one in relative.subtree[:3])
