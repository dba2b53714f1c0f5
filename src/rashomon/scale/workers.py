"""Who does the work: Dask's workers, here or on a cluster, or this process. The one module that knows the engine."""

import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, TypeAlias

from rashomon.errors import SetupError

Note: TypeAlias = Mapping[str, Any]
"""What a task tells of its work, as JSON: its `files` (paths inside OUTPUT), and counts."""

# Seconds to wait for a scheduler to answer.
_PATIENCE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One call of a pure function that writes files; `key` changes with everything its result depends on."""

    stage: str
    name: str
    key: str
    call: Callable[..., Note]
    arguments: tuple[Any, ...] = ()


class Workers(Protocol):
    """Runs tasks in any order, some of them twice where a worker died."""

    def run(self, tasks: Sequence[Task]) -> Iterator[tuple[Task, Note]]:
        """Yield each task with its note when it is done; SetupError where one cannot be done."""
        ...


class Here:
    """This process, one task after the other."""

    def run(self, tasks: Sequence[Task]) -> Iterator[tuple[Task, Note]]:
        """See `Workers.run`."""
        for task in tasks:
            try:
                note = task.call(*task.arguments)
            except Exception as error:
                raise _failed(task, error) from error
            yield task, note


class OnDask:
    """The workers of a Dask scheduler; what a dead one had under way is done again by another."""

    def __init__(self, engine: Any, client: Any) -> None:
        self._engine = engine
        self._client = client

    def run(self, tasks: Sequence[Task]) -> Iterator[tuple[Task, Note]]:
        """See `Workers.run`."""
        futures = {
            self._client.submit(task.call, *task.arguments, key=f"{task.stage}-{task.name}-{task.key}"): task
            for task in tasks
        }
        try:
            for future in self._engine.as_completed(futures):
                try:
                    note = future.result()
                except Exception as error:
                    raise _failed(futures[future], error) from error
                yield futures[future], note
        finally:
            self._client.cancel(list(futures))


@contextmanager
def workers(count: int | None = None, scheduler: str | None = None) -> Iterator[Workers]:
    """The workers of a scheduler ("tcp://…"), or `count` processes of this machine; 0 is this process alone.

    Raises:
        SetupError: the engine is not installed, or the scheduler does not answer.
    """
    if scheduler is None and count == 0:
        yield Here()
        return
    try:
        engine = import_module("distributed")
    except ImportError:
        raise SetupError("several workers need Dask: pip install 'rashomon[scale]' (or --workers 0)") from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # a worker that dies is no news to the user
    if scheduler is not None:
        try:
            client = engine.Client(scheduler, timeout=_PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            raise SetupError(f"no scheduler answers at {scheduler} ({error})") from None
        with client:
            yield OnDask(engine, client)
        return
    with (
        engine.LocalCluster(
            n_workers=count or os.cpu_count() or 1,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        engine.Client(cluster) as client,
    ):
        yield OnDask(engine, client)


def _failed(task: Task, error: Exception) -> SetupError:
    """What is said of a task that cannot be done: a full disk, or one that kills every worker it is given to."""
    return SetupError(f"{task.stage} {task.name}: {type(error).__name__}: {error}; what is done is kept")
