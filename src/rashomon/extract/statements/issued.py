"""What a party says in a paper of its own: "The Front did not fire on the market", "We shall hold the pass".

In a communiqué, press release, address or briefing the writer is the party. Its denials,
promises, demands, refusals, threats and charges need no verb of speech (`issued_acts`).
What it only tells is a statement apart where a person speaks ("We have buried 118"); a
communiqué's plain telling is not.
"""

from collections.abc import Iterator, Sequence

from rashomon.extract.found import Found
from rashomon.extract.issuer import announced, issuer, letterhead
from rashomon.extract.issuer import is_issuer as goes_back
from rashomon.extract.statements.drafts import Draft, Place
from rashomon.extract.statements.issued_acts import act_of, is_issuer
from rashomon.extract.statements.sources import Source
from rashomon.extract.turns import Turn
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act, Mention

_OWN = ("we", "our", "ours", "us", "i", "my")
# An address says so in this many sentences at least, of which there are at most so many times as many.
_SPEECH, _SHARE = 4, 6
# A plain sentence of a speaker's tells something from so many words on.
_WORDS = 5
# In so many sentences at its head a paper says that it is a joint one.
_HEAD = 3
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PARTIES = ("state", "government", "armed group", "alliance", "organisation", "people")
# What nobody but who issues a paper does in its passives ("is rejected", "it is regretted that", "it is denied").
_PASSIVE = ("demand", "reject", "deny", "judge")
_WILL = ("will", "shall", "'ll", "’ll")


def issued(analysis: Analysis, found: Found, told: Sequence[Draft], turned: Sequence[Turn]) -> Iterator[Draft]:
    """What who issued a statement says outside what others are told to say."""
    if not _is_own_paper(analysis):
        return
    names = _letterhead(analysis)
    party = _party(analysis, found, names)
    speaker = announced(analysis, found)
    free = _free(analysis, told, turned)
    joint = any(one.lower == "joint" for one in analysis.tokens if analysis.sentence_of(one).index < _HEAD)
    for sentence in free:
        draft = _of_party(analysis, found, sentence) if joint else None
        draft = draft or _draft(analysis, sentence, names)
        if draft is None and speaker is not None and _tells(analysis, found, sentence):
            draft = _whole(analysis, sentence, "say", analysis.tokens[sentence.first])
        if draft is None:
            continue
        if draft.rule == "party":
            yield draft
            continue
        if speaker is not None or not draft.source.heads:
            draft.source = Source.of(party) if party is not None and speaker is None else Source()
        draft.own = not draft.source.heads
        yield draft


def _party(analysis: Analysis, found: Found, names: frozenset[str]) -> Token | None:
    """The first subject by which the text calls who issues it: one that surely goes back to the letterhead's name."""
    body = (one for sentence in analysis.body for one in analysis.words(sentence))
    called = [one for one in body if one.dep == "nsubj" and one.lower in names]
    own = issuer(analysis, found)
    sure = [one for one in called if own is not None and goes_back(analysis, found, found.link(one), own)]
    return next(iter(sure or called), None)


def demanded(analysis: Analysis, told: Sequence[Draft]) -> None:
    """Make what a party's paper says in the passive its own: "The people are asked to wait", "It is regretted"."""
    if not _is_own_paper(analysis):
        return
    for draft in told:
        verb = draft.verb
        passive = verb is not None and verb.child("auxpass") is not None and verb.dep == "ROOT"
        present = passive and verb is not None and any(one.tag in ("VBZ", "VBP") for one in verb.all("auxpass"))
        if present and draft.act in _PASSIVE and not draft.source.heads and analysis.quote_at(draft.place[0]) is None:
            draft.own = True


def _free(analysis: Analysis, told: Sequence[Draft], turned: Sequence[Turn]) -> list[Sentence]:
    """The sentences of the running text in which nobody else is told to speak, nor anybody quoted at length."""
    taken = [place for draft in told for place in (draft.place, *draft.content)]
    taken += [(quote.start, quote.end) for quote in analysis.quotes if _is_speech(analysis, quote.start, quote.end)]
    taken += [(turn.start, turn.end) for turn in turned]
    taken.sort()
    free, k = [], 0
    for sentence in analysis.body:
        while k < len(taken) and taken[k][1] <= sentence.start:
            k += 1
        if not any(a < sentence.end and sentence.start < b for a, b in _from(taken, k, sentence.end)):
            free.append(sentence)
    return free


def _from(places: Sequence[Place], first: int, end: int) -> Iterator[Place]:
    for place in places[first:]:
        if place[0] >= end:
            return
        yield place


def _is_speech(analysis: Analysis, start: int, end: int) -> bool:
    """Whether words in quotation marks are a sentence, not a phrase taken up."""
    return any(one.tag in _FINITE for one in analysis.tokens_in(start, end))


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
    """The words of the issuer's name, by which the text goes on to call it; of the lines over the text, the bodies."""
    name = frozenset(word.strip(",.").lower() for word in letterhead(analysis).split()) - words("speech", "titular")
    heads = [one for sentence in analysis.sentences[:_HEAD] if sentence.role for one in analysis.words(sentence)]
    over = {word.strip(",.").lower() for word in (analysis.document.title or "").split()}
    over |= {one.lower for one in heads if one.text[:1].isupper()}
    return name | (over & words("speech", "bodies"))


def _draft(analysis: Analysis, sentence: Sentence, names: frozenset[str]) -> Draft | None:
    """What a sentence does; who speaks is its subject where that is the issuer."""
    root = next((one for one in analysis.roots(sentence) if one.pos in ("VERB", "AUX")), None)
    if root is None:
        return None
    subject = root.child("nsubj", "nsubjpass")
    issuer = subject is not None and is_issuer(analysis, sentence, subject, names)
    act = act_of(root, subject, issuer=issuer)
    if act is None:
        return None
    draft = _whole(analysis, sentence, act, _cue(root))
    if draft is not None and subject is not None:
        # "Our guns did not fire": not the guns say so.
        itself = (
            issuer and subject.dep == "nsubj" and not any(one.lower in ("our", "my") for one in subject.all("poss"))
        )
        draft.source = Source.of(subject) if itself else Source()
        draft.accused = Source.of(subject) if act == "accuse" and subject.dep == "nsubj" else Source()
    return draft


def _of_party(analysis: Analysis, found: Found, sentence: Sentence) -> Draft | None:
    """What one of those who issue a joint paper promises in it: "Osk will open the road"."""
    root = next((one for one in analysis.roots(sentence) if one.pos in ("VERB", "AUX")), None)
    subject = root.child("nsubj") if root is not None else None
    mention = found.mention_of(subject) if subject is not None else None
    if root is None or subject is None or mention is None or mention.type not in _PARTIES:
        return None
    if not any(one.lower in _WILL for one in root.all("aux")):
        return None
    act = act_of(root, subject, issuer=True)
    draft = _whole(analysis, sentence, act, _cue(root)) if act is not None else None
    if draft is not None:
        draft.source, draft.rule = Source.of(subject), "party"
    return draft


def _whole(analysis: Analysis, sentence: Sentence, act: Act, cue: Token) -> Draft | None:
    """A draft of a whole sentence, without the number of a paragraph and the full stop."""
    kept = [one for one in analysis.words(sentence) if one.pos != "SPACE"]
    while kept and (kept[0].pos in ("PUNCT", "X") or (kept[0].pos == "NUM" and kept[0].text.endswith((".", ")")))):
        kept.pop(0)  # "3. The Front …"
    while kept and kept[-1].pos == "PUNCT":
        kept.pop()
    if not kept:
        return None
    return Draft(cue=[cue] if act != "say" else [], act=act, source=Source(), content=[(kept[0].start, kept[-1].end)],
                 rule="issued")  # fmt: skip


def _tells(analysis: Analysis, found: Found, sentence: Sentence) -> bool:
    """Whether a sentence tells something of the conflict: it names somebody, some place or a number; no question."""
    inside = [one for one in analysis.words(sentence) if one.pos not in ("PUNCT", "SPACE")]
    question = analysis.document.text[sentence.end - 1] == "?"
    if question or len(inside) < _WORDS or not any(one.tag in _FINITE for one in inside):
        return False
    named = found.within(Mention, sentence.start, sentence.end)
    return any(one.form in ("name", "demonym", "title") for one in named) or any(one.tag == "CD" for one in inside)


def _cue(root: Token) -> Token:
    """The word that makes the sentence what it is: "will", "not", else the verb."""
    return next((one for one in root.children if one.lower in _WILL or one.dep == "neg"), root)
