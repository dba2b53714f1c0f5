"""The titles that stand beside a person's name: their words, of what, and whether they are over."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.extract.names.words import title_words
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words


@dataclass(frozen=True, slots=True)
class Bearing:
    """Title words beside a name: their tokens, and the tokens between which their owner stands."""

    first: int
    last: int
    head: int
    after: bool = False

    def text(self, tokens: list[Token]) -> str:
        """The words of the title without "former" and the like."""
        over = words("titles", "over")
        out = ""
        for token in tokens[self.first : self.last]:
            if token.lower in over or (token.text == "-" and not out):
                continue
            out += token.text if not out or token.text in ".-" or out.endswith("-") else " " + token.text
        plural = out.endswith("s") and out.split(" ")[-1].lower().removesuffix("s") in words("titles", "office")
        return out.removesuffix("s") if plural else out

    def former(self, tokens: list[Token]) -> bool:
        """Whether the title is said to be over."""
        return any(token.lower in words("titles", "over") for token in tokens[self.first : self.last])


def is_title_word(token: Token) -> bool:
    """Whether a word can belong to a title."""
    lower = token.lower
    plural = lower.endswith("s") and lower[:-1] in words("titles", "office")
    return (
        plural
        or lower in title_words()
        or lower in words("titles", "modifier")
        or (token.text in (".", "-") and token.i > 0)
    )


def title_before(analysis: Analysis, first: int) -> Bearing | None:
    """The title that ends where the token `first` of a name begins ("Defence Minister", "Gen.")."""
    tokens, sentence = analysis.tokens, analysis.sentence_of(analysis.tokens[first])
    if first == sentence.first or tokens[first - 1].lower in ("of", "the"):
        return None
    i = first
    while i > sentence.first and (
        is_title_word(tokens[i - 1])
        or _in_portfolio(tokens[i - 1])
        or (tokens[i - 1].lower == "in" and i < first and tokens[i].text == "-")  # Commander-in-Chief
    ):
        i -= 1
    while i < first and not is_title_word(tokens[i]):
        i += 1
    while i < first and (
        tokens[i].text in ".-"
        or (tokens[i].lower in ("national", "state", "union", "party") and tokens[i].text[0].islower())
    ):
        i += 1
    heads = [
        token.i
        for token in tokens[i:first]
        if token.lower.removesuffix("s") in title_words() or token.lower in title_words()
    ]
    behind = tokens[heads[-1] + 1 : first] if heads else []
    told = heads and i > sentence.first and tokens[i - 1].lemma in ("tell", "inform", "assure")
    if told and tokens[heads[-1]].lower.endswith("s"):
        return None  # "told reporters Tolo would form a cabinet"
    if not heads or not all(token.text == "." or _in_portfolio(token) for token in behind):
        return None
    return Bearing(i, first, heads[-1])


def _in_portfolio(token: Token) -> bool:
    """Whether a word can stand in "of State", "of Foreign Affairs" behind a title's head."""
    return token.lower in ("of", "the") or (token.text[0].isupper() and token.lower in words("titles", "portfolio"))


def titles_beside(analysis: Analysis, head: Token) -> Iterator[Bearing]:
    """The titles in apposition to the name headed by `head` ("X, the foreign minister of Y,")."""
    for one in head.children:
        if one.dep == "appos" and one.lower in words("titles", "office") | words("titles", "rank"):
            yield around(analysis, one, after=True)
    if head.dep == "appos" and head.head.lower in words("titles", "office") | words("titles", "rank"):
        yield around(analysis, head.head, after=False)


def around(analysis: Analysis, head: Token, *, after: bool) -> Bearing:
    """The words of a title around its head noun, demonyms and articles left out."""
    tokens, i = analysis.tokens, head.i
    while i > 0 and tokens[i - 1].sentence == head.sentence and is_title_word(tokens[i - 1]):
        i -= 1
    while i < head.i and not tokens[i].text[0].isalpha():
        i += 1
    return Bearing(i, _with_portfolio(tokens, _with_hyphened(tokens, head.i + 1)), head.i, after)


def _with_hyphened(tokens: list[Token], i: int) -> int:
    """Behind the "-general" of "secretary-general", where that follows a title."""
    if i + 1 < len(tokens) and tokens[i].text == "-" and tokens[i + 1].lower in words("titles", "rank"):
        return i + 2
    return i


def _with_portfolio(tokens: list[Token], i: int) -> int:
    """Behind "of Foreign Affairs" and the like, where that follows a title."""
    if i + 1 < len(tokens) and tokens[i].lower == "of":
        j = i + 2 if tokens[i + 1].lower == "the" else i + 1
        while j < len(tokens) and tokens[j].lower in words("titles", "portfolio"):
            j += 1
            i = j
    return i
