"""Pledges: conditional commitments, red lines, ultimatums, pacts; and what is none."""

from collections.abc import Iterator
from typing import Any

from quality.data import own
from quality.passages import measures as of_passages
from quality.reading import Tally, document, read
from rashomon.model.annotation import Link, Pledge
from rashomon.model.text import Span


def pledges() -> dict[str, float]:
    """Measures on our own sentences: form and holder; condition or exemption beside."""
    measures = {name: value for label, items in written("pledges") for name, value in _own(label, items).items()}
    return measures | of_passages("pledges")


def written(kind: str) -> Iterator[tuple[str, list[Any]]]:
    """The sets of our own sentences by their labels; of the second writing the half that is held out apart."""
    yield "own", own(kind)
    second = own(f"{kind}_2")
    yield "second writing", [one for one in second if one["set"] == "a"]
    yield "second writing, held out", [one for one in second if one["set"] == "b"]


def _own(label: str, items: list[Any]) -> dict[str, float]:
    bare, whole = Tally(), Tally()
    for item in items:
        found = [one for one in read(document(item["text"])).all() if isinstance(one, Pledge)]
        gold = [tuple(one) for one in item["pledges"]]
        got = [_matched(one, gold) for one in found]
        bare.add([one[:1] for one in gold], [one[:1] for one in got])
        whole.add(gold, got)
    return bare.measures(f"{label}: form") | whole.measures(f"{label}: form, holder and condition")


def _matched(pledge: Pledge, gold: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """The gold pledge that this one is, as far as its words agree; else what it says itself."""
    for form, by, words in gold:
        if form == pledge.form and named(pledge.by, by) and within(pledge.condition + pledge.exempts, words):
            return (form, by, words)
    return (pledge.form, *(span.text for span in pledge.condition + pledge.exempts))


def named(links: tuple[Link, ...], name: str | None) -> bool:
    """Whether one of the links' words hold the name; no name, no links."""
    if name is None:
        return not links
    return any(link.span is not None and name in link.span.text for link in links)


def within(spans: tuple[Span, ...], words: str | None) -> bool:
    """Whether the words stand in one of the spans."""
    return words is None or any(words in span.text for span in spans)
