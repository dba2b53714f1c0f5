"""Trained weights correct the rules: which words tell of speech, what was said, who speaks.

The rules come first; what they found is one candidate among others and a feature of
all. For each word of speech (`choices`) a score tells how likely it is a cue; then what
it may announce (`contents`) and who may speak (`sources`) are ranked, and the best of
each is accepted or not by how clearly it won. Features (`features` and what stands
beside it) hold no names; scores are sums of weights by hashed groups of features
(`templates`, `weights`). Without the weights file the rules' drafts stay as they are.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.found import Found, coordinated
from rashomon.extract.statements.attribution import may_find
from rashomon.extract.statements.drafts import Draft, cue_of, takes_of
from rashomon.extract.statements.moods import is_unreal
from rashomon.extract.statements.nouns import acts
from rashomon.extract.statements.ranking.choices import Choice, Choices, evidence
from rashomon.extract.statements.ranking.guards import (
    is_active,
    is_apart,
    is_clear,
    is_plain,
    is_sure,
    is_that,
    is_worse,
    keeps_speaker,
)
from rashomon.extract.statements.ranking.layout import Layout, Runs
from rashomon.extract.statements.ranking.weights import Weights, loaded
from rashomon.extract.statements.sources import Source, is_thing
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act

# Below these chances what the rules found is dropped (where its cue is clear: below the second; a plain verb with a
# clause: the third; what is only named: the fourth), and below the last what they did not find is left out. Set on
# PolNeAR's development texts and on dossiers, which gain with the weights.
_KEEP = 0.38
_KEEP_CLEAR = 0.05
_KEEP_PLAIN = 0.27
_KEEP_NAMED = 0.55
_ADD = 0.45
# In reports of wars so much of each suffices: the weights learnt what is told of elections, where what looks like
# speech more often is none. On twelve dossiers recall rose by 1.2 points with half of each, precision fell by 0.1.
_OF_WAR = 0.45
# … and elsewhere so many times as much is needed, and so much of what the rules did not find. On PolNeAR's development
# articles precision rose from 84.0 to 84.6 and F1 from 81.4 to 81.6, the exact source fell from 86.4 to 86.3; with 1.3
# and 0.6 they were 85.4, 81.6 and 86.0.
_ELSEWHERE = 1.15
_ADD_ELSEWHERE = 0.55
# So many words of war make a report one of war: 2% of PolNeAR's articles, nearly all reports of the dossiers.
_WARLIKE = 4
# A word less likely to be a cue than this (as log odds) is not looked at further.
_UNLIKELY = -1.5
# The rules' content stands unless another is so many times likelier.
_CLEARLY = 1.5


def ranked(analysis: Analysis, found: Found, told: list[Draft]) -> list[Draft]:
    """The rules' drafts as the weights correct them, and those that only the weights find, in text order.

    Drafts without a cue and denials without words are left alone.
    """
    scored = loaded()
    if scored is None or not analysis.tokens:
        return told
    layout = Layout(analysis)
    choices = Choices(layout, found, told)
    cues = choices.all()
    seen = {id(one.draft) for one in cues}
    apart = {id(one) for one in told if id(one) not in seen or not one.content or is_apart(analysis, one, told)}
    kept = [one for one in told if id(one) in apart]
    if cues:
        odds = scored.cues([one.row for one in cues])
        likely = [
            (one, float(odd))
            for one, odd in zip(cues, odds, strict=True)
            if odd > _UNLIKELY and id(one.draft) not in apart
        ]
        for one, _ in likely:
            choices.fill(one)
        kept += _accepted(layout, scored, [(one, odd) for one, odd in likely if one.contents])
    kept.sort(key=lambda one: one.place)
    return kept


def _accepted(layout: Layout, scored: Weights, likely: list[tuple[Choice, float]]) -> list[Draft]:
    """A draft for each choice whose best candidates are likely enough to be right."""
    if not likely:
        return []
    rows = [row for one, _ in likely for row in one.content_rows]
    told = _parted(scored.contents(rows), [len(one.contents) for one, _ in likely])
    rows = [row for one, _ in likely for row in one.source_rows]
    named = _parted(scored.sources(rows), [len(one.sources) for one, _ in likely])
    found = []
    of_war = _tells_of_war(layout.analysis)
    for (one, odd), content, source in zip(likely, told, named, strict=True):
        chance = scored.accepted(evidence(one, odd, content, source))
        best, speaker = _content(layout, one, content), int(source.argmax())
        if one.draft is not None and _is_kept(one.draft, chance, of_war=of_war):
            found.append(_corrected(layout, one, one.draft, best, speaker, chance))
        elif (
            one.draft is None
            and chance >= (_ADD if of_war else _ADD_ELSEWHERE)
            and not is_unreal(one.cue)
            and _tells(layout, best)
        ):
            draft = _corrected(layout, one, _new(one.cue, best), best, speaker, chance)
            told_by = draft.source.heads or not is_active(one.cue)
            if told_by and not is_thing(draft.source) and may_find(one.cue, draft.source):
                found.append(draft)
    return found


def _tells_of_war(analysis: Analysis) -> bool:
    """Whether a report tells of a war, by its words."""
    return len({one.lower for one in analysis.tokens if one.lower in words("speech", "warlike")}) >= _WARLIKE


def _is_kept(draft: Draft, chance: float, *, of_war: bool) -> bool:
    """Whether what the rules found is likely enough; of who is named in a report of a war less suffices."""
    if of_war and draft.source.heads:
        return is_that(draft) or chance >= _least(draft) * _OF_WAR
    clear = of_war or is_clear(draft) or is_sure(draft)
    return chance >= _least(draft) * (1 if clear else _ELSEWHERE)


def _least(draft: Draft) -> float:
    """The chance that what the rules found needs to be kept."""
    if is_clear(draft) or is_sure(draft):
        return _KEEP_CLEAR
    return _KEEP_PLAIN if is_plain(draft) else _KEEP_NAMED if draft.rule in ("object", "named") else _KEEP


def _parted(scores: NDArray[np.float32], sizes: Sequence[int]) -> list[NDArray[np.float32]]:
    """Scores parted into those of each choice."""
    return np.split(scores, np.cumsum(sizes)[:-1])


def _content(layout: Layout, choice: Choice, scores: NDArray[np.float32]) -> Runs:
    """The best content; the rules' own where no other is clearly better."""
    best = choice.contents[int(scores.argmax())]
    if choice.draft is None or choice.rule not in choice.contents:
        return best
    if is_worse(layout, choice, best):
        return choice.rule
    behind = float(scores.max() - scores[choice.contents.index(choice.rule)])
    return best if behind > np.log(_CLEARLY) else choice.rule


def _tells(layout: Layout, runs: Runs) -> bool:
    """Whether words tell something by themselves: a clause, a deed, or words that are quoted."""
    counts = layout.counts(runs)
    return bool(counts.finite or counts.quoted) or any(one.tag == "TO" for one in layout.words_of(runs))


def _new(cue: Token, runs: Runs) -> Draft:
    """A draft for a cue that the rules did not find; a tag behind what was said may be a carrier's (`relays`)."""
    behind = runs[-1][1] <= cue.i
    return Draft(cue=cue_of(cue), act=_act(cue), source=Source(), content=[], rule="tag" if behind else "ranked")


def _corrected(layout: Layout, choice: Choice, draft: Draft, runs: Runs, speaker: int, chance: float) -> Draft:
    """A draft with the content and the speaker that were chosen."""
    draft.score = chance
    if runs != choice.rule:
        draft.content = layout.places(_bare(layout, runs))
    if choice.sources[speaker] != choice.rule_source and not keeps_speaker(draft):
        draft.source = _source(layout, choice.sources[speaker], choice.heads[speaker])
    return draft


def _bare(layout: Layout, runs: Runs) -> Runs:
    """What was said without "that", and without the "But" by which the reporter goes on."""
    first = layout.tokens[runs[0][0]]
    joins = first.pos == "CCONJ" and layout.next_word(layout.analysis.sentence_of(first).first) == first.i
    if (first.lower == "that" and first.tag == "IN") or joins:
        return layout.without(runs, ((first.i, first.i + 1),)) or runs
    return runs


def _source(layout: Layout, runs: Runs, head: Token) -> Source:
    """The speaker that runs name."""
    tokens = layout.words_of(runs)
    if len(tokens) > 1 and tokens[-1].tag == "POS":
        tokens.pop()
    inside = {one.i for one in tokens}
    return Source(tuple(one for one in coordinated(head) if one.i in inside), tuple(tokens))


def _act(cue: Token) -> Act:
    """The act a word of speech stands for, by the first way in which the lexicon has it."""
    takes = takes_of(cue) if cue.tag[:2] == "VB" else None
    for way in ("clause", "quote", *(takes or ())):
        if takes and way in takes:
            return takes[way]
    return acts().get(cue.lemma, "say")
