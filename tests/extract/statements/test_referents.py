"""Open speakers: pronouns and papers that go back to who spoke sentences before."""

from collections.abc import Callable

import pytest

from rashomon.extract.chances import chances
from rashomon.extract.found import Found
from rashomon.extract.learnt import WITHOUT
from rashomon.model.annotation import Mention

Extract = Callable[..., Found]


def speaker(found: Found, cue: str) -> str | None:
    """The words of the mention to which the speaker of the saying with this cue goes back."""
    (one,) = [one for one in found.statements if any(span.text == cue for span in one.cue)]
    mention = found.record(one.speaker[0].mention or "")
    while isinstance(mention, Mention) and mention.antecedent:
        mention = found.record(mention.antecedent)
    return mention.evidence[0].text if isinstance(mention, Mention) else None


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        (
            "The harbour bureau in Osk said that two boats were lost on Friday. Eleven men had drowned, it added.",
            "added",
            "The harbour bureau in Osk",
        ),
        (
            "The water board said that the gate was shut on Monday. It estimated that the flood would reach the town.",
            "estimated",
            "The water board",
        ),
        (
            "Police in Lesk said that the toll had risen to nine. They reported that two men had fled.",
            "reported",
            "Police in Lesk",
        ),
    ],
)  # fmt: skip
def test_who_spoke_without_a_name_goes_on_speaking(found: Extract, text: str, cue: str, who: str) -> None:
    assert speaker(found(text, upto="statements"), cue) == who


def test_by_the_rules_alone_nobody_is_chosen(found: Extract, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WITHOUT, "1")
    text = "The harbour bureau in Osk said that two boats were lost on Friday. Eleven men had drowned, it added."
    assert speaker(found(text, upto="statements"), "added") in (None, "it")


def test_chances_are_weighed_against_nobody() -> None:
    weights = {"it:nobody": 0.5, "near": 2.0, "it:near": 1.0, "far": -3.0}
    found = chances(weights, "it", {"a": ["near", "it:near"], "b": ["far"]})
    assert sum(found.values()) == pytest.approx(1.0)
    assert sorted(found, key=lambda key: -found[key]) == ["a", "", "b"]


def test_chances_without_anybody_are_nobodys() -> None:
    assert chances({}, "he", {}) == {"": 1.0}


def test_who_is_named_beside_what_he_is_goes_by_the_name(found: Extract) -> None:
    text = (
        "A farmer from Lower Osk, Jory Vell, 61, said that riders had burnt the mill. "
        '"They were polite about it," he recalled.'
    )
    assert speaker(found(text, upto="statements"), "recalled") == "Jory Vell"


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        (
            "A bulletin of the Kenyan army was read out at noon. Chad called it a lie. The bulletin added that two "
            "boats were lost.",
            "added",
            "the Kenyan army",
        ),
        (
            "The report by the Kenyan army was printed on Monday. Chad was not amused. The report said that two boats "
            "were lost.",
            "said",
            "the Kenyan army",
        ),
        (
            "Kenya's note was read out on Monday. Chad shrugged. The note added that two boats were lost.",
            "added",
            "Kenya",
        ),
    ],
)  # fmt: skip
def test_a_paper_is_theirs_who_were_told_to_have_issued_it(found: Extract, text: str, cue: str, who: str) -> None:
    assert speaker(found(text, upto="statements"), cue) == who


def test_a_man_is_not_taken_for_a_woman_who_spoke_before(found: Extract) -> None:
    text = (
        "Mrs Ana Vell said that the mill was lost. She wept. In the village a boy sat on the wall. Nothing stirred. "
        '"We waited for an hour," he recalled.'
    )
    assert speaker(found(text, upto="statements"), "recalled") != "Ana Vell"
