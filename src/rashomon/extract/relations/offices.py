"""Who leads, chairs and speaks for whom, by the titles beside names."""

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from rashomon.extract import certainty
from rashomon.extract.foremost import foremost
from rashomon.extract.found import Found
from rashomon.extract.issuer import issuer
from rashomon.extract.parties import home_state, root
from rashomon.extract.relations.beside import owner_beside, respectively
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Mention, Relation, Title

_GROUPS = ("armed group", "organisation", "government", "alliance")
# A title stands at most so many characters before its name.
_BEFORE = 60
_OWNING = ("of", "for", "to")
# Who bears these heads a state, not the people or faith they are said to be of ("the Shia prime minister").
_OF_STATE = frozenset({"minister", "premier", "president", "chancellor", "king"})


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
                type = _led(found, owner, type)
                bearer = mention if mention.name or named_behind is None else named_behind
                yield _relation(analysis, found, Link(span=bearer.evidence[0], mention=bearer.id), owner, type)
    for token in analysis.words(sentence):
        if token.pos in ("NOUN", "PROPN") and token.lower in _heads():
            yield from _by_words(analysis, found, token)
        for first, second in respectively(analysis, found, token):
            yield _relation(analysis, found, first, second, "speaks for")


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


def _led(found: Found, owner: Link, type: str) -> str:
    """Who chairs a group in arms or a government leads it; a league or a commission is only chaired."""
    of = root(found, owner)
    return "leads" if type == "chairs" and of is not None and of.type in ("armed group", "government") else type


def _by_kind(analysis: Analysis, found: Found, bearer: Mention, title: Title, type: str) -> Link | None:
    """Whom "rebel spokesman X" speaks for: the one group of rebels."""
    said = title.title.lower().split()
    start = bearer.evidence[0].start
    before = analysis.document.text[max(0, start - _BEFORE) : start]
    at = before.lower().rfind(title.title.lower())
    named = at > 0 and before[:at].split()[-1:] and before[:at].split()[-1][:1].isupper()  # "Osk government spokesman"
    if type != "speaks for" or len(said) < 2 or bearer.name is None or bearer.country is not None or named:
        return None
    return _only_rebels(found, len(found.mentions)) if said[0] in words("relations", "rebels") else None


def _is_of_state(title: Title) -> bool:
    return title.title.lower().rpartition(" ")[2] in _OF_STATE


def _type(title: Title, found: Found, sentence: Sentence) -> str | None:
    """The relation a title makes; None for ranks, ministers and lesser offices."""
    text = title.title.lower()
    if text in words("relations", "peers"):
        near = [role for one in found.within(Mention, sentence.start, sentence.end) for role in one.roles]
        return next(
            (type for role in near if role.title.lower() != text and (type := _type(role, found, sentence))), None
        )
    return office_of(text)


def office_of(text: str) -> str | None:
    """The relation that a title in lower case makes."""
    if any(word in words("relations", "lesser") for word in text.replace("-", " ").split()):
        return None
    for type, titles in lexicon("relations")["titles"].items():
        if any(text == one or text.endswith(" " + one) for one in titles):
            return str(type)
    return None


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


def _by_words(analysis: Analysis, found: Found, noun: Token) -> Iterator[Relation]:
    """Read "the president of Peru, Alberto Lara", "Alberto Lara, leader of the Tigers", "the Guard's commander, X"."""
    before = [one for one in noun.children if _belongs(one, noun)]
    bearer = _bearer(found, noun)
    of_rebels = [one for one in before if one.lower in words("relations", "rebels")]
    if bearer is not None and of_rebels:
        rebels = _only_rebels(found, len(found.mentions))
        type = office_of(noun.lower)
        if rebels is not None and type is not None:
            yield _relation(analysis, found, _named(found, bearer), rebels, type)
        return
    type = office_of(" ".join([*(one.lower for one in before), noun.lower]))
    indefinite = any(one.dep == "det" and one.lower in ("a", "an") for one in noun.children)
    if type is None or (indefinite and (type != "speaks for" or not noun.lower.startswith("spokes"))):
        return  # "a Peruvian commander" is one of many
    if bearer is None and noun.lower in words("relations", "envoys"):
        return
    if bearer is None:
        yield from _unnamed(analysis, found, noun, type)
        return
    body = next((one for one in before if one.dep == "compound" and one.lower in words("relations", "bodies")), None)
    owner = body or _whose(found, noun) or _owned(analysis, found, noun, bearer) or _owned_body(found, noun, type)
    if owner is None and (told := _told_before(analysis, found, noun)) is not None:
        mention = found.mention_of(told)
        head_of_state = (
            mention is not None and mention.type == "state" and noun.lower in words("relations", "of_bodies")
        )
        if not head_of_state and (type != "speaks for" or mention is None or mention.type != "person"):
            yield _relation(
                analysis, found, _named(found, bearer), found.link(told), _led(found, found.link(told), type)
            )
        return
    if owner is None or found.mention_of(bearer) is None:
        return
    mention = found.mention_of(owner)
    if mention is not None and type != "speaks for" and _is_no_body(mention, noun):
        return
    state = mention is not None and mention.type == "state"
    if not (state and noun.lower in words("relations", "of_bodies")):
        whose = _body(analysis, noun, body) if body is not None and mention is None else _named(found, owner)
        yield _relation(analysis, found, _named(found, bearer), whose, _led(found, whose, type))


def _is_no_body(mention: Mention, title: Token) -> bool:
    """Whether nobody can head what a title's phrase names: a person, or a faith as a prime minister's."""
    faith = mention.type == "people" and not mention.country
    return mention.type == "person" or (faith and title.lower in _OF_STATE)


def _unnamed(analysis: Analysis, found: Found, noun: Token, type: str) -> Iterator[Relation]:
    """Read "the Peruvian president", "the President of Brazil", "a spokesman for its Joint Command"."""
    mention = found.mention_of(noun)
    owner = _owned(analysis, found, noun, noun)
    if owner is None and type == "speaks for" and mention is not None and (body := _spoken_for(noun)) is not None:
        yield _relation(
            analysis, found, found.link(noun), Link(span=analysis.span([body])), type, rule="relation: office"
        )
        return
    of = found.mention_of(owner) if owner is not None else None
    if mention is None or mention.type != "person" or owner is None or of is None:
        return
    head = type == "leads" and of.type == "state" and noun.lower not in words("relations", "of_bodies")
    definite = any(one.lower == "the" for one in noun.children) or owner.dep == "poss"
    if (head and definite) or (type == "speaks for" and of.type != "person"):
        yield _relation(analysis, found, found.link(noun), _named(found, owner), type, rule="relation: office")


def _spoken_for(noun: Token) -> Token | None:
    """The body before "spokesman" that no name says whose it is: "an *army* spokesman"."""
    bodies = words("relations", "bodies") - {"government"}
    return next((one for one in noun.all("compound") if one.i == noun.i - 1 and one.lower in bodies), None)


def _told_before(analysis: Analysis, found: Found, noun: Token) -> Token | None:
    """Read "The observers left. *Their* commander, X, said": the group or body that the sentence before is about."""
    owner = noun.child("poss")
    mention = found.mention_of(owner) if owner is not None else None
    if owner is None or owner.lower not in ("its", "their") or (mention is not None and mention.antecedents):
        return None
    here = analysis.sentence_of(noun)
    before = [one for one in analysis.sentences[max(0, here.index - 2) : here.index] if one.paragraph == here.paragraph]
    before = before or analysis.sentences[max(0, here.index - 1) : here.index]
    if noun.dep == "appos" and (of := found.mention_of(noun.head)) is not None and of.type in _GROUPS:
        return noun.head  # "… for the Front, its secretary-general, X, said"
    places = [analysis.words(here)] if analysis.words(here)[0].i < owner.i - 3 else []
    places += [analysis.words(one) for one in reversed(before) if one.role == here.role]
    for place in places:
        for one in place:
            vague = any(kid.lower in ("either", "neither", "both", "no", "each") for kid in one.children)
            if vague or one.dep not in ("nsubj", "nsubjpass") or one.i > owner.i or one.pos not in ("NOUN", "PROPN"):
                continue
            of = found.mention_of(one)
            group = of is not None and of.type in _GROUPS
            group = group or one.lemma.lower() in words("relations", "forces")
            of_group = _of_group(found, one) if one.tag in ("NNS", "NNPS") and not group else None
            if of_group is not None:
                return of_group  # "The rebels of the Front gave another account. Their commander …"
            many = one.tag in ("NNS", "NNPS") or one.lemma.lower() == "group"
            if group and (many or owner.lower == "its" or of is not None):
                return one
        if owner.lower == "its" and noun.lower.startswith("spokes"):  # "… blamed the Front. Its spokesman …"
            charged = [
                one for one in place if one.dep == "dobj" and one.i < owner.i and found.mention_of(one) is not None
            ]
            for one in charged:
                of = found.mention_of(one)
                if of is not None and of.type in ("armed group", "government", "organisation"):
                    return one
    return None


def _of_group(found: Found, noun: Token) -> Token | None:
    """The group that people are of: "the fighters *of the Front*"."""
    for preposition in noun.all("prep"):
        for one in preposition.all("pobj") if preposition.lower == "of" else []:
            of = found.mention_of(one)
            if of is not None and of.type in ("armed group", "organisation"):
                return one
    return None


# Of the report at hand only, as the tables of `parties`.
@lru_cache(maxsize=2)
def _only_rebels(found: Found, count: int) -> Link | None:
    """The one group of rebels that a report names, or names by far most often; None where it names none or several."""
    mentions = found.mentions[:count]
    groups = {
        one.name: one for one in reversed(mentions) if one.type == "armed group" and one.form == "name" and one.name
    }
    name = foremost(Counter(one.name for one in mentions if one.type == "armed group" and one.name in groups))
    if name is None:
        return None
    mention = groups[name]
    return Link(span=mention.evidence[0], mention=mention.id)


def _body(analysis: Analysis, noun: Token, body: Token) -> Link:
    """The body of "Peru's army chief" as words: "Peru's army"."""
    owner = [token for one in noun.all("poss") for token in one.subtree]
    return Link(span=analysis.span([*owner, *body.subtree]))


def _belongs(one: Token, noun: Token) -> bool:
    """Whether a word before a title's noun is part of the title ("*prime* minister", "*vice* president")."""
    return one.i < noun.i and one.dep in ("compound", "amod", "nmod") and noun.i - one.i <= 2


def _bearer(found: Found, noun: Token) -> Token | None:
    """The person who bears a title: in apposition to it, or the name of which it is the first part."""
    near = [*noun.all("appos")]
    # parsers hang the name on what the title is of: "the president of [Peru, Alberto Lara]"
    near += [one for prep in noun.all("prep") for owner in prep.all("pobj") for one in owner.all("appos")]
    if noun.dep in ("appos", "compound"):
        near.append(noun.head)
    if noun.dep == "attr" and noun.head.lemma == "be":
        near += noun.head.all("nsubj")
    if noun.dep == "pobj" and noun.head.lower == "as" and noun.head.head.lower == "capacity":
        clause = next((one for one in noun.ancestors if one.pos == "VERB"), None)
        near += clause.all("nsubj") if clause is not None else []
    for one in near:
        mention = found.mention_of(one)
        if mention is not None and mention.type == "person" and one.pos == "PROPN":
            return one
    return _named_behind(found, noun)


def _named_behind(found: Found, noun: Token) -> Token | None:
    """Read "the leader of the Tamil wing, Mr X," by the order of words, where the parser hangs the name elsewhere."""
    of = next((one for one in noun.all("prep") if one.lower == "of" and one.i == noun.i + 1), None)
    if of is None or not any(one.lower == "the" for one in noun.children):
        return None
    rest = [one for one in [noun, *noun.ancestors][-1].subtree if one.i > of.subtree[-1].i]
    if len(rest) < 2 or rest[0].text != "," or rest[0].i != of.subtree[-1].i + 1:
        return None
    for one in rest[1:6]:
        mention = found.mention_of(one)
        if mention is not None:
            return one if mention.type == "person" and mention.form == "name" and one.pos == "PROPN" else None
        if one.pos not in ("PROPN", "ADJ") and one.text not in ("-", "(", ")"):
            return None
    return None


def _owned_body(found: Found, noun: Token, type: str) -> Token | None:
    """Whose a title is where no name says it: "director of the hospital", "her spokesman"."""
    for preposition in noun.all("prep"):
        for one in preposition.all("pobj") if preposition.lower in ("of", "for") else []:
            small = noun.lower in words("relations", "of_bodies") or type == "speaks for"
            small = small or one.lemma.lower() in words("relations", "forces")
            named = one.child("det", "poss") is not None or one.pos == "PROPN"
            if small and named and one.pos in ("NOUN", "PROPN") and one.lower not in words("relations", "generic"):
                return one
    for one in noun.all("poss") if type == "speaks for" else []:
        mention = found.mention_of(one)
        if mention is not None and mention.antecedents:
            return one
    return None


def _owned(analysis: Analysis, found: Found, noun: Token, bearer: Token) -> Token | None:
    """Whom a title's phrase names as led: "of Peru", "Peru's", "Peruvian"."""
    for holder in (noun, bearer):
        for preposition in holder.all("prep"):
            to_whom = preposition.lower == "to" and noun.lower.startswith("spokes")  # "a spokesman to the paper"
            for one in preposition.all("pobj") if preposition.lower in _OWNING and not to_whom else []:
                mention = found.mention_of(one)
                generic = one.lower in words("relations", "generic") and not (mention and mention.form == "name")
                if mention is not None and mention.type != "person" and not generic:
                    return one
        for one in reversed(holder.children):  # of "Iraqi Kurdish leader" the nearer
            before = one.i < noun.i and one.dep in ("poss", "amod", "compound", "nmod")
            mention = found.mention_of(one) if before else None
            known = mention is not None and (mention.form != "pronoun" or bool(mention.antecedents))
            if known and mention is not None and mention.type not in ("person", None):
                return one
            if before and mention is None and one.dep == "poss" and one.pos == "PROPN":
                return one  # "the Guard's commander": a group of which nothing else is known
            if before and mention is None and one.dep == "poss" and one.lemma.lower() in words("relations", "rebels"):
                return one
    return None


def _whose(found: Found, noun: Token) -> Token | None:
    """Read "the Tigers, whose leader, X, …": the name that "whose" goes back to."""
    if not any(one.tag == "WP$" for one in noun.all("poss")):
        return None
    clause = next((one for one in noun.ancestors if one.dep == "relcl"), None)
    return clause.head if clause is not None and found.mention_of(clause.head) is not None else None


def _named(found: Found, token: Token) -> Link:
    mention = found.mention_of(token)
    return found.link(token) if mention is None else Link(span=mention.evidence[0], mention=mention.id)


def _relation(
    analysis: Analysis, found: Found, bearer: Link, owner: Link, type: str, rule: str = "relation: title"
) -> Relation:
    spans = [link.span for link in (bearer, owner) if link.span is not None]
    first, last = spans[0].start, spans[0].end
    if len(spans) > 1 and abs(spans[1].start - first) < 120:
        first, last = min(first, spans[1].start), max(last, spans[1].end)
    token = analysis.tokens_in(spans[0].start, spans[0].end)[-1]
    return Relation(
        document=analysis.document.id, evidence=(analysis.document.span(first, last),), rule=rule,
        subject=(bearer,), object=(owner,), type=type, status="asserted",
        according_to=certainty.voices(analysis, found, token)[-1:],
    )  # fmt: skip


@cache
def _heads() -> frozenset[str]:
    """The last words of titles."""
    titles = [title for group in lexicon("relations")["titles"].values() for title in group]
    return frozenset(title.rpartition(" ")[2] for title in titles)
