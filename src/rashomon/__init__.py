"""Rashomon reads reports of a conflict and rebuilds the system they describe."""

from rashomon.case import Case, open_case
from rashomon.errors import DocumentError, RashomonError, SetupError

__all__ = ["Case", "DocumentError", "RashomonError", "SetupError", "open_case"]
