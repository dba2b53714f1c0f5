"""Pledges, positions and relations in the words of wars nobody wrote rules for."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Link, Pledge, Position, Relation

Extract = Callable[..., Found]


def said(links: tuple[Link, ...]) -> list[str]:
    return [link.span.text for link in links if link.span]


def relations_in(found: Extract, text: str) -> list[tuple[str, str, str]]:
    told = [one for one in found(text).all() if isinstance(one, Relation)]
    return [("+".join(said(one.subject)), one.type, "+".join(said(one.object))) for one in told]


def positions_in(found: Extract, text: str) -> list[tuple[str, str]]:
    told = [one for one in found(text, upto="positions").all() if isinstance(one, Position)]
    return [(one.stance, one.issue[0].text) for one in told]


def pledges_in(found: Extract, text: str) -> list[Pledge]:
    return [one for one in found(text, upto="pledges").all() if isinstance(one, Pledge)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("France and Mali support Chad.", ("France+Mali", "supports", "Chad")),
        ("Egypt, Qatar and Oman back Chad.", ("Egypt+Qatar+Oman", "supports", "Chad")),
        ("The Danube Wolves, a militia, are led by Miro Gruic.", ("Miro Gruic", "leads", "The Danube Wolves")),
        ("Turkey has armed and paid Chad for years.", ("Turkey", "arms", "Chad")),
        ("Britain suspended $34 million in aid to Rwanda on Nov. 30.", ("Britain", "sanctions", "Rwanda")),
        ("Norway has suspended all trade with Bolivia.", ("Norway", "sanctions", "Bolivia")),
        (
            "The European Union on Monday imposed sanctions on three shipping companies.",
            ("The European Union", "sanctions", "three shipping companies"),
        ),
        (
            "The war between Peru and Chad goes on. The truce, reached with the mediation of Kenya, holds.",
            ("Kenya", "mediates between", "Peru+Chad"),
        ),
        (
            "Peru and Chad signed a truce brokered by Kenya.",
            ("Kenya", "mediates between", "Peru+Chad"),
        ),
        (
            "The war between Peru and Chad goes on. Kenya, which brokered it, has left.",
            ("Kenya", "mediates between", "Peru+Chad"),
        ),
        (
            "OLF spokesman Brigadier General Hamid Zeidan said so. The OLF is a rebel front.",
            ("Hamid Zeidan", "speaks for", "OLF"),
        ),
    ],
)
def test_relation(found: Extract, text: str, told: tuple[str, str, str]) -> None:
    assert told in relations_in(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chad came back on Monday.",
        "The Beatles were led by Jon Ruud.",
        "Former OLF spokesman Brigadier General Hamid Zeidan said so. The OLF is a rebel front.",
        "A book was written under the auspices of Kenya.",
        "Norway has suspended talks with Bolivia.",
    ],
)
def test_no_relation(found: Extract, text: str) -> None:
    assert relations_in(found, text) == []


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "President Jon Ruud of Chad spoke. Chad, the President added, would respect any truce"
            " which the other side respected.",
            "which the other side respected",
        ),
        (
            "Chad, Foreign Minister Jon Ruud declared, would close the base to any state that used it for a war.",
            "that used it for a war",
        ),
        (
            "President Ruud of Chad said not a soldier would be moved before Libya had stopped arming the rebels.",
            "before Libya had stopped arming the rebels",
        ),
        (
            "Foreign Minister Jon Ruud of Chad spoke. If the matter is proved, he cautioned, that state"
            " will have no place in any force of observers.",
            "If the matter is proved",
        ),
    ],
)
def test_pledge(found: Extract, text: str, condition: str) -> None:
    (pledge,) = pledges_in(found, text)
    assert pledge.condition[0].text == condition


def test_whoever_acts_is_bound_by_a_pledge(found: Extract) -> None:
    text = "Ruud spoke for an hour. If the raids go on, warned General Jon Ruud, Chad will close the border."
    (pledge,) = pledges_in(found, text)
    assert said(pledge.by) == ["General Jon Ruud", "Chad"]


def test_anybody_sells_to_whoever_comes(found: Extract) -> None:
    assert pledges_in(found, "A farmer said he would sell his cow to any man who came.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad remains faithful to the Torval Accords.", ("supports", "the Torval Accords")),
        ("Chad, President Jon Ruud said, will be faithful to its signature.", ("supports", "its signature")),
        ("Niger is loyal to the truce of May.", ("supports", "the truce of May")),
    ],
)
def test_faithful(found: Extract, text: str, told: tuple[str, str]) -> None:
    assert told in positions_in(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger have yet to agree on a border.",
        "Chad's president agreed with Niger's on a truce.",
        "The soldiers stood beyond the line that Chad had agreed to respect.",
        "President Jon Ruud of Chad is loyal to his wife.",
        "President Jon Ruud of Chad said the army would stop where it stood if the rebels laid down their arms.",
    ],
)
def test_no_position(found: Extract, text: str) -> None:
    assert [one for one in positions_in(found, text) if one[0] in ("accepts", "demands", "supports")] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Chad's delegates demanded on Friday that Niger withdraw; President Jon Ruud of Niger rejected that.",
            ("rejects", "Niger withdraw"),
        ),
        ("Niger offered a vote by May. Chad refused that.", ("rejects", "a vote")),
        ("Niger demanded a vote. Chad accepted that.", ("accepts", "a vote")),
    ],
)
def test_answers_to_that(found: Extract, text: str, told: tuple[str, str]) -> None:
    assert told in positions_in(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad asked Mali for fuel. Niger rejected that charge.",
        "Ada Holt said the pilot had lied; Chad rejected that.",
        "Each side shall open its roads to the Red Cross, Chad's minister Jon Ruud said.",
    ],
)
def test_no_answers(found: Extract, text: str) -> None:
    assert [one for one in positions_in(found, text) if one[0] in ("rejects", "offers")] == []


def test_terms_are_told_with_what_is_accepted(found: Extract) -> None:
    text = "Chad, President Jon Ruud said, will accept observers, provided that they are unarmed."
    assert [stance for stance, _ in positions_in(found, text)] == ["accepts"]
