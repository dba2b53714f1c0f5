"""Names that two states share ("Congo"): a report that names one of the two by another name means that one."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.language.analysis import Analysis
from rashomon.language.gazetteer import folded, gazetteer
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Mention

# In a sentence with these a town is where others met, and tells nothing of the state.
_MEETING = frozenset(
    {"meet", "meeting", "talk", "summit", "conference", "negotiation", "negotiate", "host", "mediator"}
)


def told_apart(analysis: Analysis, named: Sequence[Mention]) -> list[Mention]:
    """The mentions of one report, those by a shared name given to the state that the report names otherwise.

    By the list they are of the one that most reports mean by it; where a report names the other alone by words of
    its own (its capital, its full name), they are that one's.
    """
    told = list(named)
    pairs: dict[str, list[str]] = lexicon("demonyms")["shared"]
    for name, (usual, other) in pairs.items():
        sure = {one.country for one in told if not (_is_shared(one, name) or _is_venue(analysis, one))}
        if other in sure and usual not in sure:
            told = [_given(one, usual, other) for one in told]
    return told


def _is_shared(mention: Mention, name: str) -> bool:
    """Whether a mention is of a state by the shared name or its adjective, or of somebody whose state that tells."""
    said = folded(mention.evidence[0].text)
    bare = said == folded(name) or ((entry := gazetteer().demonym(said)) is not None and entry.kind == "demonym")
    return bare or mention.type not in ("state", "place") or mention.form == "demonym"


def _is_venue(analysis: Analysis, mention: Mention) -> bool:
    """Whether a place is named only as that of a meeting."""
    sentence = analysis.sentence_at(mention.evidence[0].start) if mention.reading == "place" else None
    return sentence is not None and any(one.lemma.lower() in _MEETING for one in analysis.words(sentence))


def _given(mention: Mention, usual: str, other: str) -> Mention:
    """A mention of the usual bearer of a shared name, as one of the other."""
    old, new = gazetteer().display(usual), gazetteer().display(other)
    roles = tuple(replace(role, of=new) if role.of == old else role for role in mention.roles)
    country = other if mention.country == usual else mention.country
    if (country, roles) == (mention.country, mention.roles):
        return mention
    name = _renamed(mention.name, old, new)
    return replace(mention, country=country, roles=roles, name=name)


def _renamed(name: str | None, old: str, new: str) -> str | None:
    """A name with the state's in it: "Armed Forces of X"."""
    if name is None or not (name == old or name.endswith(f" of {old}")):
        return name
    return name.removesuffix(old) + new
