"""Numbers that go back to the figure before: its parts, its like of another side or day, the rest of its list."""

from collections.abc import Sequence

from rashomon.extract.figures.counted import Counted, are_rebels, counted
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.nouns import category, counted_noun, is_person, singular
from rashomon.extract.figures.numbers import Number, numbers
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words as lexicon_words
from rashomon.model.annotation import Time
from rashomon.model.values import Bound, When

_LOSSES = frozenset({"killed", "wounded", "captured", "missing", "equipment"})
_MORE = frozenset({"more", "others", "another", "additional"})
_THEM = frozenset({"them", "these", "those", "whom"})


def group_before(made: Sequence[Draft], number: Number, sentence: Sentence) -> Draft | None:
    """The figure of people of whom "six of them" is a part: the largest of the sentence, or of the one before."""
    of = next((one for one in number.core[-1].children if one.lower == "of" and one.dep == "prep"), None)
    if number.core[0].lower in lexicon_words("figures", "vague_adjectives"):
        return None
    if of is None or not any(one.lower in _THEM for one in of.all("pobj")):
        return None
    near = [one for one in made if 0 <= sentence.index - one.sentence.index <= 1 and one.item.counts != "money"]
    newest = max((one.sentence.index for one in near), default=-1)
    whole = [one for one in near if one.sentence.index == newest and (one.number.low or 0) > (number.high or 0)]
    return whole[0] if whole else None


def part_of(group: Draft, number: Number, words: Sequence[Token]) -> Counted | None:
    """What "six of them" counts: what befell them, else what the whole counts."""
    told = counted(number, words)
    tokens = tuple(words[number.words[0].i - words[0].i : number.core[-1].i - words[0].i + 3])
    arms = group.item.counts == "equipment" and told is not None and told.counts != "equipment"
    if told is not None and told.counts != "troops" and not arms:
        return told._replace(words=(*tokens, *told.words), rule="part")
    return group.item._replace(noun=None, cue=number.head, words=tokens, rule="part")


def of_its_own(made: Sequence[Draft], number: Number, words: Sequence[Token], sentence: Sentence) -> Counted | None:
    """Read "admits to 84 of its own", "left dozens of his own": of the kind told before, of whom it is said."""
    at = number.words[-1].i - words[0].i + 1
    behind = words[at : at + 5]
    owner = _owner_alone(behind)
    if owner is None:
        return None
    near = [one for one in made if one.item.counts in _LOSSES and sentence.index - one.sentence.index <= 2]
    after = words[owner.i - words[0].i + 1 : owner.i - words[0].i + 3]
    if any(one.lower == "who" for one in after):  # "against 26 aircraft, 51 of our own *who* will not come home"
        near = [one for one in near if one.item.counts != "equipment"]
    if not near:
        return None
    until = next(n for n, one in enumerate(behind) if one is owner) + 1
    return near[-1].item._replace(
        noun=owner, cue=number.head, category="unspecified", words=(*number.words, *behind[:until]), rule="of its own"
    )


def _owner_alone(behind: Sequence[Token]) -> Token | None:
    """The owner in "of *its own*", "of *Egypt*'s", "of *the enemy*'s", with no noun of what is owned behind it."""
    if len(behind) < 3 or behind[0].lower != "of":
        return None
    if behind[1].tag == "PRP$" and behind[2].lower == "own":
        return None if len(behind) > 3 and behind[3].pos == "NOUN" else behind[2]  # "four of its own men"
    at = next((n for n, one in enumerate(behind) if one.tag == "POS"), 0)
    if at < 2 or (len(behind) > at + 1 and behind[at + 1].pos in ("NOUN", "PROPN", "ADJ", "NUM")):
        return None
    return behind[at - 1] if at + 1 < 5 else None


def take_over(draft: Draft, group: Draft, *, dated: bool) -> None:
    """Give a part the side, category and counter of its whole, where it has none of its own.

    `dated` tells whether the part's own sentence names a time; else its day is the whole's.
    """
    draft.side = draft.side or group.side
    near = draft.sentence.index - group.sentence.index <= 1
    open_day = draft.when.earliest is None and near and (draft.sentence is group.sentence or group.when.first_day)
    if (not dated and group.when.known) or open_day:
        draft.when = group.when
    if draft.category == "unspecified":
        draft.category = group.category
    if len(draft.counter) < 2:
        draft.counter = group.counter


def back_to_dead(draft: Draft, made: Sequence[Draft]) -> None:
    """Take over from the toll that "of the dead" goes back to: side, category and counter."""
    noun = draft.item.noun
    definite = noun is not None and noun.dep == "pobj" and any(one.lower == "the" for one in noun.children)
    if noun is None or not definite or draft.side or noun.lemma.lower() not in ("dead", "wounded", "casualty"):
        return
    for last in reversed(made):
        if draft.sentence.paragraph - last.sentence.paragraph > 1:
            return
        if last.item.counts == draft.item.counts and last.item.counts != "equipment":
            draft.side, draft.category = last.side, last.category
            draft.counter = last.counter
            return


def inherit(analysis: Analysis, draft: Draft, made: Sequence[Draft]) -> None:
    """Take side and category over from the figure before in one list ("42 civilians killed and 206 wounded")."""
    before = made[-1] if made and made[-1].sentence is draft.sentence else None
    if before is None or draft.item.counts in ("money", "troops") or before.item.counts in ("money", "troops"):
        return
    if not _coordinated(before, draft) or _other_owner(analysis, before, draft):
        return
    if draft.side and not before.side and draft.item.rule == before.item.rule == "state":
        before.side = draft.side  # "38 dead and 74 wounded in our ranks"
    draft.side = draft.side or (() if are_rebels(draft.item) and not are_rebels(before.item) else before.side)
    of_other_day = (
        before.item.rule in ("elided", "then") or before.revised
    )  # "46 dead, against the 38 of 17 May, and …"
    known = draft.when.earliest is None and before.when.earliest is not None and not of_other_day
    if known and draft.counter[:1] == before.counter[:1]:
        draft.when = before.when  # "12 were killed on Monday and 30 wounded"
    people = draft.item.counts != "equipment" and before.item.counts != "equipment"
    if draft.category == "unspecified" and draft.item.noun is None and people:
        draft.category = before.category


def _other_owner(analysis: Analysis, before: Draft, draft: Draft) -> bool:
    """Whether losses of somebody else are spoken of since the figure before ("…; *allied losses* were four dead")."""
    between = analysis.tokens[before.number.core[-1].i + 1 : draft.number.words[0].i]
    losses = lexicon_words("figures", "losses")
    return any(
        one.lemma.lower() in losses and one.dep in ("nsubj", "nsubjpass", "dobj") and one is not before.item.cue
        and any(kid.dep in ("amod", "compound", "poss", "nmod") for kid in one.children)
        for one in between
    )  # fmt: skip


def _coordinated(before: Draft, draft: Draft) -> bool:
    """Whether a figure goes on with the one before: bare, or in one list with it."""
    if draft.item.noun is None or _is_appended(draft):
        return True
    if before.item.cue is not None and before.item.cue is draft.item.cue:
        return True
    one: Token = draft.item.noun
    while one.dep in ("conj", "appos"):
        one = one.head
        if one is before.item.noun or one is before.number.head:
            return True
    return False


def _is_appended(draft: Draft) -> bool:
    """Whether a figure is added to the one before in so many words ("lost 500 men …, *as well as* seven tanks")."""
    first = draft.number.words[0]
    prep = first.head if first.dep == "pobj" else draft.item.noun.head if draft.item.noun is not None else first
    return prep.lower == "as" and any(one.lower == "well" for one in (*prep.children, prep.head))


def share_total(made: Sequence[Draft], first: int) -> None:
    """Give the figures from `first` on the side of the total told a sentence before, where they add up to it."""
    parts = [one for one in made[first:] if one.number.low is not None and one.number.low == one.number.high]
    if len(parts) < 2 or any(one.side for one in parts) or not first:
        return
    whole = made[first - 1]
    near = 0 < parts[0].sentence.index - whole.sentence.index <= 2
    alike = {one.item.counts for one in (*parts, whole)}
    if near and len(alike) == 1 and whole.side and sum(one.number.low or 0 for one in parts) == whole.number.low:
        for one in parts:
            one.side = whole.side


def continued(last: Draft | None, number: Number, words: Sequence[Token], sentence: Sentence) -> Counted | None:
    """A bare number that goes on with the figure before: "300 breaches in May and 26 on Sunday", "50 more"."""
    if last is None or number.bound == "vague" or counted_noun(number, words) is not None:
        return None
    at = number.words[-1].i - words[0].i + 1
    after = words[at].lower if at < len(words) else ""
    if (
        after in _MORE
        and sentence.index - last.sentence.index <= 1
        and number.head.dep in ("dobj", "nsubj", "nsubjpass")
    ):
        return last.item._replace(noun=None, cue=number.head, words=(*number.words, words[at]), rule="more")
    before = words[number.words[0].i - words[0].i - 1] if number.words[0].i > words[0].i else None
    joined = before is not None and before.lower in ("and", "but", ",", ";", ":")
    swapped = before is not None and before.lower == "for" and before.head.lemma in ("swap", "exchange", "trade")
    if swapped and last.sentence is sentence and last.item.counts == "captured":
        return last.item._replace(noun=None, cue=number.head, words=number.words, rule="continued")
    if last.sentence is not sentence or not joined or after not in ("on", "in", "at", "by", "during", "near"):
        return None
    if number.head.dep not in ("conj", "appos", "dobj", "nsubj", "npadvmod") or last.item.counts in ("money", "troops"):
        return None
    return last.item._replace(noun=None, cue=number.head, words=number.words, rule="continued")


def shared(number: Number, words: Sequence[Token]) -> Counted | None:
    """A number that shares its noun with the next: "exchanged *207* and 195 prisoners"."""
    at = number.words[-1].i - words[0].i + 1
    people = words[at] if at < len(words) and words[at].text[:1].isupper() and words[at].tag in ("JJ", "NNP") else None
    at += people is not None  # "207 *Iraqi* and 195 Iranian prisoners"
    if at >= len(words) or words[at].lower not in ("and", "or"):
        return None
    if people is None and counted_noun(number, words) is not None:
        return None
    second = next((one for one in numbers(words[at + 1 :][:6]) if one.words[0].i == words[at].i + 1), None)
    item = counted(second, words) if second is not None else None
    if item is None or item.noun is None or item.rule == "state":
        return None
    joined = second is not None and second.head in number.head.children
    alike = joined or number.head.head in (item.noun, item.noun.head)
    if not alike:
        return None
    told = number.words if people is None else (*number.words, people)
    return item._replace(words=told, rule="shared", noun=people or item.noun)


def of_arms(last: Draft | None, item: Counted, sentence: Sentence) -> Counted:
    """Read "shot down two helicopters; Luanda admitted the loss of *one*": of arms where arms were counted last."""
    lost = (
        item.noun is None and item.cue is not None and item.cue.lemma in ("lose", "loss") and item.rule == "predicate"
    )
    arms = last is not None and last.item.counts == "equipment" and sentence.index - last.sentence.index <= 1
    if last is None or not (lost and arms):
        return item
    return item._replace(counts="equipment", unit=last.item.unit, category="military")


def included(last: Draft | None, number: Number, words: Sequence[Token], sentence: Sentence) -> Counted | None:
    """A part of the number before: "killed 40 people, including three children"."""
    before = [token.lower for token in words[max(0, number.words[0].i - words[0].i - 2) :][:2]]
    noun = counted_noun(number, words)
    if last is None or last.sentence is not sentence or noun is None or not is_person(noun):
        return None
    if "including" not in before[-1:] + before[:1] and before != ["among", "them"]:
        return None
    return Counted(
        last.item.counts, singular(noun), noun, last.item.cue, category(noun), (*number.words, noun), "included"
    )


def derived(
    analysis: Analysis,
    found: Found,
    made: Sequence[Draft],
    number: Number,
    step: int,
    words: Sequence[Token],
    sentence: Sentence,
) -> Draft | None:
    """The toll of an earlier day from a change: "542, rising by 17 from Monday" makes 525 as of Monday."""
    main = next((one for one in reversed(made) if one.sentence is sentence), None)
    if main is None or main.number.low is None or main.number.low != main.number.high or not number.low:
        return None
    day = _day_after(found, number, words)
    value = main.number.low - step * number.low
    evidence = analysis.span(words[number.words[0].i - words[0].i - 2 : number.words[-1].i - words[0].i + 3])
    cue = analysis.span(number.words)
    if day is None or value < 0 or evidence is None or cue is None or number.low != number.high:
        return None
    bound: Bound = "about" if "about" in (number.bound, main.number.bound) else "exact"
    return Draft(
        number=number._replace(low=value, high=value, bound=bound), item=main.item._replace(rule="change"),
        sentence=sentence, cue=(cue,), evidence=evidence, side=main.side, category=main.category, when=day,
        counter=main.counter, background=main.background,
    )  # fmt: skip


def _day_after(found: Found, number: Number, words: Sequence[Token]) -> When | None:
    """The day named behind a change ("from Monday", "since Monday")."""
    at = number.words[-1].i - words[0].i + 1
    if at + 1 >= len(words) or words[at].lower not in ("from", "since", "on", "over"):
        return None
    start = words[at].end
    times = found.within(Time, start, start + 20)
    return times[0].when if times else None
