"""What denials, accusations, rejections and admissions speak of, and speech within speech."""

import pytest

from rashomon.model.annotation import Annotation, Event, Figure, Statement
from rashomon.model.text import Document
from rashomon.pipeline import understand


def told(text: str) -> dict[str, Annotation]:
    """Everything said in a text, by id."""
    return {one.id: one for one in understand(Document(text=text, source="test", language="en")).annotations}


def words(one: Annotation | None) -> str:
    """The words at which a record stands: an event's or figure's cue, what a statement says."""
    if one is None:
        return ""
    spans = one.content if isinstance(one, Statement) else one.cue if isinstance(one, (Event, Figure)) else one.evidence
    return " … ".join(span.text for span in spans)


def targets(text: str, *acts: str) -> list[str]:
    """At which words the records stand that the statements of some acts speak of."""
    records = told(text)
    found = [one for one in records.values() if isinstance(one, Statement) and one.act in acts]
    return [words(records.get(one.of or "")) for one in found]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The Velm consul said that Osk had shelled the port of Tarn. Osk denied it.", "shelled"),
        ("Major Keral said his men had captured the bridge. “That is a lie,” said Colonel Dostan.", "captured"),
        ("Radio Tarn said rebels had shelled the hospital. A rebel spokesman called the claim fabricated.", "shelled"),
        ("The palace in Velm said two kings had spoken by telephone. No such call took place, the court of Osk said.",
         "spoken by telephone"),
    ],
)  # fmt: skip
def test_a_denial_leads_to_what_another_told(text: str, target: str) -> None:
    assert targets(text, "deny") == [target]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Pakistan denies arming the tribesmen of Swat.", "arming"),
        ("The Chadian defence ministry denied that its aircraft had bombed Aouzou.", "bombed"),
        ("“Our gunners did not fire on the convoy,” Major Petrosh said on Friday.", "fire"),
    ],
)
def test_a_denial_of_what_nobody_told_leads_to_its_own_deed(text: str, target: str) -> None:
    assert targets(text, "deny") == [target]


@pytest.mark.parametrize(
    ("text", "of_all"),
    [
        ("Honduras accused El Salvador of bombing a port. San Salvador denied the charge.", ["bombing", "bombing"]),
        ("Mali and Niger accused each other of breaking the truce.", ["breaking … truce", "breaking"]),
        ("The truce broke down within hours. Each side blamed the other for the collapse.", ["broke down"]),
    ],
)  # fmt: skip
def test_an_accusation_leads_to_the_deed_it_alleges(text: str, of_all: list[str]) -> None:
    found = targets(text, "accuse", "deny")
    assert len(found) == len(of_all)
    assert all(one for one in found)
    assert set(found) <= {*of_all, "collapse", "blamed … collapse"}


def test_two_who_accuse_each_other_each_allege_the_other_s_deed() -> None:
    records = told("Mali and Niger accused each other of breaking the truce.")
    deeds = [one for one in records.values() if isinstance(one, Event) and one.status == "alleged"]
    assert sorted((str(one.initiators[0]), str(one.according_to[0])) for one in deeds) == [
        ("Mali", "Niger"), ("Niger", "Mali"),
    ]  # fmt: skip


def test_an_attempt_that_somebody_is_accused_of_is_alleged() -> None:
    records = told("King Arn accused Velm of trying to attack the pipelines.")
    assert [one.status for one in records.values() if words(one) == "attack"] == ["alleged"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("France demanded that the fort be razed. The garrison rejected the demand.", "the fort be razed"),
        ("General Adou rejects the precondition of Keral, who requires the withdrawal of all troops.", "requires"),
    ],
)  # fmt: skip
def test_a_rejection_leads_to_the_wish_it_turns_down(text: str, target: str) -> None:
    assert targets(text, "reject") == [target]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The Soviet command admitted that its bombers had hit the school.", "hit"),
        ("Rhodesia acknowledged the loss of 12 soldiers.", "12"),
    ],
)
def test_an_admission_leads_to_the_deed_or_the_count(text: str, target: str) -> None:
    assert targets(text, "admit") == [target]


@pytest.mark.parametrize(
    "text", ["The minister denied everything. Shops stayed shut.", "The bishop denied rumours. The weather was fine."]
)
def test_a_denial_of_nothing_told_leads_nowhere(text: str) -> None:
    assert targets(text, "deny") == [""]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Keral expressed “deep concern about the fighting in the north” on the call, according to a palace statement.",
         ["Keral", "palace"]),
        ('The palace said the two leaders "stressed the urgent need to end the war", according to the Morning Post.',
         ["the two leaders", "The palace", "the Morning Post"]),
        ("“I held talks with King Orsa and said let's put an end to this,” President Keral told lawmakers.",
         ["I", "President Keral"]),
        ("“They told us: leave or burn,” the priest said.", ["They", "the priest"]),
    ],
)  # fmt: skip
def test_speech_within_speech_has_the_whole_chain(text: str, chain: list[str]) -> None:
    found = [one for one in told(text).values() if isinstance(one, Statement)]
    assert chain in [[str(link) for link in one.according_to[:-1]] for one in found]


def test_an_office_that_tells_more_than_it_reads_out_speaks_for_itself() -> None:
    text = "Keral informed Dostan in a call about talks with the rebels, the palace said on Saturday, TASS reported."
    found = [one for one in told(text).values() if isinstance(one, Statement)]
    assert sorted([str(link) for link in one.according_to[:-1]] for one in found) == [
        ["Keral", "the palace", "TASS"], ["the palace", "TASS"],
    ]  # fmt: skip


def test_a_carrier_s_tag_is_none_of_the_words_it_carried() -> None:
    text = "The minister said the rebels had told him they would lay down their arms, the Gazette reported."
    found = [one for one in told(text).values() if isinstance(one, Statement)]
    assert all("Gazette" not in words(one) for one in found)


def test_you_is_the_one_person_spoken_to() -> None:
    records = told("“You can meet the rebels,” Dostan told President Keral.")
    met = next(one for one in records.values() if isinstance(one, Event))
    assert [words(records.get(link.mention or "")) for link in met.initiators] == ["Keral", "the rebels"]


def test_who_tells_a_deed_that_is_denied_behind_it_denies_nothing() -> None:
    text = 'The Norwegian government says that the rebels shot eleven farmers in May. "That is a lie," said Ada Brandt.'
    acts = [one.act for one in told(text).values() if isinstance(one, Statement)]
    assert acts == ["say", "deny"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Karan Front said its fighters would hand over the radio station by noon.", "promise"),
        ('"We will return the eleven sailors before the feast," Admiral Sorge told reporters.', "promise"),
        ("Norland's prime minister said his government would reopen the ferry line on Monday.", "promise"),
        ("The Karan Front said it would quit the talks if the drones came back.", "threaten"),
        ("Marland said it would break off relations should the envoy be expelled.", "threaten"),
        ("The rebels said there would be no exchange of prisoners before the siege was lifted.", "reject"),
        ("The minister said his delegation would not go to Arles.", "reject"),
        ("The general said his troops had not entered the village.", "deny"),
        ("Marland said it had sent no weapons to the Karan Front.", "deny"),
        (
            "Sudan said on Tuesday that Chadian troops had crossed the border and burned three of its villages.",
            "accuse",
        ),
        ("The Karan Front said the army had broken the truce. The army says the Front broke it.", "accuse"),
    ],
)
def test_what_is_plainly_said_does_what_it_says(text: str, act: str) -> None:
    assert act in {one.act for one in told(text).values() if isinstance(one, Statement)}


@pytest.mark.parametrize(
    "text",
    [
        "A diplomat said the plan would fail within a week.",  # foretold of others
        "The general said his troops had taken the ridge at dawn.",  # a deed of one's own
        "A monitor of the mission said there had been shelling on both banks.",  # nobody's deed
        '"I do not know who fired first," the abbot said.',
        "Pakistan said Indian doctors had treated its wounded.",
        "Iraq said Iranian pilgrims had been killed in the blast.",
        "The bishop said nobody had come to mass on Sunday.",
        "The spokesman said the president would be 70 on Sunday.",
    ],
)
def test_what_only_tells_stays_a_saying(text: str) -> None:
    assert {one.act for one in told(text).values() if isinstance(one, Statement)} == {"say"}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The Velm army said its gunners had brought down a jet. Osk denied that any aircraft was missing.",
         "brought down"),
        ("Osk said 40 rebels had crossed the river. The Front disowned the existence of any such men.", "crossed"),
        ("The Front said army jets had bombed the village. The army said none had flown.", "bombed"),
        ("General Keral said Velm had landed guns at Tarn. “Nothing of the kind was landed,” a Velm spokesman said.",
         "landed"),
    ],
)  # fmt: skip
def test_a_denial_without_a_deed_answers_the_claim_before_it(text: str, target: str) -> None:
    assert targets(text, "deny") == [target]


@pytest.mark.parametrize(
    "text",
    [
        "A hospital in Tarn put the dead at nine. The Velm army denied that any aircraft was missing.",
        "The Front said army jets had bombed the village. It said none of its men had died.",
        "The Velm army said no jet had flown. The Osk army said none had flown.",
    ],
)
def test_what_tells_no_deed_of_others_is_not_denied(text: str) -> None:
    assert [target for target in targets(text, "deny") if target not in ("", "died", "flown")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Deputies say President Renz broke the law when he sent troops to Tarn. Some left the hall. "
        "A minister dismissed any thought that she would leave the cabinet.",
        "Osk bombed the bridge at Tarn on Monday. The river rose. Nobody crossed. "
        "A Velm minister denied that there were talks under way.",
        "The rebels shelled the port, the Velm army said. Ships left. The harbour master denied that fuel was short.",
    ],
)
def test_a_denial_in_words_of_its_own_is_not_of_another_matter_told_before(text: str) -> None:
    assert set(targets(text, "deny") + targets(text, "reject")) <= {""}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Velm says we fired first.", "fired"),
        ("Federal artillery opened fire first, the Front said.", "opened fire"),
        ("A weekly in Lund says 300 rifles were landed at Tarn. Velm denies it.", "landed"),
        ("Gunmen in boats had attacked a village, the Velm army said.", "attacked"),
    ],
)
def test_who_tells_of_the_deed_of_others_speaks_of_it(text: str, target: str) -> None:
    assert target in targets(text, "say", "accuse")


@pytest.mark.parametrize(
    "text",
    [
        "The Velm army said its gunners had brought down a jet. Osk denied it.",
        "The Front said it had shelled the camp at Lund.",
        "A nurse in Tarn said shells fell on the market.",
    ],
)
def test_who_tells_of_an_own_deed_or_of_nobodys_charges_nobody(text: str) -> None:
    assert set(targets(text, "say")) <= {""}
