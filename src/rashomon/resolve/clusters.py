"""Mentions of one actor in the making."""

from dataclasses import dataclass, field

from rashomon.model.annotation import Mention, Title
from rashomon.model.text import digest


@dataclass(slots=True)
class Cluster:
    """Mentions of one actor; name, type, country and roles where something else than they tells them."""

    key: str
    mentions: list[Mention] = field(default_factory=list)
    name: str | None = None
    type: str | None = None
    country: str | None = None
    state: str | None = None
    roles: tuple[Title, ...] = ()

    @property
    def id(self) -> str:
        """The id of the actor that this becomes."""
        return f"actor-{digest(self.key)}"
