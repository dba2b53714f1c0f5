"""Whose tally running text gives: by a paper named before the number, or a sentence that announces what follows."""

from rashomon.extract.figures.numbers import Number
from rashomon.extract.found import Found
from rashomon.extract.paper_owners import is_number_of_paper, owner
from rashomon.extract.parties import root
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Statement, Time

_FINITE = ("VBZ", "VBD", "VBP")
_NUMBERED = ("no", "no.", "number")
_SAME = ("same", "this", "its", "their")
# What begins a sentence that counts from or in a time, and words from there to the end of that time.
_COUNTING_FROM = frozenset({"since", "between", "from", "in", "during", "up", "until", "over"})
_NEAR = 5
# Who goes on with the tally that was made public.
_GOING_ON = frozenset({"it", "they", "we"})
# Words between the sentence's beginning and a paper that the rest of it is by ("According to the same bulletin, …").
_FRONT = 3


def issuer_of_tally(analysis: Analysis, found: Found, number: Number) -> Token | None:
    """The word for those whose paper or account gives a number; None where no words tell of one.

    "*Bulletin No. 4* of the War Office counts six breaches"; "By *the same report*, 33 have fallen"; "The staff
    *made public the balance*. Since May 57 men have given their lives".
    """
    here = analysis.sentence_of(number.head)
    paper = _paper_before(analysis, here, number)
    if paper is not None:
        return owner(analysis, found, paper)
    return _announcer(analysis, found, here, number) if number.bound != "undisclosed" else None


def publisher_of_tally(analysis: Analysis, found: Found, number: Number) -> Link | None:
    """Who spoke last, where a sentence gives a tally that is "published for the first time" and names nobody.

    Papers of one side let an officer speak, and go on with the losses that he gave: "*Our losses, disclosed here in
    full*, come to 41 dead".
    """
    here = analysis.sentence_of(number.head)
    before = analysis.tokens[here.first : number.words[0].i]
    if not any(_is_account(one) and _is_published(one) for one in before) or _has_teller(analysis.words(here)):
        return None
    back = [one for one in analysis.sentences[: here.index] if here.paragraph - one.paragraph <= 1]
    told = found.within(Statement, back[0].start, here.start) if back else ()
    speakers = [one.speaker[0] for one in told if len(one.speaker) == 1 and root(found, one.speaker[0]) is not None]
    return speakers[-1] if speakers else None


def _is_published(toll: Token) -> bool:
    """Whether a toll is told to be made public, and not by whom ("the account, *rendered* for the first time")."""
    publishing = words("figures", "disclosing") | words("figures", "rendering")
    told = [one for one in toll.all("acl", "advcl") if one.tag == "VBN" and one.lemma in publishing]
    return any(one.child("agent") is None for one in told)


def _paper_before(analysis: Analysis, here: Sentence, number: Number) -> Token | None:
    """The paper that a sentence names before a number as what gives it, by the order of words.

    Numbers of papers ("No. 14") lead parsers astray.
    """
    before = analysis.tokens[here.first : number.words[0].i]
    papers = [one for one in before if one.lemma.lower() in words("speech", "papers") and _is_certain(analysis, one)]
    if not papers or analysis.quote_at(papers[-1].start) is not None:
        return None
    paper = papers[-1]
    behind = [one for one in before if one.i > paper.i]
    if any(one.text in (";", ":") for one in behind) or _tells_another(behind):
        return None
    front = paper.i - here.first <= _FRONT and before[0].lower in ("by", "in", "according")
    return paper if front or any(_counts(one) for one in behind) else None


def _is_certain(analysis: Analysis, paper: Token) -> bool:
    """Whether a paper is one of somebody's: with a number, or told of before ("*the same* communiqué")."""
    behind = analysis.tokens[paper.i + 1 : paper.i + 2]
    numbered = bool(behind) and behind[0].lower in _NUMBERED and is_number_of_paper(analysis, behind[0])
    return numbered or any(one.lower in _SAME for one in paper.children)


def _counts(token: Token) -> bool:
    """Whether a word may be the verb by which a paper gives a number; parsers take "lists" for a noun."""
    giving = words("figures", "giving") | words("figures", "counting_verbs")
    return token.lemma.lower() in giving and token.tag in (*_FINITE, "NNS", "NN")


def _tells_another(between: list[Token]) -> bool:
    """Whether somebody named behind a paper says something of their own before the number."""
    saying = words("figures", "saying") | words("figures", "announcing")
    return any(one.tag in _FINITE and one.lemma in saying and one.child("nsubj") is not None for one in between)


def _announcer(analysis: Analysis, found: Found, here: Sentence, number: Number) -> Token | None:
    """Who published a tally in the sentence before, where this one begins a count ("Since 4 March 57 men …")."""
    before = analysis.sentences[here.index - 1] if here.index else None
    if before is None or before.paragraph != here.paragraph or _has_teller(analysis.words(here)):
        return None
    if not _begins_count(analysis, found, here) or _is_apart(analysis, found, here, number):
        return None
    for verb in (one for one in analysis.words(before) if one.tag in (*_FINITE, "VBN")):
        made = verb.lemma == "make" and any(one.lower == "public" for one in verb.subtree)
        if not made and verb.lemma not in words("figures", "disclosing"):
            continue
        given = verb.child("dobj") if not made else next((one for one in verb.subtree if _is_account(one)), None)
        subject = verb.child("nsubj")
        if given is None or subject is None or not _is_account(given) or verb.child("neg") is not None:
            continue
        return owner(analysis, found, subject) if subject.lemma.lower() in words("speech", "papers") else subject
    return None


def _begins_count(analysis: Analysis, found: Found, here: Sentence) -> bool:
    """Whether a sentence begins with the time of which it counts: "*Since 4 March* …", "*From May* until …"."""
    told = analysis.words(here)
    led = bool(told) and told[0].lower in _COUNTING_FROM
    return led and bool(found.within(Time, told[0].end, told[min(_NEAR, len(told)) - 1].end))


def _is_apart(analysis: Analysis, found: Found, here: Sentence, number: Number) -> bool:
    """Whether a number is of a place, or the deed of somebody, that the one who made a tally public did not name."""
    verb = next((one for one in number.head.ancestors if one.pos == "VERB"), None)
    for one in analysis.words(here):
        mention = found.mention_of(one) if one.dep == "pobj" and one.head.lower in ("in", "at", "near") else None
        if next((above for above in one.ancestors if above.pos == "VERB"), None) is not verb:
            mention = None  # of another clause: "since Monday, when they shelled Osk, 36 have fallen"
        if mention is not None and (mention.reading == "place" or mention.type == "state"):
            return True
        if one.lemma.lower() in words("events", "nature"):
            return True
    subject = verb.child("nsubj") if verb is not None else None
    if verb is None or subject is None or subject.i > number.words[0].i or subject.lower in _GOING_ON:
        return verb is not None and verb.child("agent") is not None
    own = verb.lemma in words("figures", "losing") or verb.lemma in words("figures", "suffering")
    return not own and not _gives_life(verb) and subject not in (number.head, number.head.head)


def _is_account(noun: Token) -> bool:
    """Whether a noun stands for a whole tally: "the balance of the fighting", "its first statement of our losses"."""
    if noun.lemma.lower() in words("figures", "accounts_of_losses"):
        return True
    of = [one for prep in noun.all("prep") if prep.lower in ("of", "on") for one in prep.all("pobj")]
    papers = words("speech", "papers") | words("figures", "papers")
    return noun.lemma.lower() in papers and any(one.lemma.lower() in words("figures", "losses") for one in of)


def _has_teller(sentence: list[Token]) -> bool:
    """Whether somebody is told to say or give anything in a sentence."""
    telling = words("figures", "giving") | words("figures", "saying") | words("figures", "announcing")
    told = (one for one in sentence if one.tag in (*_FINITE, "VBN") and one.lemma in telling)
    return any(one.child("nsubj") is not None and not _gives_life(one) for one in told)


def _gives_life(verb: Token) -> bool:
    """Read "57 men have *given* their lives"."""
    given = verb.child("dobj")
    return given is not None and given.lemma == "life"
