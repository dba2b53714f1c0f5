"""Who can commit a state though no office of theirs is told, and what nobody says but of one's own side."""

from collections.abc import Sequence

from rashomon.extract.found import VOICE, Found
from rashomon.extract.offices import is_official, is_onlooker, namesakes
from rashomon.extract.parties import key, party_of, root
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Link

# Words of a condition among which it opens.
_OPENING = 6


def speaks_for_state(analysis: Analysis, found: Found, doer: Token, speaker: Link) -> bool:
    """Read "*Diallo*, who flew in by night, told the troops that *Mali* would leave …": no office is told.

    Also an official of an organ that nobody says is the state's ("the High Command").
    """
    told, party = root(found, speaker), found.mention_of(doer)
    state = party is not None and party.type in ("state", "government") and doer.dep == "nsubj"
    if not state or told is None or told.type != "person" or is_onlooker(found, speaker):
        return False
    own = party_of(found, speaker)
    if own is not None:
        return own.type == "armed group" and own.country is None and is_official(analysis, found, speaker)
    named = told.form == "name" and told.name is not None and not told.roles and told.rule != VOICE
    known = named and not is_one_of_many(speaker) and not _is_bystander(analysis, found, told.name or "")
    return known and key(found, speaker) is None and _is_addressed(doer)


def _is_addressed(doer: Token) -> bool:
    """Whether it is told to those whom one commands or leads; what a state will do anybody may guess."""
    telling = [one for one in doer.ancestors if one.lemma in words("pledges", "addressing")]
    heard = {one.lemma.lower() for verb in telling for one in verb.all("dobj", "dative")}
    return bool(heard & (words("pledges", "commanded") | words("figures", "regulars")))


def _is_bystander(analysis: Analysis, found: Found, name: str) -> bool:
    """Whether a report says who bears a name, as it does of those whom nobody knows: "Omar, a baker"."""
    for mention in namesakes(found, name):
        inside = analysis.tokens_in(mention.evidence[0].start, mention.evidence[0].end)
        beside = [kid for one in inside for kid in one.all("appos", "relcl", "acl")]
        if any(one.dep == "appos" or one.tag in ("VBZ", "VBP", "VBG") for one in beside):
            return True
    return False


def is_one_of_many(link: Link) -> bool:
    """Whether somebody is brought in as one of many: "a driver", "an analyst, Ada Holt"."""
    return link.span is not None and link.span.text.lower().startswith(("a ", "an ", "one "))


def speaks_of_own(found: Found, doer: Token, speaker: Link) -> bool:
    """Whether those of whom it is told may be the speaker's own: not both sides, nor another party than the speaker's.

    "Said Niger would honour it as long as Chad did" pledges nothing where the speaker is of Chad, or of nobody.
    """
    if any(one.lower in ("both", "all", "each", "either") for one in (doer, *doer.children)):
        return False
    party, own, who = found.mention_of(doer), party_of(found, speaker), root(found, speaker)
    if party is None or party.form == "pronoun" or party.type not in ("state", "government", "armed group"):
        return True
    known = own is not None and own.id != party.id and own.name != party.name
    return not known and (own is not None or who is None or who.type != "person")


def keeps_as_others_do(verb: Token, condition: Sequence[Token]) -> bool:
    """Read "would respect it *for as long as the other side did*": what one keeps to as others keep to it."""
    if verb.lemma not in words("positions", "keeping_to") or verb.lemma in lexicon("positions")["terms"]:
        return False
    before = " ".join(one.lower for one in condition[:_OPENING] if one.text.strip())
    return before.startswith(tuple(words("positions", "mutual")))
