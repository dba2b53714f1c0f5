"""Arms told of in a charge, by the order of words: "accused Osk of flying rockets to the Front".

Parsers take "flying" for what the rockets are, and then nobody flies them.
"""

from collections.abc import Iterator, Sequence

from rashomon.extract.relations.ties import Ties
from rashomon.language.analysis import Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Link, Relation

# The weapons, and "to" and whose they become, stand at most so many words behind the deed.
_NEAR = 9
_CHARGING = frozenset({"accuse", "charge", "suspect"})


class Charged(Ties):
    """Finds who is charged with arming whom in one report."""

    def of(self, tokens: Sequence[Token]) -> Iterator[Relation]:
        """The deliveries of weapons that a sentence lays to somebody's charge."""
        for k, token in enumerate(tokens):
            sent = token.lower in words("relations", "delivering") and k > 1 and tokens[k - 1].lower in ("of", "with")
            verb = _charging(tokens[:k]) if sent else None
            whom = verb.child("dobj", "nsubjpass") if verb is not None else None
            if verb is None or whom is None or verb.tag == "NN":
                continue
            taker = _taker(tokens[k + 1 : k + 1 + _NEAR])
            first = self._party(whom)
            second: tuple[Link, ...] = self._party(taker) if taker is not None else ()
            if first and second and self._fit("arms", first, second):
                yield self._relation("arms", first, second, token)
                return


def _charging(before: Sequence[Token]) -> Token | None:
    """The verb of charging nearest before."""
    return next((one for one in reversed(before) if one.lemma in _CHARGING and one.pos == "VERB"), None)


def _taker(behind: Sequence[Token]) -> Token | None:
    """Who gets the weapons: the last word of the phrase behind "to"; None where no weapons stand before it."""
    at = next((k for k, one in enumerate(behind) if one.lower == "to"), None)
    if at is None or not any(one.lemma.lower() in words("relations", "weapons") for one in behind[:at]):
        return None
    phrase: list[Token] = []
    for one in behind[at + 1 :]:
        if one.pos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
            break
        phrase.append(one)
    return phrase[-1] if phrase else None
