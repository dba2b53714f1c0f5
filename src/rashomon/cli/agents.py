"""The command that lets agents ask a case: `mcp`."""

from rashomon.cli.options import CaseOption
from rashomon.store import DEFAULT_CASE


def mcp(case: CaseOption = DEFAULT_CASE) -> None:
    """Answer agents (MCP) on standard input and output: search, timeline, figures, differences, show, whatif, brief."""
    from rashomon.mcp.server import serve  # start-up: the mcp library takes two seconds to load

    serve(case)
