"""From a draft to the record: its words as spans, its speakers as links, its form, its evidence."""

from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.found import Found
from rashomon.extract.statements.circumstances import channel_of, said_at
from rashomon.extract.statements.drafts import Draft, Place, clean
from rashomon.extract.statements.entries import Entries
from rashomon.extract.statements.frames import blamed_each_other
from rashomon.extract.statements.relays import Carried, link_of
from rashomon.extract.statements.replies import Replies
from rashomon.extract.statements.speakers import rivals
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Link, SpeechForm, Statement
from rashomon.model.text import Span

# Measured on the PolNeAR development articles (`rashomon eval statements`): share of relations that were right.
_SCORES = {
    "tag": 0.9, "quotation after": 0.85, "clause": 0.75, "according to": 0.75, "accused": 0.65, "as": 0.6,
    "object": 0.5, "named": 0.5, "person": 0.5, "infinitive": 0.5, "preposition": 0.5, "noun": 0.5, "orphan": 0.5,
    "traded": 0.7, "issued": 0.6, "own voice": 0.6, "between tags": 0.5, "before tag": 0.5,
}  # fmt: skip


def records(
    analysis: Analysis, found: Found, one: Carried, chain: tuple[Link, ...], replies: Replies, entries: Entries
) -> Iterator[Statement]:
    """The record of a draft; two where each of two sides accuses the other."""
    draft = one.draft
    content = tuple(span for place in draft.content for span in _spoken(analysis, place))
    evidence = _evidence(analysis, draft, content)
    if not evidence or _says_itself(one.speakers, content):
        return
    act, of = replies.answer(draft, one.speakers)
    statement = Statement(
        document=analysis.document.id,
        evidence=evidence,
        rule=f"statements: {draft.rule}",
        score=_SCORES.get(draft.rule, 0.7) if draft.score is None else draft.score,
        speaker=one.speakers,
        addressee=tuple(link_of(analysis, found, token) for token in draft.addressees),
        act=act,
        form=_form(analysis, content),
        content=content,
        cue=cue_spans(analysis, draft.cue),
        channel=channel_of(analysis, draft),
        via=one.via,
        said=said_at(analysis, found, draft, entries),
        of=of,
        accused=_accused(analysis, found, draft),
        according_to=chain,
    )
    mutual = draft.rule == "traded" or blamed_each_other(draft)
    yield from _each_other(analysis, found, draft, statement) if mutual else (statement,)


def _says_itself(speakers: tuple[Link, ...], content: tuple[Span, ...]) -> bool:
    """Whether what was said was taken for who says it, as where a quotation begins before its verb."""
    return any(link.span is not None and link.span.covers(place) for link in speakers for place in content)


def _each_other(analysis: Analysis, found: Found, draft: Draft, statement: Statement) -> Iterator[Statement]:
    """Both accusations of "each side blamed the other"; one with its sides unknown where they are not certain."""
    sides = statement.speaker if len(statement.speaker) == 2 else _unnamed(analysis, found, draft)
    if not sides:
        yield statement
        return
    for accuser, accused in (sides, sides[::-1]):
        words = statement.accused[0].span if statement.accused else accused.span
        yield replace(
            statement, speaker=(accuser,), accused=(replace(accused, span=words),),
            according_to=(accuser, *statement.according_to[1:]),
        )  # fmt: skip


def _unnamed(analysis: Analysis, found: Found, draft: Draft) -> tuple[Link, ...]:
    """The two that "each side" means, by the words that name them."""
    return tuple(Link(span=one.evidence[0], mention=one.id) for one in rivals(analysis, found, draft) or ())


def _accused(analysis: Analysis, found: Found, draft: Draft) -> tuple[Link, ...]:
    heads = draft.accused.heads
    if len(heads) == 1:
        return (link_of(analysis, found, heads[0], draft.accused.tokens),)
    return tuple(link_of(analysis, found, head) for head in heads)


def cue_spans(analysis: Analysis, cue: list[Token]) -> tuple[Span, ...]:
    """The cue's words, one span for each run of them."""
    runs: list[list[Token]] = []
    for token in sorted(cue, key=lambda one: one.i):
        if runs and runs[-1][-1].i == token.i - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return tuple(analysis.document.span(run[0].start, run[-1].end) for run in runs)


def _evidence(analysis: Analysis, draft: Draft, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences in which the cue and the words said stand, in text order."""
    numbers = {token.sentence for token in draft.cue}
    for span in content:
        numbers |= {token.sentence for token in analysis.tokens_in(span.start, span.end)}
    return tuple(analysis.evidence(analysis.sentences[number]) for number in sorted(numbers))


def _spoken(analysis: Analysis, place: Place) -> Iterator[Span]:
    """The words at a place as spans, no quotation mark at their edges, and none without its fellow between them."""
    whole = clean(analysis, *place)
    for start, end in _balanced(analysis, whole.start, whole.end) if whole is not None else ():
        if (span := clean(analysis, start, end)) is not None:
            yield span


def _balanced(analysis: Analysis, start: int, end: int) -> Iterator[Place]:
    """A place, parted at each quotation mark whose fellow stands outside it."""
    for quote in analysis.quotes:
        if quote.closed and quote.opening < start < quote.closing <= end:
            yield start, quote.end
            start = quote.closing
        elif start < quote.opening < end < quote.closing:
            yield start, quote.opening
            start = quote.start
    if start < end:
        yield start, end


def _form(analysis: Analysis, content: tuple[Span, ...]) -> SpeechForm:
    """Direct where all that was said stands in quotation marks, mixed where some does."""
    quoted = [_quoted(analysis, span) for span in content]
    if quoted and all(quoted):
        return "direct"
    inside = any(quote.start < span.end and span.start < quote.end for span in content for quote in analysis.quotes)
    return "mixed" if inside else "indirect"


def _quoted(analysis: Analysis, span: Span) -> bool:
    quote = analysis.quote_at(span.start)
    return quote is not None and span.end <= quote.end
