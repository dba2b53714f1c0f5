"""The case as it stands and as it was known on days asked for, each made once and kept while it holds.

Pages only look at what is here, so that none of them waits for a large case to be made anew. What
people decide of a large case is kept and shown on its records at once; what is meant and concluded
follows in the background (docs/decisions/0012-judgements-in-the-background.md).
"""

import gc
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock

from rashomon import pipeline
from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.differences import differences
from rashomon.analyse.dossier import by_actor
from rashomon.analyse.figures import ledger
from rashomon.analyse.geography import mapped
from rashomon.analyse.network import network
from rashomon.analyse.overview import days_of, overview
from rashomon.analyse.replay import Change
from rashomon.analyse.search import said_in, vocabularies
from rashomon.analyse.sources import sources
from rashomon.analyse.tables import TABLES, Filter, table
from rashomon.analyse.timeline import timeline
from rashomon.analyse.view import View
from rashomon.case import Case
from rashomon.model.finding import Judgement
from rashomon.store import Archive
from rashomon.web.charts import charts_of, strip
from rashomon.web.listed import (
    changes_between,
    choices,
    positions_by_holder,
    statements_by_day,
    tellings,
    words_of,
)

# A case of so many reports is made anew in less time than a person waits for a page.
_SMALL = 200
_PATIENCE = 30.0  # seconds, with a small case
_FIRST = 10.0  # seconds, when the server has just begun
_GLIMPSE = 0.1  # seconds, with a large one: what is not there by then is asked for again
# Copies that are kept: days of a small case that a slider goes over, and few of a large one, for they take memory.
_KEPT = 12
_KEPT_LARGE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A case ready to be looked at; `stale` where it has changed since, or been judged, and is being made anew."""

    case: Case
    stale: bool = False


class Shelf:
    """Keeps one archive's copies; safe for several threads."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._lock = Lock()
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="shelf")
        self._made: OrderedDict[tuple[str, str | None], Future[Case]] = OrderedDict()
        self._last: Case | None = None
        # Worlds are made one after the other: the later takes in what was decided meanwhile.
        self._hand = ThreadPoolExecutor(1, thread_name_prefix="hand")
        self._applying: list[Future[None]] = []

    def now(self) -> Copy | None:
        """The case as it stands, or its last copy while a new one is made; None while the first is being made."""
        if self._is_judged() and self._last is not None:
            return Copy(case=self._last, stale=True)
        asked = (self.archive.revision(), None)
        made = self._ready(asked, self._current, _FIRST if self._last is None else self._patience)
        if made is not None:
            self._last = made
            return Copy(case=made)
        return None if self._last is None else Copy(case=self._last, stale=True)

    def case(self) -> Case:
        """The case as far as it is at hand, to decide of what a page showed."""
        now = self.now()
        return Case(self.archive) if now is None else now.case

    def decide(self, *judgements: Judgement) -> None:
        """Keep what people decide; a small case is made anew before this returns, a large one in the background.

        Raises:
            SetupError: the database failed.
        """
        dated = pipeline.keep_decisions(self.archive, judgements)
        applying = self._hand.submit(self._apply, dated)
        if self._last is None or not self._is_large:
            applying.result()
            return
        self._applying.append(applying)
        self._last = Case(self.archive, view=self._last.view.judged())

    def _apply(self, dated: bool) -> None:
        pipeline.apply_decisions(self.archive, dated=dated)

    def _is_judged(self) -> bool:
        """Whether decisions are being applied to the world; raises what went wrong with it, once."""
        waiting = [one for one in self._applying if not one.done()]
        done, self._applying = [one for one in self._applying if one.done()], waiting
        for one in done:
            one.result()
        return bool(waiting)

    def on(self, day: str) -> Copy | None:
        """The case as known at the end of a day (ISO); None while it is being made."""
        made = self._ready((self.archive.revision(), day), lambda: self._past(day), self._patience)
        return None if made is None else Copy(case=made)

    def changes(self, before: View, after: View) -> Sequence[Change] | None:
        """What one copy knows and an earlier day's did not; None while two of a large case are being compared."""
        try:
            return self._pool.submit(changes_between, before, after).result(timeout=self._patience)
        except TimeoutError:
            return None

    def renew(self) -> None:
        """Make the case anew at once, whatever is kept."""
        with self._lock:
            self._made.clear()
        self.now()

    def close(self) -> None:
        """Wait for nothing more."""
        self._hand.shutdown(wait=True)
        self._pool.shutdown(wait=True, cancel_futures=True)

    @property
    def _patience(self) -> float:
        return _GLIMPSE if self._is_large else _PATIENCE

    @property
    def _is_large(self) -> bool:
        return self._last is not None and is_large(self._last.view)

    def _ready(self, asked: tuple[str, str | None], make: Callable[[], Case], patience: float | None) -> Case | None:
        with self._lock:
            if asked not in self._made:
                self._made[asked] = self._pool.submit(make)
            future = self._made[asked]
            self._made.move_to_end(asked)
            while len(self._made) > (_KEPT_LARGE if self._is_large else _KEPT):
                self._made.popitem(last=False)
        try:
            return future.result(timeout=patience)
        except TimeoutError:
            return None
        except Exception:
            with self._lock:
                self._made.pop(asked, None)
            raise

    def _current(self) -> Case:
        if self._last is None:  # a server that was stopped may have left decisions to apply
            self._catch_up()
        case = Case(self.archive)
        _warm(case.view)
        if is_large(case.view):
            _set_apart()
        return case

    def _catch_up(self) -> None:
        made_of = self.archive.revision()
        if made_of and not self.archive.settled():
            pipeline.apply_decisions(self.archive)

    def _past(self, day: str) -> Case:
        case = Case(self.archive, as_of=day)
        if is_large(case.view):  # else the first page that asks concludes in less time than a person waits
            _warm(case.view)
            if self._last is not None:
                changes_between(case.view, self._last.view)
            _set_apart()
        return case


def is_large(view: View) -> bool:
    """Whether a case is so large that making a copy of it takes longer than a person waits for a page."""
    return len(view.documents) > _SMALL


def _set_apart() -> None:
    """Leave what copies are made of out of later searches for cycles: one that goes through them stops all pages."""
    gc.unfreeze()  # a copy that nobody looks at any more goes now
    gc.collect()
    gc.freeze()


def _warm(view: View) -> None:
    """Conclude beforehand what pages show."""
    conclusions: tuple[Callable[[View], object], ...] = (
        differences, timeline, corroborations, ledger, network, sources, vocabularies, overview, days_of, strip,
        charts_of, mapped, by_actor, said_in, statements_by_day, tellings, positions_by_holder, choices,
    )  # fmt: skip
    for conclude in conclusions:
        conclude(view)
    for name in TABLES:
        table(view, name, Filter())
    for entry in timeline(view):
        words_of(view, entry)
