"""What stays off a timeline: sums over a stretch of time, cases only put, charges called untrue; and what stays on."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Event

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str) -> list[Event]:
    return list(found(text, "2031-05-02", upto="events").events)


def statuses(found: Extract, text: str, type: str) -> set[str]:
    return {one.status for one in told(found, text) if one.type == type}


@pytest.mark.parametrize(
    "text",
    [
        "Between 8 March and 6 April 37 soldiers gave their lives and 58 were wounded.",
        "The army lowered its estimate of the rebels killed around Tete this winter to about 70.",
        "From 22 March to 4 April the fighting cost the lives of 14 soldiers.",
        "The navy lost two boats and 14 men between Monday and Thursday.",
        "More than half were killed from the air.",
        "The general has shelled that town twice.",
    ],
)
def test_what_many_deeds_came_to_is_a_sum(found: Extract, text: str) -> None:
    assert statuses(found, text, "ASSAULT") == {"aggregate"}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed six people on the Tete road on Thursday.",
        "Two raiders were killed on Friday between noon and two o'clock.",
        "Kenyan troops had killed nine rebels at a farm the previous day.",
        "Forty of them were killed on the bridge.",
        "Kenya's jets struck the camp twice on Monday.",
        "The army reported heavy losses as rebels stormed the base.",
        "Officials reported casualties as mortars hit the market.",
        "The president confirmed the losses as rebels attacked.",
        "The army has attacked the airport and held it for months.",
    ],
)
def test_what_was_done_once_is_no_sum(found: Extract, text: str) -> None:
    made = statuses(found, text, "ASSAULT")
    assert made and made <= {"asserted", "attributed"}


def test_people_driven_out_by_the_thousand_and_money_given_for_years_are_sums(found: Extract) -> None:
    assert statuses(found, "Some 38,000 people have been driven from their homes.", "COERCE") == {"aggregate"}
    assert statuses(found, "Kenya has given the islands some $3 billion since 2019.", "AID") == {"aggregate"}
    assert statuses(found, "All the camps taken since 19 June must be returned.", "COERCE") == {"aggregate"}


@pytest.mark.parametrize(
    ("text", "type", "status"),
    [
        ("Kenya would prolong the pause provided that the Front withdrew its men.", "RETREAT", "hypothetical"),
        ("If, on the other hand, a single bridge is bombed, the war will go on.", "ASSAULT", "hypothetical"),
        ("The council asked for 45 more observers to be deployed.", "RETREAT", "planned"),
        ("The truce was to have expired that night.", "ASSAULT", "negated"),
        ("The men were pulled out in good order before a shot was fired there.", "ASSAULT", "negated"),
        ("The draft agenda includes the withdrawal of Kenyan troops in May.", "RETREAT", "planned"),
    ],
)
def test_what_is_only_put_as_a_case_did_not_happen(found: Extract, text: str, type: str, status: str) -> None:
    assert statuses(found, text, type) == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Reports of the shelling of Tete were dismissed by the army as propaganda.",
        "The minister described the story of the raid on the camp as an invention.",
        "Kenya denied any hand in the ambush.",
        '"It was not our gunners who shelled the market," the general said.',
        '"Whoever attacked at Tete on the 15th did not come from the south," he said.',
        '"The mortars that spoke at Tete on the 14th were not Kenyan," he said.',
        "From Nairobi came denials that its army had shelled the market.",
    ],
)
def test_what_is_called_untrue_is_denied(found: Extract, text: str) -> None:
    assert statuses(found, text, "ASSAULT") == {"denied"}


def test_a_deed_is_not_denied_with_what_is_said_of_those_who_did_it(found: Extract) -> None:
    assert statuses(found, "The two men who attacked the post on Friday were not caught.", "ASSAULT") == {"asserted"}
    assert statuses(found, "The tanks that shelled the post were not new.", "ASSAULT") == {"asserted"}


def test_the_words_of_a_deed_end_with_its_own_clause(found: Extract) -> None:
    text = "Our men did not lose the ridge, they withdrew from it on Monday."
    left = [one.evidence[0].text for one in told(found, text) if one.type == "RETREAT"]
    assert left and all("did not lose" not in one for one in left)
    (beaten,) = told(found, "Although Kenya kept silent, 60 rebels were shot dead at Tete on Monday.")
    assert beaten.evidence[0].text.startswith("60 rebels")
    (signed,) = (
        one
        for one in told(found, "Kenya promised on Monday that it would leave the camps if the rebels did.")
        if one.type == "AGREE"
    )
    assert "leave the camps" in signed.evidence[0].text  # what is promised is part of the promise


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The rebels had opened up with mortars from the Tete road.", "ASSAULT"),
        ("He said the shots came from our side.", "ASSAULT"),
        ("The jets went into action on Monday.", "ASSAULT"),
        ("They used residents as shields.", "COERCE"),
        ("Six mortars were taken from the rebels.", "COERCE"),
        ("The army did not let the convoy through.", "COERCE"),
        ("The rebels announced that their guns would keep silent from noon on Tuesday.", "CONCEDE"),
        ("President Arlo assured the envoy that Kenya would stay out of it.", "AGREE"),
        ("The government refuses to discuss the border before all rebels are disarmed.", "REJECT"),
        ("The militants attempted to assassinate the governor of Tete.", "ASSAULT"),
    ],
)
def test_deeds_of_any_war(found: Extract, text: str, type: str) -> None:
    assert statuses(found, text, type) & {"asserted", "attributed"}


def test_a_refusal_to_say_is_no_refusal_until_then(found: Extract) -> None:
    assert not statuses(found, "Kenya had until then refused to say how many were missing.", "REJECT")


@pytest.mark.parametrize(
    "text",
    [
        "Between 8 March and 6 April, General Lunn disclosed, 37 soldiers gave their lives.",
        "That brings to 41 the number of soldiers who have laid down their lives since the enemy came to the capital.",
        "The bulletin lists seven gunners killed by mines since Sunday.",
        "Kenya is holding more than 5,000 prisoners.",
        "Kenyan jets have bombed the port for eleven months.",
    ],
)
def test_what_came_together_over_time_is_a_sum(found: Extract, text: str) -> None:
    assert statuses(found, text, "ASSAULT") == {"aggregate"}


def test_arms_and_money_given_or_taken_through_a_war_are_sums(found: Extract) -> None:
    assert statuses(found, "Kenya, which has armed the rebels for most of the war, denied it.", "AID") == {"aggregate"}
    assert statuses(found, "Kenya has armed the rebels for years.", "AID") == {"aggregate"}
    assert statuses(found, "Some 315 rifles have been captured from the rebels.", "COERCE") == {"aggregate"}
    assert statuses(found, "Kenyan police have so far seized 200 rifles.", "COERCE") == {"aggregate"}
    assert statuses(found, "The rebels captured 12 rifles from the garrison on Monday.", "COERCE") == {"asserted"}
    assert statuses(found, "Kenyan police have seized 200 rifles hidden in a truck.", "COERCE") == {"asserted"}
    assert statuses(found, "Some 200 rifles have been seized at the port.", "COERCE") == {"asserted"}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("At no time did the rebels besiege the garrison.", "COERCE"),
        ("Under no circumstances did Kenyan troops shell the town.", "ASSAULT"),
        ("Kenyan jets have by no means bombed the harbour.", "ASSAULT"),
        ("Neither side has attacked the town.", "ASSAULT"),
        ("Neither army shelled the port on Monday.", "ASSAULT"),
    ],
)
def test_what_was_done_at_no_time_or_by_neither_is_told_as_not_done(found: Extract, text: str, type: str) -> None:
    assert statuses(found, text, type) == {"negated"}


def test_what_was_done_in_no_time_was_done(found: Extract) -> None:
    assert statuses(found, "In no time Kenyan troops attacked the town.", "ASSAULT") == {"asserted"}
    assert statuses(found, "By no means a small force, the rebels attacked the town.", "ASSAULT") == {"asserted"}


@pytest.mark.parametrize(
    "text",
    [
        "The assertions about the bombing of Tete he called a tale.",
        "He described the claims concerning the shelling of Tete as a hoax.",
        "The accusations regarding the raid on Tete he described as a fable.",
    ],
)
def test_a_deed_of_which_the_telling_is_called_a_tale_is_denied(found: Extract, text: str) -> None:
    assert statuses(found, text, "ASSAULT") == {"denied"}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("A paper provides for both sides to halt and for 45 more observers to be deployed.", "RETREAT"),
        ("The draft would have both armies stay where they are while grain is sent to the towns.", "AID"),
        ("A draft agenda lists a halt to hostilities first and the withdrawal of foreign troops third.", "RETREAT"),
        ("After that the bombardment of Tete begins.", "ASSAULT"),
        ("The president said Kenya would leave on the day the islanders attacked its post.", "ASSAULT"),
    ],
)
def test_what_a_plan_holds_is_not_told_as_done(found: Extract, text: str, type: str) -> None:
    assert statuses(found, text, type) <= {"planned", "hypothetical"}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The museum will open on the day the army captured the town.", "COERCE"),
        ("The Kenyan minister is to visit Malawi while rebels are attacking the border town.", "ASSAULT"),
    ],
)
def test_what_went_before_or_goes_on_beside_a_plan_is_told_as_done(found: Extract, text: str, type: str) -> None:
    assert statuses(found, text, type) == {"asserted"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya threatened to close its ports failing an answer by 1 June.", "hypothetical"),
        ("The rebels threatened to attack the otherwise quiet town.", "asserted"),
        ("The rebels threatened to jail the editor for failing to appear.", "asserted"),
        ("The rebels threatened to kill hostages, but otherwise the day was calm.", "asserted"),
        ("Kenya gave the rebels a deadline of 1 June to leave; failing that, they would be expelled.", "hypothetical"),
        ("“Should this be confirmed, it will have no place at the table,” Kenya warned.", "hypothetical"),
        ("Kenya set the islands a deadline of 1 June; otherwise, it said, it would close the strait.", "hypothetical"),
        ("Kenya threatened to bomb the port on Monday.", "asserted"),
        ("Kenya gave the rebels a deadline of 1 June to leave the port.", "asserted"),
    ],
)
def test_a_threat_on_a_condition_is_of_what_may_be(found: Extract, text: str, status: str) -> None:
    assert statuses(found, text, "THREATEN") == {status}


@pytest.mark.parametrize(
    "text",
    [
        "The visit of President Lunn to Tete, foreseen for 25 May, did not take place and has been left without date.",
        "The visit of President Lunn to Tete did not take place on Monday.",
        "The visit of President Lunn to Tete is planned for 25 May.",
    ],
)
def test_a_visit_that_is_planned_or_fell_through_is_not_told_as_made(found: Extract, text: str) -> None:
    assert not statuses(found, text, "CONSULT") & {"asserted", "attributed"}
    assert statuses(found, "President Lunn's visit to Tete took place on Monday.", "CONSULT") == {"asserted"}
