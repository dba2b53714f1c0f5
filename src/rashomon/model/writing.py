"""JSON text of small values, many thousand times a minute."""

import json
from collections.abc import Callable
from json import encoder
from typing import Any


def json_writer(
    *, sort_keys: bool = False, default: Callable[[Any], Any] | None = None, separators: tuple[str, str] = (", ", ": ")
) -> Callable[[Any], str]:
    """A function that writes values as `json.dumps` does, without escapes of letters and without a look for cycles.

    `json` makes a new encoder for every call, which takes longer than to write most of what we write; this one
    is made once. Where Python has no encoder in C, `json` is used as it is.
    """
    plain = json.JSONEncoder(
        ensure_ascii=False, check_circular=False, sort_keys=sort_keys, default=default, separators=separators
    )
    make: Any = getattr(encoder, "c_make_encoder", None)
    if make is None:
        return plain.encode
    between, behind_key = separators
    write = make(None, plain.default, encoder.encode_basestring, None, behind_key, between, sort_keys, False, True)
    return lambda value: "".join(write(value, 0))
