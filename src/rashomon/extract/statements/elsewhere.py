"""Sayings whose words stand elsewhere: in the sentence before, in the clause around them, between two tags.

"So said the mayor"; "as Oslo insists"; "says the same".
"""

from collections.abc import Iterator, Sequence

from rashomon.extract.found import Found
from rashomon.extract.statements.drafts import Draft, Place, cue_of, takes_of
from rashomon.extract.statements.sources import QUOTE_MARKS, Source
from rashomon.language.analysis import Analysis, Quote, Sentence, Token
from rashomon.model.annotation import Act, Mention

_PRONOUNS = ("he", "she", "it", "they")
# At most so many sentences between two tags are the speaker's, too.
_BETWEEN = 2
# At most so many sentences before a tag are.
_BEFORE = 3


def said_so(analysis: Analysis, sentence: Sentence, verb: Token, source: Source) -> Draft | None:
    """The sentence before, where all that is told is who said it: "So said the mayor", "The mayor said so twice"."""
    if verb.lemma != "say" or sentence.index == 0 or verb.child("ccomp"):
        return None
    inverted = verb.i == sentence.first + 1 and analysis.tokens[sentence.first].lower == "so"
    so = analysis.tokens[sentence.first if inverted else min(verb.i + 1, sentence.last - 1)]
    if so.lower != "so" or (not inverted and analysis.tokens[so.i + 1].pos not in ("PUNCT", "ADP", "ADV")):
        return None
    before = analysis.sentences[sentence.index - 1]
    speaker = verb.child("nsubj", "dobj")
    if before.paragraph != sentence.paragraph or before.role or speaker is None:
        return None
    told = any(root.child("nsubj", "nsubjpass", "expl") is not None for root in analysis.roots(before))
    place = _whole(analysis, before) if told else None
    return Draft(cue=[so, verb] if inverted else [verb, so], act="say", source=Source.of(speaker),
                 content=[place], rule="said so") if place else None  # fmt: skip


def as_somebody_says(analysis: Analysis, sentence: Sentence, verb: Token, source: Source) -> Draft | None:
    """The clause beside "as Oslo insists", "as Oslo says and Bergen denies"."""
    first = verb if verb.child("mark") is not None or verb.dep != "conj" else verb.head
    mark, subject, puts = first.child("mark"), verb.child("nsubj"), _puts_it(verb)
    takes: dict[str, Act] = {"clause": "say"} if puts else takes_of(verb) or {}
    if mark is None or mark.lower != "as" or subject is None or "clause" not in takes:
        return None
    beside = verb.child("ccomp", "dobj", "xcomp", "nsubjpass", "auxpass", "acomp")
    if not puts and (beside is not None or first.child("dobj", "ccomp", "xcomp") is not None):
        return None
    leading = first.child("nsubj")
    if not source.heads or leading is None or leading.subtree[0].i != mark.i + 1:
        return None
    act: Act = takes["clause"]
    content = list(_around(analysis, sentence, mark, first))
    return Draft(cue=cue_of(verb), act=act, source=source, content=content, rule="as") if content else None


_OR_SO = frozenset({"or", "so"})


def or_so(analysis: Analysis, sentence: Sentence, verb: Token) -> Draft | None:
    """What stands before "or so the minister says", "or so the paper has it"."""
    if not analysis.forms(sentence.index) >= _OR_SO:
        return None
    words_ = [one for one in analysis.words(sentence) if one.pos != "SPACE" and one.i < verb.i]
    at = next((k for k in range(len(words_) - 1) if words_[k].lower == "or" and words_[k + 1].lower == "so"), 0)
    takes = takes_of(verb) or {}
    has_it = verb.lemma == "have" and any(one.lower == "it" for one in verb.all("dobj"))
    if not at or not (has_it or "clause" in takes):
        return None
    name = [one for one in words_[at + 2 :] if one.dep not in ("aux", "neg", "advmod")]
    while name and name[-1].pos == "PUNCT":
        name.pop()
    before = words_[:at]
    while before and before[-1].pos == "PUNCT":
        before.pop()
    if not name or not before or any(one.pos == "VERB" for one in name):
        return None
    head = next((one for one in name if one.pos in ("PROPN", "PRON") and one.dep != "compound"), name[-1])
    return Draft(cue=[verb], act="say", source=Source((head,), tuple(name)),
                 content=[(before[0].start, before[-1].end)], rule="as")  # fmt: skip


def _puts_it(verb: Token) -> bool:
    """Whether a verb is the one of "as Oslo put it", "as Oslo sees it"."""
    thing = verb.child("dobj")
    return verb.lemma in ("put", "have", "see", "tell") and thing is not None and thing.lower == "it"


def in_a_word(verb: Token, source: Source, takes: dict[str, Act]) -> Draft | None:
    """A number, or "the same", which stand for a sentence said elsewhere: "had said six", "says the same of Oslo"."""
    thing = verb.child("dobj")
    if thing is None or thing.i < verb.i or "clause" not in takes or not source.heads:
        return None
    if thing.tag != "CD" and (thing.lemma != "same" or not any(one.lower == "the" for one in thing.children)):
        return None
    last = max([thing, *verb.all("prep")], key=lambda one: one.i).subtree[-1]
    return Draft(cue=cue_of(verb), act=takes["clause"], source=source, content=[(thing.subtree[0].start, last.end)],
                 rule="in a word")  # fmt: skip


def _around(analysis: Analysis, sentence: Sentence, mark: Token, verb: Token) -> Iterator[Place]:
    """What stands before and behind an "as" clause that commas set off."""
    words = [one for one in analysis.words(sentence) if one.pos != "SPACE"]
    before = [one for one in words if one.i < mark.i]
    last = max(one.i for one in verb.subtree if one.i < sentence.last and one.dep != "punct")
    comma = next((one for one in words if one.i > verb.i and one.text == ","), None)
    behind = [one for one in words if comma is not None and one.i > comma.i and comma.i <= last + 1]
    while before and before[-1].text in QUOTE_MARKS:
        before.pop()
    if before and before[-1].text not in (",", "—", "–"):
        return
    quote = analysis.quote_at(before[-1].start) if before else None
    if quote is not None and quote.start >= words[0].start and _is_sentence(analysis, quote):
        yield quote.start, quote.end  # "…, “Nobody came,” as she put it"
        return
    subordinate = bool(before) and before[0].tag == "IN" and before[0].dep == "mark"
    if before:
        kept = before[1:-1] if subordinate else before[:-1]
        if kept:
            yield kept[0].start, kept[-1].end
    if behind and not subordinate:
        while behind and behind[-1].pos == "PUNCT":
            behind.pop()
        if behind:
            yield behind[0].start, behind[-1].end


def _is_sentence(analysis: Analysis, quote: Quote) -> bool:
    """Whether a quotation begins as a sentence does."""
    first = next(filter(str.isalpha, analysis.document.text[quote.start : quote.end]), "")
    return first.isupper()


def between_tags(analysis: Analysis, told: Sequence[Draft]) -> list[Draft]:
    """Sentences between two tags of one speaker: "It fell, she said. Nobody died. It rained, she added"."""
    found = []
    tags = [one for one in told if one.rule == "tag" and one.verb is not None and not _quotes(analysis, one)]
    for first, second in zip(tags, tags[1:], strict=False):
        a, b = analysis.sentence_of(first.cue[0]), analysis.sentence_of(second.cue[0])
        if a.paragraph != b.paragraph or not 2 <= b.index - a.index <= _BETWEEN + 1:
            continue
        if len(second.source.heads) != 1 or second.source.heads[0].lower not in _PRONOUNS:
            continue
        within = analysis.sentences[a.index + 1 : b.index]
        if any(_is_told(analysis, one, told) for one in within) or first.reach > second.content[0][0]:
            continue
        if analysis.tokens[a.last - 1].i - max(one.i for one in first.cue) > 8:
            continue
        places = [place for one in within if (place := _whole(analysis, one))]
        if places:
            found.append(Draft(cue=[], act="say", source=second.source, content=places, rule="between tags"))
    return found


def before_tag(analysis: Analysis, found: Found, told: Sequence[Draft]) -> list[Draft]:
    """Sentences of a paragraph before its tag "he noted" that are the speaker's, too.

    Where the pronoun goes back behind the paragraph, and what stands before the tag is no
    narrative: who is spoken of in the whole paragraph is the speaker.
    """
    drafts = []
    for tag in told:
        head = tag.source.heads[0] if len(tag.source.heads) == 1 else None
        if tag.rule != "tag" or head is None or head.lower not in ("he", "she") or _quotes(analysis, tag):
            continue
        sentence = analysis.sentence_of(head)
        paragraph = [one for one in analysis.sentences if one.paragraph == sentence.paragraph]
        before = [one for one in paragraph if one.index < sentence.index]
        if not 1 <= len(before) <= _BEFORE or tag.place[0] < tag.reach:
            continue
        persons = found.within(Mention, before[0].start, head.start)
        if any(one.type == "person" for one in persons if one.evidence[0].start != head.start):
            continue
        if all(_is_general(analysis, one, told) for one in before):
            places = [place for one in before if (place := _whole(analysis, one))]
            drafts.append(Draft(cue=[], act="say", source=tag.source, content=places, rule="before tag"))
    return drafts


def _is_general(analysis: Analysis, sentence: Sentence, told: Sequence[Draft]) -> bool:
    """Whether a sentence tells nothing that happened, and quotes nobody: it is in the present."""
    if any(quote.start < sentence.end and sentence.start < quote.end for quote in analysis.quotes):
        return False
    roots = [one for one in analysis.roots(sentence) if one.pos in ("VERB", "AUX")]
    past = any(one.tag == "VBD" or any(aux.tag == "VBD" for aux in one.all("aux", "auxpass")) for one in roots)
    tags = any(one.rule == "tag" and sentence.start <= one.place[0] < sentence.end for one in told)
    return bool(roots) and not past and not tags


def _is_told(analysis: Analysis, sentence: Sentence, told: Sequence[Draft]) -> bool:
    """Whether somebody else speaks, or is quoted, in a sentence."""
    if any(quote.start < sentence.end and sentence.start < quote.end for quote in analysis.quotes):
        return True
    return any(
        sentence.start <= draft.place[0] < sentence.end
        or any(a < sentence.end and sentence.start < b for a, b in draft.content)
        for draft in told
    )


def _quotes(analysis: Analysis, draft: Draft) -> bool:
    return any(analysis.quote_at(start) is not None for start, _ in draft.content)


def _whole(analysis: Analysis, sentence: Sentence) -> Place | None:
    """A sentence without its full stop."""
    kept = [one for one in analysis.words(sentence) if one.pos != "SPACE"]
    while kept and kept[-1].pos == "PUNCT":
        kept.pop()
    return (kept[0].start, kept[-1].end) if kept else None
