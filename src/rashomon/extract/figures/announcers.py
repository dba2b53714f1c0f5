"""Who announces what stands behind "that", where the parser takes the verb for a participle of who announces."""

from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words

# Words between a verb of saying and the "that" of what is said ("informed the journalists present that").
_REACH = 5


def announcer(analysis: Analysis, number: Token) -> Token | None:
    """The head of "The chief of staff, General X, *stated that* …" before a number; None where a clause has a subject.

    A sentence that is cut in two behind a day ("… that on the 22nd | the rebels fired 14 times")
    goes on with the one before.
    """
    here = analysis.sentence_of(number)
    found = _in(analysis, here, number.i)
    if found is not None or not here.index:
        return found
    before = analysis.sentences[here.index - 1]
    text = analysis.document.text
    cut = text[here.start : here.start + 1].islower() and text[before.start : here.start].rstrip()[-1:].isalnum()
    return _in(analysis, before, before.last, whole=False) if cut and before.paragraph == here.paragraph else None


def _in(analysis: Analysis, sentence: Sentence, until: int, *, whole: bool = True) -> Token | None:
    """The noun at the root of a sentence, with a verb of saying and "that" behind it, before a place.

    Of half a sentence also the subject of that verb.
    """
    tokens = analysis.tokens[sentence.first : until]
    saying = words("figures", "announcing")
    for at, token in enumerate(tokens):
        if token.lower != "that" or token.tag not in ("IN", "WDT"):
            continue
        near = [one for one in tokens[max(0, at - _REACH) : at] if one.lemma in saying and one.tag in ("VBN", "VBD")]
        verb = near[-1] if near else None
        if verb is not None and not whole and (subject := verb.child("nsubj")) is not None:
            return subject
        if verb is None or verb.i == sentence.first or analysis.tokens[verb.i - 1].text != ",":
            continue
        root = next((one for one in (verb, *verb.ancestors) if one.head is one), None)
        if root is not None and root.pos in ("NOUN", "PROPN") and root.i < verb.i:
            return root
    return None
