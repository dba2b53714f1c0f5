"""Clauses of a sentence as spans: a condition, a main clause without its condition or its "he said"."""

from collections.abc import Iterable, Sequence

from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.text import Span

_MODALS = frozenset({"will", "would", "'ll", "’ll", "shall", "wo", "'d", "’d"})
_PERMITS = frozenset({"can", "could", "may"})


def spans(analysis: Analysis, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The words as spans, one for each unbroken run, without punctuation at their edges."""
    runs: list[list[Token]] = []
    for token in sorted(tokens, key=lambda one: one.i):
        if runs and token.i - runs[-1][-1].i == 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    made = (analysis.span(run) for run in runs if any(one.pos not in ("PUNCT", "SPACE") for one in run))
    return tuple(span for span in made if span is not None)


def without(head: Token, *left_out: Token) -> list[Token]:
    """The words of a clause without the subtrees of some of its words."""
    gone = {token.i for one in left_out for token in one.subtree}
    return [token for token in head.subtree if token.i not in gone]


def main_clause(head: Token, *left_out: Token) -> list[Token]:
    """The words of a clause without conditions, speech tags, conjunctions and loose adverbs at its start."""
    extra = [one for one in head.children if one.dep in ("parataxis", "cc", "mark") or _is_coordinated(one, head)]
    kept = without(head, *left_out, *extra)
    while kept and (kept[0].pos in ("PUNCT", "SPACE", "CCONJ") or kept[0].lower in ("however", "therefore", "that")):
        kept.pop(0)
    while kept and (kept[-1].pos in ("PUNCT", "SPACE")):
        kept.pop()
    return kept


def _is_coordinated(one: Token, head: Token) -> bool:
    """Whether a child is a clause of its own beside the head ("… and that …", "… and would …")."""
    own = one.child("nsubj", "nsubjpass") is not None or modal(one) is not None
    return one.dep == "conj" and own and one.i > head.i


def modal(verb: Token) -> Token | None:
    """The auxiliary that makes a verb a promise or a forecast ("will", "would")."""
    return next((one for one in verb.children if one.dep in ("aux", "auxpass") and one.lower in _MODALS), None)


def permits(verb: Token) -> bool:
    """Whether an auxiliary grants something ("they can have the airport back")."""
    return any(one.dep == "aux" and one.lower in _PERMITS and not is_negated(verb) for one in verb.children)


def subject(verb: Token) -> Token | None:
    """The subject of a verb, shared ones of coordinated and open clauses included."""
    one = verb
    for _ in range(4):
        found = one.child("nsubj", "nsubjpass")
        if found is not None:
            return found
        progressive = one.dep == "attr" and one.tag == "VBG"  # "is mediating", as parsers put it at times
        if (one.dep not in ("conj", "xcomp") and not progressive) or one.head is one:
            return None
        one = one.head
    return None


def is_negated(verb: Token) -> bool:
    """Whether "not" or "never" stands with the verb."""
    return any(
        one.dep == "neg" or (one.lower in ("never", "no") and one.dep in ("neg", "advmod")) for one in verb.children
    )


def says_none(noun: Token) -> bool:
    """Read "no patrol", but not "no fewer than 400 men", where "no" only bounds a number."""
    if not any(one.lower == "no" for one in noun.all("det")):
        return False
    before = [one.lower for one in noun.subtree if one.i < noun.i]
    return "than" not in before or _BOUNDS.isdisjoint(before)


_BOUNDS = frozenset({"fewer", "less", "more"})


def of_nothing(verb: Token) -> bool:
    """Read "will sign no paper", "will agree to nothing", "will discuss the status of nothing"."""
    for one in verb.subtree:
        if one.i < verb.i or one.lower not in ("no", "nothing", "none", "nobody") or one.dep == "advmod":
            continue
        between = [above for above in one.ancestors if above is not verb and above in verb.subtree]
        if (one.head is verb or one.dep in ("det", "pobj")) and not any(above.pos == "VERB" for above in between):
            return True
    return False


def interposed(analysis: Analysis, verb: Token) -> Token | None:
    """Who wills, where a tag stands between: "*Osk*, said the premier, will …", "*Osk*, the premier assured, …"."""
    will = modal(verb)
    if will is None:
        return None
    before = [one for one in analysis.words(analysis.sentence_of(verb)) if one.i < will.i]
    commas = [k for k, one in enumerate(before) if one.text == ","]
    if len(commas) < 2 or commas[-1] != len(before) - 1 or commas[-2] + 1 >= len(before):
        return None
    tag = before[commas[-2] + 1]
    named = [one for one in before[: commas[-2]] if one.pos in ("NOUN", "PROPN", "PRON")]
    told = (tag.pos == "VERB" and tag.tag in ("VBD", "VBZ")) or _tells(before[commas[-2] + 1 : commas[-1]])
    apart = any(one.pos in ("VERB", "AUX") or one.text in ",;:" for one in before[: commas[-2]])
    return named[-1] if told and named and not apart else None


def _tells(tag: Sequence[Token]) -> bool:
    """Whether words between commas end in a verb of speech: "the premier assured", "the minister went on"."""
    said = [one for one in tag if one.dep != "prt" and one.lower != "on"]
    if len(said) < 2 or said[-1].tag not in ("VBD", "VBZ", "VBN"):
        return False
    lemma = said[-1].lemma
    spoken = lemma in words("pledges", "speech") | words("pledges", "tags") or (lemma == "go" and tag[-1].lower == "on")
    return spoken and not any(one.pos in ("VERB", "AUX") for one in said[:-1])


def is_speech(verb: Token) -> bool:
    """Whether a verb tells of speech by its lemma."""
    return verb.lemma in words("pledges", "speech")
