"""Which party words stand for: a state, a people, an armed group; what makes two links the same party."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from rashomon.extract.found import VOICE, Found, coordinated
from rashomon.extract.names.groups import OF_A_COUNTRY
from rashomon.extract.voices import holders
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention

POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "my"})
_MODIFIERS = ("amod", "compound", "nmod", "poss")
_SPEAKERS = frozenset({"our", "my", "we", "us", "i"})
_THIRD = frozenset({"it", "its", "they", "their", "them", "he", "his", "she", "her", "whose"})
_BODIES = ("government", "armed group", "organisation")
# Whom a report names so often is more than a bystander.
_PROMINENT = 3
# Mentions go back to mentions; a report has no longer chains than this.
_CHAIN = 5


class Parties:
    """Finds the parties that noun phrases of one report stand for."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found

    def party(self, noun: Token) -> tuple[Link, ...]:
        """The party a noun phrase stands for: itself where it is named, else the one it names as its own."""
        for one in (noun, *noun.all("appos")):
            mention = self._found.mention_of(one)
            if mention is not None and is_party(mention):
                links = tuple(self._found.link(each) for each in coordinated(one) if self._found.mention_of(each))
                if any(key(self._found, link) for link in links):
                    return tuple(self.whose(link) for link in links)
                # "its Joint Command", "the ministry in Quito"
                return self._by_owner(one) or tuple(self.whose(link) for link in links)
        return self.modifying(noun, pronouns=False) or self._by_owner(noun)

    def modifying(self, noun: Token, *, pronouns: bool = True) -> tuple[Link, ...]:
        """The parties before a noun ("*Peruvian* losses", "*its* own dead"), or those it names ("12 *Peruvians*")."""
        mention = self._found.mention_of(noun)
        if mention is not None and mention.reading == "people" and mention.form in ("demonym", "name"):
            return (self._found.link(noun),)
        links: list[Link] = []
        for one in noun.children:
            if one.dep not in _MODIFIERS or one.i > noun.i:
                continue
            inner = self._found.mention_of(one)
            if inner is not None and inner.form != "pronoun" and is_party(inner):
                links.extend(self.named(each) for each in coordinated(one) if self._found.mention_of(each))
            elif pronouns and one.lower in POSSESSIVES and not links:
                links.extend(self.possessor(one))
        return tuple(links)

    def named(self, token: Token) -> Link:
        """The name alone, without what the parser hangs on it ("three *Thai* soldiers")."""
        mention = self._found.mention_of(token)
        return self._found.link(token) if mention is None else Link(span=mention.evidence[0], mention=mention.id)

    def possessor(self, pronoun: Token) -> tuple[Link, ...]:
        """Who "its" or "their" stands for: the antecedent, else the subject above it; the speaker's party for "our"."""
        if pronoun.lower in _SPEAKERS:
            return self._of_speaker(pronoun)
        setter = self._set_by(pronoun)
        if setter is not None:
            return self.party(setter)
        mention = self._found.mention_of(pronoun)
        own = self._found.link(pronoun)
        if mention is not None and key(self._found, own):
            return (self.whose(own),)
        subject = self.subject(pronoun.head)
        if subject is None or pronoun.head in (subject, *subject.subtree):
            return (own,) if mention is not None and mention.antecedents else ()
        return self.party(subject)

    def _set_by(self, pronoun: Token) -> Token | None:
        """The named subject of "*Osk* put its losses at": whoever gives a toll gives one's own."""
        noun = pronoun.head
        verb = noun.head if noun.dep == "dobj" else noun
        subject = verb.child("nsubj") if verb.lemma in words("figures", "giving") else None
        if subject is None or subject.i > pronoun.i or noun.lemma not in words("figures", "losses"):
            return None
        mention = self._found.mention_of(subject)
        return subject if mention is not None and mention.form != "pronoun" and is_party(mention) else None

    def _of_speaker(self, pronoun: Token) -> tuple[Link, ...]:
        """The party of whoever says "our", where somebody is quoted or reported to say it."""
        span = self._analysis.span([pronoun])
        for statement in holders(self._found, pronoun):
            for speaker in statement.speaker:
                state = party_of(self._found, speaker)
                if state is not None:
                    return (Link(span=span, mention=state.id),)
        return ()

    def whose(self, link: Link) -> Link:
        """The same words for the state whose body they name ("*its*" of Peru's Joint Command is Peru's)."""
        mention = root(self._found, link)
        if mention is None or mention.type not in _BODIES:
            return link
        state = party_of(self._found, link) or self._of_bare_organ(mention)
        return link if state is None else Link(span=link.span, mention=state.id)

    def _of_bare_organ(self, organ: Mention) -> Mention | None:
        """The state of "the High Command" that names none: the one state told of as doing something right before."""
        if organ.name or organ.country or organ.type != "armed group":
            return None
        at = self._analysis.tokens_in(organ.evidence[0].start, organ.evidence[0].end)
        here = self._analysis.sentence_of(at[-1])
        before = self._analysis.sentences[here.index - 1] if here.index else here
        if at[-1].text[:1].islower() and at[-1].lemma not in ("staff", "command", "army", "navy"):
            return None
        states: dict[str, Mention] = {}
        for one in self._analysis.words(before):
            named = self._found.mention_of(one) if one.dep == "nsubj" else None
            if named is not None and named.type == "state" and (own := key(self._found, Link(mention=named.id))):
                states.setdefault(own, named)
        return next(iter(states.values())) if len(states) == 1 else None

    def subject(self, token: Token) -> Token | None:
        """The nearest subject above a word: that of its verb, or of the verbs above it."""
        for one in (token, *token.ancestors):
            if one.pos in ("VERB", "AUX"):
                found = one.child("nsubj", "nsubjpass")
                if found is None or found.tag in ("WDT", "WP", "EX") or token in found.subtree:
                    continue
                return found
        return None

    def belligerents(self, token: Token) -> tuple[Link, ...]:
        """The two that "both sides" stands for: its mention's, else the last pair "between X and Y" told before."""
        mention = self._found.mention_of(token)
        if mention is not None and len(mention.antecedents) > 1:
            return self._found.links(token)
        for one in reversed(self._analysis.tokens[: token.i]):
            if one.lower == "between" and _is_conflict(one):
                links = self.pair(one)
                if links:
                    return links
        return ()

    def pair(self, between: Token) -> tuple[Link, ...]:
        """The two behind "between", by the order of words: "X and Y", whatever follows them."""
        named: list[Token] = []
        joined = False
        for token in self._analysis.tokens[between.i + 1 : between.i + 12]:
            if token.sentence != between.sentence or token.pos in ("VERB", "PUNCT") or len(named) == 2:
                break
            if token.lower == "and":
                joined = len(named) == 1
            elif self._found.mention_of(token) is not None:
                named.append(token)
        return tuple(self.named(token) for token in named) if joined and len(named) == 2 else ()

    def _by_owner(self, noun: Token) -> tuple[Link, ...]:
        """Whose body a body without a name is: its possessor, the place in which it sits, the group it is of."""
        for one in noun.children:
            mention = self._found.mention_of(one) if one.dep == "poss" else None
            if mention is not None and mention.type != "person" and (mention.form != "pronoun" or mention.antecedents):
                return (self.whose(self._found.link(one)),)
        for preposition in noun.all("prep"):
            for one in preposition.all("pobj") if preposition.lower in ("in", "of") else []:
                mention = self._found.mention_of(one)
                if mention is None or mention.type == "person":
                    continue
                if mention.country or (preposition.lower == "of" and mention.type in ("state", "armed group")):
                    return (self.whose(self._found.link(one)),)
        return ()


def _is_conflict(between: Token) -> bool:
    near = [between.head, *between.head.children]
    return any(one.lemma in words("figures", "conflicts") for one in near)


def is_party(mention: Mention) -> bool:
    """Whether a mention can stand for a side: a state, a people, a group, or a place that stands for them."""
    if mention.reading == "outlet" or mention.type in ("person", "outlet") or mention.rule == OF_A_COUNTRY:
        return False
    return mention.form != "pronoun" or bool(mention.antecedents)


def is_political(found: Found, link: Link) -> bool:
    """Whether a link stands for a state, a body, a group or somebody in an office, not for a bystander."""
    mention: Mention | None = None
    for mention in _chain(found, link):
        if mention.type in ("state", "government", "armed group", "alliance", "people", "organisation"):
            return True
        if mention.roles or mention.name in _officials(found, len(found.mentions)):
            return True
    return mention is None or (mention.type == "person" and mention.form == "title")


def is_prominent(found: Found, link: Link) -> bool:
    """Whether somebody is a person whom the report names in several sentences, though it tells no office of theirs."""
    mention = root(found, link)
    if mention is None or mention.type != "person" or not mention.name:
        return False
    return _named_times(found, len(found.mentions))[mention.name] >= _PROMINENT


@lru_cache(maxsize=2)
def _named_times(found: Found, count: int) -> Counter[str]:
    return Counter(one.name for one in found.mentions[:count] if one.form == "name" and one.name)


def key(found: Found, link: Link) -> str | None:
    """What makes two links the same party: the country, else the name, of the mention or its antecedent.

    A body of a state ("Joint Command of Peru") and a person of one are one with it; an
    armed group without a state in its name stands for itself, whatever country it is of.
    """
    for mention in _chain(found, link):
        own = _state_in(found, mention)
        if own is None and not (mention.type == "armed group" and mention.name):
            own = mention.country
        own = own or (_by_office(found, mention) if mention.type == "person" else None)
        if own or (mention.name and mention.type != "person"):
            return own or mention.name
    return None


def root(found: Found, link: Link) -> Mention | None:
    """The named mention that a link goes back to."""
    last = None
    for last in _chain(found, link):
        if last.name:
            break
    return last


def named_by(analysis: Analysis, found: Found, link: Link) -> Link:
    """The same link with the words that its pronoun goes back to; those of "we" and "our" stay as they are."""
    mention = found.record(link.mention) if link.mention else None
    inside = analysis.tokens_in(link.span.start, link.span.end) if link.span is not None else []
    if len(inside) != 1 or inside[0].lower not in _THIRD or not isinstance(mention, Mention):
        return link
    meant = next((one for one in _chain(found, link) if one.form != "pronoun"), None)
    return link if meant is None else Link(span=meant.evidence[0], mention=link.mention)


def party_of(found: Found, link: Link) -> Mention | None:
    """A mention of the state or group to which somebody or some body belongs; None where it is not known."""
    return _parties(found, len(found.mentions)).get(key(found, link) or "")


def _chain(found: Found, link: Link) -> Iterator[Mention]:
    """The mention of a link and those it goes back to."""
    mention = found.record(link.mention) if link.mention else None
    for _ in range(_CHAIN):
        if not isinstance(mention, Mention):
            return
        if mention.rule != VOICE:
            yield mention
        mention = found.record(mention.antecedent) if mention.antecedent else None


def _by_office(found: Found, person: Mention) -> str | None:
    """The key of what a person's title is of ("President *of Chad*")."""
    of = next((role.of for role in person.roles if role.of), None)
    party = _parties(found, len(found.mentions)).get(of) if of else None
    return of if party is None else party.country or party.name


def _state_in(found: Found, mention: Mention) -> str | None:
    """The key of the state in a body's name ("Joint Command *of Peru*")."""
    if mention.type not in _BODIES or not mention.name or " of " not in mention.name:
        return None
    state = _parties(found, len(found.mentions)).get(mention.name.rpartition(" of ")[2])
    return (state.country or state.name) if state is not None else None


@lru_cache(maxsize=2)
def _officials(found: Found, count: int) -> frozenset[str]:
    """The names of those who bear a title somewhere in the report."""
    return frozenset(one.name for one in found.mentions[:count] if one.roles and one.name)


# Of the report at hand only; the count of mentions makes the table anew where more were found since.
@lru_cache(maxsize=2)
def _parties(found: Found, count: int) -> dict[str, Mention]:
    """The first mention of each state and armed group, by name and, for states, by country."""
    table: dict[str, Mention] = {}
    for mention in found.mentions[:count]:
        if mention.type in ("state", "armed group") and mention.name:
            table.setdefault(mention.name, mention)
            if mention.type == "state" and mention.country:
                table.setdefault(mention.country, mention)
    return table


def is_enemy(noun: Token) -> bool:
    """Whether a noun calls somebody the enemy ("the aggressor", "the adversary")."""
    return noun.lemma.lower() in words("figures", "enemies")


def home_state(found: Found) -> Link | None:
    """The state in whose city the report is datelined, where it names that state; None where it has no one dateline."""
    dated = {one.country for one in found.mentions if one.rule == "dateline" and one.type == "place" and one.country}
    states = (one for one in found.mentions if one.type == "state" and one.form == "name" and one.country in dated)
    state = next(states, None) if len(dated) == 1 else None
    return Link(span=state.evidence[0], mention=state.id) if state is not None else None
