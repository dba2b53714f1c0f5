"""Whose paper speaks: "the statement said", "according to the press release"."""

from collections.abc import Sequence

from rashomon.extract.found import Found
from rashomon.extract.statements.drafts import Draft
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

# How many paragraphs back the author of a paper may stand.
_BACK = 2
_ISSUING = ("state", "government", "armed group", "alliance", "organisation")


def author(analysis: Analysis, found: Found, head: Token, told: Sequence[Draft]) -> str | None:
    """The mention of the office whose paper `head` is; None where none is near, or the paper names its author.

    `told` are the drafts of the report in text order.
    """
    if not _is_bare_paper(head):
        return None
    if (issued := _told_before(analysis, found, head)) is not None:
        return issued
    here = analysis.sentence_of(head).paragraph
    for other in reversed([one for one in told if one.place < (head.start, head.end)]):
        if here - _paragraph(analysis, other) > _BACK:
            return None
        for speaker in other.source.heads[:1]:
            mention = found.mention_of(speaker)
            if mention is not None and _is_office(speaker, mention.type):
                return mention.id
    return None


def _told_before(analysis: Analysis, found: Found, head: Token) -> str | None:
    """Whose paper of this kind was told of last, before "the communiqué": "communiqué No. 4 of the general staff"."""
    here = analysis.sentence_of(head).paragraph
    for one in reversed(analysis.tokens[: head.i]):
        if here - analysis.sentence_of(one).paragraph > _BACK:
            return None
        if one.lemma.lower() != head.lemma.lower() or one.pos not in ("NOUN", "PROPN"):
            continue
        by = [*one.all("prep", "agent"), *(each for clause in one.all("acl") for each in clause.all("prep", "agent"))]
        owners = [*one.all("poss"), *(x for to in by if to.lower in ("of", "by", "from") for x in to.all("pobj"))]
        for owner in owners:
            mention = found.mention_of(owner)
            if mention is not None and mention.type in _ISSUING and (mention.form != "pronoun" or mention.antecedents):
                return mention.id
    return None


def _is_bare_paper(head: Token) -> bool:
    """Whether a paper was spoken of before: "the statement", "the note"."""
    if head.lemma.lower() not in words("speech", "papers"):
        return False
    return any(one.lower in ("the", "same", "this") for one in head.children) and head.child("poss", "prep") is None


def _is_office(head: Token, type: str | None) -> bool:
    return head.lemma.lower() in words("speech", "offices") or type in ("organisation", "government", "state")


def _paragraph(analysis: Analysis, draft: Draft) -> int:
    sentence = analysis.sentence_at(draft.place[0])
    return sentence.paragraph if sentence is not None else 0
