"""Who stands behind what a report tells in its own voice: the one it names behind a row of terms, or beside a clause.

"Osk will hand over the posts. It will take the camps. Not a man will leave before; there, the minister told us,
we draw the line": all of it is hers. "Osk was ready to leave, she said, but it would not quit": so is the rest.
"""

from rashomon.extract import certainty
from rashomon.extract.affiliations import affiliation
from rashomon.extract.clauses import modal, subject
from rashomon.extract.found import Found
from rashomon.extract.last_words import is_last_word
from rashomon.extract.offices import goes_between, is_official
from rashomon.extract.parties import Parties, key, root
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Mention, Statement

# A row of terms is so many sentences long; the clause that sums it up has so many characters.
_ROW, _SUMMED = 6, 60
_TELLING = ("say", "tell", "add", "think", "believe", "expect", "warn", "report")


def told_by(analysis: Analysis, found: Found, verb: Token) -> Link | None:
    """Who tells what a verb tells; also where only the sentence around it or the end of its row names them."""
    voices = certainty.voices(analysis, found, verb)
    if len(voices) > 1:
        return voices[0]
    if analysis.quote_at(verb.start) is not None:
        return None
    return _beside(analysis, found, verb) or _behind(analysis, found, verb)


def _beside(analysis: Analysis, found: Found, verb: Token) -> Link | None:
    """Who says the clause to which that of a verb is joined: "…, she said, but it *would* not quit the port"."""
    if not any(one.lower in ("would", "could") for one in verb.all("aux")):
        return None
    sentence = analysis.sentence_of(verb)
    for one in found.within(Statement, sentence.start, sentence.end):
        said = [span for span in one.content if sentence.start <= span.start < sentence.end]
        cue = [span for span in one.cue if said and said[-1].end <= span.start < verb.start]
        if one.rule.endswith("tag") and cue and _is_joined(analysis, cue[-1].end, verb):
            speaker = next(iter(one.speaker), None)
            return speaker if speaker is not None and _answers_for(analysis, found, speaker, verb) else None
    return None


def _is_joined(analysis: Analysis, after: int, verb: Token) -> bool:
    """Whether "and" or "but" follows the tag, and no other voice speaks between it and the verb."""
    between = analysis.tokens_in(after, verb.start)
    joint = next((one for one in between if one.pos != "PUNCT"), None)
    return joint is not None and joint.lower in ("and", "but") and not any(one.lemma in _TELLING for one in between)


def _behind(analysis: Analysis, found: Found, verb: Token) -> Link | None:
    """Who is named where a row of terms is summed up: "That is the limit, the minister told this newspaper"."""
    here = analysis.sentence_of(verb)
    for sentence in analysis.sentences[here.index : here.index + _ROW]:
        if sentence.paragraph != here.paragraph:
            return None
        if (speaker := _summing(analysis, found, sentence, verb)) is not None:
            return speaker if _answers_for(analysis, found, speaker, verb) else None
        if not _is_of_terms(analysis, sentence):
            return None
    return None


def _summing(analysis: Analysis, found: Found, sentence: Sentence, verb: Token) -> Link | None:
    for one in found.within(Statement, sentence.start - _SUMMED, sentence.end):
        for span in one.content:
            last = 1 + max(span.text.rfind(mark) for mark in ";:")  # "…, no convoy will pass; there, she told us, …"
            inside = analysis.tokens_in(span.start + last, span.end)
            here = sentence.start <= span.start < sentence.end and verb.start < span.start + last
            if not (here and inside and len(span.text) - last <= _SUMMED):
                continue
            # "there", she told us, "we draw the line"
            rest = [
                word
                for each in one.content
                if span.end <= each.start < sentence.end
                for word in analysis.tokens_in(each.start, each.end)
            ]
            if is_last_word([*inside, *rest]):
                speaker = next(iter(one.speaker), None)
                named = root(found, speaker) if speaker is not None else None
                return speaker if named is not None and named.type == "person" else None
    return None


def _answers_for(analysis: Analysis, found: Found, person: Link, verb: Token) -> bool:
    """Whether somebody speaks for the party of which a verb tells, or for the one of the row in which it stands."""
    doer = subject(verb)
    if doer is not None and doer.lower in ("he", "she", "i", "we"):
        return True
    theirs, told = _side(analysis, found, person), _told_of(analysis, found, verb)
    if theirs is not None or told is None:
        return theirs is not None and told is not None and theirs == told[0]
    # Whose minister it is goes without saying; a front has none.
    official = is_official(analysis, found, person) and not goes_between(analysis, found, person)
    return official and told[1].type in ("state", "government")


def _side(analysis: Analysis, found: Found, link: Link) -> str | None:
    own = affiliation(analysis, found, link)
    return key(found, Link(mention=own.id)) if own is not None else key(found, link)


def _told_of(analysis: Analysis, found: Found, verb: Token) -> tuple[str, Mention] | None:
    """The party that does what a verb tells, else the one told of last before it in its paragraph."""
    here = analysis.sentence_of(verb)
    parties = Parties(analysis, found)
    rows = [one for one in analysis.sentences[: here.index + 1][-_ROW:] if one.paragraph == here.paragraph]
    before = [one for row in reversed(rows) for one in reversed(analysis.words(row)) if one.i < verb.i]
    own = subject(verb)
    for noun in [*([own] if own is not None else []), *(one for one in before if one.dep in ("nsubj", "nsubjpass"))]:
        for link in parties.party(noun):
            party, named = key(found, link), root(found, link)
            if party is not None and named is not None and named.type != "person":
                return party, named
    return None


def _is_of_terms(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence says what somebody will do or is ready to do."""
    tops = [one for one in analysis.words(sentence) if one.head is one]
    return any(
        modal(top) is not None
        or any(one.dep == "acomp" and one.lower in words("pledges", "ready") for one in top.children)
        for top in tops
    )
