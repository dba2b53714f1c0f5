"""Who says what: statements with their whole chain of voices.

Drafts of all sentences are gathered first (`attribution`: `contents` and `tags` find the
words of a clause or quotation, `frames` and `nouns` those of other phrases, `idioms` those of the
frames in `lexicon/speech_idioms.yaml`, `rare_tags`, `disbelieved` and `hearsay` whose version a sentence tells,
`leaning` those without a verb of their own, `elsewhere`, `named_behind` and `looking_back` those that stand in
other sentences, `quoted_papers` what a paper is quoted with, `parting` what is several sayings or none,
`charges` and `counts` blame and numbers, `labels` speech behind a colon, `issued` what a party
says in its own paper, `sources` who speaks), quotations without a tag of their own
joined to them (`quotations`), all corrected by trained weights where those are there
(`ranking`), speech within speech told apart (`nested`), the writer's own opinions added (`own_voice`), carriers told
apart from speakers (`quoting`, `relays`, `papers`, `pronouns`, `speakers`), voices without a name made
somebody (`nameless`), pronouns and papers settled by trained weights (`referents`); then each becomes
a record (`records`) with its chain (`chains`, `handing_on`) and what it answers (`replies`).
"""

from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.extract.statements.attribution import drafts
from rashomon.extract.statements.chains import chains_of
from rashomon.extract.statements.digests import digested
from rashomon.extract.statements.drafts import Draft
from rashomon.extract.statements.elsewhere import before_tag, between_tags
from rashomon.extract.statements.entries import Entries
from rashomon.extract.statements.fragments import fragments
from rashomon.extract.statements.handing_on import handed_on
from rashomon.extract.statements.idioms import without_nested
from rashomon.extract.statements.interrupted import interrupted
from rashomon.extract.statements.issued import demanded, issued
from rashomon.extract.statements.labels import labelled
from rashomon.extract.statements.leaning import echoed
from rashomon.extract.statements.looking_back import looking_back
from rashomon.extract.statements.nameless import Nameless
from rashomon.extract.statements.nested import mended, nested, read_out
from rashomon.extract.statements.own_voice import own_voice
from rashomon.extract.statements.parting import parted, without_own_numbers
from rashomon.extract.statements.quotations import joined, orphans, without_doubles
from rashomon.extract.statements.quoted_papers import quoted_papers
from rashomon.extract.statements.quoting import quoting
from rashomon.extract.statements.ranking import ranked
from rashomon.extract.statements.records import records
from rashomon.extract.statements.referents import Referents
from rashomon.extract.statements.relays import Carried, carried
from rashomon.extract.statements.replies import Replies
from rashomon.extract.statements.running_on import running_on
from rashomon.extract.statements.speakers import speakers_of
from rashomon.extract.statements.tables import tabled, without_told
from rashomon.extract.statements.untruths import as_denials
from rashomon.extract.turns import turns
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Mention, Statement


def rules(analysis: Analysis) -> list[Draft]:
    """What the rules find told in the sentences of a report, before the weights correct it."""
    told = [draft for sentence in analysis.body for draft in drafts(analysis, sentence)]
    return joined(analysis, without_doubles(told))


def statements(analysis: Analysis, found: Found) -> Iterator[Statement | Mention]:
    """The statements of one report, in text order, and the mentions of voices that have no name."""
    turned = turns(analysis, found)
    made = list(rules(analysis))
    told = ranked(analysis, found, list(made))
    told += nested(analysis, made, told)
    told = interrupted(analysis, without_nested(analysis, mended(analysis, told)))
    told += echoed(analysis, told)
    told += looking_back(analysis, told)
    told += list(fragments(analysis, told))
    told += between_tags(analysis, told)
    told += before_tag(analysis, found, told)
    told += labelled(analysis, found, told, turned)
    told += without_told(tabled(analysis, found), told)
    digested(analysis, found, told)
    told = parted(analysis, without_own_numbers(analysis, told))
    told += quoted_papers(analysis, found, told)
    told += own_voice(analysis, told)
    told += running_on(analysis, told)
    demanded(analysis, told)
    told += issued(analysis, found, told, turned)
    told = as_denials(analysis, quoting(analysis, found, told))
    kept = carried(analysis, found, told)
    lone = orphans(analysis, [one.draft for one in kept])
    kept += [Carried(draft) for draft in (*lone, *read_out(made, told, lone))]
    kept.sort(key=lambda one: one.draft.place)
    replies, entries = Replies(analysis, found), Entries(analysis, found)
    told = [one.draft for one in kept]
    nameless = Nameless(analysis, found)
    for one in kept:
        one.speakers = speakers_of(analysis, found, one.draft, told, turned)
        yield from nameless.told_by(one)
    Referents(analysis, found, kept).settle()
    chains = handed_on(analysis, found, kept, chains_of(analysis, kept))
    for one, chain in zip(kept, chains, strict=True):
        for statement in records(analysis, found, one, chain, replies, entries):
            replies.add(one.draft, statement)
            yield statement
