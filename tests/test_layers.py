"""The folder-to-folder table of docs/model.md, held against the imports."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "rashomon"

MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "read": {"model", "errors"},
    "language": {"model", "errors"},
    "store": {"model", "errors"},
    "extract": {"language", "model", "errors"},
    "resolve": {"language", "model", "errors"},
    "analyse": {"language", "store", "model", "errors"},
    "export": {"analyse", "store", "model", "errors"},
    "web": {"analyse", "case", "export", "pipeline", "store", "model", "errors"},
    "scale": {"analyse", "model", "pipeline", "read", "resolve", "store", "errors"},
    "plugins": {"errors"},
}
"""Folders (and single modules) that may import only these; pipeline, case, demo, mcp and cli may import all."""

WALLS: dict[str, str | tuple[str, ...]] = {
    "spacy": "language/spacy_engine.py",
    "sqlalchemy": "store",
    "alembic": "store",
    "trafilatura": "read",
    "pyarrow": ("export", "scale"),
    "distributed": "scale/workers.py",
    "pyspark": "scale/spark.py",
    "rich": ("export/terminal.py", "export/grid.py"),
    "typer": "cli",
    "mcp": "mcp",
    "jinja2": ("export", "web"),
    "fastapi": "web",
    "starlette": "web",
    "uvicorn": "web/serving.py",
    "pydantic": ("web/api.py", "mcp"),
    "networkx": "export/graph.py",
    "snowballstemmer": "analyse/deeds.py",
}
"""One wall per third party: where a library may be imported."""


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def imported(path: Path) -> list[str]:
    """The modules a file imports."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            if node.module == "rashomon":
                found += [f"rashomon.{alias.name}" for alias in node.names]
            else:
                found.append(node.module or "")
    return found


def hidden(path: Path) -> list[int]:
    """The lines of imports inside functions, but for those that spare most commands' start-up and say so."""
    text = path.read_text("utf-8")
    lines = text.splitlines()
    functions = [one for one in ast.walk(ast.parse(text)) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]
    inside = [node for one in functions for node in ast.walk(one) if isinstance(node, ast.Import | ast.ImportFrom)]
    return [node.lineno for node in inside if "# start-up: " not in lines[node.lineno - 1]]


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_room_imports_only_what_the_table_allows(path: Path) -> None:
    allowed = MAY_IMPORT.get(room(path))
    for name in imported(path):
        if name.startswith("rashomon.") and allowed is not None:
            assert name.split(".")[1] in allowed | {room(path)}, f"imports {name}"
    assert not hidden(path), "imports hidden in functions"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_third_parties_stay_behind_their_wall(path: Path) -> None:
    where = str(path.relative_to(SOURCE))
    for name in imported(path):
        wall = WALLS.get(name.split(".")[0])
        assert wall is None or where.startswith(wall), f"imports {name}, which only {wall} may"


def test_every_room_says_what_comes_in_and_goes_out() -> None:
    for folder in {path.parent for path in modules()} - {SOURCE}:
        doc = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
        if folder.parent == SOURCE:
            assert "In:" in doc and "Out:" in doc and "Never:" in doc, folder.name


def targets(path: Path, names: set[str]) -> set[str]:
    """The modules of ours a file needs; a package only where something of its own is taken from it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module in names:
            taken = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (taken & names) | ({node.module} if taken - names else set())
    return found


def test_no_cycles_between_modules() -> None:
    names = {}
    for path in modules():
        dotted = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
        names[dotted.removesuffix(".__init__")] = path
    graph = {name: targets(path, set(names)) - {"rashomon"} for name, path in names.items()}
    done: set[str] = set()

    def walk(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join((*above, name))
        if name not in done:
            for target in sorted(graph[name]):
                walk(target, (*above, name))
            done.add(name)

    for name in graph:
        walk(name, ())
