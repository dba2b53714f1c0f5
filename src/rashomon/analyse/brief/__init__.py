"""The brief: what a case holds, for a reader; no line without a reference, no adjective of our own.

In: a view of a case. Out: sections of lines, the shortest answers first; what they rest on
stands in the sections after them and in the tables of the same names.
"""

from collections.abc import Iterator

from rashomon.analyse.brief.accounts import agreed, contested, differing, said
from rashomon.analyse.brief.happened import happened
from rashomon.analyse.brief.ledgers import contacts, figures, pledges, positions, truces, undisclosed
from rashomon.analyse.brief.lines import Brief, Line, Section
from rashomon.analyse.brief.reports import problems, reports
from rashomon.analyse.brief.unknown import unknown
from rashomon.analyse.replay import replay
from rashomon.analyse.view import View

__all__ = ["Brief", "Line", "Section", "brief"]

# A section of a large case is cut after this many lines; the table of the same name has them all.
_MOST = 120
# So many reports are listed first, as a key to the numbers of all that follows; more are looked up at the end.
_FEW = 20
# The kinds of difference in which somebody must be wrong; the others need not disagree.
_CONTESTED = frozenset({"contradiction", "denial", "mutual blame", "contested allegation", "error in source"})
_FIRST = ("disputed", "denied", "truce", "revised", "corroborated", "report", "appeared")
_MOVED = frozenset({"change of position"})
_COMPATIBLE = frozenset({"other date", "other count", "other scope", "other precision", "other framing"})


def brief(view: View, *, as_of: str | None = None, before: View | None = None, since: str | None = None) -> Brief:
    """The brief of a case.

    Args:
        view: the case.
        as_of: the ISO day up to which it was known, None for all.
        before: the same case as known on an earlier day, for a first section on what changed since.
        since: that earlier ISO day.
    """
    changed = _changed(before, view) if before else iter(())
    listed = _section("Reports", reports(view))
    few = len(view.documents) <= _FEW
    sections = (
        _section(f"What changed since {since}", changed, "What is known now and was not then."),
        *((listed,) if few else ()),
        _section(
            "Disputed",
            differing(view, _CONTESTED),
            "Accounts that differ. Both sides stand; nothing is decided by majority.",
        ),
        _section("Told by several independent sources", agreed(view, independent=True)),
        _section("Truces", truces(view)),
        _section("Figures", figures(view), "By who counted; never added across counters, sides, categories or days."),
        _section(
            "Undisclosed", undisclosed(view), "What a side keeps to itself, by the reports; not the same as unknown."
        ),
        _section("Positions that moved", differing(view, _MOVED), "One party, another stance on a later day."),
        _section("Pledges and threats on a condition", pledges(view)),
        _section(
            "Not known",
            unknown(view),
            "What reports say nobody knows, and what none of these reports tells, as far as it was found in them.",
        ),
        _section(
            "Timeline",
            happened(view),
            "What some voice says took place, each thing once. History is left out; what was only said stands below.",
        ),
        _section(
            "Told otherwise, without a contradiction",
            differing(view, _COMPATIBLE),
            "Other dates, counts, scopes, precision, words: what seems to disagree and need not.",
        ),
        _section("Contacts", contacts(view)),
        _section("Positions", positions(view)),
        _section("Accusations and denials", contested(view)),
        _section(
            "Carried by several reports from one source",
            agreed(view, independent=False),
            "However many carry it, one said it.",
        ),
        _section("Who said what", said(view)),
        *(() if few else (listed,)),
        _section("Problems", problems(view)),
    )
    return Brief(title=_title(view), sections=tuple(one for one in sections if one.lines), as_of=as_of)


def _section(title: str, lines: Iterator[Line], note: str = "") -> Section:
    every = list(lines)
    if len(every) > _MOST:
        note = f"{note} The first {_MOST} of {len(every)}.".strip()
    return Section(title=title, lines=tuple(every[:_MOST]), note=note)


def _title(view: View) -> str:
    number = len(view.documents)
    return f"Brief of {number} report{'' if number == 1 else 's'}"


def _changed(before: View, now: View) -> Iterator[Line]:
    """What a reader must know first: what is contested now, then what was added."""
    for one in sorted(replay(before, now), key=lambda one: _FIRST.index(one.kind)):
        yield Line(lead=one.kind, text=one.text, ids=(one.record,))
