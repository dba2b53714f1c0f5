"""Whose paper is meant: "the army's bulletin", "the communiqué read out by the staff", later "the same communiqué"."""

import re
from collections.abc import Iterator

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words

# The number of a paper in Roman numerals.
_ROMAN = re.compile(r"[IVXLC]+")
# Sentences back in which a paper may have been named with whose it is.
_BACK = 8
_AGAIN = frozenset({"the", "same", "this", "that"})
_PRONOUNS = frozenset({"its", "their", "his", "her"})
# What sort of paper it is: "Military Statement No. 4".
_KINDS = frozenset({"military", "war", "situation", "press", "official", "special"})
# What others do with a paper: "a note *carried* by the agency" is not the agency's.
_CARRYING = frozenset(
    {"carry", "quote", "cite", "publish", "print", "relay", "distribute", "broadcast", "obtain", "see", "receive",
     "circulate", "monitor", "reprint", "translate", "read", "pick", "summarise", "summarize", "run", "transmit"}
)  # fmt: skip


def owner(analysis: Analysis, found: Found, paper: Token) -> Token | None:
    """The word for those whose paper `paper` is; None where the report does not tell.

    Its own words tell first ("a bulletin *of the High Command*"), then whoever is told to speak
    in it ("in a statement *the army* counted"), then the last such paper named before.
    """
    paper = _of_number(paper) or paper
    own = _owned(analysis, found, paper)
    if own is not None or not (_is_named_before(paper) or _is_numbered(analysis, paper)):
        return own
    for other in _before(analysis, paper):
        if (own := _owned(analysis, found, other)) is not None:
            return own
    return None


def _owned(analysis: Analysis, found: Found, paper: Token) -> Token | None:
    named = _named_with(found, paper) or _behind_number(analysis, found, paper)
    return named or _told_in(analysis, found, paper) or _of_pronoun(analysis, found, paper) or _issuing(found, paper)


def is_paper(token: Token) -> bool:
    """Whether a word stands for something written or read out: a bulletin, a statement, "Communiqué *No*. 4"."""
    plain = token.pos in ("NOUN", "PROPN") and token.lemma.lower() in words("speech", "papers")
    return plain or _of_number(token) is not None


def _of_number(token: Token) -> Token | None:
    """The paper whose number a word is by the parser's lights: "Communiqué" for the "No" of "Communiqué *No*. 4"."""
    if token.lower not in ("no", "no."):
        return None
    return next((one for one in token.all("compound", "nmod") if one.lemma.lower() in words("speech", "papers")), None)


def _is_numbered(analysis: Analysis, paper: Token) -> bool:
    return _number_of(analysis, paper) is not paper


def _number_of(analysis: Analysis, paper: Token) -> Token:
    """The "No" of a paper by the parser's lights, else by the order of words; the paper itself where it has none."""
    after = analysis.tokens[paper.i + 1 : paper.i + 2]
    led = after and after[0].lower in ("no", "no.") and is_number_of_paper(analysis, after[0])
    return after[0] if led else _top(paper)


def is_number_of_paper(analysis: Analysis, word: Token) -> bool:
    """Whether a number stands behind "No" ("Bulletin *No*. 14", "Note *No*. IV"; not "the report *no* longer")."""
    behind = [one for one in analysis.tokens[word.i + 1 : word.i + 3] if one.text != "."]
    return bool(behind) and (behind[0].text[:1].isdigit() or _ROMAN.fullmatch(behind[0].text) is not None)


def _behind_number(analysis: Analysis, found: Found, paper: Token) -> Token | None:
    """Who is named behind a paper's number, which parsers part from it: "Bulletin No. 7 *of the High Command*"."""
    if not _is_numbered(analysis, paper):
        return None
    first = _number_of(analysis, paper).i + 1
    rest = [one for one in analysis.tokens[first : first + 4] if one.text != "." and one.tag != "CD"]
    inner = rest[0].child("pobj") if rest and rest[0].lower in ("of", "by", "from") else None
    return inner if inner is not None and _is_issuer(found, inner) else None


def _told_in(analysis: Analysis, found: Found, paper: Token) -> Token | None:
    """Who speaks right behind a paper's number: "In its Bulletin No. 7 *the War Office* reports"."""
    here = analysis.sentence_of(paper)
    before = analysis.tokens[max(here.first, paper.i - 3) : paper.i]
    if not _is_numbered(analysis, paper) or not any(one.lower == "in" for one in before):
        return None
    rest = analysis.tokens[_number_of(analysis, paper).i + 1 : here.last]
    rest = rest[next((n for n, one in enumerate(rest) if one.text != "." and one.tag != "CD"), len(rest)) :]
    subject = next((one for one in rest if one.dep == "nsubj"), None)
    # "issued on Monday, *the War Office* denounces": a participle is no verb that ends the search
    verb = next((one.i for one in rest if one.tag in ("VBD", "VBZ", "VBP", "MD")), here.last)
    return subject if subject is not None and subject.i < verb and _is_issuer(found, subject) else None


def _is_named_before(paper: Token) -> bool:
    return any(one.lower in _AGAIN for one in paper.children) and paper.child("poss") is None


def _before(analysis: Analysis, paper: Token) -> Iterator[Token]:
    """The papers of that kind before a word, the nearest first."""
    first = analysis.sentences[max(0, paper.sentence - _BACK)].first
    for one in reversed(analysis.tokens[first : paper.i]):
        if is_paper(one) and one.lemma.lower() == paper.lemma.lower() and one.i != paper.i:
            yield one


def _top(paper: Token) -> Token:
    """The word on which a paper's own words hang: "No" in "its bulletin *No*. 31", as the parser has it."""
    return paper.head if paper.head.lower in ("no", "no.") and paper.i < paper.head.i else paper


def _named_with(found: Found, paper: Token) -> Token | None:
    """Who is named in a paper's own words: before it, behind "of", "by" or "from"."""
    for one in (*paper.children, *_top(paper).children):
        beside = one.dep == "poss" or (one.dep in ("amod", "nmod", "compound") and one.i < paper.i)
        if beside and one.lower not in (*_PRONOUNS, *_KINDS) and _is_issuer(found, one):
            return one
    told = [paper, *(one for one in paper.all("acl") if one.tag == "VBN" and one.lemma not in _CARRYING)]
    if paper.dep in ("nsubj", "nsubjpass") and paper.head.child("agent") is not None:
        told.append(paper.head)  # "the communiqué *read* out by the staff", as the parser has it
    for one in (below for word in told for below in word.all("prep", "agent") if below.lower in ("of", "by", "from")):
        for named in one.all("pobj"):
            if _is_issuer(found, named):
                return named
    return None


def _is_issuer(found: Found, token: Token) -> bool:
    mention = found.mention_of(token)
    if mention is None:
        issuing = words("speech", "offices") | words("speech", "bodies") | words("figures", "counters")
        return token.lemma.lower() in issuing
    if mention.form == "pronoun" or mention.reading == "people":
        return False
    return mention.reading != "place" or mention.type == "state"


def _of_pronoun(analysis: Analysis, found: Found, paper: Token) -> Token | None:
    """Whose "its" before a paper is: the subject's of its clause, else of the sentence before what it quotes."""
    own = paper.child("poss") or _top(paper).child("poss")
    if own is None or own.lower not in _PRONOUNS:
        return None
    verb = next((one for one in paper.ancestors if one.pos in ("VERB", "AUX")), None)
    here = analysis.sentence_of(paper)
    before = _sentence_before(analysis, paper)
    near = before is not None and here.paragraph - before.paragraph <= (1 if before.index < here.index - 1 else 0)
    verbs = [verb, *(analysis.roots(before) if before is not None and near else [])]
    for one in verbs:
        for subject in one.all("nsubj", "nsubjpass") if one is not None else ():  # the dot of "No." may be one, too
            if subject not in (paper, _top(paper)) and _is_issuer(found, subject):
                return subject
    return None


def _sentence_before(analysis: Analysis, paper: Token) -> Sentence | None:
    """The sentence before; of one that ends a quotation of several sentences, the one before that quotation."""
    here = analysis.sentence_of(paper)
    quoted = [one for one in analysis.quotes if here.start <= one.end <= here.end and one.start < here.start]
    inside = {
        one.index for one in analysis.sentences if quoted and quoted[0].start < one.end and one.index < here.index
    }
    index = min(inside, default=here.index) - 1
    return analysis.sentences[index] if index >= 0 else None


def _issuing(found: Found, paper: Token) -> Token | None:
    """Who speaks in a paper or gives it out: "in a statement *the army* counted", "*the ministry* issued a note"."""
    paper = _top(paper)
    verb = paper.head
    if paper.dep == "pobj" and paper.head.lower in ("in", "through"):
        verb = paper.head.head
    elif paper.dep != "dobj" or paper.head.lemma not in words("figures", "disclosing"):
        return None
    while verb.pos not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    subject = verb.child("nsubj")
    return subject if subject is not None and _is_issuer(found, subject) else None
