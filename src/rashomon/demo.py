"""The sample conflict that ships with the package, read for a first look."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from rashomon.analyse.brief import Brief
from rashomon.analyse.view import reference
from rashomon.case import open_case
from rashomon.errors import SetupError
from rashomon.export.report import to_html

_REPORTS = ("*.txt", "*.html", "*.md", "*.eml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """What the demo made: the brief, the case file, the HTML report, and a record worth opening."""

    brief: Brief
    case: Path
    report: Path
    example: str


def samples() -> Path:
    """The folder of the sample conflict: inside the installed package, or in a checkout.

    Raises:
        SetupError: neither is there.
    """
    package = Path(str(files("rashomon")))
    for folder in (package / "samples", package.parents[1] / "samples"):
        if folder.is_dir():
            return folder
    raise SetupError("the sample conflict did not come with this installation")


def reports() -> list[str]:
    """The reports of the sample conflict, in order."""
    return sorted(str(path) for pattern in _REPORTS for path in samples().glob(f"[0-9]{pattern}"))


def demo(folder: Path) -> Demo:
    """Read the sample conflict into `folder`/sample.rashomon and write its report beside it.

    Raises:
        SetupError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    case, page = folder / "sample.rashomon", folder / "sample.html"
    with open_case(case) as opened:
        opened.read(*reports())
        made = opened.brief()
        page.write_text(to_html(made, opened.view), encoding="utf-8")
        disputed = [line.ids[0] for section in made.sections if section.title == "Disputed" for line in section.lines]
    return Demo(brief=made, case=case, report=page, example=reference(disputed[0]))
