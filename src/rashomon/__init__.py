"""Rashomon reads reports of a conflict and rebuilds the system they describe."""
