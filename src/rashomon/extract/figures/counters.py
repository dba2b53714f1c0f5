"""By whose count a figure is: the voices around it, else who gives it."""

from rashomon.extract import certainty
from rashomon.extract.figures.announcers import announcer
from rashomon.extract.figures.numbers import Number
from rashomon.extract.figures.tallies import issuer_of_tally, publisher_of_tally
from rashomon.extract.found import VOICE, Found
from rashomon.extract.paper_owners import is_paper, owner
from rashomon.extract.parties import Parties, is_enemy, named_by, root
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention, Statement

# Pronouns for whoever counted in the sentence before.
_GOING_ON = frozenset({"it", "they", "he", "she"})
# Words between a number and the words that say whose count it is.
_NEAR = 9


class Counters:
    """Finds the counters of one report."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._parties = Parties(analysis, found)

    def of(self, anchor: Token, number: Number) -> tuple[Link, ...]:
        """The voices around the word that tells what is counted, else who "put its losses at" the number."""
        voices = self._chain(anchor, number)
        if number.bound == "undisclosed":
            return voices
        return self._in_words(self._of_paper(self._told_by(voices)))

    def _chain(self, anchor: Token, number: Number) -> tuple[Link, ...]:
        voices = self._trimmed(certainty.voices(self._analysis, self._found, anchor))
        if (issuer := self._after_paper(voices[0])) is not None:
            return (issuer, *voices[1:])
        lost = self._lost(voices[0])
        meant = self._meant(lost) if lost is not None and number.bound != "undisclosed" else None
        if meant is not None:
            voices = (meant, *voices[1:])
        voices = self._of_paper(voices)
        by_whom = self._behind(number)
        same = by_whom is not None and by_whom.mention is not None and by_whom.mention == voices[0].mention
        if by_whom is not None and (len(voices) == 1 or not same):
            return (by_whom, *voices[-1:])
        if len(voices) > 1:
            return voices
        verb = self._giving(anchor) or self._giving_before(number)
        subject = _giver(verb) if verb is not None else announcer(self._analysis, number.words[0])
        counter = self._who(subject) if subject is not None else None
        if counter is None and (subject := issuer_of_tally(self._analysis, self._found, number)) is not None:
            counter = self._who(subject)
        counter = counter or publisher_of_tally(self._analysis, self._found, number)
        return (counter, *voices) if counter is not None else voices

    def _in_words(self, voices: tuple[Link, ...]) -> tuple[Link, ...]:
        """The chain with the words that a first voice's pronoun goes back to, which say who it is."""
        return (named_by(self._analysis, self._found, voices[0]), *voices[1:])

    def _told_by(self, voices: tuple[Link, ...]) -> tuple[Link, ...]:
        """The chain with the enemy of "*the adversary* it credits with 400 dead" left out: "it" counts."""
        span = voices[0].span
        inside = self._analysis.tokens_in(span.start, span.end) if span is not None else []
        enemy = next((one for one in inside if is_enemy(one)), None)
        verb = (enemy.child("relcl") or enemy.head) if enemy is not None else None
        subject = next((one for one in verb.all("nsubj") if one is not enemy), None) if verb is not None else None
        if subject is None or verb is None or verb.lemma not in words("figures", "giving") | {"credit"}:
            return voices
        who = self._who(subject)
        return (who, *voices[-1:]) if who is not None else voices

    def _trimmed(self, voices: tuple[Link, ...]) -> tuple[Link, ...]:
        """The chain with a first voice without a name cut before what is only said of it ("Officials in X, the …")."""
        span = voices[0].span
        said = self._found.record(voices[0].mention) if voices[0].mention else None
        if isinstance(said, Mention) and said.rule == VOICE and not said.antecedents:
            return (Link(span=said.evidence[0], mention=said.id), *voices[1:])
        ends = [span.text.index(mark) for mark in (", ", " (") if mark in span.text] if span is not None else []
        if span is None or voices[0].mention is not None or not ends:
            return voices
        cut = self._analysis.document.trimmed(span.start, span.start + min(ends))
        return (Link(span=cut), *voices[1:])

    def _of_paper(self, voices: tuple[Link, ...]) -> tuple[Link, ...]:
        """The chain with whoever gave out a paper in place of the paper ("*Osk's* report of June 23 put …")."""
        span = voices[0].span
        inside = self._analysis.tokens_in(span.start, span.end) if span is not None else []
        paper = next((one for one in inside if one.lemma.lower() in words("figures", "papers")), None)
        if paper is None:
            return voices
        own = paper.child("poss")
        named = own if own is not None and own.tag != "PRP$" and self._found.mention_of(own) is not None else None
        named = named or (owner(self._analysis, self._found, paper) if is_paper(paper) else None)
        return (self._found.link(named), *voices[1:]) if named is not None else voices

    def _lost(self, link: Link) -> Token | None:
        """The pronoun of a voice that goes back to nobody ("*It* lists 283 dead")."""
        inside = self._analysis.tokens_in(link.span.start, link.span.end) if link.span is not None else []
        mention = self._found.mention_of(inside[0]) if len(inside) == 1 else None
        known = mention is not None and (mention.form != "pronoun" or bool(mention.antecedents))
        return inside[0] if len(inside) == 1 and inside[0].tag == "PRP" and not known else None

    def _after_paper(self, link: Link) -> Link | None:
        """Who gave out the paper that "it" goes on about ("*the bulletin* gives 31 fallen; the enemy, *it* says")."""
        inside = self._analysis.tokens_in(link.span.start, link.span.end) if link.span is not None else []
        if len(inside) != 1 or inside[0].lower != "it":
            return None
        here = self._analysis.sentence_of(inside[0])
        back = self._analysis.sentences[max(0, here.index - 1)]
        start = back.first if back.paragraph == here.paragraph else here.first
        told = [one for one in self._analysis.tokens[start : inside[0].i] if one.dep in ("nsubj", "nsubjpass")]
        last = next((one for one in reversed(told) if _tells(one.head) and one.i < one.head.i), None)
        if last is None or not is_paper(last):
            return None
        own = owner(self._analysis, self._found, last)
        return self._who(own) if own is not None else None

    def _behind(self, number: Number) -> Link | None:
        """Whose count it is, by words near the number: "at 36 *by the health office*", "in the estimate of *Osk*"."""
        sentence = self._analysis.sentence_of(number.head)
        end = next((one.i for one in self._analysis.tokens[number.core[-1].i + 1 : sentence.last] if _ends(one)), None)
        after = self._analysis.tokens[number.core[-1].i + 1 : end if end is not None else sentence.last]
        if after and after[0].lower == "by" and (given := number.head.head).lower in ("at", "to", "as"):
            one = after[0].child("pobj")
            if one is not None and given.head.lemma in words("figures", "giving") | words("figures", "revising"):
                return self._who(one)
        if after and after[0].lower == "of":  # "not the 5,000 *of the Iraqi bulletin*"
            paper = next((one for one in after[1:6] if one.lemma.lower() in words("figures", "papers")), None)
            owner = paper.child("poss", "amod", "compound", "nmod") if paper is not None else None
            known = owner is not None and owner.tag != "PRP$" and self._found.mention_of(owner) is not None
            if owner is not None and known:
                return self._who(owner)
        owner = _owner_of_tally(number)
        if owner is not None:
            return self._who(owner)
        before = self._analysis.tokens[max(sentence.first, number.words[0].i - _NEAR) : number.words[0].i]
        for token in (*after[:_NEAR], *reversed(before)):
            if token.lemma in words("figures", "reckonings") and token.head.lower in ("by", "in", "on"):
                owner = token.child("poss") or next((one.child("pobj") for one in token.all("prep")), None)
                return self._who(owner) if owner is not None and owner.tag != "PRP$" else None
        return None

    def _giving(self, anchor: Token) -> Token | None:
        """The verb of giving a number above a word, in its own sentence part."""
        for verb in (one for one in (anchor, *anchor.ancestors) if one.pos == "VERB"):
            says = verb is anchor and verb.lemma in words("figures", "saying")  # "The bishop *says* 120"
            if (says or verb.lemma in words("figures", "giving")) and _giver(verb) is not None:
                return verb
            if verb.dep not in ("advcl", "conj", "acl", "xcomp", "ccomp"):
                return None
        return None

    def _giving_before(self, number: Number) -> Token | None:
        """The same by the order of words: "put its losses, the Guard's included, at 71 dead"."""
        first = self._analysis.sentence_of(number.head).first
        tolls = words("figures", "losses") | words("figures", "tolls")
        for token in reversed(self._analysis.tokens[first : number.words[0].i]):
            if token.pos == "NOUN" and token.lemma.lower() in tolls:
                given = token.dep == "dobj" and token.head.lemma in words("figures", "giving")
                return token.head if given else None
        return None

    def _who(self, subject: Token) -> Link | None:
        """Who counts, by the subject of a verb of giving; None for a pronoun that goes back to nobody."""
        near = (subject, *subject.all("appos"))
        named = next((one for one in near if self._found.mention_of(one) is not None), None)
        if named is None:
            counts = subject.pos != "PRON" and (_is_counter(subject) or self._parties.party(subject))
            return self._found.link(subject) if counts else None
        mention = self._found.mention_of(named)
        lost = mention is not None and mention.form == "pronoun" and not mention.antecedents
        return self._meant(named) if lost else self._found.link(named)

    def _meant(self, pronoun: Token) -> Link | None:
        """Whom a pronoun at the head of its sentence goes on about: who gave or said something right before it."""
        here = self._analysis.sentence_of(pronoun)
        before = self._analysis.sentences[here.index - 1] if here.index else None
        if pronoun.lower not in _GOING_ON or before is None or here.paragraph - before.paragraph > 1:
            return None
        verb = self._telling(before)
        subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
        if subject is not None and subject.lemma.lower() in words("figures", "papers"):
            # "The ministry's bulletin was short. *It* gave the dead as 41"
            subject = subject.child("poss") or owner(self._analysis, self._found, subject)
        elif verb is None or not _tells(verb):
            return self._said_before(pronoun, before)
        if subject is None or subject.pos == "PRON" or subject.tag.endswith("S") != (pronoun.lower == "they"):
            return self._said_before(pronoun, before)
        who = self._who(subject)
        return who if who is not None and self._may_be(pronoun, who) else None

    def _telling(self, sentence: Sentence) -> Token | None:
        """The verb of a sentence: its root, or the first that tells something of somebody named."""
        verbs = [one for one in self._analysis.words(sentence) if one.dep == "ROOT" or one.tag in ("VBD", "VBZ")]
        root_ = next((one for one in verbs if one.dep == "ROOT"), None)
        subject = root_.child("nsubj", "nsubjpass") if root_ is not None else None
        if root_ is None or (subject is not None and subject.pos != "PRON"):
            return root_
        named = (one for one in verbs if (who := one.child("nsubj")) is not None and who.pos != "PRON")
        return next((one for one in named if _tells(one)), root_)

    def _said_before(self, pronoun: Token, before: Sentence) -> Link | None:
        """Who alone is told to speak in the sentence before, where the pronoun may stand for them."""
        told = self._found.within(Statement, before.start, before.end)
        speakers = {one.speaker[0].mention: one.speaker[0] for one in told if len(one.speaker) == 1}
        link = next(iter(speakers.values())) if len(speakers) == 1 else None
        known = link is not None and self._lost(link) is None
        return link if known and link is not None and self._may_be(pronoun, link) else None

    def _may_be(self, pronoun: Token, who: Link) -> bool:
        """Whether "he" and "she" go back to a person, "it" and "they" to others."""
        mention = root(self._found, who)
        person = mention is not None and mention.type == "person"
        return person == (pronoun.lower in ("he", "she"))


def _tells(verb: Token) -> bool:
    """Whether a verb says something or gives out a paper ("*published* a bulletin")."""
    telling = words("figures", "giving") | words("figures", "saying") | words("times", "saying")
    if verb.lemma in telling | words("figures", "revising"):
        return True
    return any(one.lemma.lower() in words("figures", "papers") for one in verb.all("dobj"))


def _ends(token: Token) -> bool:
    """Whether a word ends what belongs to a number: another number, the end of a part."""
    return token.tag == "CD" or token.text in (";", ":", ".")


def _owner_of_tally(number: Number) -> Token | None:
    """Whose own count it is: "*Osk's* tally of Velm breaches stands at 89"; None for "its tally"."""
    verbs = [one for one in (number.head.head, number.head.head.head) if one.pos in ("VERB", "AUX")]
    for noun in [one for verb in verbs[:1] for one in verb.all("nsubj", "nsubjpass")]:
        of_others = any(one.lower == "of" for one in noun.all("prep")) or noun.lemma == "figure"
        owner = noun.child("poss")
        counts = noun.lemma in words("figures", "reckonings") or noun.lemma == "figure"
        if counts and of_others and owner is not None and owner.tag != "PRP$":
            return owner
    return None


def _giver(verb: Token) -> Token | None:
    """The subject of a verb of giving, or its agent ("is thought by officials to have lost")."""
    agent = verb.child("agent")
    if agent is not None:
        return agent.child("pobj")
    subjects = list(verb.all("nsubj"))
    # "Our own losses *the bulletin* gives as 41", as parsers have it
    return next((one for one in reversed(subjects) if is_paper(one)), subjects[0] if subjects else None)


def _is_counter(noun: Token) -> bool:
    """Whether a noun without a known name stands for somebody who may count: a name, an office, monitors, doctors."""
    lemma = noun.lemma.lower()
    lists = (words("figures", "locals"), words("figures", "counters"), words("figures", "tellers"))
    return noun.pos == "PROPN" or any(lemma in one for one in lists)
