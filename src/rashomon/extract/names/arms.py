"""Bodies called by a word of politics of which a report tells that they fight: "fighters of the Upland Congress"."""

from collections.abc import Sequence

from rashomon.extract.names.parts import Part
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words

# Before "of the Congress" and behind "the Congress's" these tell that it fights.
_MEN = {
    "fighter", "fighters", "rebel", "gunman", "gunmen", "guerrilla", "militia", "militias", "militiaman", "militiamen",
    "insurgent", "militant", "partisans", "combatants", "positions", "stronghold", "strongholds",
}  # fmt: skip
# ... and these behind "military", "armed" or "guerrilla".
_MILITARY = {"military", "armed", "guerrilla", "rebel"}
_LED = {"wing", "chief", "commander", "leader", "branch", "arm"}


def has_fighters(tokens: Sequence[Token], part: Part) -> bool:
    """Whether the words beside a body's name tell that it has men under arms."""
    return _behind(tokens, part.last) or _before(tokens, part.first)


def may_fight(name: str) -> bool:
    """Whether a body so called may be one of those that fight, and none that states have made."""
    return bool({word.lower() for word in name.split()} & words("organisations", "may_fight"))


def _behind(tokens: Sequence[Token], i: int) -> bool:
    """Whether such men are named behind the token `i`, a possessive between."""
    if i < len(tokens) and tokens[i].tag == "POS":
        i += 1
    near = [one.lower for one in tokens[i : i + 2]]
    if near[:1] and (near[0] in _MEN or near[0] in words("organisations", "insurgents")):
        return True
    return len(near) == 2 and near[0] in _MILITARY and near[1] in _LED


def _before(tokens: Sequence[Token], i: int) -> bool:
    """Whether such men are named before "of the" and the token `i`."""
    while i and (tokens[i - 1].lower in ("the", "so", "called", "-") or tokens[i - 1].text in '"“'):
        i -= 1
    if i < 2 or tokens[i - 1].lower not in ("of", "from"):
        return False
    said = tokens[i - 2].lower
    return said in _MEN or said in words("organisations", "insurgents")
