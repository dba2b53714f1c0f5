"""The sides of a difference: who says what, where, and for which state they stand."""

from collections.abc import Iterable

from rashomon.analyse.view import View, quoted
from rashomon.model.annotation import Annotation, Link, Position, Statement
from rashomon.model.finding import Side

_MEANING = 4  # words


def side_of(view: View, *records: Annotation, who: tuple[Link, ...] | None = None) -> Side:
    """One side of a difference, told by one or more records of one voice; the first one's words are shown."""
    first = records[0]
    return Side(
        who=voice(first) if who is None else who,
        says=words_of(first),
        evidence=tuple(dict.fromkeys(span for one in records for span in one.evidence)),
        said=getattr(first, "said", view.published(first.document)),
        records=tuple(one.id for one in records),
    )


def words_of(record: Annotation) -> str:
    """What a record says, in its own words; a whole sentence where they are too few ("it", "the charge")."""
    says = quoted(getattr(record, "content", ()) or record.evidence)
    return says if len(says.split()) >= _MEANING else quoted(record.evidence)


def voice(record: Annotation) -> tuple[Link, ...]:
    """Whose account a record is: a statement's speakers, the innermost voice of anything else."""
    if isinstance(record, Statement):
        return record.speaker
    if isinstance(record, Position):
        return record.holder
    chain: tuple[Link, ...] = getattr(record, "according_to", ())
    return chain[:1]


def states(view: View, links: Iterable[Link]) -> frozenset[str]:
    """For whom links stand: states by their ids, others by their own; nothing for words that name nobody known."""
    return frozenset(view.sides.of(link.actor) for link in links if link.actor)


def told_by(view: View, record: Annotation) -> frozenset[str]:
    """For whom the voice of a record stands; the report itself where it speaks in its own voice."""
    known: dict[str, frozenset[str]] = view.findings.setdefault("told by", {})
    if record.id not in known:
        links = voice(record)
        known[record.id] = states(view, links) | {link.document for link in links if link.document}
    return known[record.id]


def topic(record: Annotation) -> str:
    """The topic of a difference that is about one record."""
    return quoted(getattr(record, "content", ()) or record.evidence)[:160]
