"""Whether those counted bore arms, by trained weights, where no word says so.

The rules come first: what they call military or civilian stays. Where they leave it open
("38 dead", "12 people drowned") a linear score over `features` decides, if it is sure
enough; features hold no names. Without the weights file the rules stand alone.
"""

from collections.abc import Sequence
from typing import get_args

from rashomon.extract.figures.draft import Draft
from rashomon.extract.figures.trained.features import features
from rashomon.extract.figures.trained.weights import weights
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis
from rashomon.language.lexicon import words
from rashomon.model.annotation import Category

# Twenty dossiers, each judged by weights from the others: nearly three of four categories filled in are those of
# the gold (which leaves most of the others unspecified), and 77 of 100 figures have theirs; by rules 64.
_SURE = 0.5
_LOSSES = ("killed", "wounded", "captured", "missing", "equipment")


def categories(analysis: Analysis, found: Found, drafts: Sequence[Draft]) -> list[Category]:
    """The category of each figure of a report, the rules' own where they have one."""
    told = [draft.category for draft in drafts]
    scored = weights()
    if scored is None:
        return told
    at_war = any(one.category == "military" and one.item.counts in _LOSSES for one in drafts)
    found_so = list(told)
    for at, draft in enumerate(drafts):
        if draft.category == "unspecified":
            name, chance = scored.likeliest(features(analysis, found, drafts, at))
            if name != "military" or (at_war and not _may_be_anybody(drafts, at)):
                found_so[at] = _likeliest(name, chance)
    return found_so


def _may_be_anybody(drafts: Sequence[Draft], at: int) -> bool:
    """Whether the number, or one before it, counts people of any kind ("17 *people* were killed and 150 wounded")."""
    here = [one for one in drafts[: at + 1] if one.sentence is drafts[at].sentence]
    nouns = {one.item.noun.lemma.lower() for one in here if one.item.noun is not None}
    return bool(nouns & words("figures", "anybody"))


def _likeliest(name: str, chance: float) -> Category:
    known: dict[str, Category] = {one: one for one in get_args(Category)}
    return known.get(name, "unspecified") if chance >= _SURE else "unspecified"
