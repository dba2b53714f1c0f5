"""Who speaks where no tag says so, or says it badly: the sentence before, both sides, a label, a relative clause."""

from collections.abc import Callable

import pytest

from rashomon.extract.found import Found
from rashomon.model.annotation import Mention
from tests.extract.statements.conftest import Tell, content, texts


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("Brandt told me that the film was done. “We had no money for the harbour scenes.”", "We had no", "Brandt"),
        ("The colonel said the men had gone. “They were boys who feared the sea.”", "They were boys", "The colonel"),
        ("Ada Brandt insisted on a vote.\n\n“The islanders have waited for one.”", "The islanders have", "Ada Brandt"),
    ],
)  # fmt: skip
def test_a_quotation_without_a_tag_is_of_who_spoke_in_the_sentence_before(
    written: Tell, text: str, said: str, who: str
) -> None:
    found = next(one for one in written(text) if content(one)[0].startswith(said))
    assert texts(found.speaker) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Brandt walked to the window. “There was a garden here before the shelling.”",
        "Residents said the bridge was down. “I heard it go in the middle of the night.”",
        "Brandt said the road was open, while Holm said that it was shut. “The harbour was never ours to give away.”",
    ],
)
def test_a_quotation_without_a_tag_stays_open_where_nobody_or_several_spoke_before(written: Tell, text: str) -> None:
    assert not written(text)[-1].speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Peru and Chile fought over the desert. Both governments denied the report of a truce.", ["Peru", "Chile"]),
        ("Norway and Sweden share the lake. Both sides said the ice would be cleared.", ["Norway", "Sweden"]),
        ("Kenya and Somalia claim the reef. Both countries have promised to wait for the court.", ["Kenya", "Somalia"]),
    ],
)
def test_both_sides_speak_as_the_two_that_were_named(found: Callable[..., Found], text: str, who: list[str]) -> None:
    known = found(text, upto="statements")
    meant = [known.record(link.mention or "") for link in known.statements[-1].speaker]
    assert [one.name for one in meant if isinstance(one, Mention)] == who


def test_both_of_somebodys_own_are_no_sides(written: Tell) -> None:
    assert len(written("Peru and Chile share a lake. Both his brothers said they would fish there.")[-1].speaker) == 1


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("15:40 Hospital: nine injured brought in.", "Hospital", "nine injured brought in"),
        ("Airport authority: no flights until noon.", "Airport authority", "no flights until noon"),
    ],
)
def test_an_office_or_person_before_a_colon_gives_the_news(written: Tell, text: str, who: str, said: str) -> None:
    one = written(text)[-1]
    assert (texts(one.speaker), content(one)) == ([who], [said])


@pytest.mark.parametrize(
    "text", ["Lesk: a town without water.", "The bill: four million crowns.", "What we know: two dead."]
)
def test_other_words_before_a_colon_say_nothing(written: Tell, text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("Two of them concede that the line has moved.", "Two of them", "the line has moved"),
        ("One, a ferryman, said he had seen the boats burn.", "One, a ferryman", "he had seen the boats burn"),
        ("Witnesses spoke of bodies in the canal.", "Witnesses", "bodies in the canal"),
        ("The mission voiced alarm over the fate of the village.", "The mission", "alarm over the fate of the village"),
        ("Osk and Lesk accuse it of shelling a sleeping town.", "Osk", "shelling a sleeping town"),
    ],
)
def test_those_who_are_counted_or_seen_speak(written: Tell, text: str, who: str, said: str) -> None:
    one = written(text)[-1]
    assert (texts(one.speaker)[0], content(one)) == (who, [said])


def test_who_reports_a_saying_is_cut_off_from_its_words(written: Tell) -> None:
    said = written("The minister stressed that the river was calm, the palace press service reported.")
    assert ["the river was calm"] in [content(one) for one in said]


def test_what_a_strait_is_declared_to_be_is_judged(written: Tell) -> None:
    one = written("The convoy left the strait, which Osk has declared to be a zone of its own interest.")[-1]
    assert (one.act, texts(one.speaker)) == ("judge", ["Osk"])


def test_telling_somebody_to_do_something_demands_it(written: Tell) -> None:
    assert written("The rebels told the aid workers to leave by Friday.")[-1].act == "demand"


def test_who_goes_on_behind_it_is_clear_that_is_no_it(written: Tell) -> None:
    told = written("It is clear that Brandt no longer insists, but believes that the dispute should go to the court.")
    assert [texts(one.speaker) for one in told if content(one)[0].startswith("the dispute")] == [["Brandt"]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chief of Kenya's own coast guard Ada Brandt spoke, saying that “none of them sank”.", "Ada Brandt"),
        ("The deputy of General Ada Brandt said that the road was open.", None),
    ],
)  # fmt: skip
def test_a_name_right_behind_an_office_is_who_speaks(found: Callable[..., Found], text: str, name: str | None) -> None:
    known = found(text, upto="statements")
    meant = known.record(known.statements[-1].speaker[0].mention or "")
    assert (meant.name if isinstance(meant, Mention) else None) == name
