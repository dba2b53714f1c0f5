"""What comparing accounts showed is kept, and holds just as long as what it was concluded of."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

from rashomon import pipeline
from rashomon.analyse import kept, tables
from rashomon.analyse.corroborations import _concluded as alike_anew
from rashomon.analyse.corroborations import corroborations
from rashomon.analyse.differences import _concluded as different_anew
from rashomon.analyse.differences import differences
from rashomon.analyse.view import View
from rashomon.demo import reports
from rashomon.model.finding import Corroboration, Difference, Judgement, Side
from rashomon.store import Archive, MemoryArchive, open_archive


@pytest.fixture(scope="module")
def understood() -> list[pipeline.Read]:
    """The sample reports, read once."""
    archive = MemoryArchive()
    pipeline.read_into(archive, reports())
    return [
        pipeline.Read(document=one, annotations=tuple(archive.annotations(document=one.id)))
        for one in archive.documents()
    ]


def add(archive: Archive, some: list[pipeline.Read]) -> None:
    """Put reports into a case and make its world anew."""
    for one in some:
        archive.add(one.document, one.annotations, version=pipeline.VERSION)
    pipeline.apply_decisions(archive)


def concluded(view: View) -> list[Difference | Corroboration]:
    """Both kinds, as analyses ask for them."""
    return [*differences(view), *corroborations(view)]


def anew(archive: Archive) -> list[Difference | Corroboration]:
    """Both kinds, computed whatever is kept."""
    view = View(archive)
    return [*different_anew(view), *alike_anew(view)]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds that were concluded anew, in order."""
    made: list[str] = []

    def counting(name: str, conclude: Callable[[View], Any]) -> Callable[[View], Any]:
        def conclude_and_count(view: View) -> Any:
            made.append(name)
            return conclude(view)

        return conclude_and_count

    for name in ("differences", "corroborations"):
        module = sys.modules[f"rashomon.analyse.{name}"]
        monkeypatch.setattr(module, "_concluded", counting(name, module._concluded))
    return made


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_kept_is_what_would_be_concluded_however_a_case_grows(
    seed: int, understood: list[pipeline.Read], tmp_path: Path
) -> None:
    dice = Random(seed)
    waiting = dice.sample(understood, len(understood))
    with open_archive(tmp_path / "case.rashomon") as archive:
        while waiting:
            taken = dice.randint(1, 3)
            add(archive, waiting[:taken])
            waiting = waiting[taken:]
            _agree(archive)
            _decide(archive, dice)
            if dice.random() < 0.5:  # a decision that the world does not hold yet
                _agree(archive)
            pipeline.apply_decisions(archive)
            _agree(archive)


def _agree(archive: Archive) -> None:
    expected = anew(archive)
    assert concluded(View(archive)) == expected  # made, and kept where the world is settled
    assert concluded(View(archive)) == expected  # as it was kept
    assert concluded(View(archive)) == expected


def _decide(archive: Archive, dice: Random) -> None:
    """One of the decisions that people make of records and of findings."""
    view = View(archive)
    action = dice.choice(["reject", "resolve", "reject a finding", "merge"])
    found: list[Any] = differences(view) if action == "resolve" else concluded(view)
    subjects = [one.id for one in (found if "finding" in action or action == "resolve" else view.events)]
    if action == "merge":
        subjects = [one.mentions[0] for one in view.world.actors if one.mentions]
    if len(subjects) > 1:
        chosen = tuple(dice.sample(sorted(subjects), 2 if action == "merge" else 1))
        name: Any = action.split()[0]
        archive.judge(
            Judgement(action=name, subjects=chosen, who="ana", why="read it", when=f"2031-04-{dice.random()}")
        )


@pytest.fixture
def case(understood: list[pipeline.Read], tmp_path: Path) -> Iterator[Archive]:
    """A case of the sample reports in a file."""
    with open_archive(tmp_path / "case.rashomon") as archive:
        add(archive, understood)
        yield archive


def test_findings_are_concluded_once_for_all_who_ask(case: Archive, counted: list[str]) -> None:
    rows = [tables.table(View(case), name).rows for name in ("differences", "corroborations", "contacts")]
    again = [tables.table(View(case), name).rows for name in ("differences", "corroborations", "contacts")]
    assert rows == again
    assert rows[0] and rows[1]
    assert counted == ["differences", "corroborations"]


def test_reading_nothing_new_and_refreshing_by_the_same_version_keep_them(case: Archive, counted: list[str]) -> None:
    before = concluded(View(case))
    pipeline.refresh(case)
    assert concluded(View(case)) == before
    assert counted == ["differences", "corroborations"]


def test_after_a_judgement_they_are_concluded_anew(case: Archive, counted: list[str]) -> None:
    first = differences(View(case))[0]
    case.judge(Judgement(action="reject", subjects=(first.id,), who="ana", why="read it", when="2031-04-02"))
    assert first not in differences(View(case))  # at once, before the world is made anew
    pipeline.apply_decisions(case)
    assert first not in differences(View(case))
    assert counted == ["differences"] * 3
    assert first not in differences(View(case))
    assert counted == ["differences"] * 3


def test_other_code_concludes_anew(case: Archive, counted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    differences(View(case))
    monkeypatch.setattr(kept, "_OURS", ("model",))
    differences(View(case))
    assert counted == ["differences"] * 2


def test_as_of_another_day_they_are_concluded_apart(case: Archive, counted: list[str]) -> None:
    now = differences(View(case))
    then = differences(View(pipeline.as_known_on(case, "2031-03-20")))
    assert then != now
    assert differences(View(case)) == now


# Other people's checks -----------------------------------------------------------------


def plug_in(folder: Path, why: str, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """A check of a module of its own, which says `why`."""
    module = ModuleType("corran_checks")
    module.__file__ = str(folder / "corran_checks.py")
    text = f"def seen(view):\n    return make(view, {why!r})\n"
    Path(module.__file__).write_text(text, "utf-8")
    module.__dict__["make"] = always
    exec(compile(text, module.__file__, "exec"), module.__dict__)
    monkeypatch.setitem(sys.modules, "corran_checks", module)
    return module.seen  # type: ignore[no-any-return]


def always(view: View, why: str) -> list[Difference]:
    """Two statements, set against each other."""
    sides = tuple(
        Side(who=one.speaker, says="x", evidence=one.evidence, records=(one.id,)) for one in view.statements[:2]
    )
    return [Difference(type="other framing", topic="x", sides=sides, why=why, check="corran")]


def whys(case: Archive, *checks: Callable[..., Any]) -> set[str]:
    return {one.why for one in differences(View(case, checks=checks)) if one.check == "corran"}


def test_another_check_and_another_version_of_it_conclude_anew(
    case: Archive, counted: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert whys(case) == set()
    first = plug_in(tmp_path, "first", monkeypatch)
    assert whys(case, first) == whys(case, first) == {"first"}
    assert len(counted) == 2
    kept._digest.cache_clear()  # a process that begins later
    second = plug_in(tmp_path, "second", monkeypatch)
    assert whys(case, second) == {"second"}
    assert whys(case) == set()
    assert len(counted) == 4


def test_of_a_check_that_no_module_names_nothing_is_kept(case: Archive, counted: list[str]) -> None:
    for why in ("one", "another"):
        assert whys(case, lambda view, why=why: always(view, why)) == {why}
    assert whys(case) == set()
    assert len(counted) == 3
