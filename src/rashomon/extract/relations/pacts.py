"""Defence pacts between those whom a pact binds, by the pledges of a sentence."""

from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.extract.parties import key
from rashomon.extract.pledges.pacts import is_defence, is_pact
from rashomon.language.analysis import Analysis, Sentence
from rashomon.model.annotation import Link, Mention, Pledge, Relation

_HELPING = frozenset({"defend", "protect", "aid", "assist", "attack"})


def pacted(analysis: Analysis, found: Found, sentence: Sentence) -> Iterator[Relation]:
    """A defence pact between the two whom the pledge of a sentence binds, or between one and whom it must defend."""
    for pledge in found.within(Pledge, sentence.start, sentence.end):
        pacts = [one for one in analysis.words(sentence) if is_pact(one)]
        helping = any(one.lemma in _HELPING for one in analysis.words(sentence))
        if pledge.form != "pact" or not (helping or any(is_defence(one) for one in pacts)):
            continue
        ends = pledge.by if len(pledge.by) != 1 else (*pledge.by, *_defended(found, pledge))
        if len(ends) == 2 and key(found, ends[0]) != key(found, ends[1]):
            first, second = ends
            yield Relation(
                document=analysis.document.id, evidence=pledge.evidence, rule="relation: pact", subject=(first,),
                object=(second,), type="defence pact", scope=pledge.covers, exempts=pledge.exempts,
                according_to=pledge.according_to,
            )  # fmt: skip


def _defended(found: Found, pledge: Pledge) -> tuple[Link, ...]:
    """The one state that a pact obliges another to protect ("binds *Chile* to come to *Peru*'s aid")."""
    bound = [one for link in pledge.by if (one := key(found, link))]
    states = {
        one.name: Link(span=one.evidence[0], mention=one.id)
        for span in pledge.covers
        for one in found.within(Mention, span.start, span.end)
        if one.type == "state" and one.name and key(found, Link(mention=one.id)) not in bound
    }
    return tuple(states.values()) if bound and len(states) == 1 else ()
