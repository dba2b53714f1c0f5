"""What one report says, sentence by sentence: the annotations.

In: the `Analysis` of one document and what earlier extractors found in it. Out:
annotations, each with its evidence and the rule that found it. Never: another report,
a database, or a decision about who is meant beyond this report.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Annotation

Extractor: TypeAlias = Callable[[Analysis, Found], Iterable[Annotation]]
"""A plug-in is one function: it sees what earlier ones found and yields more."""
