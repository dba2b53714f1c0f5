"""Events: type, cue, participants, place, status, and what is no event."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rashomon.extract.events.depths import named as named_by
from rashomon.extract.found import Found
from rashomon.model.annotation import Event, Link

Extract: TypeAlias = Callable[..., Found]


def told(found: Extract, text: str, published: str = "2031-05-02") -> list[Event]:
    return list(found(text, published, upto="events").events)


def named(links: tuple[Link, ...]) -> list[str]:
    return [link.span.text for link in links if link.span]


def cues(event: Event) -> str:
    return " … ".join(span.text for span in event.cue)


@pytest.mark.parametrize(
    ("text", "type", "mode", "cue"),
    [
        ("Kenyan gunners shelled the harbour on Tuesday.", "ASSAULT", "heavy-weapons", "shelled"),
        ("Georgian air defences shot a Russian bomber down over Gori.", "ASSAULT", "aerial", "shot … down"),
        ("Gunmen opened fire on a Colombian patrol in Cali.", "ASSAULT", "firearms", "opened fire"),
        ("Rebel fighters captured two Sudanese soldiers.", "ASSAULT", "abduct", "captured"),
        ("Chad declared a unilateral ceasefire on Sunday.", "CONCEDE", "ceasefire", "declared … ceasefire"),
        ("Chad and Niger signed a truce in Zinder on 3 March.", "SUPPORT", "ceasefire", "signed"),
        ("The truce collapsed within hours.", "ASSAULT", None, "collapsed"),
        ("The armistice has been in force since Friday.", "RETREAT", "ceasefire", "been in force"),
        ("The police arrested forty activists on Saturday.", "COERCE", "arrest", "arrested"),
        ("Vietnam withdrew its last brigade from Cambodia.", "RETREAT", "withdraw", "withdrew"),
        ("The rebels released nineteen hostages on Sunday.", "RETREAT", "release", "released"),
        ("Sweden donated forty ambulances to Ukraine.", "AID", None, "donated"),
        ("Greece urged Turkey to recall its survey ship.", "REQUEST", None, "urged"),
        ("North Korea threatened to test another missile.", "THREATEN", None, "threatened"),
        ("Canada imposed sanctions on Belarus.", "SANCTION", None, "imposed"),
        ("Algeria deployed two brigades along its frontier.", "MOBILIZE", "troops", "deployed"),
        ("Students demonstrated in Dhaka against the law.", "PROTEST", "demo", "demonstrated"),
        ("Egypt refused to open the crossing.", "REJECT", None, "refused"),
        ("France praised Kenya for its patience.", "SUPPORT", None, "praised"),
        ("Morocco agreed to reopen the crossing.", "AGREE", None, "agreed"),
    ],
)
def test_a_verb_gives_type_mode_and_cue(found: Extract, text: str, type: str, mode: str | None, cue: str) -> None:
    [event] = told(found, text)
    assert (event.type, event.mode, cues(event)) == (type, mode, cue)


@pytest.mark.parametrize(
    ("text", "initiators", "recipients"),
    [
        ("Ethiopia attacked Eritrea on Friday.", ["Ethiopia"], ["Eritrea"]),
        ("Eritrea was attacked by Ethiopia on Friday.", ["Ethiopia"], ["Eritrea"]),
        ("Soldiers captured by Ethiopia on Friday were Eritrean.", ["Ethiopia"], ["Soldiers"]),
        ("Kenya, which invaded Somalia on Friday, closed the road.", ["Kenya"], ["Somalia"]),
        ("India and Nepal condemned Bhutan.", ["India", "Nepal"], ["Bhutan"]),
        ("The attack on Chad by Sudan began on Friday.", ["Sudan"], ["Chad"]),
        ("Dozens of Kenyan soldiers ambushed a Somali convoy.", ["Kenyan"], ["Somali"]),
    ],
)
def test_who_does_it_to_whom(found: Extract, text: str, initiators: list[str], recipients: list[str]) -> None:
    event = next(one for one in told(found, text) if one.type in ("ASSAULT", "ACCUSE"))
    got = [*named(event.initiators), "->", *named(event.recipients)]
    want = [*initiators, "->", *recipients]
    assert len(got) == len(want) and all(name in words for name, words in zip(want, got, strict=True))


def test_an_agentless_passive_keeps_an_unknown_initiator(found: Extract) -> None:
    [event] = told(found, "Two Kenyan soldiers were killed near Mandera on Friday.")
    assert event.initiators == () and len(event.recipients) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda held talks in Nairobi.",
        "Kenya held talks with Uganda in Nairobi.",
        "The talks between Kenya and Uganda resumed in Nairobi.",
    ],
)
def test_all_who_take_part_in_talks_are_initiators(found: Extract, text: str) -> None:
    [event] = told(found, text)
    assert (event.type, named(event.initiators), event.recipients) == ("CONSULT", ["Kenya", "Uganda"], ())


def test_the_place_is_where_it_happened(found: Extract) -> None:
    [event] = told(found, "Kenyan troops ambushed a convoy near Mombasa on Friday.")
    assert named(event.places) == ["Mombasa"]


def test_the_time_is_that_of_the_event(found: Extract) -> None:
    [event] = told(found, "Chad said on Friday that Niger attacked its border post on Tuesday.", "2031-05-02")[:1]
    assert (event.happened.earliest, event.happened.latest) == ("2031-04-29", "2031-04-29")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya attacked the port on Friday.", "asserted"),
        ("Officials said that Kenya attacked the port.", "attributed"),
        ("Kenya denied that it attacked the port.", "denied"),
        ("Kenya has not attacked the port.", "negated"),
        ("If Kenya attacks the port, the war will go on.", "hypothetical"),
        ("Kenya and Uganda will meet in Nairobi on Monday.", "planned"),
        ("It is the third truce since March.", "aggregate"),
    ],
)
def test_status(found: Extract, text: str, status: str) -> None:
    assert told(found, text)[0].status == status


def test_an_accusation_stands_twice(found: Extract) -> None:
    accused, deed = told(found, "Chad accused Niger of shelling a village.")
    assert (accused.type, accused.mode, accused.status) == ("ACCUSE", "allege", "asserted")
    assert (deed.type, deed.status, named(deed.initiators)) == ("ASSAULT", "alleged", ["Niger"])


def test_a_hostile_deed_told_by_the_side_it_was_done_to_is_an_accusation(found: Extract) -> None:
    events = told(found, "Chad said that Niger attacked Chad on Tuesday.")
    assert {(event.type, event.status) for event in events} == {("ASSAULT", "alleged"), ("ACCUSE", "asserted")}


def test_what_is_promised_is_part_of_the_promise(found: Extract) -> None:
    assert [event.type for event in told(found, "Chad promised to withdraw its troops.")] == ["AGREE"]


def test_a_refusal_by_those_who_would_do_it(found: Extract) -> None:
    [event] = told(found, '"We will not leave the valley," the Kenyan commander said.')
    assert (event.type, event.status) == ("REJECT", "attributed")


def test_it_goes_back_to_the_truce_before(found: Extract) -> None:
    events = told(found, "Chad declared a truce on Friday. It collapsed within hours.")
    assert [event.rule for event in events] == ["event: truce declared", "event: truce broken"]


def test_a_noun_tells_what_its_verb_only_carries(found: Extract) -> None:
    [event] = told(found, "The raid killed five villagers.")
    assert (event.type, cues(event)) == ("ASSAULT", "raid")


@pytest.mark.parametrize(
    "text",
    [
        "The president said that the situation was difficult.",
        "Eleven soldiers dead and 27 wounded was the toll as of Friday.",
        "There are many ways to end a war.",
        "The commander struck a confident tone.",
        "Kenya and Uganda enjoy close ties.",
        "The conflict over water divides the two countries.",
        "Turkey, which backs the rebels, is a member of the council.",
        "The general declined to comment.",
        "More than fifty soldiers have been killed.",
    ],
)
def test_nothing_happened(found: Extract, text: str) -> None:
    assert told(found, text) == []


def test_evidence_and_cue_stand_in_the_text(found: Extract) -> None:
    text = "Chad said Niger had shot a plane down, and signed a truce on Monday."
    for event in told(found, text):
        for span in (*event.evidence, *event.cue):
            assert text[span.start : span.end] == span.text
        assert any(event.evidence[0].covers(span) for span in event.cue)


def test_a_gerund_after_a_noun_names_a_kind_of_deed(found: Extract) -> None:
    [event] = told(found, "There is no excuse for shelling a town.")
    assert event.status == "hypothetical"


@pytest.mark.parametrize(
    "text",
    [
        "In the east, where their proxies are fighting, snow has fallen.",
        "Chad says that it is fighting for water.",
        "Intense fighting is hard on horses.",
        "The institute released a report on Tuesday.",
        "A thirsty family from the hills arrived in Nairobi on Tuesday.",
        "Readers, as opposed to critics, liked it.",
        "She died in her sleep on Monday.",
    ],
)
def test_states_and_other_senses_are_no_happenings(found: Extract, text: str) -> None:
    assert told(found, text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Eleven villagers lost their lives in Orlan on 26 March.", "lost … lives"),
        ("Nine soldiers died in the shelling.", "died in … shelling"),
        ("Mortar fire shattered the truce on Sunday.", "shattered"),
    ],
)
def test_deaths_and_breaches_told_otherwise(found: Extract, text: str, cue: str) -> None:
    [event] = told(found, text)
    assert (event.type, cues(event)) == ("ASSAULT", cue)


@pytest.mark.parametrize(
    "text",
    [
        "A Kenyan-brokered truce took effect at noon.",
        "The ceasefire took effect under Kenyan mediation.",
        "The truce was signed at the proposal of Kenya.",
    ],
)
def test_who_brokers_a_truce_stands_apart_from_its_parties(found: Extract, text: str) -> None:
    events = told(found, text)
    [broker] = [one for one in events if one.rule in ("event: truce brokered", "event: truce proposed")]
    assert "Kenya" in named(broker.initiators)[0]
    assert all("Kenya" not in " ".join(named(one.initiators)) for one in events if one is not broker)


def test_a_truce_is_between_those_it_names_and_at_the_place_it_is_called_by(found: Extract) -> None:
    [event] = told(found, "The Mombasa truce between Chad and Niger collapsed.")
    assert (named(event.initiators), named(event.places)) == (["Chad", "Niger"], ["Mombasa"])


def test_the_agreement_may_be_the_truce_told_before(found: Extract) -> None:
    events = told(found, "Chad declared a truce on Friday. The agreement was reached after a long night.")
    assert [event.rule.partition(",")[0] for event in events] == ["event: truce declared", "event: truce agreed"]


def test_what_failed_though_it_was_to_begin(found: Extract) -> None:
    planned, broken = told(found, "The truce was to take hold at dawn but collapsed within minutes.")
    assert (planned.status, broken.status) == ("planned", "asserted")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Zinder truce was the second since March.", "aggregate"),
        ("It was the fourth attempt by Norway to stop the fighting.", "aggregate"),
        ("A third truce is possible.", "hypothetical"),
        ("The ceasefire appeared to be failing.", "judged"),
    ],
)
def test_status_of_truces_counted_possible_and_failing(found: Extract, text: str, status: str) -> None:
    assert [event.status for event in told(found, text)] == [status]


def test_one_who_calls_two_makes_two_calls(found: Extract) -> None:
    text = "President Amara Sesay held talks over the phone with Tom Holt and Prime Minister Ade Korr on Monday."
    first, second = told(found, text)
    assert [one.split()[-1] for one in named(first.initiators)] == ["Sesay", "Holt"]
    assert [one.split()[-1] for one in named(second.initiators)] == ["Sesay", "Korr"]
    assert first.id != second.id and first.happened == second.happened


def test_i_is_the_speaker(found: Extract) -> None:
    analysed = found('"I held talks with Tom Holt," President Amara Sesay said.', "2031-05-02", upto="events")
    [event] = analysed.events
    speaker = named_by(analysed, event.initiators[0])
    assert speaker is not None and speaker.name == "Amara Sesay"


def test_words_that_go_back_to_a_talk_say_so(found: Extract) -> None:
    events = told(found, "Tom Holt met Ade Korr on Friday. The meeting was held in secret.")
    assert [one.rule.endswith(", again") for one in events] == [False, True]


def test_a_time_after_said_is_not_that_of_the_deed(found: Extract) -> None:
    [event] = told(found, "Kenya said on Friday its troops had taken the port of Kismayo.")
    assert not event.happened.known


def test_the_two_leaders_who_talk_are_those_of_the_talk_before(found: Extract) -> None:
    text = "President Amara Sesay met Prime Minister Tom Holt on Friday. The two leaders discussed the border."
    met, discussed = told(found, text)
    assert [one.mention for one in discussed.initiators] == [one.mention for one in met.initiators]


def test_two_times_around_a_verb_belong_to_two_verbs(found: Extract) -> None:
    text = "The ceasefire concluded in Genlis on Saturday entered into force at noon on Sunday along the whole line."
    concluded, entered = told(found, text)
    assert (concluded.happened.earliest, (entered.happened.earliest or "")[:10]) == ("2031-04-26", "2031-04-27")
