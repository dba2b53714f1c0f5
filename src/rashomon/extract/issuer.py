"""Who speaks in a paper of a party's own: the front whose communiqué, the ministry whose release it is."""

from collections.abc import Iterable
from functools import lru_cache

from rashomon.extract.found import Found
from rashomon.extract.parties import is_political
from rashomon.extract.voices import teller
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention, Time

FIRST_PERSON = frozenset({"we", "i", "us", "ours"})
_OURS = frozenset({"our", "my"})
# In so many sentences at the head of a report its speaker is announced.
_HEADING = 6
# Who signs stands in one of so many lines at its end, of so many words at most; "I" stands in so many sentences.
_SIGNING, _LINE, _PERSONAL = 4, 12, 2
# The rule by which names tells the first person of the one who wrote a report.
AUTHOR = "first person of the author"
_BODIES = ("state", "government", "armed group", "alliance", "organisation", "people")
_OF_STATES = ("ministry", "government", "presidency", "armed forces", "army", "staff", "embassy")
# Words of a letterhead that name no party.
_EMPTY = frozenset(
    {"the", "of", "and", "for", "press", "desk", "office", "service", "department", "general", "national"}
)


def issuer(analysis: Analysis, found: Found) -> Link | None:
    """The one whose paper the report is, by its letterhead; None for what journalists write.

    Where the text never names it, the document stands for it.
    """
    if analysis.document.genre != "statement":
        return None
    mention = announced(analysis, found) or _named(found, len(found.mentions), _letterhead(analysis))
    if mention is None:
        return Link(document=analysis.document.id)
    return Link(span=mention.evidence[0], mention=mention.id)


def announced(analysis: Analysis, found: Found) -> Mention | None:
    """Whom a heading announces to speak: "Address by President Ada Brandt", "Letter from the Ambassador of Osk"."""
    papers = words("speech", "occasions") | words("speech", "papers")
    for sentence in analysis.sentences[:_HEADING]:
        inside = analysis.tokens[sentence.first : sentence.last]
        by = next((one for one in inside if one.lower in ("by", "from")), None)
        finite = any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in inside)
        if by is None or finite or not any(one.lower in papers for one in inside if one.i < by.i):
            continue
        behind = found.within(Mention, by.end, sentence.end)
        named = [one for one in behind if one.type == "person" and one.name]
        named = named or [one for one in behind if one.type == "person" and one.form == "title"]
        named = named or [one for one in behind if one.type in _BODIES and one.name and by.lower == "from"]
        return named[0] if named else None
    return _author(analysis, found) or _signed(analysis, found)


def _author(analysis: Analysis, found: Found) -> Mention | None:
    """Who signs a paper at its head ("Message to the nation", "by President Ada Brandt"), or is told to speak there."""
    if analysis.document.genre != "statement" or len(analysis.document.byline) > 1:
        return None
    return next((one for one in found.mentions if one.rule == AUTHOR and one.type == "person"), None)


def _signed(analysis: Analysis, found: Found) -> Mention | None:
    """The one person who signs a paper in which an "I" speaks: "Ada Brandt, commanding" in a line at its end."""
    own = (one for one in analysis.tokens if one.lower in ("i", "my") and analysis.quote_at(one.start) is None)
    if analysis.document.genre != "statement" or len({one.sentence for one in own}) < _PERSONAL:
        return None
    signed: list[Mention] = []
    for sentence in analysis.sentences[-_SIGNING:]:
        inside = analysis.words(sentence)
        line = len(inside) <= _LINE and not any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in inside)
        if line and analysis.document.text[sentence.end - 1] not in ".!?":
            signed += found.within(Mention, sentence.start, sentence.end)
    named = [one for one in signed if one.type == "person" and one.form == "name"]
    return named[0] if len({one.name for one in named}) == 1 else None


def issued_at(analysis: Analysis, found: Found, token: Token) -> Link | None:
    """The issuer, where the words at `token` are told in its own voice and in nobody else's."""
    own = issuer(analysis, found)
    if own is None or analysis.quote_at(token.start) is not None:
        return None
    statement = teller(found, token)
    told = statement.speaker if statement is not None else ()
    return own if all(is_issuer(analysis, found, link, own) for link in told) else None


def answerable(analysis: Analysis, found: Found, links: Iterable[Link], token: Token) -> tuple[Link, ...]:
    """The links that can be held to the words at `token`: "we" of a party's paper is the party, a time nobody."""
    own = issued_at(analysis, found, token)
    made: list[Link] = []
    for link in links:
        first = link.span is not None and link.span.text.lower() in FIRST_PERSON
        if own is not None and first and not _antecedents(found, link):
            made.append(Link(span=link.span, mention=own.mention) if own.mention else own)
        elif not _is_time(found, link):
            made.append(link)
    return tuple(dict.fromkeys(made))


def answers_for_party(analysis: Analysis, found: Found, link: Link) -> bool:
    """Whether a link can take a stand: a party, an official, or the one whose briefing or paper the report is."""
    return is_political(found, link) or link == issuer(analysis, found) or is_office(found, link)


def is_office(found: Found, link: Link) -> bool:
    """Whether somebody is called by nothing but an office: "its president", "the rebels' commander"."""
    mention = found.record(link.mention) if link.mention else None
    said = link.span.text.lower().split() if link.span is not None else []
    if not isinstance(mention, Mention) or mention.type != "person" or not said:
        return False
    return said[0] not in ("a", "an") and said[-1] in words("titles", "leaders") | words("titles", "single")


def _antecedents(found: Found, link: Link) -> tuple[str, ...]:
    mention = found.record(link.mention) if link.mention else None
    return mention.antecedents if isinstance(mention, Mention) else ()


def _is_time(found: Found, link: Link) -> bool:
    """Whether the words of a link are a time ("last Tuesday")."""
    span = link.span
    if span is None:
        return False
    return any(
        one.evidence[0].start <= span.start and span.end <= one.evidence[0].end
        for one in found.within(Time, span.start - 12, span.end)
    )


def is_issuer(analysis: Analysis, found: Found, link: Link, own: Link) -> bool:
    """Whether a link stands for the issuer: "we", "it", its name or a part of its name ("the Front")."""
    mention = found.record(link.mention) if link.mention else None
    own_words = link.span.text.lower().split() if link.span else []
    if not own_words or FIRST_PERSON & set(own_words) or _OURS & set(own_words):
        return True
    if mention is None and _letterhead(analysis) & set(own_words):
        return True
    if isinstance(mention, Mention) and mention.form == "pronoun" and not mention.antecedents:
        return own_words[0] in ("it", "they")
    if isinstance(mention, Mention) and mention.antecedent:
        before = found.record(mention.antecedent)
        mention = before if isinstance(before, Mention) else mention
    named = found.record(own.mention) if own.mention else None
    if not isinstance(named, Mention) or not isinstance(mention, Mention):
        return False
    return mention.id == named.id or bool(mention.name and mention.name == named.name)


# Of the report at hand only; the count of mentions makes the choice anew where more were found since.
@lru_cache(maxsize=2)
def _named(found: Found, count: int, wanted: frozenset[str]) -> Mention | None:
    """The first mention that shares most words with the letterhead."""
    best: tuple[int, Mention | None] = (0, None)
    for mention in found.mentions[:count]:
        named = mention.name or mention.rule == "organ of a state"  # "The Ministry of Trade", its state left unsaid
        if mention.type not in _BODIES or not named or mention.form in ("pronoun", "demonym"):
            continue
        shared = len(wanted & _words(mention.evidence[0].text))
        if shared > best[0]:
            best = (shared, mention)
    return best[1]


def _letterhead(analysis: Analysis) -> frozenset[str]:
    """The words of the issuer's name: "Northern Front" of "Northern Front of Tavria"; of a ministry also its state."""
    name = letterhead(analysis).lower()
    body, _, state = name.rpartition(" of ")
    return _words(name) if any(one in name for one in _OF_STATES) else _words(body or state)


def letterhead(analysis: Analysis) -> str:
    """The name over a party's paper: its outlet, else a title in capitals, else a line that is a body's name; or ""."""
    title = analysis.document.title or ""
    if analysis.document.outlet or title.isupper():
        return analysis.document.outlet or title
    bodies = words("speech", "offices") | words("speech", "bodies")
    for sentence in analysis.sentences[:_HEADING]:
        inside = analysis.tokens[sentence.first : sentence.last]
        body = sentence.role and any(one.lemma.lower() in bodies and one.text[:1].isupper() for one in inside)
        line = analysis.document.text[sentence.start : sentence.end]
        # In capitals parsers take "LIBERATION" for a verb; a line that ends with what the body is names it.
        named = line.isupper() and inside[-1].lower in bodies
        if body and (named or not any(one.pos in ("VERB", "AUX") for one in inside)):
            return line
    return ""


def _words(name: str) -> frozenset[str]:
    return frozenset(word.strip(",.'’\"“”").lower() for word in name.split()) - _EMPTY
