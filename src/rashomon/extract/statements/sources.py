"""Who speaks: the noun phrase that governs a cue, however far away it stands."""

from dataclasses import dataclass

from rashomon.extract.found import coordinated
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

QUOTE_MARKS = frozenset('"“”„«»') | {"''", "``", "’’", "‘‘"}
# How a speaker behind a verb may hang on it, by the parser's lights.
# A name at the head of a sentence, and what is put in behind it, have at most so many words.
_NAMED, _PUT_IN = 12, 15
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NOMINAL = ("nsubj", "dobj", "attr", "oprd", "npadvmod", "appos", "dep")
# What is told of a speaker in passing where a comma stands before it.
_PASSING = {"acl", "advcl"}
_NAMING = ("NOUN", "PROPN", "PRON")


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a speaker: head words of each one, and all tokens of the whole phrase."""

    heads: tuple[Token, ...] = ()
    tokens: tuple[Token, ...] = ()

    @classmethod
    def of(cls, head: Token, *, without: Token | None = None) -> "Source":
        """The source whose phrase is headed by `head`; `without` is a clause below it to leave out."""
        kept = whole_phrase(head, without)
        behind = _behind_dateline(kept)
        if behind:
            inside = {one.i for one in behind}
            tops = [one for one in behind if one.head.i not in inside or one.head is one]
            return cls(tuple(one for one in tops if one.pos in _NAMING)[:1], tuple(behind))
        return cls(tuple(coordinated(head)), tuple(kept))

    @classmethod
    def of_noun(cls, noun: Token) -> "Source":
        """The source of a noun of speech: whose claim, the claim of whom."""
        owner = noun.child("poss")
        if owner is None:
            for one in noun.children:
                if one.dep == "prep" and one.lower in ("of", "by", "from") and one.i < noun.i + 3:
                    inner = one.child("pobj")
                    owner = inner if inner is not None and inner.pos == "PROPN" else None
                    break
        if (
            owner is None
            and noun.child("compound") is None
            and noun.dep == "dobj"
            and noun.head.lemma in ("make", "repeat", "issue", "voice")
        ):
            owner = noun.head.child("nsubj")
        if owner is None:
            owner = next(
                (one for one in noun.all("compound") if one.pos == "PROPN"), None
            )  # "a Kremlin statement that"
        return cls.of(owner) if owner is not None else cls()


def _behind_dateline(tokens: list[Token]) -> list[Token]:
    """The tokens behind a dateline that the parser took for a part of the name ("OSLO, May 3 (Sol) - Ada Brandt")."""
    for k, one in enumerate(tokens[1:-1], 1):
        apart = tokens[k - 1].end < one.start and one.end < tokens[k + 1].start
        if one.text in ("—", "–", "--", "-") and apart and tokens[0].text.isupper() and len(tokens[0].text) > 1:
            return tokens[k + 1 :]
    return []


def whole_phrase(head: Token, without: Token | None = None) -> list[Token]:
    """The tokens of the phrase that names somebody: titles, "of …", appositions, those coordinated with it.

    What is only told of them in passing ("…, who spoke in Lima", "…, wearing a cap") is left out.
    """
    tokens = head.subtree
    numbers = {one.i for one in tokens}
    left = {one.i for one in without.subtree} if without is not None and without.i in numbers else set()
    for k, one in enumerate(tokens):
        if one is not head and one.dep in _PASSING and one.i > head.i:
            below = one.subtree
            first = next((i for i, each in enumerate(tokens) if each is below[0]), k)
            if first and tokens[first - 1].text in (",", "-", "—", "–", "("):
                left |= {each.i for each in below}
        elif one.dep == "prep" and one.lower == "on" and one.head is head and head.pos == "PROPN":
            left |= {each.i for each in one.subtree}  # "Ostria on Tuesday": the day belongs to the verb
    kept = [one for one in tokens if one.i not in left or one is head]
    return _trimmed(head, kept)


def _trimmed(head: Token, kept: list[Token]) -> list[Token]:
    """The part of `kept` that hangs together around the head, no quotation in it, no comma at its edges."""
    at = kept.index(head)
    first = last = at
    while first > 0 and kept[first - 1].i == kept[first].i - 1 and not _is_mark(kept[first - 1]):
        first -= 1
    while last + 1 < len(kept) and kept[last + 1].i == kept[last].i + 1 and not _is_mark(kept[last + 1]):
        last += 1
    while last > at and _is_edge(kept[last]):
        last -= 1
    for k in range(first, at):  # a dateline before the name
        if (
            kept[k].text in ("—", "–", "--", "-")
            and kept[k - 1].end < kept[k].start
            and kept[k].end < kept[k + 1].start
        ):
            first = k + 1
    while first < at and kept[first].pos == "PUNCT":
        first += 1
    return kept[first : last + 1]


def _is_edge(token: Token) -> bool:
    """Whether a token at the end of a name does not belong to it."""
    if token.pos == "PUNCT":
        return token.text != ")"
    return token.tag == "POS" or token.dep in ("cc", "npadvmod")


def _is_mark(token: Token) -> bool:
    return token.text in '"“”„«»' and token.text != ""


def source_of(analysis: Analysis, verb: Token, depth: int = 0) -> Source:
    """Who speaks by a verb: its subject, its agent, or the subject of the verb it hangs on."""
    if verb.child("auxpass") is not None or verb.child("nsubjpass") is not None:
        return _agent(verb)
    behind = _behind(analysis, verb)
    if behind is not None:
        return Source.of(behind)
    subject = _nearest_subject(verb)
    if subject is not None:
        if subject.lower in ("who", "which", "that") and verb.dep == "relcl":
            return _of_one(verb.head) or Source.of(verb.head, without=verb)
        return Source.of(subject)
    if verb.tag == "VBN" and verb.dep in ("acl", "relcl", "advcl") and verb.child("aux") is None:
        return _agent(verb)
    if depth > 3:
        return Source()
    beside = _beside(analysis, verb)
    if beside is not None:
        return Source.of(beside, without=verb)
    inherited = _inherited(analysis, verb, depth)
    return inherited if inherited.heads else _before_insertion(analysis, verb)


def _of_one(head: Token) -> Source | None:
    """Who issued "one from the ministry that …"; None where the phrase names what it is."""
    near = head.all("prep") if head.lower in ("one", "another", "some", "others") else []
    inner = next((each for one in near if one.lower in ("from", "by") for each in one.all("pobj")), None)
    return Source.of(inner) if inner is not None else None


def _nearest_subject(verb: Token) -> Token | None:
    """The subject; of two before the verb the nearer, as the other is what was said of ("The siege, she said, …")."""
    subjects = verb.all("nsubj")
    before = [one for one in subjects if one.i < verb.i]
    if (len(before) > 1 and before[-2].lower == "no") or (
        before and before[-1].tag == "CD" and before[0].lower == "no"
    ):
        return before[0]  # "Bulletin No. 4 puts …", of which parsers make three subjects
    return before[-1] if len(before) > 1 else next(iter(subjects), None)


def _behind(analysis: Analysis, verb: Token) -> Token | None:
    """The speaker right behind a verb that a comma or mark stands before ("Peru, said the envoy, will stay")."""
    if verb.i == 0 or verb.lemma not in words("speech", "inverting") or verb.tag not in ("VBD", "VBZ"):
        return None
    if analysis.tokens[verb.i - 1].text not in {",", "?", "!", "—", "–"} | QUOTE_MARKS:
        return None
    for one in verb.children:
        nominal = one.dep in _NOMINAL and one.pos in ("NOUN", "PROPN", "PRON")
        told = one.child("relcl")
        plain = told is None or any(
            each.lower == "who" for each in told.all("nsubj")
        )  # "recalled an aide who sat there"
        if nominal and one.subtree[0].i == verb.i + 1 and plain and one.child("mark") is None:
            return one if not _runs_on(analysis, one) else None
    return None


def _runs_on(analysis: Analysis, noun: Token) -> bool:
    """Whether a finite verb follows a noun phrase without a comma: then it is the subject of what was said."""
    following = analysis.tokens[noun.i + 1 : analysis.sentence_of(noun).last]
    for one in following:
        if one.pos == "PUNCT" or one.tag in ("WP", "WDT", "IN"):
            return False
        if one.tag in ("VBZ", "VBP", "MD"):
            return True
    return False


def _beside(analysis: Analysis, verb: Token) -> Token | None:
    """The name right before a finite verb that the parser gave no subject."""
    if verb.tag not in ("VBD", "VBZ", "VBP") or verb.dep in ("conj", "relcl") or verb.i == 0:
        return None
    before = analysis.tokens[verb.i - 1]
    if (
        before.sentence != verb.sentence
        or before.pos not in ("PROPN", "PRON")
        or before.tag in ("WP", "WDT", "EX", "DT")
    ):
        return None
    while before.head is not before and before.dep in ("compound", "flat", "nmod", "appos") and before.head.i < verb.i:
        if before.dep == "appos" and analysis.tokens[before.subtree[0].i - 1].text == ",":
            break  # "no order to board the ship, his secretary Ada Brandt says": of the ship only by a comma
        before = before.head
    return before if before.dep not in ("pobj", "dobj") else None


def _before_insertion(analysis: Analysis, verb: Token) -> Source:
    """Who opens the sentence, lost by the parser behind what is put in: "Nurses in Osk, reached by radio, said"."""
    if verb.tag not in ("VBD", "VBZ", "VBP") or verb.i == 0 or analysis.tokens[verb.i - 1].text != ",":
        return Source()
    first = analysis.sentence_of(verb).first
    if verb.i - first > _NAMED + _PUT_IN + 2:
        return Source()
    before = analysis.tokens[first : verb.i - 1]
    comma = next((k for k, one in enumerate(before) if one.text == ","), len(before))
    named, put_in = before[:comma], before[comma + 1 :]
    if not 0 < len(named) <= _NAMED or not 0 < len(put_in) <= _PUT_IN or put_in[0].tag not in ("VBN", "VBG", "VBD"):
        return Source()
    if named[0].tag in ("IN", "TO", "RB", "VBG", "WRB") or any(one.tag in _FINITE for one in (*named, *put_in[1:])):
        return Source()
    nominal = [one.tag[:2] == "NN" for one in named]
    at = next((k for k, one in enumerate(nominal) if one and not any(nominal[k + 1 : k + 2])), None)
    return Source((named[at],), tuple(named)) if at is not None else Source()


def _agent(verb: Token) -> Source:
    by = verb.child("agent")
    inner = by.child("pobj") if by is not None else None
    return Source.of(inner) if inner is not None else Source()


def hangs_too_low(verb: Token) -> bool:
    """Whether the parser hung a verb of speech on what another said ("admitted that it was lost but denied …")."""
    above = verb.head
    if verb.dep != "conj" or above.dep != "ccomp" or above.head.tag[:2] != "VB" or verb.child("nsubj") is not None:
        return False
    if verb.tag == above.head.tag and verb.tag in ("VBD", "VBZ"):
        return True  # "said the road was shut and blamed the snow": in the tense of the telling
    return above.child("nsubjpass") is not None or any(one.lower == "but" for one in above.all("cc"))


def _of_clear(verb: Token) -> Token | None:
    """Who goes on speaking behind "it is clear that Brandt no longer insists, but believes …", which "it" does not."""
    above = verb.head
    subject, clause = above.child("nsubj", "expl"), above.child("ccomp")
    empty = above.lemma == "be" and subject is not None and subject.lower == "it" and above.child("acomp") is not None
    if verb.dep != "conj" or not empty or clause is None or clause.tag != verb.tag or not above.i < clause.i < verb.i:
        return None
    return clause.child("nsubj")


def _inherited(analysis: Analysis, verb: Token, depth: int) -> Source:
    above = verb.head
    if verb.dep == "acl":
        loose = analysis.tokens[verb.i - 1].text == "," or above.lemma in words("speech", "papers")
        governor = above.head.head if above.dep == "pobj" else above.head
        if (loose or above.dep == "dobj") and above.dep in ("dobj", "pobj") and governor.pos in ("VERB", "AUX"):
            found = source_of(analysis, governor, depth + 1)
            if found.heads:
                return found
        return Source.of(above, without=verb)
    if verb.dep == "pcomp" and above.dep == "prep":
        above = above.head
    if verb.dep in ("conj", "xcomp", "advcl", "pcomp", "dep", "ccomp", "parataxis") and above is not verb:
        if (clear := _of_clear(verb)) is not None:
            return Source.of(clear)
        if hangs_too_low(verb):
            above = above.head
        if above.lower in words("speech", "prompt") and above.head.pos in ("VERB", "AUX"):
            above = above.head  # "was quick to deny"
        if above.pos in ("VERB", "AUX"):
            return source_of(analysis, above, depth + 1)
    return Source()


def is_thing(source: Source) -> bool:
    """Whether the source is something that cannot speak ("the fighting threatened to spread", "at 22.20 reported")."""
    return any(
        _is_number(one) or one.lemma.lower() in words("speech", "things") or not any(map(str.isalpha, one.text))
        for one in source.heads
    )


def _is_number(token: Token) -> bool:
    """Whether a number is no number of people: "at 22.20 reported", not "two of them concede"."""
    return token.pos == "NUM" and not (token.text.isalpha() and token.dep in ("nsubj", "nsubjpass", "conj"))
