"""What each occurrence of an unknown name tells of its kind: person, place, state, adjective of a state, outlet."""

import re
from collections.abc import Iterator
from functools import cache

from rashomon.extract.names.firms import firm_votes, stands_for_body
from rashomon.extract.names.parts import Part
from rashomon.extract.names.readings import subject_of
from rashomon.extract.names.titles import title_before, titles_beside
from rashomon.extract.names.words import is_plain, known, looks_adjective
from rashomon.language.analysis import Analysis, Token
from rashomon.language.gazetteer import folded, gazetteer
from rashomon.language.lexicon import words

# Prepositions before which hardly anything but a place stands; "on" and "into" take persons too.
_STRONG = {"in", "at", "near", "inside", "outside", "north", "south", "east", "west", "upstream", "downstream"}
# NPA, UNPROFOR, SSC-Khatumo; longer words in capitals are headlines.
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,8}$|[A-Z]{2,5}-[A-Z]\w+$")
_ROMAN = re.compile(r"[IVX]+$")
# Inside a name these are somebody's: "Osama bin Laden", "Saud ibn Abdullah".
_FATHERS = ("bin", "ibn", "bint", "binti", "ould", "ben")


def votes_of(analysis: Analysis, part: Part) -> Iterator[tuple[str, float]]:
    """The kinds for which one occurrence speaks (or against which), with weights."""
    tokens = analysis.tokens
    head = head_of(tokens, part)
    before = tokens[part.first - 1] if part.first else None
    after = tokens[part.last] if part.last < len(tokens) else None
    yield from _person_votes(analysis, part, head)
    yield from _place_votes(analysis, part, before, after)
    yield from _state_votes(tokens, part, before, after)
    yield from _outlet_votes(analysis, part, before, after)
    yield from firm_votes(tokens, part.first, part.last, head)


def head_of(tokens: list[Token], part: Part) -> Token:
    """The word of a part on which its other words hang, the last one where there are several."""
    for token in reversed(tokens[part.first : part.last]):
        if token.head is token or not part.first <= token.head.i < part.last:
            return token
    return tokens[part.last - 1]


def _is_shouting(tokens: list[Token], part: Part) -> bool:
    """Whether letters are capital for the noise they make ("IS A DUTY, NOT"), or tell a number or a time zone."""
    if is_plain(part.text) or _ROMAN.match(part.text):
        return True
    near = tokens[max(0, part.first - 1) : part.first] + tokens[part.last : part.last + 1]
    loud = [one for one in near if len(one.text) > 1 and one.text.isupper() and one.text.isalpha()]
    shouts = any(is_plain(one.text) or one.pos not in ("PROPN", "NOUN") for one in loud)
    clock = bool(part.first) and tokens[part.first - 1].lower in ("am", "pm", "a.m.", "p.m.", "a.m", "p.m")
    return shouts or clock


def _person_votes(analysis: Analysis, part: Part, head: Token) -> Iterator[tuple[str, float]]:
    long = 2 <= len(part.text.split()) <= 5
    bearing = title_before(analysis, part.first)
    if bearing:
        yield "person", 3.0
    if any(True for _ in titles_beside(analysis, head)):
        # Parsers hang a following subject on a town ("leave Kirkuk, a spokesman for X said").
        yield "person", 2.5 if gazetteer().city(part.text) is None else 1.0
    if any(one.dep == "relcl" and any(w.lower in ("who", "whom") for w in one.children) for one in head.children):
        yield "person", 2.0
    if _is_community(analysis.tokens, part):
        yield "community", 1.0
        return
    verb = subject_of(head)
    if verb is not None and verb.lemma in words("naming", "speech"):
        yield "voice", 1.0
        if long:
            yield "person", 0.6
    if verb is not None and verb.lemma in words("naming", "person_verbs"):
        yield "person", 1.0
    if long and _is_name_like(part.text):
        yield "like a name", 0.7
    if {*part.text.split()[:-1]} & {*_FATHERS}:
        yield "person", 2.0
    yield from _ruler_votes(analysis.tokens, part, head)
    follow = analysis.tokens[part.last + 1 : part.last + 3] if part.last + 1 < len(analysis.tokens) else []
    if follow and follow[0].text.isdigit() and analysis.tokens[part.last].text == ",":
        yield "person", 1.0


def _is_community(tokens: list[Token], part: Part) -> bool:
    """Whether two words name those of one state in another ("the Ostrian Tarvans"), and nobody's surname."""
    if part.last - part.first != 2 or not looks_adjective(tokens[part.first].text):
        return False
    last, before = tokens[part.last - 1], tokens[part.first - 1] if part.first else None
    the = before is not None and before.lower == "the"
    after = tokens[part.last].lower if part.last < len(tokens) else ""
    if the and after in words("naming", "communal"):  # "the Ostrian Tarvan community", beside "an Ostrian town"
        return any(one.text == tokens[part.first].text and tokens[one.i + 1].text != last.text for one in tokens[:-1])
    return last.text.endswith("s") and (last.tag == "NNPS" or the or (before is not None and before.tag == "CD"))


def _ruler_votes(tokens: list[Token], part: Part, head: Token) -> Iterator[tuple[str, float]]:
    """A bare name of one word: followed by "loyalists", called "pro-X", ousted; no adjective stands so."""
    if " " in part.text or not head.text[0].isupper():
        return
    after = tokens[part.last] if part.last < len(tokens) else None
    bare = head.dep not in ("amod", "compound", "nmod") and head.tag != "NNPS"
    if bare and (part.first == 0 or tokens[part.first - 1].lower not in ("the", "a", "an")):
        yield "bare", 1.0
    before = [token.lower for token in tokens[max(0, part.first - 2) : part.first]]
    loyal, anti = before in (["loyal", "to"], ["loyalty", "to"]), before in (["pro", "-"], ["anti", "-"])
    toppled = head.dep in ("dobj", "nsubjpass") and head.head.lemma in words("naming", "toppling")
    if loyal or toppled or (after is not None and after.lower in words("naming", "of_rulers")):
        yield "person", 1.0
    elif anti:
        yield "bare", 1.0


def _is_name_like(text: str) -> bool:
    pieces = text.replace("-", " ").split()
    if pieces[0].lower() in words("naming", "of_places"):  # "Lower Ambry"
        return False
    if any(is_plain(piece) for piece in pieces) or (text.isupper() and max(map(len, pieces)) > 3):
        return False
    return all(piece[0].isupper() or piece in words("naming", "particles") for piece in pieces) and not any(
        piece.lower() in words("naming", "not_actors") or any(char.isdigit() for char in piece) for piece in pieces
    )


def _place_votes(
    analysis: Analysis, part: Part, before: Token | None, after: Token | None
) -> Iterator[tuple[str, float]]:
    tokens, places = analysis.tokens, words("organisations", "place_nouns")
    if before is not None and before.lower == "the":
        ruled = after is not None and after.lower in words("naming", "ruled")
        if not ruled:  # "the X administration", "the X regime": whose it is, not what
            yield "with an article", -2.0
            yield "place", 0.3  # not enough alone: "the Prophet", "the Beatles"
        before = tokens[before.i - 1] if before.i and not ruled else None
    owns = after is not None and after.tag == "POS"  # "outside X's house": the house is outside of something
    if owns:
        pass
    elif before is not None and before.lower in words("naming", "locative"):
        yield "place", 1.5 if before.lower in _STRONG else 0.4
    elif before is not None and before.lower == "to" and before.head.lemma in words("naming", "going"):
        yield "place", 1.5
    elif before is not None and before.lower in words("naming", "directional"):
        yield "place", 0.6
    of = tokens[before.i - 1].lower if before is not None and before.lower == "of" and before.i else ""
    if of in places and of != "capital":
        yield "place", 3.0
    if before is not None and before.lower in places:
        yield "place", 1.5
    if after is not None and after.lower in places and not part.text.isupper():
        yield "place", 2.0
    if after is not None and after.lower in ("administration", "camp", "team", "campaign", "aides"):
        yield "person", 3.0
    if after is not None and after.lower in words("organisations", "armed_nouns") and " " not in part.text:
        yield "people", 0.6
    head = head_of(tokens, part)
    if head.dep == "dobj" and head.head.lemma in words("naming", "taking_verbs") and " " not in part.text:
        yield "place", 0.7
    if " " in part.text and part.text.split()[0].lower() in words("naming", "of_places"):
        yield "place", 1.0
    city = gazetteer().city(part.text)
    if city is not None:
        yield "city", 1.0 if city[1] > 50_000 else 0.5
    if after is not None and after.text == "," and _is_dateline(analysis, part):
        yield "place", 2.0


def _is_dateline(analysis: Analysis, part: Part) -> bool:
    sentence = analysis.sentence_of(analysis.tokens[part.first])
    return part.first == sentence.first and part.text.isupper()


def _state_votes(
    tokens: list[Token], part: Part, before: Token | None, after: Token | None
) -> Iterator[tuple[str, float]]:
    if before is not None and before.lower == "of" and before.i:
        office = _titled(tokens, before.i - 1)
        if {office.lower, office.lemma.lower()} & _offices_of_state() and part.text[0].isupper():
            yield "state", 2.0
    if before is not None and before.lower == "of" and before.i and tokens[before.i - 1].lower == "capital":
        yield "state", 3.0
    if not part.text.startswith(tokens[part.first].text):  # "Kingdom of Sule"
        yield "state", 3.0
    head = head_of(tokens, part)
    if _is_at_war(head):
        yield "state", 2.0
    if _is_among_states(head):
        yield "state", 1.0
    if " " not in part.text:
        yield from _pronoun_votes(head)
    verb = subject_of(tokens[part.last - 1]) if " " not in part.text else None
    if verb is not None and verb.lemma in words("naming", "state_verbs"):
        yield "state", 1.2
    if after is not None and after.tag == "POS":
        owned = " ".join(token.lower for token in tokens[part.last + 1 : part.last + 3])
        if owned in words("naming", "state_owned") or owned.split(" ")[0] in words("naming", "state_owned"):
            yield "state", 1.5
            if {owned, owned.split(" ")[0]} & words("naming", "owned_by_states_alone"):
                yield "named state", 1.0
        elif owned.split(" ")[0] in words("naming", "person_owned"):
            yield "person", 2.0
        elif owned.split(" ")[0] in words("organisations", "of_a_state") and " " not in part.text:
            yield "state", 0.5
    if after is not None and " " not in part.text:
        if after.lower in words("organisations", "of_a_state") or (
            any(after.lower in words("titles", one) for one in ("modifier", "office", "rank"))
            and tokens[part.last - 1].tag in ("JJ", "NNP")
        ):
            yield "demonym", 1.0
        if after.lower in words("naming", "of_states_alone"):
            yield "named state", 1.0
        if tokens[part.last - 1].tag in ("NNPS", "NNS") and before is not None and before.lower == "the":
            yield "demonym", 0.6


def _is_among_states(head: Token) -> bool:
    """Whether a name is coordinated with the name of a state that everybody knows."""
    near = [*head.all("conj"), *([head.head, *head.head.all("conj")] if head.dep == "conj" else [])]
    found = [known(one.text) for one in near if one is not head and one.pos == "PROPN"]
    return any(what is not None and what.kind == "name" and what.type == "state" for what in found)


def _pronoun_votes(head: Token) -> Iterator[tuple[str, float]]:
    """What the pronouns tell that a clause uses of its own subject: "X sent its army", "X said it would"."""
    verb = subject_of(head)
    if verb is None or verb.pos not in ("VERB", "AUX"):
        return
    verbs = [verb, *(one for one in verb.all("conj") if one.child("nsubj", "nsubjpass") is None)]
    held = [part for one in verbs for part in one.all("dobj", "attr", "prep")]
    own = {one.lower for part in held for one in part.subtree if one.tag == "PRP$"}
    said = verb.child("ccomp") if verb.lemma in words("naming", "speech") else None
    if said is not None:
        own |= {one.lower for one in said.all("nsubj") if one.tag == "PRP"}
    if own & {"its", "it"} and not own & {"his", "her", "he", "she"}:
        yield "thing", 1.2
    elif own & {"his", "her", "he", "she"} and not own & {"its", "it"}:
        yield "person", 0.7


def _is_at_war(head: Token) -> bool:
    """Whether a name stands in "the war between X and Y"."""
    while head.dep == "conj":
        head = head.head
    return head.dep == "pobj" and head.head.lower == "between" and head.head.head.lemma in words("naming", "wars")


def _titled(tokens: list[Token], i: int) -> Token:
    """The word before "of", or the title before the name that stands there ("President Ana Tolan of …")."""
    at = i
    while at > 0 and i - at < 5 and tokens[at].pos == "PROPN" and tokens[at].lower not in words("titles", "office"):
        at -= 1
    return tokens[at] if tokens[at].text[0].isupper() else tokens[i]


@cache
def _offices_of_state() -> frozenset[str]:
    return frozenset(title.split()[-1] for title in words("titles", "of_state")) - {"affairs", "defence", "defense"}


def _is_carrier(tokens: list[Token], part: Part, before: Token | None) -> bool:
    """Whether what somebody said is told to be carried by a name ("in a statement carried by X")."""
    by = before is not None and before.lower == "by" and before.i > 0
    return by and before is not None and tokens[before.i - 1].lower in words("outlets", "carried")


def _closes_by_reporting(analysis: Analysis, part: Part, before: Token | None, after: Token | None) -> bool:
    """Whether a sentence of somebody's saying ends with a name that reports it ("…, the ministry said, X reports.")."""
    if before is None or after is None or before.text != "," or after.lower not in ("reports", "reported"):
        return False
    sentence = analysis.sentence_of(after)
    ends = after.i + 2 >= sentence.last and " " not in part.text
    said = any(one.lemma in words("naming", "speech") for one in analysis.tokens[sentence.first : part.first])
    return ends and said


def _outlet_votes(
    analysis: Analysis, part: Part, before: Token | None, after: Token | None
) -> Iterator[tuple[str, float]]:
    document = analysis.document
    named = {folded(name) for name in (document.outlet, *document.upstreams) if name}
    if folded(part.text) in named or "the " + folded(part.text) in named:
        yield "outlet", 5.0
    media = words("outlets", "media_noun")
    behind = " ".join(one.lower for one in analysis.tokens[part.last : part.last + 2])
    if after is not None and part.text[0].isupper() and (after.lower in media | {"agency"} or behind in media):
        yield "outlet", 3.0 if behind in media else 1.5
    if before is not None and before.lower in media and before.lower != "agency":
        yield "outlet", 2.0
    if _is_carrier(analysis.tokens, part, before):
        yield "outlet", 1.5
    if _closes_by_reporting(analysis, part, before, after):
        yield "outlet", 1.0
    if after is not None and after.tag == "POS" and analysis.tokens[part.last + 1 :][:1]:
        owned = analysis.tokens[part.last + 1].lower
        if owned in words("outlets", "of_outlets"):
            yield "outlet", 2.0
    if _ACRONYM.match(part.text) and after is not None and not _is_shouting(analysis.tokens, part):
        if after.lemma in ("report", "quote", "cite") or (before is not None and before.lemma in ("tell", "quote")):
            yield "outlet", 2.0
        yield "acronym", 1.0
        if stands_for_body(analysis.tokens, part.first, part.last, head_of(analysis.tokens, part)):
            yield "body", 1.0
