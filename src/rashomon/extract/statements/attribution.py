"""Where speech is told: each cue of a sentence with its source, and the words that stand as what was said."""

from collections.abc import Iterator

from rashomon.extract.statements.charges import charged_with, held_responsible
from rashomon.extract.statements.contents import said
from rashomon.extract.statements.counts import counted, counted_by, gapped, may_count, owned_to
from rashomon.extract.statements.disbelieved import disbelieved
from rashomon.extract.statements.drafts import Draft, Place, cue_of, place_below, takes_of
from rashomon.extract.statements.elsewhere import as_somebody_says, in_a_word, or_so, said_so
from rashomon.extract.statements.frames import (
    bare_denial,
    declared,
    informed,
    named,
    of_object,
    regarded,
    said_of_other,
    ultimatum,
)
from rashomon.extract.statements.hearsay import of_hearsay
from rashomon.extract.statements.idioms import of_frame
from rashomon.extract.statements.leaning import leaning
from rashomon.extract.statements.misread import misread
from rashomon.extract.statements.moods import is_unreal
from rashomon.extract.statements.nouns import announcing, came, made_known, of_noun, of_phrase
from rashomon.extract.statements.phrases import of_adjective, of_idiom, points
from rashomon.extract.statements.rare_tags import rare_tags
from rashomon.extract.statements.sources import Source, is_thing, source_of
from rashomon.extract.statements.tags import tag_of
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act

# The words that may tell of speech, by what they are or by themselves.
_TELLING = {"VERB", "AUX", "NOUN", "ADJ"}
_WOULD = {"would", "will", "wo", "'d", "’d"}
_OPEN = {"whether", "if", "who", "how", "what", "where", "when", "why", "which"}
_TELLING_VERBS = {"say", "tell", "confirm", "disclose", "reveal", "specify"}
_FINDING = {"find", "establish", "determine", "calculate"}


def drafts(analysis: Analysis, sentence: Sentence) -> Iterator[Draft]:
    """What the verbs, nouns and phrases of one sentence tell of speech, in text order."""
    known: set[int] = set()
    for draft in disbelieved(analysis, sentence):
        known |= {token.i for token in draft.cue}
        yield draft
    called = set(known)
    told = list(_of_syntax(analysis, sentence))
    known |= {token.i for draft in told for token in draft.cue}
    more = list(misread(analysis, sentence, known))
    _part_voices(analysis, told, more)
    yield from (draft for draft in told if not called & {token.i for token in draft.cue})
    for draft in (*more, *rare_tags(analysis, sentence, known)):
        if draft.cue[0].i not in known:
            known |= {token.i for token in draft.cue}
            yield draft


def _part_voices(analysis: Analysis, told: list[Draft], more: list[Draft]) -> None:
    """End what one voice says where the next begins: "The paper reports that …, the port answers that …"."""
    clauses = [one for one in (*told, *more) if one.rule in ("clause", "misread") and one.source.tokens and one.content]
    for draft in clauses:
        for other in clauses:
            comma = analysis.tokens[max(0, other.source.tokens[0].i - 1)]
            start, end = draft.content[-1]
            behind = comma.text == "," and draft.place[0] < start < comma.start < end and end >= other.content[0][1]
            if behind and (draft in more or other in more or _hangs_on(draft.verb, other.verb)):
                draft.content[-1] = (start, comma.start)


def _hangs_on(verb: Token | None, other: Token | None) -> bool:
    return verb is not None and any(one is other for one in verb.ancestors)


def _of_syntax(analysis: Analysis, sentence: Sentence) -> Iterator[Draft]:
    for token in analysis.words(sentence):
        if token.pos not in _TELLING and token.lower not in announcing():
            continue
        draft = _draft(analysis, sentence, token)
        told = [each for one in gapped(analysis, draft) for each in leaning(analysis, one)] if draft is not None else []
        for one in (*counted_by(analysis, token), *told):
            if one.content or one.rule == "denied":
                said_of_other(one)
                one.content = [_closed(analysis, one, place) for place in one.content]
                yield one


def _draft(analysis: Analysis, sentence: Sentence, token: Token) -> Draft | None:
    if token.lower in announcing() and (phrase := of_phrase(analysis, sentence, token)) is not None:
        return phrase
    if token.tag[:2] == "VB":
        takes = takes_of(token)
        if (so := or_so(analysis, sentence, token)) is not None:
            return so
        if (pointed := points(analysis, token)) is not None:
            return pointed
        if takes is not None:
            told = of_verb(analysis, sentence, token, takes)
        elif token.lemma in words("speech", "regarding") and not is_unreal(token):
            told = regarded(token, source_of(analysis, token))
        elif token.lemma == "see":
            told = as_somebody_says(analysis, sentence, token, source_of(analysis, token))
        else:
            told = _of_other_verb(analysis, token)
        return (
            told
            or made_known(analysis, token)
            or of_idiom(analysis, token)
            or came(analysis, sentence, token)
            or of_hearsay(analysis, sentence, token)
            or of_frame(analysis, token)
        )
    if token.pos == "NOUN":
        return of_noun(analysis, token)
    if token.pos == "ADJ":
        return made_known(analysis, token) or of_adjective(analysis, token)
    return None


def of_verb(analysis: Analysis, sentence: Sentence, verb: Token, takes: dict[str, Act]) -> Draft | None:
    """The statement that a verb of speech tells, None where it tells of none."""
    if is_unreal(verb):
        return _kept_back(analysis, verb)
    source = source_of(analysis, verb)
    if is_thing(source) or _is_generic(analysis, verb, source) or not may_find(verb, source):
        return None
    early = _before_clauses(analysis, sentence, verb, source, takes)
    if early is not None:
        return early
    if "that" in takes and any(each.lower == "that" for one in verb.all("ccomp") for each in one.all("mark")):
        takes = takes | {"clause": takes["that"]}
    if "clause" in takes or "quote" in takes:
        tag = tag_of(analysis, sentence, verb, source)
        content, rule = said(analysis, sentence, verb, tag, quote_only="clause" not in takes)
        if content:
            opens = verb.i == sentence.first and verb.tag in ("VBD", "VBZ")  # "Reported that …": of a digest
            if rule == "clause" and not source.heads and verb.child("auxpass", "agent") is None and not opens:
                return None  # "it is worth noting that …": nobody says it
            act = takes.get("clause") or takes["quote"]
            return Draft(cue=cue_of(verb), act=act, source=source, content=content, rule=rule,
                         addressees=_addressees(verb, takes))  # fmt: skip
    return (
        declared(verb, source)
        or in_a_word(verb, source, takes)
        or of_object(analysis, verb, source, takes)
        or _of_other_verb(analysis, verb)
        or bare_denial(verb, source)
    )


def _kept_back(analysis: Analysis, verb: Token) -> Draft | None:
    """What somebody refuses to tell: "would not say whether any had been hurt"."""
    aux, clause = verb.child("aux"), verb.child("ccomp")
    if verb.child("neg") is None or aux is None or aux.lower not in _WOULD or clause is None or clause.i < verb.i:
        return None
    source, place = source_of(analysis, verb), place_below(clause, verb.i)
    whether = any(one.lower in _OPEN for one in clause.subtree[:2])
    if not source.heads or not whether or place is None or verb.lemma not in _TELLING_VERBS:
        return None
    return Draft(cue=cue_of(verb), act="reject", source=source, content=[place], rule="clause")


def _before_clauses(
    analysis: Analysis, sentence: Sentence, verb: Token, source: Source, takes: dict[str, Act]
) -> Draft | None:
    """What is tried before a clause or quotation is looked for, as clauses stand in these ways of telling, too."""
    pointing = said_so(analysis, sentence, verb, source) or as_somebody_says(analysis, sentence, verb, source)
    if pointing is not None:
        return pointing
    if _calls_for(analysis, verb) and "for" in takes:
        return of_object(analysis, verb, source, {"for": takes["for"]})
    if (charged := charged_with(verb, source)) is not None:
        return charged
    if (owned := owned_to(analysis, verb, source)) is not None:
        return owned
    name = named(analysis, verb, source, takes["named"]) if "named" in takes else None
    return name or informed(verb, source, takes)


def _of_other_verb(analysis: Analysis, verb: Token) -> Draft | None:
    """Counts, ultimatums and blame, which need no verb of speech."""
    if (held := held_responsible(analysis, verb)) is not None:
        return held
    if not may_count(verb) or verb.tag not in ("VBD", "VBZ", "VBP", "VBN") or not verb.child("dobj", "advmod", "attr"):
        return None
    source = source_of(analysis, verb)
    return counted(analysis, verb, source) or ultimatum(verb, source)


def _is_generic(analysis: Analysis, verb: Token, source: Source) -> bool:
    """Whether somebody quoted speaks of what people say in general ("“People say that …,” she said")."""
    if analysis.quote_at(verb.start) is None or verb.tag not in ("VBP", "VBZ"):
        return False
    return any(one.lower in words("speech", "people") for one in source.heads)


def may_find(verb: Token, source: Source) -> bool:
    """Whether who "found" something tells of it: an office, an inquiry (not a patrol: a mine); who "wants" it, too."""
    if verb.lemma == "want" and verb.dep in ("ccomp", "advcl", "relcl", "acl"):
        return False  # what somebody is said to want is told already
    if verb.lemma not in _FINDING:
        return True
    groups = words("speech", "finders") | words("speech", "offices") | words("speech", "papers")
    return any(one.lemma.lower() in groups for one in source.tokens)


def _calls_for(analysis: Analysis, verb: Token) -> bool:
    """Whether "for" follows right behind the verb, whatever clauses the parser found further on."""
    return any(one.lower == "for" and one.i == verb.i + 1 for one in verb.all("prep"))


def _addressees(verb: Token, takes: dict[str, Act]) -> list[Token]:
    """Who is spoken to: "told lawmakers"."""
    if "person" not in takes:
        return []
    nominal = [one for one in verb.children if one.pos in ("NOUN", "PROPN", "PRON")]
    return [one for one in nominal if one.dep in ("dative", "dobj", "nsubjpass")][:1]


def _closed(analysis: Analysis, draft: Draft, place: Place) -> Place:
    """A place that ends inside a quotation, drawn out to its end; not where the cue stands in that quotation."""
    quote = analysis.quote_at(place[1] - 1)
    if quote is not None and place[0] == quote.start and draft.rule == "preposition":
        return (place[0], quote.end)  # "asked for “salt, not tears”"
    if quote is None or quote.start <= draft.cue[0].start < quote.end:
        return place
    runs_on = analysis.sentence_at(quote.end - 1) != analysis.sentence_at(place[1] - 1)
    if runs_on or not analysis.document.text[place[1] : quote.end].strip(" .,"):
        return (place[0], quote.end)
    return place
