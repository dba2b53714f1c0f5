"""Who takes part in a talk that its sentence tells beside another deed, and on what day."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Event


def talks(found: Callable[..., Found], text: str) -> list[Event]:
    return [one for one in found(text, upto="events").events if one.type == "CONSULT"]


def company(event: Event) -> list[str]:
    return [link.span.text for link in event.initiators if link.span]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "During a phone call on Wednesday evening, President Mara Lind told Prime Minister Osei Kwarteng "
            "that the dam would stay closed.",
            ["President Mara Lind", "Prime Minister Osei Kwarteng"],
        ),
        (
            "Chancellor Ruth Amsel, whose conversation with President Tariq Aziz on 4 March lasted an hour, resigned.",
            ["Chancellor Ruth Amsel", "President Tariq Aziz"],
        ),
        (
            "King Idris asked President Lucia Moro by telephone on Monday to send observers.",
            ["King Idris", "President Lucia Moro"],
        ),
        (
            "At a meeting on Tuesday in Tunis, President Aldo Ferri promised aid to Chancellor Ruth Amsel.",
            ["President Aldo Ferri", "Chancellor Ruth Amsel"],
        ),
    ],
)
def test_the_clause_around_a_talk_tells_who_took_part(found: Callable[..., Found], text: str, who: list[str]) -> None:
    [talk] = talks(found, text)
    assert company(talk) == who


@pytest.mark.parametrize(
    "text",
    [
        "The villagers learned the news by telephone on Monday.",
        "General Otto Brandt said on Monday that he had learned of the attack by telephone.",
        "The minister saw heavy smoke for two hours on Monday.",
    ],
)
def test_a_telephone_or_a_sight_alone_is_no_talk(found: Callable[..., Found], text: str) -> None:
    assert talks(found, text) == []


def test_a_day_that_the_parse_hangs_on_how_long_they_talked_is_the_talks(found: Callable[..., Found]) -> None:
    [talk] = talks(
        found, "President Mwai Otieno spoke by phone for 40 minutes on 3 May 2031 with Prime Minister Lars Holm."
    )
    assert talk.happened.earliest == "2031-05-03"


def test_who_arranged_a_truce_is_its_broker_whatever_stands_between(found: Callable[..., Found]) -> None:
    text = "A truce between the authorities in Harare and the rebels, negotiated by Kenya, took effect on Monday."
    told = found(text, upto="events").events
    assert [company(one) for one in told if one.rule == "event: truce brokered"] == [["Kenya"]]


def test_what_two_armies_negotiated_has_no_broker(found: Callable[..., Found]) -> None:
    told = found("A truce negotiated by the two armies held on Monday.", upto="events").events
    assert all(one.rule != "event: truce brokered" for one in told)


def test_what_somebody_did_later_was_on_the_same_day(found: Callable[..., Found]) -> None:
    text = (
        "Defence Minister Ruth Amsel inspected the harbour of Zinder on Wednesday. "
        "She later received the Danish ambassador, Ove Lund, at her ministry."
    )
    [met] = [one for one in found(text, "2031-05-16", upto="events").events if one.mode == "meeting"]
    assert met.happened.earliest == "2031-05-14"


def test_two_leaders_who_spoke_are_the_two_told_of_before(found: Callable[..., Found]) -> None:
    text = (
        "President Aldo Ferri and Chancellor Ruth Amsel agreed by telephone that the border would open. "
        "The two leaders spoke on Saturday."
    )
    last = [one for one in found(text, "2031-05-16", upto="events").events if one.type == "CONSULT"][-1]
    assert (last.happened.known, len({link.mention for link in last.initiators})) == (True, 2)


def test_the_ministers_of_two_countries_are_the_persons_named(found: Callable[..., Found]) -> None:
    [call] = talks(found, "The foreign ministers of both countries, Ana Lopo and Ivo Tarr, met on Tuesday.")
    assert company(call) == ["Ana Lopo", "Ivo Tarr"]


@pytest.mark.parametrize(
    ("who", "meant"),
    [
        ("the envoys of the European Union", ["the European Union"]),
        ("the armies of Togo and Benin", ["Togo", "Benin"]),
    ],
)
def test_those_who_speak_for_several_powers_stand_for_them(
    found: Callable[..., Found], who: str, meant: list[str]
) -> None:
    (signed,) = found(f"A pact was signed by {who} in Accra.", upto="events").events
    assert company(signed) == meant


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (
            "The minister Ada Brandt briefed the council on phone talks with the leaders of Togo and Benin.",
            "The minister",
        ),
        ("President Aldo Ferri told deputies about talks with Togo and Benin.", "President Aldo Ferri"),
        ("Aldo Ferri spoke after meetings with the envoys of Togo and Benin.", "Aldo Ferri"),
    ],
)
def test_those_with_whom_somebody_talked_did_not_talk_with_each_other(
    found: Callable[..., Found], text: str, host: str
) -> None:
    told = [company(one) for one in found(text, upto="events").events if one.type == "CONSULT"]
    assert told and all(any(host in name for name in names) for names in told)


def test_those_who_talk_with_each_other_have_no_further_host(found: Callable[..., Found]) -> None:
    told = found("President Aldo Ferri spoke of the talks between Togo and Benin on Tuesday.", upto="events").events
    assert [company(one) for one in told if one.type == "CONSULT"] == [["Togo", "Benin"]]


@pytest.mark.parametrize(
    "text",
    [
        "The pact covers territory internationally recognised as part of Benin.",
        "He spoke of the lands recognized as Togolese.",
    ],
)
def test_land_that_is_recognised_as_somebodys_is_no_deed(found: Callable[..., Found], text: str) -> None:
    assert not [one for one in found(text, upto="events").events if one.type == "SUPPORT"]
