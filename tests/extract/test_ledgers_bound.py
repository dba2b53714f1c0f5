"""Who is bound by a pledge and holds a position beside who says so, and more ways in which reports tell of both."""

from collections.abc import Callable, Iterable

import pytest

from rashomon.extract.found import Found
from rashomon.extract.parties import root
from rashomon.extract.pledges.carried import carried
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Link, Pledge, Position, Relation

Extract = Callable[..., Found]


def pledges(found: Extract, text: str, **told: str) -> list[Pledge]:
    return [one for one in found(text, "2031-05-16", **told).all() if isinstance(one, Pledge)]


def positions(found: Extract, text: str, **told: str) -> list[Position]:
    return [one for one in found(text, "2031-05-16", **told).all() if isinstance(one, Position)]


def relations(found: Extract, text: str, **told: str) -> list[Relation]:
    return [one for one in found(text, "2031-05-16", **told).all() if isinstance(one, Relation)]


def names(found: Extract, text: str, links: Iterable[Link]) -> set[str | None]:
    """The names behind links of what was found in a text."""
    here = found(text, "2031-05-16")
    named = [root(here, link) for link in links]
    return {one.name if one is not None else None for one in named}


@pytest.mark.parametrize(
    ("text", "person", "party"),
    [
        ("Chad would open the bridge if Niger withdrew, Foreign Minister Ada Brandt of Chad said.", "Brandt", "Chad"),
        ("President Omar Diallo of Mali said his country would leave the talks if it was insulted.", "Diallo", "Mali"),
        ('"We will answer if a single shell falls," Kenyan Defence Minister Jon Otieno said.', "Otieno", "Kenya"),
    ],
)
def test_who_promises_binds_their_party(found: Extract, text: str, person: str, party: str) -> None:
    (told,) = pledges(found, text)
    called = [name or "" for name in names(found, text, told.by)]
    assert any(person in one for one in called)
    assert party in called


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "If this is proved, President Omar Diallo of Mali warned, that country will answer for it.",
            {"Omar Diallo", "Mali"},
        ),
        ("Rebel spokeswoman Lia Holm said Chad would be shelled if Chad fired again.", {"Lia Holm"}),
        (
            "The harbour would be closed if Chad attacked, President Omar Diallo of Mali said.",
            {"Omar Diallo", "Mali"},
        ),
    ],
)
def test_nobody_binds_another_party(found: Extract, text: str, by: set[str]) -> None:
    assert [names(found, text, one.by) for one in pledges(found, text)] == [by]


@pytest.mark.parametrize(
    "text",
    [
        "President Omar Diallo of Mali said he would resign if the vote failed.",
        "President Omar Diallo of Mali said he would testify if the court called.",
        '"I will step down if the vote fails," President Omar Diallo of Mali said.',
    ],
)
def test_nobody_resigns_for_a_country(found: Extract, text: str) -> None:
    assert [names(found, text, one.by) for one in pledges(found, text)] == [{"Omar Diallo"}]


@pytest.mark.parametrize(
    "text",
    [
        "Diallo told the radio that he would not sit down with his enemies until the last tank had left.",
        "His interlocutor replied that Chad would hold its fire for as long as the other army held its own.",
        'Lia Holm, who advises the president, said: "We will sign if the road is opened."',
    ],
)
def test_leaders_need_no_office(found: Extract, text: str) -> None:
    assert pledges(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "Musa, a baker, said he would not go home until the water came back.",
        "Lena Okoro, 34, said she would leave if the shelling went on.",
        "A Western diplomat said there would be no talks left if the gate stayed shut.",
        "Ana Ruiz, who runs a bakery in Velm, said she would not leave until the shelling stopped.",
        "Ana Ruiz, who heads a school in Velm, said she would not leave until the shelling stopped.",
        "A hotel guest said they would leave if the shelling went on.",
        "A baker said he would not leave until the shelling stopped.",
        "A clerk asked to be identified as Musa. Musa said he would not leave until the shelling stopped.",
    ],
)
def test_bystanders_pledge_nothing(found: Extract, text: str) -> None:
    assert not pledges(found, text)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Chad will receive observers today. It will withdraw its guns, provided that Niger withdraws first.", "Chad"),
        (
            "The Northern Front will meet the envoys. It is ready to free the pilots as soon as the raids end.",
            "Northern Front",
        ),
        (
            "Mali will keep the road open. It will send a delegate. It will close the mine if one truck is stopped.",
            "Mali",
        ),
    ],
)
def test_a_row_of_sentences_goes_on_with_its_subject(found: Extract, text: str, by: str) -> None:
    (told,) = pledges(found, text)
    assert names(found, text, told.by) == {by}


@pytest.mark.parametrize(
    "text",
    [
        "The rain fell on the camp. It will stop if the wind turns.",
        "Chad will rebuild the bridge. It will take weeks to open the road if Niger stays away.",
        "Chad will rebuild the bridge. It will be hard to open the road unless Niger withdraws.",
    ],
)
def test_a_pronoun_behind_what_nobody_wills_is_left_open(found: Extract, text: str) -> None:
    assert not pledges(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad will rebuild the bridge. It will take weeks to open the road if Niger stays away.",
        "Chad will rebuild the bridge. It will be hard to open the road unless Niger withdraws.",
    ],
)
def test_an_empty_pronoun_carries_no_party(analysed: Callable[..., Analysis], found: Extract, text: str) -> None:
    analysis, here = analysed(text), found(text)
    assert [carried(analysis, here, one) for one in analysis.tokens if one.lower == "it"] == [None]


def test_what_others_will_have_is_no_threat(found: Extract) -> None:
    assert not pledges(found, "General Ivan Petrov said the winners will have a seat if the vote is fair.")


@pytest.mark.parametrize(
    "text",
    [
        "General Amadou Keita has allowed the company shut in at the old mill until noon on Sunday to walk out.",
        "General Amadou Keita has given the battalion that crept up to the dam until noon on Friday to go back.",
        "General Amadou Keita has granted the men cut off in the hills until sunrise on Monday to come down.",
    ],
)
def test_terms_granted_to_those_told_of_at_length(found: Extract, text: str) -> None:
    (told,) = pledges(found, text)
    assert told.form == "ultimatum"
    assert "Amadou Keita" in names(found, text, told.by)


@pytest.mark.parametrize(
    "text",
    [
        "The government has allowed bakeries to stay open until midnight to ease shortages.",
        "The government of Chad gave students until Friday to enrol.",
        "The government of Chad allowed the shops to trade until six to clear stock.",
    ],
)
def test_what_the_public_may_do_is_no_ultimatum(found: Extract, text: str) -> None:
    assert not pledges(found, text)


def test_those_who_refuse_to_disarm_have_a_term(found: Extract) -> None:
    text = "General Amadou Keita has given those who refuse to disarm until noon on Friday to leave the town."
    assert [one.form for one in pledges(found, text)] == ["ultimatum"]


@pytest.mark.parametrize(
    ("text", "exempt"),
    [
        ("Chad imposed an embargo on Niger. The convoys are to be exempted from the embargo.", ["The convoys"]),
        ("Chad banned all exports to Niger. Medicine and flour are to be excluded.", ["Medicine and flour"]),
        ("Chad imposed an embargo on Niger. Mali asked that the convoys be exempted from the embargo.", []),
        ("Chad imposed an embargo on Niger. Mali wants the convoys to be exempted from the embargo.", []),
    ],
)
def test_what_is_to_be_exempted_is(found: Extract, text: str, exempt: list[str]) -> None:
    assert [span.text for one in pledges(found, text) for span in one.exempts] == exempt


def test_ones_own_men_have_no_ultimatum(found: Extract) -> None:
    assert not pledges(found, "General Amadou Keita gave his men until Monday to rest.")


@pytest.mark.parametrize(
    "text",
    [
        "President Diallo of Mali said Chad will demand that the officers of Niger be excluded from the mission.",
        "Mali will release every prisoner it holds.",
        "Mali was softer than in May, when it had insisted on ten years.",
    ],
)
def test_what_only_looks_like_a_pledge(found: Extract, text: str) -> None:
    assert not pledges(found, text)


@pytest.mark.parametrize(
    ("text", "stance", "issue"),
    [
        (
            "Foreign Minister Ada Brandt of Chad said Chad would leave the talks if it was insulted.",
            "opposes",
            "insulted",
        ),
        (
            "Mali would honour the truce as long as Niger did, President Diallo of Mali said.",
            "accepts",
            "honour the truce",
        ),
        ("Mali, said President Diallo, will abide by the truce.", "accepts", "abide by the truce"),
        ("Kenya has offered since May to host the two sides.", "offers", "host"),
        ("Mali refuses to discuss a partition.", "rejects", "discuss a partition"),
        (
            "President Diallo ruled out pulling any battalion back from the river.",
            "rejects",
            "pulling any battalion back",
        ),
        ("Brandt said Chad would start on the same day as the others, a softer line than in May.", "accepts", "start"),
    ],
)
def test_stances_by_more_ways(found: Extract, text: str, stance: str, issue: str) -> None:
    told = [(one.stance, " ".join(span.text for span in one.issue)) for one in positions(found, text)]
    assert any(way == stance and issue in words for way, words in told)


@pytest.mark.parametrize(
    "text",
    [
        "Tripoli says that Mali flew the guns in. Mali rejects this.",
        "The minister declined to produce the letter.",
        "The garrison held out for nine days.",
        "President Diallo cried that there would be no roof left standing.",
        "It was President Diallo who proposed the word “permanent”.",
        "The ministry will give no figure.",
        "President Omar Diallo of Mali said he would not take a softer line.",
        "Foreign Minister Ada Brandt of Chad said Chad would not adopt a softer tone.",
    ],
)
def test_what_is_no_stance(found: Extract, text: str) -> None:
    assert not positions(found, text)


@pytest.mark.parametrize(
    "text",
    [
        "President Lara of Peru spoke with the premier of Kenya, who had obtained from General Omar Diallo, "
        "also by telephone, his assent to the draft.",
        "President Lara of Peru thanked the premier of Kenya, to whom General Omar Diallo had conveyed, "
        "an hour before, his acceptance of the draft.",
        "President Lara of Peru met the envoy of Kenya, who a week before had secured from General Omar Diallo, "
        "likewise by letter, his consent to the draft.",
    ],
)
def test_whose_assent_is_handed_on(found: Extract, text: str) -> None:
    told = [one for one in positions(found, text) if one.stance == "accepts"]
    assert [names(found, text, one.holder) for one in told] == [{"Omar Diallo"}]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Chad accused Niger of flying missiles to the Northern Front in June.", ("Niger", "arms", "Northern Front")),
        ("Mali has charged Chad with shipping rifles to Niger.", ("Chad", "arms", "Niger")),
        ("Kenya suspects Uganda of running guns to Somalia.", ("Uganda", "arms", "Somalia")),
    ],
)
def test_arms_that_somebody_is_charged_with(found: Extract, text: str, ends: tuple[str, str, str]) -> None:
    told = [
        (*names(found, text, one.subject), one.type, *names(found, text, one.object))
        for one in relations(found, text)
        if one.status == "alleged"
    ]
    assert told == [ends]


def test_bread_is_no_arms(found: Extract) -> None:
    assert "arms" not in [one.type for one in relations(found, "Chad accused Niger of flying bread to Mali.")]


def test_who_chairs_a_group_in_arms_leads_it(found: Extract) -> None:
    text = "Lia Holm, chairwoman of the Mirosk Liberation Front, spoke in Lima."
    assert [one.type for one in relations(found, text)] == ["leads"]
    text = "Lia Holm, chairwoman of the African Union, spoke in Lima."
    assert [one.type for one in relations(found, text)] == ["chairs"]


def test_what_one_would_go_home_over_one_is_against(found: Extract) -> None:
    text = "President Ana Moss of Chile warned that her delegates would go home if the rebels kept the ministry."
    (told,) = positions(found, text)
    assert (told.stance, [span.text for span in told.issue]) == ("opposes", ["the rebels kept the ministry"])
    text = "President Ana Moss of Chile said her delegates would go home if the rebels had not signed by Friday."
    assert "opposes" not in [one.stance for one in positions(found, text)]


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Moss of Chile said she would bring the troops home if the truce held.",
        "President Ana Moss of Chile said her delegates would go home if peace came.",
        "President Ana Moss of Chile said she would leave the commission if elected.",
        "President Ana Moss of Chile said she would leave the coalition if a deal was signed.",
    ],
)
def test_over_what_one_hopes_for_one_leaves_nothing(found: Extract, text: str) -> None:
    assert "opposes" not in [one.stance for one in positions(found, text)]


@pytest.mark.parametrize(
    ("text", "person", "party"),
    [
        (
            "If the raids go on, Chad will close the border, warned the Minister of Justice, Ada Brandt.",
            "Brandt",
            "Chad",
        ),
        ("Mali was ready to withdraw its troops by stages, the Foreign Minister, Jon Otieno, said.", "Otieno", "Mali"),
        ("Niger would sign if the camps were emptied, Foreign Secretary Ada Brandt said on Monday.", "Brandt", "Niger"),
    ],
)
def test_a_minister_whose_country_goes_without_saying_binds_it(
    found: Extract, text: str, person: str, party: str
) -> None:
    told = [one.by for one in pledges(found, text)] + [one.holder for one in positions(found, text)]
    assert told
    for links in told:
        called = [name or "" for name in names(found, text, links)]
        assert any(person in one for one in called)
        assert party in called


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "Jon Otieno, head of the political wing of the Tavrian Liberation Front, met reporters. "
            '"We will sign if the road is opened," Otieno said.',
            "Tavrian Liberation Front",
        ),
        (
            "The road is closed, spokesman Jon Otieno said. Otieno said Mali accepted the draft. "
            "But he would walk out if the shelling went on, he said.",
            "Mali",
        ),
        (
            "The Tavrian Liberation Front's Jon Otieno met reporters. "
            "Otieno said there would be no talks until the road was reopened.",
            "Tavrian Liberation Front",
        ),
    ],
)
def test_whose_somebody_is_holds_in_the_whole_report(found: Extract, text: str, party: str) -> None:
    bound = [name for one in pledges(found, text) for name in names(found, text, one.by)]
    assert party in bound


@pytest.mark.parametrize(
    "text",
    [
        "UN envoy Jon Otieno said Mali accepted the draft. He would leave the talks if he was insulted, Otieno said.",
        "Peacekeeping spokesman Jon Otieno said Mali would withdraw. He would publish the map if asked, Otieno said.",
        "Analyst Jon Otieno said Mali was ready to sign. Otieno said he would sell if prices rose.",
    ],
)
def test_who_only_tells_of_a_party_is_not_of_it(found: Extract, text: str) -> None:
    bound = [name for one in pledges(found, text) for name in names(found, text, one.by)]
    assert "Mali" not in bound
    held = [names(found, text, one.holder) for one in positions(found, text)]
    assert not any({"Mali", "Jon Otieno"} <= one for one in held)


@pytest.mark.parametrize(
    ("text", "person", "party"),
    [
        (
            "Mali will give up the fort on the day the observers come. It will pay for the bridge. If one patrol "
            "crosses the river, no convoy will pass; there, Foreign Minister Ada Brandt told this newspaper, we draw "
            "the line.",
            "Brandt",
            "Mali",
        ),
        (
            "Niger was ready to empty the camps, Foreign Minister Jon Otieno said, but it would not leave the port "
            "until its ships were let through.",
            "Otieno",
            "Niger",
        ),
        (
            "Chad could live with a ceasefire, Prime Minister Ada Brandt said, and it would open the road if the "
            "rebels withdrew.",
            "Brandt",
            "Chad",
        ),
    ],
)
def test_who_says_so_around_terms_told_without_them(found: Extract, text: str, person: str, party: str) -> None:
    told = [names(found, text, one.by) for one in pledges(found, text)]
    assert any(party in one and any(person in (name or "") for name in one) for one in told)


@pytest.mark.parametrize(
    "text",
    [
        "Mali will open the bridge if the rebels withdraw. That is a lie, opposition leader Jon Otieno told reporters.",
        "Mali was ready to sign, President Ada Brandt said, but Niger would open the port if its men were freed.",
        "Chad will withdraw if the guns fall silent. There was no need for it, the mayor, Jon Otieno, said.",
    ],
)
def test_who_only_judges_terms_does_not_set_them(found: Extract, text: str) -> None:
    told = [names(found, text, one.by) for one in pledges(found, text)]
    assert not any({"Jon Otieno"} & one or {"Niger", "Ada Brandt"} <= one for one in told)


@pytest.mark.parametrize(
    "text",
    [
        "Mali and Niger agreed on where to sit and who would speak first.",
        "The two sides agreed in Lima on May 3.",
        "President Ada Brandt of Mali offered prayers and condolences to the families.",
    ],
)
def test_courtesies_and_procedure_are_no_positions(found: Extract, text: str) -> None:
    assert not positions(found, text)


@pytest.mark.parametrize(
    ("text", "outsider"),
    [
        (
            "The Front will want silver. It will not free the crew until it is paid. This is how pirates live, "
            "Colonel Jon Otieno said.",
            "Jon Otieno",
        ),
        (
            "The Front will keep the ford. It will shoot if the army comes. This is a dark day, the UN envoy, "
            "Jon Otieno, said.",
            "Jon Otieno",
        ),
        (
            "The Front will keep the ford. It will shoot if the army comes. That is what frightens us, "
            "President Ada Brandt of Chad said.",
            "Ada Brandt",
        ),
        (
            "The crops had died, the doctor Ada Brandt said, but the Front would not let grain through unless it "
            "was paid.",
            "Ada Brandt",
        ),
    ],
)
def test_who_comments_on_a_threat_does_not_make_it(found: Extract, text: str, outsider: str) -> None:
    assert not any(outsider in names(found, text, one.by) for one in pledges(found, text))
    assert not any(outsider in names(found, text, one.holder) for one in positions(found, text))


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "Foreign Minister Ada Brandt warned that Niger would strike within days. Chad kept silent. "
            'Brandt said: "We will fire first if they cross the river."',
            "Niger",
        ),
        (
            "The defence minister, Ada Brandt, said the Front would attack at dawn. "
            'Ada Brandt added: "We will shut the border unless they disarm."',
            "Front",
        ),
        (
            "Ada Brandt, chief of the charity's appeal for Mali, said: "
            '"We will withdraw unless the trucks are let through."',
            "Mali",
        ),
        (
            'Ada Brandt, leader of the enemies of the Front, said: "We will go unless the trucks are let in."',
            "Front",
        ),
        (
            "Club president Ada Brandt said Mali would leave the cup unless the ban was lifted. Chad kept silent.",
            "Mali",
        ),
    ],
)
def test_whoever_is_named_beside_somebody_need_not_be_theirs(found: Extract, text: str, party: str) -> None:
    told = pledges(found, text)
    assert told
    assert not any(party in names(found, text, one.by) for one in told)


@pytest.mark.parametrize(
    "text",
    [
        '"Mali rejects the plan," said Bank president Jon Otieno.',
        "Ambassador Jon Otieno said Mali demands the return of the port.",
    ],
)
def test_who_is_of_no_known_state_does_not_share_its_stand(found: Extract, text: str) -> None:
    held = [names(found, text, one.holder) for one in positions(found, text)]
    assert held
    assert not any("Jon Otieno" in one for one in held)
