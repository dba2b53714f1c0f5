"""What a case file does to actors: names joined, offices filled by their day, outlets given a side."""

from datetime import date

import pytest

from rashomon.case_files import parsed
from rashomon.extract.found import Found
from rashomon.extract.names import names
from rashomon.language.spacy_engine import engine
from rashomon.model.annotation import Mention
from rashomon.model.finding import Judgement
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Actor
from rashomon.resolve.actors import actors


class World:
    """Reports by the day of March 2031 on which they came out, resolved with a case file."""

    def __init__(self, *reports: tuple[int, str], case_file: str = "", outlet: str | None = None) -> None:
        documents = [
            Document(text=text, source=f"{n}", outlet=outlet, language="en", published=When.on(date(2031, 3, day)))
            for n, (day, text) in enumerate(reports)
        ]
        self.mentions: list[Mention] = []
        for document in documents:
            analysis = engine().analyse(document)
            self.mentions += names(analysis, Found(analysis))
        judgement = Judgement(
            action="case file", subjects=(), who="ana", why="test", when="2031-04-01",
            value=parsed(case_file, "test").to_json(),
        )  # fmt: skip
        made, self.links = actors(documents, self.mentions, [judgement])
        self.actors: dict[str, Actor] = {one.name: one for one in made}
        self._ids = {one.id: one.name for one in made}

    def who(self, words: str, *, report: int = -1) -> str | None:
        """The name of the actor meant by the last mention in these words."""
        found = [one for one in self.mentions if one.evidence[0].text == words]
        return self._ids.get(self.links.get(found[report].id, ""))


FRONT = """
parties:
  - name: Dravan Liberation Front
    type: armed group
    names: [the Falcons, Ridge Command]
    acronyms: [DLF]
"""
REPORTS = (
    (9, "The Dravan Liberation Front shelled Tarn."),
    (10, "The Falcons shelled Tarn. The DLF denied it."),
    (11, "Ridge Command said that its men had left."),
)


def test_without_one_the_names_stay_apart() -> None:
    assert {"Falcons", "Ridge Command"} <= set(World(*REPORTS).actors)


def test_aliases_join_mentions_across_reports() -> None:
    made = World(*REPORTS, case_file=FRONT)
    assert {made.who(one) for one in ("Falcons", "DLF", "Ridge Command", "its")} == {"Dravan Liberation Front"}
    (front,) = [one for one in made.actors.values() if one.type == "armed group"]
    assert {"Falcons", "DLF", "Ridge Command"} <= set(front.names)


def test_the_id_is_that_of_the_name_the_reports_had_before() -> None:
    before, after = World(*REPORTS), World(*REPORTS, case_file=FRONT)
    assert after.actors["Dravan Liberation Front"].id == before.actors["Dravan Liberation Front"].id


def test_an_acronym_is_no_word() -> None:
    made = World((9, "The TARN shelled Tarn."), case_file="parties: [{name: Osk, acronyms: [TARN]}]")
    assert (made.who("TARN"), made.who("Tarn")) == ("Osk", "Tarn")


def test_a_surname_that_its_report_gives_to_another_stays() -> None:
    made = World(
        (9, "President Ana Orlo of Kenya spoke."),
        (10, "Colonel Ivo Orlo of Ghana spoke. Orlo then left."),
        (11, "Orlo denied it."),
        case_file="parties: [{name: Ana Orlo, type: person, names: [Orlo]}]",
    )
    assert made.who("Orlo", report=0) == "Ivo Orlo"
    assert made.who("Orlo", report=1) == "Ana Orlo"  # nobody else's there: the case file says whose it is


OFFICES = """
parties:
  - {name: Kenya, country: KEN, type: state, names: [Wakora]}
  - {name: Ana Orlo, type: person, roles: [{title: president, of: Kenya, from: 2029, until: 2031-03-10}]}
  - {name: Ben Tarr, type: person, roles: [{title: president, of: Wakora, from: 2031-03-12}]}
"""


@pytest.mark.parametrize(
    ("day", "who"),
    [(9, "Ana Orlo"), (11, None), (12, "Ben Tarr"), (20, "Ben Tarr")],
)
def test_the_president_is_whoever_held_the_office_that_day(day: int, who: str | None) -> None:
    made = World((day, "The Kenyan president denied it."), case_file=OFFICES)
    assert made.who("The Kenyan president") == who


def test_dates_overrule_what_another_report_tells() -> None:
    reports = (20, "Kenyan President Ben Tarr spoke."), (9, "The Kenyan president denied it.")
    assert World(*reports).who("The Kenyan president") == "Ben Tarr"
    assert World(*reports, case_file=OFFICES).who("The Kenyan president") == "Ana Orlo"


def test_dated_roles_are_the_actors_own() -> None:
    made = World((9, "Kenyan President Ana Orlo spoke."), case_file=OFFICES)
    (role,) = [one for one in made.actors["Ana Orlo"].roles if one.of == "Kenya"]
    assert role.time and (role.time.earliest, role.time.latest) == ("2029-01-01", "2031-03-10")
    assert role.time.basis == "case file"


def test_an_outlet_speaks_of_its_side_s_officials() -> None:
    text = "Our troops hold the ridge. The president denied it."
    told = OFFICES + "outlets: [{name: The Nairobi Herald, side: Kenya}]\n"
    made = World((20, text), case_file=told, outlet="Nairobi Herald")
    assert made.who("Our") == "Kenya"
    assert made.who("The president") == "Ben Tarr"
    assert World((20, text), case_file=told, outlet="Argus").who("Our") is None


def test_type_and_country_are_as_told() -> None:
    made = World(*REPORTS, case_file="parties: [{name: Falcons, type: organisation, country: OSK}]")
    assert (made.actors["Falcons"].type, made.actors["Falcons"].country) == ("organisation", "OSK")
