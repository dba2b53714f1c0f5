"""Features of a figure for whether those counted bore arms: words of kinds, never a name."""

from collections.abc import Iterator, Sequence

from rashomon.extract.figures.draft import Draft
from rashomon.extract.found import Found
from rashomon.extract.parties import key, root
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link

_LOSSES = ("killed", "wounded", "missing")
_OPEN = ("NOUN", "VERB", "ADJ")


def features(analysis: Analysis, found: Found, drafts: Sequence[Draft], at: int) -> frozenset[str]:
    """What speaks for one category or another of the figure at a place among those of a report."""
    draft = drafts[at]
    tier = _tier(draft)
    told = {"bias", *_of_words(draft, tier), *_of_links(found, draft, tier)}
    told.update(_of_sentence(analysis, draft, draft.sentence, "here", tier))
    before = analysis.sentences[max(0, draft.sentence.index - 1)]
    if before.paragraph == draft.sentence.paragraph:
        told.update(_of_sentence(analysis, draft, before, "back", tier))
    for name, place in (("before", at - 1), ("after", at + 1)):
        if 0 <= place < len(drafts):
            told.update(_of_neighbour(name, draft, drafts[place], tier))
    return frozenset(told)


def _tier(draft: Draft) -> str:
    return "loss" if draft.item.counts in _LOSSES else draft.item.counts


def _of_words(draft: Draft, tier: str) -> Iterator[str]:
    item = draft.item
    noun = item.noun.lemma.lower() if item.noun is not None and item.noun.pos != "PROPN" else "-"
    cue = item.cue.lemma.lower() if item.cue is not None and item.cue.pos != "PROPN" else "-"
    yield from (f"ruled|{draft.category}", f"ruled|{draft.category}|{tier}", f"item|{item.category}")
    yield from (f"counts|{item.counts}", f"rule|{item.rule}|{tier}", f"noun|{noun}", f"bound|{draft.number.bound}")
    yield from (f"background|{draft.background}|{tier}", f"cue|{cue}", f"cue|{cue}|{item.noun is not None}")
    yield from (f"own|{one.lemma.lower()}" for one in item.words if one.pos in _OPEN)


def _of_sentence(analysis: Analysis, draft: Draft, sentence: Sentence, where: str, tier: str) -> Iterator[str]:
    """The people named around a number, and the other words of its own sentence."""
    people = lexicon("figures")["people"]
    for token in analysis.words(sentence):
        if token in draft.item.words or token in draft.number.words:
            continue
        lemma = token.lemma.lower()
        if lemma in people["military"] or lemma in words("figures", "regulars"):
            yield f"{where}|military|{tier}"
            if where == "here":
                yield "military|before" if token.i < draft.number.head.i else "military|after"
        if lemma in people["civilian"]:
            yield f"{where}|civilian|{tier}"
        if where == "here" and token.pos in _OPEN:
            yield f"word|{lemma}"


def _of_links(found: Found, draft: Draft, tier: str) -> Iterator[str]:
    """Of what kind side and counter are, and whether they are the same."""
    counter = draft.counter[0] if len(draft.counter) > 1 else None
    if draft.side:
        yield f"side|{_kind(found, draft.side[0])}|{tier}"
        if counter is not None:
            own = key(found, draft.side[0])
            yield f"own|{own is not None and own == key(found, counter)}|{tier}"
    else:
        yield f"no side|{tier}"
    if counter is None:
        yield f"no counter|{tier}"
        return
    local = bool(_told(draft.counter) & words("figures", "locals"))
    yield from (f"counter|{_kind(found, counter)}|{tier}", f"counter|{is_armed(draft.counter)}|{local}|{tier}")


def is_armed(counter: tuple[Link, ...]) -> bool:
    """Whether an army, a staff or an officer counts."""
    return bool(_told(counter) & words("figures", "counters"))


def _told(counter: tuple[Link, ...]) -> set[str]:
    text = counter[0].span.text.lower() if counter and counter[0].span else ""
    return {one.strip(",.") for one in text.replace("-", " ").split()}


def _kind(found: Found, link: Link) -> str:
    mention = root(found, link)
    if mention is None:
        return "unknown"
    return "place" if mention.reading == "place" and mention.type != "state" else mention.type or mention.reading


def _of_neighbour(name: str, draft: Draft, other: Draft, tier: str) -> Iterator[str]:
    here, there = draft.sentence, other.sentence
    where = "here" if here is there else "paragraph" if here.paragraph == there.paragraph else "far"
    same = other.item.counts == draft.item.counts
    yield f"{name}|{where}|{other.category}|{tier}"
    yield f"{name}|{where}|{other.category}|{same}|{_has_noun(draft.item.noun)}"


def _has_noun(noun: Token | None) -> bool:
    return noun is not None
