"""Whose an office is by the words beside it, who is part of what body, who signed a pact, who holds a stance."""

from collections.abc import Callable, Sequence

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Link, Pledge, Position, Relation

Extract = Callable[..., Found]


def texts(links: Sequence[Link]) -> list[str]:
    return [link.span.text for link in links if link.span]


@pytest.mark.parametrize(
    ("text", "subject", "type", "object"),
    [
        ("The Harbour Front's secretary-general, Lena Moss, spoke in Oslo.", "Lena Moss", "leads", "Harbour Front"),
        ("Ada Brandt, press secretary to President Kuhn, denied it.", "Ada Brandt", "speaks for", "Kuhn"),
        ("The rebels of the Western Front gave another account. Their commander, Sergeant Nils Moss, said so.",
         "Nils Moss", "leads", "the Western Front"),
        ("Sweden's president Ada Kuhn told her Danish counterpart, Nils Moss, that it was over.", "Nils Moss", "leads",
         "Danish"),
        ("The pact was signed by the ambassadors of Chile and Peru, Juan Moss and Ana Ruiz, in Lima.", "Ana Ruiz",
         "speaks for", "Peru"),
        ("It was signed by the envoys Juan Moss, of Chile, and Ana Ruiz, of Peru.", "Juan Moss", "speaks for", "Chile"),
        ("The representative of the Western Front, Lena Moss, asked for a day.", "Lena Moss", "speaks for",
         "Western Front"),
        ("LIMA, 4 May 1999 (ANS).- The Head of State, Juan Moss Ortega, welcomed the truce. Peru has won.",
         "Juan Moss Ortega", "leads", "Peru"),
        ("The Ministry of Trade met. An officer at the Ministry of Defence told reporters that it was over.",
         "An officer", "part of", "Ministry of Defence"),
        ("It was closed, says a clerk in the Presidency who was there.", "a clerk", "part of", "Presidency"),
        ("One of the members of the family fled. An army spokesman said the road was open.", "An army spokesman",
         "speaks for", "army"),
        ("France has withheld shells from Chad since May.", "France", "sanctions", "Chad"),
    ],
)  # fmt: skip
def test_whose_an_office_is(found: Extract, text: str, subject: str, type: str, object: str) -> None:
    made = [one for one in found(text).all() if isinstance(one, Relation)]
    assert (subject, type, object) in [(texts(one.subject)[0], one.type, texts(one.object)[0]) for one in made]


@pytest.mark.parametrize(
    "text",
    [
        "A European ambassador said the road was open.",
        "Nils Moss, a former Danish ambassador, is mediating.",
        "Peru's ambassador left.",
        "The soldiers of the brigade fled. A man in the street told reporters that it was over.",
    ],
)
def test_nobody_in_particular_speaks_for_a_state(found: Extract, text: str) -> None:
    assert not [one for one in found(text).all() if isinstance(one, Relation)]


def test_a_halt_of_arms_to_both_is_one_to_the_two_at_war(found: Extract) -> None:
    text = "The war between Chile and Peru goes on. Norway has suspended arms deliveries to both countries."
    made = [one for one in found(text).all() if isinstance(one, Relation) and one.type == "sanctions"]
    assert [len(one.object) for one in made] == [2]


_SIGNED = (
    "Peru is glad. The accord signed in Quito by the ambassadors of Chile and Peru, Juan Moss and Ana Ruiz, is good. "
)


@pytest.mark.parametrize(
    ("text", "form", "by"),
    [
        (f"{_SIGNED}It applies to all units on the ridge, and convoys of food are exempt.", "pact", ["Chile", "Peru"]),
        (f"{_SIGNED}The accord covers every post save those at Tarn.", "pact", ["Chile", "Peru"]),
        ("We hear of a pact by which Kenya and Ethiopia have been bound to assist one another.",
         "pact", ["Kenya", "Ethiopia"]),
        ("The ECOWAS protocol of 1981 on mutual assistance obliges every member to help.", "pact", ["ECOWAS"]),
        ("General Juan Moss has given the men shut in at Tarn until six o'clock on Saturday to come out.",
         "ultimatum", ["General Juan Moss"]),
        ("So be it. Adjutant Siaka Moss has given the garrison surrounded at Tarn until noon on Friday to come out.",
         "ultimatum", ["Adjutant Siaka Moss"]),
        ("Those who remain have had word from Major-General Eyal Moss that they have until noon on Friday to walk out.",
         "ultimatum", ["Major-General Eyal Moss"]),
        ("President Juan Moss of Chile ruled out any deal until the last gun had been removed from Tarn.", "until",
         ["President Juan Moss of Chile", "Chile"]),
        ("Lima said it will bring home six of its ships, provided that no tanker is attacked until then.",
         "if", ["Lima"]),
    ],
)  # fmt: skip
def test_who_is_bound(found: Extract, text: str, form: str, by: list[str]) -> None:
    made = [one for one in found(text).all() if isinstance(one, Pledge)]
    assert (form, by) in [(one.form, texts(one.by)) for one in made]


def test_what_a_pact_leaves_out_is_told_with_it(found: Extract) -> None:
    text = f"{_SIGNED}It applies to all armed groups; convoys of food are exempt."
    (made,) = (one for one in found(text).all() if isinstance(one, Pledge))
    assert [span.text for span in made.exempts] == ["convoys of food"]


@pytest.mark.parametrize(
    "text", ["The Front will talk to anybody, tomorrow if need be.", "We will fight if necessary."]
)
def test_set_phrases_are_no_condition(found: Extract, text: str) -> None:
    assert not [one for one in found(text).all() if isinstance(one, Pledge)]


@pytest.mark.parametrize(
    ("text", "holder", "stance", "issue"),
    [
        ("Foreign Minister Ana Moss of Chile spoke. Moss said Chile accepted the timetable.",
         ["Moss", "Chile"], "accepts", "the timetable"),
        ("Foreign Minister Ana Moss of Chile spoke. Moss expressed Chile's consent to the timing.",
         ["Moss", "Chile"], "accepts", "the timing"),
        ("Ana Moss, Chile's foreign minister, said that the programme had Chile's assent.",
         ["Ana Moss, Chile's foreign minister", "Chile"], "accepts", "the programme"),
        ("Peru's President Juan Moss met President Lund of Norway, who had obtained from Mr Kuhn, the Chilean leader, "
         "his assent to the final text.", ["Mr Kuhn", "Chilean"], "accepts", "the final text"),
        ("Lima has always refused to talk to the government of Chile.", ["Lima"], "rejects",
         "to talk to the government of Chile"),
        ("President Ana Moss of Chile welcomed the cessation of arms.",
         ["President Ana Moss of Chile", "Chile"], "supports", "the cessation of arms"),
        ("The Head of State, Ana Moss, welcomed on Monday the cessation of hostilities signed an hour before.",
         ["The Head of State"], "supports", "the cessation of hostilities"),
        ("It will accept foreign soldiers on the line, Secretary-General Juan Moss told reporters.",
         ["Secretary-General Juan Moss"], "accepts", "foreign soldiers"),
        ("Premier Ana Moss of Ethiopia spoke. Ethiopia, said the Prime Minister, will carry out what it has signed.",
         ["the Prime Minister", "Ethiopia"], "accepts", "carry out what it has signed"),
        ("Foreign Minister Ana Moss said that Chile could put up with a shared post.",
         ["Foreign Minister Ana Moss", "Chile"], "accepts", "a shared post"),
    ],
)  # fmt: skip
def test_who_holds_a_stance(found: Extract, text: str, holder: list[str], stance: str, issue: str) -> None:
    made = [one for one in found(text).all() if isinstance(one, Position)]
    assert (holder, stance, [issue]) in [
        (texts(one.holder), one.stance, [span.text for span in one.issue]) for one in made
    ]


def test_both_governments_are_the_two_at_war(found: Extract) -> None:
    text = "The war between Chile and Peru goes on. Both governments accepted a truce in May."
    assert [len(one.holder) for one in found(text).all() if isinstance(one, Position)] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "Chile's army accepted that a second jet had been lost.",
        "The Malagasy side asked for the line.",
    ],
)
def test_what_is_no_stance(found: Extract, text: str) -> None:
    assert not [one for one in found(text).all() if isinstance(one, Position)]
