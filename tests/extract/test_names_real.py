"""Names as pages hold them: letters that stand for nobody, companies, bodies with "and", rulers, towns, datelines."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found

Extract = Callable[..., Found]


def types(found: Found) -> dict[str, str | None]:
    """The type of each name by its words, that of the last mention."""
    return {one.evidence[0].text: one.type for one in found.mentions if one.form in ("name", "demonym")}


@pytest.mark.parametrize(
    ("text", "letters", "type_"),
    [
        ("The RDK said on Monday that its men had left Corvo.", "RDK", "organisation"),
        ("Two officials went to see a spokesman for the VLU in Corvo.", "VLU", "organisation"),
        ("The dam was blown up by the NTF, witnesses told us.", "NTF", "organisation"),
        ("He wrote down the NTF of the lamp, and a QRT reading of 12.", "QRT", None),
        ("We bought bread, XFO and salt in the old market.", "XFO", None),
        ("A man with a low IQ sat beside the PC all day.", "IQ", None),
    ],
)
def test_letters_are_a_body_where_they_are_used_as_one(
    found: Extract, text: str, letters: str, type_: str | None
) -> None:
    assert types(found(text, upto="names")).get(letters) == type_


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The oil firm Torvane said its wells at Corvo were dry.", "Torvane"),
        ("On Monday Torvane, the country's largest shipping company, lost two tankers.", "Torvane"),
        ("Small companies such as Belloch, Torvane and Quist left the port.", "Quist"),
        ("Workers of Quist Corp left the port on Monday.", "Quist Corp"),
    ],
)
def test_a_name_that_is_called_a_company_is_one(found: Extract, text: str, name: str) -> None:
    assert types(found(text, upto="names"))[name] == "organisation"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Peace and Security Council met in Corvo.", "Peace and Security Council"),
        ("Fighters of the Justice and Unity Movement left.", "Justice and Unity Movement"),
        ("She teaches at the University of Texas and writes.", "University of Texas"),
        ("The House of Representatives voted on the budget.", "House of Representatives"),
        ("The World News Safety Institute counted nine dead reporters.", "World News Safety Institute"),
    ],
)
def test_a_body_is_named_in_full(found: Extract, text: str, name: str) -> None:
    assert name in types(found(text, upto="names"))


def test_two_bodies_are_not_made_one(found: Extract) -> None:
    told = types(
        found("Parliament and Security Council members met the Army and Foreign Ministry chiefs.", upto="names")
    )
    assert not any(" and " in name for name in told)


@pytest.mark.parametrize(
    "text",
    [
        "The Clinton administration said no. Clinton was in Paris, where the Clinton team met him.",
        "President Clinton smiled. The Clinton years were over, said the Clinton camp.",
        "Blame fell on the Clinton regime, and Clinton resigned.",
    ],
)
def test_a_ruler_with_the_name_of_a_town_is_a_person(found: Extract, text: str) -> None:
    assert types(found(text, upto="names"))["Clinton"] == "person"


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("France waited. Lyon went through two bad winters, and Lyon has seen worse than France.", "Lyon", "place"),
        ("Nairobi, Kenya (Nordwire) -- Nothing moved on Monday.", "Nairobi", "place"),
        ("NAIROBI | Mon May 2, 2031 4:10 pm GMT\n\nNothing moved on Monday.", "NAIROBI", "place"),
        ("Rebels took Ras Belhan and Wadi Surr on Monday.", "Ras Belhan", "place"),
    ],
)
def test_a_town_is_no_government(found: Extract, text: str, name: str, type_: str) -> None:
    assert types(found(text, upto="names"))[name] == type_


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Secretary-General Pak Sol-min said that aid would come.", "Pak Sol-min"),
        ("The envoy, Han Jae-sok, left on Monday.", "Han Jae-sok"),
        ("The minister's son, Salif al-Arab Doru, was killed.", "Salif al-Arab Doru"),
    ],
)
def test_a_hyphen_inside_a_name_does_not_end_it(found: Extract, text: str, name: str) -> None:
    assert types(found(text, upto="names"))[name] == "person"


def test_a_hyphen_behind_a_name_does(found: Extract) -> None:
    told = types(found("The Pak Sol-led cabinet and the Han Jae-style suit were mocked.", upto="names"))
    assert not any(name.endswith(("-led", "-style")) for name in told)
