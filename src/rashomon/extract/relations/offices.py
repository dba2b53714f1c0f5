"""Who leads, chairs and speaks for whom, by the titles beside names."""

from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.extract.issuer import issuer
from rashomon.extract.parties import home_state
from rashomon.extract.relations.beside import owner_beside, respectively
from rashomon.extract.relations.title_nouns import by_words
from rashomon.extract.relations.titles import OF_STATE, led, office_of, only_rebels, relation, title_heads
from rashomon.language.analysis import Analysis, Sentence
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention, Relation, Title

# A title stands at most so many characters before its name.
_BEFORE = 60


def offices(analysis: Analysis, found: Found, sentence: Sentence) -> Iterator[Relation]:
    """A relation for each title in a sentence that makes its bearer lead, chair or speak for somebody named."""
    for mention in found.within(Mention, sentence.start, sentence.end):
        named_behind = _named_next(analysis, found, mention)
        known = mention.name is not None or bool(mention.antecedents) or named_behind is not None
        if mention.type != "person" or mention.form == "pronoun" or not mention.roles or not known:
            continue
        for title in mention.roles:
            type = _type(title, found, sentence)
            if type == "speaks for" and not _may_speak(analysis, sentence, mention, title):
                type = None
            owner = _owner(found, sentence, mention, title) if type and not title.former else None
            if type and owner is None and title.of is None and not title.former:
                owner = _beside(analysis, found, sentence, mention, title, type)
                owner = owner or _issuer(analysis, found) or _own_state(analysis, found, mention, type)
                owner = owner or _state_of_dateline(analysis, found, mention, type)
                owner = owner or _by_kind(analysis, found, mention, title, type)
            if type and owner is not None and owner.mention != mention.id:
                type = led(found, owner, type)
                bearer = mention if mention.name or named_behind is None else named_behind
                yield relation(analysis, found, Link(span=bearer.evidence[0], mention=bearer.id), owner, type)
    for token in analysis.words(sentence):
        if token.pos in ("NOUN", "PROPN") and token.lower in title_heads():
            yield from by_words(analysis, found, token)
        if token.tag == "NNS":
            for first, second in respectively(analysis, found, token):
                yield relation(analysis, found, first, second, "speaks for")


def _may_speak(analysis: Analysis, sentence: Sentence, mention: Mention, title: Title) -> bool:
    """Whether an envoy is named and still one: "a European ambassador" is any of many, "a former ambassador" none."""
    if title.title.lower().rpartition(" ")[2] not in words("relations", "envoys"):
        return True
    said = analysis.document.text[sentence.start : sentence.end].lower()
    former = any(f"{one} " in said.partition(title.title.lower())[0][-30:] for one in ("former", "ex", "one-time"))
    return mention.name is not None and not former


def _named_next(analysis: Analysis, found: Found, mention: Mention) -> Mention | None:
    """The name set off behind words for an office: "his Oskan counterpart, Jon Ruud"."""
    end = mention.evidence[0].end
    if mention.name is not None or mention.form != "description" or analysis.document.text[end : end + 2] != ", ":
        return None
    behind = [one for one in found.within(Mention, end + 2, end + 30) if one.evidence[0].start == end + 2]
    return next((one for one in behind if one.type == "person" and one.form == "name"), None)


def _beside(
    analysis: Analysis, found: Found, sentence: Sentence, mention: Mention, title: Title, type: str
) -> Link | None:
    """Whose the title is by the words beside it; a state's president leads it, its commander does not."""
    owner = owner_beside(analysis, found, sentence, mention, title.title, persons=type == "speaks for")
    named = found.record(owner.mention) if owner is not None and owner.mention else None
    of_body = title.title.lower().rpartition(" ")[2] in words("relations", "of_bodies")
    return None if isinstance(named, Mention) and named.type == "state" and of_body else owner


def _issuer(analysis: Analysis, found: Found) -> Link | None:
    """Whose leader "the Commander" is in a party's own paper: the group that issues it, a state's ministry not."""
    own = issuer(analysis, found)
    mention = found.record(own.mention) if own is not None and own.mention else None
    return (
        own if isinstance(mention, Mention) and mention.type in ("armed group", "organisation", "government") else None
    )


def _own_state(analysis: Analysis, found: Found, bearer: Mention, type: str) -> Link | None:
    """Whose "the President of the Republic" is in a state's own paper: the state that issues it."""
    own = issuer(analysis, found)
    mention = found.record(own.mention) if own is not None and own.mention else None
    start = bearer.evidence[0].start
    before = analysis.document.text[max(0, start - 60) : start].lower().rstrip(" ,")
    said = any(phrase in before for phrase in words("relations", "of_the_state"))
    if type != "leads" or not said or not isinstance(mention, Mention) or mention.type not in ("state", "government"):
        return None
    states = (one for one in found.mentions if one.type == "state" and one.form == "name" and one.country)
    state = next((one for one in states if one.country == mention.country), None)
    return Link(span=state.evidence[0], mention=state.id) if state is not None else None


def _state_of_dateline(analysis: Analysis, found: Found, bearer: Mention, type: str) -> Link | None:
    """Whose "the Head of State, X" is that opens a report from a capital and tells of no state before."""
    start = bearer.evidence[0].start
    before = analysis.document.text[max(0, start - 60) : start].lower().rstrip(" ,")
    sentence = analysis.sentence_of(analysis.tokens_in(start, start + 1)[0]) if type == "leads" else None
    said = any(phrase in before for phrase in words("relations", "of_the_state"))
    opening = analysis.body[0] if analysis.body else None
    if sentence is None or opening is None or sentence.index != opening.index or not said:
        return None
    told = [one for one in found.within(Mention, sentence.start, start) if one.type in ("state", "people")]
    return home_state(found) if not told else None


def _by_kind(analysis: Analysis, found: Found, bearer: Mention, title: Title, type: str) -> Link | None:
    """Whom "rebel spokesman X" speaks for: the one group of rebels."""
    said = title.title.lower().split()
    start = bearer.evidence[0].start
    before = analysis.document.text[max(0, start - _BEFORE) : start]
    at = before.lower().rfind(title.title.lower())
    named = at > 0 and before[:at].split()[-1:] and before[:at].split()[-1][:1].isupper()  # "Osk government spokesman"
    if type != "speaks for" or len(said) < 2 or bearer.name is None or bearer.country is not None or named:
        return None
    return only_rebels(found, len(found.mentions)) if said[0] in words("relations", "rebels") else None


def _is_of_state(title: Title) -> bool:
    return title.title.lower().rpartition(" ")[2] in OF_STATE


def _type(title: Title, found: Found, sentence: Sentence) -> str | None:
    """The relation a title makes; None for ranks, ministers and lesser offices."""
    text = title.title.lower()
    if text in words("relations", "peers"):
        near = [role for one in found.within(Mention, sentence.start, sentence.end) for role in one.roles]
        return next(
            (type for role in near if role.title.lower() != text and (type := _type(role, found, sentence))), None
        )
    return office_of(text)


def _owner(found: Found, sentence: Sentence, mention: Mention, title: Title) -> Link | None:
    """Whom the bearer leads or speaks for: what the title names, in this sentence if it can be."""
    if title.of is None or title.title.lower().rpartition(" ")[2] in words("relations", "of_bodies"):
        return None
    place = mention.evidence[0].start
    near = found.within(Mention, sentence.start, sentence.end)
    named = [one for one in near if one.id != mention.id and title.of in (one.name, one.country)]
    if not named:
        named = [one for one in found.mentions if one.name == title.of][:1]
    named = [one for one in named if not (one.type == "people" and not one.country and _is_of_state(title))]
    best = min(named, key=lambda one: abs(one.evidence[0].start - place), default=None)
    return Link(span=best.evidence[0], mention=best.id) if best is not None else None
