"""Who speaks, also where the words beside the tag do not name them: "the note said", "each side blamed the other"."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from rashomon.extract.found import Found, phrase
from rashomon.extract.issuer import FIRST_PERSON, announced, answerable, issuer, letterhead
from rashomon.extract.paper_owners import is_paper, owner
from rashomon.extract.statements.drafts import Draft
from rashomon.extract.statements.frames import EACH
from rashomon.extract.statements.papers import author
from rashomon.extract.statements.pronouns import author_of, meant
from rashomon.extract.statements.relays import link_of
from rashomon.extract.turns import Turn, turn_at
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

# How many sentences back two sides may be named who "each" do something.
_SENTENCES = 3
_STATES = ("state", "armed group")
# The rules by which the forces of a state are found, which are of its side.
_FORCES = ("organ of a state", "our side")
# The two sides of a report are named so often each, and so many times as often as any third.
_OFTEN, _FAR = 3, 2


def speakers_of(
    analysis: Analysis, found: Found, draft: Draft, told: list[Draft], turned: Sequence[Turn]
) -> tuple[Link, ...]:
    """Who speaks: one link with the whole phrase, or one for each of several speakers."""
    heads = draft.source.heads
    turn = turn_at(turned, heads[0].start) if heads else None
    named = turn is not None and (heads[0].lower == "you" if turn.asks else heads[0].lower in FIRST_PERSON)
    voice = draft.voice or (turn.who if turn is not None and named else None)
    if voice is not None:
        tokens = draft.source.tokens
        return (Link(span=analysis.span(tokens) if tokens else voice.evidence[0], mention=voice.id),)
    if draft.own:
        return (_writer(analysis, found),)
    if not heads:
        return ()
    if len(heads) > 1:
        return tuple(
            Link(span=phrase(analysis, head), mention=link_of(analysis, found, head).mention) for head in heads
        )
    link = link_of(analysis, found, heads[0], draft.source.tokens)
    if heads[0].lower == "i" and analysis.quote_at(heads[0].start) is not None:
        return (replace(link, mention=teller_of(analysis, found, draft, told) or link.mention),)
    if _is_spoken_of(found, draft, link):
        link = replace(link, mention=None)
    several = found.record(link.mention) if link.mention else None
    if isinstance(several, Mention) and len(several.antecedents) > 1 and draft.act != "accuse":
        return tuple(replace(link, mention=one) for one in several.antecedents)  # "the two presidents"
    if draft.act != "accuse" and (pair := rivals(analysis, found, draft)) is not None:
        return tuple(replace(link, mention=one.id) for one in pair)  # "Both parties have promised to wait"
    if (issued := _of_paper(analysis, found, link, heads[0])) is not None:
        return answerable(analysis, found, [issued], heads[0])
    if (same := _same_as_before(analysis, heads[0], told)) is not None:
        return speakers_of(analysis, found, same, told, turned)
    who = meant(analysis, found, draft, told)
    if who is None and (own := _own_account(analysis, found, heads[0], told)) is not None:
        return speakers_of(analysis, found, own, told, turned)
    who = who or link.mention or author(analysis, found, heads[0], told)
    return answerable(analysis, found, [replace(link, mention=who)], heads[0])


def _is_spoken_of(found: Found, draft: Draft, link: Link) -> bool:
    """Whether a pronoun in a tag goes back to one who is named inside the words it tells: "The envoy, she said, …".

    Whoever speaks of somebody by name, or by what he is, hardly means himself.
    """
    mention = found.record(link.mention) if link.mention else None
    if draft.rule not in ("tag", "according to") or not isinstance(mention, Mention) or mention.form != "pronoun":
        return False
    before = found.record(mention.antecedent) if mention.antecedent else None
    if not isinstance(before, Mention) or before.form == "pronoun":
        return False
    inside = [one for start, end in draft.content for one in found.within(Mention, start, end) if one.form != "pronoun"]
    return any(before.id in (one.id, one.antecedent) or (one.name and one.name == before.name) for one in inside)


def _of_paper(analysis: Analysis, found: Found, link: Link, head: Token) -> Link | None:
    """The words of a paper spoken of before, for whoever gave it out ("*the same communiqué* gives")."""
    told = found.record(link.mention) if link.mention else None
    pronoun = isinstance(told, Mention) and told.form == "pronoun" and not told.antecedents  # the "its" of "its note"
    open_one = link.mention is None or pronoun or head.lower in ("no", "no.")  # "Bulletin No. 4" is nobody's name
    own = owner(analysis, found, head) if is_paper(head) and open_one else None
    mention = found.mention_of(own) if own is not None else None
    if own is None or mention is None:
        return found.link(own) if own is not None else None
    return replace(link, mention=mention.id)


def _same_as_before(analysis: Analysis, head: Token, told: Sequence[Draft]) -> Draft | None:
    """The saying before "the same source added": the last one near it that names somebody."""
    if not any(one.lower == "same" for one in head.all("amod")):
        return None
    here = analysis.sentence_of(head).index
    for other in sorted(told, key=lambda one: one.place, reverse=True):
        if other.source.heads and other.source.heads[0].i < head.i and other.cue:
            near = here - analysis.sentence_of(other.source.heads[0]).index <= _SENTENCES
            same = any(one.lower == "same" for one in other.source.heads[0].all("amod"))
            return other if near and not same else None
    return None


def _own_account(analysis: Analysis, found: Found, head: Token, told: Sequence[Draft]) -> Draft | None:
    """The saying of a voice without a name right before "by its account", "in his version"."""
    known = found.mention_of(head)
    if head.tag != "PRP$" or (known is not None and known.antecedents):
        return None
    here = analysis.sentence_of(head)
    before = [one for one in told if one.cue and one.source.heads and one.source.heads[0].i < head.i]
    last = max(before, key=lambda one: one.source.heads[0].i, default=None)
    if last is None or last.source.heads[0].pos not in ("NOUN", "NUM") or len(last.source.heads) > 1:
        return None
    there = analysis.sentence_of(last.source.heads[0])
    plural = last.source.heads[0].tag in ("NNS", "NNPS")
    near = there.paragraph == here.paragraph and here.index - there.index <= 1
    return last if near and plural == (head.lower == "their") else None


def _writer(analysis: Analysis, found: Found) -> Link:
    """Who speaks in the report's own voice: who issued it, or its one author; else the report itself."""
    own = issuer(analysis, found)
    if own is not None:
        return own if own.span is not None else _over_text(analysis) or own
    mention = found.record(author_of(analysis, found) or "") or announced(analysis, found)
    if isinstance(mention, Mention):
        return Link(span=mention.evidence[0], mention=mention.id)
    return Link(document=analysis.document.id)


def _over_text(analysis: Analysis) -> Link | None:
    """The words of the letterhead, where the text names its issuer nowhere else."""
    name, document = letterhead(analysis), analysis.document
    bodies = words("speech", "offices") | words("speech", "bodies")
    if not bodies & set(name.lower().split()):
        return None  # "JOINT STATEMENT"
    at = document.text.lower().find(name.lower()) if name else -1
    span = document.trimmed(at, at + len(name)) if at >= 0 else None
    return Link(span=span) if span is not None else None


def rivals(analysis: Analysis, found: Found, draft: Draft) -> tuple[Mention, Mention] | None:
    """The mentions of the two sides, None unless just two can be meant.

    Two states named in the same sentence; else the only two that the report sets against
    each other ("between A and B"), or the two it names by far the most.
    """
    if not _is_unnamed(draft) or not draft.cue:
        return None
    known = found.mention_of(draft.source.heads[0])
    meant_by = [found.record(one) for one in (known.antecedents if known is not None else ())]
    both = [one for one in meant_by if isinstance(one, Mention)]
    if len(both) == 2:
        return both[0], both[1]
    sentence = analysis.sentence_of(draft.cue[0])
    for one in reversed(analysis.sentences[max(0, sentence.index - _SENTENCES) : sentence.index + 1]):
        sides = _distinct(found.within(Mention, one.start, one.end))
        if (
            len(sides) == 2
            and one.paragraph == sentence.paragraph
            and (one is sentence or _tells_of_two(analysis, one))
        ):
            return sides[0], sides[1]
    pairs = {tuple(sorted(map(_key, pair))): pair for pair in _opposed(analysis, found)}
    return next(iter(pairs.values())) if len(pairs) == 1 else _foremost(found, len(found.mentions))


# Of the report at hand only; the count of mentions makes the choice anew where more were found since.
@lru_cache(maxsize=2)
def _foremost(found: Found, count: int) -> tuple[Mention, Mention] | None:
    """The two of whom a report speaks by far the most; None where a third comes near."""
    named = [
        one for one in found.mentions[:count] if one.type in _STATES and one.form in ("name", "demonym") and one.name
    ]
    first = {_key(one): one for one in reversed(named)}
    counted = [*Counter(map(_key, named)).most_common(3), ("", 0)]
    if len(first) < 2 or counted[1][1] < max(_OFTEN, _FAR * counted[2][1]):
        return None
    return first[counted[0][0]], first[counted[1][0]]


def _is_unnamed(draft: Draft) -> bool:
    heads = draft.source.heads
    if len(heads) != 1:
        return False
    if draft.act == "accuse":
        each = heads[0].lower in EACH or any(one.lower in EACH for one in heads[0].children)
        return each or heads[0].lemma.lower() in words("speech", "sides")
    both = any(one.lower in ("both", "each") for one in heads[0].children)
    return both and heads[0].lemma.lower() in words("speech", "sides") and heads[0].child("poss") is None


def _distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """One mention for each state or armed side that is named."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        if mention.type in _STATES and mention.form in ("name", "demonym") and mention.name:
            found.setdefault(_key(mention), mention)
    return list(found.values())


def _key(mention: Mention) -> str:
    """The side of a mention: its state; rebels stand for themselves, whatever country they are of."""
    own = mention.type == "armed group" and mention.rule not in _FORCES
    return (mention.name if own else mention.country) or mention.name or mention.id


def _tells_of_two(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence tells of what two sides have between them: a war, a truce."""
    return any(one.lemma.lower() in words("speech", "between") for one in analysis.words(sentence))


def _opposed(analysis: Analysis, found: Found) -> Iterable[tuple[Mention, Mention]]:
    """The pairs the report sets against each other: "between A and B"; A and B where a sentence has "war with B"."""
    for token in analysis.tokens:
        if token.lower == "between":
            yield from _joined_by_and(analysis, found, token)
        elif token.lower in ("with", "against") and token.head.lemma.lower() in words("speech", "between"):
            inner = token.child("pobj")
            sentence = analysis.sentence_of(token)
            named = _distinct(found.within(Mention, sentence.start, sentence.end))
            if inner is not None and len(named) == 2 and found.mention_of(inner) in named:
                yield named[0], named[1]


def _joined_by_and(analysis: Analysis, found: Found, between: Token) -> Iterable[tuple[Mention, Mention]]:
    """The two sides right behind "between"; in the words' order, as parsers lose one of them easily."""
    sentence = analysis.sentence_of(between)
    behind = _distinct(found.within(Mention, between.end, sentence.end))[:2]
    if len(behind) == 2:
        first, second = (one.evidence[0] for one in behind)
        text = analysis.document.text
        near = text[between.end : first.start].strip().lower() in ("", "the")
        if near and text[first.end : second.start].strip().lower() in ("and", "and the"):
            yield behind[0], behind[1]


def teller_of(analysis: Analysis, found: Found, draft: Draft, told: Iterable[Draft]) -> str | None:
    """The mention of who is quoted in the words in which an "I" speaks; None outside quotations."""
    head = draft.source.heads[0]
    quote = analysis.quote_at(head.start)
    if head.lower != "i" or quote is None:
        return None
    for other in told:
        if other is not draft and other.source.heads and any(a <= head.start < b for a, b in other.content):
            mention = found.mention_of(other.source.heads[0])
            if mention is not None and not quote.start <= other.source.heads[0].start < quote.end:
                return mention.id
    return None
