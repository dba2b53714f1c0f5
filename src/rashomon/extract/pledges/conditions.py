"""What makes a condition: its conjunction, its words, and the main verb that it conditions.

Parsers hang "as soon as", "on the day" and an inverted "should" in many ways; so the
conjunction is found by the order of words, and the tree only says how far it reaches.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from rashomon.extract.clauses import is_negated, is_speech, modal, of_nothing, permits
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import PledgeForm

_QUOTES = "\"“”'’‘«»"
# Before "if" these concede, ask or compare: "even if", "as if", "what if".
_NOT_BEFORE = frozenset({"even", "as", "what", "wonder", "ask", "asked", "know", "see", "doubt", "unclear"})
# Set phrases that ask for nothing.
_SET = ("if need be", "if necessary", "if possible", "if any ", "if at all", "if ever ", "when possible", "if only ")
# They open a condition with their subject behind them: "should they come", "were they to come".
_INVERTED = frozenset({"should", "were"})
# A "sentence" of more words is a table or a garbled line; looking from each conjunction to its end would take forever.
_LONGEST = 400
# The last words of conjunctions behind which a noun may stand ("in the event of an attack").
_BEFORE_NOUNS = frozenset({"for", "of", "to"})
_ENDS = frozenset({",", ";", ":", "—", "–", "."})


class Condition(NamedTuple):
    """A condition: the form of pledge it makes, its words, and the verb of the main clause."""

    form: PledgeForm
    words: list[Token]
    response: Token
    weak: bool = False
    """Whether its conjunction tells as often of what happened, or will anyway ("when", "once")."""


def conditions(tokens: Sequence[Token]) -> Iterator[Condition]:
    """The conditions of a sentence, whose main clauses are put as commitments."""
    if tokens[-1].text == "?" or len(tokens) > _LONGEST:
        return
    for token in tokens:
        if token.pos != "VERB" and token.dep != "conj" and token.lower != "without":
            continue  # what most words are
        if (one := _of_object(token) or _of_command(token) or _of_lack(token)) is not None:
            yield one
    if (bargain := _of_bargain(tokens)) is not None:
        yield bargain
    conjunctions, signs = _conjunctions(), _signs()
    if not any(token.lower in signs for token in tokens):
        return
    at = 0
    while at < len(tokens):
        if tokens[at].lower not in conjunctions:
            at += 1
            continue
        form, length, weak = _opening(tokens, at)
        inside = _words(tokens, at, length) if form is not None and not _is_asked(tokens, at, length) else []
        inside = inside if _is_act(tokens[at : at + length], inside) else []
        response = _response(tokens, inside) if inside else None
        if form is not None and response is not None:
            yield Condition(form, inside, response, weak)
        at += max(1, length)


def _of_object(verb: Token) -> Condition | None:
    """Read "would veto any resolution that names them": what is done to whatever is so and so."""
    if verb.pos != "VERB" or verb.lemma not in words("pledges", "willed") or modal(verb) is None or is_negated(verb):
        return None
    for noun in verb.all("dobj"):
        any_of = any(one.lower in ("any", "every", "whatever", "each") for one in noun.all("det"))
        told = noun.child("relcl", "acl")
        doer = told.child("nsubj") if told is not None else None
        if any_of and told is not None and (doer is None or doer.tag in ("WDT", "WP")):  # not "every road they hold"
            return Condition("if", noun.subtree, verb)
    return None


def _of_command(verb: Token) -> Condition | None:
    """Read "cross that bridge and you will be shot", "leave or you will be shot"."""
    if verb.dep != "conj":
        return None
    first = verb.head
    if first.dep == "ccomp" and first.head.lower == "let":
        first = first.head  # "let them leave and they will be spared"
    if first.tag != "VB" or modal(verb) is None or first.child("nsubj", "aux") is not None:
        return None
    links = [*first.all("cc"), *verb.head.all("cc")]
    link = next((one.lower for one in links), "")
    gone = {one.i for one in verb.subtree}
    told = [one for one in first.subtree if one.i not in gone and one.dep != "cc" and first.i <= one.i < verb.i]
    forms: dict[str, PledgeForm] = {"and": "if", "or": "unless"}
    return Condition(forms[link], told, verb) if link in forms and len(told) > 1 else None


def _of_lack(word: Token) -> Condition | None:
    """Read "without a swap there will be no talks", "will not leave without a guarantee": what is asked first."""
    verb = word.head
    if word.lower != "without" or word.dep != "prep" or verb.pos not in ("VERB", "AUX"):
        return None
    asked = word.child("pobj")  # "without firing a shot" tells how, and sets no condition
    of_names = asked is not None
    if asked is not None and word.i < verb.i and asked.lemma.lower() in words("pledges", "asked_first") and modal(verb):
        return Condition("unless", word.subtree, verb)
    refused = modal(verb) is not None and (is_negated(verb) or of_nothing(verb))
    return Condition("unless", word.subtree, verb) if of_names and refused else None


def _of_bargain(tokens: Sequence[Token]) -> Condition | None:
    """Read "let them lift the siege and we shall talk", "another raid and the border will be closed" by word order."""
    kept = [one for one in tokens if one.pos != "SPACE" and one.text not in _QUOTES]
    while kept and kept[0].lower in ("but", "and", "so", "yet"):
        kept.pop(0)
    words_here = [one.lower for one in kept]
    opens = words_here[:1] == ["let"] and words_here[1:2] not in (["us"], ["me"], ["'s"], ["’s"])
    again = any(words_here[: len(parts)] == parts for one in words("pledges", "repeated") if (parts := one.split()))
    ands = (k for k, one in enumerate(kept) if k > 2 and one.lower == "and")
    link = next((k for k in ands if _commits_next(kept[k + 1 :])), None)
    if link is None or not (opens or again):
        return None
    told = kept[: next((k for k in range(link) if kept[k].text in _ENDS), link)]
    finite = again and any(one.tag in ("VBD", "VBZ", "MD") for one in told)
    verb = _commits_next(kept[link + 1 :])
    return Condition("if", told, verb) if verb is not None and len(told) > 2 and not finite else None


def _commits_next(behind: Sequence[Token]) -> Token | None:
    """The verb behind "will" in the clause that follows at once."""
    for one in behind[:8]:
        if one.text in _ENDS:
            return None
        if one.pos in ("VERB", "AUX") and modal(one) is not None and one.dep not in ("relcl", "advcl"):
            return one
        if one.dep in ("aux", "auxpass") and modal(one.head) is not None and one.head.i > one.i:
            return one.head
    return None


def _opening(tokens: Sequence[Token], at: int) -> tuple[PledgeForm | None, int, bool]:
    """The form that the conjunction at a place makes, how many words it has, and whether it is a weak one."""
    some = _conjunctions().get(tokens[at].lower, ())
    longest = len(some[0][1]) if some else 0
    here = tuple([one.lower for one in tokens[at : at + longest]])
    for form, parts, weak in some:
        if here[: len(parts)] != parts:
            continue
        before = tokens[at - 1].lower if at else ""
        if " ".join(one.lower for one in tokens[at : at + 3]).startswith(_SET):
            return None, len(parts), False
        inverted = tokens[at].lower in _INVERTED
        if before in _NOT_BEFORE or (inverted and not _is_inverted(tokens, at)):
            return None, len(parts), False
        return form, len(parts), weak
    return None, 1, False


def _is_asked(tokens: Sequence[Token], at: int, length: int) -> bool:
    """Whether a conjunction opens what is asked or told ("nobody can predict when he will leave")."""
    verb = _verb(tokens, at, length) if tokens[at].lower in ("when", "whenever", "if") else None
    if verb is None:
        return False
    if tokens[at].lower == "when" and verb.child("nsubj", "nsubjpass") is None:
        return True  # "when asked, he said he would respond later"
    if tokens[at].lower == "when" and at > 1 and tokens[at - 1].text == "," and _was_then(tokens[at - 2], verb):
        return True  # "softer than in June, when he ruled it out": that was then
    return verb.dep in ("ccomp", "pcomp", "csubj") and verb.head.i < verb.i


def _was_then(before: Token, verb: Token) -> bool:
    """Whether "when" goes back to a time that is over: "in June, when he would hear of nothing"."""
    past = verb.tag == "VBD" or any(one.lower == "had" for one in verb.all("aux"))
    return past or (before.dep == "pobj" and before.head.lower in ("in", "of", "since", "on"))


def _is_act(opening: Sequence[Token], inside: Sequence[Token]) -> bool:
    """Whether a condition that must tell of an act does: "at the first shot", not "at the first session"."""
    phrase = " ".join(one.lower for one in opening)
    if phrase in words("pledges", "of_acts"):
        acts = words("pledges", "acts") | words("pledges", "signs")
        return any(one.lemma.lower() in acts for one in inside[len(opening) :])
    counted = phrase in words("pledges", "counting")
    return not counted or any(one.pos in ("VERB", "AUX") for one in inside) or _names_acts(inside)


def _names_acts(inside: Sequence[Token]) -> bool:
    return any(one.lemma.lower() in words("pledges", "acts") for one in inside)


def _is_inverted(tokens: Sequence[Token], at: int) -> bool:
    """Whether "should" opens a condition: at the start of a clause, or behind one, with its subject behind it."""
    kept = [one for one in tokens[:at] if one.pos != "SPACE" and one.text not in _QUOTES]
    while kept and kept[0].pos in ("NUM", "X", "PUNCT"):
        kept.pop(0)  # "3. Should …"
    should = tokens[at]
    begins = ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM")
    if at + 1 >= len(tokens) or (
        tokens[at + 1].pos not in begins and tokens[at + 1].lower not in ("either", "neither")
    ):
        return False  # "and should not be viewed": no subject behind it
    if should.lower == "were":
        comma = next((one.i for one in tokens[at:] if one.text == ","), None)
        to = any(one.lower == "to" and one.dep == "aux" for one in tokens[at:] if comma is not None and one.i < comma)
        return to and (not kept or kept[-1].text in _ENDS or kept[-1].lower in ("but", "and", "that"))
    doer = should.head.child("nsubj", "nsubjpass") if should.head is not should else None
    behind = doer is not None and doer.i > should.i
    if not kept or kept[-1].text in _ENDS or kept[-1].lower in ("but", "and"):
        return True
    return behind and kept[-1].pos in ("NOUN", "PROPN", "ADV", "PRON")


def _words(tokens: Sequence[Token], at: int, length: int) -> list[Token]:
    """The words of the condition from its conjunction on; none where no clause follows."""
    opening = tokens[at : at + length]
    phrase = " ".join(one.lower for one in opening)
    if phrase in words("pledges", "counting") or phrase.endswith(" of"):
        return _counted(tokens, at)
    verb = _verb(tokens, at, length)
    if opening[0].lower in _INVERTED:
        comma = next((k for k in range(at + 3, len(tokens)) if tokens[k].text == ","), None)
        if comma is not None and any(_commits(one) for one in tokens[comma:]):
            return list(tokens[at:comma])
    if verb is None:
        end = next((k for k in range(at + length, len(tokens)) if tokens[k].text in _ENDS), len(tokens))
        return list(tokens[at:end]) if end - at >= length + 2 else []
    inside = {one.i for one in (*opening, *verb.subtree)}
    run = [opening[0]]
    for token in tokens[at + 1 :]:
        if token.i not in inside or (token.text == "," and modal(verb) is None and _starts_main(tokens, token, inside)):
            break
        run.append(token)
    while len(run) > 1 and (run[-1].pos in ("PUNCT", "SPACE") or run[-1].text in _QUOTES):
        run.pop()
    so_done = len(run) > 1 and run[-2].lemma == "do"  # "as long as they do so"
    until_then = len(run) > 2 and run[-2].lower in ("until", "till", "by", "before", "since")  # "… is hit until then"
    cut_off = run[-1].lower in ("then", "now", "so") and not so_done and not until_then
    return run if len(run) >= length + 1 and not cut_off else []


def _counted(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words of "for every man you hang", "in the event of a raid" up to the clause in which somebody commits."""
    for token in tokens[at + 2 :]:
        if token.text in _ENDS or token.text in _QUOTES:
            return [one for one in tokens[at:] if one.i < token.i]
        clause = token.head if token.dep in ("nsubj", "nsubjpass") else None
        if clause is not None and modal(clause) is not None and token.i < clause.i:
            start = token.subtree[0].i
            return [one for one in tokens[at:] if one.i < start]
    return list(tokens[at:])


def _starts_main(tokens: Sequence[Token], comma: Token, inside: set[int]) -> bool:
    """Whether behind a comma the next verb is put as a commitment, so that the main clause begins there."""
    rest = [one for one in tokens if one.i > comma.i]
    verb = next((one for one in rest if one.pos in ("VERB", "AUX") and one.dep not in ("aux", "auxpass")), None)
    return verb is not None and verb.i in inside and modal(verb) is not None


def _verb(tokens: Sequence[Token], at: int, length: int) -> Token | None:
    """The verb of the clause that a conjunction opens."""
    opening = {one.i for one in tokens[at : at + length]}
    last = tokens[at + length - 1]
    nominal = last.lower in _BEFORE_NOUNS or " ".join(one.lower for one in tokens[at : at + length]) in words(
        "pledges", "of_acts"
    )
    if last.dep == "npadvmod" and (clause := last.child("relcl", "acl")) is not None:
        return clause  # "the day they come"
    if last.head.i > last.i and last.head.pos in ("VERB", "AUX") and last.dep in ("mark", "advmod", "aux", "npadvmod"):
        return last.head
    for token in tokens[at + length :]:
        if token.text in (";", ":"):
            return None
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass") and token.head.i in opening:
            return token
        if token.dep in ("pobj", "pcomp") and token.head.i in opening and (length == 1 or nominal):
            return token  # "until the shelling stops", read as a noun; "in return for …"
    return None


def _response(tokens: Sequence[Token], condition: Sequence[Token]) -> Token | None:
    """The verb of the main clause, if it is put as a commitment: by the tree, else by the order of words."""
    gone = {one.i for one in condition}
    tops = [one for one in condition if one.head.i not in gone and one.head is not one]
    verb = tops[-1].head if tops else None
    while verb is not None and verb.pos not in ("VERB", "AUX") and not _commits(verb) and verb.head is not verb:
        verb = verb.head
    if verb is not None and verb.i not in gone:
        if _commits(verb):
            return verb
        sworn = verb.dep == "advcl" and verb.tag == "VB" and verb.head.lemma in words("pledges", "ready")
        if (verb.dep in ("xcomp", "acl") or sworn) and _commits(verb.head):
            return verb.head
        if verb.dep == "xcomp" and _commits(verb.head.head) and verb.head.dep in ("acomp", "xcomp"):
            return verb.head.head
        inner = next((one for one in verb.children if one.dep == "ccomp" and one.i not in gone and _commits(one)), None)
        if is_speech(verb) and inner is not None:
            return inner
    return _beside(tokens, condition, gone) if condition[0].lower not in ("when", "whenever") else None


def _beside(tokens: Sequence[Token], condition: Sequence[Token], gone: set[int]) -> Token | None:
    """The commitment nearest to a condition: behind one that opens its clause, before one that ends it."""
    free = [one for one in tokens if one.i not in gone and one.pos in ("VERB", "AUX") and _commits(one)]
    before = [one for one in free if one.i < condition[0].i]
    behind = [one for one in free if one.i > condition[-1].i]
    opens = condition[0].i == tokens[0].i or not before or tokens[condition[0].i - tokens[0].i - 1].text in _ENDS
    found = (behind[:1] or before[-1:]) if opens else (before[-1:] or behind[:1])
    return next(iter(found), None)


def _commits(verb: Token) -> bool:
    if verb.dep in ("advcl", "relcl") and is_speech(verb):
        return False
    return (
        modal(verb) is not None
        or permits(verb)
        or is_ready(verb)
        or _denies_all(verb)
        or is_due(verb)
        or rules_out(verb)
    )


def rules_out(verb: Token) -> bool:
    """Read "he ruled out any talks (until …)", "excludes a truce (unless …)"."""
    out = any(one.lower == "out" for one in (*verb.all("prt"), *verb.all("advmod")))
    excluded = (verb.lemma == "rule" and out) or verb.lemma == "exclude"
    doing = any(one.tag == "VBG" and one.i > verb.i for one in verb.all("advcl", "xcomp", "pcomp"))
    return (
        excluded
        and (doing or verb.child("dobj") is not None)
        and verb.child("auxpass") is None
        and not is_negated(verb)
    )


def is_due(verb: Token) -> bool:
    """Read "the talks are to open on Saturday": what somebody has laid down."""
    task = verb.child("xcomp")
    bare = (
        verb.child("acomp", "attr", "dobj") is None and any(one.lower == "to" for one in task.all("aux"))
        if task
        else False
    )
    return verb.lemma == "be" and verb.tag in ("VBP", "VBZ", "VBD") and bare


def _denies_all(verb: Token) -> bool:
    """Read "there is nothing to talk about", "there is no more truce", "there can be no talks"."""
    attr = verb.child("attr", "nsubj")
    if verb.lemma != "be" or verb.child("expl") is None or attr is None or verb.tag == "VBD":
        return False
    none = any(one.lower == "no" for one in attr.subtree) and attr.lemma.lower() in words("pledges", "declared")
    return attr.lower == "nothing" or none


def is_ready(verb: Token) -> bool:
    """Whether the verb commits by itself: "is ready to respond", "vowed to", "reserves the right to"."""
    if (
        verb.pos != "ADJ"
        and verb.lemma in words("pledges", "ready")
        and (
            verb.child("xcomp", "dobj", "ccomp") is not None
            or any(one.tag == "VB" and any(kid.lower == "to" for kid in one.all("aux")) for one in verb.all("advcl"))
        )
    ):
        return True
    if verb.lemma in words("pledges", "affirming") and any(
        one.lemma.lower() in words("pledges", "commitments") for one in verb.all("dobj")
    ):
        return True
    if verb.lemma == "reserve" and any(one.lemma == "right" for one in verb.all("dobj")):
        return True
    return any(one.dep == "acomp" and one.lower in words("pledges", "ready") for one in verb.children)


@cache
def _signs() -> frozenset[str]:
    """The words without which a sentence holds no condition: the last ones of conjunctions."""
    return frozenset(parts[-1] for some in _conjunctions().values() for _, parts, _ in some)


@cache
def _conjunctions() -> dict[str, list[tuple[PledgeForm, tuple[str, ...], bool]]]:
    """The conjunctions by their first word, with the forms they make, the longest first."""
    weak = frozenset(words("pledges", "weak"))
    found: dict[str, list[tuple[PledgeForm, tuple[str, ...], bool]]] = {}
    for form, phrases in lexicon("pledges")["conditions"].items():
        for phrase in phrases:
            parts = tuple(str(phrase).split())
            found.setdefault(parts[0], []).append((cast("PledgeForm", form), parts, str(phrase) in weak))
    for some in found.values():
        some.sort(key=lambda one: -len(one[1]))
    return found
