"""The country of those whom newswire names without it, since every reader knows: "President Chirac arrived"."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from rashomon.language.gazetteer import folded
from rashomon.language.lexicon import lexicon, words


def country_of_leader(name: str, titles: Iterable[str]) -> str | None:
    """The country of a leader of the last hundred years, by the full name, or by surname and the title of a leader."""
    whole, surnames = _leaders()
    if code := whole.get(folded(name)):
        return code
    leads = any(title.lower() in words("titles", "leading") | _HEADS for title in titles)
    return surnames.get(folded(name)) if leads else None


_HEADS = {"premier", "chancellor", "secretary of state", "leader"}


@cache
def _leaders() -> tuple[dict[str, str], dict[str, str]]:
    """Codes by full name, and by those surnames that only leaders of one country bear."""
    whole: dict[str, str] = {}
    surnames: defaultdict[str, set[str]] = defaultdict(set)
    by_country: dict[str, list[str]] = lexicon("leaders")["leaders"]
    for code, names in by_country.items():
        for name in names:
            full, _, surname = name.partition("|")
            whole[folded(full)] = code
            surnames[folded(surname or full.split()[-1])].add(code)
    return whole, {name: next(iter(codes)) for name, codes in surnames.items() if len(codes) == 1}
