"""Where accounts differ, and the kind of difference; one function a check.

A check takes a `View` and yields differences; its docstring says what it finds, the
`why` of each difference what was compared. What cannot be compared is not compared:
silence is better than a false alarm.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from rashomon.analyse.differences.blame import blame
from rashomon.analyse.differences.breaches import breaches_counted
from rashomon.analyse.differences.called import called_otherwise
from rashomon.analyse.differences.charges import as_charges
from rashomon.analyse.differences.conceded import owned_to_in_its_words
from rashomon.analyse.differences.corrected import (
    counted_dead_but_alive,
    taken_back_in_words,
    years_later_that_do_not_fit,
    years_that_do_not_fit,
)
from rashomon.analyse.differences.counts import other_counts, other_scopes, running_totals
from rashomon.analyse.differences.denials import denials, losses_denied
from rashomon.analyse.differences.disputes import disputes
from rashomon.analyse.differences.doers import one_deed_two_doers
from rashomon.analyse.differences.doubted import doubt
from rashomon.analyse.differences.downed import brought_down
from rashomon.analyse.differences.errors import corrections, impossible_times, parts_and_totals
from rashomon.analyse.differences.formerly import stood_formerly
from rashomon.analyse.differences.framing import framing, readouts
from rashomon.analyse.differences.given_out import given_out
from rashomon.analyse.differences.lowered import formerly_counted, lowered_in_a_sentence
from rashomon.analyse.differences.merged import one_a_matter
from rashomon.analyse.differences.misprints import misprints
from rashomon.analyse.differences.mutual import each_the_other, set_against, the_same_charge
from rashomon.analyse.differences.numbered import numbered_truces
from rashomon.analyse.differences.once import found_once
from rashomon.analyse.differences.owned import owned_at_last
from rashomon.analyse.differences.positions import changes_of_position, turns_told
from rashomon.analyse.differences.raised import brought_up
from rashomon.analyse.differences.recounted import recounted
from rashomon.analyse.differences.softened import softened
from rashomon.analyse.differences.sums import sums_in_words
from rashomon.analyse.differences.tallies import (
    counts_beside,
    counts_of_one_event,
    other_precision,
    own_and_enemy_counts,
    tolls_of_a_counter,
)
from rashomon.analyse.differences.turned import turned_in_a_sentence
from rashomon.analyse.differences.ultimatums import ultimatums_denied
from rashomon.analyse.differences.versions import versions
from rashomon.analyse.kept import kept
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View
from rashomon.model.finding import Difference, Side
from rashomon.model.text import Span

Check: TypeAlias = Callable[[View], Iterable[Difference]]

CHECKS: tuple[Check, ...] = (
    brought_down, denials, losses_denied, ultimatums_denied, brought_up, one_deed_two_doers, blame,
    each_the_other, the_same_charge, set_against,
    changes_of_position, owned_at_last, turns_told, softened, turned_in_a_sentence, stood_formerly, numbered_truces,
    running_totals, lowered_in_a_sentence, formerly_counted, breaches_counted, other_counts, counts_of_one_event,
    counts_beside,
    own_and_enemy_counts, tolls_of_a_counter, other_precision, other_scopes,
    corrections, misprints, sums_in_words, taken_back_in_words, counted_dead_but_alive, parts_and_totals,
    impossible_times, years_that_do_not_fit,
    years_later_that_do_not_fit,
    framing, called_otherwise, owned_to_in_its_words, readouts, versions, given_out, disputes, recounted,
)  # fmt: skip
"""The built-in checks, by order of what a reader wants first."""

# Checks whose findings other checks leave out of theirs.
_READ_BY_OTHERS = (readouts, versions, turns_told, running_totals, corrections, misprints, parts_and_totals)

# Checks that guess from all that two records share: what another check set against each other is known already.
_GUESSES = frozenset({disputes.__name__, recounted.__name__, counts_beside.__name__, formerly_counted.__name__})


# Reprints follow each other within so many days.
_REPRINTED = 7
# Two reports with a sentence of more blanks than this in common have it from one print.
_PRINT = 7


def differences(view: View) -> list[Difference]:
    """What all checks find, other people's included, each difference once."""
    if "differences" not in view.findings:
        view.findings["differences"] = kept(view, Difference, lambda: _concluded(view))
    return list(view.findings["differences"])


def _concluded(view: View) -> list[Difference]:
    doubted = doubt(view)
    found = {one.id: one for check in (*CHECKS, *view.checks) for one in _by(view, check) if not doubted(one)}
    left = (one for one in one_a_matter(list(_news(list(_once(view, found.values()))))) if one.id not in view.rejected)
    named = (as_charges(view, one) for one in left)
    return [replace(one, resolution=view.resolutions.get(one.id)) for one in named]


def _by(view: View, check: Check) -> Iterable[Difference]:
    """What a check finds; what built-in ones found, which others read too, is kept."""
    return found_once(view, check) if check in _READ_BY_OTHERS else check(view)


def _once(view: View, found: Iterable[Difference]) -> Iterator[Difference]:
    """Each difference but those of which an earlier one of the same type shows all the words."""
    shown: dict[tuple[str, Span], list[frozenset[Span]]] = defaultdict(list)
    told: dict[tuple[str, str, frozenset[tuple[str, str]]], list[date | None]] = defaultdict(list)
    for one in found:
        spans = frozenset(span for side in one.sides for span in side.evidence)
        if not spans:
            yield one  # of a plugin, which answers for it
            continue
        words = one.type, one.check, frozenset(_words(view, side) for side in one.sides)
        printed = max((day for span in spans if (day := view.published(span.document).first_day)), default=None)
        if any(_near(printed, other) for other in told[words]):
            continue  # the same again, of another print of a report
        told[words].append(printed)
        if not any(spans <= other for other in shown[one.type, min(spans, key=_place)]):
            for span in spans:
                shown[one.type, span].append(spans)
            yield one


def _words(view: View, side: Side) -> tuple[str, str]:
    """The words of a side and the sentence around them, by which reprints are the same; short ones are none."""
    if not side.evidence:
        return side.says.casefold(), view.names(side.who)
    first = side.evidence[0]
    around = " ".join(sentence(view.documents[first.document], first).text.casefold().split())
    return first.text.casefold(), around if around.count(" ") >= _PRINT else f"{first.document}: {around}"


def _near(a: date | None, b: date | None) -> bool:
    """Whether a print of one day can be one of another: the same words in another season are another matter."""
    return a is None or b is None or abs((a - b).days) <= _REPRINTED


def _news(found: Sequence[Difference]) -> Iterator[Difference]:
    """All differences but guesses from what records share of what another check set against each other."""
    known: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for n, one in enumerate(found):
        if one.check not in _GUESSES and one.type != "other framing":
            for span in (span for side in one.sides for span in side.evidence):
                known[span.document].append((span, n))
    for one in found:
        if one.check not in _GUESSES or not _set_against(one, known):
            yield one


def _set_against(guess: Difference, known: Mapping[str, Sequence[tuple[Span, int]]]) -> bool:
    """Whether one known difference tells of all sides of a guess."""
    sides = (
        {n for span in side.evidence for other, n in known.get(span.document, ()) if span.meets(other)}
        for side in guess.sides
    )
    return bool(set.intersection(*sides))


def _place(span: Span) -> tuple[str, int, int]:
    return span.document, span.start, span.end
