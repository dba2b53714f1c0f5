from dataclasses import replace
from datetime import date

import pytest

from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Mention
from rashomon.model.finding import Judgement
from rashomon.model.text import Document, Furniture
from rashomon.model.values import When
from rashomon.model.world import Actor
from rashomon.resolve.actors import actors
from rashomon.resolve.spelling import same_person, within_one

Case = tuple[list[Document], list[Mention]]


def case(*texts: str) -> Case:
    """Documents of these texts, and their mentions."""
    documents = [
        Document(text=text, source=f"{i}.txt", language="en", published=When.on(date(2031, 3, 1 + i), basis="test"))
        for i, text in enumerate(texts)
    ]
    return documents, [one for document in documents for one in _mentions(document)]


def _mentions(document: Document) -> list[Mention]:
    analysis = engine().analyse(document)
    return list(names(analysis, Found(analysis)))


def by_name(made: tuple[Actor, ...]) -> dict[str, Actor]:
    return {actor.name: actor for actor in made}


def judged(action: str, *subjects: str, day: int = 1, **more: str) -> Judgement:
    return Judgement(action=action, subjects=subjects, who="A", why="seen", when=f"2031-04-{day:02}", **more)  # type: ignore[arg-type]


def test_one_state_under_all_its_names() -> None:
    documents, found = case("Turkey said no. Turkish anger grew.", "Ankara denied it. The Turks waited.")
    made, links = actors(documents, found)
    (state,) = made
    assert (state.key, state.type, state.country, state.name) == ("state:TUR", "state", "TUR", "Turkey")
    assert {"Turkey", "Turkish", "Ankara"} <= set(state.names)
    assert set(links.values()) == {state.id}


def test_a_person_spelt_in_two_ways_is_one() -> None:
    documents, found = case(
        "Turkish President Cemal Erdoğan said no.", "President Cemal Erdogan of Turkey agreed.", "Later Erdogan left."
    )
    persons = [actor for actor in actors(documents, found)[0] if actor.type == "person"]
    assert [actor.key for actor in persons] == ["person:cemal erdogan"]
    assert {"Erdogan", "Cemal Erdoğan"} <= set(persons[0].names)


@pytest.mark.parametrize(("often", "called"), [(3, "Ilan Petrik Kovar"), (9, "Ilan Kovar")])
def test_a_person_is_called_by_the_fullest_name_that_is_common(often: int, called: str) -> None:
    texts = [f"Colonel Ilan Kovar said on day {n} that the road was open." for n in range(often)]
    found = actors(*case(*texts, "Colonel Ilan Petrik Kovar left Harn at dawn."))[0]
    assert [one.name for one in found if one.type == "person"] == [called]


def test_a_surname_links_across_reports_only_where_one_bears_it() -> None:
    documents, found = case(
        "Minister Yusra Haddan spoke.", "Commander Temir Haddan spoke.", "Haddan said nothing more.", "Kesh said no."
    )
    made, links = actors(documents, found)
    assert {"Yusra Haddan", "Temir Haddan"} <= by_name(made).keys()
    open_ones = [one for one in found if one.evidence[0].text == "Haddan"]
    assert open_ones and all(one.id not in links for one in open_ones)


def test_a_photographer_does_not_take_an_official_s_surname() -> None:
    text = "President Karen Mirza spoke.\n\nSoldiers rest. Photo: Levon Mirza"
    photo = Furniture(role="caption", start=text.index("Soldiers"), end=len(text))
    documents = [
        Document(text=text, source="a", language="en", furniture=(photo,)),
        Document(text="Mirza said the war was over.", source="b", language="en"),
    ]
    found = [one for document in documents for one in _mentions(document)]
    made, links = actors(documents, found)
    surname = next(one for one in found if one.document == documents[1].id and one.evidence[0].text == "Mirza")
    assert links[surname.id] == by_name(made)["Karen Mirza"].id
    assert "Levon Mirza" in by_name(made)


def test_namesakes_of_two_states_stay_apart() -> None:
    documents, found = case("Kenyan President Ali Noor spoke.", "Somali President Ali Noor spoke.")
    keys = {actor.key for actor in actors(documents, found)[0] if actor.type == "person"}
    assert keys == {"person:ali noor:KEN", "person:ali noor:SOM"}


def test_pronouns_and_descriptions_follow_their_chain() -> None:
    documents, found = case("President Orlan Kesh of Marovia spoke. He said the president was tired. Nobody saw him.")
    made, links = actors(documents, found)
    he = next(one for one in found if one.evidence[0].text == "He")
    assert links[he.id] == by_name(made)["Orlan Kesh"].id


def test_invented_adjectives_find_their_state_in_another_report() -> None:
    documents, found = case(
        "Velm denied it. Velm's army has left.", "The Velmish government called it a lie, Velmish officers said."
    )
    made, _ = actors(documents, found)
    assert "Velmish" in by_name(made)["Velm"].names


def test_an_acronym_joins_the_only_body_with_these_initials() -> None:
    documents, found = case("The Inland Relief Corps left.", "The IRC said it would be back.")
    bodies = [actor for actor in actors(documents, found)[0] if actor.key.startswith("body:")]
    assert [set(actor.names) for actor in bodies] == [{"Inland Relief Corps", "IRC"}]


def test_a_palace_is_the_presidency_of_its_state() -> None:
    documents, found = case("The Kremlin denied it.", "The Russian presidency's press service said no.")
    organs = [actor for actor in actors(documents, found)[0] if actor.type == "government"]
    assert [(actor.key, actor.name) for actor in organs] == [("organ:presidency:RUS", "Kremlin")]


def test_roles_are_collected_with_the_time_of_their_reports() -> None:
    documents, found = case("President Orlan Kesh of Marovia spoke.", "Orlan Kesh, the president of Marovia, spoke.")
    (role,) = by_name(actors(documents, found)[0])["Orlan Kesh"].roles
    assert (role.title.lower(), role.of) == ("president", "Marovia")
    assert role.time and (role.time.earliest, role.time.latest) == ("2031-03-01", "2031-03-02")


def test_order_of_documents_and_mentions_does_not_matter() -> None:
    documents, found = case("Velm and Kestria met. Velmish guns fired.", "Orlan Kesh left.", "Kesh said Velm lied.")
    assert actors(documents, found) == actors(documents[::-1], found[::-1])


def test_ids_stay_when_a_report_repeats_the_same_names() -> None:
    documents, found = case("President Orlan Kesh of Marovia spoke.")
    more, again = case("President Orlan Kesh of Marovia spoke.", "Orlan Kesh spoke again in Marovia.")
    first, second = actors(documents, found)[0], actors(more, again)[0]
    assert {actor.id for actor in first} <= {actor.id for actor in second}


class TestJudgements:
    @pytest.fixture
    def two(self) -> Case:
        return case("Minister Ana Tolan spoke.", "Colonel Josef Brand spoke. Josef Brand left.")

    def test_merge_joins_two_actors(self, two: Case) -> None:
        ids = [actor.id for actor in actors(*two)[0]]
        made, links = actors(*two, [judged("merge", *ids)])
        assert len(made) == 1
        assert set(links.values()) == {made[0].id} <= set(ids)

    def test_split_takes_a_mention_out(self, two: Case) -> None:
        mention = [one for one in two[1] if one.evidence[0].text == "Josef Brand"][-1]
        made, links = actors(*two, [judged("split", mention.id)])
        assert len(made) == 3
        assert list(links.values()).count(links[mention.id]) == 1

    def test_reject_leaves_a_mention_without_actor(self, two: Case) -> None:
        mention = next(one for one in two[1] if one.name == "Ana Tolan")
        made, links = actors(*two, [judged("reject", mention.id)])
        assert mention.id not in links
        assert "Ana Tolan" not in by_name(made)

    def test_correct_sets_a_field(self, two: Case) -> None:
        actor = by_name(actors(*two)[0])["Ana Tolan"]
        made, _ = actors(*two, [judged("correct", actor.id, field="name", value="Anna Tolan")])
        assert "Anna Tolan" in by_name(made)

    def test_undo_takes_a_decision_back_and_can_itself_be_undone(self, two: Case) -> None:
        merge = judged("merge", *(actor.id for actor in actors(*two)[0]))
        undo = judged("undo", merge.id, day=2)
        again = judged("undo", undo.id, day=3)
        assert len(actors(*two, [merge, undo])[0]) == 2
        assert len(actors(*two, [again, undo, merge])[0]) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("recep erdogan", "recep tayyip erdogan", True),
        ("r erdogan", "recep tayyip erdogan", True),
        ("mikhail gorbachev", "mikhail gorbachov", True),
        ("sergei lavrov", "sergey lavrov", True),
        ("yusra haddan", "temir haddan", False),
        ("ali noor", "abd noor", False),
    ],
)
def test_spellings_of_one_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same_person(other, one) is same


def test_one_letter_off() -> None:
    assert within_one("tiwinza", "tiwintza") and within_one("goverment", "government")
    assert not within_one("kesh", "brand")


def test_mentions_without_name_or_antecedent_have_no_actor() -> None:
    documents, found = case("Minister Ana Tolan spoke.")
    nameless = [replace(one, name=None, roles=()) for one in found]
    assert actors(documents, nameless) == ((), {})


class TestOffices:
    """Offices and organs that one report leaves open and another fills."""

    def test_a_leader_is_whoever_holds_the_office_in_another_report(self) -> None:
        documents, found = case("Chadian President Idriss Baro spoke.", "The Chadian president was silent.")
        made, links = actors(documents, found)
        title = next(one for one in found if one.form == "title")
        assert links[title.id] == by_name(made)["Idriss Baro"].id

    def test_two_holders_leave_it_open(self) -> None:
        documents, found = case(
            "Chadian President Idriss Baro spoke.", "Chadian President Omar Saleh spoke.", "The Chadian president ate."
        )
        title = next(one for one in found if one.form == "title")
        assert title.id not in actors(documents, found)[1]

    def test_unowned_organs_are_of_the_state_of_the_report_s_officials(self) -> None:
        documents, found = case(
            "Kenyan Defence Minister Ruth Oduya spoke.",
            "Defence Minister Ruth Oduya spoke. Our troops hold the ridge, the General Staff said.",
        )
        made, links = actors(documents, found)
        organ = next(one for one in found if one.evidence[0].text == "General Staff")
        our = next(one for one in found if one.evidence[0].text == "Our")
        assert by_name(made)["General Staff of Kenya"].id == links[organ.id]
        assert by_name(made)["Kenya"].id == links[our.id]

    def test_a_capital_learnt_in_one_report_acts_in_another(self) -> None:
        documents, found = case(
            "Korsk, the capital of Ruvania, was quiet. Ruvania rearmed.", "Korsk denied the report. Troops left Korsk."
        )
        made, links = actors(documents, found)
        acting = next(one for one in found if one.document == documents[1].id and one.reading == "actor")
        assert links[acting.id] == by_name(made)["Ruvania"].id


def test_a_double_surname_is_the_bearer_of_the_full_name() -> None:
    documents, found = case("Ana Silva Costa spoke.", "Ms. Silva Costa said no.")
    assert len(actors(documents, found)[0]) == 1


def keys_of(words: str, *texts: str) -> set[str | None]:
    """The keys of the actors of all mentions of these words."""
    documents, found = case(*texts)
    made, links = actors(documents, found)
    keys = {actor.id: actor.key for actor in made}
    return {keys.get(links.get(one.id, "")) for one in found if one.evidence[0].text == words}


def test_a_government_is_one_with_its_state_and_a_ministry_is_not() -> None:
    documents, found = case("Kenya's government denied it. The Kenyan Defence Ministry did not.")
    assert {one.key for one in actors(documents, found)[0]} == {"state:KEN", "organ:defence ministry:KEN"}


def test_an_organ_alone_is_of_the_state_the_report_is_about() -> None:
    assert keys_of("The army", "Kenya is calm. Kenya waits. Kenyan towns sleep. The army said so.") == {
        "organ:armed forces:KEN"
    }
    open_ones = keys_of("The army", "Kenya and Chad met. Kenya left. Chad stayed. The army said so.")
    assert all(str(key).startswith("organ:armed forces:@doc-") for key in open_ones)


def test_a_meeting_place_makes_no_home() -> None:
    text = "President Ana Orlo of Velmia flew to Nairobi, and Defence Minister Jo Vane stayed. The army fired."
    assert "organ:armed forces:KEN" not in keys_of("The army", text, "Talks went on in Nairobi.")


def test_a_short_name_is_that_of_the_only_body_that_ends_so() -> None:
    whole = "The Highland Liberation Front took Osk."
    assert keys_of("Front", whole, "The Front fired first.") == {"body:highland liberation front"}
    several = keys_of("Front", whole, "The Northern Workers' Front left.", "The Front fired first.")
    assert "body:highland liberation front" not in several


def test_the_enemy_of_a_paper_is_the_other_state() -> None:
    own = "President Ana Orlo of Velmia spoke."
    paper = "President Ana Orlo and Defence Minister Jo Vane spoke. Oskan guns fired on Oskan land. The enemy fled."
    assert keys_of("The enemy", own, paper, "President Tam Bel of Osk slept. Osk is calm.") <= {"state:osk", None}


def test_somebody_without_a_name_is_one_actor_where_the_report_goes_on() -> None:
    documents, found = case("A Kenyan diplomat said no. The diplomat left. A Kenyan colonel slept.")
    unnamed = [one for one in actors(documents, found)[0] if one.key.startswith("unnamed:")]
    assert [(one.name, one.type, len(one.mentions)) for one in unnamed] == [("A Kenyan diplomat", "person", 2)]


def test_the_time_a_report_states_for_a_role_is_kept() -> None:
    documents, found = case("Tomas Berl, president of Kenya from 1998 to 2008, spoke.")
    (person,) = [one for one in actors(documents, found)[0] if one.type == "person"]
    (role,) = person.roles
    assert role.time is not None
    assert (role.time.earliest, role.time.latest) == ("1998-01-01", "2008-12-31")


def test_an_organ_that_one_side_has_is_one_actor_in_all_reports() -> None:
    texts = ("Osk met Velm. The National Guard fired.", "Velm met Osk. The National Guard denied it.")
    assert keys_of("National Guard", *texts) == {"organ:national guard:@"}
    owned = keys_of("National Guard", *texts, "The Kenyan National Guard fell back.")
    assert owned == {"organ:national guard:KEN"}


def test_a_short_name_may_be_the_word_before_of() -> None:
    assert keys_of("League", "The League of Inland States met.", "The League said no.") == {
        "body:league of inland states"
    }


def test_we_in_a_partys_own_paper_is_the_party() -> None:
    text = "The Northern Front denies it. We lost two men."
    paper = Document(text=text, source="a.eml", language="en", outlet="Northern Front", genre="statement")
    found = _mentions(paper)
    made, links = actors([paper], found)
    ours = next(one for one in found if one.evidence[0].text == "We")
    assert {actor.id: actor.name for actor in made}[links[ours.id]] == "Northern Front"


def test_those_who_act_together_are_one_actor_in_the_reports_of_a_war() -> None:
    texts = ("Chad met Sudan. The guarantors wrote.", "Sudan met Chad. The four guarantor powers came.")
    assert keys_of("The guarantors", *texts) == keys_of("The four guarantor powers", *texts)


def test_a_name_has_no_line_break() -> None:
    text = "They praised Ana\nTolan."
    document = Document(text=text, source="a.txt", language="en")
    broken = Mention(
        document=document.id, evidence=(document.span(13, 22),), form="name", reading="actor", type="person",
        name="Ana Tolan", rule="test", score=1.0,
    )  # fmt: skip
    assert [actor.names for actor in actors([document], [broken])[0]] == [("Ana Tolan",)]


def key_of(documents: list[Document], found: list[Mention], words: str) -> str | None:
    """The key of the actor of the last mention of these words."""
    made, links = actors(documents, found)
    mention = [one for one in found if one.evidence[0].text == words][-1]
    return {one.id: one.key for one in made}.get(links.get(mention.id, ""))


def test_the_security_council_without_an_owner_is_that_of_the_united_nations() -> None:
    documents, found = case(
        "President Lio Sarn of Kenya spoke. The Security Council met at noon. Kenya and Kenyan troops wait."
    )
    assert key_of(documents, found, "Security Council") == "body:un security council"


def test_a_state_told_by_another_report_owns_the_organ_beside_its_name() -> None:
    documents, found = case(
        "Sarrine's president resigned. Sarrine denied it. The Sarrine army fled.",
        "Kenya fired on the navy of Sarrine. Kenya said so. Kenyan boats returned.",
    )
    assert key_of(documents, found, "the navy of Sarrine") == "organ:navy:sarrine"


def test_a_government_in_a_town_is_not_that_of_the_land_in_which_a_town_is_so_called() -> None:
    documents, found = case(
        "The government in Nyons accused France of sending mercenaries. France denied it. French officials laughed."
    )
    assert key_of(documents, found, "The government") != "state:FRA"


def test_a_capital_of_which_reports_tell_differently_stands_for_no_state() -> None:
    documents, found = case(
        "Brenhold, the capital of Drusk, was calm. Brenhold denied the charge. Drusk said so.",
        "The Velmoran capital, Brenhold, was calm. Velmora waits. Brenhold denied the charge. Velmora knows.",
    )
    assert key_of(documents, found, "Brenhold") == "place:brenhold"


def test_the_ministry_is_the_only_one_of_its_report() -> None:
    documents, found = case("The Kenyan Foreign Ministry said no. Rain fell. Men of the Ministry laughed.")
    assert key_of(documents, found, "Ministry") == "organ:foreign ministry:KEN"


def test_a_band_goes_by_the_plural_of_its_name_in_other_reports() -> None:
    shown = keys_of(
        "Falcons",
        "The Grey Falcons denied it. The Falcons shelled the mill at Ordo.",
        "The army blamed the Falcons. The Falcons were silent.",
    )
    assert shown == {"body:grey falcons"}


def test_two_bands_with_one_plural_stay_apart() -> None:
    found = keys_of("Falcons", "The Grey Falcons shelled Ordo. The Night Falcons shelled Pell.", "The Falcons fled.")
    assert found == {"body:falcons"}


def test_the_monitors_are_the_only_mission_that_watches() -> None:
    shown = keys_of(
        "The monitors",
        "The Joint Verification Mission closed its office.",
        "The monitors counted nine graves. The monitors, who number forty, will stay.",
    )
    assert shown == {"body:joint verification mission"}


def test_the_monitors_are_nobody_known_where_two_missions_watch() -> None:
    first = "The Joint Verification Mission and the Border Observer Group closed their offices."
    assert not any((key or "").startswith("body:") for key in keys_of("The monitors", first, "The monitors left."))


def test_a_president_is_not_the_minister_with_his_surname() -> None:
    shown = keys_of(
        "Dorvan",
        "President Emil Dorvan spoke in Pell.",
        "Interior Minister Otto Dorvan was hurt. President Dorvan went to see him.",
    )
    assert shown == {"person:emil dorvan"}


def test_the_army_of_a_civil_war_is_that_of_the_state_in_which_it_is_fought() -> None:
    shown = keys_of(
        "the army",
        "Chad closed its border. Chad sent guns, and the Grey Falcons shelled Chad again. Chad wept.",
        "The Grey Falcons crossed a river in Chad. France, which knows Chad, was silent, and so was France's envoy. "
        "The Grey Falcons said that the army had run. The Grey Falcons laughed.",
    )
    assert shown == {"organ:armed forces:TCD"}


def test_letters_behind_the_place_of_a_mission_are_its_own() -> None:
    shown = keys_of("OMIC", "The Observer Mission in Chad (OMIC) has no cars. OMIC will leave.")
    assert shown == {"body:observer mission"}


def test_an_envoy_may_be_the_ambassador_of_another_report() -> None:
    shown = keys_of(
        "Canada's envoy",
        "Canada's ambassador, Joan Peel, left Quito.",
        "Somebody shot at Canada's envoy. It rained in Quito.",
    )
    assert shown == {"person:joan peel"}


def test_an_organ_goes_by_what_reports_call_it_with_its_state() -> None:
    documents, found = case("The Turkish army said it had lost two men. Turkey's army denied more. Its army waited.")
    (army,) = [one for one in actors(documents, found)[0] if one.key.startswith("organ:")]
    assert {"Turkish army", "Turkey's army"} <= set(army.names)
    assert "Its army" not in army.names


def test_who_speaks_is_somebody_without_a_name() -> None:
    documents, found = case("A farmer from Osk said that the bridge was gone. A driver waited at the bridge.")
    persons = {one.evidence[0].text: one.id for one in found if one.rule == "person without a name"}
    assert not actors(documents, found)[1].keys() & set(persons.values())
    _, links = actors(documents, found, voices={persons["A farmer"]})
    assert persons["A farmer"] in links
    assert persons["A driver"] not in links
