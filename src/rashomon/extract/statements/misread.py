"""Tags that the parser misread: "…, the relief agency estimates." as a noun, "Port sources affirm that …" as none.

Here the order of the words decides: a comma, who speaks, the verb at the end of the sentence;
or who speaks, the verb, "that".
"""

from collections.abc import Iterator

from rashomon.extract.statements.drafts import Draft, verbs
from rashomon.extract.statements.sources import QUOTE_MARKS, Source
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Act

# Who speaks is named in at most so many words; what was said takes at least so many.
_NAME, _SAID = 9, 3
_IN_NAMES = {"NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "NUM", "PRON"}
_STOPS = (";", ":", ".", "!", "?")
# Who is told stands in at most so many words behind these, which parsers take for adjectives.
_TOLD = 4
_ACCUSING = ("accuse", "accuses")
_TO_PERSONS = ("informed", "assured", "notified", "advised", "reassured")


def misread(analysis: Analysis, sentence: Sentence, known: set[int]) -> Iterator[Draft]:
    """The sayings of a sentence that only the order of its words shows; `known` are the cues found by syntax."""
    forms = analysis.forms(sentence.index)
    if forms.isdisjoint(words("speech", "forms")) and forms.isdisjoint(_ACCUSING):
        return
    inside = [one for one in analysis.words(sentence) if one.pos != "SPACE"]
    for k, one in enumerate(inside):
        if one.lower in _ACCUSING and one.tag[:2] != "VB" and (draft := _accusing(inside[:k], one, inside[k + 1 :])):
            yield draft
        act = _act(one)
        if act is None or one.i in known or analysis.quote_at(one.start) is not None:
            continue
        behind = inside[k + 1 :]
        if all(each.pos == "PUNCT" for each in behind) and one.pos != "ADJ":
            draft = _final(analysis, inside[:k], one, act)
        elif behind[0].lower == "that" and one.tag[:2] != "VB":
            draft = _leading(inside[:k], one, behind[1:], act)
        elif one.dep in ("amod", "compound", "ROOT", "appos") and (that := _behind_person(one, behind)):
            draft = _leading(_without_clause(inside[:k]), one, behind[that + 1 :], act)
        else:
            draft = None
        if draft is not None:
            yield draft


def _behind_person(verb: Token, behind: list[Token]) -> int:
    """Where "that" stands behind those who are told: "informed correspondents here that …"; 0 where it does not."""
    that = next((k for k, one in enumerate(behind[: _TOLD + 1]) if one.lower == "that"), 0)
    told = behind[:that]
    nominal = any(one.pos in ("NOUN", "PROPN", "PRON") for one in told)
    plain = all(one.pos in (*_IN_NAMES, "ADV") for one in told)
    return that if nominal and plain and verb.lower in _TO_PERSONS else 0


def _without_clause(before: list[Token]) -> list[Token]:
    """Who speaks without the clause between commas that tells of them: "Captain Rho, who leads the pilots, …"."""
    if not before or before[-1].text != ",":
        return before
    comma = next((k for k in range(len(before) - 2, 0, -1) if before[k].text == ","), 0)
    told = before[comma + 1 : -1]
    return before[:comma] if told and told[0].lower in ("who", "whose", "which") else before


def _act(token: Token) -> Act | None:
    """The act of a word that has the form of a finite verb of speech."""
    beside = token.tag == "VBN" and token.dep == "amod" and token.lower in _TO_PERSONS
    if (token.tag in ("VB", "VBG", "VBN", "MD") and not beside) or token.lower not in words("speech", "forms"):
        return None
    stem = token.lower
    for lemma in (stem, stem[:-1], stem[:-2], stem[:-3] + "y" if stem.endswith(("ies", "ied")) else stem):
        if "clause" in verbs().get(lemma, {}):
            return verbs()[lemma]["clause"]
    return None


def _name(tokens: list[Token]) -> Source:
    """Who tokens name, none where they are more, or other, than a name."""
    plain = all(one.pos in _IN_NAMES and one.text not in QUOTE_MARKS for one in tokens)
    nominal = [one for one in tokens if one.pos in ("NOUN", "PROPN")]
    if not tokens or len(tokens) > _NAME or not plain or not nominal or _two_phrases(tokens):
        return Source()
    of = next((k for k, one in enumerate(tokens) if one.pos == "ADP"), len(tokens))
    head = next((one for one in reversed(tokens[:of]) if one.pos in ("NOUN", "PROPN")), nominal[0])
    return Source((head,), tuple(tokens))


def _two_phrases(tokens: list[Token]) -> bool:
    """Whether a second phrase begins after the first one's noun: "a hill post | both sides" claim it, none says it."""
    return any(
        before.pos in ("NOUN", "PROPN") and one.pos in ("DET", "PRON") and one.tag != "WP$"
        for before, one in zip(tokens, tokens[1:], strict=False)
    )


def _final(analysis: Analysis, before: list[Token], verb: Token, act: Act) -> Draft | None:
    """What stands before a tag that ends the sentence: "…, the relief agency estimates."."""
    comma = next((k for k in range(len(before) - 1, 0, -1) if before[k].text == ","), 0)
    source = _name(before[comma + 1 :])
    said = before[:comma]
    while said and said[0].pos in ("PUNCT", "CCONJ"):
        said.pop(0)
    finite = any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in said)
    if not comma or not source.heads or len(said) < _SAID or not (finite or any(one.tag == "CD" for one in said)):
        return None
    quote = analysis.quote_at(said[-1].start)
    if quote is not None and not analysis.document.text[quote.closing :].startswith(tuple(QUOTE_MARKS)):
        return None
    return Draft(cue=[verb], act=act, source=source, content=[(said[0].start, said[-1].end)], rule="misread")


def _accusing(before: list[Token], verb: Token, behind: list[Token]) -> Draft | None:
    """The accusation whose verb was taken for a noun: "Osk and Velm accuse the League of shelling the mill"."""
    of = next((k for k, one in enumerate(behind) if one.lower == "of"), 0)
    end = next((k for k, one in enumerate(behind) if one.text in _STOPS), len(behind))
    source, accused = _name(before), _name(behind[:of])
    if not of + 1 < end or not source.heads or not accused.heads:
        return None
    heads = tuple(one for one in before if one.pos in ("NOUN", "PROPN") and one.dep in ("nsubj", "conj"))
    source = Source(heads or source.heads, source.tokens)
    return Draft(cue=[verb], act="accuse", source=source, content=[(behind[of + 1].start, behind[end - 1].end)],
                 rule="accused", accused=accused)  # fmt: skip


def _leading(before: list[Token], verb: Token, behind: list[Token], act: Act) -> Draft | None:
    """What follows "that": "Port sources affirm that the ship was empty"."""
    stop = next((k for k in range(len(before) - 1, -1, -1) if before[k].text in (*_STOPS, ",")), -1)
    source = _name(before[stop + 1 :])
    end = next((k for k, one in enumerate(behind) if one.text in _STOPS), len(behind))
    said = behind[:end]
    if not source.heads or not any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in said) or len(said) < _SAID:
        return None
    return Draft(cue=[verb], act=act, source=source, content=[(said[0].start, said[-1].end)], rule="misread")
