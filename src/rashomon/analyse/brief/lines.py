"""What a brief is made of: sections of lines, each with the records it rests on; and how days and words are shown."""

from dataclasses import dataclass

from rashomon.analyse.view import View, day, nested, quoted
from rashomon.model.annotation import Annotation, Statement
from rashomon.model.shown import cell_html
from rashomon.model.values import When

# Longer quotations are cut at a blank; the reference leads to the whole sentence.
_LONGEST = 260
_MONTH = 31  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: `lead` (a day, an actor, a kind), text, the ids it rests on, and `details` below it."""

    text: str
    lead: str = ""
    ids: tuple[str, ...] = ()
    details: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A headed list of lines; `note` says how to read it, or why it is empty."""

    title: str
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Sections in reading order; `as_of` is the day up to which the case was known, None for all."""

    title: str
    sections: tuple[Section, ...]
    as_of: str | None = None

    def _repr_html_(self) -> str:
        """The brief in a notebook: headings and lists, all text escaped."""
        sections = "".join(f"<h3>{cell_html(one.title)}</h3>{_lines_html(one.lines)}" for one in self.sections)
        return f"<b>{cell_html(self.title)}</b>{sections}"


def _lines_html(lines: tuple[Line, ...]) -> str:
    items = (f"<li><b>{cell_html(one.lead)}</b> {cell_html(one.text)}{_lines_html(one.details)}</li>" for one in lines)
    return f"<ul>{''.join(items)}</ul>" if lines else ""


def content(record: Annotation) -> str:
    """The words of a statement, the evidence of anything else."""
    return quoted(record.content) if isinstance(record, Statement) and record.content else quoted(record.evidence)


def said_on(when: When) -> str:
    """A day before a quotation; nothing where it is not known within a month."""
    first, last = when.first_day, when.last_day
    known = first is not None and last is not None and (last - first).days <= _MONTH
    return f"{day(when)}: " if known else ""


def dated(when: When | None) -> str:
    """A day, or that there is none."""
    return day(when) if when and when.known else "undated"


def opinion(view: View, one: Annotation) -> str:
    """A mark for what stands in an opinion piece."""
    return "; opinion piece" if view.documents[one.document].genre == "opinion" else ""


def words(text: str) -> str:
    """A report's words between quotation marks, short enough for a line."""
    return f"“{nested(cut(text))}”"


def cut(text: str) -> str:
    """Words short enough for a line."""
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + " …"
