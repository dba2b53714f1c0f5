"""Ultimatums: "gave them until Friday to leave", "have until noon to go; otherwise …", "a 48-hour ultimatum"."""

from collections.abc import Iterator, Sequence

from rashomon.extract.clauses import is_negated, main_clause, modal, spans, subject, without
from rashomon.extract.found import Found
from rashomon.extract.issuer import answers_for_party
from rashomon.extract.parties import Parties
from rashomon.extract.pledges.promise import promise, speaker_of
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Pledge, Time
from rashomon.model.text import Span

# A term stands at most so many words behind the verb that grants it.
_TERM = 18


class Deadlines:
    """Finds the ultimatums of one report."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self._analysis = analysis
        self._found = found
        self._parties = Parties(analysis, found)

    def of(self, tokens: Sequence[Token]) -> Iterator[Pledge]:
        """The ultimatums of a sentence."""
        signs = words("pledges", "ultimatums") | words("pledges", "spans_of_time")
        if not any(one.lower in ("until", "till", "by") or one.lemma in signs for one in tokens):
            return
        for verb in tokens:
            if verb.pos not in ("VERB", "AUX") and not verb.children:
                continue  # nothing hangs on it
            condition = _deadline(verb) or self._told(verb) or self._bare(tokens, verb) or self._allowed(tokens, verb)
            if condition is not None and (_lets_go_on(tokens, verb, condition[0]) or self._is_notice(verb, condition)):
                continue
            by = self._giver(verb) if condition is not None else ()
            if condition is None and (condition := self._must(tokens, verb)) is not None:
                speaker = speaker_of(self._analysis, self._found, verb)
                by = (
                    (speaker,)
                    if speaker is not None and answers_for_party(self._analysis, self._found, speaker)
                    else ()
                )
            if condition is None or not by:
                continue
            choice = next((one for one in condition if one.lower == "or"), None)
            threat = self._otherwise(tokens, condition[-1]) or self._failing(tokens)
            if choice is not None:  # "to leave or face attack"
                threat = threat or spans(self._analysis, [one for one in condition if one.i > choice.i])
                condition = [one for one in condition if one.i < choice.i]
            yield promise(self._analysis, self._found, "ultimatum", by, verb, spans(self._analysis, condition), threat)

    def _giver(self, verb: Token) -> tuple[Link, ...]:
        """Who sets the deadline: the subject of "gave"; who says that others "have until Friday"."""
        doer = subject(verb)
        if verb.child("auxpass") is not None:  # "has been granted until noon to walk out"
            agent = next((one for by in verb.all("agent") for one in by.all("pobj")), None)
            speaker = speaker_of(self._analysis, self._found, verb)
            if agent is not None:
                return self._parties.party(agent)
            return (speaker,) if speaker is not None else self._threatening(verb)
        if doer is None:
            return ()
        if verb.lemma == "have":
            speaker = speaker_of(self._analysis, self._found, verb)
            if speaker is None:
                return self._sent_word(verb) or self._threatening(verb)
            return (speaker,) if doer.lower not in ("we", "i") else ()
        if doer.lower in ("i", "we"):
            speaker = speaker_of(self._analysis, self._found, verb)
            return (speaker,) if speaker is not None else self._found.links(doer)
        named = self._found.mention_of(doer) is not None or doer.pos == "PRON"
        return self._parties.party(doer) or (self._found.links(doer) if named else ())

    def _sent_word(self, verb: Token) -> tuple[Link, ...]:
        """From whom those who "have until Friday" have it: "have had word *from the colonel* that they have …"."""
        word = next((one for one in verb.ancestors if one.lemma in ("word", "message", "notice", "warning")), None)
        if word is None:
            return ()
        preps = [one for top in (word, word.head) for one in top.all("prep") if one.lower == "from"]
        links = [self._found.link(one) for prep in preps for one in prep.all("pobj")]
        return tuple(link for link in links if link.mention)

    def _threatening(self, verb: Token) -> tuple[Link, ...]:
        """Who says in the next sentence what happens "after that" to those who "have until Friday"."""
        tokens = self._next(verb)
        opening = " ".join(one.lower for one in tokens[:6] if one.pos not in ("PUNCT", "SPACE"))
        timed = opening.startswith(("after ", "beyond ", "past ")) and self._is_hour(tokens[:6])
        if not timed and not any(opening.startswith(one) for one in words("pledges", "afterwards")):
            return ()
        speaker = speaker_of(self._analysis, self._found, tokens[1])
        return (speaker,) if speaker is not None and answers_for_party(self._analysis, self._found, speaker) else ()

    def _is_hour(self, tokens: Sequence[Token]) -> bool:
        """Whether some words tell a time: "after six", "beyond that hour"."""
        return any(one.lemma in words("pledges", "hours") or one.pos == "NUM" for one in tokens)

    def _allowed(self, tokens: Sequence[Token], verb: Token) -> list[Token] | None:
        """Read "has allowed the men shut in at Tarn until noon to come out" by the order of words.

        Parsers hang the term on whatever is told of the men.
        """
        if verb.pos != "VERB" or verb.lemma not in ("give", "grant", "allow") or is_negated(verb) or modal(verb):
            return None
        behind = [one for one in tokens if verb.i < one.i <= verb.i + _TERM]
        until = next((k for k, one in enumerate(behind) if one.lower in ("until", "till")), None)
        if until is None or any(one.text in ";:" or one.lower in ("and", "but") for one in behind[:until]):
            return None
        whom = behind[0] if behind else verb
        doer = subject(verb)
        own = whom.tag == "PRP$" and (doer is None or doer.pos != "PRON" or whom.lower != "its")
        rest = [one for one in tokens if one.i >= behind[until].i]
        task = next((k for k, one in enumerate(rest[:-1]) if one.lower == "to" and rest[k + 1].tag == "VB"), None)
        if own or task is None or not (self._is_hour(rest[1:task]) or any(self._is_time(one) for one in rest[1:task])):
            return None
        ends = (k for k, one in enumerate(rest) if k > task and one.text in (",", ";", ".", ":"))
        return list(rest[: next(ends, len(rest))])

    def _is_notice(self, verb: Token, condition: Sequence[Token]) -> bool:
        """Read "gave students until Friday to enrol": a notice to the public, put to no party."""
        whom = verb.child("dative", "dobj", "nsubjpass")
        task = next((one for one in condition if one.tag == "VB" and one.i > condition[0].i), None)
        if whom is None or whom.pos != "NOUN" or task is None or task.lemma not in words("pledges", "notices"):
            return False
        return not self._parties.party(whom)

    def _bare(self, tokens: Sequence[Token], verb: Token) -> list[Token] | None:
        """Read "gave the Front until noon. If it named no date by then, …": the task is told in the next sentence."""
        given = verb.pos == "VERB" and verb.lemma in ("give", "grant", "allow") and verb.child("dobj", "dative")
        anchor = _until(verb) if given and not is_negated(verb) and modal(verb) is None else None
        if anchor is None or not opens_with_failing(self._next(verb)):
            return None
        timed = any(self._is_time(one) for one in anchor.all("pobj"))
        return anchor.subtree if timed else None

    def _next(self, verb: Token) -> Sequence[Token]:
        """The words of the next sentence of the paragraph, none at its end."""
        here = self._analysis.sentence_of(verb)
        after = self._analysis.sentences[here.index + 1 : here.index + 2]
        same = [one for one in after if one.paragraph == here.paragraph]
        return self._analysis.words(same[0]) if same else ()

    def _must(self, tokens: Sequence[Token], verb: Token) -> list[Token] | None:
        """Read "must hand them over by Friday, failing which …": what must be done by when, or else."""
        if not any(one.dep == "aux" and one.lower == "must" for one in verb.children):
            return None
        doer = subject(verb)
        if doer is None or doer.lower in ("we", "i") or is_negated(verb):
            return None
        preps = (prep for prep in verb.all("prep") if prep.lower in ("by", "before", "within"))
        due = any(self._is_time(one) for prep in preps for one in prep.all("pobj"))
        choice = any(one.lower in words("pledges", "otherwise") and one.i > verb.i for one in tokens)
        kept = without(verb, *verb.all("punct", "advcl", "conj", "cc", "parataxis", "mark"))
        return [one for one in kept if one.i >= doer.subtree[0].i] if due and choice else None

    def _told(self, verb: Token) -> list[Token] | None:
        """Read "told the monitors to leave by 3 June", "warned them to go before Friday": a task with its time."""
        if verb.pos != "VERB" or verb.lemma not in words("pledges", "ordering"):
            return None
        task = next((one for one in verb.all("xcomp", "ccomp", "advcl") if one.tag == "VB" and one.i > verb.i), None)
        whom = verb.child("dobj", "dative") or (task.child("nsubj") if task is not None else None)
        if task is None or whom is None or any(one.dep == "poss" for one in whom.children):
            return None  # "ordered its troops to leave by Friday" is an order to one's own
        preps = (prep for prep in task.all("prep") if prep.lower in ("by", "before"))
        due = any(self._is_time(one) for prep in preps for one in prep.all("pobj"))
        return without(task, *task.all("nsubj", "punct", "advcl")) if due else None

    def _is_time(self, noun: Token) -> bool:
        near = self._found.within(Time, noun.start - 12, noun.end + 12)
        return any(one.start <= noun.start < one.end for time in near for one in time.evidence)

    def _failing(self, tokens: Sequence[Token]) -> tuple[Span, ...]:
        """What the next sentence of the paragraph threatens: "Failing this, …", "If they do not, …"."""
        next_words = self._next(tokens[0])
        if not opens_with_failing(next_words):
            return ()
        verb = next((one for one in next_words if one.pos in ("VERB", "AUX") and modal(one) is not None), None)
        return spans(self._analysis, main_clause(verb)) if verb is not None else ()

    def _otherwise(self, tokens: Sequence[Token], last: Token) -> tuple[Span, ...]:
        """What happens else: the clause behind "or" or "otherwise" in this sentence."""
        rest = [one for one in tokens if one.i > last.i]
        mark = next((k for k, one in enumerate(rest) if one.lower in words("pledges", "otherwise")), None)
        if mark is None:
            return ()
        verb = next((one for one in rest[mark:] if one.pos in ("VERB", "AUX") and modal(one) is not None), None)
        tail = [one for one in main_clause(verb) if one.i > rest[mark].i] if verb is not None else rest[mark + 1 :]
        while tail and tail[-1].pos in ("PUNCT", "SPACE"):
            tail.pop()
        return spans(self._analysis, tail)


def opens_with_failing(tokens: Sequence[Token]) -> bool:
    """Whether a sentence begins with what happens else: "Otherwise", "Failing this", "If it is not,"."""
    first = [one.lower for one in tokens[:20] if one.pos not in ("SPACE", "PUNCT") or one.text == ","]
    if first[:1] == ["otherwise"] or first[:1] == ["failing"] or first[:2] == ["or", "else"]:
        return True
    if first[:1] != ["if"] or "," not in first:
        return False
    before = first[: first.index(",")]
    failing = bool({"not", "n't", "n’t", "no", "nothing", "fail", "fails", "failed"} & set(before))
    return failing and (len(before) <= 5 or before[-2:] == ["by", "then"])


def _lets_go_on(tokens: Sequence[Token], verb: Token, until: Token) -> bool:
    """Read "allowed shops *to stay* open until midnight": the term ends what is allowed, and asks for nothing."""
    if verb.lemma not in ("give", "grant", "allow"):
        return False
    between = (one for one in tokens if verb.i < one.i < until.i)
    tasks = (one for one in between if any(kid.lower == "to" for kid in one.all("aux")))  # "to trade", as a noun, too
    return any(one.head.dep not in ("relcl", "acl") for one in tasks)  # but "those who refuse *to disarm* until noon"


def _deadline(verb: Token) -> list[Token] | None:
    """The words of the deadline that a verb sets ("until Friday to withdraw"), from the deadline on."""
    if verb.pos not in ("VERB", "AUX") or verb.lemma not in words("pledges", "setting"):
        return None
    anchor = _until(verb) or _ultimatum(verb) or _granted(verb)
    task = _task(verb, anchor) if anchor is not None else None
    if anchor is None or task is None:
        return None
    inside = anchor.subtree
    return inside + [one for one in task.subtree if one not in inside]


def _until(verb: Token) -> Token | None:
    """The preposition of the deadline in "gave them until Friday", "has until Friday"."""
    whom = verb.child("dative", "dobj")
    left = whom is None and verb.lemma in ("allow", "grant", "leave", "give")  # "to them he has allowed until noon"
    passive = verb.child("auxpass") is not None
    if (
        verb.lemma != "have"
        and not passive
        and not left
        and (whom is None or any(one.tag == "PRP$" for one in whom.children))
    ):
        return None  # "gave his men until Monday" sets nobody else a term
    behind = [*verb.children, *(mark for one in verb.all("advcl", "xcomp") for mark in one.all("mark"))]
    if verb.lemma in ("give", "grant", "allow"):  # parsers hang it on "the garrison *surrounded* at Tarn until noon"
        behind += [prep for one in verb.all("dobj", "dative") for held in one.all("acl") for prep in held.all("prep")]
    untils = (one for one in behind if one.lower in ("until", "till") and one.i > verb.i)
    # parsers take "until Sunday to lay down …" for a clause too
    return next((one for one in untils if one.dep == "prep" or one.child("pobj") is not None or _is_timed(one)), None)


def _is_timed(mark: Token) -> bool:
    """Read "until *six o'clock* to come out", where parsers take the hour for who comes."""
    doer = mark.head.child("nsubj") if mark.dep == "mark" else None
    task = doer is not None and any(one.lower == "to" for one in mark.head.all("aux"))
    return task and doer is not None and doer.i > mark.i and (doer.child("nummod") is not None or doer.tag == "NNP")


def _granted(verb: Token) -> Token | None:
    """The time in "gave them 48 hours to withdraw"."""
    if verb.lemma == "have" and verb.child("dative") is None and subject(verb) is None:
        return None
    choice = any(one.lower == "or" for one in verb.subtree)  # "a week to leave" alone may be a favour
    lengths = (one for one in verb.all("dobj") if one.lemma in words("pledges", "spans_of_time"))
    return next((one for one in lengths if one.child("nummod") or (choice and one.child("det"))), None)


def _ultimatum(verb: Token) -> Token | None:
    """The noun in "issued an ultimatum"."""
    nouns = words("pledges", "ultimatums")
    return next((one for one in verb.all("dobj", "nsubjpass") if one.lemma in nouns), None)


def _task(verb: Token, anchor: Token) -> Token | None:
    """What must be done: the infinitive behind the deadline."""
    near = [*anchor.subtree, *verb.children, *(anchor.head.children if anchor.head.dep == "acl" else ())]
    found = (
        one for one in near if one.tag == "VB" and one.i > anchor.i and any(kid.lower == "to" for kid in one.children)
    )
    return next(found, None) or _ordered(anchor)


def _ordered(anchor: Token) -> Token | None:
    """Read "an ultimatum: leave by noon or face attack": the command behind the colon."""
    top = [anchor, *anchor.ancestors][-1]
    colon = next((one.i for one in top.subtree if one.text == ":" and one.i > anchor.i), None)
    if colon is None:
        return None
    first = next((one for one in top.subtree if one.i == colon + 1), None)
    return first if first is not None and first.tag in ("VB", "VBP") and first.pos == "VERB" else None
