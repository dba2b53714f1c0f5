"""Throws out what only looks like a length, a set, or a word for past, present or future: a price, a paper's name.

Each check sees the company of a reading of its rule and answers whether it stands.
"""

import re

from rashomon.extract.times.company import Company


def bare_units(company: Company) -> bool:
    """Read "days", "weeks" as a length: "for weeks", "days after"; not "the early days"."""
    if re.match(r" ?-", company.after) or re.search(r"(?:early|small|wee|late|morning|first|last) +$", company.before):
        return False
    if company.before.endswith(("over the ", "Over the ")) and re.match(r" +of\b", company.after) is None:
        return True
    return (
        re.search(
            r"\b(?:for|in|within|after|over|lasted|took|last|recent|many|these|following|than|of) +$",
            company.before,
            re.I,
        )
        is not None
        and (
            re.search(r"\b(?:minutes|seconds|hours)$", company.said) is None
            or re.search(r"\b(?:for|within|in|took|lasted) $", company.before) is not None
        )
    ) or re.match(
        r",? +(?:of|before|after|later|following|since|that follow(?:ed)?|ahead|to come|leading up)\b", company.after
    ) is not None


_MONEY = re.compile(r"[$£€%]|\b(?:cents?|dollars?|euros?|percent|shares?)\b")


def is_rate(company: Company) -> bool:
    """Read "seats a week", "30 a day", "30 wounded a day"; but "a year before the raid"."""
    previous = company.previous
    if previous is None or not company.before.endswith(" "):
        return False
    counted = previous.pos in ("NOUN", "NUM", "SYM", "PROPN") or re.search(r"\d \w+ $", company.before)
    offset = re.match(r" +(?:before|after|later|earlier|ago|since|or)\b", company.after)
    said = re.fullmatch(r"an? (?:hour|day|week|month|year)", company.said.lower())
    return bool(counted and said and not offset)


def _some_day(company: Company) -> bool:
    """Read "it will one day be theirs": no length."""
    previous, following = company.previous, company.next
    return (previous is not None and previous.tag == "MD") or (following is not None and following.tag in ("VB", "VBP"))


def each(company: Company) -> bool:
    """A speed "per second", "90 miles an hour" is no time."""
    if re.search(r"\b(?:miles|kilomet(?:er|re)s|met(?:er|re)s|km|knots|feet) $", company.before) is not None:
        return company.said.lower() != "per hour"
    return re.fullmatch(r"(?i:per|a|an) (?:second|minute)", company.said) is None


def duration(company: Company) -> bool:
    """Read "two weeks" as a length: not "a second", not "one day" that may come, not a price."""
    said = company.said.lower()
    if re.match(r"-(?:by|over|to|after|on)-", company.after) or (
        re.match("an?[- ]", said) and company.before.endswith("-")
    ):
        # "A minute-by-minute account", "$15-an-hour".
        return False
    if re.search(r"(?:^|[- ])(?:a|an) seconds?$|\b(?:first|second)$", said) and not re.search(r"\d", said):
        return False
    if re.match(r"(?:some|few) (?:day|year|week|month|quarter|second|century)$", said) or said in (
        "one second",
        "some quarters",
        "many quarters",
    ):
        return False
    if re.fullmatch(r"\d+ (?:Minutes|Hours|Nights)", company.said):
        # The name of a programme or a book.
        return False
    if said.startswith("many ") and company.before.endswith(" as "):
        # "The third in as many months" counts what was counted before.
        return False
    if said == "one day" and _some_day(company):
        return False
    if re.search(r"(?:\ban?|half an?|half a|three)[- ](?:night|quarters?)$", said):
        return False
    if is_rate(company):
        # A rate of money is a price, no time.
        return _MONEY.search(company.before) is None
    return re.search(r"[$£€]$|\d[.,:]$", company.before) is None


def reference(company: Company) -> bool:
    """Read "now", "soon", "the past" as times: not "as soon as", "the past tense"."""
    said = company.said.lower()
    token = company.tokens[-1]
    if said in ("current", "recent"):
        return token.pos in ("ADJ", "NOUN")
    if said == "soon":
        return not re.search(r"\bas +$", company.before) and not re.match(r" +as\b", company.after)
    if said == "now":
        return company.tokens[-1].pos == "ADV"
    if said == "the past":
        # "The past three summers", "the past tense" name what is past.
        return token.pos == "NOUN" and re.match(r"[- ]?(?:century|decade|year)", company.after) is None
    if said in ("the present", "the current time"):
        return (token.pos == "NOUN" and not re.match(r" +\w+", company.after)) or re.match(
            r" +(?:and|or|is|was)\b", company.after
        ) is not None
    return True


def history_reference(company: Company) -> bool:
    """Read "former president", but not "the former"."""
    following = company.next
    return following is not None and following.pos in ("NOUN", "PROPN", "ADJ") and company.tokens[-1].pos == "ADJ"


def rate_word(company: Company) -> bool:
    """A daily is a newspaper."""
    if company.said.lower() in ("daily", "weekly", "monthly"):
        named = company.next is not None and company.next.pos == "PROPN"
        if named or company.tokens[-1].pos in ("NOUN", "PROPN"):
            return False
    if company.said.lower() in ("annually", "yearly", "monthly") and _MONEY.search(company.before):
        # A rate of money is a price, no time.
        return False
    return not (company.said[0].isupper() and (company.next is not None and company.next.tag == "NNP"))
