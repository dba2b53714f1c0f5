"""What every archive promises, held by the one in memory, SQLite and PostgreSQL."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from rashomon.errors import SetupError
from rashomon.model.annotation import Mention, Statement
from rashomon.model.finding import Judgement, Problem
from rashomon.model.text import Document, Span
from rashomon.model.values import When
from rashomon.model.world import World
from rashomon.store import Archive, open_archive
from tests.store.invented import fill, report, resolve, said

MONDAY = When(earliest="1987-03-02", latest="1987-03-02", granularity="day", basis="dateline")
MARCH = When(earliest="1987-03-01", latest="1987-03-31", granularity="month", basis="'this month'")


def judgement(*, value: str = "the ford", when: str = "1987-03-05T10:00") -> Judgement:
    """A decision on what the story is called."""
    return Judgement(action="correct", subjects=("story-1",), who="ana", why="read it", when=when, value=value)


# Adding ------------------------------------------------------------------------


def test_records_come_back_equal(archive: Archive) -> None:
    document = report(1, published=MONDAY)
    assert archive.add(document, said(document))
    assert archive.document(document.id) == document
    assert set(archive.annotations()) == set(said(document))


def test_adding_again_adds_nothing(archive: Archive) -> None:
    (document,) = fill(archive, 1)
    assert not archive.add(document, said(document))
    assert not archive.add(document, reversed(said(document)))
    assert len(list(archive.documents())) == 1
    assert len(list(archive.annotations())) == 4


def test_an_annotation_given_twice_is_kept_once(archive: Archive) -> None:
    document = report(1)
    archive.add(document, said(document) * 2)
    assert len(list(archive.annotations())) == 4


def test_a_new_header_replaces_the_document_and_what_is_said_in_it(archive: Archive) -> None:
    (document,) = fill(archive, 1)
    dated = report(1, published=MONDAY)
    assert dated.id == document.id
    assert archive.add(dated, said(dated)[:2])
    assert archive.document(document.id).published == MONDAY
    assert {one.kind for one in archive.annotations()} == {"mention", "statement"}
    assert next(archive.annotations("statement")).said == MONDAY


def test_a_replaced_document_is_found_by_its_words_once(archive: Archive) -> None:
    document = report(7)
    archive.add(document, ())
    archive.add(report(7, outlet="The Lock-Keeper"), ())
    assert [hit.record for hit in archive.search("barge 7")] == [document.id]


def test_problems_of_a_document_go_with_what_they_were_about(archive: Archive) -> None:
    document = report(1)
    problem = Problem(source=document.source, component="times", message="no date")
    archive.add(document, said(document), [problem])
    assert list(archive.problems()) == [problem]
    assert not archive.add(document, said(document), [problem])
    assert archive.add(document, said(document))
    assert list(archive.problems()) == []


def test_all_or_nothing(archive: Archive) -> None:
    document, other = report(1), report(2)
    with pytest.raises(ValueError, match="belongs to"):
        archive.add(document, [*said(document), *said(other)])
    assert not archive.has(document.id)
    assert list(archive.annotations()) == []
    assert archive.search("barge") == []


@pytest.mark.parametrize("where", ["evidence", "link"])
def test_words_that_are_not_in_the_document_are_refused(archive: Archive, where: str) -> None:
    document = report(1)
    mention, statement, *_ = said(document)
    wrong = Span(document=document.id, start=0, end=5, text="Wrong")
    assert isinstance(statement, Statement)
    if where == "evidence":
        bad = replace(mention, evidence=(wrong,))
    else:
        bad = replace(statement, speaker=(replace(statement.speaker[0], span=wrong),))
    with pytest.raises(ValueError, match="span 0-5"):
        archive.add(document, [bad])
    assert not archive.has(document.id)


def test_lone_surrogates_are_refused(archive: Archive) -> None:
    with pytest.raises(ValueError, match="surrogates"):
        archive.add(Document(text="broken \ud800 text", source="a.txt"), ())
    assert list(archive.documents()) == []


@pytest.mark.parametrize(
    "text",
    [
        "'); DROP TABLE document; --",
        "zero \0 byte",
        "\u202eright to left\u202c",
        "😀 flags 🇦🇱",
        "x" * 100_000,
        "\\u0000 %s :a ?",
    ],
)
def test_hostile_text_is_kept_as_it_is(archive: Archive, text: str) -> None:
    document = Document(text=text, source="a.txt", title=text[:50], metadata={"note": text[:50], "deep": [{"a": None}]})
    mention = Mention(
        document=document.id, evidence=(document.span(0, 3),), rule="r", form="name", reading="actor", name=text[:9]
    )
    archive.add(document, [mention])
    assert archive.document(document.id) == document
    assert list(archive.annotations()) == [mention]


# Done or not -------------------------------------------------------------------


def test_a_document_is_analysed_by_one_version(archive: Archive) -> None:
    document = report(1)
    assert not archive.analysed(document, version="1")
    archive.add(document, said(document), version="1")
    assert archive.analysed(document, version="1")
    assert not archive.analysed(document, version="2")
    assert not archive.analysed(report(1, published=MONDAY), version="1")


def test_an_upgrade_finds_what_is_to_do(archive: Archive) -> None:
    old, new = report(1), report(2)
    archive.add(old, said(old), version="1")
    archive.add(new, said(new), version="2")
    assert list(archive.outdated("2")) == [old]
    assert archive.add(old, said(old), version="2")
    assert list(archive.outdated("2")) == []


# Order and filters ---------------------------------------------------------------


def test_documents_are_ordered_by_publication_unknown_last(archive: Archive) -> None:
    undated, monday, march = report(1), report(2, published=MONDAY), report(3, published=MARCH)
    minute = report(4, published=When(earliest="1987-03-02T06:00", latest="1987-03-02T06:00"))
    for document in (undated, monday, minute, march):
        archive.add(document, ())
    assert list(archive.documents()) == [march, monday, minute, undated]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("1987-03-01", []),
        ("1987-03-02T06:00", ["minute"]),
        ("1987-03-02", ["monday", "minute"]),
        ("1987-03-30", ["monday", "minute"]),
        ("1987-03-31", ["march", "monday", "minute"]),
        ("9999-12-31", ["march", "monday", "minute"]),
    ],
)
def test_as_of_gives_what_was_certainly_published_by_its_end(archive: Archive, as_of: str, expected: list[str]) -> None:
    documents = {
        "undated": report(1),
        "monday": report(2, published=MONDAY),
        "march": report(3, published=MARCH),
        "minute": report(4, published=When(earliest="1987-03-02T06:00", latest="1987-03-02T06:00")),
        "open": report(5, published=When(earliest="1987-03-01")),
    }
    for document in documents.values():
        archive.add(document, ())
    assert list(archive.documents(as_of=as_of)) == [documents[name] for name in expected]


@pytest.mark.parametrize("as_of", ["yesterday", "", "1987-13-01", "1987-03-02T06:00+02:00"])
def test_as_of_must_be_a_date(archive: Archive, as_of: str) -> None:
    with pytest.raises(SetupError, match="no date"):
        list(archive.documents(as_of=as_of))


def test_annotations_are_ordered_by_document_and_place(archive: Archive) -> None:
    fill(archive, 3, 1, 2)
    found = [(one.document, one.evidence[0].start, one.id) for one in archive.annotations()]
    assert found == sorted(found)
    assert len(found) == 12


def test_annotations_by_kind_and_document(archive: Archive) -> None:
    first, second = fill(archive, 1, 2)
    assert {one.document for one in archive.annotations("figure")} == {first.id, second.id}
    assert [one.kind for one in archive.annotations("figure", first.id)] == ["figure"]
    assert {one.kind for one in archive.annotations(document=second.id)} == {"mention", "statement", "event", "figure"}
    assert list(archive.annotations("figure", "doc-0")) == []
    assert list(archive.annotations("no such kind")) == []


@pytest.mark.parametrize(
    ("when", "met"),
    [
        (When(earliest="1987-03-02", latest="1987-03-02"), True),
        (When(earliest="1987-03-02T23:59"), True),
        (When(earliest="1987-03-03"), False),
        (When(latest="1987-03-01"), False),
        (When(latest="1987-03-02T00:00"), True),
        (When(), True),
    ],
)
def test_annotations_by_time(archive: Archive, when: When, met: bool) -> None:
    fill(archive, 1)
    kinds = {one.kind for one in archive.annotations(when=when)}
    assert ("event" in kinds) is met
    assert "mention" in kinds  # its time is unknown, so it may be any


def test_an_iterator_may_be_left_and_the_archive_written_meanwhile(archive: Archive) -> None:
    fill(archive, 1, 2, 3)
    seen = archive.annotations()
    next(seen)
    fill(archive, 4)
    assert len(list(archive.documents())) == 4
    assert len(list(seen)) == 11


# Ids ---------------------------------------------------------------------------


def test_a_record_of_any_level_by_id(archive: Archive) -> None:
    (document,) = fill(archive, 1)
    problem = Problem(source="b.txt", component="read", message="empty")
    decision = judgement()
    archive.remember(problem)
    archive.judge(decision)
    archive.rebuild(resolve)
    world = archive.world()
    for record in (document, *said(document), problem, decision, *world.actors, *world.stories):
        assert archive.record(record.id) == record


def test_a_record_by_the_beginning_of_its_id(archive: Archive) -> None:
    fill(archive, 1, 2)
    ids = sorted(one.id for one in archive.annotations("event"))
    shared = next(n for n in range(len(ids[0])) if ids[0][n] != ids[1][n])
    assert archive.record(ids[0][: shared + 1]).id == ids[0]
    with pytest.raises(SetupError, match="several records begin with"):
        archive.record(ids[0][:shared])


@pytest.mark.parametrize("record_id", ["doc-nothing", "", "%", "doc-%", "_", "'", "doc-\0", "\ud800", "docü", "*"])
def test_an_unknown_id_is_named(archive: Archive, record_id: str) -> None:
    fill(archive, 1)
    with pytest.raises(SetupError) as caught:
        archive.record(record_id)
    assert repr(record_id) in str(caught.value)
    assert not archive.has(record_id)
    with pytest.raises(SetupError, match="no record"):
        archive.document(record_id)


# Problems, judgements, world -------------------------------------------------------


def test_a_problem_is_kept_once(archive: Archive) -> None:
    problems = [Problem(source=name, component="read", message="empty") for name in ("b", "a", "b")]
    for problem in problems:
        archive.remember(problem)
    assert list(archive.problems()) == problems[:2]


def test_judgements_are_appended_once_in_order(archive: Archive) -> None:
    first, second = judgement(), judgement(value="the weir", when="1987-03-04T10:00")
    assert archive.judge(first)
    assert archive.judge(second)
    assert not archive.judge(first)
    assert list(archive.judgements()) == [first, second]


def test_the_world_is_empty_before_it_is_made(archive: Archive) -> None:
    fill(archive, 1)
    assert archive.world() == World()


def test_the_world_is_made_of_everything(archive: Archive) -> None:
    documents = fill(archive, 2, 1)
    archive.judge(judgement(value="the weir"))
    assert archive.rebuild(resolve)
    world = archive.world()
    assert world == resolve(list(archive.documents()), list(archive.annotations()), list(archive.judgements()))
    assert set(world.stories[0].documents) == {one.id for one in documents}
    assert world.stories[0].topic == "the weir"
    assert len(world.links) == 2


def test_the_world_is_made_anew_only_when_something_changed(archive: Archive) -> None:
    fill(archive, 1)
    assert archive.rebuild(resolve, version="1")
    assert not archive.rebuild(resolve, version="1")
    assert archive.rebuild(resolve, version="2")
    fill(archive, 2)
    assert archive.rebuild(resolve, version="2")
    archive.judge(judgement())
    assert archive.rebuild(resolve, version="2")
    assert len(archive.world().stories[0].documents) == 2


def test_the_revision_is_another_after_each_rebuild(archive: Archive) -> None:
    seen = [archive.revision()]
    for number in (1, 2):
        fill(archive, number)
        assert archive.revision() == seen[-1]
        archive.rebuild(resolve)
        seen.append(archive.revision())
    archive.rebuild(resolve)
    assert archive.revision() == seen[-1]
    assert len(set(seen)) == 3


def test_a_world_made_elsewhere_lasts_until_the_next_rebuild(archive: Archive) -> None:
    (document,) = fill(archive, 1)
    made = archive.rebuild(resolve)
    other = resolve([report(9)], [], [])
    archive.put_world(other)
    assert made
    assert archive.world() == other
    assert archive.rebuild(resolve)
    assert archive.world().stories[0].documents == (document.id,)


def test_a_resolution_that_fails_leaves_the_world(archive: Archive) -> None:
    fill(archive, 1)
    archive.rebuild(resolve)
    before = archive.world()
    fill(archive, 2)

    def fail(*_: object) -> World:
        raise RuntimeError("no memory")

    with pytest.raises(RuntimeError):
        archive.rebuild(fail)
    assert archive.world() == before
    assert archive.rebuild(resolve)


def test_a_new_archive_is_empty(archive: Archive) -> None:
    empty: list[Callable[[], object]] = [archive.documents, archive.annotations, archive.problems, archive.judgements]
    assert [list(one()) for one in empty] == [[], [], [], []]  # type: ignore[call-overload]
    assert archive.search("anything") == []


# Made step by step ---------------------------------------------------------------


@pytest.mark.parametrize("seed", range(6))
def test_a_world_made_step_by_step_is_the_one_made_at_once(new_case: Callable[[], str], seed: int) -> None:
    """Reports added, replaced and judged in any order, by two who have the case open, one keeping what it read."""
    chance = Random(seed)
    case = new_case()
    with open_archive(case, keep=True) as kept, open_archive(case) as other:
        for step in range(14):
            archive = chance.choice([kept, other])
            document = report(chance.randrange(1, 9), outlet=chance.choice(["The Ferryman", "Torin Bell"]))
            deed = chance.randrange(4)
            if deed < 2:
                archive.add(document, said(document)[: chance.randrange(1, 5)])
            elif deed == 2:
                archive.judge(judgement(value=f"the weir {step}", when=f"1987-03-04T10:{step:02}"))
            if chance.random() < 0.5:
                chance.choice([kept, other]).rebuild(resolve)
        kept.rebuild(resolve)
        everything = list(other.documents()), list(other.annotations()), list(other.judgements())
        assert kept.world() == other.world() == resolve(*everything)
        assert (list(kept.documents()), list(kept.annotations())) == everything[:2]
        for one in everything[0]:
            for kind in (None, "event"):
                assert list(kept.annotations(kind, one.id)) == list(other.annotations(kind, one.id))


def test_others_write_while_a_world_is_made(new_case: Callable[[], str]) -> None:
    case = new_case()
    with open_archive(case) as archive, open_archive(case) as other:
        fill(archive, 1)
        written = []

        def slow(*given: object) -> World:
            if not written:
                written.extend(fill(other, 2))
                assert not other.settled()
            return resolve(*given)  # type: ignore[arg-type]

        assert archive.rebuild(slow)
        assert archive.settled()
        assert len(archive.world().stories[0].documents) == 2


def test_a_world_that_others_outdate_each_time_is_made_at_last(new_case: Callable[[], str]) -> None:
    case = new_case()
    with open_archive(case) as archive, open_archive(case) as other:
        fill(archive, 1)
        number = iter(range(2, 5))

        def outdated(*given: object) -> World:
            if (next_one := next(number, None)) is not None:
                fill(other, next_one)
            return resolve(*given)  # type: ignore[arg-type]

        assert archive.rebuild(outdated)
        assert archive.settled()
        assert len(archive.world().stories[0].documents) == 4


# Some -------------------------------------------------------------------------


def test_some_records_come_in_the_order_of_all(archive: Archive) -> None:
    fill(archive, *range(1, 8))
    every = list(archive.annotations())
    wanted = Random(3).sample(every, 11)
    assert list(archive.some(one.id for one in wanted)) == [one for one in every if one in wanted]
    assert list(archive.some([])) == []
    assert list(archive.some(["event-0", "", "no id", "\udfff"])) == []


def test_mentions_alone_are_those_among_all(archive: Archive) -> None:
    fill(archive, *range(1, 8))
    assert list(archive.annotations("mention")) == [one for one in archive.annotations() if one.kind == "mention"]
