"""E-mail messages: the body is the report, the headers declare what it is."""

import contextlib
import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from typing import BinaryIO

from rashomon.errors import DocumentError
from rashomon.model.finding import Problem
from rashomon.read.authors import author_names
from rashomon.read.cues import inside
from rashomon.read.decoding import decoded, normalised
from rashomon.read.draft import Draft, problem, whole
from rashomon.read.html import fragment_text


def drafts(stream: BinaryIO, source: str) -> Iterator[Draft | Problem]:
    """Yield the report of a message; DocumentError where it has no text of its own."""
    message = email.message_from_bytes(whole(stream), policy=email.policy.default)
    defects = [*message.defects, *(defect for part in message.walk() for defect in part.defects)]
    if defects:
        yield problem(source, "mail", f"broken message: {type(defects[0]).__name__}")
    text, flaw = _body(message)
    if flaw:
        yield problem(source, "mail", flaw)
    name, address = _sender(_header(message, "From") or "")
    names = author_names(name) if not _is_office(name) else ()
    yield Draft(
        text=text,
        source=source,
        declared_id=_header(message, "Message-ID"),
        title=_header(message, "Subject"),
        outlet=None if names else name or None,
        byline=names,
        published=_header(message, "Date"),
        published_basis="Date of the message",
        metadata={"from": address} if address else {},
    )


def _sender(value: str) -> tuple[str, str]:
    """Name and address; a comma in a name that was not quoted is left in the name."""
    match = re.fullmatch(r"\s*\"?(.*?)\"?\s*<([^<>]*)>\s*", value)
    return (match[1], match[2]) if match else parseaddr(value)


def _is_office(name: str) -> bool:
    return bool(inside("outlets", "office_word", "media_word", "press_office").search(name))


def _header(message: EmailMessage, name: str) -> str | None:
    # Raw, since the parsed form rewrites names with commas and trips over malformed headers.
    value = next((str(raw) for key, raw in message.raw_items() if key.lower() == name.lower()), "")
    with contextlib.suppress(ValueError, LookupError, HeaderParseError):
        value = str(make_header(decode_header(value)))
    return " ".join(normalised(value).split()) or None


def _body(message: EmailMessage) -> tuple[str, str | None]:
    """The words of the message, and what was wrong with their encoding."""
    attached = []
    for wanted in ("text/plain", "text/html"):
        for part in message.walk():
            if part.get_filename() or part.get_content_disposition() == "attachment":
                attached.append(part.get_filename() or part.get_content_type())
            elif part.get_content_type() == wanted:
                text, flaw = _words(part, wanted)
                if any(char.isalnum() for char in text):
                    return text, flaw
    names = ", ".join(dict.fromkeys(str(name) for name in attached))
    raise DocumentError(f"no text in the message, only attachments: {names}" if names else "no text in the message")


def _words(part: EmailMessage, kind: str) -> tuple[str, str | None]:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload:
        return "", None
    text, flaw = decoded(payload, charset=part.get_content_charset())
    return (fragment_text(text) if kind == "text/html" else normalised(text)), flaw
