"""What one report says, sentence by sentence: the annotations.

In: the `Analysis` of one document and what earlier extractors found in it. Out:
annotations, each with its evidence and the rule that found it. Never: another report,
a database, or a decision about who is meant beyond this report.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from rashomon.extract.events import events
from rashomon.extract.figures import figures
from rashomon.extract.found import Found
from rashomon.extract.links import links
from rashomon.extract.names import names
from rashomon.extract.pledges import pledges
from rashomon.extract.positions import positions
from rashomon.extract.relations import relations
from rashomon.extract.statements import statements
from rashomon.extract.times import times
from rashomon.extract.timing.carried import carried
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Annotation

Extractor: TypeAlias = Callable[[Analysis, Found], Iterable[Annotation]]
"""A plug-in is one function: it sees what earlier ones found and yields more."""

EXTRACTORS: tuple[Extractor, ...] = (times, names, statements, pledges, events, figures, positions, relations)
"""The built-in ones, in order: each relies on what those before it found."""

LAST: tuple[Extractor, ...] = (links, carried)
"""What is known only when all of them have found what they find: they yield records in the place of earlier ones."""
