"""What one thing is called: by one voice so, by another beside it otherwise; the words are set side by side."""

import re
from collections.abc import Iterator

from rashomon.analyse.differences.answers import apart
from rashomon.analyse.differences.sides import side_of
from rashomon.analyse.view import View, quoted
from rashomon.language.lexicon import words
from rashomon.model.annotation import Statement
from rashomon.model.finding import Difference

# Two names for one thing are told at most so far apart, in characters.
_NEAR = 300
_NEXT = 3
# The verb of naming stands at most so far before the name, in characters.
_BEFORE = 40
# A name has at most so many words.
_FEW = 14
# Acts by which a party takes a stand on what shall be: no name for what is.
_WANTED = frozenset({"demand", "propose", "promise", "threaten", "reject", "deny", "accuse"})


def called_otherwise(view: View) -> Iterator[Difference]:
    """Beside each other, two voices each have a word of their own for one thing ("calls it a breach")."""
    for some in view.statements_in.values():
        naming = [one for one in some if one.act not in _WANTED and _names(view, one)]
        for n, one in enumerate(naming):
            for other in naming[n + 1 : n + 1 + _NEXT]:
                if other.evidence[0].start - one.evidence[0].start <= _NEAR and apart(view, one, other):
                    yield Difference(
                        type="other framing",
                        topic=f"{quoted(one.content)[:70]} / {quoted(other.content)[:70]}",
                        sides=(side_of(view, one), side_of(view, other)),
                        why=f"Each has a word of its own for it: {view.names(one.speaker)} “{quoted(one.content)[:80]}”"
                        f", {view.names(other.speaker)} “{quoted(other.content)[:80]}”.",
                        check="called_otherwise",
                    )
                    break


def _names(view: View, one: Statement) -> bool:
    """Whether somebody is told to call a thing something, in a few words."""
    document = view.documents[one.document]
    around = (
        document.text[max(one.evidence[0].start, one.content[0].start - 40) : one.content[0].start]
        if one.content
        else ""
    )
    cue = {word for span in one.cue for word in re.findall(r"[a-z]+", span.text.casefold())}
    said = cue | set(re.findall(r"[a-z]+", around.casefold()))
    return bool(said & words("comparison", "naming")) and len(quoted(one.content).split()) <= _FEW
