"""The stages on Spark: its `mapInArrow` takes the same functions from Arrow batch to Arrow batch.

reports = drafts.mapInArrow(on_spark(extracted), arrow_type(REPORT))
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, TypeAlias

import pyarrow

from rashomon.errors import SetupError

Stage: TypeAlias = Callable[[pyarrow.RecordBatch], pyarrow.RecordBatch]


def on_spark(stage: Stage) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """A stage as what `DataFrame.mapInArrow` takes; a batch must hold whole stories where the stage says so."""
    return lambda batches: (stage(one) for one in batches)


def arrow_type(schema: pyarrow.Schema) -> Any:
    """The Spark type of a stage's batches.

    Raises:
        SetupError: pyspark is not installed.
    """
    try:
        types = import_module("pyspark.sql.pandas.types")
    except ImportError:
        raise SetupError("Spark needs pyspark: pip install pyspark, and Java") from None
    return types.from_arrow_schema(schema)
