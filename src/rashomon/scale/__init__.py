"""The same pipeline over millions of reports: stages from Arrow batch to Arrow batch on a distributed engine.

In: a Parquet data set, JSON Lines or WARC. Out: a folder of Parquet, one folder a kind of record, each row with the
story it belongs to; `importing` brings one story into a case. Never: a second version of what `pipeline`, `resolve` or
`analyse` do, a result that depends on how many workers made it or which of them died.
"""
