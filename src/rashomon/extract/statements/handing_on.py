"""Who goes on carrying: what is told further of a saying just carried reached the report by the same way.

"“We held,” the mayor told Radio Osk, the Sol agency reported. “We always do,” he added": the second saying, too,
came by the radio and the agency. So did what a press service says further that an agency reported before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from rashomon.extract.found import Found
from rashomon.extract.statements.relays import Carried, link_of
from rashomon.extract.statements.sides import meant_by
from rashomon.language.analysis import Analysis
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link

# How many paragraphs after a carried saying its carriers go on.
_ON = 1
_ITS = frozenset({"its", "their"})
_HIS = frozenset({"his", "her"})
_LANDS = frozenset({"state", "people", "place"})
# Rules by which somebody is made to speak whom the report does not tell to have gone on.
_NOT_TOLD = frozenset({"own voice", "issued"})


def handed_on(
    analysis: Analysis, found: Found, kept: list[Carried], chains: list[tuple[Link, ...]]
) -> list[tuple[Link, ...]]:
    """The chains of sayings in text order, each with the outer voices of the saying that it goes on with."""
    done: list[_Told] = []
    carriers = frozenset(_called(link) for one in chains for link in one[1:-1]) - {""}
    for one, chain in zip(kept, chains, strict=True):
        if one.draft.own:
            done.append(_told(analysis, found, one, (), chain))
            continue
        to = tuple(link for link in _spoken_to(analysis, found, one) if _called(link) in carriers)
        one.via = to + one.via
        outer = _told_apart(analysis, found, one, (*to, *chain[1:-1]))
        one.via = tuple(link for link in one.via if link in outer)
        if one.draft.rule not in _NOT_TOLD and one.speakers:
            before = _near(done, _paragraph(analysis, one))
            outer = _carried_on(analysis, found, one.speakers, outer, before)
            one.via += tuple(link for link in outer if link not in one.via and link not in chain)
        done.append(_told(analysis, found, one, one.speakers, (chain[0], *outer, chain[-1])))
    return [one.chain for one in done]


def _spoken_to(analysis: Analysis, found: Found, one: Carried) -> Iterator[Link]:
    """Those spoken to by their names: a name that carries one saying of a report is an outlet's in the next."""
    for token in one.draft.addressees:
        link = link_of(analysis, found, token)
        if token.pos == "PROPN" and all(link != other for other in one.via):
            yield link


@dataclass(frozen=True, slots=True)
class _Told:
    """In which paragraph a saying is told, who speaks, and its voices from the innermost out to the document."""

    paragraph: int | None
    speakers: tuple[Link, ...]
    chain: tuple[Link, ...]
    voice: "_Voice"
    """Who speaks, as one compares it with other sayings' speakers."""
    outer_voices: "tuple[_Voice, ...]"

    @property
    def outer(self) -> tuple[Link, ...]:
        return self.chain[1:-1]


def _told(analysis: Analysis, found: Found, one: Carried, speakers: tuple[Link, ...], chain: tuple[Link, ...]) -> _Told:
    outer = tuple(_voice(found, (link,)) for link in chain[1:-1])
    return _Told(_paragraph(analysis, one), speakers, chain, _voice(found, speakers), outer)


def _carried_on(
    analysis: Analysis, found: Found, speakers: tuple[Link, ...], outer: tuple[Link, ...], before: list[_Told]
) -> tuple[Link, ...]:
    """The outer voices of a saying, with those further out of the one it goes on with."""
    last = outer[-1:] or speakers
    own, innermost = _voice(found, speakers), _voice(found, last)
    goes_on = not outer and _may_go_on(found, speakers)
    for other in reversed(before):
        if goes_on and _is_one(other.voice, own):
            on = tuple(link for link in other.outer if not _are_same(found, (link,), speakers))
            return on if any(_is_a_way(analysis, found, link) for link in on) else ()
        for number, voice in enumerate(other.outer_voices if len(last) == 1 else ()):
            if _is_one(voice, innermost):
                return outer + other.outer[number + 1 :]
    if len(last) == 1 and len(outer) < 2 and _is_nameless_paper(analysis, found, last[0]):
        issuer = _issuer(analysis, found, before)
        return (issuer if outer else issuer[1:]) or outer
    return outer


def _issuer(analysis: Analysis, found: Found, before: list[_Told]) -> tuple[Link, ...]:
    """The office told of last whose words somebody carried, and who carried them; it issued the paper just cited."""
    for other in reversed(before):
        if len(other.outer) > 1:
            return other.outer
        person = any(one is not None and one.type == "person" for one in map(partial(meant_by, found), other.speakers))
        if not person and len(other.speakers) == 1 and not _is_nameless_paper(analysis, found, other.speakers[0]):
            return other.speakers + other.outer if other.outer else ()
    return ()


def _may_go_on(found: Found, speakers: tuple[Link, ...]) -> bool:
    """Whether it is somebody or an office that goes on; of a country much is told, by this way and by that."""
    meant = [meant_by(found, link) for link in speakers]
    return not any(one is not None and (one.type in _LANDS or one.reading == "place") for one in meant)


def _is_a_way(analysis: Analysis, found: Found, link: Link) -> bool:
    """Whether words come by a voice on their way to the reader: an outlet, a press office, a paper.

    What somebody else told of a speaker tells nothing of what the speaker says next.
    """
    meant = meant_by(found, link)
    if meant is not None and "outlet" in (meant.reading, meant.type):
        return True
    inside = analysis.tokens_in(link.span.start, link.span.end) if link.span is not None else []
    ways = words("speech", "carriers") | words("speech", "papers")
    return any(one.lower == "press" or one.lemma.lower() in ways for one in inside)


def _is_nameless_paper(analysis: Analysis, found: Found, link: Link) -> bool:
    """Whether a voice is "it" or a paper that nobody is named for: "the note", "it added"."""
    meant = meant_by(found, link)
    if link.span is None or (meant is not None and meant.name):
        return False
    inside = analysis.tokens_in(link.span.start, link.span.end)
    return link.span.text.lower() == "it" or any(one.lemma.lower() in words("speech", "papers") for one in inside)


def _told_apart(analysis: Analysis, found: Found, one: Carried, voices: Sequence[Link]) -> tuple[Link, ...]:
    """Outer voices once each, without the report's outlet, the speaker's own paper, and speakers as carriers.

    Who tells what they said themselves at another time stays ("“I told her to wait,” the mayor told lawmakers").
    """
    kept: list[Link] = []
    for link in voices:
        own = _is_own_paper(analysis, found, one, link) or any(link.span == other.span for other in one.speakers)
        own = own or (link in one.via and _are_same(found, one.speakers, (link,)))
        if not own and not _is_here(analysis, found, link):
            kept = [*(other for other in kept if not _are_same(found, (other,), (link,))), link]
    return tuple(kept)


def _is_here(analysis: Analysis, found: Found, link: Link) -> bool:
    """Whether a carrier is the outlet of the report itself: the document is the outermost voice already."""
    text = link.span.text.lower() if link.span is not None else ""
    if text.startswith("this ") and text.split()[-1] in words("speech", "carriers"):
        return True
    own = _plain(analysis.document.outlet or "")
    return bool(own) and own in {
        _plain(text),
        _plain(meant.name or "" if (meant := meant_by(found, link)) is not None else ""),
    }


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ")


def _is_own_paper(analysis: Analysis, found: Found, one: Carried, link: Link) -> bool:
    """Whether a carrier is a paper of the speaker's own ("according to its communiqué"; of a person, "his letter")."""
    inside = analysis.tokens_in(link.span.start, link.span.end) if link.span is not None else []
    meant = [meant_by(found, link) for link in one.speakers]
    theirs = _HIS if any(one is not None and one.type == "person" for one in meant) else _ITS
    if not inside or inside[0].lower not in theirs:
        return False
    return any(one.lemma.lower() in words("speech", "papers") for one in inside)


def _are_same(found: Found, some: tuple[Link, ...], others: tuple[Link, ...]) -> bool:
    """Whether two voices are the same."""
    return _is_one(_voice(found, some), _voice(found, others))


class _Voice(NamedTuple):
    """Those who speak: the names and mentions they go back to, and the words that call each."""

    names: frozenset[str]
    mentions: frozenset[str]
    called: tuple[str, ...]


def _voice(found: Found, links: tuple[Link, ...]) -> _Voice:
    meant = [one for link in links if (one := meant_by(found, link)) is not None]
    names = frozenset(one.name for one in meant if one.name)
    return _Voice(names, frozenset(one.id for one in meant), tuple(map(_called, links)))


def _is_one(voice: _Voice, other: _Voice) -> bool:
    """Whether two voices are the same by the names they go back to, or by the words that call them."""
    if voice.names and other.names:
        return voice.names == other.names
    if not voice.mentions.isdisjoint(other.mentions):
        return True
    return any(_are_called_alike(one, two) for one in voice.called for two in other.called)


def _called(link: Link) -> str:
    """The words that call somebody ("the press service"); nothing for a pronoun, which may be anybody's."""
    text = _plain(link.span.text) if link.span is not None else ""
    return text if len(text) > _PRONOUN else ""


def _are_called_alike(one: str, other: str) -> bool:
    """Whether somebody is called the same, or shorter the second time: "the press service (of the palace)"."""
    short, long = sorted((one, other), key=len)
    shorter = long.startswith((f"{short} of ", f"{short} at ", f"{short}, ")) or long.endswith(f" {short}")
    return bool(short) and (long == short or shorter)


# No pronoun has more letters than this.
_PRONOUN = 4


def _paragraph(analysis: Analysis, one: Carried) -> int | None:
    """The number of the paragraph in which a saying is told."""
    sentence = analysis.sentence_at(one.draft.place[0])
    return sentence.paragraph if sentence is not None else None


def _near(done: list[_Told], here: int | None) -> list[_Told]:
    """The sayings told in a paragraph, or shortly before it."""
    if here is None:
        return []
    return [one for one in done if one.paragraph is not None and 0 <= here - one.paragraph <= _ON]
