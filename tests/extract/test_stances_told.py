"""Pledges, positions and relations as news tells them: in reported speech, over two sentences, in clefts."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Link, Pledge, Position, Relation

Extract = Callable[..., Found]


def texts(links: tuple[Link, ...]) -> list[str]:
    return [link.span.text for link in links if link.span]


def pledges_in(found: Extract, text: str) -> list[Pledge]:
    return [one for one in found(text).all() if isinstance(one, Pledge)]


def positions_in(found: Extract, text: str) -> list[Position]:
    return [one for one in found(text).all() if isinstance(one, Position)]


def relations_in(found: Extract, text: str) -> list[tuple[list[str], str, list[str]]]:
    relations = (one for one in found(text).all() if isinstance(one, Relation))
    return [(texts(one.subject), one.type, texts(one.object)) for one in relations]


@pytest.mark.parametrize(
    ("text", "form", "response"),
    [
        (
            "If Chile broke the truce, Peruvian Defence Minister Ina Holt said, the reply would be immediate.",
            "if", "the reply would be immediate",
        ),
        (
            "If the harbour of Lask was shelled again, President Dorn warned, Chilean rockets would fall on the wells.",
            "if", "Chilean rockets would fall on the wells",
        ),
        (
            "If Chile sent its jets over, Foreign Minister Asel Dorn of Peru said, Peru would go to the council.",
            "if", "Peru would go to the council",
        ),
        (
            "If Peru had not accounted by July 15 for the planes, Chilean Foreign Minister Ove Lund said, "
            "Chile would recall its envoy.",
            "ultimatum", "Chile would recall its envoy",
        ),
    ],
)  # fmt: skip
def test_threats_told_by_what_others_get(found: Extract, text: str, form: str, response: str) -> None:
    (pledge,) = pledges_in(found, text)
    assert (pledge.form, [span.text for span in pledge.response]) == (form, [response])


@pytest.mark.parametrize(
    "text",
    [
        "If it rained again, a farmer in Lask said, the river would rise.",
        "If the dam broke, engineer Ina Holt said, the valley would suffer.",
        "Chile was ready to talk, softer than in June, when it ruled that out.",
    ],
)
def test_forecasts_and_what_was_then_are_none(found: Extract, text: str) -> None:
    assert pledges_in(found, text) == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "In an address on Friday, Peruvian President Alan Barr gave the Front until noon on Wednesday. "
            "If it did not name a date by then, he said, the army would take the camp.",
            ["Peruvian President Alan Barr", "Peruvian"],
        ),
        (
            "Chilean Colonel Ove Lund said the men in the fort were few. They have until noon on Friday to go. "
            "\"After that I will not be counting,\" he said.",
            ["he", "Chilean"],
        ),
    ],
)  # fmt: skip
def test_ultimatums_over_two_sentences(found: Extract, text: str, by: list[str]) -> None:
    (pledge,) = [one for one in pledges_in(found, text) if one.form == "ultimatum"]
    assert texts(pledge.by) == by


@pytest.mark.parametrize(
    ("text", "by", "exempts"),
    [
        (
            "Peru and Chile agreed to a truce on Monday. It covers all units along the frontier; fishermen of both "
            "countries working under the old agreement are exempted.",
            ["Peru", "Chile"], "fishermen of both countries working under the old agreement",
        ),
        ("Chile stopped its aid to Peru on 3 June, all but the wheat.", ["Chile"], "the wheat"),
        (
            "The amnesty decreed by the president of Chile covers all who lay down their arms; twelve leaders of the "
            "mutiny are excluded.",
            ["the president of Chile"], "twelve leaders of the mutiny",
        ),
    ],
)  # fmt: skip
def test_exemptions(found: Extract, text: str, by: list[str], exempts: str) -> None:
    told = [one for one in pledges_in(found, text) if one.form == "exemption"]
    assert [(texts(one.by), [span.text for span in one.exempts]) for one in told] == [(by, [exempts])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Treaty of Lask of 1947 obliges every member to come to the aid of any other.", "Treaty of Lask"),
        ("The Andean pact of 1950 obliges every member to defend any other under attack.", "Andean pact"),
        ("The treaty of Sarn, which binds its members to defend one another, is silent on mutinies.", "treaty of Sarn"),
    ],
)
def test_a_pact_of_unnamed_members_is_by_its_own_name(found: Extract, text: str, name: str) -> None:
    pacts = [one for one in pledges_in(found, text) if one.form == "pact"]
    assert [texts(one.by) for one in pacts] == [[name]]


@pytest.mark.parametrize(
    ("text", "holder", "stance", "issue"),
    [
        (
            "What Peru will not do is sit down in a foreign capital as long as one camp is held, Foreign Minister "
            "Ina Holt said.",
            ["Foreign Minister Ina Holt", "Peru"], "rejects", "sit down in a foreign capital",
        ),
        (
            "What Chile cannot accept is a withdrawal before the verdict; that, Foreign Minister Ina Holt said, is a "
            "line no Chilean government will cross.",
            ["Foreign Minister Ina Holt", "Chile"], "rejects", "a withdrawal",
        ),
        ("Peru says it will not pay ransom.", ["Peru"], "rejects", "pay ransom"),
        ("Chile considers the measure contrary to the treaty.", ["Chile"], "rejects", "the measure"),
        ("Chile has ruled out sharing the valley with anyone.", ["Chile"], "rejects", "sharing the valley with anyone"),
        ("Malaysia said it must be honoured in full.", ["Malaysia"], "demands", "it must be honoured in full"),
    ],
)  # fmt: skip
def test_refusals_and_demands_in_other_words(
    found: Extract, text: str, holder: list[str], stance: str, issue: str
) -> None:
    told = [(texts(one.holder), one.stance, [span.text for span in one.issue]) for one in positions_in(found, text)]
    assert (holder, stance, [issue]) in told


@pytest.mark.parametrize(
    ("text", "holder", "stance"),
    [
        ("Peru asked Chile to prolong the truce. Chile declined.", "Chile", "rejects"),
        ("Peru offered to exchange the prisoners. Chile accepted.", "Chile", "accepts"),
        ("Mali demanded that Niger withdraw. Niger refused.", "Niger", "rejects"),
    ],
)
def test_answers_take_their_matter_from_the_sentence_before(
    found: Extract, text: str, holder: str, stance: str
) -> None:
    asked, answered = positions_in(found, text)
    assert (texts(answered.holder), answered.stance) == ([holder], stance)
    assert answered.issue == asked.issue


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile agreed to meet again in June.",
        "Chile had agreed to admit a first team of observers.",
        "The president of Peru ordered his forces to hold their fire.",
        "The general ordered the inhabitants to stay indoors.",
    ],
)
def test_what_happens_by_agreement_or_order_is_no_position(found: Extract, text: str) -> None:
    assert positions_in(found, text) == []


@pytest.mark.parametrize(
    ("text", "subject", "type", "object"),
    [
        ("Twelve observers arrived on Monday. Their commander, General Ove Lund, was pleased.",
         "Ove Lund", "leads", "Twelve observers"),
        ("The general staff counts 40 dead. Its spokesman, Colonel Asel Dorn, gave no names.",
         "Asel Dorn", "speaks for", "The general staff"),
        ("General Ove Lund, who commands the southern sector, spoke to the papers.",
         "General Ove Lund", "leads", "the southern sector"),
        ("Reporters met the leader of the northern delegation, Mr Asel Dorn, in Lima.",
         "Asel Dorn", "leads", "the northern delegation"),
    ],
)  # fmt: skip
def test_offices_of_those_told_before(found: Extract, text: str, subject: str, type: str, object: str) -> None:
    told = [(one[0][-1].removeprefix("General "), one[1], one[2]) for one in relations_in(found, text)]
    assert (subject.removeprefix("General "), type, [object]) in told


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ina Holt of Chile rejected the insinuation.",
        "The president of Peru had promised to keep his troops away.",
        "Chile will send monitors if both sides ask for them, Foreign Minister Ina Holt said.",
        "The president of Peru asked for permission to retreat.",
    ],
)
def test_accounts_and_favours_are_no_policy(found: Extract, text: str) -> None:
    assert [one.stance for one in positions_in(found, text) if one.stance in ("demands", "rejects", "supports")] == []
