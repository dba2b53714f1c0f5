"""Speech that runs on behind its tag: "The road was shut, she said. It would stay so until May"."""

from collections.abc import Iterator, Sequence

from rashomon.extract.statements.drafts import Draft, takes_of, words_in
from rashomon.extract.statements.issued_acts import act_of
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act

# At most so many sentences behind a tag are the speaker's, too.
_BEHIND = 2
# A plea has at most so many words, what only tells how a speaker went on so many.
_PLEA, _GESTURE = 18, 10
# A title by which an official goes on to be called has at most so many words.
_TITLE = 4
_LOST = ("dead", "killed", "fallen", "wounded", "martyrs")
_MERELY = ("only", "merely", "simply", "solely")
_NOTHING = ("none", "nothing", "nobody", "neither", "no", "not", "n't", "never")
_TAGS = (
    "tag",
    "quotation after",
    "clause",
    "person",
    "infinitive",
    "object",
    "preposition",
    "accused",
    "according to",
    "phrase",
    "idiom",
    "count",
    "misread",
    "made known",
)


def running_on(analysis: Analysis, told: Sequence[Draft]) -> list[Draft]:
    """The sentences behind a saying, in its paragraph, that go on in the words of its speaker.

    They tell what "would" be in a report that tells what was, what "will" be on a condition, or plead. (Weights over
    31 features of such sentences, learnt from eleven dossiers and PolNeAR, did no better on a dossier left out.)
    """
    found: list[Draft] = []
    taken = sorted(place for one in told for place in (one.place, *one.content))
    for draft in _last_of_sentence(analysis, told):
        here = analysis.sentence_of(draft.cue[-1])
        for sentence in analysis.sentences[here.index + 1 : here.index + 1 + _BEHIND]:
            if sentence.paragraph != here.paragraph or sentence.role or _is_told(analysis, taken, sentence):
                break
            act = _goes_on(analysis, draft, sentence)
            if act is None and _is_gesture(analysis, sentence):
                continue
            if act is None:
                break
            kept = [one for one in analysis.words(sentence) if one.pos not in ("PUNCT", "SPACE")]
            found.append(Draft(cue=[], act=act, source=draft.source, content=[(kept[0].start, kept[-1].end)],
                               rule="running on"))  # fmt: skip
    return found + list(_before_title(analysis, told, [*taken, *(place for one in found for place in one.content)]))


def _before_title(analysis: Analysis, told: Sequence[Draft], taken: Sequence[tuple[int, int]]) -> Iterator[Draft]:
    """The losses that open a paragraph before the official goes on who spoke in the one before it."""
    for tag in told:
        head = tag.source.heads[0] if len(tag.source.heads) == 1 else None
        if tag.rule != "tag" or head is None or head.pos not in ("NOUN", "PROPN") or analysis.quote_at(tag.place[0]):
            continue
        here = analysis.sentence_of(head)
        before = analysis.sentences[here.index - 1] if here.index else None
        titled = any(one.lower == "the" for one in head.children) and len(tag.source.tokens) <= _TITLE
        if (
            before is None
            or not titled
            or before.paragraph != here.paragraph
            or before.role
            or _is_told(analysis, taken, before)
        ):
            continue
        opens = before.index == 0 or analysis.sentences[before.index - 1].paragraph != before.paragraph
        if opens and _tells_losses(analysis, before) and _spoke_in(analysis, told, before.paragraph, head):
            kept = [one for one in analysis.words(before) if one.pos not in ("PUNCT", "SPACE")]
            yield Draft(
                cue=[], act="say", source=tag.source, content=[(kept[0].start, kept[-1].end)], rule="running on"
            )


def _tells_losses(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence numbers the dead and wounded of a side."""
    inside = analysis.words(sentence)
    lost = any(one.lemma.lower() in words("speech", "losses") or one.lower in _LOST for one in inside)
    return lost and any(one.tag == "CD" for one in inside)


def _spoke_in(analysis: Analysis, told: Sequence[Draft], paragraph: int, head: Token) -> bool:
    """Whether who bears a title spoke in the last paragraph before one."""
    for draft in told:
        named = any(one.lemma.lower() == head.lemma.lower() for one in draft.source.tokens)
        if named and draft.source.heads and 0 < paragraph - analysis.sentence_of(draft.source.heads[0]).paragraph <= 1:
            return True
    return False


def _last_of_sentence(analysis: Analysis, told: Sequence[Draft]) -> Iterator[Draft]:
    """Of each sentence the outermost saying whose speaker is named outside quotations, where there is just one."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in told:
        if draft.cue:
            by_sentence.setdefault(draft.cue[0].sentence, []).append(draft)
    for group in by_sentence.values():
        outer = [one for one in group if not any(_holds(other, one) for other in group)]
        if not outer:
            continue
        last = outer[-1]
        speakers = {one.source.heads[0].i for one in outer if one.source.heads}
        plain = (
            (last.rule in _TAGS or _is_sure(last))
            and len(last.source.heads) == 1
            and not last.own
            and last.voice is None
        )
        if plain and len(speakers) == 1 and analysis.quote_at(last.cue[0].start) is None:
            yield last


def _is_sure(draft: Draft) -> bool:
    """Whether what only the weights found is told by a verb that surely tells of speech ("…, the Premier assured")."""
    sure = words("speech", "surely") | words("speech", "plainly")
    return draft.rule == "ranked" and draft.verb is not None and draft.verb.lemma in sure


def _holds(outer: Draft, inner: Draft) -> bool:
    start, end = inner.place
    return outer is not inner and any(a <= start and end <= b for a, b in outer.content)


def _is_told(analysis: Analysis, taken: Sequence[tuple[int, int]], sentence: Sentence) -> bool:
    """Whether somebody is told to speak, or is quoted, in a sentence."""
    if any(one.start < sentence.end and sentence.start < one.end for one in analysis.quotes):
        return True
    return any(a < sentence.end and sentence.start < b for a, b in taken)


def _goes_on(analysis: Analysis, draft: Draft, sentence: Sentence) -> Act | None:
    """The act of a sentence that goes on what a draft tells; None for one in the reporter's own voice."""
    root = next((one for one in analysis.roots(sentence) if one.pos in ("VERB", "AUX")), None)
    verb = draft.verb
    if root is None or verb is None or analysis.document.text[sentence.end - 1] == "?":
        return None
    helping = [one.lower for one in root.all("aux", "auxpass")]
    subject = root.child("nsubj", "nsubjpass", "expl")
    if subject is None or subject.lower in ("i", "you", "this", "that"):
        return None
    past = verb.tag in ("VBD", "VBN")
    if past and root.tag == "VBN" and "had" in helping and _is_shifted(analysis, draft):
        return "say"
    if (answered := _answers(analysis, draft, sentence, root)) is not None:
        return answered
    if past and "would" in helping and "have" not in helping:
        return "reject" if root.child("neg") is not None else "say"
    conditional = _is_conditional(root) or _in_case(analysis, sentence)
    if "will" in helping and (conditional or any(one.lower == "nor" for one in root.children)):
        return act_of(root, root.child("nsubj", "nsubjpass"), issuer=True) or "say"
    return None


def _is_shifted(analysis: Analysis, draft: Draft) -> bool:
    """Whether what was said is told in the tenses of reported speech: what "had" been and "would" be."""
    return any(one.lower in ("had", "would") and one.dep in ("aux", "auxpass") for one in words_in(analysis, draft))


def _answers(analysis: Analysis, draft: Draft, sentence: Sentence, root: Token) -> Act | None:
    """What the next sentence answers to a charge in its speaker's stead: "Our guns only replied".

    A reporter who tells what was done tells more of it; who tells that it was merely this, or nothing since, pleads.
    """
    here = analysis.sentence_of(draft.cue[-1])
    inside = [one for one in analysis.words(sentence) if one.pos not in ("PUNCT", "SPACE")]
    if sentence.index != here.index + 1 or len(inside) > _PLEA or any(one.tag == "CD" for one in inside):
        return None
    subject = root.child("nsubj", "nsubjpass")
    if subject is None or subject.pos == "PRON" or _is_person(subject):
        return None
    past = root.tag == "VBD" or any(one.lower in ("did", "was", "were", "had") for one in root.all("aux", "auxpass"))
    lowers = [one.lower for one in inside]
    merely = any(one.lower in _MERELY and one.head is root for one in inside) or _but(lowers)
    confined = root.lemma in ("confine", "limit", "restrict") and any(one.endswith("selves") for one in lowers)
    if past and (merely or confined) and any(one.lemma in words("speech", "pleading") for one in inside):
        return "say"
    such = any(a == "no" and b == "such" for a, b in zip(lowers, lowers[1:], strict=False))
    has = any(one.lower in ("has", "have") for one in root.all("aux"))
    neither = "neither" in lowers and "nor" in lowers
    nothing = has and (neither or ("since" in lowers and any(one in _NOTHING for one in lowers)))
    return "deny" if (past and such) or (nothing and not takes_of(root)) else None


def _but(lowers: Sequence[str]) -> bool:
    """Whether no more was done than that: "did nothing but wait", "did not fire save in self-defence"."""
    if any(lowers[k : k + 3] == ["no", "more", "than"] for k in range(len(lowers))):
        return True
    excepted = next((k for k, one in enumerate(lowers) if one in ("but", "save", "except")), 0)
    return bool(excepted) and any(one in ("nothing", "not", "n't", "never", "no") for one in lowers[:excepted])


def _is_person(subject: Token) -> bool:
    return subject.tag == "NNP" and any(one.dep == "compound" and one.tag == "NNP" for one in subject.children)


def _is_gesture(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a few words only tell how the speaker went on: "She refrained from naming it"."""
    words_ = [one for one in analysis.words(sentence) if one.pos not in ("PUNCT", "SPACE")]
    root = next(iter(analysis.roots(sentence)), None)
    subject = root.child("nsubj") if root is not None else None
    return len(words_) <= _GESTURE and subject is not None and subject.lower in ("he", "she")


def _in_case(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence opens with what may happen: "In the event of an attack", "In case they cross"."""
    opening = [one.lower for one in analysis.words(sentence)[:6]]
    return "in" in opening and ("case" in opening or "event" in opening)


def _is_conditional(root: Token) -> bool:
    """Whether something will be should something else be: "Should they cross, …", "If they cross, …"."""
    for clause in root.all("advcl"):
        helping = {one.lower for one in clause.all("aux")}
        if clause.i < root.i and ("should" in helping or any(one.lower == "if" for one in clause.all("mark"))):
            return True
    return False
