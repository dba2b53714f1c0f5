"""What each party demands, offers, accepts, rejects, supports, opposes or aims at."""

from collections.abc import Iterator

from rashomon.extract import certainty
from rashomon.extract.clauses import spans, subject
from rashomon.extract.found import Found
from rashomon.extract.issuer import answers_for_party
from rashomon.extract.offices import is_field_officer
from rashomon.extract.parties import Parties, is_political, root
from rashomon.extract.positions.answers import answers
from rashomon.extract.positions.conditions import asked
from rashomon.extract.positions.holders import by_speaker, holder_of, is_held, is_meant
from rashomon.extract.positions.idioms import by_idiom
from rashomon.extract.positions.nouns import of_noun
from rashomon.extract.positions.spoken import spoken
from rashomon.extract.positions.stances import stance_of
from rashomon.extract.positions.tones import toned
from rashomon.extract.positions.will import ruled_out, verdict, willed
from rashomon.extract.principals import with_party
from rashomon.extract.said_on import said_on
from rashomon.extract.timing import when_of
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Pledge, Position, Stance


def positions(analysis: Analysis, found: Found) -> Iterator[Position]:
    """The positions of a report's running text, in text order: by verbs of stance, by will, by conditions set."""
    parties = Parties(analysis, found)
    last: list[Position] = []
    for sentence in analysis.body:
        verbs = [token for token in analysis.words(sentence) if token.pos in ("VERB", "AUX")]
        made = [one for verb in verbs if (one := _position(analysis, found, parties, verb)) is not None]
        made += _of_nouns(analysis, found, parties, sentence)
        made += _of_pledges(analysis, found, sentence)
        made += _of_tones(analysis, found, parties, sentence, made)
        made += answers(analysis, found, parties, sentence, [*last, *made])
        last = list(_apart(made)) or ([] if any(True for _ in verbs) else last)
        yield from last


def _apart(made: list[Position]) -> Iterator[Position]:
    """The positions in text order, each told once: of two of one stance over the same words the first counts."""
    kept: list[Position] = []
    for one in made:
        spans_here = one.issue or one.evidence
        again = one.rule.startswith("position: pledge")
        stances = {one.stance, "accepts"} if again and one.stance == "offers" else {one.stance}
        same = [each for each in kept if each.stance in stances and (again or each.holder == one.holder)]
        if not any(a.start < b.end and b.start < a.end for each in same for a in each.issue for b in spans_here):
            kept.append(one)
    yield from sorted(kept, key=lambda one: one.evidence[0].start)


def _position(analysis: Analysis, found: Found, parties: Parties, verb: Token) -> Position | None:
    """The position that a verb tells, None where it tells of none or of nobody's."""
    if _is_condition(analysis, found, verb):
        return None  # "until Lara accepts the line": what is asked, not what is held
    must = any(one.dep == "aux" and one.lower == "must" for one in verb.children)
    stance, issue = by_idiom(analysis, verb)
    holder = holder_of(analysis, found, parties, verb) if stance is not None else ()
    if holder and is_meant(analysis, found, verb) and all(is_political(found, link) for link in holder):
        return _told(analysis, found, verb, stance, issue, holder)
    stance, issue = stance_of(verb) if not must else (None, [])
    if stance is not None:
        holder = holder_of(analysis, found, parties, verb)
        weak = verb.lemma in words("positions", "weak")
        hoped = weak and not all(_may_hold(analysis, found, one) for one in holder)
        if hoped or not holder or not is_held(analysis, found, verb):
            # "he hopes to present …" is nobody's policy; "no government will accept it" is its speaker's
            stance, issue, holder = willed(analysis, found, parties, verb) or spoken(analysis, found, verb)
    else:
        stance, issue, holder = (
            ruled_out(analysis, found, parties, verb)
            or willed(analysis, found, parties, verb)
            or verdict(analysis, found, verb)
            or spoken(analysis, found, verb)
        )
    return _told(analysis, found, verb, stance, issue, holder)


def _may_hold(analysis: Analysis, found: Found, link: Link) -> bool:
    """Whether somebody's wishes are policy: a party's, an official's, those of one whose paper the report is."""
    return answers_for_party(analysis, found, link)


def _told(
    analysis: Analysis, found: Found, verb: Token, stance: Stance | None, issue: list[Token], holder: tuple[Link, ...]
) -> Position | None:
    if stance is None or not holder or not issue:
        return None  # as of most verbs
    evidence = analysis.span([*_subject_words(verb), verb, *issue])
    if evidence is None:
        return None
    told = when_of(analysis, found, verb)
    asked = stance in ("demands", "opposes", "aims at")
    holder = with_party(analysis, found, by_speaker(analysis, found, verb, holder), verb, asked=asked)
    return Position(
        document=analysis.document.id, evidence=(evidence,), rule=f"position: {verb.lemma}",
        holder=holder, stance=stance, issue=spans(analysis, issue),
        according_to=certainty.voices(analysis, found, verb),
        said=told if told.known else said_on(analysis, found, verb),
    )  # fmt: skip


def _is_condition(analysis: Analysis, found: Found, verb: Token) -> bool:
    """Whether a verb stands in the condition of a pledge of its sentence."""
    if not found.pledges:
        return False
    sentence = analysis.sentence_of(verb)
    pledges = found.within(Pledge, sentence.start, sentence.end)
    return any(one.start <= verb.start < one.end for pledge in pledges for one in pledge.condition)


def _of_nouns(analysis: Analysis, found: Found, parties: Parties, sentence: Sentence) -> Iterator[Position]:
    """The stances that nouns tell of somebody: "the party's demand for autonomy"."""
    for noun in analysis.words(sentence):
        if noun.pos != "NOUN":
            continue
        stance, issue, holder = of_noun(found, parties, noun)
        evidence = analysis.span([*noun.subtree, *issue]) if issue else None
        if stance is not None and holder and evidence is not None:
            holder = with_party(analysis, found, by_speaker(analysis, found, noun, holder), noun)
            yield Position(
                document=analysis.document.id, evidence=(evidence,), rule=f"position: {noun.lemma}", holder=holder,
                stance=stance, issue=spans(analysis, issue), according_to=certainty.voices(analysis, found, noun),
                said=said_on(analysis, found, noun),
            )  # fmt: skip


def _of_pledges(analysis: Analysis, found: Found, sentence: Sentence) -> Iterator[Position]:
    """The demands, refusals and offers that the pledges of a sentence hold."""
    for pledge in found.within(Pledge, sentence.start, sentence.end):
        if pledge.form == "ultimatum" and pledge.rule == "pledge: otherwise":
            continue  # "If it is not, …" asks for nothing new
        if pledge.form == "ultimatum" and _is_summons(analysis, found, pledge):
            continue
        for stance, evidence, issue in asked(analysis, pledge):
            yield Position(
                document=analysis.document.id, evidence=(evidence,), rule=f"position: pledge {pledge.form}",
                holder=pledge.by, stance=stance, issue=(issue,), according_to=pledge.according_to, said=pledge.said,
            )  # fmt: skip


def _is_summons(analysis: Analysis, found: Found, pledge: Pledge) -> bool:
    """Whether an officer in the field calls on the men before him to give up: a threat, and no policy of a party."""
    asked = [token for span in pledge.condition for token in analysis.tokens_in(span.start, span.end)]
    giving_up = any(one.tag == "VB" and one.lemma in words("positions", "giving_up") for one in asked)
    who = root(found, pledge.by[0]) if pledge.by else None
    command = who is not None and who.type == "armed group" and who.name is None  # "the Guard's command"
    return giving_up and who is not None and (command or is_field_officer(found, pledge.by[0]))


def _of_tones(
    analysis: Analysis, found: Found, parties: Parties, sentence: Sentence, before: list[Position]
) -> Iterator[Position]:
    """What a sentence calls a softer line, where no position of it is told otherwise."""
    told = toned(analysis, found, parties, analysis.words(sentence))
    if told is None:
        return
    verb, stance, issue, holder = told
    if any(span.start <= verb.start < span.end for one in before for span in one.evidence):
        return
    if (one := _told(analysis, found, verb, stance, issue, holder)) is not None:
        yield one


def _subject_words(verb: Token) -> list[Token]:
    doer = subject(verb)
    return doer.subtree if doer is not None and doer.i < verb.i and verb.i - doer.i <= 12 else []
