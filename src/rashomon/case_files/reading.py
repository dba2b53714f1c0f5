"""Case files on disk: YAML to a `CaseFile`, or one line that names the file, the line and the reason.

The YAML is walked as nodes, not loaded: every fault has its line, names stay as they are
written ("No" and "1917" are names), and anchors, tags and deep nesting never get to build anything.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

import yaml

from rashomon.errors import SetupError
from rashomon.model.annotation import ActorType, Title
from rashomon.model.case_file import CaseFile, Party
from rashomon.model.corrections import when
from rashomon.model.values import When
from rashomon.resolve.parties import bare

# More than any conflict needs: beyond it the file is something else.
_BYTES = 1_000_000
_DEPTH = 8
_CHARACTERS = 300
# Control characters and what turns or hides text.
_HIDDEN = ("Cc", "Cf", "Co", "Cs")
# Invisible, and part of how names are spelt in several scripts.
_JOINERS = "\u200c\u200d"

_TOP = ("conflict", "from", "until", "parties", "outlets", "territories")
_PARTY = ("name", "type", "country", "names", "acronyms", "roles", "side")
_OUTLET = ("name", "names", "acronyms", "country", "side")
_TERRITORY = ("name", "names", "claimed_by", "note")
_ROLE = ("title", "of", "from", "until")


def read_case_file(path: str | Path) -> CaseFile:
    """The case file at a path.

    Raises:
        SetupError: it cannot be read, or something in it is wrong: "corran.yaml:7: reason".
    """
    try:
        with Path(path).open("rb") as file:
            content = file.read(_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SetupError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    if len(content) > _BYTES:
        raise SetupError(f"{path}: is larger than {_BYTES:,} bytes, which no case file needs")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SetupError(f"{path}:{line}: is not UTF-8") from error
    return parsed(text, str(path))


def parsed(text: str, name: str) -> CaseFile:
    """The case file that YAML text stands for; `name` is how messages call it. Raises as `read_case_file`."""
    try:
        _check_shape(text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        return CaseFile() if root is None or _is_null(root) else _Reader().case_file(root)
    except _FaultError as fault:
        raise SetupError(f"{name}:{fault.line}: {fault}") from fault
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise SetupError(f"{name}:{line}: holds the character U+{error.character:04X}") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise SetupError(f"{name}:{mark.line + 1 if mark else 1}: {error.problem or error.context}") from error


class _FaultError(Exception):
    def __init__(self, node: yaml.Node | yaml.Event, reason: str) -> None:
        super().__init__(reason)
        self.line = node.start_mark.line + 1 if node.start_mark else 1


def _check_shape(text: str) -> None:
    """Refuse what could grow without end, before anything is built of it."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _FaultError(event, "anchors and aliases (& and *) are not taken: quote the word if it is meant")
        if getattr(event, "tag", None):
            raise _FaultError(event, "tags (!) are not taken: quote the word if it is meant")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEPTH:
            raise _FaultError(event, "is nested too deep")
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            raise _FaultError(event, "a second document (---) begins here: a case file is one")


class _Reader:
    """Reads one case file, and keeps which line each name was first told on."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[yaml.Node, str, int]] = {}

    def case_file(self, root: yaml.Node) -> CaseFile:
        top = _fields(root, _TOP, "the case file")
        parties = [self._party(node, _PARTY, None) for node in _items(top.get("parties"), "parties")]
        parties += [self._party(node, _OUTLET, "outlet") for node in _items(top.get("outlets"), "outlets")]
        parties += [self._party(node, _TERRITORY, None) for node in _items(top.get("territories"), "territories")]
        return CaseFile(
            conflict=_text(top["conflict"], "conflict") if "conflict" in top else None,
            window=_window(top, root) or When(),
            parties=tuple(parties),
        )

    def _party(self, node: yaml.Node, allowed: Sequence[str], type: ActorType | None) -> Party:
        fields = _fields(node, allowed, "a party" if allowed is _PARTY else "an entry")
        if "name" not in fields:
            raise _FaultError(node, "has no name")
        name = _text(fields["name"], "name")
        others = [
            (_text(one, field), one) for field in ("names", "acronyms") for one in _items(fields.get(field), field)
        ]
        for told, where in ((name, fields["name"]), *others):
            self._claim(told, node, name, where)
        roles = [self._role(one) for one in _items(fields.get("roles"), "roles")]
        claimed = [_text(one, "claimed_by") for one in _items(fields.get("claimed_by"), "claimed_by")]
        if allowed is _TERRITORY and not claimed:
            raise _FaultError(node, f"{name}: claimed_by is missing: the states that claim or hold it")
        return Party(
            name=name,
            type=type or (_type(fields["type"]) if "type" in fields else None),
            country=_country(fields["country"]) if "country" in fields else None,
            names=tuple(dict.fromkeys(told for told, _ in others if told != name)),
            roles=tuple(roles),
            side=_text(fields["side"], "side") if "side" in fields else None,
            claimed_by=tuple(claimed),
            note=_text(fields["note"], "note") if "note" in fields else None,
        )

    def _claim(self, told: str, party: yaml.Node, name: str, where: yaml.Node) -> None:
        """Keep whose name it is; one that two parties bear would merge them."""
        key = told if told.isupper() else bare(told)
        bearer, called, line = self._told.setdefault(key, (party, name, where.start_mark.line + 1))
        if bearer is not party:
            raise _FaultError(where, f"the name {_shown(told)} is also that of {_shown(called)} on line {line}")

    def _role(self, node: yaml.Node) -> Title:
        fields = _fields(node, _ROLE, "a role")
        if "title" not in fields:
            raise _FaultError(node, "a role has no title")
        return Title(
            title=_text(fields["title"], "title"),
            of=_text(fields["of"], "of") if "of" in fields else None,
            time=_window(fields, node),
        )


def _fields(node: yaml.Node, allowed: Sequence[str], what: str) -> dict[str, Any]:
    """The nodes of a mapping by their names; those without a value are left out."""
    if not isinstance(node, yaml.MappingNode):
        raise _FaultError(node, f"{what} is a list of `field: value`, not {_called(node)}")
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        if name not in allowed:
            raise _FaultError(key, f"{what} has no field {_shown(name)}: one of {', '.join(allowed)}")
        if name in found:
            raise _FaultError(key, f"{name} is told twice")
        found[name] = value
    return {name: value for name, value in found.items() if not _is_null(value)}


def _items(node: Any, name: str) -> Iterator[Any]:
    """The nodes of a list."""
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        raise _FaultError(node, f"{name} is a list (lines that begin with -, or [ , ]), not {_called(node)}")
    yield from node.value


def _text(node: yaml.Node, name: str) -> str:
    """A name or a phrase as it is written, but for blanks around it."""
    if not isinstance(node, yaml.ScalarNode) or _is_null(node):
        raise _FaultError(node, f"{name} is a word or phrase, not {_called(node)}")
    text = " ".join(node.value.split(" ")).strip()
    fault = fault_of(text)
    if fault:
        raise _FaultError(node, f"{name} {fault}")
    return text


def fault_of(text: str) -> str | None:
    """Why text is no name or phrase that a case file may hold; None where it is one."""
    hidden = next((char for char in text if unicodedata.category(char) in _HIDDEN and char not in _JOINERS), None)
    if hidden is not None:
        return f"holds the invisible character U+{ord(hidden):04X}"
    if not any(char.isalnum() for char in text):
        return f"has no letter: {_shown(text)}"
    return f"is longer than {_CHARACTERS} characters" if len(text) > _CHARACTERS else None


def _type(node: yaml.Node) -> ActorType:
    text = _text(node, "type")
    found: ActorType | None = next((one for one in get_args(ActorType) if one == text), None)
    if found is None:
        raise _FaultError(node, f"{_shown(text)} is no type: one of {', '.join(get_args(ActorType))}")
    return found


def _country(node: yaml.Node) -> str:
    text = _text(node, "country")
    if not (len(text) == 3 and text.isascii() and text.isalpha() and text.isupper()):
        raise _FaultError(node, f"{_shown(text)} is no country code of three capitals such as KEN")
    return text


def _window(fields: dict[str, Any], node: yaml.Node) -> When | None:
    """The interval from `from` to `until`; None where neither is given."""
    ends = {}
    for name in ("from", "until"):
        if name in fields:
            text = _text(fields[name], name)
            try:
                whole = when(text) if len(text) <= len("2031-03-11") else None
            except ValueError:
                whole = None
            if whole is None:
                raise _FaultError(fields[name], f"{name} {_shown(text)} is no date such as 2031-03-11, 2031-03 or 2031")
            ends[name] = whole.earliest if name == "from" else whole.latest
    if not ends:
        return None
    first, last = ends.get("from"), ends.get("until")
    if first and last and first > last:
        raise _FaultError(fields["until"], f"until {last} lies before from {first}")
    return When(earliest=first, latest=last, granularity="interval", basis="case file")


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null" and not node.style


def _called(node: Any) -> str:
    if isinstance(node, yaml.ScalarNode):
        return "nothing" if _is_null(node) else _shown(node.value)
    return "a list" if isinstance(node, yaml.SequenceNode) else "`field: value`"


def _shown(text: str) -> str:
    shown = ascii(text) if text else "nothing"
    return shown if len(shown) <= 60 else shown[:57] + "…'"
