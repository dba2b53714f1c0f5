"""Whom a pronoun that speaks stands for, where the way the saying is told settles it.

"Russia accused Ankara of X, a charge it denies": the accused. "what they describe as …":
the subject above. "“You promised,” she told the mayor": the mayor. "I" and "my" of a
column: its author. Coreference at large is no matter of this module.
"""

from collections.abc import Iterable, Sequence

from rashomon.extract.found import Found, head_of
from rashomon.extract.issuer import AUTHOR
from rashomon.extract.paper_owners import is_paper, owner
from rashomon.extract.statements.drafts import Draft
from rashomon.extract.statements.relays import link_of
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.model.annotation import Mention

_SINGULAR = ("he", "she")
_BODIES = ("state", "government", "armed group", "alliance", "organisation", "outlet")
# How many sentences back a body may stand that goes on speaking as "it".
_SENTENCES = 3
_THIRD = (*_SINGULAR, "it", "they")


def meant(analysis: Analysis, found: Found, draft: Draft, told: Sequence[Draft]) -> str | None:
    """The mention a speaking pronoun goes back to; None where the saying itself does not settle it."""
    head = draft.source.heads[0]
    if head.lower == "you":
        return _spoken_to(analysis, found, head, told)
    if head.lower in ("i", "my") and draft.rule == "own voice":
        return author_of(analysis, found)
    if head.tag == "PRP$":
        return _whose(analysis, found, head, told)
    if head.lower not in _THIRD:
        return None
    if draft.verb is None:
        return _of_paragraph_before(analysis, found, head)
    if head.lower == "it" and (body := _body_before(analysis, found, draft)) is not None:
        return body
    if head.lower == "it" and draft.rule == "tag" and (body := _spoke_before(analysis, found, draft, told)) is not None:
        return body
    if draft.verb.dep == "relcl" and draft.act in ("deny", "reject"):
        return _accused(analysis, found, draft, told)
    above = _subject_above(analysis, draft.verb, head)
    if above is not None:
        return link_of(analysis, found, above).mention
    return _of_paragraph_before(analysis, found, head)


def _whose(analysis: Analysis, found: Found, head: Token, told: Sequence[Draft]) -> str | None:
    """Whose account "by its account", "in his version" is: who spoke last, else the last subject, of that kind."""
    mention = found.mention_of(head)
    if mention is not None and mention.antecedents:
        return None
    here = analysis.sentence_of(head)
    person = head.lower in ("his", "her")
    subjects = [
        one
        for sentence in analysis.sentences[max(0, here.index - 1) : here.index + 1]
        if sentence.paragraph == here.paragraph
        for one in analysis.words(sentence)
        if one.dep == "nsubj" and one.i < head.i and analysis.quote_at(one.start) is None
    ]
    spoke = {one.source.heads[0].i for one in told if len(one.source.heads) == 1}
    for one in sorted(subjects, key=lambda one: (one.i in spoke, one.i), reverse=True):
        who = found.record(link_of(analysis, found, one).mention or "")
        told_of = isinstance(who, Mention) and (who.form != "pronoun" or bool(who.antecedents))
        if isinstance(who, Mention) and told_of and (who.type == "person" if person else who.type in _BODIES):
            return who.id
    return None


def _accused(analysis: Analysis, found: Found, draft: Draft, told: Sequence[Draft]) -> str | None:
    """Who was accused in the same sentence, of a charge that "it denies"."""
    for one in reversed(told):
        if one.act == "accuse" and one.cue and one.place < draft.place and one.cue[0].sentence == draft.cue[0].sentence:
            heads = one.accused.heads
            return link_of(analysis, found, heads[0]).mention if len(heads) == 1 else None
    return None


def _subject_above(analysis: Analysis, verb: Token, pronoun: Token) -> Token | None:
    """The one subject that stands before "what they describe as a zone" in its sentence and agrees in number."""
    if not any(one.lower == "what" for one in verb.children):
        return None
    before = analysis.tokens[analysis.sentence_of(verb).first : pronoun.i]
    fitting = [
        one
        for one in before
        if one.dep in ("nsubj", "nsubjpass")
        and one.pos in ("NOUN", "PROPN")
        and (one.tag in ("NNS", "NNPS") or one.child("conj") is not None) == (pronoun.lower == "they")
    ]
    return fitting[0] if len(fitting) == 1 else None


def _spoken_to(analysis: Analysis, found: Found, you: Token, told: Iterable[Draft]) -> str | None:
    """The addressee of the quotation in which "you" stands, where there is just one."""
    quote = analysis.quote_at(you.start)
    for one in told:
        outside = quote is not None and one.cue and not quote.start <= one.cue[0].start < quote.end
        if outside and len(one.addressees) == 1 and any(a <= you.start < b for a, b in one.content):
            mention = found.mention_of(one.addressees[0])
            return mention.id if mention is not None and mention.type == "person" else None
    return None


def author_of(analysis: Analysis, found: Found) -> str | None:
    """The first mention of the document's author, where there is one author and the text names them, or says "I"."""
    byline = analysis.document.byline
    if len(byline) != 1:
        return None
    named = next((one.id for one in found.mentions if one.form == "name" and one.name == byline[0]), None)
    return named or next((one.id for one in found.mentions if one.rule == AUTHOR and one.type == "person"), None)


def _body_before(analysis: Analysis, found: Found, draft: Draft) -> str | None:
    """The body that was the subject last, before "it said": sentences of its own saying are passed over."""
    head = draft.source.heads[0]
    mention = found.mention_of(head)
    if mention is None or mention.antecedents or head.head is not draft.verb:
        return None
    here = analysis.sentence_of(head)
    earlier = [one for one in analysis.sentences[: here.index] if not _is_inside(draft, one.start)]
    for sentence in reversed(earlier[-_SENTENCES:]):
        subject = _subject(analysis, sentence)
        if sentence.role or subject is None or here.paragraph - sentence.paragraph > 1:
            return None
        if analysis.quote_at(subject.start) is not None or subject.lower == "it":
            continue
        who = found.record(link_of(analysis, found, subject).mention or "")
        return who.id if isinstance(who, Mention) and who.type in _BODIES and who.form != "pronoun" else None
    return None


def _spoke_before(analysis: Analysis, found: Found, draft: Draft, told: Sequence[Draft]) -> str | None:
    """The body that spoke last before "The pilots, it added, …", by itself or in its paper.

    Whoever is named inside the words that "it" tells is not the one who tells them.
    """
    mention = found.mention_of(draft.source.heads[0])
    before = found.record(mention.antecedents[0]) if mention is not None and mention.antecedents else None
    if isinstance(before, Mention) and not _is_inside(draft, before.evidence[0].start):
        paper = head_of(analysis, before)  # "Bulletin No. 4 puts them at 40. The enemy, it says, …"
        whose = owner(analysis, found, paper) if paper is not None and is_paper(paper) else None
        giver = found.mention_of(whose) if whose is not None else None
        return giver.id if giver is not None else None
    here = analysis.sentence_of(draft.source.heads[0]).paragraph
    earlier = [
        one for one in told if one.source.heads and one.place < draft.place and not _is_inside(draft, one.place[0])
    ]
    for other in sorted(earlier, key=lambda one: one.place, reverse=True):
        head = other.source.heads[0]
        if here - analysis.sentence_of(head).paragraph > _SENTENCES or len(other.source.heads) > 1:
            return None
        if head.lower == "it" or analysis.quote_at(head.start) is not None:
            continue
        carrier = found.mention_of(head)
        if carrier is not None and carrier.type == "outlet":
            continue  # who only carries what others say
        paper = owner(analysis, found, head) if is_paper(head) else head
        who = found.mention_of(paper) if paper is not None else None
        if who is None and head.pos == "NOUN":
            continue  # a voice without a name
        if who is None or who.form == "pronoun":
            return None
        return who.id if who.type in _BODIES and who.type != "outlet" else None
    return None


def _is_inside(draft: Draft, at: int) -> bool:
    return any(start <= at < end for start, end in draft.content)


def _subject(analysis: Analysis, sentence: Sentence) -> Token | None:
    """The subject of the main clause of a sentence; of "…, it said" the one who says it."""
    return next((one for root in analysis.roots(sentence) for one in root.all("nsubj", "nsubjpass")[-1:]), None)


def _of_paragraph_before(analysis: Analysis, found: Found, pronoun: Token) -> str | None:
    """The only person of the sentence before the paragraph, where the paragraph names none up to the pronoun."""
    mention = found.mention_of(pronoun)
    if pronoun.lower not in _SINGULAR or mention is None or mention.antecedents:
        return None
    sentence = analysis.sentence_of(pronoun)
    start = next(one.start for one in analysis.sentences if one.paragraph == sentence.paragraph)
    if _persons(found, start, pronoun.start):
        return None
    before = _last_before(analysis, sentence)
    persons = _persons(found, before.start, before.end) if before is not None else {}
    return next(iter(persons.values())) if len(persons) == 1 else None


def _last_before(analysis: Analysis, sentence: Sentence) -> Sentence | None:
    """The last sentence of the running text before the paragraph of a sentence."""
    earlier = [one for one in analysis.body if one.paragraph < sentence.paragraph]
    return earlier[-1] if earlier else None


def _persons(found: Found, start: int, end: int) -> dict[str, str]:
    """The persons named in a stretch of text: their names, and the mention of each."""
    within = found.within(Mention, start, end)
    return {one.name: one.id for one in within if one.type == "person" and one.form == "name" and one.name}
