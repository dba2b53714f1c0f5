"""What `rashomon serve` was told: the case, where to listen, who may come in."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import SetupError

# Bytes of one request; readers refuse larger single files anyway.
_LARGEST = 64 * 1024 * 1024
_SHORTEST_TOKEN = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How one case is served.

    `token` is asked of everybody where it is set. `who` signs judgements unless the form says
    otherwise. `largest` is the size of a request in bytes, `most` the number of files in one.
    """

    case: str
    who: str
    host: str = "127.0.0.1"
    port: int = 8000
    token: str | None = None
    largest: int = _LARGEST
    most: int = 1000

    def __post_init__(self) -> None:
        if self.token is None and not _is_loopback(self.host):
            raise SetupError(f"{self.host} can be reached by others: give a --token, or leave --host at 127.0.0.1")
        if self.token is not None and len(self.token) < _SHORTEST_TOKEN:
            raise SetupError(f"a token needs {_SHORTEST_TOKEN} characters or more")

    @property
    def hosts(self) -> frozenset[str] | None:
        """The names by which a browser may call this server; None for any, where the token guards it."""
        if self.token is not None and not _is_loopback(self.host):
            return None
        return frozenset({"127.0.0.1", "localhost", "[::1]", self.host})

    @property
    def uploads(self) -> Path | None:
        """Where reports that are dropped on a page are kept: beside the case; None where the case is no file."""
        return None if "://" in self.case else Path(f"{self.case}.uploads")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
