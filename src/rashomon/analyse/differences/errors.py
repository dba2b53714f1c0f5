"""What cannot be right inside one source: parts that do not add up, and what a source takes back itself."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.analyse.differences.counted import counter, same_party
from rashomon.analyse.differences.once import found_once
from rashomon.analyse.differences.sides import side_of
from rashomon.analyse.differences.spelled import number_in
from rashomon.analyse.figures import amount
from rashomon.analyse.surroundings import sentence
from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Figure, Link
from rashomon.model.finding import Difference, Side

# A total and its parts stand in one sentence, near each other: at most so many characters apart.
_NEAR = 160
# Parts that miss their total by more than this share are no parts of it.
_MISS = 0.25
# "…, six before noon and nine after it": two bare numbers, each with where or when.
_NUMBER = r"(?:\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)"
_WHEN = r"(?:times )?(?:before|after|in|on|by|at|during)\b"
_PARTS = re.compile(
    rf"(?P<between>[^.;:]*?),\s(?P<one>{_NUMBER})\s{_WHEN}[^.;:,]{{0,40}}?\sand\s(?P<other>{_NUMBER})\s{_WHEN}"
)
_LOSSES = frozenset({"killed", "wounded", "captured", "missing", "other"})
# Words before parts that are not all there is.
_AMONG = re.compile(r"\b(?:including|includes?|included|among|such as|some of|for example|at least)\b", re.IGNORECASE)
# A corrected number is at most so many times the other.
_SIZE = 3
# … or has a zero too many, where the one is set against the other.
_ZERO = 10
_NOT = re.compile(r"\b(?:instead of|not|should (?:have )?read|rather than|should have been)\b", re.IGNORECASE)
_CORRECTS = re.compile(
    r"\b(correct(s|ed|ion)|erratum|misstated|wrongly|mistaken(ly)?|in error|earlier (version|report|dispatch)"
    r"|previously (gave|reported|said)|counted twice|double[- ]count\w*)\b",
    re.IGNORECASE,
)


def parts_and_totals(view: View) -> Iterator[Difference]:
    """A total and its parts in one sentence that do not add up."""
    yield from _parts_in_words(view)
    for figures in _by_sentence(view):
        for n, total in enumerate(figures):
            parts = [one for one in figures[n + 1 :] if _part(total, one)]
            added = sum(one.low or 0 for one in parts)
            if len(parts) > 1 and _is_all(view, total, parts[0]) and _misses(total, added):
                own = (Link(document=total.document),)
                yield Difference(
                    type="error in source",
                    topic=f"{amount(total)} told as {' and '.join(amount(one) for one in parts)}",
                    sides=(side_of(view, total, who=own), side_of(view, *parts, who=own)),
                    why=f"The parts ({' + '.join(amount(one) for one in parts)}) make {added:,.0f}, "
                    f"not {amount(total)}; which of them is wrong is not known.",
                    check="parts_and_totals",
                )


def _parts_in_words(view: View) -> Iterator[Difference]:
    """A total whose parts stand behind it as bare numbers, each with its time or place ("…, six before noon and …")."""
    for total in view.figures:
        document, here = view.documents[total.document], sentence(view.documents[total.document], total.evidence[0])
        found = _PARTS.search(document.text, total.evidence[0].end, here.end) if total.low else None
        if found is None or len(found["between"]) > _NEAR or _counted(view, total, found.end()):
            continue
        parts = [number for name in ("one", "other") if (number := number_in(found[name])) is not None]
        added = sum(parts)
        if len(parts) > 1 and total.low and added != total.low and abs(added - total.low) <= _MISS * total.low:
            own = (Link(document=total.document),)
            span = document.span(found.start("one"), found.end())
            yield Difference(
                type="error in source",
                topic=f"{amount(total)} told as {' and '.join(str(one) for one in parts)}",
                sides=(
                    side_of(view, total, who=own),
                    Side(who=own, says=" ".join(span.text.split()), evidence=(span,), said=document.published),
                ),
                why=f"The parts ({' + '.join(str(one) for one in parts)}) make {added}, "
                f"not {amount(total)}; which of them is wrong is not known.",
                check="parts_and_totals",
            )


def _counted(view: View, total: Figure, end: int) -> bool:
    """Whether the parts are figures themselves, which `parts_and_totals` compares."""
    after = (one for one in view.figures if one.document == total.document)
    return sum(total.evidence[0].end <= one.evidence[0].start < end for one in after) > 1


def impossible_times(view: View) -> Iterator[Difference]:
    """A time that cannot be right: a day that is none, a weekday its date does not bear, years that do not add up."""
    for one in view.times:
        if one.doubt:
            yield Difference(
                type="error in source",
                topic=quoted(one.evidence),
                sides=(side_of(view, one, who=(Link(document=one.document),)),),
                why=f"“{quoted(one.evidence)}” cannot be right: {one.doubt}; what was meant is not known.",
                check="impossible_times",
            )


def corrections(view: View) -> Iterator[Difference]:
    """A source says that a number it gave was wrong."""
    for figures in _by_sentence(view, sentences=2):
        told = [one for one in figures if one.low is not None and one.bound != "vague"]
        words = quoted(dict.fromkeys(sentence(view.documents[one.document], one.evidence[0]) for one in told))
        if not _CORRECTS.search(words):
            continue
        for wrong, right in zip(told, told[1:], strict=False):
            if _taken_back(view, wrong, right):
                yield Difference(
                    type="error in source",
                    topic=f"{amount(wrong)} corrected to {amount(right)}",
                    sides=(side_of(view, wrong), side_of(view, right), *_given(view, wrong)),
                    why=f"{amount(wrong)} is taken back for {amount(right)} by the source itself.",
                    check="corrections",
                )


def withdrawn(view: View) -> frozenset[str]:
    """The ids of the figures that a source takes back: they count for nobody any more."""
    if "withdrawn" not in view.findings:
        view.findings["withdrawn"] = frozenset(
            one.id for found in found_once(view, corrections) for one in _one_number(view, found.sides)
        )
    found: frozenset[str] = view.findings["withdrawn"]
    return found


def _one_number(view: View, sides: Sequence[Side]) -> Iterator[Figure]:
    """The figure that is taken back, and those by which the same outlet or counter gave it: of one side and time."""
    wrong, *others = [
        view.by_id[id] for n, side in enumerate(sides) for id in side.records if n != 1 and id in view.by_id
    ]
    for one in (wrong, *others):
        if isinstance(one, Figure) and isinstance(wrong, Figure):
            outlets = {view.documents[each.document].outlet for each in (wrong, one)}
            teller = (len(outlets) == 1 and None not in outlets) or counter(view, wrong) & counter(view, one)
            fits = teller and same_party(view, wrong, one) and wrong.as_of.may_meet(one.as_of)
            if one is wrong or fits:
                yield one


def _taken_back(view: View, wrong: Figure, right: Figure) -> bool:
    """Whether two numbers near each other can be a wrong and a right one: of one kind, and of one size."""
    if wrong.counts != right.counts or {wrong.category, right.category} == {"military", "civilian"}:
        return False
    if not wrong.as_of.may_meet(right.as_of):
        return False  # a later count is no correction of an earlier one
    low, high = sorted((wrong.low or 0, right.low or 0))
    between = view.documents[wrong.document].text[wrong.evidence[0].end : right.evidence[0].start]
    return 0 < low < high and (high <= _SIZE * low or (high == _ZERO * low and bool(_NOT.search(between))))


def _given(view: View, wrong: Figure) -> Iterator[Side]:
    """Where the number that is taken back was given."""
    for one in view.figures:
        if one.document != wrong.document and (one.counts, one.low, one.high) == (wrong.counts, wrong.low, wrong.high):
            yield side_of(view, one)


def _misses(total: Figure, added: float) -> bool:
    """Whether parts make nearly what was told as their total, but not that; "at least 12" may be 13."""
    low = total.low or 0
    fits = {"at least": added >= low, "at most": added <= low, "about": True, "vague": True}
    return added != low and abs(added - low) <= _MISS * low and not fits.get(total.bound, False)


def _part(total: Figure, one: Figure) -> bool:
    """Whether one number can be part of another: of the same kind, or one kind of loss of all losses."""
    same = one.counts == total.counts or (total.counts == "other" and one.counts in _LOSSES)
    return bool(same and one.low is not None and total.low and one.low < total.low and one.bound == "exact")


def _is_all(view: View, total: Figure, first: Figure) -> bool:
    """Whether a number is told to be the whole of what follows, and exactly; sums of money are rounded."""
    text = view.documents[total.document].text[total.evidence[0].end : first.evidence[0].start]
    return total.bound == "exact" and total.counts != "money" and not _AMONG.search(text)


def _by_sentence(view: View, *, sentences: int = 1) -> Iterator[Sequence[Figure]]:
    """The figures of each sentence (or of so many neighbouring ones), in text order."""
    by_report: dict[str, list[Figure]] = defaultdict(list)
    for one in view.figures:
        by_report[one.document].append(one)
    for document, figures in by_report.items():
        groups: list[list[Figure]] = []
        for one in sorted(figures, key=lambda each: each.evidence[0].start):
            near = groups and one.evidence[0].start - groups[-1][-1].evidence[0].end <= _NEAR
            here = sentence(view.documents[document], one.evidence[0])
            last = sentence(view.documents[document], groups[-1][-1].evidence[0]) if groups else None
            if near and last is not None and (here == last or sentences > 1):
                groups[-1].append(one)
            else:
                groups.append([one])
        yield from (group for group in groups if len(group) > 1)
