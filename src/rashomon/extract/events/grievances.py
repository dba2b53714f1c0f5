"""Deeds that a party lays to another's charge by plain words: who broke the truce, who fired first, who armed the foe.

"The command said that the rebels had broken the truce nine times" accuses them as surely as "accused the rebels of
breaking it". What observers or residents tell so stays their account.
"""

from collections.abc import Iterable

from rashomon.extract.events.depths import named
from rashomon.extract.events.frames import frame
from rashomon.extract.events.kinds import is_a, nouns_of
from rashomon.extract.events.patterns import things
from rashomon.extract.found import Found
from rashomon.extract.parties import is_enemy, is_political, key
from rashomon.language.analysis import Token
from rashomon.model.annotation import Event, Link, Statement

_PARTIES = frozenset({"state", "government", "armed group"})
# Whose paper reports what the foe lays to its charge …
_FIRST = frozenset({"our"})
# … but "said we attacked at dawn" is of whoever says it, unless he is told to claim it.
_CLAIMING = frozenset({"claims", "claimed", "maintains", "maintained", "alleges", "alleged", "contends", "contended"})
# Words of one's own, or of those told of before: who they are is not known here.
_OWN = frozenset({"its", "his", "her", "their", "my", "own", "we", "it", "he", "she", "they", "who", "which", "that"})
# Who stands between the sides tells of both alike.
_BETWEEN = frozenset({"un", "u.n.", "nations", "cross", "mission", "delegate", "envoy"})
# What is fired where one says who fired it first; "the first missile of its kind" begins nothing.
_SHOTS = frozenset({"shot", "shell", "bullet", "round", "salvo", "volley", "burst", "blow"})
# What else than arms helps a foe to fight; blankets and doctors do not.
_SUPPORT = frozenset({"support", "backing", "money", "cash", "fund", "training", "instructor", "adviser", "advisor"})
_SUPPORT |= {"base", "radio", "uniform", "vehicle", "equipment"}


def is_grievance(found: Found, event: Event, head: Token, statement: Statement) -> bool:
    """Whether the party that speaks lays a deed of war to the charge of another."""
    if statement.act != "say" or not event.initiators or not statement.speaker or head.pos not in ("VERB", "AUX"):
        return False
    if not all(_accuses(found, one) for one in statement.speaker):
        return False
    if event.type in ("AID", "MOBILIZE"):
        return _arms_a_foe(head)
    if event.type not in ("ASSAULT", "COERCE"):
        return False
    claimed = any(one.text.lower() in _CLAIMING for one in statement.cue)
    if _starts_with(event.initiators, _FIRST | {"we"} if claimed else _FIRST):
        own = statement.rule == "statements: tag"  # "Our gunners fired first, the army said": its own
        return _is_of_a_side(found, statement) and statement.form == "indirect" and not own
    if not _is_another(found, event.initiators, statement.speaker):
        return False
    return event.rule.startswith("event: truce broken") or _is_first(head)


def _accuses(found: Found, speaker: Link) -> bool:
    """Whether somebody is one of the sides, or speaks for one."""
    words = speaker.span.text.lower().split() if speaker.span else []
    if not _BETWEEN.isdisjoint(words) or any(one.removesuffix("s") in things("peacekeepers") for one in words):
        return False
    mention = named(found, speaker)
    if mention is None or mention.reading == "outlet":
        return False
    return mention.type in _PARTIES or (mention.type == "person" and is_political(found, speaker))


def _is_of_a_side(found: Found, statement: Statement) -> bool:
    mentions = [named(found, one) for one in statement.speaker]
    return all(one is not None and one.type in _PARTIES for one in mentions)


def _is_another(found: Found, doers: Iterable[Link], speakers: Iterable[Link]) -> bool:
    """Whether none of those who do it may be the one who speaks, or of his side."""
    own = {key(found, one) for one in speakers} - {None}
    return not any(_starts_with([one], _OWN) or key(found, one) in own for one in doers)


def _starts_with(links: Iterable[Link], words: frozenset[str]) -> bool:
    texts = [one.span.text.lower().split() for one in links if one.span]
    return any(text and text[0] in words for text in texts)


def _is_first(verb: Token) -> bool:
    """Whether somebody is told to have begun it ("fired first", "fired the first shot")."""
    shots = [one for one in verb.all("dobj") if one.lemma in _SHOTS]
    began = [*verb.all("advmod"), *(inner for one in shots for inner in one.all("amod"))]
    return any(one.lower == "first" and one.i > verb.i for one in began)


def _arms_a_foe(verb: Token) -> bool:
    """Whether a state that is not named gives arms, or such help to those who are called a foe ("a country sent …")."""
    around = frame(verb)
    if not any(_is_unnamed_state(one) for one in around.subjects):
        return False
    others = [*around.objects, *around.indirect, *around.after("to")]
    if any(one.lower in _OWN for noun in others for one in noun.all("poss")):
        return False  # "a country that delivered rifles to its army"
    if any(is_a(one, things("weapons")) for one in around.objects):
        return True
    foes = [one for one in others if is_a(one, things("foe")) or is_enemy(one)]
    given = [one for one in (*around.objects, *around.after("with")) if one not in foes]
    arms = things("weapons") | things("troops") | _SUPPORT
    return bool(foes) and (not given or any(is_a(one, arms) for one in given))


def _is_unnamed_state(noun: Token) -> bool:
    """Whether a noun hints at a state without naming it ("a neighbouring country", "one of the guarantors")."""
    if noun.lower == "one":
        return any(one.tag in ("NNS", "NNPS", "NNP") for one in nouns_of(noun))
    hinted = any(one.lower in ("a", "an", "another") for one in noun.all("det"))
    return hinted and noun.lemma in _STATES


_STATES = frozenset({"state", "country", "power", "neighbour", "neighbor", "government", "member", "capital"})
