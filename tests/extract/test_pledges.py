"""Pledges: conditional commitments, red lines, ultimatums, pacts."""

from collections.abc import Callable

import pytest

from rashomon.extract import EXTRACTORS
from rashomon.extract.found import Found
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Pledge
from rashomon.model.text import Document

Extract = Callable[..., Found]


def pledges_in(found: Extract, text: str) -> list[Pledge]:
    return [one for one in found(text, upto="pledges").all() if isinstance(one, Pledge)]


@pytest.mark.parametrize(
    ("text", "form", "condition", "response"),
    [
        (
            "India will reopen the border once Pakistan hands over the suspects.",
            "if", "once Pakistan hands over the suspects", "India will reopen the border",
        ),
        (
            "Turkish Prime Minister Bulent Ecevit said Turkey would not leave unless Cyprus agreed.",
            "unless", "unless Cyprus agreed", "Turkey would not leave",
        ),
        (
            "There will be no talks until the last hostage is freed, Colombian President Andres Pastrana said.",
            "until", "until the last hostage is freed", "There will be no talks",
        ),
        (
            "Should Libya cross the river, Chad will strike back.",
            "if", "Should Libya cross the river", "Chad will strike back",
        ),
        (
            "\"If our red lines are crossed, we will act,\" Egyptian President Anwar Farid said.",
            "red line", "If our red lines are crossed", "we will act",
        ),
    ],
)  # fmt: skip
def test_conditional(found: Extract, text: str, form: str, condition: str, response: str) -> None:
    (pledge,) = pledges_in(found, text)
    assert pledge.form == form
    assert [span.text for span in pledge.condition] == [condition]
    assert [span.text for span in pledge.response] == [response]
    assert pledge.by


def test_ultimatum_with_what_happens_otherwise(found: Extract) -> None:
    (pledge,) = pledges_in(found, "NATO gave the Serbs until midnight to withdraw their guns or face air strikes.")
    assert pledge.form == "ultimatum"
    assert pledge.condition[0].text == "until midnight to withdraw their guns"
    assert pledge.response[0].text == "face air strikes"


def test_pact_and_what_it_exempts(found: Extract) -> None:
    told = pledges_in(found, "France has a defence pact with Chad, but it does not cover the Aouzou strip.")
    assert [one.form for one in told] == ["pact", "exemption"]
    pledge, exemption = told
    assert exemption.evidence[0].text == "it does not cover the Aouzou strip"
    assert [link.span.text for link in pledge.by if link.span] == ["France", "Chad"]
    assert pledge.exempts[0].text == "the Aouzou strip"


def test_exemption_from_a_ban(found: Extract) -> None:
    text = "Britain has suspended arms sales to both countries, but the embargo exempts spare parts."
    (pledge,) = pledges_in(found, text)
    assert (pledge.form, pledge.exempts[0].text) == ("exemption", "spare parts")


@pytest.mark.parametrize(
    "text",
    [
        "Analysts say the war will spread if the talks fail.",
        "The truce will collapse unless both sides show restraint, a diplomat warned.",
        "The troops stayed in the town until the observers arrived.",
        "If the fighting continues, Norway would lose its only port.",
        "He asked whether the army would withdraw if the talks succeeded.",
        "Oil prices will rise if the strait is closed.",
        "Kenyan President Daniel Moi said Uganda would attack if the talks failed.",
    ],
)
def test_forecasts_and_the_past_are_none(found: Extract, text: str) -> None:
    assert pledges_in(found, text) == []


@pytest.mark.parametrize(
    ("text", "form", "by", "condition", "response"),
    [
        (
            "Should a single shell fall on Harar, the gates will be closed again, Foreign Minister Seyoum Taye warned.",
            "if", "Foreign Minister Seyoum Taye", "Should a single shell fall on Harar",
            "the gates will be closed again",
        ),
        (
            "President Isaias Afwerki said he would open the port if the army left Badme, and would else shut it.",
            "if", "President Isaias Afwerki", "if the army left Badme", "he would open the port",
        ),
        (
            "Libya supports the truce. It will not supply arms to them as long as the talks have a chance.",
            "if", "It", "as long as the talks have a chance", "It will not supply arms to them",
        ),
        (
            "They have until noon on Wednesday to leave; otherwise, General Omar Bakri said, they will be driven out.",
            "ultimatum", "General Omar Bakri", "until noon on Wednesday to leave", "they will be driven out",
        ),
    ],
)  # fmt: skip
def test_who_promises_is_who_speaks_or_the_party_that_acts(
    found: Extract, text: str, form: str, by: str, condition: str, response: str
) -> None:
    (one,) = pledges_in(found, text)
    assert (one.form, str(one.by[0])) == (form, by)
    assert (one.condition[0].text, one.response[0].text) == (condition, response)


def test_the_treaty_has_the_parties_of_the_one_told_before(found: Extract) -> None:
    text = "Iran is bound to Syria by a defence treaty signed in 2006. The treaty does not cover Lebanon."
    pact, exemption = pledges_in(found, text)
    assert (pact.form, exemption.form) == ("pact", "exemption")
    assert [str(link) for link in pact.by] == [str(link) for link in exemption.by] == ["Iran", "Syria"]
    assert exemption.exempts[0].text == "Lebanon"


def test_whom_a_pact_obliges_is_bound(found: Extract) -> None:
    (one,) = pledges_in(found, "The pact obliges France to defend Poland.")
    assert (one.form, str(one.by[0]), one.covers[0].text) == ("pact", "France", "to defend Poland")


def test_who_is_given_a_deadline_does_not_set_it(found: Extract) -> None:
    assert pledges_in(found, "Iraq has until January 15 to leave Kuwait.") == []


@pytest.mark.parametrize(
    ("text", "form", "by", "condition"),
    [
        (
            "No Kenyan lorry will pass until the ferry is handed back, the Ugandan government said.",
            "until",
            ["the Ugandan government"],
            "until the ferry is handed back",
        ),
        (
            "Without a swap of prisoners there will be no talks, Prime Minister Linh Tran of Vietnam said.",
            "unless",
            ["Prime Minister Linh Tran of Vietnam", "Vietnam"],
            "Without a swap of prisoners",
        ),
        (
            "The gates of Harmon would be opened as soon as the siege was lifted, General Idris Ko of Chad said.",
            "if", ["General Idris Ko of Chad", "Chad"], "as soon as the siege was lifted",
        ),
        (
            "Any vessel that approaches the rig will be fired upon, the Vietnamese navy warned.",
            "if", ["the Vietnamese navy"], "Any vessel that approaches the rig",
        ),
        (
            "Every attack on our convoys will be answered, General Pavle Simic of Serbia said.",
            "if", ["General Pavle Simic of Serbia", "Serbia"], "Every attack on our convoys",
        ),
        (
            "General Tun Aung of Burma warned that his troops would burn every village that hid the rebels.",
            "if", ["General Tun Aung of Burma", "his troops"], "every village that hid the rebels",
        ),
        (
            "\"No base on our islands,\" Maldives President Ali Didi said. \"For us that is a red line.\"",
            "red line", ["Maldives President Ali Didi", "Maldives"], "No base on our islands",
        ),
    ],
)  # fmt: skip
def test_conditions_without_if(found: Extract, text: str, form: str, by: list[str], condition: str) -> None:
    (one,) = pledges_in(found, text)
    assert (one.form, [str(link) for link in one.by]) == (form, by)
    assert one.condition[0].text == condition


@pytest.mark.parametrize(
    ("text", "exempt"),
    [
        ("Peru banned arms exports to Chile; hunting rifles are excepted.", "hunting rifles"),
        (
            "Any raid will be answered, President Ali Didi of Maldives said. This does not apply to fishing boats.",
            "fishing boats",
        ),
    ],
)
def test_an_exemption_behind_what_it_is_from(found: Extract, text: str, exempt: str) -> None:
    exemption = pledges_in(found, text)[-1]
    assert exemption.form == "exemption"
    assert [span.text for span in exemption.exempts] == [exempt]
    assert exemption.by


def test_in_a_paper_of_its_own_the_party_itself_is_bound() -> None:
    text = (
        "The Northern Front greets its friends.\n\nThe army has until Friday noon to leave the bay. "
        "Failing this, it will be driven out. If the blockade is lifted, the port will be reopened.\n"
    )
    paper = Document(text=text, source="test", outlet="Northern Front", language="en", genre="statement")
    analysis = engine().analyse(paper)
    result = Found(analysis)
    for extractor in EXTRACTORS:
        result.add(extractor(analysis, result))
    made = [one for one in result.all() if isinstance(one, Pledge)]
    assert [one.form for one in made] == ["ultimatum", "if"]
    assert {str(link) for one in made for link in one.by} == {"Northern Front"}


@pytest.mark.parametrize(
    "text",
    [
        "Aid teams will be sent to the coast and should not be seen as soldiers, Adviser Tom Dole said.",
        "When asked about the reports, Admiral James Stone said he would respond in private.",
        "Kenya could descend into war unless its president resigns, France said.",
        "Nobody can predict when President Omar Sy will leave, he said.",
        "Senegal has no treaty that would oblige it to defend Gambia.",
        "The army gave the recruits a week to go home.",
    ],
)
def test_what_only_looks_like_a_condition_is_none(found: Extract, text: str) -> None:
    assert pledges_in(found, text) == []


@pytest.mark.parametrize(
    ("text", "condition", "by"),
    [
        (
            "Any lorry that crosses the bridge will be turned back, Admiral Juan Lara said.",
            "Any lorry that crosses", ["Admiral Juan Lara"],
        ),
        (
            "Any of them who accepts our law may come home, Admiral Juan Lara said.",
            "Any of them who accepts our law", ["Admiral Juan Lara"],
        ),
        (
            "Were Algeria to open its ports, Mali would sign, President Omar Sy of Mali said.",
            "Were Algeria to open", ["President Omar Sy of Mali", "Mali"],
        ),
        (
            "There will be an amnesty for all who hand in their rifles, President Omar Sy of Mali said.",
            "all who hand in", ["President Omar Sy of Mali", "Mali"],
        ),
        (
            "President Omar Sy of Mali offers to open the road if Niger frees the pilots.",
            "if Niger frees the pilots", ["Mali"],
        ),
        (
            '"We will come the day the pilots are freed," President Omar Sy of Mali said.',
            "the day the pilots are freed", ["President Omar Sy of Mali", "We"],
        ),
    ],
)  # fmt: skip
def test_more_ways_to_put_a_condition(found: Extract, text: str, condition: str, by: list[str]) -> None:
    (pledge,) = pledges_in(found, text)
    assert pledge.condition[0].text.startswith(condition)
    assert [str(link) for link in pledge.by] == by


@pytest.mark.parametrize(
    "text",
    [
        "While Chad talks of peace, Niger will not forget, President Omar Sy of Mali said.",
        "The government pardoned all who had fought.",
        "Every lorry that crossed the bridge was turned back.",
    ],
)
def test_contrasts_and_past_deeds_are_no_pledges(found: Extract, text: str) -> None:
    assert pledges_in(found, text) == []


@pytest.mark.parametrize(
    ("text", "exempts"),
    [
        (
            "Chad will close the road, President Omar Sy of Chad said. An exception will be made for medicine.",
            "medicine",
        ),
        ("The treaty of 1951 covers nothing north of the canal.", "nothing north of the canal"),
    ],
)
def test_exceptions_by_set_phrases(found: Extract, text: str, exempts: str) -> None:
    assert pledges_in(found, text)[-1].exempts[0].text == exempts


@pytest.mark.parametrize(
    ("text", "form", "by"),
    [
        ("In the event of an attack on Assab, Eritrea will strike Mekele, President Tesfay said.", "if", "Tesfay"),
        ("\"The day a soldier lands, we will call up every man,\" President Nikos Stavrou said.", "if", "Stavrou"),
        ("\"Touch one of our boats and you will lose a harbour,\" President Ada Jonsson said.", "if", "Jonsson"),
        ("Chad will exchange prisoners on condition that the Red Cross comes.", "if", "Chad"),
        ("Bolivia made its aid conditional upon an election.", "if", "Bolivia"),
        ("If one boat is taken, Lima will pay for it, General Paul Ramos said.", "if", "Ramos"),
        ("The rebels must free them by Friday, failing which we will storm the fort, General Ivan Petrov said.",
         "ultimatum", "Petrov"),
        ("No prisoner will go home before the embargo ends, President Tariq Hamdan said.", "until", "Hamdan"),
        ("Kenya would go to the aid of Uganda if it was attacked, President Daniel Ouma said.", "if", "Ouma"),
        ("Britain guarantees the neutrality of the island.", "pact", "Britain"),
        ("France and Poland are bound by a treaty of 1921 to defend one another.", "pact", "France"),
        ("Kenya drew the line at the use of its ports by warships.", "red line", "Kenya"),
        ("\"A base on the island would cross a red line,\" President Wen Liu said.", "red line", "Liu"),
        ("India has barred foreign aircraft from its skies, except for flights with pilgrims.", "exemption", "India"),
    ],
)  # fmt: skip
def test_wider_constructions(found: Extract, text: str, form: str, by: str) -> None:
    (pledge,) = pledges_in(found, text)
    assert pledge.form == form
    assert pledge.by[0].span and by in pledge.by[0].span.text


@pytest.mark.parametrize(
    "text",
    [
        "At the first session the government will propose a budget.",
        "Fuel will not be released until Monday, President Omar Sy said.",
        "The general drew the line on the map.",
        "Russia crossed a red line, President Ada Brandt said.",
        "Drive on and you will see the lake, the guide said.",
        "In the second week of May Quito will host the games, President Omar Sy said.",
        "Britain guarantees a pension.",
    ],
)
def test_what_only_looks_like_a_condition(found: Extract, text: str) -> None:
    assert pledges_in(found, text) == []


@pytest.mark.parametrize("who", ["Opposition leader", "Exiled general", "Dissident colonel"])
def test_who_is_out_of_office_binds_no_state(found: Extract, who: str) -> None:
    told = found(f"{who} Ada Holt said Italy would close its ports if Libya attacked.").pledges
    assert len(told) == 1
    assert all(len(one.by) == 1 for one in told)
