"""What the accounts of a case show when they are laid side by side.

In: an `Archive` (through a `View` of it). Out: findings and tables that refer to
records by id, and the brief. Never: words of its own about who is right, a number
added across counters, or a change to the archive.
"""
