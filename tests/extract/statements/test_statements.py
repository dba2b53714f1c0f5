from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.extract.found import Found
from rashomon.extract.statements.drafts import clean
from rashomon.language.analysis import Analysis
from rashomon.model.annotation import Link, Statement
from rashomon.model.text import Document, Furniture
from tests.extract.statements.conftest import Tell, content, texts

Extract = Callable[..., Found]


@pytest.fixture
def told(found: Extract) -> Callable[..., list[Statement]]:
    def tell(text: str, published: str | None = "2031-05-07") -> list[Statement]:
        return list(found(text, published, upto="statements").statements)

    return tell


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("The army said that the pass was open.", "The army", ["the pass was open"]),
        ("Olan Teig told reporters on Friday that nobody had drowned.", "Olan Teig", ["nobody had drowned"]),
        ("The envoy insists Karsk will not give up the island.", "The envoy", ["Karsk will not give up the island"]),
        ("The pass was open, the army said.", "the army", ["The pass was open"]),
        ("The siege, she said, would end by Easter.", "she", ["The siege", "would end by Easter"]),
        ("Ostria, said the envoy, will keep its word.", "the envoy", ["Ostria", "will keep its word"]),
        ("The marines fired first, recalls a fisherman.", "a fisherman", ["The marines fired first"]),
    ],
)  # fmt: skip
def test_indirect_speech_with_its_cue_before_after_or_inside(
    told: Tell, text: str, speaker: str, said: list[str]
) -> None:
    (one,) = told(text)
    assert texts(one.speaker) == [speaker]
    assert content(one) == said
    assert one.form == "indirect"


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("“We stay,” the mayor said.", "the mayor", ["We stay"]),
        ('"The guns fell silent," he said, "and they stay so."', "he", ["The guns fell silent", "and they stay so."]),
        (
            "“They came at night,” said Mira Holt. “Nobody warned us.”",
            "Mira Holt",
            ["They came at night", "Nobody warned us."],
        ),
        ("Brandt told parliament: “There is no truce.”", "Brandt", ["There is no truce."]),
        (
            "“It is quiet. The road is open. We sleep,” the mayor told reporters.",
            "the mayor",
            ["It is quiet. The road is open. We sleep"],
        ),
        (
            "“The north fell,” he said. “We had no fuel.\n\n“Nobody came.”",
            "he",
            ["The north fell", "We had no fuel.", "Nobody came."],
        ),
    ],
)
def test_a_quotation_with_one_tag_is_one_statement(told: Tell, text: str, speaker: str, said: list[str]) -> None:
    (one,) = told(text)
    assert texts(one.speaker) == [speaker]
    assert content(one) == said
    assert one.form == "direct"


@pytest.mark.parametrize(
    "text",
    [
        "The hall fell silent. “We have been here before and shall be again.” Then the lights went out.",
        "It rained all day.\n\n“Nobody will ever tell you who gave that order.”\n\nThe road was empty.",
        "“This is how a war begins, my friends.” The old road to Tolle was closed.",
    ],
)
def test_an_orphan_quotation_has_no_speaker(told: Tell, text: str) -> None:
    (one,) = told(text)
    assert one.speaker == ()
    assert one.form == "direct"
    assert one.according_to[0] == Link()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The rebels said they had “cleared every house” in town.", ["they had “cleared every house” in town"]),
        ("Teig said that the plan was “dead” and buried.", ["the plan was “dead” and buried"]),
        ("Brandt said her people would “fight on” until autumn.", ["her people would “fight on” until autumn"]),
    ],
)  # fmt: skip
def test_a_quotation_inside_a_clause_is_mixed_speech(told: Tell, text: str, said: list[str]) -> None:
    (one,) = told(text)
    assert content(one) == said
    assert one.form == "mixed"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Olan Teig: “I have nothing to add.”", "Olan Teig"),
        ("The statement in full: “Both sides will meet.”", "The statement in full"),
        ("The letter read: “Both sides will meet.”", "The letter"),
    ],
)
def test_colon_layouts(told: Tell, text: str, speaker: str) -> None:
    (one,) = told(text)
    assert texts(one.speaker) == [speaker]
    assert one.form == "direct"


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("According to the observers, no shot was fired.", "the observers", "no shot was fired"),
        ("No shot was fired, according to the observers.", "the observers", "No shot was fired"),
        ("Peace, in the words of the old commander, is a longer war.", "the old commander", "Peace is a longer war"),
        ("Brandt's claim that the ship was empty was false.", "Brandt", "the ship was empty"),
        ("Ostria's accusation that the port was mined went unanswered.", "Ostria", "the port was mined"),
        ("His promise that the ferries would sail was forgotten.", "His", "the ferries would sail"),
    ],
)
def test_phrases_and_nouns_that_name_a_voice(told: Tell, text: str, speaker: str, said: str) -> None:
    (one,) = told(text)
    assert texts(one.speaker) == [speaker]
    assert " ".join(content(one)) == said


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Ostria says it hit a depot, while Veldoria says it hit a school.", ["say", "say"]),
        ("The army said the town fell, but the rebels said they held it.", ["say", "say"]),
        ("Karsk admitted that the ship sank but denied that it carried arms.", ["admit", "deny"]),
    ],
)
def test_contrast_is_not_content(told: Tell, text: str, acts: list[str]) -> None:
    first, second = told(text)
    assert [first.act, second.act] == acts
    assert all(a.end <= b.start for a in first.content for b in second.content)


@pytest.mark.parametrize(
    ("text", "act", "said"),
    [
        ("The palace denied the two had spoken of a canal.", "deny", "the two had spoken of a canal"),
        ("The consul denied having signed the paper.", "deny", "having signed the paper"),
        ("The union demanded the release of forty sailors.", "demand", "the release of forty sailors"),
        ("The bishop urged both armies to spare the cathedral.", "demand", "to spare the cathedral"),
        ("The junta gave the garrison until Sunday to surrender.", "demand", "until Sunday to surrender"),
        ("The council rejected the offer of talks.", "reject", "the offer of talks"),
        ("The separatists threatened to cut the pipeline.", "threaten", "to cut the pipeline"),
        ("Brandt vowed to hold the pass.", "promise", "to hold the pass"),
        ("Teig proposed a corridor for the wounded.", "propose", "a corridor for the wounded"),
        ("An adviser warned that the dam would break.", "warn", "the dam would break"),
        ("Karsk acknowledged that eleven men had died.", "admit", "eleven men had died"),
        ("Diplomats predicted that the truce would fail.", "predict", "the truce would fail"),
        ("The envoy called the raid a crime.", "judge", "the raid a crime"),
    ],
)
def test_the_act_and_what_it_is_about(told: Tell, text: str, act: str, said: str) -> None:
    statement = next(one for one in told(text) if one.act == act)
    assert content(statement) == [said]


@pytest.mark.parametrize(
    ("text", "speaker", "accused", "of"),
    [
        ("Veldoria accused Ostria of mining the strait.", ["Veldoria"], ["Ostria"], "mining the strait"),
        ("Karsk blamed the guerrillas for the fire.", ["Karsk"], ["the guerrillas"], "the fire"),
        ("Ostria was accused of hiding launchers.", [], ["Ostria"], "hiding launchers"),
    ],
)
def test_an_accusation_names_the_accused(
    told: Tell, text: str, speaker: list[str], accused: list[str], of: str
) -> None:
    (one,) = told(text)
    assert one.act == "accuse"
    assert (texts(one.speaker), texts(one.accused), content(one)) == (speaker, accused, [of])


@pytest.mark.parametrize(
    "text",
    [
        "Veldoria has accused Ostria of arming the rebels. Ostria denies the charge.",
        "Veldoria accused Ostria of arming the rebels, a charge it denies.",
        "Teig said the two presidents had discussed a canal. The palace denied the presidents discussed a canal.",
        "Ostria was accused of arming the rebels. Brandt and Teig have denied the allegations.",
    ],
)  # fmt: skip
def test_a_denial_leads_to_what_it_denies(told: Tell, text: str) -> None:
    first, *_, denial = told(text)
    assert denial.act == "deny"
    assert denial.of == first.id


def test_a_denial_of_nothing_said_before_leads_nowhere(told: Tell) -> None:
    (denial,) = told("The palace denied that a canal was planned.")
    assert denial.of is None


@pytest.mark.parametrize(
    "text",
    [
        "Fighting between Norway and Sweden goes on. Each side blamed the other for the fire.",
        "The truce between Peru and Chile collapsed. Both sides accused each other of firing first.",
        "Talks between Kenya and Uganda failed. Each side accused the other of lying.",
    ],
)
def test_mutual_blame_is_two_accusations_where_the_sides_are_known(told: Tell, text: str) -> None:
    first, second = told(text)
    assert (first.act, second.act) == ("accuse", "accuse")
    assert first.speaker[0].mention == second.accused[0].mention
    assert first.accused[0].mention == second.speaker[0].mention
    assert first.id != second.id


def test_mutual_blame_of_unknown_sides_is_one_accusation(told: Tell) -> None:
    (one,) = told("Each side blamed the other for the fire.")
    assert one.act == "accuse"
    assert texts(one.speaker) == ["Each side"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The tower was hit, the Navy Ministry said, the Sol news agency reported.",
            ["the Navy Ministry", "the Sol news agency"],
        ),
        ("Brandt told Teig that the ferries would sail, the palace said.", ["Brandt", "the palace"]),
        ("The general said the coast was mined, according to the daily Dagen.", ["The general", "the daily Dagen"]),
        ("The consul said that the admiral had warned that mines lay there.", ["the admiral", "The consul"]),
    ],
)  # fmt: skip
def test_the_chain_runs_from_the_speaker_to_the_document(told: Tell, text: str, chain: list[str]) -> None:
    innermost = max(told(text), key=lambda one: len(one.according_to))
    assert texts(innermost.according_to) == chain
    assert innermost.according_to[-1] == Link(document=innermost.document)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Brandt told Teig by telephone that the ferries would sail.", "phone"),
        ("In a televised address, Brandt said the war was over.", None),
        ("Teig tweeted that the blockade was over.", "tweet"),
        ("Teig said in a letter that the blockade was over.", "letter"),
        ("The press service said the blockade was over.", "press service"),
    ],
)
def test_the_channel(told: Tell, text: str, channel: str | None) -> None:
    assert told(text)[0].channel == (channel or "television")


def test_addressee_and_time_of_speaking(told: Tell) -> None:
    (one,) = told("Brandt told lawmakers on Monday that the ferries sailed on Sunday.", "2031-05-07")
    assert texts(one.addressee) == ["lawmakers"]
    assert (one.said.earliest, one.said.latest) == ("2031-05-05", "2031-05-05")


def test_several_speakers_are_several_links(told: Tell) -> None:
    (one,) = told("Ostria and Veldoria said the talks had failed.")
    assert texts(one.speaker) == ["Ostria", "Veldoria"]


def test_the_speaker_is_the_whole_phrase(told: Tell) -> None:
    (one,) = told("“We stay,” said Ivo Maran, president of the Institute of Trade.")
    assert texts(one.speaker) == ["Ivo Maran, president of the Institute of Trade"]


@pytest.mark.parametrize(
    "text",
    [
        "The fighting has threatened to spread to the islands.",
        "Veldoria has not disclosed its losses.",
        "The envoy left without saying how many had died.",
        "The council voted to send observers, and many hoped for peace.",
        "If the consul says that the port is closed, the ships will turn back.",
        "The crisis threatens to sink the talks.",
        "At the play “The Last Harbour” the audience wept.",
    ],
)
def test_what_is_no_statement(told: Tell, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The general staff put its losses at 40 dead.", "its losses at 40 dead"),
        ("The ministry raised its own toll to 112.", "its own toll to 112"),
        ("Karsk put the number of wounded at 300.", "the number of wounded at 300"),
    ],
)
def test_a_count_is_a_statement(told: Tell, text: str, said: str) -> None:
    (one,) = told(text)
    assert content(one) == [said]


def test_a_paper_speaks_for_the_office_that_issued_it(told: Tell) -> None:
    text = "The Foreign Ministry said talks had begun. “The talks were frank and they will go on,” the statement said."
    first, second = told(text)
    assert texts(second.speaker) == ["the statement"]
    assert second.speaker[0].mention == first.speaker[0].mention


def test_what_each_swears_of_the_other_is_two_accusations(told: Tell) -> None:
    first, second = told("Fighting between Norway and Sweden goes on. Each government swears that the other did it.")
    assert (first.act, second.act) == ("accuse", "accuse")
    assert first.speaker[0].mention == second.accused[0].mention


def test_the_sides_that_blame_each_other_may_be_named_in_the_sentence_before(told: Tell) -> None:
    text = "Peru and Chile signed a truce in Kenya's embassy. It collapsed. Each side blamed the other."
    assert len([one for one in told(text) if one.act == "accuse"]) == 1  # three states are named
    two = [one for one in told(text.replace("Kenya's", "the")) if one.act == "accuse"]
    assert [texts(one.speaker) for one in two] == [["Peru"], ["Chile"]]


def test_marks_and_markup_are_no_words(told: Tell, analysed: Callable[..., Analysis]) -> None:
    text = "[The palace](#) said the port was [closed](#)."
    marks = tuple(
        Furniture(role="markup", start=at, end=at + len(mark))
        for mark in ("[", "](#)")
        for at in range(len(text))
        if text.startswith(mark, at)
    )
    document = Document(text=text, source="test", language="en", furniture=marks)
    analysis = replace(analysed(text), document=document)
    assert clean(analysis, 0, len("[The palace](#)")) == document.span(1, 11)
    start = text.index("the port")
    assert clean(analysis, start, len(text)) == document.span(start, text.index("](#)."))


@pytest.mark.parametrize(
    ("text", "carrier"),
    [
        ("Nine men died, the mayor said, Karsk's state-run news agency reported.", "Karsk's state-run news agency"),
        ("Nine men died, the mayor said, quoted by the daily Dagen.", "the daily Dagen"),
    ],
)
def test_a_carrier_behind_the_tag_is_no_content(told: Tell, text: str, carrier: str) -> None:
    (one,) = told(text)
    assert (content(one), texts(one.via)) == (["Nine men died"], [carrier])


@pytest.mark.parametrize(
    "text",
    [
        "At 22.20 reported shelling was heard.",
        "They declared a ceasefire on Monday.",
        "The agreement says that both banks are to be cleared.",
        "The army reported casualties.",
        "The two ministers spoke about the crisis for an hour.",
        "A club called Maris stood by the harbour.",
        "It is worth noting that the port was closed.",
    ],
)
def test_what_cannot_speak_and_what_tells_nothing(told: Tell, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Brandt said the road was open, but he did not go there.", "the road was open"),
        ("Brandt said the regent was ill and criticised the court for it.", "the regent was ill"),
        ("OSLO, May 3 (Sol) - Ada Brandt said the port was closed.", "the port was closed"),
    ],
)  # fmt: skip
def test_where_content_ends(told: Tell, text: str, said: str) -> None:
    assert content(told(text)[0]) == [said]
    assert texts(told(text)[0].speaker)[0] in ("Brandt", "Ada Brandt")


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        (
            '"We attacked nobody. A lorry hit a mine," Major Ana Vell, who speaks for the Front, told Radio Osk, '
            "Lomapress reported from Lesk.",
            "Major Ana Vell", "Lomapress",
        ),
        ("“We waited for an hour,” the mayor said, the Sol news agency reported.", "the mayor", "the Sol news agency"),
        ("“Our guns are idle,” an officer told Radio Osk, Interlom reports.", "an officer", "Interlom"),
    ],
)  # fmt: skip
def test_a_carrier_behind_a_quotation_is_no_second_speaker(written: Tell, text: str, speaker: str, via: str) -> None:
    (one,) = written(text)
    assert texts(one.speaker)[0].startswith(speaker)
    assert via in texts(one.via)
