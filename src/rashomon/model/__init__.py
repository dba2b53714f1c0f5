"""The records: what was said, what is meant, what is concluded.

In: nothing of ours. Out: frozen, keyword-only records with hashed ids, and their
JSON form. Never: reading files, looking at grammar, talking to a database.
"""
