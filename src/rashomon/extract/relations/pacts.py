"""Defence pacts between those whom a pact binds, by the pledges of a sentence."""

from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.extract.parties import key
from rashomon.extract.pledges.pacts import is_defence, is_pact
from rashomon.language.analysis import Analysis, Sentence
from rashomon.model.annotation import Pledge, Relation


def pacted(analysis: Analysis, found: Found, sentence: Sentence) -> Iterator[Relation]:
    """A defence pact between the two whom the pledge of a sentence binds to defend each other."""
    for pledge in found.within(Pledge, sentence.start, sentence.end):
        pacts = [one for one in analysis.words(sentence) if is_pact(one)]
        helping = any(one.lemma in ("defend", "aid", "assist", "attack") for one in analysis.words(sentence))
        if pledge.form != "pact" or len(pledge.by) != 2 or not (helping or any(is_defence(one) for one in pacts)):
            continue
        first, second = pledge.by
        if key(found, first) != key(found, second):
            yield Relation(
                document=analysis.document.id, evidence=pledge.evidence, rule="relation: pact", subject=(first,),
                object=(second,), type="defence pact", scope=pledge.covers, exempts=pledge.exempts,
                according_to=pledge.according_to,
            )  # fmt: skip
