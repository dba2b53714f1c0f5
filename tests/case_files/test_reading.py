from pathlib import Path

import pytest
import yaml

from rashomon.case_files import parsed, read_case_file
from rashomon.errors import SetupError

WHOLE = """\
conflict: The war for the Tarn
from: 2031-02
until: 2031-04-30
parties:
  - name: Osk
    type: state
    country: OSK
    names: [Oska, Republic of Osk]
  - name: Dravan Liberation Front
    type: armed group
    acronyms: [DLF]
    names: [No, 1917]
  - name: Ana Orlo
    roles:
      - {title: president, of: Osk, from: 2029, until: 2031-03-11}
      - title: envoy
outlets:
  - {name: Osk Herald, side: Osk}
territories:
  - {name: Tarn, claimed_by: [Osk, Velm], note: held by Velm}
"""


def test_a_whole_case_file_is_read() -> None:
    made = parsed(WHOLE, "osk.yaml")
    assert made.conflict == "The war for the Tarn"
    assert (made.window.earliest, made.window.latest) == ("2031-02-01", "2031-04-30")
    osk, front, ana, herald, tarn = made.parties
    assert (osk.type, osk.country, osk.names) == ("state", "OSK", ("Oska", "Republic of Osk"))
    assert front.names == ("No", "1917", "DLF")  # as written: neither false nor a number
    president, envoy = ana.roles
    assert president.time and (president.time.earliest, president.time.latest) == ("2029-01-01", "2031-03-11")
    assert (envoy.of, envoy.time) == (None, None)
    assert (herald.type, herald.side) == ("outlet", "Osk")
    assert (tarn.claimed_by, tarn.note) == (("Osk", "Velm"), "held by Velm")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "parties:\n", "parties: []\n"])
def test_an_empty_one_tells_nothing(text: str) -> None:
    assert parsed(text, "x").parties == ()


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("parties: [", 1, "expected"),
        ("parties:\n  - name: Osk\n   names: [Velm", 3, "expected"),
        ("parties:\n  - name: Osk\n    names: [Velm", 3, "expected"),
        ("parties: 3", 1, "parties is a list"),
        ("- Osk", 1, "not a list"),
        ("partys: []", 1, "no field 'partys': one of conflict"),
        ("parties:\n  - {name: Osk, nmes: [Oska]}", 2, "no field 'nmes'"),
        ("parties:\n  - {name: Osk, name: Velm}", 2, "told twice"),
        ("parties:\n  - {type: state}", 2, "has no name"),
        ("parties:\n  - {name: [Osk]}", 2, "name is a word or phrase, not a list"),
        ("parties:\n  -\n", 2, "not nothing"),
        ("parties:\n  - {name: Osk, type: king}", 2, "'king' is no type: one of person"),
        ("parties:\n  - {name: Osk, country: Kenya}", 2, "'Kenya' is no country code"),
        ("parties:\n  - {name: Ana, roles: [{of: Osk}]}", 2, "a role has no title"),
        ("parties:\n  - {name: Ana, roles: [{title: head, from: 2031-05, until: 2031-04}]}", 2, "lies before"),
        ("territories:\n  - {name: Tarn}", 2, "claimed_by is missing"),
        ("from: 31 March", 1, "'31 March' is no date"),
        ("from: 2031-02-30", 1, "is no date"),
        ("from: 2031-04\nuntil: 2031-03", 2, "until 2031-03-31 lies before from 2031-04-01"),
        ("parties:\n  - {name: Osk}\n  - {name: Velm, names: [Osk]}", 3, "'Osk' is also that of 'Osk' on line 2"),
        ("parties:\n  - {name: Osk, names: [Aşık]}\n  - {name: Velm, names: [the Asik]}", 3, "on line 2"),
        ("parties: [{name: Osk}, {name: Osk}]", 1, "is also that of"),
        ("parties: &all [{name: Osk}]\noutlets: *all", 1, "anchors"),
        ("parties: !!python/object:os.system [x]", 1, "tags"),
        ("a: 1\n---\nb: 2", 2, "a second document"),
        ("parties: " + "[" * 5000, 1, "too deep"),
        ('parties:\n  - {name: "Osk\\u202E"}', 2, "the invisible character U+202E"),
        ("parties:\n  - {name: Osk\u200f}", 2, "the invisible character U+200F"),
        ("parties:\n  - {name: Os\u0007k}", 2, "U+0007"),
        ("parties:\n  - {name: '...'}", 2, "has no letter"),
        (f"parties:\n  - {{name: {'x' * 400}}}", 2, "longer than 300"),
        ("\tparties: []", 1, "cannot start any token"),
    ],
)
def test_what_is_wrong_is_one_line_with_file_and_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(SetupError) as error:
        parsed(text, "osk.yaml")
    said = str(error.value)
    assert said.startswith(f"osk.yaml:{line}: ") and reason in said
    assert "\n" not in said and said.isprintable() and len(said) < 300


def test_a_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="No such file"):
        read_case_file(tmp_path / "absent.yaml")
    (tmp_path / "latin.yaml").write_bytes("conflict: x\nparties:\n - {name: Aşık}".encode("iso-8859-9"))
    with pytest.raises(SetupError, match=r"latin\.yaml:3: is not UTF-8"):
        read_case_file(tmp_path / "latin.yaml")
    (tmp_path / "huge.yaml").write_text("# " + "x" * 1_000_001)
    with pytest.raises(SetupError, match="larger than 1,000,000 bytes"):
        read_case_file(tmp_path / "huge.yaml")
    with pytest.raises(SetupError):
        read_case_file(tmp_path)


def test_a_half_written_one_never_ends_in_a_traceback() -> None:
    """A file cut off anywhere (another program is writing it) is read or is told to be wrong."""
    for end in range(len(WHOLE)):
        try:
            parsed(WHOLE[:end], "osk.yaml")
        except SetupError as error:
            assert str(error).startswith("osk.yaml:")


def test_it_is_yaml_to_others_too() -> None:
    assert yaml.safe_load(WHOLE)["parties"][0]["name"] == "Osk"
