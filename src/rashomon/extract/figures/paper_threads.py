"""Which paper a sentence goes on with: "In a bulletin of Monday … *The bulletin* puts … The enemy, *it says*, …".

What a paper counts is told over several sentences, and only the first of them says when it was given out.
"""

from rashomon.extract import paper_owners
from rashomon.extract.figures.days import is_one_day
from rashomon.extract.figures.other_days import is_of_another
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time
from rashomon.model.values import When

# Sentences back in which the paper was named that a sentence takes up.
_BACK = 3
# What is done with a paper on the day it is of.
_ISSUED = frozenset(
    {"issue", "date", "read", "release", "publish", "put", "give", "broadcast", "circulate", "hand", "post", "carry",
     "distribute", "send", "air", "print"}
)  # fmt: skip
_LINKING = ("ADP", "DET", "PUNCT")
# Words between a paper and what was done with it ("Communiqué No. 5 of the staff, *issued* on Monday").
_NEAR = 9
# … from a paper to the day behind it ("a statement *on* Monday").
_RIGHT_BEHIND = 2
# Before a paper by which something is told ("*according to* the bulletin").
_BY = frozenset({"to", "by", "per", "in"})


def source_of(analysis: Analysis, found: Found, here: Sentence) -> Sentence | None:
    """The sentence that names the paper which a sentence takes up or goes on with; None where it does neither."""
    papers = [one for one in analysis.words(here) if is_paper(one)]
    again = next((one for one in papers if _is_again(one)), None)
    if again is not None:
        return _named_before(analysis, found, again, here)
    before = analysis.sentences[here.index - 1] if here.index else None
    if before is None or before.paragraph != here.paragraph or papers:
        return None
    if _only_announces(analysis, before):
        return source_of(analysis, found, before)
    if not goes_on(analysis, here):
        return None
    source = source_of(analysis, found, before)
    if source is None and any(_gives(one) for one in analysis.words(before)):
        return before
    return source


def goes_on(analysis: Analysis, here: Sentence) -> bool:
    """Whether "it" alone tells what a sentence tells: "*It* puts its dead at 31", "the enemy, *it says*, lost 40"."""
    telling = words("figures", "giving") | words("figures", "saying") | words("figures", "announcing") | {"go", "set"}
    tells = [one for one in analysis.words(here) if one.lemma in telling and one.pos == "VERB"]
    tellers = [who for verb in tells for who in verb.all("nsubj")]
    return bool(tellers) and all(one.lower == "it" for one in tellers)


def is_paper(noun: Token) -> bool:
    """Whether a noun stands for something given out in writing or read out."""
    plain = noun.pos in ("NOUN", "PROPN") and noun.lemma.lower() in words("figures", "papers")
    return plain or (noun.lower in ("no", "no.") and paper_owners.is_paper(noun))  # "Communiqué *No*. 5"


def days_of_papers(analysis: Analysis, found: Found, sentence: Sentence) -> list[When]:
    """The days of the papers of a sentence: "a bulletin *of 4 May*", "its statement, *read out on Monday*"."""
    days: list[When] = []
    for time in found.within(Time, sentence.start, sentence.end):
        day = whole_day(analysis, time.when)
        inside = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
        if day is None or not inside or is_of_another(analysis, time) or is_than(analysis, time):
            continue
        bound = inside[0].i > 0 and analysis.tokens[inside[0].i - 1].lower in words("figures", "not_as_of")
        above = next((one for one in inside[-1].ancestors if one not in inside and one.pos not in _LINKING), None)
        before = analysis.tokens[max(sentence.first, inside[0].i - _RIGHT_BEHIND) : inside[0].i]
        behind = before[0] if len(before) == _RIGHT_BEHIND and before[1].lower in ("on", "of") else None
        if not bound and any(_is_of_paper(analysis, sentence, one) for one in (above, behind) if one is not None):
            days.append(day)
    return days


def _is_of_paper(analysis: Analysis, sentence: Sentence, word: Token) -> bool:
    """Whether a word that bears a day is a paper, or tells that one was given out."""
    if is_paper(word):
        return True
    before = analysis.tokens[max(sentence.first, word.i - _NEAR) : word.i]
    return word.lemma in _ISSUED and any(is_paper(one) for one in (*before, *word.all("dobj"), *word.ancestors))


def is_than(analysis: Analysis, time: Time) -> bool:
    """Whether a day is that of another count ("51 more *than on 10 July*")."""
    inside = analysis.tokens_in(time.evidence[0].start, time.evidence[0].end)
    before = analysis.tokens[max(0, inside[0].i - 2) : inside[0].i] if inside else []
    return any(one.lower in ("than", "against") for one in before)


def whole_day(analysis: Analysis, when: When) -> When | None:
    """The whole day of a time; None of one that is no day."""
    first, last = when.first_day, when.last_day
    if first is None or last is None or not is_one_day(analysis, when):
        return None
    if when.granularity == "interval":
        return When.between(first, last)
    return When.on(first) if first == last else None


def _is_again(paper: Token) -> bool:
    """Whether a paper is one named before: "the same bulletin", "the bulletin puts", "according to the bulletin"."""
    kids = {one.lower for one in paper.children}
    if "same" in kids:
        return True
    if paper.pos != "NOUN" or "the" not in kids or any(one.dep in ("amod", "poss", "prep", "relcl", "acl", "appos")
                                                       or one.tag == "CD" for one in paper.children):  # fmt: skip
        return False
    tells = paper.dep == "nsubj" and paper.head.pos == "VERB"
    return tells or (paper.dep == "pobj" and paper.head.lower in _BY)


def _gives(paper: Token) -> bool:
    """Whether a paper is what its sentence tells by: "*Communiqué No. 5* counts", "in its *bulletin* … states"."""
    if not is_paper(paper):
        return False
    verb = next((one for one in paper.ancestors if one.pos == "VERB"), None)
    subject = paper.dep in ("nsubj", "compound", "nmod") or paper.head.lower in _BY
    return subject and verb is not None and verb.dep in ("ROOT", "conj")


def _named_before(analysis: Analysis, found: Found, paper: Token, here: Sentence) -> Sentence | None:
    """Where a paper taken up was named: in the sentences before; that which takes it up itself leads on."""
    same = any(one.lower == "same" for one in paper.children)
    for sentence in reversed(analysis.sentences[max(0, here.index - _BACK) : here.index]):
        if here.paragraph - sentence.paragraph > 1:
            return None
        named = [one for one in analysis.words(sentence) if is_paper(one)]
        fits = [one for one in named if same or one.lemma.lower() == paper.lemma.lower()]
        if fits:
            if days_of_papers(analysis, found, sentence) or not any(_is_again(one) for one in fits):
                return sentence
            return _named_before(analysis, found, fits[0], sentence) or sentence
        if named and not same:
            return None
    return None


def _only_announces(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence only announces what a paper counts in the next one ("The same bulletin gives the toll.")."""
    told = analysis.words(sentence)
    return any(is_paper(one) and _is_again(one) for one in told) and not any(one.tag == "CD" for one in told)
