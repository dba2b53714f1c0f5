"""How many days after what it tells an undated report came out, where days are counted from others it tells."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.extract.found import Found
from rashomon.extract.times import times
from rashomon.language.spacy_engine import engine
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.clues import readings_of, relatives


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        # A weekday is at most six days off; what is counted from it so much further.
        ("On Tuesday the general came. Nine days earlier he had signed the paper.", [(0, 6), (9, 15)]),
        ("The fort fell on Friday. The day before, its gate had been mined.", [(0, 6), (1, 7)]),
        ("They shelled the mill on Monday. Three days earlier it had been searched.", [(0, 6), (3, 9)]),
        ("The envoy left yesterday and the shelling began three days ago.", [(1, 1), (3, 3)]),
        # What followed is over, too; what is still to come is not.
        ("The ferry sank on Friday. Two days later divers found the bell.", [(0, 6), (0, 4)]),
        ("The envoy left yesterday. Three days later he is to be back.", [(1, 1), (-2, -2)]),
        ("He spoke on the 9th.", [(0, 27)]),
    ],
)
def test_days_counted_from_others(text: str, spans: list[tuple[int, int]]) -> None:
    document = Document(text=text, source="test", language="en")
    readings = []
    for day in readings_of(date(2031, 5, 14)):
        analysis = engine().analyse(replace(document, published=When.on(day)))
        readings.append(list(times(analysis, Found(analysis))))
    assert [(one.first, one.last) for one in relatives(readings_of(date(2031, 5, 14))[0], readings)] == spans
