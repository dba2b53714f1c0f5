"""By whose account something is told: the chain of voices at a word."""

from functools import lru_cache

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Link, Statement


def voices(analysis: Analysis, found: Found, token: Token) -> tuple[Link, ...]:
    """The chain from the innermost speaker of the words at `token` out to the document."""
    statement = teller(found, token)
    return statement.according_to if statement else (Link(document=analysis.document.id),)


def teller(found: Found, token: Token) -> Statement | None:
    """The innermost statement whose words hold `token`."""
    return next(iter(holders(found, token)), None)


def holders(found: Found, token: Token) -> list[Statement]:
    """The statements whose words hold `token`, innermost first."""
    at = token.start
    inside = [place for place in _places(found, len(found.statements)) if place[0] <= at < place[1]]
    inside.sort(key=lambda place: place[2])
    return [statement for _, _, _, statement in inside]


# Of the report at hand only: one process reads one report after the other. The count of
# statements makes the places of a report anew where more were found since.
@lru_cache(maxsize=2)
def _places(found: Found, count: int) -> tuple[tuple[int, int, int, Statement], ...]:
    """Where the words of each statement stand, with how many characters it has in all."""
    places = []
    for statement in found.statements[:count]:
        size = sum(span.end - span.start for span in statement.content)
        places += [(span.start, span.end, size, statement) for span in statement.content]
    return tuple(places)
