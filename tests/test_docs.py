"""The docs say what the code does."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from rashomon.cli import app
from rashomon.extract import EXTRACTORS
from rashomon.model.codec import RECORDS
from tests.test_layers import MAY_IMPORT

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_the_model_page_lists_the_fields_of_every_record(kind: str) -> None:
    names = ", ".join(f"`{one.name}`" for one in fields(RECORDS[kind]) if one.name != "id")
    assert f"| {kind} | {names} |" in page("docs/model.md")


def test_the_model_page_holds_the_import_table() -> None:
    text = page("docs/model.md")
    for room, allowed in MAY_IMPORT.items():
        shown = ", ".join(sorted(allowed - {"errors"})) or "–"
        if room != "errors":
            assert f"| {room} | {shown} |" in text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_command_that_a_page_shows_exists(path: Path) -> None:
    names = {one.name or one.callback.__name__ for one in app.registered_commands if one.callback}
    names |= {one.name for one in app.registered_groups}
    for command in re.findall(r"^(?:\$ )?rashomon ([a-z]+)", path.read_text("utf-8"), re.MULTILINE):
        assert command in names


def test_the_readme_opens_with_the_two_commands() -> None:
    head = page("README.md").split("## ")[0]
    assert head.index("make demo") < head.index("make test")


def test_what_the_readme_shows_is_what_the_demo_prints() -> None:
    shown = re.search(r"```text\n(.*?)```", page("README.md"), re.DOTALL)
    assert shown
    printed = (ROOT / "samples" / "golden" / "brief.txt").read_text("utf-8")
    for line in filter(None, map(str.strip, shown[1].splitlines())):
        assert line == "…" or line.removesuffix("…").rstrip() in printed, line


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_every_extractor_is_named_in_the_tour() -> None:
    for extractor in EXTRACTORS:
        assert extractor.__name__ in page("docs/tour.md")


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
