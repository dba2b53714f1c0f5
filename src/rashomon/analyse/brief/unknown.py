"""Lines of the brief on what is not known."""

from collections.abc import Iterator

from rashomon.analyse.brief.lines import Line, words
from rashomon.analyse.unknowns import unknowns
from rashomon.analyse.view import View


def unknown(view: View) -> Iterator[Line]:
    """What reports say nobody knows, then what none of them was found to tell."""
    for one in unknowns(view):
        said = one.gap == "said to be unknown"
        yield Line(lead=one.gap, text=words(one.text) if said else one.text, ids=one.records)
