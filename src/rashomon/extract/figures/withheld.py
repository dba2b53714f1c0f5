"""Figures that somebody keeps to themselves: "has not disclosed its casualties", "would not say how many had died"."""

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.extract.figures.befell import befell
from rashomon.extract.figures.counted import Counted
from rashomon.extract.figures.nouns import is_equipment, singular
from rashomon.extract.figures.numbers import Number
from rashomon.extract.figures.tolls import category, loss_counts
from rashomon.extract.figures.untold import what_was_lost
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words as lexicon_words


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
        if token.lower == "how" and token.i < words[-1].i and words[token.i - words[0].i + 1].lower == "many":
            item = _how_many(words[token.i - words[0].i + 1], words, earlier)
            if item is not None:
                yield Number((token,), (token,), None, None, "undisclosed"), item
        item = what_was_lost(token, words)
        if item is not None:
            yield Number((token,), (token,), None, None, "undisclosed"), item


def withholder(verb: Token) -> Token | None:
    """Who keeps something to themselves: the subject of the verb, or of the one above ("which *refuses* to reveal")."""
    while (
        verb.child("nsubj") is None
        and verb.dep in ("xcomp", "pcomp", "prep", "advcl", "dobj", "conj")
        and verb.head is not verb
    ):
        verb = verb.head
    subject = verb.child("nsubj")
    if subject is not None and subject.tag in ("WDT", "WP"):
        return verb.head if verb.dep == "relcl" else None
    return subject


def _kept(token: Token) -> list[Token]:
    """What a word says to be undisclosed: the objects of a verb with "not", the subject of "unknown"."""
    lemma = token.lemma.lower()
    if lemma in lexicon_words("figures", "unknown"):
        verb = token.head if token.dep in ("acomp", "attr", "oprd") else token
        return verb.all("nsubj", "nsubjpass") + ([token.head] if token.dep == "amod" else [])
    if lemma in lexicon_words("figures", "silence"):
        return _passed_over(token)
    if token.pos != "VERB" or token.dep == "amod":
        return []
    objects = [*token.all("dobj", "nsubjpass")]
    if lemma == "keep" and _to_oneself(token):
        return objects  # "keeps its losses *to itself*"
    if lemma in ("put", "set") and _is_negated(token):
        return _on_which(token)  # "would not put a figure *on the losses* of its opponents"
    if lemma in lexicon_words("figures", "withholding"):
        return objects
    public = lemma == "make" and any(one.lower in ("known", "public") for one in token.children)
    if lemma not in lexicon_words("figures", "disclosing") and not public:
        return []
    if public:
        objects += [one for kid in token.children if kid.dep in ("ccomp", "oprd", "acomp") for one in kid.all("nsubj")]
        none = [one for one in objects if one.lower == "none"]
        whole = [each for one in none for prep in one.all("prep") for each in prep.all("pobj")]
        if whole:
            return whole  # "has made *none of its losses* public"
    no = any(kid.lower == "no" for one in objects for kid in one.children)
    if no and token.child("auxpass") is not None and lemma in ("report", "announce", "confirm"):
        return []  # "no casualties were reported": there were none
    nobody = any(_is_nobody(one) for one in token.all("nsubj"))  # "neither side has given a figure for its dead"
    return objects if no or nobody or _is_negated(token) else []


def _to_oneself(verb: Token) -> bool:
    """Whether somebody keeps something "to itself" or "secret"."""
    behind = [one for prep in verb.all("prep") if prep.lower == "to" for one in prep.all("pobj")]
    kept = {one.lower for one in (*behind, *verb.all("oprd", "acomp", "advcl"))}
    return bool(kept & _KEPT)


_KEPT = frozenset({"itself", "themselves", "himself", "herself", "secret", "dark"})


def _on_which(verb: Token) -> list[Token]:
    """What nobody puts a figure on."""
    losses = lexicon_words("figures", "losses") | lexicon_words("figures", "tolls")
    figures = [one for one in verb.all("dobj") if one.lemma in ("figure", "number", "name")]
    places = [*verb.all("prep"), *(prep for one in figures for prep in one.all("prep"))]
    inside = [one for prep in places if prep.lower in ("on", "to") for one in prep.all("pobj")]
    return [one for one in inside if figures and one.lemma.lower() in losses]


def _passed_over(token: Token) -> list[Token]:
    """What somebody is silent about: "has said *nothing* about its losses", "made *no mention* of its dead"."""
    if token.lemma in ("comment", "mention"):
        verb = token if token.pos == "VERB" else token.head
        if not (_is_negated(verb) or any(one.lower in ("no", "without") for one in (token.head, *token.children))):
            return []
    places = (*token.all("prep"), *(token.head.all("prep") if token.head.pos == "VERB" else ()))
    objects = [one for prep in places if prep.lower in ("about", "on", "of", "over") for one in prep.all("pobj")]
    objects += token.all("dobj") if token.lemma == "mention" else []
    losses = lexicon_words("figures", "losses") | lexicon_words("figures", "tolls")
    return [one for one in objects if one.lemma.lower() in losses]


def _how_many(many: Token, words: Sequence[Token], earlier: Counted | None) -> Counted | None:
    """Read "has not said how many men it lost", "how many have died nobody knows"."""
    noun = many.head if many.head.pos in ("NOUN", "PROPN") and many.head.i > many.i else None
    verb = next((one for one in many.ancestors if one.pos == "VERB"), None)
    if verb is None or many.i > verb.i:
        return None
    near = [one for one in verb.ancestors if one.i != verb.i] + verb.all("ccomp", "parataxis")
    keeper = next((one for one in near if _keeps_silent(one)), None)
    if keeper is None:
        return None
    nominal = noun or many
    suffers = nominal.dep in ("dobj", "nsubjpass") or verb.child("auxpass") is not None
    counts = befell(verb, noun, suffers=suffers) or ("killed" if verb.lemma == "lose" and noun is None else None)
    if counts is None:
        return None
    loser = verb.lemma in lexicon_words("figures", "losing") and verb.child("nsubj") is not None
    top = keeper if keeper.i < verb.i else verb
    clause = tuple(one for one in top.subtree if words[0].i <= one.i <= words[-1].i and not _in_other_clause(one, top))
    of = category(noun) if noun is not None else earlier.category if earlier is not None else "unspecified"
    unit = singular(noun) if noun is not None else None
    return Counted(counts, unit, noun or many, verb if loser else keeper, of, clause, "undisclosed")


def _is_nobody(noun: Token) -> bool:
    """Whether a subject is nobody: "nobody knows", "no one has said", "neither side knows"."""
    return noun.lower in ("nobody", "none", "neither") or any(
        kid.lower in ("no", "neither") for kid in noun.children if kid.dep in ("det", "neg")
    )


def _keeps_silent(token: Token) -> bool:
    """Whether a verb or adjective says that somebody does not tell or know."""
    if token.lemma.lower() in lexicon_words("figures", "unknown"):
        return True
    if any(one.lemma.lower() in lexicon_words("figures", "unknown") for one in token.all("acomp", "attr", "oprd")):
        return True
    if token.lemma in lexicon_words("figures", "withholding"):
        return True
    tells = token.lemma in lexicon_words("figures", "disclosing") or token.lemma in ("say", "tell", "state")
    nobody = any(_is_nobody(one) for one in token.all("nsubj"))
    return tells and (nobody or _is_negated(token))


@cache
def _cues() -> frozenset[str]:
    groups = (lexicon_words("figures", group) for group in ("unknown", "disclosing", "withholding", "silence"))
    return frozenset({"make", "keep", "put", "set"}.union(*groups))


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
    if any(is_equipment(one) for one in noun.all("compound", "amod", "nmod")):
        counts, group = "equipment", "military"  # "its aircraft losses"
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
