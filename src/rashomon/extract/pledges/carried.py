"""Who "it" and "they" are in a row of sentences that say what one party will do.

"Osk will receive observers. It will open the bridge if …": the second sentence goes on
with the subject of the first, whatever kind of name that is.
"""

from rashomon.extract.clauses import modal
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention

# So many sentences of one row may stand between a pronoun and the name.
_ROW = 4


def carried(analysis: Analysis, found: Found, doer: Token) -> Token | None:
    """The subject of the sentences before that say what it will do; None for a known pronoun, or one inside."""
    mention = found.mention_of(doer)
    if doer.lower not in ("it", "they") or (mention is not None and mention.antecedents) or _is_expletive(doer):
        return None
    here = analysis.sentence_of(doer)
    if not _opens(doer, analysis.words(here)):
        return None
    for sentence in reversed(analysis.sentences[max(0, here.index - _ROW) : here.index]):
        if sentence.paragraph != here.paragraph:
            return None
        top = next((one for one in analysis.words(sentence) if one.head is one), None)
        before = top.child("nsubj", "nsubjpass") if top is not None else None
        if top is None or before is None or not _is_willed(top):
            return None
        if before.lower != doer.lower:
            return before if _is_body(found.mention_of(before)) else None
    return None


def _is_expletive(doer: Token) -> bool:
    """Read "*it* will take weeks to open the road", "*it* will be hard to do": nobody is meant."""
    verb = doer.head
    if doer.lower != "it" or verb.lemma not in ("take", "be"):
        return False
    lengths = words("pledges", "spans_of_time") | {"year", "time"}
    timed = any(one.lemma.lower() in lengths for one in verb.all("dobj", "attr", "npadvmod"))
    told = [one for one in verb.all("acomp", "attr") if one.lower not in words("pledges", "ready")]
    tasks = (one for top in (verb, *told) for one in top.all("xcomp", "ccomp", "advcl") if one.tag == "VB")
    return timed or (bool(told) and any(kid.lower == "to" for one in tasks for kid in one.children))


def _opens(doer: Token, tokens: list[Token]) -> bool:
    """Whether a pronoun is the subject with which its sentence begins."""
    first = next((one for one in tokens if one.pos not in ("PUNCT", "SPACE", "CCONJ", "ADV")), None)
    return doer.dep in ("nsubj", "nsubjpass") and first is doer


def _is_willed(verb: Token) -> bool:
    ready = any(one.dep == "acomp" and one.lower in words("pledges", "ready") for one in verb.children)
    return modal(verb) is not None or ready


def _is_body(mention: Mention | None) -> bool:
    """Whether a name can stand for a party: any but a person's."""
    return mention is not None and mention.type not in ("person", "outlet") and mention.form != "pronoun"
