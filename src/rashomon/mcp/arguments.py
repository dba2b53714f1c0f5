"""What the tools take, checked before anything is asked of a case."""

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from rashomon.model.finding import DifferenceType


def _day(text: str) -> str:
    """A day that is one: 2031-02-30 is not."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError("is no day such as 2020-10-28") from None


Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$"), AfterValidator(_day)]
Words = Annotated[str, Field(min_length=1, max_length=1_000)]
Name = Annotated[str, Field(min_length=1, max_length=200)]


class _Arguments(BaseModel):
    """No tool takes an argument it does not know."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    as_of: Annotated[Day | None, Field(description="Answer as the case was known at the end of this day.")] = None


class _Paged(_Arguments):
    limit: Annotated[int, Field(ge=1, le=200, description="At most so many items.")] = 30
    offset: Annotated[int, Field(ge=0, le=1_000_000, description="Leave out so many items before.")] = 0


class _Filtered(_Paged):
    actor: Annotated[Name | None, Field(description="Only what this actor takes part in, by any of its names.")] = None
    since: Annotated[Day | None, Field(description="Only from this day.")] = None
    until: Annotated[Day | None, Field(description="Only up to this day.")] = None
    background: Annotated[bool, Field(description="Also history and other conflicts.")] = False


class Search(_Paged):
    """What to search for."""

    words: Annotated[Words, Field(description='All must stand together; "cease*" stands for all that begin so.')]


class Timeline(_Filtered):
    """Which happenings."""


class Figures(_Filtered):
    """Which figures."""


class Differences(_Paged):
    """Which differences."""

    actor: Annotated[Name | None, Field(description="Only those with this actor on a side, by any of its names.")] = (
        None
    )
    type: Annotated[
        DifferenceType | None, Field(description=f"Only of this type: {', '.join(get_args(DifferenceType))}.")
    ] = None


class Show(_Arguments):
    """Which record."""

    id: Annotated[
        str,
        Field(pattern=r"^[a-z]+-[0-9a-f]{1,16}$", description="The id of a record, or how it begins."),
    ]


class Whatif(_Arguments):
    """What happens."""

    event: Annotated[Words, Field(description='In plain words: "Ostria attacks Velm".')]


class Brief(_Arguments):
    """How much of the brief."""

    section: Annotated[Name | None, Field(description="Only the section of this title.")] = None
    limit: Annotated[int, Field(ge=1, le=200, description="At most so many lines a section.")] = 20


Tool = Literal["search", "timeline", "figures", "differences", "show", "whatif", "brief"]

ARGUMENTS: dict[Tool, type[BaseModel]] = {
    "search": Search, "timeline": Timeline, "figures": Figures, "differences": Differences, "show": Show,
    "whatif": Whatif, "brief": Brief,
}  # fmt: skip
"""What each tool takes."""
