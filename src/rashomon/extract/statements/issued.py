"""What a party says in a paper of its own: "The Front did not fire on the market", "We shall hold the pass".

In a communiqué or press release the writer is the party. Its denials, promises, refusals
and threats need no verb of speech; plain telling there is no statement apart.
"""

from collections.abc import Iterator, Sequence

from rashomon.extract.statements.drafts import Draft
from rashomon.extract.statements.sources import Source
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act

_FIRST = ("we", "our", "ours")
_OWN = ("we", "our", "ours", "us", "i", "my")
# An address says so in this many sentences at least, of which there are at most so many times as many.
_SPEECH, _SHARE = 4, 6
_WILL = ("will", "shall", "'ll", "’ll")
_NOTHING = ("nothing", "nobody", "none", "no")
# Subjects that speak of what others said or are, not of a deed.
_OTHERS = ("who", "which", "that", "this", "there", "what")
# Words of a letterhead that name no party.
_EMPTY = frozenset({"the", "of", "and", "for", "press", "office", "service", "department", "general", "national", "no"})


def issued(analysis: Analysis, told: Sequence[Draft]) -> Iterator[Draft]:
    """The denials, promises, refusals and threats of who issued a statement, outside what others are told to say."""
    if not _is_own_paper(analysis):
        return
    taken = [place for draft in told for place in draft.content]
    taken += [(quote.start, quote.end) for quote in analysis.quotes]
    taken += [draft.place for draft in told]
    names = _letterhead(analysis)
    party = next((one for one in analysis.tokens if one.dep == "nsubj" and one.lower in names), None)
    for sentence in analysis.body:
        if any(a < sentence.end and sentence.start < b for a, b in taken):
            continue
        root = next((one for one in analysis.roots(sentence) if one.pos in ("VERB", "AUX")), None)
        if root is not None and (draft := _draft(analysis, sentence, root, names, party)) is not None:
            yield draft


def issued_act(analysis: Analysis, sentence: Sentence) -> Act | None:
    """What a sentence does whose speaker says "we" of their own side; None where it only tells something."""
    root = next((one for one in analysis.roots(sentence) if one.pos in ("VERB", "AUX")), None)
    subject = root.child("nsubj", "nsubjpass") if root is not None else None
    if root is None or subject is None:
        return None
    return _act(root, subject, issuer=_is_issuer(analysis, sentence, subject, frozenset()))


def _is_own_paper(analysis: Analysis) -> bool:
    """Whether a party speaks itself: in a statement, or in an address or briefing that says "we" throughout."""
    document = analysis.document
    if document.genre == "statement":
        return True
    if document.genre not in ("report", "unknown") or document.outlet or document.byline:
        return False
    own = {one.sentence for one in analysis.tokens if one.lower in _OWN and analysis.quote_at(one.start) is None}
    return len(own) >= _SPEECH and len(own) * _SHARE >= len(analysis.body)


def _letterhead(analysis: Analysis) -> frozenset[str]:
    """The words of the issuer's name, by which the text goes on to call it."""
    title = analysis.document.title or ""
    name = analysis.document.outlet or (title if title.isupper() else "")
    return frozenset(word.strip(",.").lower() for word in name.split()) - _EMPTY


def _draft(
    analysis: Analysis, sentence: Sentence, root: Token, names: frozenset[str], party: Token | None
) -> Draft | None:
    """What a sentence does; who speaks is its subject, else the `party` where the text names it, else the report."""
    subject = root.child("nsubj", "nsubjpass")
    if subject is None or any(one.lower in ("if", "whether", "?") for one in root.children):
        return None
    if subject.lower in _OTHERS:
        return None
    issuer = _is_issuer(analysis, sentence, subject, names)
    act = _act(root, subject, issuer=issuer)
    if act is None:
        return None
    kept = [one for one in analysis.words(sentence) if one.pos != "SPACE"]
    while kept and (kept[0].pos in ("PUNCT", "NUM", "X") and kept[0].i < subject.subtree[0].i):
        kept.pop(0)  # "3. The Front …"
    while kept and kept[-1].pos == "PUNCT":
        kept.pop()
    speaker = subject if issuer and subject.dep == "nsubj" else party
    return Draft(cue=[_cue(root)], act=act, source=Source.of(speaker) if speaker is not None else Source(),
                 content=[(kept[0].start, kept[-1].end)], rule="issued", own=speaker is None,
                 accused=Source.of(subject) if act == "accuse" else Source())  # fmt: skip


def _is_issuer(analysis: Analysis, sentence: Sentence, subject: Token, names: frozenset[str]) -> bool:
    """Whether a subject is the issuer: by a word of its name, "we", "our army", or an "it" behind such a sentence."""
    if subject.lower in _FIRST or any(one.lower == "our" for one in subject.all("poss")):
        return True
    if subject.lower == "it" and sentence.index:
        before = analysis.sentences[sentence.index - 1]
        above = next((root.child("nsubj") for root in analysis.roots(before)), None)
        return above is not None and before.paragraph == sentence.paragraph and above.lower in names
    return subject.lower in names


def _cue(root: Token) -> Token:
    """The word that makes the sentence what it is: "will", "not", else the verb."""
    return next((one for one in root.children if one.lower in _WILL or one.dep == "neg"), root)


def _act(root: Token, subject: Token, *, issuer: bool) -> Act | None:
    """What a sentence of the issuer's does, None where it only tells something."""
    negated = root.child("neg") is not None
    if root.lemma == "have" and not issuer and _has_until(root):
        return "threaten"
    if any(one.dep == "aux" and one.lower in _WILL for one in root.children):
        return _of_will(root, issuer=issuer, negated=negated or _is_nothing(root))
    if root.lemma in words("speech", "lying") and root.tag == "VBG":
        return "deny"
    if root.lemma == "be" and not negated and any(one.lower in words("speech", "ready") for one in root.all("acomp")):
        return "promise" if root.tag in ("VBZ", "VBP") else None
    if _is_denied(root, subject, issuer=issuer, negated=negated):
        return "deny"
    if not issuer and not negated and _is_charged(root, subject):
        return "accuse"
    return None


def _is_denied(root: Token, subject: Token, *, issuer: bool, negated: bool) -> bool:
    """Whether a sentence says that the issuer did not do something, or that something did not happen."""
    if subject.lower in _NOTHING or (any(one.lower == "no" for one in subject.all("det")) and _past(root)):
        return root.lemma != "be"
    if issuer:
        return (negated or _is_nothing(root)) and root.lemma not in words("speech", "no_denials")
    return negated and _past(root) and root.lemma not in words("speech", "no_denials") and not _is_pronoun(subject)


def _is_nothing(root: Token) -> bool:
    """Whether nothing, or none, is done: "received no rockets", "agree to nothing"."""
    things = [*root.all("dobj", "attr"), *(inner for one in root.all("prep") for inner in one.all("pobj"))]
    return any(one.lower in _NOTHING or any(each.lower == "no" for each in one.all("det")) for one in things)


def _past(root: Token) -> bool:
    return root.tag == "VBD" or any(one.tag == "VBD" for one in root.all("aux", "auxpass"))


def _is_pronoun(subject: Token) -> bool:
    return subject.pos == "PRON" or subject.tag in ("DT", "EX")


def _is_charged(root: Token, subject: Token) -> bool:
    """Whether somebody is told to have done what one is accused of: "The regiment shelled the market"."""
    told = root.tag == "VBD" or (root.tag == "VBN" and root.child("aux") is not None)
    human = subject.pos in ("NOUN", "PROPN") and subject.lemma.lower() not in words("speech", "things")
    return told and human and subject.dep == "nsubj" and root.lemma in words("speech", "charging")


def _of_will(root: Token, *, issuer: bool, negated: bool) -> Act | None:
    """What the issuer says will be: a threat where it harms, else a promise or refusal."""
    harmful = root.lemma in words("speech", "harming")
    if any(one.lower in ("failing", "otherwise") for one in root.children):
        return "threaten"
    if negated:
        return ("promise" if harmful else "reject") if issuer else None
    kind = root.lemma in words("speech", "relenting")
    if kind and (issuer or root.child("nsubjpass") is not None or root.child("dobj", "advcl", "prep") is not None):
        return "promise"
    if harmful and (issuer or root.child("nsubjpass") is not None):
        return "threaten"
    return "promise" if issuer else None


def _has_until(root: Token) -> bool:
    """Whether somebody "has until noon to" do something."""
    until = any(one.lower in ("until", "till") for one in root.all("prep"))
    return until and any(one.lower == "to" for below in root.subtree for one in below.all("aux"))
