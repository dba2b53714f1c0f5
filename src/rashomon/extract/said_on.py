"""When the words around a token were said."""

from rashomon.extract.found import Found
from rashomon.extract.timing import said_when
from rashomon.extract.voices import teller
from rashomon.language.analysis import Analysis, Token
from rashomon.model.values import When


def said_on(analysis: Analysis, found: Found, token: Token) -> When:
    """When the innermost statement was made whose words hold `token`; else some time up to publication."""
    statement = teller(found, token)
    return statement.said if statement is not None and statement.said.known else said_when(analysis, found, token)
