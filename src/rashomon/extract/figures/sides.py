"""Whose people or things a number counts."""

from collections.abc import Sequence

from rashomon.extract.figures.acts import (
    acts_on_others,
    is_state,
    is_toll,
    loses,
    top_of,
    verbs_above,
)
from rashomon.extract.figures.allegiance import Allegiance
from rashomon.extract.figures.beside import Beside
from rashomon.extract.figures.called import Called
from rashomon.extract.figures.camps import Camps
from rashomon.extract.figures.counted import Counted, are_rebels
from rashomon.extract.figures.doers import by_act, by_adjective, by_cost, by_doer
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.enemies import Enemies
from rashomon.extract.figures.groups import by_themselves
from rashomon.extract.figures.homes import Homes
from rashomon.extract.figures.nouns import category as category_of
from rashomon.extract.figures.nouns import singular
from rashomon.extract.figures.numbers import Number
from rashomon.extract.figures.opponents import Opponents
from rashomon.extract.figures.own_voice import OwnVoice
from rashomon.extract.figures.owners import by_culprit, by_label, by_quarter, in_arms, of_ranks, of_whom
from rashomon.extract.figures.servants import Servants
from rashomon.extract.figures.spoken_of import SpokenOf
from rashomon.extract.figures.tolls import category, loss_counts
from rashomon.extract.found import Found
from rashomon.extract.parties import Parties, is_enemy, is_party, key, party_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Category, Link

_NOUN_PREPOSITIONS = ("of", "from", "on", "in", "among", "for", "between")
_VERB_PREPOSITIONS = ("on", "among", "from", "between")
_BOTH = frozenset({"both", "two", "all", "each"})
_OURS = frozenset({"our", "my", "your"})
_SIDES = frozenset({"side", "country", "nation", "army", "party"})


class Sides:
    """Finds sides in one report."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._parties = Parties(analysis, found)
        self._own = OwnVoice(analysis, found)
        self._opponents = Opponents(found, self._own.foes)
        self._camps = Camps(found)
        self._called = Called(analysis, found, self._camps)
        self._homes = Homes(analysis, found, self._opponents, self._own)
        self._spoken_of = SpokenOf(analysis, found, self._of_toll)
        self._beside = Beside(analysis, found, self._own)
        self._allegiance = Allegiance(found, self._own, self._camps)
        self._servants = Servants(found, self._opponents, self._allegiance, self._homes)
        self._enemies = Enemies(analysis, found, self._opponents, self._homes, self._own, self._allegiance)

    def of(self, number: Number, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The side whose people or things are counted; empty where the words do not tell."""
        side = self._servants.of_own_army(self._told(number, item, counter), counter)
        if not any(map(self._own.foes.is_foe, side)) or not self._own.is_ours(number):
            return side
        home = self._own.home()
        return (Link(span=side[0].span, mention=home.id),) if home is not None else ()

    def _told(self, number: Number, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The side by the words around the number."""
        analysis, found = self._analysis, self._found
        if item.counts == "money":
            return by_doer(self._parties, number, item, "paying") or by_cost(self._parties, number, item)
        left_out = self._beside.left_out(number)
        if left_out:
            return left_out
        called = self._called.of(item)
        if called:
            return called
        nominal = item.noun or number.head
        anchors = [one for one in (item.noun, number.head, item.cue) if one is not None]
        for one in [*anchors, *(top for top in (top_of(nominal),) if top is not nominal)]:
            if one is item.cue and one.lemma.lower() in words("figures", "tolls"):
                links = self._by_counted(one)  # "its count of Peruvian dead": whose count is not whose dead
                fighters = self._fighters_of(one)
                links = links or (self._camps.of_noun(fighters) if fighters is not None else ())
                if links:
                    return links
                if item.counts == "captured" or fighters is not None:
                    continue  # "its estimate of guerrillas killed": who counts them did not lose them
            links = (
                self._of_clause(one) or self._beside.of(one)
                or self._by_preposition(one) or self._by_enemy(one, counter) or self._own.of_possessor(one)
                or self._of_army(one, item)
                or by_quarter(analysis, one)
            )  # fmt: skip
            if links:
                return links
        credited = self._credited(number)
        if credited:
            return credited
        if item.counts == "troops":
            return by_doer(self._parties, number, item, "sending") or by_adjective(analysis, found, item.noun)
        if item.counts == "other":
            links = by_culprit(analysis, self._parties, number, item) or by_act(self._parties, number, item)
            if links:
                return links
        by_verb = (
            self._by_revised(nominal, counter) or self._by_loser(nominal, item, counter) or self._by_loss(nominal)
            or self._by_deprived(nominal, counter) or self._of_relative(number, counter)
            or self._by_admission(number, item, counter) or self._by_lister(item)
            or by_cost(self._parties, number, item) or by_label(analysis, found, self._parties, number)
        )  # fmt: skip
        if item.counts == "equipment" and not by_verb:
            by_verb = by_doer(self._parties, number, item, "sending")
        toll = self._by_toll(number, counter) if not are_rebels(item) else ()
        toll = toll or self._spoken_of.of(number, item, counter)
        return by_verb or toll or by_adjective(analysis, found, item.noun)

    def at_home(self, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The side that only the counter or the place tells, where no word beside the number does."""
        if item.counts in ("money", "troops"):
            return ()
        by_counter = self._homes.by_counter(item, counter)
        if not by_counter and item.rule == "none" and counter and counter[0].mention:
            return self._homes.own_losses(counter[0])  # who says that nobody was lost speaks of one's own
        return (
            by_counter or self._homes.by_place(item) or self._servants.of_own_people(item, counter)
            or self._homes.by_own_voice(item, counter) or self._camps.of(item)
            or self._servants.of_servants(item, counter) or self._homes.by_scene(item, counter)
            or self._homes.by_land(item)
        )  # fmt: skip

    def own_losses(self, counter: Link) -> tuple[Link, ...]:
        """The party of whoever counts, else the army or guard that does; empty where nobody knows it."""
        return self._homes.own_losses(counter) if counter.mention else ()

    def settle(self, drafts: Sequence[Draft]) -> None:
        """Give sides that only the whole report tells."""
        self._enemies.settle(drafts)
        for draft in drafts:
            draft.side = draft.side or by_themselves(self._analysis, self._found, draft.item)

    def _of_clause(self, noun: Token) -> tuple[Link, ...]:
        """Whose "its" is in what somebody says: the sayer's ("*Osk* says five of its people died")."""
        own = next((one for one in noun.children if one.dep == "poss" and one.lower in ("its", "their")), None)
        clause = next((one for one in noun.ancestors if one.dep == "ccomp" and one.pos in ("VERB", "AUX")), None)
        if own is None or clause is None or clause.head.i > clause.i:
            return ()
        subject = clause.child("nsubj", "nsubjpass")
        if subject is not None and own not in subject.subtree and not acts_on_others(clause):
            return ()
        sayer = clause.head.child("nsubj")
        links = self._parties.party(sayer) if sayer is not None else ()
        words_of = self._analysis.span((own,))
        return tuple(Link(span=words_of, mention=link.mention) for link in links[:1])

    def _by_loss(self, nominal: Token) -> tuple[Link, ...]:
        """Read "conceded the loss of four tanks", "withdrew with the loss of 19 men"."""
        loss = nominal.head.head if nominal.dep == "pobj" and nominal.head.lower == "of" else None
        if loss is None or loss.lemma != "loss":
            return ()
        verb = loss.head.head if loss.dep == "pobj" else loss.head
        subject = self._parties.subject(verb) if verb.pos == "VERB" else None
        return self._parties.party(subject) if subject is not None and verb.lemma not in ("inflict", "cause") else ()

    def _by_deprived(self, nominal: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Read "*the column* was relieved of six lorries", "stripped *the Legion* of two radars"."""
        of = top_of(nominal).head
        verb = of.head
        if of.lower != "of" or verb.lemma not in words("figures", "depriving"):
            return ()
        loser = verb.child("nsubjpass") or verb.child("dobj")
        loser = loser or (self._parties.subject(verb) if verb.tag == "VBN" else None)
        return self._losers(loser, counter) if loser is not None else ()

    def party(self, noun: Token) -> tuple[Link, ...]:
        """The party a noun phrase stands for."""
        return self._parties.party(noun) or in_arms(self._found, noun) or self._of_person(noun)

    def _of_person(self, noun: Token) -> tuple[Link, ...]:
        """The party of a person who speaks for it."""
        if self._found.mention_of(noun) is None:
            return ()
        state = party_of(self._found, self._found.link(noun))
        return (Link(span=self._analysis.span((noun,)), mention=state.id),) if state is not None else ()

    def _by_revised(self, nominal: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Whose toll the number is said to be: "put *its own losses* at 11 dead", "gave *their toll* as 40"."""
        for verb in nominal.ancestors:
            if verb.pos != "VERB":
                continue
            for noun in verb.all("dobj", "nsubjpass"):
                if is_toll(noun):
                    return self._of_toll(noun, counter) or self._by_preposition(verb)
            if verb.dep not in ("conj", "advcl"):
                break
        return ()

    def _by_toll(self, number: Number, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The same by the order of words, where the parser goes wrong: "*our losses* stand at 19 fallen"."""
        noun = self._toll_before(number)
        return self._of_toll(noun, counter) if noun is not None else ()

    def category_of_toll(self, number: Number) -> Category:
        """Military or civilian, by the toll of which a number is part ("losses of the *army*: 57 dead")."""
        noun = self._toll_before(number)
        return category(noun) if noun is not None else "unspecified"

    def _toll_before(self, number: Number) -> Token | None:
        first = self._analysis.sentence_of(number.head).first
        for token in reversed(self._analysis.tokens[first : number.words[0].i]):
            if is_toll(token) and token.pos == "NOUN" and token.lemma.lower() not in ("dead", "death"):
                if token.dep == "pobj" and token.head.lower in ("in", "by", "to"):
                    continue  # "losses of the enemy, in the *estimate* of the staff: 300"
                return token
            lemma = token.lemma.lower()
            told = lemma in words("figures", "toll_verbs") | words("figures", "giving") or is_state(token)
            told = told or (token.tag == "VBN" and token.dep == "acl")  # "our losses, *published* here, come to 40"
            if token.text == ";" or (token.pos == "VERB" and not told and token.lower != "included"):
                return None
        return None

    def _of_toll(self, noun: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        if noun.lemma.lower() in words("figures", "tolls") and loss_counts(noun) == "captured":
            return self._by_counted(noun)  # "its count of the prisoners": who counts them did not lose them
        fighters = self._fighters_of(noun)
        if fighters is not None:
            return self._by_counted(noun) or self._camps.of_noun(fighters)
        return (
            self._by_counted(noun) or of_whom(self._analysis, self._found, noun) or self._parties.modifying(noun)
            or self._by_enemy(noun, counter) or self._own.of_possessor(noun) or self._own_losses(noun, counter)
            or self._own_of_toll(noun, counter) or self._by_preposition(noun) or self._of_ours(noun, counter)
            or self._camps.of_loss(noun, self._analysis.tokens[noun.i - 1] if noun.i else None)
            or self._called.before(noun)
        )  # fmt: skip

    def _of_army(self, noun: Token, item: Counted) -> tuple[Link, ...]:
        """Read "the number of *army* wounded", "12 *military* dead": those of the only state that fights."""
        if item.counts not in ("killed", "wounded", "captured", "missing"):
            return ()
        of = next((one for one in noun.all("prep") if one.lower == "of"), None)
        inside = [noun, *(self._analysis.tokens[of.i + 1 : of.i + 4] if of is not None else ())]
        for one in (each for each in inside if each.i and (is_state(each) or is_toll(each))):
            if links := self._camps.of_loss(one, self._analysis.tokens[one.i - 1]):
                return links
        return ()

    def _fighters_of(self, noun: Token) -> Token | None:
        """Those who rise of whom somebody keeps a count of their own ("cut *its estimate of guerrillas* killed")."""
        if noun.lemma.lower() not in words("figures", "reckonings") | words("figures", "tolls"):
            return None
        counted = (one for prep in noun.all("prep") if prep.lower == "of" for one in prep.all("pobj"))
        return next((one for one in counted if self._camps.are_risen(one)), None)

    def _own_losses(self, noun: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Read "*Own* casualties stood at 128", as staffs write: those of whoever counts."""
        before = self._analysis.tokens[max(0, noun.i - 2) : noun.i]
        own = before[-1:] if before and before[-1].lower == "own" else []
        if not own or any(one.tag in ("POS", "DT") or one.lower in _OURS for one in before[:-1]):
            return ()
        if any(one.tag == "PRP$" for one in before) and counter and counter[0].mention:
            return self._homes.own_losses(counter[0])
        named = self._homes.own_party(counter[0]) if counter and counter[0].mention else ()
        home = self._own.at(noun)
        return named or ((Link(span=self._analysis.span(own), mention=home.id),) if home is not None else ())

    def _of_ours(self, noun: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Read "*Our* casualties are 17, the command said", where nobody knows whose command it is: its own."""
        ours = any(one.dep == "poss" and one.lower == "our" for one in noun.children)
        return self._homes.own_losses(counter[0]) if ours and counter and counter[0].mention else ()

    def _own_of_toll(self, noun: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Read "raised the number *of its own dead*": those of whoever counts."""
        inside = [one for prep in noun.all("prep") if prep.lower == "of" for one in prep.all("pobj")]
        own = any(kid.lower == "own" for one in inside for kid in one.children)
        return self._homes.own_losses(counter[0]) if own and counter and counter[0].mention else ()

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

    def _credited(self, number: Number) -> tuple[Link, ...]:
        """Read "credits *the adversary* with 900 killed", "*the adversary* it credits with 900 killed"."""
        verb = next((one for one in number.head.ancestors if one.lemma == "credit" and one.pos == "VERB"), None)
        if verb is None or verb.i > number.head.i:
            return ()
        whom = verb.child("dobj", "nsubjpass") or (verb.head if verb.dep == "relcl" else None)
        return self._losers(whom, ()) if whom is not None else ()

    def _of_group(self, noun: Token) -> tuple[Link, ...]:
        """Read "its count of *Guard* fighters": the armed group or people beside those who are counted."""
        mention = self._found.mention_of(noun)
        fits = mention is not None and mention.type in ("armed group", "state", "people") and is_party(mention)
        return (self._parties.named(noun),) if fits else ()

    def _of_phrase(self, one: Token, preposition: Token) -> tuple[Link, ...]:
        if one.lemma in _SIDES and any(kid.lower in _BOTH for kid in one.children):
            return self._parties.belligerents(one)
        if one.lower == "us":
            return self._own.of(one)
        if one.lemma.lower() in words("figures", "homelands"):
            return self._homeland(one)
        mention = self._found.mention_of(one)
        fits = preposition.lower in ("of", "from", "among", "for", "between")
        if fits and mention is not None and is_party(mention) and mention.form != "pronoun":
            return self._found.links(one) if preposition.lower != "from" or mention.reading != "place" else ()
        serving = one.lemma in ("rank", "force", "man") or singular(one) in words("figures", "regulars")
        if one.lemma in _SIDES or serving:
            links = self._parties.modifying(one) or self._own.of_possessor(one) or of_ranks(self._found, one)
            return links or (self._called.before(one) if one.lemma in _SIDES else ())  # "on the *rebel* side"
        if category_of(one) == "military" and any(kid.lower == "our" for kid in one.children):
            return self._own.of_possessor(one)  # "213 of our combatants"
        return self._by_enemy(one, ())

    def _homeland(self, noun: Token) -> tuple[Link, ...]:
        """Whom "the Republic" or "the fatherland" stands for in a paper of its own."""
        home = self._own.home() if any(one.lower in ("the", "our") for one in noun.children) else None
        return (Link(span=self._analysis.span((noun,)), mention=home.id),) if home is not None else ()

    def _by_loser(self, nominal: Token, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The subject of "lost", "admitted to", "suffered", "left … dead behind"."""
        for verb in verbs_above(nominal, item):
            lemma = verb.lemma
            accused = verb.head.head.child("dobj", "nsubjpass") if verb.dep == "pcomp" else None
            subject = accused or self._parties.subject(verb)  # "accused *X* of breaking the truce 57 times"
            if subject is None or not (loses(verb, item) or lemma == "leave"):
                continue
            if lemma == "leave":
                left = item.counts in ("killed", "other", "equipment") and self._is_fighter(subject)
                return self._losers(subject, counter) if left else ()
            return self._losers(subject, counter)
        return ()

    def _by_admission(self, number: Number, item: Counted, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Read "*the Guard* acknowledged 71 killed", "*Velm* owns to 312": what one admits is one's own."""
        for verb in number.head.ancestors:
            if verb.pos != "VERB" or verb.lemma not in words("figures", "admitting"):
                continue
            subject = verb.child("nsubj")
            if subject is None or subject.i > number.head.i or item.counts == "money" or _is_done(item):
                return ()
            mention = self._found.mention_of(subject)
            named = mention is not None and mention.type != "person" and is_party(mention)
            return self._losers(subject, counter) or ((self._found.link(subject),) if named else ())
        return ()

    def _by_lister(self, item: Counted) -> tuple[Link, ...]:
        """Read "the 41 soldiers *it* had listed as killed": who lists people in arms lists its own."""
        verb = item.noun.child("relcl") if item.noun is not None and item.category == "military" else None
        if verb is None or verb.lemma not in words("figures", "giving") or verb.child("auxpass") is not None:
            return ()
        subject = verb.child("nsubj")
        if subject is None or subject.tag in ("WDT", "WP"):
            return ()
        mention = self._found.mention_of(subject)
        known = mention is not None and (mention.form != "pronoun" or bool(mention.antecedents))
        return self._losers(subject, ()) or ((self._found.link(subject),) if known else ())

    def _of_relative(self, number: Number, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Whose toll it is that somebody "had put at 1,100" ("army losses, *which it had put at* 1,100")."""
        for verb in number.head.ancestors:
            if verb.dep == "relcl" and verb.lemma in words("figures", "giving"):
                noun = verb.head
                return self._of_toll(noun, counter) if is_toll(noun) and noun.i < number.head.i else ()
        return ()

    def _losers(self, subject: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        return (
            self._servants.of_own_side(subject, counter) or self._own.of(subject)
            or (self._by_enemy(subject, counter) if is_enemy(subject) else ())
            or self._parties.party(subject) or self._by_enemy(subject, counter)
            or in_arms(self._found, subject) or self._enemy_meant(subject, counter)
            or self._servants.of_officer(subject)
        )  # fmt: skip

    def _enemy_meant(self, pronoun: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """The enemy whom "he" or "they" stands for, named before in the sentence ("as to the enemy, … *he* lost")."""
        mention = self._found.mention_of(pronoun)
        if pronoun.lower not in ("he", "it", "they") or (mention is not None and mention.antecedents):
            return ()
        first = self._analysis.sentence_of(pronoun).first
        enemies = [one for one in self._analysis.tokens[first : pronoun.i] if is_enemy(one)]
        return self._by_enemy(enemies[-1], counter) if enemies else ()

    def _is_fighter(self, noun: Token) -> bool:
        """Whether a noun stands for people in arms, who leave their own dead behind, and not for an attack."""
        mention = self._found.mention_of(noun)
        group = mention is not None and mention.type == "armed group"
        return group or is_enemy(noun) or noun.lemma.lower() in lexicon("figures")["people"]["military"]

    def _by_enemy(self, noun: Token, counter: tuple[Link, ...]) -> tuple[Link, ...]:
        """Whom the counter calls the enemy: the only other one that fights in the report, else the words alone."""
        words_of = [one for one in (noun, *noun.all("poss", "compound", "amod", "nmod")) if is_enemy(one)]
        if not words_of:
            return ()
        own = key(self._found, counter[0]) if counter and counter[0].mention else self._own.key_at(noun)
        enemy = self._opponents.of(own)
        return (Link(span=self._analysis.span(words_of[:1]), mention=enemy.id if enemy is not None else None),)


def _is_done(item: Counted) -> bool:
    """Whether it is told of somebody to have killed or taken those counted ("claimed *to have killed* 40 fighters")."""
    cue = item.cue
    return cue is not None and cue.pos == "VERB" and cue.child("dobj") is item.noun is not None and acts_on_others(cue)
