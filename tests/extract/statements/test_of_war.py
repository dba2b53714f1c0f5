"""In reports of wars less certainty suffices for what looks like speech."""

import sys

import pytest

from rashomon.language.spacy_engine import engine
from rashomon.model.text import Document

RANKING = sys.modules["rashomon.extract.statements.ranking"]


@pytest.mark.parametrize(
    ("text", "of_war"),
    [
        ("The rebels shelled the garrison at Varn. Two soldiers were wounded.", True),
        ("A truce was signed; artillery and mortars fell silent along the front.", True),
        ("The senator told voters in Varn that the army of volunteers would knock on doors.", False),
        ("The mayor was wounded by the remark and won the vote.", False),
    ],
)
def test_a_report_of_war_is_known_by_its_words(text: str, *, of_war: bool) -> None:
    analysis = engine().analyse(Document(text=text, source="test", language="en", genre="report"))
    assert RANKING._tells_of_war(analysis) is of_war
