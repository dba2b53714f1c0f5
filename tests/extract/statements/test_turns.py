"""Whose turn it is: labels of a briefing, questions and answers, and speech that runs on behind its tag."""

from tests.extract.statements.conftest import Tell, content, texts

_ASKED = "General Aram Toll, chief of staff, on the second week\n\n"


def test_a_speaker_in_capitals_is_the_person_of_that_name(written: Tell) -> None:
    text = (
        "Spokesman: Colonel Juri Hask\n\nCOLONEL HASK: Our guns did not fire at the mill.\n\n"
        "REPORTER: Will you halt at the river?\n\nCOLONEL HASK: We lost four men on Monday."
    )
    told = [one for one in written(text) if one.rule == "statements: colon"]
    assert [(one.act, texts(one.speaker), content(one)) for one in told] == [
        ("deny", ["COLONEL HASK"], ["Our guns did not fire at the mill"]),
        ("say", ["COLONEL HASK"], ["We lost four men on Monday"]),
    ]
    assert all(one.speaker[0].mention for one in told)


def test_q_asks_and_a_answers(written: Tell) -> None:
    text = (
        "INTERVIEW\n\nQ: Minister Dessa, has Vesk asked for a truce?\n\nA: They asked for six hours.\n\n"
        "Q: And the prisoners?\n\nA: We hold 88 in the fort.\n\nQ: Thank you."
    )
    told = [one for one in written(text) if one.rule == "statements: colon"]
    assert [content(one) for one in told] == [["They asked for six hours"], ["We hold 88 in the fort"]]
    assert all(one.speaker[0].mention for one in told)


def test_an_interview_without_labels(written: Tell) -> None:
    text = _ASKED + "\n\n".join(
        [
            "General, do you still hold Orle?", "We hold the station.", "Vesk says it has lost nine men.",
            "We have handed over sixty ourselves.", "Will you cut the pipeline?", "Nobody has asked me to do so.",
            "Did you shell Sarn?", "We have no gun near Sarn.",
        ]
    )  # fmt: skip
    told = [one for one in written(text) if one.rule == "statements: turn"]
    assert [content(one)[0] for one in told] == [
        "We hold the station", "We have handed over sixty ourselves", "Nobody has asked me to do so",
        "We have no gun near Sarn",
    ]  # fmt: skip
    assert {texts(one.speaker)[0] for one in told} == {"Aram Toll"}


def test_two_questions_make_no_interview(written: Tell) -> None:
    text = _ASKED + "Who fired first?\n\nWe hold the station.\n\nWho will pay?"
    assert [one for one in written(text) if one.rule == "statements: turn"] == []


def test_speech_runs_on_behind_its_tag(written: Tell) -> None:
    told = written("The road was shut, the mayor said. It would stay so until May. Snow fell on Sunday.")
    assert [(texts(one.speaker), content(one)) for one in told] == [
        (["the mayor"], ["The road was shut"]), (["the mayor"], ["It would stay so until May"]),
    ]  # fmt: skip


def test_a_tag_that_the_parser_takes_for_a_noun(written: Tell) -> None:
    told = written("Port sources affirm that Zembla has lent its airfields to the League.")
    assert [(texts(one.speaker), content(one)) for one in told] == [
        (["Port sources"], ["Zembla has lent its airfields to the League"])
    ]


def test_an_interview_whose_questions_do_not_all_end_as_such(written: Tell) -> None:
    text = "Ada Brandt, head of the front's political wing, received Mina Roth in Osk on Monday.\n\n" + "\n\n".join(
        [
            "Sunt is lost. Was that a defeat?", "Our men left in good order.", "You told the monitors eight.",
            "That was on the first. More were found in May.", "Who broke the truce?", "Lesk did, with its jets.",
            "(The palace in Lesk, asked by this paper, said that it had kept the truce.)",
            "And the bus in June? Four villagers died.", "Bandits did it.", "Will you talk?",
            "We are ready to talk in May.", "The palace in Lesk declined to comment.",
        ]
    )  # fmt: skip
    told = [one for one in written(text) if one.rule == "statements: turn"]
    assert [content(one)[0] for one in told] == [
        "Our men left in good order", "More were found in May", "Lesk did, with its jets", "Bandits did it",
        "We are ready to talk in May",
    ]  # fmt: skip
    assert {texts(one.speaker)[0] for one in told} == {"Ada Brandt"}


def test_an_essay_that_asks_now_and_then_is_no_interview(written: Tell) -> None:
    plain = [f"The town of Osk has stood on its hill for {n} hundred years." for n in range(2, 24)]
    text = _ASKED + "\n\n".join([*plain, "Who will pay?", *plain, "Who came?", *plain, "Who fired?", *plain])
    assert [one for one in written(text) if one.rule == "statements: turn"] == []


def test_questions_in_brackets_are_the_papers_own(written: Tell) -> None:
    text = _ASKED + "\n\n".join(
        ["(Who paid?)", "(Who came?)", "(Who fired?)", "We hold the station.", "(Why?)", "(Who?)"]
    )
    assert [one for one in written(text) if one.rule == "statements: turn"] == []
