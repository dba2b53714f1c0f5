"""An interview without labels: which of its paragraphs ask, which answer, and who is asked."""

import re
from collections.abc import Sequence

from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Sentence, Token
from rashomon.model.annotation import Mention

# Paragraphs that end as questions make an interview from this many on; a question has at most so many words.
_QUESTIONS, _QUESTION = 3, 45
# One that only speaks to somebody ("You told the monitors 48.") has at most so many.
_REMARK = 30
# Of the paragraphs from the first question on one in so many asks, one in so many with a question mark at its end.
_ASKING, _PLAINLY = 4, 6
# The line that announces it has at most so many characters before the name.
_LINE = 200
# In so many sentences at its head an interview says who is asked; in its first paragraph of running text at the latest.
_HEAD = 6
# A line that says who asks, and nothing else: "Interview: Ada Brandt".
_BY = re.compile(r"\W*(?:interview|questions|conversation|q\s*&\s*a)(?:ed)?\s*(?::|by)\s*(?:by\s+)?")
_FIRST = ("i", "we", "my", "our", "ours", "us", "me", "mine")
_SECOND = ("you", "your", "yours")

Paragraph = Sequence[Sentence]


def parted(analysis: Analysis, paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, bool]]:
    """The paragraphs of an interview, each with whether it asks; none of what is no interview.

    Where all questions fall on every other paragraph, so do those that do not end with a
    question mark ("The other side says that you fired"). Else what is short, speaks to
    somebody and not of "us" asks, too.
    """
    plainly = [_is_question(analysis, inside) for inside in paragraphs]
    if sum(plainly) < _QUESTIONS:
        return []
    first = plainly.index(True)
    if not any(plainly[first + 1 :: 2]):
        while first >= 2 and _has(analysis, paragraphs[first - 2], _SECOND):
            first -= 2
        return [(inside, k % 2 == 0) for k, inside in enumerate(paragraphs[first:]) if k % 2 == 0 or not inside[0].role]
    return _by_signs(analysis, paragraphs, plainly)


def _by_signs(
    analysis: Analysis, paragraphs: Sequence[Paragraph], plainly: Sequence[bool]
) -> list[tuple[Paragraph, bool]]:
    spoken = [k for k, inside in enumerate(paragraphs) if not _is_aside(analysis, inside)]
    asks: set[int] = set()
    for at, k in enumerate(spoken):
        before, behind = spoken[at - 1] if at else None, spoken[at + 1] if at + 1 < len(spoken) else None
        remark = _is_remark(analysis, paragraphs[k]) and behind is not None and not plainly[behind]
        if plainly[k] or (remark and before not in asks and before is not None):
            asks.add(k)
    if not asks:
        return []  # all of them in brackets
    first, final = min(asks), max(asks)
    within = [k for k in spoken if k >= first]
    if len(asks) * _ASKING < len(within) or sum(plainly) * _PLAINLY < len(within):
        return []
    # Behind the answer to the last question what does not speak of "us" may be the paper's own.
    last = next((k for k in within if k > final), None)
    return [
        (paragraphs[k], k in asks) for k in within
        if k in asks or (
            not paragraphs[k][0].role
            and (last is None or k <= last or _has(analysis, paragraphs[k], (*_FIRST, *_SECOND)))
        )
    ]  # fmt: skip


def _is_question(analysis: Analysis, inside: Paragraph) -> bool:
    text = analysis.document.text[inside[0].start : inside[-1].end].strip("*_ ")
    return text.endswith("?") and len(text.split()) <= _QUESTION and not any(mark in text for mark in '"“”')


def _is_remark(analysis: Analysis, inside: Paragraph) -> bool:
    """Whether a short paragraph asks without ending as a question: "You told the monitors 48."."""
    tokens = _tokens(analysis, inside)
    if len(tokens) > _REMARK or _has(analysis, inside, _FIRST):
        return False
    return _has(analysis, inside, _SECOND) or any(one.text == "?" for one in tokens)


def _is_aside(analysis: Analysis, inside: Paragraph) -> bool:
    """Whether a paragraph is put in brackets: the paper's own remark."""
    return analysis.document.text[inside[0].start] in "(["


def _has(analysis: Analysis, inside: Paragraph, pronouns: Sequence[str]) -> bool:
    return any(one.lower in pronouns for one in _tokens(analysis, inside))


def _tokens(analysis: Analysis, inside: Paragraph) -> Sequence[Token]:
    return analysis.tokens[inside[0].first : inside[-1].last]


def asked(analysis: Analysis, found: Found) -> Mention | None:
    """Who is interviewed: the one person the head of the report names who did not write it.

    Of several the one in the line that calls it an interview, else the one who bears an office, else the one of whom
    it tells who that is, else the first.
    """
    end = max((one.end for one in analysis.sentences[:_HEAD]), default=0)
    lead = next((one.paragraph for one in analysis.sentences if not one.role), None)
    end = max([end, *(one.end for one in analysis.sentences if one.paragraph == lead)])
    authors = {last_name(one) for one in analysis.document.byline}
    persons: dict[str, Mention] = {}
    for mention in found.within(Mention, 0, end):
        named = mention.type == "person" and mention.name and mention.form == "name"
        if named and last_name(mention.name) not in authors:
            persons.setdefault(last_name(mention.name), mention)
    several = list(persons.values())
    if len(several) > 1:
        several = [one for one in several if not _is_asking(analysis, one)]
    announced = [one for one in several if _is_announced(analysis, one)]
    for chosen in (
        announced,
        [one for one in several if one.roles],
        [one for one in several if _is_told_of(analysis, one)],
    ):
        if len(chosen) == 1:
            return chosen[0]
    return several[0] if several else None


def _is_announced(analysis: Analysis, mention: Mention) -> bool:
    """Whether somebody is named in a line at the head that says with whom the interview is."""
    text, at = analysis.document.text, mention.evidence[0].start
    line = text[text.rfind("\n", 0, at) + 1 : at].lower()
    return len(line) < _LINE and any(said in line for said in ("interview", "conversation with", "questions to"))


def _is_asking(analysis: Analysis, mention: Mention) -> bool:
    """Whether somebody stands alone in a line that says whose the questions are ("Interview: Ada Brandt")."""
    text, span = analysis.document.text, mention.evidence[0]
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start].lower()
    if _BY.fullmatch(before) is None:
        return False
    behind = text[span.end :].partition("\n")[0]
    return not behind.strip(" .*_")


def _is_told_of(analysis: Analysis, mention: Mention) -> bool:
    """Whether it is said who somebody is: "Ada Brandt, head of the front"."""
    tokens = analysis.tokens_in(mention.evidence[0].start, mention.evidence[0].end)
    inside = {one.i for one in tokens}
    return any(below.dep == "appos" and below.i not in inside for one in tokens for below in one.children)


def last_name(name: str | None) -> str:
    """The last word of a name, in small letters."""
    return name.split()[-1].lower() if name else ""
