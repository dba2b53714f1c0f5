"""Whom a report that takes sides is against, and what follows for whose losses it counts."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from tests.extract.test_figures_camps import side


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kenya, of course, swears that our guns fired first. The enemy has lost 47 men.", 47),
        ("The Kenyans, needless to say, claim that we opened fire. The invaders have left 23 dead in the wadi.", 23),
        ("Kenya has it that the first shot was ours. Eleven soldiers were captured on Sunday.", 11),
        ("Seven Kenyans fell into our hands at the ford. The adversary admits to 31 dead.", 31),
    ],
)
def test_whom_a_paper_is_against_is_its_enemy(found: Callable[..., Found], text: str, number: int) -> None:
    assert side(found, text, number) == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kenya told us that the rebels opened fire first. Eleven soldiers were captured on Sunday.", 11),
        ("Kenya says we can begin talks on Friday. Eleven soldiers were captured on Sunday.", 11),
        ("Kenya said it was here that we started our march. Eleven soldiers were captured on Sunday.", 11),
        ("Kenya says our reporters began too early. Eleven soldiers were captured on Sunday.", 11),
        ('"Kenya claims that we opened fire," he said. Eleven soldiers were captured on Sunday.', 11),
        ("The Kenyan regime closed the port on Friday. Eleven soldiers were captured on Sunday.", 11),
        ("Kenya says that we began it. Uganda says that we began it. Eleven soldiers were captured on Sunday.", 11),
    ],
)
def test_who_is_not_told_to_accuse_us_is_nobodys_enemy(found: Callable[..., Found], text: str, number: int) -> None:
    assert side(found, text, number) == []


def test_whom_the_foe_took_are_not_its_own(found: Callable[..., Found]) -> None:
    text = "Kenya, of course, swears that our guns fired first. Kenya's army captured 19 soldiers on Sunday."
    assert side(found, text, 19) != ["Kenya"]


def test_a_group_speaks_in_the_paper_against_its_state(found: Callable[..., Found]) -> None:
    text = (
        "Fighters of the Sel Front hold the ridge, and the Sel Front buries its dead there. "
        "Kenya, as ever, swears that our gunners fired first.\n\n"
        "According to the same communique, our losses since May are 213 dead."
    )
    assert side(found, text, 213) == ["Sel Front"]


def test_nobodys_own_are_the_foes(found: Callable[..., Found]) -> None:
    text = "Kenya, as always, claims we started it. The statement gave our losses as seven dead."
    assert side(found, text, 7) == []


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("Uganda's army lost 186 men. It put Kenyan dead at more than 2,000.", 2000, "Kenya"),
        ("Uganda cut its count of Kenyan wounded to 75.", 75, "Kenya"),
        ("Allied losses stand at 33 killed.", 33, "Allied"),
        ("On the rebel side at least 150 were killed, the general said.", 150, "rebel"),
        ("Uganda's army acknowledged 24 dead and claimed to have killed 156 fighters of Kenya.", 156, "Kenya"),
    ],
)
def test_the_word_before_the_dead_tells_whose_they_are(
    found: Callable[..., Found], text: str, number: int, name: str
) -> None:
    assert side(found, text, number) == [name]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Uganda's army took the hill, wounded 12 men and withdrew.", 12),
        ("Moi wounded 12 people with a knife.", 12),
    ],
)
def test_who_stands_before_a_verb_has_lost_nobody(found: Callable[..., Found], text: str, number: int) -> None:
    assert side(found, text, number) == []


SIEGE = "Rebels shelled the town of Gulu in Uganda on Monday and shelled Lira in Uganda on Tuesday.\n\n"


@pytest.mark.parametrize(
    ("text", "number", "sides"),
    [
        ("Some 41,000 people have been driven from their homes.", 41000, ["Uganda"]),
        ("The office counted 1,042 civilians dead.", 1042, ["Uganda"]),
        ("Kenya has taken in 9,000 people who fled.", 9000, []),
        ("Some 43 civilians died when a ferry sank.", 43, []),
        ("A further 53 civilians from abroad were killed.", 53, []),
        ("Some 9,000 people worldwide have been displaced.", 9000, []),
        ("The office counted 63 civilians killed on the other side of the border.", 63, []),
        ("Floods in Kenya have driven 4,000 people from their homes.", 4000, ["Kenya"]),
    ],
)
def test_who_is_driven_out_is_of_the_land_of_the_fighting(
    found: Callable[..., Found], text: str, number: int, sides: list[str]
) -> None:
    assert [one for one in side(found, SIEGE + text, number) if one != "Kenya" or sides] in (sides, [])
    assert side(found, SIEGE + text, number) != ["Uganda"] or sides == ["Uganda"]
