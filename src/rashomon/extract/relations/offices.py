"""Who leads and who speaks for whom, by the titles beside names."""

from collections.abc import Iterator

from rashomon.extract import certainty
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Mention, Relation, Title


def offices(analysis: Analysis, found: Found, sentence: Sentence) -> Iterator[Relation]:
    """A relation for each title in a sentence that makes its bearer lead or speak for somebody named."""
    for mention in found.within(Mention, sentence.start, sentence.end):
        if mention.type != "person" or mention.form == "pronoun":
            continue
        for title in mention.roles:
            type = _type(title, found, sentence)
            owner = _owner(analysis, found, sentence, mention, title) if type and not title.former else None
            if type and owner is not None and owner.mention != mention.id:
                yield _relation(analysis, found, mention, owner, type)


def _type(title: Title, found: Found, sentence: Sentence) -> str | None:
    """The relation a title makes; None for ranks, ministers and lesser offices."""
    text = title.title.lower()
    if any(word in words("relations", "lesser") for word in text.replace("-", " ").split()):
        return None
    for type, titles in lexicon("relations")["titles"].items():
        if any(text == one or text.endswith(" " + one) for one in titles):
            return str(type)
    if text in words("relations", "peers"):
        near = [role for one in found.within(Mention, sentence.start, sentence.end) for role in one.roles]
        return next(
            (type for role in near if role.title.lower() != text and (type := _type(role, found, sentence))), None
        )
    return None


def _owner(analysis: Analysis, found: Found, sentence: Sentence, mention: Mention, title: Title) -> Link | None:
    """Whom the bearer leads or speaks for: what the title names, in this sentence."""
    span = mention.evidence[0]
    near = found.within(Mention, sentence.start, sentence.end)
    if title.of is not None:
        named = [one for one in near if one.id != mention.id and title.of in (one.name, one.country)]
        if not named:
            named = [one for one in found.mentions if one.name == title.of][:1]
        best = min(named, key=lambda one: abs(one.evidence[0].start - span.start), default=None)
        return Link(span=best.evidence[0], mention=best.id) if best is not None else None
    head = next((one for one in analysis.tokens_in(span.start, span.end) if found.mention_of(one) is mention), None)
    return _beside(found, analysis, head) if head is not None else None


def _beside(found: Found, analysis: Analysis, head: Token) -> Link | None:
    """The owner in "X's spokesman Y", "a spokesman for X, Y", by the words that hang on the name or its title."""
    parties = Parties(analysis, found)
    nouns = [head, *head.all("appos", "compound", "nmod")]
    if head.dep in ("appos", "compound"):
        nouns.append(head.head)
    for noun in nouns:
        for one in noun.children:
            if one.dep == "poss" and found.mention_of(one) is not None and one.pos != "PRON":
                return found.link(one)
        for preposition in noun.all("prep"):
            for one in preposition.all("pobj") if preposition.lower in ("of", "for", "to") else []:
                links = (found.link(one),) if found.mention_of(one) is not None else parties.party(one)
                if links:
                    return links[0]
    return None


def _relation(analysis: Analysis, found: Found, mention: Mention, owner: Link, type: str) -> Relation:
    span = mention.evidence[0]
    first, last = span.start, span.end
    if owner.span is not None and abs(owner.span.start - span.start) < 120:
        first, last = min(first, owner.span.start), max(last, owner.span.end)
    token = analysis.tokens_in(span.start, span.end)[-1]
    return Relation(
        document=analysis.document.id, evidence=(analysis.document.span(first, last),), rule="relation: title",
        subject=(Link(span=span, mention=mention.id),), object=(owner,), type=type, status="asserted",
        according_to=certainty.voices(analysis, found, token)[-1:],
    )  # fmt: skip
