"""Through what somebody speaks (by phone, in a letter, on television), and when."""

from functools import cache

from rashomon.extract.found import Found
from rashomon.extract.statements.drafts import Draft
from rashomon.extract.statements.entries import Entries
from rashomon.extract.timing import said_when
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.values import When

# Before what is spoken about, and what is no way of speaking.
_ABOUT = ("about", "of", "regarding", "concerning", "over", "after", "before", "since")


@cache
def _channels() -> dict[str, str]:
    return {str(word): str(name) for name, group in lexicon("speech")["channels"].items() for word in group}


@cache
def _by_verb() -> dict[str, str]:
    return {str(word): str(name) for name, group in lexicon("speech")["channel_verbs"].items() for word in group}


def channel_of(analysis: Analysis, draft: Draft) -> str | None:
    """The channel named beside the cue, by its verb, or by the speaker ("the statement"); None where none is."""
    if not draft.cue:
        return None
    verb = draft.cue[0] if draft.cue[0].pos not in ("AUX",) else draft.cue[-1]
    named = [_channels()[one.lower] for one in _beside(draft, verb) if one.lower in _channels()]
    for name in _channels().values():  # in the lexicon's order: a phone call in an interview is a phone call
        if name in named:
            return name
    return _by_verb().get(verb.lemma)


def _beside(draft: Draft, verb: Token) -> list[Token]:
    """The words of the phrases that hang on the cue, and of the speaker, outside what was said."""
    near: list[Token] = []
    for token in draft.cue:
        for one in token.children:
            if one.dep in ("prep", "dobj", "dative", "npadvmod"):
                near.extend(each for each in one.subtree if not _is_topic(each, token))
    paper = any(one.lemma.lower() in words("speech", "papers") for one in draft.source.heads)
    near.extend(draft.source.tokens if paper else draft.source.tokens[-3:])
    return [one for one in near if not any(a <= one.start < b for a, b in draft.content)]


def _is_topic(token: Token, cue: Token) -> bool:
    """Whether a word below the cue belongs to what is spoken about: "told reporters about the call"."""
    for one in (token, *token.ancestors):
        if one is cue:
            return False
        if one.dep == "prep" and one.lower in _ABOUT:
            return True
    return False


def said_at(analysis: Analysis, found: Found, draft: Draft, entries: Entries) -> When:
    """The time that belongs to the cue; else that of the entry it stands in; else by publication at the latest."""
    told = said_when(analysis, found, draft.verb) if draft.verb is not None else When()
    entry = entries.time_at(draft.place[0])
    heads = entry is not None and entry.latest is not None and (told.latest or "")[10:] == entry.latest[10:] != ""
    if told.earliest is not None and not heads:
        return told  # not by the hour that opens the entry
    latest = analysis.document.published.latest
    if entry is not None or told.known or latest is None:
        return entry or told
    return When(latest=latest, granularity="interval", basis=f"said by publication on {latest}")
