"""One module a change of the tables, oldest first; what is released is never edited."""
