"""`rashomon judge …`: the analyst's hand. Append-only, with who, why and when; the world is made anew at once."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.options import CaseOption, OutOption, WhoOption, opened, user
from rashomon.errors import SetupError
from rashomon.export.judgements import described
from rashomon.export.target import write
from rashomon.model.finding import Action
from rashomon.model.shown import visible
from rashomon.store import DEFAULT_CASE

app = typer.Typer(
    help="Decide on records: append-only, with who, why and when; whatever is decided can be undone.",
    invoke_without_command=True,
    rich_markup_mode=None,
)

IdsArgument = Annotated[list[str], typer.Argument(metavar="ID…", help="Records, or the beginnings of their ids.")]
WhyOption = Annotated[str, typer.Option(metavar="REASON", help="The reason, kept with the decision.")]
AlikeOption = Annotated[bool, typer.Option("--all-alike", help="Also all that the same rule found in the same words.")]


@app.callback()
def judge(
    context: typer.Context,
    list_: Annotated[bool, typer.Option("--list", help="All judgements, oldest first.")] = False,
    case: CaseOption = DEFAULT_CASE,
) -> None:
    """Decide on records: append-only, with who, why and when; whatever is decided can be undone."""
    if list_:
        with opened(case) as judged:
            for one, holds in judged.judgements():
                print(visible(f"{one.id}  {described(one)}{'' if holds else '  (undone)'}"))
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())


@app.command()
def accept(
    ids: IdsArgument, why: WhyOption, who: WhoOption = None, all_alike: AlikeOption = False,
    case: CaseOption = DEFAULT_CASE,
) -> None:  # fmt: skip
    """A record is right; one that was rejected is restored."""
    _decide(case, "accept", ids, why, who, all_alike=all_alike)


@app.command()
def reject(
    ids: IdsArgument, why: WhyOption, who: WhoOption = None, all_alike: AlikeOption = False,
    case: CaseOption = DEFAULT_CASE,
) -> None:  # fmt: skip
    """A record is wrong: it leaves all tables, and nothing is made of it."""
    _decide(case, "reject", ids, why, who, all_alike=all_alike)


@app.command()
def correct(
    ids: Annotated[list[str], typer.Argument(metavar="ID… FIELD=VALUE")],
    why: WhyOption, who: WhoOption = None, all_alike: AlikeOption = False,
    case: CaseOption = DEFAULT_CASE,
) -> None:  # fmt: skip
    """A field of a record is another: actor=Torvia, status=denied, happened=2031-03-11, amount=40-50."""
    settings = [one for one in ids if "=" in one]
    if not settings or len(settings) == len(ids):
        raise SetupError("correct takes an ID and FIELD=VALUE, such as status=denied")
    for setting in settings:
        field, _, value = setting.partition("=")
        records = [one for one in ids if "=" not in one]
        _decide(case, "correct", records, why, who, all_alike=all_alike, field=field.strip(), value=value.strip())


@app.command()
def merge(ids: IdsArgument, why: WhyOption, who: WhoOption = None, case: CaseOption = DEFAULT_CASE) -> None:
    """Several actors are one, or several happenings are."""
    _decide(case, "merge", ids, why, who)


@app.command()
def split(ids: IdsArgument, why: WhyOption, who: WhoOption = None, case: CaseOption = DEFAULT_CASE) -> None:
    """These mentions are another actor's, or these events are another happening."""
    _decide(case, "split", ids, why, who)


@app.command()
def resolve(ids: IdsArgument, why: WhyOption, who: WhoOption = None, case: CaseOption = DEFAULT_CASE) -> None:
    """A difference is settled; the reason says how."""
    _decide(case, "resolve", ids, why, who)


@app.command()
def undo(ids: IdsArgument, why: WhyOption, who: WhoOption = None, case: CaseOption = DEFAULT_CASE) -> None:
    """A judgement holds no more; an undoing can itself be undone."""
    _decide(case, "undo", ids, why, who)


@app.command("export")
def export_judgements(case: CaseOption = DEFAULT_CASE, out: OutOption = None) -> None:
    """All judgements as JSON Lines, for another case of the same reports."""
    with opened(case) as judged:
        write(judged.judgements_as_jsonl(), out)


@app.command("import")
def import_judgements(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="What `judge export` wrote.")],
    case: CaseOption = DEFAULT_CASE,
) -> None:
    """Take over judgements made elsewhere; those that are there already are left."""
    try:
        text = source.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise SetupError(f"{source}: is not UTF-8") from None
    with opened(case) as judged:
        count = judged.take_judgements(text, str(source))
    print(f"{count} judgements taken over: {case}")


def _decide(
    case: str, action: Action, ids: list[str], why: str, who: str | None, *,
    all_alike: bool = False, field: str | None = None, value: str | None = None,
) -> None:  # fmt: skip
    with opened(case) as judged:
        made = judged.judge(action, *ids, who=user(who), why=why, all_alike=all_alike, field=field, value=value)
    print(made.id)
    if all_alike and len(made.subjects) > len(ids):
        print(f"{len(made.subjects)} records in all", file=sys.stderr)
