"""Rashomon reads reports of a conflict and rebuilds the system they describe."""

import os

# The parser's matrices are small: a second thread only makes the first one wait. numpy asks for this when it is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from rashomon.case import Case, open_case
from rashomon.errors import DocumentError, RashomonError, SetupError

__all__ = ["Case", "DocumentError", "RashomonError", "SetupError", "open_case"]
