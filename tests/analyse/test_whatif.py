"""What these reports say would follow if something happened: questions written before the code."""

from collections.abc import Iterator

import pytest

from rashomon.analyse.deeds import Deed, alike
from rashomon.analyse.whatif import Answer
from rashomon.case import Case, open_case
from rashomon.demo import reports

# The question, and words of the pledges that answer it (one of them must come first).
ANSWERED = {
    "Ombar is attacked": ("bound to Ombar by a defence treaty", "obliges Brenhold", "If Ombar is attacked"),
    "Dovra is attacked": ("The treaty does not cover Dovra", "Dovra lies outside it", "Dovra is not Ombar"),
    "Veldania shells Arkesh": ("stopped shelling Arkesh", "one more shell fall on Arkesh"),
    "Torvian troops cross east of the Luvane": ("No Torvian soldier east of the Luvane",),
    "Veldania withdraws from Mirosk": ("Veldania had withdrawn", "if Veldanian troops left Mirosk"),
    "Ombari troops leave Dovra": ("until the last Ombari soldier has left Dovra", "until Dovra is empty"),
    "the foreign mercenaries leave": ("provided that the foreign mercenaries leave",),
    "Veldania confirms that it will attend the talks": ("if Veldania confirms its attendance",),
    "the talks fail": ("as long as the talks have a chance",),
    "another shell falls on Arkesh": ("one more shell fall on Arkesh",),
}
# The same deeds, their doers told by the name of their people, their verbs by other forms.
BY_PEOPLE = {
    "Torvians cross the river Luvane": "No Torvian soldier east of the Luvane",
    "Veldanians shell Arkesh": "one more shell fall on Arkesh",
    "the Ombari leave Dovra": "until the last Ombari soldier has left Dovra",
    "Veldanian gunners fire on Arkesh": "one more shell fall on Arkesh",
}
# Deeds that these reports speak of, by or to somebody of whom they do not.
OF_STRANGERS = (
    "Zemblan troops cross the river Bober",
    "the Syldavians leave",
    "Bordurian troops leave Dovra",
    "one more shell falls on Klow",
    "Swedish soldiers cross the Luvane",
    "Veldania withdraws from Klow",
    "Atlantis is attacked",
)
COVERED_BY_NOTHING = (
    "Ishkar invades Bralone",
    "Torvia imposes sanctions on Ishkar",
    "Veldania buys submarines",
    "the League expels Bralone",
    "an earthquake destroys Pontamar",
)
# Of the ten, at least so many must be right: the others wait for pledges that are not extracted yet.
RIGHT = 8


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with open_case(tmp_path_factory.mktemp("whatif") / "case.rashomon") as opened:
        opened.read(*reports())
        yield opened


def best(answers: list[Answer]) -> str:
    """The words of the first answer."""
    return " ".join(" ".join(span.text.split()) for span in answers[0].pledge.evidence) if answers else ""


def test_questions_find_the_pledges_that_answer_them(case: Case) -> None:
    missed = [
        question for question, words in ANSWERED.items() if not any(one in best(case.whatif(question)) for one in words)
    ]
    assert len(ANSWERED) - len(missed) >= RIGHT, missed


@pytest.mark.parametrize(("question", "words"), BY_PEOPLE.items())
def test_a_people_stands_for_its_state(case: Case, question: str, words: str) -> None:
    said = [" ".join(" ".join(span.text.split()) for span in one.pledge.evidence) for one in case.whatif(question)]
    assert any(words in one for one in said)


@pytest.mark.parametrize("question", OF_STRANGERS)
def test_what_strangers_do_is_not_answered_by_its_verb(case: Case, question: str) -> None:
    assert case.whatif(question) == []


def test_a_stranger_who_attacks_a_party_to_a_pact_triggers_it(case: Case) -> None:
    assert "covered" in {one.effect for one in case.whatif("Bordurian troops attack Ombar")}


@pytest.mark.parametrize("question", COVERED_BY_NOTHING)
def test_what_nothing_covers_has_no_answer(case: Case, question: str) -> None:
    assert case.whatif(question) == []


def test_a_pact_covers_its_party_and_exempts_what_it_exempts(case: Case) -> None:
    assert {one.effect for one in case.whatif("Ombar is attacked") if one.pledge.form == "pact"} == {"covered"}
    assert case.whatif("Dovra is attacked")[0].effect == "exempt"


def test_going_on_with_what_must_end_triggers_the_threat(case: Case) -> None:
    effects = {best([one])[:20]: one.effect for one in case.whatif("Veldania shells Arkesh")}
    assert effects["he would close the s"] == "triggers"


def test_the_authority_is_told_with_its_title(case: Case) -> None:
    assert "Rasan Belkesh (President" in case.whatif("Veldania withdraws from Mirosk")[-1].authority


def test_roles_that_are_crossed_do_not_fit() -> None:
    asked = Deed(stems=frozenset({"shell"}), who=frozenset("ab"), doers=frozenset("a"), suffered=frozenset("b"))
    told = Deed(stems=frozenset({"shell"}), who=frozenset("ab"), doers=frozenset("b"), suffered=frozenset("a"))
    assert alike(asked, told) == 0.0
    assert alike(asked, asked) == 1.0
