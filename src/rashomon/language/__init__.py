"""A document's sentences, words and syntax.

In: a `Document`. Out: an `Analysis`, our own small view of it, with offsets into the
document's text. Never: a decision about what the words mean for the conflict; and
only `spacy_engine` knows an NLP library.
"""
