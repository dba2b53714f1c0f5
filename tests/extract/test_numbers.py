"""Number words as quantities."""

from collections.abc import Callable

import pytest

from rashomon.extract.figures.numbers import Number, numbers
from rashomon.language.analysis import Analysis


@pytest.fixture(scope="session")
def quantities(analysed: Callable[..., Analysis]) -> Callable[[str], list[Number]]:
    def read(text: str) -> list[Number]:
        analysis = analysed(text)
        return [number for sentence in analysis.sentences for number in numbers(analysis.words(sentence))]

    return read


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("They lost 542 men.", 542, 542, "exact"),
        ("They lost 5,000 men.", 5000, 5000, "exact"),
        ("About 1.5 million people fled.", 1_500_000, 1_500_000, "about"),
        ("Two and a half thousand men died.", 2500, 2500, "exact"),
        ("Half a million people fled.", 500_000, 500_000, "about"),
        ("Two hundred and six men died.", 206, 206, "exact"),
        ("One hundred twenty-five thousand men marched.", 125_000, 125_000, "exact"),
        ("Twenty-eight men died.", 28, 28, "exact"),
        ("They sold arms worth 4bn dollars.", 4e9, 4e9, "exact"),
        ("A dozen men died.", 12, 12, "about"),
        ("Six hundred or so men died.", 600, 600, "about"),
        ("More than 50 men died.", 50, None, "at least"),
        ("No fewer than 300 men died.", 300, None, "at least"),
        ("At least another 20 men died.", 20, None, "at least"),
        ("As many as six jets were lost.", None, 6, "at most"),
        ("Fewer than 40 men died.", None, 40, "at most"),
        ("Between 20 and 30 men died.", 20, 30, "exact"),
        ("From 20 to 30 thousand fled; 10 to 15 died.", 10, 15, "exact"),
        ("Two or three men died.", 2, 3, "about"),
        ("Dozens of men died.", None, None, "vague"),
        ("Tens of thousands of men died.", None, None, "vague"),
        ("Several hundred men died.", None, None, "vague"),
    ],
)
def test_reads(quantities: Callable[[str], list[Number]], text: str, low: float, high: float, bound: str) -> None:
    found = quantities(text)[-1]
    assert (found.low, found.high, found.bound) == (low, high, bound)


@pytest.mark.parametrize(
    "text",
    [
        "The MiG-29 flew low.",
        "The council adopted Resolution 242.",
        "A four-day truce began.",
        "It began at 18:30.",
        "The first and the third battalion met.",
        "Communique No. 14 was read out.",
    ],
)
def test_names_are_no_numbers(quantities: Callable[[str], list[Number]], text: str) -> None:
    assert quantities(text) == []


def test_words_that_loosen_belong_to_the_number(quantities: Callable[[str], list[Number]]) -> None:
    (found,) = quantities('They destroyed "at least one" aircraft.')
    assert [token.text for token in found.words] == ["at", "least", "one"]
    assert [token.text for token in found.core] == ["one"]
