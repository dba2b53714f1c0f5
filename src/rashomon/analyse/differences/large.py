"""Whether a case is so large that records of several matters meet by chance."""

from rashomon.analyse.view import View

_MANY = 50


def is_large(view: View) -> bool:
    """Whether a case has so many reports that more is asked of what two records share."""
    return len(view.documents) > _MANY
