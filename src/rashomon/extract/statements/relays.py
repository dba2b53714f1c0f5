"""Who carries what others say: agencies, newspapers, broadcasters ("…, the ministry said, the agency reported")."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extract.found import Found, phrase
from rashomon.extract.statements.drafts import Draft, clean
from rashomon.extract.statements.papers import author
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention


@dataclass(slots=True)
class Carried:
    """A draft, who speaks in it, and who carried it."""

    draft: Draft
    via: tuple[Link, ...] = ()
    speakers: tuple[Link, ...] = ()


def carried(analysis: Analysis, found: Found, told: list[Draft]) -> list[Carried]:
    """The drafts with their carriers; a carrier's own tag around another's words is no statement of its own."""
    outer = [draft for draft in told if _only_carries(analysis, found, draft, told)]
    kept = [Carried(draft) for draft in told if draft not in outer]
    for one in kept:
        carriers = [*one.draft.carriers, *(other.source for other in _around(one.draft, outer))]
        _without_tags(one.draft, outer)
        # Whom the speaker told it is nearer than who reports that: "told Radio Osk, the Sol agency reported".
        via = [link_of(analysis, found, token) for token in one.draft.addressees if is_carrier(analysis, found, token)]
        via += _at_occasion(analysis, found, one.draft)
        via += [_carrier(analysis, found, source, told) for source in carriers if source.heads]
        via += quoted_by(analysis, found, one.draft)
        one.via = tuple(via)
    return kept


def _carrier(analysis: Analysis, found: Found, source: Source, told: Sequence[Draft]) -> Link:
    """The link to a carrier; of a paper spoken of before, to the office that issued it."""
    link = link_of(analysis, found, source.heads[0], source.tokens)
    in_order = sorted(told, key=lambda one: one.place)
    return replace(link, mention=link.mention or author(analysis, found, source.heads[0], in_order))


def _around(draft: Draft, outer: Sequence[Draft]) -> list[Draft]:
    """The carriers' tags around a saying, and those around these, the innermost first."""
    found: list[Draft] = []
    inside = [draft]
    while inside:
        held = inside.pop(0)
        for other in outer:
            if other is not draft and other not in found and _holds(other, held):
                found.append(other)
                inside.append(other)
    return sorted(found, key=lambda one: sum(end - start for start, end in one.content))


def _without_tags(draft: Draft, outer: Sequence[Draft]) -> None:
    """Cut off a carrier's tag that stands behind the words it carried: "…, the agency reported"."""
    for tag in outer:
        words = [*tag.cue, *tag.source.tokens]
        first, last = min(one.start for one in words), max(one.end for one in words)
        draft.content = [
            (start, first) if start < first and last >= end - 2 and first < end else (start, end)
            for start, end in draft.content
        ]  # fmt: skip


def _at_occasion(analysis: Analysis, found: Found, draft: Draft) -> list[Link]:
    """The outlets to which somebody spoke on an occasion: "in an interview with Radio Karsk"."""
    if draft.verb is None:
        return []
    links = []
    for noun in analysis.words(analysis.sentence_of(draft.verb)):
        if noun.lemma not in words("speech", "occasions") or noun.dep != "pobj" or _is_said(draft, noun):
            continue
        verb = next((one for one in noun.ancestors if one is draft.verb or _is_said(draft, one)), None)
        for to in noun.all("prep"):
            inner = to.child("pobj") if to.lower in ("to", "with", "for") else None
            if verb is not None and inner is not None and is_carrier(analysis, found, inner):
                links.append(link_of(analysis, found, inner, _to_comma(Source.of(inner).tokens)))
    return links


def _to_comma(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before a comma: parsers hang the speaker on the station ("to the broadcaster Sol, the mayor said")."""
    comma = next((k for k, one in enumerate(tokens) if one.text == ","), len(tokens))
    return tokens[:comma]


def _is_said(draft: Draft, token: Token) -> bool:
    return any(start <= token.start < end for start, end in draft.content)


def _only_carries(analysis: Analysis, found: Found, draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether a tag stands around another's whole saying: an outlet that reports it, a paper that says it."""
    heads = draft.source.heads
    if draft.rule not in ("tag", "according to") or len(heads) != 1:
        return False
    if analysis.quote_at(draft.content[0][0]) and not _tags_inside(analysis, draft, told):
        return False
    if _reports_a_tag(found, draft, told):
        return True
    if not is_carrier(analysis, found, heads[0]) and not _reads_out(heads[0]):
        return False
    held = [other for other in told if other is not draft and _holds(draft, other)]
    return any(_is_clause(other) for other in held)


def _tags_inside(analysis: Analysis, draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether a tag behind a quotation is told with it: "“We waited,” the mayor told it, the agency reported"."""
    return any(
        one is not draft and one.rule == "tag" and _holds(draft, one) and not analysis.quote_at(one.cue[0].start)
        for one in told
    )


def _is_clause(draft: Draft) -> bool:
    """Whether a draft tells what was said, and not only that somebody spoke of something ("informed her of talks")."""
    return draft.rule not in ("preposition", "object", "noun", "nested", "made")


def _reports_a_tag(found: Found, draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether a name that is no party's "reports" what another tag tells, as outlets and their writers do.

    So does a name "according to" which a tag tells it, other than a person's.
    """
    head, verb = draft.source.heads[0], draft.verb
    mention = found.mention_of(head)
    relays = draft.rule == "according to" or (verb is not None and verb.lemma == "report")
    if not relays or head.pos != "PROPN":
        return False
    persons = () if draft.rule == "according to" else ("person",)
    if mention is not None and mention.type not in (None, "organisation", "outlet", "place", *persons):
        return False
    return any(one is not draft and one.rule == "tag" and _holds(draft, one) for one in told)


def _reads_out(head: Token) -> bool:
    """Whether a phrase names a paper, which has no say of its own: "…, he added, according to the press release"."""
    return head.lemma.lower() in words("speech", "papers")


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the saying that the inner draft tells is what the outer one's words are, not a detail in them."""
    start, end = inner.place
    verb = inner.verb
    if verb is None or inner.rule == "according to" or not any(a <= start and end <= b for a, b in outer.content):
        return False
    if inner.rule == "tag" and inner.content[0][0] == outer.content[0][0]:
        return True  # two tags in a row
    above = verb.head
    if above is verb:
        return True
    return not any(a <= above.start < b for a, b in outer.content)


def quoted_by(analysis: Analysis, found: Found, draft: Draft) -> list[Link]:
    """Those behind "quoted by", "cited by", "carried by" beside the tag."""
    links: list[Link] = []
    for verb in draft.cue[:1]:
        for token in analysis.words(analysis.sentence_of(verb)):
            if token.lower == "reported" and token.dep == "acl" and token.i > verb.i:
                if is_carrier(analysis, found, token.head):  # "…, she said, the Sol agency reported"
                    links.append(link_of(analysis, found, token.head, Source.of(token.head, without=token).tokens))
            elif token.lower in ("quoted", "cited", "carried", "published") and token.i > verb.i:
                by = token.child("agent") or token.child("prep")
                inner = by.child("pobj") if by is not None and by.lower in ("by", "in") else None
                if inner is not None and (inner.pos == "PROPN" or is_carrier(analysis, found, inner)):
                    links.append(link_of(analysis, found, inner))
    return links


def _outlet(found: Found, head: Token) -> Mention | None:
    """The name of an outlet beside what it is: "the broadcaster Sol", "the Sol news agency"."""
    if head.lemma.lower() not in words("speech", "carriers"):
        return None
    beside = [found.mention_of(one) for one in head.all("appos", "compound")]
    return next((one for one in beside if one is not None and one.reading == "outlet"), None)


def is_carrier(analysis: Analysis, found: Found, head: Token) -> bool:
    """Whether the phrase names an outlet or agency."""
    mention = found.mention_of(head)
    if mention is not None and (mention.reading == "outlet" or mention.type == "outlet"):
        return True
    if head.lemma.lower() in words("speech", "carriers"):
        return True
    names = [one for one in head.children if one.dep in ("appos", "compound")]
    return any((inner := found.mention_of(one)) is not None and inner.reading == "outlet" for one in names)


def link_of(analysis: Analysis, found: Found, head: Token, tokens: Sequence[Token] = ()) -> Link:
    """The link for a phrase: its words (`tokens`, else the noun phrase), and the mention that names who is meant.

    Of a title and a name side by side ("the governor, Ada Brandt") the name counts.
    """
    span = clean(analysis, tokens[0].start, tokens[-1].end) if tokens else phrase(analysis, head)
    beside = ("appos", "compound", "poss") if head.lemma.lower() in words("speech", "papers") else ("appos", "compound")
    # The parser may hang "…, General Ada Brandt" on the last word of the title before it.
    apart = [one for one in tokens if one.dep == "appos" and one.head is not head]
    # … or on a place before it: "A farmer from Osk, Ada Brandt, 61".
    apart += [one for one in tokens if one.dep == "conj" and _is_set_off(one, tokens)]
    mentions = [found.mention_of(one) for one in (head, *head.all(*beside), *apart, *_issuing(head))]
    known = [one for one in mentions if one is not None]
    own = found.mention_of(head)
    named = next((one for one in known if one.form == "name" and one.type == "person"), None)
    if own is None or own.form in ("title", "description"):
        own = named or _outlet(found, head) or _at_end(found, tokens) or own
    if own is None and known and (head.lemma.lower() in words("speech", "papers") or _issuing(head)):
        own = known[0]
    return Link(span=span, mention=own.id if own is not None else None)


def _at_end(found: Found, tokens: Sequence[Token]) -> Mention | None:
    """The person whose name ends a phrase, right behind what they are: "Chief of the coast guard Ada Brandt"."""
    who = found.mention_of(tokens[-1]) if len(tokens) > 1 else None
    if who is None or who.type != "person" or who.form != "name" or tokens[0].lower not in words("titles", "office"):
        return None
    before = [one for one in tokens if one.end <= who.evidence[0].start]
    return who if before and before[-1].pos == "NOUN" else None


def _issuing(head: Token) -> list[Token]:
    """Who is told to have issued a paper or an account: "a report by the Guard", "Oslo's account", "her address"."""
    own = words("speech", "papers") | words("speech", "accounts")
    if head.lemma.lower() not in own:
        return []
    by = [inner for one in head.all("prep", "agent") if one.lower in ("by", "from") for inner in one.all("pobj")]
    return [*by, *head.all("poss", "compound"), *(one for one in head.all("amod", "nmod") if one.text[:1].isupper())]


def _is_set_off(name: Token, tokens: Sequence[Token]) -> bool:
    """Whether a name stands between commas, and not behind an "and"."""
    own = name.subtree[0].i
    before = next((one for one in tokens if one.i == own - 1), None)
    return name.pos == "PROPN" and before is not None and before.text == "," and name.head.child("cc") is None
