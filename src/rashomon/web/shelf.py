"""The case as it stands and as it was known on days asked for, each made once and kept while it holds.

Pages only look at what is here, so that none of them waits for a large case to be made anew.
"""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock

from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.differences import differences
from rashomon.analyse.dossier import by_actor
from rashomon.analyse.figures import ledger
from rashomon.analyse.geography import mapped
from rashomon.analyse.network import network
from rashomon.analyse.overview import days_of, overview
from rashomon.analyse.search import vocabularies
from rashomon.analyse.sources import sources
from rashomon.analyse.tables import TABLES, Filter, table
from rashomon.analyse.timeline import timeline
from rashomon.analyse.view import View
from rashomon.case import Case
from rashomon.store import Archive
from rashomon.web.charts import charts_of, strip

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
    """A case ready to be looked at; `stale` where it has changed since and is being made anew."""

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

    def now(self) -> Copy | None:
        """The case as it stands, or its last copy while a new one is made; None while the first is being made."""
        asked = (self.archive.revision(), None)
        made = self._ready(asked, self._current, _FIRST if self._last is None else self._patience)
        if made is not None:
            self._last = made
            return Copy(case=made)
        return None if self._last is None else Copy(case=self._last, stale=True)

    def on(self, day: str) -> Copy | None:
        """The case as known at the end of a day (ISO); None while it is being made."""
        made = self._ready((self.archive.revision(), day), lambda: self._past(day), self._patience)
        return None if made is None else Copy(case=made)

    def renew(self) -> None:
        """Make the case anew at once, whatever is kept."""
        with self._lock:
            self._made.clear()
        self.now()

    def close(self) -> None:
        """Wait for nothing more."""
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
        case = Case(self.archive)
        _warm(case.view)
        return case

    def _past(self, day: str) -> Case:
        case = Case(self.archive, as_of=day)
        _ = case.view
        return case


def is_large(view: View) -> bool:
    """Whether a case is so large that making a copy of it takes longer than a person waits for a page."""
    return len(view.documents) > _SMALL


def _warm(view: View) -> None:
    """Conclude beforehand what pages show."""
    conclusions: tuple[Callable[[View], object], ...] = (
        differences, timeline, corroborations, ledger, network, sources, vocabularies, overview, days_of, strip,
        charts_of, mapped, by_actor,
    )  # fmt: skip
    for conclude in conclusions:
        conclude(view)
    for name in TABLES:
        table(view, name, Filter())
