"""The draft of a case file as YAML with comments: what each line was learnt from, and questions."""

import json
import re
from collections.abc import Iterable, Iterator

from rashomon.case_files.suggesting import Draft, Suggestion
from rashomon.model.shown import visible

_HEAD = """\
# A draft of a case file, from what the reports tell. Everything here is what Rashomon found by itself;
# correct it, add what it cannot know, and give it back: rashomon read --case-file THIS_FILE --case CASE
# An id in a comment opens a sentence it was learnt from: rashomon show ID --case CASE
"""
# Words that need no quotation marks, also to readers that take "no" for false and "10" for a number.
_PLAIN = re.compile(r"[^\W\d_][\w’.\-]*( [\w(][\w’.\-()]*)*")
_TAKEN = {"yes", "no", "true", "false", "on", "off", "null", "y", "n"}


def to_yaml(draft: Draft) -> str:
    """The draft as YAML, which `parsed` reads."""
    lines = [_HEAD, "# conflict: what to call it", *_window(draft)]
    for name, some in (("parties", draft.parties), ("outlets", draft.outlets), ("territories", draft.territories)):
        if some:
            lines += ["", f"{name}:"]
            lines += [line for one in some for line in _entry(one, name)]
    if draft.questions:
        lines += ["", "# Not done, for you to tell (two that are one: put both names under one party):"]
        lines += [_comment(one) for one in draft.questions]
    return "\n".join(lines) + "\n"


def _window(draft: Draft) -> Iterator[str]:
    """The dates, as a comment where they would date reports anew."""
    yield _comment(f"The conflict's dates: {draft.window_learnt}. What lies outside is background.")
    if not draft.window.known:
        return
    mark = "# " if draft.undated else ""
    if draft.undated:
        some = "1 report has" if draft.undated == 1 else f"{draft.undated} reports have"
        yield _comment(f"{some} no year as yet: without the # at their head these dates may give it.")
    yield f"{mark}from: {draft.window.earliest}"
    yield f"{mark}until: {draft.window.latest}"


def _entry(one: Suggestion, section: str) -> Iterator[str]:
    party = one.party
    yield "  " + _comment(one.learnt)
    yield f"  - name: {_scalar(party.name)}"
    if section == "parties" and party.type:
        yield f"    type: {party.type}"
    if section != "territories" and party.country:
        yield f"    country: {party.country}"
    if party.names:
        yield f"    names: {_flow(party.names)}"
    if party.roles:
        yield "    roles:"
        for role, given in zip(party.roles, one.dates, strict=True):
            yield f"      - {{title: {_scalar(role.title)}, of: {_scalar(role.of or '')}}}  {_comment(given)}"
    if section == "outlets":
        yield "    # side: the party for whom it speaks"
    if section == "territories":
        yield f"    claimed_by: {_flow(party.claimed_by)}"
        if party.note:
            yield f"    note: {_scalar(party.note)}"


def _flow(items: Iterable[str]) -> str:
    return f"[{', '.join(map(_scalar, items))}]"


def _scalar(text: str) -> str:
    """Text as a YAML scalar; a JSON string is one where the bare words would not do."""
    if _PLAIN.fullmatch(text) and text.lower() not in _TAKEN:
        return text
    return json.dumps(text, ensure_ascii=not text.isprintable())


def _comment(text: str) -> str:
    return "# " + " ".join(visible(text).split())
