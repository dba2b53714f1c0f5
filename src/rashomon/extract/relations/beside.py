"""Whose office it is, by the words right before and behind a title that stands beside a name.

Parsers part "secretary-general" in three and hang the name on any of them, and where ambassadors of two
states are named together no tree says which is whose; so the order of words is read.
"""

import re
from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

# Between a title and the name: a comma, ranks and forms of address ("the Front's envoy, Dr X").
_BETWEEN = r",? ?(?:(?:His|Her) Excellency,? )?(?:[A-Z][\w.’'-]* ){0,3}"
_OWNS = re.compile(r"(?:['’]s?)\s+(?:[a-z]+ ){0,1}$")
_OF = re.compile(r"\s+(?:of|for|to)\s+(?:the\s+)?")
# Between "of" and a name: nothing, or the name's own titles.
_TITLED = re.compile(r".{0,4}|.{4}(?:[A-Z][\w.’'-]* ){1,3}")
_ITS = re.compile(r"\b(its|their|his|her) $", re.IGNORECASE)
_FAR = 90
_GROUPS = ("armed group", "organisation", "alliance", "government")


def owner_beside(
    analysis: Analysis, found: Found, sentence: Sentence, bearer: Mention, title: str, *, persons: bool
) -> Link | None:
    """Whom the title next to a name is of: "the Front's secretary-general, X", "X, press secretary to Y"; or None."""
    text, (name,) = analysis.document.text, bearer.evidence[:1]
    written = re.escape(title).replace("\\ ", "[ \u00a0-]").replace("\\-", "[ -]")
    before = text[max(sentence.start, name.start - _FAR) : name.start]
    match = re.search(rf"\b{written}(?P<of>[^.;:]*?){_BETWEEN}$", before, re.IGNORECASE)
    if match is not None:
        at = name.start - len(before) + match.start()
        found_here = _possessor(found, text, at, persons=persons) if not match["of"].strip(" ,") else None
        return found_here or _of(found, text, at + len(title), name.start, persons=persons)
    match = re.match(
        rf",? (?:the |a |an )?(?:[\w’']+(?:['’]s?)? ){{0,4}}?{written}\b", text[name.end : name.end + _FAR]
    )
    if match is None or name.end + match.end() > sentence.end:
        return None
    at = name.end + match.end()
    return _possessor(found, text, at - len(title), persons=persons, first=name.end) or _of(
        found, text, at, min(sentence.end, at + _FAR), persons=persons
    )


def _possessor(found: Found, text: str, at: int, *, persons: bool, first: int = 0) -> Link | None:
    """The name right before, in the genitive: "the *Front's* envoy"."""
    owns = _OWNS.search(text, max(first, at - 20), at)
    if owns is None:
        return _by_pronoun(found, text, at, persons=persons) or _right_before(found, text, at)
    near = found.within(Mention, max(first, at - 60), at)
    ends = [one for one in near if one.evidence[0].end in (owns.start(), owns.start() + 1, owns.start() + 2)]
    return next((_link(one) for one in reversed(ends) if _may_own(one, persons=persons)), None)


def _right_before(found: Found, text: str, at: int) -> Link | None:
    """The body whose name stands before a title without a genitive: "*LFK* spokesman Colonel X", "*UN* envoy X"."""
    near = [one for one in found.within(Mention, max(0, at - 60), at) if one.evidence[0].end == at - 1]
    bodies = [one for one in near if one.type in _GROUPS and one.form == "name" and one.name and text[at - 1] == " "]
    if not bodies:
        return None
    lesser = words("relations", "lesser")
    before = text[max(0, bodies[0].evidence[0].start - 20) : bodies[0].evidence[0].start].rstrip(" -‑–")
    last = re.split(r"[\s-]+", before)[-1].lower()
    return _link(bodies[0]) if last not in lesser else None


def _by_pronoun(found: Found, text: str, at: int, *, persons: bool) -> Link | None:
    """Whose "its" before a title is: what it goes back to, else the group before the comma ("the Front, its envoy")."""
    own = _ITS.search(text, max(0, at - 12), at)
    if own is None:
        return None
    pronoun = next((one for one in found.within(Mention, own.start(), at) if one.form == "pronoun"), None)
    if pronoun is not None and pronoun.antecedents:
        root = found.record(pronoun.antecedents[0])
        fits = isinstance(root, Mention) and (persons or root.type != "person")
        return _link(pronoun) if fits else None
    before = text[: own.start()].rstrip()
    near = [one for one in found.within(Mention, max(0, own.start() - 60), own.start()) if before.endswith(",")]
    ends = [one for one in near if one.evidence[0].end == len(before) - 1 and one.type in _GROUPS]
    return _link(ends[-1]) if ends and own[1].lower() in ("its", "their") else None


def _of(found: Found, text: str, at: int, end: int, *, persons: bool) -> Link | None:
    """The name right behind "of", "for" or "to": "envoy *of the Front*"."""
    of = _OF.match(text, at, end)
    if of is None:
        return None
    near = found.within(Mention, at, end)
    starts = [one for one in near if _TITLED.fullmatch(text, of.end() - 4, one.evidence[0].start)]
    return next((_link(one) for one in starts if _may_own(one, persons=persons)), None)


def _may_own(mention: Mention, *, persons: bool) -> bool:
    kinds = (*_GROUPS, "state", "people") if not persons else (*_GROUPS, "state", "people", "person")
    return (
        mention.type in kinds
        and mention.form != "pronoun"
        and (mention.name is not None or mention.country is not None)
    )


def _link(mention: Mention) -> Link:
    return Link(span=mention.evidence[0], mention=mention.id)


def respectively(analysis: Analysis, found: Found, noun: Token) -> Iterator[tuple[Link, Link]]:
    """Read "the ambassadors of Osk and Velm, Ada Brandt and Jon Ruud", "the envoys X, of Osk, and Y, of Velm"."""
    if noun.tag != "NNS" or noun.lower not in words("relations", "representing"):
        return
    sentence = analysis.sentence_of(noun)
    behind = [
        one
        for one in found.within(Mention, noun.end, min(sentence.end, noun.end + 160))
        if one.form in ("name", "demonym")
    ]
    states = [one for one in behind if one.type in ("state", *_GROUPS)]
    text = analysis.document.text
    apart = [
        (person, state)
        for person, state in zip(behind, behind[1:], strict=False)
        if person.type == "person"
        and state.type in ("state", *_GROUPS)
        and re.fullmatch(r",? of (?:the )?", text[person.evidence[0].end : state.evidence[0].start])
    ]
    if len(apart) > 1:
        yield from ((_link(person), _link(state)) for person, state in apart)
        return
    if len(states) < 2 or not re.match(r"\s+of\s", text[noun.end :]):
        return
    end = states[1].evidence[0].end
    pair = re.match(r", ((?:[A-Z][\w.’'-]* ?){2,4}) and ((?:[A-Z][\w.’'-]* ?){2,4})", text[end:])
    joined = re.fullmatch(r" and (?:the )?", text[states[0].evidence[0].end : states[1].evidence[0].start])
    if pair is None or joined is None:
        return
    for k in (1, 2):
        named = found.within(Mention, end + pair.start(k), end + pair.end(k))
        if named and named[0].type in ("person", None, "state") and named[0].evidence[0].start == end + pair.start(k):
            yield _link(named[0]), _link(states[k - 1])
