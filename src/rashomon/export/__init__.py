"""What leaves a case: the brief and the records, for people and for other tools.

In: tables, a brief or records of `analyse`. Out: text, Markdown, HTML, CSV, Parquet,
JSON. Never: a new finding; and text from reports is always escaped for its target.
"""
