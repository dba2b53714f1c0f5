"""What leaves a case: the brief and the records, for people and for other tools.

In: a view, tables or a brief of `analyse`. Out: text, Markdown, HTML, and files by format
(`exporters.EXPORTERS`). Never: a new finding; and text from reports is always escaped for its target.
"""
