"""The cells of docs/notebook.md run, in order, and each that ends with a value shows it."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from rashomon.export.exporters import EXPORTERS

DOCS = Path(__file__).parents[1] / "docs"


def run(cell: str, names: dict[str, Any]) -> Any:
    """What a cell ends with, as a notebook runs it."""
    tree = ast.parse(cell)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names) if isinstance(last, ast.Expr) else None


def test_every_cell_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    cells = re.findall(r"```python\n(.*?)```", (DOCS / "notebook.md").read_text("utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    shown = [run(cell, names) for cell in cells]
    assert len(cells) > 12 and all(len(one) for one in shown if isinstance(one, list))
    html = [one._repr_html_() for one in shown if hasattr(one, "_repr_html_")]
    assert len(html) >= 6 and all("<table" in one or "<ul" in one for one in html)
    assert "denial" in capsys.readouterr().out
    assert (tmp_path / "tables" / "figures.parquet").exists() and (tmp_path / "sample.zip").exists()


def test_the_page_of_exports_names_every_format() -> None:
    page = (DOCS / "exports.md").read_text("utf-8")
    assert re.findall(r"^\| `([a-z]+)` \|", page, re.MULTILINE) == list(EXPORTERS)
