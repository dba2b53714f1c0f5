"""Whose people or things a number counts."""

from collections import Counter
from collections.abc import Iterator

from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.nouns import singular
from rashomon.extract.figures.numbers import Number
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties, is_enemy, is_party, key, party_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Mention

_NOUN_PREPOSITIONS = ("of", "from", "on", "in", "among", "for", "between")
_VERB_PREPOSITIONS = ("on", "among", "from", "between")
_BOTH = frozenset({"both", "two", "all", "each"})
_SIDES = frozenset({"side", "country", "nation", "army", "party"})
# Reports name whom they call the enemy more than once.
_LEAST_DEEDS = 2


class Sides:
    """Finds sides in one report."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._parties = Parties(analysis, found)
        self._fighters: Counter[str] | None = None

    def of(self, number: Number, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The side whose people or things are counted; empty where the words do not tell."""
        if item.counts == "money":
            return self._by_doer(number, item, "paying")
        nominal = item.noun or number.head
        anchors = [one for one in (item.noun, number.head, item.cue) if one is not None]
        for one in [*anchors, *(top for top in (_top(nominal),) if top is not nominal)]:
            if one is item.cue and one.lemma.lower() in words("figures", "tolls"):
                links = self._by_counted(one)  # "its count of Peruvian dead": whose count is not whose dead
                if links:
                    return links
            links = self._parties.modifying(one) or self._by_preposition(one) or self._by_enemy(one, counter)
            if links:
                return links
        if item.counts == "troops":
            return self._by_doer(number, item, "sending")
        by_verb = self._by_revised(nominal, counter) or self._by_loser(nominal, item, counter)
        return by_verb or self._by_toll(number, counter) or self._by_counter(item, counter)

    def party(self, noun: Token) -> tuple[Link, ...]:
        """The party a noun phrase stands for."""
        return self._parties.party(noun)

    def _by_revised(self, nominal: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Whose toll the number is said to be: "put *its own losses* at 11 dead", "gave *their toll* as 40"."""
        for verb in nominal.ancestors:
            if verb.pos != "VERB":
                continue
            for noun in verb.all("dobj", "nsubjpass"):
                if _is_toll(noun):
                    return self._of_toll(noun, counter)
            if verb.dep not in ("conj", "advcl"):
                break
        return ()

    def _by_toll(self, number: Number, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The same by the order of words, where the parser goes wrong: "*our losses* stand at 19 fallen"."""
        first = self._analysis.sentence_of(number.head).first
        for token in reversed(self._analysis.tokens[first : number.words[0].i]):
            if _is_toll(token) and token.pos == "NOUN" and token.lemma.lower() not in ("dead", "death"):
                return self._of_toll(token, counter)
            lemma = token.lemma.lower()
            told = lemma in words("figures", "toll_verbs") | words("figures", "giving") or _is_state(token)
            if token.text == ";" or (token.pos == "VERB" and not told and token.lower != "included"):
                return ()
        return ()

    def _of_toll(self, noun: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        return self._by_counted(noun) or self._parties.modifying(noun) or self._by_enemy(noun, counter)

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
                links = self._parties.modifying(one) or self._of_group(one)
                if links:
                    return links
        return ()

    def _of_group(self, noun: Token) -> tuple[Link, ...]:
        """Read "its count of *Guard* fighters": the armed group or people beside those who are counted."""
        mention = self._found.mention_of(noun)
        fits = mention is not None and mention.type in ("armed group", "state", "people") and is_party(mention)
        return (self._parties.named(noun),) if fits else ()

    def _of_phrase(self, one: Token, preposition: Token) -> tuple[Link, ...]:
        if one.lemma in _SIDES and any(kid.lower in _BOTH for kid in one.children):
            return self._parties.belligerents(one)
        mention = self._found.mention_of(one)
        fits = preposition.lower in ("of", "from", "among", "for", "between")
        if fits and mention is not None and is_party(mention) and mention.form != "pronoun":
            return self._found.links(one) if preposition.lower != "from" or mention.reading != "place" else ()
        if one.lemma in _SIDES or one.lemma in ("rank", "force", "troop", "soldier", "man"):
            return self._parties.modifying(one)
        return ()

    def _by_loser(self, nominal: Token, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The subject of "lost", "admitted to", "suffered", "left … dead behind"."""
        for verb in _verbs_above(nominal, item):
            lemma = verb.lemma
            subject = self._parties.subject(verb)
            if subject is None or not (_loses(verb) or lemma == "leave"):
                continue
            if lemma == "leave":
                left = item.counts == "killed" and self._is_fighter(subject)
                return self._losers(subject, counter) if left else ()
            return self._losers(subject, counter)
        return ()

    def _losers(self, subject: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        return self._parties.party(subject) or self._by_enemy(subject, counter)

    def _is_fighter(self, noun: Token) -> bool:
        """Whether a noun stands for people in arms, who leave their own dead behind, and not for an attack."""
        mention = self._found.mention_of(noun)
        group = mention is not None and mention.type == "armed group"
        return group or is_enemy(noun) or noun.lemma.lower() in lexicon("figures")["people"]["military"]

    def _by_counter(self, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Whose they are by who counts: one's own regulars, one's people whom the enemy killed, the enemy's.

        "The ministry said six soldiers were killed" are its own: others' would be called
        so. Whom "our gunners" killed are not ours, and whom the enemy killed are.
        """
        if item.cue is None or item.counts in ("money", "troops", "other"):
            return ()
        here = self._by_place_of(item, counter)
        own = key(self._found, counter[0]) if counter and counter[0].mention else None
        if here or own is None:
            return here
        regulars = item.noun is not None and singular(item.noun) in words("figures", "regulars")
        doers = {one for link in self._killers(item.cue) if (one := key(self._found, link))}
        if not doers:
            agent = item.cue.child("agent", "nsubj") if item.cue.pos == "VERB" else None
            killed = item.rule in ("state", "predicate") and (agent is None or agent is item.noun)
            return self._own_state(counter[0]) if regulars and killed else ()
        if own not in doers and own in self._fighting() and doers <= set(self._fighting()):
            people = item.noun is not None and (regulars or item.category == "civilian")
            return self._own_state(counter[0]) if people else ()
        return ()

    def _by_place_of(self, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Whom a hospital or the officials of a place count are people of that place, unless another is named."""
        span = counter[0].span if counter else None
        if span is None or item.category == "military" or item.counts not in ("killed", "wounded", "displaced"):
            return ()
        inside = self._analysis.tokens_in(span.start, span.end)
        locals_ = [one for one in inside if one.lemma.lower() in words("figures", "locals")]
        local = locals_[-1] if locals_ else None  # "civil defence *officials*"
        if local is None or item.cue is None:
            return ()
        near = [one for prep in local.all("prep") if prep.lower in ("in", "of", "at") for one in prep.all("pobj")]
        near += local.all("poss", "amod", "compound")
        for one in near:
            mention = self._found.mention_of(one)
            if mention is not None and (mention.reading == "place" or mention.type == "state"):
                elsewhere = any(self._is_outside(place, mention) for place in self._places_of(item.cue))
                return () if elsewhere else (self._parties.named(one),)
        return ()

    def _places_of(self, verb: Token) -> Iterator[Mention]:
        """The places named in a clause."""
        for token in verb.subtree:
            mention = self._found.mention_of(token) if token.dep in ("pobj", "dobj") else None
            if mention is not None and (mention.reading == "place" or mention.type == "state"):
                yield mention

    def _is_outside(self, place: Mention, home: Mention) -> bool:
        """Whether a place is another one than `home`, and not known to lie in it."""
        if place.name == home.name or (home.type == "state" and place.country in (None, home.country)):
            return False
        return place is not home

    def _killers(self, verb: Token) -> tuple[Link, ...]:
        """Who did it, where the verb says so: the subject of "killed", the agent of "were killed by"."""
        agent = verb.child("agent")
        doer = agent.child("pobj") if agent is not None else verb.child("nsubj")
        active = verb.pos == "VERB" and (agent is not None or verb.child("dobj") is not None)
        return self._parties.party(doer) if active and doer is not None else ()

    def _own_state(self, counter: Link) -> tuple[Link, ...]:
        """The state or group of the counter, in the counter's own words."""
        state = party_of(self._found, counter)
        if state is None or state.type != "state" or counter.span is None:
            return ()
        own = key(self._found, counter)
        inside = self._found.within(Mention, counter.span.start, counter.span.end)
        named = next((one for one in inside if one.type == "state" and key(self._found, _to(one)) == own), None)
        return (_to(named) if named is not None else Link(span=counter.span, mention=state.id),)

    def _by_doer(self, number: Number, item: Counted, acts: str) -> tuple[Link, ...]:
        """Who pays the money or sends the men: the subject of the verb whose object they are."""
        top = _top(item.noun or number.head)
        if top.dep == "pobj" and top.head.lower == "of":
            top = top.head.head  # "hundreds of fighters"
        verb = top.head if top.dep == "dobj" else None
        if verb is None or verb.lemma not in words("figures", acts):
            return ()
        subject = verb.child("nsubj")
        if subject is None and verb.dep == "pcomp":  # "accused X of flying hundreds of men"
            subject = verb.head.head.child("dobj", "nsubjpass")
        if subject is None and verb.dep == "conj":
            subject = self._parties.subject(verb)
        return self._parties.party(subject) if subject is not None else ()

    def _by_enemy(self, noun: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Whom the counter calls the enemy: the only other one that fights in the report."""
        words_of = [one for one in (noun, *noun.all("poss", "compound", "amod")) if is_enemy(one)]
        own = key(self._found, counter[0]) if counter and counter[0].mention else None
        if not words_of or own is None:
            return ()
        others = [(name, deeds) for name, deeds in self._fighting().most_common(3) if name != own]
        if own not in self._fighting() or not others or others[0][1] < _LEAST_DEEDS:
            return ()
        if len(others) > 1 and others[1][1] == others[0][1]:
            return ()
        state = next((one for one in self._found.mentions if key(self._found, _to(one)) == others[0][0]), None)
        return (Link(span=self._analysis.span(words_of[:1]), mention=state.id),) if state is not None else ()

    def _fighting(self) -> Counter[str]:
        """How often each party of the report takes part in an assault."""
        if self._fighters is None:
            links = [
                link for event in self._found.events if event.type == "ASSAULT" and not event.background
                for link in (*event.initiators, *event.recipients)
            ]  # fmt: skip
            self._fighters = Counter(one for link in links if (one := key(self._found, link)))
        return self._fighters


def _to(mention: Mention) -> Link:
    return Link(span=mention.evidence[0], mention=mention.id)


def _is_toll(noun: Token) -> bool:
    return noun.lemma.lower() in words("figures", "losses") | words("figures", "tolls")


def _is_state(token: Token) -> bool:
    return any(token.lower in states for states in lexicon("figures")["states"].values())


def _loses(verb: Token) -> bool:
    """Whether the verb's subject tells of its own losses, or acts that are counted of its own."""
    acts = words("figures", "losing") | words("figures", "admitting")
    return verb.lemma in acts or verb.lemma in lexicon("figures")["counted_acts"]


def _verbs_above(nominal: Token, item: Counted) -> Iterator[Token]:
    """The verbs whose subject may be the loser, from the number outwards; not past what somebody else did."""
    cue = item.cue
    verb = cue if cue is not None and cue.pos == "VERB" else _top(nominal).head
    if verb.dep == "prep":
        verb = verb.head
    if verb.tag == "VBN" and verb.dep == "acl":
        above = _top(verb.head).head  # "acknowledged six soldiers killed"
        if above.lemma in words("figures", "admitting") and _top(verb.head).dep == "dobj":
            yield above
        return
    if verb.child("auxpass") is not None:
        # "admitted that two jets were lost": what one admits is one's own
        if verb.dep == "ccomp" and verb.head.lemma in words("figures", "admitting"):
            yield verb.head
        return
    yield verb


def _top(nominal: Token) -> Token:
    while nominal.dep in ("conj", "appos", "nummod") and nominal.head.pos in ("NOUN", "PROPN", "NUM", "ADJ"):
        nominal = nominal.head
    return nominal
