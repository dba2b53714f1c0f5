"""Where speech is told: each cue with its source, and the words that stand as what was said.

A `Draft` is a statement before it is known who carried it and what it speaks of.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from rashomon.extract.sources import Source, is_thing, source_of
from rashomon.extract.tags import Tag, between, quote_after, tag_of
from rashomon.language.analysis import Analysis, Quote, Sentence, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Act

Ranges = list[tuple[int, int]]


@dataclass(slots=True, kw_only=True)
class Draft:
    """A cue, who speaks by it, and the places (character ranges) of what was said."""

    cue: list[Token]
    act: Act
    source: Source
    content: Ranges
    rule: str
    accused: Source = field(default_factory=Source)
    addressees: list[Token] = field(default_factory=list)

    @property
    def place(self) -> tuple[int, int]:
        """From the first to the last character of the cue; of the words said where there is no cue."""
        if not self.cue:
            return self.content[0]
        return min(one.start for one in self.cue), max(one.end for one in self.cue)

    @property
    def reach(self) -> int:
        """Where the words said end."""
        return max((end for _, end in self.content), default=0)


@cache
def verbs() -> dict[str, dict[str, Act]]:
    """For each verb of speech what it takes, and the act it then is; the first mention in the lexicon wins."""
    found: dict[str, dict[str, Act]] = {}
    for group in lexicon("speech")["verbs"]:
        for verb in group["verbs"]:
            for way in group["takes"]:
                found.setdefault(str(verb), {}).setdefault(str(way), group["act"])
    return found


def drafts(analysis: Analysis, sentence: Sentence) -> Iterator[Draft]:
    """What the verbs, nouns and phrases of one sentence tell of speech, in text order."""
    for token in analysis.words(sentence):
        draft = None
        if token.tag[:2] == "VB" and token.lemma in verbs():
            draft = of_verb(analysis, sentence, token)
        elif token.lower == "according":
            draft = of_according(analysis, sentence, token)
        elif token.pos == "NOUN":
            draft = of_noun(analysis, token)
        if draft is not None and draft.content:
            draft.content = [_closed(analysis, draft, place) for place in draft.content]
            yield draft


def _closed(analysis: Analysis, draft: Draft, place: tuple[int, int]) -> tuple[int, int]:
    """A place that ends inside a quotation, drawn out to its end; not where the cue stands in that quotation."""
    quote = analysis.quote_at(place[1] - 1)
    if quote is None or quote.start <= draft.cue[0].start < quote.end:
        return place
    tail = analysis.document.text[place[1] : quote.end]
    return (place[0], quote.end) if analysis.sentence_at(quote.end - 1) != analysis.sentence_at(place[1] - 1) or not tail.strip(" .,") else place


def of_verb(analysis: Analysis, sentence: Sentence, verb: Token) -> Draft | None:
    """The statement that a verb of speech tells, None where it tells of none."""
    takes = verbs()[verb.lemma]
    if _is_unreal(verb):
        return None
    source = source_of(analysis, verb)
    if is_thing(source) and verb.lemma not in ("say", "read", "report"):
        return None
    tag = tag_of(analysis, sentence, verb, source)
    for way in ("named", "of", "about"):
        if way in takes and (draft := _first(analysis, verb, source, takes, way)):
            return draft
    if "clause" in takes or "quote" in takes:
        act = takes.get("clause") or takes["quote"]
        content, rule = _said(analysis, sentence, verb, tag, quote_only="clause" not in takes)
        if content:
            return Draft(cue=_cue(verb), act=act, source=source, content=content, rule=rule,
                         addressees=_addressees(verb, takes))  # fmt: skip
    return _by_object(analysis, verb, source, takes)


def _first(analysis: Analysis, verb: Token, source: Source, takes: dict[str, Act], way: str) -> Draft | None:
    """What is looked for before a clause: a name given to something, or "informed somebody of something"."""
    if way == "named":
        return _named(analysis, verb, source, takes["named"])
    whom = verb.child("dobj", "dative")
    if whom is None or verb.lemma not in ("inform", "notify", "brief", "remind", "tell"):
        return None
    of = next((one for one in verb.subtree if one.lower == way and one.dep == "prep" and one.i > whom.i), None)
    inner = of.child("pobj", "pcomp") if of is not None else None
    place = _subtree_place(analysis, inner, verb.i) if inner is not None else None
    if of is None or place is None or verb.child("ccomp"):
        return None
    return Draft(cue=_cue(verb), act=takes[way], source=source, content=[place], rule="preposition", addressees=[whom])


def _said(analysis: Analysis, sentence: Sentence, verb: Token, tag: Tag, *, quote_only: bool) -> tuple[Ranges, str]:
    """The words said where the verb takes a clause or quotation, and the rule that found them."""
    if tag.around:
        content = [place for place in tag.around if not quote_only or _touches_quote(analysis, place)]
        if content and _is_tag(analysis, sentence, verb, tag):
            return content, "tag"
    return _after(analysis, sentence, verb, tag, quote_only=quote_only)


def _is_tag(analysis: Analysis, sentence: Sentence, verb: Token, tag: Tag) -> bool:
    """Whether the words around the tag are what was said, and not what is told of the saying."""
    if verb.tag == "VBG":
        return False
    following = analysis.tokens[tag.last + 1] if tag.last + 1 < sentence.last else None
    goes_on = following is not None and following.text not in (",", "—", "–", ";", ".", ":")
    complement = [one for one in verb.children if one.dep == "ccomp" and one.i > tag.last]
    if complement and (goes_on or not tag.quoted and following is not None and following.text == ":"):
        return False
    if goes_on and following is not None and following.lower == "that":
        return False
    if tag.quoted:
        return True
    if any(one.dep == "ccomp" and one.i < tag.first for one in verb.children):
        return True
    above = verb.head
    if above is not verb and not tag.first <= above.i <= tag.last and verb.dep in ("parataxis", "ccomp", "advcl", "dep"):
        return verb.child("mark") is None
    return _ends_sentence(analysis, sentence, verb, tag)


def _ends_sentence(analysis: Analysis, sentence: Sentence, verb: Token, tag: Tag) -> bool:
    """Whether a bare tag ends the sentence behind a whole clause, whatever the parser made of it."""
    rest = analysis.tokens[tag.last + 1 : sentence.last]
    if any(one.pos not in ("PUNCT", "SPACE") for one in rest) or verb.child("dobj") or not verb.child("nsubj"):
        return False
    before = analysis.tokens[sentence.first : tag.first]
    below = {one.i for child in verb.children if child.dep in ("advcl", "prep") for one in child.subtree}
    return any(one.tag in ("VBD", "VBZ", "VBP", "MD") and one.i not in below for one in before)


def _after(
    analysis: Analysis, sentence: Sentence, verb: Token, tag: Tag, *, quote_only: bool
) -> tuple[Ranges, str]:
    """What stands behind the verb: a quotation, or a clause."""
    quote = _quote_behind(analysis, verb, tag)
    clauses = [one for one in verb.children if one.dep == "ccomp" and one.i > verb.i and not _is_question_tag(one)]
    if quote is not None:
        return [(quote.start, _end_of_quoted(verb, quote, quote_only=quote_only))], "quotation after"
    if quote_only:
        return [], ""
    if not clauses:
        return _after_that(analysis, sentence, verb, tag), "clause"
    return _clauses(analysis, sentence, verb, clauses), "clause"


def _after_that(analysis: Analysis, sentence: Sentence, verb: Token, tag: Tag) -> Ranges:
    """The rest of the sentence behind "that", where the parser saw no clause."""
    at = max(tag.last, verb.i) + 1
    if at < sentence.last - 2 and analysis.tokens[at].lower == "that" and analysis.tokens[at].tag in ("IN", "WDT"):
        rest = [one for one in analysis.tokens[at + 1 : sentence.last] if one.pos not in ("PUNCT", "SPACE")]
        if any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in rest):
            return [(rest[0].start, rest[-1].end)]
    return []


def _end_of_quoted(verb: Token, quote: Quote, *, quote_only: bool) -> int:
    """Where the words end that a quotation begins: with it, or with the clause whose beginning is quoted."""
    end = quote.end
    for child in verb.children:
        if child.i > verb.i and child.dep in ("ccomp", "dobj", "xcomp", "attr", "oprd") and not quote_only:
            below = child.subtree
            if below[0].start <= quote.start < below[-1].end:
                end = max(end, below[-1].end)
    return end


def _is_question_tag(clause: Token) -> bool:
    return clause.pos not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADV", "ADP")


def _clauses(analysis: Analysis, sentence: Sentence, verb: Token, clauses: list[Token]) -> Ranges:
    """The places of the clauses a verb governs, "that" and contrasting clauses left out."""
    clauses = [*clauses, *_goes_on(verb, clauses[-1])]
    inside = {one.i for clause in clauses for one in clause.subtree if one.i > verb.i}
    for clause in clauses:
        for cut in _contrasts(analysis, verb, clause):
            inside -= {one.i for one in cut.subtree}
    for clause in clauses:
        inside -= {one.i for aside in _asides(clause) for one in aside.subtree}
    ordered = sorted(inside)
    if not ordered:
        return []
    first = ordered[0]
    that = next((one.i for one in clauses[0].children if one.dep == "mark" and one.lower == "that"), None)
    if that is not None and first < that <= first + 5:
        first = that
    while first in inside and (analysis.tokens[first].lower == "that" and analysis.tokens[first].dep == "mark" or analysis.tokens[first].pos == "PUNCT"):
        first += 1
    runs: Ranges = []
    for i in ordered:
        if i < first:
            continue
        token = analysis.tokens[i]
        if runs and not analysis.document.text[runs[-1][1] : token.start].strip(" ,;\n\t\"“”'’‘"):
            runs[-1] = (runs[-1][0], token.end)
        else:
            runs.append((token.start, token.end))
    return runs


def _asides(clause: Token) -> Iterator[Token]:
    """Phrases the parser put into a clause that tell of the saying: "in comments to …", "according to …"."""
    for one in clause.subtree:
        if one.lower == "according" and one.dep in ("prep", "advcl", "acl"):
            yield one
        elif one.dep == "prep" and one.lower in ("in", "during", "at") and one.i > clause.i:
            inner = one.child("pobj")
            if inner is not None and inner.lemma in words("speech", "occasions"):
                yield one


def _goes_on(verb: Token, clause: Token) -> Iterator[Token]:
    """Clauses the parser set beside the verb of speech that go on telling what was said ("…, but could not stay")."""
    for one in verb.children:
        if one.dep != "conj" or one.i < clause.i or one.lemma in verbs() or one.pos not in ("VERB", "AUX"):
            continue
        subject = one.child("nsubj", "nsubjpass")
        if subject is not None and subject.tag == "PRP" or subject is None and one.child("aux") is not None:
            yield one


def _contrasts(analysis: Analysis, verb: Token, clause: Token) -> Iterator[Token]:
    """Clauses below that are another's words, or the reporter's: "…, while B says", "…, who left", "… and calls it"."""
    for one in clause.subtree:
        if one is clause or one.i <= clause.i:
            continue
        before = analysis.tokens[one.subtree[0].i - 1]
        if one.dep == "advcl" and (mark := one.child("mark")) is not None:
            told = one.lemma in verbs() and mark.lower in ("as", "after")
            if mark.lower in ("while", "whereas", "although", "though") and (before.text == "," or told) or told:
                yield one
        elif one.dep == "advcl" and one.tag == "VBG" and before.text == "," and one.lemma in verbs():
            yield one
        elif one.dep == "relcl" and before.text == "," and one.subtree[-1].i == clause.subtree[-1].i and _is_loose(one):
            yield one
        elif one.dep == "conj" and one.head is clause and one.lemma in verbs() and one.tag == verb.tag:
            if one.child("nsubj", "aux") is None and (clause.child("aux") or clause.tag != verb.tag):
                yield one


def _is_loose(relative: Token) -> bool:
    return any(one.lower in ("who", "which", "whose", "whom") for one in relative.subtree[:3])


def _quote_behind(analysis: Analysis, verb: Token, tag: Tag) -> Quote | None:
    """The quotation that opens right behind the verb (and its addressee, time and place)."""
    last = analysis.tokens[max(tag.last, verb.i)]
    for token in (last, verb):
        quote = quote_after(analysis, token.end)
        if quote is None or between(analysis, token.end, quote.opening) not in _LEADS:
            continue
        if token is not verb and (token.dep == "prep" or _is_title(analysis, verb, token, quote)):
            continue
        return quote
    return None


def _is_title(analysis: Analysis, verb: Token, before: Token, quote: Quote) -> bool:
    """Whether a quotation only names something in a phrase beside the verb ("said at the forum “Open seas”")."""
    if analysis.document.text[before.end : quote.opening].strip():
        return False
    token = next(iter(analysis.tokens_in(quote.start, quote.end)), before)
    for at in (before, token):
        while at.head is not at and at.head is not verb:
            at = at.head
        if at.head is verb and at.dep == "prep" and at.i < token.i:
            return True
    return False


# What may stand between a verb of speech and the quotation it announces.
_LEADS = {"", "that", "saying", "the following", "this", "as follows"}


def _touches_quote(analysis: Analysis, place: tuple[int, int]) -> bool:
    return any(quote.start < place[1] and place[0] < quote.end for quote in analysis.quotes)


def _cue(verb: Token) -> list[Token]:
    """The verb with what belongs to it and stands beside it ("has said", "pointed out")."""
    beside = {one.i: one for one in verb.children if one.dep in ("aux", "auxpass", "neg", "prt")}
    found = [verb]
    while found[0].i - 1 in beside:
        found.insert(0, beside[found[0].i - 1])
    while found[-1].i + 1 in beside:
        found.append(beside[found[-1].i + 1])
    return found


def _is_unreal(verb: Token) -> bool:
    """Whether the saying is denied, wished, asked for or put under a condition."""
    modals = words("speech", "modals")
    unreal = words("speech", "unreal")
    for one in verb.children:
        if one.dep == "neg" or (one.dep == "aux" and (one.lower in modals)):
            return True
        if one.dep == "mark" and one.lower in unreal:
            return True
    if verb.tag == "VB":
        to = any(one.dep == "aux" and one.lower == "to" for one in verb.children)
        return not (to and verb.dep == "xcomp" and verb.head.lemma in words("speech", "going_on"))
    subject = verb.child("nsubj")
    if subject is not None and subject.lower in words("speech", "anybody"):
        return True
    return subject is not None and subject.lower in ("i", "we") and verb.tag in ("VBP", "VBG") and verb.lemma in ("say", "tell", "call", "ask")


def _addressees(verb: Token, takes: dict[str, Act]) -> list[Token]:
    """Who is spoken to: "told lawmakers", "said to the envoy"."""
    if "person" in takes:
        found = [one for one in verb.children if one.dep in ("dative", "dobj", "nsubjpass") and one.pos in ("NOUN", "PROPN", "PRON")]
        return found[:1]
    return []


def _subtree_place(analysis: Analysis, token: Token, after: int) -> tuple[int, int] | None:
    """The words below `token` behind the token `after`, what tells of the saying cut off at the end."""
    below = [one for one in token.subtree if one.i > after]
    for aside in _asides(token):
        below = [one for one in below if one.i < aside.i]
    return (below[0].start, below[-1].end) if below else None


def _by_object(analysis: Analysis, verb: Token, source: Source, takes: dict[str, Act]) -> Draft | None:
    """The statement of a verb whose words said are a noun phrase, an infinitive or a phrase after a preposition."""
    for way, find in (("accused", _accused), ("person", _person)):
        if way in takes and (draft := find(analysis, verb, source, takes[way])):
            return draft
    if "infinitive" in takes and (act := verb.child("xcomp")) and act.i > verb.i:
        place = _subtree_place(analysis, act, verb.i)
        if place:
            return Draft(cue=_cue(verb), act=takes["infinitive"], source=source, content=[place], rule="infinitive")
    thing = verb.child("dobj") or (verb.child("nsubjpass") if verb.child("auxpass") else None)
    if "object" in takes and thing is not None and _is_sayable(thing, takes["object"]):
        place = _object_place(verb, thing)
        if place:
            return Draft(cue=_cue(verb), act=takes["object"], source=source, content=[place], rule="object")
    return _by_preposition(analysis, verb, source, takes)


def _object_place(verb: Token, thing: Token) -> tuple[int, int]:
    """An object with what is said of it: "cited the audit as a reason", "criticised him for leaving"."""
    below = thing.subtree
    end = below[-1].end
    for one in verb.children:
        if one.dep == "prep" and one.i > below[-1].i and one.lower in ("as", "for", "over", "about"):
            end = one.subtree[-1].end
    return below[0].start, end


def _is_sayable(thing: Token, act: Act) -> bool:
    """Whether an object can stand for words said: a noun phrase; "it" only where it is denied or rejected."""
    if any(one.lower == "no" for one in thing.children):
        return False
    if thing.pos == "PRON":
        return act in ("deny", "reject") and thing.lower in ("it", "this", "that")
    return thing.pos in ("NOUN", "PROPN", "NUM")


def _by_preposition(analysis: Analysis, verb: Token, source: Source, takes: dict[str, Act]) -> Draft | None:
    for one in verb.children:
        if one.dep == "prep" and one.lower in takes and one.i > verb.i:
            inner = one.child("pobj", "pcomp")
            place = inner and _subtree_place(analysis, inner, verb.i)
            if place:
                return Draft(cue=[*_cue(verb), one], act=takes[one.lower], source=source, content=[place], rule="preposition")
    return None


def _accused(analysis: Analysis, verb: Token, source: Source, act: Act) -> Draft | None:
    """ "accused X of Y", "blamed X for Y", "was accused of Y"."""
    passive = verb.child("auxpass") is not None or (verb.tag == "VBN" and verb.dep == "acl")
    accused = verb.child("nsubjpass") if passive else verb.child("dobj")
    if passive and verb.dep == "acl":
        accused = verb.head
    if accused is None:
        return None
    for one in [*verb.children, *accused.children]:
        if one.dep == "prep" and one.lower in ("of", "for") and one.i > verb.i:
            inner = one.child("pobj", "pcomp")
            if inner is not None and (place := _subtree_place(analysis, inner, verb.i)):
                return Draft(cue=_cue(verb), act=act, source=source, content=[place], rule="accused", accused=Source.of(accused, without=one))
    if verb.lemma == "blame" and not passive and (place := _subtree_place(analysis, accused, verb.i)):
        return Draft(cue=_cue(verb), act=act, source=source, content=[place], rule="blamed", accused=Source.of(accused))
    return None


def _named(analysis: Analysis, verb: Token, source: Source, act: Act) -> Draft | None:
    """ "called the vote a farce", "described it as a farce"."""
    behind = [one for one in verb.children if one.i > verb.i and one.dep in ("oprd", "ccomp", "xcomp")]
    behind += [one for one in verb.children if one.i > verb.i and one.dep == "prep" and one.lower == "as"]
    if not behind:
        return None
    first = min((one for one in verb.children if one.i > verb.i and one.dep in ("dobj",)), key=lambda one: one.i, default=behind[0])
    start = min(first.subtree[0].start, min(one.subtree[0].start for one in behind))
    end = max(one.subtree[-1].end for one in behind)
    return Draft(cue=_cue(verb), act=act, source=source, content=[(start, end)], rule="named")


def _person(analysis: Analysis, verb: Token, source: Source, act: Act) -> Draft | None:
    """ "urged Oslo to wait", "called on Oslo to wait"."""
    infinitive = next((one for one in verb.children if one.dep in ("xcomp", "ccomp", "advcl") and one.i > verb.i and one.child("aux") and one.child("aux").lower == "to"), None)  # type: ignore[union-attr]
    if infinitive is None:
        return None
    whom = verb.child("dobj", "dative") or infinitive.child("nsubj")
    cue = _cue(verb)
    on = next((one for one in verb.children if one.dep == "prep" and one.lower in ("on", "to", "upon") and one.i < infinitive.i), None)
    if whom is None and on is not None:
        whom = on.child("pobj")
        cue.append(on)
    first = next((one for one in infinitive.subtree if one.lower == "to"), infinitive)
    place = (first.start, infinitive.subtree[-1].end)
    if whom is None:
        return None
    return Draft(cue=cue, act=act, source=source, content=[place], rule="person", addressees=[whom])


def of_according(analysis: Analysis, sentence: Sentence, token: Token) -> Draft | None:
    """ "according to X": the rest of the sentence."""
    to = token.child("prep")
    inner = (to or token).child("pobj")
    if inner is None:
        return None
    source = Source.of(inner)
    first, last = token.i, max(inner.subtree[-1].i, token.subtree[-1].i)
    pieces: Ranges = []
    tokens = analysis.tokens
    if first > sentence.first:
        pieces.append((sentence.start, tokens[first - 1].end))
    if last + 1 < sentence.last:
        pieces.append((tokens[last + 1].start, sentence.end))
    cue = [token, to] if to else [token]
    return Draft(cue=cue, act="say", source=source, content=pieces, rule="according to")


@cache
def _noun_acts() -> dict[str, Act]:
    return {str(noun): act for act, nouns in lexicon("speech")["nouns"].items() for noun in nouns}


def of_noun(analysis: Analysis, noun: Token) -> Draft | None:
    """ "the claim that …", "his accusation that …"."""
    act = _noun_acts().get(noun.lemma)
    if act is None:
        return None
    clause = next((one for one in noun.children if one.dep in ("acl", "ccomp") and (mark := one.child("mark")) and mark.lower == "that"), None)
    if clause is None:
        return None
    mark = clause.child("mark")
    place = _subtree_place(analysis, clause, mark.i if mark else noun.i)
    if not place:
        return None
    source = Source.of_noun(noun)
    return Draft(cue=[noun], act=act, source=source, content=[place], rule="noun")

