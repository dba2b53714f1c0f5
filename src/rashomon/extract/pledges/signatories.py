"""Who signed what a report calls "the Agreement" later on: the two whose envoys put their names to it."""

from rashomon.extract.found import Found
from rashomon.extract.parties import home_state, is_party, key, party_of
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

# Behind these stand those who only looked on ("under the auspices of …", "in the presence of …").
_LOOKING_ON = frozenset({"under", "before", "presence", "countersigned", "witnessed", "auspices"})
_SIGNED = frozenset({"signed", "initialled", "initialed", "concluded"})
# "By" stands at most so many words behind "signed".
_NEAR = 10


def signatories(analysis: Analysis, found: Found, at: Token) -> tuple[Link, ...]:
    """The two parties whose envoys signed the last paper told of up to a word's sentence; empty if unknown."""
    here = analysis.sentence_of(at).index
    for sentence in reversed(analysis.sentences[: here + 1]):
        if not sentence.role and (signed := _signed(analysis, sentence)) is not None:
            return _parties(analysis, found, sentence, signed)
    return ()


def _signed(analysis: Analysis, sentence: Sentence) -> Token | None:
    """The "by" of "the Agreement signed on Friday in Lima by …"."""
    tokens = analysis.words(sentence)
    for k, one in enumerate(tokens):
        paper = any(each.lemma.lower() in words("pledges", "pacts") | words("pledges", "papers") for each in tokens[:k])
        paper = paper or any(each.lemma.lower() == "cessation" for each in tokens[:k])
        if one.lower in _SIGNED and paper:
            return next((each for each in tokens[k + 1 : k + _NEAR] if each.lower == "by"), None)
    return None


def _parties(analysis: Analysis, found: Found, sentence: Sentence, by: Token) -> tuple[Link, ...]:
    behind = [one for one in analysis.words(sentence) if one.i > by.i]
    end = next((one.start for one in behind if one.lower in _LOOKING_ON), sentence.end)
    end = min([end, *(one.start for one in behind if one.tag in ("VBZ", "VBD", "MD"))])
    links: dict[str, Link] = {}
    for mention in found.within(Mention, by.end, end):
        link = Link(span=mention.evidence[0], mention=mention.id)
        named = party_of(found, link)
        whose = key(found, link)
        unlisted = mention.type == "state" and not mention.country  # a name read as a state for what stands beside it
        several = mention.type == "people" and mention.form == "description"  # "the ministers of A and B"
        if whose is None or named is None or unlisted or several or not (is_party(mention) or mention.country):
            continue
        links.setdefault(whose, link if mention.type != "person" else Link(span=link.span, mention=named.id))
    if len(links) == 1 and _own_minister(behind, end):
        home = home_state(found)
        whose = key(found, home) if home is not None else None
        if home is not None and whose is not None:
            links.setdefault(whose, home)
    return tuple(links.values()) if len(links) == 2 else ()


def _own_minister(behind: list[Token], end: int) -> bool:
    """Whether an official is named whose state goes without saying in its own paper ("by the Foreign Minister, X")."""
    offices = words("titles", "leaders") | {"minister", "adviser", "advisor", "ambassador", "delegate", "secretary"}
    return any(one.lower in offices for one in behind if one.start < end)
