"""Whose people or things a number counts, and whether they are the counter's own or the enemy's."""

from collections.abc import Iterable, Iterator

from rashomon.extract.counted import Counted
from rashomon.extract.found import Found, coordinated
from rashomon.extract.numbers import Number
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, LossOf, Mention

_MODIFIERS = ("amod", "compound", "nmod", "poss")
_NOUN_PREPOSITIONS = ("of", "from", "on", "in", "among", "for", "between")
_VERB_PREPOSITIONS = ("on", "among", "from", "between")
_POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "my"})
_BOTH = frozenset({"both", "two", "all"})
_SIDES = frozenset({"side", "country", "nation", "army", "party"})


class Sides:
    """Finds sides in one report."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found

    def of(self, number: Number, item: Counted) -> tuple[Link, ...]:
        """The side whose people or things are counted; empty where the words do not tell."""
        nominal = item.noun or number.head
        anchors = [one for one in (item.noun, number.head, item.cue) if one is not None]
        for one in anchors:
            if one is item.cue and one.lemma.lower() in words("figures", "tolls"):
                links = self._by_counted(one)  # "its count of Peruvian dead": whose count is not whose dead
                if links:
                    return links
            links = self._by_modifier(one) or self._by_preposition(one)
            if links:
                return links
        lists = [top for top in (_top(nominal),) if top is not nominal]
        for top in lists:
            links = self._by_modifier(top) or self._by_preposition(top)
            if links:
                return links
        return self._by_revised(nominal) or self._by_loser(nominal, item)

    def _by_revised(self, nominal: Token) -> tuple[Link, ...]:
        """Whose toll the number is said to be: "put *its own losses* at 11 dead", "gave *their toll* as 40"."""
        for verb in nominal.ancestors:
            if verb.pos != "VERB":
                continue
            for noun in verb.all("dobj", "nsubjpass"):
                if noun.lemma.lower() in words("figures", "losses") | words("figures", "tolls"):
                    return self._by_counted(noun) or self._by_modifier(noun)
            if verb.dep not in ("conj", "advcl"):
                break
        return ()

    def modifying(self, noun: Token) -> tuple[Link, ...]:
        """The side named in a noun phrase ("Peruvian losses", "its own dead", "the dead of Peru")."""
        return self._by_modifier(noun) or self._by_preposition(noun)

    def party(self, noun: Token) -> tuple[Link, ...]:
        """The party a noun phrase stands for: itself where it is named, else the one it names as its own."""
        for one in _heads(noun):
            mention = self._found.mention_of(one)
            if mention is not None and _is_party(mention):
                links = tuple(self._found.link(each) for each in coordinated(one) if self._found.mention_of(each))
                if any(key(self._found, link) for link in links):
                    return tuple(state for link in links for state in self._state_of(link))
                return self._by_owner(one) or links  # "its Joint Command", "the ministry in Quito"
        return self._by_modifier(noun, pronouns=False) or self._by_owner(noun)

    def _by_owner(self, noun: Token) -> tuple[Link, ...]:
        """Whose body a body without a name is: its possessor, or the place in which it sits."""
        for one in noun.children:
            mention = self._found.mention_of(one) if one.dep == "poss" else None
            if mention is not None and (mention.form != "pronoun" or mention.antecedent):
                return (self._found.link(one),)
        for preposition in noun.all("prep"):
            for one in preposition.all("pobj") if preposition.lower in ("in", "of") else []:
                mention = self._found.mention_of(one)
                if mention is not None and mention.country and mention.type != "person":
                    return self._state_of(self._found.link(one))
        return ()

    def _state_of(self, link: Link) -> tuple[Link, ...]:
        """The state whose body a party is, where its name says so ("*Peru*'s Joint Command"); else the party."""
        mention = root(self._found, link)
        if mention is None or mention.type == "state":
            return (link,)
        for token in self._analysis.tokens_in(mention.evidence[0].start, mention.evidence[0].end):
            for one in token.children if self._found.mention_of(token) is mention else ():
                state = self._found.mention_of(one) if one.dep in _MODIFIERS else None
                if state is not None and state.type == "state":
                    return (self._named(one),)
        return (link,)

    def subject(self, token: Token) -> Token | None:
        """The nearest subject above a word: that of its verb, or of the verbs above it."""
        for one in (token, *token.ancestors):
            if one.pos in ("VERB", "AUX"):
                found = one.child("nsubj", "nsubjpass")
                if found is None or found.tag in ("WDT", "WP", "EX") or token in found.subtree:
                    continue
                return found
        return None

    def _by_modifier(self, noun: Token, *, pronouns: bool = True) -> tuple[Link, ...]:
        mention = self._found.mention_of(noun)
        if mention is not None and mention.reading == "people" and mention.form in ("demonym", "name"):
            return (self._found.link(noun),)
        links: list[Link] = []
        for one in noun.children:
            if one.dep not in _MODIFIERS or one.i > noun.i:
                continue
            inner = self._found.mention_of(one)
            if inner is not None and inner.form != "pronoun" and _is_party(inner):
                links.extend(self._named(each) for each in coordinated(one) if self._found.mention_of(each))
            elif pronouns and one.lower in _POSSESSIVES and not links:
                links.extend(self._possessor(one))
        return tuple(links)

    def _named(self, token: Token) -> Link:
        """The name alone, without what the parser hangs on it ("three *Thai* soldiers")."""
        mention = self._found.mention_of(token)
        return self._found.link(token) if mention is None else Link(span=mention.evidence[0], mention=mention.id)

    def _possessor(self, pronoun: Token) -> tuple[Link, ...]:
        """Who "its" or "their" stands for: the antecedent, else the subject above it."""
        mention = self._found.mention_of(pronoun)
        own = self._found.link(pronoun)
        if pronoun.lower in ("our", "my") or (mention is not None and key(self._found, own)):
            return self._state_of(own)
        subject = self.subject(pronoun.head)
        if subject is None or pronoun.head in (subject, *subject.subtree):
            return (own,) if mention is not None and mention.antecedent else ()
        return self.party(subject)

    def _by_preposition(self, noun: Token) -> tuple[Link, ...]:
        allowed = _VERB_PREPOSITIONS if noun.pos in ("VERB", "AUX") else _NOUN_PREPOSITIONS
        for preposition in noun.children:
            if preposition.dep != "prep" or preposition.lower not in allowed:
                continue
            for one in preposition.all("pobj"):
                links = self._of_phrase(one, preposition)
                if links:
                    return links
        return ()

    def _by_counted(self, noun: Token) -> tuple[Link, ...]:
        """The side of those that a toll is a toll of."""
        for preposition in noun.all("prep"):
            for one in preposition.all("pobj") if preposition.lower in ("of", "for", "among") else []:
                links = self._by_modifier(one)
                if links:
                    return links
        return ()

    def _of_phrase(self, one: Token, preposition: Token) -> tuple[Link, ...]:
        if one.lemma in _SIDES and any(kid.lower in _BOTH for kid in one.children):
            return self.belligerents(one)
        mention = self._found.mention_of(one)
        if (
            preposition.lower in ("of", "from", "among", "for", "between")
            and mention is not None
            and _is_party(mention)
        ):
            return self._found.links(one) if preposition.lower != "from" or mention.reading != "place" else ()
        if one.lemma in _SIDES or one.lemma in ("rank", "force", "troop", "soldier", "man"):
            return self._by_modifier(one)
        return ()

    def _by_loser(self, nominal: Token, item: Counted) -> tuple[Link, ...]:
        """The subject of "lost", "admitted to", "suffered"."""
        cue = item.cue
        verb = cue if cue is not None and cue.pos == "VERB" else _top(nominal).head
        if verb.dep == "prep":
            verb = verb.head
        if verb.child("auxpass") is not None or (verb.tag == "VBN" and verb.dep == "acl"):
            # "admitted that two jets were lost": what one admits is one's own
            verb = verb.head if verb.dep == "ccomp" and verb.head.lemma in words("figures", "admitting") else nominal
        acts = (
            words("figures", "losing") | words("figures", "admitting") | frozenset(lexicon("figures")["counted_acts"])
        )
        if verb.lemma not in acts:
            return ()
        subject = self.subject(verb)
        return self.party(subject) if subject is not None else ()

    def belligerents(self, token: Token) -> tuple[Link, ...]:
        """The two that "both sides" stands for: the last pair "between X and Y" told before."""
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
        return tuple(self._named(token) for token in named) if joined and len(named) == 2 else ()


def _is_conflict(between: Token) -> bool:
    near = [between.head, *between.head.children]
    return any(one.lemma in words("figures", "conflicts") for one in near)


def _is_party(mention: Mention) -> bool:
    """Whether a mention can stand for a side: a state, a people, a group, or a place that stands for them."""
    if mention.reading == "outlet" or mention.type in ("person", "outlet"):
        return False
    return mention.form != "pronoun" or mention.antecedent is not None


def _heads(noun: Token) -> Iterator[Token]:
    yield noun
    yield from noun.all("appos")


def _top(nominal: Token) -> Token:
    while nominal.dep in ("conj", "appos", "nummod") and nominal.head.pos in ("NOUN", "PROPN", "NUM", "ADJ"):
        nominal = nominal.head
    return nominal


def loss_of(found: Found, side: tuple[Link, ...], counter: tuple[Link, ...], parties: Iterable[str]) -> LossOf:
    """Whether the side's loss is the counter's own or its enemy's; unspecified where that is not sure.

    `parties` are the keys (see `key`) of those who suffer losses in the report: a counter
    outside of it is a third party.
    """
    sides = {key(found, link) for link in side}
    if not side or not counter or counter[0].document:
        return "unspecified"
    if counter[0].mention is not None and counter[0].mention in {link.mention for link in side}:
        return "own" if len(side) == 1 else "both"
    counts = key(found, counter[0]) or _key_inside(found, counter[0])
    if counts is None or None in sides:
        return "unspecified"
    if counts in sides:
        return "both" if len(sides) > 1 else "own"
    return "enemy" if counts in set(parties) and len(sides) == 1 else "unspecified"


def _key_inside(found: Found, link: Link) -> str | None:
    """The party named inside a phrase ("Norvland officials"), where it is one only."""
    if link.span is None:
        return None
    inside = found.within(Mention, link.span.start, link.span.end)
    keys = {one for each in inside if (one := key(found, Link(mention=each.id)))}
    return keys.pop() if len(keys) == 1 else None


def key(found: Found, link: Link) -> str | None:
    """What makes two links the same party: the country, else the name, of the mention or its antecedent.

    A person is one with their country; who is of none that is known has no key.
    """
    mention = found.record(link.mention) if link.mention else None
    for _ in range(5):
        if not isinstance(mention, Mention):
            return None
        own = mention.country or next((role.of for role in mention.roles if role.of), None)
        if own or (mention.name and mention.type != "person"):
            return own or mention.name
        mention = found.record(mention.antecedent) if mention.antecedent else None
    return None


def root(found: Found, link: Link) -> Mention | None:
    """The named mention that a link goes back to."""
    mention = found.record(link.mention) if link.mention else None
    for _ in range(5):
        if not isinstance(mention, Mention):
            return None
        if mention.name or not mention.antecedent:
            return mention
        mention = found.record(mention.antecedent)
    return None
