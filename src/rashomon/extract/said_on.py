"""When the words around a token were said."""

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Statement
from rashomon.model.values import When


def said_on(analysis: Analysis, found: Found, token: Token) -> When:
    """When the statement was made in which `token` stands; else some time up to publication."""
    sentence = analysis.sentence_of(token)
    for one in found.within(Statement, max(0, sentence.start - 600), sentence.end):
        if one.said.known and any(span.start <= token.start < span.end for span in one.content):
            return one.said
    return published(analysis)


def published(analysis: Analysis) -> When:
    """Up to the day of publication."""
    day = analysis.document.published
    if day.latest is None:
        return When()
    return When(latest=day.latest, granularity="interval", basis=f"no day given; by publication on {day.latest}")
