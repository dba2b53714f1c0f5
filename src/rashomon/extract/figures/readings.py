"""How a number is to be read: an age, a calibre, prisoners, dead and wounded together, a part of the displaced."""

from collections.abc import Sequence

from rashomon.extract.figures.counted import Counted, counted
from rashomon.extract.figures.numbers import Number, numbers
from rashomon.language.analysis import Token

# Nobody is older.
_OLDEST = 115
# Words behind soldiers in which they are told to be prisoners.
_HELD = 5
_CUSTODY = frozenset({"custody", "captivity", "detention"})
_BOTH = (
    ["killed", "and", "wounded"],
    ["dead", "and", "wounded"],
    ["killed", "or", "wounded"],
    ["dead", "or", "wounded"],
)


def is_age(number: Number, words: Sequence[Token]) -> bool:
    """Whether a number between commas behind a name is somebody's age ("Colonel Jorge Mendes, *41*, who")."""
    first, last = number.words[0].i - words[0].i, number.words[-1].i - words[0].i
    if first < 2 or not number.core[0].text.isdigit() or (number.low or 0) > _OLDEST or first != last:
        return False
    behind = words[last + 1].text if last + 1 < len(words) else ""
    return words[first - 1].text == "," and behind in (",", ".", ")") and words[first - 2].pos == "PROPN"


def is_held(noun: Token | None, words: Sequence[Token]) -> bool:
    """Whether soldiers are told to be prisoners ("17 soldiers in Bolivian *custody*")."""
    after = words[noun.i - words[0].i + 1 :][:_HELD] if noun is not None else ()
    return any(one.lower == "in" for one in after) and any(one.lemma.lower() in _CUSTODY for one in after)


def is_of_both(number: Number, words: Sequence[Token]) -> bool:
    """Whether dead and wounded are counted together ("lost 500 men *in killed and wounded*")."""
    after = [one.lower for one in words[number.core[-1].i - words[0].i + 1 :][:6]]
    starts = [i for i, one in enumerate(after) if one in ("in", "between", "both", ",")]
    return any(after[i + 1 : i + 4] in _BOTH for i in starts)


def is_toll_of_both(number: Number, item: Counted, words: Sequence[Token]) -> bool:
    """Whether a toll is of dead and wounded together ("its estimate of the *dead and wounded* to 2,800")."""
    if item.rule != "toll" or item.cue is None or item.cue.i > number.words[0].i:
        return False
    inside = [one.lower for one in words[item.cue.i - words[0].i : number.words[0].i - words[0].i]]
    return any(inside[at : at + 3] in _BOTH for at in range(len(inside)))


def of_the_displaced(number: Number, words: Sequence[Token]) -> Counted | None:
    """What the first number of "130,000 *of the 215,000 displaced* have yet to go home" counts."""
    end = number.core[-1].i - words[0].i + 1
    if [one.lower for one in words[end : end + 2]] != ["of", "the"]:
        return None
    for whole in numbers(words[end + 2 : end + 4]):
        item = counted(whole, words) if number.low and (whole.low or 0) > number.low else None
        if item is not None and item.counts == "displaced":
            return item._replace(words=(*number.words, *words[end : end + 2], *whole.words), rule="part")
    return None


def is_calibre(number: Number, words: Sequence[Token]) -> bool:
    """Whether a number tells how wide arms are ("*155mm* shells", "*120 mm* mortars")."""
    after = words[number.core[-1].i - words[0].i + 1 :][:1]
    width = bool(after) and after[0].lower in ("mm", "millimetre", "millimeter")
    return width or number.core[-1].lower.endswith("mm")
