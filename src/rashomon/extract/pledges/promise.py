"""A pledge from its parts: who is bound, the words of the condition, the words of the response."""

from rashomon.extract import certainty
from rashomon.extract.found import Found
from rashomon.extract.issuer import answerable, issued_at
from rashomon.extract.principals import with_party
from rashomon.extract.rows import told_by
from rashomon.extract.said_on import said_on
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Link, Pledge, PledgeForm
from rashomon.model.text import Span


def promise(
    analysis: Analysis,
    found: Found,
    form: PledgeForm,
    by: tuple[Link, ...],
    verb: Token,
    condition: tuple[Span, ...],
    response: tuple[Span, ...],
) -> Pledge:
    """The pledge told by `verb`; its evidence runs from its first word to its last."""
    inside = (*condition, *response)
    by = with_party(analysis, found, answerable(analysis, found, by, verb), verb, pledged=True)
    evidence = analysis.document.span(min(one.start for one in inside), max(one.end for one in inside))
    return Pledge(
        document=analysis.document.id, evidence=(evidence,), rule=f"pledge: {form}", by=by, form=form,
        condition=condition, response=response, said=said_on(analysis, found, verb),
        according_to=certainty.voices(analysis, found, verb),
    )  # fmt: skip


def speaker_of(analysis: Analysis, found: Found, token: Token) -> Link | None:
    """Who says the words at `token`: the issuer in a paper of its own; None for a journalist's report itself."""
    own = issued_at(analysis, found, token)
    if own is not None:
        return own
    return told_by(analysis, found, token)
