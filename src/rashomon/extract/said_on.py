"""When the words around a token were said."""

from rashomon.extract.found import Found
from rashomon.extract.voices import teller
from rashomon.language.analysis import Analysis, Token
from rashomon.model.values import When


def said_on(analysis: Analysis, found: Found, token: Token) -> When:
    """When the innermost statement was made whose words hold `token`; else some time up to publication."""
    statement = teller(found, token)
    if statement is not None and statement.said.known:
        return statement.said
    latest = analysis.document.published.latest
    if latest is None:
        return When()
    return When(latest=latest, granularity="interval", basis=f"no day given; by publication on {latest}")
