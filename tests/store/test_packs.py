"""The mentions of a report in one row are those of its own rows."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import SetupError
from rashomon.model.annotation import Annotation, Mention, Title
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import World
from rashomon.store import open_archive
from rashomon.store.packs import packed, unpacked
from tests.store.invented import report, said

DOCUMENT = Document(
    text="General Ruvo, army chief until May, met Premier Oss. He and the premier shook hands.", source="a"
)


def mention(
    start: int, length: int, *, name: str | None, roles: tuple[Title, ...] = (), antecedents: tuple[str, ...] = ()
) -> Mention:
    return Mention(
        document=DOCUMENT.id, evidence=(DOCUMENT.span(start, start + length),), rule="title", form="name",
        reading="actor", type="person", name=name, roles=roles, antecedents=antecedents,
    )  # fmt: skip


@given(
    st.lists(
        st.builds(
            mention,
            st.integers(0, 60),
            st.integers(1, 20),
            name=st.none() | st.text(max_size=5),
            roles=st.lists(
                st.builds(
                    Title, title=st.text(max_size=4), of=st.none() | st.text(max_size=3), former=st.booleans(),
                    time=st.none() | st.just(When(latest="1987-05-01", basis="'until May'")),
                ),
                max_size=2,
            ).map(tuple),
            antecedents=st.lists(st.text(max_size=3), max_size=3).map(tuple),
        ),
        max_size=6,
    )
)  # fmt: skip
def test_mentions_come_out_of_a_pack_as_they_went_in(mentions: list[Mention]) -> None:
    assert unpacked(packed(mentions), DOCUMENT) == mentions
    assert [one.id for one in unpacked(packed(mentions), DOCUMENT)] == [one.id for one in mentions]


def test_what_mentions_tell_alike_stands_once() -> None:
    line = packed([mention(0, 12, name="Ruvo"), mention(8, 4, name="Ruvo"), mention(44, 7, name="Oss")])
    assert line.count('\\"Ruvo\\"') == 1


@pytest.mark.parametrize(
    "line", ["[]", '[[],[[0,"mention-1",[[0,5]]]]]', "{}", "no JSON", '[["{}"],[[0,"a",[[0,500]]]]]']
)
def test_a_pack_that_is_none_is_refused_in_one_line(tmp_path: Path, line: str) -> None:
    document = report(1)
    with open_archive(tmp_path / "a.rashomon") as archive:
        archive.add(document, said(document))
        _write(tmp_path / "a.rashomon", f"UPDATE pack SET mentions = '{line}'")
        with pytest.raises(SetupError, match="refresh"):
            archive.rebuild(lambda *_: pytest.fail("made of nothing that can be read"))


def test_mentions_without_a_pack_are_read_from_their_rows(tmp_path: Path) -> None:
    document, other = report(1), report(2)
    with open_archive(tmp_path / "a.rashomon") as archive:
        archive.add(document, said(document))
        archive.add(other, said(other))
        _write(tmp_path / "a.rashomon", f"DELETE FROM pack WHERE document = '{other.id}'")
        seen: list[str] = []

        def look(_: object, every: Sequence[Annotation], __: object) -> World:
            seen.extend(one.id for one in every)
            return World()

        archive.rebuild(look, kinds=("mention",))
        assert sorted(seen) == sorted(said(one)[0].id for one in (document, other))


def _write(case: Path, statement: str) -> None:
    connection = sqlite3.connect(case)
    connection.execute(statement)
    connection.commit()
    connection.close()
