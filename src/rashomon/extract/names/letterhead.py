"""The state whose paper a report is, and the town it is given out from: the lines at its head, which nobody parses."""

import re
from collections.abc import Iterator

from rashomon.extract.names.datelines import usual
from rashomon.extract.names.words import head_types, head_words, is_plain, known, organ_of
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention, Title
from rashomon.model.text import Document, Span

LETTERHEAD = "letterhead"
"""The rule of what the head of a state's own paper names."""

# So many lines at the head of a paper are looked at.
_LINES = 6
_OF_STATE = re.compile(r"(?:the )?(?:[\w’'-]+ ){0,3}?(\w+) of (?:the )?(.{3,40})", re.IGNORECASE)
_ORGANS = "presidency|president|government|ministry|administration|embassy|staff|forces|parliament|secretariat|cabinet"
_OF_ORGAN = re.compile(rf"(?:the )?(?:\S+ ){{0,6}}?(?:{_ORGANS})\b.* of (?:the )?([^,;:]{{3,40}})", re.IGNORECASE)
# What papers call themselves below the name of those whose papers they are.
_PAPER = re.compile(
    r"\b(?:communiqu|bulletin|statement|situation report|sitrep|declaration|proclamation)", re.IGNORECASE
)
_SMALL = re.compile(r"\b(?:Of|For|The|And|In|To|De)\b")
_BODY_LINES = 2
_OF_BODIES = ("armed group", "organisation", "alliance")
_TOWN = re.compile(r"([^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]+){0,2})")


def letterhead(document: Document) -> Iterator[Mention]:
    """A mention of the state ("REPUBLIC OF VELMORA"), and of the town that stands alone below it."""
    lines = list(_head(document))
    state = next((found for line in lines if (found := _state(line))), None)
    if state is None:
        if document.genre == "statement" or any(_PAPER.search(line.text) for line in lines):
            yield from [found for line in lines[:_BODY_LINES] if (found := _body(line))][:1]
        return
    yield state
    for line in lines:
        town = _town(line) if line.start > state.evidence[0].start else None
        if town is not None:
            yield Mention(
                document=document.id, evidence=(town,), form="name", reading="place", type="place",
                name=usual(town.text), roles=(Title(title="capital", of=state.name),), rule=LETTERHEAD, score=0.8,
            )  # fmt: skip
            return


def _head(document: Document) -> Iterator[Span]:
    """The headings before the running text, one line each."""
    marked = [one for one in document.furniture if one.role in ("title", "heading", "byline", "dateline")]
    at = 0
    for count, text in enumerate(document.text.splitlines(keepends=True)):
        start, at = at, at + len(text)
        line = document.trimmed(start, at)
        if line is None:
            continue
        if count > 2 * _LINES or not any(one.start <= line.start < one.end for one in marked):
            return
        yield line


def _state(line: Span) -> Mention | None:
    forms = words("naming", "state_forms") | words("naming", "state_forms_too")
    match = _OF_STATE.fullmatch(line.text)
    if match is not None and match[1].capitalize() in forms:
        said, owner = line, match[2]
    elif (match := _OF_ORGAN.fullmatch(line.text)) is not None:
        start = line.start + match.start(1)
        said, owner = Span(document=line.document, start=start, end=start + len(match[1]), text=match[1]), match[1]
    else:
        return None
    if not owner[0].isupper():
        return None  # "General Staff gives a full account of the battles": a headline
    name, country = usual(owner), None
    if what := known(line.text) or known(owner) or known(name):
        if what.type != "state":
            return None
        name, country = what.name, what.country
    elif any(is_plain(word) for word in owner.split()):
        return None
    return Mention(
        document=line.document, evidence=(said,), form="name", reading="actor", type="state", name=name,
        country=country, rule=LETTERHEAD, score=0.9,
    )  # fmt: skip


def _body(line: Span) -> Mention | None:
    """The body whose name a line in capitals is ("FRONT FOR THE LIBERATION OF DARA")."""
    if not line.text.isupper() or not 1 < len(line.text.split()) < 10 or known(line.text) is not None:
        return None
    name = _SMALL.sub(lambda word: word[0].lower(), usual(line.text))
    heads = [kind for word in head_words(name) if (kind := head_types()[word]) in _OF_BODIES]
    if not heads or organ_of(name) is not None or not all(piece[0].isalpha() for piece in name.split()):
        return None
    return Mention(
        document=line.document, evidence=(line,), form="name", reading="actor", type=heads[0], name=name,
        rule=LETTERHEAD, score=0.8,
    )  # fmt: skip


def _town(line: Span) -> Span | None:
    """The town of a line that holds nothing but it; a line with a day may be given out from anywhere."""
    match = _TOWN.fullmatch(line.text)
    if match is None or known(usual(match[1])) is not None:
        return None
    if not all(word[0].isupper() and not is_plain(word) for word in match[1].split()):
        return None
    return Span(document=line.document, start=line.start, end=line.start + match.end(1), text=match[1])
