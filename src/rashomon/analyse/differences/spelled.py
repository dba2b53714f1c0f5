"""Numbers below a hundred as they are written, in digits or in words."""

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ONES += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def number_in(word: str) -> int | None:
    """A number in digits or in words below a hundred; nothing for other words.

    >>> number_in("27"), number_in("twenty-seven"), number_in("nine"), number_in("several")
    (27, 27, 9, None)
    """
    if word.isdigit():
        return int(word)
    tens, _, ones = word.casefold().partition("-")
    if tens in _TENS:
        return 10 * (_TENS.index(tens) + 2) + (_ONES.index(ones) + 1 if ones in _ONES else 0)
    return _ONES.index(tens) + 1 if tens in _ONES and not ones else None
