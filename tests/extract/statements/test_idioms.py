"""Sayings in idioms, those that lean on another's verb, rare tags, and whose version a sentence tells."""

import pytest

from rashomon.model.annotation import Statement
from tests.extract.statements.conftest import Tell, content, texts

Told = tuple[str, str, str]


def _told(statements: list[Statement]) -> list[Told]:
    return [(one.act, " ".join(texts(one.speaker)), " … ".join(content(one))) for one in statements]


@pytest.mark.parametrize(
    ("text", "act", "speaker", "said"),
    [
        ("Ankor lays the collapse of the talks at the door of the guild.", "accuse", "Ankor",
         "the collapse of the talks"),
        ("The council took the monitors to task for siding with the guild.", "accuse", "The council",
         "siding with the guild"),
        ("In Nordhal the blame is laid on smugglers from the delta.", "accuse", "Nordhal", "the blame"),
        ("The junta protested its innocence of the massacre at the well.", "deny", "The junta",
         "the massacre at the well"),
        ("The mayor knows nothing of any such order.", "deny", "The mayor", "any such order"),
        ("The colonel owned up to having ordered the bombardment.", "admit", "The colonel",
         "having ordered the bombardment"),
        ("The Swiss consulate bore out the minister's account.", "say", "The Swiss consulate",
         "the minister's account"),
        ("The marshal gave his word that the bridge would stay open.", "promise", "The marshal",
         "the bridge would stay open"),
        ("General Okell served notice that any boat would be sunk.", "threaten", "General Okell",
         "any boat would be sunk"),
        ("The admiral would not be drawn on the fate of the crew.", "reject", "The admiral", "the fate of the crew"),
        ("Selva allowed the mutineers until Friday noon to lay down their arms.", "demand", "Selva",
         "Friday noon to lay down their arms"),
        ("The army placed its own losses at 42 dead.", "say", "The army", "its own losses at 42 dead"),
        ("The opposition pointed the finger at the presidential guard.", "accuse", "The opposition",
         "the presidential guard"),
        ("To hear Tavira tell it, the tanks were inside.", "say", "Tavira", "the tanks were inside"),
        ("Three lorries crossed the ford, if the shepherds are to be believed.", "say", "the shepherds",
         "Three lorries crossed the ford"),
        ("The first shell fell on the ward, remembers a nurse who was on duty.", "say", "a nurse who was on duty",
         "The first shell fell on the ward"),
        ("The road, the clerk consoled me, would dry by June.", "say", "the clerk", "The road … would dry by June"),
        ("Short shrift was given by Kandor to the draft.", "reject", "Kandor", "the draft"),
        ("The barges, the ministry maintains, left on Friday.", "say", "the ministry", "The barges … left on Friday"),
        ("Kandor makes no secret of the loss of both minelayers.", "admit", "Kandor", "the loss of both minelayers"),
        ("The treaty is, to the envoy's mind, a rope of sand.", "judge", "the envoy", "The treaty is … a rope of sand"),
        ("“Winter will find us without boots,” was General Pauk's warning to the court.", "warn", "General Pauk",
         "Winter will find us without boots"),
    ],
)  # fmt: skip
def test_idioms(written: Tell, text: str, act: str, speaker: str, said: str) -> None:
    assert _told(written(text)) == [(act, speaker, said)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("She would not elaborate.", "She"),
        ("The marshal's aide would not elaborate.", "The marshal's aide"),
        ("The two envoys would not elaborate.", "The two envoys"),
    ],
)
def test_who_would_not_elaborate_says_so_in_the_verb_alone(written: Tell, text: str, speaker: str) -> None:
    assert _told(written(text)) == [("reject", speaker, "elaborate")]


def test_a_saying_goes_on_to_what_its_speaker_would_not_say(written: Tell) -> None:
    told = _told(written("He said he had spent a year in Osk, but would not elaborate."))
    assert ("say", "He", "he had spent a year in Osk, but would not elaborate") in told


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("The governor put the fire down to shelling, the rebels to a drone.",
         [("accuse", "The governor"), ("accuse", "the rebels")]),
        ("Pretor holds Marsh gunners responsible, Maput a naval patrol.", [("accuse", "Pretor"), ("accuse", "Maput")]),
        ("Brazil disowned the raid on the port. So did Argentina.", [("deny", "Brazil"), ("deny", "Argentina")]),
    ],
)  # fmt: skip
def test_what_leans_on_another_verb(written: Tell, text: str, both: list[tuple[str, str]]) -> None:
    assert [(act, who) for act, who, _ in _told(written(text))] == both


@pytest.mark.parametrize(
    "text",
    [
        "The farmers placed their sandbags at 40 metre intervals along the bank.",
        "The crew put the dog down to spare it further pain.",
        "The captain pointed the gun at the window and waited.",
        "The ministry has not disclosed its losses.",
        "The two accounts contradict each other.",
        "The collapse of the dam bore out the drawings.",
        "If the marshal gives his word that the bridge stays open, the barges will leave.",
    ],
)
def test_what_no_idiom_tells(written: Tell, text: str) -> None:
    assert _told(written(text)) == []


def test_an_idiom_in_what_somebody_says_is_no_second_statement(written: Tell) -> None:
    told = _told(written("The envoy said that it owned up to the raid."))
    assert [act for act, _, _ in told] == ["say"]
