"""What is done again and again, or by anybody of a kind: "every summer the shepherds are shot at"."""

from rashomon.language.analysis import Token
from rashomon.language.lexicon import words


def is_habit(verb: Token) -> bool:
    """Whether a verb tells of a habit rather than of one deed.

    In the present any "every" or "usually" makes one; in the past only what comes round with
    the year does, for "shelled every night of the week" tells of that week.
    """
    present = any(one.tag in ("VBZ", "VBP") for one in (verb, *verb.all("aux", "auxpass")))
    present = present and not any(one.lower in ("has", "have", "'ve", "’ve") for one in verb.all("aux"))
    if present and any(one.lower in words("events", "usually") for one in verb.all("advmod")):
        return True
    spans = [*verb.all("npadvmod", "tmod", "nsubj", "nsubjpass"), *verb.all("dobj")]
    spans += [inner for one in spans for inner in one.all("npadvmod", "compound", "nmod")]
    for one in spans:
        # "each spring villagers are kidnapped": the parse may take the season into the subject.
        every = any(inner.lower in ("every", "each") for inner in (*one.all("det"), *one.head.all("det")))
        if one.lemma in words("events", "seasons") and every:
            return True
        if present and one.lemma in words("events", "days") and (every or _is_rate(one)):
            return True
    return False


def _is_rate(span: Token) -> bool:
    """Whether it is so many in each stretch of time ("hundreds a year")."""
    return span.dep == "npadvmod" and any(one.lower in ("a", "per") for one in span.all("det", "prep"))
