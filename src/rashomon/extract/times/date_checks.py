"""Throws out what only looks like a date or a clock time: a month's name that is a verb, a count like a year.

Each check sees the company of a reading of its rule and answers whether it stands.
"""

import re

from rashomon.extract.times import words
from rashomon.extract.times.company import Company

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
# "Flight 1963", "resolutions 1970 and 1973".
_NUMBER_OF = re.compile(
    r"(?:[$£€#]|[Nn]o\.|[Rr]esolutions?(?: \d{3,4},?(?: and)?)?|UNSCR|Flight|Route|Highway|numbering|Directive) ?$"
)
# "Regiment 1812": a number that names a unit, a paper or a machine.
_NUMBERED = re.compile(
    r"\b(?:Regiment|Brigade|Division|Battalion|Company|Squadron|Unit|Law|Act|Article|Decree|Order|Case|Section|Platoon|"
    r"Model|Type|Mark|Channel|Radio|Room|Hill|Height|Point|Area|Object|Post|Base|Camp) $"
)


def year_alone(company: Company) -> bool:
    """Read "1812" as a year: after "in", in a list of years; not "1812 men", "Regiment 1812", "$1812"."""
    if re.match(r" ?(?:%|percent|million|billion|thousand|BC|x )", company.after):
        return False
    if company.heading:
        return True
    if _NUMBER_OF.search(company.before):
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


def month(company: Company) -> bool:
    """Read "March" as a month: not the verb, not a person ("April Smith"), not a shout ("MAR")."""
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
    if name in ("March", "August") and re.match(r"'s [a-z]", company.after):
        # "March's losses": hardly a person's; but "the Long March's end".
        return re.search(r"(?:[A-Z]\w*|\b[Tt]he) $", company.before) is None
    return token.tag in ("NNP", "NN") and _PREPOSITION.search(company.before) is not None


def season(company: Company) -> bool:
    """Read "spring", "fall" as a season: not the verb, not "Spring Street"."""
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
    return not re.match(r"s?\w|-?\w+-|[ -](?:Palace|Street|Olympics|Games)| of [A-Z]", company.after) and (
        not company.said[0].isupper()
        or said.startswith("the")
        or re.match(r"(?: of| \d|,| and)", company.after) is not None
        or re.search(r"(?:^|[.!?:\"] *|in +|by +|of +)$", company.before) is not None
    )


# "The 5th and 6th fleets", "the 3rd in this trio": of a row, not of a month.
_ORDERED = re.compile(
    r" (?:and|or) (?:the )?\d+(?:st|nd|rd|th) (?!(?:of|in|for|at|when|was|were|is|are|he|she|they|it)\b)[a-z]"
    r"| in (?:a|an|the|this|that|these|his|her|its|our|their|line|command|succession)\b"
)


def day_alone(company: Company) -> bool:
    """Read "the 13th" as a day: not "the 13th Division"."""
    following = company.next
    if following is None or not company.after.startswith(" "):
        return re.match(r"[-']", company.after) is None
    if _ORDERED.match(company.after):
        return False
    return following.pos not in ("NOUN", "PROPN", "ADJ", "NUM") and following.lower not in ("of",)


def the_unit(company: Company) -> bool:
    """Read "the year", "the quarter" as one that is known: "the end of the year", "the quarter ended May 31"."""
    if re.match(r",? +(?:that +)?(?:ended|ending) +|,? +to +[A-Z0-9]", company.after):
        return company.said.lower() in ("the year", "the quarter")
    if company.said.endswith(("quarter", "weekend")):
        return (
            re.search(r"(?i:in|at|for|during|over|before|ahead of|by|until|spen[dt]|spending) +$", company.before)
            is not None
        )
    if company.said.lower() == "the week" and re.search(r"\b[Ff]or $", company.before):
        # "For the week, the index fell 2 percent."
        return re.match(r"[,.;]", company.after) is not None
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


def step_name(company: Company) -> bool:
    """Read "that fall" as a season: not "the tribes that fall under them"."""
    verb = bool(company.tokens) and company.tokens[-1].tag.startswith("VB")
    return not (verb and company.said.lower().endswith(("fall", "spring", "march", "may")))


def step_unit(company: Company) -> bool:
    """A programme may be called "This Week"."""
    return re.fullmatch(r"(?:This|Last|Next) (?:Week|Day|Year|Month)", company.said) is None or company.heading


# "Bloody Sunday", "Super Tuesday": days known by a name, not days of the week before.
_NAMED_DAY = re.compile(r"\b(?:Bloody|Black|Red|Holy|Cyber|Fat|Giving|[Ss]uper) $")


def weekday(company: Company) -> bool:
    """Any Tuesday is no day: "on a Tuesday in March", but "a Tuesday raid"."""
    token = company.tokens[-1] if company.tokens else None
    if _NAMED_DAY.search(company.before):
        return False
    if re.search(r"\b[Tt]he $", company.before) and re.match(r" (?!Night|Morning)[A-Z][a-z]{3,}", company.after):
        # "The Sunday Express", "the Monday Club"; but a date may follow.
        return company.next is None or company.next.tag != "NNP" or company.next.text in words.MONTHS
    if (
        token is not None
        and token.dep == "compound"
        and token.head.i == token.i + 1
        and token.head.lower in words.PARTS
    ):
        token = token.head  # "on a Friday night"; but "a Friday night raid"
    return not (
        re.search(r"\b(?:an?|any) $", company.before)
        and token is not None
        and token.dep in ("pobj", "npadvmod", "attr")
    )


# "Today's youth": that of our days, not of the day of the report (TimeBank and AQUAINT mark none of 4).
_OUR_DAYS = re.compile(
    r"'s (?:\w+ )?(?:world|youth|society|generations?|computers|standards|children|teenagers|consumers)\b"
)
# "The leaders of tomorrow".
_OF_OUR_DAYS = re.compile(
    r"\b(?:world|youth|society|generations?|people|leaders|children|citizens|teachers|voters) of $"
)


def deictic(company: Company) -> bool:
    """A paper or a programme may be called "Today"."""
    if _OUR_DAYS.match(company.after) or _OF_OUR_DAYS.search(company.before):
        return False
    if company.said[0].isupper() and re.match(r" (?:program(?:me)?|show|newspaper|magazine)\b", company.after):
        return False
    if company.said.isupper():
        return re.search("[a-z]", company.before + company.after) is None
    return company.said[0].islower() or not re.search(r"[A-Z]\w+ $", company.before)


def decade(company: Company) -> bool:
    """Read "the twenties" as a decade: not "in his twenties"."""
    return re.search(r"\b(?:his|her|their|in mid)[- ](?:early |late |mid-?)?$", company.before) is None


def named_decade(company: Company) -> bool:
    """Read "in the nineties" as a decade: not as degrees or an age."""
    if re.search(r"\b(?:degrees|temperatures?|highs?|lows?|aged?|into)\b", company.before + company.after, re.I):
        return False
    return re.search(r"\b(?:in|of|during|since|until|from|through|throughout) $", company.before, re.I) is not None


def century(company: Company) -> bool:
    """Read "the 20th century": not the company of that name."""
    return re.match(r" +[A-Z][a-z]+ +(?:Fox|Fund)", company.after) is None


_PART_BEFORE = re.compile(r"\b(?:at|around|about|by|before|after|one|until|from|to) +$", re.I)
_PART_AFTER_THE = re.compile(r"\b(?:in|during|by|before|after|until|through|from) +$", re.I)


def part(company: Company) -> bool:
    """A part of a day without a day: "at night", "in the morning"."""
    if re.match(r"(?:earlier|later|early|late) in ", company.said, re.I):
        return True
    if company.tokens and company.tokens[-1].child("relcl") is not None:
        # "Tapes of the night the bridge fell": another night than any that was told.
        return False
    the = company.said.lower().startswith("the ")
    staged = the or re.match("(?:early|late|mid)[- ]", company.said, re.I)
    before = _PART_AFTER_THE if staged else _PART_BEFORE
    return before.search(company.before) is not None and not re.match(
        r"(?:-| (?:from|between) .*\d| (?:club|vision|prayer|shift|school|star|newspaper|raids?|paper|watch|talk|news|"
        r"fighting))",
        company.after,
    )


def clock(company: Company) -> bool:
    """Read "10:35" as a time of day: not a verse ("Romans 8:31")."""
    previous = company.previous
    if company.said.lower() in words.CLOCK_WORDS and re.search(r"\ban? (?:[a-z]+ )?$", company.before):
        # "A midnight raid" is one of its kind; "at midnight" is a time.
        return False
    if company.said.lower() == "noon" and company.before.lower().endswith(("high ", "high-")):
        # A film, or the hour of a showdown.
        return False
    if not re.fullmatch(r"\d?\d:\d\d", company.said) or previous is None or not company.before.endswith(" "):
        return True
    return previous.pos != "PROPN" or previous.text.rstrip(".") in words.WEEKDAYS | words.MONTHS


# "At 2.46 billion", "at 11.50 euros": an amount.
_AMOUNT = re.compile(
    r" ?(?:million|billion|trillion|percent|per|%|points?|km|kilomet|miles|met|tons?|euros|dollars|lb|kg|[a-z]+s\b)"
)


def pointed_clock(company: Company) -> bool:
    """Read "22.20" as a time of day: "at 22.20"; not an amount."""
    if _AMOUNT.match(company.after):
        return False
    if re.match(r"\d\.", company.said):
        # "about 0.55 share"; a clock would show 00.55.
        return re.search(r"\bat (?:about |around )?$", company.before) is not None
    ranged = re.search(r"\b(?:between|from) \d?\d[.:]\d\d (?:and|to) $", company.before) is not None or (
        company.before.lower().endswith("between ") and re.match(r" and \d?\d[.:]\d\d", company.after) is not None
    )
    before = re.search(
        r"\b(?:at|by|around|about|from|until|till|after|before)(?: (?:about|around))? +$", company.before, re.I
    )
    return ranged or before is not None
