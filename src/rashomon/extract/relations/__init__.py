"""How two stand to each other: who leads, speaks for, arms, backs, fights, borders, chairs or is allied with whom."""

from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.extract.parties import root
from rashomon.extract.relations.charged import Charged
from rashomon.extract.relations.idioms import HEADS, Idioms
from rashomon.extract.relations.levers import levers
from rashomon.extract.relations.mediation import Mediation
from rashomon.extract.relations.nouns import FIGHTS, Nouns
from rashomon.extract.relations.offices import offices
from rashomon.extract.relations.pacts import pacted
from rashomon.extract.relations.phrases import Phrases
from rashomon.extract.relations.verbs import Verbs
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Lever, Link, Relation

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def relations(analysis: Analysis, found: Found) -> Iterator[Relation | Lever]:
    """The relations and levers of a report's running text; the same relation is told once a report and status."""
    verbs, nouns, phrases = Verbs(analysis, found), Nouns(analysis, found), Phrases(analysis, found)
    mediation, idioms, charged = Mediation(analysis, found), Idioms(analysis, found), Charged(analysis, found)
    told: set[tuple[object, ...]] = set()
    for sentence in analysis.body:
        tokens = analysis.words(sentence)
        made = [*offices(analysis, found, sentence)]
        for token in tokens:  # most words wake none of them
            if phrases.may_tell(token):
                made += phrases.of(token)
            verbal = token.pos in _VERBAL
            if verbal:
                made += verbs.of(token)
            if token.pos in _NOMINAL or token.lower in FIGHTS:
                made += nouns.of(token)
            if verbal:
                made += mediation.of(token)
            if verbal or token.lower in HEADS:
                made += idioms.of(token)
        made += charged.of(tokens)
        made += pacted(analysis, found, sentence)
        for relation in made:
            mark = _mark(found, relation)
            named = any(one[0] == relation.type and one[2] == mark[2] for one in told if len(one) == 4)
            if relation.rule == "relation: office" and relation.type == "leads" and named:
                continue  # who leads it has been told by name
            if mark not in told and relation.status != "hypothetical":
                told.add(mark)
                yield relation
        for lever in levers(analysis, found, sentence):
            ends = tuple(_who(found, link) for link in (*lever.holder, *lever.over))
            said = (*ends, *(span.text for span in lever.means))
            if said not in told:
                told.add(said)
                yield lever


def _mark(found: Found, relation: Relation) -> tuple[object, ...]:
    ends = [tuple(sorted(_who(found, link) for link in end)) for end in (relation.subject, relation.object)]
    return (relation.type, *ends, relation.status in ("negated", "denied"))


def _who(found: Found, link: Link) -> str:
    """The name a link goes back to, else its words."""
    mention = root(found, link)
    return mention.name if mention is not None and mention.name else str(link)
