"""Tags with verbs that tell of speech only as a tag: "…, remembers a nurse", "…, the clerk consoled me, …".

The order of the words decides: a comma, who speaks and the verb (or the verb and who speaks), and a mark again.
"""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from rashomon.extract.statements.drafts import Draft, Place, verbs
from rashomon.extract.statements.sources import QUOTE_MARKS, Source
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Act

_FINITE = ("VBD", "VBZ", "VBP")
_NAMES = ("PROPN", "NOUN", "DET", "ADJ", "PART", "NUM", "PRON", "ADP")
_ME = ("me", "us", "him", "her", "them")
_NAME, _WHO = 10, 25
# … and so many words before the tag or behind it are read.
_SAID = 150
# What parsers take a verb between commas for.
_MISREAD = ("appos", "compound", "npadvmod", "conj")
_ENDS = (",", ";", ":", ".", "!", "?", "—", "–")


@cache
def _tagging() -> dict[str, tuple[tuple[tuple[str, ...], Act], ...]]:
    """What may stand behind each verb of a tag, and the act of both; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Act]]] = {}
    for act, phrases in lexicon("speech")["tagging"].items():
        for phrase in phrases:
            verb, *rest = str(phrase).split()
            found.setdefault(verb, []).append((tuple(rest), act))
    return {verb: tuple(sorted(group, key=lambda one: -len(one[0]))) for verb, group in found.items()}


def rare_tags(analysis: Analysis, sentence: Sentence, known: set[int]) -> Iterator[Draft]:
    """The sayings of a sentence with such tags; `known` are the cues that were found otherwise."""
    inside = [one for one in analysis.words(sentence) if one.pos != "SPACE"]
    for at, verb in enumerate(inside):
        if at < 2 or verb.i in known:
            continue
        comma = inside[at - 1].text == "," or (at + 1 < len(inside) and inside[at + 1].text == ",")
        if comma and (draft := _misread(analysis, inside, at)) is not None:
            yield draft
            continue
        for rest, act in _tagging().get(verb.lemma, ()) if verb.tag in _FINITE else ():
            cue = inside[at : at + 1 + len(rest)]
            if tuple(one.lower for one in cue[1:]) == rest and (found := _draft(analysis, inside, at, cue, act)):
                yield found
                break


def _misread(analysis: Analysis, inside: list[Token], at: int) -> Draft | None:
    """A verb between commas that the parser took for something else: "The trucks, the ministry maintains, left"."""
    verb = inside[at]
    act = verbs().get(verb.lemma, verbs().get(verb.lower.rstrip("s"), {})).get("clause")
    turned = inside[at - 1].text == "," and verb.tag in _FINITE and verb.child("nsubj", "xcomp", "ccomp") is None
    if act is not None and turned and verb.lemma in words("speech", "inverting"):
        return _draft(analysis, inside, at, [verb], act)  # "…, recalled an adviser who was there"
    if act is None or verb.dep not in _MISREAD or verb.lower not in words("speech", "forms"):
        return None
    between = at + 2 < len(inside) and inside[at + 1].text == "," and _straight(inside, at, at + 1) is not None
    return _draft(analysis, inside, at, [verb], act) if between else None


def _draft(analysis: Analysis, inside: list[Token], at: int, cue: list[Token], act: Act) -> Draft | None:
    bounds = _straight(inside, at, at + len(cue)) or _inverted(analysis, inside, at, at + len(cue))
    if bounds is None or analysis.quote_at(cue[0].start) is not None:
        return None
    comma, name, stop = bounds
    first = next((one for one in name if one.tag in ("WP", "WDT") or one.pos == "ADP"), None)
    kept = name if first is None else name[: name.index(first)]
    head = next((one for one in reversed(kept) if one.pos in ("PROPN", "NOUN", "PRON")), None)
    spoken_to = any(one.lower in _ME for one in inside[at + len(cue) : stop])
    goes_on = stop + 1 < len(inside) and inside[stop].text == ","
    before = inside[max(0, comma - _SAID) : comma]
    behind = inside[stop + 1 : stop + 1 + _SAID] if goes_on else []
    content = [place for one in (before, behind) if (place := _place(analysis, one)) is not None]
    told = spoken_to or any(_is_told(analysis, one) for one in (before, behind))
    if (
        head is None
        or not told
        or not content
        or head.lower in ("i", "we", "you", "it", "this", "that", "there", "who", "which")
    ):
        return None
    return Draft(cue=cue, act=act, source=Source((head,), tuple(name)), rule="tag", content=content)


def _straight(inside: list[Token], at: int, end: int) -> tuple[int, list[Token], int] | None:
    """The comma, the name, and the mark behind the tag: "…, the clerk consoled me, …"."""
    start = at
    while start > 0 and inside[start - 1].pos in _NAMES and at - start < _NAME:
        start -= 1
    name = inside[start:at]
    if start > 1 and inside[start - 1].lower == "so":  # "…, so the jurists tell me, …"
        start -= 1
    while end < len(inside) and (inside[end].lower in _ME or inside[end].pos == "ADV"):
        end += 1
    marked = start > 0 and (inside[start - 1].text == "," or inside[start - 1].text in QUOTE_MARKS)
    closes = end >= len(inside) or inside[end].text in _ENDS
    return (start - 1, name, end) if name and marked and closes and name[-1].pos != "ADP" else None


def _inverted(analysis: Analysis, inside: list[Token], at: int, end: int) -> tuple[int, list[Token], int] | None:
    """The comma, the name, and the mark behind the tag: "…, remembers a nurse who was there, …"."""
    if inside[at - 1].text != "," and inside[at - 1].text not in QUOTE_MARKS:
        return None
    name = list(
        takewhile(lambda one: one.pos in _NAMES and one.tag != "WP" and one.text not in _ENDS, inside[end : end + _WHO])
    )
    stop = end + len(name)
    if name and stop < len(inside) and inside[stop].tag == "WP":
        clause = list(takewhile(lambda one: one.text not in _ENDS, inside[stop : stop + _WHO]))
        name, stop = [*name, *clause], stop + len(clause)
    named = name and len(name) <= _WHO and name[0].pos in ("DET", "PROPN", "NOUN", "ADJ", "NUM", "PRON")
    return (at - 1, name, stop) if named and (stop >= len(inside) or inside[stop].text in _ENDS) else None


def _place(analysis: Analysis, tokens: list[Token]) -> Place | None:
    """Where tokens stand, from the last semicolon on, without the marks at their edges."""
    marks = [k for k, one in enumerate(tokens) if one.text == ";" and analysis.quote_at(one.start) is None]
    kept = tokens[marks[-1] + 1 :] if marks else list(tokens)
    while kept and kept[-1].pos == "PUNCT":
        kept.pop()
    while kept and kept[0].pos in ("PUNCT", "CCONJ"):
        kept.pop(0)
    return (kept[0].start, kept[-1].end) if kept else None


def _is_told(analysis: Analysis, tokens: list[Token]) -> bool:
    """Whether tokens make a clause, or words that are quoted."""
    quoted = any(analysis.quote_at(one.start) is not None for one in tokens)
    return quoted or any(one.tag in (*_FINITE, "MD") for one in tokens)
