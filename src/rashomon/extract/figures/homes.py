"""Sides that no word beside the number tells: one's own by who counts, people of the place in which it befell them."""

from collections.abc import Iterator
from functools import cached_property

from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.nouns import singular
from rashomon.extract.figures.opponents import Opponents
from rashomon.extract.figures.own_voice import OwnVoice
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties, key, party_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Event, Link, Mention

_FIGHTING = frozenset({"ASSAULT", "COERCE"})
# Words by which people who fled may have come from another state ("12,000 had *crossed the border*").
_COMING = frozenset({"cross", "arrive", "enter", "come", "pour", "stream", "flood", "into", "border", "frontier"})
# Of what people die or leave their homes besides, and no war did it.
_MISHAPS = frozenset(
    {
        "ferry",
        "dam",
        "accident",
        "crash",
        "disease",
        "flooding",
        "eruption",
        "volcano",
        "stampede",
        "project",
        "robbery",
    }
)
# Words by which people are of another land, or of all.
_ABROAD = frozenset(
    {"abroad", "worldwide", "globally", "elsewhere", "neighbouring", "neighboring", "tourist", "foreign"}
)
_BORDERS = frozenset({"border", "frontier"})
_BEYOND = frozenset({"across", "beyond", "other"})
# A word of these stands for what its head tells.
_WITHIN = frozenset({"conj", "xcomp", "advcl", "acl", "relcl", "nsubj", "nsubjpass", "dobj"})
# Where people are cared for or take shelter is not their home.
_WHERE = dict.fromkeys(
    ("treat", "admit", "shelter", "receive", "camp", "huddle", "lodge", "house", "arrive", "seek", "take"), ("from",)
)


class Homes:
    """Finds sides by counters and places in one report."""

    def __init__(self, analysis: Analysis, found: Found, opponents: Opponents, own: OwnVoice) -> None:
        self._analysis = analysis
        self._own = own
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
            return here or self._of_army(item, counter)
        if self._is_listed(item) and own in self._opponents.fighting():
            return self._own_state(counter[0]) or self._own_force(counter[0])
        kind = singular(item.noun) if item.noun is not None else ""
        regulars = kind in words("figures", "regulars") or (kind == "man" and bool(self._own_force(counter[0])))
        regulars = regulars and not _is_claimed(item.cue)
        doers = {one for link in self._killers(item.cue) if (one := key(self._found, link))}
        if not doers:
            agent = item.cue.child("agent", "nsubj", "dobj") if item.cue.pos == "VERB" else None
            passive = agent is not None and agent.dep == "agent"  # "were wounded by a sniper"
            killed = item.rule in ("state", "predicate", "modifier") and (agent in (None, item.noun) or passive)
            return self._own_state(counter[0]) or self._own_force(counter[0]) if regulars and killed else ()
        if own not in doers and own in self._opponents.fighting() and doers <= set(self._opponents.fighting()):
            people = item.noun is not None and (regulars or item.category == "civilian")
            return self._own_state(counter[0]) if people else ()
        return ()

    def _of_army(self, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The army of a state that nobody names, where it counts its own ("two men were wounded, *the army* said")."""
        regulars = item.noun is not None and singular(item.noun) in words("figures", "regulars")
        if not regulars or not counter or item.cue is None or item.cue.pos != "VERB" or self._killers(item.cue):
            return ()
        mention = self._found.record(counter[0].mention) if counter[0].mention else None
        army = isinstance(mention, Mention) and mention.rule == "organ of a state"
        befell = item.cue.tag == "VBN" and item.cue.child("dobj") is None
        return self._own_force(counter[0]) if army and befell else ()

    def befell_regulars(self, item: Counted) -> bool:
        """Whether regulars are told to have died or been hurt, and nobody to have done it."""
        regulars = item.noun is not None and singular(item.noun) in words("figures", "regulars")
        if not regulars or item.cue is None or item.counts not in ("killed", "wounded", "missing"):
            return False
        if _is_claimed(item.cue):
            return False
        agent = item.cue.child("nsubj", "dobj") if item.cue.pos == "VERB" else None
        return not self._killers(item.cue) and agent in (None, item.noun) and item.cue.child("agent") is None

    def _is_listed(self, item: Counted) -> bool:
        """Whether somebody gives out a bare number of dead or wounded ("the ministry *listed* 31 wounded")."""
        if item.noun is not None or item.rule != "state" or item.cue is None:
            return False
        verb = next((one for one in item.cue.ancestors if one.pos == "VERB"), None)
        return verb is not None and verb.lemma in words("figures", "listing")

    def by_place_of(self, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Whom a hospital or the officials of a place count are people of that place, unless another is named."""
        span = counter[0].span if counter else None
        if span is None or item.category == "military" or item.counts not in ("killed", "wounded", "displaced"):
            return ()
        inside = self._analysis.tokens_in(span.start, span.end)
        locals_ = [one for one in inside if one.lemma.lower() in words("figures", "locals") or _is_of_health(one)]
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

    def _own_force(self, counter: Link) -> tuple[Link, ...]:
        """The army or guard that counts, where nobody knows whose it is ("*the army* said two soldiers were hurt")."""
        mention = self._found.record(counter.mention) if counter.mention else None
        span = counter.span
        force = isinstance(mention, Mention) and mention.type in ("armed group", "government")
        if span is None or not force:
            return ()
        named = {word.strip(",.").lower() for word in span.text.replace("-", " ").split()}
        if not named & words("figures", "counters"):
            return ()
        # "the High Command" in a paper of one side
        anybodys = named <= words("figures", "counters") | {"the", "armed", "high", "supreme"}
        home = self._own.home() if anybodys else None
        return (Link(span=span, mention=home.id if home is not None else counter.mention),)

    def by_own_voice(self, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The regulars whom a party's own paper counts by itself are its own ("57 servicemen gave their lives")."""
        regulars = item.noun is not None and singular(item.noun) in words("figures", "regulars")
        home = self._own.home() if regulars and counter and counter[0].document else None
        if home is None or item.cue is None or self._killers(item.cue):
            return ()
        if item.counts == "captured" and self._opponents.foe(None) is not None:
            return ()  # whom such a paper tells to be taken are the other side's
        holds = item.cue.lemma in ("hold", "keep", "have", "take", "capture") and item.cue.child("nsubj") is not None
        return () if item.counts == "captured" and holds else (_to(home),)  # "we hold 31 of his paratroopers"

    def by_scene(self, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """People hit are people of the one place where the attack was that is told of in this sentence or the last."""
        if item.category == "military" or item.cue is None or item.counts not in ("killed", "wounded", "missing"):
            return ()
        if item.noun is not None and singular(item.noun) in words("figures", "regulars"):
            return ()
        if self.doer(item.cue) in {key(self._found, link) for link in counter[:1]} - {None}:
            return ()  # who counts those whom he killed counts enemies
        here = self._analysis.sentence_of(item.cue)
        first = here.index - 1 if item.rule == "predicate" else here.index
        told = self._analysis.sentences[max(0, first) : here.index + 1]
        for sentence in reversed([one for one in told if one.paragraph == here.paragraph]):
            places = self._scenes(sentence.start, sentence.end)
            if places:
                return (_to(places[0]),) if len({one.name for one in places}) == 1 else ()
        return ()

    def by_land(self, item: Counted) -> tuple[Link, ...]:
        """People driven out, and civilians killed, are of the one state in whose land all the fighting is."""
        come = item.noun is not None and singular(item.noun) in words("figures", "groups_by_themselves")
        fled = item.counts == "displaced" and not come and not come_in(item)
        around = [one for one in (item.cue, item.noun) if one is not None]
        kept = any(one.lemma in _WHERE or one.head.lemma in _WHERE for one in around)  # "Osk *has taken in* 8,000"
        fled = fled and not kept
        hit = item.counts in ("killed", "wounded") and item.noun is not None and item.noun.lemma.lower() == "civilian"
        land = self._land if fled or hit else None
        if land is None or item.cue is None:
            return ()
        here = self._analysis.sentence_of(item.cue)
        told = {one.lemma.lower() for one in self._analysis.words(here)}
        if told & (words("events", "nature") | _MISHAPS | _ABROAD) or (told & _BORDERS and told & _BEYOND):
            return ()  # "40 civilians died when a ferry sank", "12 civilians from abroad were killed"
        inside = self._found.within(Mention, here.start, here.end)
        named = {one.country for one in inside if one.country and one.form == "name" and one.type in ("state", "place")}
        return (_to(land),) if named <= {land.country} else ()  # "floods *in Osk* have driven 4,000 from their homes"

    @cached_property
    def _land(self) -> Mention | None:
        """The only state in which the places of the fighting lie."""
        places = [
            one for event in self._found.events if event.type in _FIGHTING and not event.background
            for link in event.places if isinstance(one := self._found.record(link.mention or ""), Mention)
        ]  # fmt: skip
        countries = {one.country for one in places if one.country}
        states = (one for one in self._found.mentions if one.type == "state" and one.country in countries)
        return next(states, None) if len(countries) == 1 else None

    def _scenes(self, start: int, end: int) -> list[Mention]:
        """The places of the attacks that are told between two characters; of "the market of X" the place X."""
        found: list[Mention] = []
        for event in self._found.within(Event, start, end):
            if event.type != "ASSAULT" or event.background:
                continue
            for link in event.places:
                mention = self._found.record(link.mention) if link.mention else None
                if isinstance(mention, Mention) and mention.name and self._is_scene(mention):
                    found.append(mention)
        return found

    def _is_scene(self, place: Mention) -> bool:
        """Whether people live where something took place: in or at it, not on a road to it or brought there."""
        inside = self._analysis.tokens_in(place.evidence[0].start, place.evidence[0].end)
        above = next((one for token in inside for one in (token, *token.ancestors) if one.pos == "ADP"), None)
        return above is not None and above.lower in ("in", "at", "of")

    def by_place(self, item: Counted) -> tuple[Link, ...]:
        """Civilians are people of the place where they were hit, fled from, or live ("residents of Pell")."""
        if item.category == "military":
            return ()
        if item.counts == "captured":
            return self._of_home(item)
        if item.counts not in ("killed", "wounded", "displaced", "missing"):
            return ()
        if item.rule == "toll" and item.cue is not None:
            return self._scene_of(item.cue)
        for anchor in (item.noun, item.cue):
            for preposition in anchor.all("prep") if anchor is not None else ():
                lives = anchor is item.noun and preposition.lower in ("of", "from", "in", "at")
                whence = (
                    _WHERE.get(anchor.lemma, ("in", "at", "from", "inside", "within")) if anchor is not None else ()
                )
                befell = anchor is item.cue and preposition.lower in whence
                for one in preposition.all("pobj") if lives or befell else ():
                    link = self._place(one) or (self._name(one) if lives and preposition.lower == "of" else None)
                    if link is not None:
                        return (link,)
        return ()

    def _scene_of(self, toll: Token) -> tuple[Link, ...]:
        """The one place in the words of a toll ("the toll of the raid on *Pell* market"), its counter's left out."""
        inside = [one for one in toll.subtree if not any(above.lower == "by" for above in one.ancestors)]
        near = {link.mention: link for one in inside if (link := self._place(one)) is not None}
        return tuple(near.values()) if len(near) == 1 else ()

    def _of_home(self, item: Counted) -> tuple[Link, ...]:
        """Where those who were taken live or work ("31 employees of the *Lenk* mill")."""
        for preposition in item.noun.all("prep") if item.noun is not None else ():
            for one in preposition.all("pobj") if preposition.lower in ("of", "from") else ():
                link = self._place(one)
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
        links = self._parties.party(subject) or (self._found.link(subject),)
        return (key(self._found, links[0]) or self._nameless(links[0])) if len(links) == 1 else None

    def _nameless(self, link: Link) -> str | None:
        """What stands for a force that the report never names ("*the army* claims to have killed more than 500")."""
        mention = self._found.record(link.mention) if link.mention else None
        force = isinstance(mention, Mention) and mention.type == "armed group" and mention.form != "pronoun"
        return f"nameless: {link.mention}" if force else None

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

    def own_losses(self, counter: Link) -> tuple[Link, ...]:
        """The party of the counter, else the army or guard that counts."""
        return self.own_party(counter) or self._own_force(counter)

    def _own_state(self, counter: Link) -> tuple[Link, ...]:
        """The state or group of the counter, in the counter's own words."""
        state = party_of(self._found, counter)
        if state is None or state.type != "state" or counter.span is None:
            return ()
        own = key(self._found, counter)
        inside = self._found.within(Mention, counter.span.start, counter.span.end)
        named = next((one for one in inside if one.type == "state" and key(self._found, _to(one)) == own), None)
        return (_to(named) if named is not None else Link(span=counter.span, mention=state.id),)


def come_in(item: Counted) -> bool:
    """Whether those who fled may have come from abroad: they crossed a border, or arrived."""
    cue = item.cue or item.noun
    tops = [cue, *([cue.head] if cue.dep in _WITHIN else [])] if cue is not None else []
    around = [one for top in tops for one in top.subtree]
    return any(one.lemma.lower() in _COMING for one in around)


def _is_claimed(cue: Token) -> bool:
    """Whether a loss is what somebody's claim is of: another's ("stood by its *claim* that 120 soldiers had died")."""
    return cue.dep == "acl" and cue.head.lemma == "claim"


def _is_of_health(noun: Token) -> bool:
    """Whether a body counts the dead of its own country: a ministry or service of health."""
    return noun.lemma.lower() in ("ministry", "minister", "service") and any(
        one.lower in ("health", "emergency") for one in noun.children
    )


def _antecedent(verb: Token) -> Token | None:
    """What a relative clause hangs on, by a verb in it ("the PKK, which claims to have killed 93")."""
    while verb.dep in ("xcomp", "ccomp", "conj"):
        verb = verb.head
    return verb.head if verb.dep == "relcl" else None


def _to(mention: Mention) -> Link:
    return Link(span=mention.evidence[0], mention=mention.id)
