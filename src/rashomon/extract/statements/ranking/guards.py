"""What the rules find that the weights leave alone: their annotators did not look for it, or cut it otherwise."""

from collections.abc import Sequence

from rashomon.extract.statements.contents import CONTRAST, is_title
from rashomon.extract.statements.drafts import Draft, takes_of
from rashomon.extract.statements.ranking.choices import Choice
from rashomon.extract.statements.ranking.layout import Layout, Runs
from rashomon.extract.statements.tags import CARRIED
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

# What these rules find is nothing that the annotators looked for.
_APART = {
    "count", "ultimatum", "made", "made known", "blamed", "held responsible", "colon", "in a word", "as", "said so",
    "denied", "accused", "traded", "pointed at", "phrase", "misread", "idiom",
}  # fmt: skip
# What is laid at somebody's door, or refused, is linked to what it answers: its words must be the deed alone.
_LINKED = {"accuse", "deny", "reject"}
# The annotators count the one spoken to to what was said; here these have a field of their own.
_OWN_FIELD = {"person"}
_SURE = {"clause", "infinitive", "object", "person", "preposition"}
_SAYING = {"say", "deny", "warn", "promise", "accuse", "admit", "threaten", "predict"}
_CLEAR = {"tag", "quotation after", "noun", "according to"}


def is_apart(analysis: Analysis, draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether a draft of the rules stays as it is, whatever the weights make of it."""
    if draft.rule in _APART or draft.act in _LINKED:
        return True
    if draft.rule == "tag" and not {"clause", "quote"} & (takes_of(draft.cue[0]) or {}).keys():
        return True  # "…, remembers a nurse": verbs that only tags have
    if draft.rule == "preposition" and draft.act == "admit" and draft.source.heads:
        return not _is_retold(draft, told)  # "owns to 31": rare in what was annotated
    voiced = draft.rule == "according to" and not any(one.lower in ("according", "words", "view") for one in draft.cue)
    asked = draft.verb is not None and draft.verb.dep == "ROOT" and draft.verb.child("auxpass") is not None
    if voiced or (asked and draft.act == "demand" and not draft.source.heads):
        return True  # "by the ministry's count", "the population is requested to wait": cues the annotators have not
    return _is_told(analysis, draft) and _is_retold(draft, told)


def is_worse(layout: Layout, choice: Choice, runs: Runs) -> bool:
    """Whether what the weights hold for said is not to be put in place of what the rules do."""
    draft, rule = choice.draft, choice.rule
    if draft is None:
        return False
    more = layout.without(runs, rule)
    holds_rule = layout.common(runs, rule) == layout.count(rule)
    if holds_rule and more and (draft.rule in _OWN_FIELD or draft.rule == "noun" or _contrasts(layout, more)):
        return True
    return _is_title(layout, choice.cue, runs) or _is_half(layout, choice, runs) or _is_elsewhere(layout, choice, runs)


def _contrasts(layout: Layout, more: Runs) -> bool:
    """Whether what is added is another's: "…, although shells were still falling", "… and B said the same"."""
    first, stop = more[0]
    start = layout.tokens[first]
    behind = layout.tokens[first + 1 : stop]
    for_all = start.lower == "for" and bool(behind) and behind[0].lower == "all"
    if start.lower in CONTRAST or start.lower in CARRIED or for_all:
        return True
    turns = start.lower == "but" and any(one.tag == "PRP" and one.dep == "nsubj" for one in behind[:1])
    again = start.lower in ("and", "but") and any(
        one.tag == "VBD" and takes_of(one) is not None and (one is behind[0] or one.child("nsubj") is not None)
        for one in behind
    )
    return turns or again


def _is_half(layout: Layout, choice: Choice, runs: Runs) -> bool:
    """Whether only one side is left of a clause that the tag interrupts: "The fleet, he said, had been sunk"."""
    if choice.draft is None or choice.draft.rule != "tag" or len(choice.rule) != 2 or len(runs) != 1:
        return False
    first, second = choice.rule
    quoted = layout.quote_of[first[0]] >= 0
    return not quoted and runs[0] in (first, second) and first[1] <= choice.cue.i < second[0]


def _is_elsewhere(layout: Layout, choice: Choice, runs: Runs) -> bool:
    """Whether a phrase that a later sentence quotes is added: "“No,” she said. The envoy, she held, “asked us”"."""
    here = choice.cue.sentence
    later = [layout.tokens[first] for first, _ in runs if layout.tokens[first].sentence > here]
    return any(one.text[:1].islower() for one in later)


def _is_title(layout: Layout, cue: Token, runs: Runs) -> bool:
    """Whether words are a quotation that only names something beside the cue ("said at the forum “Open seas”")."""
    first = runs[0][0]
    number = layout.quote_of[first]
    if number < 0 or first < 2:
        return False
    quote, before = layout.analysis.quotes[number], layout.tokens[first - 2]
    opens = before.i > cue.i and layout.tokens[first - 1].start == quote.opening
    return opens and is_title(layout.analysis, cue, before, quote)


def is_active(cue: Token) -> bool:
    """Whether a cue is a verb that somebody must be the subject of: nobody says "It is worth noting that …"."""
    return cue.tag[:2] == "VB" and cue.tag != "VBN"


def keeps_speaker(draft: Draft) -> bool:
    """Whether the rules' speaker stands: nobody ("Rumours spread that …"), a paper ("his statement on the radio")."""
    papers = words("speech", "papers")
    return draft.rule == "noun" or any(one.lemma.lower() in papers for one in draft.source.heads)


def is_clear(draft: Draft) -> bool:
    """Whether a tag or phrase names a speaker: dropped only where it most likely tells of no speech."""
    quoted = draft.verb is not None and draft.verb.dep == "pcomp" and draft.verb.head.lower == "as"  # "as saying that"
    return quoted or (bool(draft.source.heads) and draft.rule in _CLEAR)


def is_sure(draft: Draft) -> bool:
    """Whether a verb that tells of speech in reports of wars, with who speaks, tells it: "undertook to leave".

    The annotators wrote of elections, where such verbs are rare and often tell of something else.
    """
    verb, sure = draft.verb, words("speech", "surely")
    return bool(draft.source.heads) and draft.rule in _SURE and verb is not None and verb.lemma in sure


def is_that(draft: Draft) -> bool:
    """Whether a clause with "that" tells what somebody named said, by a verb of saying: "the port answers that …"."""
    verb = draft.verb
    clause = verb.child("ccomp") if verb is not None and draft.rule == "clause" and draft.act in _SAYING else None
    that = clause is not None and any(one.lower == "that" for one in clause.all("mark"))
    return that and bool(draft.source.heads) and draft.source.heads[0].pos != "PRON"


def is_plain(draft: Draft) -> bool:
    """Whether a verb that hardly tells of anything but speech tells it: in a clause, or "describe … as"."""
    plain = draft.verb is not None and draft.verb.lemma in words("speech", "plainly")
    described = draft.rule == "named" and draft.verb is not None and draft.verb.lemma == "describe"
    return described or (draft.rule == "clause" and plain and bool(draft.source.heads))


def _is_told(analysis: Analysis, draft: Draft) -> bool:
    """Whether somebody is told to have spoken, once: "had told them that …", not "as he says", "what she calls …"."""
    verb = draft.verb
    if verb is None or draft.act in ("judge", "demand") or draft.rule == "named":
        return False
    if draft.rule == "object" and draft.act != "propose" and analysis.quote_at(verb.start) is None:
        return False
    past = verb.tag == "VBD" or (verb.tag == "VBN" and verb.child("aux") is not None)
    return past and verb.child("nsubj") is not None


def _is_retold(draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether a saying is told in the words of another one."""
    if not draft.cue:
        return False
    start, end = draft.place
    return any(a <= start and end <= b for outer in told if outer is not draft for a, b in outer.content)
