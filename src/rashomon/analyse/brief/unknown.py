"""Lines of the brief on what is not known."""

from collections.abc import Iterator

from rashomon.analyse.brief.lines import Line, cut
from rashomon.analyse.unknowns import unknowns
from rashomon.analyse.view import View


def unknown(view: View) -> Iterator[Line]:
    """What reports say nobody knows, then what none of them was found to tell."""
    for one in unknowns(view):
        said = one.gap == "said to be unknown"
        yield Line(lead=one.gap, text=f"“{cut(one.text)}”" if said else one.text, ids=one.records)
