"""Commitments under a condition: "if our lines are crossed, we will respond" and its kin."""

from collections.abc import Iterator, Sequence

from rashomon.extract.clauses import interposed, is_negated, main_clause, modal, of_nothing, permits, spans, subject
from rashomon.extract.found import VOICE, Found
from rashomon.extract.issuer import answers_for_party, is_office, issuer
from rashomon.extract.leaders import speaks_as_leader
from rashomon.extract.offices import is_onlooker
from rashomon.extract.parties import Parties, is_enemy, is_prominent, key, party_of, root
from rashomon.extract.pledges.carried import carried
from rashomon.extract.pledges.conditions import conditions, is_due, is_ready, rules_out
from rashomon.extract.pledges.promise import promise, speaker_of
from rashomon.extract.pledges.speaking_for import (
    is_one_of_many,
    keeps_as_others_do,
    speaks_for_state,
    speaks_of_own,
)
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link, Mention, Pledge, Time
from rashomon.model.text import Span

_FIRST_PERSON = frozenset({"we", "i", "us"})
_OURS = frozenset({"our", "we", "my", "us"})
# With "could" these make a forecast, not a grant.
_OPEN = frozenset({"if", "unless", "until", "till", "should", "when", "whenever"})
_OTHERS = frozenset({"it", "they", "he", "she", "you", "who", "all", "those"})
_OWN = frozenset({"our", "my", "his", "her", "its", "their"})


# Openings of what is asked first, while something is kept back.
_LASTING = frozenset({"until", "till", "unless", "without", "before", "while", "as", "so", "pending"})


class Conditionals:
    """Finds the conditional pledges of one report."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._parties = Parties(analysis, found)

    def of(self, tokens: Sequence[Token]) -> Iterator[Pledge]:
        """The conditional pledges of a sentence."""
        taken: set[int] = set()
        for form, told, response, weak in conditions(tokens):
            by = () if response.i in taken else self._committed(response, told, weak=weak)
            lasting = told[0].lower not in ("while", "before") or (told[0].i > response.i and _refuses(response))
            if self._sets_a_day(told):
                continue
            if not by or not lasting:
                continue
            taken.add(response.i)
            if _mentions_red_line([*told, *response.subtree]):
                form = "red line"
            elif form == "if" and self._is_overdue(told):
                form = "ultimatum"
            parts = spans(self._analysis, told), self._response_spans(response, told)
            yield promise(self._analysis, self._found, form, by, response, *parts)

    def made_conditional(self, tokens: Sequence[Token]) -> Iterator[Pledge]:
        """Read "Norway made its aid conditional on the release of the journalists"."""
        conditional = words("pledges", "conditional")
        for word in tokens:
            if word.lower not in conditional or word.pos != "ADJ":
                continue
            verb = word.head if word.head.lemma in ("make", "declare") else word.head.head
            thing = verb.child("dobj") or word.child("nsubj") or word.head.child("nsubj")
            asked = [
                one
                for prep in (*word.all("prep"), *verb.all("prep"))
                if prep.lower in ("on", "upon")
                for one in prep.all("pobj", "pcomp")
            ]
            doer = subject(verb) if verb.lemma == "make" and not is_negated(verb) else None
            by = self._parties.party(doer) if doer is not None else ()
            if by and asked and thing is not None and thing is not doer:
                told = spans(self._analysis, asked[0].subtree)
                yield promise(self._analysis, self._found, "if", by, verb, told, spans(self._analysis, thing.subtree))

    def _sets_a_day(self, condition: Sequence[Token]) -> bool:
        """Read "will not leave before Friday", "not until Monday": a time, and nothing that must happen first."""
        if any(one.pos in ("VERB", "AUX") for one in condition):
            return False
        if condition[0].lower == "before":
            return True
        start, end = condition[0].end, condition[-1].end
        timed = any(one.evidence[0].start >= start for one in self._found.within(Time, start, end))
        return condition[0].lower in ("until", "till") and (timed or condition[-1].lower in ("notice", "now", "then"))

    def _is_overdue(self, condition: Sequence[Token]) -> bool:
        """Read "if Chile has not handed them over *by 15 July*": a deadline is set."""
        if not any(is_negated(one) for one in condition if one.pos in ("VERB", "AUX")):
            return False
        due = [one.end for one in condition if one.lower in ("by", "before", "within") and one.dep == "prep"]
        times = self._found.within(Time, condition[0].start, condition[-1].end) if due else []
        return any(0 <= time.evidence[0].start - end <= 1 for time in times for end in due)

    def _may_commit(self, link: Link) -> bool:
        """Whether a link is a party or an official, or a name of which nothing else is known."""
        mention = self._found.record(link.mention) if link.mention else None
        last = link.span.text.lower().split()[-1] if link.span is not None else ""
        if mention is None and {last, last.removesuffix("s")} & words("speech", "things"):
            return False  # "statements say it will …"
        voice = isinstance(mention, Mention) and mention.rule == VOICE and mention.type in (None, "person")
        some = link.span is not None and link.span.text.lower().startswith(("a ", "an "))
        if voice and some and not _is_body(last):
            return False  # "a hotel guest said he would …"
        unknown = isinstance(mention, Mention) and mention.type is None and mention.form == "name"
        known = unknown or is_prominent(self._found, link) or answers_for_party(self._analysis, self._found, link)
        return known or speaks_as_leader(self._analysis, self._found, link)

    def _response_spans(self, response: Token, condition: Sequence[Token]) -> tuple[Span, ...]:
        gone = {one.i for one in condition}
        words = _one_stretch([one for one in main_clause(response) if one.i not in gone])
        shared = subject(response)
        if shared is not None and response.dep == "conj" and shared.head is not response:
            before = spans(self._analysis, [shared, *[one for one in shared.subtree if one.i < shared.i]])
            return (*before, *spans(self._analysis, words))
        return spans(self._analysis, words)

    def _committed(self, response: Token, condition: Sequence[Token], *, weak: bool) -> tuple[Link, ...]:
        """Who commits to the response: who says so of themselves, else who is told to act; empty for forecasts."""
        verb = _acting(response)
        doer = subject(verb) or subject(response) or interposed(self._analysis, response)
        if rules_out(response) and condition[0].lower in _LASTING and doer is not None:
            return tuple(link for link in self._found.links(doer) if link.mention and self._may_commit(link))
        speaker = speaker_of(self._analysis, self._found, response)
        ready = is_ready(response)
        if doer is None or (not ready and _is_unwilled(verb) and not self._is_chosen(doer, verb, speaker)):
            told = speaker is not None and self._may_commit(speaker)
            bargain = told and _is_bargain(condition) and (doer is not None or _is_let(condition))
            bargain = bargain and (condition[0].tag != "VB" or _is_let(condition) or _is_lost(verb))
            doomed = told and modal(verb) is not None and (_dooms(verb) or _answers(verb, condition))
            return (
                (speaker,)
                if speaker is not None and (bargain or doomed or (_declares(verb) and self._may_declare(speaker)))
                else ()
            )
        if _is_counterfactual(verb) or any(one.lower in words("pledges", "guessing") for one in verb.children):
            return ()
        mutual = keeps_as_others_do(verb, condition) and not is_enemy(doer)
        mutual = mutual and speaker is not None and speaks_of_own(self._found, doer, speaker)
        if speaker is not None and mutual and self._may_commit(speaker) and not is_one_of_many(speaker):
            return (speaker,)  # "would honour it as long as the others did": said of nobody but one's own
        willed = verb.lemma in words("pledges", "willed") or is_negated(verb) or is_ready(verb)
        if doer.lower in ("nobody", "none", "somebody", "someone") and not willed:
            return ()  # "nobody can predict when …"
        if speaker is not None:
            if self._may_commit(speaker) and (_is_bargain(condition) or _is_kept_back(doer, condition)):
                return (speaker,)
            states = willed and modal(response) is not None
            if states and speaks_for_state(self._analysis, self._found, doer, speaker):
                return (speaker,)
            ours = any(one.lower in _OURS for one in condition) and (not weak or _is_sure(response))
            if not self._may_commit(speaker) and doer.lower in _FIRST_PERSON:
                return ()  # a bystander's
            if (ours and willed) or self._is_own(doer, verb, speaker) or self._is_issuers(doer, speaker):
                itself = self._speaks_of_itself(doer, speaker)
                return (
                    (speaker,)
                    if (itself and speaker.mention) or self._may_commit(speaker)
                    else self._parties.party(doer)
                )
            granted = permits(verb) and condition[0].lower not in _OPEN and doer.lower not in _FIRST_PERSON
            if granted and not is_negated(verb) and doer.pos != "PROPN":
                return (speaker,)  # "the cadets could go home on the day …": the speaker's to grant
            briefed = (
                self._issues(speaker) and willed and modal(verb) is not None
            )  # "it will leave …", a spokesman says
            return self._parties.party(doer) or self._in_office(doer) if ready or briefed else ()
        if permits(response) or (weak and not ready and not _is_sure(response)):
            return ()
        party = tuple(link for link in self._parties.party(doer) if self._may_commit(link))
        party = party or (self._in_office(doer) if ready else ())
        if not party and (before := carried(self._analysis, self._found, doer)) is not None:
            party = self._parties.party(before) or self._found.links(before)
        told = is_ready(response) and response.pos == "VERB"  # "offers to leave if …" is told of them, in comments too
        bargain = _is_bargained(condition) and not permits(verb)
        committed = ((willed or bargain) and modal(response) is not None) or ready
        return party if party and committed and (told or not self._is_comment()) else ()

    def _may_declare(self, speaker: Link) -> bool:
        """Whether somebody's word can end talks or a truce: not that of a nameless bystander."""
        mention = self._found.record(speaker.mention) if speaker.mention else None
        nameless = isinstance(mention, Mention) and mention.type == "person" and mention.form == "description"
        return not nameless or self._may_commit(speaker)

    def _is_chosen(self, doer: Token, verb: Token, speaker: Link | None) -> bool:
        """Read "we will come the day you go", "his men would be in the capital": chosen by who says so of their own."""
        if speaker is None or modal(verb) is None or not self._may_commit(speaker):
            return False
        if doer.lower not in ("we", "i") and not self._is_own(doer, verb, speaker):
            return False
        there = (
            verb.lemma == "be" and any(one.lower in ("in", "at") for one in verb.all("prep")) and doer.pos != "PROPN"
        )
        return there or verb.lemma in words("pledges", "chosen")

    def _issues(self, speaker: Link) -> bool:
        """Whether the report is a paper of the speaker's own."""
        own = issuer(self._analysis, self._found)
        return own is not None and speaker == own

    def _in_office(self, doer: Token) -> tuple[Link, ...]:
        """Somebody named with a title ("Chairwoman Ines Orduval is ready to …")."""
        link = self._found.link(doer)
        return (link,) if self._is_official(link) else ()

    def _is_issuers(self, doer: Token, speaker: Link) -> bool:
        """Whether a paper's issuer speaks for the one who acts: a group or body that it does not call an enemy."""
        if not self._issues(speaker):
            return False
        mention = self._found.mention_of(doer)
        hostile = is_enemy(doer) or doer.lemma.lower() in words("pledges", "others")
        return not hostile and (mention is None or mention.type in ("armed group", "organisation", "person"))

    def _is_own(self, doer: Token, verb: Token, speaker: Link) -> bool:
        """Whether the one who acts is the speaker or belongs to them."""
        if doer.lower in _FIRST_PERSON or any(one.lower in _OWN for one in doer.children):
            return True
        if verb.child("auxpass") is not None and verb.child("agent") is None:
            # things do not act: "the jets would be deployed" is the speaker's to do, and so is what is done to others
            ours = {key(self._found, link) for link in self._parties.party(doer)} - {None}
            deed = verb.lemma in words("pledges", "willed") or (self._issues(speaker) and not _befalls(verb))
            others = doer.pos in ("NOUN", "PROPN") or doer.lower in _OTHERS
            return others and deed and key(self._found, speaker) not in ours
        if self._speaks_of_itself(doer, speaker):
            return True
        theirs = key(self._found, speaker)
        ours = {key(self._found, link) for link in (self._found.link(doer), *self._parties.party(doer))} - {None}
        named = self._found.mention_of(doer)
        if theirs is not None and party_of(self._found, speaker) is None:
            theirs = None  # of a body of which nobody knows whose it is
        if self._is_official(speaker) and (theirs is None or not ours):
            return doer.dep == "nsubj" and (
                theirs is None or (named is None and verb.lemma in words("pledges", "willed"))
            )
        organ = named is not None and named.type == "armed group" and not named.name and doer.child("amod") is None
        if not ours and organ and not is_enemy(doer) and self._may_commit(speaker):
            return True  # "the army will …", a leader of one side says
        if not ours and carried(self._analysis, self._found, doer) is not None and self._may_commit(speaker):
            return True  # "Osk will talk. It will withdraw if …"
        if theirs is None and ours and is_onlooker(self._found, speaker):
            return False
        if theirs is None and ours and self._is_person(speaker) and self._may_commit(speaker):
            ruled = named is not None and named.type in ("state", "government", "armed group", "organisation")
            return ruled and (verb.lemma in words("pledges", "willed") or is_negated(verb))
        if theirs is not None and ours:
            return theirs in ours
        if doer.lower in ("he", "she", "they", "it"):
            return not ours and (doer.lower in ("he", "she")) == self._is_person(speaker)
        return False

    def _speaks_of_itself(self, doer: Token, speaker: Link) -> bool:
        """Read "Sudan says it will …": the pronoun right under the verb of speech is its subject."""
        said = doer.head.head
        teller = said.child("nsubj") if doer.head.dep == "ccomp" else None
        if teller is None or speaker.span is None or not speaker.span.start <= teller.start < speaker.span.end:
            return False
        return doer.lower == "it"

    def _is_person(self, link: Link) -> bool:
        mention = self._found.record(link.mention) if link.mention else None
        return isinstance(mention, Mention) and mention.type == "person"

    def _is_official(self, speaker: Link) -> bool:
        """Whether the speaker bears a title: they speak for those whose it is, though it is not said whose."""
        told = self._found.record(speaker.mention) if speaker.mention else None
        mention = root(self._found, speaker) or told
        titled = isinstance(mention, Mention) and bool(mention.roles) and mention.type == "person"
        return (titled and not is_onlooker(self._found, speaker)) or is_office(self._found, speaker)

    def _is_comment(self) -> bool:
        """Whether the report argues in its own voice: its conditionals are forecasts or advice."""
        return self._analysis.document.genre in ("opinion", "analysis")


def _is_body(word: str) -> bool:
    """Whether a word may stand for a party, not for one person."""
    return word in words("speech", "bodies") | words("speech", "sides") | words("relations", "forces")


def _is_bargain(condition: Sequence[Token]) -> bool:
    """Whether a condition is put as a command or a dare: "let them come (and …)", "another raid (and …)"."""
    before = " ".join(one.lower for one in condition[:3] if one.text.strip())
    if condition[0].tag == "VB" and condition[0].child("nsubj", "aux") is None:
        return True  # "lay hands on our consul and …"
    return before.startswith("let ") or any(before.startswith(f"{one} ") for one in words("pledges", "repeated"))


def _is_let(condition: Sequence[Token]) -> bool:
    return any(one.lower == "let" for one in condition[:2])


def _is_lost(verb: Token) -> bool:
    """Whether a clause tells what whoever dares will lose ("and you will not have a harbour")."""
    return verb.lemma in words("pledges", "losing") or is_negated(verb)


def _is_bargained(condition: Sequence[Token]) -> bool:
    """Whether a condition is put as a bargain: "on condition that", "in return for", "only if"."""
    before = " ".join(one.lower for one in condition[:5] if one.text.strip())
    return any(before.startswith(f"{one} ") for one in words("pledges", "bargains"))


def _dooms(verb: Token) -> bool:
    """Read "they will pay for it", "they will face the consequences": what others will get is threatened."""
    nouns = lexicon("pledges")["dooming"].get(verb.lemma)
    if nouns is None or is_negated(verb):
        return False
    if verb.lemma == "have":  # "will have *no* place at the table"; who will have a seat is not threatened
        return any(
            one.lemma.lower() in nouns and any(kid.lower == "no" for kid in one.all("det")) for one in verb.all("dobj")
        )
    return not nouns or any(one.lower in nouns or one.lemma.lower() in nouns for one in verb.subtree)


def _answers(verb: Token, condition: Sequence[Token]) -> bool:
    """Read "the reply would be immediate", "rockets would fall on the wells", "operations would go on until …"."""
    doer = subject(verb)
    if doer is None or is_negated(verb):
        return False
    lemma = doer.lemma.lower()
    if verb.lemma in ("be", "come") and lemma in words("pledges", "answers"):
        return True
    if verb.lemma in ("fall", "rain", "land", "come") and lemma in words("pledges", "falling"):
        return any(one.lower in ("on", "upon", "down") for one in verb.all("prep", "prt", "advmod"))
    going_on = verb.lemma in ("continue", "last", "remain") or (
        verb.lemma == "go" and any(one.lower == "on" for one in verb.children)
    )
    return going_on and condition[0].lower in _LASTING and lemma in words("pledges", "lasting")


def _is_kept_back(doer: Token, condition: Sequence[Token]) -> bool:
    """Read "no train will pass until …": what the speaker keeps from others meanwhile."""
    nothing = doer.lower in ("nothing", "none", "nobody")
    return condition[0].lower in _LASTING and (
        nothing or any(one.lower in ("no", "not") and one.i < doer.i for one in doer.children)
    )


def _refuses(verb: Token) -> bool:
    """Whether a clause says what will not be: "will not leave", "will sign no paper" ("while" alone only contrasts)."""
    doer = subject(verb)
    none = doer is not None and (doer.lower == "nothing" or any(one.lower in ("no", "not") for one in doer.children))
    return none or is_negated(verb) or of_nothing(verb)


def _acting(response: Token) -> Token:
    """The verb that tells what will be done: "ready to *leave*", "go on *fighting*"."""
    forced = response.lemma in words("pledges", "forced") and response.child("auxpass") is not None
    if (response.lemma == "go" or is_due(response) or forced) and response.child("xcomp") is not None:
        return response.child("xcomp") or response
    ready = next(
        (one for one in response.children if one.dep == "acomp" and one.lower in words("pledges", "ready")), None
    )
    return (ready.child("xcomp") or response) if ready is not None else response


def _befalls(verb: Token) -> bool:
    """Whether a verb in the passive tells of what befalls people, not of what is done to them by will."""
    return verb.lemma in words("pledges", "befalling")


def _is_counterfactual(verb: Token) -> bool:
    """Whether it only might have been ("would have gone")."""
    below = {one.lower for one in verb.children if one.dep in ("aux", "auxpass")}
    return "have" in below and "would" in below


def _declares(verb: Token) -> bool:
    """Read "there will be no ceasefire", "that will be a red line": declared, not forecast."""
    if verb.lemma != "be":
        return False
    if _is_nothing(verb):
        return True
    attr = verb.child("attr", "nsubj")
    expletive = verb.child("expl") is not None
    if attr is not None and expletive:
        return attr.lemma.lower() in words("pledges", "declared")
    return _mentions_red_line(verb.subtree)


def _is_nothing(verb: Token) -> bool:
    """Read "there is nothing to talk about", "there can be no question of a truce"."""
    attr = verb.child("attr", "nsubj")
    if attr is None or verb.child("expl") is None:
        return False
    if any(one.lower == "no" for one in attr.all("det")) and attr.lemma.lower() in words("pledges", "declared"):
        return True
    refused = any(
        one.lemma.lower() in words("pledges", "declared") or one.lemma in ("talk", "discuss", "negotiate")
        for one in attr.subtree
    )
    return refused and attr.lemma.lower() in ("nothing", "question", "point")


def _is_sure(verb: Token) -> bool:
    """Whether "will" stands with a verb, not "would"."""
    will = modal(verb)
    return will is not None and will.lower in ("will", "shall")


def _is_unwilled(verb: Token) -> bool:
    """Whether nobody does by will what the verb tells: it makes a forecast ("take" does not in "take part")."""
    if verb.lemma not in words("pledges", "unwilled"):
        return False
    to_aid = [one for prep in verb.all("prep", "dative") if prep.lower == "to" for one in prep.all("pobj")]
    aided = any(one.lemma.lower() in words("pledges", "aiding") for one in to_aid)  # "come to the defence of"
    return not aided and not any(
        one.lemma.lower() in words("pledges", "deeds") for one in verb.all("dobj", "advmod", "prt")
    )


def _mentions_red_line(tokens: Sequence[Token]) -> bool:
    return any(one.lemma.lower() == "line" and any(kid.lower == "red" for kid in one.children) for one in tokens)


def _one_stretch(tokens: Sequence[Token]) -> list[Token]:
    """The longest unbroken stretch of a clause out of which a condition or a speech tag was cut."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and token.i - runs[-1][-1].i == 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return max(runs, key=len, default=[])
