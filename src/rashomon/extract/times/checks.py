"""Throws out what only looks like a time: a month's name that is a verb, a count that looks like a year.

Each check sees a reading and its company and answers whether it stands.
"""

import re
from collections.abc import Callable

from rashomon.extract.times import words
from rashomon.extract.times.company import Company
from rashomon.extract.times.forms import Reading
from rashomon.language.analysis import Analysis

_PREPOSITION = re.compile(
    r"(?:^|\W)(?:in|since|by|until|till|from|to|during|of|before|after|around|about|circa|through|between|and|or|"
    r"throughout|for|early|late|mid|last|next|this|that|on|as of|past|over|year|again|back|anniversary|pre|post|"
    r"than|the|an?|its|their)[ -]*\(?$",
    re.I,
)  # fmt: skip
_STRONG = re.compile(
    r"(?:^|\W)(?:in|since|by|until|till|during|throughout|of|early|late|mid|from|to|through|between|circa|before|"
    r"after|around)[ -]+$",
    re.I,
)
_YEAR_PREPOSITION = re.compile(
    r"(?:^|\W)(?:in|since|by|until|till|during|throughout|early|late|mid|before|after|circa|c\.|ca\.|from|the|"
    r"(?:end|start|beginning|"
    r"spring|summer|autumn|fall|winter|revolution|war|crisis|treaty|constitution|act|half|events|elections?|middle|protocol|"
    r"agreement|accords?|convention|conference|peace|battle|declaration|resolution|conflict|campaign|"
    r"offensive|invasion|mid) (?:of|in))[ -]+\(?$",
    re.I,
)  # fmt: skip


_LISTED_YEAR = re.compile(r"(?:^|[ (])(?:1[5-9]|20)\d\d(?:,|,? (?:and|or|to)) $")
# "Regiment 1812": a number that names a unit, a paper or a machine.
_NUMBERED = re.compile(
    r"\b(?:Regiment|Brigade|Division|Battalion|Company|Squadron|Unit|Law|Act|Article|Decree|Order|Case|Section|Platoon|"
    r"Model|Type|Mark|Channel|Radio|Room|Hill|Height|Point|Area|Object|Post|Base|Camp) $"
)


def _year_alone(company: Company) -> bool:
    if re.match(r" ?(?:%|percent|million|billion|thousand|BC|x )", company.after):
        return False
    if company.heading:
        return True
    if re.search(
        r"(?:[$£€#]|No\.|no\.|[Rr]esolutions?(?: \d{3,4},?(?: and)?)?|UNSCR|Flight|Route|Highway|numbering|Directive) ?$",
        company.before,
    ):
        return False
    if re.match(r" (?:and \d{4} )?[Rr]esolutions?\b", company.after) and "UN" in company.before.replace(".", ""):
        return False
    after = re.match(r"[ -](\w+)", company.after)
    if after and after[1].lower() in words.COUNTED | words.UNITS.keys():
        return False
    following = company.next
    counted = following is not None and following.tag == "NNS" and company.after.startswith(" ")
    if (
        counted
        and company.tokens[-1].dep == "pobj"
        and re.search(r"(?:In|During|Throughout|Since|By) $", company.before)
    ):
        # "In 1917 strikes spread": the year hangs on its preposition, it does not count the strikes.
        return 1700 <= int(company.said[-4:]) <= 2060
    if _YEAR_PREPOSITION.search(company.before):
        return not counted or re.search(r"\bthe -?$|'s $", company.before) is not None
    if counted:
        return re.search(r"(?:\bthe|'s|\bhis|\bits|\btheir|\bthis) +$", company.before) is not None
    if _LISTED_YEAR.search(company.before):
        return True
    if _NUMBERED.search(company.before) or re.search(r"[a-z-] (?:[A-Z][a-z]+ )*[A-Z][a-z]+ $", company.before):
        return False
    # Elsewhere a number must look like a year of our time.
    return 1700 <= int(company.said[-4:]) <= 2060 and not re.search(r"\d[-/:., ]*$|than +$|some +$", company.before)


def _month(company: Company) -> bool:
    name = company.said.rstrip(".").capitalize()
    if len(name) <= 4 and name not in ("May", "June", "July") and not company.said.endswith("."):
        return False
    if name not in words.DOUBTFUL_MONTHS:
        return not (company.said.isupper() and len(company.said) <= 3 and not company.before.endswith("in "))
    if re.search(r"\b(?:[Aa]n?|[Tt]he) $", company.before) and re.match(
        r" (?:on|to|through|against|past)\b", company.after
    ):
        # "a March on the palace".
        return False
    if _STRONG.search(company.before):
        following = company.next
        # "of April Smith" is a person; "in March NATO" a month before a name.
        return not (
            name in ("April", "June", "May", "August")
            and re.search(r"\bof +$|\bby +$|\bfrom +$|\bto +$|\bafter +$", company.before)
            and following is not None
            and following.tag == "NNP"
            and following.dep not in ("nsubj", "nsubjpass")
            and company.after.startswith(" ")
            and following.text[0].isupper()
            and company.tokens[-1].dep == "compound"
        )
    token = company.tokens[0] if company.tokens else None
    if token is None or (name == "May" and token.tag in ("MD", "VB")):
        return False
    following = company.next
    if following is not None and following.tag == "NNP" and company.after.startswith(" ") and token.dep != "pobj":
        return False
    return token.tag in ("NNP", "NN") and _PREPOSITION.search(company.before) is not None


def _season(company: Company) -> bool:
    said = company.said.lower()
    if "fall" in said:
        return (
            re.search(r"(?:in|during|since|by|until|last|next|this|early|late|mid)[ -]+(?:the +)?$", company.before)
            is not None
            and not re.match(r" +of +(?!\d)", company.after)
            and company.tokens[-1].pos in ("NOUN", "PROPN")
        )
    token = company.tokens[-1]
    if company.said[-6:].lower() == "spring" and token.pos not in ("NOUN", "PROPN"):
        return False
    return not re.match(r"s?\w|-?\w+-|[ -](?:Palace|Street|Olympics|Games)", company.after) and (
        not company.said[0].isupper()
        or said.startswith("the")
        or re.match(r"(?: of| \d|,| and)", company.after) is not None
        or re.search(r"(?:^|[.!?:\"] *|in +|by +|of +)$", company.before) is not None
    )


_PART_BEFORE = re.compile(r"\b(?:at|by|before|after|one|until|from|to) +$", re.I)
_PART_AFTER_THE = re.compile(r"\b(?:in|during|by|before|after|until|through|from) +$", re.I)


def _part(company: Company) -> bool:
    """A part of a day without a day: "at night", "in the morning"."""
    the = company.said.lower().startswith("the ")
    before = _PART_AFTER_THE if the else _PART_BEFORE
    return before.search(company.before) is not None and not re.match(
        r"(?:-| (?:from|between) .*\d| (?:club|vision|prayer|shift|school|star|newspaper|raids?|paper|watch|talk|news|"
        r"fighting))",
        company.after,
    )


def _bare_units(company: Company) -> bool:
    if re.match(r" ?-", company.after) or re.search(r"(?:early|small|wee|late|morning|first|last) +$", company.before):
        return False
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
    ) or re.match(r",? +(?:of|before|after|later|following|since)\b", company.after) is not None


def _day_alone(company: Company) -> bool:
    following = company.next
    if following is None or not company.after.startswith(" "):
        return re.match(r"[-']", company.after) is None
    return following.pos not in ("NOUN", "PROPN", "ADJ", "NUM") and following.lower not in ("of",)


def _the_unit(company: Company) -> bool:
    if re.match(r",? +(?:that +)?(?:ended|ending) +|,? +to +[A-Z0-9]", company.after):
        return company.said.lower() in ("the year", "the quarter")
    if company.said.endswith(("quarter", "weekend")):
        return re.search(r"(?i:in|for|during|over|before|ahead of) +$", company.before) is not None
    if company.said.lower() == "the year" and re.search(r"(?<!high )(?<!low )\b[Ff]or +$", company.before):
        return re.match(r" *(?:[,.;]|to )", company.after) is not None
    return (
        "'s end" in company.said
        or re.search(
            r"(?i:end|start|beginning|middle|half|part|rest|remainder|"
            r"months|quarters?|later in|earlier in|late in|early in|over|course|high for|low for)(?: of)?(?: in)? *$",
            company.before,
        )
        is not None
    )


def _weekday(company: Company) -> bool:
    """Any Tuesday is no day: "on a Tuesday in March", but "a Tuesday raid"."""
    token = company.tokens[-1] if company.tokens else None
    if re.search(r"\b[Tt]he $", company.before) and re.match(r" (?!Night|Morning)[A-Z][a-z]{3,}", company.after):
        # "The Sunday Express", "the Monday Club"; but a date may follow.
        return company.next is None or company.next.tag != "NNP" or company.next.text in words.MONTHS
    return not (
        re.search(r"\b(?:an?|any) $", company.before) and token is not None and token.dep in ("pobj", "npadvmod")
    )


def _deictic(company: Company) -> bool:
    """A paper or a programme may be called "Today"."""
    return company.said[0].islower() or not re.search(r"[A-Z]\w+ $", company.before) or company.said.isupper()


_MONEY = re.compile(r"[$£€%]|\b(?:cents?|dollars?|euros?|percent|shares?)\b")


def _is_rate(company: Company) -> bool:
    """Read "seats a week", "30 a day", "30 wounded a day"; but "a year before the raid"."""
    previous = company.previous
    if previous is None or not company.before.endswith(" "):
        return False
    counted = previous.pos in ("NOUN", "NUM", "SYM", "PROPN") or re.search(r"\d \w+ $", company.before)
    offset = re.match(r" +(?:before|after|later|earlier|ago|since|or)\b", company.after)
    said = re.fullmatch(r"an? (?:hour|day|week|month|year)", company.said.lower())
    return bool(counted and said and not offset)


def is_rate(analysis: Analysis, flat: str, reading: Reading) -> bool:
    """Whether "a week" says how often: "700 seats a week"."""
    return reading.rule == "duration" and _is_rate(Company(analysis, flat, reading))


def _some_day(company: Company) -> bool:
    """Read "it will one day be theirs": no length."""
    previous, following = company.previous, company.next
    return (previous is not None and previous.tag == "MD") or (following is not None and following.tag in ("VB", "VBP"))


def _each(company: Company) -> bool:
    """A speed "per second" is no time."""
    return re.fullmatch(r"(?i:per|a|an) (?:second|minute)", company.said) is None


def _step_unit(company: Company) -> bool:
    """A programme may be called "This Week"."""
    return re.fullmatch(r"(?:This|Last|Next) (?:Week|Day|Year|Month)", company.said) is None or company.heading


def _duration(company: Company) -> bool:
    said = company.said.lower()
    if re.search(r"(?:^|[- ])(?:a|an) seconds?$|\b(?:first|second)$", said) and not re.search(r"\d", said):
        return False
    if re.match(r"(?:some|few) (?:day|year|week|month|quarter|second|century)$", said) or said in (
        "one second",
        "some quarters",
        "many quarters",
    ):
        return False
    if re.fullmatch(r"\d+ (?:Minutes|Hours)", company.said):
        # A programme's name.
        return False
    if said == "one day" and _some_day(company):
        return False
    if re.search(r"(?:\ban?|half an?|half a|three)[- ](?:night|quarters?)$", said):
        return False
    if _is_rate(company):
        # A rate of money is a price, no time.
        return _MONEY.search(company.before) is None
    return re.search(r"[$£€]$|\d[.,:]$", company.before) is None


def _pointed_clock(company: Company) -> bool:
    if re.match(r"\d\.", company.said):
        # "about 0.55 share"; a clock would show 00.55.
        return re.search(r"\bat (?:about |around )?$", company.before) is not None
    return re.search(
        r"\b(?:at|by|around|about|from|until|till|after|before)(?: (?:about|around))? +$", company.before, re.I
    ) is not None and not re.match(
        r" ?(?:million|billion|percent|per|%|points?|km|kilomet|miles|met|tons?|euros|dollars|lb|kg|[a-z]+s\b)",
        company.after,
    )


def _reference(company: Company) -> bool:
    said = company.said.lower()
    token = company.tokens[-1]
    if said in ("current", "recent"):
        return token.pos in ("ADJ", "NOUN")
    if said == "soon":
        return not re.search(r"\bas +$", company.before) and not re.match(r" +as\b", company.after)
    if said == "now":
        return company.tokens[-1].pos == "ADV"
    if said == "the past":
        return (
            re.match(
                r" +(?!few|and|is|was|tense)\w+ +(?:years?|days?|weeks?|months?|hours?)|[- ]?(?:century|decade|year)",
                company.after,
            )
            is None
        )
    if said in ("the present", "the current time"):
        return (token.pos == "NOUN" and not re.match(r" +\w+", company.after)) or re.match(
            r" +(?:and|or|is|was)\b", company.after
        ) is not None
    return True


def _history_reference(company: Company) -> bool:
    """Read "former president", but not "the former"."""
    following = company.next
    return following is not None and following.pos in ("NOUN", "PROPN", "ADJ") and company.tokens[-1].pos == "ADJ"


def _set(company: Company) -> bool:
    """A daily is a newspaper."""
    if company.said.lower() in ("daily", "weekly", "monthly"):
        named = company.next is not None and company.next.pos == "PROPN"
        if named or company.tokens[-1].pos in ("NOUN", "PROPN"):
            return False
    return not (company.said[0].isupper() and (company.next is not None and company.next.tag == "NNP"))


def _decade(company: Company) -> bool:
    return re.search(r"\b(?:his|her|their|in mid)[- ](?:early |late |mid-?)?$", company.before) is None


def _century(company: Company) -> bool:
    return re.match(r" +[A-Z][a-z]+ +(?:Fox|Fund)", company.after) is None


_CHECKS: dict[str, Callable[[Company], bool]] = {
    "year_alone": _year_alone, "month": _month, "season": _season, "part": _part, "bare_units": _bare_units,
    "day_alone": _day_alone, "the_unit": _the_unit, "duration": _duration,
    "pointed_clock": _pointed_clock, "reference": _reference, "set": _set, "decade": _decade, "century": _century,
    "history_reference": _history_reference, "weekday": _weekday, "deictic": _deictic,
    "each": _each, "step_unit": _step_unit,
}  # fmt: skip


def stands(analysis: Analysis, flat: str, reading: Reading) -> bool:
    """Whether a reading is a time in its company."""
    check = _CHECKS.get(reading.rule)
    return check is None or check(Company(analysis, flat, reading))
