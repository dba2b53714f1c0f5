"""Exceptions, named by what the caller does next."""


class RashomonError(Exception):
    """Anything Rashomon raises on purpose; its message is one line for the user."""


class DocumentError(RashomonError):
    """This document cannot be read: skip it, keep the problem, go on."""


class SetupError(RashomonError):
    """The call or the set-up is wrong: stop and tell the user."""
