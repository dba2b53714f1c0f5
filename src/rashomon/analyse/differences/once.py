"""What a check finds in a case, concluded once: other checks leave out what it shows."""

from collections.abc import Callable, Iterator

from rashomon.analyse.view import View
from rashomon.model.finding import Difference


def found_once(view: View, check: Callable[[View], Iterator[Difference]]) -> tuple[Difference, ...]:
    """What a check finds, kept with the view."""
    kept: dict[str, tuple[Difference, ...]] = view.findings.setdefault("found by checks", {})
    name = check.__name__
    if name not in kept:
        kept[name] = tuple(check(view))
    return kept[name]
