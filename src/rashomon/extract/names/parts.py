"""Sequences of capitalised words, cut into titles, known names, bodies and unknown names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rashomon.extract.names.numbered import begins
from rashomon.extract.names.runs import inner_stems, is_shouted, longest_known, runs, words_of
from rashomon.extract.names.tails import chamber, end_of_body, end_of_outlet
from rashomon.extract.names.words import Known, head_types, is_plain, known, outlet_heads, title_words
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

PartKind = Literal["title", "known", "body", "outlet", "place", "name"]

# Words that begin names of places (Port Said, Mount Hermon).
_STATIONS = ("Radio", "Rádio", "TV", "Television", "Télévision", "Télé", "Channel")
# Arabic articles as they are joined inside names.
_ARTICLES = frozenset({"al", "el", "ul", "ad", "ar", "as", "at", "az", "an", "ash"})
_PLACE_FIRST = {"Port", "Mount", "Lake", "Fort", "Camp", "Cape", "Point", "Base"}


@dataclass(slots=True)
class Part:
    """Tokens `first` to `last` (not included) of a report, and what kind of name they are."""

    first: int
    last: int
    kind: PartKind
    text: str
    known: Known | None = None
    run: int = 0


def parts(analysis: Analysis) -> list[Part]:
    """Every part of every capitalised sequence, in text order."""
    found: list[Part] = []
    shouted_ones = {sentence.index for sentence in analysis.sentences if is_shouted(analysis, sentence)}
    inner = inner_stems(analysis, shouted_ones)
    for sentence in analysis.sentences:
        shouted = sentence.index in shouted_ones
        for number, (first, last) in enumerate(runs(analysis, sentence, inner)):
            for part in _cut(analysis, first, last):
                if part.kind == "body" and found and part.first <= found[-1].first < part.last:
                    found.pop()  # "Justice" of "the Justice and Equality Movement"
                if (shouted and part.kind != "known") or (found and part.first < found[-1].last):
                    continue
                part.run = sentence.first * 1000 + number
                found.append(part)
    return found


def _cut(analysis: Analysis, first: int, last: int) -> Iterator[Part]:
    """The parts of one run. Names of bodies are made of what stands before their last word."""
    tokens = analysis.tokens
    limit = analysis.sentence_of(tokens[first]).last
    pieces: list[Part] = []
    i = first
    while i < last:
        found = None if _is_within_name(tokens, first, i) else longest_known(tokens, i, limit)
        if found and found[0] > i:
            end, what = found
            pieces.append(Part(i, end, "known", words_of(tokens, i, end), what))
        else:
            end = i + 1
            kind: PartKind = "title" if _is_title(tokens, i, last) or _is_portfolio(tokens, i, last) else "name"
            if kind == "name" and pieces and pieces[-1].kind == "name":
                pieces[-1].last, pieces[-1].text = end, words_of(tokens, pieces[-1].first, end)
            else:
                pieces.append(Part(i, end, kind, words_of(tokens, i, end)))
        i = end
    yield from _assembled(analysis, pieces)


def _is_within_name(tokens: list[Token], first: int, i: int) -> bool:
    """Whether a word stands behind the article inside a person's name ("Salif al-Arab Doru")."""
    return i - 3 >= first and tokens[i - 1].text in "-–" and tokens[i - 2].lower in _ARTICLES


def _is_portfolio(tokens: list[Token], i: int, last: int) -> bool:
    """Whether a word is the "State" of "Secretary of State" with a name to follow."""
    if i + 1 >= last or tokens[i].lower not in words("titles", "portfolio"):
        return False
    of = i - 1
    while of > 0 and tokens[of].lower in words("titles", "portfolio"):
        of -= 1  # "Minister of Foreign Affairs"
    return of > 0 and tokens[of].lower == "of" and tokens[of - 1].lower in words("titles", "office")


def _is_title(tokens: list[Token], i: int, last: int) -> bool:
    """Whether a capitalised word is (part of) a title: its head, or a modifier with a head to follow."""
    lower = tokens[i].lower
    if tokens[i].text == "." and i and tokens[i - 1].lower + "." in title_words():
        return True
    if tokens[i].text in "-–" and i and i + 1 < last and tokens[i - 1].lower in title_words():
        return tokens[i + 1].lower in title_words()  # "Lieutenant-General"
    if lower in words("titles", "surnames") and i + 1 >= last:
        return False
    if lower in title_words() or (lower.endswith("s") and lower[:-1] in words("titles", "office")):
        return True
    if lower not in words("titles", "modifier"):
        return False
    for token in tokens[i + 1 : last]:
        if token.lower in title_words() or token.lower.removesuffix("s") in words("titles", "office"):
            return True
        if token.lower not in words("titles", "modifier") and token.text != "-":
            return False
    return False


def _assembled(analysis: Analysis, pieces: list[Part]) -> Iterator[Part]:
    """Parts with bodies put together: from behind the last title up to the word that tells a body."""
    tokens = analysis.tokens
    done: list[Part] = []
    for piece in pieces:
        if piece.kind == "name":
            done.extend(_split_name(tokens, piece))
        else:
            done.append(piece)
    merged: list[Part] = []
    for piece in done:
        limit = analysis.sentence_of(tokens[piece.first]).last
        if (state := _as_state(analysis, piece)) is not None:
            piece = state
        elif piece.kind == "name" and (end := chamber(tokens, piece.last, limit)) is not None:
            piece = Part(piece.last - 1, end, "body", words_of(tokens, piece.last - 1, end))
        elif piece.kind in ("body", "outlet", "place") and piece.last - piece.first >= 1:
            while merged and merged[-1].last == piece.first and _joins(merged[-1], piece):
                piece = Part(merged[-1].first, piece.last, piece.kind, "")
                merged.pop()
            if piece.kind == "body":
                piece.first = begins(tokens, piece.first, piece.last)
            end_of = end_of_outlet if piece.kind == "outlet" else end_of_body
            piece = Part(piece.first, end_of(tokens, piece.first, piece.last, limit), piece.kind, "")
            piece.text = words_of(tokens, piece.first, piece.last)
        elif merged and merged[-1].last == piece.first and _is_longer_body(merged[-1], piece):
            piece = Part(merged[-1].first, piece.last, "body", words_of(tokens, merged[-1].first, piece.last))
            merged.pop()
        elif merged and merged[-1].last == piece.first and _one_name(tokens, merged[-1], piece):
            kind: PartKind = "outlet" if tokens[merged[-1].first].text in _STATIONS else "name"
            piece = Part(merged[-1].first, piece.last, kind, words_of(tokens, merged[-1].first, piece.last))
            merged.pop()
        merged.append(piece)
    covered = 0
    for piece in merged:
        if piece.first >= covered:
            covered = piece.last
            yield _trimmed(tokens, piece)


def _as_state(analysis: Analysis, piece: Part) -> Part | None:
    """A state with its form before the name ("Kingdom of Sule"): the whole, by the name alone."""
    tokens, i = analysis.tokens, piece.last
    limit = analysis.sentence_of(tokens[piece.first]).last
    form = words("naming", "state_forms") | words("naming", "state_forms_too")
    if tokens[i - 1].text not in form or i + 1 >= limit or tokens[i].lower != "of":
        return None
    first = i + 2 if tokens[i + 1].lower == "the" and i + 2 < limit else i + 1
    last = first
    while last < limit and tokens[last].text[0].isupper() and _is_of_name(tokens[last].text):
        last += 1
    text = words_of(tokens, first, last) if last > first else ""
    if not text or (tokens[i - 1].text not in words("naming", "state_forms") and (" " in text or known(text))):
        return None  # "Federation of Trade Unions"
    if any(one.lower().removesuffix("s") in words("titles", "somebody") for one in text.split()):
        return None  # "Union of Teachers"
    if text in head_types() or (last < limit and tokens[last].lower == "for"):
        return None  # "Union of Forces for Democracy"
    what = known(text)
    if what is not None and what.type != "state":
        return None
    return Part(piece.first, last, "known" if what else "name", text, what)


def _is_of_name(word: str) -> bool:
    """Whether a word may be of a state's name: no plain word, or one that a list knows for a state."""
    what = known(word) if is_plain(word) else None
    return what.type == "state" and what.kind == "name" if what is not None else not is_plain(word)


def _trimmed(tokens: list[Token], part: Part) -> Part:
    while part.last - part.first > 1 and not tokens[part.last - 1].text[-1].isalnum() and part.kind == "name":
        part.last -= 1
        part.text = words_of(tokens, part.first, part.last)
    return part


def _split_name(tokens: list[Token], piece: Part) -> Iterator[Part]:
    """An unknown name, cut behind each word that ends the name of a body, an outlet or a place."""
    start = piece.first
    if piece.last - start > 1 and tokens[start].text in _PLACE_FIRST:
        yield Part(start, piece.last, "place", piece.text)
        return
    for i in range(piece.first, piece.last):
        kind = _head_kind(tokens[i].text)
        following = tokens[i + 1].text if i + 1 < piece.last else ""
        if kind and i == start and i + 1 == piece.last and _are_some_of(tokens, i):
            return
        later = (_head_kind(one.text) for one in tokens[i + 1 : piece.last])
        if kind == "outlet" and "body" in later:
            continue  # "International News Safety Institute"
        if kind and not (_head_kind(following) or following == "-") and tokens[i].text[0].isupper():
            if kind == "outlet" and i == start and tokens[i].text in _STATIONS and not _is_stations_end(tokens, piece):
                break
            yield Part(start, i + 1, kind, words_of(tokens, start, i + 1))
            start = i + 1
    if start < piece.last:
        broadcaster = tokens[start].text in _STATIONS and piece.last - start > 1
        yield Part(start, piece.last, "outlet" if broadcaster else "name", words_of(tokens, start, piece.last))


def _is_stations_end(tokens: list[Token], piece: Part) -> bool:
    """Whether "Radio" ends the name of a station, which begins with a known name ("Ostria Radio")."""
    before = tokens[piece.first - 1] if piece.first else None
    named = before is not None and before.text[0].isupper() and before.pos != "DET" and before.text not in _STATIONS
    return named and piece.last - piece.first == 1


def _are_some_of(tokens: list[Token], i: int) -> bool:
    """Whether a plural only begins a sentence, and the name stands behind it ("Fighters of the Dara Front fled")."""
    plural = tokens[i].lower in words("organisations", "armed_nouns") and tokens[i].text.endswith("s")
    follows = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return plural and follows in ("of", "from", "for") and (not i or tokens[i - 1].lower != "the")


def _head_kind(word: str) -> PartKind | None:
    type_ = head_types().get(word)
    if type_ == "place":
        return "place"
    if type_:
        return "body"
    return "outlet" if word in outlet_heads() else None


def _joins(before: Part, body: Part) -> bool:
    """Whether a name, demonym or place before the word of a body belongs to the body's name."""
    if before.kind == "title":
        return before.text in ("National", "Joint", "General", "Supreme", "Foreign", "Presidential", "Central") or (
            before.text.lower() in words("titles", "modifier")
        )
    if before.kind == "place":  # "Straits Cooperation Council"
        return body.kind == "body" and body.last - body.first > 1
    return before.kind in ("name", "known", "body") and not (before.known and before.known.type == "outlet")


def _is_longer_body(before: Part, piece: Part) -> bool:
    """Whether a known body is only the end of another's name ("Sudan People's Liberation Army")."""
    if piece.known is None or head_types().get(piece.text.split()[-1]) is None or " " not in piece.text:
        return False
    if before.known and before.known.name == "United Nations":
        return piece.known.type in ("organisation", "armed group")
    if before.kind == "name":
        return not is_plain(before.text)
    what = before.known
    own = what is not None and (what.country is None or what.country == piece.known.country)
    return what is not None and what.type == "state" and not own


def _one_name(tokens: list[Token], before: Part, piece: Part) -> bool:
    """Whether a known place and an unknown word are one name (João Lima, Georgia Ricci, Ana Moro)."""
    if "name" not in (before.kind, piece.kind) or not {before.kind, piece.kind} <= {"name", "known"}:
        return False
    what = before.known or piece.known
    if what is None:
        return True
    known_one, other = (before, piece) if before.known else (piece, before)
    if known_one.text.isupper() or other.text.isupper() or any(is_plain(one) for one in other.text.split()):
        return False
    if what.kind == "demonym":  # a surname, where no noun follows: "Francis Moro met", not "Karim Moro rebels"
        after = tokens[piece.last] if piece.last < len(tokens) else None
        ends = after is None or after.pos not in ("NOUN", "PROPN", "ADJ")
        return piece.known is not None and ends and not piece.text.endswith("s") and tokens[piece.first].pos == "PROPN"
    text = known_one.text
    if before.known and what.type == "state" and " " in other.text:  # "Chad" and a person named behind it
        return False
    return " " not in text and "-" not in text and "." not in text and what.kind != "seat"
