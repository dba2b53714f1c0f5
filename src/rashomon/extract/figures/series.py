"""What a figure shares with those told before it: the side of a toll put anew, the day of one and the same fight."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.figures.acts import is_state
from rashomon.extract.figures.counted import are_rebels
from rashomon.extract.figures.dates import is_span
from rashomon.extract.figures.days import is_one_day
from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.incidents import LOSSES
from rashomon.extract.figures.nouns import is_person
from rashomon.extract.found import Found
from rashomon.extract.parties import POSSESSIVES, is_enemy, key
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Time
from rashomon.model.values import When

# Rules by which a bare number goes back to what was counted before.
_BARE = ("toll", "elided", "given anew", "bare", "part")
# Sentences between a toll and the one it goes back to.
_BACK = 3
_PERFECT = ("has", "have", "had", "'ve", "’ve")
_JOINING = frozenset({",", "and", "besides", "plus", "together", "along", "well"})
# What befalls people and arms of one side in one breath; words between two such counts.
_BEFALLEN = frozenset({"killed", "wounded", "captured", "missing", "equipment", "other", "troops"})
_TAKING = frozenset({"take", "seize", "capture", "bring", "shoot", "down", "lose"})
_NEAR_LIST = 14
# … and between arms and what was done to them ("four trucks *had been destroyed*").
_SOON = 6
_CARRIED = ", told before"
_PERIODS = frozenset({"period", "span", "interval"})
# … and in the plural: "in the same days".
_STRETCHES = frozenset({"day", "week", "month"})
# Other verbs whose subject is the side that had the losses.
_OWNING = frozenset({"have", "mourn", "bury"})
# Before the place in which something befell people.
_WITHIN = frozenset({"in", "at", "near", "outside", "inside", "across", "from"})
# What is lost for good: who fled or is held now is counted by others, and as of today.
_LOST = frozenset({"killed", "wounded", "equipment", "other"})


def take_side(analysis: Analysis, found: Found, draft: Draft, made: Sequence[Draft]) -> None:
    """Give a toll without a side that of the same toll told before, and the category with it.

    "The toll stood at 46" goes back to the 41 servicemen of the sentence before; "31 of
    his paratroopers" to "the enemy", who was the last to lose anybody.
    """
    if draft.side or draft.number.bound == "undisclosed" or draft.item.counts in ("money", "troops"):
        return
    if made and (_is_listed_with(analysis, draft, made[-1]) or _is_struck_with(analysis, found, draft, made[-1])):
        draft.side = made[-1].side
        return
    if draft.item.rule == "toll" and _has_scope(draft.item.cue):
        return
    before = _like(draft, made)
    of_rebels = are_rebels(draft.item) or _names_rebels(draft.item.cue)
    if before is not None and of_rebels and not are_rebels(before.item):
        return
    if before is not None and before.category == "military" and _names_civilians(draft):
        return  # "claimed to have killed 150 fighters. … The tally *of civilians* stood at 380"
    if before is not None and (draft.item.rule in _BARE or _counts_of(draft)):
        draft.side = before.side
        if draft.category == "unspecified":
            draft.category = before.category
        return
    enemy = _enemy_before(analysis, draft, made)
    if enemy is not None:
        draft.side = enemy.side


def _is_listed_with(analysis: Analysis, draft: Draft, last: Draft) -> bool:
    """Whether arms are listed right behind people or arms of one side ("lost 40 men*, as well as* seven tanks")."""
    losses = (*LOSSES, "equipment", "other")
    if _has_own_verb(analysis, draft):
        return False
    if draft.item.counts != "equipment" or last.item.counts not in losses or last.sentence is not draft.sentence:
        return False
    first = max(last.number.core[-1].i, *(one.i for one in last.item.words)) + 1
    between = analysis.tokens[first : draft.number.words[0].i]
    joined = {one.lower for one in between} & _JOINING
    told = (one for one in between if not is_state(one))  # "250 killed *and wounded*, besides 60 tanks"
    return bool(last.side and joined) and not any(one.tag.startswith("VB") or one.text in ";:(" for one in told)


def _is_struck_with(analysis: Analysis, found: Found, draft: Draft, last: Draft) -> bool:
    """Whether arms are told to be destroyed or taken right behind losses of one side ("…, and *six mortars taken*").

    Nobody else may be named between the two, nor be told to have done it to them.
    """
    if draft.item.counts != "equipment" or last.sentence is not draft.sentence or not last.side:
        return False
    if last.item.counts not in _BEFALLEN or last.background or last.counter[0].mention != draft.counter[0].mention:
        return False
    noun = draft.item.noun or draft.number.head
    behind = analysis.tokens[noun.i + 1 : min(noun.i + _SOON, draft.sentence.last)]
    verb = next((one for one in behind if one.tag == "VBN" and one.lemma in _striking()), None)
    if verb is None or verb.child("agent") is not None:
        return False
    first = max(last.number.core[-1].i, *(one.i for one in last.item.words)) + 1
    between = analysis.tokens[first : draft.number.words[0].i]
    parties = (found.mention_of(one) for one in between)
    named = any(one is not None and one.reading == "actor" and one.form != "pronoun" for one in parties)
    joined = any(one.lower in ("and", "while") or one.text == "," for one in between)
    named = named or draft.category == "civilian" or any(one.dep in ("nsubj", "nsubjpass") for one in between)
    apart = any(one.text in ";:" or one.lower in ("but", "although", "though", "whereas", "when") for one in between)
    return joined and not named and not apart and len(between) <= _NEAR_LIST


def _striking() -> frozenset[str]:
    """The verbs of what is done to an enemy's arms."""
    return (words("figures", "destroying") - words("figures", "moving")) | _TAKING


def _has_own_verb(analysis: Analysis, draft: Draft) -> bool:
    """Whether what is counted is told to do or undergo something else ("and *seven tanks were sold*")."""
    noun = draft.item.noun or draft.number.head
    behind = analysis.tokens[noun.i + 1 : noun.i + 2]
    finite = any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in behind)
    return finite or noun.dep in ("nsubj", "nsubjpass")


def _names_rebels(toll: Token | None) -> bool:
    """Whether a toll is told to be of rebels or the like ("the toll *of rebels* stood at 46")."""
    named = [one for prep in toll.all("prep") for one in prep.all("pobj")] if toll is not None else []
    return any(one.lemma.lower() in words("figures", "rebels") for one in named)


def _names_civilians(draft: Draft) -> bool:
    """Whether a toll is told to be of civilians."""
    told = draft.item.cue.subtree if draft.item.rule == "toll" and draft.item.cue is not None else ()
    return draft.category == "civilian" or any(one.lemma.lower() == "civilian" for one in told)


def _has_scope(toll: Token | None) -> bool:
    """Whether a toll names the event that it is of ("the toll of the shelling", "as for the ferry, the number …")."""
    if toll is None:
        return False
    losses = words("figures", "losses") | words("figures", "tolls")
    named = [one for prep in toll.all("prep") for one in prep.all("pobj") if one.lemma.lower() not in losses]
    topic = any(one.lower in ("as", "for") and one.dep == "prep" for one in toll.head.children if one.i < toll.i)
    apart = any(prep.lower in ("from", "in") for prep in toll.all("prep"))
    return topic or apart or any(not is_person(one) for one in named)


def _like(draft: Draft, made: Sequence[Draft]) -> Draft | None:
    """The last figure of the same kind with a side, near enough; None where two sides were told since."""
    near = [
        one for one in made
        if one.side and one.item.counts == draft.item.counts and one.background == draft.background
        and 0 <= draft.sentence.index - one.sentence.index <= _BACK
    ]  # fmt: skip
    if not near:
        return None
    last = near[-1]
    others = {link.mention for one in near if one.sentence is last.sentence for link in one.side}
    return last if len(others) == 1 else None


def _counts_of(draft: Draft) -> bool:
    """Whether a toll names what it counts by a general word ("that brings to 41 the number of servicemen")."""
    noun = draft.item.noun
    return noun is not None and noun.lemma.lower() in words("figures", "tolls")


def _enemy_before(analysis: Analysis, draft: Draft, made: Sequence[Draft]) -> Draft | None:
    """The figure of the enemy's before, where "his" or "their" men are counted and nobody else is meant."""
    noun = draft.item.noun
    if noun is None or not made or not any(one.lower in POSSESSIVES - {"our", "my"} for one in noun.children):
        return None
    last = made[-1]
    span = last.side[0].span if last.side else None
    inside = analysis.tokens_in(span.start, span.end) if span is not None else []
    near = draft.sentence.index - last.sentence.index <= 1
    return last if near and any(is_enemy(one) for one in inside) else None


def take_counter(analysis: Analysis, found: Found, draft: Draft, made: Sequence[Draft]) -> None:
    """Give a count "by its reckoning" or "in the same statement" the counter of the figure before, who goes on."""
    near = [one for one in made[-1:] if 0 <= draft.sentence.index - one.sentence.index <= 1 and len(one.counter) > 1]
    if not near or draft.sentence.paragraph - near[0].sentence.paragraph > 1:
        return
    first = draft.counter[0]
    told = first.span.text.lower() if first.span is not None else ""
    lost = told in ("it", "its", "they", "their") and key(found, first) is None
    again = first.document is not None and any(_is_same_paper(one) for one in analysis.words(draft.sentence))
    if lost or again:
        draft.counter = (*near[0].counter[:-1], draft.counter[-1])


def take_period(analysis: Analysis, found: Found, draft: Draft, made: Sequence[Draft]) -> None:
    """Give what was told "in the same statement" or "in that period" the day of the figure before.

    A balance of some days ("between 9 and 20 May they lost 40 men") goes on through its
    paragraph, until another time is told ("The enemy has lost six tanks").
    """
    if draft.background or not made:
        return
    last = next((one for one in reversed(made) if not one.revised), made[-1])
    again = next((one for one in analysis.words(draft.sentence) if _names_again(one)), None)
    if draft.when.earliest is None or (again is not None and _opens(analysis, found, again, draft)):
        if again is not None and last.when.earliest is not None and _follows(draft, last, within=1):
            draft.when = replace(last.when, basis=f"{last.when.basis}{_CARRIED}")
        elif draft.when.earliest is None and again is None and draft.item.counts in _LOST:
            balance = _balance(analysis, found, draft, made)
            draft.when = replace(balance, basis=f"{balance.basis}{_CARRIED}") if balance is not None else draft.when


def _follows(draft: Draft, last: Draft, *, within: int) -> bool:
    return 0 <= draft.sentence.index - last.sentence.index <= within


def _opens(analysis: Analysis, found: Found, again: Token, draft: Draft) -> bool:
    """Whether a span of days taken up before a number is its time, and a day behind that of what is told next."""
    start, end = draft.number.words[0], draft.number.words[-1]
    times = [one for one in found.within(Time, again.end, draft.sentence.end) if one.when.known]
    if again.i > start.i or not times or times[0].evidence[0].start < start.start:
        return False
    between = analysis.tokens_in(end.end, times[0].evidence[0].start)
    verbs = {above.i: above for one in between for above in (one, *one.ancestors) if above.dep == "conj"}
    return any(one.child("nsubj", "nsubjpass") is not None and start not in one.subtree for one in verbs.values())


def _balance(analysis: Analysis, found: Found, draft: Draft, made: Sequence[Draft]) -> When | None:
    """The span of days of which the losses told before it in its paragraph are, where no other time is told since."""
    near = [
        one for one in made
        if one.sentence.paragraph == draft.sentence.paragraph and one.sentence.index < draft.sentence.index
        and not one.background and one.item.counts in _LOST
    ]  # fmt: skip
    spans = [one for one in near if is_span(found, one.sentence, one.when)]
    if not spans or draft.number.bound == "undisclosed" or not _is_owned(analysis, found, draft):
        return None
    since = found.within(Time, spans[0].sentence.end, draft.sentence.end)
    told = {(one.when.earliest, one.when.latest) for one in spans}
    return spans[0].when if len(told) == 1 and not any(one.timex.type != "DURATION" for one in since) else None


def _is_owned(analysis: Analysis, found: Found, draft: Draft) -> bool:
    """Whether its own words tell a loss to be of a side of the fight: "the enemy *lost* six tanks".

    Not where a place or a cause of its own is told ("floods in Chad killed 300").
    """
    told = analysis.words(draft.sentence)
    of_nature = words("events", "nature") | {"accident", "fire", "crash", "disease"}
    if any(one.lemma.lower() in of_nature for one in told):
        return False
    if any(_is_place_of_its_own(found, one) for prep in told if prep.dep == "prep" for one in prep.all("pobj")):
        return False
    verb = _verb(draft)
    subject = verb.child("nsubj") if verb is not None else None
    counted = draft.item.words
    losing = words("figures", "losing") | _OWNING
    owner = subject is not None and subject not in counted and subject.head.lemma in losing
    opposite = any(one.lower == "side" and one.dep == "pobj" for one in told)
    parties = any(is_enemy(one) or one.lower in ("our", "ours") for one in told)
    return owner or opposite or parties


def _is_place_of_its_own(found: Found, noun: Token) -> bool:
    """Whether something is told to be in a place ("*in Chad*"); "soldiers *of Chad*" are not."""
    mention = found.mention_of(noun)
    within = mention is not None and noun.head.lower in _WITHIN
    return within and mention is not None and (mention.reading == "place" or mention.type == "state")


def _names_again(noun: Token) -> bool:
    """Whether a noun takes up the paper or the span of days of the sentence before."""
    near = {one.lower for one in noun.children} | {one.lower for one in noun.head.children if one.i == noun.i - 1}
    span = noun.lemma.lower()
    return _is_same_paper(noun) or (span in _PERIODS and bool(near & {"same", "that"})) or (
        span in _STRETCHES and noun.lower != span and "same" in near
    )  # fmt: skip


def _is_same_paper(noun: Token) -> bool:
    return noun.lemma.lower() in words("figures", "papers") and any(one.lower == "same" for one in noun.children)


def take_day(analysis: Analysis, found: Found, draft: Draft, made: Sequence[Draft]) -> None:
    """Give what befell people in a fight the day of the fight, told in the sentences before it."""
    if draft.when.earliest is not None or draft.background or not _is_told_once(draft):
        return
    here = draft.sentence
    if any(one.when.known for one in found.within(Time, here.start, here.end)):
        return
    when = _day_of(analysis, draft, made)
    if when is not None:
        draft.when = when


def _day_of(analysis: Analysis, draft: Draft, made: Sequence[Draft]) -> When | None:
    """The day of what befell people in the sentence before, of the same paragraph and by the same account."""
    here = draft.sentence
    before = analysis.sentences[here.index - 1] if here.index else None
    if before is None or before.paragraph != here.paragraph:
        return None
    days = [
        one.when for one in made
        if one.sentence.index == before.index and not one.background and _is_told_once(one)
        and is_one_day(analysis, one.when) and not one.when.basis.endswith(_CARRIED) and _same_account(one, draft)
    ]  # fmt: skip
    told = {(one.earliest, one.latest) for one in days}
    return _whole(days[0]) if len(told) == 1 else None


def _same_account(one: Draft, draft: Draft) -> bool:
    """Whether a figure goes on in the voice of one before, or in the report's own."""
    first, second = one.counter[0], draft.counter[0]
    return second.document is not None or (second.mention is not None and first.mention == second.mention)


def _whole(when: When) -> When:
    first, last = when.first_day, when.last_day
    assert first is not None and last is not None
    basis = f"{when.basis}{_CARRIED}"
    return When.on(first, basis=basis) if first == last else When.between(first, last, basis=basis)


def _is_told_once(draft: Draft) -> bool:
    """Whether a figure tells of one event in the past, and sums nothing up: "were killed", "fell", "left 31 dead"."""
    if draft.number.bound == "undisclosed" or draft.item.noun is None:
        return False
    if draft.item.rule in ("toll", "cell", "elided", "given anew", "bare") or draft.item.counts in ("money", "troops"):
        return False
    verb = _verb(draft)
    if verb is None:
        return False
    perfect = any(one.lower in _PERFECT for one in verb.all("aux"))
    past = verb.tag == "VBD" or any(one.tag == "VBD" for one in verb.all("aux", "auxpass"))
    return past and not perfect


def _verb(draft: Draft) -> Token | None:
    """The verb that tells what befell them."""
    for one in (draft.item.cue, draft.item.noun, draft.number.head):
        for token in (one, *one.ancestors) if one is not None else ():
            if token.pos == "VERB":
                return token
    return None
