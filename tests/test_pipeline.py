import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from rashomon import extract, pipeline
from rashomon.analyse.tables import records
from rashomon.analyse.view import View
from rashomon.case import Case, open_case
from rashomon.demo import reports
from rashomon.errors import SetupError
from rashomon.model.annotation import Annotation, Event, Figure, Statement
from rashomon.model.case_file import CaseFile, Party
from rashomon.model.codec import encode
from rashomon.model.finding import Judgement
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.resolve.world import resolve
from rashomon.store import MemoryArchive, open_archive
from rashomon.store.filing import spans

SHORT = "VELM, March 3, 2031 (Corran) - Osk said on Monday its army had shelled Tarn. Velm denied it.\n"


@pytest.fixture(scope="module")
def sample() -> MemoryArchive:
    archive = MemoryArchive()
    pipeline.read_into(archive, reports())
    return archive


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{SHORT}\nIt was call number {number} of the week.\n", "utf-8")
    yield tmp_path


def test_all_sample_reports_are_read_without_a_problem(sample: MemoryArchive) -> None:
    assert len(list(sample.documents())) == 7
    assert list(sample.problems()) == []


def test_every_piece_of_evidence_is_the_documents_own_words(sample: MemoryArchive) -> None:
    count = 0
    for annotation in sample.annotations():
        text = sample.document(annotation.document).text
        for span in spans(annotation):
            assert text[span.start : span.end] == span.text
            count += 1
    assert count > 1000


def test_nothing_is_said_in_furniture(sample: MemoryArchive) -> None:
    """Captions, headlines, bylines, related links and footers never give a statement, event or figure."""
    for annotation in sample.annotations():
        if not isinstance(annotation, Statement | Event | Figure):
            continue
        document = sample.document(annotation.document)
        for span in annotation.evidence:
            whole = [one for one in document.furniture if one.role not in ("markup", "break", "dateline")]
            inside = [one.role for one in whole if one.start <= span.start and span.end <= one.end]
            assert not inside, f"{annotation.kind} {span.text!r} in {inside}"


def test_every_link_of_every_record_leads_somewhere(sample: MemoryArchive) -> None:
    view = View(sample)
    known = {one.id for one in records(view)}
    for one in records(view):
        if isinstance(one, Annotation):
            for link in (*getattr(one, "according_to", ()), *getattr(one, "speaker", ())):
                assert link.actor is None or link.actor in view.actors
                assert link.mention is None or link.mention in known
            chain = getattr(one, "according_to", None)
            assert chain is None or chain[-1].document == one.document
        for member in getattr(one, "members", ()) or getattr(one, "events", ()):
            assert member in known


def test_reading_again_adds_nothing_and_changes_no_id(tmp_path: Path) -> None:
    with open_archive(tmp_path / "case.rashomon") as archive:
        first = pipeline.read_into(archive, reports())
        before = [encode(one) for one in records(View(archive))]
        second = pipeline.read_into(archive, reports())
        after = [encode(one) for one in records(View(archive))]
    assert (first.read, second.read, second.known) == (7, 0, 7)
    assert before == after


def test_the_order_of_reading_does_not_matter() -> None:
    def read(paths: list[str]) -> list[str]:
        archive = MemoryArchive()
        pipeline.read_into(archive, paths)
        return sorted(str(encode(one)) for one in records(View(archive)))

    assert read(reports()) == read(reports()[::-1])


def test_two_processes_read_what_one_does(folder: Path) -> None:
    results = []
    for jobs in (1, 2):
        archive = MemoryArchive()
        pipeline.read_into(archive, [str(folder)], jobs=jobs)
        results.append([encode(one) for one in records(View(archive))])
    assert results[0] == results[1] and len(results[0]) > 10


def test_a_bug_in_an_extractor_loses_no_document(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no such luck")

    monkeypatch.setattr(extract, "EXTRACTORS", (broken,))
    archive = MemoryArchive()
    tally = pipeline.read_into(archive, [str(folder)])
    assert (tally.read, tally.problems) == (3, 3)
    assert len(list(archive.documents())) == 3
    assert all("no such luck" in one.message for one in archive.problems())


def test_a_bug_in_one_extractor_loses_nothing_of_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(*_: object) -> Iterator[Annotation]:
        yield from ()
        raise RuntimeError("half way")

    monkeypatch.setattr(extract, "EXTRACTORS", (*extract.EXTRACTORS[:3], half, *extract.EXTRACTORS[3:]))
    archive = MemoryArchive()
    assert pipeline.read_into(archive, [str(folder)]).problems == 3
    assert {one.kind for one in archive.annotations()} >= {"mention", "statement", "event"}
    assert {one.message for one in archive.problems()} == {"half could not be extracted: RuntimeError: half way"}


def test_a_report_in_another_language_is_kept_and_named(tmp_path: Path) -> None:
    source = tmp_path / "rapport.txt"
    source.write_text("Le gouvernement a annoncé mardi que ses soldats avaient quitté la ville pendant la nuit.\n" * 4)
    archive = MemoryArchive()
    pipeline.read_into(archive, [str(source)])
    assert [one.language for one in archive.documents()] == ["fr"]
    (problem,) = archive.problems()
    assert str(source) in problem.source and "not analysed" in problem.message
    assert list(archive.annotations()) == []


def test_as_known_on_a_day_holds_only_what_was_published_by_then(sample: MemoryArchive) -> None:
    past = pipeline.as_known_on(sample, "2031-03-20")
    kept = list(past.documents())
    assert 0 < len(kept) < 7
    assert all(one.published.latest and one.published.latest[:10] <= "2031-03-20" for one in kept)
    said = {one.document for one in past.annotations()}
    assert said <= {one.id for one in kept}
    assert {mention for one in past.world().actors for mention in one.mentions} <= {
        one.id for one in past.annotations()
    }


def test_what_another_version_read_is_read_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = MemoryArchive()
    pipeline.read_into(archive, [str(folder)])
    monkeypatch.setattr(pipeline, "VERSION", "next")
    assert len(list(archive.outdated("next"))) == 3
    assert pipeline.refresh(archive) == 3
    assert list(archive.outdated("next")) == []
    assert pipeline.read_into(archive, [str(folder)]).known == 3


def test_a_case_whose_records_this_version_does_not_know_says_what_to_do(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "case.rashomon"
    with open_archive(case) as archive:
        pipeline.read_into(archive, [str(folder)])
    with sqlite3.connect(case) as database:
        database.execute("UPDATE annotation SET record = replace(record, '\"rule\"', '\"rool\"')")
    database.close()
    monkeypatch.setattr(pipeline, "VERSION", "next")
    with open_archive(case) as archive:
        with pytest.raises(SetupError, match="rashomon refresh"):
            list(archive.annotations())
        assert pipeline.refresh(archive) == 3
        assert list(archive.annotations())


def test_an_undated_report_borrows_the_year_of_its_neighbour(tmp_path: Path) -> None:
    who = "Osk President Ana Orlo and Velm Prime Minister Ivo Tarr met General Pell Marne"
    (tmp_path / "a.txt").write_text(f"VELM, March 9, 2031 (Corran) - {who} after the war that began on March 2.\n")
    (tmp_path / "b.txt").write_text(f"{who} again. The war began on March 2. They agreed on nothing else that day.\n")
    archive = MemoryArchive()
    pipeline.read_into(archive, [str(tmp_path)])
    (late,) = [one for one in archive.documents() if one.source.endswith("b.txt")]
    assert late.published.earliest == "2031-03-02" and not late.published.is_day
    assert "2031-03-02" in late.published.basis
    assert pipeline.read_into(archive, [str(tmp_path)]).known == 2


def test_an_undated_report_is_read_once_for_each_day_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    who = "Osk President Ana Orlo and Velm Prime Minister Ivo Tarr met General Pell Marne"
    (tmp_path / "a.txt").write_text(f"VELM, March 9, 2031 (Corran) - {who} after the war that began on March 2.\n")
    (tmp_path / "b.txt").write_text(f"VELM, March 11 (Corran) - {who} again. The war began on March 2.\n")
    (tmp_path / "c.txt").write_text(f"{who} a third time. The war began on March 2.\n")
    asked: list[tuple[str, When]] = []
    understand = pipeline.understand

    def counted(one: Document) -> pipeline.Read:
        asked.append((one.id, replace(one.published, basis="")))
        return understand(one)

    monkeypatch.setattr(pipeline, "understand", counted)
    archive = MemoryArchive()
    pipeline.read_into(archive, [str(tmp_path)])
    dated = [one for one in archive.documents() if not one.source.endswith("a.txt")]
    assert asked and len(asked) == len(set(asked))
    for one in dated:  # what the case keeps is what a reading with that date alone says
        kept = {each.id: each for each in archive.annotations(document=one.id)}
        assert kept == {each.id: each for each in understand(one).annotations}


def test_problems_do_not_stop_the_run(folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    archive = MemoryArchive()
    tally = pipeline.read_into(archive, [str(folder), str(folder / "absent.txt")])
    assert (tally.read, tally.problems) == (3, 2)


def test_documents_are_understood_alone_too() -> None:
    read = pipeline.understand(Document(text=SHORT, source="x", language="en"))
    assert {one.kind for one in read.annotations} >= {"mention", "time", "statement"}


def test_the_dates_of_a_case_file_give_a_report_its_year_and_take_it_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Osk shelled Tarn on March 2. Velm denied it on March 3. Nobody was hurt.\n")
    case = Case(MemoryArchive())
    case.read(tmp_path)

    def published() -> When:
        return next(case.archive.documents()).published

    before, world = published(), case.archive.world()
    assert not before.known
    told = CaseFile(window=When(earliest="2031-02-01", latest="2031-05-31"))
    assert case.tell(told, who="ana", why="test") and not case.tell(told, who="ana", why="again")
    assert (published().earliest or "") >= "2031-03-02" and "case file" in published().basis
    assert any(one.happened.earliest == "2031-03-02" for one in case.view.events)
    assert case.read(tmp_path).known == 1
    (decision,) = case.archive.judgements()
    case.judge("undo", decision.id, who="ana", why="test")
    assert (published(), case.archive.world()) == (before, world)


def test_dates_told_before_reading_do_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Osk shelled Tarn on March 2. Velm denied it on March 3. Nobody was hurt.\n")
    made = []
    for first in ("tell", "read"):
        case = Case(MemoryArchive())
        for step in (first, "read", "tell"):
            if step == "tell":
                case.tell(CaseFile(window=When(earliest="2031-02-01", latest="2031-05-31")), who="ana", why="test")
            else:
                case.read(tmp_path)
        made.append((list(case.archive.documents()), case.archive.world()))
    assert made[0] == made[1]


def test_two_who_judge_one_case_at_once_lose_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SHORT)
    path = tmp_path / "case.rashomon"
    with open_case(path) as first, open_case(path) as second:
        first.read(tmp_path / "a.txt")
        one, other = (one.id for one in list(first.view.mentions)[:2])
        first.judge("reject", one, who="ana", why="test")
        second.judge("reject", other, who="ivo", why="test")
        second.tell(CaseFile(parties=(Party(name="Osk", names=("Oska",)),)), who="ivo", why="test")
    with open_case(path) as again:
        assert len(again.judgements()) == 3 and again.case_file.parties
        assert {one, other}.isdisjoint(again.archive.world().links)


@pytest.mark.parametrize("seed", range(2))
def test_a_case_that_grows_and_is_judged_in_any_order_has_the_world_made_at_once(
    sample: MemoryArchive, tmp_path: Path, seed: int
) -> None:
    """Worlds made on the way, rows left where they stayed the same, records kept in memory: nothing of it is seen."""
    chance = Random(seed)
    said = {one.id: list(sample.annotations(document=one.id)) for one in sample.documents()}
    merged = [one.id for one in sample.world().actors if one.type == "person"][:2]
    events = [one.id for one in sample.annotations("event")]
    judged = [
        Judgement(action="merge", subjects=tuple(merged), who="Ada", why="one", when="2031-04-01T10:00:00"),
        Judgement(action="reject", subjects=(events[0],), who="Ada", why="none", when="2031-04-01T10:00:01"),
        Judgement(action="merge", subjects=tuple(events[1:3]), who="Ada", why="same", when="2031-04-01T10:00:02"),
    ]
    judged.append(Judgement(action="undo", subjects=(judged[0].id,), who="Ada", why="two", when="2031-04-01T10:00:03"))
    steps: list[Document | Judgement] = [*sample.documents(), *judged]
    chance.shuffle(steps)
    with open_archive(tmp_path / "a.rashomon", keep=True) as kept:
        for step in steps:
            if isinstance(step, Document):
                kept.add(step, said[step.id])
            else:
                pipeline.keep_decisions(kept, [step])
            if chance.random() < 0.4:
                pipeline.apply_decisions(kept)
        pipeline.apply_decisions(kept)
        whole = resolve(list(sample.documents()), list(sample.annotations()), judged)
        assert kept.world() == whole
    with open_archive(tmp_path / "a.rashomon") as stored:
        assert stored.world() == whole
