"""Judgements for people to read, and as JSON Lines to take from one case to another."""

import json
from collections.abc import Iterable

from rashomon.errors import SetupError
from rashomon.model.case_file import CaseFile
from rashomon.model.codec import decode, encode
from rashomon.model.finding import Judgement

# Ids that a line shows; the rest are counted.
_SHOWN = 4


def described(one: Judgement) -> str:
    """A judgement on one line: when, who, what of which records, why."""
    subjects = ", ".join(one.subjects[:_SHOWN])
    more = f" and {len(one.subjects) - _SHOWN} more" if len(one.subjects) > _SHOWN else ""
    setting = f" {one.field}={one.value}" if one.action == "correct" else ""
    what = " ".join(filter(None, (one.action + setting, subjects + more)))
    return f"{one.when[:16].replace('T', ' ')}  {one.who}: {what} ({one.why})"


def to_jsonl(judgements: Iterable[Judgement]) -> str:
    """One judgement a line."""
    return "".join(json.dumps(encode(one), ensure_ascii=False) + "\n" for one in judgements)


def from_jsonl(text: str, name: str) -> list[Judgement]:
    """The judgements of JSON Lines; `name` is how messages call the text.

    Raises:
        SetupError: a line is no judgement; the message gives its number and the reason.
    """
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                found.append(_judgement(line))
            except (ValueError, RecursionError) as error:
                raise SetupError(f"{name}:{number}: {' '.join(str(error).split())[:200]}") from error
    return found


def _judgement(line: str) -> Judgement:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise ValueError(f"is no JSON: {error}") from error
    made = decode(data)
    if not isinstance(made, Judgement):
        raise ValueError(f"is a {made.kind}, not a judgement")
    if made.action == "case file":
        CaseFile.from_json(made.value or "")
    json.dumps(encode(made), ensure_ascii=False).encode()  # UnicodeEncodeError is a ValueError
    return made
