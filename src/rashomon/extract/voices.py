"""By whose account something is told: the chain of voices at a word."""

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Link, Statement


def voices(analysis: Analysis, found: Found, token: Token) -> tuple[Link, ...]:
    """The chain from the innermost speaker of the words at `token` out to the document."""
    statement = teller(found, token)
    return statement.according_to if statement else (Link(document=analysis.document.id),)


def teller(found: Found, token: Token) -> Statement | None:
    """The innermost statement whose words hold `token`."""
    best: tuple[int, Statement] | None = None
    for statement in found.statements:
        if any(span.start <= token.start < span.end for span in statement.content):
            size = sum(span.end - span.start for span in statement.content)
            if best is None or size < best[0]:
                best = (size, statement)
    return best[1] if best else None
