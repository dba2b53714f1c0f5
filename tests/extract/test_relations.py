"""Relations and levers: who leads, arms, backs or fights whom; who can press whom."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Lever, Relation

Extract = Callable[..., Found]


def relations_in(found: Extract, text: str) -> list[Relation]:
    return [one for one in found(text).all() if isinstance(one, Relation)]


def levers_in(found: Extract, text: str) -> list[Lever]:
    return [one for one in found(text).all() if isinstance(one, Lever)]


@pytest.mark.parametrize(
    ("text", "subject", "type", "object", "status"),
    [
        ("Syria is an ally of Iran.", "Syria", "ally", "Iran", "asserted"),
        ("Iraq is not an ally of Jordan.", "Iraq", "ally", "Jordan", "negated"),
        ("Norway is a member of NATO.", "Norway", "member of", "NATO", "asserted"),
        ("France has a defence pact with Poland.", "France", "defence pact", "Poland", "asserted"),
        ("Turkey backs Azerbaijan in the conflict.", "Turkey", "supports", "Azerbaijan", "asserted"),
        ("Ethiopia accused Libya of selling rifles to Eritrea.", "Libya", "arms", "Eritrea", "alleged"),
        ("Chad shares a border with Libya.", "Chad", "borders", "Libya", "asserted"),
        ("The war between Ethiopia and Eritrea began in 1998.", "Ethiopia", "hostile to", "Eritrea", "asserted"),
        ("The United States imposed sanctions on Serbia.", "The United States", "sanctions", "Serbia", "asserted"),
        ("Eritrean President Isaias Afwerki spoke.", "Isaias Afwerki", "leads", "Eritrean", "asserted"),
    ],
)
def test_relation(found: Extract, text: str, subject: str, type: str, object: str, status: str) -> None:
    (relation,) = relations_in(found, text)
    assert [link.span.text for link in relation.subject if link.span] == [subject]
    assert [link.span.text for link in relation.object if link.span] == [object]
    assert (relation.type, relation.status) == (type, status)


def test_a_pact_names_what_it_exempts(found: Extract) -> None:
    text = "France has a defence pact with Chad, but it does not cover the Aouzou strip."
    (relation,) = relations_in(found, text)
    assert [span.text for span in relation.exempts] == ["the Aouzou strip"]


def test_the_same_relation_is_told_once(found: Extract) -> None:
    text = "Eritrean President Isaias Afwerki spoke. Eritrean President Isaias Afwerki left."
    assert len(relations_in(found, text)) == 1


def test_allies_of_a_state_are_not_the_state(found: Extract) -> None:
    assert relations_in(found, "The rebels fought against Russia's allies.") == []


def test_leverage(found: Extract) -> None:
    (lever,) = levers_in(found, "Washington put pressure on Israel by freezing a loan.")
    assert [link.span.text for link in lever.holder if link.span] == ["Washington"]
    assert [link.span.text for link in lever.over if link.span] == ["Israel"]
    assert [span.text for span in lever.means] == ["freezing a loan"]


def test_trade_is_a_lever_with_its_size_and_cost(found: Extract) -> None:
    text = (
        "Moldova exports more than $300 million worth of wine to Russia each year. "
        "A ban would cost Russia a cheap supplier."
    )
    result = found(text)
    (lever,) = [one for one in result.all() if isinstance(one, Lever)]
    assert [link.span.text for link in lever.holder if link.span] == ["Russia"]
    assert lever.figure in {figure.id for figure in result.figures if figure.counts == "money"}
    assert lever.cost_to_holder


@pytest.mark.parametrize("text", ["The border was closed on Sunday.", "He supports his family by fishing."])
def test_none(found: Extract, text: str) -> None:
    assert relations_in(found, text) == []


@pytest.mark.parametrize(
    ("text", "subject", "type", "object"),
    [
        ("The President of Peru, Alberto Lara, received the envoy.", "Lara", "leads", "Peru"),
        ("The leader of the Tamil Tigers, Velupillai Prabhakaran, spoke.", "Prabhakaran", "leads", "Tigers"),
        ("In his capacity as chairman of the African Union, Amadou Sy recalled it.", "Sy", "chairs", "African Union"),
        ("Hezbollah, a militia allied with Iran, left the town.", "Hezbollah", "ally", "Iran"),
        ("Kenya and Uganda are allies.", "Kenya", "ally", "Uganda"),
        ("Iran is bound to Syria by a defence treaty.", "Iran", "defence pact", "Syria"),
        ("Chad borders Libya and buys a fifth of its oil.", "Chad", "borders", "Libya"),
    ],
)
def test_titles_pacts_and_allies_in_other_orders_of_words(
    found: Extract, text: str, subject: str, type: str, object: str
) -> None:
    (one,) = relations_in(found, text)
    assert (subject in str(one.subject[0]), one.type, object in str(one.object[0])) == (True, type, True)


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Petra Lindvar, a Peruvian commander, denied it.",
        "Iranian opposition leader Mir Karrubi spoke.",
        "Saddam Hussein, a former ally of America, was caught.",
        "William Hague ruled out Britain.",
        "Libya will not supply arms to either party.",
    ],
)
def test_one_of_many_former_ties_and_what_will_not_be_are_none(found: Extract, text: str) -> None:
    assert relations_in(found, text) == []


@pytest.mark.parametrize(
    ("text", "subject", "type", "object"),
    [
        ("The truce, brokered by Egypt between Israel and Hamas, began.", "Egypt", "mediates between", "Israel"),
        ("Peruvian troops clashed with Ecuadorean forces.", "Peruvian troops", "hostile to", "Ecuadorean forces"),
        ("The United States and Israel are at war with Iran.", "The United States", "hostile to", "Iran"),
        ("The embargo that Turkey imposed on Armenia holds.", "Turkey", "sanctions", "Armenia"),
        ("Turkey, a NATO member, sent drones.", "Turkey", "member of", "NATO"),
        ("The Peruvian president stayed at home.", "The Peruvian president", "leads", "Peruvian"),
        ("Rwanda, tied to Uganda by a defence pact, kept out.", "Rwanda", "defence pact", "Uganda"),
    ],
)
def test_relations_told_in_other_words(found: Extract, text: str, subject: str, type: str, object: str) -> None:
    (one,) = relations_in(found, text)
    assert (str(one.subject[0]), one.type, str(one.object[0])) == (subject, type, object)


def test_the_leader_of_a_people_within_a_state_does_not_lead_the_state(found: Extract) -> None:
    (one,) = relations_in(found, "Iraqi Kurdish leader Masoud Rashid spoke.")
    assert (one.type, str(one.object[0])) == ("leads", "Kurdish")


def test_a_state_of_two_words_is_led_by_its_leader(found: Extract) -> None:
    (one,) = relations_in(found, "North Korean leader Kim Jong Un spoke.")
    assert (one.type, str(one.object[0])) == ("leads", "North Korean")


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Colonel Omar Sy of the Red Cross was in Bamako.", "part of"),
        ("Admiral Juan Lara, who commands the task force, was not told.", "leads"),
        ("Omar Sy, who speaks for the African Union, was not told.", "speaks for"),
        ("Niger has banned imports from Mali.", "sanctions"),
        ("Belarus went on shipping rockets to Serbia throughout the summer.", "arms"),
    ],
)
def test_more_ways_to_tell_of_a_relation(found: Extract, text: str, type: str) -> None:
    (relation,) = relations_in(found, text)
    assert (relation.type, relation.status) == (type, "asserted")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Iran and Iraq have been at war since 1980.", ("Iran", "hostile to", "Iraq")),
        ("Paraguay is at daggers drawn with Bolivia.", ("Paraguay", "hostile to", "Bolivia")),
        ("Djibouti draws its cartridges from France.", ("France", "arms", "Djibouti")),
        ("Arms shipments from China to Sudan continued.", ("China", "arms", "Sudan")),
        ("Libya, the paymaster of Hamas, denied it.", ("Libya", "supports", "Hamas")),
        ("France keeps 1,300 troops in Chad.", ("France", "supports", "Chad")),
        ("Nepal abuts on India.", ("Nepal", "borders", "India")),
        ("Egypt gets its timber from Romania.", ("Egypt", "trades with", "Romania")),
        ("NATO member Turkey objected.", ("Turkey", "member of", "NATO")),
        ("Qatar shuttled between Sudan and Chad.", ("Qatar", "mediates between", "Sudan")),
    ],
)
def test_wider_idioms(found: Extract, text: str, told: tuple[str, str, str]) -> None:
    (relation,) = [one for one in found(text, upto="relations").all() if isinstance(one, Relation)]
    subject, object_ = relation.subject[0].span, relation.object[0].span
    assert subject and object_
    assert (told[0] in subject.text, relation.type, told[2] in object_.text) == (True, told[1], True)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya gets its news from Uganda.",
        "Kenya may go to war with Uganda.",
        "Parcels from China to Sudan were late.",
        "Peru keeps its gold in London.",
        "He stood at the head of the stairs in Oslo.",
    ],
)
def test_what_only_looks_like_a_tie(found: Extract, text: str) -> None:
    assert not [one for one in found(text, upto="relations").all() if isinstance(one, Relation)]


@pytest.mark.parametrize(
    "text",
    [
        "Italy and Spain support Morocco's proposal for the border in the talks with Ada Holt's plan.",
        "Canada and Australia back Ada Holt's plan for the islands.",
        "Italy and Spain support Ada Holt sanctions.",
    ],
)
def test_several_who_back_a_plan_are_not_said_to_back_whose_it_is(found: Extract, text: str) -> None:
    told = [one for one in found(text).all() if isinstance(one, Relation) and one.rule == "relation: back"]
    assert not any("Holt" in link.span.text for one in told for link in one.object if link.span is not None)


@pytest.mark.parametrize(
    "text",
    [
        "Italy suspended trade talks with Libya.",
        "Italy stopped talks on trade with Libya.",
        "Italy halted a trade deal with Libya.",
    ],
)
def test_who_breaks_off_talks_on_trade_sanctions_nobody(found: Extract, text: str) -> None:
    assert not [one for one in relations_in(found, text) if one.type == "sanctions"]
