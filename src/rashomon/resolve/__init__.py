"""What many annotations speak of together: actors, happenings, truces, stories.

In: documents, all annotations, and the judgements of people. Out: a `World`. Never: a
database, a change to an annotation, or a result that depends on the order of its input.
"""
