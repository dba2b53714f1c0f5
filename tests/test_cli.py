import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.cli import app, main
from rashomon.demo import reports, samples

COMMANDS = [
    "read",
    "demo",
    "brief",
    "timeline",
    "actors",
    "statements",
    "figures",
    "truces",
    "contacts",
    "pledges",
    "positions",
    "relations",
    "differences",
    "corroborations",
    "sources",
    "problems",
    "show",
    "search",
    "judge",
    "export",
    "eval",
]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("cli") / "sample.rashomon")
    done = run("read", *reports(), "--case", path)
    assert done.returncode == 0 and "7 read" in done.stdout, done.stderr
    return path


def run(*call: str, input: str | None = None) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from rashomon.cli import main; main()", *call],
        capture_output=True, text=True, check=False, input=input, env=os.environ | {"COLUMNS": "120"},
    )  # fmt: skip


def called(monkeypatch: pytest.MonkeyPatch, *call: str) -> int:
    """The command line in this process; returns its exit status."""
    monkeypatch.setattr(sys, "argv", ["rashomon", *call])
    with pytest.raises(SystemExit) as stopped:
        main()
    return int(stopped.value.code or 0)


def test_every_command_of_the_records_page_is_there() -> None:
    names = {one.name or one.callback.__name__ for one in app.registered_commands if one.callback}
    names |= {one.name for one in app.registered_groups}
    assert set(COMMANDS) <= names


def test_a_second_run_adds_nothing(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, "read", *reports(), "--case", case) == 0
    assert "0 read, 7 known before, 0 problems" in capsys.readouterr().out


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_the_brief_in_every_format(
    case: str, format: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, "brief", "--case", case, "--format", format) == 0
    assert "Timeline" in capsys.readouterr().out.replace("TIMELINE", "Timeline")


@pytest.mark.parametrize("name", list(COMMANDS[3:16]))
def test_every_table_as_json_and_csv_has_the_same_rows(
    case: str, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, name, "--case", case, "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert called(monkeypatch, name, "--case", case, "--format", "csv") == 0
    read = list(csv.DictReader(capsys.readouterr().out.splitlines(keepends=True)))
    assert [row["id"] for row in rows] == [row["id"] for row in read]
    assert rows or name == "problems"


def test_show_marks_the_words_in_their_paragraph(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called(monkeypatch, "statements", "--case", case, "--format", "json")
    for row in json.loads(capsys.readouterr().out)[:20]:
        assert called(monkeypatch, "show", row["id"][:18], "--case", case) == 0
        shown = capsys.readouterr().out
        assert row["id"] in shown and "rule:" in shown
        assert "»" in shown and "«" in shown


def test_every_reference_of_the_brief_opens(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called(monkeypatch, "brief", "--case", case)
    lines = [line for line in capsys.readouterr().out.splitlines() if line.endswith("]")]
    references = {line.rsplit("[", 1)[1].rstrip("]") for line in lines}
    kinds = {one.split("-")[0] for one in references}
    assert {"doc", "statement", "figure", "happening", "difference"} <= kinds
    for kind in sorted(kinds):
        one = min(ref for ref in references if ref.startswith(kind))
        assert called(monkeypatch, "show", one, "--case", case) == 0, one
        capsys.readouterr()


def test_export_and_filters(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert called(monkeypatch, "export", "--case", case, "--out", str(tmp_path / "all.jsonl")) == 0
    lines = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text("utf-8").splitlines()]
    assert {"document", "mention", "time", "statement", "event", "figure", "actor", "happening"} <= {
        one["kind"] for one in lines
    }
    assert len({one["id"] for one in lines}) == len(lines)
    assert called(monkeypatch, "export", "--case", case, "--format", "csv", "--out", str(tmp_path / "csv")) == 0
    assert {path.name for path in (tmp_path / "csv").iterdir()} >= {"statements.csv", "figures.csv"}
    assert called(monkeypatch, "export", "--case", case, "--format", "parquet", "--out", str(tmp_path / "pq")) == 0


def test_filters_by_actor_and_day(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def rows(*more: str) -> list[dict[str, str]]:
        assert called(monkeypatch, "statements", "--case", case, "--format", "json", *more) == 0
        found: list[dict[str, str]] = json.loads(capsys.readouterr().out)
        return found

    every, some = rows(), rows("--actor", "Ombar")
    assert 0 < len(some) < len(every)
    assert 0 < len(rows("--until", "2031-03-15")) < len(every)
    assert 0 < len(rows("--as-of", "2031-03-20")) < len(every)


def test_search_finds_words_and_survives_syntax(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, "search", "truce", "--case", case) == 0
    assert "truce" in capsys.readouterr().out.lower()
    assert called(monkeypatch, "search", 'NEAR("', "--case", case) == 0


@pytest.mark.parametrize(
    ("call", "status", "said"),
    [
        (("brief", "--case", "/nowhere/at-all"), 2, "no such case"),
        (("show", "statement-zzz"), 2, "statement-zzz"),
        (("statements", "--actor", "Nobody Atall"), 2, "Nobody Atall"),
        (("brief", "--as-of", "someday"), 2, "someday"),
        (("timeline", "--since", "31st"), 2, "31st"),
        (("export", "--format", "gif"), 2, "gif"),
        (("export", "--format", "csv"), 2, "--out"),
        (("figures", "--format", "parquet"), 2, "--out"),
        (("nosuch",), 2, "nosuch"),
        (("judge", "reject", "statement-zzz", "--why", "test"), 2, "statement-zzz"),
        (("judge", "reject", "doc", "--why", " "), 2, "who decides and why"),
        (("judge", "correct", "statement-zzz", "--why", "test"), 2, "FIELD=VALUE"),
        (("judge", "correct", "act=deny", "--why", "test"), 2, "FIELD=VALUE"),
        (("judge", "shout", "doc"), 2, "shout"),
        (("judge", "import", "/nowhere/at-all"), 2, "/nowhere/at-all"),
        (("read", "--case-file", "/nowhere/at-all"), 2, "/nowhere/at-all"),
        (("read",), 2, "nothing to read"),
        (("eval", "nosuite"), 2, "nosuite"),
    ],
)
def test_errors_are_one_line_on_standard_error(case: str, call: tuple[str, ...], status: int, said: str) -> None:
    more = () if "--case" in call or call[0] in ("nosuch", "eval") else ("--case", case)
    done = run(*call, *more)
    assert done.returncode == status, done.stderr
    assert said in done.stderr and done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_nothing_could_be_read(tmp_path: Path) -> None:
    done = run("read", str(tmp_path / "absent.txt"), "--case", str(tmp_path / "new.rashomon"))
    assert done.returncode == 1
    assert str(tmp_path / "absent.txt") in done.stderr and "Traceback" not in done.stderr


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    text = "VELM, March 3, 2031 (Corran) - Osk said on Monday its army had shelled Tarn. Velm denied it.\n"
    done = run("read", "-", "--case", str(tmp_path / "new.rashomon"), input=text)
    assert done.returncode == 0 and "1 read" in done.stdout, done.stderr


def test_a_rejected_statement_is_gone_until_it_is_restored(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ids() -> list[str]:
        called(monkeypatch, "statements", "--case", case, "--format", "json")
        return [row["id"] for row in json.loads(capsys.readouterr().out)]

    one = ids()[0]
    assert called(monkeypatch, "judge", "reject", one, "--why", "test", "--who", "me", "--case", case) == 0
    decision = capsys.readouterr().out.strip()
    assert one not in ids()
    assert called(monkeypatch, "judge", "undo", decision, "--why", "test", "--who", "me", "--case", case) == 0
    capsys.readouterr()
    assert one in ids()
    assert called(monkeypatch, "judge", "--list", "--case", case) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed[0].startswith(decision) and listed[0].endswith("(undone)") and "me: reject" in listed[0]
    assert "me: undo" in listed[1] and "undone" not in listed[1]


def test_a_correction_shows_at_once_and_in_show(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called(monkeypatch, "figures", "--case", case, "--format", "json")
    one = json.loads(capsys.readouterr().out)[0]["id"]
    call = ("judge", "correct", one, "amount=40-50", "side=Torvia", "--why", "a test", "--case", case, "--who", "me")
    assert called(monkeypatch, *call) == 0
    made = capsys.readouterr().out.split()
    assert len(made) == 2
    called(monkeypatch, "figures", "--case", case, "--format", "json")
    row = next(row for row in json.loads(capsys.readouterr().out) if row["id"] == one)
    assert (row["low"], row["high"], row["side"]) == (40, 50, "Torvia")
    called(monkeypatch, "show", one, "--case", case)
    assert "judged:" in (shown := capsys.readouterr().out) and "correct amount=40-50" in shown
    assert called(monkeypatch, "judge", "undo", *made, "--why", "a test", "--case", case) == 0


def test_judgements_go_from_one_case_to_another(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called(monkeypatch, "statements", "--case", case, "--format", "json")
    one = json.loads(capsys.readouterr().out)[0]["id"]
    called(monkeypatch, "judge", "reject", one, "--why", "test", "--case", case)
    decision = capsys.readouterr().out.strip()
    lines, other = str(tmp_path / "judged.jsonl"), str(tmp_path / "other.rashomon")
    assert called(monkeypatch, "judge", "export", "--case", case, "--out", lines) == 0
    assert called(monkeypatch, "read", *reports(), "--case", other) == 0
    assert called(monkeypatch, "judge", "import", lines, "--case", other) == 0
    assert called(monkeypatch, "judge", "import", lines, "--case", other) == 0
    assert "0 judgements taken over" in capsys.readouterr().out
    called(monkeypatch, "statements", "--case", other, "--format", "json")
    assert one not in {row["id"] for row in json.loads(capsys.readouterr().out)}
    called(monkeypatch, "judge", "undo", decision, "--why", "test", "--case", case)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is no JSON"),
        ("[" * 100_000, "judged.jsonl:1: "),
        ('{"kind": "problem", "source": "x", "component": "y", "message": "z"}', "is a problem, not a judgement"),
        ('{"kind": "judgement", "action": "rule"}', "action"),
        ('{"kind": "judgement", "id": "judgement-1", "action": "reject", "subjects": [],'
         ' "who": "", "why": "", "when": ""}',
         "does not name what it holds"),
        ('{"kind": "judgement", "action": "case file", "subjects": [], "who": "a", "why": "b",'
         ' "when": "c", "value": "3"}',
         "expected an object"),
        ('{"kind": "judgement", "action": "reject", "subjects": ["\\ud800"], "who": "a", "why": "b", "when": "c"}',
         "surrogates"),
    ],
)  # fmt: skip
def test_what_is_no_judgement_is_refused_wholly(
    line: str,
    reason: str,
    case: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "judged.jsonl").write_text(line + "\n", "utf-8")
    assert called(monkeypatch, "judge", "import", str(tmp_path / "judged.jsonl"), "--case", case) == 2
    said = capsys.readouterr().err
    assert "judged.jsonl:1: " in said and reason in said and said.count("\n") == 1


def test_a_case_file_is_kept_with_the_case_and_replaced_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    report, made, case = tmp_path / "a.txt", tmp_path / "osk.yaml", str(tmp_path / "new.rashomon")
    report.write_text(
        "KORR, March 9, 2031 (Corran) - The Ridge Command shelled Tarn on Monday. The Falcons denied it on Monday.\n"
    )

    def names() -> set[str]:
        called(monkeypatch, "actors", "--case", case, "--format", "json")
        return {row["name"] for row in json.loads(capsys.readouterr().out)}

    made.write_text("parties:\n  - {name: Ridge Command, names: [the Falcons]}\n")
    assert called(monkeypatch, "read", str(report), "--case", case, "--case-file", str(made), "--who", "ana") == 0
    capsys.readouterr()
    assert "Falcons" not in names()
    assert called(monkeypatch, "read", str(report), "--case", case, "--case-file", str(made)) == 0
    capsys.readouterr()
    assert called(monkeypatch, "judge", "--list", "--case", case) == 0
    (told,) = capsys.readouterr().out.splitlines()
    assert f"ana: case file (from {made})" in told
    made.write_text("parties:\n  - {name: Korr, type: place}\n")
    assert called(monkeypatch, "read", "--case", case, "--case-file", str(made)) == 0
    capsys.readouterr()
    assert "Falcons" in names()
    made.write_text("parties:\n  - {name: Korr, typ")
    assert called(monkeypatch, "read", str(report), "--case", str(tmp_path / "no"), "--case-file", str(made)) == 2
    assert f"{made}:2: " in capsys.readouterr().err and not (tmp_path / "no").exists()


def test_the_draft_of_a_case_file_can_be_read_back(case: str, tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    assert run("actors", "--suggest", "--case", case, "--out", str(draft)).returncode == 0
    done = run("read", "--case", case, "--case-file", str(draft), "--who", "me")
    assert done.returncode == 0 and "holds now" in done.stdout, done.stderr


def test_the_sample_case_file_is_one(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = str(samples() / "corran.yaml")
    assert called(monkeypatch, "read", "--case", case, "--case-file", told) == 0
    called(monkeypatch, "actors", "--case", case, "--format", "json")
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out.partition("\n")[2])}
    assert rows["International Relief Corps"]["type"] == "organisation"
    assert rows["Dovra"]["codes"] == "Veldania; Ombar" and rows["Dovra"]["country"] is None


def test_demo_writes_a_case_and_a_report(tmp_path: Path) -> None:
    done = run("demo", "--folder", str(tmp_path / "demo"))
    assert done.returncode == 0, done.stderr
    assert "TIMELINE" in done.stdout and str(tmp_path / "demo" / "sample.html") in done.stdout
    page = (tmp_path / "demo" / "sample.html").read_text("utf-8")
    assert len(page) < 2_000_000 and "<mark " in page


def test_the_package_runs_as_the_command() -> None:
    run = subprocess.run([sys.executable, "-m", "rashomon", "nothing"], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr.startswith("rashomon: No such command") and "Traceback" not in run.stderr
