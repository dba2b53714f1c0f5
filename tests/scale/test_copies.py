"""Near-duplicates are tied to the report that had it first."""

import pyarrow

from rashomon.scale.copies import copies, prints

TEXT = " ".join(f"The {word} of Osk met the envoy of Velm at Tarn on day {number}." for number, word in enumerate(
    ["premier", "general", "speaker", "bishop", "consul", "admiral", "mayor", "judge"]
))  # fmt: skip
OTHER = "Dockers of Port Hallam walked out over wages and the harbour board called their strike unlawful. " * 3


def tied(*texts: str) -> list[tuple[str, str]]:
    """Copy and original, by the numbers of the texts."""
    ids = pyarrow.array([str(number) for number in range(len(texts))])
    own = pyarrow.array([prints(text) for text in texts], pyarrow.list_(pyarrow.uint32()))
    made = copies(pyarrow.RecordBatch.from_arrays([ids, own], names=["id", "prints"])).to_pylist()
    assert all(0.5 <= row["likeness"] <= 1 for row in made)
    return [(row["id"], row["original"]) for row in made]


def test_a_report_printed_again_with_a_cut_is_a_copy() -> None:
    assert tied(TEXT, OTHER, TEXT.replace("The bishop", "A bishop"), TEXT + " More follows.") == [
        ("2", "0"),
        ("3", "0"),
    ]


def test_the_copy_of_a_copy_is_tied_to_the_first() -> None:
    sentences = TEXT.split(". ")
    shorter = ". ".join(sentences[:-1])
    assert {original for _, original in tied(TEXT, shorter, ". ".join(sentences[:-2]))} == {"0"}


def test_what_is_too_short_to_tell_is_no_copy() -> None:
    assert tied("Osk denied it.", "Osk denied it.") == []
    assert tied() == []
