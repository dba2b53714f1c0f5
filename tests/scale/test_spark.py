"""The stages are what Spark's `mapInArrow` takes."""

import pyarrow
import pytest

from rashomon.scale.spark import on_spark
from rashomon.scale.stages import DRAFT, REPORT, extracted


def test_a_stage_maps_batches_one_by_one() -> None:
    empty = pyarrow.RecordBatch.from_pylist([], schema=DRAFT)
    made = list(on_spark(extracted)(iter([empty, empty])))
    assert [one.schema for one in made] == [REPORT, REPORT]


def test_a_stage_runs_on_local_spark() -> None:
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    from rashomon.scale.spark import arrow_type

    spark = sql.SparkSession.builder.master("local[1]").getOrCreate()
    try:
        drafts = spark.createDataFrame(
            [('{"text": "Osk denied on Monday that it shelled Tarn.", "source": "s"}',)], "draft string"
        )
        [row] = drafts.mapInArrow(on_spark(extracted), arrow_type(REPORT)).collect()
        assert row["id"].startswith("doc-")
    finally:
        spark.stop()
