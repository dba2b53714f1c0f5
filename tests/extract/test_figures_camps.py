"""Sides that a report tells by what those counted are, or by who counts them."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found

PUBLISHED = "2031-05-15"
REBELS = (
    "Fighters of the Sel Front attacked the town of Osk on Monday. Troops of Peru shelled the Sel Front on Tuesday. "
    "The Sel Front fired back at Peru's army.\n\n"
)
HOME = "LIMA, May 15 (Interwire) - Peru closed its border on Monday. The defence ministry called up men.\n\n"


def side(found: Callable[..., Found], text: str, number: int) -> list[str | None]:
    """What the side of the figure with this number is called by its mention, else by its words."""
    told = found(text, PUBLISHED, upto="figures")
    figure = next(one for one in told.figures if number in (one.low, one.high))
    names = [told.record(link.mention) if link.mention else None for link in figure.side]
    texts = [link.span.text if link.span else None for link in figure.side]
    return [getattr(name, "name", None) or text for name, text in zip(names, texts, strict=True)]


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        (f"{REBELS}Peru's army on Monday cut its estimate of guerrillas killed to about 70.", 70, "Sel Front"),
        (f"{REBELS}Peru's army lowered its count of rebels killed in May to 45.", 45, "Sel Front"),
        (f"{REBELS}The ministry said 38 rebel fighters had been killed.", 38, "Sel Front"),
    ],
)  # fmt: skip
def test_rebels_whom_somebody_counts_are_not_the_counters(
    found: Callable[..., Found], text: str, number: int, name: str
) -> None:
    assert side(found, text, number) == [name]


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The militia lost 26 men killed in the pass.", 26, "The militia"),
        ("The opposition admits to 14 dead.", 14, "The opposition"),
        ("The army said the armed bands had broken the truce 17 times.", 17, "the armed bands"),
    ],
)
def test_bodies_in_arms_are_a_side_by_their_words(
    found: Callable[..., Found], text: str, number: int, words: str
) -> None:
    assert side(found, text, number) == [words]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"{HOME}The ministry says 23 servicemen have died since May 2.", 23),
        (f"{HOME}Two soldiers were shot. The ministry said that 31 guards were wounded.", 31),
        ("Peru's Defence Ministry met. It raised the toll among its own servicemen to 49 dead.", 49),
    ],
)
def test_regulars_are_of_the_state_whose_office_counts_them(
    found: Callable[..., Found], text: str, number: int
) -> None:
    assert any("Peru" in (one or "") for one in side(found, text, number))


@pytest.mark.parametrize(
    ("text", "number", "names"),
    [
        ("Velm denied it. The Sel Front stood by its claim that 120 soldiers had died.", 120, []),
        ("The Peruvian Red Crescent said some 500 refugees were living in tents.", 500, ["refugees"]),
        ("The U.N. agency said 400 people had fled.", 400, []),
    ],
)
def test_a_counter_is_no_side_of_those_it_claims_or_takes_in(
    found: Callable[..., Found], text: str, number: int, names: list[str]
) -> None:
    assert side(found, text, number) == names


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The Peruvian Red Cross said about 900 people had left their homes.", 900),
        ("Peru's interior ministry said 7,000 people were displaced.", 7000),
        ("Some 800 people were driven from their homes, the Peruvian health ministry said.", 800),
    ],
)  # fmt: skip
def test_people_who_fled_are_of_the_state_whose_body_counts_them(
    found: Callable[..., Found], text: str, number: int
) -> None:
    assert side(found, text, number) == ["Peru"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The Peruvian Red Cross said 12,000 people had crossed the border.", 12000),
        ("The Peruvian Red Cross said 2,500 people had fled into the country.", 2500),
        (f"{REBELS}Police arrested 40 opposition supporters.", 40),
    ],
)  # fmt: skip
def test_people_who_come_or_only_hold_with_somebody_are_nobodys(
    found: Callable[..., Found], text: str, number: int
) -> None:
    assert side(found, text, number) == []


def test_a_toll_of_a_relative_clause_is_of_its_losses(found: Callable[..., Found]) -> None:
    text = "Velm made no new claim about Peruvian losses, which it had earlier put at 1,100 dead."
    assert side(found, text, 1100) == ["Peru"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "The chief of the general staff, General Aldo Nerv, specified in turn that the rebels had broken the truce "
            "on 22 occasions.",
            22,
        ),
        (
            "For his part the deputy chief of the staff, Colonel Aldo Nerv, informed journalists that the rebels had "
            "violated the truce of 5 May on 112 occasions.",
            112,
        ),
        (
            "The spokesman of the army, Colonel Aldo Nerv, explained that between Tuesday and Wednesday the rebels "
            "violated the truce 14 times.",
            14,
        ),
    ],
)  # fmt: skip
def test_whoever_announces_counts_whatever_the_parser_makes_of_the_verb(
    found: Callable[..., Found], text: str, number: int
) -> None:
    told = found(text, PUBLISHED, upto="figures")
    figure = next(one for one in told.figures if number in (one.low, one.high))
    counter = figure.according_to[0].span
    assert counter is not None and ("Nerv" in counter.text or "hief" in counter.text or "pokesman" in counter.text)
