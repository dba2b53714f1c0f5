"""When the words around a token were said."""

from itertools import islice

from rashomon.extract.found import Found
from rashomon.extract.parties import root
from rashomon.extract.voices import teller
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Statement
from rashomon.model.values import When

# Statements before one in which its speaker's day is looked for.
_BACK = 12


def said_on(analysis: Analysis, found: Found, token: Token) -> When:
    """When the innermost statement was made whose words hold `token`; else some time up to publication.

    Who is quoted in sentence after sentence gives the day once ("said on Tuesday …", "he added").
    """
    statement = teller(found, token)
    if statement is not None and statement.said.earliest is not None:
        return statement.said
    before = _said_before(found, statement) if statement is not None else None
    if before is not None:
        return before
    if statement is not None and statement.said.known:
        return statement.said
    latest = analysis.document.published.latest
    if latest is None:
        return When()
    return When(latest=latest, granularity="interval", basis=f"no day given; by publication on {latest}")


def _said_before(found: Found, statement: Statement) -> When | None:
    """The day of what the same speaker said last before it, in the same report."""
    who = _who(found, statement)
    at = statement.evidence[0].start
    earlier = (one for one in reversed(found.statements) if one.evidence[0].start < at)
    for one in islice(earlier, _BACK) if who is not None else ():
        if _who(found, one) == who and one.said.earliest is not None:
            return one.said if one.said.first_day == one.said.last_day else None
    return None


def _who(found: Found, statement: Statement) -> str | None:
    """What is the same for two statements of one speaker: the name of whom their words go back to."""
    mention = root(found, statement.speaker[0]) if len(statement.speaker) == 1 else None
    return mention.name if mention is not None else None
