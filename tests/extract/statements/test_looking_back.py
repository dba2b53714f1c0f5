"""Sentences whose speaker another sentence, or a tag put in between, names."""

import pytest

from tests.extract.statements.conftest import Tell, content, texts


def test_a_limit_is_parted_by_what_it_does(written: Tell) -> None:
    told = written(
        "Nobody should be in doubt. The guild will reopen the harbour. It will never accept a garrison, and should one "
        "be landed, our pilots will sink the channel. There lies our limit, Captain Jory Vell said on Sunday."
    )
    assert [one.act for one in told] == ["promise", "reject", "threaten"]
    assert [texts(one.speaker) for one in told] == [["Captain Jory Vell"]] * 3
    assert content(told[0]) == ["The guild will reopen the harbour"]
    assert content(told[2]) == ["should one be landed, our pilots will sink the channel", "There lies our limit"]


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("I had this from the Tovian consul over tea.", "the Tovian consul"),
        ("So, at least, the governor assured us at the station.", "the governor"),
        ("This is what the harbour master told me.", "the harbour master"),
        ("Such, in brief, was the argument of the pilots.", "the pilots"),
        ("A Tovian envoy told me this over lunch.", "A Tovian envoy"),
        ("So I was assured by the ferry pilots' agent, at lunch.", "the ferry pilots' agent"),
        ("That was the burden of an hour I spent with the Tovian consul.", "the Tovian consul"),
        ("Such, at least, was the case put to me over tea by a customs officer.", "a customs officer"),
        ("I owe this to the harbour master.", "the harbour master"),
    ],
)  # fmt: skip
def test_what_stands_before_is_said_by_who_is_named_behind(written: Tell, behind: str, speaker: str) -> None:
    (one,) = written(f"The mines were swept in April. Nothing has been laid since. {behind}")
    assert content(one) == ["The mines were swept in April", "Nothing has been laid since"]
    assert speaker in texts(one.speaker)[0]


@pytest.mark.parametrize(
    "text",
    [
        "The mines were swept in April.\n\nI had this letter from the consul.",
        "The bridge was closed. “We waited.” That was the order.",
        "The bridge was closed. The minister told me nothing.",
    ],
)
def test_a_sentence_that_does_not_point_back_names_nobody(written: Tell, text: str) -> None:
    assert not any("closed" in said or "swept" in said for one in written(text) for said in content(one))


def test_a_tag_between_a_subject_and_its_verb(written: Tell) -> None:
    outer, inner = written("Vell, press secretary Ada Lint said, had told the envoy that no monitor would be of use.")
    assert (texts(outer.speaker), texts(inner.speaker)) == (["press secretary Ada Lint"], ["Vell"])
    assert content(inner) == ["no monitor would be of use"]


def test_who_is_told_of_in_a_relative_clause_is_no_tag(written: Tell) -> None:
    (one,) = written("Brigadier Lint, who commands the fort, told Radio Pell that nobody had left.")
    assert texts(one.speaker)[0].startswith("Brigadier Lint")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Osmar owns up to 14 dead, the left bank to 31.", [["14 dead"], ["31"]]),
        ("Osmar concedes 61 prisoners, the League 18.", [["61 prisoners"], ["18"]]),
        ("Osmar owns up to 14 dead.", [["14 dead"]]),
    ],
)
def test_a_number_leans_on_another_s_verb(written: Tell, text: str, said: list[list[str]]) -> None:
    assert [content(one) for one in written(text)] == said


def test_what_is_set_off_behind_a_tag_is_not_said(written: Tell) -> None:
    first, *_ = written("The truce of Orme was largely intact, envoys said, for all that either bank blamed the other.")
    assert content(first) == ["The truce of Orme was largely intact"]


@pytest.mark.parametrize(
    ("behind", "act"),
    [
        ("Our units confined themselves to returning fire.", "say"),
        ("Osmari gunners did nothing but reply.", "say"),
        ("Since then the factory has sold us none.", "deny"),
        ("No such order was given.", "deny"),
        ("In the event of an attack, the army will answer at once.", "threaten"),
    ],
)
def test_a_plea_behind_a_charge_is_the_speaker_s(written: Tell, behind: str, act: str) -> None:
    _, one = written(f"The minister said the rebels had shelled the road. {behind}")
    assert (texts(one.speaker), one.act) == (["The minister"], act)


@pytest.mark.parametrize(
    "behind",
    [
        "Only two lorries crossed it.",
        "The ferry only runs on Sundays.",
        "Soldiers only left it at dusk.",
        "The rebels have disclosed nothing since the war began.",
    ],
)
def test_what_a_reporter_tells_on_is_nobody_s(written: Tell, behind: str) -> None:
    assert len(written(f"The minister said the bridge was open. {behind}")) == 1


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("The army put the dead at 300, a figure Tovia called absurd.", "Tovia", ["a figure", "absurd"]),
        ("The army said 300 fell, which Tovia calls a fantasy.", "Tovia", ["a fantasy"]),
        ("It gave 40, a number the rebels dismissed as “a fable”.", "the rebels", ["a number", "a fable"]),
    ],
)  # fmt: skip
def test_who_calls_a_figure_untrue_denies_it(written: Tell, text: str, speaker: str, said: list[str]) -> None:
    one = next(each for each in written(text) if each.act == "deny")
    assert (texts(one.speaker), content(one)) == ([speaker], said)


@pytest.mark.parametrize(
    "text", ["The village, which the army calls a base, was shelled.", "Osmar sent what it called aid."]
)
def test_what_is_only_called_something_is_not_denied(written: Tell, text: str) -> None:
    assert not [one for one in written(text) if one.act == "deny"]


@pytest.mark.parametrize("text", ["This\n\nThe bridge held.", "THAT\n\nThe ford was lost.", "The bridge held.\n\nSuch"])
def test_a_line_of_one_word_looks_back_at_nothing(written: Tell, text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    "behind",
    [
        "It will not accept a garrison, and the day one lands is the day our pilots leave: so Captain Jory Vell drew "
        "the line for this newspaper on Sunday.",
        "It will not accept a garrison, and should one be landed, our pilots would leave. That is where the line runs, "
        "Captain Jory Vell told us on Sunday.",
        "It does not agree to be governed from Osk, and were any paper to say so, our pilots would go: that is where "
        "the matter ends for the guild, its master, Jory Vell, assured us on Sunday.",
    ],
)
def test_limits_are_told_behind_a_colon_and_by_where_they_run(written: Tell, behind: str) -> None:
    told = written(f"Let Varn hear this. The guild will reopen the harbour. {behind}")
    assert [one.act for one in told] == ["promise", "reject", "threaten"]
    assert all("Jory Vell" in texts(one.speaker)[0] for one in told)


def test_another_who_tells_the_same_is_heard(written: Tell) -> None:
    told = written(
        "The mines were swept in April. Nothing has been laid since. So I was assured by the Tovian consul, at lunch. "
        "At dinner an envoy of the pilots assured me of as much, changing only the month."
    )
    assert texts(told[-1].speaker) == ["an envoy of the pilots"]


def test_what_would_be_there_is_no_look_back(written: Tell) -> None:
    told = written("He pledged that those who wished to stay might do so. There would be no return, he went on.")
    assert all(one.rule != "statements: looking back" for one in told)


@pytest.mark.parametrize(
    "text",
    [
        "Everybody dragged their feet for a month. To me it is plain what is going on so I do not see why they wait.",
        "Singers rarely smile. This is where Jory Vell, 23, has been writing songs ever since the rising began.",
        "A peanut grows in the earth. And here is another fact: peanuts are no nuts. That is your answer.",
    ],
)
def test_what_only_looks_like_a_look_back(written: Tell, text: str) -> None:
    assert all(one.rule != "statements: looking back" for one in written(text))
