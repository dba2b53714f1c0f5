"""What the sample conflict gives, against the files that `make golden` wrote."""

from difflib import unified_diff

import pytest

from tests.golden import FOLDER, made

# Processors round the parser's arithmetic differently, which may turn a sentence in fifty.
_MAY_DIFFER = 0.02


@pytest.fixture(scope="module")
def fresh() -> dict[str, str]:
    return dict(made())


def test_the_sample_conflict_gives_what_was_reviewed(fresh: dict[str, str]) -> None:
    assert fresh.keys() == {path.name for path in FOLDER.iterdir()}
    for name, text in fresh.items():
        kept = (FOLDER / name).read_text("utf-8").splitlines()
        diff = [line for line in unified_diff(kept, text.splitlines(), name, "now", lineterm="", n=0) if line[0] == "-"]
        allowed = max(1, _MAY_DIFFER * len(kept))
        assert len(diff) - 1 <= allowed, "run `make golden`, then review\n" + "\n".join(diff[:20])


def test_a_brief_has_a_reference_on_every_line_of_evidence(fresh: dict[str, str]) -> None:
    lines = [
        line
        for line in fresh["brief.txt"].splitlines()
        if line.startswith("  ") and "“" in line and "counted by" not in line
    ]
    assert len(lines) > 50
    assert [line for line in lines if not line.endswith("]")] == []
