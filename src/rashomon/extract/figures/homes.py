"""Sides that no word beside the number tells: one's own by who counts, people of the place in which it befell them."""

from collections.abc import Iterator

from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.nouns import singular
from rashomon.extract.figures.opponents import Opponents
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties, key, party_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention


class Homes:
    """Finds sides by counters and places in one report."""

    def __init__(self, analysis: Analysis, found: Found, opponents: Opponents) -> None:
        self._analysis = analysis
        self._found = found
        self._opponents = opponents
        self._parties = Parties(analysis, found)

    def by_counter(self, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Whose they are by who counts: one's own regulars, one's people whom the enemy killed, the enemy's.

        "The ministry said six soldiers were killed" are its own: others' would be called
        so. Whom "our gunners" killed are not ours, and whom the enemy killed are.
        """
        if item.cue is None or item.counts in ("money", "troops", "other"):
            return ()
        here = self.by_place_of(item, counter)
        own = key(self._found, counter[0]) if counter and counter[0].mention else None
        if here or own is None:
            return here
        regulars = item.noun is not None and singular(item.noun) in words("figures", "regulars")
        doers = {one for link in self._killers(item.cue) if (one := key(self._found, link))}
        if not doers:
            agent = item.cue.child("agent", "nsubj", "dobj") if item.cue.pos == "VERB" else None
            killed = item.rule in ("state", "predicate", "modifier") and (agent is None or agent is item.noun)
            return self._own_state(counter[0]) if regulars and killed else ()
        if own not in doers and own in self._opponents.fighting() and doers <= set(self._opponents.fighting()):
            people = item.noun is not None and (regulars or item.category == "civilian")
            return self._own_state(counter[0]) if people else ()
        return ()

    def by_place_of(self, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
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

    def by_place(self, item: Counted) -> tuple[Link, ...]:
        """Civilians are people of the place where they were hit, fled from, or live ("residents of Pell")."""
        if item.category == "military" or item.counts not in ("killed", "wounded", "displaced", "missing"):
            return ()
        for anchor in (item.noun, item.cue):
            for preposition in anchor.all("prep") if anchor is not None else ():
                lives = anchor is item.noun and preposition.lower in ("of", "from", "in", "at")
                befell = anchor is item.cue and preposition.lower in ("in", "at", "from")
                for one in preposition.all("pobj") if lives or befell else ():
                    link = self._place(one) or (self._name(one) if lives and preposition.lower == "of" else None)
                    if link is not None:
                        return (link,)
        return ()

    def _name(self, noun: Token) -> Link | None:
        """A name in capitals that nobody knows, as words alone."""
        return Link(span=self._analysis.span((noun,))) if noun.pos == "PROPN" else None

    def _place(self, noun: Token) -> Link | None:
        """The place that a noun names, or that stands before it ("the *Sabo* market")."""
        for one in (noun, *noun.all("compound", "nmod")):
            mention = self._found.mention_of(one)
            if mention is not None and (mention.reading == "place" or mention.type in ("state", "place")):
                return self._parties.named(one)
        return None

    def doer(self, verb: Token) -> str | None:
        """The key of the party that does what an active verb tells; None where it is not known."""
        if verb.pos != "VERB":
            return None
        agent = verb.child("agent")
        subject = agent.child("pobj") if agent is not None else verb.child("nsubj") or self._parties.subject(verb)
        if subject is None or subject.tag in ("WDT", "WP"):
            subject = _antecedent(verb)
        if subject is None or (agent is None and verb.child("auxpass") is not None):
            return None
        links = self._parties.party(subject)
        return key(self._found, links[0]) if len(links) == 1 else None

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
        if doer is None and verb.child("dobj") is not None and verb.dep in ("conj", "advcl", "xcomp", "pcomp"):
            doer = self._parties.subject(verb)  # "downed two jets and *captured* a pilot"
        active = verb.pos == "VERB" and (agent is not None or verb.child("dobj") is not None)
        return self._parties.party(doer) if active and doer is not None else ()

    def own_party(self, counter: Link) -> tuple[Link, ...]:
        """The state of the counter, or the armed group that it is."""
        own = self._own_state(counter)
        mention = party_of(self._found, counter)
        group = mention is not None and mention.type == "armed group"
        return own or ((Link(span=counter.span, mention=mention.id),) if group and mention is not None else ())

    def _own_state(self, counter: Link) -> tuple[Link, ...]:
        """The state or group of the counter, in the counter's own words."""
        state = party_of(self._found, counter)
        if state is None or state.type != "state" or counter.span is None:
            return ()
        own = key(self._found, counter)
        inside = self._found.within(Mention, counter.span.start, counter.span.end)
        named = next((one for one in inside if one.type == "state" and key(self._found, _to(one)) == own), None)
        return (_to(named) if named is not None else Link(span=counter.span, mention=state.id),)


def _antecedent(verb: Token) -> Token | None:
    """What a relative clause hangs on, by a verb in it ("the PKK, which claims to have killed 93")."""
    while verb.dep in ("xcomp", "ccomp", "conj"):
        verb = verb.head
    return verb.head if verb.dep == "relcl" else None


def _to(mention: Mention) -> Link:
    return Link(span=mention.evidence[0], mention=mention.id)
