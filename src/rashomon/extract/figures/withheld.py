"""Figures without a number: undisclosed ones ("has not disclosed its casualties"), and none at all ("no losses")."""

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.extract.figures.counted import Counted, counted
from rashomon.extract.figures.nouns import is_equipment, is_person, singular
from rashomon.extract.figures.numbers import Number
from rashomon.extract.figures.tolls import category, loss_counts
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words as lexicon_words

_NO = frozenset({"no", "nobody", "none"})


def withheld(words: Sequence[Token], earlier: Counted | None) -> Iterator[tuple[Number, Counted]]:
    """Losses that somebody keeps to themselves.

    `earlier` is what the last figure counted: "has given no figure" goes back to it.
    """
    cues = _cues()
    for token in words:
        objects = _kept(token) if token.lemma in cues or token.lower in cues else []
        for noun in objects:
            item = _loss(noun, token, earlier, words)
            if item is not None:
                yield Number((token,), (token,), None, None, "undisclosed"), item
                break


def _kept(token: Token) -> list[Token]:
    """What a word says to be undisclosed: the objects of a verb with "not", the subject of "unknown"."""
    lemma = token.lemma.lower()
    if lemma in lexicon_words("figures", "unknown"):
        verb = token.head if token.dep in ("acomp", "attr", "oprd") else token
        return verb.all("nsubj", "nsubjpass") + ([token.head] if token.dep == "amod" else [])
    if token.pos != "VERB" or token.dep == "amod":
        return []
    objects = [*token.all("dobj", "nsubjpass")]
    if lemma in lexicon_words("figures", "withholding"):
        return objects
    public = lemma == "make" and any(one.lower in ("known", "public") for one in token.children)
    if lemma not in lexicon_words("figures", "disclosing") and not public:
        return []
    if public:
        objects += [one for kid in token.children if kid.dep in ("ccomp", "oprd", "acomp") for one in kid.all("nsubj")]
    negated = _is_negated(token) or any(kid.lower == "no" for one in objects for kid in one.children)
    return objects if negated else []


@cache
def _cues() -> frozenset[str]:
    groups = (lexicon_words("figures", group) for group in ("unknown", "disclosing", "withholding"))
    return frozenset({"make"}.union(*groups))


def _is_negated(verb: Token) -> bool:
    """Whether the verb does not take place: "not", "yet to", "refused to", "without"."""
    if any(one.dep == "neg" or one.lower in ("never", "not") for one in verb.children):
        return True
    above = verb.head
    if verb.dep == "xcomp" and above.lemma in ("refuse", "decline", "fail"):
        return True
    if (
        verb.dep == "xcomp"
        and above.lemma == "have"
        and any(one.lower == "yet" for one in (*above.children, *verb.children))
    ):
        return True
    return verb.dep == "pcomp" and above.lower == "without"


def _loss(noun: Token, verb: Token, earlier: Counted | None, words: Sequence[Token]) -> Counted | None:
    """The loss that a noun phrase speaks of, with the clause as evidence."""
    counts = loss_counts(noun)
    group = category(noun)
    if counts is None and singular(noun) in lexicon_words("figures", "tolls") and earlier is not None:
        counts = earlier.counts
        group = earlier.category if group == "unspecified" else group
    if counts is None:
        return None
    lost = next((one for one in noun.subtree if singular(one) in lexicon_words("figures", "losses")), noun)
    clause = tuple(one for one in _clause(verb) if words[0].i <= one.i <= words[-1].i)
    return Counted("killed" if counts == "other" else counts, singular(lost), lost, verb, group, clause, "undisclosed")


def _clause(verb: Token) -> list[Token]:
    top = verb
    while top.dep in ("xcomp", "acomp", "attr", "pcomp", "amod", "oprd") and top.head is not top:
        top = top.head
    return [one for one in top.subtree if not _in_other_clause(one, top)]


def _in_other_clause(token: Token, top: Token) -> bool:
    """Whether a word stands in a clause coordinated with that of `top`."""
    while token is not top:
        if token.dep in ("conj", "cc", "ccomp", "punct") and token.head is top:
            return True
        token = token.head
    return False


def nothing(words: Sequence[Token], earlier: Counted | None) -> Iterator[tuple[Number, Counted]]:
    """Losses that are none: "no losses", "no soldiers were killed", "nobody was hurt"."""
    for token in words:
        if token.lower not in _NO or token.i + 1 > words[-1].i:
            continue
        noun = token.head if token.dep == "det" else token
        number = Number((token,), (token,), 0.0, 0.0, "exact")
        item = _none_of(number, noun, words)
        if item is not None:
            yield number, item


def _none_of(number: Number, noun: Token, words: Sequence[Token]) -> Counted | None:
    verb = noun.head
    if verb.lemma in lexicon_words("figures", "disclosing") and verb.lemma not in ("report", "announce"):
        return None
    lemma = singular(noun)
    if lemma in lexicon_words("figures", "losses") - lexicon_words("figures", "tolls") and lemma not in (
        "toll",
        "dead",
    ):
        counts = loss_counts(noun)
        tokens = (*number.words, noun)
        return Counted(counts or "killed", lemma, noun, noun, category(noun), tokens, "none") if counts else None
    if not (is_person(noun) or is_equipment(noun) or noun.lower in _NO):
        return None
    item = counted(number, words)
    return item._replace(rule="none") if item is not None and item.rule in ("predicate", "state") else None
