"""Tags: "he said", "said the mayor on Friday", and the words that stand around them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.extract.statements.sources import QUOTE_MARKS, Source
from rashomon.language.analysis import Analysis, Quote, Sentence, Token
from rashomon.language.lexicon import words

_OF_SAYING = {"prep", "npadvmod", "advmod", "dative", "prt", "agent", "aux", "neg", "oprd", "acomp"}
_TO_SOMEBODY = {"tell", "inform", "remind", "assure", "notify", "warn", "ask", "brief"}
_CONTRAST = {"although", "though", "while", "whereas", "but", "albeit", "notwithstanding", "despite"}
CARRIED = {"quoted", "cited", "carried", "published"}
_BOUNDARY = {",", "?", "!", "—", "–", "--", "-", "…", "...", ")", ";"}


@dataclass(slots=True)
class Tag:
    """Tokens `first` to `last` (included) tell who speaks; `around` are the places of the words before and after.

    `quoted` is whether a quotation stands right beside the tag, `inverted` whether the
    speaker stands behind the verb.
    """

    first: int
    last: int
    around: list[tuple[int, int]] = field(default_factory=list)
    quoted: bool = False
    inverted: bool = False


# Places further apart than this have words between them; no need to look at them one by one.
_FAR = 60


def tag_of(analysis: Analysis, sentence: Sentence, verb: Token, source: Source) -> Tag:
    """The tag that a verb of speech and its speaker make, with what stands around it."""
    first, last = _bounds(analysis, sentence, verb, source)
    tag = Tag(first, last, inverted=bool(source.heads) and source.heads[0].i > verb.i and source.heads[0].head is verb)
    left = _left(analysis, sentence, tag, verb)
    if left is None:
        return tag
    tag.around.append(left)
    right = _right(analysis, sentence, tag, verb)
    if right is not None:
        tag.around.append(right)
    return tag


def _bounds(analysis: Analysis, sentence: Sentence, verb: Token, source: Source) -> tuple[int, int]:
    """The first and last token of the tag."""
    first = verb.i
    beside = {one.i for one in verb.children if one.dep in ("aux", "auxpass", "neg", "advmod")}
    while first - 1 in beside:
        first -= 1
    last = verb.i
    passive = verb.child("nsubjpass")
    for one in source.tokens or (passive.subtree if passive else ()):
        if one.sentence == verb.sentence:
            first = min(first, one.i) if one.i >= sentence.first and _near(verb, one, source) else first
            last = max(last, one.i) if one.i > verb.i else last
    return first, _end(analysis, sentence, last, verb, _own(verb, source))


def _end(analysis: Analysis, sentence: Sentence, last: int, verb: Token, own: set[int]) -> int:
    """The last token that tells of the saying, from the last one known on.

    What is set off by a comma and has a clause of its own is no part of it: "…, he said, for all that they fired".
    """
    tokens = analysis.tokens
    held = None
    i = last
    while i + 1 < sentence.last:
        token = tokens[i + 1]
        if token.lower == "that" and held is not None and token.head.head is not verb:
            return held
        if token.text in QUOTE_MARKS or token.text in (":", ".") or token.lower == "that" or _in_quote(analysis, token):
            break
        if token.text in _BOUNDARY:
            following = tokens[i + 2] if i + 2 < sentence.last else None
            if following is None or following.i not in own or following.text in QUOTE_MARKS:
                break
            held = i
        elif token.i not in own:
            break
        i += 1
    return i


def _near(verb: Token, one: Token, source: Source) -> bool:
    """Whether a source stands in the tag itself, and is not inherited from another verb."""
    above = verb.head if verb.dep == "xcomp" and verb.head.lemma in words("speech", "going_on") else verb
    return not source.heads or any(head.head in (verb, above) for head in source.heads) or one.i > verb.i


def _own(verb: Token, source: Source) -> set[int]:
    """The tokens that tell of the saying, not of what was said: the speaker, the addressee, time, place, occasion."""
    own = {one.i for one in source.tokens}
    for one in verb.children:
        if one.dep in _OF_SAYING and one.i > verb.i and one.lower != "that":
            own |= {below.i for below in one.subtree}
        if one.dep in ("dobj", "dative") and verb.lemma in _TO_SOMEBODY:
            own |= {below.i for below in one.subtree}
    for head in source.heads:
        own |= {below.i for below in head.subtree}
    return own


def _in_quote(analysis: Analysis, token: Token) -> bool:
    return analysis.quote_at(token.start) is not None


def between(analysis: Analysis, start: int, end: int) -> str:
    """The words between two places, in lower case; marks, brackets and commas left out."""
    if start >= end or not analysis.document.text[start:end].strip():
        return ""
    if end - start > _FAR:
        return analysis.document.text[start:end].lower()
    inside = [one for one in analysis.tokens_in(start, end) if start <= one.start and one.end <= end]
    return " ".join(one.lower for one in inside if any(char.isalnum() for char in one.text))


def quote_before(analysis: Analysis, offset: int) -> Quote | None:
    """The last quotation that is closed before `offset`."""
    k = bisect_right(analysis.quotes, offset, key=lambda quote: quote.closing)
    return analysis.quotes[k - 1] if k else None


def quote_after(analysis: Analysis, offset: int) -> Quote | None:
    """The first quotation that opens at or behind `offset`."""
    k = bisect_left(analysis.quotes, offset, key=lambda quote: quote.opening)
    return analysis.quotes[k] if k < len(analysis.quotes) else None


def _quote_before(analysis: Analysis, sentence: Sentence, first: Token) -> Quote | None:
    """The quotation that ends right before the tag; not one with its own full stop in the sentence before."""
    quote = quote_before(analysis, first.start)
    if quote is None or between(analysis, quote.closing, first.start):
        return None
    text = analysis.document.text
    gap = text[quote.closing : first.start]
    stopped = text[quote.end - 1] == "." or "." in gap or ":" in gap
    if stopped and (first.text[:1].isupper() or quote.closing <= sentence.start):
        return None
    return quote


def _left(analysis: Analysis, sentence: Sentence, tag: Tag, verb: Token) -> tuple[int, int] | None:
    """The words before the tag, None where nothing stands there that could be said."""
    tokens = analysis.tokens
    quote = _quote_before(analysis, sentence, tokens[tag.first])
    if quote is not None:
        tag.quoted = True
        start = min(_sentence_start(analysis, sentence, quote), quote.start)
        behind = _behind_semicolon(analysis, start, quote.opening)
        return (quote.start if behind == quote.opening else behind, quote.end)
    if tag.first <= sentence.first:
        return None
    before = tokens[tag.first - 1]
    if before.text not in _BOUNDARY:
        return None
    if not any(one.pos not in ("PUNCT", "SPACE", "CCONJ") for one in tokens[sentence.first : tag.first]):
        return None
    first = sentence.first
    while tokens[first].pos in ("CCONJ", "PUNCT", "SPACE") and tokens[first].text not in QUOTE_MARKS:
        first += 1
    start = _behind_semicolon(analysis, tokens[first].start, before.start)
    inside = analysis.quote_at(start)
    if inside is not None:
        start = inside.start
    return (start, before.start if before.text not in "?!)" else before.end)


def _behind_semicolon(analysis: Analysis, start: int, end: int) -> int:
    """Where the last clause before a tag begins: "A accuses B; no tank, C says, …" (not inside a quotation)."""
    inside = analysis.tokens_in(start, end)
    marks = [k for k, one in enumerate(inside) if one.text == ";" and analysis.quote_at(one.start) is None]
    if not marks or not _is_clause(inside[: marks[-1]]):
        return start
    return inside[marks[-1] + 1].start if marks[-1] + 1 < len(inside) else end


def _is_clause(tokens: Sequence[Token]) -> bool:
    return any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in tokens)


def _sentence_start(analysis: Analysis, sentence: Sentence, quote: Quote) -> int:
    """Where the words before a tag begin: with the sentence, or with the quotation where little stands before it."""
    holder = analysis.sentence_at(quote.start) or sentence
    if holder.paragraph != sentence.paragraph:
        return quote.start
    if between(analysis, holder.start, quote.opening) and analysis.document.text[
        holder.start : quote.opening
    ].rstrip().endswith(":"):
        return quote.start
    lead = [one for one in analysis.words(holder) if one.end <= quote.opening and one.pos not in ("PUNCT", "SPACE")]
    if all(one.pos in ("CCONJ", "ADV", "SCONJ") for one in lead):
        return quote.start
    return holder.start if holder.index == sentence.index else quote.start


def _right(analysis: Analysis, sentence: Sentence, tag: Tag, verb: Token) -> tuple[int, int] | None:
    """The words after the tag, where what was said goes on."""
    tokens = analysis.tokens
    at = tag.last + 1
    end = tokens[tag.last].end
    quote = quote_after(analysis, end)
    if quote is not None and tag.quoted and _resumes(analysis, tokens[tag.last], quote):
        holder = analysis.sentence_at(quote.start)
        if holder is not None and holder.index == sentence.index:
            return (quote.start, quote.end)
    if at >= sentence.last or tokens[at].text not in (",", "—", "–", "--", ";"):
        return None
    rest = [one for one in tokens[at + 1 : sentence.last] if one.pos not in ("PUNCT", "SPACE")]
    if not rest:
        return None
    behind = ("ccomp", "parataxis", *(() if verb.lemma in _TO_SOMEBODY else ("dobj",)))
    told = {below.i for one in verb.children if one.dep in behind for below in one.subtree}
    own = {one.i for one in verb.subtree} - told
    if rest[0].i in own and not _in_quote(analysis, rest[0]):
        return None
    if tokens[at].text == ";" and tag.quoted and _is_clause(rest):
        return None  # "“Enough,” she told them; the guns went on"
    for_all = [one.lower for one in rest[:2]] == ["for", "all"]  # "…, for all that either side went on firing"
    if _is_bare_tag(rest) or for_all or rest[0].lower in _CONTRAST or rest[0].lower in CARRIED:
        return None
    return (rest[0].start, rest[-1].end)


def _resumes(analysis: Analysis, last: Token, quote: Quote) -> bool:
    """Whether a quotation goes on right behind the tag; one that names something there ("on “The Week”") does not."""
    if between(analysis, last.end, quote.opening):
        return False
    bare = not analysis.document.text[last.end : quote.opening].strip()
    return not (bare and last.dep in ("prep", "pobj", "case", "poss", "compound"))


def _is_bare_tag(rest: list[Token]) -> bool:
    """Whether the words after a tag are another one's tag ("…, the agency reported on Monday")."""
    inside = {one.i for one in rest}
    for one in rest:
        if one.lemma in words("speech", "inverting") and one.tag in ("VBD", "VBZ", "VBN"):
            subject = one.child("nsubj")
            told = any(below.dep in ("ccomp", "dobj", "xcomp") and below.i > one.i for below in one.children)
            if subject is not None and subject.i in inside and not told:
                return True
    return False
